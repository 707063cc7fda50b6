//! SOPS files, opened by an independent reading of their format with stock `age`, and by stock `sops` where it is on PATH.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "what could not be tried is said; a test fails by panicking"
)]

use crate::common;

use std::path::Path;
use std::process::{Command, Output};

use common::sealing::{contents, document, json_of, object, python, run, tool};
use nkeep::emit::manifest::sops::encrypted;
use nkeep::emit::manifest::{ManifestError, Object};
use nkeep::emit::yaml::{self, Node};
use nkeep::store::age::plugin::Plugins;
use nkeep::store::age::{AgeError, Identity, Recipient};

const NOW: i64 = 1_795_200_000;

/// A folder with a throw-away identity in `NAME.txt` for each name, and their recipients.
fn identities(names: &[&str]) -> (tempfile::TempDir, Vec<Recipient>) {
    let folder = tempfile::tempdir().unwrap();
    let recipients = names.iter().map(|name| {
        let identity = Identity::generate().unwrap();
        let file = folder.path().join(format!("{name}.txt"));
        std::fs::write(file, identity.expose().as_bytes()).unwrap();
        identity.recipient().unwrap()
    });
    let recipients = recipients.collect();
    (folder, recipients)
}

fn of(document: Node, recipients: &[Recipient]) -> Node {
    let mut documents = encrypted(&[document], recipients, &Plugins::none(), NOW).unwrap();
    documents.remove(0)
}

fn script(folder: &Path, command: &str, identity: &str, documents: &[Node]) -> Output {
    let input = serde_json::to_vec(documents).unwrap();
    python(folder, "sops.py", &[command, identity], &input)
}

fn secret(object: &Object) -> Node {
    object.secret().unwrap()
}

#[test]
fn every_recipient_opens_it_and_no_other() {
    let (folder, recipients) = identities(&["one", "other", "stranger"]);
    let plain = secret(&object("creds", Some("nats"), &contents()));
    let wanted = json_of(&plain);
    let sealed = [of(plain, &recipients[..2])];
    for identity in ["one.txt", "other.txt"] {
        let opened = document(&script(folder.path(), "open", identity, &sealed));
        assert_eq!(opened[0], wanted, "{identity}");
    }
    let refused = script(folder.path(), "open", "stranger.txt", &sealed);
    assert!(!refused.status.success());
    let reason = String::from_utf8_lossy(&refused.stderr);
    assert!(reason.starts_with("refused: "), "{reason}");
}

/// As sops has it: one key, and one code over all of them.
#[test]
fn documents_of_one_file_belong_together() {
    let (folder, recipients) = identities(&["one"]);
    let plain = ["sign", "sys"].map(|name| secret(&object(name, Some("nats"), &contents())));
    let other = Node::from_iter([("spec", Node::texts([("operator", "sign")]))]);
    let plain: Vec<Node> = plain.into_iter().chain([other]).collect();
    let sealed = encrypted(&plain, &recipients, &Plugins::none(), NOW).unwrap();
    let opened = document(&script(folder.path(), "open", "one.txt", &sealed));
    assert_eq!(opened, serde_json::to_value(&plain).unwrap());
    let text = yaml::stream(&sealed);
    let Some(mut command) = sops(folder.path(), "one.txt", &["decrypt", "all.yaml"]) else {
        return;
    };
    std::fs::write(folder.path().join("all.yaml"), text.as_bytes()).unwrap();
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let decrypted = String::from_utf8(output.stdout).unwrap();
    assert_eq!(decrypted.matches("\n---\n").count(), 2);
    assert!(!decrypted.contains("ENC[") && !decrypted.contains("sops:"));
}

#[test]
fn data_is_encrypted_and_the_rest_can_be_read() {
    let (_folder, recipients) = identities(&["one"]);
    let object = object("creds", Some("nats"), &contents());
    let [one, other] = [(); 2].map(|()| json_of(&of(secret(&object), &recipients)));
    let mut plain = json_of(&secret(&object));
    let data = one["data"].as_object().unwrap();
    for (key, value) in data {
        // Of nothing, sops makes nothing.
        assert_eq!(value == "", key == "empty", "{key}");
        assert!(value == "" || value.as_str().unwrap().starts_with("ENC["));
        assert_eq!(*value == other["data"][key], key == "empty", "{key}");
    }
    // This label is called as what is encrypted.
    plain["metadata"]["labels"]["data"] = one["metadata"]["labels"]["data"].clone();
    assert_ne!(plain["metadata"]["labels"]["data"], "NO");
    plain["data"] = one["data"].clone();
    plain["sops"] = one["sops"].clone();
    assert_eq!(one, plain);
    assert_eq!(one["sops"]["lastmodified"], "2026-11-20T18:40:00Z");
    assert_eq!(one["sops"]["encrypted_regex"], "^(data|stringData)$");
}

#[test]
fn text_that_is_no_base64_is_encrypted_as_it_is() {
    let (folder, recipients) = identities(&["one"]);
    let parts = [("NO", b"on".to_vec()), ("x", "ü\n: - 1_0\t".into())];
    let plain = object("texts", None, &parts).readable_secret().unwrap();
    let wanted = json_of(&plain);
    let sealed = [of(plain, &recipients)];
    let opened = document(&script(folder.path(), "open", "one.txt", &sealed));
    assert_eq!(opened[0], wanted);
    assert_eq!(opened[0]["stringData"]["NO"], "on");
}

