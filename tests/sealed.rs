//! SealedSecrets, opened by an independent implementation of their format, and by kubeseal where it is on PATH.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "what could not be tried is said; a test fails by panicking"
)]

use crate::common;

use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use common::sealing::{contents, data, document, object, python, run, tool};
use nkeep::emit::manifest::sealed::{Certificate, CertificateError, Scope, sealed};
use nkeep::emit::manifest::{ManifestError, Object};
use nkeep::emit::yaml;
use serde_json::{Value, json};

/// Within what every certificate of the tests but one holds for.
const NOW: i64 = 1_795_200_000;

const NAME: &str = "nats-operator-sign-mrb32hcg4";

/// Keys and certificates, which are slow to make.
static KEYS: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let made = python(folder.path(), "sealed.py", &["keys"], b"");
    assert!(
        made.status.success(),
        "tools/fetch gets what is missing: {made:?}"
    );
    folder
});

fn certificate(name: &str, now: i64) -> Result<Certificate, CertificateError> {
    let pem = std::fs::read(KEYS.path().join(format!("{name}.crt"))).unwrap();
    Certificate::read(&pem, now)
}

fn manifest(object: &Object, scope: Scope) -> Value {
    let certificate = certificate("controller", NOW).unwrap();
    serde_json::to_value(sealed(object, &certificate, scope).unwrap()).unwrap()
}

fn opened(manifest: &Value, place: &[&str]) -> Option<Value> {
    let args = [&["open", "controller.key"], place].concat();
    let output = python(
        KEYS.path(),
        "sealed.py",
        &args,
        manifest.to_string().as_bytes(),
    );
    let refused = String::from_utf8_lossy(&output.stderr).starts_with("refused: ");
    (!refused).then(|| document(&output))
}

/// The Secret that the controller has to make.
fn secret(object: &Object, manifest: &Value) -> Value {
    let metadata = serde_json::to_value(object.metadata.node()).unwrap();
    let mut secret = json!({
        "apiVersion": "v1", "kind": "Secret", "type": "Opaque", "immutable": true,
        "metadata": metadata, "data": data(&contents()),
    });
    // The scope is said in the Secret, too.
    let said = manifest["metadata"]["annotations"].as_object().unwrap();
    for (name, text) in said {
        if name.starts_with("sealedsecrets.") {
            secret["metadata"]["annotations"][name] = text.clone();
        }
    }
    secret
}

#[test]
fn the_controller_makes_the_secret_where_it_may_be_and_nowhere_else() {
    let object = object(NAME, Some("nats"), &contents());
    for (scope, name_counts, namespace_counts, said) in [
        (Scope::Strict, true, true, None),
        (Scope::NamespaceWide, false, true, Some("namespace-wide")),
        (Scope::ClusterWide, false, false, Some("cluster-wide")),
    ] {
        let manifest = manifest(&object, scope);
        for other in ["namespace-wide", "cluster-wide"] {
            let name = format!("sealedsecrets.bitnami.com/{other}");
            let expected = (Some(other) == said).then(|| json!("true"));
            for metadata in [
                &manifest["metadata"],
                &manifest["spec"]["template"]["metadata"],
            ] {
                assert_eq!(metadata["annotations"].get(&name), expected.as_ref());
            }
        }
        let whole = Some(secret(&object, &manifest));
        assert_eq!(opened(&manifest, &[]), whole, "{scope:?}");
        assert_eq!(opened(&manifest, &["nats", NAME]), whole, "{scope:?}");
        let renamed = opened(&manifest, &["nats", "other"]).is_some();
        assert_eq!(renamed, !name_counts, "{scope:?}");
        let moved = opened(&manifest, &["other", NAME]).is_some();
        assert_eq!(moved, !namespace_counts, "{scope:?}");
    }
}

#[test]
fn no_byte_of_it_can_be_altered() {
    let object = object(NAME, Some("nats"), &[("default", b"SO".to_vec())]);
    let manifest = manifest(&object, Scope::Strict).to_string();
    let args = ["altered", "controller.key"];
    let output = python(KEYS.path(), "sealed.py", &args, manifest.as_bytes());
    // A length, a key of 4096 bits under the controller's, two bytes and their code.
    assert_eq!(document(&output), json!({ "refused": 2 + 512 + 2 + 16 }));
}

#[test]
fn two_of_the_same_have_nothing_in_common() {
    let object = object(NAME, Some("nats"), &contents());
    let [one, other] = [(); 2].map(|()| manifest(&object, Scope::Strict));
    for (key, sealed) in one["spec"]["encryptedData"].as_object().unwrap() {
        assert_ne!(Some(sealed), other["spec"]["encryptedData"].get(key));
    }
    assert!(!one.to_string().contains("SO-throw-away-seed"));
}

