//! Activation claims: leave to import what another account exports.

use serde::Serialize;

use super::ShareType;
use super::wire::object;
use super::{Body, ClaimType, VERSION};
use crate::jwt::json::{Unknown, is_zero};
use crate::nkey::Kind;

/// Leave for the subject, an account, to import something from the issuer.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Activation {
    /// What may be imported.
    #[serde(skip_serializing_if = "is_zero")]
    pub subject: String,
    /// Whether it is a stream or a service.
    #[serde(skip_serializing_if = "is_zero")]
    pub kind: ShareType,
    /// The exporting account, when one of its signing keys signed.
    #[serde(skip_serializing_if = "is_zero")]
    pub issuer_account: String,
    /// Labels.
    #[serde(skip_serializing_if = "is_zero")]
    pub tags: Vec<String>,
    /// `activation`
    #[serde(rename = "type", skip_serializing_if = "is_zero")]
    pub type_name: String,
    /// The version of the format.
    #[serde(skip_serializing_if = "is_zero")]
    pub version: i64,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

object! {
    Activation {
        subject: "subject",
        kind: "kind",
        issuer_account: "issuer_account",
        tags: "tags",
        type_name: "type",
        version: "version",
    }
    parts {}
    groups {}
}

impl Body for Activation {
    const TYPE: ClaimType = ClaimType::Activation;
    const ISSUERS: &'static [Kind] = &[Kind::Account, Kind::Operator];
    const SUBJECT: Option<(Kind, &'static str)> =
        Some((Kind::Account, "expected subject to be an account"));

    fn prepare(&mut self) {
        Self::TYPE.name().clone_into(&mut self.type_name);
        self.version = VERSION;
    }

    fn version(&self) -> i64 {
        self.version
    }
}
