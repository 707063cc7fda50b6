//! No secret comes out where none is meant to be: the example of each command is run, and every seed and identity that it knew or made
//! is looked for in all that it printed, in the arguments and the environment of every process that was started, and in every file that
//! is left but those that are for secrets, in each way in which it could be written. Linux alone, by strace.
//!
//! `NKEEP_TEST_SECONDS` says how long it may take, and `NKEEP_TEST_EXAMPLES` for which commands (a part of their names).

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking; the report counts the secrets"
)]

use std::collections::{BTreeSet, HashMap};
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use data_encoding::{BASE64, BASE64URL_NOPAD, HEXLOWER, HEXUPPER};
use nkeep::cmd::examples;
use nkeep::nkey::{Kind, Seed};
use nkeep::store::age::Identity;
use nkeep::store::pin::Pins;
use nkeep::store::sealed::unseal;
use nkeep::store::sqlite::{Rollback, SqliteStore};
use nkeep::store::{Store as _, StoreError};

use crate::common::faults::gather;
use crate::common::refusal::{everything, store_of};
use crate::generated::{asks, at_a_terminal, prepared, served, shell};

/// What is looked at elsewhere: an agent outlives the command that starts it, and who listens ends when somebody ends them.
const ELSEWHERE: [&str; 6] = [
    // `it_gives_out_no_seed_but_a_users` of tests/agent.rs.
    "agent",
    "lock",
    "unlock",
    // Whoever listens in tests/tool.rs, in all that they said; `tool pub` and `tool rtt`, which log in like them, are here.
    "tool sub",
    "tool reply",
    "tool req",
];

/// Files that are for secrets, and that nobody else may read: what makes them, by how its path begins, and how their names end.
const FOR_SECRETS: [(&str, &str); 13] = [
    ("", ".creds"),
    ("", ".nk"),
    // Identities, under the names that the examples give them.
    ("", "identity.txt"),
    ("ceremony", "ada.txt"),
    ("ceremony", "bob.txt"),
    ("ceremony", "working.txt"),
    ("ceremony run", "root.txt"),
    ("rotate start", "identity-2.txt"),
    ("store recipients add", "ci.txt"),
    ("store recipients add", "spare.txt"),
    ("store rekey", "identity-2.txt"),
    // Secrets of Kubernetes.
    ("generate nauth", ".yaml"),
    ("generate secret", ".yaml"),
];

/// A prime, so that every line is met.
const STEP: usize = 7919;

/// A secret, and all ways in which it could be written.
struct Secret {
    name: String,
    forms: Vec<Vec<u8>>,
}

impl Secret {
    fn of(text: &str, raw: Option<&[u8]>) -> Self {
        let mut forms = vec![text.as_bytes().to_vec()];
        // What is encoded once more, as in a Secret of Kubernetes, is meant to be private all the same. Its ends depend on what is around it.
        forms.push(BASE64.encode(text.as_bytes()).as_bytes()[..40].to_vec());
        if let Some(raw) = raw {
            forms.push(raw.to_vec());
            for encoding in [&HEXLOWER, &HEXUPPER, &BASE64, &BASE64URL_NOPAD] {
                forms.push(encoding.encode(raw).into_bytes());
            }
            forms.push(format!("{raw:?}").into_bytes());
        }
        let name = text.get(..4).unwrap_or_default().to_owned();
        Self { name, forms }
    }
}

/// How many bytes of each form are looked for at first: it is once over a file, however many secrets there are.
const BEGINNING: usize = 8;

/// Which of the secrets stand in it.
fn in_it<'a>(bytes: &[u8], secrets: &'a [Secret]) -> BTreeSet<&'a str> {
    let mut beginnings: HashMap<&[u8], Vec<(&[u8], &str)>> = HashMap::new();
    for secret in secrets {
        for form in &secret.forms {
            let same = beginnings.entry(&form[..BEGINNING]).or_default();
            same.push((form, &secret.name));
        }
    }
    let mut found = BTreeSet::new();
    for (at, beginning) in bytes.windows(BEGINNING).enumerate() {
        let same = beginnings.get(beginning).into_iter().flatten();
        let there = same.filter(|(form, _)| bytes[at..].starts_with(form));
        found.extend(there.map(|(_, name)| *name));
    }
    found
}

