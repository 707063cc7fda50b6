//! A process that is ended in the middle leaves nothing behind that nobody asked for.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

use common::{at_home, estate, nkeep_at};

fn many_users() -> tempfile::TempDir {
    let folder = estate();
    for number in 0..40 {
        at_home(
            folder.path(),
            &["add", "user", &format!("u{number}"), "-a", "ACME"],
        );
    }
    folder
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().path()).collect()
}

/// Starts a command, and ends it by a signal as soon as that is true. Whether it was ended in the middle.
fn ended(home: &Path, args: &[&str], when: impl Fn() -> bool) -> bool {
    let mut child: Child = nkeep_at(home)
        .args(args)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let deadline = Instant::now() + common::LONG;
    while !when() && child.try_wait().unwrap().is_none() {
        assert!(
            Instant::now() < deadline,
            "{args:?} neither begins nor ends"
        );
    }
    let killed = Command::new("kill")
        .args(["-TERM", &child.id().to_string()])
        .stderr(Stdio::null())
        .status();
    killed.unwrap();
    !child.wait().unwrap().success()
}

/// Starts a command, and stops it where it stands as soon as that is true, if it has not ended before.
fn stopped(home: &Path, args: &[&str], when: impl Fn() -> bool) -> Child {
    use rustix::process::{Pid, WaitOptions, waitpid};
    let mut command = nkeep_at(home);
    command
        .args(args)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    while !when() {
        if child.try_wait().unwrap().is_some() {
            return child;
        }
    }
    let id = child.id().to_string();
    let signalled = Command::new("kill").args(["-STOP", &id]).status();
    assert!(signalled.unwrap().success());
    let waited = waitpid(Pid::from_child(&child).into(), WaitOptions::UNTRACED);
    assert!(waited.unwrap().is_some());
    child
}

/// Kills it at once.
fn gone(mut child: Child) {
    let _ = child.kill();
    let _ = child.wait();
}

#[test]
fn seeds_in_the_clear_go_with_the_process_that_writes_them() {
    let folder = many_users();
    let home = folder.path();
    let before = entries(home).len();
    let export = ["export", "nsc", "made", "--reveal"];
    let begun = || {
        let hidden = |path: &PathBuf| path.to_string_lossy().contains("/.made.nkeep-");
        entries(home).iter().any(hidden)
    };
    // All may be there before the signal comes.
    let made = home.join("made");
    let in_the_middle = (0..50).any(|_| {
        let was_ended = ended(home, &export, begun);
        let is_whole = made.exists();
        assert!(was_ended || is_whole);
        if is_whole {
            std::fs::remove_dir_all(&made).unwrap();
        }
        !is_whole
    });
    assert!(in_the_middle);
    assert_eq!(entries(home).len(), before, "{:?}", entries(home));
}

/// Nothing can be undone by who is killed at once: the next does, and until then it is named.
#[test]
fn seeds_in_the_clear_that_a_kill_left_go_with_the_next_export() {
    let folder = many_users();
    let home = folder.path();
    let export = ["export", "nsc", "made", "--reveal"];
    let left = || {
        let names = std::fs::read_dir(home).unwrap().flatten();
        let mut names = names.map(|entry| entry.file_name().into_string().unwrap());
        names.find(|name| name.starts_with(".made.nkeep-"))
    };
    let holds_seeds = || left().is_some_and(|name| home.join(name).join("keys/keys").is_dir());
    // One that is done before it can be stopped shows nothing.
    let stopped = (0..50).find_map(|_| {
        let child = stopped(home, &export, holds_seeds);
        if holds_seeds() {
            return Some(child);
        }
        gone(child);
        std::fs::remove_dir_all(home.join("made")).unwrap();
        None
    });
    let child = stopped.unwrap();
    // It is still at work: another does not take its folder, nor is it said to lie about.
    let beside = ["export", "nsc", "made"];
    at_home(home, &beside);
    let theirs = left().unwrap();
    let looked =
        || String::from_utf8(nkeep_at(home).arg("doctor").output().unwrap().stdout).unwrap();
    assert!(!looked().contains(&theirs));
    gone(child);
    let said = looked();
    assert!(said.contains(&format!("[LOOK] seeds: {theirs} was left by an export that was killed, and may hold seeds in the clear")), "{said}");
    assert!(said.contains(&format!("hint: rm -r {theirs}\n")), "{said}");
    // So is a file that was about to take the place of another, and no file of somebody's own.
    std::fs::write(home.join(".nkeep-0123456789abcdef"), "").unwrap();
    std::fs::write(home.join(".nkeep-my.txt"), "").unwrap();
    let said = looked();
    assert!(
        said.contains("hint: rm .nkeep-0123456789abcdef  # when no nkeep writes here\n"),
        "{said}"
    );
    assert!(!said.contains("my.txt"), "{said}");
    // One of another name, and what only looks like one, are not taken away.
    std::fs::create_dir(home.join(".maid.nkeep-abcdef")).unwrap();
    std::fs::write(home.join(".made.nkeep-file"), "mine").unwrap();
    std::fs::create_dir(home.join(".made.nkeep-folder")).unwrap();
    std::fs::write(home.join(".made.nkeep-folder/mine"), "mine").unwrap();
    std::fs::remove_dir_all(home.join("made")).unwrap();
    let said = nkeep_at(home).args(export).output().unwrap().stderr;
    let said = String::from_utf8(said).unwrap();
    assert!(said.contains(&format!("took away ./{theirs}")), "{said}");
    assert!(home.join(".made.nkeep-folder/mine").exists());
    assert!(!home.join(&theirs).exists());
    assert!(home.join(".maid.nkeep-abcdef").exists());
    assert!(home.join(".made.nkeep-file").exists());
}

#[test]
fn a_tree_that_was_not_finished_is_finished_by_the_next() {
    let folder = many_users();
    let home = folder.path();
    let tree = home.join("tree");
    let begun = || tree.join("tokens").exists();
    let in_the_middle = (0..50).any(|_| {
        let in_the_middle = ended(home, &["export", "dir", "tree"], begun);
        if !in_the_middle {
            std::fs::remove_dir_all(&tree).unwrap();
        }
        in_the_middle
    });
    assert!(in_the_middle);
    at_home(home, &["export", "dir", "tree"]);
    at_home(home, &["export", "dir", "whole"]);
    let same = Command::new("diff")
        .arg("-r")
        .args([&tree, &home.join("whole")])
        .status();
    assert!(same.unwrap().success());
    // What is somebody else's stays theirs.
    std::fs::create_dir_all(home.join("mine/keys")).unwrap();
    std::fs::write(home.join("mine/keys/a.nk"), "mine").unwrap();
    common::refusal::refused(home, &["export", "dir", "mine"], 1, "holds something else");
}
