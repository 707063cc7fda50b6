//! A kill and an I/O error at every system call that changes something, for every command there is: the example of each that its help
//! shows is run, and which of them change something is seen by running them. What is left is whole, no key is lost, no secret lies
//! where none is meant to be, and what says that it was done was done. Linux alone, by strace.
//!
//! `NKEEP_TEST_EVERY` says of how many points one is tried, `NKEEP_TEST_EXAMPLES` of which commands (a part of a line), and
//! `NKEEP_TEST_SECONDS` how long; what was not tried is said.

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
use nkeep::store::age::Identity;
use nkeep::store::pin::Pins;

use crate::common::at_home;
use crate::common::ceremonies::by_the_screen;
use crate::common::faults::{
    CALLS, FAULTS, KILL, changing, copied, gather, head_at, holds_a_secret,
};
use crate::common::refusal::{everything, store_of};
use crate::common::terminal::{exit_code, spawned};
use crate::generated::{ANSWERS, prepared, served, shell};

/// What keeps nothing: it waits for messages, or is the agent, which outlives the command that starts it.
const KEEPS_NOTHING: [&str; 4] = ["agent", "lock", "unlock", "tool"];

/// Runs others, each of which is swept itself.
const RUNS_OTHERS: &str = "ceremony run";

/// A prime, so that every point is met.
const STEP: usize = 7919;

/// What makes several entries, each of them whole: the key that is asked for is kept before anybody asks for it, and a change is made
/// before its request is done with. What came between can be gone on with.
const IN_ENTRIES: [&str; 2] = ["ceremony request", "ceremony import"];

/// A line that is run, and how.
struct Row {
    path: &'static str,
    line: String,
    answers: Option<&'static [&'static str]>,
}

/// What a run said and how it ended: no code is a kill.
struct Ended {
    code: Option<i32>,
    said: String,
}

/// All that is looked at of a home.
struct Left {
    heads: BTreeMap<PathBuf, i64>,
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
        let identities: Vec<Identity> = texts
            .iter()
            .filter(|(_, text)| text.contains("AGE-SECRET-KEY-1"))
            .filter_map(|(_, text)| text.lines().last()?.parse().ok())
            .collect();
        let mut heads = BTreeMap::new();
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
                std::panic::catch_unwind(AssertUnwindSafe(|| head_at(path, &pins, &identities)));
            let head = checked
                .map_err(|_| format!("{} does not hold", path.display()))?
                .map_err(|error| format!("{}: {error}", path.display()))?;
            heads.extend(head.map(|head| (inside(home, path), head)));
        }
        let secret = texts.iter().filter(|(_, text)| holds_a_secret(text));
        Ok(Self {
            heads,
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
        if self.path == "ceremony sign" {
            let (said, code) = by_the_screen(command);
            return Ended {
                code: Some(code),
                said,
            };
        }
        if self.path == "ceremony destroy" {
            let key = at_home(home, &["describe", "operator", "-F", "sub"]);
            let key = key.trim().trim_matches('"');
            return asked(command, "ends this: ", &[&key[key.len() - 8..]]);
        }
        if let Some(answers) = self.answers {
            return asked(command, ": ", answers);
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

/// Answers as long as there is somebody who asks.
fn asked(command: Command, question: &str, answers: &[&str]) -> Ended {
    use expectrl::{Any, Eof, Expect as _};
    let mut session = spawned(command);
    let mut said = String::new();
    for answer in answers.iter().map(Some).chain([None]) {
        let until = match answer {
            Some(_) => Any::boxed(vec![Box::new(question.to_owned()), Box::new(Eof)]),
            None => Any::boxed(vec![Box::new(Eof)]),
        };
        let Ok(found) = session.expect(until) else {
            break;
        };
        said.push_str(&String::from_utf8_lossy(found.as_bytes()));
        if answer.is_none_or(|answer| session.send_line(answer).is_err()) {
            break;
        }
    }
    let code = exit_code(&session);
    Ended {
        code: Some(code).filter(|code| *code < 128),
        said,
    }
}

#[derive(Default)]
struct Tally {
    points: usize,
    left_out: usize,
    old: usize,
    new: usize,
    findings: Vec<String>,
}

fn number(name: &str) -> Option<usize> {
    std::env::var(name).ok()?.parse().ok()
}

/// Runs the line with each fault, and returns nothing where it changes nothing.
fn swept(row: &Row, base: &Path, every: usize, until: Option<Instant>) -> Option<Tally> {
    let logs = tempfile::tempdir().unwrap();
    let trial = copied(base);
    let before = everything(trial.path());
    let log = logs.path().join("calls");
    let ended = row.traced(trial.path(), &log, &["-e", &format!("trace={CALLS}")]);
    assert_eq!(ended.code, Some(0), "{}: {}", row.line, ended.said);
    if before == everything(trial.path()) {
        return None;
    }
    let (old, new) = (Left::of(base).unwrap(), Left::of(trial.path()).unwrap());
    let mut points = Vec::new();
    for (call, numbers) in changing(&std::fs::read_to_string(&log).unwrap()) {
        for number in numbers {
            points.extend(FAULTS.map(|fault| (call.clone(), number, fault)));
        }
    }
    let next = AtomicUsize::new(0);
    let tally = Mutex::new(Tally::default());
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for worker in 0..workers {
            let log = logs.path().join(worker.to_string());
            let (tally, points, next, old, new) = (&tally, &points, &next, &old, &new);
            scope.spawn(move || {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    if place >= points.len() {
                        return;
                    }
                    // Where there is no time for all, those that are met come from everywhere.
                    let (call, number, fault) = &points[place * STEP % points.len()];
                    let is_late = until.is_some_and(|until| Instant::now() > until);
                    if is_late || !(place + row.line.len()).is_multiple_of(every) {
                        tally.lock().unwrap().left_out += 1;
                        continue;
                    }
                    let home = copied(base);
                    let inject = format!("inject={call}:{fault}:when={number}");
                    let ended = row.traced(home.path(), &log, &["-e", &inject]);
                    let met = std::fs::read_to_string(&log).unwrap();
                    let is_met = met.contains("(INJECTED)") || met.contains("killed by SIGKILL");
                    let judged = Left::of(home.path()).and_then(|left| {
                        let is_kill = *fault == KILL;
                        judged(row, home.path(), is_kill, &ended, old, new, &left)
                    });
                    let mut tally = tally.lock().unwrap();
                    tally.points += usize::from(is_met);
                    match judged {
                        Ok(true) => tally.new += 1,
                        Ok(false) => tally.old += 1,
                        Err(what) => {
                            let what =
                                format!("{} with {inject}: {what}\n{}", row.line, ended.said);
                            println!("{what}");
                            tally.findings.push(what);
                        }
                    }
                }
            });
        }
    });
    Some(tally.into_inner().unwrap())
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
        return Err(format!("{} holds a secret", path.display()));
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
    if ended.code.is_some_and(|code| code != 0) && ended.said.trim().is_empty() {
        return Err("fails without a word".to_owned());
    }
    Ok(left.heads == new.heads && new.heads != old.heads)
}

