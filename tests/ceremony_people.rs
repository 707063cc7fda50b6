//! What people do at a root: they paste, read slowly, hand files over by way of readers of codes, and bring a root back.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::ceremonies::{SERVICE, Two, last_words, loosened, policy, sign_at};
use common::refusal::{json, refused, run, said};
use common::terminal::{answered, exit_code, spawned};
use common::{at_home, live, live_at, nkeep_at};
use expectrl::{Eof, Expect as _};
use serde_json::Value;

/// The last two words of the hash of a request.
fn words(home: &Path, request: &str) -> String {
    last_words(&at_home(home, &["ceremony", "review", request]))
}

fn signing(home: &Path, rows: u16) -> expectrl::session::OsSession {
    let mut command = nkeep_at(home);
    command.args(["ceremony", "sign", "a.nreq", "-o", "a.nresp"]);
    let mut session = spawned(command);
    session.get_process_mut().set_window_size(80, rows).unwrap();
    session
}

/// The same once there is a file `go`: until then, whatever is typed is typed ahead.
fn signing_later(home: &Path, rows: u16) -> expectrl::session::OsSession {
    let nkeep = nkeep_at(home);
    let mut command = std::process::Command::new("sh");
    let sign = r#"until rm go 2>/dev/null; do sleep 0.01; done; exec "$0" ceremony sign a.nreq -o a.nresp"#;
    command.arg("-c").arg(sign).arg(nkeep.get_program());
    command.current_dir(home).env_clear();
    for (name, value) in nkeep.get_envs() {
        command.env(name, value.unwrap());
    }
    let mut session = spawned(command);
    session.get_process_mut().set_window_size(80, rows).unwrap();
    session
}

#[test]
fn what_was_typed_ahead_signs_nothing() {
    let two = Two::new();
    two.ask("a.nreq", &SERVICE);
    // Whatever is typed but q turns a page.
    let ahead = format!("{}\n", words(two.root(), "a.nreq")).repeat(8);
    // Before anything was shown, and at a page that is not the last one.
    for rows in [200, 24] {
        let mut session = signing_later(two.root(), rows);
        session.send(&ahead).unwrap();
        std::fs::write(two.root().join("go"), "").unwrap();
        loop {
            let until = expectrl::Any::boxed(vec![
                Box::new("shows more: "),
                Box::new("ends this: "),
                Box::new(Eof),
            ]);
            let found = session.expect(until).unwrap();
            let text = String::from_utf8_lossy(found.as_bytes()).into_owned();
            if text.ends_with("shows more: ") {
                session.send(&ahead).unwrap();
            } else if text.ends_with("ends this: ") {
                session.send_line("no").unwrap();
            } else {
                break;
            }
        }
        assert_eq!(exit_code(&session), 1, "{rows} rows");
        assert!(!two.root().join("a.nresp").exists(), "{rows} rows");
    }
}

#[test]
fn q_ends_what_is_read() {
    let two = Two::new();
    two.ask("a.nreq", &SERVICE);
    let mut session = signing(two.root(), 12);
    session.expect("shows more: ").unwrap();
    session.send_line("q").unwrap();
    let rest = session.expect(Eof).unwrap();
    let rest = String::from_utf8_lossy(rest.as_bytes()).into_owned();
    assert!(rest.contains("was not read to its end"), "{rest}");
    assert_eq!(exit_code(&session), 1);
    assert!(!two.root().join("a.nresp").exists());
}

