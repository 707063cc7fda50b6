//! The figures, as ratios measured in one run on one core: `./bench`.
//!
//! Every figure is the median of rounds that take turns, so that a machine whose speed drifts does not favour one of
//! them. Nothing here fails on a slow machine: it prints.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench prints, and stops by panicking"
)]

mod process;
mod store;
mod tokens;
mod whole;

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn main() {
    // `cargo test --benches` runs this too, and has nothing to measure.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let asked = |wanted: &str| std::env::args().any(|argument| argument == wanted);
    if asked("--store") {
        store::figures();
        whole::figures();
        if asked("--large") {
            store::large_figures();
        }
        return;
    }
    tokens::figures();
    process::figures();
}
