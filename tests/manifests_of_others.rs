//! Secrets for systems that know nothing of NATS' keys, and Secrets in other forms than their own.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::manifests::{documents, value};
use common::{at_home, estate, nkeep_at};
use serde_json::Value;

fn manifest(home: &Path, args: &[&str]) -> Value {
    let mut all = documents(&at_home(home, &[&["generate"], args].concat()));
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

/// A key that is made and kept.
fn kept(home: &Path, kind: &str) -> String {
    at_home(home, &["generate", "nkey", kind, "--keep"])
        .trim()
        .to_owned()
}

fn refused(home: &Path, args: &[&str]) -> (i32, String) {
    let output = nkeep_at(home).arg("generate").args(args).output().unwrap();
    assert!(output.stdout.is_empty(), "{output:?}");
    let said = String::from_utf8(output.stderr).unwrap();
    (output.status.code().unwrap(), said)
}

#[test]
fn nstance_gets_32_characters_and_no_line_break() {
    let home = estate();
    let here = home.path();
    let (new, old) = (kept(here, "--text-key"), kept(here, "--text-key"));
    let (ca, registration) = (kept(here, "--server"), kept(here, "--server"));
    let both = format!("{new},{old}");
    let secret = manifest(
        here,
        &[
            "secret",
            "nstance",
            "-n",
            "x",
            "--encryption",
            &both,
            "--ca",
            &ca,
            "--registration",
            &registration,
        ],
    );
    for key in ["encryption.key", "encryption.key.old"] {
        let text = value(&secret, key);
        assert_eq!(text.len(), 32, "{key}");
        assert!(
            text.bytes().all(|byte| byte.is_ascii_alphanumeric()),
            "{key}"
        );
    }
    assert_ne!(
        value(&secret, "encryption.key"),
        value(&secret, "encryption.key.old")
    );
    for key in ["ca.key", "registration-nonce.key"] {
        assert!(
            value(&secret, key).starts_with("-----BEGIN PRIVATE KEY-----\n"),
            "{key}"
        );
    }
    let alone = manifest(here, &["secret", "text-key", &new, "-n", "x", "--key", "k"]);
    assert_eq!(value(&alone, "k"), value(&secret, "encryption.key"));

    // A curve key whose bytes are no letters is none.
    let curve = kept(here, "--curve");
    let (code, said) = refused(
        here,
        &["secret", "nstance", "-n", "x", "--encryption", &curve],
    );
    assert_eq!(code, 1, "{said}");
}

#[test]
fn wasmcloud_gets_two_seeds_as_rust_reads_them() {
    let home = estate();
    let here = home.path();
    let (one, other) = (kept(here, "--curve"), kept(here, "--curve"));
    let args = [
        "secret",
        "wasmcloud",
        "ACME",
        "-a",
        "ACME",
        "-n",
        "wasmcloud",
    ];
    let secret = manifest(
        here,
        &[&args[..], &["--encryption", &one, "--transit", &other]].concat(),
    );
    for key in ["ENCRYPTION_XKEY_SEED", "TRANSIT_XKEY_SEED"] {
        let seed = value(&secret, key);
        assert!(seed.starts_with("SX") && seed.len() == 58, "{key}");
    }
    assert!(value(&secret, "nats.creds").contains("BEGIN NATS USER JWT"));
    let (code, said) = refused(
        here,
        &[&args[..], &["--encryption", &one, "--transit", &one]].concat(),
    );
    assert_eq!(code, 1, "{said}");
}

#[test]
fn the_keys_of_an_issuer_are_pinned_newest_first() {
    let home = estate();
    let here = home.path();
    let key = |kid: &str, x: &str| {
        format!(
            r#"{{"kty":"OKP","crv":"Ed25519","alg":"EdDSA","use":"sig","kid":"{kid}","x":"{x}"}}"#
        )
    };
    // RFC 8037, appendix A.2, and RFC 8032, section 7.1, test 2.
    let old = key("old", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    let new = key("new", "PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw");
    std::fs::write(here.join("old.json"), format!(r#"{{"keys":[{old}]}}"#)).unwrap();
    std::fs::write(here.join("new.json"), format!(r#"{{"keys":[{new}]}}"#)).unwrap();
    let args = [
        "secret",
        "oidc-trust",
        "--jwks",
        "new.json",
        "--jwks",
        "old.json",
        "--issuer",
        "https://id.example.com/realms/acme",
        "-n",
        "auth",
    ];
    let map = manifest(here, &[&args[..], &["--config-map"]].concat());
    let set: Value = serde_json::from_str(map["data"]["jwks.json"].as_str().unwrap()).unwrap();
    assert_eq!(set["keys"][0]["kid"], "new");
    assert_eq!(set["keys"][1]["kid"], "old");
    assert_eq!(map["metadata"]["annotations"]["nkeep/state"], "dual");
    assert!(
        map["data"]["new.pem"]
            .as_str()
            .unwrap()
            .starts_with("-----BEGIN PUBLIC KEY-----")
    );
    let secret = manifest(here, &args);
    assert_eq!(
        value(&secret, "jwks.json"),
        map["data"]["jwks.json"].as_str().unwrap()
    );
}

#[test]
fn no_form_but_a_secret_shows_a_seed_and_each_is_what_its_reader_takes() {
    let home = estate();
    let here = home.path();
    let made = std::process::Command::new("openssl")
        .current_dir(here)
        .args([
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-keyout",
            "controller.key",
            "-out",
            "controller.pem",
            "-days",
            "30",
            "-subj",
            "/CN=throw-away",
        ])
        .output()
        .unwrap();
    assert!(made.status.success(), "{made:?}");
    let age = common::NEWCOMER;
    let store = ["--secret-store", "vault", "--remote-key", "nats/{name}"];
    let plain = at_home(
        here,
        &[
            "generate",
            "secret",
            "operator-signing-key",
            "-n",
            "nats",
            "--string-data",
        ],
    );
    let seed = plain
        .lines()
        .find_map(|line| line.trim().strip_prefix("default: "))
        .unwrap();
    for (form, kind) in [
        (
            vec!["--as", "sealed", "--cert", "controller.pem"],
            "SealedSecret",
        ),
        (
            [&["--as", "external-secret"][..], &store].concat(),
            "ExternalSecret",
        ),
        (
            [&["--as", "push-secret"][..], &store].concat(),
            "PushSecret",
        ),
        (vec!["--as", "sops", "--age", age], "Secret"),
    ] {
        // The certificate is of today, and so is whoever looks at it.
        let output = nkeep_at(here)
            .env_remove("NKEEP_TEST_CLOCK")
            .args(["generate", "nauth", "-n", "nats", "--url", "nats://x:4222"])
            .args(&form)
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        let text = String::from_utf8(output.stdout).unwrap();
        let encoded = data_encoding::BASE64.encode(seed.as_bytes());
        assert!(!text.contains(seed) && !text.contains(&encoded), "{form:?}");
        if kind == "Secret" {
            // What SOPS adds is not Kubernetes'.
            assert!(text.contains("\nsops:\n"), "{text}");
            continue;
        }
        let all = documents(&text);
        assert_eq!(all[0]["kind"], kind);
        // Whoever names the Secret names the one that comes out.
        let named = all[2]["spec"]["operatorSigningKeySecretRef"]["name"].clone();
        assert!(text.matches(named.as_str().unwrap()).count() >= 2, "{text}");
    }
}
