//! Long work says how far it is, to a person who waits for it and to nobody else.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::path::Path;

use common::nkeep_at;
use expectrl::{Eof, Expect as _, Session};

const LONG: [&[&str]; 4] = [
    &["validate"],
    &["describe", "operator", "--tree"],
    &["generate", "diagram", "component"],
    &["generate", "diagram", "object", "--users"],
];

/// What is seen at a terminal, where whoever waits has no patience at all, or as much as people have.
fn seen(home: &Path, args: &[&str], patience: Option<&str>) -> String {
    let mut command = nkeep_at(home);
    command.args(args);
    if let Some(patience) = patience {
        command.env("NKEEP_TEST_PATIENCE", patience);
    }
    let mut session = Session::spawn(command).unwrap();
    let output = session.expect(Eof).unwrap();
    String::from_utf8(output.as_bytes().to_vec()).unwrap()
}

#[test]
fn what_takes_long_shows_how_far_it_is() {
    let home = common::estate();
    let home = home.path();
    let mut shown = 0;
    for args in LONG {
        for _ in 0..20 {
            let text = seen(home, args, Some("0"));
            if text.contains(" of 5") {
                // And it is gone when all is done.
                let (_, after) = text.rsplit_once(" of 5").unwrap();
                assert!(after.starts_with("\r\u{1b}[K"), "{args:?}: {text:?}");
                shown += 1;
                break;
            }
        }
    }
    assert_eq!(shown, LONG.len());
}

#[test]
fn what_is_quick_and_what_nobody_looks_at_shows_none() {
    let home = common::estate();
    let home = home.path();
    for args in LONG {
        let patient = seen(home, args, None);
        assert!(!patient.contains(" of 5"), "{patient:?}");
        let quiet = seen(home, &[args, &["--quiet"]].concat(), Some("0"));
        assert!(!quiet.contains(" of 5"), "{quiet:?}");
        let mut piped = nkeep_at(home);
        let piped = piped.args(args).env("NKEEP_TEST_PATIENCE", "0");
        let output = piped.output().unwrap();
        assert!(output.stderr.is_empty(), "{output:?}");
    }
}
