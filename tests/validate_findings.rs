//! Findings of `validate` in situations that commands refuse to make, and what it says of a part of a store.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::line;
use common::refusal::{json, key, refused, run, said};
use common::validation::{
    account, estate, export, follow, forge, found, hints, import, mended, stranger,
};
use nkeep::jwt::claims::{Account, Import, ShareType, User};
use nkeep::store::Changes;
use nkeep::store::record::Entity;
use nkeep::trust::{self, TrustError};
use serde_json::Value;

fn of_account(name: &str) -> impl FnOnce(&dyn Changes) -> Result<Entity, TrustError> {
    move |changes| trust::account(changes, &trust::operator(changes, None)?, Some(name))
}

fn of_user(account: &str, name: &str) -> impl FnOnce(&dyn Changes) -> Result<Entity, TrustError> {
    move |changes| trust::user(changes, &of_account(account)(changes)?, Some(name))
}

/// Under an operator that demands signing keys, what an identity key signed holds no more.
#[test]
fn strict_mode_that_is_broken_is_found() {
    let home = estate();
    let home = home.path();
    line(home, "add user clerk -a ORDERS");
    let operator = json(home, &["describe", "operator"]);
    assert_eq!(operator["nats"]["strict_signing_key_usage"], true);
    let identity = operator["sub"].as_str().unwrap().parse().unwrap();
    assert!(found(home, &[]).is_empty());
    forge::<Account>(home, of_account("BILLING"), Some(identity), |_| {});
    let orders = key(home, "ORDERS");
    forge::<User>(
        home,
        of_user("ORDERS", "clerk"),
        Some(orders.parse().unwrap()),
        |claims| claims.body.issuer_account.clear(),
    );
    let all = found(home, &[]);
    assert_eq!(
        all,
        ["BILLING chain.identity-key", "clerk chain.identity-key"]
    );
    let all = hints(home);
    assert!(
        all[0].1.starts_with("nkeep edit account BILLING -K O"),
        "{all:?}"
    );
}

#[test]
fn users_with_limits_of_their_own_under_a_scope_are_found() {
    let home = estate();
    let home = home.path();
    let role = "edit signing-key generate --role desk -a ORDERS --allow-pub desk.>";
    line(home, role);
    line(home, "add user screen -a ORDERS -K desk");
    assert!(found(home, &[]).is_empty());
    forge::<User>(home, of_user("ORDERS", "screen"), None, |claims| {
        claims.body.limits.permissions.publish.allow = vec![">".to_owned()];
    });
    assert_eq!(found(home, &[]), ["screen chain.scoped-with-limits"]);
    mended(home, "chain.scoped-with-limits");
}

#[test]
fn activations_for_another_account_are_found() {
    let home = estate();
    let home = home.path();
    line(home, "add export -a ORDERS -s orders.> -p");
    line(
        home,
        "generate activation -a ORDERS -s orders.> -t ACME -o acme.jwt",
    );
    let token = std::fs::read_to_string(home.join("acme.jwt")).unwrap();
    let token = token
        .lines()
        .find(|line| line.starts_with("eyJ"))
        .unwrap()
        .to_owned();
    let orders = key(home, "ORDERS");
    forge::<Account>(home, of_account("BILLING"), None, |claims| {
        let mut import = import("orders.>", &orders, ShareType::Stream);
        import.token = token;
        claims.body.imports = vec![import];
    });
    assert_eq!(
        found(home, &["-a", "BILLING"]),
        ["BILLING import.token-account"]
    );
    // What it should have had takes its place.
    follow(home, "import.token-account");
}

#[test]
fn imports_that_overlap_are_found() {
    let home = estate();
    let home = home.path();
    line(home, "add export -a ORDERS -s ask.> -r");
    let orders = key(home, "ORDERS");
    forge::<Account>(home, of_account("BILLING"), None, |claims| {
        claims.body.imports = vec![
            import("ask.one", &orders, ShareType::Service),
            import("ask.*", &orders, ShareType::Service),
        ];
    });
    assert_eq!(found(home, &[]), ["BILLING import.overlap"]);
    mended(home, "import.overlap");
    // Twice the same is twice the same.
    forge::<Account>(home, of_account("BILLING"), None, |claims| {
        let same = import("ask.one", &orders, ShareType::Service);
        claims.body.imports = vec![same.clone(), same];
    });
    let all = found(home, &[]);
    assert!(
        all.contains(&"BILLING import.duplicate".to_owned()),
        "{all:?}"
    );
}

