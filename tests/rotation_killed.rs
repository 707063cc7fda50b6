//! `rotate next` that signs thousands of accounts anew, killed anywhere: what is left is all that was there before, or all that the step
//! makes, in one entry of the journal; and it goes on from there. `tests/faults.rs` has every call of it in a small store.
//!
//! The long form: `NKEEP_TEST_KILLS=400 cargo test --release --test suite -- --ignored --nocapture rotation_killed::`. Else there are fewer
//! accounts, and fewer kills.

#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking; the report counts the kills"
)]

use crate::common;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use common::crowd::many_accounts;
use common::faults::copied;
use common::refusal::store_of;
use common::{live, live_at, live_estate};
use nkeep::jwt::decode::named_issuer;
use nkeep::rotation::{self, Rotation, RotationError};
use nkeep::store::Store as _;
use nkeep::store::document::Standing;
use nkeep::store::journal::Head;
use nkeep::store::pin::Pins;
use nkeep::store::record::{Entity, EntityKind};
use nkeep::store::sqlite::{Rollback, SqliteStore};
use serde_json::{Value, json};

/// 10,000 where it is built as it is shipped; else nearly all of the time goes into what is not looked at here.
const ACCOUNTS: usize = if cfg!(debug_assertions) {
    2_000
} else {
    10_000
};
const NEXT: [&str; 2] = ["rotate", "next"];

/// Calls that change something, of which there are few: at each of them it is killed.
const FEW: &str =
    "fsync,fdatasync,ftruncate,rename,renameat,renameat2,unlink,unlinkat,mkdir,fchmod";
/// The call by which pages are written, of which there are thousands.
const WRITE: &str = "pwrite64";
/// At so many of those, from the first to the last.
const WRITES: usize = 6;

/// All of a store that a step may change.
#[derive(PartialEq, Eq)]
struct State {
    head: Head,
    rotation: Rotation,
    accounts: Vec<Entity>,
    keys: Vec<Standing>,
}

impl State {
    /// Opening looks at all of it: whoever was killed did not note how it was left.
    fn of(home: &Path) -> Self {
        let pins = Pins::new(home.join(".local/state/nkeep/pins"));
        let mut store = SqliteStore::open(&store_of(home), &pins, Rollback::Refuse).unwrap();
        let read = store.read(|records| {
            let mut accounts = Vec::with_capacity(ACCOUNTS);
            records.each_entity(EntityKind::Account, None, &mut |account| {
                accounts.push(account);
                Ok(())
            })?;
            Ok::<_, RotationError>(Self {
                head: records.head(),
                rotation: rotation::found(records, None)?,
                accounts,
                keys: records.key_states()?,
            })
        });
        read.unwrap()
    }

    /// Whether it is one step after that one, and nothing in it is of before.
    fn follows(&self, before: &Self) -> bool {
        let is_signed =
            |account: &Entity| named_issuer(&account.token).unwrap() == self.rotation.new;
        let names = |state: &Self| -> Vec<_> {
            let accounts = state.accounts.iter();
            accounts.map(|one| (one.key, one.name.clone())).collect()
        };
        self.head.sequence == before.head.sequence + 1
            && self.rotation.phase == "activate"
            && self.rotation.steps.len() == before.rotation.steps.len() + 1
            && self.accounts.len() == before.accounts.len()
            && names(self) == names(before)
            && self.accounts.iter().all(is_signed)
    }
}

/// Takes evidence of a server that was started with the operator as it is, and has those accounts.
fn seen(home: &Path, accounts: &[Entity]) {
    let operator = live_at(home, &["describe", "operator", "--raw"]);
    let now = jiff::Timestamp::now().to_string();
    let page = |mut more: Value| {
        more["server_id"] = json!("NA");
        more["server_name"] = json!("a");
        more["now"] = json!(now);
        more
    };
    let mut pages = vec![page(json!({
        "max_payload": 1, "config_load_time": now, "trusted_operators_jwt": [operator.trim()],
    }))];
    pages.extend(accounts.iter().map(|one| {
        let key = one.key.to_string();
        page(json!({ "account_detail": { "account_name": key, "jwt": one.token } }))
    }));
    std::fs::write(home.join("a.json"), Value::from(pages).to_string()).unwrap();
    live_at(home, &["rotate", "evidence", "import", "a.json"]);
}

/// A store with so many accounts, of which the next step signs all.
fn begun() -> (tempfile::TempDir, State) {
    let folder = live_estate();
    let home = folder.path();
    many_accounts(home, ACCOUNTS);
    let start = ["rotate", "start", "operator-signing-key"];
    let terms = ["--servers", "a", "--evidence-age", "24h"];
    live_at(home, &[&start[..], &terms].concat());
    seen(home, &[]);
    let state = State::of(home);
    assert!(state.accounts.len() > ACCOUNTS);
    (folder, state)
}

/// How often it was so.
#[derive(Default)]
struct Tally {
    old: usize,
    new: usize,
    /// Those that had ended before, which are not counted with the new.
    late: usize,
}

impl Tally {
    const fn add(&mut self, is_new: bool) {
        if is_new {
            self.new += 1;
        } else {
            self.old += 1;
        }
    }

