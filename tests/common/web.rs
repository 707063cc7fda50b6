//! HTTP servers on loopback: one that answers whatever a test says, and an account server that keeps accounts and signs those that
//! signed themselves, as the one of a managed operator does.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use nkeep::jwt::claims::{Account, Claims};
use nkeep::jwt::decode::{Unverified, decode};
use nkeep::jwt::encode::{UnknownFields, encode};
use nkeep::nkey::{AnyKeyPair, Seed};

/// What is asked.
#[derive(Clone, Debug)]
pub struct Request {
    /// `GET` or `POST`.
    pub method: String,
    /// From the first slash on.
    pub path: String,
    /// What is given.
    pub body: String,
    /// The headers, in lower case.
    pub head: String,
}

/// What is said to it.
#[derive(Clone, Debug)]
pub enum Reply {
    /// A number and a body.
    Http(u16, Vec<u8>),
    /// A number, and where it is.
    Turn(u16, String),
    /// Bytes as they are, and the connection is closed.
    Bytes(Vec<u8>),
    /// The same, and then nothing for that long.
    Slow(Vec<u8>, Duration),
}

impl Reply {
    /// A number and words.
    #[must_use]
    pub fn words(status: u16, words: &str) -> Self {
        Self::Http(status, words.as_bytes().to_vec())
    }
}

/// A server that was made up.
#[derive(Clone, Debug)]
pub struct Web {
    /// Where it is, without a slash at the end.
    pub url: String,
    seen: Arc<Mutex<Vec<Request>>>,
}

impl Web {
    /// One that answers so; it ends with the test.
    #[must_use]
    pub fn start(answer: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let seen = Arc::new(Mutex::new(Vec::new()));
        let (answer, log) = (Arc::new(answer), Arc::clone(&seen));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (answer, log) = (Arc::clone(&answer), Arc::clone(&log));
                // Whoever asks may have gone.
                std::thread::spawn(move || {
                    let _ = serve(stream.unwrap(), &*answer, &log);
                });
            }
        });
        Self { url, seen }
    }

    /// What was asked.
    #[must_use]
    pub fn seen(&self) -> Vec<Request> {
        self.seen.lock().unwrap().clone()
    }

    /// How often that was asked.
    #[must_use]
    pub fn asked(&self, method: &str) -> usize {
        let seen = self.seen();
        seen.iter().filter(|one| one.method == method).count()
    }
}

fn serve(
    stream: TcpStream,
    answer: &dyn Fn(&Request) -> Reply,
    seen: &Mutex<Vec<Request>>,
) -> std::io::Result<()> {
    let mut out = stream.try_clone()?;
    let mut input = BufReader::new(stream);
    while let Some(request) = read(&mut input)? {
        seen.lock().unwrap().push(request.clone());
        match answer(&request) {
            Reply::Http(status, body) => {
                let head = format!(
                    "HTTP/1.1 {status} It\r\ncontent-length: {}\r\n\r\n",
                    body.len()
                );
                out.write_all(&[head.as_bytes(), &body].concat())?;
            }
            Reply::Turn(status, to) => {
                let head = format!(
                    "HTTP/1.1 {status} There\r\nlocation: {to}\r\ncontent-length: 0\r\n\r\n"
                );
                out.write_all(head.as_bytes())?;
            }
            Reply::Bytes(bytes) => {
                out.write_all(&bytes)?;
                return Ok(());
            }
            Reply::Slow(bytes, time) => {
                out.write_all(&bytes)?;
                // Not for luck: whoever asks is to have had enough before this is over.
                std::thread::sleep(time);
                return Ok(());
            }
        }
    }
    Ok(())
}

fn read(input: &mut BufReader<TcpStream>) -> std::io::Result<Option<Request>> {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if input.read_line(&mut head)? == 0 {
            return Ok(None);
        }
    }
    let mut words = head.split(' ');
    let (method, path) = (
        words.next().unwrap().to_owned(),
        words.next().unwrap().to_owned(),
    );
    let head = head.to_lowercase();
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    let mut body = vec![0; length.map_or(0, |length| length.trim().parse().unwrap())];
    input.read_exact(&mut body)?;
    let body = String::from_utf8(body).unwrap();
    Ok(Some(Request {
        method,
        path,
        body,
        head,
    }))
}

/// How an account server takes what it is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mood {
    /// At once.
    #[default]
    Willing,
    /// When somebody has said yes.
    Pending,
}

/// What an account server has.
#[derive(Default)]
pub struct Kept {
    /// The operator's token.
    pub operator: String,
    /// Accounts by their keys.
    pub accounts: BTreeMap<String, String>,
    /// What waits for a yes.
    pub waiting: BTreeMap<String, String>,
    /// How it takes more.
    pub mood: Mood,
    /// The operator's key, where it signs.
    pub signer: Option<AnyKeyPair>,
    /// What it makes of claims before it signs them.
    pub edit: Option<fn(&mut Claims<Account>)>,
}

/// An account server as operators run it, below `/jwt/v1`.
#[derive(Clone)]
pub struct Bank {
    /// Where it is, with `/jwt/v1`.
    pub url: String,
    /// What it was asked.
    pub web: Web,
    kept: Arc<Mutex<Kept>>,
}

