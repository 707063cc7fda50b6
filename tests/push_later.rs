//! `push` puts nothing in the place of what is later: it is what somebody did elsewhere, such as a revocation (F4).

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::copies::{
    config, copy_of, document, ends, has, in_a_second, issued_at, json, key, now, printed, token,
};
use common::servers::{Client, Server, cluster, newest, versions};
use common::web::Bank;
use common::{live, live_at, live_estate};

const REVOKE: [&str; 6] = ["revocations", "add-user", "-a", "ACME", "-n", "out"];

/// An estate with somebody who is about to be revoked.
fn estate() -> tempfile::TempDir {
    let folder = live_estate();
    let home = folder.path();
    live_at(home, &["add", "user", "out", "-a", "ACME"]);
    config(home, &["--nats-resolver"]);
    folder
}

/// What is said of a push that would let somebody in.
fn is_refused(home: &Path, url: &str, args: &[&str]) {
    let text = ends(home, url, args, 6);
    has(
        &text,
        &[
            "error: nothing was pushed: servers have a later token of account \"ACME\", signed ",
            ", which revokes 1 user who is not revoked here\n",
            "hint: nkeep pull -a ACME",
            "  # takes what is later there",
            " --force  # signs what is here anew, puts it in its place, and undoes what was changed there",
        ],
    );
}

#[test]
fn a_copy_of_the_store_that_is_behind_lets_nobody_in() {
    for version in versions() {
        let folder = estate();
        let home = folder.path();
        let servers = cluster(&version, home, 3);
        let url = servers[1].url();
        let _ = ends(home, &url, &["push", "-A", "--servers", "3"], 0);
        let other = copy_of(home);
        let behind = other.path();
        let out = live_at(home, &["generate", "creds", "-a", "ACME", "-n", "out"]);
        let mut client = Client::connect(&servers[0].address, &out).unwrap();
        live_at(home, &REVOKE);
        let _ = ends(home, &url, &["push", "-a", "ACME", "--servers", "3"], 0);
        assert!(client.cut().contains("Revoked"), "{version:?}");
        for args in [
            &["push", "-A"][..],
            &["push", "-a", "ACME"],
            &["push", "-A", "--dry-run"],
        ] {
            is_refused(behind, &url, args);
        }
        for server in &servers {
            assert_eq!(server.kept(&key(home, "ACME")), Some(token(home, "ACME")));
            server.log_in(&out).unwrap_err();
        }
        // What is not later goes, and all of it where somebody has taken what is.
        let _ = ends(behind, &url, &["push", "-a", "SYS"], 0);
        let _ = ends(behind, &url, &["pull", "-a", "ACME"], 0);
        live_at(behind, &["edit", "account", "ACME", "--tag", "t"]);
        let _ = ends(behind, &url, &["push", "-A", "--servers", "3"], 0);
        for server in &servers {
            server.log_in(&out).unwrap_err();
        }
    }
}

#[test]
fn who_insists_puts_what_is_older_in_its_place() {
    let folder = estate();
    let home = folder.path();
    let server = Server::start(&newest(), home);
    let url = server.url();
    let _ = ends(home, &url, &["push", "-A"], 0);
    let other = copy_of(home);
    live_at(home, &["edit", "account", "ACME", "--tag", "later"]);
    let _ = ends(home, &url, &["push", "-A"], 0);
    let text = ends(other.path(), &url, &["push", "-A"], 6);
    assert!(!text.contains("revokes"), "{text}");
    let text = ends(other.path(), &url, &["push", "-A", "--force"], 0);
    has(
        &text,
        &["1 account was signed anew, so that it is later than what was there: \"ACME\""],
    );
    let kept = server.kept(&key(home, "ACME"));
    assert_eq!(kept, Some(token(other.path(), "ACME")));
}

