//! A kill and an I/O error at every system call that changes something, for every command there is: the example of each that its help
//! shows is run, and which of them change something is seen by running them. What is left is whole, no key is lost, no secret lies
//! where none is meant to be, and what says that it was done was done. Linux alone, by strace.
//!
//! `NKEEP_TEST_EVERY` says of how many points one is tried, `NKEEP_TEST_SEED` which, `NKEEP_TEST_EXAMPLES` of which commands (a part
//! of a line), and `NKEEP_TEST_SECONDS` how long. Of every command one is, as long as there is time; what was not is said.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking; the report counts the points"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::os::unix::process::ExitStatusExt as _;
use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use nkeep::cmd::examples;
use nkeep::store::pin::Pins;

use crate::common::faults::{
    CALLS, FAULTS, KILL, changing, copied, gather, held_at, holds_a_secret, identities, is_met,
    seed, spread,
};
use crate::common::refusal::{everything, store_of};
use crate::generated::{asks, at_a_terminal, prepared, served, shell};

/// What keeps nothing: it waits for messages, or is the agent, which outlives the command that starts it.
const KEEPS_NOTHING: [&str; 4] = ["agent", "lock", "unlock", "tool"];

/// Runs others, each of which is swept itself.
const RUNS_OTHERS: &str = "ceremony run";

/// What makes several entries, each of them whole: the key that is asked for is kept before anybody asks for it, and a change is made
/// before its request is done with. What came between can be gone on with.
const IN_ENTRIES: [&str; 2] = ["ceremony request", "ceremony import"];

/// What makes a folder under another name, with seeds in the clear, and takes away what one that was killed left of it.
const HALF_MADE: &str = "export nsc";

/// A line that is run, of that command.
struct Row {
    path: &'static str,
    line: String,
}

/// What a run said and how it ended: no code is a kill.
struct Ended {
    code: Option<i32>,
    said: String,
}

/// All that is looked at of a home.
struct Left {
    heads: BTreeMap<PathBuf, i64>,
    /// How many keys of each nothing in the home opens.
    closed: BTreeMap<PathBuf, i64>,
    files: BTreeSet<PathBuf>,
    secret: BTreeSet<PathBuf>,
}

impl Left {
    fn of(home: &Path) -> Result<Self, String> {
        let mut files = Vec::new();
        gather(home, &mut files);
        let texts = files.iter().map(|path| {
            let contents = std::fs::read(path).unwrap_or_default();
            (
                path.clone(),
                String::from_utf8_lossy(&contents).into_owned(),
            )
        });
        let texts: Vec<(PathBuf, String)> = texts.collect();
        let identities = identities(files.iter().cloned());
        let [mut heads, mut closed] = [const { BTreeMap::new() }; 2];
        for path in &files {
            let is_store = ["nkeep", "backup"].map(|end| path.extension() == Some(OsStr::new(end)));
            if !is_store.contains(&true) {
                continue;
            }
            // What is remembered is of the store of the home.
            let pins = match *path == store_of(home) {
                true => Pins::new(home.join(".local/state/nkeep/pins")),
                false => Pins::none(),
            };
            let checked =
                std::panic::catch_unwind(AssertUnwindSafe(|| held_at(path, &pins, &identities)));
            let held = checked
                .map_err(|_| format!("{} does not hold", path.display()))?
                .map_err(|error| format!("{}: {error}", path.display()))?;
            if let Some(held) = held {
                heads.insert(inside(home, path), held.head);
                closed.insert(inside(home, path), held.closed as i64);
            }
        }
        let secret = texts.iter().filter(|(_, text)| holds_a_secret(text));
        Ok(Self {
            heads,
            closed,
            secret: secret.map(|(path, _)| inside(home, path)).collect(),
            files: files.iter().map(|path| inside(home, path)).collect(),
        })
    }
}

fn inside(home: &Path, path: &Path) -> PathBuf {
    path.strip_prefix(home).unwrap().to_owned()
}

