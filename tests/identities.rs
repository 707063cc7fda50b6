//! What opens keys: nothing at hand, another's, one that others may read, one that opens some classes alone.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Command;

use common::refusal::{
    OPENING, everything, json, refused, refused_by, run, said, stranger, with_identity,
};

/// Every command that reads what is public.
const READING: [&[&str]; 11] = [
    &["list", "operators"],
    &["list", "accounts"],
    &["list", "users"],
    &["list", "keys"],
    &["describe", "operator"],
    &["describe", "account", "ACME"],
    &["describe", "user"],
    &["audit", "log"],
    &["audit", "verify"],
    &["store", "info"],
    &["store", "recipients", "list"],
];

/// The two are easily swapped.
#[test]
fn a_store_is_no_identity() {
    let home = common::estate();
    let store = ".local/share/nkeep/default.nkeep";
    let add = ["--identity", store, "add", "account", "MORE"];
    let why = refused(home.path(), &add, 2, "is a store, and no identity");
    assert!(why.contains("hint: nkeep store recipients list"), "{why}");
}

#[test]
fn without_an_identity_the_store_is_locked() {
    let home = common::estate();
    for args in OPENING {
        let mut command = with_identity(home.path(), None, args);
        let why = refused_by(&mut command, home.path(), 4, "the store is locked");
        assert!(why.contains("hint: export NKEEP_IDENTITY=FILE"), "{why}");
    }
    // What is public is read without one, and reading writes nothing.
    for args in READING {
        let before = everything(home.path());
        let output = with_identity(home.path(), None, args).output().unwrap();
        assert!(output.status.success(), "{args:?}: {output:?}");
        assert!(!output.stdout.is_empty(), "{args:?}");
        assert!(before == everything(home.path()), "{args:?}");
    }
    // In JSON, too, the kind of failure can be told.
    let args = ["add", "account", "X", "--json"];
    let output = with_identity(home.path(), None, &args).output().unwrap();
    assert_eq!(output.status.code(), Some(4), "{output:?}");
    let error: serde_json::Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(
        (&error["kind"], &error["code"]),
        (&"error".into(), &4.into())
    );
    assert!(!error["hints"].as_array().unwrap().is_empty(), "{error}");
}

#[test]
fn a_strangers_identity_opens_nothing() {
    let home = common::estate();
    let (other, _) = stranger();
    let theirs = other.path().join("identity.txt");
    let theirs = theirs.to_str().unwrap();
    for args in OPENING {
        let mut command = with_identity(home.path(), Some(theirs), args);
        let why = refused_by(&mut command, home.path(), 5, "not one that the store");
        assert!(why.contains("hint: nkeep store recipients list"), "{why}");
    }
    let mut check = with_identity(home.path(), Some(theirs), &["store", "check"]);
    refused_by(&mut check, home.path(), 5, "not one that the store");
}

#[test]
fn an_identity_that_others_may_read_is_not_used() {
    let home = common::estate();
    let identity = home.path().join("identity.txt");
    for (loose, who) in [
        (0o644, "others may read it (mode 644)"),
        (0o640, "its group may read it (mode 640)"),
        (0o604, "others may read it"),
        (0o660, "its group may read and write it"),
        (0o602, "others may write it"),
    ] {
        std::fs::set_permissions(&identity, Permissions::from_mode(loose)).unwrap();
        for args in OPENING {
            let why = refused(home.path(), args, 1, who);
            assert!(why.contains("hint: chmod 600 "), "{why}");
        }
    }
    // A volume that cannot be written takes no chmod: what is said instead works as it stands.
    std::fs::set_permissions(&identity, Permissions::from_mode(0o440)).unwrap();
    let named = ["add", "user", "y", "--identity", "identity.txt"];
    let file = identity.display();
    let by_number = format!("add user x --identity-fd 3 3< {file}");
    for (args, way) in [
        (&["add", "user", "x"][..], &*by_number),
        (&named, "add user y --identity - < identity.txt"),
    ] {
        let why = refused(home.path(), args, 1, "its group may read it (mode 440)");
        assert!(
            why.contains(&format!("hint: nkeep {way}  # where that cannot be")),
            "{why}"
        );
        let output = shell(home.path(), &format!("$N {way}"));
        assert!(output.contains("added user"), "{output}");
    }
    // What needs no identity does not look at it.
    common::at_home(home.path(), &["list", "accounts"]);
    for tight in [0o400, 0o600] {
        std::fs::set_permissions(&identity, Permissions::from_mode(tight)).unwrap();
        common::at_home(home.path(), &["add", "user", &format!("u{tight:o}")]);
    }
}

