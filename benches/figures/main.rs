//! The figures, as ratios measured in one run on one core: `./bench`.
//!
//! Every figure is the median of rounds that take turns, so that a machine whose speed drifts does not favour one of
//! them. Nothing here fails on a slow machine: it prints. With `--smoke` everything runs once on next to nothing, to see
//! that it runs: `./test` does that, and what is printed then says nothing.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench prints, and stops by panicking"
)]

mod growth;
mod process;
#[cfg(feature = "net")]
#[allow(dead_code, reason = "tests use more of it")]
#[path = "../../tests/common/servers.rs"]
mod real;
mod rotation;
#[cfg(feature = "net")]
mod servers;
mod store;
mod tokens;
mod whole;

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn asked(wanted: &str) -> bool {
    std::env::args().any(|argument| argument == wanted)
}

/// How many there are to be of something; where it is only to be seen whether all runs, few.
fn many(count: usize, few: usize) -> usize {
    if asked("--smoke") { few } else { count }
}

fn main() {
    // `cargo test --benches` runs this too, and has nothing to measure.
    if !asked("--bench") {
        return;
    }
    if asked("--smoke") {
        println!(
            "smoke: everything once, on 20 accounts whatever is said below; no figure means anything"
        );
        tokens::figures();
        process::figures();
    }
    #[cfg(feature = "net")]
    if asked("--servers") || asked("--smoke") {
        servers::figures();
        if asked("--servers") {
            return;
        }
    }
    if asked("--growth") || asked("--smoke") {
        growth::figures();
        if asked("--growth") {
            return;
        }
    }
    if asked("--store") || asked("--smoke") {
        store::figures();
        whole::figures();
        rotation::figures();
        if asked("--large") || asked("--smoke") {
            store::large_figures();
        }
        return;
    }
    tokens::figures();
    process::figures();
}