impl Row {
    fn traced(&self, home: &Path, log: &Path, options: &[&str]) -> Ended {
        let plain = shell(&self.line, home);
        let mut command = Command::new("strace");
        command.args(["-f", "-qq", "-o"]).arg(log).args(options);
        command.arg(plain.get_program()).args(plain.get_args());
        command.current_dir(home).env_clear();
        let set = plain.get_envs();
        command.envs(set.filter_map(|(name, value)| Some((name, value?))));
        if asks(self.path, &self.line) {
            let (said, code) = at_a_terminal(self.path, &self.line, home, command);
            let code = Some(code).filter(|code| *code < 128);
            return Ended { code, said };
        }
        let output = command.stdin(Stdio::null()).output().unwrap();
        let code = output.status.code();
        Ended {
            code: code.filter(|code| *code != 137 && output.status.signal().is_none()),
            said: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Why it cannot be done from what is left.
    fn cannot_go_on(&self, home: &Path) -> Option<String> {
        let again = shell(&self.line, home).stdin(Stdio::null()).output();
        let again = again.unwrap();
        let said = String::from_utf8_lossy(&again.stderr).into_owned();
        let is_done = again.status.success();
        (!is_done || Left::of(home).is_err()).then_some(said)
    }

    /// Whether one command alone may change something, which is then done or not.
    fn is_one(&self) -> bool {
        self.line.matches("nkeep ").count() == 1
    }
}

#[derive(Default)]
struct Tally {
    /// All that there are.
    all: usize,
    /// Those that were met.
    faults: usize,
    old: usize,
    new: usize,
    findings: Vec<String>,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.all += other.all;
        self.faults += other.faults;
        self.old += other.old;
        self.new += other.new;
        self.findings.extend(other.findings);
    }

    fn left_out(&self) -> String {
        let left = self.all - self.faults;
        let percent = left as f64 * 100.0 / self.all.max(1) as f64;
        format!("{left} of {} left out ({percent:.1} %)", self.all)
    }
}

fn number(name: &str) -> Option<usize> {
    std::env::var(name).ok()?.parse().ok()
}

/// How much is tried.
struct Bounds {
    every: usize,
    seed: usize,
    start: Instant,
    time: Option<Duration>,
}

impl Bounds {
    fn of_the_environment() -> Self {
        let seconds = number("NKEEP_TEST_SECONDS");
        Self {
            every: number("NKEEP_TEST_EVERY").unwrap_or(1),
            seed: seed(),
            start: Instant::now(),
            time: seconds.map(|seconds| Duration::from_secs(seconds as u64)),
        }
    }

    /// Whether so many of so many parts of the time are over.
    fn is_over(&self, parts: usize, of: usize) -> bool {
        let share = |time: Duration| time * parts as u32 / of as u32;
        self.time
            .is_some_and(|time| self.start.elapsed() > share(time))
    }
}

/// A line that changes something, and what its faults are held against.
struct Sweep<'a> {
    row: &'a Row,
    base: &'a Path,
    points: Vec<(String, usize, &'static str)>,
    old: Left,
    new: Left,
    /// Added to the seed, so that not every line begins with the same call.
    shift: usize,
    tally: Mutex<Tally>,
}

impl<'a> Sweep<'a> {
    /// None where the line changes nothing.
    fn of(row: &'a Row, base: &'a Path, logs: &Path, seed: usize) -> Option<Self> {
        let trial = copied(base);
        let before = everything(trial.path());
        let log = logs.join("calls");
        let ended = row.traced(trial.path(), &log, &["-e", &format!("trace={CALLS}")]);
        assert_eq!(ended.code, Some(0), "{}: {}", row.line, ended.said);
        if before == everything(trial.path()) {
            return None;
        }
        let mut points = Vec::new();
        for (call, numbers) in changing(&std::fs::read_to_string(&log).unwrap()) {
            for number in numbers {
                points.extend(FAULTS.map(|fault| (call.clone(), number, fault)));
            }
        }
        let all = points.len();
        Some(Self {
            row,
            base,
            points,
            old: Left::of(base).unwrap(),
            new: Left::of(trial.path()).unwrap(),
            shift: seed + row.line.len(),
            tally: Mutex::new(Tally {
                all,
                ..Tally::default()
            }),
        })
    }