impl Bank {
    /// One that has nothing yet.
    #[must_use]
    pub fn start() -> Self {
        let kept = Arc::new(Mutex::new(Kept::default()));
        let here = Arc::clone(&kept);
        let web = Web::start(move |request| here.lock().unwrap().answer(request));
        Self {
            url: format!("{}/jwt/v1", web.url),
            web,
            kept,
        }
    }

    /// Looks at what it has, or changes that.
    pub fn with<T>(&self, look: impl FnOnce(&mut Kept) -> T) -> T {
        look(&mut self.kept.lock().unwrap())
    }

    /// The token that it has of an account.
    #[must_use]
    pub fn account(&self, key: &str) -> Option<String> {
        self.with(|kept| kept.accounts.get(key).cloned())
    }

    /// Somebody there says yes to all that waits.
    pub fn approve(&self) {
        self.with(|kept| {
            for (key, token) in std::mem::take(&mut kept.waiting) {
                let token = kept.signed(&token);
                kept.accounts.insert(key, token);
            }
        });
    }

    /// Gives it the key that it signs with.
    pub fn signs_with(&self, seed: &Seed) {
        let pair = seed.signing_pair().unwrap();
        self.with(|kept| kept.signer = Some(pair));
    }
}

impl Kept {
    fn answer(&mut self, request: &Request) -> Reply {
        let Some(path) = request.path.strip_prefix("/jwt/v1/") else {
            return Reply::words(404, "no such page");
        };
        let Some(key) = path.strip_prefix("accounts/") else {
            return match (path, &*self.operator) {
                ("operator", token) if !token.is_empty() => Reply::words(200, token),
                // A server that looks whether it is there.
                ("accounts", _) => Reply::words(200, ""),
                _ => Reply::words(404, "no such page"),
            };
        };
        let key = key.split('?').next().unwrap().to_owned();
        if key.is_empty() {
            return Reply::words(200, "");
        }
        if request.method == "GET" {
            return match self.accounts.get(&key) {
                Some(token) => Reply::words(200, token),
                None => Reply::words(404, "no such account"),
            };
        }
        if !request.head.contains("content-type: application/jwt") {
            return Reply::words(415, "what is that?");
        }
        if self.mood == Mood::Pending {
            self.waiting.insert(key, request.body.clone());
            return Reply::words(202, "ask the board");
        }
        let token = self.signed(&request.body);
        self.accounts.insert(key, token);
        Reply::words(200, "jwt updated")
    }

    /// A token that its operator signed stays; one that signed itself is signed, where it signs.
    fn signed(&self, token: &str) -> String {
        let read = Unverified::<Account>::try_from(decode(token).unwrap()).unwrap();
        let own = read.issuer().to_string() == read.claims().subject;
        let Some(signer) = self.signer.as_ref().filter(|_| own) else {
            return token.to_owned();
        };
        let mut claims = read.claims().clone();
        if let Some(edit) = self.edit {
            edit(&mut claims);
        }
        encode(claims, signer, now(), UnknownFields::Keep)
            .unwrap()
            .token
    }
}

fn now() -> i64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    i64::try_from(now.as_secs()).unwrap()
}

/// Certificates for 127.0.0.1 and for a client, by an authority of their own.
pub fn certificates(home: &Path) {
    let script = r#"
set -e
openssl ecparam -name prime256v1 -genkey -noout -out ca.key
openssl req -x509 -new -key ca.key -days 2 -subj /CN=authority -out ca.pem -addext basicConstraints=critical,CA:TRUE
for who in server client; do
    openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -out $who.key
    openssl req -new -key $who.key -subj /CN=$who -out $who.csr
    printf 'subjectAltName=IP:127.0.0.1\nextendedKeyUsage=serverAuth,clientAuth\n' > ext
    openssl x509 -req -in $who.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile ext -out $who.pem
done
"#;
    let made = Command::new("bash")
        .args(["-c", script])
        .current_dir(home)
        .output()
        .unwrap();
    assert!(made.status.success(), "{made:?}");
}

/// A server that shows a certificate, and the files of a folder.
#[derive(Debug)]
pub struct Secure {
    child: Child,
    /// Where it is, without a slash at the end.
    pub url: String,
}

impl Secure {
    /// One with the certificate in that folder; `more` says what it wants to see.
    #[must_use]
    pub fn start(folder: &Path, more: &[&str]) -> Self {
        let mut child = Command::new("openssl")
            .args(["s_server", "-accept", "127.0.0.1:0", "-WWW"])
            .args(["-cert", "server.pem", "-key", "server.key"])
            .args(more)
            .current_dir(folder)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let address = lines.find_map(|line| {
            let line = line.unwrap();
            line.strip_prefix("ACCEPT ").map(str::to_owned)
        });
        // It says more, and nobody is to stop it.
        std::thread::spawn(move || lines.for_each(drop));
        Self {
            child,
            url: format!("https://{}", address.unwrap()),
        }
    }
}

impl Drop for Secure {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
