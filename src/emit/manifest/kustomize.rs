//! What kustomize reads. It adds hashes to the names of what it generates, and carries them into the references that it
//! knows; of custom resources it knows none until it is told.

use crate::emit::yaml::Node;

/// The file that says where custom resources name Secrets.
pub const REFERENCES: &str = "nameref.yaml";

/// Where custom resources name Secrets and ConfigMaps.
#[must_use]
pub fn references() -> Node {
    const SECRETS: [(&str, &str, &str); 6] = [
        (
            "nauth.io",
            "NatsCluster",
            "spec/operatorSigningKeySecretRef/name",
        ),
        (
            "nauth.io",
            "NatsCluster",
            "spec/systemAccountUserCredsSecretRef/name",
        ),
        ("nauth.io", "AccountSigningKey", "spec/secretName"),
        ("jetstream.nats.io", "Account", "spec/creds/secret/name"),
        ("jetstream.nats.io", "Account", "spec/nkey/secret/name"),
        (
            "external-secrets.io",
            "PushSecret",
            "spec/selector/secret/name",
        ),
    ];
    let fields = SECRETS.iter().map(|(group, kind, path)| {
        Node::texts([("group", *group), ("kind", *kind), ("path", *path)])
    });
    let secrets = Node::texts([("kind", "Secret"), ("version", "v1")])
        .with("fieldSpecs", Node::List(fields.collect()));
    Node::Map(Vec::new()).with("nameReference", Node::List(vec![secrets]))
}

/// A kustomization of these files.
#[must_use]
pub fn kustomization<'a>(
    namespace: Option<&str>,
    resources: impl IntoIterator<Item = &'a str>,
) -> Node {
    Node::texts([
        ("apiVersion", "kustomize.config.k8s.io/v1beta1"),
        ("kind", "Kustomization"),
    ])
    .with_some("namespace", namespace)
    .with("resources", Node::list(resources))
    .with("configurations", Node::list([REFERENCES]))
}
