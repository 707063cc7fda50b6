//! Operator claims.

use serde::Serialize;

use super::wire::object;
use super::{Body, ClaimType, VERSION};
use crate::jwt::json::{Unknown, is_zero};
use crate::nkey::Kind;

/// The root of an estate: which keys sign its accounts, and where its servers are.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Operator {
    /// Keys that sign in the operator's place, in the order given.
    #[serde(skip_serializing_if = "is_zero")]
    pub signing_keys: Vec<String>,
    /// Prefix of the account server, to which tools append `/accounts/<id>`.
    #[serde(skip_serializing_if = "is_zero")]
    pub account_server_url: String,
    /// Where clients connect.
    #[serde(skip_serializing_if = "is_zero")]
    pub operator_service_urls: Vec<String>,
    /// Public key of the account in which servers talk.
    #[serde(skip_serializing_if = "is_zero")]
    pub system_account: String,
    /// The oldest server that may serve this operator.
    #[serde(skip_serializing_if = "is_zero")]
    pub assert_server_version: String,
    /// Whether identity keys may sign nothing but themselves.
    #[serde(skip_serializing_if = "is_zero")]
    pub strict_signing_key_usage: bool,
    /// Labels.
    #[serde(skip_serializing_if = "is_zero")]
    pub tags: Vec<String>,
    /// `operator`
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
    Operator {
        signing_keys: "signing_keys",
        account_server_url: "account_server_url",
        operator_service_urls: "operator_service_urls",
        system_account: "system_account",
        assert_server_version: "assert_server_version",
        strict_signing_key_usage: "strict_signing_key_usage",
        tags: "tags",
        type_name: "type",
        version: "version",
    }
    parts {}
    groups {}
}

impl Body for Operator {
    const TYPE: ClaimType = ClaimType::Operator;
    const ISSUERS: &'static [Kind] = &[Kind::Operator];
    const SUBJECT: Option<(Kind, &'static str)> = Some((
        Kind::Operator,
        "expected subject to be an operator public key",
    ));

    fn prepare(&mut self) {
        Self::TYPE.name().clone_into(&mut self.type_name);
        self.version = VERSION;
    }

    fn version(&self) -> i64 {
        self.version
    }

    fn writable(&self) -> Result<(), String> {
        crate::jwt::validate::account_server_url(&self.account_server_url)
    }
}
