//! `pull` takes from real servers of every version what is the operator's word and newer there, and nothing else.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::process::Command;

use common::copies::{
    at, config, copy_of, document, ends, has, in_a_second, json, key, now, pushed, token,
};
use common::refusal::said;
use common::servers::{Client, Server, cluster, newest, versions};
use common::{live, live_at, live_estate};
use serde_json::{Value, json as value};

/// The last entry of the journal.
fn last_command(home: &Path) -> String {
    let log = json(home, &["audit", "log", "--last", "1"]);
    log["entries"][0]["command"].as_str().unwrap().to_owned()
}

#[test]
fn what_is_newer_and_what_is_not_here_is_taken() {
    for version in versions() {
        let folder = live_estate();
        let home = folder.path();
        config(home, &["--nats-resolver"]);
        let other = copy_of(home);
        let theirs = other.path();
        live_at(theirs, &["edit", "account", "ACME", "--conns", "9"]);
        live_at(theirs, &["add", "account", "NEW"]);
        let server = Server::start(&version, home);
        let url = server.url();
        pushed(theirs, &url, &["-A"]);
        // It is only tried first.
        let before = token(home, "ACME");
        let text = ends(home, &url, &["pull", "-A", "--dry-run"], 0);
        has(
            &text,
            &["dry run: pulled account \"ACME\"", "nothing was changed"],
        );
        assert_eq!(token(home, "ACME"), before);
        let text = ends(home, &url, &["pull", "-A"], 0);
        has(
            &text,
            &[
                &format!("pulled account \"ACME\" {}, signed ", key(home, "ACME")),
                "\nnkeep:   limits.conn: 9, was -1\n",
                &format!("pulled account \"NEW\" {}, signed ", key(home, "NEW")),
                "\nnkeep:   it was not here, and 1 of its keys is not\n",
                "nkeep: pulled 2 accounts; 1 account is as here\n",
            ],
        );
        for account in ["ACME", "NEW", "SYS"] {
            assert_eq!(token(home, account), token(theirs, account), "{version:?}");
        }
        assert_eq!(last_command(home), "pull");
        live_at(home, &["store", "check"]);
        let text = ends(home, &url, &["pull", "-A"], 0);
        assert_eq!(text, "nkeep: pulled 0 accounts; 3 accounts are as here\n");
        // What is signed next is later, and goes to servers.
        live_at(home, &["edit", "account", "ACME", "--conns", "10"]);
        let text = ends(home, &url, &["pull", "-A"], 0);
        has(
            &text,
            &[
                "account \"ACME\"",
                " is older on servers, signed ",
                ": what is here stays\n",
                &format!("next: nkeep push -a ACME -u {url}\n"),
            ],
        );
        pushed(home, &url, &["-a", "ACME"]);
        let document = document(home, &url, &["pull", "-A"], 0);
        assert_eq!(document["kind"], "pull");
        assert_eq!(document["same"], 3);
        assert_eq!(document["taken"], value!([]));
    }
}

#[test]
fn what_is_taken_is_a_document() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    let other = copy_of(home);
    live_at(other.path(), &["edit", "account", "ACME", "--conns", "9"]);
    let server = Server::start(&newest(), home);
    let url = server.url();
    pushed(other.path(), &url, &["-A"]);
    let document = document(home, &url, &["pull", "-a", "ACME"], 0);
    let taken = document["taken"].as_array().unwrap();
    assert_eq!(taken.len(), 1);
    assert_eq!(taken[0]["name"], "ACME");
    assert_eq!(taken[0]["outcome"], "newer");
    assert_eq!(
        taken[0]["changes"],
        value!([{ "path": "nats.limits.conn", "before": -1, "after": 9 }])
    );
    assert_eq!(document["dry_run"], false);
    // Nothing is said where nothing is to be.
    live_at(other.path(), &["edit", "account", "ACME", "--conns", "8"]);
    pushed(other.path(), &url, &["-A"]);
    assert_eq!(ends(home, &url, &["pull", "-A", "--quiet"], 0), "");
    assert_eq!(token(home, "ACME"), token(other.path(), "ACME"));
}

