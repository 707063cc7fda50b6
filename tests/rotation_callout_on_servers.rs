//! The curve key of an auth callout is replaced under clients that log in all the time: at a real server nobody is turned away
//! where the service opens with both keys, and everybody is where it has the old one alone.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use common::copies::{config, json, now};
use common::servers::{Client, Server, newest};
use common::{live_at, live_estate, signed};
use data_encoding::BASE64URL_NOPAD;
use futures_util::StreamExt as _;
use nkeep::nkey::{AnyKeyPair, CurveKey, CurvePair, Kind, Seed};
use serde_json::{Value, json as value};

const HEADER: &str = r#"{"typ":"JWT","alg":"ed25519-nkey"}"#;
const PATIENCE: Duration = Duration::from_secs(60);

/// A callout service with some curve keys, until it is dropped.
struct Service {
    opened: Arc<Mutex<BTreeMap<String, usize>>>,
    ends: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Service {
    fn start(home: &Path, server: &Server, keys: &[&Seed]) -> Self {
        let (opened, ends) = (Arc::default(), Arc::new(AtomicBool::new(false)));
        let account = json(home, &["describe", "account", "ACME"])["sub"].clone();
        let work = At {
            url: server.url(),
            creds: home.join("service.creds"),
            account: account.as_str().unwrap().to_owned(),
            pair: signing_pair(home),
            keys: keys
                .iter()
                .map(|seed| (seed.public().to_string(), seed.curve_pair().unwrap()))
                .collect(),
            opened: Arc::clone(&opened),
            ends: Arc::clone(&ends),
        };
        let (ready, is_ready) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap();
            runtime.block_on(work.serve(ready));
        });
        is_ready.recv_timeout(PATIENCE).unwrap();
        Self {
            opened,
            ends,
            thread: Some(thread),
        }
    }

    /// How many requests that key has opened.
    fn opened_by(&self, seed: &Seed) -> usize {
        let opened = self.opened.lock().unwrap();
        opened
            .get(&seed.public().to_string())
            .copied()
            .unwrap_or_default()
    }

    /// Waits until that key opens requests.
    fn opens_by(&self, seed: &Seed) {
        let (before, deadline) = (self.opened_by(seed), Instant::now() + PATIENCE);
        while self.opened_by(seed) < before + 5 {
            assert!(Instant::now() < deadline, "{} opens nothing", seed.public());
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::Relaxed);
        let ended = self.thread.take().map(JoinHandle::join);
        assert!(std::thread::panicking() || ended.is_none_or(|ended| ended.is_ok()));
    }
}

/// What a service works with.
struct At {
    url: String,
    creds: std::path::PathBuf,
    account: String,
    pair: AnyKeyPair,
    keys: Vec<(String, CurvePair)>,
    opened: Arc<Mutex<BTreeMap<String, usize>>>,
    ends: Arc<AtomicBool>,
}

impl At {
    async fn serve(self, ready: std::sync::mpsc::Sender<()>) {
        let options = async_nats::ConnectOptions::new()
            .credentials_file(&self.creds)
            .await
            .unwrap();
        let client = options.connect(&self.url).await.unwrap();
        let mut requests = client
            .queue_subscribe("$SYS.REQ.USER.AUTH", "q".to_owned())
            .await
            .unwrap();
        client.flush().await.unwrap();
        ready.send(()).unwrap();
        while !self.ends.load(Ordering::Relaxed) {
            let soon = tokio::time::timeout(Duration::from_millis(100), requests.next());
            let Ok(Some(request)) = soon.await else {
                continue;
            };
            let headers = request.headers.unwrap();
            let sender: CurveKey = headers
                .get("Nats-Server-Xkey")
                .unwrap()
                .as_str()
                .parse()
                .unwrap();
            // What it cannot open it is silent on: another may.
            let found = self
                .keys
                .iter()
                .find_map(|(name, pair)| Some((name, pair.open(&request.payload, &sender).ok()?)));
            if let Some((name, text)) = found {
                *self.opened.lock().unwrap().entry(name.clone()).or_default() += 1;
                let answer = self.answer(std::str::from_utf8(&text).unwrap());
                client
                    .publish(request.reply.unwrap(), answer.into())
                    .await
                    .unwrap();
            }
        }
    }

    /// Whoever asks is let in.
    fn answer(&self, request: &str) -> String {
        let body = request.split('.').nth(1).unwrap();
        let request: Value =
            serde_json::from_slice(&BASE64URL_NOPAD.decode(body.as_bytes()).unwrap()).unwrap();
        let (asked, now) = (&request["nats"], now());
        let issuer = self.pair.public().to_string();
        let user = value!({
            "jti": "1", "iat": now, "iss": issuer, "name": "guest", "sub": asked["user_nkey"],
            "nats": {
                "pub": {}, "sub": {}, "subs": -1, "data": -1, "payload": -1,
                "issuer_account": self.account, "type": "user", "version": 2,
            },
        });
        let response = value!({
            "jti": "2", "iat": now, "iss": issuer, "sub": asked["user_nkey"], "aud": asked["server_id"]["id"],
            "nats": {
                "type": "authorization_response", "version": 2, "issuer_account": self.account,
                "jwt": signed(HEADER, &user, &self.pair),
            },
        });
        signed(HEADER, &response, &self.pair)
    }
}

