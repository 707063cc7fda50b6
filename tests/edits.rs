//! What `edit` writes: what was asked, and nothing else.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{json, refused, run, said};
use serde_json::{Value, json as value};

fn nats(home: &Path, what: &str, name: &str) -> Value {
    let args: &[&str] = match what {
        "user" => &["describe", "user", name, "-a", "ACME"],
        what => &["describe", what, name],
    };
    json(home, args)["nats"].clone()
}

#[test]
fn an_account_keeps_what_was_not_asked_for() {
    let home = common::estate();
    let home = home.path();
    let mut before = nats(home, "account", "ACME");
    common::at_home(home, &["edit", "account", "ACME", "--sk", "generate"]);
    let mut after = nats(home, "account", "ACME");
    let keys = |claims: &mut Value| claims.as_object_mut().unwrap().remove("signing_keys");
    let (old, new) = (keys(&mut before).unwrap(), keys(&mut after).unwrap());
    assert_eq!(before, after);
    assert_eq!(
        old.as_array().unwrap().len() + 1,
        new.as_array().unwrap().len()
    );
    for (flags, path, expected) in [
        (&["--conns", "100"][..], "limits.conn", value!(100)),
        (&["--leaf-conns", "5"], "limits.leaf", value!(5)),
        (&["--data", "1.5gib"], "limits.data", value!(3_i64 << 29)),
        (&["--exports", "2"], "limits.exports", value!(2)),
        (&["--imports", "3"], "limits.imports", value!(3)),
        (&["--payload", "10k"], "limits.payload", value!(10_000)),
        (&["--subscriptions", "-1"], "limits.subs", value!(-1)),
        (
            &["--wildcard-exports=false"],
            "limits.wildcards",
            Value::Null,
        ),
        (
            &["--disallow-bearer"],
            "limits.disallow_bearer",
            value!(true),
        ),
        (&["--description", "d"], "description", value!("d")),
        (
            &["--info-url", "https://x.y/z"],
            "info_url",
            value!("https://x.y/z"),
        ),
        (&["--tag", "B,a"], "tags", value!(["a", "b"])),
        (&["--rm-tag", "A"], "tags", value!(["b"])),
        (
            &["--allow-pub", "b,a"],
            "default_permissions.pub.allow",
            value!(["a", "b"]),
        ),
        (
            &["--allow-pub-response"],
            "default_permissions.resp.max",
            value!(1),
        ),
        (
            &["--response-ttl", "2s"],
            "default_permissions.resp.ttl",
            value!(2_000_000_000),
        ),
        (
            &["--rm", "a"],
            "default_permissions.pub.allow",
            value!(["b"]),
        ),
        (
            &["--rm-response-perms"],
            "default_permissions.resp",
            Value::Null,
        ),
        (&["--trace-context-subject", "t"], "trace.dest", value!("t")),
        (
            &["--trace-context-sampling", "5"],
            "trace.sampling",
            value!(5),
        ),
        (&["--trace-context-subject", ""], "trace", Value::Null),
        (
            &["--host-cluster-traffic", "owner"],
            "cluster_traffic",
            value!("owner"),
        ),
    ] {
        let before = nats(home, "account", "ACME");
        let args = [&["edit", "account", "-n", "ACME"][..], flags].concat();
        let done = json(home, &args);
        assert_eq!(done["kind"], "edited", "{flags:?}");
        let after = nats(home, "account", "ACME");
        let at = |claims: &Value| {
            path.split('.')
                .fold(claims.clone(), |value, part| value[part].clone())
        };
        assert_eq!(at(&after), expected, "{flags:?}");
        // Every difference is one that was told, and none of JetStream's limits came along.
        for change in done["changes"].as_array().unwrap() {
            let told = change["path"].as_str().unwrap();
            assert!(told.contains(path.split('.').next().unwrap()), "{told}");
        }
        assert!(after["limits"].get("streams").is_none(), "{flags:?}");
        // The same again is done already.
        if at(&before) != at(&after) {
            let again = json(home, &args);
            assert_eq!(again["issuer"], Value::Null, "{flags:?}");
        }
    }
    common::at_home(home, &["store", "check"]);
}

