//! Imports and mappings that cannot be: refused with a reason and a command that helps, and nothing is changed.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::market::sharing;
use common::refusal::{all_refused, json, refused};

const USER: &str = "UCVKH7WUWDYUXITU7KSYG7DYV3AO5H42WXFGNOL3IIA3Q5PWVCLMUQ6H";
const SEED: &str = "SUAAMBYIBEFAWDANBYHRAEISCMKBKFQXDAMRUGY4DUPB6IBBEIRSIJKNXA";
const ACME: &str = "nkeep describe account ACME";
const SHOP: &str = "nkeep describe account SHOP";

#[test]
fn imports_that_cannot_be_added_or_deleted() {
    let home = sharing();
    let home = home.path();
    let key = |account: &str| {
        let claims = json(home, &["describe", "account", account]);
        claims["sub"].as_str().unwrap().to_owned()
    };
    let (shop, acme) = (key("SHOP"), key("ACME"));
    let from = |more: &str| format!("-a SHOP --src-account ACME --remote-subject {more}");
    let own = format!(
        "nkeep add import -a SHOP --src-account ACME --remote-subject per.{shop}.x --service"
    );
    let as_service = "nkeep add import -a SHOP --src-account ACME --remote-subject quote --service";
    all_refused(
        home,
        "add import",
        &[
            ("-a SHOP", 2, "--token", ""),
            ("-a SHOP --src-account ACME", 2, "--remote-subject", ""),
            ("-a SHOP --remote-subject x", 2, "required", ""),
            (
                "-a SHOP --src-account NO --remote-subject x",
                1,
                "no account \"NO\"",
                "nkeep list accounts",
            ),
            ("-a SHOP --src-account a/b --remote-subject x", 2, "a/b", ""),
            (
                &format!("-a SHOP --src-account {USER} --remote-subject x"),
                2,
                USER,
                "",
            ),
            (
                &format!("-a SHOP --src-account {SEED} --remote-subject x"),
                2,
                "it is a seed",
                "",
            ),
            (
                "-a NO --src-account ACME --remote-subject x",
                1,
                "no account \"NO\"",
                "nkeep list accounts",
            ),
            (
                "-a SHOP --src-account SHOP --remote-subject x",
                2,
                "cannot import from itself",
                SHOP,
            ),
            (&from("a..b"), 2, "two in a row", ""),
            (&from("x -s a..b"), 2, "two in a row", ""),
            (
                &from("prices.>"),
                1,
                "already imports \"prices.>\" as a stream",
                SHOP,
            ),
            (
                &from("quote"),
                3,
                "exports \"quote\" as a service",
                as_service,
            ),
            (
                &from("per.*.x --service"),
                3,
                "under its own key, which must be token 2",
                &own,
            ),
            (&from("per.a.x --service"), 3, "under its own key", &own),
            (
                &from("quote --service --allow-trace"),
                2,
                "--allow-trace is for streams",
                SHOP,
            ),
            (
                &from("prices.eu --share"),
                2,
                "--share is for services",
                SHOP,
            ),
            (
                &from("prices.* -s a.$2"),
                2,
                "a wildcard that is not there",
                SHOP,
            ),
            (&from("prices.* -s a"), 2, "each wildcard once", SHOP),
            (
                &from("prices.* -s a.$0"),
                2,
                "the first wildcard is $1",
                SHOP,
            ),
            (&from("prices.> -s a"), 2, "both must end in", SHOP),
        ],
    );
    let missing = format!("-a SHOP -s prices.> --src-account {shop}");
    all_refused(
        home,
        "delete import",
        &[
            ("-a SHOP -s none", 1, "no import \"none\"", SHOP),
            (&missing, 1, "no import \"prices.>\" from", SHOP),
            ("-a SHOP -s prices.> --service", 1, "no import", SHOP),
            (
                "-a ACME",
                1,
                "ACME has no imports",
                "nkeep add import -a ACME",
            ),
            ("-a NO", 1, "no account \"NO\"", "nkeep list accounts"),
            (
                "-a SHOP -s a..b",
                2,
                "two in a row",
                "nkeep describe account SHOP",
            ),
            (
                "-a SHOP -s prices.> --src-account a/b",
                2,
                "a/b",
                "nkeep describe account SHOP",
            ),
        ],
    );
    // Of several with the subject, the exporter says which.
    common::at_home(home, &["add", "account", "OTHER"]);
    let args = [
        "add",
        "import",
        "-a",
        "SHOP",
        "--src-account",
        "OTHER",
        "--remote-subject",
        "prices.>",
    ];
    common::at_home(home, &args);
    let delete = ["delete", "import", "-a", "SHOP", "-s", "prices.>"];
    refused(home, &delete, 2, "say which with --src-account");
    common::at_home(home, &[&delete[..], &["--src-account", &acme]].concat());
    common::at_home(home, &["delete", "import", "-a", "SHOP"]);
}

