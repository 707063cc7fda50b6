//! Permissions and limits, shared by accounts, users and scopes.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, Deserializer, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::wire::{Distinct, Present, group, object};
use crate::jwt::json::{Unknown, is_zero};

/// A number without limit.
pub const NO_LIMIT: i64 = -1;

/// The ways to connect that servers know, in whatever case.
pub const CONNECTION_TYPES: [&str; 7] = [
    "STANDARD",
    "WEBSOCKET",
    "LEAFNODE",
    "LEAFNODE_WS",
    "MQTT",
    "MQTT_WS",
    "IN_PROCESS",
];

/// Subjects that may and may not be used.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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

object! {
    Permission { allow: "allow", deny: "deny" }
    parts {}
    groups {}
}

/// Leave to answer on reply subjects.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ResponsePermission {
    /// How many messages.
    pub max: i64,
    /// For how many nanoseconds.
    pub ttl: i64,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

object! {
    ResponsePermission { max: "max", ttl: "ttl" }
    parts {}
    groups {}
}

/// What may be published and subscribed to. Always part of a larger object, which keeps unknown fields.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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

group! {
    Permissions { publish: "pub", subscribe: "sub", respond: "resp" via Present<ResponsePermission> }
    parts { publish: "pub", subscribe: "sub", respond: "resp" }
    groups {}
}

/// A part of the day in which a user may connect.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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

object! {
    TimeRange { start: "start", end: "end" }
    parts {}
    groups {}
}

/// What a user may do: in user claims, and as the template of a scope.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct UserLimits {
    /// Subjects.
    #[serde(flatten)]
    pub permissions: Permissions,
    /// Networks it may connect from, in CIDR form.
    #[serde(skip_serializing_if = "is_zero")]
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

group! {
    UserLimits {
        src: "src" via ListOrCommas,
        times: "times",
        times_location: "times_location",
        subs: "subs",
        data: "data",
        payload: "payload",
        bearer_token: "bearer_token",
        proxy_required: "proxy_required",
        allowed_connection_types: "allowed_connection_types",
    }
    parts { times: "times" }
    groups { permissions: Permissions }
}

/// What JetStream may use. Always part of a larger object, which keeps unknown fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
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

group! {
    JetStreamLimits {
        mem_storage: "mem_storage",
        disk_storage: "disk_storage",
        streams: "streams",
        consumer: "consumer",
        max_ack_pending: "max_ack_pending",
        mem_max_stream_bytes: "mem_max_stream_bytes",
        disk_max_stream_bytes: "disk_max_stream_bytes",
        max_bytes_required: "max_bytes_required",
    }
    parts {}
    groups {}
}

/// What JetStream may use in one tier of replication.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct JetStreamTier {
    /// The limits.
    #[serde(flatten)]
    pub limits: JetStreamLimits,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

object! {
    JetStreamTier {  }
    parts {}
    groups { limits: JetStreamLimits }
}

/// What an account may use.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
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
    #[serde(skip_serializing_if = "is_zero")]
    pub tiered_limits: BTreeMap<String, JetStreamTier>,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

object! {
    AccountLimits {
        subs: "subs",
        data: "data",
        payload: "payload",
        imports: "imports",
        exports: "exports",
        wildcards: "wildcards",
        disallow_bearer: "disallow_bearer",
        conn: "conn",
        leaf: "leaf",
        tiered_limits: "tiered_limits" via Distinct<JetStreamTier>,
    }
    parts { tiered_limits: "tiered_limits" }
    groups { jetstream: JetStreamLimits }
}

/// A list of strings, or what older tools wrote: one string with commas, which Go lower-cases.
struct ListOrCommas(Vec<String>);

impl<'de> Deserialize<'de> for ListOrCommas {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ListVisitor;

        impl<'de> Visitor<'de> for ListVisitor {
            type Value = ListOrCommas;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a list of networks")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<ListOrCommas, E> {
                let parts = text.split(',').map(|part| part.trim().to_lowercase());
                Ok(ListOrCommas(
                    parts.filter(|part| !part.is_empty()).collect(),
                ))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<ListOrCommas, A::Error> {
                let mut networks = Vec::new();
                while let Some(network) = list.next_element()? {
                    networks.push(network);
                }
                Ok(ListOrCommas(networks))
            }
        }

        deserializer.deserialize_any(ListVisitor)
    }
}