/// A key that is given by its public half alone has no seed here; one of the store keeps what it has.
#[test]
fn seeds_of_keys_that_are_given_are_here_or_missing() {
    let home = estate();
    let home = home.path();
    let elsewhere = stranger();
    line(home, "edit account ORDERS --sk generate");
    line(home, &format!("edit account ORDERS --sk {elsewhere}"));
    assert_eq!(found(home, &[]), ["ORDERS key.seed-missing"]);
    line(home, &format!("edit account ORDERS --rm-sk {elsewhere}"));
    let made = line(home, "edit account ORDERS --sk generate");
    let made = made.trim();
    assert!(found(home, &[]).is_empty());
    line(home, &format!("edit account ORDERS --rm-sk {made}"));
    assert_eq!(found(home, &[]), [" key.of-nobody"]);
    line(home, &format!("edit account ORDERS --sk {made}"));
    assert!(found(home, &[]).is_empty(), "{:?}", found(home, &[]));
}

#[test]
fn keys_of_nobody_are_found() {
    let home = estate();
    let home = home.path();
    line(home, "edit account ORDERS --sk generate");
    let made = line(home, "edit account ORDERS --sk generate");
    let made = made.trim();
    line(home, &format!("edit account ORDERS --rm-sk {made}"));
    let shown = line(home, "validate");
    assert!(
        shown.starts_with("[WARN] keys of nobody\n")
            && shown.contains(&format!(
                ": 1 key belongs to nobody\n    {made} (account-signing)\n"
            )),
        "{shown}"
    );
    // Of a part of the store, it is none.
    assert!(found(home, &["-a", "ORDERS"]).is_empty());
    assert!(found(home, &["--operator", "ACME"]).is_empty());
    mended(home, "key.of-nobody");
    assert!(home.join("FOLDER").is_dir());
}

#[test]
fn a_part_of_a_store_is_looked_at_alone() {
    let home = estate();
    let home = home.path();
    let alone = line(home, "add user kiosk -a ORDERS --bearer -q");
    assert_eq!(alone, "");
    let key = |operator: &str| {
        let user = ["describe", "user", "kiosk", "-a", "ORDERS", "--operator"];
        let user = json(home, &[&user[..], &[operator]].concat());
        user["sub"].as_str().unwrap().to_owned()
    };
    let one = key("ACME");
    let shown = line(home, "validate");
    let title = format!("[WARN] user \"kiosk\" {one} of account \"ORDERS\"\n");
    assert!(shown.starts_with(&title), "{shown}");
    line(home, "add operator TWO --sys");
    line(home, "add account ORDERS --operator TWO");
    line(home, "add account OTHER --operator TWO");
    line(home, "add user kiosk -a ORDERS --operator TWO --bearer");
    line(home, "add user till -a OTHER --operator TWO --bearer");
    let two = key("TWO");
    let shown = line(home, "validate");
    for (key, operator) in [(&one, "ACME"), (&two, "TWO")] {
        let title =
            format!("[WARN] user \"kiosk\" {key} of account \"ORDERS\" of operator \"{operator}\"");
        assert!(shown.contains(&title), "{shown}");
    }
    let reports = |args: &[&str]| -> Vec<[String; 3]> {
        let document = json(home, &[&["validate"], args].concat());
        let text = |report: &Value, field: &str| report[field].as_str().unwrap().to_owned();
        let reports = document["reports"].as_array().unwrap().iter();
        let mut named: Vec<[String; 3]> = reports
            .map(|report| ["operator", "account", "name"].map(|field| text(report, field)))
            .collect();
        named.sort();
        named
    };
    let named = |words: [&str; 3]| words.map(str::to_owned);
    let [kiosk, till] = [
        named(["TWO", "ORDERS", "kiosk"]),
        named(["TWO", "OTHER", "till"]),
    ];
    assert_eq!(
        reports(&["--operator", "ACME"]),
        [named(["ACME", "ORDERS", "kiosk"])]
    );
    assert_eq!(
        reports(&["--operator", "TWO"]),
        [kiosk.clone(), till.clone()]
    );
    assert_eq!(reports(&["--operator", "TWO", "-a", "ORDERS"]), [kiosk]);
    assert_eq!(reports(&[]).len(), 3);
    let counted = line(home, "validate --operator TWO");
    assert!(
        counted.contains("1 operator, 3 accounts, 3 users; 0 with problems, 2 with"),
        "{counted}"
    );
    refused(
        home,
        &["validate", "--operator", "NO"],
        1,
        "no operator \"NO\"",
    );
    let both = ["validate", "--operator", "TWO", "-f", "x"];
    refused(home, &both, 2, "a file and a part of the store");
}

