//! What the External Secrets Operator reads: an ExternalSecret makes a Secret out of what a store of secrets has, and a
//! PushSecret takes one to it. There is no secret in either: they say where it is.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use super::Result;
use super::data::Part;
use super::metadata::Metadata;
use super::name::ObjectName;
use super::object::{Object, resource};
use crate::emit::yaml::Node;
use crate::text::deceives;

/// Whose store it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StoreKind {
    /// Of the namespace.
    #[default]
    Namespace,
    /// Of the cluster.
    Cluster,
}

impl StoreKind {
    /// As the operator calls it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Namespace => "SecretStore",
            Self::Cluster => "ClusterSecretStore",
        }
    }
}

/// Where something is in a store of secrets; what that looks like is the store's affair. `{name}` in it stands for the name
/// of the Secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoteKey(String);

impl FromStr for RemoteKey {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.is_empty() {
            return Err("it is empty".to_owned());
        }
        if crate::masking::holds_secret(text) {
            return Err("it holds a seed or an identity, which everybody could read".to_owned());
        }
        if text.trim() != text || text.chars().any(deceives) {
            return Err(
                "there are spaces around it, or something that cannot be seen in it".to_owned(),
            );
        }
        Ok(Self(text.to_owned()))
    }
}

impl RemoteKey {
    /// Where that Secret is.
    #[must_use]
    pub fn of(&self, object: &Object) -> String {
        self.0.replace("{name}", object.metadata.name.as_str())
    }
}

/// How often something is looked at anew, in whole seconds; none for once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refresh(u64);

impl Refresh {
    /// An hour, as the operator has it when nothing is said.
    pub const HOURLY: Self = Self(3600);

    /// A length of time, where it is of whole seconds.
    #[must_use]
    pub const fn every(length: Duration) -> Option<Self> {
        if length.subsec_nanos() == 0 {
            Some(Self(length.as_secs()))
        } else {
            None
        }
    }
}

impl fmt::Display for Refresh {
    /// As Go writes it, so that a cluster has what was applied.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hours, minutes, seconds) = (self.0 / 3600, self.0 / 60 % 60, self.0 % 60);
        match (hours, minutes) {
            (0, 0) => write!(formatter, "{seconds}s"),
            (0, _) => write!(formatter, "{minutes}m{seconds}s"),
            _ => write!(formatter, "{hours}h{minutes}m{seconds}s"),
        }
    }
}

/// Where a Secret is, outside of a cluster.
#[derive(Clone, Debug)]
pub struct Remote {
    /// What the store is called.
    pub store: ObjectName,
    /// Whose it is.
    pub kind: StoreKind,
    /// Where in it; each part of a Secret is a property of what is there.
    pub key: RemoteKey,
    /// How often the operator looks.
    pub refresh: Refresh,
}

impl Remote {
    fn store(&self) -> Node {
        Node::texts([("name", self.store.as_str()), ("kind", self.kind.as_str())])
    }
}

fn parts(object: &Object, part: impl Fn(&Part) -> Node) -> Node {
    Node::List(object.data.parts().map(part).collect())
}

/// What makes that Secret out of what is in the store.
pub fn external_secret(object: &Object, remote: &Remote) -> Result<Node> {
    object.data.check(object.metadata.name.as_str())?;
    let key = remote.key.of(object);
    let data = parts(object, |part| {
        let from = Node::texts([("key", &*key), ("property", part.key.as_str())]);
        Node::texts([("secretKey", part.key.as_str())]).with("remoteRef", from)
    });
    let target = Node::texts([
        ("name", object.metadata.name.as_str()),
        ("creationPolicy", "Owner"),
    ])
    .with_some("immutable", object.immutable.then_some(true))
    .with("template", template(&object.metadata));
    let spec = Node::from_iter([("refreshInterval", Node::text(remote.refresh.to_string()))])
        .with("secretStoreRef", remote.store())
        .with("target", target)
        .with("data", data);
    Ok(resource("external-secrets.io/v1", "ExternalSecret", &object.metadata).with("spec", spec))
}

/// What the Secret is like besides its data.
fn template(metadata: &Metadata) -> Node {
    let mut metadata = metadata.clone();
    for text in metadata.annotations.values_mut() {
        // The operator fills templates in, and is to leave what somebody wrote.
        *text = text.replace("{{", "{{ \"{{\" }}");
    }
    let node = metadata.node();
    let Node::Map(mut fields) = node else {
        return node;
    };
    fields.retain(|(name, _)| name == "labels" || name == "annotations");
    let said = (!fields.is_empty()).then_some(Node::Map(fields));
    Node::texts([("type", "Opaque")]).with_some("metadata", said)
}

/// What takes that Secret, where it is in the cluster, to the store.
pub fn push_secret(object: &Object, remote: &Remote) -> Result<Node> {
    object.data.check(object.metadata.name.as_str())?;
    let key = remote.key.of(object);
    let data = parts(object, |part| {
        let to = Node::texts([("remoteKey", &*key), ("property", part.key.as_str())]);
        let matched = Node::texts([("secretKey", part.key.as_str())]).with("remoteRef", to);
        Node::from_iter([("match", matched)])
    });
    let secret = Node::texts([("name", object.metadata.name.as_str())]);
    // What is in the store outlives this: somebody else may read it.
    let spec = Node::texts([("updatePolicy", "Replace"), ("deletionPolicy", "None")])
        .with("refreshInterval", remote.refresh.to_string())
        .with("secretStoreRefs", Node::List(vec![remote.store()]))
        .with("selector", Node::from_iter([("secret", secret)]))
        .with("data", data);
    let version = "external-secrets.io/v1alpha1";
    Ok(resource(version, "PushSecret", &object.metadata).with("spec", spec))
}
