//! Runs the transcripts of `tests/cli` and the blocks of the README against the binary.
//!
//! `TRYCMD=overwrite cargo test --test cli` writes what the binary prints now into the transcripts: read the difference.

mod common;

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
