//! `-i` and the terminal: what is shown there, what ends a dialogue, and what is left behind.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::process::Command;

use common::refusal::everything;
use common::talk::{RUN, estate, shell, talked};
use expectrl::Expect as _;
use serde_json::Value;

#[test]
fn json_is_alone_on_stdout() {
    let home = estate();
    let program = env!("CARGO_BIN_EXE_nkeep");
    let line =
        format!("{program} revocations delete-user -a SHOP --json -i > out.json; echo code $?.");
    let mut session = shell(home.path(), &line);
    session.expect("Revoked user").unwrap();
    session.send("\r").unwrap();
    session.expect(RUN).unwrap();
    session.send("\r").unwrap();
    session.expect("code 0.").unwrap();
    let text = std::fs::read_to_string(home.path().join("out.json")).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["kind"], "unrevoked");
}

#[test]
fn without_a_terminal_the_answers_that_are_missing_are_named() {
    let home = estate();
    let run = |args: &[&str]| {
        let output = common::nkeep_at(home.path()).args(args).output().unwrap();
        (
            String::from_utf8(output.stderr).unwrap(),
            output.status.code(),
        )
    };
    let (text, code) = run(&["add", "user", "-a", "ACME", "-i"]);
    assert_eq!(code, Some(2), "{text}");
    assert_eq!(
        text,
        "nkeep: error: there is no terminal to ask at, and without -i there is missing: --name <NAME>\n\
         nkeep: hint: nkeep add user -a ACME --name NAME\n"
    );
    let (text, code) = run(&["add", "mapping", "--to", "b", "-i"]);
    assert_eq!(code, Some(2), "{text}");
    assert!(text.contains("is missing: --from <SUBJECT>\n"), "{text}");
    let (text, code) = run(&["init", "-i"]);
    assert_eq!(code, Some(2), "{text}");
    assert!(text.contains("is missing: --name <NAME>\n"), "{text}");
    assert!(text.ends_with("hint: nkeep init --name NAME\n"), "{text}");
    let (text, code) = run(&["edit", "user", "clerk", "-i"]);
    assert_eq!(code, Some(2), "{text}");
    assert!(text.contains("nkeep edit user --help"), "{text}");
    // Where nothing is, the command says so without -i.
    let (text, code) = run(&["add", "user", "-a", "ACME", "-i", "x y"]);
    assert_eq!(code, Some(2), "{text}");
    assert!(text.contains("-i asks: leave it out\n"), "{text}");
    assert!(
        text.ends_with("hint: nkeep add user -a ACME 'x y'\n"),
        "{text}"
    );
    for args in [
        ["-i", "add", "user", "x", "--no-input"],
        ["--no-input", "list", "users", "-i", "--json"],
    ] {
        let (text, code) = run(&args);
        assert_eq!(code, Some(2), "{text}");
        assert!(text.contains("cannot be used with"), "{text}");
    }
    // Where there is nothing to ask, it does nothing.
    assert_eq!(run(&["-i", "list", "accounts"]), (String::new(), Some(0)));
    let (text, code) = run(&["-i", "describe", "jwt"]);
    assert_eq!(code, Some(2), "{text}");
}

/// Whatever ends the dialogue, the terminal is as it was.
#[test]
fn the_terminal_is_given_back() {
    let home = estate();
    let program = env!("CARGO_BIN_EXE_nkeep");
    // A list hides the cursor, a line does not echo by itself.
    for (args, question) in [
        ("delete user -i", "Account"),
        ("add account -i", "Name of the account"),
    ] {
        for keys in ["\u{3}", "\u{1b}"] {
            let line = format!("stty echo; {program} {args}; echo over; stty -a; echo done");
            let mut session = shell(home.path(), &line);
            session.expect(question).unwrap();
            session.send(keys).unwrap();
            let before = session.expect("over").unwrap();
            let text = String::from_utf8_lossy(before.before()).into_owned();
            let last = text.rfind("\u{1b}[?25");
            assert!(
                last.is_none_or(|at| text[at..].starts_with("\u{1b}[?25h")),
                "{text:?}"
            );
            let after = session.expect("done").unwrap();
            let after = String::from_utf8_lossy(after.before()).into_owned();
            for mode in ["echo", "icanon", "isig"] {
                assert!(
                    after.split_whitespace().any(|word| word == mode),
                    "{mode}: {after}"
                );
            }
        }
    }
}

