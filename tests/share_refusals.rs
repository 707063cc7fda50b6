//! Exports that cannot be: refused with a reason and a command that helps, and nothing is changed.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::market::sharing;
use common::refusal::{all_refused, refused};

const USER: &str = "UCVKH7WUWDYUXITU7KSYG7DYV3AO5H42WXFGNOL3IIA3Q5PWVCLMUQ6H";
const SEED: &str = "SUAAMBYIBEFAWDANBYHRAEISCMKBKFQXDAMRUGY4DUPB6IBBEIRSIJKNXA";

const ACME: &str = "nkeep describe account ACME";

#[test]
fn exports_that_cannot_be_added() {
    let home = sharing();
    let home = home.path();
    all_refused(
        home,
        "add export",
        &[
            ("-a ACME", 2, "--subject", ""),
            ("-a NO -s x", 1, "no account \"NO\"", "nkeep list accounts"),
            ("-a ACME -s a..b", 2, "two in a row", ""),
            ("-a ACME -s .a", 2, "start or end with a dot", ""),
            ("-a ACME -s a.>.b", 2, "only be the last token", ""),
            ("-a ACME -s=", 2, "subject", ""),
            (&format!("-a ACME -s {SEED}"), 2, "[a seed]", ""),
            ("-a ACME -s x -n=", 2, "it is empty", ""),
            ("-a ACME -s x -K nope", 1, "nope", ""),
            (&format!("-a ACME -s x -K {USER}"), 1, USER, ""),
            (&format!("-a ACME -s x -K {SEED}"), 2, "it is a seed", ""),
            (
                "-a ACME -s x --service=perhaps",
                2,
                "neither true nor false",
                "",
            ),
            (
                "-a ACME -s x --response-type Stream",
                2,
                "--response-type is for services",
                "nkeep add export -a ACME -s x",
            ),
            (
                "-a ACME -s x --response-threshold 5s",
                2,
                "is for services",
                "nkeep add export -a ACME -s x",
            ),
            (
                "-a ACME -s x --latency l",
                2,
                "is for services",
                "nkeep add export -a ACME -s x",
            ),
            (
                "-a ACME -s x --allow-trace",
                2,
                "is for services",
                "nkeep add export -a ACME -s x",
            ),
            (
                "-a ACME -s x -r --response-type Other",
                2,
                "none of Singleton",
                "",
            ),
            ("-a ACME -s x -r --response-threshold 5", 2, "no length", ""),
            (
                "-a ACME -s x -r --response-threshold=-1s",
                2,
                "no length",
                "",
            ),
            (
                "-a ACME -s x -r --latency l --sampling 101",
                2,
                "neither 1 to 100 nor",
                "",
            ),
            (
                "-a ACME -s x -r --latency l --sampling 10%",
                2,
                "neither 1 to 100 nor",
                "",
            ),
            (
                "-a ACME -s x -r --latency l --sampling 0",
                2,
                "would time no answer",
                "leave",
            ),
            ("-a ACME -s x -r --sampling 10", 2, "needs --latency", ""),
            (
                "-a ACME -s x -r --latency l.*",
                3,
                "can not contain wildcards",
                ACME,
            ),
            (
                "-a ACME -s *.x -p --account-token-position 1",
                2,
                "for public exports",
                "",
            ),
            (
                "-a ACME -s x.y --account-token-position 1",
                3,
                "only be used with wildcard",
                ACME,
            ),
            (
                "-a ACME -s *.y --account-token-position 3",
                3,
                "exceeds length",
                ACME,
            ),
            (
                "-a ACME -s *.y --account-token-position 2",
                3,
                "must match a *",
                ACME,
            ),
            ("-a ACME -s *.y --account-token-position=-1", 2, "-1", ""),
            (
                "-a ACME -s prices.>",
                1,
                "already exports \"prices.>\" as a stream",
                "nkeep edit export -a ACME -s 'prices.>'",
            ),
            ("-a ACME -s prices.eu", 3, "already exports", ACME),
        ],
    );
    for name in ["a\u{202e}b", "a\u{1b}[31m", "a\nb"] {
        let args = ["add", "export", "-a", "ACME", "-s", "x", "-n", name];
        refused(home, &args, 2, "cannot be seen");
    }
}

#[test]
fn exports_that_cannot_be_edited_or_deleted() {
    let home = sharing();
    let home = home.path();
    all_refused(
        home,
        "edit export",
        &[
            ("-a ACME -s quote", 2, "nothing to change", ""),
            (
                "-a ACME -n x",
                2,
                "service per.*.x, stream prices.>, service quote",
                ACME,
            ),
            ("-a ACME -s none -n x", 1, "no export \"none\"", ACME),
            (
                "-a SHOP -n x",
                1,
                "SHOP has no exports",
                "nkeep add export -a SHOP -s SUBJECT",
            ),
            ("-a NO -n x", 1, "no account \"NO\"", "nkeep list accounts"),
            ("-a ACME -s a..b -n x", 2, "two in a row", ACME),
            ("-a ACME -s quote --info-url nohost", 3, "info url", ACME),
            (
                "-a ACME -s prices.> --response-type Stream",
                2,
                "--response-type is for services",
                ACME,
            ),
            (
                "-a ACME -s prices.> --response-threshold 1s",
                2,
                "--response-threshold is for services",
                ACME,
            ),
            (
                "-a ACME -s prices.> --allow-trace",
                2,
                "--allow-trace is for services",
                ACME,
            ),
            (
                "-a ACME -s prices.> --latency l",
                2,
                "--latency is for services",
                ACME,
            ),
            (
                "-a ACME -s quote --sampling 10",
                2,
                "is not tracked",
                "nkeep edit export -a ACME -s quote --latency SUBJECT",
            ),
            ("-a ACME -s quote --sampling 200", 2, "neither 1 to 100", ""),
            (
                "-a ACME -s quote --latency l --sampling 0",
                2,
                "that none are",
                "",
            ),
            (
                "-a ACME -s quote --latency l --rm-latency-sampling",
                2,
                "cannot be used with",
                "",
            ),
            (
                "-a ACME -s quote --latency l.>",
                3,
                "can not contain wildcards",
                ACME,
            ),
            ("-a ACME -s per.*.x -p", 2, "cannot be private", ACME),
            (
                &format!("-a ACME -s quote --description {SEED}"),
                2,
                "[a seed]",
                "",
            ),
        ],
    );
    all_refused(
        home,
        "delete export",
        &[
            ("-a ACME", 2, "several exports", ACME),
            ("-a ACME -s none", 1, "no export \"none\"", ACME),
            (
                "-a ACME -s quote --service=false",
                1,
                "no export \"quote\"",
                ACME,
            ),
            (
                "-a SHOP",
                1,
                "SHOP has no exports",
                "nkeep add export -a SHOP",
            ),
            ("-a NO", 1, "no account \"NO\"", "nkeep list accounts"),
            (
                "-a ACME -s a.",
                2,
                "start or end with a dot",
                "nkeep describe account ACME",
            ),
        ],
    );
}
