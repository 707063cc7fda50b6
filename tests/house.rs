//! What holds the house together: every file of tests is run, and what the documents name of them is there.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::Path;

fn text(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The files of `tests`, without their endings.
fn files() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let names = std::fs::read_dir(folder).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let names = names.filter_map(|name| name.strip_suffix(".rs").map(str::to_owned));
    names.collect()
}

#[test]
fn every_file_of_tests_is_in_a_program() {
    let programs = ["suite", "featured"];
    let mut named = BTreeSet::from(programs.map(str::to_owned));
    for program in programs {
        let said = text(&format!("tests/{program}.rs"));
        let modules = said.lines().filter_map(|line| line.strip_prefix("mod "));
        named.extend(modules.map(|name| name.trim_end_matches(';').to_owned()));
    }
    named.remove("common");
    assert_eq!(files(), named, "name it in tests/suite.rs");
}
