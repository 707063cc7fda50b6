//! Copies of the store: made, put back, and refused where they are older than what was seen.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::refusal::{accounts, everything, json, mode, refused, refused_by, run, said, store_of};

/// An estate with a backup from before its last change, and that backup's head.
fn aged() -> (tempfile::TempDir, String) {
    let home = common::estate();
    let head = common::at_home(home.path(), &["audit", "checkpoint"]);
    common::at_home(home.path(), &["store", "backup", "older.backup"]);
    common::at_home(home.path(), &["add", "account", "LATER"]);
    (home, head.trim().to_owned())
}

fn another_head(sequence: usize) -> String {
    format!("{sequence}:{}", "0".repeat(64))
}

#[test]
fn a_backup_is_a_store() {
    let home = common::estate();
    let home = home.path();
    let before = std::fs::read(store_of(home)).unwrap();
    let made = json(home, &["store", "backup", "a.backup"]);
    assert_eq!(
        (&made["kind"], &made["file"]),
        (&"backup".into(), &"a.backup".into())
    );
    assert_eq!(mode(&home.join("a.backup")), 0o600);
    assert!(before == std::fs::read(store_of(home)).unwrap());
    common::at_home(home, &["store", "check", "--store", "a.backup"]);
    // What is remembered of it says where it was seen last.
    common::at_home(home, &["list", "accounts"]);
    // It is not put over a file, nor where there is no folder.
    let folder = ["store", "backup", "."];
    refused(home, &folder, 1, ". is a folder, and a file is wanted");
    for taken in ["a.backup", "identity.txt"] {
        refused(
            home,
            &["store", "backup", taken],
            1,
            &format!("{taken} exists"),
        );
    }
    let nowhere = ["store", "backup", "nowhere/a.backup"];
    refused(home, &nowhere, 1, "cannot write nowhere/a.backup");
    common::at_home(home, &["add", "user", "x"]);
    common::at_home(home, &["store", "backup", "a.backup", "--force"]);
    // At a prompt nothing but what happened is said, and in a pipe nothing comes out.
    let output = run(home, &["store", "backup", "b.backup"]);
    assert!(output.stdout.is_empty(), "{output:?}");
    assert!(said(&output).contains("b.backup"), "{output:?}");
}

#[test]
fn a_lost_store_comes_back_from_its_backup() {
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["store", "backup", "a.backup"]);
    let head = common::at_home(home, &["audit", "checkpoint"]);
    let present = ["store", "restore", "a.backup"];
    let why = refused(home, &present, 1, "default.nkeep exists");
    assert!(
        why.contains("hint: nkeep store restore a.backup --force"),
        "{why}"
    );
    std::fs::remove_file(store_of(home)).unwrap();
    let restored = json(home, &present);
    assert_eq!(restored["kind"], "restore");
    assert_eq!(mode(&store_of(home)), 0o600);
    assert_eq!(common::at_home(home, &["audit", "checkpoint"]), head);
    common::at_home(home, &["store", "check"]);
    common::at_home(home, &["add", "user", "x"]);
    // Elsewhere, where no folder is yet.
    std::fs::copy(home.join("a.backup"), home.join("b.backup")).unwrap();
    let other = tempfile::tempdir().unwrap();
    let backup = home.join("a.backup");
    let args = ["store", "restore", backup.to_str().unwrap()];
    common::at_home(other.path(), &args);
    assert_eq!(accounts(other.path()), ["ACME", "SYS"]);
}

