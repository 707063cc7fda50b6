//! `pull` and `diff` where servers are made up, gone, slow or cut off: nothing is half believed, and nothing is taken that is
//! not the operator's word.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::time::{Duration, Instant};

use common::copies::{at, config, copy_of, document, ends, has, json, key, token};
use common::crowd::many_accounts;
use common::refusal::said;
use common::servers::{Server, cluster, newest, versions};
use common::wire::{Fake, Honest, Question, Says, wire};
use common::{interrupt, live, live_at, live_estate};
use serde_json::{Value, json as value};

/// With a short patience.
const ALL: [&[&str]; 3] = [
    &["pull", "-A", "--timeout", "1"],
    &["diff", "--timeout", "1"],
    &["verify", "--timeout", "1"],
];

/// What a server answers that has those tokens.
#[derive(Clone)]
struct Has {
    honest: std::sync::Arc<Honest>,
    system: String,
    kept: Vec<(String, Vec<u8>)>,
}

impl Has {
    fn of(home: &Path, kept: Vec<(String, Vec<u8>)>) -> Self {
        Self {
            honest: std::sync::Arc::new(Honest::of(home)),
            system: key(home, "SYS"),
            kept,
        }
    }

    /// As a server does that keeps its word.
    fn answers(&self, question: &Question) -> Vec<Says> {
        if let Some(says) = self.honest.describes(question) {
            return says;
        }
        let server = self.honest.itself();
        let subject = question.subject.as_str();
        if subject.ends_with("CLAIMS.LIST") {
            let keys: Vec<&String> = self.kept.iter().map(|(key, _)| key).collect();
            return vec![Says::json(&value!({ "server": server, "data": keys }))];
        }
        if subject.ends_with("ACCOUNTZ") {
            return vec![Says::json(
                &value!({ "server": server, "data": { "accounts": [self.system] } }),
            )];
        }
        let account = subject.split('.').nth(3).unwrap();
        let token = self.kept.iter().find(|(key, _)| key == account);
        vec![Says::Answer(
            token.map_or_else(Vec::new, |(_, token)| token.clone()),
        )]
    }
}

