//! On a terminal of 80 columns no line is longer, but for commands, which stay whole.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::terminal::answered;
use common::{at_home, fixture};

/// The lines that are longer, and are no commands.
fn wider(home: &Path, args: &[&str]) -> Vec<String> {
    let (text, _) = answered(home, args, &[]);
    assert!(!text.trim().is_empty(), "{args:?}");
    let lines = text.lines().map(|line| line.trim_end().to_owned());
    let is_wider = |line: &String| {
        let width: usize = line.chars().map(nkeep::text::width).sum();
        width > 80 && !line.trim_start().starts_with("nkeep ") && !line.contains("next: nkeep ")
    };
    lines.filter(is_wider).collect()
}

#[test]
fn what_is_printed_is_no_wider_than_the_terminal() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    at_home(home, &["store", "init", "--new-identity", "identity.txt"]);
    for name in ["nsc-store-broken", "nsc-store"] {
        fixture(name, home);
    }
    for args in [
        &["import", "nsc", "nsc-store-broken", "--dry-run"][..],
        &["import", "nsc", "nsc-store"],
        &["import", "nsc", "nsc-store-broken"],
        &["import", "nsc", "nsc-store", "--shred-source"],
        &["store", "info"],
        &["validate"],
    ] {
        assert_eq!(wider(home, args), Vec::<String>::new(), "{args:?}");
    }
}
