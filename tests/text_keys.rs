//! Keys of systems that know nothing of nkeys, on the command line: made, kept and brought in.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::refusal::{json, refused, run};
use common::{at_home, estate};
use nkeep::nkey::{Kind, Seed};
use serde_json::Value;

const KEY: &str = "abcdefghijklmnopqrstuvwxyzABC012";
/// RFC 8410, section 10.3.
const PKCS8: &str = "-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
-----END PRIVATE KEY-----
";

fn keys(home: &Path) -> Vec<Value> {
    json(home, &["list", "keys"])["keys"]
        .as_array()
        .unwrap()
        .clone()
}

fn has(home: &Path, public: &str) -> bool {
    keys(home).iter().any(|key| key["public_key"] == public)
}

#[test]
fn a_text_key_is_32_characters_and_a_file_of_it_has_no_more() {
    let home = estate();
    let home = home.path();
    let printed = at_home(home, &["generate", "nkey", "--text-key"]);
    let lines: Vec<&str> = printed.lines().collect();
    let seed = Seed::from_text_key(lines[0].as_bytes()).unwrap();
    assert_eq!(lines[1..], [&*seed.public().to_string(), ""]);
    let public = at_home(
        home,
        &["generate", "nkey", "--text-key", "--out", "new.key"],
    );
    let written = std::fs::read(home.join("new.key")).unwrap();
    let seed = Seed::from_text_key(&written).unwrap();
    assert_eq!(public.trim(), seed.public().to_string());
    assert_eq!(common::refusal::mode(&home.join("new.key")), 0o600);
    // A seed beside it is a seed.
    let both = at_home(home, &["generate", "nkey", "--curve", "--text-key"]);
    let lines: Vec<&str> = both.lines().collect();
    assert!(
        Seed::parse(lines[0]).is_ok() && lines[3].len() == 32,
        "{both}"
    );
    let shown = json(home, &["generate", "nkey", "--text-key", "--reveal"]);
    let key = &shown["keys"][0];
    let seed = Seed::parse(key["seed"].as_str().unwrap()).unwrap();
    assert_eq!(key["text_key"], seed.expose_text_key().unwrap().as_str());
    let hidden = json(home, &["generate", "nkey", "--text-key", "-S"]);
    assert!(hidden["keys"][0].get("text_key").is_none() && hidden["keys"][0].get("seed").is_none());
}

#[test]
fn a_text_key_that_is_kept_comes_back() {
    let home = estate();
    let home = home.path();
    let public = at_home(home, &["generate", "nkey", "--text-key", "-S"]);
    let public = public.trim();
    assert!(has(home, public));
    at_home(home, &["export", "keys", "--key", public, "--dir", "out"]);
    let seed = std::fs::read_to_string(home.join(format!("out/{public}.nk"))).unwrap();
    assert!(Seed::parse(seed.trim()).unwrap().expose_text_key().is_ok());
}

#[test]
fn keys_of_others_are_taken_from_files() {
    let home = estate();
    let home = home.path();
    let user = Seed::generate(Kind::User).unwrap();
    for (file, contents) in [
        ("encryption.key", KEY.to_owned()),
        ("again.key", format!("{KEY}\n")),
        ("ca.key", PKCS8.to_owned()),
        ("user.nk", format!("{}\n", *user.expose())),
    ] {
        std::fs::write(home.join(file), contents).unwrap();
    }
    let import = [
        "import",
        "keys",
        "--file",
        "encryption.key",
        "-f",
        "ca.key",
        "-f",
        "user.nk",
    ];
    let report = json(home, &import);
    let text = Seed::from_text_key(KEY.as_bytes())
        .unwrap()
        .public()
        .to_string();
    let server = Seed::from_pkcs8(Kind::Server, PKCS8)
        .unwrap()
        .public()
        .to_string();
    let taken: Vec<&str> = report["keys"]
        .as_array()
        .unwrap()
        .iter()
        .map(|key| key["public_key"].as_str().unwrap())
        .collect();
    assert_eq!(taken, [&*text, &server, &user.public().to_string()]);
    assert_eq!(report["findings"].as_array().unwrap().len(), 0, "{report}");
    assert!(taken.iter().all(|key| has(home, key)));
    // The same with the end of a line is the same key, and that is said.
    let before = keys(home).len();
    let said = at_home(home, &["import", "keys", "-f", "again.key"]);
    assert!(
        said.contains("key.newline") && said.contains("no part of the key"),
        "{said}"
    );
    assert_eq!(keys(home).len(), before);
    at_home(home, &["export", "keys", "--key", &text, "--dir", "out"]);
    let seed = std::fs::read_to_string(home.join(format!("out/{text}.nk"))).unwrap();
    assert_eq!(
        *Seed::parse(seed.trim()).unwrap().expose_text_key().unwrap(),
        KEY
    );
}

#[test]
fn what_is_no_key_is_refused_for_what_it_is_and_the_rest_is_taken() {
    let home = estate();
    let home = home.path();
    let public = Seed::generate(Kind::User).unwrap().public().to_string();
    for (contents, reason) in [
        (String::new(), "it has 0 bytes"),
        (format!("{KEY}x"), "it has 33 bytes"),
        (format!("{KEY}\n\n"), "it has 34 bytes"),
        (format!(" {KEY}"), "it has 33 bytes"),
        (KEY[1..].to_owned(), "it has 31 bytes"),
        (KEY.replace('a', "+"), "letters and digits alone"),
        (
            PKCS8.replace("PRIVATE", "RSA PRIVATE"),
            "another form than PKCS#8",
        ),
        (
            PKCS8.replace("K2VwBC", "K2VuBC"),
            "a key of another algorithm",
        ),
        (public, "it is a public key"),
    ] {
        std::fs::write(home.join("bad.key"), &contents).unwrap();
        std::fs::write(home.join("good.key"), KEY).unwrap();
        let output = run(home, &["import", "keys", "-f", "bad.key", "-f", "good.key"]);
        assert_eq!(output.status.code(), Some(3), "{contents}");
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(
            said.contains(reason) && said.contains("bad.key"),
            "{contents}: {said}"
        );
    }
    let text = Seed::from_text_key(KEY.as_bytes())
        .unwrap()
        .public()
        .to_string();
    assert!(has(home, &text));
    refused(
        home,
        &["import", "keys", "-f", "nothing.key"],
        1,
        "cannot read nothing.key",
    );
    refused(home, &["import", "keys"], 2, "--dir <FOLDER>");
    refused(
        home,
        &["import", "keys", "-f", "good.key", "-d", "."],
        2,
        "cannot be used with",
    );
}