/// A store may hold words of others: they are shown as what they are, and steer nothing.
#[test]
fn what_the_store_holds_steers_no_terminal() {
    let home = estate();
    let hostile = "\u{1b}[31mred\u{202e}";
    // No command takes such words; a token that somebody else signed may bring them.
    common::validation::account(home.path(), "SHOP", |claims| {
        claims.body.tags.push(hostile.to_owned());
        claims.body.description = hostile.to_owned();
    });
    let args = [
        "edit",
        "account",
        "SHOP",
        "--sk",
        CURVELESS,
        "--rm-sk",
        "x",
        "--conns",
        "1",
        "--leaf-conns",
        "1",
        "--data",
        "1",
        "--exports",
        "1",
        "--imports",
        "1",
        "--payload",
        "1",
        "--subscriptions",
        "1",
        "--wildcard-exports",
        "--disallow-bearer",
        "--start",
        "0",
        "--expiry",
        "0",
        "--tag",
        "x",
        "-i",
    ];
    let talk = [
        ("Set what JetStream", "\r"),
        ("Take away labels", " \r"),
        (
            "What it is, for people; - clears it [\\u{1b}[31mred\\u{202e}]: ",
            "\r",
        ),
        ("Where people read more", "\r"),
        ("Set permissions", "\r"),
        ("Set where message traces", "\r"),
    ];
    let (text, code) = talked(home.path(), &args, &talk, (RUN, "no\r"));
    assert_eq!(code, 1, "{text}");
    assert!(
        !text.contains("\u{1b}[31m") && !text.contains('\u{202e}'),
        "{text:?}"
    );
    assert!(text.contains("[ ] \\u{1b}[31mred"), "{text}");
}

/// An account key that the store has not.
const CURVELESS: &str = "ACEK4HZ2HBPLB3R7NOQR2F5STFKJUPEK6RJULNE5ERNJHU4AGZAPYSXN";

/// Who ends the process from elsewhere, or closes the terminal, ends the dialogue.
#[test]
fn a_signal_ends_a_dialogue_and_gives_the_terminal_back() {
    let home = estate();
    let before = everything(home.path());
    let program = env!("CARGO_BIN_EXE_nkeep");
    for (signal, codes) in [
        ("TERM", [143, 130]),
        ("HUP", [129, 130]),
        ("INT", [130, 130]),
    ] {
        let inner = format!("echo pid $$.; exec {program} delete user -i");
        let line = format!("stty echo; sh -c '{inner}'; echo code $?.; stty -a; echo done");
        let mut session = shell(home.path(), &line);
        session.expect("pid ").unwrap();
        let pid = session.expect(".").unwrap();
        let pid = String::from_utf8(pid.before().to_vec()).unwrap();
        session.expect("> SHOP").unwrap();
        let killed = Command::new("kill")
            .args([&format!("-{signal}"), &pid])
            .status();
        assert!(killed.unwrap().success());
        let after = session.expect("done").unwrap();
        let after = String::from_utf8_lossy(after.before()).into_owned();
        let ended = codes.map(|code| format!("code {code}."));
        assert!(ended.iter().any(|code| after.contains(code)), "{after}");
        assert!(after.contains("\u{1b}[?25h"), "{after:?}");
        assert!(
            after.split_whitespace().any(|mode| mode == "echo"),
            "{after}"
        );
    }
    assert_eq!(everything(home.path()), before);
}

/// As without -i: the first operator makes the store, and the identity where its file is not there.
#[test]
fn the_first_operator_makes_the_store_when_it_is_asked_for_too() {
    let home = common::scratch();
    let home = home.path();
    let program = env!("CARGO_BIN_EXE_nkeep");
    let line = format!("NKEEP_IDENTITY=fresh.txt {program} -i add operator; echo code $?.");
    let mut session = shell(home, &line);
    for (question, keys) in [
        ("Name of the operator: ", "OPX\r"),
        ("Valid from", "\r"),
        ("Valid until", "\r"),
        ("system account with a user, too [yes]", "\r"),
        ("Make a signing key, too [yes]", "\r"),
        ("Identity key", "\r"),
        ("Labels", "\r"),
        (RUN, "\r"),
    ] {
        session.expect(question).unwrap();
        session.send(keys).unwrap();
    }
    session.expect("code 0.").unwrap();
    assert!(home.join("fresh.txt").exists());
    let described = ["--identity", "fresh.txt", "describe", "operator", "OPX"];
    common::at_home(home, &described);
}
