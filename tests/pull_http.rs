//! `pull` takes from an account server over HTTP what is the operator's word and newer there, and nothing else.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::time::Duration;

use common::copies::{copy_of, document, ends, has, in_a_second, json, key, now, operator, token};
use common::web::{Bank, Reply, Web};
use common::{live_at, live_estate};
use serde_json::{Value, json as value};

/// An account server that has what is in the store of that home.
fn bank(home: &Path) -> Bank {
    let bank = Bank::start();
    bank.with(|kept| kept.operator = operator(home));
    given(home, &bank);
    bank
}

fn given(home: &Path, bank: &Bank) {
    live_at(home, &["push", "-A", "-u", &bank.url]);
}

/// A server that says that of one account, and of the rest what is in the store.
fn of_one(home: &Path, account: &str, answer: Reply) -> Web {
    let of_operator = operator(home);
    let others: Vec<(String, String)> = ["ACME", "SYS"]
        .map(|name| (key(home, name), token(home, name)))
        .into();
    let wrong = key(home, account);
    Web::start(move |request| match request.path.rsplit('/').next() {
        Some("operator") => Reply::words(200, &of_operator),
        Some(key) if key == wrong => answer.clone(),
        Some(key) => match others.iter().find(|(known, _)| known == key) {
            Some((_, token)) => Reply::words(200, token),
            None => Reply::words(200, ""),
        },
        None => unreachable!(),
    })
}

#[test]
fn what_is_newer_and_what_is_listed_is_taken() {
    let folder = live_estate();
    let home = folder.path();
    let other = copy_of(home);
    let theirs = other.path();
    live_at(theirs, &["edit", "account", "ACME", "--conns", "9"]);
    live_at(theirs, &["add", "account", "NEW"]);
    live_at(theirs, &["add", "account", "UNLISTED"]);
    let bank = bank(theirs);
    // It lists one that the store has not.
    let new = key(theirs, "NEW");
    let (listed, inner) = (format!("[\"{new}\", \"no key\"]"), bank.clone());
    let list = Web::start(move |request| match &*request.path {
        "/accounts/" => Reply::words(200, &listed),
        "/operator" => Reply::words(200, &inner.with(|kept| kept.operator.clone())),
        path => match inner.account(path.rsplit('/').next().unwrap()) {
            Some(token) => Reply::words(200, &token),
            None => Reply::words(404, "no such account"),
        },
    });
    let before = token(home, "ACME");
    let text = ends(home, &list.url, &["pull", "-A", "--dry-run"], 0);
    has(
        &text,
        &["dry run: pulled account \"ACME\"", "nothing was changed"],
    );
    assert_eq!(token(home, "ACME"), before);
    let text = ends(home, &list.url, &["pull", "-A"], 0);
    has(
        &text,
        &[
            &format!("pulled account \"ACME\" {}, signed ", key(home, "ACME")),
            "\nnkeep:   limits.conn: 9, was -1\n",
            &format!("pulled account \"NEW\" {new}, signed "),
            "\nnkeep:   it was not here, and 1 of its keys is not\n",
            "nkeep: pulled 2 accounts; 1 account is as here\n",
        ],
    );
    for account in ["ACME", "NEW", "SYS"] {
        assert_eq!(token(home, account), token(theirs, account));
    }
    // One that it does not list is had by its key.
    let unlisted = key(theirs, "UNLISTED");
    let text = ends(home, &bank.url, &["pull", "-a", &unlisted], 0);
    has(&text, &["pulled account \"UNLISTED\""]);
    let text = ends(home, &bank.url, &["pull", "-A"], 0);
    assert_eq!(text, "nkeep: pulled 0 accounts; 4 accounts are as here\n");
    live_at(home, &["store", "check"]);
    assert_eq!(list.asked("POST"), 0);
}

#[test]
fn the_server_that_the_operator_names_is_asked_and_a_document_tells() {
    let folder = live_estate();
    let home = folder.path();
    let bank = Bank::start();
    live_at(
        home,
        &["edit", "operator", "--account-jwt-server-url", &bank.url],
    );
    bank.with(|kept| kept.operator = operator(home));
    let other = copy_of(home);
    live_at(other.path(), &["edit", "account", "ACME", "--conns", "9"]);
    live_at(other.path(), &["push", "-a", "ACME"]);
    let document: Value = serde_json::from_str(&live_at(home, &["pull", "-A", "--json"])).unwrap();
    assert_eq!(document["kind"], "pull");
    assert_eq!(document["account_server"], bank.url);
    assert_eq!(document["taken"][0]["name"], "ACME");
    assert_eq!(document["taken"][0]["outcome"], "newer");
    assert_eq!(
        document["taken"][0]["changes"],
        value!([{ "path": "nats.limits.conn", "before": -1, "after": 9 }])
    );
    assert_eq!(
        document["absent"],
        value!([{ "name": "SYS", "public_key": key(home, "SYS") }])
    );
    assert_eq!(document["unknown"], value!([]));
    let log = json(home, &["audit", "log", "--last", "1"]);
    assert_eq!(log["entries"][0]["command"], "pull");
}

