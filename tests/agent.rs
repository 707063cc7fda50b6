//! The agent: signs while it is there, keeps root keys and seeds to itself, and goes when told or when its time is over.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::Output;

use nkeep::store::Store as _;
use nkeep::store::StoreError;
use nkeep::store::class::Class;
use nkeep::store::pin::Pins;
use nkeep::store::record::KeyRecord;
use nkeep::store::sqlite::{Rollback, SqliteStore};

/// As somebody without the identity at hand.
fn without_identity(home: &Path, args: &[&str]) -> Output {
    common::nkeep_at(home)
        .env_remove("NKEEP_IDENTITY")
        .args(args)
        .output()
        .unwrap()
}

fn unlocked() -> tempfile::TempDir {
    let home = common::estate();
    common::at_home(home.path(), &["unlock"]);
    home
}

fn socket(home: &Path) -> PathBuf {
    let folder = home.join(".local/state/nkeep/run");
    std::fs::read_dir(folder)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path()
}

fn records(home: &Path) -> Vec<KeyRecord> {
    let path = home.join(".local/share/nkeep/default.nkeep");
    let pins = Pins::new(home.join(".local/state/nkeep/pins"));
    let mut found = Vec::new();
    SqliteStore::open(&path, &pins, Rollback::Refuse)
        .unwrap()
        .read(|records| {
            records.each_key(&mut |record| {
                found.push(record);
                Ok(())
            })
        })
        .unwrap_or_else(|error: StoreError| panic!("{error}"));
    found
}

/// Says a line to the agent, as any process of the same user could.
fn said(home: &Path, line: &str) -> String {
    let mut stream = UnixStream::connect(socket(home)).unwrap();
    stream.write_all(line.as_bytes()).unwrap();
    let mut answer = String::new();
    BufReader::new(stream).read_line(&mut answer).unwrap();
    answer
}

fn asked(home: &Path, verb: &str, record: &KeyRecord, class: Class) -> String {
    let sealed = data_encoding::BASE64_NOPAD.encode(record.sealed.as_ref().unwrap());
    let message = if verb == "sign" { " aGVsbG8=" } else { "" };
    let (role, public) = (record.role, record.public);
    said(
        home,
        &format!("{verb} {class} {role} {public} {sealed}{message}\n"),
    )
}