#[test]
fn what_is_newer_here_gives_way_only_when_it_is_to() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    live_at(home, &["add", "user", "out", "-a", "ACME"]);
    let server = Server::start(&newest(), home);
    let url = server.url();
    pushed(home, &url, &["-A"]);
    let before = token(home, "ACME");
    live_at(home, &["edit", "account", "ACME", "--conns", "9"]);
    live_at(
        home,
        &["revocations", "add-user", "-a", "ACME", "-n", "out"],
    );
    let after = token(home, "ACME");
    let _ = ends(home, &url, &["pull", "-A"], 0);
    assert_eq!(token(home, "ACME"), after);
    let output = at(home, &url, &["pull", "-a", "ACME", "--overwrite-newer"]);
    assert!(output.status.success(), "{output:?}");
    let text = said(&output);
    has(
        &text,
        &[
            ", in place of a newer one\n",
            "  limits.conn: -1, was 9\n",
            "warning: lets in again user U",
            "who was revoked up to ",
        ],
    );
    assert_eq!(token(home, "ACME"), before);
    live_at(home, &["store", "check"]);
    // The command that is shown shuts out again, with a token later than all that was.
    let (_, command) = text.split_once("what shuts out: nkeep ").unwrap();
    let words: Vec<&str> = command.lines().next().unwrap().split(' ').collect();
    live_at(home, &words);
    let claims = json(home, &["describe", "account", "ACME"]);
    assert_eq!(claims["nats"]["revocations"].as_object().unwrap().len(), 1);
    let _ = ends(home, &url, &["pull", "-A"], 0);
    assert_ne!(token(home, "ACME"), before);
}

#[test]
fn two_tokens_of_one_second_are_a_conflict() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    let other = copy_of(home);
    let second = now() + 20;
    for (home, tag) in [(home, "mine"), (other.path(), "theirs")] {
        in_a_second(home, second, &["edit", "account", "ACME", "--tag", tag]);
    }
    in_a_second(other.path(), second, &["add", "account", "NEW"]);
    let server = Server::start(&newest(), home);
    let url = server.url();
    pushed(other.path(), &url, &["-A"]);
    let mine = token(home, "ACME");
    let text = ends(home, &url, &["pull", "-A"], 7);
    has(
        &text,
        &[
            "is not taken: it was signed in the same second as what is here, ",
            "error: 1 account on servers is not taken",
            &format!("hint: nkeep push -a ACME --force -u {url}  # gives servers what is here"),
            "--overwrite-newer  # takes what servers have all the same",
        ],
    );
    assert_eq!(token(home, "ACME"), mine);
    // The rest is taken all the same.
    assert_eq!(token(home, "NEW"), token(other.path(), "NEW"));
    let document = document(home, &url, &["pull", "-A"], 7);
    assert_eq!(document["conflicts"][0]["name"], "ACME");
    let _ = ends(home, &url, &["pull", "-A", "-F"], 0);
    assert_eq!(token(home, "ACME"), token(other.path(), "ACME"));
}

#[test]
fn of_what_servers_have_the_newest_is_taken() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    let other = copy_of(home);
    let theirs = other.path();
    let mut servers = cluster(&newest(), home, 3);
    let url = servers[0].url();
    pushed(theirs, &url, &["-A", "--servers", "3"]);
    let away = servers.pop().unwrap();
    let its_folder = away.folder().to_owned();
    away.stop();
    live_at(theirs, &["edit", "account", "ACME", "--tag", "later"]);
    pushed(theirs, &url, &["-A", "--servers", "2"]);
    // One is away still: what it has nobody knows.
    let text = ends(
        home,
        &url,
        &["pull", "-A", "--servers", "3", "--dry-run"],
        1,
    );
    has(&text, &["and there may be more: 1 server did not answer"]);
    servers.push(Server::start(&newest(), &its_folder));
    let text = ends(home, &url, &["pull", "-A", "--servers", "3"], 0);
    has(&text, &[", the newest of 2 on servers, signed "]);
    assert_eq!(token(home, "ACME"), token(theirs, "ACME"));
    // What one server has not yet is said, and how it gets it.
    let document = document(home, &url, &["pull", "-A", "--servers", "3"], 0);
    assert_eq!(document["several"], value!({ key(home, "ACME"): 2 }));
}