#[test]
fn what_is_not_there_is_said() {
    let folder = live_estate();
    let home = folder.path();
    let bank = bank(home);
    bank.with(|kept| kept.accounts.remove(&key(home, "ACME")));
    let text = ends(home, &bank.url, &["pull", "-A"], 0);
    has(
        &text,
        &[
            "pulled 0 accounts; 1 account is as here\n",
            "account \"ACME\" is not on servers\n",
            &format!("next: nkeep push -a ACME -u {}\n", bank.url),
        ],
    );
    let text = ends(home, &bank.url, &["pull", "-a", "ACME"], 1);
    has(
        &text,
        &[
            "error: no server has account \"ACME\"",
            &format!(
                "hint: nkeep push -a ACME -u {}  # gives it to servers",
                bank.url
            ),
        ],
    );
    bank.with(|kept| kept.accounts.clear());
    let text = ends(home, &bank.url, &["pull", "-A"], 1);
    has(
        &text,
        &["error: no server has an account of operator \"ACME\""],
    );
}

#[test]
fn what_is_newer_here_stays() {
    let folder = live_estate();
    let home = folder.path();
    let bank = bank(home);
    live_at(home, &["edit", "account", "ACME", "--conns", "9"]);
    let before = token(home, "ACME");
    let text = ends(home, &bank.url, &["pull", "-A"], 0);
    has(
        &text,
        &[
            " is older on servers, signed ",
            ": what is here stays\n",
            &format!("next: nkeep push -a ACME -u {}\n", bank.url),
        ],
    );
    assert_eq!(token(home, "ACME"), before);
    let text = ends(home, &bank.url, &["pull", "-A", "-F"], 0);
    has(
        &text,
        &["in place of a newer one", "limits.conn: -1, was 9"],
    );
    assert_ne!(token(home, "ACME"), before);
    // What is signed next is later than what was given up.
    live_at(home, &["edit", "account", "ACME", "--conns", "8"]);
    let issued = |text: &str| {
        let file = home.join("token.jwt");
        std::fs::write(&file, text).unwrap();
        json(home, &["describe", "jwt", "token.jwt"])["iat"]
            .as_i64()
            .unwrap()
    };
    assert!(issued(&token(home, "ACME")) > issued(&before));
}

/// Tokens of one second, people who are revoked, deleted accounts, clocks that are ahead.
#[test]
fn what_is_in_the_way_is_listed_and_stays() {
    let folder = live_estate();
    let home = folder.path();
    for account in ["AHEAD", "GONE", "REVOKED", "TWIN"] {
        live_at(home, &["add", "account", account]);
    }
    live_at(home, &["add", "user", "u", "-a", "REVOKED"]);
    let other = copy_of(home);
    let theirs = other.path();
    let later = now() + 20;
    in_a_second(home, later, &["edit", "account", "TWIN", "--tag", "here"]);
    in_a_second(
        theirs,
        later,
        &["edit", "account", "TWIN", "--tag", "there"],
    );
    live_at(
        home,
        &["revocations", "add-user", "-a", "REVOKED", "-n", "u"],
    );
    in_a_second(
        theirs,
        later,
        &["edit", "account", "REVOKED", "--tag", "there"],
    );
    let gone = key(home, "GONE");
    live_at(home, &["delete", "account", "GONE", "--force"]);
    let year = now() + 365 * 86_400;
    in_a_second(
        theirs,
        year,
        &["edit", "account", "AHEAD", "--tag", "there"],
    );
    let bank = Bank::start();
    bank.with(|kept| {
        kept.operator = operator(theirs);
        for account in ["ACME", "AHEAD", "GONE", "REVOKED", "SYS", "TWIN"] {
            kept.accounts
                .insert(key(theirs, account), token(theirs, account));
        }
    });
    let tokens = || ["AHEAD", "REVOKED", "TWIN"].map(|account| token(home, account));
    let before = tokens();
    let text = ends(home, &bank.url, &["pull", "-A"], 7);
    has(
        &text,
        &[
            "it was signed in the same second as what is here",
            "it lets in again user U",
            "it was signed by a clock that was ahead",
            "error: 3 accounts on servers are not taken",
        ],
    );
    assert_eq!(tokens(), before);
    // One that is named comes back, and whoever was revoked there is not let in unasked; no server deletes anything.
    let text = ends(home, &bank.url, &["pull", "-a", &gone], 7);
    has(&text, &["is not taken: it lets in again everybody"]);
    assert!(!text.contains("--account-removal"), "{text}");
}