#[test]
fn what_is_no_backup_replaces_nothing() {
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["store", "backup", "a.backup"]);
    let whole = std::fs::read(home.join("a.backup")).unwrap();
    let write = |name: &str, contents: &[u8]| {
        let path = home.join(name);
        nkeep::file::write(&path, contents, nkeep::file::Existing::Keep).unwrap();
    };
    write("cut.backup", &whole[..whole.len() / 2]);
    write("empty.backup", b"");
    std::os::unix::fs::symlink("a.backup", home.join("link.backup")).unwrap();
    let made = std::process::Command::new("mkfifo")
        .arg(home.join("fifo.backup"))
        .status();
    assert!(made.unwrap().success());
    for (file, code, says) in [
        ("nowhere.backup", 1, "nowhere.backup"),
        ("identity.txt", 1, "no SQLite database"),
        ("cut.backup", 7, "tampered with"),
        ("empty.backup", 1, "it is empty"),
        ("link.backup", 1, "symbolic link"),
        ("fifo.backup", 1, "not a regular file"),
        (".", 1, "not a regular file"),
    ] {
        let args = ["store", "restore", file, "--force"];
        refused(home, &args, code, says);
    }
    refused(home, &["store", "restore"], 2, "<FILE>");
    // The number of a head has one spelling.
    let digest = "0".repeat(64);
    for head in ["x", &format!("01:{digest}"), &format!("+1:{digest}")] {
        let args = ["store", "restore", "a.backup", "--expect-head", head];
        refused(home, &args, 2, "it is no head");
    }
}

/// Keys and revocations may be missing from an older backup: it is taken when it is named, and no other.
#[test]
fn an_older_backup_is_taken_when_its_head_is_named() {
    let (home, head) = aged();
    let home = home.path();
    let restore = ["store", "restore", "older.backup", "--force"];
    let why = refused(home, &restore, 7, "was rolled back");
    assert!(why.contains("older.backup"), "{why}");
    assert!(why.contains(&format!("--expect-head {head}")), "{why}");
    for other in [another_head(1), another_head(2)] {
        let args = [&restore[..], &["--expect-head", &other]].concat();
        refused(home, &args, 7, "was rolled back");
    }
    // The head says which; that the store goes, --force says.
    let args = [&restore[..3], &["--expect-head", &head]].concat();
    refused(home, &args, 1, "exists");
    // Nor does it come in where the store is gone, or under another name.
    std::fs::rename(store_of(home), home.join("away.nkeep")).unwrap();
    refused(home, &restore[..3], 7, "was rolled back");
    let elsewhere = [&restore[..3], &["--store", "other.nkeep"]].concat();
    refused(home, &elsewhere, 7, "was rolled back");
    std::fs::rename(home.join("away.nkeep"), store_of(home)).unwrap();
    assert_eq!(accounts(home), ["ACME", "LATER", "SYS"]);

    common::at_home(home, &[&restore[..], &["--expect-head", &head]].concat());
    assert_eq!(accounts(home), ["ACME", "SYS"]);
    // From here on it goes as if the later change had not been.
    common::at_home(home, &["add", "account", "AGAIN"]);
    common::at_home(home, &["audit", "verify", "--checkpoint", &head]);
    common::at_home(home, &["store", "check"]);
}

#[test]
fn an_old_copy_is_refused_by_every_command_until_it_is_accepted() {
    let (home, head) = aged();
    let home = home.path();
    std::fs::copy(home.join("older.backup"), store_of(home)).unwrap();
    for args in [
        &["list", "operators"][..],
        &["list", "accounts"],
        &["list", "users"],
        &["list", "keys"],
        &["describe", "operator"],
        &["describe", "account", "ACME"],
        &["describe", "user"],
        &["add", "operator", "X"],
        &["add", "account", "X"],
        &["add", "user", "x"],
        &["generate", "creds", "-o", "x.creds"],
        &["export", "keys", "--all", "--dir", "seeds"],
        &["export", "dir", "tree"],
        &["store", "info"],
        &["store", "check"],
        &["store", "recipients", "list"],
        &["store", "rekey", "--new-identity", "second.txt"],
        &["store", "backup", "x.backup"],
        &["store", "compact"],
        &["unlock"],
        &["audit", "log"],
        &["audit", "verify"],
        &["audit", "export"],
        &["audit", "checkpoint"],
    ] {
        let why = refused(home, args, 7, "was rolled back");
        let hint = format!("hint: nkeep store accept-rollback --expect-head {head}  # gives up");
        let at = why.find(&hint).unwrap();
        let back = why.find("hint: nkeep store restore FILE --force").unwrap();
        assert!(back < at, "{args:?}: {why}");
    }
    let accept = ["store", "accept-rollback"];
    refused(home, &accept, 2, "--expect-head <HEAD>");
    let garbled = ["1", "1:", "one", "", &head[..20], &head.replace(':', " ")];
    for wrong in garbled {
        let args = [&accept[..], &["--expect-head", wrong]].concat();
        refused(home, &args, 2, "--expect-head <HEAD>");
    }
    for wrong in [another_head(1), another_head(2)] {
        let args = [&accept[..], &["--expect-head", &wrong]].concat();
        refused(home, &args, 1, "and not the one");
    }
    let args = [&accept[..], &["--expect-head", &head]].concat();
    assert!(json(home, &args)["kind"].is_string());
    assert_eq!(accounts(home), ["ACME", "SYS"]);
    common::at_home(home, &["add", "account", "AGAIN"]);
}