/// Servers bring each other to what is latest (F4): what is forced on those that are there is later than what one has that
/// was away.
#[test]
fn what_was_forced_stays_when_a_server_comes_back() {
    for version in versions() {
        let folder = estate();
        let home = folder.path();
        config(home, &["--nats-resolver", "--interval", "2s"]);
        let mut servers = cluster(&version, home, 3);
        let url = servers[0].url();
        let _ = ends(home, &url, &["push", "-A", "--servers", "3"], 0);
        let other = copy_of(home);
        let behind = other.path();
        // Its clock was a little ahead: it is not the time of the push that makes it later.
        in_a_second(
            home,
            now() + 200,
            &["edit", "account", "ACME", "--tag", "later"],
        );
        let _ = ends(home, &url, &["push", "-A", "--servers", "3"], 0);
        let away = servers.pop().unwrap();
        let its_folder = away.folder().to_owned();
        away.stop();
        let forced = ["push", "-A", "--servers", "2", "--force"];
        // A trial says so, and signs nothing.
        let before = token(behind, "ACME");
        let text = ends(behind, &url, &[&forced[..], &["--dry-run"]].concat(), 0);
        let says =
            "1 account would be signed anew, so that it is later than what is there: \"ACME\"";
        has(&text, &[says, "nothing was changed"]);
        assert_eq!(token(behind, "ACME"), before);
        let told = document(behind, &url, &forced, 0);
        assert_eq!(told["signed_anew"], serde_json::json!(["ACME"]), "{told}");
        assert_eq!(issued_at(behind), issued_at(home) + 1);
        let log = live_at(behind, &["audit", "log", "--last", "1"]);
        has(&log, &["signed 1 account anew, past what servers have"]);
        servers.push(Server::start(&version, &its_folder));
        let (account, token) = (key(behind, "ACME"), token(behind, "ACME"));
        let have = |server: &Server| server.kept(&account).as_deref() == Some(&*token);
        let deadline = std::time::Instant::now() + common::LONG;
        while !servers.iter().all(have) {
            assert!(std::time::Instant::now() < deadline, "{version:?}");
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        std::thread::sleep(std::time::Duration::from_secs(5));
        assert!(servers.iter().all(have), "{version:?}: they went back");
        // There is nothing to outdo any more.
        let again = document(behind, &url, &["push", "-A", "--force"], 0);
        assert_eq!(again["signed_anew"], serde_json::json!([]), "{again}");
    }
}

/// Whoever has not the key that signs writes over it for now, and is told.
#[test]
fn what_cannot_be_signed_anew_is_said_to_come_back() {
    let folder = estate();
    let home = folder.path();
    let server = Server::start(&newest(), home);
    let url = server.url();
    let _ = ends(home, &url, &["push", "-A"], 0);
    let other = copy_of(home);
    let behind = other.path();
    live_at(home, &["edit", "account", "ACME", "--tag", "later"]);
    let _ = ends(home, &url, &["push", "-A"], 0);
    live_at(behind, &["add", "user", "sys2", "-a", "SYS"]);
    let creds = live_at(behind, &["generate", "creds", "-a", "SYS", "-n", "sys2"]);
    std::fs::write(behind.join("sys.creds"), creds).unwrap();
    let before = token(behind, "ACME");
    let output = live(behind)
        .args(["push", "-a", "ACME", "--force", "--no-input", "-u", &url])
        .args(["--creds", "sys.creds"])
        .env_remove("NKEEP_IDENTITY")
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    has(
        &printed(&output),
        &[
            "warning: account \"ACME\": what is there is later, and a server that comes back with it brings it to all others",
            "what helps where the key is: nkeep push -a ACME --force",
        ],
    );
    assert_eq!(server.kept(&key(home, "ACME")), Some(before));
    let _ = ends(home, &url, &["push", "-A"], 0);
    let forced = ["push", "-a", "ACME", "--force", "--no-input", "--json"];
    let output = live(behind)
        .args(forced)
        .args(["-u", &url, "--creds", "sys.creds"])
        .env_remove("NKEEP_IDENTITY")
        .output()
        .unwrap();
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["comes_back"], serde_json::json!(["ACME"]), "{told}");
    assert_eq!(told["signed_anew"], serde_json::json!([]), "{told}");
}

