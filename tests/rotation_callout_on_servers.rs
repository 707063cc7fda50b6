//! What an auth callout hangs on is replaced under clients that log in all the time: at a real server nobody is turned away while the
//! service has both keys, and everybody is where it has the wrong one. That is the curve key that it opens requests with, and the
//! keys of the issuer whose tokens it lets in.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::callout::{Door, Guests, Service, asked_under_seal, is_open, open_door};
use common::oidc::{ISSUER, Trusted, coded, file, thumbprint, token, token_of};
use common::servers::{Client, Server, newest, versions};
use common::{live, live_at, live_estate, live_line};
use nkeep::nkey::Seed;
use serde_json::{Value, json};

fn step(home: &Path, step: &str) {
    let reason = ["--force", "--reason", "the test is the evidence"];
    live_at(home, &[&["rotate", step][..], &reason].concat());
}

#[test]
fn nobody_is_turned_away_while_the_service_opens_with_both_keys() {
    let folder = live_estate();
    let home = folder.path();
    // Whoever waits is on a slow machine, and not turned away.
    let (server, guest, [first, second]) = asked_under_seal(home, &newest(), 20);
    let push = || live_at(home, &["push", "-A", "-u", &server.url()]);
    let service = Service::start(home, &server, &[&first, &second], open_door());
    is_open(&server, &guest, "");
    let guests = Guests::come(&server, &guest, "");
    service.opens_by(&first);
    live_line(
        home,
        "rotate start callout-curve-key -a ACME --new ./second.nk",
    );
    service.opens_by(&first);
    step(home, "next");
    push();
    service.opens_by(&second);
    // Back, and on again.
    step(home, "rollback");
    push();
    service.opens_by(&first);
    step(home, "next");
    push();
    service.opens_by(&second);
    guests.all_got_in(20);
}

#[test]
fn a_service_that_has_the_old_key_alone_lets_nobody_in_after_the_switch() {
    let folder = live_estate();
    let home = folder.path();
    let (server, guest, [first, _]) = asked_under_seal(home, &newest(), 5);
    let service = Service::start(home, &server, &[&first], open_door());
    is_open(&server, &guest, "");
    live_line(
        home,
        "rotate start callout-curve-key -a ACME --new ./second.nk",
    );
    Client::connect(&server.address, &guest).unwrap();
    step(home, "next");
    live_at(home, &["push", "-A", "-u", &server.url()]);
    let opened = service.opened_by(&first);
    Client::connect(&server.address, &guest).unwrap_err();
    assert_eq!(service.opened_by(&first), opened);
}

/// Servers before nats-server's change 8275 are not rid of a callout until they are started again, and that is said.
#[test]
fn a_callout_that_is_taken_away_is_gone_from_older_servers_when_they_are_started_again() {
    let newest = newest();
    for binary in versions() {
        let folder = live_estate();
        let home = folder.path();
        // Nobody answers: whoever is asked about is kept out.
        let (server, guest, _) = asked_under_seal(home, &binary, 1);
        Client::connect(&server.address, &guest).unwrap_err();
        let edit = ["edit", "authcallout", "ACME", "--disable"];
        let edited = live(home).args(edit).output().unwrap();
        let said = String::from_utf8(edited.stderr).unwrap();
        assert!(
            said.contains("until they are started again; 2.15.1 does not"),
            "{said}"
        );
        live_at(home, &["push", "-A", "-u", &server.url()]);
        let lets_in = Client::connect(&server.address, &guest).is_ok();
        assert_eq!(lets_in, binary == newest, "{binary:?}");
        server.stop();
        let server = Server::start(&binary, home);
        Client::connect(&server.address, &guest).unwrap();
    }
}

const OLD: &str = "2025-old";
const NEW: &str = "2026-new";

/// Tokens of the issuer by its old key, and by its new one.
fn tokens() -> [String; 2] {
    [token("old", OLD, "RS256"), token("new", NEW, "ES256")]
}

/// An estate in which keys of an issuer are replaced, and a server whose callout trusts what is applied of it.
struct Estate<'a> {
    home: &'a Path,
    // Before the server, which it says goodbye to.
    service: Service,
    server: Server,
    trusted: Trusted,
    guest: String,
    curve: [Seed; 2],
}

impl<'a> Estate<'a> {
    /// One whose services trust what the issuer published before.
    fn of(home: &'a Path, binary: &Path) -> Self {
        let (server, guest, curve) = asked_under_seal(home, binary, 20);
        for name in ["before.json", "both.json"] {
            std::fs::copy(file(name), home.join(name)).unwrap();
        }
        let trusted = Trusted::of(home);
        let line = "generate secret oidc-trust --jwks before.json -n nats --config-map --issuer";
        trusted.apply(&live_line(home, &format!("{line} {ISSUER}")));
        let both = [&curve[0], &curve[1]];
        let service = Service::start(home, &server, &both, door(&trusted));
        is_open(&server, &guest, &tokens()[0]);
        Self {
            home,
            service,
            server,
            trusted,
            guest,
            curve,
        }
    }

