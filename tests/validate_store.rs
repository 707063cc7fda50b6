//! What `validate` finds in a store that no token says alone.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::refusal::{json, key, run};
use common::validation::{
    account, estate, export, follow, found, hints, import, mended, operator, stranger,
};
use nkeep::jwt::claims::{Export, ShareType};

#[test]
fn an_estate_is_well() {
    let home = estate();
    assert!(found(home.path(), &[]).is_empty());
    let shown = common::at_home(home.path(), &["validate"]);
    assert_eq!(
        shown,
        "[ OK ] 1 operator, 4 accounts, 2 users; 0 with problems, 0 with warnings alone\n"
    );
}

#[test]
fn imports_are_compared_with_exports() {
    let home = estate();
    let home = home.path();
    let orders = key(home, "ORDERS");
    account(home, "ORDERS", |claims| {
        claims.body.exports = vec![
            export("orders.>", ShareType::Stream, false),
            export("audit.*", ShareType::Service, true),
            export("idle", ShareType::Service, false),
        ];
    });
    let stranger = stranger();
    account(home, "BILLING", |claims| {
        claims.body.imports = vec![
            import("orders.new", &orders, ShareType::Stream),
            import("orders.old", &orders, ShareType::Service),
            import("audit.one", &orders, ShareType::Service),
            import("nothing", &orders, ShareType::Stream),
            import("theirs", &stranger, ShareType::Stream),
        ];
    });
    let mut all = found(home, &[]);
    all.sort();
    assert_eq!(
        all,
        [
            "BILLING import.account-unknown",
            "BILLING import.not-exported",
            "BILLING import.other-type",
            "BILLING import.token-missing",
            "ORDERS export.unused",
        ]
    );
    // One account alone, and against everything all the same.
    assert_eq!(found(home, &["-a", "ORDERS"]), ["ORDERS export.unused"]);
    assert_eq!(found(home, &["-a", "BILLING"]).len(), 4);
}

#[test]
fn services_that_come_back_are_found() {
    let home = estate();
    let home = home.path();
    let (orders, billing) = (key(home, "ORDERS"), key(home, "BILLING"));
    for (name, other) in [("ORDERS", &billing), ("BILLING", &orders)] {
        account(home, name, |claims| {
            claims.body.exports = vec![export("ask", ShareType::Service, false)];
            claims.body.imports = vec![import("ask", other, ShareType::Service)];
        });
    }
    let cycles = found(home, &[]);
    assert_eq!(cycles, ["BILLING import.cycle", "ORDERS import.cycle"]);
}

#[test]
fn keys_that_are_missing_or_left_over_are_found() {
    let home = estate();
    let home = home.path();
    common::at_home(home, &["edit", "account", "ORDERS", "--sk", "generate"]);
    let elsewhere = stranger();
    account(home, "ORDERS", |claims| {
        claims.body.signing_keys.0.clear();
        claims.body.signing_keys.0.insert(elsewhere, None);
    });
    let mut all = found(home, &[]);
    all.sort();
    assert_eq!(all, ["ORDERS key.seed-missing", "ORDERS key.unreferenced"]);
    // A user whose signer is gone holds no more: such a change is not made, and one by hand is no valid store.
    operator(home, |claims| claims.body.tags = vec!["x".to_owned()]);
}

#[test]
fn what_is_risky_is_said() {
    let home = estate();
    let home = home.path();
    common::at_home(home, &["add", "user", "kiosk", "-a", "ORDERS", "--bearer"]);
    account(home, "SYS", |claims| {
        claims.body.limits.jetstream.disk_storage = -1
    });
    let mut all = found(home, &[]);
    all.sort();
    assert_eq!(
        all,
        ["SYS account.system-jetstream", "kiosk user.bearer-for-ever"]
    );
    for args in [
        &["-a", "ORDERS", "-A"][..],
        &["-f", "x", "-a", "ORDERS"],
        &["--chain", "x"],
    ] {
        let output = run(home, &[&["validate"], args].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}: {output:?}");
    }
}

