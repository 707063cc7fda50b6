//! What nauth reads: the cluster with its two Secrets, and accounts that it takes over or watches.
//!
//! Its account Secrets are found by labels, and there must be exactly two that have them; their names end in what nauth
//! would have called them itself, so that it takes them for its own.

use md5::{Digest as _, Md5};

use super::name::{Namespace, ObjectName};
use crate::emit::yaml::Node;
use crate::jwt::claims::{Account, AccountLimits, Claims, JetStreamLimits};
use crate::nkey::PublicKey;
use crate::text::counted;

/// The group and version of its resources.
pub const VERSION: &str = "nauth.io/v1alpha1";
/// The key under which it looks in Secrets where none is named.
pub const KEY: &str = "default";
/// What an account is known by.
pub const ACCOUNT_ID: &str = "account.nauth.io/id";
/// What it watches only, and does not write.
pub const OBSERVED: (&str, &str) = ("nauth.io/management-policy", "observe");

/// One of the two Secrets of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountSecret {
    /// Its identity.
    Root,
    /// What signs its users.
    Sign,
}

impl AccountSecret {
    /// The name that nauth would give it.
    #[must_use]
    pub fn name(self, account: &ObjectName, key: &PublicKey) -> String {
        let digest = data_encoding::HEXLOWER.encode(&Md5::digest(key.to_string().as_bytes()));
        let word = match self {
            Self::Root => "root",
            Self::Sign => "sign",
        };
        format!("{account}-ac-{word}-{}", &digest[..6])
    }

    /// The labels by which nauth finds it.
    #[must_use]
    pub fn labels(self, account: &ObjectName, key: &PublicKey) -> Vec<(&'static str, String)> {
        let kind = match self {
            Self::Root => "account-root",
            Self::Sign => "account-sign",
        };
        vec![
            (ACCOUNT_ID, key.to_string()),
            ("account.nauth.io/name", account.to_string()),
            ("nauth.io/secret-type", kind.to_owned()),
            ("nauth.io/managed", "true".to_owned()),
        ]
    }
}

/// What a NatsCluster says: where servers are, and which Secrets open them.
#[must_use]
pub fn cluster_spec(
    url: &str,
    signing_key: (&ObjectName, &str),
    system: (&ObjectName, &str),
) -> Node {
    let reference =
        |(name, key): (&ObjectName, &str)| Node::texts([("name", name.as_str()), ("key", key)]);
    Node::texts([("url", url)])
        .with("operatorSigningKeySecretRef", reference(signing_key))
        .with("systemAccountUserCredsSecretRef", reference(system))
}

/// What an Account says that is watched: of which cluster it is.
#[must_use]
pub fn observed_spec(cluster: &ObjectName, namespace: Option<&Namespace>) -> Node {
    let reference = Node::texts([("name", cluster.as_str())])
        .with_some("namespace", namespace.map(Namespace::as_str));
    Node::Map(Vec::new()).with("natsClusterRef", reference)
}

/// What an Account says that nauth writes from now on: everything that it would else set as it likes.
#[must_use]
pub fn managed_spec(
    cluster: &ObjectName,
    namespace: Option<&Namespace>,
    claims: &Claims<Account>,
) -> Node {
    let AccountLimits {
        subs,
        data,
        payload,
        imports,
        exports,
        wildcards,
        conn,
        leaf,
        jetstream,
        ..
    } = &claims.body.limits;
    let has_jetstream = jetstream.mem_storage != 0 || jetstream.disk_storage != 0;
    observed_spec(cluster, namespace)
        .with("displayName", claims.name.as_str())
        .with("jetStreamEnabled", has_jetstream)
        .with(
            "accountLimits",
            numbers([("imports", *imports), ("exports", *exports)])
                .with("wildcards", *wildcards)
                .with("conn", *conn)
                .with("leaf", *leaf),
        )
        .with(
            "natsLimits",
            numbers([("subs", *subs), ("data", *data), ("payload", *payload)]),
        )
        .with_some(
            "jetStreamLimits",
            has_jetstream.then(|| jetstream_limits(jetstream)),
        )
}

