//! An operator whose identity is offline: what it alone can sign is asked for, read, signed and taken, exactly as it was read or not
//! at all.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::collections::BTreeSet;

use common::ceremonies::{SERVICE, Two, last_words, reviewed, sign_at, tightened};
use common::refusal::{everything, json, refused, run, said, store_of};
use common::{at_home, nkeep_at};
use nkeep::ceremony::approval::Approval;
use nkeep::ceremony::canonical::{Sheet, as_written};
use nkeep::ceremony::request::{POSSESSION, Proposal, Request};
use nkeep::ceremony::response::Response;
use nkeep::nkey::{Kind, Seed};

#[test]
fn what_the_root_alone_can_sign_is_refused_with_the_request_for_it() {
    let two = Two::new();
    let why = two.refused(&SERVICE, 4, "has to sign this");
    assert!(
        why.contains(
            "hint: nkeep ceremony request edit operator --service-url tls://nats.example.com"
        ),
        "{why}"
    );
    let why = two.refused(
        &["rotate", "start", "operator-signing-key", "--servers", "1"],
        4,
        "has to sign this",
    );
    assert!(
        why.contains("hint: nkeep ceremony request rotate start"),
        "{why}"
    );
    // Everything else is done with the signing keys.
    for line in [
        "add account SHOP",
        "add user clerk -a SHOP",
        "edit account SHOP --conns 5",
    ] {
        common::line(two.working(), line);
    }
    at_home(two.working(), &["validate", "-A"]);
}

#[test]
fn a_working_store_has_every_seed_but_the_root() {
    let two = Two::new();
    let keys = |home| {
        let list = json(home, &["list", "keys"]);
        let keys = list["keys"].as_array().unwrap().clone();
        let sealed = keys.iter().filter(|key| key["sealed"] == true);
        sealed
            .map(|key| key["public_key"].to_string())
            .collect::<BTreeSet<_>>()
    };
    let operator = Two::operator(two.root())["sub"].to_string();
    let (root, working) = (keys(two.root()), keys(two.working()));
    assert!(root.contains(&operator) && !working.contains(&operator));
    let missing: Vec<&String> = root.difference(&working).collect();
    assert_eq!(
        missing.len(),
        3,
        "the identity, and two keys of the store's own: {missing:?}"
    );
    at_home(two.working(), &["store", "check"]);
    let again = [
        "ceremony",
        "split-store",
        "--to",
        "identity.txt",
        "--new-identity",
        "x.txt",
    ];
    refused(two.root(), &again, 1, "exists");
}

#[test]
fn an_operator_is_edited_by_way_of_a_request() {
    let two = Two::new();
    let asked = two.ask(
        "a.nreq",
        &[&SERVICE[..], &["--sk", "generate", "--expiry", "1y"]].concat(),
    );
    let made = asked["made"][0].as_str().unwrap().to_owned();
    reviewed(
        two.root(),
        "a.nreq",
        &[
            "+ tls://nats.example.com",
            "! signing_keys",
            "0 of 2 are signed anew",
        ],
    );
    two.sign("a.nreq", "a.nresp", &[]);
    two.import("a.nresp");
    let (root, working) = (Two::operator(two.root()), Two::operator(two.working()));
    assert_eq!(root["jti"], working["jti"]);
    let keys = working["nats"]["signing_keys"].as_array().unwrap();
    assert!(keys.iter().any(|key| *key == *made));
    // What was made for the request signs.
    at_home(two.working(), &["add", "account", "SHOP", "-K", &made]);
    at_home(two.working(), &["store", "check"]);
    let list = json(two.working(), &["ceremony", "list"]);
    assert_eq!(list["requests"][0]["state"], "done");
}

