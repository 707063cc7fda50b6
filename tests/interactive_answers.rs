//! `-i`: an answer that cannot be is refused at its question, and answers that change nothing are told apart from none.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::refusal::everything;
use common::talk::{RUN, estate, shown_line, talked};
use common::terminal::{at_terminal, exit_code};
use expectrl::{Eof, Expect as _};

#[test]
fn what_only_the_store_or_the_clock_knows_is_asked_again_at_once() {
    let home = estate();
    let taken = common::at_home(
        home.path(),
        &["describe", "user", "clerk", "-a", "SHOP", "-F", "sub"],
    );
    let taken = format!("{}\r", taken.trim().trim_matches('"'));
    let talk = [
        ("Public key of the user", "UXX\r"),
        ("\"UXX\" is no key", ""),
        ("Public key of the user", "missing.nk\r"),
        ("cannot read missing.nk", ""),
        ("Public key of the user", &taken),
        ("it is the key of user \"clerk\"", ""),
        ("Public key of the user", "\r"),
        ("Valid from", "2027-01-01\r"),
        ("Valid until", "-3d\r"),
        ("the expiry is not after", ""),
        ("Valid until", "2026-12-31\r"),
        ("the expiry is not after", ""),
        ("Valid until", "2027-01-02\r"),
        ("Labels", "\r"),
        ("Let whoever has the token in", "\r"),
        ("Networks", "\r"),
        ("Set permissions [no]: ", "\r"),
    ];
    let args = ["add", "user", "-a", "ACME", "-n", "zz", "-i"];
    let (text, code) = talked(home.path(), &args, &talk, (RUN, "\r"));
    assert_eq!(code, 0, "{text}");
    assert_eq!(
        shown_line(&text).1,
        "nkeep add user -a ACME -n zz --start 2027-01-01 --expiry 2027-01-02",
        "{text}"
    );
}

#[test]
fn a_signing_key_that_is_none_is_asked_again_at_once() {
    let home = estate();
    let user = ["generate", "nkey", "--user", "--out", "other.nk"];
    common::at_home(home.path(), &user);
    let talk = [
        ("Signing keys to add", "generate,nonsense\r"),
        ("\"nonsense\" is no key", ""),
        ("Signing keys to add", "other.nk\r"),
        ("cannot be used: it is a user key", ""),
        ("Signing keys to add", "generate\r"),
        ("Signing keys to take away", "\u{3}"),
    ];
    let args = ["edit", "account", "SHOP", "-i"];
    let (text, code) = talked(home.path(), &args, &talk[..5], talk[5]);
    assert_eq!(code, 130, "{text}");
}

/// What is wrong with a flag that was typed no answer mends.
#[test]
fn a_flag_that_cannot_be_ends_the_dialogue_before_the_next_question() {
    let home = estate();
    let args = [
        "add",
        "user",
        "-a",
        "ACME",
        "-n",
        "zz",
        "--public-key",
        "UXX",
        "-i",
    ];
    let mut session = at_terminal(home.path(), &args);
    let text = session.expect(Eof).unwrap();
    let text = String::from_utf8_lossy(text.as_bytes()).into_owned();
    assert!(text.contains("\"UXX\" is no key"), "{text}");
    assert!(!text.contains("Valid from"), "{text}");
    assert_eq!(exit_code(&session), 2);
}

#[test]
fn where_a_store_is_nothing_is_asked_to_make_one() {
    let home = estate();
    let mut session = at_terminal(home.path(), &["init", "-i"]);
    let text = session.expect(Eof).unwrap();
    let text = String::from_utf8_lossy(text.as_bytes()).into_owned();
    assert!(!text.contains("Name of the operator"), "{text}");
    assert!(
        text.contains("there is a store already") || text.contains("exists"),
        "{text}"
    );
    assert_ne!(exit_code(&session), 0);
}

#[test]
fn an_account_and_a_user_that_are_left_as_they_are_are_not_edited() {
    let home = estate();
    let before = everything(home.path());
    let account = [
        "Account:",
        "Signing keys to add",
        "Signing keys to take away",
        "Most connections",
        "leaf nodes",
        "Most bytes in all",
        "Most exports",
        "Most imports",
        "Most bytes of one message",
        "Most subscriptions",
        "wildcards [yes]: ",
        "bearer [no]: ",
        "Set what JetStream may use [no]: ",
        "Valid from",
        "Valid until",
        "Labels to add to eu, prod",
        "Take away labels",
        "What it is, for people",
        "Where people read more",
        "Set permissions",
        "Set where message traces go",
    ];
    let user = [
        "Account:",
        "User:",
        "Key that signs:",
        "Most bytes of one message",
        "Set other limits [no]: ",
        "Set permissions [no]: ",
        "Valid from",
        "Valid until",
        "Labels to add to desk",
        "Take away labels",
    ];
    for (what, questions) in [("account", &account[..]), ("user", &user)] {
        let talk: Vec<_> = questions.iter().map(|question| (*question, "\r")).collect();
        let (last, talk) = talk.split_last().unwrap();
        let (text, code) = talked(home.path(), &["edit", what, "-i"], talk, *last);
        assert_eq!(code, 1, "{text}");
        assert!(text.contains("nothing was changed: every answer"), "{text}");
        assert!(!text.contains(RUN), "{text}");
        assert_eq!(everything(home.path()), before);
    }
}
