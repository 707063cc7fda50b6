//! Runs the transcripts of `tests/cli` and the blocks of the README against the binary.
//!
//! `TRYCMD=overwrite cargo test --test suite cli::` writes what the binary prints now into the transcripts: read the difference.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

#[test]
fn transcripts() {
    common::tighten_key_files();
    trycmd::TestCases::new()
        .env("NKEEP_TEST_CLOCK", "1795200000")
        .env("TZ", "UTC")
        .env("COLUMNS", "80")
        .env("RUST_BACKTRACE", "0")
        .case("tests/cli/**/*.trycmd")
        .case("README.md");
}

/// The commands of the README that write files, in the order they stand there, in a scratch folder.
#[test]
#[cfg(unix)]
fn readme_commands_run() {
    let readme =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let scratch = common::scratch();
    let binary = std::path::Path::new(env!("CARGO_BIN_EXE_nkeep"))
        .parent()
        .unwrap()
        .to_owned();
    let mut count = 0;
    for block in readme.split("```sh\n").skip(1) {
        let commands = block.split("```").next().unwrap();
        // The installation is what CI does before this.
        if commands.starts_with("cargo install") {
            continue;
        }
        let output = std::process::Command::new("bash")
            .args(["-euo", "pipefail", "-c", commands])
            .current_dir(scratch.path())
            .env_clear()
            .env("HOME", scratch.path())
            .env("PATH", format!("{}:/usr/bin:/bin", binary.display()))
            .output()
            .unwrap();
        assert!(output.status.success(), "{commands}: {output:?}");
        count += 1;
    }
    assert!(count >= 2, "{count}");
}
