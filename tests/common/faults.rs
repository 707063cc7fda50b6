//! Runs a command again and again, each time with one fault at one system call that changes something, and looks at what
//! is left: the old state or the new one, whole, with no key lost and no secret lying about.
//!
//! A command joins with one line in `tests/faults.rs`. The calls are found by a first run under strace; a kill before a
//! call is a kill after the call before it, so every gap between two calls is met.

use std::collections::BTreeMap;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use nkeep::nkey::Seed;
use nkeep::store::age::{Identity, Passphrase, open_with_passphrase};
use nkeep::store::pin::Pins;
use nkeep::store::sqlite::{Rollback, Scope, SqliteStore};
use nkeep::store::{Store as _, StoreError};

/// The end of whoever makes the call, before it.
pub const KILL: &str = "signal=SIGKILL";
/// What a system call can be made to do.
pub const FAULTS: [&str; 4] = [KILL, "error=EIO", "error=ENOSPC", "error=EROFS"];

/// Calls that change something, apart from those that open files.
pub const CALLS: &str = "write,pwrite64,writev,fsync,fdatasync,ftruncate,fallocate,rename,renameat,renameat2,link,linkat,\
                     unlink,unlinkat,mkdir,mkdirat,rmdir,chmod,fchmod,fchmodat,openat";

/// A prime, so that every point is met.
const STEP: usize = 7919;

/// Which of so many points is met at that place: those that follow each other are of other calls and other faults, so that a part of
/// them comes from everywhere.
pub const fn spread(place: usize, seed: usize, points: usize) -> usize {
    (place + seed) % points * STEP % points
}

/// Where `spread` begins, of the environment: else where it always does.
pub fn seed() -> usize {
    usize::try_from(super::seed()).unwrap()
}

/// Whether strace, which wrote that, did what it was told to: a run that makes its calls another number of times has no fault.
pub fn is_met(log: &Path) -> bool {
    let said = std::fs::read_to_string(log).unwrap_or_default();
    said.contains("(INJECTED)") || said.contains("killed by SIGKILL")
}

/// A command, and what is there before it.
pub struct Case<'a> {
    /// Makes the home that it runs in.
    pub before: &'a (dyn Fn() -> tempfile::TempDir + Sync),
    /// Its arguments; or one line for a shell, in which `$N` is the binary.
    pub args: &'a [&'a str],
    /// How many entries it adds to the journal.
    pub entries: i64,
    /// A file with a secret that it makes, whole or not at all.
    pub makes: Option<&'a str>,
    /// Of how many calls one has a fault: 1 is each.
    pub every: usize,
    /// What its calls are made to do.
    pub faults: &'a [&'a str],
    /// Looks at what is left, once it is known to be whole: whether the change was made, and the number of the fault.
    pub after: &'a (dyn Fn(&Path, bool, usize) + Sync),
}

/// How many faults there were, and what came of them. A run without its fault is none.
#[derive(Debug, Default)]
pub struct Tally {
    pub points: usize,
    pub old: usize,
    pub new: usize,
}

/// Passphrases of stores in tests, before and after they are changed.
const PASSPHRASES: [&str; 3] = [
    "correct horse battery",
    "another horse battery",
    "another good one",
];

/// A store that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// How far its journal has come.
    pub head: i64,
    /// Keys that nothing at hand opens: of nobody else they are lost.
    pub closed: usize,
}

/// What is left of the store of a home, or that there is none. Every key must open with what the home has: none is lost.
pub fn head_of(home: &Path) -> Result<Option<i64>, StoreError> {
    let pins = Pins::new(home.join(".local/state/nkeep/pins"));
    let path = home.join(".local/share/nkeep/default.nkeep");
    let files = std::fs::read_dir(home).unwrap();
    let files = files.map(|entry| entry.unwrap().path());
    let held = held_at(
        &path,
        &pins,
        &identities(files.filter(|path| path.is_file())),
    )?;
    Ok(held.map(|held| {
        assert_eq!(held.closed, 0, "keys that nobody opens");
        held.head
    }))
}

