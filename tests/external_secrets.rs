//! What the External Secrets Operator reads: its shapes, and that there is no secret in them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::time::Duration;

use common::sealing::{contents, json_of, object};
use nkeep::emit::manifest::ManifestError;
use nkeep::emit::manifest::external::{
    Refresh, Remote, RemoteKey, StoreKind, external_secret, push_secret,
};
use nkeep::emit::yaml::stream;
use serde_json::json;

const NAME: &str = "nats-operator-sign-mrb32hcg4";

fn remote(kind: StoreKind, key: &str) -> Remote {
    Remote {
        store: "vault".parse().unwrap(),
        kind,
        key: key.parse().unwrap(),
        refresh: Refresh::HOURLY,
    }
}

#[test]
fn an_external_secret_makes_the_secret_out_of_what_the_store_has() {
    let mut object = object(NAME, Some("nats"), &[("default", b"SO".to_vec())]);
    object.immutable = false;
    let remote = remote(StoreKind::Cluster, "nats/operator-sign");
    let mut made = json_of(&external_secret(&object, &remote).unwrap());
    let metadata = json_of(&object.metadata.node());
    assert_eq!(made["metadata"], metadata);
    let template = made["spec"]["target"]["template"].take();
    assert_eq!(template["metadata"]["labels"], metadata["labels"]);
    assert_eq!(
        made["spec"],
        json!({
            "refreshInterval": "1h0m0s",
            "secretStoreRef": { "name": "vault", "kind": "ClusterSecretStore" },
            "target": { "name": NAME, "creationPolicy": "Owner", "template": null },
            "data": [{
                "secretKey": "default",
                "remoteRef": { "key": "nats/operator-sign", "property": "default" },
            }],
        })
    );
    assert_eq!(made["apiVersion"], "external-secrets.io/v1");
    object.immutable = true;
    let fixed = json_of(&external_secret(&object, &remote).unwrap());
    assert_eq!(fixed["spec"]["target"]["immutable"], true);
}

/// The operator fills in templates, in annotations too.
#[test]
fn what_looks_like_a_template_stays_what_it_is() {
    let object = object(NAME, Some("nats"), &contents());
    let made = external_secret(&object, &remote(StoreKind::Namespace, "x")).unwrap();
    let made = json_of(&made);
    let note = &made["spec"]["target"]["template"]["metadata"]["annotations"]["nkeep/note"];
    assert_eq!(note, "two\nlines: {{ \"{{\" }} .x }}\n");
    assert_eq!(
        made["metadata"]["annotations"]["nkeep/note"],
        "two\nlines: {{ .x }}\n"
    );
}

#[test]
fn a_push_secret_takes_each_part_to_the_store_and_leaves_it_there() {
    let parts = [("a", b"SA".to_vec()), ("b", b"SB".to_vec())];
    let object = object(NAME, Some("nats"), &parts);
    let made = push_secret(&object, &remote(StoreKind::Namespace, "nats/{name}")).unwrap();
    let made = json_of(&made);
    let place = format!("nats/{NAME}");
    let part = |key: &str| {
        json!({ "match": {
            "secretKey": key, "remoteRef": { "remoteKey": place, "property": key },
        } })
    };
    assert_eq!(
        made["spec"],
        json!({
            "updatePolicy": "Replace",
            "deletionPolicy": "None",
            "refreshInterval": "1h0m0s",
            "secretStoreRefs": [{ "name": "vault", "kind": "SecretStore" }],
            "selector": { "secret": { "name": NAME } },
            "data": [part("a"), part("b")],
        })
    );
    assert_eq!(made["apiVersion"], "external-secrets.io/v1alpha1");
}

#[test]
fn there_is_no_secret_in_them() {
    let object = object(NAME, Some("nats"), &contents());
    let remote = remote(StoreKind::Namespace, "nats/keys");
    let documents = [
        external_secret(&object, &remote).unwrap(),
        push_secret(&object, &remote).unwrap(),
    ];
    let text = stream(&documents);
    for (key, bytes) in contents() {
        assert!(text.contains(key), "{key}");
        let coded = data_encoding::BASE64.encode(&bytes);
        assert!(coded.len() < 12 || !text.contains(&coded), "{key}");
        let plain = String::from_utf8_lossy(&bytes);
        assert!(bytes.len() < 5 || !text.contains(&*plain), "{key}");
    }
}

#[test]
fn an_object_of_nothing_is_taken_nowhere() {
    let nothing = object(NAME, Some("nats"), &[]);
    let remote = remote(StoreKind::Namespace, "nats/keys");
    for made in [
        external_secret(&nothing, &remote),
        push_secret(&nothing, &remote),
    ] {
        assert!(matches!(made.err(), Some(ManifestError::Empty)));
    }
}

#[test]
fn lengths_and_places_are_what_the_operator_reads() {
    for (seconds, text) in [
        (0, "0s"),
        (59, "59s"),
        (60, "1m0s"),
        (3600, "1h0m0s"),
        (90_061, "25h1m1s"),
    ] {
        let refresh = Refresh::every(Duration::from_secs(seconds)).unwrap();
        assert_eq!(refresh.to_string(), text);
    }
    assert_eq!(Refresh::every(Duration::from_millis(1500)), None);
    for bad in ["", " a", "a ", "a\nb", "a\u{202e}b"] {
        assert!(bad.parse::<RemoteKey>().is_err(), "{bad:?}");
    }
}
