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
    // What tests share is below them.
    named.remove("common");
    named.remove("fake_plugins");
    assert_eq!(files(), named, "name it in tests/suite.rs");
}

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn what_documents_name_of_the_tests_is_there() {
    let all: Vec<String> = files()
        .iter()
        .map(|name| text(&format!("tests/{name}.rs")))
        .collect();
    let mut named = 0;
    for document in ["docs/threat-model.md", "SECURITY.md", "docs/proof.md"] {
        let said = text(document);
        for name in quoted(&said).filter_map(|word| word.strip_prefix("tests/")) {
            let file = name
                .strip_suffix(".rs")
                .unwrap_or_else(|| panic!("{document}: {name}"));
            assert!(files().contains(file), "{document} names tests/{name}");
            named += 1;
        }
    }
    assert!(named > 50, "{named}");
    // A claim names single tests by how they begin.
    let said = text("docs/threat-model.md");
    let (mut tests, mut rows) = (0, 0);
    let prove = text("prove");
    for line in said.lines().filter(|line| line.starts_with("| ")) {
        let evidence = line.rsplit('|').nth(1).unwrap_or_default();
        for word in quoted(evidence) {
            let is_test = word.len() > 20
                && word
                    .bytes()
                    .all(|byte| byte == b'_' || byte.is_ascii_lowercase());
            if is_test {
                let begins = format!("fn {word}");
                assert!(
                    all.iter().any(|file| file.contains(&begins)),
                    "no test {word}"
                );
                tests += 1;
            }
        }
        for word in evidence
            .split_once("; row")
            .into_iter()
            .flat_map(|(_, rows)| quoted(rows))
        {
            let is_row = |line: &str| line.contains("row '") && line.contains(word);
            assert!(prove.lines().any(is_row), "./prove has no row of {word}");
            rows += 1;
        }
    }
    assert!(tests >= 12 && rows >= 20, "{tests} {rows}");
}