fn jetstream_limits(limits: &JetStreamLimits) -> Node {
    numbers([
        ("memStorage", limits.mem_storage),
        ("diskStorage", limits.disk_storage),
        ("streams", limits.streams),
        ("consumer", limits.consumer),
        ("maxAckPending", limits.max_ack_pending),
        ("memMaxStreamBytes", limits.mem_max_stream_bytes),
        ("diskMaxStreamBytes", limits.disk_max_stream_bytes),
    ])
    .with("maxBytesRequired", limits.max_bytes_required)
}

fn numbers<const N: usize>(fields: [(&str, i64); N]) -> Node {
    fields
        .into_iter()
        .map(|(name, number)| (name, Node::Number(number)))
        .collect()
}

/// Something that an account has, and would have no more once nauth writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// What.
    pub what: &'static str,
    /// Which, and what becomes of it.
    pub detail: String,
}

/// What nauth drops of an account when it writes it: it makes the token anew from the resource, which has no room for these.
#[must_use]
pub fn dropped(claims: &Claims<Account>, adopted: Option<&PublicKey>) -> Vec<Dropped> {
    let body = &claims.body;
    let mut found = Vec::new();
    let mut lost = |is: bool, what, detail: String| {
        if is {
            found.push(Dropped { what, detail });
        }
    };
    let revoked = body.revocations.len();
    lost(
        revoked > 0,
        "revocations",
        format!("{} come back in", counted(revoked, "user")),
    );
    for (key, scope) in &body.signing_keys.0 {
        match scope {
            Some(scope) => lost(
                true,
                "scoped signing key",
                format!("{key} (role {:?}): its users are refused", scope.role),
            ),
            None => lost(
                adopted.is_none_or(|adopted| adopted.to_string() != *key),
                "signing key",
                format!("{key}: its users are refused, unless an AccountSigningKey has it"),
            ),
        }
    }
    lost(
        body.authorization != Default::default(),
        "auth callout",
        "nobody is asked who may connect".to_owned(),
    );
    lost(
        body.default_permissions != Default::default(),
        "default permissions",
        "users without permissions of their own may do everything".to_owned(),
    );
    lost(
        !body.mappings.is_empty(),
        "mappings",
        counted(body.mappings.len(), "subject"),
    );
    lost(body.trace.is_some(), "message trace", String::new());
    lost(
        !body.cluster_traffic.is_empty(),
        "cluster traffic",
        body.cluster_traffic.clone(),
    );
    lost(!body.tags.is_empty(), "tags", body.tags.join(", "));
    lost(!body.description.is_empty(), "description", String::new());
    lost(!body.info_url.is_empty(), "info URL", body.info_url.clone());
    lost(
        !body.exports.is_empty(),
        "exports",
        format!(
            "{}, unless AccountExports have them",
            counted(body.exports.len(), "export")
        ),
    );
    lost(
        !body.imports.is_empty(),
        "imports",
        format!(
            "{}, unless AccountImports have them",
            counted(body.imports.len(), "import")
        ),
    );
    lost(
        body.imports.iter().any(|import| !import.token.is_empty()),
        "activation tokens",
        "private exports are refused".to_owned(),
    );
    let limits = &body.limits;
    lost(
        !limits.tiered_limits.is_empty(),
        "JetStream by tier",
        limits
            .tiered_limits
            .keys()
            .cloned()
            .collect::<Vec<_>>()
            .join(", "),
    );
    lost(
        limits.disallow_bearer,
        "bearer users refused",
        "they are let in".to_owned(),
    );
    lost(
        claims.expires != 0,
        "expiry",
        "the token ends never".to_owned(),
    );
    lost(
        claims.not_before != 0,
        "start",
        "the token holds at once".to_owned(),
    );
    found
}
