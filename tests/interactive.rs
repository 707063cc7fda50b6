//! `-i`: whole dialogues come to the same as the flags, and one that is broken off comes to nothing.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::path::Path;
use std::process::Command;

use common::dialogues::{CASES, Case};
use common::refusal::everything;
use common::terminal::{at_terminal, exit_code};
use expectrl::{Eof, Expect as _};
use serde_json::Value;

const RUN: &str = "Run it [";

/// Accounts ACME and SHOP with all that can be edited.
fn estate() -> tempfile::TempDir {
    let home = common::estate();
    for line in [
        "add account SHOP",
        "add user clerk -a SHOP --allow-pub orders.new --tag desk",
        "add export -a ACME -s prices.>",
        "add export -a ACME -n quote -s quote.* --service --latency times --sampling 25",
        "add export -a ACME -s orders.> --private",
        "add import -a SHOP --src-account ACME --remote-subject prices.>",
        "add mapping -a SHOP --from a --to b",
        "edit account SHOP --tag eu,prod",
        "edit signing-key --sk generate --role reader -a SHOP --allow-sub news",
        "revocations add-user -u UCVKH7WUWDYUXITU7KSYG7DYV3AO5H42WXFGNOL3IIA3Q5PWVCLMUQ6H -a SHOP",
        "edit operator --service-url nats://b:4222 --tag old",
        "revocations add-activation -a ACME -s orders.> -t SHOP",
        "generate activation -a ACME -s orders.> -t SHOP -o leave.jwt",
        "select account SHOP",
    ] {
        let words: Vec<&str> = line.split(' ').collect();
        common::at_home(home.path(), &words);
    }
    home
}

fn copied(home: &Path) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    let status = Command::new("cp")
        .arg("-a")
        .arg(home.join("."))
        .arg(copy.path())
        .status();
    assert!(status.unwrap().success());
    copy
}

/// Answers in turn, then types that; what was printed, and the exit code.
fn talked(home: &Path, args: &[&str], talk: &[(&str, &str)], last: (&str, &str)) -> (String, i32) {
    let mut session = at_terminal(home, args);
    let mut text = String::new();
    for (question, keys) in talk.iter().chain([&last]) {
        let found = session.expect(*question).unwrap_or_else(|error| {
            panic!("{args:?} does not ask {question:?}: {error} after {text}")
        });
        text.push_str(&String::from_utf8_lossy(found.before()));
        text.push_str(question);
        session.send(*keys).unwrap();
    }
    let rest = session.expect(Eof).unwrap();
    text.push_str(&String::from_utf8_lossy(rest.as_bytes()));
    (text, exit_code(&session))
}

/// A shell at a terminal that runs that line.
fn shell(home: &Path, line: &str) -> expectrl::session::OsSession {
    let mut shell = Command::new("sh");
    shell.args(["-c", line]).current_dir(home).env_clear();
    let plain = common::nkeep_at(home);
    shell.envs(
        plain
            .get_envs()
            .filter_map(|(name, value)| Some((name, value?))),
    );
    shell.env("PATH", "/usr/bin:/bin");
    let mut session = expectrl::Session::spawn(shell).unwrap();
    session.set_expect_timeout(Some(std::time::Duration::from_secs(20)));
    session
}

fn interactive(case: &Case) -> Vec<&'static str> {
    [case.typed, &["-i"]].concat()
}

/// The claims that came of it, keys that are new in them called so.
fn outcome(home: &Path, known: &str, shown: &[&str]) -> Value {
    fn scrubbed(value: &mut Value, known: &str) {
        match value {
            Value::String(text) if text.len() == 56 && !known.contains(text.as_str()) => {
                *text = "new".to_owned();
            }
            Value::Array(items) => {
                items.iter_mut().for_each(|item| scrubbed(item, known));
                // They may stand in the order of keys.
                items.sort_by_key(Value::to_string);
            }
            Value::Object(fields) => {
                let before = std::mem::take(fields);
                for (name, mut value) in before {
                    scrubbed(&mut value, known);
                    let is_new = name.len() == 56 && !known.contains(&name);
                    let name = if is_new { "new".to_owned() } else { name };
                    if !["jti", "token"].contains(&name.as_str()) {
                        fields.insert(name, value);
                    }
                }
            }
            _ => {}
        }
    }
    let text = common::at_home(home, &[shown, &["--json"]].concat());
    let mut value = serde_json::from_str(&text).unwrap();
    scrubbed(&mut value, known);
    value
}

