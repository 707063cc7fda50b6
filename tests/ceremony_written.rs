//! Where the files of a ceremony go: what cannot be written is refused before anything is done, and what fails later leaves no half
//! of it.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::at_home;
use common::ceremonies::{SERVICE, Two, sign_at};
use common::refusal::{json, refused, run, said};

/// Names of files that cannot be written, and why.
const NOWHERE: [(&[&str], &str); 5] = [
    (&["-o", "nowhere/b"], "nowhere is no folder"),
    (
        &["-o", "b", "--svg", "nowhere/b.svg"],
        "nowhere is no folder",
    ),
    (&["-o", "there"], "there exists"),
    (&["-o", "b", "--svg", "there.svg"], "there.svg exists"),
    (&["-o", "b", "--svg", "many.svg"], "many-2.svg exists"),
];

#[test]
fn what_cannot_be_written_is_refused_before_anything_is_done() {
    let two = Two::new();
    let asked = two.ask("a.nreq", &SERVICE);
    at_home(two.root(), &["nkey", "gen", "user", "--out", "ada.nk"]);
    for home in [two.root(), two.working()] {
        for name in ["there", "there.svg", "many-2.svg"] {
            std::fs::write(home.join(name), "something else").unwrap();
        }
    }
    let hash = asked["sha256"].as_str().unwrap();
    let sign = ["ceremony", "sign", "a.nreq"];
    let approve = ["ceremony", "approve", "a.nreq", "-K", "./ada.nk"];
    let approve = [&approve[..], &["--expect-request", hash]].concat();
    let request = ["ceremony", "request", "--reason", "b"];
    let command = ["edit", "operator", "--sk", "generate"];
    for (more, says) in NOWHERE {
        for first in [&sign[..], &approve] {
            let why = refused(two.root(), &[first, more].concat(), 1, says);
            assert!(why.contains("hint: "), "{why}");
        }
        let request = [&request[..], more, &command].concat();
        let why = refused(two.working(), &request, 1, says);
        assert!(why.contains("hint: "), "{why}");
    }
    let one_name = [&sign[..], &["-o", "b", "--svg", "b"]].concat();
    refused(two.root(), &one_name, 2, "one name");
}

#[test]
fn a_request_that_cannot_be_written_after_all_is_dropped_and_leaves_no_file() {
    let two = Two::new();
    // No folder takes a name as long as that.
    let svg = format!("{}.svg", "x".repeat(300));
    let request = ["ceremony", "request", "-o", "a.nreq", "--svg", &svg];
    let output = run(two.working(), &[&request[..], &SERVICE].concat());
    let why = said(&output);
    assert_eq!(output.status.code(), Some(1), "{why}");
    assert!(why.contains("hint: nkeep ceremony request"), "{why}");
    assert!(why.contains("this request was dropped"), "{why}");
    assert!(!two.working().join("a.nreq").exists());
    let list = json(two.working(), &["ceremony", "list"]);
    assert_eq!(list["requests"][0]["state"], "dropped", "{list}");
}

#[test]
fn an_answer_that_cannot_be_written_after_all_is_given_once_more() {
    let two = Two::new();
    two.ask("a.nreq", &SERVICE);
    let svg = format!("{}.svg", "x".repeat(300));
    let (text, code) = sign_at(two.root(), "a.nreq", "a.nresp", &["--svg", &svg]);
    assert_eq!(code, 1, "{text}");
    assert!(text.contains("the answer is given once more"), "{text}");
    assert!(!two.root().join("a.nresp").exists());
    // Nobody has to type anything.
    at_home(two.root(), &["ceremony", "sign", "a.nreq", "-o", "a.nresp"]);
    std::fs::copy(two.root().join("a.nresp"), two.working().join("a.nresp")).unwrap();
    two.import("a.nresp");
}