/// What was signed by a clock that was ahead is later than all else, and is written over as a matter of course (F10).
#[test]
fn what_a_clock_signed_that_was_ahead_is_in_nobodys_way() {
    let folder = estate();
    let home = folder.path();
    let server = Server::start(&newest(), home);
    let url = server.url();
    let other = copy_of(home);
    let year = now() + 365 * 86_400;
    in_a_second(
        other.path(),
        year,
        &["edit", "account", "ACME", "--tag", "t"],
    );
    let ahead = ["push", "-A", "--system-user", "sys"];
    let _ = ends(other.path(), &url, &ahead, 0);
    // A server that is away would bring it back: nothing that is signed now is later.
    let text = ends(home, &url, &["push", "-A"], 0);
    let says = "what is there was signed by a clock that is ahead, and stays the latest";
    has(&text, &[says, "nkeep diff -a ACME"]);
    assert_eq!(server.kept(&key(home, "ACME")), Some(token(home, "ACME")));
}

#[test]
fn an_account_server_keeps_what_is_later_too() {
    let folder = estate();
    let home = folder.path();
    let bank = Bank::start();
    bank.with(|kept| kept.operator = live_at(home, &["describe", "operator", "--raw"]));
    let _ = ends(home, &bank.url, &["push", "-A"], 0);
    let other = copy_of(home);
    live_at(home, &REVOKE);
    let _ = ends(home, &bank.url, &["push", "-A"], 0);
    is_refused(other.path(), &bank.url, &["push", "-A"]);
    assert_eq!(bank.account(&key(home, "ACME")), Some(token(home, "ACME")));
    let _ = ends(other.path(), &bank.url, &["push", "-A", "--force"], 0);
    assert_eq!(
        bank.account(&key(home, "ACME")),
        Some(token(other.path(), "ACME"))
    );
}

/// An edit in a copy that is behind is later than the revocation, and knows nothing of it.
#[test]
fn an_edit_of_a_copy_that_is_behind_lets_nobody_in() {
    let folder = estate();
    let home = folder.path();
    let server = Server::start(&newest(), home);
    let url = server.url();
    let _ = ends(home, &url, &["push", "-A"], 0);
    let out = live_at(home, &["generate", "creds", "-a", "ACME", "-n", "out"]);
    let second = now() + 2;
    for at in [second + 1, second] {
        let other = copy_of(home);
        let behind = other.path();
        let revoked = copy_of(home);
        in_a_second(revoked.path(), second, &REVOKE);
        let _ = ends(revoked.path(), &url, &["push", "-a", "ACME"], 0);
        in_a_second(behind, at, &["edit", "account", "ACME", "--tag", "t"]);
        let text = ends(behind, &url, &["push", "-a", "ACME"], 6);
        let what = if at == second {
            "servers have another token of the same second of account \"ACME\""
        } else {
            "servers have a token that was changed elsewhere of account \"ACME\""
        };
        has(
            &text,
            &[what, "which revokes 1 user who is not revoked here"],
        );
        server.log_in(&out).unwrap_err();
        // What is hinted at keeps them out, and the rest of the edit goes.
        let hint = text.lines().find(|line| line.contains("add-user")).unwrap();
        let words = hint.split("nkeep ").last().unwrap();
        let words = words.split("  #").next().unwrap();
        common::live_line(behind, words);
        // What else was changed there is not known here even so: somebody has to look, and to say so.
        let text = ends(behind, &url, &["push", "-a", "ACME"], 6);
        has(&text, &["changed elsewhere", "hint: nkeep diff -a ACME"]);
        let _ = ends(behind, &url, &["push", "-a", "ACME", "--force"], 0);
        server.log_in(&out).unwrap_err();
        let _ = ends(home, &url, &["push", "-A", "--force"], 0);
    }
}