/// The command that is shown, and the same with every key called KEY.
fn shown_line(text: &str) -> (String, String) {
    let line = text.lines().find(|line| line.starts_with("  nkeep "));
    let line = line
        .unwrap_or_else(|| panic!("no command in {text}"))
        .trim()
        .to_owned();
    let word = |word: &str| if word.len() == 56 { "KEY" } else { word }.to_owned();
    let words: Vec<String> = line.split(' ').map(word).collect();
    (line, words.join(" "))
}

#[test]
fn a_dialogue_comes_to_what_its_flags_come_to() {
    let origin = estate();
    let known = common::at_home(origin.path(), &["list", "keys", "--json"]);
    let before = everything(origin.path());
    for case in CASES {
        let (asked, typed) = (copied(origin.path()), copied(origin.path()));
        let (text, code) = talked(asked.path(), &interactive(case), case.talk, (RUN, "yes\r"));
        assert_eq!(code, 0, "{}: {text}", case.line);
        let (line, named) = shown_line(&text);
        assert_eq!(named, case.line, "{text}");
        let mut command = Command::new("sh");
        command.args([
            "-c",
            &line.replacen("nkeep", env!("CARGO_BIN_EXE_nkeep"), 1),
        ]);
        command.current_dir(typed.path()).env_clear();
        let plain = common::nkeep_at(typed.path());
        command.envs(
            plain
                .get_envs()
                .filter_map(|(name, value)| Some((name, value?))),
        );
        let output = command.output().unwrap();
        assert!(output.status.success(), "{line}: {output:?}");
        let shown = |home: &Path| outcome(home, &known, case.shown);
        assert_eq!(shown(asked.path()), shown(typed.path()), "{line}");
        assert_ne!(everything(asked.path()), before, "{line}");
    }
}

#[test]
fn whoever_breaks_off_changes_nothing() {
    let home = estate();
    let home = home.path();
    let before = everything(home);
    for case in CASES {
        let args = interactive(case);
        let talk = case.talk;
        let broken = |count: usize, keys: &str, code: i32, says: &str| {
            let last = talk.get(count).map_or(RUN, |(question, _)| question);
            let (text, found) = talked(home, &args, &talk[..count], (last, keys));
            assert_eq!(found, code, "{args:?}: {text}");
            assert!(text.contains(says), "{args:?}: {text}");
            assert!(text.contains("nothing was changed"), "{args:?}: {text}");
        };
        for count in [0, talk.len() / 2, talk.len()] {
            broken(count, "\u{3}", 130, "interrupted");
        }
        broken(talk.len() / 2, "\u{1b}", 1, "cancelled");
        broken(talk.len(), "\u{4}", 130, "interrupted");
        broken(talk.len(), "no\r", 1, "cancelled");
        assert_eq!(everything(home), before, "{args:?}");
    }
}

#[test]
fn a_bad_answer_is_refused_for_its_reason_and_asked_again() {
    let home = estate();
    let talk = [
        ("Name of the user: ", "a/b\r"),
        ("it cannot be a name", ""),
        ("Name of the user: ", "acme\r"),
        ("there is \"ACME\" already", ""),
        ("Name of the user: ", "\r"),
        ("it is needed", ""),
        // A letter is taken back, and a whole line.
        ("Name of the user: ", "wrong\u{15}vesna\u{f6}\u{7f}\r"),
        (
            "Public key of the user",
            "SUACSSL3UAHUDXKFSNVUZRF5UHPMWZ6BFDTJ7M6USDXIEDNPPQYYYCU3VY\r",
        ),
        ("it is a seed", ""),
        ("Public key of the user", "\r"),
        ("Valid from", "soon\r"),
        ("it is neither a day", ""),
        ("Valid from", "\r"),
        ("Valid until", "\r"),
        ("Labels", "\r"),
        ("Let whoever has the token in", "perhaps\r"),
        ("it is neither yes nor no", ""),
        ("Let whoever has the token in", "\r"),
        ("Networks", "\r"),
        ("Set permissions [no]: ", "\r"),
    ];
    let args = ["add", "user", "-a", "ACME", "-i"];
    let (text, code) = talked(home.path(), &args, &talk, (RUN, "\r"));
    assert_eq!(code, 0, "{text}");
    assert_eq!(
        shown_line(&text).1,
        "nkeep add user -a ACME --name vesna",
        "{text}"
    );
    common::at_home(home.path(), &["describe", "user", "vesna", "-a", "ACME"]);
}

