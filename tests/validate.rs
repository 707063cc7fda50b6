//! What `validate` finds in a file, and that it looks at all of it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::{fed, signed};
use nkeep::jwt::creds::user_config;
use nkeep::nkey::{AnyKeyPair, Kind, Seed};
use serde_json::{Value, json};

const HEADER: &str = r#"{"typ":"JWT","alg":"ed25519-nkey"}"#;
const AT: i64 = 1_795_100_000;

fn seed(kind: Kind) -> Seed {
    Seed::generate(kind).unwrap()
}

fn pair(kind: Kind) -> AnyKeyPair {
    seed(kind).signing_pair().unwrap()
}

fn payload(kind: &str, subject: &str, signer: &AnyKeyPair) -> Value {
    json!({ "iat": AT, "iss": signer.public().to_string(), "name": "n", "sub": subject,
            "nats": { "type": kind, "version": 2 } })
}

fn token(kind: &str, subject: &str, signer: &AnyKeyPair) -> String {
    signed(HEADER, &payload(kind, subject, signer), signer)
}

/// A user's token, seed and creds file.
fn creds() -> (String, Seed, String) {
    let user = seed(Kind::User);
    let token = token("user", &user.public().to_string(), &pair(Kind::Account));
    let text = user_config(&token, &user).unwrap().to_string();
    (token, user, text)
}

/// Exit code, and the codes of what was found, token by token.
fn found(input: &str) -> (Option<i32>, Vec<Vec<String>>) {
    let output = fed(&["validate", "-f", "-", "--json"], input.as_bytes());
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let codes = |report: &Value| {
        let issues = report["issues"].as_array().unwrap().iter();
        issues
            .map(|issue| issue["code"].as_str().unwrap().to_owned())
            .collect()
    };
    let reports = document["reports"].as_array().unwrap();
    (output.status.code(), reports.iter().map(codes).collect())
}

/// What was found in a file with one token.
fn found_in_one(input: &str) -> (Option<i32>, Vec<String>) {
    let (code, mut reports) = found(input);
    assert_eq!(reports.len(), 1, "{reports:?}");
    (code, reports.remove(0))
}

fn code(name: &str) -> Vec<String> {
    vec![name.to_owned()]
}

#[test]
fn every_token_and_seed_of_a_file_is_checked() {
    let (first, _, one) = creds();
    let (_, _, two) = creds();
    let (_, other, _) = creds();
    assert_eq!(found(&format!("{one}{two}")), (Some(0), vec![vec![]; 2]));
    // A bad one after a good one, between dashes or not; and a token before a creds file.
    let broken = two.replace("eyJ0eXAi", "eyJ0eXAj");
    let (exit, reports) = found(&format!("{one}{broken}"));
    assert_eq!((exit, &reports[0]), (Some(3), &vec![]));
    assert_eq!(reports[1], ["token.unreadable"]);
    let (exit, reports) = found(&format!("{one}eyJ.x.y\n"));
    assert_eq!(
        (exit, &reports[1][..]),
        (Some(3), &code("token.unreadable")[..])
    );
    let (exit, reports) = found(&format!("{first}\n{two}"));
    assert_eq!((exit, reports.len()), (Some(0), 2));

    // A second seed is another's, wherever it stands.
    let second = nkeep::jwt::creds::decorated_seed(&other).unwrap();
    for added in [&*second, &format!("{}\n", &*other.expose())] {
        let (exit, issues) = found_in_one(&format!("{one}{added}"));
        assert_eq!((exit, issues), (Some(3), code("creds.seed-mismatch")));
    }
    // The same one twice is only odd; words beside it are said to be there.
    let (exit, issues) = found_in_one(&format!("{one}my notes\n"));
    assert_eq!((exit, issues), (Some(0), code("creds.left-over")));
}

