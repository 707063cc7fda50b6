//! `push` to servers that are made up: what makes no sense is believed by nobody, and everybody is told what happened.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::time::Duration;

use common::refusal::said;
use common::wire::{Fake, GARBAGE, Honest, Says, document, fails, push};
use common::{interrupt, live, live_at, live_estate};
use serde_json::{Value, json};

#[test]
fn what_makes_no_sense_is_believed_by_nobody() {
    let folder = live_estate();
    let home = folder.path();
    for body in GARBAGE {
        let server = Fake::saying(body);
        let text = fails(home, &server.url, &[], 1, &["error: "]);
        assert!(!text.contains("pushed"), "{text}");
    }
    // Who tells two stories of itself.
    let honest = Honest::of(home);
    let server = Fake::start(move |question| {
        let mut says = honest.describes(question).unwrap_or_default();
        if question.subject.ends_with("VARZ") {
            let other =
                json!({ "server": honest.itself(), "data": { "system_account": "AOTHER" } });
            says.push(Says::json(&other));
            says.swap(0, 1);
        } else {
            std::thread::sleep(Duration::from_millis(100));
            says.clear();
        }
        says
    });
    fails(
        home,
        &server.url,
        &[],
        1,
        &["two servers answer, and both are \"FAKE\""],
    );
    // Who trusts anything, and then makes no sense.
    for body in GARBAGE {
        let server = Fake::described_and_saying(home, body);
        let output = push(home, &server.url, &["--json"]);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let document = document(&output);
        assert_eq!(document["failed"], 2, "{document}");
        assert_eq!(document["unreadable_answers"], 2, "{document}");
    }
}

#[test]
fn what_servers_say_that_they_have_is_compared() {
    let folder = live_estate();
    let home = folder.path();
    let honest = Honest::of(home);
    let server = Fake::start(move |question| {
        if let Some(says) = honest.describes(question) {
            return says;
        }
        if question.subject.ends_with("UPDATE") {
            return vec![Says::json(&honest.takes(question))];
        }
        vec![Says::Answer(b"something else".to_vec())]
    });
    fails(
        home,
        &server.url,
        &[],
        1,
        &[
            "1 server has something else afterwards",
            "2 of 2 accounts did not come to every server",
        ],
    );
}

#[test]
fn whoever_was_not_asked_whom_it_trusts_is_named() {
    let folder = live_estate();
    let home = folder.path();
    let honest = Honest::of(home);
    let mut stranger = Honest::of(home);
    stranger.id = "STRANGER\u{1b}[2J";
    let server = Fake::start(move |question| {
        if let Some(says) = honest.describes(question) {
            return says;
        }
        if question.subject.ends_with("UPDATE") {
            return vec![
                Says::json(&stranger.takes(question)),
                Says::json(&honest.takes(question)),
                Says::json(&honest.takes(question)),
            ];
        }
        // No keeper.
        vec![]
    });
    let text = fails(
        home,
        &server.url,
        &[],
        1,
        &["STRANGER", "had not said whom it trusts"],
    );
    assert!(!text.contains('\u{1b}'), "{text:?}");
}

#[test]
fn a_long_reason_is_cut_and_shown_without_control() {
    let folder = live_estate();
    let home = folder.path();
    let honest = Honest::of(home);
    let server = Fake::start(move |question| {
        if let Some(says) = honest.describes(question) {
            return says;
        }
        let reason = format!("\u{1b}[31mno\nnkeep: pushed {}", "x".repeat(100_000));
        vec![Says::json(&json!({
            "server": honest.itself(), "error": { "account": "n/a", "code": 500, "description": reason },
        }))]
    });
    let text = fails(home, &server.url, &[], 1, &["server \"fake\" refuses: "]);
    assert!(!text.contains('\u{1b}'), "{text:?}");
    assert!(!text.contains("\nnkeep: pushed"), "{text}");
    assert!(text.len() < 2_000, "{text}");
}

#[test]
fn whoever_talks_without_end_is_not_listened_to() {
    let folder = live_estate();
    let home = folder.path();
    let honest = Honest::of(home);
    // Many answers of one server, and it is no more than one.
    let server = Fake::start(move |question| match honest.describes(question) {
        Some(says) => vec![says[0].clone(); 20_000],
        None if question.subject.ends_with("UPDATE") => {
            vec![Says::json(&honest.takes(question)); 1_000]
        }
        None => vec![],
    });
    let output = push(home, &server.url, &["--json"]);
    assert_eq!(document(&output)["servers"].as_array().unwrap().len(), 1);
    // A message that never ends, and one that nobody would send.
    for line in [
        "MSG _INBOX.x 1 99999999999999\r\nabc",
        "MSG _INBOX.x 1 18446744073709551615\r\n",
        "MSG _INBOX.x 1 abc\r\n",
        "-ERR\r\n",
        "nonsense\r\n",
    ] {
        let server = Fake::start(move |_| vec![Says::Bytes(line.as_bytes().to_vec())]);
        fails(home, &server.url, &[], 1, &["error: "]);
    }
    for greeting in [
        &b"-ERR\r\n"[..],
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b"INFO {}\r\nINFO x\r\n",
        b"\xff\xff\r\n",
    ] {
        let server = Fake::greeting(greeting, |_| vec![]);
        fails(home, &server.url, &[], 1, &["error: "]);
    }
}

/// Whoever has had enough hears how far it came.
#[test]
fn an_interrupted_push_says_what_was_done() {
    let folder = live_estate();
    let home = folder.path();
    let honest = Honest::of(home);
    // The first account comes through, the second one never.
    let system = live_at(home, &["describe", "account", "SYS", "--json"]);
    let system: Value = serde_json::from_str(&system).unwrap();
    let system = system["sub"].as_str().unwrap().to_owned();
    let token = live_at(home, &["describe", "account", "SYS", "--raw"]);
    let (tell, told) = std::sync::mpsc::channel();
    let server = Fake::start(move |question| {
        if let Some(says) = honest.describes(question) {
            return says;
        }
        if !question.subject.ends_with("UPDATE") {
            return vec![Says::Answer(token.trim().as_bytes().to_vec())];
        }
        if !question.subject.contains(&system) {
            tell.send(()).unwrap();
            return vec![];
        }
        vec![Says::json(&honest.takes(question))]
    });
    let child = live(home)
        .args(["push", "-A", "--timeout", "60", "-u", &server.url])
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    told.recv().unwrap();
    std::thread::sleep(Duration::from_millis(500));
    interrupt(&child);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "{output:?}");
    let text = said(&output);
    assert!(
        text.contains("error: 1 of 2 accounts came to every server: interrupted"),
        "{text}"
    );
}