#[test]
fn what_expires_while_somebody_reads_is_neither_signed_nor_approved() {
    let home = common::scratch();
    let home = home.path();
    let init = "init -n ACME --new-identity root.txt --offline-root working.nkeep --working-identity working.txt";
    common::live_line(home, init);
    live_at(home, &["nkey", "gen", "user", "--out", "ada.nk"]);
    let working = ["--store", "working.nkeep", "--identity", "working.txt"];
    let request = [
        "ceremony", "request", "--valid", "25s", "-o", "a.nreq", "--json",
    ];
    let asked = live_at(home, &[&working[..], &request, &SERVICE].concat());
    let asked: Value = serde_json::from_str(&asked).unwrap();
    let expires = asked["expires"].as_i64().unwrap();
    let root = ["--identity", "root.txt"];
    let sign = ["ceremony", "sign", "a.nreq", "-o", "a.out"];
    let approve = [
        "ceremony", "approve", "a.nreq", "-K", "./ada.nk", "-o", "b.out",
    ];
    let mut sessions: Vec<_> = [&sign[..], &approve]
        .iter()
        .map(|args| {
            let mut command = live(home);
            command.args(root).args(*args);
            let mut session = spawned(command);
            session.get_process_mut().set_window_size(80, 24).unwrap();
            let mut screen = String::new();
            while !screen.ends_with("ends this: ") {
                if screen.ends_with("shows more: ") {
                    session.send_line("").unwrap();
                }
                let until = [Box::new("shows more: "), Box::new("ends this: ")];
                let until = until.map(|needle| needle as Box<dyn expectrl::Needle>);
                let found = session.expect(expectrl::Any::boxed(until.into())).unwrap();
                screen.push_str(&String::from_utf8_lossy(found.as_bytes()));
            }
            (session, last_words(&screen))
        })
        .collect();
    let now = || nkeep::clock::Clock::System.now();
    while now() <= expires {
        std::thread::sleep(std::time::Duration::from_millis(200));
    }
    for (session, typed) in &mut sessions {
        session.send_line(typed.as_str()).unwrap();
        let rest = session.expect(Eof).unwrap();
        let rest = String::from_utf8_lossy(rest.as_bytes()).into_owned();
        assert!(rest.contains("the request expired"), "{rest}");
        assert_eq!(exit_code(session), 6);
    }
    assert!(!home.join("a.out").exists() && !home.join("b.out").exists());
}

/// Makes keys of people, and says them.
fn people(home: &Path, names: &[&str]) -> Vec<String> {
    let key = |name: &&str| {
        let file = format!("{name}.nk");
        at_home(home, &["nkey", "gen", "user", "--out", &file]);
        let shown = json(home, &["nkey", "show", &file]);
        shown["keys"][0]["public_key"].as_str().unwrap().to_owned()
    };
    names.iter().map(key).collect()
}

#[test]
fn a_policy_gets_looser_by_a_word_at_a_terminal_alone() {
    let two = Two::new();
    let home = two.root();
    let keys = people(home, &["ada", "bob", "cyd"]);
    let set = ["ceremony", "policy", "set", "policy.json"];
    // The first one comes after the default one, by which the root signs until then.
    policy(home, |policy| policy["strict"] = false.into());
    let why = refused(home, &set, 2, "the policy gets looser");
    assert!(why.contains("! looser: strict: true → false"), "{why}");
    // One that gets stricter needs no word.
    policy(home, |policy| {
        policy["approvals"] = 1.into();
        policy["approvers"] = serde_json::json!(keys);
    });
    at_home(home, &set);
    policy(home, |policy| policy["approvals"] = 2.into());
    let stricter = run(home, &set);
    assert!(said(&stricter).contains("approvals: 1 → 2"), "{stricter:?}");
    assert!(!said(&stricter).contains("looser"), "{stricter:?}");
    // Each of these lets the root sign more, and a pipe sets none of them.
    let looser: [(&str, Value); 6] = [
        ("approvals", 1.into()),
        ("signing_keys", 9.into()),
        ("strict", false.into()),
        ("requester", false.into()),
        ("new_operators", "any".into()),
        ("delete_accounts", 1.into()),
    ];
    for (field, value) in looser {
        policy(home, |policy| policy[field] = value);
        let why = refused(home, &set, 2, "the policy gets looser");
        assert!(why.contains(&format!("! looser: {field}")), "{why}");
        let yes = run(home, &[&set[..], &["--yes"]].concat());
        assert_eq!(yes.status.code(), Some(2), "{yes:?}");
    }
    policy(home, |policy| {
        policy["approvals"] = 0.into();
        policy["approvers"] = serde_json::json!([]);
    });
    let before = json(home, &["ceremony", "policy", "show"]);
    let (text, code) = answered(home, &set, &[("ends this: ", "yes")]);
    assert!(code == 1 && text.contains("as it was"), "{text}");
    assert_eq!(json(home, &["ceremony", "policy", "show"]), before);
    loosened(home, "policy.json");
    assert_eq!(json(home, &["ceremony", "policy", "show"])["approvals"], 0);
}