#[test]
fn creds_that_are_cut_off_are_found() {
    let (token, seed, text) = creds();
    let seed = seed.expose();
    let at = |what: &str| text.find(what).unwrap();
    for (cut, codes) in [
        (at("*****"), vec!["creds.seed-missing"]),
        (at("NKEYs are"), vec!["creds.broken"]),
        (at(&seed), vec!["creds.broken"]),
        (
            at(&seed) + 20,
            vec!["creds.seed-unreadable", "creds.broken"],
        ),
        (at("------END USER"), vec!["creds.broken"]),
        (at("------END NATS"), vec!["creds.broken"]),
    ] {
        let (exit, issues) = found_in_one(&text[..cut]);
        assert_eq!(issues, codes, "{}", &text[..cut]);
        let expected = if codes == ["creds.seed-missing"] {
            0
        } else {
            3
        };
        assert_eq!(exit, Some(expected));
    }
    let (exit, issues) = found_in_one(&text.replace(&*seed, &seed[..57]));
    assert_eq!((exit, issues), (Some(3), code("creds.seed-unreadable")));
    // Between dashes, other tokens are alone; a line alone is as well.
    assert_eq!(found_in_one(&token), (Some(0), vec![]));

    for cut in [at("*****"), at(&seed), at(&seed) + 20] {
        let output = fed(&["nkey", "show", "-"], &text.as_bytes()[..cut]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(
            said.contains("no seed") || said.contains("its seed cannot be read"),
            "{said}"
        );
    }
}

#[test]
fn a_subject_is_a_key_of_its_kind() {
    let account = pair(Kind::Account);
    let user = seed(Kind::User);
    for subject in ["", "junk", &account.public().to_string(), &user.expose()] {
        let (exit, issues) = found_in_one(&token("user", subject, &account));
        assert_eq!(exit, Some(3), "{issues:?}");
        assert!(issues.contains(&"claims.subject".to_owned()), "{issues:?}");
        let public = user.public().to_string();
        let (exit, _) = found_in_one(&token("account", &public, &pair(Kind::Operator)));
        assert_eq!(exit, Some(3));
    }
}

#[test]
fn the_key_of_a_line_is_its_tokens() {
    let account = pair(Kind::Account).public().to_string();
    let other = pair(Kind::Account).public().to_string();
    let token = token("account", &account, &pair(Kind::Operator));
    assert_eq!(
        found_in_one(&format!("{account}|{token}")),
        (Some(0), vec![])
    );
    for key in [&*other, "", "x"] {
        let line = format!("{key}|{token}");
        assert_eq!(found_in_one(&line), (Some(3), code("token.key-mismatch")));
        let output = fed(&["describe", "jwt", "-"], line.as_bytes());
        assert_eq!(output.status.code(), Some(3), "{output:?}");
    }
}

/// A token is for everybody to read: a seed in it is lost, and not shown once more.
#[test]
fn a_seed_in_a_token_is_found_and_never_shown() {
    let (account, lost) = (pair(Kind::Account), seed(Kind::User));
    let lost = lost.expose();
    let public = seed(Kind::User).public().to_string();
    let user = || payload("user", &public, &account);
    let with = |place: &str, value: Value| {
        let mut payload = user();
        *payload.pointer_mut(place).unwrap() = value;
        payload
    };
    let mut unknown = user();
    unknown["nats"]["tags"] = json!(["a", format!("x-{}", &*lost)]);
    unknown["nats"][&*lost] = json!({ "x": "age-secret-key-1qqqq" });
    for (payload, finding) in [
        (with("/iss", json!(&*lost)), "token.unreadable"),
        (with("/sub", json!(&*lost)), "claims.secret"),
        (
            with("/name", json!(format!("key={}", &*lost))),
            "claims.secret",
        ),
        (unknown, "claims.secret"),
    ] {
        let token = signed(HEADER, &payload, &account);
        for args in [
            &["validate", "-f", "-"][..],
            &["validate", "-f", "-", "--json"],
            &["describe", "jwt", "-"],
            &["describe", "jwt", "-", "--json"],
            &["describe", "jwt", "-", "-F", "name"],
            &["describe", "jwt", "-", "-F", "nats"],
        ] {
            let output = fed(args, token.as_bytes());
            let said = format!("{output:?}");
            assert!(!said.contains(&lost[..40]), "{args:?}: {said}");
            assert!(!said.contains("age-secret-key-1qqqq"), "{args:?}: {said}");
        }
        let (exit, issues) = found_in_one(&token);
        assert_eq!(exit, Some(3));
        assert!(issues.contains(&finding.to_owned()), "{issues:?}");
    }
    let key = format!("{}|{}", &*lost, signed(HEADER, &user(), &account));
    let said = format!("{:?}", fed(&["validate", "-f", "-"], key.as_bytes()));
    assert!(!said.contains(&lost[..40]), "{said}");
}

/// What a token says is anyone's words, on stderr as well.
#[test]
fn notes_are_shown_safely() {
    let account = pair(Kind::Account);
    let mut payload = payload("user", &seed(Kind::User).public().to_string(), &account);
    payload["a\u{1b}[31m\nnkeep: forged"] = json!("\u{1b}[2J\u{202e}");
    let token = signed(HEADER, &payload, &account);
    for args in [["-F", "name"], ["-R", "-W"]] {
        let output = fed(
            &[&["describe", "jwt", "-"], &args[..]].concat(),
            token.as_bytes(),
        );
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(
            output.status.success() && said.contains("a field that nkeep"),
            "{said}"
        );
        let raw = |character: char| character != '\n' && nkeep::text::deceives(character);
        assert!(!said.contains(raw), "{said:?}");
        assert!(
            !said.lines().any(|line| line.starts_with("nkeep: forged")),
            "{said}"
        );
    }
}

#[test]
fn the_header_has_no_secrets_from_the_reader() {
    let account = pair(Kind::Account);
    let payload = payload("user", &seed(Kind::User).public().to_string(), &account);
    let header = r#"{"typ":"JWT","alg":"ed25519-nkey","kid":"k1"}"#;
    let token = signed(header, &payload, &account);
    assert_eq!(found_in_one(&token), (Some(0), code("token.header-field")));
    let output = fed(&["describe", "jwt", "-"], token.as_bytes());
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(
        shown.contains("header.kid") && shown.contains("k1"),
        "{shown}"
    );
}

/// An operator, its account and a user of it, in files.
fn chain(folder: &std::path::Path) -> (AnyKeyPair, String) {
    let (operator, account) = (pair(Kind::Operator), pair(Kind::Account));
    let (top, middle) = (operator.public().to_string(), account.public().to_string());
    let user = seed(Kind::User).public().to_string();
    for (file, token) in [
        ("operator.jwt", token("operator", &top, &operator)),
        ("account.jwt", token("account", &middle, &operator)),
        ("user.jwt", token("user", &user, &account)),
    ] {
        std::fs::write(folder.join(file), token).unwrap();
    }
    (operator, middle)
}

fn at(folder: &std::path::Path, line: &str) -> (Option<i32>, String, String) {
    let args: Vec<&str> = line.split(' ').collect();
    let output = common::nkeep_at(folder).args(args).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn a_chain_has_one_token_of_each() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (operator, account) = chain(folder);
    let mut newer = payload("account", &account, &operator);
    newer["nats"]["limits"] = json!({ "subs": 7 });
    std::fs::write(folder.join("newer.jwt"), signed(HEADER, &newer, &operator)).unwrap();
    let all = "--chain operator.jwt --chain account.jwt";
    for command in ["validate -f user.jwt", "describe jwt user.jwt"] {
        for more in ["newer.jwt", "operator.jwt"] {
            let (code, _, said) = at(folder, &format!("{command} {all} --chain {more}"));
            assert_eq!(code, Some(2), "{said}");
            assert!(said.contains(more) && said.contains("second"), "{said}");
        }
        let (code, _, said) = at(folder, &format!("{command} {all} --chain account.jwt"));
        assert_eq!(code, Some(0), "{said}");
        for twice in ["--chain -", "--chain - --chain -"] {
            let command = command.replace("user.jwt", "-");
            let (code, _, said) = at(folder, &format!("{command} {twice}"));
            assert_eq!(code, Some(2), "{said}");
            assert!(
                said.contains("only one of them can be standard input"),
                "{said}"
            );
        }
    }
}

#[test]
fn a_broken_link_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let (_, account) = chain(folder);
    let other = pair(Kind::Operator);
    std::fs::write(
        folder.join("account.jwt"),
        token("account", &account, &other),
    )
    .unwrap();
    let all = "--chain operator.jwt --chain account.jwt";
    let (code, shown, _) = at(folder, &format!("validate user.jwt {all}"));
    assert_eq!(code, Some(3));
    let link = format!("chain.issuer at account \"n\" {account}: ");
    assert!(shown.contains(&link), "{shown}");
    let (code, shown, _) = at(folder, &format!("describe jwt user.jwt {all} --json"));
    assert_eq!(code, Some(3));
    let document: Value = serde_json::from_str(&shown).unwrap();
    let said = document["status"]["chain"].as_str().unwrap();
    assert!(
        said.starts_with(&format!("NOT TRUSTED: account \"n\" {account}: ")),
        "{said}"
    );
}

#[test]
fn an_unchecked_chain_is_said_to_be() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    chain(folder);
    let (code, _, said) = at(folder, "validate account.jwt");
    assert_eq!(code, Some(0));
    assert!(said.contains("no chain was checked"), "{said}");
    let (_, shown, said) = at(folder, "validate account.jwt --json");
    assert_eq!(
        serde_json::from_str::<Value>(&shown).unwrap()["chain"],
        "unchecked"
    );
    assert_eq!(said, "");
    let (_, shown, said) = at(folder, "validate account.jwt --chain operator.jwt --json");
    assert_eq!(
        serde_json::from_str::<Value>(&shown).unwrap()["chain"],
        "checked"
    );
    assert_eq!(said, "");
}
