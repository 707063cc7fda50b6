//! Runs the transcripts of `tests/cli` against the binary.
//!
//! `TRYCMD=overwrite cargo test --test suite cli::` writes what the binary prints now into the transcripts: read the difference.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

#[test]
fn every_transcript_is_what_the_binary_prints() {
    common::tighten_key_files();
    trycmd::TestCases::new()
        .env("NKEEP_TEST_CLOCK", "1795200000")
        .env("TZ", "UTC")
        .env("COLUMNS", "80")
        .env("RUST_BACKTRACE", "0")
        .case("tests/cli/**/*.trycmd");
}