    fn say(&self, how: &str) {
        let (old, new, late) = (self.old, self.new, self.late);
        println!(
            "{:>4} kills {how}, {old:>4} left the old state, {new:>4} the new; {late} more came too late: rotate next over {ACCOUNTS} accounts",
            old + new
        );
    }
}

/// Looks at what a kill left of a copy of that home: whether the step was taken.
fn judged(home: &Path, base: &Path, before: &State, what: &str) -> bool {
    let now = State::of(home);
    let is_new = now != *before;
    if is_new {
        assert!(now.follows(before), "neither old nor new: {what}");
        check(home);
    } else {
        // Byte for byte what was checked.
        let bytes = |home: &Path| std::fs::read(store_of(home)).unwrap();
        assert!(bytes(home) == bytes(base), "not what it was: {what}");
    }
    is_new
}

/// Everything in the store holds, and every key opens.
fn check(home: &Path) {
    live_at(home, &["store", "check"]);
    live_at(home, &["audit", "verify"]);
}

/// The step is taken, or the one after it, from what a kill left, and nothing of that lies beside the store any more.
fn goes_on(home: &Path, before: &State) {
    let now = State::of(home);
    if now == *before {
        live_at(home, &NEXT);
        assert!(State::of(home).follows(before));
    } else {
        seen(home, &now.accounts);
        live_at(home, &NEXT);
        assert_eq!(State::of(home).rotation.phase, "soak");
    }
    let beside = std::fs::read_dir(store_of(home).parent().unwrap()).unwrap();
    assert_eq!(beside.count(), 1);
}

fn kills() -> u32 {
    let kills = std::env::var("NKEEP_TEST_KILLS");
    kills.map_or(6, |kills| kills.parse().unwrap())
}

#[test]
#[ignore = "takes a minute; ./prove runs it"]
fn killed_at_any_moment_it_is_old_or_new() {
    let (folder, before) = begun();
    let base = folder.path();
    check(base);
    let whole = copied(base);
    let start = Instant::now();
    live_at(whole.path(), &NEXT);
    let takes = start.elapsed();
    // All of it is one entry of the journal.
    assert!(State::of(whole.path()).follows(&before));
    let mut tally = Tally::default();
    for kill in 0..kills() {
        let home = copied(base);
        let mut child = live(home.path()).args(NEXT).spawn().unwrap();
        // The first is before anything was done, the last when it may be done.
        let moment = takes * kill / (kills() - 1).max(1);
        std::thread::sleep(moment);
        child.kill().unwrap();
        let ended = child.wait().unwrap().code();
        let what = format!("after {moment:?}");
        let is_new = judged(home.path(), base, &before, &what);
        if let Some(code) = ended {
            assert!(code == 0 && is_new, "{what}: {code}");
            tally.late += 1;
        } else {
            tally.add(is_new);
        }
        goes_on(home.path(), &before);
    }
    tally.say("at any moment");
}

/// What the step asks the system for, that changes something, in the order in which it does: each call, and how often it was
/// before.
fn calls(home: &Path) -> Vec<(String, usize)> {
    let log = home.join("calls.log");
    let trace = format!("trace={FEW},{WRITE}");
    let status = traced(home, &["-o", log.to_str().unwrap(), "-e", &trace]).status();
    assert!(status.unwrap().success());
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let text = std::fs::read_to_string(log).unwrap();
    let names = text.lines().filter_map(|line| {
        let (name, _) = line.split_once('(')?;
        let name = name.rsplit(' ').next()?.to_owned();
        let number = seen.entry(name.clone()).or_default();
        *number += 1;
        Some((name, *number))
    });
    names.collect()
}

/// The step under strace.
fn traced(home: &Path, options: &[&str]) -> Command {
    let plain = live(home);
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "--seccomp-bpf"]).args(options);
    command.arg(plain.get_program()).args(NEXT);
    command.current_dir(home).env_clear();
    let set = plain
        .get_envs()
        .filter_map(|(name, value)| Some((name, value?)));
    command.envs(set).stderr(Stdio::null());
    command
}

#[test]
#[ignore = "takes a minute; ./prove runs it"]
fn killed_where_it_writes_it_is_old_or_new() {
    let (folder, before) = begun();
    let base = folder.path();
    check(base);
    let calls = calls(copied(base).path());
    let (writes, few): (Vec<_>, Vec<_>) = calls.into_iter().partition(|(name, _)| name == WRITE);
    assert!(few.len() >= 4 && writes.len() > ACCOUNTS / 2, "{few:?}");
    let at = |number: usize| writes[(writes.len() - 1) * number / (WRITES - 1)].clone();
    let points = few.iter().cloned().chain((0..WRITES).map(at));
    let mut tally = Tally::default();
    for (call, number) in points {
        let home = copied(base);
        let inject = format!("inject={call}:signal=SIGKILL:when={number}");
        let options = ["-o", "/dev/null", "-e", &inject];
        let output = traced(home.path(), &options).output().unwrap();
        assert!(!output.status.success(), "{inject}: {output:?}");
        tally.add(judged(home.path(), base, &before, &inject));
        goes_on(home.path(), &before);
    }
    tally.say("where it writes");
    // The commit is among them, with what comes before and after.
    assert!(tally.old > 0 && tally.new > 0);
}