#[test]
fn garbage_is_believed_by_nobody() {
    let folder = live_estate();
    let home = folder.path();
    let before = (token(home, "ACME"), token(home, "SYS"));
    let garbage: [&'static [u8]; 7] = [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[1,2,3]",
        b"null",
        b"{\"server\":{\"id\":\"FAKE\"},\"data\":{}}",
        b"{\"server\":{\"id\":\"FAKE\"},\"data\":[\"$G\",\"../../etc\",\"A > *\"]}",
    ];
    for body in garbage {
        // From the beginning, and from whoever described itself well.
        let honest = Honest::of(home);
        let from_the_beginning = Fake::start(move |_| vec![Says::Answer(body.to_vec())]);
        let later = Fake::start(move |question| {
            let says = honest.describes(question);
            says.unwrap_or_else(|| vec![Says::Answer(body.to_vec())])
        });
        // verify finds more wrong with such a one: see verify_hostile.
        for args in ALL.into_iter().take(2) {
            let _ = ends(home, &from_the_beginning.url, args, 1);
            let output = at(home, &later.url, args);
            let code = output.status.code().unwrap();
            assert!([1, 3].contains(&code), "{args:?} {body:?}: {output:?}");
            assert!(!said(&output).contains("panicked"), "{output:?}");
        }
        assert_eq!((token(home, "ACME"), token(home, "SYS")), before);
    }
    assert_eq!(
        json(home, &["list", "accounts"])["accounts"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[test]
fn tokens_that_are_none_are_named_and_left() {
    let folder = live_estate();
    let home = folder.path();
    let other = live_estate();
    let (ours, foreign) = (key(home, "ACME"), key(other.path(), "ACME"));
    let long = vec![b'x'; 3 << 20];
    for body in [
        b"\x1b[31mred".to_vec(),
        b"\xff\xff".to_vec(),
        long,
        token(home, "SYS").into_bytes(),
        format!("{}x", token(home, "ACME")).into_bytes(),
        live_at(home, &["describe", "operator", "--raw"]).into_bytes(),
    ] {
        let kept = vec![(ours.clone(), body.clone()), (foreign.clone(), body)];
        let has_it = Has::of(home, kept);
        let server = Fake::start(move |question| has_it.answers(question));
        let before = token(home, "ACME");
        let text = ends(home, &server.url, &["diff", "--timeout", "1"], 3);
        has(&text, &[" keeps what cannot be read: "]);
        assert!(!text.contains('\u{1b}') && text.len() < 10_000, "{text:?}");
        let text = ends(
            home,
            &server.url,
            &["pull", "-A", "-F", "--timeout", "1"],
            0,
        );
        has(
            &text,
            &["not taken is a token on servers, which cannot be read: "],
        );
        assert!(!text.contains('\u{1b}') && text.len() < 10_000, "{text:?}");
        assert_eq!(token(home, "ACME"), before);
    }
}

#[test]
fn whoever_answers_more_than_was_asked_gains_nothing() {
    let folder = live_estate();
    let home = folder.path();
    let kept = vec![
        (key(home, "ACME"), token(home, "ACME").into_bytes()),
        (key(home, "SYS"), token(home, "SYS").into_bytes()),
    ];
    let has_it = Has::of(home, kept);
    let many = Fake::start(move |question| {
        let says = has_it.answers(question);
        vec![
            says[0].clone();
            if question.subject.ends_with("VARZ") {
                1
            } else {
                500
            }
        ]
    });
    // verify finds more wrong with such a one: see verify_hostile.
    for args in ALL.into_iter().take(2) {
        let output = at(home, &many.url, args);
        assert!(output.status.success(), "{args:?}: {output:?}");
    }
    assert_eq!(
        document(home, &many.url, &["diff"], 0)["keeping_servers"],
        1
    );
}

/// Who forgot the operator in its configuration is told that, and not that the user is the wrong one.
#[test]
fn a_server_without_an_operator_is_said_to_have_none() {
    let folder = live_estate();
    let home = folder.path();
    std::fs::write(home.join("nats.conf"), "max_payload: 1MB\n").unwrap();
    for version in versions() {
        let server = Server::start(&version, home);
        for args in ALL {
            let text = ends(home, &server.url(), args, 1);
            has(&text, &["it was started without an operator"]);
            has(&text, &["hint: nkeep generate config --nats-resolver"]);
        }
        // Whoever comes is let in: that a user was says nothing.
        let rtt = ["tool", "rtt", "--nats", &server.url()];
        let came = common::live(home).args(rtt).output().unwrap();
        let said = String::from_utf8_lossy(&came.stderr);
        assert!(
            said.contains("warning: the server asks nobody for a login"),
            "{came:?}"
        );
    }
}

#[test]
fn nobody_is_there_or_nobody_of_ours() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    let server = Server::start(&newest(), home);
    let file = [
        "generate",
        "creds",
        "-a",
        "ACME",
        "-n",
        "ACME",
        "-o",
        "acme.creds",
    ];
    live_at(home, &file);
    let push = at(home, &server.url(), &["push", "-A"]);
    assert!(push.status.success(), "{push:?}");
    for args in ALL {
        let text = ends(home, "nats://127.0.0.1:9", args, 1);
        has(&text, &["no server can be reached at nats://127.0.0.1:9"]);
        let creds = [args, &["--creds", "acme.creds"]].concat();
        let text = ends(home, &server.url(), &creds, 1);
        has(&text, &["it is of another account than the system account"]);
    }
    live_at(
        home,
        &["add", "user", "weak", "-a", "SYS", "--allow-pub", "x"],
    );
    for args in ALL {
        let weak = [args, &["--system-user", "weak"]].concat();
        let text = ends(home, &server.url(), &weak, 1);
        has(&text, &["the server does not allow it: "]);
    }
}

#[test]
fn a_server_that_says_nothing_is_not_waited_for_without_end() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    let servers = cluster(&newest(), home, 3);
    let url = servers[0].url();
    let push = at(home, &url, &["push", "-A", "--servers", "3"]);
    assert!(push.status.success(), "{push:?}");
    servers[2].hold(true);
    for args in ALL {
        let begun = Instant::now();
        let text = ends(home, &url, args, 1);
        has(
            &text,
            &["1 of 3 servers did not answer", ": 1 server did not answer"],
        );
        assert!(begun.elapsed() < common::LONG);
    }
    servers[2].hold(false);
    for args in ALL {
        let output = at(home, &url, &[args, &["--servers", "3"]].concat());
        assert!(output.status.success(), "{output:?}");
    }
}

/// It describes itself and lists much, and then has nothing to say.
#[test]
fn whoever_falls_silent_in_the_middle_is_given_up() {
    let folder = live_estate();
    let home = folder.path();
    let kept = vec![
        (key(home, "ACME"), token(home, "ACME").into_bytes()),
        (key(home, "SYS"), token(home, "SYS").into_bytes()),
    ];
    let acme = key(home, "ACME");
    let has_it = Has::of(home, kept);
    let server = Fake::start(move |question| {
        if question.subject.contains(&acme) {
            return vec![];
        }
        has_it.answers(question)
    });
    for args in ALL {
        let text = ends(home, &server.url, args, 1);
        has(&text, &["error: no server answered within 1 s"]);
    }
}

#[test]
fn a_connection_is_cut_among_a_thousand_accounts() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    let other = copy_of(home);
    many_accounts(other.path(), 1_000);
    let server = Server::start(&newest(), home);
    let push = at(other.path(), &server.url(), &["push", "-A"]);
    assert!(push.status.success(), "{push:?}");
    // About half of the questions.
    let near = wire(&server.address, 90_000);
    for args in ALL {
        let text = ends(home, &near, args, 1);
        has(&text, &["the connection was lost"]);
    }
    let listed = json(home, &["list", "accounts"]);
    assert_eq!(listed["accounts"].as_array().unwrap().len(), 2);
    let text = ends(home, &server.url(), &["pull", "-A"], 0);
    has(
        &text,
        &[
            "pulled 950 accounts more",
            "pulled 1000 accounts; 2 accounts are as here",
        ],
    );
    let _ = ends(home, &server.url(), &["diff"], 0);
    live_at(home, &["store", "check"]);
}

