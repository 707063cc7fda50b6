//! Values of the official NATS chart, which has no words of its own for operators: what it does not know is merged into the
//! server's configuration. The resolver is the chart's, who gives it a volume.
//!
//! Servers take another operator only when they start again, and the chart's reloader does not start them: an annotation of
//! the pods that changes with the operator does.

use std::time::Duration;

use super::name::ObjectName;
use crate::emit::config::{Config, text_of_length};
use crate::emit::yaml::Node;

/// Where pods see the ConfigMap.
const MOUNTED: &str = "/etc/nats-auth";
/// The key in the ConfigMap.
pub const FILE: &str = "resolver.conf";

/// How servers keep accounts.
#[derive(Clone, Copy, Debug)]
pub struct Keeping {
    /// How often they compare with each other.
    pub interval: Duration,
    /// How long one waits for another.
    pub timeout: Duration,
    /// Whether keys of the operator may delete accounts.
    pub allow_delete: bool,
}

/// Creds of the system account in nats-box.
#[derive(Clone, Debug)]
pub struct BoxCreds {
    /// The Secret.
    pub secret: ObjectName,
    /// The key in it.
    pub key: String,
}

/// Everything in the values.
#[must_use]
pub fn inline(config: &Config, keeping: &Keeping, creds: Option<&BoxCreds>, digest: &str) -> Node {
    let texts = |all: &[crate::emit::config::Stated]| -> Vec<String> {
        all.iter().map(|one| one.token.clone()).collect()
    };
    let operators = texts(&config.operators);
    let operator = match &*operators {
        [one] => Node::text(one.as_str()),
        several => Node::list(several.iter().map(String::as_str)),
    };
    let system = config.system.map(|key| key.to_string());
    let preload = Node::texts(
        config
            .preload
            .iter()
            .map(|account| (account.key.as_str(), account.token.as_str())),
    );
    let merge = Node::Map(vec![("operator".to_owned(), operator)])
        .with_some("system_account", system)
        .with("resolver_preload", preload);
    values(keeping, merge, creds, pod(digest, Node::Map(Vec::new())))
}

/// The tokens in a ConfigMap, which the values include.
#[must_use]
pub fn included(
    config_map: &ObjectName,
    keeping: &Keeping,
    creds: Option<&BoxCreds>,
    digest: &str,
) -> Node {
    let merge = Node::texts([("$include", &*format!("../nats-auth/{FILE}"))]);
    let volume = Node::texts([("name", "nats-auth")])
        .with("configMap", Node::texts([("name", config_map.as_str())]));
    let mount = Node::texts([("name", "nats-auth"), ("mountPath", MOUNTED)]);
    let patched = Node::Map(Vec::new()).with("patch", added("/spec/volumes/-", volume));
    let values = values(keeping, merge, creds, pod(digest, patched));
    let container = Node::Map(Vec::new()).with("patch", added("/volumeMounts/-", mount));
    // The server checks the configuration in the container; the reloader has nothing to do with it.
    values.with("container", container)
}

fn values(keeping: &Keeping, merge: Node, creds: Option<&BoxCreds>, pod: Node) -> Node {
    let resolver = Node::texts([("type", "full")])
        .with("interval", text_of_length(keeping.interval))
        .with("timeout", text_of_length(keeping.timeout))
        .with("allow_delete", keeping.allow_delete);
    let config = Node::Map(Vec::new())
        .with(
            "resolver",
            Node::Map(Vec::new())
                .with("enabled", true)
                .with("merge", resolver),
        )
        .with("merge", merge);
    let values = Node::Map(Vec::new())
        .with("config", config)
        .with("podTemplate", pod);
    let Some(creds) = creds else {
        return values;
    };
    let secret = Node::texts([("secretName", creds.secret.as_str()), ("key", &creds.key)]);
    let sys = Node::Map(Vec::new()).with("creds", secret);
    let contexts = Node::Map(Vec::new()).with("sys", sys);
    values.with("natsBox", Node::Map(Vec::new()).with("contexts", contexts))
}

/// A pod starts again when either the chart's own configuration changes, or what is here.
fn pod(digest: &str, patched: Node) -> Node {
    let annotations = Node::texts([("checksum/nats-auth", digest)]);
    let metadata = Node::Map(Vec::new()).with("annotations", annotations);
    let mut pod = Node::Map(Vec::new())
        .with("configChecksumAnnotation", true)
        .with("merge", Node::Map(Vec::new()).with("metadata", metadata));
    if let (Node::Map(fields), Node::Map(more)) = (&mut pod, patched) {
        fields.extend(more);
    }
    pod
}

fn added(path: &str, value: Node) -> Node {
    let patch = Node::texts([("op", "add"), ("path", path)]).with("value", value);
    Node::List(vec![patch])
}
