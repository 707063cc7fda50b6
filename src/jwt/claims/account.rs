//! Account claims.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    AccountLimits, Body, Carries, ClaimType, Export, Import, Permissions, SigningKeys, VERSION,
    Visit, carries,
};
use crate::clock::UnixSeconds;
use crate::jwt::json::{Unknown, distinct_keys, is_zero};
use crate::nkey::Kind;

/// A subject that messages are moved to, and how many of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
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

carries!(Mapping);

/// Leaves the decision who may connect to a service: an auth callout.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
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

carries!(ExternalAuthorization);

/// Where message traces go.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
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

carries!(MessageTrace);

/// What users without permissions of their own may do.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct DefaultPermissions {
    /// Subjects.
    #[serde(flatten)]
    pub permissions: Permissions,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

impl Carries for DefaultPermissions {
    fn visit_unknown(&mut self, path: &str, visit: &mut Visit<'_>) {
        visit(path, &mut self.unknown);
        self.permissions.visit_parts(path, visit);
    }
}

/// A tenant: what its users share, may use, and are signed by.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
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
    #[serde(skip_serializing_if = "is_zero", deserialize_with = "distinct_keys")]
    pub revocations: BTreeMap<String, UnixSeconds>,
    /// What users without permissions of their own may do.
    pub default_permissions: DefaultPermissions,
    /// Subjects whose messages are moved to others.
    #[serde(skip_serializing_if = "is_zero", deserialize_with = "distinct_keys")]
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
}

carries!(
    Account,
    imports as "imports",
    exports as "exports",
    limits as "limits",
    signing_keys as "signing_keys",
    default_permissions as "default_permissions",
    mappings as "mappings",
    authorization as "authorization",
    trace as "trace",
);