/// Servers take what the identity of an exporter signed in its own name, whatever the operator demands.
#[test]
fn activations_by_an_identity_key_are_a_warning() {
    let home = common::estate();
    let home = home.path();
    for one in [
        "add operator LAX --sys",
        "select operator LAX",
        "add account EXP",
        "add account IMP",
        "add export -a EXP -s orders.> -p",
        "generate activation -a EXP -s orders.> -t IMP -o one.jwt",
        "add import -a IMP --token one.jwt",
    ] {
        line(home, one);
    }
    // Without a key to sign anew with, that is what is to be had first.
    let strict = ["edit", "operator", "--require-signing-keys"];
    let why = refused(home, &strict, 1, "would demand signing keys, and have none");
    assert!(
        why.contains("hint: nkeep edit operator --sk generate"),
        "{why}"
    );
    line(home, "edit operator --sk generate");
    let why = refused(home, &strict, 1, "identity keys signed accounts");
    assert!(why.contains("--require-signing-keys --resign"), "{why}");
    let exporter = key(home, "EXP");
    let activation = json(home, &["describe", "jwt", "-f", "one.jwt"]);
    assert_eq!(activation["iss"], exporter.as_str());
    let strict = ["edit", "operator", "--require-signing-keys", "--resign"];
    let output = run(home, &strict);
    assert!(output.status.success(), "{output:?}");
    let said = common::refusal::said(&output);
    assert!(
        said.contains(
            "warning: activations that the identity key of account \"EXP\" signed stay as they are"
        ) && said.contains("those for \"IMP\""),
        "{said}"
    );
    let scope = ["--operator", "LAX"];
    assert_eq!(found(home, &scope), ["IMP import.token-by-identity"]);
    // The one that the finding asks for is signed by a signing key, and takes its place.
    line(home, "edit account EXP --sk generate");
    line(
        home,
        "generate activation -a EXP -s orders.> -t IMP -o two.jwt",
    );
    line(home, "add import -a IMP --token two.jwt");
    assert!(found(home, &scope).is_empty());
}

/// What no command mends is said beside one that can be run.
#[test]
fn hints_are_commands() {
    let home = common::estate();
    let home = home.path();
    line(home, "add user later -a ACME --start 2027-12-24");
    line(home, "edit account ACME --info-url https://acme.example");
    let late = run(home, &["validate", "--json"]);
    let document: serde_json::Value = serde_json::from_slice(&late.stdout).unwrap();
    let mut hints = Vec::new();
    for report in document["reports"].as_array().unwrap() {
        for issue in report["issues"].as_array().unwrap() {
            hints.extend(issue["hint"].as_str().map(str::to_owned));
        }
    }
    assert!(!hints.is_empty(), "{document}");
    for hint in hints {
        let words = hint.split("  # ").next().unwrap().strip_prefix("nkeep ");
        let words: Vec<&str> = words
            .unwrap_or_else(|| panic!("{hint}"))
            .split(' ')
            .collect();
        // What is not valid yet is shown all the same, and said to be so.
        let shown = run(home, &words);
        assert!(
            matches!(shown.status.code(), Some(0 | 3)),
            "{hint}: {shown:?}"
        );
    }
}