#[test]
fn every_kind_of_change_goes_the_whole_way() {
    let two = Two::new();
    at_home(two.working(), &["add", "account", "SHOP"]);
    two.go("sk", &["edit", "operator", "--sk", "generate"]);
    let claims = Two::operator(two.working())["nats"].clone();
    let first = claims["signing_keys"][0].as_str().unwrap().to_owned();
    let changes: [&[&str]; 5] = [
        &["edit", "operator", "--rm-sk", &first, "--force"],
        &[
            "edit",
            "operator",
            "--account-jwt-server-url",
            "nats://localhost:4222",
        ],
        &[
            "edit",
            "operator",
            "--tag",
            "prod",
            "--assert-server-version",
            "2.10.0",
        ],
        &["edit", "operator", "--system-account", "SHOP"],
        &["edit", "operator", "--sk", "generate", "--expiry", "2y"],
    ];
    for (number, change) in changes.iter().enumerate() {
        two.go(&format!("change-{number}"), change);
        assert_eq!(
            Two::operator(two.root())["jti"],
            Two::operator(two.working())["jti"]
        );
    }
    let claims = Two::operator(two.working())["nats"].clone();
    assert_eq!(claims["account_server_url"], "nats://localhost:4222");
    assert_eq!(claims["assert_server_version"], "2.10.0");
    assert!(!claims["signing_keys"].to_string().contains(&first));
    // Accounts that the key signed that went are signed by another.
    at_home(two.working(), &["validate", "-A"]);
    at_home(two.working(), &["store", "check"]);
    // What may not be is refused where the root is: signing keys stay demanded.
    two.ask(
        "lax.nreq",
        &["edit", "operator", "--require-signing-keys=false"],
    );
    let sign = ["ceremony", "sign", "lax.nreq"];
    refused(two.root(), &sign, 3, "signing keys have to be demanded");
}

#[test]
fn the_same_request_gives_the_same_bytes_on_two_machines() {
    let two = Two::new();
    let other = common::copies::copy_of(two.root());
    two.ask("a.nreq", &SERVICE);
    std::fs::copy(two.root().join("a.nreq"), other.path().join("a.nreq")).unwrap();
    two.sign("a.nreq", "a.nresp", &[]);
    let (text, code) = sign_at(other.path(), "a.nreq", "a.nresp", &[]);
    assert_eq!(code, 0, "{text}");
    let read = |home: &std::path::Path, name: &str| std::fs::read(home.join(name)).unwrap();
    assert_eq!(read(two.root(), "a.nresp"), read(other.path(), "a.nresp"));
    // And once more on one of them, where nobody is asked any more.
    at_home(
        two.root(),
        &["ceremony", "sign", "a.nreq", "-o", "again.nresp"],
    );
    assert_eq!(read(two.root(), "a.nresp"), read(two.root(), "again.nresp"));
    // What is there is left.
    std::fs::write(two.root().join("full.nresp"), "mine").unwrap();
    let over = ["ceremony", "sign", "a.nreq", "-o", "full.nresp"];
    refused(two.root(), &over, 1, "never overwritten");
}