#[test]
fn a_root_sees_who_approved_and_hears_how_it_is_done() {
    let two = Two::new();
    let keys = people(two.root(), &["ada", "bob"]);
    policy(two.root(), |policy| {
        policy["approvals"] = 1.into();
        policy["approvers"] = serde_json::json!(keys);
    });
    at_home(two.root(), &["ceremony", "policy", "set", "policy.json"]);
    let asked = two.ask("a.nreq", &SERVICE);
    let hash = asked["sha256"].as_str().unwrap();
    let sign = ["ceremony", "sign", "a.nreq"];
    let why = refused(two.root(), &sign, 6, "has 0 approvals, and takes 1");
    assert!(
        why.contains("nkeep ceremony approve a.nreq -K KEY -o FILE")
            && why.contains("nkeep ceremony sign a.nreq --approval FILE"),
        "{why}"
    );
    let approve = [
        "ceremony",
        "approve",
        "a.nreq",
        "-K",
        "./bob.nk",
        "-o",
        "b.nappr",
        "--expect-request",
        hash,
    ];
    at_home(two.root(), &approve);
    let approval = ["--approval", "b.nappr"];
    let (text, code) = sign_at(two.root(), "a.nreq", "a.nresp", &approval);
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("1 of 2 approvers; it takes 1"), "{text}");
    let groups: Vec<&str> = keys[1]
        .as_bytes()
        .chunks(4)
        .map(|group| std::str::from_utf8(group).unwrap())
        .collect();
    assert!(text.contains(&groups.join(" ")), "{text}");
}

#[test]
fn the_ends_of_lines_that_a_reader_of_codes_makes_are_forgiven_and_nothing_else() {
    let two = Two::new();
    let home = two.root();
    people(home, &["ada"]);
    let asked = two.ask("a.nreq", &SERVICE);
    let hash = asked["sha256"].as_str().unwrap();
    let text = std::fs::read_to_string(home.join("a.nreq")).unwrap();
    let lines = text.matches('\n').count();
    assert!(lines > 1);
    let review = |text: &str| {
        std::fs::write(home.join("b.nreq"), text).unwrap();
        run(
            home,
            &["ceremony", "review", "b.nreq", "--expect-request", hash],
        )
    };
    let end = text.trim_end();
    let returns = text.replace('\n', "\r\n");
    let same = [
        text.clone(),
        end.to_owned(),
        format!("{text}\n"),
        returns.clone(),
        returns.trim_end().to_owned(),
        format!("{returns}\r\n"),
    ];
    for same in same {
        let output = review(&same);
        assert!(output.status.success(), "{same:?}: {output:?}");
    }
    let others = [
        format!("{text}\n\n"),
        format!("{end} \n"),
        format!("{end} "),
        format!("{end}\r"),
        format!("\n{text}"),
        text.replacen('\n', "\r\n", 1),
        text.replacen('\n', "\n\n", 1),
        text.replacen('\n', " \n", 1),
        text.replace('\n', "\r"),
    ];
    for other in others {
        let output = review(&other);
        assert_eq!(output.status.code(), Some(3), "{other:?}: {output:?}");
    }
    // An answer and an approval, too.
    let approve = [
        "ceremony",
        "approve",
        "a.nreq",
        "-K",
        "./ada.nk",
        "-o",
        "a.nappr",
        "--expect-request",
        hash,
    ];
    at_home(home, &approve);
    two.sign("a.nreq", "a.nresp", &[]);
    let handed = |from: &Path, name: &str| {
        let text = std::fs::read_to_string(from.join(name)).unwrap();
        std::fs::write(
            from.join(name),
            format!("{}\r\n", text.replace('\n', "\r\n")),
        )
        .unwrap();
    };
    handed(home, "a.nappr");
    let twice = ["ceremony", "compare", "a.nappr", "a.nappr"];
    at_home(home, &twice);
    handed(two.working(), "a.nresp");
    two.import("a.nresp");
}