#[test]
fn an_identity_is_not_taken_for_the_name_of_its_file() {
    let home = common::estate();
    let home = home.path();
    let text = std::fs::read_to_string(home.join("identity.txt")).unwrap();
    let secret = text
        .lines()
        .find(|line| line.starts_with("AGE-SECRET-KEY-"))
        .unwrap();
    let elsewhere = ["store", "init", "--store", "other.nkeep"];
    for args in [&["add", "user", "x"][..], &elsewhere] {
        let mut command = common::nkeep_at(home);
        let command = command.env("NKEEP_IDENTITY", secret).args(args);
        let why = refused_by(command, home, 2, "NKEEP_IDENTITY holds an identity itself");
        let way = format!(
            "printf %s \"$NKEEP_IDENTITY\" | nkeep {} --identity -",
            args.join(" ")
        );
        assert!(why.contains(&format!("hint: {way}")), "{why}");
        assert!(!why.contains(secret), "{why}");
        let piped = way.replace("nkeep ", "$N ");
        let said = shell(home, &format!("export NKEEP_IDENTITY={secret}; {piped}"));
        assert!(!said.contains("error"), "{said}");
    }
    let args = ["add", "user", "x", "--identity", secret];
    let why = refused(home, &args, 2, "--identity holds an identity itself");
    assert!(!why.contains(secret), "{why}");
    assert!(
        why.contains("hint: nkeep add user x --identity - < FILE"),
        "{why}"
    );
    // A name that begins nowhere is looked for where one is.
    let mut command = with_identity(home, Some("keys/mine.txt"), &["add", "user", "z"]);
    let why = refused_by(&mut command, home, 1, "cannot read keys/mine.txt");
    let hint = "hint: export NKEEP_IDENTITY=/FOLDER/keys/mine.txt  # from the root";
    assert!(why.contains(hint), "{why}");
    let mut command = with_identity(home, Some("/nowhere/mine.txt"), &["add", "user", "z"]);
    let why = refused_by(&mut command, home, 1, "cannot read /nowhere/mine.txt");
    assert!(!why.contains("from the root"), "{why}");
}

#[test]
fn a_file_without_an_identity_is_named() {
    let home = common::estate();
    let home = home.path();
    let write = |name: &str, contents: &[u8]| {
        let path = home.join(name);
        nkeep::file::write(&path, contents, nkeep::file::Existing::Keep).unwrap();
    };
    write("empty", b"");
    write("comment", b"# created: now\n");
    write("words", b"nothing that opens anything\n");
    write("large", &vec![b'x'; 100_000]);
    let add = |file| ["add", "user", "x", "--identity", file];
    for (file, code) in [
        ("empty", 2),
        ("comment", 2),
        ("words", 1),
        ("large", 1),
        ("nowhere", 1),
        ("nowhere/identity.txt", 1),
        // A seed is no identity of age.
        ("user.nk", 1),
        (".", 1),
    ] {
        let why = refused(home, &add(file), code, file);
        assert!(!why.contains("SUA"), "{why}");
    }
}

#[test]
fn an_open_file_is_as_good_as_a_named_one() {
    let home = common::estate();
    let nkeep = common::nkeep_at(home.path());
    let program = nkeep.get_program().to_str().unwrap();
    let line = format!("{program} add user x --identity-fd 3 3< identity.txt");
    let mut shell = Command::new("bash");
    shell.args(["-c", &line]).current_dir(home.path());
    shell.env("HOME", home.path()).env_remove("NKEEP_IDENTITY");
    let output = shell.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let described = json(home.path(), &["describe", "user", "x"]);
    assert_eq!(described["name"], "x");
}

/// The secret half of an age identity is as much a secret as a seed is.
#[test]
fn an_identity_in_the_wrong_place_is_not_shown() {
    let home = common::estate();
    let text = std::fs::read_to_string(home.path().join("identity.txt")).unwrap();
    let secret = text.lines().last().unwrap();
    for args in [
        &["store", "recipients", "add", secret, "--label", "x"][..],
        &["store", "recipients", "remove", secret],
        &["list", "accounts", "--store", secret],
        &["add", "user", "x", "--identity", secret],
        &["describe", "account", secret],
    ] {
        let output = run(home.path(), args);
        assert!(!output.status.success(), "{output:?}");
        assert!(!said(&output).contains("AGE-SECRET-KEY-1"), "{output:?}");
    }
}