/// Numbers, truths and lists, in what is encrypted and beside it.
#[test]
fn values_of_every_kind_come_back() {
    let (folder, recipients) = identities(&["one"]);
    let values = || {
        Node::from_iter([
            ("truths", Node::List(vec![true.into(), false.into()])),
            ("numbers", Node::List(vec![0.into(), (-7).into()])),
            ("empty", Node::List(Vec::new())),
            ("none", Node::Map(Vec::new())),
        ])
    };
    let plain = Node::from_iter([("plain", values()), ("data", values())]);
    let wanted = json_of(&plain);
    let sealed = [of(plain, &recipients)];
    let opened = document(&script(folder.path(), "open", "one.txt", &sealed));
    assert_eq!(opened[0], wanted);
    let stock = stock(folder.path(), "one.txt", &yaml::stream(&sealed));
    assert!(stock.is_none_or(|output| document(&output) == wanted));
}

#[test]
fn nothing_in_it_can_be_altered_or_moved() {
    let (folder, recipients) = identities(&["one"]);
    let parts = [
        ("default", b"SO-throw-away".to_vec()),
        ("user.creds", b"two\nlines".to_vec()),
    ];
    let plain = ["creds", "other"].map(|name| secret(&object(name, Some("nats"), &parts)));
    let sealed = encrypted(&plain, &recipients, &Plugins::none(), NOW).unwrap();
    let output = script(folder.path(), "altered", "one.txt", &sealed);
    let refused = document(&output)["refused"].as_u64().unwrap();
    assert!(refused > 500, "{refused}");
}

#[test]
fn nothing_is_encrypted_for_nobody_or_twice() {
    let (_folder, recipients) = identities(&["one"]);
    let plain = || secret(&object("creds", None, &contents()));
    let refused = |document: Node, recipients: &[Recipient]| {
        encrypted(&[document], recipients, &Plugins::none(), NOW).err()
    };
    assert!(matches!(
        refused(plain(), &[]),
        Some(ManifestError::Age(AgeError::NoRecipient))
    ));
    assert!(matches!(
        refused(of(plain(), &recipients), &recipients),
        Some(ManifestError::Encrypted)
    ));
    let same = [recipients.clone(), recipients].concat();
    let once = json_of(&of(plain(), &same));
    assert_eq!(once["sops"]["age"].as_array().unwrap().len(), 1);
}

/// Stock sops with that identity; nothing where there is none.
fn sops(folder: &Path, identity: &str, args: &[&str]) -> Option<Command> {
    let mut command = Command::new(tool("sops")?);
    command
        .args(args)
        .current_dir(folder)
        .env("HOME", folder)
        .env("SOPS_AGE_KEY_FILE", identity);
    Some(command)
}

/// What stock sops makes of a file; nothing where there is no sops.
fn stock(folder: &Path, identity: &str, text: &str) -> Option<Output> {
    let args = [
        "decrypt",
        "--input-type",
        "yaml",
        "--output-type",
        "json",
        "/dev/stdin",
    ];
    let command = sops(folder, identity, &args)?;
    Some(run(command, text.as_bytes()))
}

/// It goes on with the same rule, recipients and code.
#[test]
fn stock_sops_changes_it() {
    let (folder, recipients) = identities(&["one", "other"]);
    let plain = secret(&object("creds", Some("nats"), &contents()));
    let mut wanted = json_of(&plain);
    let text = yaml::stream(&[of(plain, &recipients)]);
    let file = folder.path().join("creds.yaml");
    std::fs::write(&file, text.as_bytes()).unwrap();
    wanted["data"]["default"] = "bmV3".into();
    for args in [
        &["set", "creds.yaml", "[\"data\"][\"default\"]", "\"bmV3\""][..],
        &["rotate", "-i", "creds.yaml"],
    ] {
        let Some(command) = sops(folder.path(), "one.txt", args) else {
            return;
        };
        let output = run(command, b"");
        assert!(output.status.success(), "{output:?}");
        let changed = std::fs::read_to_string(&file).unwrap();
        assert!(!changed.contains("bmV3"), "{changed}");
        let output = stock(folder.path(), "other.txt", &changed).unwrap();
        assert!(document(&output) == wanted, "{args:?}");
    }
}

#[test]
fn stock_sops_opens_it() {
    let (folder, recipients) = identities(&["one", "other"]);
    let plain = secret(&object("creds", Some("nats"), &contents()));
    let wanted = json_of(&plain);
    let text = yaml::stream(&[of(plain, &recipients)]);
    for identity in ["one.txt", "other.txt"] {
        let Some(output) = stock(folder.path(), identity, &text) else {
            println!("sops is not here: the independent reading stands alone");
            return;
        };
        assert_eq!(document(&output), wanted);
    }
    for (from, to) in [
        ("nkeep/number: \"1_000\"", "nkeep/number: \"1_001\""),
        ("kind: Secret", "kind: secret"),
        ("  default: ", "  other: "),
        ("immutable: true", "immutable: false"),
        ("2026-11-20T18:40:00Z", "2026-11-20T18:40:01Z"),
    ] {
        assert!(text.contains(from), "{from}");
        let altered = text.replace(from, to);
        let output = stock(folder.path(), "one.txt", &altered).unwrap();
        assert!(!output.status.success(), "{from}");
    }
}