#[test]
fn jetstream_is_by_tier_or_for_all() {
    let home = common::estate();
    let home = home.path();
    let edit = |flags: &[&str]| {
        let args = [&["edit", "account", "ACME"][..], flags].concat();
        common::at_home(home, &args);
        nats(home, "account", "ACME")["limits"].clone()
    };
    let limits = edit(&["--js-disk-storage", "1gib", "--js-streams", "10"]);
    assert_eq!(limits["disk_storage"], 1 << 30);
    assert_eq!(limits["streams"], 10);
    assert_eq!(limits["consumer"], -1);
    let tier = [
        "edit",
        "account",
        "ACME",
        "--js-tier",
        "3",
        "--js-streams",
        "4",
    ];
    let why = refused(home, &tier, 1, "any number of replicas");
    assert!(
        why.contains("hint: nkeep describe account ACME  # --rm-js-tier 0 takes"),
        "{why}"
    );
    let on = ["edit", "account", "ACME", "--js-enable", "0"];
    let why = refused(home, &on, 1, "is enabled already");
    assert!(
        why.contains("hint: nkeep describe account ACME  # "),
        "{why}"
    );
    let mistyped = ["edit", "account", "ACME", "--rm-js-tier", "2"];
    let why = refused(home, &mistyped, 1, "but for any number of replicas");
    assert!(why.contains("hint: nkeep describe account ACME\n"), "{why}");
    edit(&["--rm-js-tier", "0"]);
    let limits = edit(&["--js-tier", "3", "--js-mem-storage", "-1"]);
    assert_eq!(
        limits["tiered_limits"],
        value!({ "R3": {
            "mem_storage": -1, "streams": -1, "consumer": -1, "max_ack_pending": -1,
            "mem_max_stream_bytes": -1, "disk_max_stream_bytes": -1
        } })
    );
    let flat = ["edit", "account", "ACME", "--js-streams", "4"];
    let why = refused(home, &flat, 1, "limits for R3, and none");
    assert!(
        why.contains("hint: nkeep describe account ACME  # "),
        "{why}"
    );
    let limits = edit(&["--js-enable", "1"]);
    assert_eq!(
        limits["tiered_limits"]["R1"],
        value!({ "mem_storage": -1, "disk_storage": -1 })
    );
    let gone = ["edit", "account", "ACME", "--rm-js-tier", "5"];
    let why = refused(home, &gone, 1, "no JetStream limits for R5, but for R1, R3");
    // Whoever mistyped a tier wants to keep the others.
    assert!(why.contains("hint: nkeep describe account ACME\n"), "{why}");
    assert!(edit(&["--js-disable"]).get("tiered_limits").is_none());
    // Those are nsc's old names, and what it leaves behind is in nobody's way.
    let limits = edit(&["--streams", "-1", "--consumer", "-1"]);
    assert_eq!(
        (&limits["streams"], &limits["consumer"]),
        (&value!(-1), &value!(-1))
    );
    let limits = edit(&["--js-tier", "1", "--disk-storage", "5m"]);
    assert_eq!(limits["tiered_limits"]["R1"]["disk_storage"], 5_000_000);
    assert!(limits.get("streams").is_none(), "{limits}");
    let system = ["edit", "account", "SYS", "--js-disk-storage", "1g"];
    refused(home, &system, 1, "system account");
    for both in [
        &["--js-disable", "--js-streams", "1"][..],
        &["--js-enable", "1", "--js-tier", "1"],
        &["--rm-js-tier", "1", "--js-enable", "1"],
    ] {
        let args = [&["edit", "account", "ACME"][..], both].concat();
        refused(home, &args, 2, "cannot be used with");
    }
}

#[test]
fn a_user_has_everything_that_nsc_gives_one() {
    let home = common::estate();
    let home = home.path();
    let edit = |flags: &[&str]| {
        let args = [&["edit", "user", "ACME", "-a", "ACME"][..], flags].concat();
        common::at_home(home, &args);
        nats(home, "user", "ACME")
    };
    let user = edit(&[
        "--allow-pubsub",
        "b",
        "--deny-sub",
        "x q",
        "--allow-pub-response=5",
        "--response-ttl",
        "1m30s",
        "--source-network",
        "10.0.0.0/8,FE80::/10",
        "--conn-type",
        "mqtt,Standard",
        "--subs",
        "10",
        "--data",
        "1k",
        "--payload",
        "1kib",
        "--bearer",
        "--tag",
        "Team:Red",
        "--time",
        "08:00:00-18:00:00",
        "--locale",
        "Europe/Vienna",
    ]);
    let mut user = user;
    for field in ["issuer_account", "type", "version"] {
        user.as_object_mut().unwrap().remove(field);
    }
    assert_eq!(
        user,
        value!({
            "pub": { "allow": ["b"] },
            "sub": { "allow": ["b"], "deny": ["x q"] },
            "resp": { "max": 5, "ttl": 90_000_000_000_i64 },
            "src": ["10.0.0.0/8", "fe80::/10"],
            "times": [{ "start": "08:00:00", "end": "18:00:00" }],
            "times_location": "Europe/Vienna",
            "subs": 10, "data": 1000, "payload": 1024, "bearer_token": true,
            "allowed_connection_types": ["MQTT", "STANDARD"],
            "tags": ["team:red"],
        })
    );
    let user = edit(&[
        "--rm",
        "b,x q",
        "--rm-response-perms",
        "--rm-source-network",
        "10.0.0.0/8",
        "--rm-conn-type",
        "MQTT",
        "--rm-time",
        "08:00:00",
        "--bearer=false",
        "--rm-tag",
        "team:red",
    ]);
    assert_eq!((&user["pub"], &user["sub"]), (&value!({}), &value!({})));
    assert_eq!(user["src"], value!(["fe80::/10"]));
    assert_eq!(user["allowed_connection_types"], value!(["STANDARD"]));
    for gone in ["resp", "times", "bearer_token", "tags"] {
        assert!(user.get(gone).is_none(), "{gone}: {user}");
    }
    let said = said(&run(
        home,
        &["edit", "user", "ACME", "-a", "ACME", "--expiry", "1d"],
    ));
    assert!(
        said.contains("next: nkeep generate creds -a ACME -n ACME"),
        "{said}"
    );
    let claims = json(home, &["describe", "user", "ACME", "-a", "ACME"]);
    assert!(claims["exp"].as_i64().unwrap() > claims["iat"].as_i64().unwrap());
    edit(&["--expiry", "0"]);
}