/// The identities that stand in files.
pub fn identities(files: impl IntoIterator<Item = PathBuf>) -> Vec<Identity> {
    let texts = files
        .into_iter()
        .filter_map(|path| std::fs::read(path).ok());
    texts
        .map(|contents| String::from_utf8_lossy(&contents).into_owned())
        .filter(|text| text.contains("AGE-SECRET-KEY-1"))
        .filter_map(|text| text.lines().last()?.parse().ok())
        .collect()
}

/// The store at a path, with those who open it, and whoever has one of those passphrases.
pub fn held_at(
    path: &Path,
    pins: &Pins,
    identities: &[Identity],
) -> Result<Option<Held>, StoreError> {
    let mut store = match SqliteStore::open(path, pins, Rollback::Refuse) {
        Ok(store) if store.behind().is_some() => return Ok(None),
        Ok(store) => store,
        // One that went back may not be used, which is as good as none.
        Err(StoreError::Missing(_) | StoreError::RolledBack { .. }) => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut identities = identities.to_vec();
    for stored in store.read(|records| records.identities())? {
        let opened = PASSPHRASES.iter().find_map(|passphrase| {
            open_with_passphrase(&stored.sealed, &Passphrase::new(*passphrase)).ok()
        });
        let text = opened.expect("one of the passphrases opens what is in the store");
        let text = std::str::from_utf8(&text).unwrap();
        identities.push(text.trim().parse().unwrap());
    }
    let scope = Scope {
        identities: &identities,
        now: 1_795_200_000,
    };
    let mut findings = Vec::new();
    store.check(&scope, &mut |finding| findings.push(finding))?;
    let closed = findings.iter().find(|one| one.code == "key.not-opened");
    let closed = closed.map_or(0, |one| {
        let (count, _) = one.message.split_once(" of ").unwrap();
        count.parse().unwrap()
    });
    findings.retain(|finding| finding.problem);
    assert!(findings.is_empty(), "{findings:?}");
    store.read(|records| {
        Ok(Some(Held {
            head: records.head().sequence,
            closed,
        }))
    })
}

/// Every calls' number of times, and which of those that open files make one.
fn calls(home: &Path, case: &Case<'_>) -> BTreeMap<String, Vec<usize>> {
    let log = home.join("calls.log");
    let output = traced(home, case, &["-e", &format!("trace={CALLS}")], &log);
    assert!(output.status.success(), "{:?}: {output:?}", case.args);
    changing(&std::fs::read_to_string(&log).unwrap())
}

/// The same of what strace wrote. Who makes a call counts its own.
pub fn changing(log: &str) -> BTreeMap<String, Vec<usize>> {
    let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
    let mut found: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for line in log.lines() {
        let Some((name, rest)) = line
            .split_once('(')
            .map(|(head, rest)| (head.rsplit(' ').next().unwrap(), rest))
        else {
            continue;
        };
        let who = line.split_whitespace().next().unwrap_or_default();
        let count = seen.entry((who.to_owned(), name.to_owned())).or_default();
        *count += 1;
        let changes = name != "openat"
            || ["O_CREAT", "O_TMPFILE", "O_TRUNC"]
                .iter()
                .any(|flag| rest.contains(flag));
        if changes {
            found.entry(name.to_owned()).or_default().push(*count);
        }
    }
    for numbers in found.values_mut() {
        numbers.sort_unstable();
        numbers.dedup();
    }
    found
}

fn traced(home: &Path, case: &Case<'_>, options: &[&str], log: &Path) -> Output {
    let plain = super::nkeep_at(home);
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "-o"]).arg(log).args(options);
    // A line for a shell opens files for the command, which then takes the shell's place.
    if case.args.len() == 1 {
        command.args(["bash", "-c"]);
    } else {
        command.arg(plain.get_program());
    }
    command.args(case.args).current_dir(home).env_clear();
    command.env("N", plain.get_program());
    command.env("PATH", "/usr/bin:/bin");
    for (name, value) in plain.get_envs() {
        if let Some(value) = value {
            command.env(name, value);
        }
    }
    command.output().expect("strace is needed: install it")
}

/// A copy of a home, so that each fault meets the same state.
pub fn copied(home: &Path) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    let status = Command::new("cp")
        .arg("-a")
        .arg(home.join("."))
        .arg(copy.path())
        .status()
        .unwrap();
    assert!(status.success());
    copy
}

