//! Manifests as Kubernetes reads them: checked against published schemas, and then looked into.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use data_encoding::BASE64;
use serde_json::Value;

/// The documents of a stream, each of which its schema takes.
#[must_use]
pub fn documents(yaml: &str) -> Vec<Value> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut python = Command::new("python3")
        .env("PYTHONPATH", root.join("target/tools/kubernetes"))
        .arg(root.join("tests/fixtures/manifests.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = python.stdin.take().unwrap();
    stdin.write_all(yaml.as_bytes()).unwrap();
    drop(stdin);
    let output = python.wait_with_output().unwrap();
    assert!(
        output.status.success(),
        "{}\n{yaml}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What stands under a key of a Secret.
#[must_use]
pub fn value(secret: &Value, key: &str) -> String {
    let encoded = secret["data"][key].as_str();
    let encoded = encoded.unwrap_or_else(|| panic!("{key} is not in {secret}"));
    String::from_utf8(BASE64.decode(encoded.as_bytes()).unwrap()).unwrap()
}