#[test]
fn a_secret_is_seen_however_it_is_written() {
    let own = Seed::generate(Kind::User).unwrap();
    let secrets = [seed(&own)];
    assert!(secrets[0].forms.len() > 6);
    for form in &secrets[0].forms {
        let around = [b"before ", &form[..], b" behind"].concat();
        assert_eq!(in_it(&around, &secrets).len(), 1);
        let half = &around[..7 + form.len() / 2];
        assert!(in_it(half, &secrets).is_empty());
    }
}

fn seed(seed: &Seed) -> Secret {
    let text = seed.expose();
    let decoded = data_encoding::BASE32_NOPAD.decode(text.as_bytes()).unwrap();
    // Two bytes of prefix in front, two of a checksum behind.
    Secret::of(&text, Some(&decoded[2..34]))
}

/// All that are known at that home: in its store, and in files that are for them.
fn secrets(home: &Path) -> Vec<Secret> {
    let mut files = Vec::new();
    gather(home, &mut files);
    let (mut texts, mut identities) = (BTreeSet::new(), Vec::new());
    let mut found = Vec::new();
    for path in files {
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
        for word in text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-') {
            if let Ok(own) = Seed::parse(word)
                && texts.insert(word.to_owned())
            {
                found.push(seed(&own));
            }
            if let Ok(identity) = word.parse::<Identity>()
                && word.starts_with("AGE-SECRET-KEY-1")
                && texts.insert(word.to_owned())
            {
                found.push(Secret::of(word, None));
                identities.push(identity);
            }
        }
    }
    let pins = Pins::new(home.join(".local/state/nkeep/pins"));
    if let Ok(mut store) = SqliteStore::open(&store_of(home), &pins, Rollback::Refuse) {
        let _: Result<(), StoreError> = store.read(|records| {
            let id = records.store_id().to_owned();
            records.each_key(&mut |record| {
                if let Ok(own) = unseal(&record, &identities, &id)
                    && texts.insert(own.expose().to_string())
                {
                    found.push(seed(&own));
                }
                Ok(())
            })
        });
    }
    found
}

/// Which of those that may hold one it is: nobody else may read it, and it is none of the store's.
fn for_secrets(path: &str, file: &Path, name: &str) -> Option<(&'static str, &'static str)> {
    let mode = std::fs::metadata(file).unwrap().permissions().mode();
    let mut known = FOR_SECRETS.into_iter();
    let own = known.find(|(begins, ends)| path.starts_with(begins) && name.ends_with(ends));
    own.filter(|_| mode & 0o077 == 0 && !name.starts_with(".local/"))
}

/// What came of it.
#[derive(Default)]
struct Tally {
    lines: usize,
    looked_for: usize,
    places: usize,
    /// Of files that are for secrets, those that had one.
    private: BTreeSet<(&'static str, &'static str)>,
    findings: Vec<String>,
}

/// Runs a line, and looks for everything everywhere.
fn looked_at(path: &str, line: &str) -> Tally {
    let mut tally = Tally::default();
    let folder = prepared(path, line);
    let home = folder.path();
    if path == "store backup" {
        std::fs::remove_file(home.join("acme.backup")).unwrap();
    }
    let (_server, line) = served(path, line, home);
    let mut known = secrets(home);
    let there = everything(home);
    let plain = shell(&line, home);
    let logs = tempfile::tempdir().unwrap();
    let log = logs.path().join("started");
    let mut command = Command::new("strace");
    let options = [
        "-f",
        "-qq",
        "-v",
        "-s",
        "100000",
        "-e",
        "trace=execve",
        "-o",
    ];
    command.args(options).arg(&log);
    command.arg(plain.get_program()).args(plain.get_args());
    command.current_dir(home).env_clear();
    let set = plain.get_envs();
    command.envs(set.filter_map(|(name, value)| Some((name, value?))));
    let (is_done, mut come_out) = said(path, &line, home, command);
    if !is_done {
        let what = come_out
            .iter()
            .map(|(_, said)| String::from_utf8_lossy(said));
        let what = what.collect::<String>();
        tally.findings.push(format!("{line} fails: {what}"));
    }
    let had: BTreeSet<Vec<u8>> = known.iter().map(|one| one.forms[0].clone()).collect();
    let made = secrets(home).into_iter();
    known.extend(made.filter(|one| !had.contains(&one.forms[0])));
    let started = std::fs::read(&log).unwrap();
    come_out.push(("arguments and environment".to_owned(), started));
    let mut files = Vec::new();
    gather(home, &mut files);
    for file in files {
        let name = inside(home, &file);
        let contents = std::fs::read(&file).unwrap();
        // What was there is as it was, and what a shell writes is as whoever types it has it.
        let is_as_it_was = there.get(&file).is_some_and(|(_, was)| *was == contents);
        if is_as_it_was || line.contains(&format!("> {name}")) {
            continue;
        }
        match for_secrets(path, &file, &name) {
            Some(own) if !in_it(&contents, &known).is_empty() => {
                tally.private.insert(own);
            }
            _ => come_out.push((name, contents)),
        }
    }
    for (place, bytes) in &come_out {
        let found = in_it(bytes, &known).into_iter();
        let found = found.map(|name| format!("{line}: {name}... in {place}"));
        tally.findings.extend(found);
    }
    tally.lines = 1;
    tally.looked_for = known.len();
    tally.places = come_out.len();
    tally
}

