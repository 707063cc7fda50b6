//! `-i`: whole dialogues come to the same as the flags, and one that is broken off comes to nothing.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::process::Command;

use common::dialogues::{CASES, Case};
use common::refusal::everything;
use common::talk::{RUN, estate, shown_line, talked};
use serde_json::Value;

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

/// What there may be none of is cleared with a dash, and the prompt says so.
#[test]
fn a_dash_clears_what_there_may_be_none_of() {
    let home = estate();
    let home = home.path();
    for line in [
        "edit account SHOP --description Shop --info-url https://shop.example.com --data 5 --trace-context-subject t",
        "edit account SHOP --allow-pub-response=3 --expiry 1y",
        "edit operator --account-jwt-server-url nats://a:4222",
    ] {
        common::line(home, line);
    }
    let claims = |path: &[&str]| -> Value {
        serde_json::from_str(&common::at_home(home, &[path, &["--json"]].concat())).unwrap()
    };
    let jetstream_no = ("Set what JetStream may use [no]: ", "\r");
    let talk = [
        ("Signing keys to add", "\r"),
        ("Signing keys to take away", "\r"),
        ("Most connections", "\r"),
        ("leaf nodes", "\r"),
        ("-1 is no limit [5]: ", "-1\r"),
        ("Most exports", "\r"),
        ("Most imports", "\r"),
        ("Most bytes of one message", "\r"),
        ("Most subscriptions", "\r"),
        ("wildcards", "\r"),
        ("bearer", "\r"),
        jetstream_no,
        ("Valid from", "\r"),
        ("0 is for ever [", "0\r"),
        ("Labels to add", "\r"),
        ("Take away labels", "\r"),
        ("for people; - clears it [Shop]: ", "-\r"),
        ("read more; - clears it [https://shop.example.com]: ", "-\r"),
        ("Set permissions", "yes\r"),
        ("be published to", "\r"),
        ("be subscribed to", "\r"),
        ("not be published to", "\r"),
        ("not be subscribed to", "\r"),
        ("without limit; - clears it [3]: ", "-\r"),
        ("Set where message traces go", "yes\r"),
        ("traces go to; - clears it [t]: ", "-\r"),
    ];
    let args = ["edit", "account", "SHOP", "-i"];
    let (text, code) = talked(home, &args, &talk, (RUN, "\r"));
    assert_eq!(code, 0, "{text}");
    assert_eq!(
        shown_line(&text).1,
        "nkeep edit account SHOP --data=-1 --expiry 0 --description='' --info-url='' \
         --rm-response-perms --trace-context-subject=''"
    );
    let account = claims(&["describe", "account", "SHOP"]);
    let nats = &account["nats"];
    assert_eq!(nats["limits"]["data"], -1);
    for gone in [
        &account["exp"],
        &nats["description"],
        &nats["info_url"],
        &nats["trace"],
        &nats["default_permissions"]["resp"],
    ] {
        assert!(gone.is_null(), "{account}");
    }

    let talk = [
        ("Valid from", "\r"),
        ("Valid until", "\r"),
        ("Labels to add", "\r"),
        ("Take away labels", "\r"),
        ("pushed to; - clears it [nats://a:4222]: ", "-\r"),
        ("URLs to add", "\r"),
        ("Take away where clients connect", "\r"),
        ("Set the system account", "\r"),
        ("Signing keys to add", "\r"),
        ("Signing key to take away", "\r"),
        ("Identity keys may sign nothing", "\r"),
    ];
    let (text, code) = talked(home, &["edit", "operator", "-i"], &talk, (RUN, "\r"));
    assert_eq!(code, 0, "{text}");
    assert_eq!(
        shown_line(&text).1,
        "nkeep edit operator --rm-account-jwt-server-url"
    );
    let operator = claims(&["describe", "operator"]);
    assert!(
        operator["nats"]["account_server_url"].is_null(),
        "{operator}"
    );
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
        ("Account (type to search)", "nt17"),
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