#[test]
fn what_is_not_the_operators_word_is_shown_and_not_taken() {
    let folder = live_estate();
    let home = folder.path();
    let other = live_estate();
    config(home, &["--nats-resolver"]);
    std::fs::create_dir_all(home.join("jwt")).unwrap();
    let put = |key: &str, token: &str| {
        std::fs::write(home.join("jwt").join(format!("{key}.jwt")), token).unwrap();
    };
    let (foreign, garbage) = (key(other.path(), "ACME"), key(other.path(), "SYS"));
    put(&foreign, &token(other.path(), "ACME"));
    put(&garbage, "\u{1b}[2Jno token");
    // Of an account that is here there is somebody else's word.
    let ours = key(home, "ACME");
    put(&ours, &token(other.path(), "ACME"));
    let server = Server::start(&newest(), home);
    let url = server.url();
    let before = token(home, "ACME");
    let output = at(home, &url, &["pull", "-A"]);
    assert!(output.status.success(), "{output:?}");
    let text = said(&output);
    has(
        &text,
        &[
            "2 accounts of others on servers are not taken: ",
            &format!("\"ACME\" {foreign}"),
            &format!(
                "account \"ACME\" {ours}: not taken is a token on servers, which cannot be read: it is of {foreign}"
            ),
        ],
    );
    assert!(!text.contains('\u{1b}'), "{text:?}");
    assert_eq!(token(home, "ACME"), before);
    let listed = json(home, &["list", "accounts"]);
    assert_eq!(listed["accounts"].as_array().unwrap().len(), 2);
    let document = document(home, &url, &["pull", "-A"], 0);
    let signers: Vec<&Value> = document["not_ours"]
        .as_array()
        .unwrap()
        .iter()
        .map(|other| &other["signed_by"])
        .collect();
    assert_eq!(signers.iter().filter(|by| ***by == "foreign").count(), 1);
    // A key of the operator that went is no key of the operator.
    pushed(home, &url, &["-A"]);
    let operator = json(home, &["describe", "operator"]);
    let old = operator["nats"]["signing_keys"][0].as_str().unwrap();
    live_at(
        home,
        &[
            "edit", "operator", "--sk", "generate", "--rm-sk", old, "--force",
        ],
    );
    let before = token(home, "ACME");
    let text = ends(home, &url, &["pull", "-A", "-F"], 0);
    let by = format!("signed by {old}, a retired key, which signs for the operator no more");
    has(&text, &[&by]);
    assert_eq!(token(home, "ACME"), before);
}