#[test]
fn a_root_signs_at_a_terminal_alone_and_by_what_stands_there() {
    let two = Two::new();
    two.ask("a.nreq", &SERVICE);
    let before = std::fs::read(store_of(two.root())).unwrap();
    refused(
        two.root(),
        &["ceremony", "sign", "a.nreq"],
        2,
        "at a terminal",
    );
    let output = run(two.root(), &["ceremony", "sign", "a.nreq", "--yes"]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    for typed in ["yes", "Yes", "", "y"] {
        let mut command = nkeep_at(two.root());
        command.args(["ceremony", "sign", "a.nreq"]);
        let mut session = common::terminal::spawned(command);
        use expectrl::Expect as _;
        session.get_process_mut().set_window_size(80, 60).unwrap();
        let mut tries = 0;
        loop {
            let found = session
                .expect(expectrl::Any::boxed(vec![
                    Box::new("shows more: "),
                    Box::new("ends this: "),
                ]))
                .unwrap();
            let text = String::from_utf8_lossy(found.as_bytes()).into_owned();
            session
                .send_line(if text.ends_with("more: ") { "" } else { typed })
                .unwrap();
            if text.ends_with("ends this: ") {
                tries += 1;
                if tries == 3 {
                    break;
                }
            }
        }
        session.expect(expectrl::Eof).unwrap();
        assert_eq!(common::terminal::exit_code(&session), 1, "{typed}");
    }
    assert!(
        std::fs::read(store_of(two.root())).unwrap() == before,
        "the store was changed"
    );
    let files = std::fs::read_dir(two.root()).unwrap();
    let mut names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    assert!(!names.any(|name| name.ends_with(".nresp")));
    let list = json(two.root(), &["ceremony", "list"]);
    assert_eq!(list["requests"], serde_json::json!([]));
}

#[test]
fn no_byte_of_a_request_can_be_changed() {
    let two = Two::new();
    two.ask("a.nreq", &[&SERVICE[..], &["--sk", "generate"]].concat());
    let text = std::fs::read(two.root().join("a.nreq")).unwrap();
    let read = |bytes: &[u8]| {
        let sheet = Sheet::<Request>::read("a.nreq", bytes)?;
        Proposal::of("a.nreq", &sheet)
    };
    assert!(read(&text).is_ok());
    for place in 0..text.len() {
        for flip in [1, 0x20] {
            let mut other = text.clone();
            other[place] ^= flip;
            // Not one is equal: ends of lines are forgiven where a whole file is handed over, and no flip makes one of them.
            assert!(read(&other).is_err(), "byte {place} ^ {flip}");
            let handed = String::from_utf8(other).map(|other| as_written(&other));
            assert!(handed.is_err() || read(handed.unwrap().as_bytes()).is_err());
        }
        let mut shorter = text.clone();
        shorter.remove(place);
        assert!(read(&shorter).is_err(), "without byte {place}");
    }
    // By the program, too, with the codes of errors.
    let mut other = text.clone();
    let at = text.len() - 20;
    other[at] = if other[at] == b'A' { b'B' } else { b'A' };
    std::fs::write(two.root().join("b.nreq"), other).unwrap();
    refused(
        two.root(),
        &["ceremony", "sign", "b.nreq"],
        7,
        "was changed since",
    );
}

#[test]
fn a_key_that_did_not_sign_the_request_is_not_asked_for() {
    let two = Two::new();
    two.ask("a.nreq", &[&SERVICE[..], &["--sk", "generate"]].concat());
    let text = std::fs::read_to_string(two.root().join("a.nreq")).unwrap();
    let lines = text.split_inclusive('\n');
    let cut: String = lines.filter(|line| !line.contains(POSSESSION)).collect();
    assert_eq!(text.lines().count(), cut.lines().count() + 1);
    // Somebody else's word for it is none.
    let mut other = Sheet::<Request>::read("b.nreq", cut.as_bytes()).unwrap();
    let stranger = Seed::generate(Kind::Operator).unwrap();
    other
        .sign(POSSESSION, &stranger.signing_pair().unwrap())
        .unwrap();
    for text in [cut, other.text()] {
        std::fs::write(two.root().join("b.nreq"), text).unwrap();
        for command in ["review", "sign"] {
            let args = ["ceremony", command, "b.nreq"];
            let reason = "nothing shows that somebody has its seed";
            refused(two.root(), &args, 3, reason);
        }
    }
}

#[test]
fn no_byte_of_an_answer_or_an_approval_can_be_changed() {
    let two = Two::new();
    at_home(two.root(), &["nkey", "gen", "user", "--out", "ada.nk"]);
    let hash = two.ask("a.nreq", &SERVICE)["sha256"]
        .as_str()
        .unwrap()
        .to_owned();
    approve(two.root(), "a.nreq", "ada", "a.nappr", &hash);
    two.sign("a.nreq", "a.nresp", &[]);
    let request: Sheet<Request> =
        Sheet::read("a", &std::fs::read(two.root().join("a.nreq")).unwrap()).unwrap();
    let flipped = |name: &str, holds: &dyn Fn(&[u8]) -> bool| {
        let text = std::fs::read(two.root().join(name)).unwrap();
        assert!(holds(&text));
        for place in 0..text.len() {
            for flip in [1, 0x20] {
                let mut other = text.clone();
                other[place] ^= flip;
                assert!(!holds(&other), "{name}: byte {place} ^ {flip}");
            }
        }
    };
    flipped("a.nresp", &|bytes| {
        let sheet = Sheet::<Response>::read("a", bytes);
        sheet.is_ok_and(|sheet| sheet.answers("a", &request).is_ok())
    });
    flipped("a.nappr", &|bytes| {
        let sheet = Sheet::<Approval>::read("a", bytes);
        sheet.is_ok_and(|sheet| sheet.by("a", &request).is_ok())
    });
    let before = everything(two.working());
    let mut other = std::fs::read(two.root().join("a.nresp")).unwrap();
    let at = other.len() - 20;
    other[at] = if other[at] == b'A' { b'B' } else { b'A' };
    std::fs::write(two.root().join("b.nresp"), &other).unwrap();
    let path = two.root().join("b.nresp");
    two.refused(
        &["ceremony", "import", path.to_str().unwrap()],
        7,
        "was changed since",
    );
    assert!(everything(two.working()) == before);
}

#[test]
fn of_several_that_take_an_answer_at_once_one_does_and_the_others_say_that_it_was_taken() {
    let two = Two::new();
    two.ask("a.nreq", &SERVICE);
    two.sign("a.nreq", "a.nresp", &[]);
    let taking: Vec<std::process::Child> = (0..6)
        .map(|_| {
            let mut command = common::nkeep_at(two.working());
            command.args(["ceremony", "import", "a.nresp"]);
            let piped = || std::process::Stdio::piped();
            command.stdout(piped()).stderr(piped()).spawn().unwrap()
        })
        .collect();
    let outputs = taking
        .into_iter()
        .map(|one| one.wait_with_output().unwrap());
    let (done, others): (Vec<_>, Vec<_>) = outputs.partition(|output| output.status.success());
    assert_eq!(done.len(), 1, "{done:?}");
    for other in others {
        let why = common::refusal::said(&other);
        assert_eq!(other.status.code(), Some(7), "{why}");
        assert!(
            why.contains("was answered already, and that was taken"),
            "{why}"
        );
        assert!(!why.contains("the change was made"), "{why}");
    }
    at_home(two.working(), &["store", "check"]);
    at_home(two.working(), &["audit", "verify"]);
}

/// What an answer is not enough for is told from what is locked, whoever says it.
#[test]
fn that_an_identity_is_away_is_known_from_every_kind_of_error() {
    use nkeep::ceremony::CeremonyError;
    use nkeep::rotation::RotationError;
    use nkeep::trust::TrustError;
    use nkeep::ui::Failure;

    let away = || TrustError::RootAway {
        key: nkeep::nkey::Seed::generate(nkeep::nkey::Kind::Operator)
            .unwrap()
            .public(),
        operator: "ACME".parse().unwrap(),
        made: true,
    };
    let signer = || TrustError::Signer("nobody".to_owned());
    assert!(Failure::from(away()).wants_a_root());
    assert!(Failure::from(CeremonyError::Trust(away())).wants_a_root());
    assert!(Failure::from(RotationError::Trust(away())).wants_a_root());
    assert!(!Failure::from(signer()).wants_a_root());
    assert!(!Failure::from(CeremonyError::Trust(signer())).wants_a_root());
}

#[test]
fn an_answer_is_taken_once_and_in_its_turn() {
    let two = Two::new();
    two.ask("a.nreq", &SERVICE);
    two.ask("b.nreq", &["edit", "operator", "--tag", "b"]);
    two.sign("a.nreq", "a.nresp", &[]);
    // The root has gone on; what was asked from before that is not signed.
    let sign = ["ceremony", "sign", "b.nreq"];
    refused(
        two.root(),
        &sign,
        7,
        "does not go on from the token that was signed last",
    );
    two.import("a.nresp");
    two.refused(
        &["ceremony", "import", "a.nresp"],
        7,
        "was answered already",
    );
    let list = json(two.working(), &["ceremony", "list"]);
    let states: Vec<&str> = list["requests"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["state"].as_str().unwrap())
        .collect();
    assert!(
        states.contains(&"done") && states.contains(&"overtaken"),
        "{list}"
    );
    // What is asked for twice is answered once.
    two.ask("c.nreq", &["edit", "operator", "--tag", "c"]);
    two.sign("c.nreq", "c.nresp", &[]);
    at_home(two.working(), &["ceremony", "import", "c.nresp"]);
    let other = Two::new();
    other.refused(
        &[
            "ceremony",
            "import",
            two.working().join("c.nresp").to_str().unwrap(),
        ],
        7,
        "which this store never made",
    );
}

#[test]
fn a_request_of_another_operator_is_refused_and_so_is_one_that_is_too_old_or_too_new() {
    let (two, other) = (Two::new(), Two::new());
    two.ask("a.nreq", &SERVICE);
    let a = two.root().join("a.nreq");
    refused(
        other.root(),
        &["ceremony", "sign", a.to_str().unwrap()],
        7,
        "which the store does not have",
    );
    let at = |seconds: &str| {
        let output = nkeep_at(two.root())
            .args(["ceremony", "sign", "a.nreq"])
            .env("NKEEP_TEST_CLOCK", seconds)
            .output()
            .unwrap();
        (output.status.code(), said(&output))
    };
    let (code, why) = at("1799200000");
    assert!(
        code == Some(6) && why.contains("the request expired"),
        "{why}"
    );
    let review = ["ceremony", "review", "a.nreq", "--expect-request"];
    let none = "0".repeat(64);
    let expected = [&review[..], &[&*none]].concat();
    refused(two.root(), &expected, 7, "another was expected");
    let expected = [&review[..], &["00"]].concat();
    refused(two.root(), &expected, 2, "it is no SHA-256");
    // As it stands on paper: in groups, or in words.
    let said = at_home(two.root(), &review[..3]);
    let (_, hash) = said.split_once("SHA-256 of the request\n").unwrap();
    for written in hash.split("\n\n") {
        at_home(two.root(), &[&review[..], &[written]].concat());
    }
    let (_, words) = hash.split_once("\n\n").unwrap();
    let words: Vec<&str> = words.split_whitespace().collect();
    let fewer = words[..31].join(" ");
    let expected = [&review[..], &[&*fewer]].concat();
    refused(two.root(), &expected, 2, "there are 31 words");
    let operator = Two::operator_key(other.root());
    let expected = ["ceremony", "sign", "a.nreq", "--expect-operator", &operator];
    refused(two.root(), &expected, 7, "another was expected");
}

#[test]
fn a_policy_says_what_is_signed_and_who_has_to_be_for_it() {
    let two = Two::new();
    for name in ["ada", "bob", "eve"] {
        at_home(
            two.root(),
            &["nkey", "gen", "user", "--out", &format!("{name}.nk")],
        );
    }
    let key = |name: &str| {
        let shown = at_home(
            two.root(),
            &["nkey", "show", &format!("{name}.nk"), "--json"],
        );
        let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
        shown["keys"][0]["public_key"].as_str().unwrap().to_owned()
    };
    let policy = tightened(two.root(), |policy| {
        policy["approvals"] = 2.into();
        policy["approvers"] = serde_json::json!([key("ada"), key("bob")]);
        policy["may_change"] = serde_json::json!(["operator_service_urls"]);
    });
    let a = two.ask("a.nreq", &SERVICE)["sha256"]
        .as_str()
        .unwrap()
        .to_owned();
    let b = two.ask("b.nreq", &["edit", "operator", "--tag", "b"])["sha256"]
        .as_str()
        .unwrap()
        .to_owned();
    refused(
        two.root(),
        &["ceremony", "sign", "b.nreq"],
        3,
        "tags may not change",
    );
    refused(
        two.root(),
        &["ceremony", "sign", "a.nreq"],
        6,
        "has 0 approvals, and takes 2",
    );
    for name in ["ada", "bob", "eve"] {
        let file = format!("{name}.nappr");
        approve(two.root(), "a.nreq", name, &file, &a);
    }
    let approvals = |names: &[&str]| -> Vec<String> {
        let files = names.iter().map(|name| format!("{name}.nappr"));
        files
            .flat_map(|file| ["--approval".to_owned(), file])
            .collect()
    };
    let twice: Vec<String> = approvals(&["ada", "ada"]);
    let args: Vec<&str> = ["ceremony", "sign", "a.nreq"]
        .into_iter()
        .chain(twice.iter().map(String::as_str))
        .collect();
    refused(two.root(), &args, 6, "has 1 approval, and takes 2");
    let stranger = ["ceremony", "sign", "a.nreq", "--approval", "eve.nappr"];
    refused(two.root(), &stranger, 6, "is no approver");
    approve(two.root(), "b.nreq", "bob", "other.nappr", &b);
    // Who has no terminal says which request they have read.
    let unread = [
        "ceremony", "approve", "a.nreq", "-K", "./ada.nk", "-o", "x.nappr",
    ];
    refused(two.root(), &unread, 2, "say which request you have read");
    let mixed = ["ceremony", "sign", "a.nreq", "--approval", "other.nappr"];
    refused(two.root(), &mixed, 7, "approves another request");
    let both = approvals(&["ada", "bob"]);
    let both: Vec<&str> = both.iter().map(String::as_str).collect();
    two.sign("a.nreq", "a.nresp", &both);
    // One that says a field twice, or one that nobody knows, is no policy.
    for text in [
        r#"{"nkeep":"ceremony policy 1"}"#.to_owned(),
        policy.to_string().replace("\"strict\"", "\"Strict\""),
        policy
            .to_string()
            .replace("\"strict\":true", "\"strict\":true,\"strict\":false"),
        policy
            .to_string()
            .replace("operator_service_urls", "anything"),
    ] {
        std::fs::write(two.root().join("bad.json"), text).unwrap();
        refused(
            two.root(),
            &["ceremony", "policy", "set", "bad.json"],
            3,
            "bad.json",
        );
    }
}

#[test]
fn hostile_words_are_shown_as_what_they_are() {
    let two = Two::new();
    let reason = "ok\u{202e}evil\u{1b}[2J\nSHA-256 of the request";
    let args = [
        "--reason",
        reason,
        "edit",
        "operator",
        "--tag",
        "p\u{430}ypal",
    ];
    two.ask("a.nreq", &args);
    let review = at_home(two.root(), &["ceremony", "review", "a.nreq"]);
    assert!(
        !review.contains('\u{202e}') && !review.contains('\u{1b}'),
        "{review}"
    );
    assert!(review.contains("letters that are not ASCII"), "{review}");
    assert_eq!(
        review.matches("\nSHA-256 of the request\n").count(),
        1,
        "{review}"
    );
}

/// Somebody is for a request of that hash.
fn approve(home: &std::path::Path, request: &str, who: &str, file: &str, hash: &str) {
    let key = format!("./{who}.nk");
    let approve = ["ceremony", "approve", request, "-K", &key, "-o", file];
    at_home(home, &[&approve[..], &["--expect-request", hash]].concat());
}

/// The root goes on from what it signed last: what it has signed can always be taken.
#[test]
fn an_answer_that_comes_late_is_taken_all_the_same() {
    let two = Two::new();
    let asked = two.ask("a.nreq", &["edit", "operator", "--sk", "generate"]);
    two.sign("a.nreq", "a.nresp", &[]);
    let hash = asked["sha256"].as_str().unwrap();
    at_home(two.working(), &["ceremony", "drop", &hash[..8]]);
    two.import("a.nresp");
    two.ask("b.nreq", &[&["--valid", "1h"], &SERVICE[..]].concat());
    two.sign("b.nreq", "b.nresp", &[]);
    let late = nkeep_at(two.working())
        .args(["ceremony", "import", "b.nresp"])
        .env("NKEEP_TEST_CLOCK", "1795300000")
        .output()
        .unwrap();
    assert!(late.status.success(), "{late:?}");
    assert_eq!(
        Two::operator(two.root())["jti"],
        Two::operator(two.working())["jti"]
    );
}

#[test]
fn a_lost_answer_is_given_again_whatever_the_policy_says_by_then() {
    let two = Two::new();
    two.ask("a.nreq", &SERVICE);
    two.sign("a.nreq", "a.nresp", &[]);
    let policy = at_home(two.root(), &["ceremony", "policy", "show"]);
    let policy = policy.replace("\"operator_service_urls\",", "");
    std::fs::write(two.root().join("policy.json"), policy).unwrap();
    at_home(two.root(), &["ceremony", "policy", "set", "policy.json"]);
    at_home(two.root(), &["ceremony", "sign", "a.nreq", "-o", "b.nresp"]);
    let answer = |name: &str| std::fs::read(two.root().join(name)).unwrap();
    assert_eq!(answer("a.nresp"), answer("b.nresp"));
}

/// A key that somebody brings in a file is not asked for again, and one that was there stays when nothing comes of it.
#[test]
fn a_key_in_a_file_is_needed_for_the_request_alone() {
    let two = Two::new();
    let home = two.working();
    at_home(home, &["nkey", "gen", "operator", "--out", "next.nk"]);
    two.ask("a.nreq", &["edit", "operator", "--sk", "./next.nk"]);
    // Asked for once more, when the store has it.
    two.ask(
        "b.nreq",
        &["edit", "operator", "--sk", "./next.nk", "--tag", "b"],
    );
    std::fs::remove_file(home.join("next.nk")).unwrap();
    two.sign("b.nreq", "b.nresp", &[]);
    two.import("b.nresp");
    assert_eq!(Two::operator(two.root())["jti"], Two::operator(home)["jti"]);
    let both = [
        "--json", "ceremony", "request", "-o", "-", "edit", "operator", "--tag", "c",
    ];
    two.refused(&both, 2, "name a file with -o");
}

/// Whoever has signed once is not had to sign again for a request that says the same and that nobody was shown.
#[test]
fn another_request_for_what_was_signed_is_not_answered() {
    let two = Two::new();
    two.ask("a.nreq", &SERVICE);
    two.sign("a.nreq", "a.nresp", &[]);
    let text = std::fs::read_to_string(two.root().join("a.nreq")).unwrap();
    let line = text.lines().next().unwrap();
    let other = line.replace("\"reason\":\"\"", "\"reason\":\"of somebody else\"");
    assert_ne!(line, other);
    std::fs::write(two.root().join("evil.nreq"), format!("{other}\n")).unwrap();
    let sign = ["ceremony", "sign", "evil.nreq"];
    refused(two.root(), &sign, 7, "was signed for another request");
}

/// What is asked for by nobody whom the operator knows, or was changed and has its signatures cut off, is not signed.
#[test]
fn a_request_that_no_key_of_the_operator_asks_for_is_refused() {
    let two = Two::new();
    two.ask("a.nreq", &SERVICE);
    let text = std::fs::read_to_string(two.root().join("a.nreq")).unwrap();
    let line = text.lines().next().unwrap();
    std::fs::write(two.root().join("cut.nreq"), format!("{line}\n")).unwrap();
    let sign = ["ceremony", "sign", "cut.nreq"];
    refused(
        two.root(),
        &sign,
        3,
        "no key of the operator has asked for it",
    );
}

#[test]
fn a_root_signs_nothing_but_requests_and_never_comes_into_a_store_to_work_with() {
    let estate = common::estate();
    let seeds = tempfile::tempdir().unwrap();
    let dir = seeds.path().to_str().unwrap();
    let export = ["export", "keys", "--operator", "--dir", dir];
    at_home(estate.path(), &export);
    let two = Two::of(estate);
    let edit = ["edit", "operator", "--tag", "x"];
    refused(
        two.root(),
        &edit,
        1,
        "signs what was asked for and reviewed",
    );
    let key = Two::operator_key(two.root());
    let seed = seeds.path().join(format!("{key}.nk"));
    let import = ["import", "keys", "--file", seed.to_str().unwrap()];
    two.refused(&import, 4, "takes no identity of an operator");
    let reissue = ["reissue", "operator", "--force"];
    two.refused(&reissue, 4, "takes no identity of an operator");
    let again = [
        "ceremony",
        "split-store",
        "--to",
        "x.nkeep",
        "--new-identity",
        "x.txt",
    ];
    two.refused(&again, 1, "has no identity of an operator");
    let policy = at_home(two.root(), &["ceremony", "policy", "show"]);
    std::fs::write(two.working().join("policy.json"), policy).unwrap();
    let set = ["ceremony", "policy", "set", "policy.json"];
    two.refused(&set, 1, "has no identity of an operator");
}

#[test]
fn what_cannot_be_asked_for_leaves_nothing() {
    let two = Two::new();
    let keys = || at_home(two.working(), &["list", "keys", "--json"]);
    let before = keys();
    let wrong = [
        "ceremony",
        "request",
        "edit",
        "operator",
        "--sk",
        "generate",
        "--system-account",
        "NOBODY",
    ];
    two.refused(&wrong, 1, "NOBODY");
    assert_eq!(keys(), before);
    let none = [
        "ceremony", "request", "edit", "account", "ACME", "--conns", "4",
    ];
    two.refused(&none, 2, "nothing of it has to be signed");
    let nested = [
        "ceremony", "request", "ceremony", "request", "edit", "operator", "--tag", "x",
    ];
    two.refused(&nested, 2, "is not asked for by another");
    let nonsense = ["ceremony", "request", "no", "such"];
    two.refused(&nonsense, 2, "is no command");
}

#[test]
fn the_signing_key_is_rotated_with_the_root_offline() {
    let two = Two::new();
    let start = [
        "rotate",
        "start",
        "operator-signing-key",
        "--servers",
        "1",
        "--soak",
        "0s",
    ];
    two.go("start", &start);
    let rotations = json(two.working(), &["rotate", "list"]);
    assert_eq!(rotations["rotations"][0]["phase"], "stage", "{rotations}");
    // Nothing is signed for a step that is not ready, root or no root.
    two.refused(
        &["ceremony", "request", "rotate", "next"],
        6,
        "nothing is known",
    );
    let forced = [
        "rotate",
        "next",
        "--force",
        "--reason",
        "no server runs in this test",
    ];
    at_home(two.working(), &forced);
    at_home(two.working(), &forced);
    let retire = ["--reason", "end of the rotation"];
    two.go("retire", &[&retire[..], &forced].concat());
    at_home(two.working(), &forced);
    let rotations = json(two.working(), &["rotate", "list"]);
    assert_eq!(rotations["rotations"][0]["outcome"], "done", "{rotations}");
    assert_eq!(
        Two::operator(two.root())["jti"],
        Two::operator(two.working())["jti"]
    );
    at_home(two.working(), &["validate", "-A"]);
    // And back from the first phase, which the root signs, too.
    two.go("start-2", &start);
    two.go("abort", &["rotate", "abort"]);
    let rotations = json(two.working(), &["rotate", "list"]);
    assert!(rotations.to_string().contains("aborted"), "{rotations}");
}

#[test]
fn the_screen_ends_with_the_words_that_are_typed() {
    let two = Two::new();
    let asked = two.ask("a.nreq", &SERVICE);
    let review = at_home(two.root(), &["ceremony", "review", "a.nreq"]);
    let words = asked["words"].as_array().unwrap();
    let last: Vec<&str> = words[30..]
        .iter()
        .map(|word| word.as_str().unwrap())
        .collect();
    assert_eq!(last_words(&review), last.join(" "));
}

#[test]
fn the_words_of_a_request_fit_a_terminal() {
    let two = Two::new();
    let request = ["ceremony", "request", "-o", "a.nreq"];
    let output = run(two.working(), &[&request[..], &SERVICE].concat());
    let said = said(&output);
    let rows: Vec<&str> = said
        .lines()
        .filter(|line| line.starts_with("nkeep:   "))
        .collect();
    assert_eq!(rows.len(), 8, "{said}");
    for row in rows {
        assert!(row.chars().count() <= 80, "{row}");
        assert_eq!(row.split_whitespace().count(), 5, "{row}");
    }
}

/// Whoever asks while another request waits hears of it, and what becomes of both.
#[test]
fn a_request_beside_another_that_waits_says_so() {
    let two = Two::new();
    let request = |file: &str, tag: &str| {
        let args = [
            "ceremony", "request", "-o", file, "edit", "operator", "--tag", tag,
        ];
        let output = common::nkeep_at(two.working()).args(args).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    };
    let first = request("a.nreq", "one");
    assert!(!first.contains("waits too"), "{first}");
    let hash = first
        .lines()
        .find_map(|line| line.strip_prefix("nkeep: request "));
    let hash = hash.unwrap();
    let second = request("b.nreq", "two");
    let says = format!(
        "request {}, of the same operator, waits too: nkeep edit operator --tag one",
        &hash[..12]
    );
    assert!(second.contains(&says), "{second}");
    let drop = format!("nkeep ceremony drop {}", &hash[..12]);
    assert!(second.contains(&drop), "{second}");
    // One that was given up waits no more.
    common::at_home(two.working(), &["ceremony", "drop", &hash[..12]]);
    let output = two.ask("c.nreq", &["edit", "operator", "--tag", "three"]);
    let waiting = output["waiting"].as_array().unwrap();
    assert_eq!(waiting.len(), 1, "{output}");
    assert_ne!(waiting[0].as_str(), Some(hash), "{output}");
}

/// A command of thousands of columns is no row that anybody reads.
#[test]
fn a_long_command_is_cut_in_the_list() {
    let two = Two::new();
    let tags: Vec<String> = (0..400).map(|tag| format!("a-long-tag-{tag}")).collect();
    let words = tags.iter().flat_map(|tag| ["--tag", tag.as_str()]);
    let words: Vec<&str> = ["edit", "operator"].into_iter().chain(words).collect();
    two.ask("long.nreq", &words);
    let list = common::at_home(two.working(), &["ceremony", "list"]);
    assert!(list.lines().all(|line| line.len() < 200), "{list}");
    assert!(list.lines().nth(1).unwrap().ends_with(".."), "{list}");
    let whole = common::at_home(two.working(), &["ceremony", "list", "--json"]);
    assert!(whole.contains("a-long-tag-399"), "{whole}");
}