/// Runs an example, at a terminal where it asks somebody: whether it was done, and what it printed where.
fn said(
    path: &str,
    line: &str,
    home: &Path,
    mut command: Command,
) -> (bool, Vec<(String, Vec<u8>)>) {
    if asks(path, line) {
        let (said, code) = at_a_terminal(path, line, home, command);
        return (code == 0, vec![("terminal".to_owned(), said.into_bytes())]);
    }
    let output = command.stdin(Stdio::null()).output().unwrap();
    let printed = [("stderr", output.stderr), ("stdout", output.stdout)];
    let printed = printed.map(|(place, bytes)| (place.to_owned(), bytes));
    (output.status.success(), printed.to_vec())
}

fn inside(home: &Path, path: &Path) -> String {
    let name = path.strip_prefix(home).unwrap();
    name.to_string_lossy().into_owned()
}

#[test]
#[ignore = "takes minutes; ./prove runs it"]
fn no_secret_comes_out_where_none_is_meant_to_be() {
    let filter = std::env::var("NKEEP_TEST_EXAMPLES").unwrap_or_default();
    let seconds = std::env::var("NKEEP_TEST_SECONDS").ok();
    let seconds = seconds.map(|text| Duration::from_secs(text.parse().unwrap()));
    let lines = examples::ALL
        .iter()
        .filter(|(path, _)| path.contains(&filter))
        .flat_map(|(path, own)| own.iter().map(|example| (*path, example.line)));
    let is_elsewhere = |path: &str| ELSEWHERE.iter().any(|name| path.starts_with(name));
    let (elsewhere, lines): (Vec<_>, Vec<_>) = lines.partition(|(path, _)| is_elsewhere(path));
    let (start, next) = (Instant::now(), AtomicUsize::new(0));
    let all = Mutex::new(Tally::default());
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while seconds.is_none_or(|seconds| start.elapsed() < seconds) {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    if place >= lines.len() {
                        return;
                    }
                    // Where there is no time for all, those that are run come from everywhere.
                    let (path, line) = lines[place * STEP % lines.len()];
                    let tally = looked_at(path, line);
                    let mut all = all.lock().unwrap();
                    all.lines += tally.lines;
                    all.looked_for += tally.looked_for;
                    all.places += tally.places;
                    all.private.extend(tally.private);
                    all.findings.extend(tally.findings);
                }
            });
        }
    });
    let all = all.into_inner().unwrap();
    println!(
        "prove: leaks | {} of {} lines of examples ({} more are looked at elsewhere), {} secrets looked for in {} places | {}",
        all.lines,
        lines.len(),
        elsewhere.len(),
        all.looked_for,
        all.places,
        all.findings.len()
    );
    assert!(all.findings.is_empty(), "{:#?}", all.findings);
    assert!(all.looked_for > all.lines, "{}", all.looked_for);
    // What never has a secret is for none.
    let is_all = filter.is_empty() && all.lines == lines.len();
    let is_known = all.private == BTreeSet::from(FOR_SECRETS);
    assert!(is_known || !is_all, "{:?}", all.private);
}
