//! `tool`: what users of the store can do at real servers of three versions, and what they are told where they cannot.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Output, Stdio};

use common::refusal::{everything, said};
use common::servers::{Client, Server, newest, versions};
use common::terminal::{exit_code, spawned};
use common::{live, live_at, live_estate};
use expectrl::{ControlCode, Eof, Expect as _};
use nkeep::nkey::Seed;
use serde_json::Value;

/// A server that has the accounts of the home, and that the operator names.
fn served(version: &Path, home: &Path) -> Server {
    let config = ["generate", "config", "--nats-resolver", "--force"];
    live_at(
        home,
        &[&config[..], &["--config-file", "nats.conf"]].concat(),
    );
    let server = Server::start(version, home);
    let url = server.url();
    // No other is tried, such as one that somebody has at the usual place.
    let described = live_at(home, &["describe", "operator", "--json"]);
    let described: Value = serde_json::from_str(&described).unwrap();
    let mut words = vec!["edit", "operator", "--service-url", &url];
    for other in described["nats"]["operator_service_urls"]
        .as_array()
        .unwrap()
    {
        words.extend(["--rm-service-url", other.as_str().unwrap()]);
    }
    live_at(home, &words);
    live_at(home, &["push", "-A", "-u", &url]);
    server
}

fn tool(home: &Path, args: &[&str]) -> Command {
    let mut command = live(home);
    command.arg("tool").args(args);
    command
}

fn done(home: &Path, args: &[&str]) -> Output {
    let output = tool(home, args).output().unwrap();
    assert!(output.status.success(), "{args:?}: {output:?}");
    output
}

/// It fails with exit code 1 and those words.
fn fails(home: &Path, args: &[&str], says: &[&str]) -> String {
    let output = tool(home, args).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{args:?}: {output:?}");
    let text = said(&output);
    for part in says {
        assert!(text.contains(part), "{part}: {text}");
    }
    text
}

/// Somebody who listens.
struct Listener {
    child: Child,
    words: BufReader<std::process::ChildStderr>,
}

impl Listener {
    /// Listens from the time on that the server knows of it.
    fn start(home: &Path, args: &[&str]) -> Self {
        let mut child = tool(home, args)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut words = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        words.read_line(&mut line).unwrap();
        assert!(line.contains("listening on "), "{line}");
        Self { child, words }
    }

    /// The next payload that ends with a line end.
    fn line(&mut self) -> String {
        let mut line = Vec::new();
        let mut byte = [0];
        let out = self.child.stdout.as_mut().unwrap();
        while !line.ends_with(b"\n") && out.read(&mut byte).unwrap() == 1 {
            line.push(byte[0]);
        }
        String::from_utf8(line).unwrap()
    }

    fn interrupt(&self) {
        common::interrupt(&self.child);
    }

    /// What else it printed and said until it ended.
    fn end(mut self) -> (ExitStatus, Vec<u8>, String) {
        let (mut printed, mut said) = (Vec::new(), String::new());
        let mut out = self.child.stdout.take().unwrap();
        out.read_to_end(&mut printed).unwrap();
        self.words.read_to_string(&mut said).unwrap();
        let text = format!("{} {said}", String::from_utf8_lossy(&printed));
        let mut words = text.split(|c: char| !c.is_ascii_alphanumeric());
        assert!(!words.any(|word| Seed::parse(word).is_ok()), "a seed");
        (self.child.wait().unwrap(), printed, said)
    }
}

#[test]
fn what_is_published_comes() {
    let folder = live_estate();
    let home = folder.path();
    for version in versions() {
        let _ = std::fs::remove_dir_all(home.join("jwt"));
        let server = served(&version, home);
        let before = everything(&home.join(".local"));
        let listener = Listener::start(home, &["sub", "orders.>", "--max-messages", "3"]);
        let output = done(home, &["pub", "orders.new", "two of each"]);
        assert_eq!(
            said(&output),
            "nkeep: published 11 bytes to \"orders.new\"\n"
        );
        assert!(output.stdout.is_empty(), "{output:?}");
        done(home, &["pub", "orders"]);
        done(home, &["pub", "orders.none", "--user", "ACME"]);
        // nsc's own name for it, and its flags between the words.
        let url = server.url();
        let words = [
            "tool",
            "--nats",
            &url,
            "pub",
            "orders.a.b",
            "x",
            "-u",
            "ACME",
        ];
        live_at(home, &words);
        let (status, printed, words) = listener.end();
        assert!(status.success(), "{words}");
        assert_eq!(printed, b"two of each\n\nx\n", "{words}");
        assert_eq!(words, "nkeep: received 3 messages\n");
        // No creds file was made for it, and nothing is another in the store.
        assert!(everything(&home.join(".local")) == before);
    }
}

