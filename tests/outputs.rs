//! What commands of the store write: documents, silence, and files with secrets that only their owner can read.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{everything, json, mode, refused, refused_by, run, said};
use serde_json::Value;

/// An estate with a clerk in account ORDERS.
fn estate() -> tempfile::TempDir {
    let home = common::estate();
    common::at_home(home.path(), &["add", "account", "ORDERS"]);
    common::at_home(home.path(), &["add", "user", "clerk", "-a", "ORDERS"]);
    home
}

fn holds_seed(text: &str) -> bool {
    text.split(|character: char| !character.is_ascii_alphanumeric())
        .any(|word| nkeep::nkey::Seed::parse(word).is_ok())
}

const CREDS: [&str; 5] = ["generate", "creds", "-a", "ORDERS", "clerk"];

#[test]
fn creds_go_to_a_file_of_their_owner() {
    let home = estate();
    let home = home.path();
    let to = |file: &'static str| [&CREDS[..], &["-o", file]].concat();
    let output = run(home, &to("a.creds"));
    assert!(
        output.status.success() && output.stdout.is_empty(),
        "{output:?}"
    );
    assert!(said(&output).contains("a.creds"), "{output:?}");
    assert!(!holds_seed(&said(&output)), "{output:?}");
    assert_eq!(mode(&home.join("a.creds")), 0o600);
    let creds = std::fs::read_to_string(home.join("a.creds")).unwrap();
    assert!(holds_seed(&creds));
    common::at_home(home, &["validate", "-f", "a.creds"]);
    // In a pipe it is the same, as nsc does.
    assert_eq!(common::at_home(home, &CREDS), creds);
    assert_eq!(common::at_home(home, &to("--")), creds);

    // What is there stays, unless it is said; what is no file stays in any case.
    let why = refused(home, &to("a.creds"), 1, "a.creds exists");
    assert!(why.contains("--force"), "{why}");
    common::at_home(home, &[&to("a.creds")[..], &["--force"]].concat());
    std::os::unix::fs::symlink("a.creds", home.join("link.creds")).unwrap();
    let why = refused(home, &to("link.creds"), 1, "not a regular file");
    assert!(!why.contains("--force"), "{why}");
    assert_eq!(common::at_home(home, &to("/dev/stdout")), creds);
    let why = refused(home, &to("/dev/null"), 1, "not a regular file");
    assert!(!why.contains("--force"), "{why}");
    let config = ["generate", "config", "--mem-resolver"];
    assert_eq!(
        common::at_home(
            home,
            &[&config[..], &["--config-file", "/dev/stdout"]].concat()
        ),
        common::at_home(home, &config)
    );
    let forced = [&to("link.creds")[..], &["--force"]].concat();
    refused(home, &forced, 1, "not a regular file");
    refused(
        home,
        &to("nowhere/a.creds"),
        1,
        "cannot write nowhere/a.creds",
    );
    refused(home, &to("."), 1, ". is a folder, and a file is wanted");
    assert_eq!(common::at_home(home, &to("-")), creds);
    refused(
        home,
        &[&CREDS[..], &["--force"]].concat(),
        2,
        "--output-file",
    );
}

#[test]
fn creds_are_put_into_json_only_when_asked_for() {
    let home = estate();
    let home = home.path();
    let asked = [&CREDS[..], &["--json"]].concat();
    let why = refused(home, &asked, 2, "unless --reveal is given");
    let error: Value = serde_json::from_str(&why).unwrap();
    assert_eq!(error["kind"], "error");
    let written = json(home, &[&CREDS[..], &["-o", "a.creds"]].concat());
    assert_eq!(
        (&written["kind"], &written["file"]),
        (&"creds".into(), &"a.creds".into())
    );
    assert!(!holds_seed(&written.to_string()), "{written}");
    let shown = json(home, &[&CREDS[..], &["--reveal"]].concat());
    assert_eq!(shown["user"], "clerk");
    assert!(holds_seed(shown["creds"].as_str().unwrap()));
}

