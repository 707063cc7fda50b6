//! What `nkeep init --server-config` writes starts real servers, which have the first account without a push.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::refusal::{mode, refused};
use common::servers::{Server, newest, versions};
use common::{at_home, creds, scratch};

const INIT: [&str; 7] = [
    "init",
    "ACME",
    "--new-identity",
    "identity.txt",
    "--preset",
    "nauth",
    "--server-config",
];

#[test]
fn it_has_the_first_account() {
    let folder = scratch();
    let home = folder.path();
    let said = at_home(home, &[&INIT[..], &["nats.conf"]].concat());
    assert!(said.contains("\n  nats-server -c nats.conf\n"), "{said}");
    assert!(!said.contains("generate config"), "{said}");
    assert_eq!(mode(&home.join("nats.conf")), 0o644);
    for version in versions() {
        let _ = std::fs::remove_dir_all(home.join("jwt"));
        let server = Server::start(&version, home);
        for (account, user) in [("ACME", "ACME"), ("SYS", "sys"), ("SYS", "nauth")] {
            server.log_in(&creds(home, account, user)).unwrap();
        }
    }
}

/// A server that starts again goes by what was pushed to it, and not by what it was started with first.
#[test]
#[cfg(feature = "net")]
fn what_is_pushed_later_holds() {
    let folder = scratch();
    let home = folder.path();
    // Servers have the clock of the system.
    let now = |args: &[&str]| {
        let output = common::live(home).args(args).output().unwrap();
        assert!(output.status.success(), "{args:?}: {output:?}");
    };
    now(&[&INIT[..], &["nats.conf"]].concat());
    let revoked = creds(home, "ACME", "ACME");
    for version in versions() {
        let _ = std::fs::remove_dir_all(home.join("jwt"));
        let server = Server::start(&version, home);
        server.log_in(&revoked).unwrap();
        now(&["revocations", "add-user", "ACME", "-a", "ACME"]);
        now(&["push", "-a", "ACME", "-u", &server.url()]);
        server.stop();
        let server = Server::start(&version, home);
        assert!(server.log_in(&revoked).is_err());
        now(&["revocations", "delete-user", "ACME", "-a", "ACME"]);
    }
}

/// But for the accounts, it is what `generate config` writes where nothing is said of the folder.
#[test]
fn the_rest_is_what_is_generated() {
    let folder = scratch();
    let home = folder.path();
    at_home(home, &[&INIT[..], &["nats.conf"]].concat());
    let written = std::fs::read_to_string(home.join("nats.conf")).unwrap();
    let generated = at_home(home, &["generate", "config", "--nats-resolver"]);
    let before = |text: &str| text.split_once("resolver_preload").unwrap().0.to_owned();
    assert_eq!(before(&written), before(&generated));
    for account in ["ACME", "SYS"] {
        let token = at_home(home, &["describe", "account", account, "--raw"]);
        assert!(written.contains(token.trim()), "{written}");
    }
}

/// Where clients are told to connect somewhere else than servers listen by themselves, it says so.
#[test]
fn it_listens_where_clients_connect() {
    let address = common::servers::free();
    for (url, listens) in [
        (
            format!("nats://{address}"),
            Some(format!("listen: \"{address}\"")),
        ),
        (
            "tls://nats.example.com:4333".to_owned(),
            Some("port: 4333".to_owned()),
        ),
        ("wss://nats.example.com".to_owned(), None),
        ("nats://localhost:4222".to_owned(), None),
    ] {
        let folder = scratch();
        let home = folder.path();
        at_home(home, &[&INIT[..], &["nats.conf", "-u", &url]].concat());
        let text = std::fs::read_to_string(home.join("nats.conf")).unwrap();
        let found = text
            .lines()
            .find(|line| line.starts_with("listen:") || line.starts_with("port:"));
        assert_eq!(found, listens.as_deref(), "{text}");
        Server::start(&newest(), home)
            .log_in(&creds(home, "ACME", "ACME"))
            .unwrap();
    }
}

