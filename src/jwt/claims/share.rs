//! Exports and imports: what accounts share.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, Deserializer, Visitor};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

use super::wire::{Distinct, Present, object};
use crate::clock::UnixSeconds;
use crate::jwt::json::{Unknown, is_zero};

/// What is shared: a stream of messages, or a service that answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ShareType {
    /// Nothing said, which validation refuses.
    #[default]
    Unknown,
    /// Messages flow from the exporter.
    Stream,
    /// Requests flow to the exporter.
    Service,
}

impl ShareType {
    /// As claims have it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Stream => "stream",
            Self::Service => "service",
        }
    }
}

impl fmt::Display for ShareType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl Serialize for ShareType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for ShareType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match String::deserialize(deserializer)?.as_str() {
            "stream" => Ok(Self::Stream),
            "service" => Ok(Self::Service),
            other => Err(de::Error::custom(format_args!(
                "unknown export type {other:?}"
            ))),
        }
    }
}

/// How many of a service's answers are timed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sampling {
    /// Those whose request asks for it in a header.
    #[default]
    Headers,
    /// That many in a hundred.
    Percent(i64),
}

impl Serialize for Sampling {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Headers => serializer.serialize_str("headers"),
            Self::Percent(percent) => serializer.serialize_i64(*percent),
        }
    }
}

impl<'de> Deserialize<'de> for Sampling {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct SamplingVisitor;

        impl Visitor<'_> for SamplingVisitor {
            type Value = Sampling;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a percentage or \"headers\"")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Sampling, E> {
                if text.eq_ignore_ascii_case("headers") {
                    Ok(Sampling::Headers)
                } else {
                    Err(E::invalid_value(de::Unexpected::Str(text), &self))
                }
            }

            fn visit_i64<E: de::Error>(self, percent: i64) -> Result<Sampling, E> {
                Ok(if percent == 0 {
                    Sampling::Headers
                } else {
                    Sampling::Percent(percent)
                })
            }

            fn visit_u64<E: de::Error>(self, percent: u64) -> Result<Sampling, E> {
                let percent = i64::try_from(percent)
                    .map_err(|_| E::invalid_value(de::Unexpected::Unsigned(percent), &self))?;
                self.visit_i64(percent)
            }
        }

        deserializer.deserialize_any(SamplingVisitor)
    }
}

/// Where the times of a service are reported.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Latency {
    /// How many answers are timed.
    pub sampling: Sampling,
    /// The subject that they are reported on.
    pub results: String,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

object! {
    Latency { sampling: "sampling", results: "results" }
    parts {}
    groups {}
}

/// What an account offers to others.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Export {
    /// What people call it.
    #[serde(skip_serializing_if = "is_zero")]
    pub name: String,
    /// What is offered.
    #[serde(skip_serializing_if = "is_zero")]
    pub subject: String,
    /// Stream or service.
    #[serde(rename = "type", skip_serializing_if = "is_zero")]
    pub share_type: ShareType,
    /// Whether an importer needs an activation.
    #[serde(rename = "token_req", skip_serializing_if = "is_zero")]
    pub token_required: bool,
    /// Activations that no longer hold: account or `*`, and up to when they were signed.
    #[serde(skip_serializing_if = "is_zero")]
    pub revocations: BTreeMap<String, UnixSeconds>,
    /// `Singleton`, `Stream` or `Chunked`.
    #[serde(skip_serializing_if = "is_zero")]
    pub response_type: String,
    /// How long an answer may take, in nanoseconds.
    #[serde(skip_serializing_if = "is_zero")]
    pub response_threshold: i64,
    /// Where times are reported.
    #[serde(skip_serializing_if = "is_zero")]
    pub service_latency: Option<Latency>,
    /// Which token of the subject must be the importer's public key.
    #[serde(skip_serializing_if = "is_zero")]
    pub account_token_position: u64,
    /// Whether it is shown to others.
    #[serde(skip_serializing_if = "is_zero")]
    pub advertise: bool,
    /// Whether message traces go on behind it.
    #[serde(skip_serializing_if = "is_zero")]
    pub allow_trace: bool,
    /// For people.
    #[serde(skip_serializing_if = "is_zero")]
    pub description: String,
    /// Where people read more.
    #[serde(skip_serializing_if = "is_zero")]
    pub info_url: String,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

object! {
    Export {
        name: "name",
        subject: "subject",
        share_type: "type",
        token_required: "token_req",
        revocations: "revocations" via Distinct<UnixSeconds>,
        response_type: "response_type",
        response_threshold: "response_threshold",
        service_latency: "service_latency" via Present<Latency>,
        account_token_position: "account_token_position",
        advertise: "advertise",
        allow_trace: "allow_trace",
        description: "description",
        info_url: "info_url",
    }
    parts { service_latency: "service_latency" }
    groups {}
}

/// What an account takes from another.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Import {
    /// What people call it.
    #[serde(skip_serializing_if = "is_zero")]
    pub name: String,
    /// What is taken, as its first publisher sees it.
    #[serde(skip_serializing_if = "is_zero")]
    pub subject: String,
    /// Public key of the exporter.
    #[serde(skip_serializing_if = "is_zero")]
    pub account: String,
    /// The activation, where one is needed.
    #[serde(skip_serializing_if = "is_zero")]
    pub token: String,
    /// An old form of the local subject.
    #[serde(skip_serializing_if = "is_zero")]
    pub to: String,
    /// What it is called here; may have `$1` for the first wildcard.
    #[serde(skip_serializing_if = "is_zero")]
    pub local_subject: String,
    /// Stream or service.
    #[serde(rename = "type", skip_serializing_if = "is_zero")]
    pub share_type: ShareType,
    /// Whether the exporter learns about the client.
    #[serde(skip_serializing_if = "is_zero")]
    pub share: bool,
    /// Whether message traces go on behind it.
    #[serde(skip_serializing_if = "is_zero")]
    pub allow_trace: bool,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

object! {
    Import {
        name: "name",
        subject: "subject",
        account: "account",
        token: "token",
        to: "to",
        local_subject: "local_subject",
        share_type: "type",
        share: "share",
        allow_trace: "allow_trace",
    }
    parts {}
    groups {}
}