#[test]
fn it_signs_while_it_is_there() {
    let home = unlocked();
    for args in [
        &["add", "account", "ORDERS"][..],
        &["add", "user", "clerk", "-a", "ORDERS"],
        &[
            "generate",
            "creds",
            "-a",
            "ORDERS",
            "-n",
            "clerk",
            "-o",
            "clerk.creds",
        ],
        &["agent", "status"],
    ] {
        let output = without_identity(home.path(), args);
        assert!(output.status.success(), "{args:?}: {output:?}");
    }
    // The root key signs the operator, and is not the agent's to use.
    let output = without_identity(home.path(), &["add", "operator", "STAGING", "--sys"]);
    assert_eq!(output.status.code(), Some(4), "{output:?}");
    let why = common::refusal::said(&output);
    assert!(why.contains("hint: nkeep lock  # and once more"), "{why}");
    common::at_home(home.path(), &["audit", "verify"]);

    let path = socket(home.path());
    assert_eq!(
        std::fs::metadata(&path).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let folder = std::fs::metadata(path.parent().unwrap()).unwrap();
    assert_eq!(folder.permissions().mode() & 0o777, 0o700);

    common::at_home(home.path(), &["lock"]);
    let output = without_identity(home.path(), &["add", "user", "late", "-a", "ORDERS"]);
    assert_eq!(output.status.code(), Some(4), "{output:?}");
    assert!(!path.exists());
}

#[test]
fn it_gives_out_no_seed_but_a_users() {
    let home = unlocked();
    for record in records(home.path()) {
        let unsealed = asked(home.path(), "unseal", &record, record.class);
        assert_eq!(
            unsealed.starts_with("ok SU"),
            record.class == Class::User,
            "{unsealed}"
        );
        assert!(
            record.class == Class::User || unsealed.starts_with("error "),
            "{unsealed}"
        );
        let signed = asked(home.path(), "sign", &record, record.class);
        assert_eq!(
            signed.starts_with("ok "),
            record.class != Class::Root,
            "{signed}"
        );
        // Another class than its own does not help.
        for class in Class::ALL
            .into_iter()
            .filter(|class| *class != record.class)
        {
            for verb in ["sign", "unseal"] {
                let answer = asked(home.path(), verb, &record, class);
                assert!(answer.starts_with("error "), "{answer}");
            }
        }
    }
    common::at_home(home.path(), &["lock"]);
}

#[test]
fn it_signs_with_the_classes_that_it_was_told() {
    let home = common::estate();
    common::at_home(
        home.path(),
        &["unlock", "--class", "account-signing", "--class", "user"],
    );
    let output = without_identity(home.path(), &["add", "user", "clerk"]);
    assert!(output.status.success(), "{output:?}");
    let output = without_identity(home.path(), &["add", "account", "ORDERS"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    common::at_home(home.path(), &["agent", "classes", "user"]);
    let output = without_identity(home.path(), &["add", "user", "second"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    // No process can give it more than the one that unlocked did.
    let output = without_identity(
        home.path(),
        &["agent", "classes", "user", "account-signing"],
    );
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let output = without_identity(home.path(), &["agent", "ttl", "2h", "--max", "10h"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    for args in [
        &["unlock", "--class", "root"][..],
        &["agent", "classes", "root"],
    ] {
        let output = common::nkeep_at(home.path()).args(args).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{output:?}");
    }
    common::at_home(home.path(), &["lock"]);
}

#[test]
fn it_ends_when_its_time_is_over() {
    let home = common::estate();
    common::at_home(home.path(), &["unlock", "--idle", "1s"]);
    let path = socket(home.path());
    // Until it is gone; a test that waits for ever has failed.
    while path.exists() {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let output = without_identity(home.path(), &["agent", "status"]);
    assert_eq!(output.status.code(), Some(4), "{output:?}");
}

#[test]
fn nonsense_is_answered_and_changes_nothing() {
    let home = unlocked();
    for line in [
        "\n",
        "sign\n",
        "unseal a b c d\n",
        "ttl x y\n",
        "classes root\n",
        "\u{1b}[2J\n",
    ] {
        assert!(said(home.path(), line).starts_with("error "), "{line:?}");
    }
    let output = without_identity(home.path(), &["add", "user", "clerk"]);
    assert!(output.status.success(), "{output:?}");
    common::at_home(home.path(), &["lock"]);
}

/// A store that is gone or was put back is when the agent must go.
#[test]
fn it_can_be_ended_whatever_became_of_the_store() {
    let home = unlocked();
    let path = socket(home.path());
    std::fs::remove_file(home.path().join(".local/share/nkeep/default.nkeep")).unwrap();
    common::at_home(home.path(), &["lock"]);
    assert!(!path.exists());
}

/// A time without a request that is longer than the whole would never be over.
#[test]
fn it_waits_no_longer_than_it_stays() {
    let home = unlocked();
    for args in [
        &["agent", "ttl", "4m", "--max", "3m"][..],
        &["unlock", "--idle", "10m", "--max", "5m"],
    ] {
        let output = common::nkeep_at(home.path()).args(args).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{output:?}");
    }
    assert!(said(home.path(), "ttl 60 30\n").starts_with("error "));
    common::at_home(home.path(), &["agent", "ttl", "2m", "--max", "3m"]);
    common::at_home(home.path(), &["unlock", "--max", "1m"]);
    common::at_home(home.path(), &["lock"]);
}

/// Whoever's identity opens nothing any more has no agent that says it is open.
#[test]
fn it_ends_when_others_open_the_store() {
    let home = unlocked();
    let home = home.path();
    common::at_home(home, &["store", "rekey", "--new-identity", "second.txt"]);
    let output = without_identity(home, &["agent", "status"]);
    assert_eq!(output.status.code(), Some(4), "{output:?}");
    let second = |args: &[&str]| {
        let args = [args, &["--identity", "second.txt"]].concat();
        common::at_home(home, &args);
    };
    let newcomer = common::NEWCOMER;
    second(&["store", "recipients", "add", newcomer, "--label", "ci"]);
    second(&["unlock"]);
    second(&["store", "recipients", "remove", "ci"]);
    let output = without_identity(home, &["agent", "status"]);
    assert_eq!(output.status.code(), Some(4), "{output:?}");
}

/// A store that is sealed to others behind the agent's back is locked, whatever the agent was told to sign.
#[test]
fn what_it_cannot_open_is_locked() {
    let home = unlocked();
    let home = home.path();
    let other = common::estate();
    let runtime = other.path().join("run");
    std::fs::create_dir(&runtime).unwrap();
    // Where another agent would be: this one is not found, and goes on.
    let rekeyed = common::nkeep_at(home)
        .env("XDG_RUNTIME_DIR", &runtime)
        .args(["store", "rekey", "--new-identity", "second.txt"])
        .output()
        .unwrap();
    assert!(rekeyed.status.success(), "{rekeyed:?}");
    for args in [
        &["add", "user", "x"][..],
        &["generate", "creds", "-n", "ACME", "-o", "x.creds"],
    ] {
        let output = without_identity(home, args);
        assert_eq!(output.status.code(), Some(4), "{output:?}");
        let why = String::from_utf8(output.stderr).unwrap();
        assert!(why.contains("no identity is at hand"), "{why}");
    }
    common::at_home(home, &["lock"]);
}

#[cfg(target_os = "linux")]
fn process_of(home: &Path) -> Option<u32> {
    let listed = std::fs::read_dir("/proc").unwrap().filter_map(Result::ok);
    listed
        .filter(|entry| {
            let line = std::fs::read(entry.path().join("cmdline")).unwrap_or_default();
            let line = String::from_utf8_lossy(&line).into_owned();
            line.contains("--socket") && line.contains(home.to_str().unwrap())
        })
        .find_map(|entry| entry.file_name().to_str()?.parse().ok())
}

/// Nobody can tell it to end then, and it has the identity.
#[test]
#[cfg(target_os = "linux")]
fn it_ends_though_its_socket_is_gone() {
    let home = common::estate();
    common::at_home(home.path(), &["unlock", "--idle", "1s"]);
    assert!(process_of(home.path()).is_some());
    std::fs::remove_file(socket(home.path())).unwrap();
    while process_of(home.path()).is_some() {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}

/// Who unlocks again has the new one, and the old one takes nothing away from it.
#[test]
#[cfg(target_os = "linux")]
fn the_one_before_takes_nothing_from_the_next() {
    let home = unlocked();
    for _ in 0..20 {
        common::at_home(home.path(), &["unlock"]);
        let status = without_identity(home.path(), &["agent", "status"]);
        assert!(status.status.success(), "{status:?}");
    }
    common::at_home(home.path(), &["lock"]);
    while process_of(home.path()).is_some() {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
}

/// A client that does not read what it asked for is waited for by nobody else.
#[test]
fn a_client_that_reads_nothing_keeps_nobody_waiting() {
    use std::io::{BufRead as _, Write as _};
    // More than the system keeps of answers that nobody took.
    const LINES: usize = 20_000;
    let home = common::estate();
    let unlocked = common::at_home(home.path(), &["unlock", "--json"]);
    let unlocked: serde_json::Value = serde_json::from_str(&unlocked).unwrap();
    let socket = unlocked["socket"].as_str().unwrap();
    let deaf = std::os::unix::net::UnixStream::connect(socket).unwrap();
    let mut asking = deaf.try_clone().unwrap();
    let asked = std::thread::spawn(move || asking.write_all("status\n".repeat(LINES).as_bytes()));
    std::thread::sleep(std::time::Duration::from_millis(500));
    common::at_home(home.path(), &["agent", "status"]);
    // It was not cut off meanwhile, as who takes too long is, and has all of its answers.
    deaf.set_read_timeout(Some(common::LONG)).unwrap();
    let answers = std::io::BufReader::new(deaf).lines().take(LINES);
    assert_eq!(answers.filter(Result::is_ok).count(), LINES);
    asked.join().unwrap().unwrap();
    common::at_home(home.path(), &["lock"]);
}

/// A client that sends a byte now and then neither keeps others out nor the agent alive.
#[test]
fn a_slow_client_keeps_nobody_waiting() {
    use std::io::Write as _;
    let home = common::estate();
    let unlocked = common::at_home(
        home.path(),
        &["unlock", "--idle", "5s", "--max", "8s", "--json"],
    );
    let unlocked: serde_json::Value = serde_json::from_str(&unlocked).unwrap();
    let socket = unlocked["socket"].as_str().unwrap().to_owned();
    let begun = std::time::Instant::now();
    let mut slow = std::os::unix::net::UnixStream::connect(&socket).unwrap();
    slow.write_all(b"s").unwrap();
    common::at_home(home.path(), &["agent", "status"]);
    // Over its time whatever is sent.
    while std::fs::symlink_metadata(&socket).is_ok() {
        let _ = slow.write_all(b"x");
        std::thread::sleep(std::time::Duration::from_millis(50));
        assert!(begun.elapsed() < common::LONG, "the agent stays");
    }
    // And it is locked at once while somebody is slow.
    common::at_home(home.path(), &["unlock"]);
    let mut slow = std::os::unix::net::UnixStream::connect(&socket).unwrap();
    slow.write_all(b"s").unwrap();
    let locked = common::at_home(home.path(), &["lock", "--json"]);
    assert!(locked.contains("true"), "{locked}");
}