#[test]
fn an_interrupted_pull_takes_nothing() {
    let folder = live_estate();
    let home = folder.path();
    let other = copy_of(home);
    live_at(other.path(), &["edit", "account", "ACME", "--tag", "later"]);
    let kept = vec![
        (key(home, "ACME"), token(other.path(), "ACME").into_bytes()),
        (key(home, "SYS"), token(home, "SYS").into_bytes()),
    ];
    let system = key(home, "SYS");
    let has_it = Has::of(home, kept);
    let asked = std::sync::atomic::AtomicUsize::new(0);
    let (tell, told) = std::sync::mpsc::channel();
    let server = Fake::start(move |question| {
        let is_of_system = question.subject.contains(&system);
        let before = asked.fetch_add(
            usize::from(is_of_system),
            std::sync::atomic::Ordering::SeqCst,
        );
        if is_of_system && before > 0 {
            tell.send(()).unwrap();
            return vec![];
        }
        has_it.answers(question)
    });
    let before = token(home, "ACME");
    let child = live(home)
        .args(["pull", "-A", "--timeout", "60", "-u", &server.url])
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    told.recv().unwrap();
    std::thread::sleep(Duration::from_millis(300));
    interrupt(&child);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "{output:?}");
    assert_eq!(token(home, "ACME"), before);
}

#[test]
fn two_tokens_of_one_second_on_two_servers_are_told() {
    let folder = live_estate();
    let home = folder.path();
    let other = copy_of(home);
    let second = common::copies::now() + 20;
    for (home, tag) in [(home, "one"), (other.path(), "other")] {
        common::copies::in_a_second(home, second, &["edit", "account", "ACME", "--tag", tag]);
    }
    let third = copy_of(home);
    let (one, two) = (token(home, "ACME"), token(other.path(), "ACME"));
    let (acme, system) = (key(home, "ACME"), key(home, "SYS"));
    let honest = Honest::of(home);
    let sys = token(home, "SYS");
    let server = Fake::start(move |question| {
        let id = |id: &str| value!({ "id": id, "name": id, "ver": "2.15.1" });
        let subject = question.subject.as_str();
        let both = |body: &dyn Fn(Value) -> Value| {
            vec![Says::json(&body(id("ONE"))), Says::json(&body(id("TWO")))]
        };
        if subject.ends_with("PING") {
            return both(&|server| value!({ "server": server, "statsz": { "active_servers": 2 } }));
        }
        if subject.ends_with("VARZ") {
            let described = honest.describes(question).unwrap();
            let Says::Answer(body) = &described[0] else {
                unreachable!()
            };
            let body: Value = serde_json::from_slice(body).unwrap();
            return both(&|server| value!({ "server": server, "data": body["data"] }));
        }
        if subject.ends_with("LIST") {
            return both(&|server| value!({ "server": server, "data": [acme, system] }));
        }
        if subject.ends_with("ACCOUNTZ") {
            return both(&|server| value!({ "server": server, "data": { "accounts": [] } }));
        }
        let tokens = match subject.contains(&acme) {
            true => [&one, &two],
            false => [&sys, &sys],
        };
        let says = tokens.map(|token| Says::Answer(token.as_bytes().to_vec()));
        says.to_vec()
    });
    let text = ends(third.path(), &server.url, &["pull", "-A"], 7);
    has(
        &text,
        &["is not taken: servers have two of it that were signed in the same second, "],
    );
    let document = document(third.path(), &server.url, &["diff"], 3);
    let account = &document["accounts"][0];
    assert_eq!(account["differences"], value!(["twin"]), "{document}");
    // Which of them has which, servers do not say of what they do not use.
    for token in account["tokens"].as_array().unwrap() {
        assert_eq!(token["kept_by"], value!({ "count": 1, "servers": [] }));
    }
}