/// Who takes a revocation back means it, on servers too.
#[test]
fn what_is_taken_back_here_is_pushed_unasked() {
    let folder = estate();
    let home = folder.path();
    let server = Server::start(&newest(), home);
    let url = server.url();
    live_at(home, &REVOKE);
    let _ = ends(home, &url, &["push", "-A"], 0);
    let take_back = ["revocations", "delete-user", "-a", "ACME", "-n", "out"];
    live_at(home, &take_back);
    let _ = ends(home, &url, &["push", "-A"], 0);
    let out = live_at(home, &["generate", "creds", "-a", "ACME", "-n", "out"]);
    server.log_in(&out).unwrap();
}

/// All that is in the way is said at once, and what comes of it where somebody insists; and said again where somebody does.
#[test]
fn who_insists_is_told_what_is_overridden() {
    let folder = estate();
    let home = folder.path();
    let server = Server::start(&newest(), home);
    let url = server.url();
    live_at(home, &["add", "account", "OVER"]);
    let soon = ["edit", "account", "OVER", "--expiry", "1m"];
    let other = copy_of(home);
    live_at(home, &["edit", "account", "ACME", "--tag", "later"]);
    let _ = ends(home, &url, &["push", "-A"], 0);
    in_a_second(other.path(), now() - 200, &soon);
    let text = ends(other.path(), &url, &["push", "-A"], 6);
    let (later, over) = (
        "servers have a later token of account \"ACME\", signed ",
        "account \"OVER\" has expired",
    );
    has(
        &text,
        &[
            &format!("error: nothing was pushed: {later}"),
            &format!("; besides, {over}\n"),
            "hint: nkeep pull -a ACME",
            "hint: nkeep edit account OVER --expiry 90d",
            "and undoes what was changed there; and pushes what has expired, and lets nobody in there\n",
        ],
    );
    let text = ends(other.path(), &url, &["push", "-A", "--force"], 0);
    has(
        &text,
        &[
            &format!("warning: --force: {later}"),
            &format!("warning: --force: {over}: it pushes what has expired"),
        ],
    );
}

/// An estate with a signing key by which somebody gets in: the key, and their creds.
fn with_signing_key(home: &Path) -> (String, String) {
    let made = json(home, &["edit", "account", "ACME", "--sk", "generate"]);
    let key = made["made"][0].as_str().unwrap().to_owned();
    live_at(home, &["add", "user", "ks", "-a", "ACME", "-K", &key]);
    let creds = live_at(home, &["generate", "creds", "-a", "ACME", "-n", "ks"]);
    (key, creds)
}