#[test]
fn a_scope_that_somebody_wrote_by_hand_does_not_count() {
    let mut object = object(NAME, Some("nats"), &contents());
    let name = "sealedsecrets.bitnami.com/cluster-wide";
    let annotations = &mut object.metadata.annotations;
    annotations.insert(name.parse().unwrap(), "true".to_owned());
    let manifest = manifest(&object, Scope::Strict);
    assert_eq!(manifest["metadata"]["annotations"].get(name), None);
    assert!(opened(&manifest, &[]).is_some());
    assert_eq!(opened(&manifest, &["other", NAME]), None);
}

#[test]
fn what_is_for_one_namespace_names_it() {
    let nowhere = object(NAME, None, &contents());
    let certificate = certificate("controller", NOW).unwrap();
    for scope in [Scope::Strict, Scope::NamespaceWide] {
        let error = sealed(&nowhere, &certificate, scope).err().unwrap();
        assert!(matches!(error, ManifestError::NoNamespace(of) if of == scope));
    }
    assert!(opened(&manifest(&nowhere, Scope::ClusterWide), &["any", "name"]).is_some());
}

#[test]
fn what_would_be_too_large_when_it_is_sealed_is_refused() {
    let large = object(NAME, Some("nats"), &[("x", vec![0; 1 << 20])]);
    let certificate = certificate("controller", NOW).unwrap();
    let error = sealed(&large, &certificate, Scope::Strict).err().unwrap();
    assert!(matches!(error, ManifestError::TooLarge { .. }), "{error}");
    let empty = object(NAME, Some("nats"), &[]);
    let error = sealed(&empty, &certificate, Scope::Strict).err().unwrap();
    assert!(matches!(error, ManifestError::Empty), "{error}");
}

#[test]
fn only_certificates_that_hold_and_have_keys_that_seal_are_taken() {
    let refused = |name: &str, now| certificate(name, now).err().map(|error| error.to_string());
    assert_eq!(refused("controller", NOW), None);
    let first = 1_767_225_600;
    for (name, now, reason) in [
        ("small", first, None),
        ("small", first + 86_400, None),
        (
            "small",
            first + 86_401,
            Some("the certificate expired 2026-01-02 00:00:00 UTC"),
        ),
        (
            "small",
            first - 1,
            Some("the certificate holds from 2026-01-01 00:00:00 UTC, and not yet"),
        ),
        (
            "smaller",
            NOW,
            Some("its RSA key has 1024 bits, and 2048 to 8192 are taken"),
        ),
        (
            "ecdsa",
            NOW,
            Some("its key is an ECDSA key, and the controller has RSA keys"),
        ),
        (
            "ed25519",
            NOW,
            Some("its key is an Ed25519 key, and the controller has RSA keys"),
        ),
    ] {
        assert_eq!(refused(name, now).as_deref(), reason, "{name} at {now}");
    }
}

/// Whatever is in front of it and behind it; a certificate that was cut or altered is none.
#[test]
fn the_first_certificate_of_a_file_is_read() {
    let read = |name: &str| std::fs::read_to_string(KEYS.path().join(name)).unwrap();
    let (ours, key) = (read("controller.crt"), read("controller.key"));
    let taken = |text: &str| Certificate::read(text.as_bytes(), NOW).map(|_| ());
    assert_eq!(taken(&format!("{key}{ours}{}", read("ecdsa.crt"))), Ok(()));
    assert_eq!(taken(&ours.replace('\n', "\r\n")), Ok(()));
    for none in ["", "text", &*key, &ours.replace("CERTIFICATE", "CHAIN")] {
        assert_eq!(taken(none), Err(CertificateError::None));
    }
    let lines: Vec<&str> = ours.lines().collect();
    for without in 1..lines.len() {
        let mut cut = lines.clone();
        cut.remove(without);
        let error = taken(&cut.join("\n"));
        assert_eq!(error, Err(CertificateError::Malformed), "line {without}");
    }
}

/// kubeseal has the controller's own code, and opens with its key.
#[test]
fn kubeseal_opens_it() {
    let Some(kubeseal) = tool("kubeseal") else {
        println!("kubeseal is not here: the independent implementation stands alone");
        return;
    };
    let object = object(NAME, Some("nats"), &contents());
    let certificate = certificate("controller", NOW).unwrap();
    for scope in Scope::ALL {
        let manifest = sealed(&object, &certificate, scope).unwrap();
        let mut command = Command::new(&kubeseal);
        command
            .args(["--recovery-unseal", "--recovery-private-key"])
            .arg(Path::new(KEYS.path()).join("controller.key"));
        let mut secret = document(&run(command, yaml::stream(&[manifest]).as_bytes()));
        // Go writes nothing as null.
        assert!(secret["data"]["empty"].take().is_null());
        secret["data"]["empty"] = json!("");
        assert!(secret["data"] == data(&contents()), "{scope:?}");
        assert_eq!(secret["metadata"]["name"], NAME);
        assert_eq!(secret["immutable"], true);
    }
}