    fn is_met(&self) -> bool {
        self.tally.lock().unwrap().faults > 0
    }

    /// Runs the line with the fault of that place.
    fn fault(&self, place: usize, log: &Path) {
        let (call, number, fault) = &self.points[spread(place, self.shift, self.points.len())];
        let home = copied(self.base);
        let inject = format!("inject={call}:{fault}:when={number}");
        let ended = self.row.traced(home.path(), log, &["-e", &inject]);
        let judged = Left::of(home.path()).and_then(|left| {
            let (is_kill, home) = (*fault == KILL, home.path());
            judged(self.row, home, is_kill, &ended, &self.old, &self.new, &left)
        });
        let mut tally = self.tally.lock().unwrap();
        let is_met = usize::from(is_met(log));
        tally.faults += is_met;
        match judged {
            Ok(true) => tally.new += is_met,
            Ok(false) => tally.old += is_met,
            Err(what) => {
                let what = format!("{} with {inject}: {what}\n{}", self.row.line, ended.said);
                println!("{what}");
                tally.findings.push(what);
            }
        }
    }
}

/// Runs the line with each fault for which there is time, and returns nothing where it changes nothing. It has its share of the
/// time, and what those before it left; its first fault has all of the time.
fn swept(row: &Row, base: &Path, bounds: &Bounds, share: (usize, usize)) -> Option<Tally> {
    let logs = tempfile::tempdir().unwrap();
    let sweep = Sweep::of(row, base, logs.path(), bounds.seed)?;
    let tried = sweep.points.len().div_ceil(bounds.every);
    let next = AtomicUsize::new(0);
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for worker in 0..workers {
            let log = logs.path().join(worker.to_string());
            let (sweep, next) = (&sweep, &next);
            scope.spawn(move || {
                while !bounds.is_over(share.0, share.1) {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    if place >= tried {
                        return;
                    }
                    sweep.fault(place, &log);
                }
            });
        }
    });
    // Where none of those was met, or there was no time for any.
    let begun = next.into_inner().min(tried);
    for place in begun..sweep.points.len() {
        if sweep.is_met() || bounds.is_over(1, 1) {
            break;
        }
        sweep.fault(place, &logs.path().join("last"));
    }
    Some(sweep.tally.into_inner().unwrap())
}

