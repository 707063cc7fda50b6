//! What `describe jwt` is asked for, and what no command that reads it writes over.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use common::{fed, signed};
use nkeep::nkey::{Kind, Seed};
use serde_json::json;

#[test]
fn what_is_read_is_not_written_over() {
    let folder = common::scratch();
    let folder = folder.path();
    let key = "XCHUBRNNW2HSKYSK4WZBJ2TWPJXMSTMCTU6XWXQ22G5G6PRBHAUF76G7";
    let before = common::refusal::everything(folder);
    for line in [
        "describe jwt user.creds -R --force -o ./user.creds".to_owned(),
        "describe jwt user.creds --chain operator.jwt --chain account.jwt --force -o account.jwt"
            .into(),
        format!("nkey seal message.txt curve.nk {key} --force --output curve.nk"),
        format!("nkey unseal message.box curve.nk {key} --force --output message.box"),
    ] {
        let output = common::nkeep_at(folder).args(line.split(' ')).output();
        let output = output.unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{line}: {said}");
        assert!(said.contains("would be replaced"), "{said}");
    }
    assert_eq!(common::refusal::everything(folder), before);
}

#[test]
fn a_field_whose_name_holds_dots_can_be_asked_for() {
    let pair = |kind| Seed::generate(kind).unwrap().signing_pair().unwrap();
    let operator = pair(Kind::Operator);
    let payload = json!({
        "iss": operator.public().to_string(),
        "sub": pair(Kind::Account).public().to_string(),
        "nats": { "type": "account", "version": 2, "mappings": { "orders.eu": [{ "subject": "a.b" }] } },
    });
    let header = r#"{"typ":"JWT","alg":"ed25519-nkey"}"#;
    let token = signed(header, &payload, &operator);
    let field = |path: &str| {
        let output = fed(&["describe", "jwt", "-", "-F", path], token.as_bytes());
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (
            output.status.code(),
            text(output.stdout),
            text(output.stderr),
        )
    };
    for path in [
        "nats.mappings[\"orders.eu\"][0].subject",
        "nats[\"mappings\"].[\"orders.eu\"].0.subject",
    ] {
        let (code, shown, said) = field(path);
        assert_eq!((code, shown.trim()), (Some(0), "\"a.b\""), "{said}");
    }
    let (code, _, said) = field("nats.mappings.orders.eu");
    assert_eq!(code, Some(1));
    assert!(said.contains("[\"a.b\"]"), "{said}");
    for path in ["", "nats..x", "nats[0", "nats[\"x]", "nats.", "nats[0]x"] {
        assert_eq!(field(path).0, Some(2), "{path}");
    }
}

#[test]
fn one_token_is_not_a_mountain() {
    let output = fed(&["describe", "jwt", "-"], &vec![b'a'; 3 << 20]);
    assert_eq!(output.status.code(), Some(3));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("is larger than 2097152 bytes"), "{said}");
}

/// As nsc has it: who reads a field of an expired account, or the token of a revoked user, goes on.
#[test]
fn forms_for_scripts_succeed_of_whoever_is_out_of_force() {
    let estate = common::estate();
    let home = estate.path();
    let at = |line: &str| common::at_home(home, &line.split(' ').collect::<Vec<_>>());
    at("add account OLD --expiry 2026-12-31");
    at("add account A");
    at("add user revoked -a A");
    at("add user later -a A --start 2027-06-01 --expiry 2028-01-01");
    at("revocations add-user revoked -a A");
    for who in ["user revoked -a A", "user later -a A", "account OLD"] {
        for form in ["", " -J", " -F name", " --raw", " --raw -J"] {
            let line = format!("describe {who}{form}");
            let mut command = common::nkeep_at(home);
            command.args(line.split(' '));
            command.env("NKEEP_TEST_CLOCK", "1799000000");
            let output = command.output().unwrap();
            let code = match form {
                "" => 3,
                " --raw -J" => 2,
                _ => 0,
            };
            assert_eq!(output.status.code(), Some(code), "{line}: {output:?}");
            // The one that a script reads says it, too.
            let said = [output.stdout, output.stderr].concat();
            let said = String::from_utf8_lossy(&said);
            let told = ["revoked:", "not valid before", "expired at"];
            assert!(
                code == 2 || told.iter().any(|told| said.contains(told)),
                "{line}: {said}"
            );
        }
    }
    // A chain that was asked for is what a script wants to know.
    std::fs::write(home.join("operator.jwt"), at("describe operator --raw")).unwrap();
    std::fs::write(home.join("account.jwt"), at("describe account OLD --raw")).unwrap();
    let mut command = common::nkeep_at(home);
    command.args("describe jwt account.jwt -F name --chain operator.jwt".split(' '));
    let output = command.env("NKEEP_TEST_CLOCK", "1799000000").output();
    assert_eq!(output.unwrap().status.code(), Some(3));
}
