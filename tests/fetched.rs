//! What commands fetch from an address: tokens that are described, imported and taken, and servers that answer as none should.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::net::TcpListener;
use std::path::Path;
use std::time::Instant;

use common::refusal::{said, store_of};
use common::web::{Reply, Secure, Web, certificates};
use common::{estate, fed, nkeep_at};
use serde_json::Value;

fn raw(home: &Path, args: &[&str]) -> String {
    let text = common::at_home(home, &[args, &["--raw"]].concat());
    text.trim().to_owned()
}

/// What a command says that reads from there, its code, and no longer than it may take.
fn reading(home: &Path, url: &str) -> (i32, String) {
    let begun = Instant::now();
    let output = nkeep_at(home)
        .args(["describe", "jwt", "-f", url])
        .output()
        .unwrap();
    assert!(begun.elapsed() < common::LONG, "{output:?}");
    let text = said(&output);
    assert!(!text.contains(['\u{1b}', '\u{7}', '\0']), "{text:?}");
    assert!(text.len() < 2000, "{text}");
    (output.status.code().unwrap(), text)
}

fn fails(home: &Path, url: &str, code: i32, says: &str) {
    let (is, text) = reading(home, url);
    assert_eq!(is, code, "{text}");
    assert!(text.contains(says), "{says}: {text}");
    assert!(text.contains("hint: "), "{text}");
}

#[test]
fn a_token_is_described_that_is_at_an_address() {
    let folder = estate();
    let home = folder.path();
    let token = raw(home, &["describe", "account", "ACME"]);
    for body in [
        token.clone(),
        format!("{token}\n"),
        format!("-----BEGIN NATS ACCOUNT JWT-----\n{token}\n------END NATS ACCOUNT JWT------\n"),
    ] {
        let web = Web::start(move |_| Reply::words(200, &body));
        let url = format!("{}/accounts/A?text=jwt", web.url);
        for args in [
            &["describe", "jwt", "-f", &url][..],
            &["describe", "jwt", &url],
        ] {
            let text = common::at_home(home, &[args, &["--json"]].concat());
            let claims: Value = serde_json::from_str(&text).unwrap();
            assert_eq!(claims["name"], "ACME");
        }
        let asked = &web.seen()[0];
        assert_eq!(asked.path, "/accounts/A?text=jwt");
        assert!(
            asked.head.contains("user-agent: nkeep\r\n"),
            "{}",
            asked.head
        );
        assert!(!asked.head.contains("cookie"), "{}", asked.head);
    }
}

#[test]
fn where_a_server_points_is_gone_to_a_few_times() {
    let folder = estate();
    let home = folder.path();
    let token = raw(home, &["describe", "account", "ACME"]);
    let body = token.clone();
    let there = Web::start(move |_| Reply::words(200, &body));
    let to = there.url.clone();
    let here = Web::start(move |request| match &*request.path {
        "/1" => Reply::Turn(301, "/2".to_owned()),
        "/2" => Reply::Turn(307, format!("{to}/3")),
        "/loop" => Reply::Turn(302, "/loop".to_owned()),
        "/file" => Reply::Turn(302, "file:///etc/passwd".to_owned()),
        "/user" => Reply::Turn(302, "http://me:secret@127.0.0.1/".to_owned()),
        "/odd" => Reply::Turn(302, "http://127.0.0.1/\u{1b}[31m".to_owned()),
        "/nowhere" => Reply::Bytes(b"HTTP/1.1 302 There\r\ncontent-length: 0\r\n\r\n".to_vec()),
        _ => Reply::words(500, ""),
    });
    let (code, text) = reading(home, &format!("{}/1", here.url));
    assert_eq!(code, 0, "{text}");
    for (path, says) in [
        ("/loop", "it is sent about without end"),
        ("/file", "points to file:///etc/passwd, and it"),
        ("/user", "a user or a password"),
        ("/odd", "nothing can be read from "),
        ("/nowhere", "answers 302"),
    ] {
        fails(home, &format!("{}{path}", here.url), 1, says);
    }
    let loops = here.seen().iter().filter(|one| one.path == "/loop").count();
    assert_eq!(loops, 4);
}

