//! A callout service: it opens what a server asks with the curve keys that it has, and says who gets in.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use data_encoding::BASE64URL_NOPAD;
use futures_util::StreamExt as _;
use nkeep::nkey::{AnyKeyPair, CurveKey, CurvePair, Kind, Seed};
use serde_json::{Value, json};

use super::copies::{config, key, now};
use super::servers::{Client, Server};
use super::{live_at, signed};

const HEADER: &str = r#"{"typ":"JWT","alg":"ed25519-nkey"}"#;

/// Who gets in, by what they connect with: as whom, or why not.
pub type Door = Box<dyn Fn(&Value) -> Result<String, String> + Send>;

/// Whoever asks is let in.
#[must_use]
pub fn open_door() -> Door {
    Box::new(|_| Ok("guest".to_owned()))
}

/// A callout service with some curve keys, until it is dropped.
pub struct Service {
    seen: Arc<Seen>,
    ends: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

/// What a service has seen.
#[derive(Default)]
struct Seen {
    /// How many requests each key has opened.
    opened: Mutex<BTreeMap<String, usize>>,
    /// Why somebody was not let in.
    refused: Mutex<Vec<String>>,
}

impl Seen {
    fn has_opened(&self, name: &str) {
        let mut opened = self.opened.lock().unwrap();
        *opened.entry(name.to_owned()).or_default() += 1;
    }
}

impl Service {
    /// One that answers when this is back.
    pub fn start(home: &Path, server: &Server, keys: &[&Seed], door: Door) -> Self {
        let (seen, ends) = (Arc::default(), Arc::new(AtomicBool::new(false)));
        let work = At {
            url: server.url(),
            creds: home.join("service.creds"),
            account: key(home, "ACME"),
            pair: signing_pair(home),
            keys: keys
                .iter()
                .map(|seed| (seed.public().to_string(), seed.curve_pair().unwrap()))
                .collect(),
            door,
            seen: Arc::clone(&seen),
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
        is_ready.recv_timeout(super::LONG).unwrap();
        Self {
            seen,
            ends,
            thread: Some(thread),
        }
    }

    /// How many requests that key has opened.
    pub fn opened_by(&self, seed: &Seed) -> usize {
        let opened = self.seen.opened.lock().unwrap();
        opened
            .get(&seed.public().to_string())
            .copied()
            .unwrap_or_default()
    }

    /// Waits until that key opens requests.
    pub fn opens_by(&self, seed: &Seed) {
        let (before, deadline) = (self.opened_by(seed), Instant::now() + super::LONG);
        while self.opened_by(seed) < before + 5 {
            assert!(Instant::now() < deadline, "{} opens nothing", seed.public());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Why somebody was not let in since this was asked the last time.
    pub fn refused(&self) -> Vec<String> {
        std::mem::take(&mut *self.seen.refused.lock().unwrap())
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
    creds: PathBuf,
    account: String,
    pair: AnyKeyPair,
    keys: Vec<(String, CurvePair)>,
    door: Door,
    seen: Arc<Seen>,
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
        let mut is_leaving = false;
        loop {
            if !is_leaving && self.ends.load(Ordering::Relaxed) {
                // What has come is answered before it goes, where there is a server still.
                is_leaving = true;
                let _ = tokio::time::timeout(Duration::from_secs(1), requests.drain()).await;
            }
            let soon = tokio::time::timeout(Duration::from_millis(100), requests.next());
            let request = match soon.await {
                Ok(Some(request)) => request,
                Err(_) if !is_leaving => continue,
                _ => break,
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
                let answer = self.answer(std::str::from_utf8(&text).unwrap());
                self.seen.has_opened(name);
                client
                    .publish(request.reply.unwrap(), answer.into())
                    .await
                    .unwrap();
            }
        }
        let _ = tokio::time::timeout(Duration::from_secs(1), client.flush()).await;
    }

    fn answer(&self, request: &str) -> String {
        let body = request.split('.').nth(1).unwrap();
        let request: Value =
            serde_json::from_slice(&BASE64URL_NOPAD.decode(body.as_bytes()).unwrap()).unwrap();
        let asked = &request["nats"];
        let mut nats = json!({
            "type": "authorization_response", "version": 2, "issuer_account": self.account,
        });
        match (self.door)(&asked["connect_opts"]) {
            Ok(name) => nats["jwt"] = json!(self.user(&name, &asked["user_nkey"])),
            Err(reason) => {
                nats["error"] = json!(reason);
                self.seen.refused.lock().unwrap().push(reason);
            }
        }
        let response = json!({
            "jti": "2", "iat": now(), "iss": self.pair.public().to_string(), "sub": asked["user_nkey"],
            "aud": asked["server_id"]["id"], "nats": nats,
        });
        signed(HEADER, &response, &self.pair)
    }

    /// The token of somebody who is let in.
    fn user(&self, name: &str, key: &Value) -> String {
        let user = json!({
            "jti": "1", "iat": now(), "iss": self.pair.public().to_string(), "name": name, "sub": key,
            "nats": {
                "pub": {}, "sub": {}, "subs": -1, "data": -1, "payload": -1,
                "issuer_account": self.account, "type": "user", "version": 2,
            },
        });
        signed(HEADER, &user, &self.pair)
    }
}

/// The first of the account's signing keys.
fn signing_pair(home: &Path) -> AnyKeyPair {
    let claims = super::copies::json(home, &["describe", "account", "ACME"]);
    let key = claims["nats"]["signing_keys"][0].as_str().unwrap();
    let dir = home.join("signing");
    if !dir.exists() {
        live_at(home, &["export", "keys", "--key", key, "--dir", "signing"]);
    }
    let text = std::fs::read_to_string(dir.join(format!("{key}.nk"))).unwrap();
    Seed::parse(text.trim()).unwrap().signing_pair().unwrap()
}

/// Guests who log in one after the other, until they are asked how that went: how often it was tried, and why it failed.
pub struct Guests {
    ends: Arc<AtomicBool>,
    thread: Option<JoinHandle<(usize, Vec<String>)>>,
}

impl Guests {
    /// With creds, and what is shown beside them.
    pub fn come(server: &Server, creds: &str, token: &str) -> Self {
        let ends = Arc::new(AtomicBool::new(false));
        let (address, over) = (server.address.clone(), Arc::clone(&ends));
        let (creds, token) = (creds.to_owned(), token.to_owned());
        let thread = std::thread::spawn(move || {
            let (mut tried, mut failed) = (0, Vec::new());
            while !over.load(Ordering::Relaxed) {
                tried += 1;
                failed.extend(Client::presenting(&address, &creds, &token).err());
            }
            (tried, failed)
        });
        Self {
            ends,
            thread: Some(thread),
        }
    }

    /// They go: each got in, and there were more than so many.
    pub fn all_got_in(mut self, more_than: usize) {
        self.ends.store(true, Ordering::Relaxed);
        let (tried, failed) = self.thread.take().unwrap().join().unwrap();
        assert!(
            failed.is_empty() && tried > more_than,
            "{} of {tried}: {failed:?}",
            failed.len()
        );
    }
}

impl Drop for Guests {
    fn drop(&mut self) {
        self.ends.store(true, Ordering::Relaxed);
    }
}

/// A server of that version whose account ACME asks under seal of the first key, and waits so long for an answer; the service's
/// creds are in a file, the guest's are given.
#[must_use]
pub fn asked_under_seal(home: &Path, binary: &Path, seconds: u32) -> (Server, String, [Seed; 2]) {
    let keys = [(); 2].map(|()| Seed::generate(Kind::Curve).unwrap());
    for (seed, name) in keys.iter().zip(["first.nk", "second.nk"]) {
        std::fs::write(home.join(name), seed.expose().as_bytes()).unwrap();
        use std::os::unix::fs::PermissionsExt as _;
        let only_its_owner = std::fs::Permissions::from_mode(0o600);
        std::fs::set_permissions(home.join(name), only_its_owner).unwrap();
    }
    for line in [
        "add user service -a ACME --preset callout",
        "add user guest -a ACME",
        "edit authcallout ACME --auth-user service --curve ./first.nk",
        "generate creds -a ACME -n service -o service.creds",
    ] {
        super::live_line(home, line);
    }
    let guest = live_at(home, &["generate", "creds", "-a", "ACME", "-n", "guest"]);
    config(home, &["--nats-resolver"]);
    let ours = std::fs::read_to_string(home.join("nats.conf")).unwrap();
    let text = format!("{ours}\nauthorization: {{ timeout: {seconds} }}\n");
    std::fs::write(home.join("nats.conf"), text).unwrap();
    let server = Server::start(binary, home);
    live_at(home, &["push", "-A", "-u", &server.url()]);
    (server, guest, keys)
}

/// Waits until a guest gets in: that a service has said what it listens to does not mean that the server has read it.
pub fn is_open(server: &Server, guest: &str, token: &str) {
    let deadline = Instant::now() + super::LONG;
    while let Err(reason) = Client::presenting(&server.address, guest, token) {
        assert!(Instant::now() < deadline, "nobody gets in: {reason}");
    }
}
