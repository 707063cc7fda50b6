//! Commands are killed at any moment, one after the other in the same estate: what a kill left is what the next one meets. The store is
//! as it was or as the command makes it, and every key opens.
//!
//! `NKEEP_TEST_RANDOM_KILLS` says how many kills there are, and `NKEEP_TEST_SECONDS` how long they may take.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking; the report counts the kills"
)]

use std::process::Stdio;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::common::faults::head_of;
use crate::common::{at_home, estate, nkeep_at};
use crate::rotation_model::model::chance::Chance;

/// After so many, another estate is begun: it grows with each.
const IN_AN_ESTATE: usize = 100;

/// What is done, where `#` is a number that was not there before.
const LINES: [&str; 10] = [
    "add account A#",
    "add user u# -a ACME",
    "edit account ACME --conns #",
    "edit account ACME --sk generate",
    "edit operator --tag t#",
    "add export -a ACME -s s#.>",
    "revocations add-user -a ACME -u *",
    "store compact",
    "store backup b#.backup",
    "generate creds -n ACME -o c#.creds",
];

#[derive(Default)]
struct Tally {
    kills: usize,
    old: usize,
    new: usize,
    /// Those that had ended before.
    late: usize,
    findings: Vec<String>,
}

#[test]
#[ignore = "takes minutes; ./test runs a part"]
fn killed_at_any_moment_it_goes_on() {
    let number = |name: &str| {
        std::env::var(name)
            .ok()
            .map(|text| text.parse::<usize>().unwrap())
    };
    let wanted = number("NKEEP_TEST_RANDOM_KILLS").unwrap_or(10_000);
    let seconds = number("NKEEP_TEST_SECONDS").map(|seconds| Duration::from_secs(seconds as u64));
    let start = Instant::now();
    let (next, tally) = (AtomicUsize::new(0), Mutex::new(Tally::default()));
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                let is_time = || seconds.is_none_or(|seconds| start.elapsed() < seconds);
                while is_time() {
                    let first = next.fetch_add(IN_AN_ESTATE, Ordering::Relaxed);
                    if first >= wanted {
                        return;
                    }
                    in_an_estate(first, (wanted - first).min(IN_AN_ESTATE), &tally);
                }
            });
        }
    });
    let tally = tally.into_inner().unwrap();
    println!(
        "prove: kills at random moments | {} kills: {} left the old state, {} the new, {} came too late | {}",
        tally.kills,
        tally.old,
        tally.new,
        tally.late,
        tally.findings.len()
    );
    assert!(tally.findings.is_empty(), "{:#?}", tally.findings);
    // Whoever is always killed too early, or too late, shows nothing.
    assert!(tally.old > 0 && tally.new + tally.late > 0);
}

fn in_an_estate(first: usize, count: usize, all: &Mutex<Tally>) {
    let home = estate();
    let home = home.path();
    let mut chance = Chance(first as u64);
    let begun = Instant::now();
    at_home(home, &["add", "account", "FIRST"]);
    // Follows how long things take: half of the kills are to come before the end.
    let mut takes = begun.elapsed().as_micros() as usize;
    for number in first..first + count {
        let line = chance.of(&LINES).replace('#', &number.to_string());
        let before = head_of(home).unwrap();
        let mut command = nkeep_at(home);
        command
            .args(line.split(' '))
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let moment = Duration::from_micros(chance.below(takes) as u64);
        std::thread::sleep(moment);
        child.kill().unwrap();
        let is_late = child.wait().unwrap().code().is_some();
        takes = takes * if is_late { 9 } else { 11 } / 10 + 1;
        let after = std::panic::catch_unwind(|| head_of(home));
        let mut tally = all.lock().unwrap();
        tally.kills += 1;
        tally.late += usize::from(is_late);
        let is_next = |after: i64| before.is_some_and(|before| after == before + 1);
        match after {
            Ok(Ok(after)) if after == before => tally.old += usize::from(!is_late),
            Ok(Ok(Some(after))) if is_next(after) => tally.new += usize::from(!is_late),
            Ok(after) => tally
                .findings
                .push(format!("{line} after {moment:?}: {before:?}, {after:?}")),
            Err(_) => tally
                .findings
                .push(format!("{line} after {moment:?}: a key is lost")),
        }
    }
    at_home(home, &["audit", "verify"]);
    at_home(home, &["store", "check"]);
}