#[test]
fn hints_mend_what_is_between_accounts() {
    let home = estate();
    let home = home.path();
    let (orders, billing) = (key(home, "ORDERS"), key(home, "BILLING"));
    account(home, "ORDERS", |claims| {
        claims.body.exports = vec![
            export("idle", ShareType::Service, false),
            export("orders", ShareType::Stream, true),
            Export {
                account_token_position: 1,
                ..export("*.own", ShareType::Service, false)
            },
            export("kind", ShareType::Stream, false),
        ];
    });
    account(home, "BILLING", |claims| {
        claims.body.imports = vec![
            import("nothing", &orders, ShareType::Stream),
            import("kind", &orders, ShareType::Service),
            import(&format!("{orders}.own"), &orders, ShareType::Service),
            import("orders", &orders, ShareType::Stream),
        ];
    });
    let mut all = found(home, &["-a", "BILLING"]);
    all.sort();
    assert_eq!(
        all,
        [
            "BILLING import.account-position",
            "BILLING import.not-exported",
            "BILLING import.other-type",
            "BILLING import.token-missing"
        ]
    );
    for code in [
        "import.not-exported",
        "import.other-type",
        "import.account-position",
    ] {
        mended(home, code);
    }
    follow(home, "import.token-missing");
    // What somebody may yet import is looked at, and not removed by a hint.
    let unused = |home| {
        hints(home)
            .into_iter()
            .find(|(code, _)| code == "export.unused")
    };
    let hint = unused(home).unwrap();
    assert!(hint.1.starts_with("nkeep describe account "), "{hint:?}");
    assert!(hint.1.contains("nkeep add import"), "{hint:?}");
    follow(home, "export.unused");
    assert_eq!(unused(home), Some(hint));
    // One that names the importer is as it should be.
    account(home, "ORDERS", |claims| {
        claims.body.exports = vec![Export {
            account_token_position: 1,
            ..export("*.own", ShareType::Service, false)
        }];
    });
    account(home, "BILLING", |claims| {
        let own = format!("{billing}.own");
        claims.body.imports = vec![import(&own, &orders, ShareType::Service)];
    });
    assert!(found(home, &[]).is_empty());
}

#[test]
fn streams_that_come_back_are_found() {
    let home = estate();
    let home = home.path();
    let (orders, billing) = (key(home, "ORDERS"), key(home, "BILLING"));
    for (name, other) in [("ORDERS", &billing), ("BILLING", &orders)] {
        account(home, name, |claims| {
            claims.body.exports = vec![export("news", ShareType::Stream, false)];
            claims.body.imports = vec![import("news", other, ShareType::Stream)];
        });
    }
    let cycles = found(home, &[]);
    assert_eq!(cycles, ["BILLING import.cycle", "ORDERS import.cycle"]);
    mended(home, "import.cycle");
}

/// Follows a hint that writes a file which an earlier one left.
fn follow_once_gone(home: &std::path::Path, file: &str, code: &str) {
    std::fs::remove_file(home.join(file)).unwrap();
    follow(home, code);
}

#[test]
fn activations_that_hold_no_more_are_found() {
    let home = estate();
    let home = home.path();
    let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let nkeep = |line: &str| {
        let words = words(line);
        let args: Vec<&str> = words.iter().map(String::as_str).collect();
        common::at_home(home, &args)
    };
    nkeep("add export -a ORDERS -s orders.> -p");
    nkeep("generate activation -a ORDERS -s orders.> -t BILLING --expiry 2w -o one.jwt");
    nkeep("add import -a BILLING --token one.jwt");
    assert!(found(home, &[]).is_empty());
    // Its signer is gone.
    let signing = json(home, &["describe", "account", "ORDERS"]);
    let key = signing["nats"]["signing_keys"][0]
        .as_str()
        .unwrap()
        .to_owned();
    nkeep(&format!(
        "edit account ORDERS --sk generate --rm-sk {key} --force"
    ));
    assert_eq!(
        found(home, &["-a", "BILLING"]),
        ["BILLING import.token-distrusted"]
    );
    follow(home, "import.token-distrusted");
    nkeep("add import -a BILLING --token BILLING-0.jwt");
    assert!(found(home, &["--operator", "ACME"]).is_empty());
    // What was offered to all is so no more.
    account(home, "BILLING", |claims| {
        claims.body.imports[0].token.clear();
    });
    follow_once_gone(home, "BILLING-0.jwt", "import.token-missing");
    nkeep("add import -a BILLING --token BILLING-0.jwt");
    assert!(found(home, &["--operator", "ACME"]).is_empty());
    // And in time it ends.
    nkeep("generate activation -a ORDERS -s orders.> -t BILLING --expiry 2w -o two.jwt");
    nkeep("add import -a BILLING --token two.jwt");
    assert!(found(home, &["--operator", "ACME"]).is_empty());
    let late = common::nkeep_at(home)
        .env("NKEEP_TEST_CLOCK", "1797200000")
        .args(["validate", "-a", "BILLING"])
        .output()
        .unwrap();
    assert_eq!(late.status.code(), Some(3), "{late:?}");
    let text = String::from_utf8(late.stdout).unwrap();
    assert!(text.contains("import.token-distrusted"), "{text}");
}