/// Runs the command once with each fault at each call, or with so many of them.
pub fn sweep(case: &Case<'_>) -> Tally {
    let base = (case.before)();
    let before = head_of(base.path()).unwrap();
    let trial = copied(base.path());
    let mut points: Vec<(String, usize, &str)> = Vec::new();
    for (call, numbers) in calls(trial.path(), case) {
        for number in numbers {
            points.extend(
                case.faults
                    .iter()
                    .map(|fault| (call.clone(), number, *fault)),
            );
        }
    }
    let tried = points.len().div_ceil(case.every);
    let logs = tempfile::tempdir().unwrap();
    let next = AtomicUsize::new(0);
    let tally = Mutex::new(Tally::default());
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for worker in 0..workers {
            let log = logs.path().join(worker.to_string());
            let (tally, points, next, base) = (&tally, &points, &next, base.path());
            scope.spawn(move || {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    if place >= tried {
                        return;
                    }
                    let (call, number, fault) = &points[spread(place, seed(), points.len())];
                    let home = copied(base);
                    let inject = format!("inject={call}:{fault}:when={number}");
                    let output = traced(home.path(), case, &["-e", &inject], &log);
                    let what = format!("{:?} with {inject}: {output:?}", case.args);
                    let changed = judged(home.path(), case, before, &output, &what);
                    (case.after)(home.path(), changed, place);
                    if is_met(&log) {
                        tally.lock().unwrap().add(changed);
                    }
                }
            });
        }
    });
    tally.into_inner().unwrap()
}

impl Tally {
    const fn add(&mut self, changed: bool) {
        self.points += 1;
        if changed {
            self.new += 1;
        } else {
            self.old += 1;
        }
    }
}

/// Whether the change was made; everything else about what is left must be right.
fn judged(home: &Path, case: &Case<'_>, before: Option<i64>, output: &Output, what: &str) -> bool {
    let after = head_of(home).unwrap_or_else(|error| panic!("{error}\n{what}"));
    let made = Some(before.unwrap_or_default() + case.entries);
    let changed = case.entries > 0 && after == made;
    assert!(
        changed || after == before,
        "{before:?} to {after:?}\n{what}"
    );
    if output.status.success() {
        assert!(
            changed || case.entries == 0,
            "done, and nothing changed\n{what}"
        );
    } else if output.status.signal().is_none() && output.status.code() != Some(137) {
        let said = String::from_utf8_lossy(&output.stderr);
        let named = [
            "stdout", "nkeep/", ".txt", ".creds", ".nk", ".backup", "seeds", "/tmp/", "acme",
        ];
        assert!(
            named.iter().any(|name| said.contains(name)),
            "names no file\n{what}"
        );
    }
    // What left the process speaks only of keys that are kept.
    if !changed && before.is_none() {
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(!said.contains("public_key"), "{what}");
    }
    secrets_are_where_they_belong(home, case, what);
    changed
}

/// No seed and no identity lies in any file but those that are for them; those are whole.
fn secrets_are_where_they_belong(home: &Path, case: &Case<'_>, what: &str) {
    let mut files = Vec::new();
    gather(home, &mut files);
    for path in files {
        let name = path
            .strip_prefix(home)
            .unwrap()
            .to_string_lossy()
            .into_owned();
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/examples")
            .join(&name)
            .exists();
        if fixture || name.starts_with("identity") {
            continue;
        }
        let contents = std::fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&contents);
        let holds = holds_a_secret(&text);
        let expected = case.makes.is_some_and(|made| name.starts_with(made));
        assert_eq!(holds, expected && holds, "{name} holds a secret\n{what}");
        if expected {
            assert!(holds && text.ends_with('\n'), "{name} is not whole\n{what}");
        }
    }
}

/// Whether a seed or an identity stands in it.
pub fn holds_a_secret(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_ascii_alphanumeric());
    text.contains("AGE-SECRET-KEY-1") || words.any(|word| Seed::parse(word).is_ok())
}

pub fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, files);
        } else {
            files.push(path);
        }
    }
}