#[test]
fn mappings_that_cannot_be_added_or_deleted() {
    let home = sharing();
    let home = home.path();
    all_refused(
        home,
        "add mapping",
        &[
            ("-a ACME -f x", 2, "--to", ""),
            ("-a ACME -t x", 2, "--from", ""),
            (
                "-a NO -f x -t y",
                1,
                "no account \"NO\"",
                "nkeep list accounts",
            ),
            ("-a ACME -f a..b -t y", 2, "two in a row", ""),
            ("-a ACME -f x -t a..b", 2, "would not map", ""),
            ("-a ACME -f x.* -t y.*", 2, "cannot have `*`", ""),
            ("-a ACME -f x.* -t y.$2", 2, "refers to a wildcard", ""),
            ("-a ACME -f x.> -t y", 2, "both end in", ""),
            (
                "-a ACME -f x.* -t {{nope(1)}}",
                2,
                "unknown mapping function",
                "",
            ),
            ("-a ACME -f x -t y --weight 101", 2, "101", ""),
            ("-a ACME -f x -t y --weight some", 2, "some", ""),
            (
                "-a ACME -f x -t y --weight 0",
                2,
                "servers read a weight of 0 as 100",
                "",
            ),
            ("-a ACME -f x -t y --cluster=", 2, "it is empty", ""),
            (
                "-a ACME -f a.* -t c.$1 --weight 50",
                3,
                "exceeds 100%",
                ACME,
            ),
            ("-a ACME -f a.* -t c.$1", 3, "exceeds 100%", ACME),
        ],
    );
    all_refused(
        home,
        "delete mapping",
        &[
            ("-a ACME", 2, "--from", ""),
            ("-a NO -f x", 1, "no account \"NO\"", "nkeep list accounts"),
            ("-a ACME -f x", 1, "no mapping of \"x\"", ACME),
            ("-a ACME -f a.* -t c.$1", 1, "to \"c.$1\"", ACME),
            ("-a ACME -f a.* --cluster c", 1, "in cluster \"c\"", ACME),
            (
                "-a ACME -f a.* -t b.$1 --cluster c",
                1,
                "in cluster \"c\"",
                ACME,
            ),
            (
                "-a ACME -f a..b",
                2,
                "two in a row",
                "nkeep describe account ACME",
            ),
        ],
    );
}

#[test]
fn a_token_that_was_cut_off_is_told_where_it_is_whole() {
    let home = sharing();
    let home = home.path();
    let token = common::at_home(home, &["describe", "account", "SHOP", "--raw"]);
    std::fs::write(home.join("cut.jwt"), &token[..token.len() / 2]).unwrap();
    let import = ["import", "account", "--file", "cut.jwt"];
    let why = refused(home, &import, 3, "no token that can be read");
    assert!(
        why.contains("hint: nkeep describe account NAME --raw"),
        "{why}"
    );
    let import = ["import", "account", "--file", "none.jwt"];
    assert!(!refused(home, &import, 1, "none.jwt").contains("--raw"));
}