#[test]
fn what_is_not_the_operators_word_is_shown_and_not_taken() {
    let folder = live_estate();
    let home = folder.path();
    let other = live_estate();
    let (foreign, theirs) = (key(other.path(), "ACME"), token(other.path(), "ACME"));
    let bank = bank(home);
    let ours = key(home, "ACME");
    bank.with(|kept| {
        kept.accounts.insert(foreign.clone(), theirs.clone());
        // Of an account that is here there is somebody else's word.
        kept.accounts.insert(ours.clone(), theirs.clone());
    });
    let before = token(home, "ACME");
    let text = ends(home, &bank.url, &["pull", "-A", "-F"], 0);
    has(
        &text,
        &[&format!(
            "account \"ACME\" {ours}: not taken is a token on servers, which cannot be read: it is of {foreign}"
        )],
    );
    let text = ends(home, &bank.url, &["pull", "-a", &foreign, "-F"], 0);
    has(&text, &["1 account of others on servers is not taken: "]);
    assert_eq!(token(home, "ACME"), before);
    let document = document(home, &bank.url, &["pull", "-a", &foreign], 0);
    assert_eq!(document["not_ours"][0]["signed_by"], "foreign");
    let listed = json(home, &["list", "accounts"]);
    assert_eq!(listed["accounts"].as_array().unwrap().len(), 2);
    // Whose server it is is said, and changes nothing.
    bank.with(|kept| kept.operator = operator(other.path()));
    let text = ends(home, &bank.url, &["pull", "-a", "SYS"], 0);
    has(
        &text,
        &[
            "does not keep the accounts of operator \"ACME\" O",
            "1 account is as here",
        ],
    );
}

#[test]
fn what_a_server_says_of_one_account_is_no_obstacle_for_others() {
    let folder = live_estate();
    let home = folder.path();
    let newer = copy_of(home);
    live_at(newer.path(), &["edit", "account", "SYS", "--tag", "later"]);
    let mut long = b"eyJ".to_vec();
    long.resize(2 << 20, b'A');
    for (answer, says) in [
        (
            Reply::words(500, "out of \u{1b}[31mdisk"),
            r"answers 500: out of \u{1b}[31mdisk",
        ),
        (Reply::words(403, ""), "answers 403"),
        (Reply::Http(200, vec![0xff, 0xfe]), "the answer is no text"),
        (Reply::Http(200, long), "the answer is longer than "),
        (
            Reply::Turn(302, "file:///etc/passwd".to_owned()),
            "points to file:///etc/passwd",
        ),
    ] {
        let copy = copy_of(home);
        let home = copy.path();
        let web = of_one(newer.path(), "ACME", answer);
        let text = ends(home, &web.url, &["pull", "-A"], 1);
        has(
            &text,
            &[
                "warning: account \"ACME\": ",
                says,
                "pulled 1 account",
                "error: 1 account taken, and there may be more: account \"ACME\": ",
            ],
        );
        assert!(!text.contains('\u{1b}'), "{text:?}");
        assert_eq!(token(home, "SYS"), token(newer.path(), "SYS"));
    }
    // What is text, and no token.
    let web = of_one(home, "ACME", Reply::words(200, "<html>\u{1b}[2Jno</html>"));
    let before = token(home, "ACME");
    let text = ends(home, &web.url, &["pull", "-A", "-F"], 0);
    has(
        &text,
        &["not taken is a token on servers, which cannot be read"],
    );
    assert!(!text.contains('\u{1b}'), "{text:?}");
    assert_eq!(token(home, "ACME"), before);
}

#[test]
fn a_server_that_turns_is_followed_where_it_is_safe() {
    let folder = live_estate();
    let home = folder.path();
    let other = copy_of(home);
    live_at(other.path(), &["edit", "account", "ACME", "--conns", "9"]);
    let bank = bank(other.path());
    let to = bank.url.clone();
    let web = Web::start(move |request| Reply::Turn(307, format!("{to}{}", request.path)));
    let _ = ends(home, &web.url, &["pull", "-A"], 0);
    assert_eq!(token(home, "ACME"), token(other.path(), "ACME"));
    // Round and round it goes nowhere.
    let web = Web::start(|request| Reply::Turn(302, request.path.clone()));
    let text = ends(home, &web.url, &["pull", "-A"], 1);
    has(&text, &["it is sent about without end"]);
}

#[test]
fn a_server_that_is_away_or_slow_or_no_server_is_an_error() {
    let folder = live_estate();
    let home = folder.path();
    let text = ends(home, "http://127.0.0.1:9", &["pull", "-A"], 1);
    has(
        &text,
        &["error: nothing can be read from http://127.0.0.1:9/operator: connection refused"],
    );
    let web = Web::start(|_| Reply::Bytes(b"SSH-2.0-x\r\n".to_vec()));
    let text = ends(home, &web.url, &["pull", "-A"], 1);
    has(&text, &["error: nothing can be read from "]);
    // One that goes in the middle is not asked for the rest.
    for account in ["A", "B", "C"] {
        live_at(home, &["add", "account", account]);
    }
    let of_operator = operator(home);
    let web = Web::start(move |request| match &*request.path {
        "/operator" => Reply::words(200, &of_operator),
        "/accounts/" => Reply::words(200, ""),
        _ => Reply::Slow(Vec::new(), Duration::from_secs(3)),
    });
    let text = ends(home, &web.url, &["pull", "-A", "--timeout", "1"], 1);
    has(
        &text,
        &[
            "no whole answer within 1 s",
            "4 accounts more were not asked for",
            "error: 0 accounts taken, and there may be more: account ",
        ],
    );
}