/// What was shut on purpose is not opened by doing what is suggested.
#[test]
fn what_is_suggested_opens_nothing_that_was_shut() {
    let home = estate();
    let home = home.path();
    let nkeep = |line: &str| drop(common::line(home, line));
    nkeep("add export -a ORDERS -s orders.> -p");
    nkeep("generate activation -a ORDERS -s orders.> -t BILLING -o one.jwt");
    nkeep("add import -a BILLING --token one.jwt");
    nkeep("revocations add-activation -a ORDERS -s orders.> -t BILLING");
    assert_eq!(
        found(home, &["-a", "BILLING"]),
        ["BILLING import.token-revoked"]
    );
    let report = json_report(home);
    assert!(report.contains("nkeep delete import --subject"), "{report}");
    nkeep("delete export -a ORDERS -s orders.>");
    let report = json_report(home);
    let hint = report
        .lines()
        .find(|line| line.contains("nkeep add export"))
        .unwrap();
    assert!(hint.contains(" --private "), "{hint}");
}

fn json_report(home: &std::path::Path) -> String {
    let out = run(home, &["validate", "--json"]);
    assert_eq!(out.status.code(), Some(3), "{out:?}");
    String::from_utf8(out.stdout).unwrap()
}

/// Years after tests run.
const LATER: &str = "4000000000";

#[test]
fn users_that_are_not_as_they_should_be_are_found() {
    let home = estate();
    let home = home.path();
    common::at_home(home, &["add", "user", "kiosk", "-a", "ORDERS", "--bearer"]);
    mended(home, "user.bearer-for-ever");
    common::at_home(home, &["add", "user", "gone", "-a", "ORDERS"]);
    common::at_home(home, &["revocations", "add-user", "gone", "-a", "ORDERS"]);
    // It is a warning: that it is revoked is as somebody wanted it.
    assert_eq!(found(home, &[]), ["gone user.revoked"]);
    assert_eq!(run(home, &["validate"]).status.code(), Some(0));
    // Expired, too, it is not given an end that lets it in again.
    common::at_home(
        home,
        &["add", "user", "old", "-a", "ORDERS", "--expiry", "1h"],
    );
    common::at_home(home, &["revocations", "add-user", "old", "-a", "ORDERS"]);
    let mut later = common::nkeep_at(home);
    later.env("NKEEP_TEST_CLOCK", LATER).arg("validate");
    let said = String::from_utf8(later.output().unwrap().stdout).unwrap();
    assert!(said.contains("claims.expired"), "{said}");
    assert!(!said.contains("edit user old"), "{said}");
    let deletion = "hint: nkeep delete user old -a ORDERS\n";
    assert!(said.contains(deletion), "{said}");
    common::at_home(home, &["delete", "user", "old", "-a", "ORDERS"]);
    mended(home, "user.revoked");
    // A bearer because its scope says so.
    let key = ["edit", "signing-key", "generate", "--role", "desk", "-a"];
    common::at_home(home, &[&key[..], &["ORDERS", "--bearer"]].concat());
    common::at_home(
        home,
        &["add", "user", "screen", "-a", "ORDERS", "-K", "desk"],
    );
    let all = found(home, &["-a", "ORDERS"]);
    assert_eq!(all, ["screen user.bearer-for-ever"]);
    account(home, "ORDERS", |claims| {
        claims.body.limits.disallow_bearer = true;
    });
    let all = found(home, &[]);
    assert!(all.contains(&"screen chain.bearer".to_owned()), "{all:?}");
}

