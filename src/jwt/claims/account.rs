//! Account claims.

use std::collections::BTreeMap;

use serde::Serialize;

use super::wire::{Distinct, Present, object};
use super::{AccountLimits, Body, ClaimType, Export, Import, Permissions, SigningKeys, VERSION};
use crate::clock::UnixSeconds;
use crate::jwt::json::{Unknown, is_zero};
use crate::nkey::Kind;

/// A subject that messages are moved to, and how many of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Mapping {
    /// Where they go.
    pub subject: String,
    /// How many in a hundred; 0 is all.
    #[serde(skip_serializing_if = "is_zero")]
    pub weight: u8,
    /// In which cluster this holds.
    #[serde(skip_serializing_if = "is_zero")]
    pub cluster: String,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

object! {
    Mapping { subject: "subject", weight: "weight", cluster: "cluster" }
    parts {}
    groups {}
}

/// Leaves the decision who may connect to a service: an auth callout.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ExternalAuthorization {
    /// Users that connect without being asked about: the service itself.
    #[serde(skip_serializing_if = "is_zero")]
    pub auth_users: Vec<String>,
    /// Accounts that the service may put users into, or `*`.
    #[serde(skip_serializing_if = "is_zero")]
    pub allowed_accounts: Vec<String>,
    /// Curve key to which requests are sealed.
    #[serde(skip_serializing_if = "is_zero")]
    pub xkey: String,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

object! {
    ExternalAuthorization {
        auth_users: "auth_users",
        allowed_accounts: "allowed_accounts",
        xkey: "xkey",
    }
    parts {}
    groups {}
}

/// Where message traces go.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct MessageTrace {
    /// The subject.
    #[serde(skip_serializing_if = "is_zero")]
    pub dest: String,
    /// How many in a hundred; 0 is all.
    #[serde(skip_serializing_if = "is_zero")]
    pub sampling: i64,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

object! {
    MessageTrace { dest: "dest", sampling: "sampling" }
    parts {}
    groups {}
}

/// What users without permissions of their own may do.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DefaultPermissions {
    /// Subjects.
    #[serde(flatten)]
    pub permissions: Permissions,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

object! {
    DefaultPermissions {  }
    parts {}
    groups { permissions: Permissions }
}

/// A tenant: what its users share, may use, and are signed by.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Account {
    /// What it takes from others, by subject.
    #[serde(skip_serializing_if = "is_zero")]
    pub imports: Vec<Import>,
    /// What it offers to others, by subject.
    #[serde(skip_serializing_if = "is_zero")]
    pub exports: Vec<Export>,
    /// What it may use.
    pub limits: AccountLimits,
    /// Keys that sign in the account's place.
    #[serde(skip_serializing_if = "is_zero")]
    pub signing_keys: SigningKeys,
    /// Users that no longer hold: public key or `*`, and up to when they were signed.
    #[serde(skip_serializing_if = "is_zero")]
    pub revocations: BTreeMap<String, UnixSeconds>,
    /// What users without permissions of their own may do.
    pub default_permissions: DefaultPermissions,
    /// Subjects whose messages are moved to others.
    #[serde(skip_serializing_if = "is_zero")]
    pub mappings: BTreeMap<String, Vec<Mapping>>,
    /// Who decides who may connect.
    pub authorization: ExternalAuthorization,
    /// Where message traces go.
    #[serde(skip_serializing_if = "is_zero")]
    pub trace: Option<MessageTrace>,
    /// `system` or `owner`
    #[serde(skip_serializing_if = "is_zero")]
    pub cluster_traffic: String,
    /// For people.
    #[serde(skip_serializing_if = "is_zero")]
    pub description: String,
    /// Where people read more.
    #[serde(skip_serializing_if = "is_zero")]
    pub info_url: String,
    /// Labels.
    #[serde(skip_serializing_if = "is_zero")]
    pub tags: Vec<String>,
    /// `account`
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
    Account {
        imports: "imports",
        exports: "exports",
        limits: "limits",
        signing_keys: "signing_keys",
        revocations: "revocations" via Distinct<UnixSeconds>,
        default_permissions: "default_permissions",
        mappings: "mappings" via Distinct<Vec<Mapping>>,
        authorization: "authorization",
        trace: "trace" via Present<MessageTrace>,
        cluster_traffic: "cluster_traffic",
        description: "description",
        info_url: "info_url",
        tags: "tags",
        type_name: "type",
        version: "version",
    }
    parts {
        imports: "imports",
        exports: "exports",
        limits: "limits",
        signing_keys: "signing_keys",
        default_permissions: "default_permissions",
        mappings: "mappings",
        authorization: "authorization",
        trace: "trace",
    }
    groups {}
}

impl Body for Account {
    const TYPE: ClaimType = ClaimType::Account;
    const ISSUERS: &'static [Kind] = &[Kind::Account, Kind::Operator];
    const SUBJECT: Option<(Kind, &'static str)> =
        Some((Kind::Account, "expected subject to be account public key"));

    fn prepare(&mut self) {
        // Stable, as Go's is for the short lists for which its order is defined.
        self.exports
            .sort_by(|one, other| one.subject.cmp(&other.subject));
        self.imports
            .sort_by(|one, other| one.subject.cmp(&other.subject));
        Self::TYPE.name().clone_into(&mut self.type_name);
        self.version = VERSION;
    }

    fn version(&self) -> i64 {
        self.version
    }

    fn writable(&self) -> Result<(), String> {
        self.signing_keys.writable()
    }
}
