//! Commands are killed at any moment, one after the other in the same estate: what a kill left is what the next one meets. The store is
//! as it was or as the command makes it, and every key opens.
//!
//! `NKEEP_TEST_RANDOM_KILLS` says how many are to die of it: whoever had ended before is counted apart. `NKEEP_TEST_SECONDS` says how
//! long that may take.

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
    "generate creds -a ACME -n ACME -o c#.creds",
];

/// From so many on there are some of each kind, unless something is wrong with the moments.
const OF_EACH_KIND: usize = 50;

#[derive(Default)]
struct Tally {
    /// Those that died of it.
    kills: usize,
    old: usize,
    new: usize,
    /// Those that had ended before.
    late: usize,
    findings: Vec<String>,
}

/// How many are wanted, and until when.
struct Bounds {
    wanted: usize,
    until: Option<Instant>,
}

impl Bounds {
    fn is_time(&self) -> bool {
        self.until.is_none_or(|until| Instant::now() < until)
    }

    /// Whether there is to be another. Where nearly all come too late, it ends as well, and has too few.
    fn goes_on(&self, tally: &Mutex<Tally>) -> bool {
        let tally = tally.lock().unwrap();
        let (kills, late) = (tally.kills, tally.late);
        self.is_time() && kills < self.wanted && late < self.wanted * 10
    }
}

#[test]
#[ignore = "takes minutes; ./test runs a part"]
fn killed_at_any_moment_it_goes_on() {
    let number = |name: &str| {
        std::env::var(name)
            .ok()
            .map(|text| text.parse::<usize>().unwrap())
    };
    let seconds = number("NKEEP_TEST_SECONDS").map(|seconds| Duration::from_secs(seconds as u64));
    let bounds = Bounds {
        wanted: number("NKEEP_TEST_RANDOM_KILLS").unwrap_or(10_000),
        until: seconds.map(|seconds| Instant::now() + seconds),
    };
    let (next, tally) = (AtomicUsize::new(0), Mutex::new(Tally::default()));
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while bounds.goes_on(&tally) {
                    let first = next.fetch_add(IN_AN_ESTATE, Ordering::Relaxed);
                    in_an_estate(first, &bounds, &tally);
                }
            });
        }
    });
    let tally = tally.into_inner().unwrap();
    println!(
        "prove: kills at random moments | {} kills (seed {}): {} left the old state, {} the new; {} more came too late | {}",
        tally.kills,
        crate::common::seed(),
        tally.old,
        tally.new,
        tally.late,
        tally.findings.len()
    );
    assert!(tally.findings.is_empty(), "{:#?}", tally.findings);
    assert!(tally.kills >= bounds.wanted || !bounds.is_time(), "too few");
    // Whoever is always killed too early, or after all was done, shows nothing.
    let is_of_each_kind = tally.old > 0 && tally.new > 0;
    assert!(is_of_each_kind || tally.kills < OF_EACH_KIND);
}

fn in_an_estate(first: usize, bounds: &Bounds, all: &Mutex<Tally>) {
    let home = estate();
    let home = home.path();
    let mut chance = Chance::of_run(first as u64);
    let begun = Instant::now();
    at_home(home, &["add", "account", "FIRST"]);
    // Follows how long things take: half of the kills are to come before the end.
    let mut takes = begun.elapsed().as_micros() as usize;
    for number in first..first + IN_AN_ESTATE {
        if !bounds.goes_on(all) {
            break;
        }
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
        let ended = child.wait().unwrap().code();
        takes = takes * if ended.is_some() { 9 } else { 11 } / 10 + 1;
        let after = std::panic::catch_unwind(|| head_of(home));
        let what = format!("{line} after {moment:?}");
        let mut tally = all.lock().unwrap();
        let (kills, late) = if ended.is_some() { (0, 1) } else { (1, 0) };
        tally.kills += kills;
        tally.late += late;
        let is_next = |after: i64| before.is_some_and(|before| after == before + 1);
        match after {
            Ok(Ok(after)) if after == before => tally.old += kills,
            Ok(Ok(Some(after))) if is_next(after) => tally.new += kills,
            Ok(after) => tally
                .findings
                .push(format!("{what}: {before:?}, {after:?}")),
            Err(_) => tally.findings.push(format!("{what}: a key is lost")),
        }
        // What the kills before it left keeps nobody from going on.
        if let Some(code @ 1..) = ended {
            tally.findings.push(format!("{what}: ended with {code}"));
        }
    }
    at_home(home, &["audit", "verify"]);
    at_home(home, &["store", "check"]);
}