/// The first of the account's signing keys.
fn signing_pair(home: &Path) -> AnyKeyPair {
    let claims = json(home, &["describe", "account", "ACME"]);
    let key = claims["nats"]["signing_keys"][0].as_str().unwrap();
    let dir = home.join("signing");
    if !dir.exists() {
        live_at(home, &["export", "keys", "--key", key, "--dir", "signing"]);
    }
    let text = std::fs::read_to_string(dir.join(format!("{key}.nk"))).unwrap();
    Seed::parse(text.trim()).unwrap().signing_pair().unwrap()
}

/// Guests who log in one after the other, until they are asked how that went: how often it was tried, and why it failed.
struct Guests {
    ends: Arc<AtomicBool>,
    thread: JoinHandle<(usize, Vec<String>)>,
}

impl Guests {
    fn come(server: &Server, creds: &str) -> Self {
        let ends = Arc::new(AtomicBool::new(false));
        let (address, creds, over) = (server.address.clone(), creds.to_owned(), Arc::clone(&ends));
        let thread = std::thread::spawn(move || {
            let (mut tried, mut failed) = (0, Vec::new());
            while !over.load(Ordering::Relaxed) {
                tried += 1;
                failed.extend(Client::connect(&address, &creds).err());
            }
            (tried, failed)
        });
        Self { ends, thread }
    }

    fn went(self) -> (usize, Vec<String>) {
        self.ends.store(true, Ordering::Relaxed);
        self.thread.join().unwrap()
    }
}

/// A server whose account ACME asks under seal of the first key, and waits so long for an answer; the service's creds are in a
/// file, the guest's are given.
fn asked_under_seal(home: &Path, seconds: u32) -> (Server, String, [Seed; 2]) {
    let keys = [(); 2].map(|()| Seed::generate(Kind::Curve).unwrap());
    for (seed, name) in keys.iter().zip(["first.nk", "second.nk"]) {
        std::fs::write(home.join(name), seed.expose().as_bytes()).unwrap();
        use std::os::unix::fs::PermissionsExt as _;
        let only_its_owner = std::fs::Permissions::from_mode(0o600);
        std::fs::set_permissions(home.join(name), only_its_owner).unwrap();
    }
    for args in [
        &[
            "add", "user", "service", "-a", "ACME", "--preset", "callout",
        ][..],
        &["add", "user", "guest", "-a", "ACME"],
        &[
            "edit",
            "authcallout",
            "ACME",
            "--auth-user",
            "service",
            "--curve",
            "./first.nk",
        ],
        &[
            "generate",
            "creds",
            "-a",
            "ACME",
            "-n",
            "service",
            "-o",
            "service.creds",
        ],
    ] {
        live_at(home, args);
    }
    let guest = live_at(home, &["generate", "creds", "-a", "ACME", "-n", "guest"]);
    config(home, &["--nats-resolver"]);
    let ours = std::fs::read_to_string(home.join("nats.conf")).unwrap();
    let text = format!("{ours}\nauthorization: {{ timeout: {seconds} }}\n");
    std::fs::write(home.join("nats.conf"), text).unwrap();
    let server = Server::start(&newest(), home);
    live_at(home, &["push", "-A", "-u", &server.url()]);
    (server, guest, keys)
}

/// Waits until a guest gets in: that a service has said what it listens to does not mean that the server has read it.
fn is_open(server: &Server, guest: &str) {
    let deadline = Instant::now() + PATIENCE;
    while let Err(reason) = Client::connect(&server.address, guest) {
        assert!(Instant::now() < deadline, "nobody gets in: {reason}");
    }
}

fn step(home: &Path, step: &str) {
    live_at(
        home,
        &[
            "rotate",
            step,
            "--force",
            "--reason",
            "the test is the evidence",
        ],
    );
}

#[test]
fn nobody_is_turned_away_while_the_service_opens_with_both_keys() {
    let folder = live_estate();
    let home = folder.path();
    // Whoever waits is on a slow machine, and not turned away.
    let (server, guest, [first, second]) = asked_under_seal(home, 20);
    let push = || live_at(home, &["push", "-A", "-u", &server.url()]);
    let service = Service::start(home, &server, &[&first, &second]);
    is_open(&server, &guest);
    let guests = Guests::come(&server, &guest);
    service.opens_by(&first);
    live_at(
        home,
        &[
            "rotate",
            "start",
            "callout-curve-key",
            "-a",
            "ACME",
            "--new",
            "./second.nk",
        ],
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
    let (tried, failed) = guests.went();
    assert!(
        failed.is_empty() && tried > 20,
        "{} of {tried}: {failed:?}",
        failed.len()
    );
}

#[test]
fn a_service_that_has_the_old_key_alone_lets_nobody_in_after_the_switch() {
    let folder = live_estate();
    let home = folder.path();
    let (server, guest, [first, _]) = asked_under_seal(home, 5);
    let service = Service::start(home, &server, &[&first]);
    is_open(&server, &guest);
    live_at(
        home,
        &[
            "rotate",
            "start",
            "callout-curve-key",
            "-a",
            "ACME",
            "--new",
            "./second.nk",
        ],
    );
    Client::connect(&server.address, &guest).unwrap();
    step(home, "next");
    live_at(home, &["push", "-A", "-u", &server.url()]);
    let opened = service.opened_by(&first);
    Client::connect(&server.address, &guest).unwrap_err();
    assert_eq!(service.opened_by(&first), opened);
}