#[test]
fn a_root_that_was_brought_back_is_a_roots_store() {
    let split = "ceremony split -k 2 -n 2 --words --dir shares";
    let estate = common::estate();
    let home = estate.path();
    common::line(home, split);
    let token = at_home(home, &["describe", "operator", "--raw"]);
    let back = common::scratch();
    let back = back.path();
    at_home(back, &["store", "init", "--new-identity", "identity.txt"]);
    std::fs::write(back.join("op.jwt"), token).unwrap();
    at_home(back, &["add", "operator", "-u", "op.jwt"]);
    let files = [
        "ACME-1-of-2.words.txt",
        "ACME-2-of-2.words.txt",
        "ACME.nset",
    ];
    for file in files {
        std::fs::copy(home.join("shares").join(file), back.join(file)).unwrap();
    }
    let combine = ["ceremony", "combine", files[0], files[1], "--set", files[2]];
    let output = run(back, &combine);
    assert!(output.status.success(), "{output:?}");
    let said = said(&output);
    assert!(
        said.contains("sign requests, and nothing else")
            && said.contains("nothing is signed until yours is set")
            && said.contains("nkeep ceremony policy set FILE"),
        "{said}"
    );
    // No policy is in force, and none is shown as if it were; one to begin from is written all the same.
    let show = ["ceremony", "policy", "show"];
    let why = refused(back, &show, 6, "its policy is gone with the old store");
    assert!(why.contains("policy show -o FILE writes one"), "{why}");
    let in_json = run(back, &[&show[..], &["--json"]].concat());
    assert_eq!(in_json.status.code(), Some(6), "{in_json:?}");
    assert!(in_json.stdout.is_empty(), "{in_json:?}");
    let error: Value = serde_json::from_slice(&in_json.stderr).unwrap();
    assert_eq!(error["reason"], "gate", "{error}");
    let written = run(back, &[&show[..], &["-o", "policy.json"]].concat());
    assert!(written.status.success(), "{written:?}");
    assert!(
        common::refusal::said(&written).contains("no policy is in force"),
        "{written:?}"
    );
    at_home(back, &["ceremony", "policy", "set", "policy.json"]);
    assert_eq!(json(back, &show)["approvals"], 0);
    refused(
        back,
        &["export", "keys", "--operator", "--dir", "out"],
        4,
        "",
    );
    refused(
        back,
        &["edit", "operator", "--tag", "x"],
        1,
        "signs what was asked for",
    );
}

/// Which of several keys is meant is said in the request itself, and a request that nobody could sign is none.
#[test]
fn a_request_is_mended_by_the_same_request() {
    let two = Two::new();
    two.go("more", &["edit", "operator", "--sk", "generate"]);
    let start = "ceremony request rotate start operator-signing-key --servers 1";
    let start: Vec<&str> = start.split(' ').collect();
    let output = run(two.working(), &start);
    let why = said(&output);
    assert!(!output.status.success(), "{why}");
    let hint = format!("hint: nkeep {} --key O", start.join(" "));
    assert!(why.contains(&hint), "{why}");
    let (_, key) = why.split_once(&hint).unwrap();
    let key = format!("O{}", key.lines().next().unwrap());
    at_home(two.working(), &[&start[..], &["--key", &key]].concat());
    // A key that is typed from paper stands in groups.
    let new = at_home(two.working(), &["generate", "nkey", "--operator"]);
    let new = new.lines().nth(1).unwrap();
    let groups: Vec<&str> = (0..14).map(|at| &new[4 * at..4 * at + 4]).collect();
    let start = [
        "rotate",
        "start",
        "operator-identity",
        "--servers",
        "1",
        "--new",
    ];
    let typed = groups.join(" ");
    let start = [&start[..], &[&typed]].concat();
    refused(two.working(), &start, 4, "has to sign this");
    let never = ["ceremony", "request", "--valid", "0s"];
    let never = [&never[..], &SERVICE].concat();
    refused(two.working(), &never, 2, "nobody could sign it in no time");
}

/// Where people work the seed of the root never comes in, and no hint says so.
#[test]
fn a_store_to_work_with_hints_no_seed_of_the_root() {
    let two = Two::new();
    let edit = ["edit", "operator", "--sk", "generate"];
    let why = refused(two.working(), &edit, 4, "its seed is not in the store");
    assert!(
        why.contains("hint: nkeep ceremony request edit operator --sk generate")
            && !why.contains("-K FILE"),
        "{why}"
    );
}
