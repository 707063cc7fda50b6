//! What stands between nkeep and real servers, or in their place: a server that answers whatever a test says, and a wire that
//! is cut.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::Path;
use std::process::Output;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::refusal::said;
use super::{live, live_at};

/// A question as it came.
#[derive(Clone, Debug)]
pub struct Question {
    /// What is asked.
    pub subject: String,
    /// Where answers go.
    pub reply: String,
}

/// What a server says to a question: bodies of answers, or whatever is on the wire.
#[derive(Clone, Debug)]
pub enum Says {
    /// An answer.
    Answer(Vec<u8>),
    /// Bytes as they are.
    Bytes(Vec<u8>),
    /// Nothing more, and the connection is closed.
    HangUp,
}

impl Says {
    /// An answer in JSON.
    #[must_use]
    pub fn json(value: &Value) -> Self {
        Self::Answer(value.to_string().into_bytes())
    }
}

/// Answers that make no sense.
pub const GARBAGE: [&[u8]; 5] = [
    b"",
    b"{",
    b"\xff\xfe\x00",
    b"[1,2,3]",
    b"{\"server\":{\"id\":\"\"},\"data\":{}}",
];

/// A server that was made up.
#[derive(Debug)]
pub struct Fake {
    /// Where it is.
    pub url: String,
    logins: Arc<Mutex<Vec<Value>>>,
}

impl Fake {
    /// One that answers so; it ends with the test.
    #[must_use]
    pub fn start(answer: impl Fn(&Question) -> Vec<Says> + Send + Sync + 'static) -> Self {
        Self::greeting(b"", answer)
    }

    /// One that says that before anything else.
    #[must_use]
    pub fn greeting(
        greeting: &'static [u8],
        answer: impl Fn(&Question) -> Vec<Says> + Send + Sync + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("nats://{}", listener.local_addr().unwrap());
        let logins = Arc::new(Mutex::new(Vec::new()));
        let (answer, seen) = (Arc::new(answer), Arc::clone(&logins));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (answer, seen) = (Arc::clone(&answer), Arc::clone(&seen));
                // Whoever asks may have gone.
                std::thread::spawn(move || {
                    let _ = serve(stream.unwrap(), greeting, &*answer, &seen);
                });
            }
        });
        Self { url, logins }
    }

    /// One that answers that, whatever it is asked.
    #[must_use]
    pub fn saying(body: &'static [u8]) -> Self {
        Self::start(move |_| vec![Says::Answer(body.to_vec())])
    }

    /// One that says who it is, as whom the operator of that home started, and answers that to all else.
    #[must_use]
    pub fn described_and_saying(home: &Path, body: &'static [u8]) -> Self {
        let honest = Honest::of(home);
        Self::start(move |question| {
            let says = honest.describes(question);
            says.unwrap_or_else(|| vec![Says::Answer(body.to_vec())])
        })
    }

    /// What whoever logged in last said of themselves.
    #[must_use]
    pub fn login(&self) -> Value {
        self.logins.lock().unwrap().last().unwrap().clone()
    }
}

fn serve(
    stream: TcpStream,
    greeting: &[u8],
    answer: &dyn Fn(&Question) -> Vec<Says>,
    seen: &Mutex<Vec<Value>>,
) -> std::io::Result<()> {
    let mut out = stream.try_clone()?;
    let info = json!({
        "server_id": "FAKE", "version": "2.15.1", "proto": 1, "headers": true, "max_payload": 1 << 20,
        "auth_required": true, "nonce": "bm9uY2U",
    });
    out.write_all(greeting)?;
    out.write_all(format!("INFO {info}\r\n").as_bytes())?;
    let mut subscription = String::new();
    let mut input = BufReader::new(stream);
    let mut line = String::new();
    while input.read_line(&mut line)? > 0 {
        let words: Vec<&str> = line.trim_end().split(' ').collect();
        match words[0] {
            "CONNECT" => {
                let login = line.trim_start_matches("CONNECT ");
                seen.lock()
                    .unwrap()
                    .push(serde_json::from_str(login).unwrap());
            }
            "PING" => out.write_all(b"PONG\r\n")?,
            "SUB" => subscription = (*words.last().unwrap()).to_owned(),
            "PUB" => {
                let question = Question {
                    subject: words[1].to_owned(),
                    reply: words[2].to_owned(),
                };
                let mut body = vec![0; words.last().unwrap().parse::<usize>().unwrap() + 2];
                input.read_exact(&mut body)?;
                for says in answer(&question) {
                    match says {
                        Says::Answer(body) => {
                            let Question { reply, .. } = &question;
                            let head = format!("MSG {reply} {subscription} {}\r\n", body.len());
                            out.write_all(&[head.as_bytes(), &body, b"\r\n"].concat())?;
                        }
                        Says::Bytes(bytes) => out.write_all(&bytes)?,
                        Says::HangUp => return out.shutdown(Shutdown::Both),
                    }
                }
            }
            _ => {}
        }
        line.clear();
    }
    Ok(())
}