/// Two stores with one beginning: the one that was seen goes on, the other is no longer it.
#[test]
fn a_fork_is_refused_though_it_is_as_long() {
    let (home, head) = aged();
    let home = home.path();
    let seen = std::fs::read(store_of(home)).unwrap();
    // On another machine the older copy went on with another change.
    let other = tempfile::tempdir().unwrap();
    std::fs::copy(home.join("identity.txt"), other.path().join("identity.txt")).unwrap();
    let older = home.join("older.backup");
    common::at_home(other.path(), &["store", "restore", older.to_str().unwrap()]);
    for name in ["FORKED", "AND-MORE"] {
        common::at_home(other.path(), &["add", "account", name]);
        std::fs::copy(store_of(other.path()), store_of(home)).unwrap();
        let why = refused(home, &["list", "accounts"], 7, "was rolled back");
        assert!(!why.contains(&head), "{why}");
    }
    std::fs::write(store_of(home), &seen).unwrap();
    assert_eq!(accounts(home), ["ACME", "LATER", "SYS"]);
}

/// A copy can be looked at where it lies, and the store in use does not notice.
#[test]
fn an_older_copy_elsewhere_can_be_read_and_not_changed() {
    let (home, head) = aged();
    let home = home.path();
    let at = |args: &[&'static str]| [args, &["--store", "older.backup"]].concat();
    let output = run(home, &at(&["list", "accounts"]));
    assert!(output.status.success(), "{output:?}");
    let listed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(!listed.contains("LATER"), "{listed}");
    let why = said(&output);
    assert!(why.contains("it can be read, and not changed"), "{why}");
    for args in [
        &at(&["add", "account", "X"])[..],
        &at(&["store", "rekey", "--new-identity", "second.txt"]),
        &at(&["store", "compact"]),
        &at(&["generate", "nkey", "--user", "-S"]),
    ] {
        let output = run(home, args);
        assert_eq!(output.status.code(), Some(7), "{args:?}: {output:?}");
        // About that copy, and no other; and nothing is to be put in its place.
        assert!(!said(&output).contains("store restore"), "{output:?}");
        let hint =
            format!("hint: nkeep --store older.backup store accept-rollback --expect-head {head}");
        assert!(said(&output).contains(&hint), "{args:?}: {output:?}");
    }
    assert_eq!(accounts(home), ["ACME", "LATER", "SYS"]);
    // Taken for a store of its own, it goes on beside the other.
    let accept = at(&["store", "accept-rollback", "--expect-head"]);
    let accept = [&accept[..3], &[&head], &accept[3..]].concat();
    common::at_home(home, &accept);
    common::at_home(home, &at(&["add", "account", "BESIDE"]));
    assert!(said(&run(home, &at(&["list", "accounts"]))).is_empty());
    common::at_home(home, &["add", "account", "HERE"]);
    assert_eq!(accounts(home), ["ACME", "HERE", "LATER", "SYS"]);
}

#[test]
fn what_is_remembered_can_be_lost() {
    let (home, _) = aged();
    let home = home.path();
    let pin = json(home, &["store", "info"])["pin"].clone();
    std::fs::write(pin.as_str().unwrap(), "{}").unwrap();
    let head = {
        let why = refused(home, &["list", "accounts"], 7, "cannot be read");
        assert!(why.contains(pin.as_str().unwrap()), "{why}");
        let hint = why.split("--expect-head ").nth(1).unwrap().to_owned();
        hint.split(' ').next().unwrap().to_owned()
    };
    common::at_home(home, &["store", "accept-rollback", "--expect-head", &head]);
    assert_eq!(accounts(home), ["ACME", "LATER", "SYS"]);
}

/// A machine of CI remembers no store: what it is to expect is said to it.
#[test]
fn a_machine_that_remembers_nothing_is_told_what_to_expect() {
    let (home, older) = aged();
    let home = home.path();
    let newest = common::at_home(home, &["audit", "checkpoint"]);
    let expecting = |head: &str, args: &[&str]| {
        let mut command = common::nkeep_at(home);
        command.env("NKEEP_EXPECT_HEAD", head).args(args);
        command.env("NKEEP_STATE", home.join("fresh"));
        command
    };
    let list = ["list", "accounts"];
    for head in [newest.trim(), &older] {
        let output = expecting(head, &list).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    }
    let copy = ["list", "accounts", "--store", "older.backup"];
    let taken = expecting(&older, &copy).output().unwrap();
    assert!(taken.status.success(), "{taken:?}");
    let why = refused_by(
        &mut expecting(newest.trim(), &copy),
        home,
        7,
        "was rolled back",
    );
    assert!(why.contains("hint: unset NKEEP_EXPECT_HEAD"), "{why}");
    let another = another_head(1);
    refused_by(&mut expecting(&another, &list), home, 7, "is another than");
    for garbled in ["1", "one"] {
        let says = "NKEEP_EXPECT_HEAD is set, and it is no head";
        refused_by(&mut expecting(garbled, &list), home, 2, says);
    }
    // A setting that is missing comes as nothing.
    let says = "NKEEP_EXPECT_HEAD is set to nothing";
    refused_by(&mut expecting("", &list), home, 2, says);
}

/// The keys of what is replaced may be nowhere else.
#[test]
fn only_the_same_store_is_replaced() {
    let (home, other) = (common::estate(), common::estate());
    let (home, other) = (home.path(), other.path());
    common::at_home(home, &["store", "backup", "ours.backup"]);
    let theirs = other.join("theirs.backup");
    let theirs = theirs.to_str().unwrap();
    common::at_home(other, &["store", "backup", theirs]);
    let why = refused(
        home,
        &["store", "restore", theirs, "--force"],
        1,
        "is another store, and is not replaced",
    );
    assert!(why.contains("hint: mv "), "{why}");
    let over = ["store", "restore", "ours.backup", "--force", "--store"];
    let over = [&over[..], &["identity.txt"]].concat();
    refused(home, &over, 1, "is no store, and is not replaced");
    // One that is damaged is what a backup is for.
    let store = store_of(home);
    let mut damaged = std::fs::read(&store).unwrap();
    let half = damaged.len() / 2;
    damaged.truncate(half);
    std::fs::write(&store, &damaged).unwrap();
    common::at_home(home, &["store", "restore", "ours.backup", "--force"]);
    assert_eq!(accounts(home), ["ACME", "SYS"]);
}

/// What the store that is there has is not lost because this machine has never looked at it.
#[test]
fn a_newer_store_is_not_replaced_by_a_machine_that_never_saw_it() {
    let (home, head) = aged();
    let home = home.path();
    std::fs::remove_dir_all(home.join(".local/state")).unwrap();
    let restore = ["store", "restore", "older.backup", "--force"];
    let why = refused(home, &restore, 7, "lacks what the store that is there has");
    let hint = why.split("hint: nkeep ").nth(1).unwrap().trim().to_owned();
    assert!(hint.ends_with(&head), "{hint}");
    let args: Vec<&str> = hint.split(' ').collect();
    common::at_home(home, &args);
    assert_eq!(accounts(home), ["ACME", "SYS"]);
}

#[test]
fn compacting_changes_nothing_that_is_said() {
    let home = common::estate();
    let home = home.path();
    let shown = |args: &[&str]| common::at_home(home, args);
    let before = [shown(&["audit", "checkpoint"]), shown(&["list", "keys"])];
    let done = json(home, &["store", "compact"]);
    assert_eq!(done["kind"], "compact");
    let after = [shown(&["audit", "checkpoint"]), shown(&["list", "keys"])];
    assert_eq!(before, after);
    common::at_home(home, &["store", "check"]);
    let files = everything(&home.join(".local/share/nkeep"));
    assert_eq!(files.len(), 1, "{:?}", files.keys());
}

/// What is lost is counted before it is, and whose identity opens what comes is said.
#[test]
fn whoever_restores_hears_what_is_lost_and_who_opens_it() {
    let (folder, head) = aged();
    let home = folder.path();
    common::at_home(home, &["add", "user", "later", "-a", "ACME"]);
    let lost = "; lost would be 2 changes, 1 account, 1 user";
    refused(
        home,
        &["store", "restore", "older.backup", "--force"],
        7,
        lost,
    );

    let rekey = run(home, &["store", "rekey", "--new-identity", "id2.txt"]);
    let words = said(&rekey);
    let export = format!(
        "next: export NKEEP_IDENTITY={}",
        home.join("id2.txt").display()
    );
    assert!(words.contains(&export), "{words}");
    assert!(words.contains("next: nkeep store backup "), "{words}");
    let restore = ["store", "restore", "older.backup", "--force"];
    let restore = [&restore[..], &["--expect-head", &head, "--dry-run"]].concat();
    let tried = |identity: &str| {
        let mut command = common::nkeep_at(home);
        let command = command.env("NKEEP_IDENTITY", home.join(identity));
        said(&command.args(&restore).output().unwrap())
    };
    let (old, new) = (tried("identity.txt"), tried("id2.txt"));
    for words in [&old, &new] {
        assert!(
            words.contains("its root keys are opened by \"first\" age1"),
            "{words}"
        );
    }
    let closed = "the identity in use does not open it: \"first\" age1";
    assert!(!old.contains(closed) && new.contains(closed), "{old}{new}");

    let mut command = common::nkeep_at(home);
    command.env("NKEEP_IDENTITY", home.join("id2.txt"));
    let output = command.args(&restore).arg("--json").output().unwrap();
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(document["lacks"]["accounts"], 1, "{document}");
    assert_eq!(document["lacks"]["users"], 1, "{document}");
    assert!(
        document["opened_by"][0].as_str().unwrap().contains("age1"),
        "{document}"
    );
}

/// What somebody else does while a restore is looked at is not replaced unseen.
#[test]
#[cfg(target_os = "linux")]
fn a_store_that_changes_while_a_copy_is_compared_is_not_replaced() {
    let home = common::estate();
    let home = home.path();
    let store = store_of(home);
    common::at_home(home, &["store", "backup", "a.backup"]);
    let file = || std::os::unix::fs::MetadataExt::ino(&std::fs::metadata(&store).unwrap());
    let before = file();
    let holder = rusqlite::Connection::open(&store).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let mut restore = common::nkeep_at(home)
        .args(["store", "restore", "a.backup", "--force"])
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    // It was seen as it is before it is opened.
    let fds = format!("/proc/{}/fd", restore.id());
    let has_it = || {
        let mut fds = std::fs::read_dir(&fds).into_iter().flatten().flatten();
        fds.any(|fd| std::fs::read_link(fd.path()).is_ok_and(|file| file == store))
    };
    while !has_it() {
        assert!(restore.try_wait().unwrap().is_none(), "it did not wait");
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    holder
        .execute_batch(
            "UPDATE meta SET value = value || 'x'; \
             UPDATE meta SET value = substr(value, 1, length(value) - 1); COMMIT",
        )
        .unwrap();
    let output = restore.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let said = String::from_utf8_lossy(&output.stderr);
    let why = "was changed while this command ran, and is not replaced";
    assert!(said.contains(why), "{said}");
    assert_eq!(file(), before);
}