#[test]
fn exported_seeds_are_private_in_a_private_folder() {
    let home = estate();
    let home = home.path();
    let export = ["export", "keys", "--class", "user", "--dir"];
    for folder in ["seeds", "deep/down/seeds"] {
        let output = run(home, &[&export[..], &[folder]].concat());
        assert!(
            output.status.success() && output.stdout.is_empty(),
            "{output:?}"
        );
        assert!(!holds_seed(&said(&output)), "{output:?}");
        let folder = home.join(folder);
        assert_eq!(mode(&folder), 0o700);
        let mut count = 0;
        for path in everything(&folder).keys() {
            assert_eq!(mode(path), 0o600, "{path:?}");
            // The name is the key's, and the file opens to it.
            let shown = common::at_home(home, &["nkey", "show", path.to_str().unwrap()]);
            let name = path.file_stem().unwrap().to_str().unwrap();
            assert_eq!(shown.trim(), name);
            count += 1;
        }
        assert_eq!(count, 3);
    }
    assert_eq!(mode(&home.join("deep")), 0o700);
    let again = [&export[..], &["seeds"]].concat();
    let why = refused(home, &again, 1, ".nk exists");
    assert!(why.contains("hint: nkeep export keys "), "{why}");
    let document = json(home, &[&again[..], &["--force"]].concat());
    assert_eq!(document["kind"], "exported_keys");
    assert!(!holds_seed(&document.to_string()), "{document}");
}