/// Whether the change was made; else what is wrong.
fn judged(
    row: &Row,
    home: &Path,
    is_kill: bool,
    ended: &Ended,
    old: &Left,
    new: &Left,
    left: &Left,
) -> Result<bool, String> {
    let heads = |left: &Left, path: &PathBuf| left.heads.get(path).copied().unwrap_or(0);
    let closed = |left: &Left, path: &PathBuf| left.closed.get(path).copied().unwrap_or(0);
    let paths: BTreeSet<&PathBuf> = old.heads.keys().chain(left.heads.keys()).collect();
    for path in paths {
        let (was, is, will) = (heads(old, path), heads(left, path), heads(new, path));
        let (low, high) = (was.min(will), was.max(will));
        let mut fits = is == was || is == will || (!row.is_one() && (low..=high).contains(&is));
        if !fits && IN_ENTRIES.contains(&row.path) && is > was {
            fits = true;
            if let Some(why) = row.cannot_go_on(home) {
                return Err(format!(
                    "{was}, {will} and now {is}, and does not go on: {why}"
                ));
            }
        }
        if !fits {
            return Err(format!("{}: {was}, {will} and now {is}", path.display()));
        }
        let lost = closed(left, path) - closed(old, path).max(closed(new, path));
        if lost > 0 {
            return Err(format!("{}: nobody opens {lost} keys", path.display()));
        }
    }
    let is_known = |path: &PathBuf| {
        let is_there = old.secret.contains(path) || new.secret.contains(path);
        // A key that was made has another name each time.
        let is_beside = |other: &PathBuf| {
            other.parent() == path.parent() && other.extension() == path.extension()
        };
        is_there || (path.extension().is_some() && new.secret.iter().any(is_beside))
    };
    if let Some(path) = left.secret.iter().find(|path| !is_known(path)) {
        let why = match is_kill && row.path == HALF_MADE {
            true => row.cannot_go_on(home),
            false => Some(String::new()),
        };
        // The same once more takes away what was half made.
        if why.is_some() || Left::of(home)?.secret != new.secret {
            let why = why.unwrap_or_default();
            return Err(format!("{} holds a secret {why}", path.display()));
        }
    }
    if let Some(path) = old
        .secret
        .iter()
        .find(|path| !left.secret.contains(*path) && new.secret.contains(*path))
    {
        return Err(format!("{} has lost its secret", path.display()));
    }
    if !is_kill && ended.code == Some(0) {
        let missing = new
            .heads
            .iter()
            .find(|(path, head)| left.heads.get(*path) != Some(head));
        if let Some((path, _)) = missing {
            return Err(format!(
                "says that it is done, and {} is not",
                path.display()
            ));
        }
        let missing: Vec<_> = new.files.difference(&left.files).collect();
        // Keys that are made have other names each time.
        let made = left.files.difference(&new.files);
        let made = made.filter(|path| !old.files.contains(*path)).count();
        let is_short = missing.len() > made;
        // What is selected is remembered where it can be.
        if is_short && !ended.said.contains("warning: ") {
            return Err(format!("says that it is done, and without {missing:?}"));
        }
    }
    // Of a line with a pipe, the code after a kill is that of who read from it.
    let has_failed = !is_kill && ended.code.is_some_and(|code| code != 0);
    if has_failed && ended.said.trim().is_empty() {
        return Err("fails without a word".to_owned());
    }
    Ok(left.heads == new.heads && new.heads != old.heads)
}

#[test]
#[ignore = "takes an hour; ./prove runs it, and ./test a part"]
fn every_command_is_old_or_new() {
    let filter = std::env::var("NKEEP_TEST_EXAMPLES").unwrap_or_default();
    let bounds = Bounds::of_the_environment();
    let lines: usize = examples::ALL.iter().map(|(_, own)| own.len()).sum();
    let mut line_number = 0;
    let mut all = Tally::default();
    let [mut changing, mut met, mut reading] = [const { BTreeSet::new() }; 3];
    for (path, own) in examples::ALL {
        let keeps_nothing = KEEPS_NOTHING.iter().any(|name| path.starts_with(name));
        if keeps_nothing || *path == RUNS_OTHERS || !path.contains(&filter) {
            continue;
        }
        for example in *own {
            line_number += 1;
            let home = prepared(path, example.line);
            if *path == "store backup" {
                std::fs::remove_file(home.path().join("acme.backup")).unwrap();
            }
            let (_server, line) = served(path, example.line, home.path());
            let row = Row { path, line };
            let Some(tally) = swept(&row, home.path(), &bounds, (line_number, lines)) else {
                reading.insert(*path);
                continue;
            };
            changing.insert(*path);
            if tally.faults > 0 {
                met.insert(*path);
            }
            println!(
                "{:>4} faults, {:>4} left the old state, {:>4} the new: {}",
                tally.faults, tally.old, tally.new, row.line
            );
            all.add(tally);
        }
    }
    reading.retain(|path| !changing.contains(path));
    println!(
        "prove: faults at system calls | {} faults, at least one in {} of the {} commands that change something, {} (seed {}); {} commands change nothing | {}",
        all.faults,
        met.len(),
        changing.len(),
        all.left_out(),
        bounds.seed,
        reading.len(),
        all.findings.len()
    );
    println!("changing: {changing:?}\nnot: {reading:?}");
    assert!(all.findings.is_empty(), "{:#?}", all.findings);
    if filter.is_empty() {
        assert!(changing.len() > 80, "{}", changing.len());
        // Where the time was over, the line above says what it was enough for.
        let without: Vec<_> = changing.difference(&met).collect();
        assert!(without.is_empty() || bounds.is_over(1, 1), "{without:?}");
    }
}