#[test]
fn permissions_of_something_new_are_nscs() {
    let home = common::estate();
    let home = home.path();
    let args = [
        "add",
        "user",
        "x",
        "-a",
        "ACME",
        "--allow-pub-response",
        "--response-ttl",
        "500ms",
    ];
    common::at_home(home, &args);
    assert_eq!(
        nats(home, "user", "x")["resp"],
        value!({ "max": 1, "ttl": 500_000_000 })
    );
    let args = [
        "add",
        "account",
        "Y",
        "--max-responses",
        "7",
        "--allow-sub",
        "c,b",
    ];
    common::at_home(home, &args);
    let permissions = nats(home, "account", "Y")["default_permissions"].clone();
    assert_eq!(permissions["resp"]["max"], 7);
    assert_eq!(permissions["sub"]["allow"], value!(["b", "c"]));
}

#[test]
fn an_operator_is_edited_by_its_own_key() {
    let home = common::estate();
    let home = home.path();
    let edit = |flags: &[&str]| {
        let args = [&["edit", "operator"][..], flags].concat();
        common::at_home(home, &args);
        nats(home, "operator", "ACME")
    };
    let operator = edit(&[
        "--service-url",
        "TLS://Nats.example.com:4222,nats://b:4222",
        "-u",
        "nats://c:4222",
        "--tag",
        "Prod",
    ]);
    // What the operator began with is nowhere, once it is said where servers are.
    let urls = value!(["tls://nats.example.com:4222", "nats://b:4222"]);
    assert_eq!(operator["operator_service_urls"], urls);
    assert_eq!(operator["account_server_url"], "nats://c:4222");
    assert_eq!(operator["tags"], value!(["prod"]));
    let operator = edit(&[
        "--rm-service-url",
        "nats://b:4222",
        "--rm-account-jwt-server-url",
    ]);
    assert_eq!(
        operator["operator_service_urls"].as_array().unwrap().len(),
        1
    );
    assert!(operator.get("account_server_url").is_none());
    common::at_home(home, &["add", "account", "S2"]);
    let said = said(&run(home, &["edit", "operator", "--system-account", "S2"]));
    assert!(
        said.contains("warning: servers keep what JetStream's cluster knows"),
        "{said}"
    );
    let account = json(home, &["describe", "account", "S2"]);
    assert_eq!(
        nats(home, "operator", "ACME")["system_account"],
        account["sub"]
    );
    common::at_home(home, &["edit", "account", "ACME", "--js-enable", "0"]);
    let args = ["edit", "operator", "--system-account", "ACME"];
    let why = refused(home, &args, 1, "uses JetStream");
    assert!(
        why.contains("hint: nkeep describe account ACME  # "),
        "{why}"
    );
}

/// Creds are made where the seed is: elsewhere, the token is what comes next.
#[test]
fn what_comes_next_for_a_user_whose_seed_is_elsewhere_can_be_done_here() {
    let home = common::estate();
    let home = home.path();
    let key = "UCVKH7WUWDYUXITU7KSYG7DYV3AO5H42WXFGNOL3IIA3Q5PWVCLMUQ6H";
    common::at_home(home, &["add", "user", "far", "-a", "ACME", "-k", key]);
    let next = |name: &str| {
        let said = said(&run(
            home,
            &["edit", "user", name, "-a", "ACME", "--tag", "x"],
        ));
        said.split("next: ").nth(1).unwrap().trim().to_owned()
    };
    assert_eq!(next("far"), "nkeep describe user -a ACME -n far --raw");
    common::at_home(
        home,
        &["describe", "user", "-a", "ACME", "-n", "far", "--raw"],
    );
    assert_eq!(
        next("ACME"),
        "nkeep generate creds -a ACME -n ACME -o ACME.creds"
    );
}