/// What stands on the command line goes before the environment.
#[test]
fn flags_go_before_the_environment() {
    let home = common::estate();
    let args = [
        "init",
        "-n",
        "B",
        "--store",
        "b.nkeep",
        "--new-identity",
        "b.txt",
    ];
    let output = run(home.path(), &args);
    assert!(output.status.success(), "{output:?}");
}

/// A refused command leaves no file: the next try would find an identity there that opens nothing.
#[test]
fn a_refused_command_leaves_no_identity() {
    let home = tempfile::tempdir().unwrap();
    let init = |more: &[&'static str]| {
        let mut command = common::nkeep_at(home.path());
        command.args(["init", "--new-identity", "new.txt"]);
        command.args(more);
        command
    };
    for (more, code, says) in [
        (&["-n", "ACME", "--url", "bogus"][..], 3, "bogus"),
        (&["-n", "SYS"], 1, "the system account is called SYS"),
        (
            &["-n", "ACME", "--store", "/proc/x.nkeep"],
            1,
            "/proc/x.nkeep",
        ),
    ] {
        refused_by(&mut init(more), home.path(), code, says);
    }
}

#[test]
fn a_refused_rekey_leaves_no_identity() {
    let (home, other) = (common::estate(), common::estate());
    let (home, other) = (home.path(), other.path());
    let listed = common::refusal::json(other, &["store", "recipients", "list"]);
    let recipient = listed["recipients"][0]["recipient"].as_str().unwrap();
    let add = ["store", "recipients", "add", recipient, "--label", "ci"];
    common::at_home(home, &[&add[..], &["--class", "user"]].concat());
    let mut rekey = common::nkeep_at(home);
    rekey.args(["store", "rekey", "--new-identity", "second.txt"]);
    rekey.env("NKEEP_IDENTITY", other.join("identity.txt"));
    refused_by(&mut rekey, home, 4, "opens root keys");
}

/// A FIFO waits for whoever writes into it. What a shell opens is for reading.
#[test]
fn an_identity_is_read_from_a_file_and_not_waited_for() {
    let home = common::estate();
    let home = home.path();
    let made = Command::new("mkfifo").arg(home.join("fifo")).status();
    assert!(made.unwrap().success());
    let add = ["add", "user", "x", "--identity"];
    for special in ["fifo", "/dev/null"] {
        let args = [&add[..], &[special]].concat();
        refused(home, &args, 2, "not a regular file");
    }
    let program = env!("CARGO_BIN_EXE_nkeep");
    for (number, line) in [
        "--identity <(cat identity.txt)",
        "--identity /dev/fd/3 3< identity.txt",
        "--identity /dev/stdin < identity.txt",
        "--identity - < identity.txt",
        "--identity - < <(cat identity.txt)",
    ]
    .iter()
    .enumerate()
    {
        let line = format!("{program} add user u{number} {line}");
        let mut shell = Command::new("bash");
        shell.args(["-c", &line]).current_dir(home);
        shell.env("HOME", home).env_remove("NKEEP_IDENTITY");
        let output = shell.output().unwrap();
        assert!(output.status.success(), "{line}: {output:?}");
    }
}

/// The environment says what is so everywhere; the command line, what is wanted now.
#[test]
fn what_opens_is_said_on_the_command_line_before_the_environment() {
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let shell = |line: &str| {
        let mut shell = Command::new("bash");
        shell.args(["-c", line]).current_dir(home);
        shell
            .env("HOME", home)
            .env("N", env!("CARGO_BIN_EXE_nkeep"));
        shell.env("NKEEP_TEST_WORK_FACTOR", "2");
        shell.env("NKEEP_IDENTITY", "nowhere.txt").output().unwrap()
    };
    let good = "--passphrase-fd 3 3< <(echo correct horse battery)";
    for line in [
        &format!("$N init -n ACME {good}"),
        &format!("$N add user x {good}"),
        "$N store init --store other.nkeep --new-identity identity.txt",
        "$N add operator B --sys --store other.nkeep --identity-fd 3 3< identity.txt",
    ] {
        let output = shell(line);
        assert!(output.status.success(), "{line}: {output:?}");
    }
    let output = shell("$N add user y");
    assert!(said(&output).contains("nowhere.txt"), "{output:?}");
}

/// What a shell line says to people; `$N` is the binary.
fn shell(home: &std::path::Path, line: &str) -> String {
    let mut shell = Command::new("bash");
    shell.args(["-c", line]).current_dir(home).env("HOME", home);
    shell.env("N", env!("CARGO_BIN_EXE_nkeep"));
    shell.env("NKEEP_TEST_CLOCK", "1795200000");
    let output = shell
        .env("NKEEP_IDENTITY", "identity.txt")
        .output()
        .unwrap();
    said(&output)
}