#[test]
fn what_is_asked_is_answered() {
    let folder = live_estate();
    let home = folder.path();
    for version in versions() {
        let _ = std::fs::remove_dir_all(home.join("jwt"));
        let _server = served(&version, home);
        let clock = Listener::start(home, &["reply", "time.*", "twelve", "--max-messages", "2"]);
        let answer = done(home, &["req", "time.now", "what time is it"]);
        assert_eq!(answer.stdout, b"twelve");
        // Whoever waits for no answer is counted, too.
        done(home, &["pub", "time.now", "just so"]);
        let (status, printed, words) = clock.end();
        assert!(status.success(), "{words}");
        assert_eq!(printed, b"what time is it\njust so\n");
        // Without an answer it is what was asked, whatever bytes.
        let bytes = b"\x00\xff\x1b[31m\n";
        let echo = Listener::start(home, &["reply", "echo", "--max-messages", "2"]);
        let mut asking = tool(home, &["req", "echo", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        asking.stdin.take().unwrap().write_all(bytes).unwrap();
        let output = asking.wait_with_output().unwrap();
        assert_eq!(output.stdout, bytes, "{output:?}");
        assert!(output.stderr.is_empty(), "{output:?}");
        let json = done(home, &["req", "echo", "text", "--json"]);
        let json: Value = serde_json::from_slice(&json.stdout).unwrap();
        assert_eq!(json["kind"], "answer");
        assert_eq!(json["payload"], "text");
        assert!(json["milliseconds"].as_f64().unwrap() > 0.0);
        assert!(echo.end().0.success());
        let rtt = done(home, &["rtt"]);
        let text = String::from_utf8(rtt.stdout).unwrap();
        assert!(text.starts_with("round trip time to ["), "{text}");
        assert!(text.ends_with(" ms\n"), "{text}");
    }
}

#[test]
fn documents_are_whole() {
    let folder = live_estate();
    let home = folder.path();
    let server = served(&newest(), home);
    // One that somebody breaks off, and one that ends by itself.
    let listeners = [
        Listener::start(home, &["sub", "x.>", "--json", "-q", "one"]),
        Listener::start(home, &["sub", "x.>", "--json", "--max-messages", "2"]),
        Listener::start(home, &["sub", "nothing", "--json"]),
    ];
    let published = done(home, &["pub", "x.a", "a\u{1b}[2J", "--json"]);
    let published: Value = serde_json::from_slice(&published.stdout).unwrap();
    assert_eq!(published["kind"], "published");
    assert_eq!(published["bytes"], 5);
    assert_eq!(published["user"], "ACME");
    let mut bytes = tool(home, &["pub", "x.b", "-"])
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    bytes.stdin.take().unwrap().write_all(b"\xff").unwrap();
    assert!(bytes.wait().unwrap().success());
    let rtt = done(home, &["rtt", "--json"]);
    let rtt: Value = serde_json::from_slice(&rtt.stdout).unwrap();
    assert_eq!(rtt["kind"], "round_trip");
    assert!(rtt["server"]["version"].is_string(), "{rtt}");
    let mut ends = Vec::new();
    for (place, mut listener) in listeners.into_iter().enumerate() {
        if place == 0 {
            // Until both have come.
            while !listener.line().contains("\"number\": 2") {}
        }
        if place != 1 {
            listener.interrupt();
        }
        let (status, printed, _) = listener.end();
        ends.push((status.code().unwrap(), printed));
    }
    assert_eq!(
        ends.iter().map(|(code, _)| *code).collect::<Vec<_>>(),
        [130, 0, 130]
    );
    let limited: Value = serde_json::from_slice(&ends[1].1).unwrap();
    assert_eq!(limited["kind"], "messages");
    assert_eq!(limited["end"], "limit");
    assert_eq!(limited["count"], 2);
    assert_eq!(limited["messages"][0]["payload"], "a\u{1b}[2J");
    assert_eq!(limited["messages"][0]["reply"], Value::Null);
    assert_eq!(limited["messages"][1]["base64"], "/w==");
    assert!(!String::from_utf8_lossy(&ends[1].1).contains('\u{1b}'));
    let none: Value = serde_json::from_slice(&ends[2].1).unwrap();
    assert_eq!(none["messages"], serde_json::json!([]));
    assert_eq!(none["end"], "interrupted");
    // What broke off with the connection is a document, too.
    let lost = Listener::start(home, &["sub", "x", "--json"]);
    drop(server);
    let (status, printed, words) = lost.end();
    assert_eq!(status.code(), Some(1), "{words}");
    let printed: Value = serde_json::from_slice(&printed).unwrap();
    assert_eq!(printed["end"], "error");
    let error: Value = serde_json::from_str(&words).unwrap();
    let message = error["message"].as_str().unwrap();
    assert!(
        message.contains("received 0 messages: the connection was lost"),
        "{message}"
    );
}

#[test]
fn whoever_has_heard_enough_hears_how_much_it_was() {
    let folder = live_estate();
    let home = folder.path();
    let _server = served(&newest(), home);
    for (words, shown) in [
        (["sub", "x.>"], "payload\n"),
        (["reply", "x.>"], "payload\n"),
    ] {
        let mut listener = Listener::start(home, &words);
        done(home, &["pub", "x.y", "payload"]);
        assert_eq!(listener.line(), shown);
        listener.interrupt();
        let (status, printed, words) = listener.end();
        assert_eq!(status.code(), Some(130), "{words}");
        assert!(printed.is_empty(), "{printed:?}");
        assert_eq!(words, "nkeep: received 1 message\n");
    }
    // A reader that went away has had enough.
    let line = "nkeep tool sub x.y | head -n 1";
    let binary = Path::new(env!("CARGO_BIN_EXE_nkeep")).parent().unwrap();
    let mut piped = Command::new("bash");
    piped.args(["-o", "pipefail", "-c", line]);
    let plain = live(home);
    piped.envs(
        plain
            .get_envs()
            .filter_map(|(name, value)| Some((name, value?))),
    );
    piped.env("PATH", format!("{}:/usr/bin:/bin", binary.display()));
    let mut child = piped
        .current_dir(home)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut words = BufReader::new(child.stderr.take().unwrap());
    words.read_line(&mut String::new()).unwrap();
    while child.try_wait().unwrap().is_none() {
        done(home, &["pub", "x.y", "payload"]);
    }
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(output.stdout, b"payload\n");
}

#[test]
fn a_queue_shares_what_comes() {
    let folder = live_estate();
    let home = folder.path();
    let _server = served(&newest(), home);
    let mut listeners = Vec::new();
    for _ in 0..2 {
        let words = ["sub", "x", "-q", "workers", "--max-messages", "3"];
        listeners.push(Listener::start(home, &words));
    }
    // Whoever has had three gets no more: each of six comes to one.
    for number in 0..6 {
        done(home, &["pub", "x", &number.to_string()]);
    }
    let mut came = Vec::new();
    for listener in listeners {
        let (status, printed, words) = listener.end();
        assert!(status.success(), "{words}");
        let printed = String::from_utf8(printed).unwrap();
        came.extend(printed.lines().map(str::to_owned));
    }
    came.sort();
    assert_eq!(came, ["0", "1", "2", "3", "4", "5"]);
}

#[test]
fn what_a_user_may_not_is_said_in_the_words_of_the_server() {
    let folder = live_estate();
    let home = folder.path();
    for user in [
        &["clerk", "--allow-pub", "orders.>", "--allow-sub", "news.>"][..],
        &["mute", "--allow-pub", "x", "--allow-sub", "ask,_INBOX.>"],
        &["single"],
    ] {
        let add = [&["add", "user", "-a", "ACME"], user].concat();
        live_at(home, &add);
    }
    live_at(
        home,
        &["edit", "user", "single", "-a", "ACME", "--subs", "1"],
    );
    for version in versions() {
        let _ = std::fs::remove_dir_all(home.join("jwt"));
        let _server = served(&version, home);
        // Neither may clerk write to itself, and what it may it does.
        done(home, &["pub", "orders.new", "x", "-u", "clerk"]);
        done(home, &["rtt", "-u", "clerk"]);
        let help = "hint: nkeep describe user -a ACME clerk";
        for (words, says) in [
            (["pub", "elsewhere"], "Permissions Violation for Publish to"),
            (
                ["req", "orders.new"],
                "Permissions Violation for Subscription to",
            ),
            (
                ["sub", "orders.>"],
                "Permissions Violation for Subscription to",
            ),
            (
                ["reply", "orders.>"],
                "Permissions Violation for Subscription to",
            ),
        ] {
            let words = [&words[..], &["-u", "clerk"]].concat();
            fails(
                home,
                &words,
                &["the server does not allow it: ", says, help],
            );
        }
        let reads = Listener::start(
            home,
            &["sub", "news.a", "-u", "clerk", "--max-messages", "1"],
        );
        done(home, &["pub", "news.a", "-u", "ACME"]);
        assert!(reads.end().0.success());
        // Who may hear a question and not answer it.
        let mute = Listener::start(home, &["reply", "ask", "-u", "mute"]);
        // What helps can be typed: the flag is there once.
        fails(
            home,
            &["req", "ask", "-u", "ACME", "--timeout", "1"],
            &[
                "nobody answered to \"ask\" within 1 s",
                "hint: nkeep tool req ask -u ACME --timeout 30 -a ACME  # waits longer",
            ],
        );
        let (status, printed, words) = mute.end();
        assert_eq!(status.code(), Some(1), "{words}");
        assert_eq!(printed, b"\n");
        assert!(
            words.contains("received 1 message: the server does not allow it"),
            "{words}"
        );
        // Who may have one subscription has it.
        let words = ["sub", "x", "-u", "single", "--max-messages", "1"];
        let single = Listener::start(home, &words);
        done(home, &["pub", "x", "-u", "single"]);
        assert!(single.end().0.success());
    }
}

#[test]
fn who_is_not_let_in_is_told_why() {
    let folder = live_estate();
    let home = folder.path();
    let server = served(&newest(), home);
    live_at(home, &["add", "account", "NEW"]);
    live_at(home, &["add", "user", "ann", "-a", "NEW"]);
    fails(
        home,
        &["rtt", "-a", "NEW"],
        &["the server refuses the login: ", "hint: nkeep push -a NEW"],
    );
    live_at(home, &["push", "-a", "NEW", "-u", &server.url()]);
    done(home, &["rtt", "-a", "NEW"]);
    live_at(home, &["revocations", "add-user", "-a", "NEW", "-n", "ann"]);
    live_at(home, &["push", "-a", "NEW", "-u", &server.url()]);
    let text = fails(
        home,
        &["rtt", "-a", "NEW"],
        &[
            "warning: the token of user ann is revoked in account NEW",
            "the server refuses the login: ",
            "hint: nkeep revocations list-users -a NEW",
        ],
    );
    // No push lets in whom the store itself shuts out.
    assert!(!text.contains("nkeep push"), "{text}");
    // Nobody answers, and nobody is there.
    fails(
        home,
        &["req", "nobody.there", "-a", "ACME"],
        &[
            "nobody is there who answers to \"nobody.there\"",
            "hint: nkeep tool reply nobody.there -a ACME",
        ],
    );
    // What is imported is answered where it is exported.
    let export = ["add", "export", "-a", "NEW", "-s", "status.*", "--service"];
    live_at(home, &export);
    let import = "add import -a ACME --src-account NEW --remote-subject status.* --service";
    let import: Vec<&str> = import.split(' ').collect();
    live_at(
        home,
        &[&import[..], &["--local-subject", "new.$1"]].concat(),
    );
    live_at(home, &["push", "-A", "-u", &server.url()]);
    fails(
        home,
        &["req", "new.now", "-a", "ACME"],
        &["hint: nkeep tool reply 'status.*' -a NEW  # answers, in the account that exports it"],
    );
    let gone = ["rtt", "-a", "ACME", "--nats", "nats://127.0.0.1:9"];
    fails(
        home,
        &gone,
        &["no server can be reached at nats://127.0.0.1:9"],
    );
    // Whoever is held up is waited for so long, and no longer.
    server.hold(true);
    fails(
        home,
        &["rtt", "-a", "ACME", "--timeout", "1"],
        &["no server can be reached"],
    );
    server.hold(false);
    let listener = Listener::start(home, &["sub", "x", "-a", "ACME"]);
    drop(server);
    let (status, _, words) = listener.end();
    assert_eq!(status.code(), Some(1), "{words}");
    assert!(words.contains("the connection was lost"), "{words}");
    assert!(
        words.contains("hint: nkeep tool sub x -a ACME  # once more"),
        "{words}"
    );
}

#[test]
fn more_than_a_server_takes_is_not_sent() {
    let folder = live_estate();
    let home = folder.path();
    let _server = served(&newest(), home);
    let mut child = tool(home, &["pub", "x", "-"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    pipe.write_all(&vec![b'x'; 2 << 20]).unwrap();
    drop(pipe);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(
        said(&output).contains("it is not sent: max payload"),
        "{output:?}"
    );
}

/// Who was reached and lets nobody in is not said to be out of reach.
#[test]
fn a_server_that_ends_the_login_was_reached() {
    const INFO: &[u8] = b"INFO {\"server_id\":\"X\",\"version\":\"2.12.8\",\"proto\":1,\"headers\":true,\"max_payload\":1024,\"auth_required\":true,\"nonce\":\"bm9uY2U\"}\r\n";
    let folder = live_estate();
    let home = folder.path();
    for (word, says) in [
        (&b""[..], "it hung up without a word"),
        (
            b"-ERR 'maximum connections exceeded'\r\n",
            "maximum connections exceeded",
        ),
    ] {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("nats://{}", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                stream.write_all(INFO).unwrap();
                let mut line = String::new();
                // Up to the login and no further.
                let mut input = BufReader::new(stream.try_clone().unwrap());
                while !line.starts_with("PING") {
                    line.clear();
                    if input.read_line(&mut line).unwrap_or(0) == 0 {
                        break;
                    }
                }
                stream.write_all(word).unwrap();
            }
        });
        let says = format!("error: the server was reached, and ends the login: {says}\n");
        let rtt = ["rtt", "-a", "ACME", "--nats", &url];
        let text = fails(home, &rtt, &[&says, "hint: nkeep push -a ACME  #"]);
        assert!(!text.contains("can be reached"), "{text}");
    }
}

/// Whatever somebody publishes, a terminal is not steered by it.
#[test]
fn a_terminal_shows_lines() {
    let folder = live_estate();
    let home = folder.path();
    let server = served(&newest(), home);
    let mut command = live(home);
    command.args(["tool", "sub", "x.>"]);
    let mut session = spawned(command);
    session.expect("listening on").unwrap();
    // What no client of ours would send.
    let creds = live_at(home, &["generate", "creds", "-a", "ACME", "-n", "ACME"]);
    let mut client = Client::connect(&server.address, &creds).unwrap();
    client.send("PUB x.\u{1b}]0;y 7\r\na\u{1b}[2J\nb\r\n");
    session
        .expect("[#1] received on [x.\\u{1b}]0;y]: 'a\\u{1b}[2J\\nb'")
        .unwrap();
    session.send(ControlCode::EndOfText).unwrap();
    let rest = session.expect(Eof).unwrap();
    let text = String::from_utf8_lossy(rest.as_bytes()).into_owned();
    assert!(text.contains("received 1 message"), "{text}");
    assert_eq!(exit_code(&session), 130);
    let clock = Listener::start(home, &["reply", "time", "\u{9b}2J", "--max-messages", "1"]);
    let mut command = live(home);
    command.args(["req", "time"]);
    let mut session = spawned(command);
    let rest = session.expect(Eof).unwrap();
    assert_eq!(String::from_utf8_lossy(rest.as_bytes()), "\\u{9b}2J\r\n");
    assert_eq!(exit_code(&session), 0);
    assert!(clock.end().0.success());
}