#[test]
#[ignore = "takes an hour; ./prove runs it, and ./test a part"]
fn every_command_is_old_or_new() {
    let every = number("NKEEP_TEST_EVERY").unwrap_or(1);
    let filter = std::env::var("NKEEP_TEST_EXAMPLES").unwrap_or_default();
    let seconds = number("NKEEP_TEST_SECONDS").map(|seconds| Duration::from_secs(seconds as u64));
    let (start, lines) = (
        Instant::now(),
        examples::ALL
            .iter()
            .map(|(_, own)| own.len())
            .sum::<usize>(),
    );
    let mut line_number = 0;
    let (mut all, mut changing, mut reading) = (Tally::default(), BTreeSet::new(), BTreeSet::new());
    for (path, own) in examples::ALL {
        let keeps_nothing = KEEPS_NOTHING.iter().any(|name| path.starts_with(name));
        if keeps_nothing || *path == RUNS_OTHERS || !path.contains(&filter) {
            continue;
        }
        for example in *own {
            // Each line has its share of the time, and what those before it left.
            line_number += 1;
            let until = seconds.map(|seconds| start + seconds * line_number / lines as u32);
            let home = prepared(path, example.line);
            if *path == "store backup" {
                std::fs::remove_file(home.path().join("acme.backup")).unwrap();
            }
            let (_server, line) = served(path, example.line, home.path());
            let answers = ANSWERS.iter().find(|(asking, _)| *asking == line);
            let row = Row {
                path,
                answers: answers.map(|(_, answers)| *answers),
                line,
            };
            let Some(tally) = swept(&row, home.path(), every, until) else {
                reading.insert(*path);
                continue;
            };
            changing.insert(*path);
            let (points, old, new) = (tally.points, tally.old, tally.new);
            println!(
                "{points:>4} faults, {old:>4} left the old state, {new:>4} the new: {}",
                row.line
            );
            all.points += points;
            all.left_out += tally.left_out;
            all.old += old;
            all.new += new;
            all.findings.extend(tally.findings);
        }
    }
    reading.retain(|path| !changing.contains(path));
    println!(
        "prove: faults at system calls | {} faults in {} commands, {} left out; {} commands change nothing | {}",
        all.points,
        changing.len(),
        all.left_out,
        reading.len(),
        all.findings.len()
    );
    println!("changing: {changing:?}\nnot: {reading:?}");
    assert!(all.findings.is_empty(), "{:#?}", all.findings);
    assert!(
        !filter.is_empty() || changing.len() > 80,
        "{}",
        changing.len()
    );
}