#[test]
fn seeds_that_cannot_be_exported_leave_nothing() {
    let home = estate();
    let home = home.path();
    let to = |more: &[&'static str]| [&["export", "keys", "--dir", "x"], more].concat();
    let user = "UCVKH7WUWDYUXITU7KSYG7DYV3AO5H42WXFGNOL3IIA3Q5PWVCLMUQ6H";
    refused(home, &to(&[]), 2, "nkeep export keys --help");
    refused(home, &to(&["--class", "no"]), 2, "it is no class of keys");
    refused(home, &to(&["--key", "no"]), 2, "--key <KEY>");
    refused(home, &to(&["--all", "--class", "user"]), 2, "--class");
    refused(home, &to(&["--key", user]), 1, user);
    let why = refused(home, &to(&["--class", "other"]), 1, "no such key");
    assert!(why.contains("hint: nkeep list keys"), "{why}");
    refused(home, &["export", "keys", "--all"], 2, "--dir <FOLDER>");
    refused(
        home,
        &["export", "keys", "--all", "--dir="],
        2,
        "--dir <FOLDER>",
    );
    // A file is no folder.
    let over = ["export", "keys", "--all", "--dir", "identity.txt"];
    refused(home, &over, 1, "identity.txt");
    let under = ["export", "keys", "--all", "--dir", "identity.txt/x"];
    refused(home, &under, 1, "cannot make identity.txt/x");
    // A key that was made elsewhere has no seed here.
    common::at_home(home, &["add", "user", "far", "-a", "ORDERS", "-k", user]);
    refused(home, &to(&["--key", user]), 1, user);
    let creds = ["generate", "creds", "-a", "ORDERS", "far", "-o", "x"];
    refused(home, &creds, 1, "far");
}

#[test]
fn what_is_described_is_the_token_of_the_store() {
    let home = estate();
    let home = home.path();
    let file = |name: &str| std::fs::read_to_string(home.join(name)).unwrap();
    for (args, kind, name) in [
        (&["describe", "operator"][..], "operator", "ACME"),
        (&["describe", "account", "ORDERS"], "account", "ORDERS"),
        (&["describe", "user", "-a", "ORDERS"], "user", "clerk"),
        (&["describe", "user", "sys", "-a", "SYS"], "user", "sys"),
    ] {
        let document = json(home, args);
        assert_eq!(
            (&document["kind"], &document["name"]),
            (&"jwt".into(), &name.into())
        );
        assert_eq!(document["nats"]["type"], kind);
        assert_eq!(document["status"]["code"], "chain.trusted");
        let field = common::at_home(home, &[args, &["-F", "name"]].concat());
        assert_eq!(field.trim(), format!("\"{name}\""));
        let token = common::at_home(home, &[args, &["--raw"]].concat());
        assert_eq!(token.split('.').count(), 3, "{token}");
        let to = [args, &["--raw", "-o", "t.jwt", "--force"]].concat();
        assert!(common::at_home(home, &to).is_empty());
        assert_eq!(file("t.jwt").trim(), token.trim());
        refused(home, &[args, &["-o", "t.jwt"]].concat(), 1, "t.jwt exists");
        refused(home, &[args, &["--raw", "-F", "name"]].concat(), 2, "--raw");
    }
    let path = |path| ["describe", "account", "ORDERS", "-F", path];
    assert_eq!(common::at_home(home, &path("nats.nothing")).trim(), "null");
    let none = "the token has no field nats.nothing.at.all";
    refused(home, &path("nats.nothing.at.all"), 1, none);
}

#[test]
fn lists_are_sorted_and_complete() {
    let home = estate();
    let home = home.path();
    let names = |args: &[&str], what: &str| -> Vec<String> {
        let document = json(home, args);
        assert_eq!(document["kind"], what);
        let listed = document[what].as_array().unwrap();
        listed
            .iter()
            .map(|one| one["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names(&["list", "operators"], "operators"), ["ACME"]);
    let accounts = names(&["list", "accounts"], "accounts");
    assert_eq!(accounts, ["ACME", "ORDERS", "SYS"]);
    let users = ["list", "users", "-a", "ORDERS"];
    assert_eq!(names(&users, "users"), ["clerk"]);
    let keys = |more: &[&'static str]| -> usize {
        let keys = json(home, &[&["list", "keys"], more].concat());
        keys["keys"].as_array().unwrap().len()
    };
    assert_eq!(keys(&["--class", "user"]), 3);
    assert_eq!(keys(&["--class", "root", "--class", "user"]), 5);
    assert_eq!(keys(&["--filter", "nothing"]), 0);
    assert!(!holds_seed(&common::at_home(home, &["list", "keys"])));
    refused(
        home,
        &["list", "keys", "--class", "no"],
        2,
        "no class of keys",
    );
}

/// A command that changes something says so to people alone; one that reads warns of nothing.
#[test]
fn results_go_to_stdout_and_words_to_stderr() {
    let home = estate();
    let home = home.path();
    for args in [
        &["add", "account", "X"][..],
        &["add", "user", "x", "-a", "X"],
        &["store", "compact"],
        &["store", "backup", "x.backup"],
    ] {
        let output = run(home, args);
        assert!(
            output.status.success() && output.stdout.is_empty(),
            "{output:?}"
        );
        assert!(said(&output).starts_with("nkeep: "), "{output:?}");
    }
    for args in [
        &["list", "accounts"][..],
        &["list", "keys"],
        &["describe", "account", "ORDERS"],
        &["store", "info"],
        &["store", "check"],
        &["store", "recipients", "list"],
        &["audit", "log"],
        &["audit", "verify"],
        &["audit", "export"],
        &["audit", "export", "--format", "csv"],
        &["audit", "checkpoint"],
    ] {
        let output = run(home, args);
        assert!(
            output.status.success() && !output.stdout.is_empty(),
            "{output:?}"
        );
        assert!(output.stderr.is_empty(), "{args:?}: {output:?}");
    }
}

#[test]
fn the_journal_says_what_was_done_and_nothing_of_what_was_not() {
    let home = estate();
    let home = home.path();
    refused(home, &["add", "account", "orders"], 1, "already an account");
    let entries = |args: &[&str]| json(home, args)["entries"].as_array().unwrap().clone();
    let log = entries(&["audit", "log"]);
    let commands: Vec<_> = log.iter().map(|entry| &entry["command"]).collect();
    assert_eq!(commands, ["init", "add account", "add user"]);
    assert_eq!(entries(&["audit", "export"]), log);
    assert_eq!(entries(&["audit", "log", "--last", "1"]), log[2..]);
    assert_eq!(entries(&["audit", "log", "--last", "99"]), log);
    let lines = common::at_home(home, &["audit", "export", "--format", "csv"]);
    assert_eq!(lines.lines().count(), 4, "{lines}");

    let head = common::at_home(home, &["audit", "checkpoint"]);
    let verify = |head: &str| {
        let mut command = common::nkeep_at(home);
        command.args(["audit", "verify", "--checkpoint", head]);
        command
    };
    assert!(verify(head.trim()).output().unwrap().status.success());
    let never = format!("9:{}", "0".repeat(64));
    refused_by(&mut verify(&never), home, 7, "does not go through");
    for garbled in ["", "x", "1:00", &head.trim()[..30]] {
        refused_by(&mut verify(garbled), home, 2, "--checkpoint <HEAD>");
    }
    refused(home, &["audit", "export", "--format", "xml"], 2, "csv");
    refused(home, &["audit", "log", "--last", "many"], 2, "--last <N>");
    let verified = json(home, &["audit", "verify"]);
    assert_eq!(verified["kind"], "audit");
}

/// Who made a store tells where it is, and what to do next works as it stands.
#[test]
fn what_init_says_comes_next_runs() {
    let home = common::scratch();
    let args = [
        "init",
        "-n",
        "A name with spaces",
        "--new-identity",
        "identity.txt",
    ];
    let shown = common::at_home(home.path(), &args);
    let next: Vec<_> = shown
        .lines()
        .filter_map(|line| line.strip_prefix("  nkeep "))
        .collect();
    let (live, next): (Vec<&str>, Vec<&str>) =
        next.into_iter().partition(|line| line.starts_with("push "));
    // With a server, tests/readme.rs runs it.
    assert_eq!(live.len(), usize::from(cfg!(feature = "net")), "{shown}");
    assert_eq!(next.len(), 4, "{shown}");
    let binary = Path::new(env!("CARGO_BIN_EXE_nkeep"));
    for line in next {
        let mut shell = std::process::Command::new("bash");
        shell.args(["-c", &format!("{} {line}", binary.display())]);
        shell.current_dir(home.path()).env("HOME", home.path());
        shell.env("NKEEP_IDENTITY", "identity.txt");
        let output = shell.output().unwrap();
        assert!(output.status.success(), "{line}: {output:?}");
    }
}

/// All or nothing: seeds in the clear that nobody hears of are seeds that nobody removes.
#[test]
fn an_export_that_meets_a_file_writes_none() {
    let home = common::estate();
    let home = home.path();
    common::at_home(home, &["export", "keys", "--all", "--dir", "all"]);
    let all = everything(&home.join("all"));
    let last = all.keys().next_back().unwrap();
    for path in all.keys().filter(|path| *path != last) {
        std::fs::remove_file(path).unwrap();
    }
    let export = ["export", "keys", "--all", "--dir", "all"];
    refused(home, &export, 1, "exists");
}

/// A token is made for now; one that was made this second is no cause for a warning.
#[test]
fn a_fresh_estate_gives_no_warning() {
    let home = common::estate();
    let output = run(home.path(), &["describe", "operator", "-F", "name"]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(said(&output), "");
}

/// Seeds for another program: a line each, and never a terminal.
#[test]
fn seeds_go_into_a_file_that_is_open() {
    let home = common::estate();
    let program = env!("CARGO_BIN_EXE_nkeep");
    let shell = |line: &str| {
        let mut shell = std::process::Command::new("bash");
        shell
            .args(["-c", line])
            .env("N", program)
            .env("HOME", home.path());
        shell.env("NKEEP_IDENTITY", home.path().join("identity.txt"));
        shell.current_dir(home.path()).output().unwrap()
    };
    let output = shell("$N export keys -A --fd 3 3>&1 >/dev/null");
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.lines().count() > 5, "{text}");
    for line in text.lines() {
        let (public, seed) = line.split_once(' ').unwrap();
        assert_eq!(
            nkeep::nkey::Seed::parse(seed).unwrap().public().to_string(),
            public
        );
    }
    for (line, says) in [
        ("$N export keys -A --fd 9", "file descriptor 9"),
        ("$N export keys -A --fd 3 3>/dev/full", "file descriptor 3"),
        ("$N export keys -A", "--dir"),
        ("$N export keys -A --fd 1 --dir x", "--dir"),
    ] {
        let output = shell(line);
        assert!(!output.status.success(), "{line}: {output:?}");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(says), "{line}: {said}");
    }
}

/// Under any mask a folder can be entered by its owner, and by nobody else.
#[test]
fn modes_hold_under_any_mask() {
    use std::os::unix::fs::PermissionsExt as _;
    let program = env!("CARGO_BIN_EXE_nkeep");
    for mask in ["0777", "0277", "000", "077"] {
        let home = common::scratch();
        let line = format!("umask {mask}; exec {program} init -n ACME --new-identity identity.txt");
        let output = std::process::Command::new("bash")
            .args(["-c", &line])
            .current_dir(home.path())
            .env("HOME", home.path())
            .output()
            .unwrap();
        assert!(output.status.success(), "{mask}: {output:?}");
        for (path, mode) in [
            ("identity.txt", 0o600),
            (".local/share/nkeep", 0o700),
            (".local/share/nkeep/default.nkeep", 0o600),
            (".local/state/nkeep/pins", 0o700),
        ] {
            let found = std::fs::metadata(home.path().join(path)).unwrap();
            assert_eq!(found.permissions().mode() & 0o777, mode, "{mask}: {path}");
        }
    }
}

/// With --quiet a change is made without a word; what is wrong is still said, and data is data.
#[test]
fn quiet_drops_what_was_done_and_no_more() {
    let home = estate();
    let home = home.path();
    for line in [
        "add account SHOP -q",
        "-q add user till -a ACME",
        "edit user till -a ACME --tag x --quiet",
        "generate creds -a ACME -n till -o till.creds -q",
        "delete user till -a ACME -q",
    ] {
        let args: Vec<&str> = line.split(' ').collect();
        let output = run(home, &args);
        assert!(
            output.status.success() && output.stdout.is_empty(),
            "{output:?}"
        );
        assert_eq!(said(&output), "", "{line}");
    }
    let removal = [
        "delete",
        "user",
        "clerk",
        "-a",
        "ORDERS",
        "--no-revoke",
        "-q",
    ];
    let output = run(home, &removal);
    assert!(said(&output).starts_with("nkeep: warning: "), "{output:?}");
    assert_eq!(said(&output).lines().count(), 1, "{output:?}");
    refused(home, &["add", "account", "SHOP", "-q"], 1, "nkeep: error: ");
    let made = common::at_home(home, &["edit", "account", "SHOP", "--sk", "generate", "-q"]);
    assert_eq!(made.lines().count(), 1, "{made}");
}

/// A dry run needs what the change needs, and refuses what the change refuses.
#[test]
fn a_dry_run_is_refused_as_the_change_would_be() {
    let home = estate();
    let home = home.path();
    let before = everything(home);
    refused(
        home,
        &["add", "account", "ORDERS", "--dry-run"],
        1,
        "already",
    );
    let mut locked = common::nkeep_at(home);
    locked
        .args(["add", "account", "SHOP", "--dry-run"])
        .env_remove("NKEEP_IDENTITY");
    refused_by(&mut locked, home, 4, "locked");
    let dry = json(home, &["add", "account", "SHOP", "--dry-run"]);
    assert_eq!(
        (&dry["kind"], &dry["dry_run"]),
        (&"added".into(), &true.into())
    );
    let listed = json(home, &["list", "accounts"]);
    assert_eq!(listed["accounts"].as_array().unwrap().len(), 3, "{listed}");
    // Nor is anything selected.
    common::at_home(home, &["--dry-run", "select", "account", "ORDERS"]);
    assert!(everything(home) == before);
}