#[test]
fn what_a_server_says_has_an_end_and_harms_nobody() {
    let folder = estate();
    let home = folder.path();
    let token = raw(home, &["describe", "account", "ACME"]);
    let long = vec![b'x'; 3 << 20];
    let endless = |head: &str| {
        let mut bytes = head.as_bytes().to_vec();
        bytes.extend(vec![b'a'; 4 << 20]);
        Reply::Bytes(bytes)
    };
    let chunked = |body: &str| {
        let head = "HTTP/1.1 200 Ok\r\ntransfer-encoding: chunked\r\n\r\n";
        Reply::Bytes(format!("{head}{:x}\r\n{body}\r\n0\r\n\r\n", body.len()).into_bytes())
    };
    let (code, text) = {
        let answer = chunked(&token);
        let web = Web::start(move |_| answer.clone());
        reading(home, &web.url)
    };
    assert_eq!(code, 0, "{text}");
    let cases = [
        (Reply::Http(200, long.clone()), 1, "is longer than"),
        (endless("HTTP/1.1 200 Ok\r\n\r\n"), 1, "is longer than"),
        (
            endless("HTTP/1.1 200 Ok\r\nx: "),
            1,
            "nothing can be read from",
        ),
        (
            Reply::Bytes(b"\x00\x01\x02garbage\r\n\r\n".to_vec()),
            1,
            "nothing can be read from",
        ),
        (Reply::Bytes(Vec::new()), 1, "nothing can be read from"),
        (
            Reply::Bytes(b"HTTP/1.1 200 Ok\r\ncontent-length: 999\r\n\r\neyJ".to_vec()),
            1,
            "nothing can be read from",
        ),
        (
            Reply::Bytes(b"HTTP/1.1 200 Ok\r\ncontent-length: -1\r\n\r\n".to_vec()),
            1,
            "nothing can be read from",
        ),
        (
            Reply::Http(500, b"no \x1b[31mdisk\x07\xff".to_vec()),
            1,
            "answers 500: no ",
        ),
        (
            Reply::Http(404, b"no such page".to_vec()),
            1,
            "answers 404: no such page",
        ),
        (Reply::Http(204, Vec::new()), 1, "answers 204"),
        (Reply::words(200, ""), 3, "is empty"),
        (Reply::words(200, "<html>hello</html>"), 3, "holds no token"),
        (Reply::Http(200, vec![0xff; 100]), 3, "no"),
    ];
    for (answer, code, says) in cases {
        let web = Web::start(move |_| answer.clone());
        let (is, text) = reading(home, &web.url);
        assert_eq!(is, code, "{says}: {text}");
        assert!(text.contains(says), "{says}: {text}");
    }
}

/// Ten seconds are all that an answer may take, however it comes.
#[test]
fn a_server_that_is_slow_is_not_waited_for() {
    let folder = estate();
    let home = folder.path();
    let head = b"HTTP/1.1 200 Ok\r\ncontent-length: 100\r\n\r\neyJ".to_vec();
    for bytes in [Vec::new(), head] {
        let web = Web::start(move |_| Reply::Slow(bytes.clone(), 2 * common::LONG));
        fails(home, &web.url, 1, "no whole answer within 10 s");
    }
    // Nobody takes the connection.
    let full = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/", full.local_addr().unwrap());
    fails(home, &url, 1, "no whole answer within 10 s");
}

#[test]
fn an_address_without_a_server_and_one_that_is_none_are_named() {
    let folder = estate();
    let home = folder.path();
    fails(
        home,
        "http://127.0.0.1:9/x",
        1,
        "nothing can be read from http://127.0.0.1:9/x: ",
    );
    fails(home, "http://", 2, "http:// cannot be read: ");
    fails(home, "https://exa mple.com/", 2, "a space");
    let (code, text) = reading(home, "http://me:hidden@127.0.0.1/");
    assert_eq!(code, 2);
    assert!(
        text.contains("a user or a password") && !text.contains("hidden"),
        "{text}"
    );
    // What is not said over HTTP is not fetched, and a seed is never read from an address.
    for args in [
        &["nkey", "show", "http://127.0.0.1:9/x"][..],
        &["add", "user", "x", "-K", "http://127.0.0.1:9/x.nk"],
        &["validate", "-f", "http://127.0.0.1:9/x"],
    ] {
        let output = nkeep_at(home).args(args).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(said(&output).contains("does not fetch"), "{output:?}");
    }
}