#[test]
fn what_is_given_is_not_asked() {
    let home = estate();
    let args = [
        "edit",
        "user",
        "clerk",
        "-a",
        "SHOP",
        "--payload",
        "5",
        "--start",
        "0",
        "--expiry",
        "1y",
        "--tag",
        "x",
        "--rm-tag",
        "desk",
        "-K",
        "reader",
        "--interactive",
    ];
    let talk = [("Set other limits", "\r"), ("Set permissions", "\r")];
    let (text, code) = talked(home.path(), &args, &talk, (RUN, "no\r"));
    assert_eq!(code, 1, "{text}");
    let (line, _) = shown_line(&text);
    let typed = args[..args.len() - 1].join(" ");
    assert_eq!(line, format!("nkeep {typed}"));
}

#[test]
fn an_edit_that_leaves_all_as_it_is_is_none() {
    let home = estate();
    let before = everything(home.path());
    let questions = [
        "Type",
        "Name",
        "Private: for accounts",
        "What it is",
        "Where people read",
        "Key that signs",
    ];
    let mut talk = vec![("Export", "\r")];
    talk.extend(questions[..4].iter().map(|question| (*question, "\r")));
    let args = ["edit", "export", "-a", "ACME", "-i"];
    let (text, code) = talked(home.path(), &args, &talk, (questions[4], "\r"));
    assert_eq!(code, 1, "{text}");
    assert!(text.contains("nothing was changed: every answer"), "{text}");
    assert_eq!(everything(home.path()), before);
}

/// A key that is made is a change, wherever a key is named.
#[test]
fn a_signing_key_alone_is_an_edit() {
    let home = estate();
    let talk = [
        ("Valid from", "\r"),
        ("Valid until", "\r"),
        ("Labels to add", "\r"),
        ("Take away labels", "\r"),
        ("Where accounts are pushed to", "\r"),
        ("URLs to add", "\r"),
        ("Take away where clients connect", "\r"),
        ("Set the system account", "\r"),
        ("Signing keys to add", "generate\r"),
        ("Signing key to take away", "\r"),
        ("Identity keys may sign nothing", "\r"),
    ];
    let (text, code) = talked(home.path(), &["edit", "operator", "-i"], &talk, (RUN, "\r"));
    assert_eq!(code, 0, "{text}");
    assert_eq!(shown_line(&text).1, "nkeep edit operator --sk generate");
    let operator = common::at_home(home.path(), &["describe", "operator", "--json"]);
    let operator: Value = serde_json::from_str(&operator).unwrap();
    assert_eq!(
        operator["nats"]["signing_keys"].as_array().unwrap().len(),
        2
    );
}

#[test]
fn a_list_of_many_is_searched() {
    let home = common::estate();
    for number in 0..20 {
        let name = format!("TENANT{number}");
        common::at_home(home.path(), &["add", "account", &name]);
    }
    let talk = [
        ("Account (type to search):", "nt17"),
        ("nt17", "\r"),
        ("Its new name", "MOVED\r"),
    ];
    let (text, code) = talked(
        home.path(),
        &["rename", "account", "-i"],
        &talk,
        (RUN, "\r"),
    );
    assert_eq!(code, 0, "{text}");
    assert_eq!(
        shown_line(&text).1,
        "nkeep rename account TENANT17 MOVED",
        "{text}"
    );
}

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
fn without_a_terminal_the_flags_are_named() {
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
    assert!(
        text.contains("--name") && text.contains("--allow-pub"),
        "{text}"
    );
    assert!(!text.contains("--account"), "{text}");
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
    for flag in ["--tag", "--description"] {
        common::at_home(home.path(), &["edit", "account", "SHOP", flag, hostile]);
    }
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
        ("What it is, for people [\\u{1b}[31mred\\u{202e}]: ", "\r"),
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

#[test]
fn a_store_is_made_by_answers() {
    let home = tempfile::tempdir().unwrap();
    let talk = [
        ("Name of the operator", "../x\r"),
        ("it cannot be a name", ""),
        ("Name of the operator", "ACME\r"),
        (
            "Where clients connect [nats://localhost:4222]: ",
            "tls://nats.example.com:4222\r",
        ),
        ("File for a new identity", "id.txt\r"),
    ];
    for (keys, code) in [("no\r", 1), ("\u{3}", 130)] {
        let (text, found) = talked(home.path(), &["init", "-i"], &talk, (RUN, keys));
        assert_eq!(found, code, "{text}");
        assert!(everything(home.path()).is_empty(), "{text}");
    }
    let (text, code) = talked(home.path(), &["init", "-i"], &talk, (RUN, "\r"));
    assert_eq!(code, 0, "{text}");
    let line = "nkeep init --name ACME --url tls://nats.example.com:4222 --new-identity id.txt";
    assert_eq!(shown_line(&text).1, line);
    let operator = common::at_home(home.path(), &["describe", "operator", "--json"]);
    assert!(
        operator.contains("tls://nats.example.com:4222"),
        "{operator}"
    );
}