/// A circle is cut in one place: hints that cut it everywhere would take away more than is wrong.
#[test]
fn one_import_of_a_circle_is_enough() {
    let home = estate();
    let home = home.path();
    let (orders, billing) = (key(home, "ORDERS"), key(home, "BILLING"));
    for (name, other) in [("ORDERS", &billing), ("BILLING", &orders)] {
        account(home, name, |claims| {
            claims.body.exports = vec![export("ask", ShareType::Service, false)];
            claims.body.imports = vec![import("ask", other, ShareType::Service)];
        });
    }
    let cycles = hints(home)
        .into_iter()
        .filter(|(code, _)| code == "import.cycle");
    let (cuts, others): (Vec<_>, Vec<_>) =
        cycles.partition(|(_, hint)| hint.starts_with("nkeep delete import"));
    assert_eq!((cuts.len(), others.len()), (1, 1));
    let [cut, other] = [&cuts[0].1, &others[0].1];
    assert!(cut.ends_with(" -a BILLING"), "{cut}");
    let shows = "nkeep describe account BILLING  # ";
    assert!(other.starts_with(shows), "{other}");
    let cut: Vec<&str> = cut.split(' ').skip(1).collect();
    common::at_home(home, &cut);
    let left = hints(home);
    assert!(
        left.iter().all(|(code, _)| code != "import.cycle"),
        "{left:?}"
    );
}

/// What would export all of it would not be signed beside what exports a part.
#[test]
fn an_export_that_holds_a_part_of_an_import_is_named() {
    let home = estate();
    let home = home.path();
    let orders = key(home, "ORDERS");
    account(home, "ORDERS", |claims| {
        claims.body.exports = vec![
            export("orders.eu.>", ShareType::Stream, false),
            export("orders.us", ShareType::Service, false),
        ];
    });
    account(home, "BILLING", |claims| {
        claims.body.imports = vec![import("orders.>", &orders, ShareType::Stream)];
    });
    let hints = hints(home);
    let (_, hint) = hints
        .iter()
        .find(|(code, _)| code == "import.not-exported")
        .unwrap();
    assert!(
        hint.starts_with("nkeep describe account ORDERS  # "),
        "{hint}"
    );
    assert!(
        hint.contains("\"orders.eu.>\"") && !hint.contains("orders.us"),
        "{hint}"
    );
}

#[test]
fn streams_that_come_twice_are_found() {
    let home = estate();
    let home = home.path();
    let orders = key(home, "ORDERS");
    account(home, "ORDERS", |claims| {
        claims.body.exports = vec![export(">", ShareType::Stream, false)];
    });
    let with = |imports: Vec<Import>| {
        account(home, "BILLING", |claims| claims.body.imports = imports);
        let mut found = found(home, &["-a", "BILLING"]);
        found.retain(|one| one.contains("import."));
        found
    };
    let stream = |subject: &str, local: &str| Import {
        local_subject: local.to_owned(),
        ..import(subject, &orders, ShareType::Stream)
    };
    let none: Vec<String> = Vec::new();
    assert_eq!(with(vec![stream("a.>", ""), stream("b.>", "")]), none);
    // Under other subjects they are told apart.
    assert_eq!(with(vec![stream("a.>", ""), stream("a.x", "x")]), none);
    for two in [["a.>", "a.x"], ["a.x", "a.>"], ["a.*.y", "a.x.*"]] {
        let all = with(two.map(|subject| stream(subject, "")).to_vec());
        assert_eq!(all, ["BILLING import.twice"], "{two:?}");
    }
    let twice = hints(home);
    let (_, hint) = twice
        .iter()
        .find(|(code, _)| code == "import.twice")
        .unwrap();
    assert!(
        hint.starts_with("nkeep describe account BILLING  # "),
        "{hint}"
    );
    with(vec![stream("a.>", ""), stream("a.x", "")]);
    mended(home, "import.twice");
    assert_eq!(found(home, &["-a", "BILLING"]), none);
}

#[test]
fn identity_keys_that_are_elsewhere_are_said_and_no_fault() {
    let home = estate();
    let home = home.path();
    common::at_home(home, &["add", "user", "here", "-a", "ORDERS"]);
    let pair = common::at_home(home, &["generate", "nkey", "--user", "--reveal"]);
    let key = pair.lines().find(|line| line.starts_with('U')).unwrap();
    common::at_home(home, &["add", "user", "there", "-a", "ORDERS", "-k", key]);
    let root = json(home, &["describe", "operator"])["sub"].clone();
    let root = root.as_str().unwrap();
    line(
        home,
        &format!("export keys --key {root} --dir safe --remove"),
    );
    let output = run(home, &["validate"]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(0), "{text}");
    let said: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("info key.elsewhere: "))
        .collect();
    assert_eq!(said.len(), 2, "{text}");
    assert!(
        said[0].contains("1 operator ") && said[1].contains(key),
        "{text}"
    );
    assert!(
        !text.contains("\"here\"") && text.contains("0 with warnings alone"),
        "{text}"
    );
    common::at_home(home, &["import", "keys", "--dir", "safe"]);
    let text = common::at_home(home, &["validate", "--operator", "ACME"]);
    assert!(
        text.contains(key) && !text.contains("of 1 operator"),
        "{text}"
    );
    // Of another account it is not said.
    let text = common::at_home(home, &["validate", "-a", "BILLING"]);
    assert!(!text.contains("key.elsewhere"), "{text}");
}

