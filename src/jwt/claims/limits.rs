//! Permissions and limits, shared by accounts, users and scopes.

use std::collections::BTreeMap;

use serde::de::{self, Deserializer};
use serde::{Deserialize, Serialize};

use super::carries;
use crate::jwt::json::{Unknown, distinct_keys, is_zero};

/// A number without limit.
pub const NO_LIMIT: i64 = -1;

/// Subjects that may and may not be used.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Permission {
    /// What is allowed; nothing named allows all.
    #[serde(skip_serializing_if = "is_zero")]
    pub allow: Vec<String>,
    /// What is denied, whatever is allowed.
    #[serde(skip_serializing_if = "is_zero")]
    pub deny: Vec<String>,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

carries!(Permission);

/// Leave to answer on reply subjects.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResponsePermission {
    /// How many messages.
    pub max: i64,
    /// For how many nanoseconds.
    pub ttl: i64,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

carries!(ResponsePermission);

/// What may be published and subscribed to. Always part of a larger object, which keeps unknown fields.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Permissions {
    /// For publishing.
    #[serde(rename = "pub")]
    pub publish: Permission,
    /// For subscribing; an entry may name a queue after a space.
    #[serde(rename = "sub")]
    pub subscribe: Permission,
    /// For answering.
    #[serde(rename = "resp", skip_serializing_if = "is_zero")]
    pub respond: Option<ResponsePermission>,
}

/// A part of the day in which a user may connect.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TimeRange {
    /// `hh:mm:ss`
    #[serde(skip_serializing_if = "is_zero")]
    pub start: String,
    /// `hh:mm:ss`
    #[serde(skip_serializing_if = "is_zero")]
    pub end: String,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

carries!(TimeRange);

/// What a user may do: in user claims, and as the template of a scope.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct UserLimits {
    /// Subjects.
    #[serde(flatten)]
    pub permissions: Permissions,
    /// Networks it may connect from, in CIDR form.
    #[serde(skip_serializing_if = "is_zero", deserialize_with = "list_or_commas")]
    pub src: Vec<String>,
    /// When it may connect.
    #[serde(skip_serializing_if = "is_zero")]
    pub times: Vec<TimeRange>,
    /// IANA name of the zone that the times are in.
    #[serde(skip_serializing_if = "is_zero")]
    pub times_location: String,
    /// Subscriptions.
    #[serde(skip_serializing_if = "is_zero")]
    pub subs: i64,
    /// Bytes in all.
    #[serde(skip_serializing_if = "is_zero")]
    pub data: i64,
    /// Bytes of one message.
    #[serde(skip_serializing_if = "is_zero")]
    pub payload: i64,
    /// Whether the token alone, without its key, is enough.
    #[serde(skip_serializing_if = "is_zero")]
    pub bearer_token: bool,
    /// Whether it must come through a proxy.
    #[serde(skip_serializing_if = "is_zero")]
    pub proxy_required: bool,
    /// Ways it may connect, such as `STANDARD` or `MQTT`.
    #[serde(skip_serializing_if = "is_zero")]
    pub allowed_connection_types: Vec<String>,
}

impl UserLimits {
    /// Visits the parts; the object that these are fields of visits itself.
    pub(super) fn visit_parts(&mut self, path: &str, visit: &mut super::Visit<'_>) {
        use super::Carries as _;
        self.permissions.visit_parts(path, visit);
        self.times
            .visit_unknown(&super::joined(path, "times"), visit);
    }
}

impl Permissions {
    /// Visits the parts; the object that these are fields of visits itself.
    pub(super) fn visit_parts(&mut self, path: &str, visit: &mut super::Visit<'_>) {
        use super::Carries as _;
        self.publish
            .visit_unknown(&super::joined(path, "pub"), visit);
        self.subscribe
            .visit_unknown(&super::joined(path, "sub"), visit);
        self.respond
            .visit_unknown(&super::joined(path, "resp"), visit);
    }
}

/// What JetStream may use. Always part of a larger object, which keeps unknown fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct JetStreamLimits {
    /// Bytes of memory; 0 with no disk is no JetStream.
    #[serde(skip_serializing_if = "is_zero")]
    pub mem_storage: i64,
    /// Bytes of disk.
    #[serde(skip_serializing_if = "is_zero")]
    pub disk_storage: i64,
    /// Streams.
    #[serde(skip_serializing_if = "is_zero")]
    pub streams: i64,
    /// Consumers.
    #[serde(skip_serializing_if = "is_zero")]
    pub consumer: i64,
    /// Messages that await acknowledgement.
    #[serde(skip_serializing_if = "is_zero")]
    pub max_ack_pending: i64,
    /// Bytes of one stream in memory; 0 is no limit.
    #[serde(skip_serializing_if = "is_zero")]
    pub mem_max_stream_bytes: i64,
    /// Bytes of one stream on disk; 0 is no limit.
    #[serde(skip_serializing_if = "is_zero")]
    pub disk_max_stream_bytes: i64,
    /// Whether a stream must state its size.
    #[serde(skip_serializing_if = "is_zero")]
    pub max_bytes_required: bool,
}

/// What JetStream may use in one tier of replication.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct JetStreamTier {
    /// The limits.
    #[serde(flatten)]
    pub limits: JetStreamLimits,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

carries!(JetStreamTier);

/// What an account may use.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AccountLimits {
    /// Subscriptions.
    #[serde(skip_serializing_if = "is_zero")]
    pub subs: i64,
    /// Bytes in all.
    #[serde(skip_serializing_if = "is_zero")]
    pub data: i64,
    /// Bytes of one message.
    #[serde(skip_serializing_if = "is_zero")]
    pub payload: i64,
    /// Imports.
    #[serde(skip_serializing_if = "is_zero")]
    pub imports: i64,
    /// Exports.
    #[serde(skip_serializing_if = "is_zero")]
    pub exports: i64,
    /// Whether exports may have wildcards.
    #[serde(skip_serializing_if = "is_zero")]
    pub wildcards: bool,
    /// Whether bearer users are refused.
    #[serde(skip_serializing_if = "is_zero")]
    pub disallow_bearer: bool,
    /// Connections.
    #[serde(skip_serializing_if = "is_zero")]
    pub conn: i64,
    /// Leaf node connections.
    #[serde(skip_serializing_if = "is_zero")]
    pub leaf: i64,
    /// JetStream, where there are no tiers.
    #[serde(flatten)]
    pub jetstream: JetStreamLimits,
    /// JetStream by tier, such as `R3`.
    #[serde(skip_serializing_if = "is_zero", deserialize_with = "distinct_keys")]
    pub tiered_limits: BTreeMap<String, JetStreamTier>,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

carries!(AccountLimits, tiered_limits as "tiered_limits");

/// A list of strings, or what older tools wrote: one string with commas, which Go lower-cases.
fn list_or_commas<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Form {
        List(Vec<String>),
        Commas(String),
    }

    match Form::deserialize(deserializer) {
        Ok(Form::List(list)) => Ok(list),
        Ok(Form::Commas(text)) => Ok(text
            .split(',')
            .map(|part| part.trim().to_lowercase())
            .filter(|part| !part.is_empty())
            .collect()),
        Err(_) => Err(de::Error::custom("src is a list of networks")),
    }
}
