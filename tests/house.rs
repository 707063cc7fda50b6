//! What holds the house together: every file of tests is run, and what the documents name of them is there.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::rooms::sources;

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
    let mut named = 0;
    for document in [
        "docs/threat-model.md",
        "docs/proof.md",
        "docs/figures.md",
        "docs/first-hour.md",
        "docs/limits.md",
    ] {
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
}

/// What shows a claim, in the words of its row: single tests, each with its file, and rows of `./prove`.
#[derive(Default)]
struct Evidence<'a> {
    tests: Vec<(&'a str, &'a str)>,
    rows: Vec<&'a str>,
}

impl<'a> Evidence<'a> {
    /// Of `` `tests/a.rs`, `tests/b.rs`: `a_test_`, `another_`; rows `one`, `another` ``, where the tests are of the file before them.
    fn of(cell: &'a str) -> Self {
        let mut evidence = Self::default();
        for part in cell.split("; ").map(str::trim) {
            if part.starts_with("row") {
                evidence.rows.extend(quoted(part));
                continue;
            }
            // A step of ./test is none of these.
            let mut file = None;
            let words = quoted(part).filter(|_| !part.starts_with("step "));
            for word in words {
                if word.starts_with("tests/") || word.starts_with("src/") {
                    file = Some(word);
                } else {
                    let file = file.unwrap_or_else(|| panic!("of which file is {word}?"));
                    evidence.tests.push((file, word));
                }
            }
        }
        evidence
    }
}

#[test]
fn a_claim_names_tests_that_are_in_their_files_and_rows_that_are_run() {
    let said = text("docs/threat-model.md");
    let prove = text("prove");
    let (mut tests, mut rows) = (0, 0);
    let claims = said.split_once("## Claims").unwrap().1;
    for line in claims.lines().filter(|line| line.starts_with("| ")) {
        let evidence = Evidence::of(line.rsplit('|').nth(1).unwrap_or_default());
        for (file, test) in &evidence.tests {
            // By how it begins.
            let begins = format!("fn {test}");
            assert!(text(file).contains(&begins), "{file} has no test {test}");
        }
        for row in &evidence.rows {
            let is_row = |line: &str| line.contains("row '") && line.contains(row);
            assert!(prove.lines().any(is_row), "./prove has no row of {row}");
        }
        tests += evidence.tests.len();
        rows += evidence.rows.len();
    }
    assert!(tests >= 12 && rows >= 20, "{tests} {rows}");
}

/// Who asks whether a seed may be shown lets it flow into a pipe.
#[test]
fn what_lets_seeds_into_a_pipe_is_named_where_people_look() {
    const ASK: [&str; 2] = ["may_show_secret(", ".may_go("];
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    sources(&root.join("src/cmd"), &mut paths);
    let inside = |path: &PathBuf| {
        path.strip_prefix(root)
            .unwrap()
            .to_str()
            .unwrap()
            .to_owned()
    };
    let mut files: Vec<String> = paths.iter().map(inside).collect();
    // What is asked stands in neither.
    files.retain(|file| !file.contains("/files/") && !file.ends_with("generate/manifest.rs"));
    let mut commands = 0;
    for file in &files {
        if !ASK.iter().any(|ask| text(file).contains(ask)) {
            continue;
        }
        let command = file.strip_prefix("src/cmd/").unwrap();
        let command = command.trim_end_matches(".rs").trim_end_matches("/mod");
        let named = format!("`{}", command.replace('/', " "));
        for page in ["docs/threat-model.md", "src/cmd/man/mod.rs"] {
            assert!(
                text(page).contains(&named),
                "{page} says nothing of {named}`"
            );
        }
        commands += 1;
    }
    assert!(commands >= 8, "{commands}");
}

#[test]
fn a_test_is_looked_for_in_the_file_that_is_named_before_it() {
    let evidence =
        Evidence::of("`tests/a.rs`, `tests/b.rs`: `x`, `y_`; step `s` of `./test`; rows `p`, `q`");
    let tests = [("tests/b.rs", "x"), ("tests/b.rs", "y_")];
    assert_eq!(
        (evidence.tests, evidence.rows),
        (tests.to_vec(), vec!["p", "q"])
    );
}