/// Servers before 2.11 refuse such an account; later ones ask both exporters.
#[test]
fn services_of_two_accounts_under_one_subject_are_found_and_said_when_they_are_imported() {
    let home = estate();
    let home = home.path();
    for one in [
        "add account SHOP",
        "add export -a ORDERS -s one.* -r",
        "add export -a SHOP -s two.* -r",
        "add import -a BILLING --src-account ORDERS --remote-subject one.a --local-subject same --service",
    ] {
        line(home, one);
    }
    let second = |remote: &str, local: &str| {
        let line = format!(
            "add import -a BILLING --src-account SHOP --remote-subject {remote} --local-subject {local} --service"
        );
        said(&run(home, &line.split(' ').collect::<Vec<_>>()))
    };
    assert!(!second("two.b", "other").contains("warning"));
    let warned = second("two.a", "same");
    assert!(
        warned.contains("warning: requests to \"same\" go to account A")
            && warned.contains("servers before 2.11 refuse the whole account"),
        "{warned}"
    );
    assert_eq!(
        found(home, &["-a", "BILLING"]),
        ["BILLING import.overlap-across-accounts"]
    );
    let (_, hint) = &hints(home)[0];
    assert!(
        hint.starts_with("nkeep describe account BILLING  # nkeep delete import "),
        "{hint}"
    );
    let keys = ["ORDERS", "SHOP"].map(|name| key(home, name));
    let both = |locals: [&str; 2], sources: [&str; 2]| {
        account(home, "BILLING", |claims| {
            let imports = [0, 1].map(|at| Import {
                local_subject: locals[at].to_owned(),
                ..import(sources[at], &keys[at], ShareType::Service)
            });
            claims.body.imports = imports.to_vec();
        });
        let output = run(home, &["validate", "-a", "BILLING"]);
        String::from_utf8(output.stdout).unwrap()
    };
    let part = both(["x.y", "x.*"], ["one.a", "two.*"]);
    assert!(part.contains("servers before 2.11"), "{part}");
    // These meet, and neither is in the other: that is nothing to old servers.
    let cross = both(["x.*", "*.y"], ["one.*", "two.*"]);
    assert!(cross.contains("overlap-across-accounts"), "{cross}");
    assert!(!cross.contains("2.11"), "{cross}");
    let apart = both(["x", "y"], ["one.a", "two.a"]);
    assert!(!apart.contains("overlap-across-accounts"), "{apart}");
}

/// Go's library says that `zz.>` is in `zz.*`; servers send nothing of it.
#[test]
fn what_ends_in_a_tail_is_not_offered_by_what_ends_in_a_star() {
    let home = estate();
    let home = home.path();
    line(home, "add export -a ORDERS -s zz.*");
    line(home, "add export -a ORDERS -s pp.* --private");
    line(
        home,
        "add import -a BILLING --src-account ORDERS --remote-subject zz.>",
    );
    assert_eq!(
        found(home, &["-a", "BILLING"]),
        ["BILLING import.not-exported"]
    );
    let activation = "generate activation -a ORDERS -t BILLING -s pp.> -o a.jwt";
    let args: Vec<&str> = activation.split(' ').collect();
    refused(home, &args, 1, "no private export");
    line(home, &activation.replace("pp.>", "pp.*"));
    line(home, "add import -a BILLING --token a.jwt");
    let (orders, token) = (key(home, "ORDERS"), {
        let text = std::fs::read_to_string(home.join("a.jwt")).unwrap();
        text.lines()
            .find(|line| line.starts_with("eyJ"))
            .unwrap()
            .to_owned()
    });
    account(home, "BILLING", |claims| {
        let mut import = import("pp.>", &orders, ShareType::Stream);
        import.token = token;
        claims.body.imports = vec![import];
    });
    assert_eq!(
        found(home, &["-a", "BILLING"]),
        ["BILLING import.not-exported"]
    );
}