#[test]
fn tls_that_nobody_vouches_for_is_refused_with_what_helps() {
    let folder = estate();
    let home = folder.path();
    let web = Web::start(|_| Reply::words(200, ""));
    let url = web.url.replace("http://", "https://");
    fails(home, &url, 1, "nothing can be read from https://");
    let output = nkeep_at(home)
        .env("NATS_CA", "nowhere.pem")
        .args(["describe", "jwt", "-f", &url])
        .output()
        .unwrap();
    assert!(
        said(&output).contains("cannot read nowhere.pem"),
        "{output:?}"
    );
    std::fs::write(home.join("empty.pem"), "").unwrap();
    let output = nkeep_at(home)
        .env("NATS_CA", "empty.pem")
        .args(["describe", "jwt", "-f", &url])
        .output()
        .unwrap();
    assert!(
        said(&output).contains("empty.pem holds no certificate"),
        "{output:?}"
    );
}

/// What is had by TLS, from servers that an authority vouches for.
#[test]
fn servers_show_certificates_and_want_them() {
    let folder = estate();
    let home = folder.path();
    certificates(home);
    std::fs::write(
        home.join("a.jwt"),
        raw(home, &["describe", "account", "ACME"]),
    )
    .unwrap();
    let read = |url: &str, env: &[(&str, &str)]| {
        let output = nkeep_at(home)
            .envs(env.iter().copied())
            .args(["describe", "jwt", "-F", "name", url])
            .output()
            .unwrap();
        let text = String::from_utf8(output.stdout.clone()).unwrap() + &said(&output);
        (output.status.code().unwrap(), text)
    };
    let server = Secure::start(home, &[]);
    let url = format!("{}/a.jwt", server.url);
    let (code, text) = read(&url, &[]);
    assert_eq!(code, 1, "{text}");
    for part in [
        "invalid peer certificate: UnknownIssuer",
        "hint: export NATS_CA=FILE",
    ] {
        assert!(text.contains(part), "{text}");
    }
    let ours = [("NATS_CA", "ca.pem")];
    let (code, text) = read(&url, &ours);
    assert!(code == 0 && text.contains("\"ACME\""), "{text}");
    // The certificate is for another name.
    let (code, text) = read(&url.replace("127.0.0.1", "localhost"), &ours);
    assert!(code == 1 && text.contains("certificate"), "{text}");
    let server = Secure::start(
        home,
        &["-Verify", "1", "-verify_return_error", "-CAfile", "ca.pem"],
    );
    let url = format!("{}/a.jwt", server.url);
    let (code, text) = read(&url, &ours);
    assert_eq!(code, 1, "{text}");
    let both = [
        ours[0],
        ("NATS_CERT", "client.pem"),
        ("NATS_KEY", "client.key"),
    ];
    let (code, text) = read(&url, &both);
    assert!(code == 0 && text.contains("\"ACME\""), "{text}");
}

/// An activation that its exporter has put somewhere is imported from there.
#[test]
fn an_activation_is_imported_from_an_address() {
    let folder = estate();
    let home = folder.path();
    for args in [
        &["add", "account", "SHOP"][..],
        &["add", "export", "-a", "ACME", "-s", "orders.>", "--private"],
    ] {
        common::at_home(home, args);
    }
    common::at_home(
        home,
        &[
            "generate",
            "activation",
            "-a",
            "ACME",
            "-s",
            "orders.>",
            "-t",
            "SHOP",
            "-o",
            "a.jwt",
        ],
    );
    let activation = std::fs::read_to_string(home.join("a.jwt")).unwrap();
    let web = Web::start(move |_| Reply::words(200, &activation));
    let url = format!("{}/a.jwt", web.url);
    common::at_home(home, &["add", "import", "-a", "SHOP", "--token", &url]);
    let account = common::at_home(home, &["describe", "account", "SHOP", "--json"]);
    let account: Value = serde_json::from_str(&account).unwrap();
    assert_eq!(account["nats"]["imports"][0]["subject"], "orders.>");
    // What is no activation is none from an address, either.
    let token = raw(home, &["describe", "account", "ACME"]);
    let web = Web::start(move |_| Reply::words(200, &token));
    let before = std::fs::read(store_of(home)).unwrap();
    let output = nkeep_at(home)
        .args(["add", "import", "-a", "SHOP", "--token", &web.url])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(3), "{output:?}");
    assert!(
        said(&output).contains("holds a token of type account"),
        "{output:?}"
    );
    assert!(std::fs::read(store_of(home)).unwrap() == before);
}

/// On stdin nothing is fetched, whatever is said there.
#[test]
fn stdin_is_no_address() {
    let output = fed(&["describe", "jwt", "-"], b"http://127.0.0.1:9/x\n");
    assert_eq!(output.status.code(), Some(3), "{output:?}");
}