    /// A service more, with some of the curve keys.
    fn serving(&self, keys: &[usize]) -> Service {
        let keys: Vec<&Seed> = keys.iter().map(|key| &self.curve[*key]).collect();
        Service::start(self.home, &self.server, &keys, door(&self.trusted))
    }

    /// What a login comes to that shows a token: nothing, or the service's reason.
    fn shows(&self, token: &str) -> Result<(), String> {
        self.service.refused();
        match Client::presenting(&self.server.address, &self.guest, token) {
            Ok(_) => Ok(()),
            Err(said) => match &*self.service.refused() {
                [reason] => Err(reason.clone()),
                reasons => panic!("{said}: {reasons:?}"),
            },
        }
    }

    fn lets_in(&self, token: &str) {
        self.shows(token).unwrap();
    }

    fn turns_away(&self, token: &str, says: &str) {
        let reason = self.shows(token).unwrap_err();
        assert!(reason.contains(says), "{reason}");
    }

    /// Begins a rotation; its name.
    fn start(&self, line: &str) -> String {
        live_line(self.home, &format!("rotate start {line} --soak 1s"))
            .trim()
            .to_owned()
    }

    /// Has services get what is applied in the phase, or to go back from it.
    fn apply(&self, rotation: &str, back: &str) {
        let line = format!("rotate artefacts {rotation} -n nats --as config-map{back}");
        self.trusted.apply(&live_line(self.home, &line));
    }

    fn says(&self, rotation: &str, name: &str) {
        let line = format!("rotate evidence import --rotation {rotation} --says {name}");
        let args: Vec<&str> = line.split(' ').collect();
        let words = ["--words", "the test saw who was let in"];
        live_at(self.home, &[&args[..], &words].concat());
    }

    /// Nothing is missing for the step that leads there once that was said, and without it the gate holds.
    fn next(&self, rotation: &str, says: &str, phase: &str) {
        let refused = || {
            let output = live(self.home).args(["rotate", "next", rotation]).output();
            let output = output.unwrap();
            assert_eq!(output.status.code(), Some(6), "{output:?}");
            String::from_utf8(output.stderr).unwrap()
        };
        if !says.is_empty() {
            assert!(refused().contains(says), "{says}");
            self.says(rotation, says);
        }
        live_line(self.home, &format!("rotate next {rotation}"));
        let status = live(self.home)
            .args(["rotate", "status", rotation, "--json"])
            .output()
            .unwrap();
        let status: Value = serde_json::from_slice(&status.stdout).unwrap();
        assert_eq!(status["phase"], phase, "{status}");
    }

    /// Has the server have what the store has, and say so.
    fn pushed(&self, rotation: &str) {
        let url = self.server.url();
        live_at(self.home, &["push", "-A", "-u", &url]);
        self.seen(rotation);
    }

    fn seen(&self, rotation: &str) {
        let url = self.server.url();
        live_at(
            self.home,
            &["rotate", "evidence", "collect", rotation, "-u", &url],
        );
    }

    /// The token of whoever is not one of those who are trusted.
    fn turns_strangers_away(&self) {
        // Something else than what was signed.
        let admin = token_of("old", OLD, "RS256", &json!({ "sub": "admin" }));
        let (says_admin, _) = admin.rsplit_once('.').unwrap();
        let [old, _] = tokens();
        let (_, signature) = old.rsplit_once('.').unwrap();
        for (token, says) in [
            (token("strange", "strange", "EdDSA"), "unknown"),
            (
                token("strange", NEW, "EdDSA"),
                "for \"ES256\", not \"EdDSA\"",
            ),
            (token("enc", "2025-enc", "RS256"), "unknown"),
            // Under another's name.
            (token("enc", OLD, "RS256"), "the signature is none of"),
            (token("old", NEW, "RS256"), "for \"ES256\", not \"RS256\""),
            (token("new", OLD, "ES256"), "for \"RS256\", not \"ES256\""),
            // By an algorithm that the key could be used with, and is not for.
            (token("old", OLD, "PS256"), "for \"RS256\", not \"PS256\""),
            (token("old", OLD, "none"), "for \"RS256\", not \"none\""),
            (
                coded(OLD, self.trusted.text("2025-old.pem").as_bytes()),
                "for \"RS256\", not \"HS256\"",
            ),
            (
                format!("{says_admin}.{signature}"),
                "the signature is none of",
            ),
            (format!("{says_admin}."), "the signature is none of"),
            (
                token_of("new", NEW, "ES256", &json!({ "iss": format!("{ISSUER}2") })),
                "another issuer",
            ),
            (token_of("new", NEW, "ES256", &json!({ "exp": 1 })), "over"),
            (String::new(), "no token"),
        ] {
            self.turns_away(&token, says);
        }
    }
}