#[test]
fn what_is_in_the_way_is_listed() {
    let folder = live_estate();
    let home = folder.path();
    for account in ["GONE", "NAMED", "REVOKED", "KEYED"] {
        live_at(home, &["add", "account", account]);
    }
    live_at(home, &["add", "user", "u", "-a", "REVOKED"]);
    let export = ["-a", "REVOKED", "-s", "q", "--service"];
    live_at(
        home,
        &[&["add", "export"], &export[..], &["--private"]].concat(),
    );
    let keyed = json(home, &["edit", "account", "KEYED", "--sk", "generate"]);
    let signing = keyed["made"][0].as_str().unwrap();
    live_at(home, &["add", "user", "k", "-a", "KEYED", "-K", signing]);
    config(home, &["--nats-resolver"]);
    let other = copy_of(home);
    let theirs = other.path();
    let server = Server::start(&newest(), home);
    let url = server.url();
    // Here: somebody is revoked, an account is deleted, a name is taken.
    live_at(
        home,
        &["revocations", "add-user", "-a", "REVOKED", "-n", "u"],
    );
    let revoke = [
        &["revocations", "add-activation"],
        &export[..],
        &["-t", "*"],
    ];
    live_at(home, &revoke.concat());
    live_at(home, &["delete", "account", "GONE", "--force"]);
    live_at(home, &["add", "account", "TAKEN"]);
    // There: later, and without all that.
    let later = now() + 20;
    for account in ["GONE", "REVOKED"] {
        in_a_second(theirs, later, &["edit", "account", account, "--tag", "t"]);
    }
    in_a_second(theirs, later, &["rename", "account", "NAMED", "TAKEN"]);
    in_a_second(
        theirs,
        later,
        &[
            "edit", "account", "KEYED", "--sk", "generate", "--rm-sk", signing, "--force",
        ],
    );
    pushed(theirs, &url, &["-A"]);
    let gone = key(theirs, "GONE");
    let text = ends(home, &url, &["pull", "-A"], 7);
    has(
        &text,
        &[
            "is not taken: it was deleted here",
            "is not taken: it lets in again user U",
            "is not taken: the store has another account \"TAKEN\", ",
            "is not taken: user \"k\" of the store would be trusted no more: ",
            "error: 4 accounts on servers are not taken",
            &format!(
                "hint: nkeep push --account-removal {gone} -u {url}  # has servers delete it, too"
            ),
            &format!(
                "hint: nkeep add account GONE -k {gone}  # brings it back with what is revoked in it"
            ),
            "hint: nkeep rename account TAKEN NEW_NAME  # makes room for it",
            "hint: nkeep delete user k -a KEYED --no-revoke",
        ],
    );
    assert_eq!(key(home, "NAMED"), key(theirs, "TAKEN"));
    // Each of them has a way.
    live_at(home, &["delete", "user", "k", "-a", "KEYED", "--no-revoke"]);
    live_at(home, &["rename", "account", "TAKEN", "OTHER"]);
    let text = ends(home, &url, &["pull", "-a", &gone], 7);
    has(
        &text,
        &["it lets in again everybody of account \"GONE\", who was revoked up to "],
    );
    let text = ends(home, &url, &["pull", "-a", &gone, "-F"], 0);
    has(
        &text,
        &[
            "pulled account \"GONE\"",
            "warning: lets in again everybody",
        ],
    );
    let text = ends(home, &url, &["pull", "-A", "-F"], 0);
    has(
        &text,
        &[
            "pulled 3 accounts",
            "warning: lets in again user U",
            "warning: lets in again every account to the service \"q\" of account \"REVOKED\"",
            "what shuts out: nkeep revocations add-activation -s q --service -t '*' --at ",
        ],
    );
    for account in ["GONE", "REVOKED", "KEYED", "TAKEN"] {
        assert_eq!(token(home, account), token(theirs, account), "{account}");
    }
    live_at(home, &["store", "check"]);
}

