//! What `--force` replaces and what it does not, and where `-` stands for stdin or stdout.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::refusal::{refused, run, said, store_of};

const USER: &str = "nkey gen user --force --out";

/// A line of a command, and the file that it is to write.
fn line<'a>(command: &'a str, file: &'a str) -> Vec<&'a str> {
    command.split(' ').chain([file]).collect()
}

/// The store is often the only copy of every key in it.
#[test]
fn nothing_is_written_over_a_store_or_an_identity() {
    let home = common::estate();
    let home = home.path();
    let other = common::estate();
    common::at_home(home, &["store", "backup", "a.backup"]);
    let theirs = other.path().join("identity.txt");
    std::fs::rename(theirs, home.join("theirs.txt")).unwrap();
    std::fs::copy(store_of(other.path()), home.join("theirs.nkeep")).unwrap();
    std::fs::write(home.join("words.txt"), "nothing").unwrap();
    let store = store_of(home);
    let store = store.to_str().unwrap();
    let forced = [
        "generate creds -n ACME --force -o",
        "describe operator --raw --force -o",
        "describe jwt -f user.creds --raw --force -o",
        "generate nkey -u -S --force --out",
        USER,
        "nkey seal message.txt curve.nk XCHUBRNNW2HSKYSK4WZBJ2TWPJXMSTMCTU6XWXQ22G5G6PRBHAUF76G7 --force --output",
        "nkey unseal message.box curve.nk XCHUBRNNW2HSKYSK4WZBJ2TWPJXMSTMCTU6XWXQ22G5G6PRBHAUF76G7 --force --output",
    ];
    for command in forced {
        for (file, what) in [
            (store, "the store"),
            ("a.backup", "a store"),
            ("theirs.nkeep", "a store"),
            ("identity.txt", "the identity"),
            ("theirs.txt", "an age identity"),
        ] {
            let why = refused(home, &line(command, file), 1, file);
            assert!(why.contains(&format!("is {what}")), "{why}");
        }
        common::at_home(home, &line(command, "words.txt"));
    }
    let backup = "store backup --force";
    for file in [store, "theirs.nkeep", "identity.txt", "theirs.txt"] {
        refused(home, &line(backup, file), 1, file);
    }
}

/// A backup takes the place of the one before: of what is in that, nothing is lost.
#[test]
fn a_backup_takes_the_place_of_an_earlier_one_alone() {
    let home = common::estate();
    let home = home.path();
    let backup = ["store", "backup", "a.backup", "--force"];
    common::at_home(home, &backup);
    common::at_home(home, &backup);
    common::at_home(home, &["add", "user", "x"]);
    common::at_home(home, &backup);
    // The same store, further on than this one.
    std::fs::copy(store_of(home), home.join("now.nkeep")).unwrap();
    common::at_home(home, &["add", "user", "y", "--store", "now.nkeep"]);
    std::fs::remove_dir_all(home.join(".local/state")).unwrap();
    common::at_home(home, &["list", "accounts"]);
    let over = ["store", "backup", "now.nkeep", "--force"];
    refused(home, &over, 1, "now.nkeep is a store");
}

#[test]
fn a_dash_is_stdout() {
    let home = common::estate();
    let home = home.path();
    let curve = "XCHUBRNNW2HSKYSK4WZBJ2TWPJXMSTMCTU6XWXQ22G5G6PRBHAUF76G7";
    for (command, begins) in [
        ("generate creds -n ACME -o", "-----BEGIN"),
        ("describe operator --raw -o", "eyJ"),
        ("generate nkey -u --out", "SU"),
        ("nkey gen user --out", "SU"),
        (
            &format!("nkey seal message.txt curve.nk {curve} --output"),
            "eGt2M",
        ),
        (
            &format!("nkey unseal message.box curve.nk {curve} --output"),
            "hello",
        ),
    ] {
        let shown = common::at_home(home, &line(command, "-"));
        assert!(shown.starts_with(begins), "{command}: {shown}");
    }
    assert!(!home.join("-").exists());
    // In JSON a secret is shown when that is asked for, as without the flag.
    refused(
        home,
        &line("nkey gen user --json --out", "-"),
        2,
        "--reveal",
    );
}

/// Where a store, an identity or a folder is wanted, `-` is none.
#[test]
fn a_dash_is_no_store_and_no_folder() {
    let home = common::estate();
    let home = home.path();
    for (command, says) in [
        ("list accounts --store", "a store is a file"),
        ("store backup", "here a name is wanted"),
        ("store rekey --new-identity", "here a name is wanted"),
        ("export keys --all --dir", "here a name is wanted"),
        ("export dir", "here a name is wanted"),
        (
            "init -n X --store x.nkeep --new-identity",
            "here a name is wanted",
        ),
    ] {
        refused(home, &line(command, "-"), 2, says);
    }
}

/// The files are private, and the folder is not: who exports there should know.
#[test]
fn a_folder_that_others_see_is_pointed_out() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = common::estate();
    let home = home.path();
    for (mode, says) in [
        (0o700, ""),
        (0o755, "see which keys are in it (mode 755)"),
        (0o777, "remove or replace the files in it (mode 777)"),
    ] {
        let folder = format!("seeds {mode:o}");
        std::fs::create_dir(home.join(&folder)).unwrap();
        let permissions = std::fs::Permissions::from_mode(mode);
        std::fs::set_permissions(home.join(&folder), permissions).unwrap();
        let output = run(home, &["export", "keys", "--all", "--dir", &folder]);
        assert!(output.status.success(), "{output:?}");
        let noted = said(&output);
        assert!(noted.contains(says), "{noted}");
        assert_eq!(
            noted.contains("run: chmod 700 'seeds "),
            !says.is_empty(),
            "{noted}"
        );
    }
}