/// What becomes of a wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is cut when so many bytes went to the server.
    Cut(u64),
    /// It is cut when so many bytes came from the server.
    CutAnswers(u64),
    /// Nothing more goes to the server after so many bytes, and nobody hangs up.
    Stuck(u64),
    /// Each so many bytes to the server take so long.
    Slow(u64, Duration),
}

/// A wire to a server that is cut when so many bytes went to it; the address of its near end.
#[must_use]
pub fn wire(server: &str, bytes: u64) -> String {
    wired(server, Fate::Cut(bytes)).0
}

/// A wire to a server; the address of its near end, and who tells when it happened.
#[must_use]
pub fn wired(server: &str, fate: Fate) -> (String, Receiver<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let near = listener.local_addr().unwrap();
    let server = server.to_owned();
    let (tell, told) = channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let near = stream.unwrap();
            let Ok(far) = TcpStream::connect(&server) else {
                let _ = near.shutdown(Shutdown::Both);
                continue;
            };
            let (from, to) = (far.try_clone().unwrap(), near.try_clone().unwrap());
            let (tell, told_of_answers) = (tell.clone(), tell.clone());
            std::thread::spawn(move || {
                match fate {
                    Fate::CutAnswers(bytes) => {
                        let _ = std::io::copy(&mut from.take(bytes), &mut &to);
                        let _ = told_of_answers.send(());
                    }
                    _ => {
                        let _ = std::io::copy(&mut &from, &mut &to);
                    }
                }
                let _ = to.shutdown(Shutdown::Both);
            });
            std::thread::spawn(move || carry(&near, &far, fate, &tell));
        }
    });
    (format!("nats://{near}"), told)
}

/// Carries what goes to the server.
fn carry(near: &TcpStream, far: &TcpStream, fate: Fate, tell: &Sender<()>) {
    let carried = |bytes: u64| std::io::copy(&mut near.take(bytes), &mut &*far).unwrap_or(0);
    match fate {
        Fate::Cut(bytes) => {
            carried(bytes);
            let _ = tell.send(());
        }
        Fate::CutAnswers(_) => {
            carried(u64::MAX);
        }
        Fate::Stuck(bytes) => {
            if carried(bytes) == bytes {
                let _ = tell.send(());
                // Whoever carries the answers hangs up when the server has gone.
                loop {
                    std::thread::park();
                }
            }
        }
        Fate::Slow(bytes, time) => {
            while carried(bytes) == bytes {
                let _ = tell.send(());
                std::thread::sleep(time);
            }
        }
    }
    let _ = near.shutdown(Shutdown::Both);
    let _ = far.shutdown(Shutdown::Both);
}

/// A server of operator ACME that is made up: it says who it is, and whom it trusts.
#[derive(Debug)]
pub struct Honest {
    operator: String,
    system: String,
    /// Which server it says it is.
    pub id: &'static str,
}

impl Honest {
    /// One whom the operator of that home started.
    #[must_use]
    pub fn of(home: &Path) -> Self {
        let operator = live_at(home, &["describe", "operator", "--raw"]);
        let system = live_at(home, &["describe", "account", "SYS", "--json"]);
        let system: Value = serde_json::from_str(&system).unwrap();
        Self {
            operator: operator.trim().to_owned(),
            system: system["sub"].as_str().unwrap().to_owned(),
            id: "FAKE",
        }
    }

    /// Who it says it is.
    #[must_use]
    pub fn itself(&self) -> Value {
        json!({ "id": self.id, "name": "fake", "ver": "2.15.1" })
    }

    /// What it says of itself, when it is asked for that.
    #[must_use]
    pub fn describes(&self, question: &Question) -> Option<Vec<Says>> {
        let server = self.itself();
        match question.subject.as_str() {
            "$SYS.REQ.SERVER.PING" => Some(vec![Says::json(
                &json!({ "server": server, "statsz": { "active_servers": 1 } }),
            )]),
            "$SYS.REQ.SERVER.PING.VARZ" => Some(vec![Says::json(&json!({
                "server": server,
                "data": { "trusted_operators_jwt": [self.operator], "system_account": self.system },
            }))]),
            _ => None,
        }
    }

    /// It takes what it is given.
    #[must_use]
    pub fn takes(&self, question: &Question) -> Value {
        let account = question.subject.split('.').nth(3).unwrap();
        json!({
            "server": self.itself(),
            "data": { "account": account, "code": 200, "message": "jwt updated" },
        })
    }
}

/// All accounts, with a short patience.
#[must_use]
pub fn push(home: &Path, url: &str, args: &[&str]) -> Output {
    let mut command = live(home);
    command.args(["push", "-A", "--timeout", "1", "-u", url]);
    command.args(args).output().unwrap()
}

/// It fails with that code and those words, and not for ever.
pub fn fails(home: &Path, url: &str, args: &[&str], code: i32, says: &[&str]) -> String {
    let begun = Instant::now();
    let output = push(home, url, args);
    assert!(begun.elapsed() < super::LONG, "{output:?}");
    assert_eq!(output.status.code(), Some(code), "{output:?}");
    let text = said(&output);
    for part in says {
        assert!(text.contains(part), "{part}: {text}");
    }
    text
}

/// What it printed.
#[must_use]
pub fn document(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}
