//! A rehearsal goes through all that a ceremony does, and nothing of it is of use anywhere else.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::ceremonies::{Two, by_the_screen};
use common::refusal::{everything, refused};
use nkeep::ceremony::transcript::Transcript;
use nkeep::ceremony::transcript::line::What;

#[test]
fn a_rehearsal_is_a_whole_ceremony_that_others_refuse() {
    let two = Two::new();
    let home = two.working();
    let mut command = common::nkeep_at(home);
    command.args(["ceremony", "rehearse", "reh"]);
    // What a person has set for their own store is not touched by it.
    command.env("NKEEP_STORE", home.join("mine.nkeep"));
    command.env("NKEEP_TRANSCRIPT", home.join("mine.ntranscript"));
    let (said, code) = by_the_screen(command);
    assert_eq!(code, 0, "{said}");
    assert!(
        said.contains("step 19 of 19") && said.contains("the rehearsal is over"),
        "{said}"
    );
    assert!(!home.join("mine.nkeep").exists() && !home.join("mine.ntranscript").exists());

    // Each command that took part is in the record, and the approval and the answer are replayed.
    let verify = [
        "ceremony",
        "transcript",
        "verify",
        "reh/rehearsal.ntranscript",
        "--json",
    ];
    let verdict: serde_json::Value = serde_json::from_str(&common::at_home(home, &verify)).unwrap();
    assert_eq!(verdict["verified"], true, "{verdict}");
    assert_eq!(
        verdict["replayed"].as_array().unwrap().len(),
        2,
        "{verdict}"
    );
    let read = Transcript::open(&home.join("reh/rehearsal.ntranscript")).unwrap();
    let did = read.lines.iter().filter_map(|line| match &line.what {
        What::Did(did) => Some(did),
        _ => None,
    });
    let did: Vec<_> = did.collect();
    for command in [
        "split-store",
        "split",
        "drill",
        "paper",
        "restore",
        "policy show",
        "policy set",
        "request",
        "approve",
        "sign",
        "import",
    ] {
        let command = format!("nkeep ceremony {command} ");
        let one = did.iter().find(|did| did.command.starts_with(&command));
        assert_eq!(one.map(|did| did.code), Some(0), "{command}");
    }
    assert!(did.iter().any(|did| !did.answers.is_empty()));

    // The root wanted the approval, and the passphrase is in no record.
    let policy = std::fs::read_to_string(home.join("reh/policy.json")).unwrap();
    assert!(policy.contains("\"approvals\": 1"), "{policy}");
    let record = std::fs::read_to_string(home.join("reh/rehearsal.ntranscript")).unwrap();
    assert!(!record.contains(&common::ceremonies::passphrase(&said)));

    // Nobody else takes what was signed, and every name says what it was.
    for home in [two.working(), two.root()] {
        let file = two.working().join("reh/change.nresp");
        let import = ["ceremony", "import", file.to_str().unwrap()];
        refused(home, &import, 7, "which this store never made");
    }
    assert!(read.title().starts_with("REHEARSAL-"));
    let request = std::fs::read_to_string(home.join("reh/change.nreq")).unwrap();
    assert!(request.contains("\"reason\":\"REHEARSAL\""), "{request}");
    let identity = std::fs::read_to_string(home.join("reh/root.txt")).unwrap();
    let working = std::fs::read_to_string(home.join("reh/working.txt")).unwrap();
    assert_ne!(identity, working);
}

#[test]
fn a_folder_that_is_there_is_left_as_it_is() {
    let home = common::estate();
    let home = home.path();
    std::fs::create_dir(home.join("reh")).unwrap();
    let before = everything(home);
    let mut command = common::nkeep_at(home);
    command.args(["ceremony", "rehearse", "reh"]);
    let (said, code) = by_the_screen(command);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("reh exists"), "{said}");
    refused(home, &["ceremony", "rehearse", "other"], 2, "at a terminal");
    assert!(everything(home) == before);
}
