//! What docs/kubernetes.md says is typed line by line, in its order, and what goes to kubectl is what schemas take.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::process::Command;

use common::manifests::documents;

const PAGE: &str = include_str!("../docs/kubernetes.md");

/// What stands for the programs that are not here: kubectl keeps what it is given.
const OTHERS: &str =
    "kubectl() { cat >>applied; printf '\\n---\\n' >>applied; }; helm() { test -s operator.yaml; }";

#[test]
fn the_page_can_be_typed() {
    let home = common::estate();
    let here = home.path();
    std::fs::write(here.join("values.yaml"), "{}").unwrap();
    let blocks = PAGE.split("```sh\n").skip(1);
    let lines: String = blocks
        .map(|block| block.split("```").next().unwrap())
        .collect();
    assert!(lines.lines().count() > 25, "{lines}");
    let binary = Path::new(env!("CARGO_BIN_EXE_nkeep")).parent().unwrap();
    let output = Command::new("bash")
        .args(["-euo", "pipefail", "-c", &format!("{OTHERS}\n{lines}")])
        .current_dir(here)
        .env_clear()
        .env("HOME", here)
        .env("PATH", format!("{}:/usr/bin:/bin", binary.display()))
        .env("NKEEP_IDENTITY", "identity.txt")
        .env("NKEEP_TEST_CLOCK", "1795200000")
        .env("NKEEP_TEST_WORK_FACTOR", "2")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    // Who is to be asked is named in the line after it, and what CI opens besides stands in the table.
    let mut warnings = said.lines().filter(|line| line.contains("warning: "));
    assert!(
        warnings.all(|line| line.contains("its callout service connects as")
            || line.contains("keys of class user are also those of")),
        "{said}"
    );
    let applied = std::fs::read_to_string(here.join("applied")).unwrap();
    let applied = applied.trim_end().trim_end_matches("---");
    assert!(documents(applied).len() > 12);
}
