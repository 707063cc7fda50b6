//! User claims.

use serde::Serialize;

use super::UserLimits;
use super::wire::object;
use super::{Body, ClaimType, VERSION};
use crate::jwt::json::{Unknown, is_zero};
use crate::nkey::Kind;

/// A client of an account, with what it may do.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct User {
    /// Permissions and limits; all zero when a scoped key signed.
    #[serde(flatten)]
    pub limits: UserLimits,
    /// The account, when one of its signing keys signed.
    #[serde(skip_serializing_if = "is_zero")]
    pub issuer_account: String,
    /// Labels.
    #[serde(skip_serializing_if = "is_zero")]
    pub tags: Vec<String>,
    /// `user`
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
    User {
        issuer_account: "issuer_account",
        tags: "tags",
        type_name: "type",
        version: "version",
    }
    parts {}
    groups { limits: UserLimits }
}

impl Body for User {
    const TYPE: ClaimType = ClaimType::User;
    const ISSUERS: &'static [Kind] = &[Kind::Account];
    const SUBJECT: Option<(Kind, &'static str)> =
        Some((Kind::User, "expected subject to be user public key"));

    fn prepare(&mut self) {
        Self::TYPE.name().clone_into(&mut self.type_name);
        self.version = VERSION;
    }

    fn version(&self) -> i64 {
        self.version
    }
}