#[test]
fn what_a_clock_signed_that_is_ahead_is_not_taken() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    let other = copy_of(home);
    let ahead = now() + 10 * 365 * 86_400;
    in_a_second(
        other.path(),
        ahead,
        &["edit", "account", "ACME", "--tag", "t"],
    );
    let server = Server::start(&newest(), home);
    let url = server.url();
    let ahead = (ahead + 10).to_string();
    let output = live(other.path())
        .env("NKEEP_TEST_CLOCK", ahead)
        .args(["push", "-A", "-u", &url, "--system-user", "sys"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let before = token(home, "ACME");
    for args in [&["pull", "-A"][..], &["pull", "-A", "-F"]] {
        let text = ends(home, &url, args, 7);
        has(
            &text,
            &["is not taken: it was signed by a clock that was ahead, "],
        );
    }
    assert_eq!(token(home, "ACME"), before);
    let text = ends(home, &url, &["diff"], 3);
    has(&text, &[", by a clock that was ahead"]);
    // The way that is shown.
    pushed(home, &url, &["-a", "ACME"]);
    let _ = ends(home, &url, &["diff"], 0);
}

#[test]
fn servers_that_keep_no_accounts_have_those_in_use() {
    let folder = live_estate();
    let home = folder.path();
    let other = copy_of(home);
    let theirs = other.path();
    live_at(theirs, &["edit", "account", "ACME", "--tag", "later"]);
    let creds = live_at(theirs, &["generate", "creds", "-a", "ACME", "-n", "ACME"]);
    config(theirs, &["--mem-resolver"]);
    for version in versions() {
        let server = Server::start(&version, theirs);
        let url = server.url();
        let text = ends(home, &url, &["pull", "-a", "ACME", "--dry-run"], 1);
        has(
            &text,
            &[
                "error: no server has account \"ACME\"",
                &format!("hint: nkeep push -a ACME -u {url}  # gives it to servers"),
            ],
        );
        let client = Client::connect(&server.address, &creds).unwrap();
        let text = ends(home, &url, &["pull", "-a", "ACME", "--dry-run"], 0);
        has(&text, &["dry run: pulled account \"ACME\""]);
        drop(client);
    }
}

#[test]
fn what_is_named_is_known() {
    let folder = live_estate();
    let home = folder.path();
    let other = live_estate();
    config(home, &["--nats-resolver"]);
    let server = Server::start(&newest(), home);
    let unknown = key(other.path(), "ACME");
    let text = ends(home, &server.url(), &["pull", "-a", &unknown], 1);
    has(
        &text,
        &[&format!("error: no server has account \"{unknown}\"")],
    );
    let text = ends(home, &server.url(), &["pull", "-a", "NOWHERE"], 1);
    has(&text, &["error: there is no account \"NOWHERE\""]);
}

#[test]
fn a_store_that_changed_meanwhile_is_left() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    let other = copy_of(home);
    live_at(other.path(), &["edit", "account", "ACME", "--tag", "later"]);
    let server = Server::start(&newest(), home);
    let url = server.url();
    pushed(other.path(), &url, &["-A"]);
    // The same account is edited while servers are asked, which wait until it is.
    server.hold(true);
    let child = live(home)
        .args(["pull", "-A", "--timeout", "60", "-u", &url])
        .stderr(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    until_connected(child.id());
    live_at(home, &["edit", "account", "ACME", "--tag", "mine"]);
    server.hold(false);
    let output = child.wait_with_output().unwrap();
    // Whatever was read first, nothing of this edit is lost.
    let claims = json(home, &["describe", "account", "ACME"]);
    assert_eq!(claims["nats"]["tags"], value!(["mine"]), "{output:?}");
}

/// Waits until a process has a connection: by then it has read the store.
fn until_connected(process: u32) {
    let deadline = std::time::Instant::now() + common::LONG;
    loop {
        let listed = Command::new("ls")
            .args(["-l", &format!("/proc/{process}/fd")])
            .output()
            .unwrap();
        if String::from_utf8_lossy(&listed.stdout).contains("socket:") {
            return;
        }
        assert!(std::time::Instant::now() < deadline);
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
}

/// A key that was taken away here is what somebody got in by who had to go.
#[test]
fn a_signing_key_that_was_taken_away_comes_back_only_when_it_is_to() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    let server = Server::start(&newest(), home);
    let url = server.url();
    let mut keys = Vec::new();
    for _ in 0..2 {
        let made = json(home, &["edit", "account", "ACME", "--sk", "generate"]);
        keys.push(made["made"][0].as_str().unwrap().to_owned());
    }
    let [used, unused] = [&keys[0], &keys[1]];
    live_at(home, &["add", "user", "ks", "-a", "ACME", "-K", used]);
    pushed(home, &url, &["-A"]);
    let other = copy_of(home);
    let theirs = other.path();
    for key in [unused, used] {
        live_at(
            home,
            &["edit", "account", "ACME", "--rm-sk", key, "--force"],
        );
    }
    pushed(home, &url, &["-A"]);
    let before = token(home, "ACME");
    for gone in [&[used][..], &[unused]] {
        let there = copy_of(theirs);
        let there = there.path();
        let mut edit = vec!["edit", "account", "ACME", "--tag", "t", "--force"];
        let rest = keys.iter().filter(|key| !gone.contains(key));
        edit.extend(rest.flat_map(|key| ["--rm-sk", key]));
        in_a_second(there, now() + 20, &edit);
        pushed(there, &url, &["-A", "--force"]);
        let text = ends(home, &url, &["pull", "-A"], 7);
        let who = match gone == [used] {
            true => format!(", by what {used} signed, which is no key of the account here"),
            false => format!("whoever has the signing key {unused}, which was taken away here"),
        };
        has(
            &text,
            &[
                "is not taken: it lets in again ",
                &who,
                "hint: nkeep push -a ACME --force",
                "--overwrite-newer  # takes what servers have all the same",
            ],
        );
        assert_eq!(token(home, "ACME"), before);
        let taking = copy_of(home);
        let text = ends(taking.path(), &url, &["pull", "-A", "-F"], 0);
        let out = format!("{who}; what shuts out: nkeep edit account ACME --rm-sk ");
        has(&text, &["warning: lets in again ", &out]);
        assert_eq!(token(taking.path(), "ACME"), token(there, "ACME"));
    }
}