/// A value of a scope stands below the one before it, as wide as the terminal may be.
#[test]
fn scopes_are_described_in_columns() {
    let home = common::estate();
    let home = home.path();
    let role =
        "edit signing-key generate --role desk -a ACME --allow-pub one.>,two.> --allow-sub in.>";
    common::line(home, role);
    for columns in ["80", "200"] {
        let mut command = common::nkeep_at(home);
        command.args(["describe", "account", "ACME"]);
        let output = command.env("COLUMNS", columns).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let at = |what: &str| {
            let line = text.lines().find(|line| line.contains(what)).unwrap();
            line.find(what).unwrap()
        };
        assert_eq!(at("one.>"), at("two.>"), "{text}");
        assert_eq!(at("one.>"), at("in.>"), "{text}");
        let key = text.lines().find(|line| line.contains("(scoped)")).unwrap();
        assert!(
            at("Publish allow") > key.find(|sign: char| sign != ' ').unwrap(),
            "{text}"
        );
    }
}

/// What is taken away and is not there may be a slip of the hand.
#[test]
fn what_is_taken_from_a_user_and_is_not_there_is_said() {
    let home = common::estate();
    let home = home.path();
    let give = [
        "edit",
        "user",
        "ACME",
        "-a",
        "ACME",
        "--allow-pub",
        "a",
        "--tag",
        "t",
    ];
    assert!(!said(&run(home, &give)).contains("taken away"));
    let take = [
        "edit", "user", "ACME", "-a", "ACME", "--rm", "a,nope", "--rm-tag", "t,none",
    ];
    let told = said(&run(home, &take));
    let warnings: Vec<&str> = told
        .lines()
        .filter(|line| line.contains("taken away"))
        .collect();
    assert_eq!(
        warnings,
        [
            "nkeep: warning: it has no tag \"none\", so none was taken away",
            "nkeep: warning: no permission names \"nope\", so none was taken away",
        ]
    );
    // Of a role that is not there, what shows those that are helps.
    let why = refused(
        home,
        &["edit", "user", "ACME", "-a", "ACME", "-K", "nosuch"],
        1,
        "nosuch",
    );
    assert!(
        why.contains("hint: nkeep describe account ACME  # shows which roles there are"),
        "{why}"
    );
}

/// An edit takes nothing back that was given out.
#[test]
fn where_an_edit_narrows_a_user_what_shuts_the_older_token_out_comes_next() {
    let home = common::estate();
    let home = home.path();
    let told = |flags: &[&str]| {
        let args = [&["edit", "user", "ACME", "-a", "ACME"], flags].concat();
        let said = said(&run(home, &args));
        let warns = said.contains("warning: what \"ACME\" was given before holds as it was");
        let command = "next: nkeep revocations add-user ACME -a ACME --at ";
        assert_eq!(warns, said.contains(command), "{said}");
        warns
    };
    for (flags, narrows) in [
        (&["--tag", "x"][..], false),
        (&["--expiry", "90d"], true),
        (&["--expiry", "120d"], false),
        (&["--expiry", "30d"], true),
        (&["--deny-pubsub", "secret.>"], true),
        (&["--deny-pub", "secret.one"], false),
        (&["--allow-pub", "orders.>"], true),
        (&["--allow-pub", "bills"], false),
        (&["--rm", "bills"], true),
        (&["--subs", "10"], true),
        (&["--subs", "100"], false),
        (&["--payload", "1kib"], true),
        (&["--source-network", "10.0.0.0/8"], true),
        (&["--bearer"], false),
        (&["--bearer=false"], true),
        (&["--expiry", "0"], false),
    ] {
        assert_eq!(told(flags), narrows, "{flags:?}");
    }
    // What is revoked already is not said to hold.
    common::line(home, "revocations add-user ACME -a ACME");
    assert!(!told(&["--subs", "1"]));
}

/// A script that works out no days at all is not left to find creds that never end.
#[test]
fn a_length_of_nothing_is_said_to_be_for_ever() {
    let home = common::estate();
    let home = home.path();
    for (words, says) in [
        ("add user a -a ACME --expiry 0d", true),
        ("edit user a -a ACME --expiry 0m", true),
        ("edit user a -a ACME --expiry 0", false),
        ("edit user a -a ACME --expiry 1d", false),
    ] {
        let words: Vec<&str> = words.split(' ').collect();
        let output = common::nkeep_at(home).args(&words).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        let said = String::from_utf8_lossy(&output.stderr);
        let told = said.contains(
            "warning: --expiry is no length of time, which is taken for 0: it never expires",
        );
        assert_eq!(told, says, "{words:?}: {said}");
    }
}