#[test]
fn ways_past_what_is_denied_are_found() {
    let home = estate();
    let home = home.path();
    let add = ["add", "user", "-a", "ORDERS"];
    for (name, flags) in [
        ("queue", &["--deny-sub", "orders.new workers"][..]),
        ("star", &["--allow-sub", "orders.*"]),
        ("mixed", &["--deny-sub", "orders.new workers,orders.new"]),
        ("crossed", &["--deny-sub", "orders.>"]),
        (
            "well",
            &["--allow-sub", "orders.>", "--deny-sub", "orders.secret"],
        ),
    ] {
        common::at_home(home, &[&add[..], &[name], flags].concat());
    }
    let role = ["edit", "signing-key", "generate", "--role", "desk", "-a"];
    let template = ["ORDERS", "--allow-sub", "{{name()}}.*"];
    common::at_home(home, &[&role[..], &template].concat());
    let edit = ["edit", "account", "BILLING", "--allow-sub", "bills.*"];
    common::at_home(home, &edit);
    let mut all = found(home, &[]);
    all.sort();
    assert_eq!(
        all,
        [
            "BILLING permission.star-takes-tail",
            "ORDERS permission.star-takes-tail",
            "crossed permission.deny-crossed",
            "mixed permission.deny-with-queue",
            "queue permission.deny-in-queue-alone",
            "star permission.star-takes-tail",
        ]
    );
    for _ in 0..3 {
        follow(home, "permission.star-takes-tail");
    }
    mended(home, "permission.deny-with-queue");
    mended(home, "permission.deny-in-queue-alone");
    assert_eq!(found(home, &[]).len(), 2, "{:?}", found(home, &[]));
    // Where all servers are newer, neither of what they mended is said.
    operator(home, |claims| {
        claims.body.assert_server_version = "2.12.7".to_owned();
    });
    assert!(found(home, &[]).is_empty(), "{:?}", found(home, &[]));
}

#[test]
fn a_key_of_two_is_found() {
    let home = estate();
    let home = home.path();
    common::at_home(home, &["edit", "account", "ORDERS", "--sk", "generate"]);
    let orders = json(home, &["describe", "account", "ORDERS"]);
    let key = orders["nats"]["signing_keys"][0]
        .as_str()
        .unwrap()
        .to_owned();
    account(home, "BILLING", |claims| {
        claims.body.signing_keys.0.insert(key, None);
    });
    assert_eq!(
        found(home, &[]),
        ["BILLING key.shared", "ORDERS key.shared"]
    );
    mended(home, "key.shared");
}

/// What nobody offers any more does not come back, whoever of the two it was.
#[test]
fn without_one_of_its_exports_there_is_no_circle() {
    for (without, offering) in [("ORDERS", "BILLING"), ("BILLING", "ORDERS")] {
        let home = estate();
        let home = home.path();
        let (orders, billing) = (key(home, "ORDERS"), key(home, "BILLING"));
        for (name, other) in [("ORDERS", &billing), ("BILLING", &orders)] {
            account(home, name, |claims| {
                if name == offering {
                    claims.body.exports = vec![export("ask", ShareType::Service, false)];
                }
                claims.body.imports = vec![import("ask", other, ShareType::Service)];
            });
        }
        let all = found(home, &[]);
        assert_eq!(
            all,
            [format!("{offering} import.not-exported")],
            "{without}"
        );
    }
}

#[test]
fn users_for_whom_a_role_cannot_be_filled_in_are_named_by_scope() {
    let home = estate();
    let home = home.path();
    for line in [
        "edit signing-key generate --role team -a ORDERS --allow-pub y.{{tag(team)}} --deny-sub z.{{name()}}",
        "add user whole -a ORDERS -K team --tag team:blue",
        "add user one -a ORDERS -K team",
        "add user two -a ORDERS -K team",
        "add user gone -a ORDERS -K team",
        "revocations add-user gone -a ORDERS",
    ] {
        common::line(home, line);
    }
    common::at_home(
        home,
        &[
            "add", "user", "a b", "-a", "ORDERS", "-K", "team", "--tag", "team:red",
        ],
    );
    let said = common::at_home(home, &["validate", "-a", "ORDERS"]);
    let said: String = said.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "users \"one\", \"two\" may not publish to \"y.{{tag(team)}}\" of the role \"team\": {{tag(team)}} stands \
         for nothing",
        "servers refuse user \"a b\": the role \"team\" denies it to subscribe to \"z.{{name()}}\", and {{name()}} \
         stands for \"a b\", which makes no subject",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(run(home, &["validate"]).status.code(), Some(0));
    for user in ["one", "two"] {
        let all = hints(home);
        let tag = format!("nkeep edit user {user} --tag team:VALUE -a ORDERS");
        assert!(
            all.contains(&("scope.template-unfilled".to_owned(), tag.clone())),
            "{all:?}"
        );
        let edit = tag.replace("VALUE", "green");
        let words: Vec<&str> = edit.split(' ').skip(1).collect();
        common::at_home(home, &words);
    }
    common::at_home(home, &["delete", "user", "a b", "-a", "ORDERS"]);
    let left = found(home, &["-a", "ORDERS"]);
    assert_eq!(left, ["gone user.revoked"]);
}