/// Lets in by the tokens of the issuer whose keys are applied.
fn door(trusted: &Trusted) -> Door {
    let trusted = trusted.clone();
    Box::new(move |shown| trusted.admits(shown["auth_token"].as_str().unwrap_or_default()))
}

/// The keys of the issuer and the curve key are replaced at once.
fn replaced_on(binary: &Path) {
    let folder = live_estate();
    let mut estate = Estate::of(folder.path(), binary);
    let [old, new] = &tokens();
    // The new key is trusted nowhere, whatever the issuer publishes.
    estate.lets_in(old);
    estate.turns_away(new, "unknown");
    let published: Value =
        serde_json::from_str(&std::fs::read_to_string(file("both.json")).unwrap()).unwrap();
    let what = format!(
        "oidc-keys --issuer {ISSUER} --jwks both.json --from before.json --expect={}",
        thumbprint(&published["keys"][1])
    );
    let plan = live_line(estate.home, &format!("rotate plan {what}"));
    assert!(plan.contains("2025-enc is left out"), "{plan}");
    let issuer = estate.start(&what);
    let curve = estate.start("callout-curve-key -a ACME --new ./second.nk --servers 1");
    estate.turns_away(new, "unknown");

    // Both are trusted, the newest first, and no other.
    estate.apply(&issuer, "");
    assert_eq!(estate.trusted.kids(), [NEW, OLD]);
    estate.lets_in(new);
    estate.lets_in(old);
    // What goes back from here trusts the old one alone.
    estate.apply(&issuer, " --rollback");
    assert_eq!(estate.trusted.kids(), [OLD]);
    estate.lets_in(old);
    estate.turns_away(new, "unknown");
    estate.apply(&issuer, "");
    let of_old = Guests::come(&estate.server, &estate.guest, old);
    let of_new = Guests::come(&estate.server, &estate.guest, new);
    estate.service.opens_by(&estate.curve[0]);

    estate.next(&issuer, "issuer-pins-loaded", "activate");
    estate.next(&curve, "service-opens-both", "activate");
    estate.pushed(&curve);
    estate.apply(&issuer, "");
    estate.service.opens_by(&estate.curve[1]);
    estate.next(&issuer, "issuer-signs-new", "soak");
    estate.next(&curve, "", "soak");
    std::thread::sleep(std::time::Duration::from_millis(1100));
    estate.seen(&curve);
    estate.next(&curve, "", "retire");
    estate.service = estate.serving(&[1]);
    estate.service.opens_by(&estate.curve[1]);
    estate.next(&curve, "service-dropped-old", "destroy");
    of_old.all_got_in(10);
    of_new.all_got_in(10);
    estate.turns_strangers_away();

    // The old one is not trusted any more, once that is applied.
    let of_new = Guests::come(&estate.server, &estate.guest, new);
    estate.next(&issuer, "old-kid-unseen", "retire");
    estate.lets_in(old);
    estate.apply(&issuer, "");
    assert_eq!(estate.trusted.kids(), [NEW]);
    of_new.all_got_in(0);
    estate.turns_away(old, "unknown");
    estate.lets_in(new);
    // What goes back has both again, before nkeep goes back and after.
    estate.apply(&issuer, " --rollback");
    estate.lets_in(old);
    live_line(estate.home, &format!("rotate rollback {issuer}"));
    estate.apply(&issuer, "");
    assert_eq!(estate.trusted.kids(), [NEW, OLD]);
    estate.lets_in(old);
    estate.lets_in(new);
    estate.says(&issuer, "old-kid-unseen");
    std::thread::sleep(std::time::Duration::from_millis(1100));
    live_line(estate.home, &format!("rotate next {issuer}"));
    estate.apply(&issuer, "");
    estate.turns_away(old, "unknown");
    estate.lets_in(new);
    estate.next(&issuer, "issuer-final-loaded", "destroy");
    estate.apply(&issuer, " --phase retire");
    assert_eq!(estate.trusted.kids(), [NEW]);
}

#[test]
fn tokens_of_an_issuers_old_and_new_key_are_let_in_through_the_overlap_by_the_newest_server() {
    replaced_on(&newest());
}

#[test]
fn tokens_of_an_issuers_old_and_new_key_are_let_in_through_the_overlap_by_the_oldest_server() {
    replaced_on(&versions()[0]);
}
