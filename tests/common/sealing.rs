//! Secrets with anything in them, and what opens them without nkeep.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use data_encoding::BASE64;
use nkeep::emit::manifest::data::Part;
use nkeep::emit::manifest::{Data, Metadata, Object};
use nkeep::emit::yaml::Node;
use serde_json::{Value, json};
use zeroize::Zeroizing;

/// What is in the Secrets: seeds' like, lines, bytes of any kind, nothing, and more than a block.
pub fn contents() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        (".hidden", vec![0]),
        ("bytes", (0..=255).collect()),
        ("data", b"a key that is called as its place".to_vec()),
        ("default", b"SO-throw-away-seed".to_vec()),
        ("empty", Vec::new()),
        ("large", vec![b'x'; 70_000]),
        ("user.creds", b"-----BEGIN\nline\n\n---\n: NO\n".to_vec()),
    ]
}

/// A document as its readers have it.
pub fn json_of(document: &Node) -> Value {
    serde_json::to_value(document).unwrap()
}

/// A Secret of these parts, in the namespace or in none.
pub fn object(name: &str, namespace: Option<&str>, parts: &[(&str, Vec<u8>)]) -> Object {
    let mut data = Data::default();
    for (key, bytes) in parts {
        data.add(Part {
            key: key.parse().unwrap(),
            bytes: Zeroizing::new(bytes.clone()),
            secret: true,
        })
        .unwrap();
    }
    let metadata = Metadata {
        name: name.parse().unwrap(),
        namespace: namespace.map(|namespace| namespace.parse().unwrap()),
        labels: BTreeMap::from([
            (
                "app.kubernetes.io/name".parse().unwrap(),
                "nats".parse().unwrap(),
            ),
            // What SOPS is told to encrypt is called so, wherever it is.
            ("data".parse().unwrap(), "NO".parse().unwrap()),
        ]),
        annotations: BTreeMap::from([
            (
                "nkeep/note".parse().unwrap(),
                "two\nlines: {{ .x }}\n".to_owned(),
            ),
            ("nkeep/number".parse().unwrap(), "1_000".to_owned()),
        ]),
    };
    Object {
        metadata,
        data,
        immutable: true,
    }
}

/// What a Secret of these parts says of its data.
pub fn data(parts: &[(&str, Vec<u8>)]) -> Value {
    parts
        .iter()
        .map(|(key, bytes)| ((*key).to_owned(), json!(BASE64.encode(bytes))))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

/// A program that `tools/fetch` gets, or that is on the machine; nothing where there is none.
pub fn tool(name: &str) -> Option<PathBuf> {
    let fetched = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/bin");
    let path = std::env::var_os("PATH").unwrap();
    std::iter::once(fetched)
        .chain(std::env::split_paths(&path))
        .map(|folder| folder.join(name))
        .find(|program| program.is_file())
}

/// Runs a script of tests/fixtures, with the packages that `tools/fetch` gets, in that folder.
pub fn python(folder: &Path, script: &str, args: &[&str], input: &[u8]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tools = root.join("target/tools");
    let path = std::env::var_os("PATH").unwrap();
    let folders = std::iter::once(tools.join("bin")).chain(std::env::split_paths(&path));
    let mut command = Command::new("python3");
    command
        .env("PATH", std::env::join_paths(folders).unwrap())
        .arg(root.join("tests/fixtures").join(script))
        .args(args)
        .current_dir(folder)
        .env("PYTHONPATH", tools.join("cryptography"))
        .env("PYTHONDONTWRITEBYTECODE", "1");
    run(command, input)
}

/// Runs a program to its end, with that on its stdin.
pub fn run(mut command: Command, input: &[u8]) -> Output {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // One that refuses its arguments reads nothing.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

/// The document that it printed.
pub fn document(output: &Output) -> Value {
    assert!(
        output.status.success(),
        "tools/fetch gets what is missing: {output:?}"
    );
    serde_json::from_slice(&output.stdout).unwrap()
}
