//! `push` where servers are gone, slow, strange or cut off: what is reported is what happened, and trying again completes it.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::path::Path;
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use common::crowd::many_accounts;
use common::refusal::said;
use common::servers::{Server, cluster, newest};
use common::wire::{Fake, Question, Says, wire};
use common::{live, live_at, live_estate};
use serde_json::{Value, json};

fn config(home: &Path) {
    let file = ["generate", "config", "--nats-resolver", "--config-file"];
    live_at(home, &[&file, &["nats.conf", "--force"][..]].concat());
}

/// All accounts, with a short patience.
fn push(home: &Path, url: &str, args: &[&str]) -> Output {
    let mut command = live(home);
    command.args(["push", "-A", "--timeout", "1", "-u", url]);
    command.args(args).output().unwrap()
}

/// It fails with that code and those words, and not for ever.
fn fails(home: &Path, url: &str, args: &[&str], code: i32, says: &[&str]) -> String {
    let begun = Instant::now();
    let output = push(home, url, args);
    assert!(begun.elapsed() < Duration::from_secs(20), "{output:?}");
    assert_eq!(output.status.code(), Some(code), "{output:?}");
    let text = said(&output);
    for part in says {
        assert!(text.contains(part), "{part}: {text}");
    }
    text
}

fn document(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn nobody_is_there() {
    let folder = live_estate();
    let home = folder.path();
    fails(
        home,
        "nats://127.0.0.1:9",
        &[],
        1,
        &["no server can be reached at nats://127.0.0.1:9: IO error: Connection refused"],
    );
    // Something that is there and says nothing.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("nats://{}", listener.local_addr().unwrap());
    fails(home, &url, &[], 1, &["no server can be reached at nats://"]);
    // Whoever is not there is passed over.
    config(home);
    let server = Server::start(&newest(), home);
    let urls = format!("nats://127.0.0.1:9,{}", server.url());
    assert!(push(home, &urls, &[]).status.success());
}

#[test]
fn one_server_of_three_is_down() {
    let folder = live_estate();
    let home = folder.path();
    config(home);
    let mut servers = cluster(&newest(), home, 3);
    let url = servers[0].url();
    assert!(push(home, &url, &["--servers", "3"]).status.success());
    servers.pop().unwrap().stop();
    // Two servers know of no third that left in order.
    let text = fails(
        home,
        &url,
        &["--servers", "3"],
        1,
        &[
            "warning: 1 of 3 servers did not answer",
            "error: 2 accounts came to 2 of 3 servers, and to no more",
            "# what is there already does no harm",
        ],
    );
    assert!(
        text.contains("pushed 2 accounts of operator \"ACME\" to 2 servers"),
        "{text}"
    );
    assert!(push(home, &url, &["--servers", "2"]).status.success());
}

#[test]
fn one_server_of_three_says_nothing() {
    let folder = live_estate();
    let home = folder.path();
    config(home);
    let servers = cluster(&newest(), home, 3);
    let url = servers[0].url();
    assert!(push(home, &url, &["--servers", "3"]).status.success());
    live_at(home, &["edit", "account", "ACME", "--tag", "late"]);
    servers[2].hold(true);
    // The others know that there is a third.
    fails(
        home,
        &url,
        &[],
        1,
        &[
            "1 of 3 servers did not answer",
            "2 accounts came to 2 of 3 servers",
        ],
    );
    // Who says that there are two is content with two.
    let output = push(home, &url, &["--servers", "2", "--json"]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(document(&output)["expected_servers"], 2);
    servers[2].hold(false);
    assert!(push(home, &url, &["--servers", "3"]).status.success());
    let token = live_at(home, &["describe", "account", "ACME", "--raw"]);
    let described = live_at(home, &["describe", "account", "ACME", "--json"]);
    let described: Value = serde_json::from_str(&described).unwrap();
    for server in &servers {
        let kept = server.kept(described["sub"].as_str().unwrap()).unwrap();
        assert_eq!(kept, token.trim());
    }
}

#[test]
fn a_user_of_another_account_reaches_nobody() {
    let folder = live_estate();
    let home = folder.path();
    config(home);
    let server = Server::start(&newest(), home);
    assert!(push(home, &server.url(), &[]).status.success());
    live_at(
        home,
        &[
            "generate",
            "creds",
            "-a",
            "ACME",
            "-n",
            "ACME",
            "-o",
            "user.of.acme",
        ],
    );
    fails(
        home,
        &server.url(),
        &["--creds", "user.of.acme"],
        1,
        &["it is of another account than the system account"],
    );
    // Somebody of it who may not.
    live_at(
        home,
        &["add", "user", "weak", "-a", "SYS", "--allow-pub", "x"],
    );
    fails(
        home,
        &server.url(),
        &["--system-user", "weak"],
        1,
        &["the server does not allow it: ", "Permissions Violation"],
    );
}

/// A server of operator ACME that is made up: it says who it is, and whom it trusts.
struct Honest {
    operator: String,
    id: &'static str,
}

impl Honest {
    fn of(home: &Path) -> Self {
        let operator = live_at(home, &["describe", "operator", "--raw"]);
        Self {
            operator: operator.trim().to_owned(),
            id: "FAKE",
        }
    }

    fn itself(&self) -> Value {
        json!({ "id": self.id, "name": "fake", "ver": "2.15.1" })
    }

    fn describes(&self, question: &Question) -> Option<Vec<Says>> {
        let server = self.itself();
        match question.subject.as_str() {
            "$SYS.REQ.SERVER.PING" => Some(vec![Says::json(
                &json!({ "server": server, "statsz": { "active_servers": 1 } }),
            )]),
            "$SYS.REQ.SERVER.PING.VARZ" => Some(vec![Says::json(&json!({
                "server": server,
                "data": { "trusted_operators_jwt": [self.operator], "system_account": "ASYS" },
            }))]),
            _ => None,
        }
    }

    /// It takes what it is given.
    fn takes(&self, question: &Question) -> Value {
        let account = question.subject.split('.').nth(3).unwrap();
        json!({
            "server": self.itself(),
            "data": { "account": account, "code": 200, "message": "jwt updated" },
        })
    }
}

#[test]
fn what_makes_no_sense_is_believed_by_nobody() {
    let folder = live_estate();
    let home = folder.path();
    let garbage: [&'static [u8]; 5] = [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[1,2,3]",
        b"{\"server\":{\"id\":\"\"},\"data\":{}}",
    ];
    for body in garbage {
        let server = Fake::start(move |_| vec![Says::Answer(body.to_vec())]);
        let text = fails(home, &server.url, &[], 1, &["error: "]);
        assert!(!text.contains("pushed"), "{text}");
    }
    // Who tells two stories of itself.
    let honest = Honest::of(home);
    let server = Fake::start(move |question| {
        let mut says = honest.describes(question).unwrap_or_default();
        if question.subject.ends_with("VARZ") {
            let other =
                json!({ "server": honest.itself(), "data": { "system_account": "AOTHER" } });
            says.push(Says::json(&other));
            says.swap(0, 1);
        } else {
            std::thread::sleep(Duration::from_millis(100));
            says.clear();
        }
        says
    });
    fails(
        home,
        &server.url,
        &[],
        1,
        &["two servers answer, and both are \"FAKE\""],
    );
    // Who trusts anything, and then makes no sense.
    for body in garbage {
        let honest = Honest::of(home);
        let server = Fake::start(move |question| {
            let says = honest.describes(question);
            says.unwrap_or_else(|| vec![Says::Answer(body.to_vec())])
        });
        let output = push(home, &server.url, &["--json"]);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let document = document(&output);
        assert_eq!(document["failed"], 2, "{document}");
        assert_eq!(document["unreadable_answers"], 2, "{document}");
    }
}

#[test]
fn what_servers_say_that_they_have_is_compared() {
    let folder = live_estate();
    let home = folder.path();
    let honest = Honest::of(home);
    let server = Fake::start(move |question| {
        if let Some(says) = honest.describes(question) {
            return says;
        }
        if question.subject.ends_with("UPDATE") {
            return vec![Says::json(&honest.takes(question))];
        }
        vec![Says::Answer(b"something else".to_vec())]
    });
    fails(
        home,
        &server.url,
        &[],
        1,
        &[
            "1 server has something else afterwards",
            "2 of 2 accounts did not come to every server",
        ],
    );
}

#[test]
fn whoever_was_not_asked_whom_it_trusts_is_named() {
    let folder = live_estate();
    let home = folder.path();
    let honest = Honest::of(home);
    let stranger = Honest {
        id: "STRANGER\u{1b}[2J",
        ..Honest::of(home)
    };
    let server = Fake::start(move |question| {
        if let Some(says) = honest.describes(question) {
            return says;
        }
        if question.subject.ends_with("UPDATE") {
            return vec![
                Says::json(&stranger.takes(question)),
                Says::json(&honest.takes(question)),
                Says::json(&honest.takes(question)),
            ];
        }
        // No keeper.
        vec![]
    });
    let text = fails(
        home,
        &server.url,
        &[],
        1,
        &["STRANGER", "had not said whom it trusts"],
    );
    assert!(!text.contains('\u{1b}'), "{text:?}");
}

#[test]
fn a_long_reason_is_cut_and_shown_without_control() {
    let folder = live_estate();
    let home = folder.path();
    let honest = Honest::of(home);
    let server = Fake::start(move |question| {
        if let Some(says) = honest.describes(question) {
            return says;
        }
        let reason = format!("\u{1b}[31mno\nnkeep: pushed {}", "x".repeat(100_000));
        vec![Says::json(&json!({
            "server": honest.itself(), "error": { "account": "n/a", "code": 500, "description": reason },
        }))]
    });
    let text = fails(home, &server.url, &[], 1, &["server \"fake\" refuses: "]);
    assert!(!text.contains('\u{1b}'), "{text:?}");
    assert!(!text.contains("\nnkeep: pushed"), "{text}");
    assert!(text.len() < 2_000, "{text}");
}

#[test]
fn whoever_talks_without_end_is_not_listened_to() {
    let folder = live_estate();
    let home = folder.path();
    let honest = Honest::of(home);
    // Many answers of one server, and it is no more than one.
    let server = Fake::start(move |question| match honest.describes(question) {
        Some(says) => vec![says[0].clone(); 20_000],
        None if question.subject.ends_with("UPDATE") => {
            vec![Says::json(&honest.takes(question)); 1_000]
        }
        None => vec![],
    });
    let output = push(home, &server.url, &["--json"]);
    assert_eq!(document(&output)["servers"].as_array().unwrap().len(), 1);
    // A message that never ends, and one that nobody would send.
    for line in [
        "MSG _INBOX.x 1 99999999999999\r\nabc",
        "MSG _INBOX.x 1 18446744073709551615\r\n",
        "MSG _INBOX.x 1 abc\r\n",
        "-ERR\r\n",
        "nonsense\r\n",
    ] {
        let server = Fake::start(move |_| vec![Says::Bytes(line.as_bytes().to_vec())]);
        fails(home, &server.url, &[], 1, &["error: "]);
    }
    for greeting in [
        &b"-ERR\r\n"[..],
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b"INFO {}\r\nINFO x\r\n",
        b"\xff\xff\r\n",
    ] {
        let server = Fake::greeting(greeting, |_| vec![]);
        fails(home, &server.url, &[], 1, &["error: "]);
    }
}

#[test]
fn a_connection_is_cut_among_a_thousand_accounts() {
    let folder = live_estate();
    let home = folder.path();
    config(home);
    many_accounts(home, 1_000);
    let server = Server::start(&newest(), home);
    // About half of it.
    let near = wire(&server.address, 400_000);
    let output = push(home, &near, &["--json"]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let document = document(&output);
    let accounts = document["accounts"].as_array().unwrap();
    assert_eq!(accounts.len(), 1_002);
    let there: Vec<&Value> = accounts
        .iter()
        .filter(|account| account["pushed"] == true)
        .collect();
    assert!(there.len() > 100 && there.len() < 1_000, "{}", there.len());
    assert_eq!(document["failed"], 1_002 - there.len());
    // What is said to be there is there.
    for account in &there {
        assert!(
            server
                .kept(account["public_key"].as_str().unwrap())
                .is_some()
        );
    }
    let text = said(&output);
    let count = format!("{} of 1002 accounts came to every server", there.len());
    assert!(text.contains(&count), "{text}");
    assert!(text.contains("the connection was lost"), "{text}");
    let output = push(home, &server.url(), &[]);
    assert!(said(&output).contains("pushed 1002 accounts"), "{output:?}");
    assert!(output.status.success());
    for account in accounts {
        assert!(
            server
                .kept(account["public_key"].as_str().unwrap())
                .is_some()
        );
    }
}

/// Whoever has had enough hears how far it came.
#[test]
fn an_interrupted_push_says_what_was_done() {
    let folder = live_estate();
    let home = folder.path();
    let honest = Honest::of(home);
    // The first account comes through, the second one never.
    let system = live_at(home, &["describe", "account", "SYS", "--json"]);
    let system: Value = serde_json::from_str(&system).unwrap();
    let system = system["sub"].as_str().unwrap().to_owned();
    let token = live_at(home, &["describe", "account", "SYS", "--raw"]);
    let (tell, told) = std::sync::mpsc::channel();
    let server = Fake::start(move |question| {
        if let Some(says) = honest.describes(question) {
            return says;
        }
        if !question.subject.ends_with("UPDATE") {
            return vec![Says::Answer(token.trim().as_bytes().to_vec())];
        }
        if !question.subject.contains(&system) {
            tell.send(()).unwrap();
            return vec![];
        }
        vec![Says::json(&honest.takes(question))]
    });
    let child = live(home)
        .args(["push", "-A", "--timeout", "60", "-u", &server.url])
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    told.recv().unwrap();
    std::thread::sleep(Duration::from_millis(500));
    let signalled = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status();
    assert!(signalled.unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130), "{output:?}");
    let text = said(&output);
    assert!(
        text.contains("error: 1 of 2 accounts came to every server: interrupted"),
        "{text}"
    );
}

/// Certificates for 127.0.0.1 and for a client, by an authority of their own.
fn certificates(home: &Path) {
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

/// What a server does about TLS.
fn with_tls(home: &Path, more: &str) {
    config(home);
    let ours = std::fs::read_to_string(home.join("nats.conf")).unwrap();
    let tls = format!("tls: {{ cert_file: \"server.pem\", key_file: \"server.key\", {more} }}\n");
    std::fs::write(home.join("nats.conf"), ours + &tls).unwrap();
}

#[test]
fn servers_show_certificates() {
    let folder = live_estate();
    let home = folder.path();
    certificates(home);
    with_tls(home, "");
    let server = Server::start(&newest(), home);
    let url = server.url();
    let unknown = "invalid peer certificate: UnknownIssuer";
    fails(home, &url, &[], 1, &[unknown, "--ca-cert FILE"]);
    let secure = url.replace("nats://", "tls://");
    fails(
        home,
        &secure,
        &["--ca-cert", "client.pem"],
        1,
        &["certificate"],
    );
    fails(
        home,
        &secure,
        &["--ca-cert", "nowhere.pem"],
        1,
        &["nowhere.pem"],
    );
    for url in [&url, &secure] {
        let output = push(home, url, &["--ca-cert", "ca.pem"]);
        assert!(output.status.success(), "{output:?}");
    }
    let named = live(home)
        .args(["push", "-A", "-u", &url])
        .env("NATS_CA", "ca.pem")
        .output()
        .unwrap();
    assert!(named.status.success(), "{named:?}");
    // The certificate is for another name.
    let elsewhere = url.replace("127.0.0.1", "localhost");
    fails(
        home,
        &elsewhere,
        &["--ca-cert", "ca.pem"],
        1,
        &["certificate"],
    );
}

#[test]
fn servers_want_certificates() {
    let folder = live_estate();
    let home = folder.path();
    certificates(home);
    with_tls(
        home,
        "verify: true, ca_file: \"ca.pem\", handshake_first: true",
    );
    let server = Server::start(&newest(), home);
    let url = server.url();
    let first = ["--ca-cert", "ca.pem", "--tls-first"];
    let ours = ["--client-cert", "client.pem", "--client-key", "client.key"];
    fails(home, &url, &first, 1, &["error: "]);
    fails(
        home,
        &url,
        &[&first[..2], &ours[..]].concat(),
        1,
        &["error: "],
    );
    let output = push(home, &url, &[&first[..], &ours[..]].concat());
    assert!(output.status.success(), "{output:?}");
}