/// What an edit elsewhere took away, a later edit in a copy that is behind does not bring back unasked.
#[test]
fn an_edit_of_a_copy_that_is_behind_brings_no_signing_key_back() {
    let folder = estate();
    let home = folder.path();
    let server = Server::start(&newest(), home);
    let url = server.url();
    let (signing, creds) = with_signing_key(home);
    let _ = ends(home, &url, &["push", "-A"], 0);
    server.log_in(&creds).unwrap();
    let other = copy_of(home);
    let behind = other.path();
    let away = ["edit", "account", "ACME", "--rm-sk", &signing, "--force"];
    live_at(home, &away);
    let _ = ends(home, &url, &["push", "-A"], 0);
    server.log_in(&creds).unwrap_err();
    // In the second of the edit there, maybe: both have one identity then (F5).
    live_at(behind, &["edit", "account", "ACME", "--tag", "x"]);
    in_a_second(
        behind,
        now() + 5,
        &["edit", "account", "ACME", "--tag", "y"],
    );
    let what = "servers have a token that was changed elsewhere of account \"ACME\", signed ";
    for args in [
        &["push", "-a", "ACME"][..],
        &["push", "-A"],
        &["push", "-A", "--dry-run"],
    ] {
        let text = ends(behind, &url, args, 6);
        has(
            &text,
            &[
                &format!("error: nothing was pushed: {what}"),
                "hint: nkeep diff -a ACME",
                "hint: nkeep pull -a ACME --overwrite-newer",
                " --force  # puts what is here in its place, and undoes what was changed there",
            ],
        );
    }
    // Who compares is not told to push.
    for verb in ["diff", "verify"] {
        let text = ends(behind, &url, &[verb], 3);
        has(
            &text,
            &[
                "keeps and uses one that was changed elsewhere, signed ",
                "hint: nkeep pull -a ACME --overwrite-newer",
            ],
        );
        assert!(!text.contains("hint: nkeep push"), "{text}");
    }
    server.log_in(&creds).unwrap_err();
    assert_eq!(server.kept(&key(home, "ACME")), Some(token(home, "ACME")));
    let text = ends(behind, &url, &["pull", "-a", "ACME"], 7);
    has(
        &text,
        &[
            "is not taken: it was changed elsewhere, ",
            "hint: nkeep diff -a ACME",
            "--overwrite-newer  # takes what servers have all the same",
        ],
    );
    let text = ends(behind, &url, &["push", "-A", "--force"], 0);
    has(&text, &[&format!("warning: --force: {what}")]);
    server.log_in(&creds).unwrap();
    let _ = ends(home, &url, &["push", "-A", "--force"], 0);
    // What is taken from there is known, and what is changed then goes.
    let taken = copy_of(behind);
    let taken = taken.path();
    in_a_second(
        taken,
        now() + 6,
        &["delete", "user", "ks", "-a", "ACME", "--no-revoke"],
    );
    let _ = ends(taken, &url, &["pull", "-a", "ACME", "--overwrite-newer"], 0);
    in_a_second(taken, now() + 7, &["edit", "account", "ACME", "--tag", "x"]);
    let _ = ends(taken, &url, &["push", "-A"], 0);
    server.log_in(&creds).unwrap_err();
}

#[test]
fn an_account_server_keeps_what_was_changed_elsewhere_too() {
    let folder = estate();
    let home = folder.path();
    let bank = Bank::start();
    bank.with(|kept| kept.operator = live_at(home, &["describe", "operator", "--raw"]));
    let _ = ends(home, &bank.url, &["push", "-A"], 0);
    let other = copy_of(home);
    let behind = other.path();
    live_at(home, &["edit", "account", "ACME", "--tag", "there"]);
    let _ = ends(home, &bank.url, &["push", "-A"], 0);
    in_a_second(
        behind,
        now() + 5,
        &["edit", "account", "ACME", "--tag", "here"],
    );
    let text = ends(behind, &bank.url, &["push", "-A"], 6);
    has(
        &text,
        &["servers have a token that was changed elsewhere of account \"ACME\""],
    );
    assert_eq!(bank.account(&key(home, "ACME")), Some(token(home, "ACME")));
    let _ = ends(behind, &bank.url, &["push", "-A", "--force"], 0);
    assert_eq!(
        bank.account(&key(home, "ACME")),
        Some(token(behind, "ACME"))
    );
}

/// Servers may have any token that was the store's once.
#[test]
fn what_was_the_stores_once_is_in_nobodys_way() {
    let folder = estate();
    let home = folder.path();
    let server = Server::start(&newest(), home);
    let url = server.url();
    let _ = ends(home, &url, &["push", "-A"], 0);
    for tag in ["one", "two", "three"] {
        live_at(home, &["edit", "account", "ACME", "--tag", tag]);
    }
    let _ = ends(home, &url, &["push", "-A"], 0);
    live_at(home, &["edit", "account", "ACME", "--tag", "four"]);
    live_at(home, &["rename", "account", "ACME", "ACME2"]);
    live_at(home, &["edit", "operator", "--sk", "generate"]);
    live_at(home, &["edit", "account", "ACME2", "--tag", "five"]);
    let _ = ends(home, &url, &["push", "-A", "--force"], 0);
    live_at(home, &["rename", "account", "ACME2", "ACME"]);
    let _ = ends(home, &url, &["push", "-A"], 0);
}
