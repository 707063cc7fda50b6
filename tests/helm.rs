//! Values of the official NATS chart: rendered as its templates do, they start a real server.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

#[cfg(feature = "net")]
use common::manifests::{documents, value};
#[cfg(feature = "net")]
use common::servers::{Server, versions};
use common::{live_at, live_estate};
use serde_json::Value;
#[cfg(feature = "net")]
use serde_json::{Map, json};

/// Puts what one says over what the other says, as the chart does.
#[cfg(feature = "net")]
fn merged(mut there: Value, over: &Value) -> Value {
    match (&mut there, over) {
        (Value::Object(fields), Value::Object(more)) => {
            for (name, value) in more {
                let before = fields.remove(name).unwrap_or(Value::Null);
                fields.insert(name.clone(), merged(before, value));
            }
            there
        }
        (_, over) => over.clone(),
    }
}

/// The server's configuration that the chart makes of values, its volume in that folder.
#[cfg(feature = "net")]
fn rendered(values: &Value, volume: &Path) -> String {
    let config = &values["config"];
    let mut whole = Map::new();
    if config["resolver"]["enabled"] == true {
        let own = json!({ "dir": volume });
        whole.insert(
            "resolver".to_owned(),
            merged(own, &config["resolver"]["merge"]),
        );
    }
    let whole = merged(Value::Object(whole), &config["merge"]);
    let text = serde_json::to_string_pretty(&whole).unwrap();
    let lines = text.lines().map(|line| {
        // What ends in $include becomes a line of the server's own.
        match line.trim().strip_prefix("\"$include\": \"") {
            Some(rest) => format!(
                "include {};",
                rest.trim_end_matches(',').trim_end_matches('"')
            ),
            None => line.to_owned(),
        }
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The values, which are YAML and no manifest.
fn values(yaml: &str) -> Value {
    let python = std::process::Command::new("python3")
        .env(
            "PYTHONPATH",
            Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/kubernetes"),
        )
        .args([
            "-c",
            "import sys, json, yaml; json.dump(yaml.safe_load(sys.argv[1]), sys.stdout)",
            yaml,
        ])
        .output()
        .unwrap();
    assert!(python.status.success(), "{python:?}");
    serde_json::from_slice(&python.stdout).unwrap()
}

/// A server of these values lets the system's user in, takes accounts, and after a start with nothing in its volume lets the
/// system's user in again.
#[cfg(feature = "net")]
fn serves(home: &Path, config: &str, binary: &Path, name: &str) {
    let folder = home.join(name);
    std::fs::create_dir_all(folder.join("volume")).unwrap();
    std::fs::write(folder.join("nats.conf"), config).unwrap();
    let secret = live_at(home, &["generate", "secret", "sys-creds", "-n", "nats"]);
    let creds = value(&documents(&secret)[0], "nats.creds");
    let server = Server::start(binary, &folder);
    server.log_in(&creds).unwrap();
    live_at(home, &["push", "-A", "-u", &server.url()]);
    let user = live_at(home, &["generate", "creds", "-a", "ACME", "-n", "ACME"]);
    server.log_in(&user).unwrap();
    server.stop();
    std::fs::remove_dir_all(folder.join("volume")).unwrap();
    std::fs::create_dir(folder.join("volume")).unwrap();
    let server = Server::start(binary, &folder);
    server.log_in(&creds).unwrap();
    assert!(server.log_in(&user).is_err(), "nobody pushed it");
    live_at(home, &["push", "-A", "-u", &server.url()]);
    server.log_in(&user).unwrap();
    server.stop();
}

#[test]
#[cfg(feature = "net")]
fn values_with_the_tokens_in_them_start_every_server() {
    let home = live_estate();
    let yaml = live_at(home.path(), &["generate", "helm-values", "--allow-delete"]);
    let values = values(&yaml);
    assert_eq!(values["podTemplate"]["configChecksumAnnotation"], true);
    assert_eq!(values["config"]["resolver"]["merge"]["allow_delete"], true);
    for (number, binary) in versions().iter().enumerate() {
        let folder = home.path().join(format!("inline{number}"));
        let config = rendered(&values, &folder.join("volume"));
        serves(home.path(), &config, binary, &format!("inline{number}"));
    }
}

#[test]
#[cfg(feature = "net")]
fn values_that_include_a_config_map_start_every_server() {
    let home = live_estate();
    let args = [
        "generate",
        "helm-values",
        "--config-map",
        "map.yaml",
        "-n",
        "nats",
    ];
    let values = values(&live_at(home.path(), &args));
    let map = std::fs::read_to_string(home.path().join("map.yaml")).unwrap();
    let map = documents(&map).remove(0);
    let volume = &values["podTemplate"]["patch"][0]["value"];
    assert_eq!(volume["configMap"]["name"], map["metadata"]["name"]);
    let mounted = &values["container"]["patch"][0]["value"];
    assert_eq!(mounted["name"], volume["name"]);
    assert_eq!(mounted["mountPath"], "/etc/nats-auth");
    for (number, binary) in versions().iter().enumerate() {
        let folder = home.path().join(format!("included{number}"));
        std::fs::create_dir_all(&folder).unwrap();
        // Where the chart mounts it, seen from the folder of the configuration.
        let config = rendered(&values, &folder.join("volume"));
        assert!(
            config.contains("include ../nats-auth/resolver.conf;"),
            "{config}"
        );
        std::fs::create_dir_all(home.path().join("nats-auth")).unwrap();
        std::fs::write(
            home.path().join("nats-auth/resolver.conf"),
            map["data"]["resolver.conf"].as_str().unwrap(),
        )
        .unwrap();
        serves(home.path(), &config, binary, &format!("included{number}"));
    }
}

#[test]
fn pods_start_again_when_the_operator_changes_and_only_then() {
    let home = live_estate();
    let checksum = || {
        let values = values(&live_at(home.path(), &["generate", "helm-values"]));
        values["podTemplate"]["merge"]["metadata"]["annotations"]["checksum/nats-auth"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let before = checksum();
    live_at(home.path(), &["add", "account", "OTHER"]);
    assert_eq!(checksum(), before);
    live_at(home.path(), &["edit", "operator", "--sk", "generate"]);
    assert_ne!(checksum(), before);
}

#[test]
fn values_and_config_map_are_both_written_or_neither() {
    let home = live_estate();
    let here = home.path();
    let refused = |args: &[&str]| {
        let output = common::live(here)
            .args(["generate", "helm-values"])
            .args(args)
            .output()
            .unwrap();
        assert!(!output.status.success(), "{output:?}");
        assert!(output.stdout.is_empty(), "{output:?}");
    };
    refused(&["--timeout", "0"]);
    refused(&[
        "--config-map",
        "map.yaml",
        "-n",
        "x",
        "-o",
        "none/values.yaml",
    ]);
    refused(&["--config-map", "map.yaml", "-n", "x", "-o", "./map.yaml"]);
    refused(&["--config-map", "-", "-n", "x"]);
    assert!(!here.join("map.yaml").exists());
    assert!(!here.join("-").exists());
    live_at(
        here,
        &[
            "generate",
            "helm-values",
            "--config-map",
            "map.yaml",
            "-n",
            "x",
            "-o",
            "values.yaml",
        ],
    );
    assert!(here.join("map.yaml").exists() && here.join("values.yaml").exists());
}