#[test]
fn nothing_is_made_where_it_cannot_be_written() {
    let folder = scratch();
    let home = folder.path();
    std::fs::write(home.join("nats.conf"), "port: 4222\n").unwrap();
    let exists = [&INIT[..], &["nats.conf"]].concat();
    refused(home, &exists, 1, "is never overwritten");
    let nowhere = [&INIT[..], &["no/nats.conf"]].concat();
    refused(home, &nowhere, 1, "no is no folder");
    let offline = [
        "--offline-root",
        "working.nkeep",
        "--working-identity",
        "working.txt",
    ];
    let both = [&INIT[..], &["new.conf"], &offline].concat();
    refused(home, &both, 2, "cannot be used with");
    let elsewhere = [&INIT[..], &["new.conf", "-u", "http://127.0.0.1:1/jwt"]].concat();
    refused(home, &elsewhere, 2, "where the operator's keys are");
    refused(home, &[&INIT[..], &["-"]].concat(), 2, "a name is wanted");
    refused(
        home,
        &[&INIT[..], &["identity.txt"]].concat(),
        2,
        "one file",
    );
}

/// Where it turns out that it cannot be written, nothing is made, in whatever way the store is named.
#[test]
fn with_a_file_that_cannot_be_written_nothing_is_made() {
    let folder = scratch();
    let home = folder.path();
    let name = "n".repeat(300);
    for more in [&[][..], &["--dir", "sub"], &["--store", "my.nkeep"]] {
        let line = [&INIT[..], &[&name], more].concat();
        refused(home, &line, 1, "cannot write");
    }
}

/// Nor where it is the store, stands beside it, or is what opens it, in whatever way it is written.
#[test]
fn it_is_a_file_of_its_own() {
    let folder = scratch();
    let home = folder.path();
    std::os::unix::fs::symlink(".", home.join("me")).unwrap();
    for file in [
        "identity.txt",
        "me/identity.txt",
        "me/s.nkeep",
        "s.nkeep-wal",
        "s.nkeep-journal",
    ] {
        let line = [&["--store", "s.nkeep"], &INIT[..], &[file]].concat();
        refused(home, &line, 2, "cannot be one file");
    }
}

/// Who types it a second time is told of the store, and not of the file alone.
#[test]
fn a_second_one_is_told_of_the_store() {
    let folder = scratch();
    let home = folder.path();
    let line = [&INIT[..], &["nats.conf"]].concat();
    at_home(home, &line);
    for file in ["nats.conf", "other.conf"] {
        let again = [&INIT[..], &[file]].concat();
        let says = refused(home, &again, 1, "default.nkeep exists");
        let writes = "nkeep generate config --nats-resolver --config-file other.conf";
        assert_eq!(says.contains(writes), file == "other.conf", "{says}");
    }
}

/// What helps where nobody can be asked for a passphrase writes it, too.
#[test]
fn what_is_hinted_at_writes_it() {
    let folder = scratch();
    let line = ["init", "ACME", "--server-config", "nats.conf", "--no-input"];
    let output = common::nkeep()
        .env("HOME", folder.path())
        .current_dir(folder.path())
        .args(line)
        .output()
        .unwrap();
    let says = String::from_utf8(output.stderr).unwrap();
    let hint = "hint: nkeep init -n ACME --server-config nats.conf --new-identity FILE\n";
    assert!(says.contains(hint), "{says}");
}

/// The system account has its name.
#[test]
fn the_first_account_is_not_called_as_the_system_account() {
    let folder = scratch();
    let refusal = refused(
        folder.path(),
        &["init", "sys", "--new-identity", "identity.txt"],
        1,
        "the system account is called SYS",
    );
    assert!(refusal.contains("nkeep init -n NAME"), "{refusal}");
}
