//! The wire form of every claim type: field for field what Go's library reads and writes, in its order.
//!
//! Claims hold keys, subjects and times as the text that came: they must be able to say what a hostile token says, so
//! that validation can name it. Whoever builds claims starts from typed keys (`Claims::new`); whoever reads them gets
//! typed keys from a chain that was verified.

mod account;
mod activation;
mod authorization;
mod generic;
mod limits;
mod operator;
mod scope;
mod share;
mod user;
mod wire;

use std::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;

pub use account::{Account, DefaultPermissions, ExternalAuthorization, Mapping, MessageTrace};
pub use activation::Activation;
pub use authorization::{
    AuthorizationRequest, AuthorizationResponse, ClientInformation, ClientTls, ConnectOptions,
    ServerId,
};
pub use generic::Generic;
pub use limits::{
    AccountLimits, CONNECTION_TYPES, JetStreamLimits, JetStreamTier, NO_LIMIT, Permission,
    Permissions, ResponsePermission, TimeRange, UserLimits,
};
pub use operator::Operator;
pub use scope::{Scope, SigningKeys, Template};
pub use share::{Export, Import, Latency, Sampling, ShareType};
pub use user::User;
pub use wire::{Carries, Visit};
use wire::{joined, object};

use crate::clock::UnixSeconds;
use crate::jwt::json::{Unknown, is_zero};
use crate::nkey::{Kind, PublicKey};

/// The version that is written. Version 1 is read only.
pub const VERSION: i64 = 2;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClaimType {
    /// The root of an estate.
    Operator,
    /// A tenant.
    Account,
    /// A client.
    User,
    /// Leave to import something.
    Activation,
    /// What a server asks of an auth callout service.
    AuthorizationRequest,
    /// What the service answers.
    AuthorizationResponse,
    /// Anything else.
    Generic,
}

impl ClaimType {
    /// Every type there is.
    pub const ALL: [Self; 7] = [
        Self::Operator,
        Self::Account,
        Self::User,
        Self::Activation,
        Self::AuthorizationRequest,
        Self::AuthorizationResponse,
        Self::Generic,
    ];

    /// As `nats.type` has it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Account => "account",
            Self::User => "user",
            Self::Activation => "activation",
            Self::AuthorizationRequest => "authorization_request",
            Self::AuthorizationResponse => "authorization_response",
            Self::Generic => "generic",
        }
    }
}

impl fmt::Display for ClaimType {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// The fields that every token has, around those of its type.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(bound(serialize = "B: Body"))]
pub struct Claims<B> {
    /// Who it is for.
    #[serde(rename = "aud", skip_serializing_if = "is_zero")]
    pub audience: String,
    /// When it ends; 0 is never.
    #[serde(rename = "exp", skip_serializing_if = "is_zero")]
    pub expires: UnixSeconds,
    /// A hash of these common fields, the type's own left out: never an identity of the content.
    #[serde(rename = "jti", skip_serializing_if = "is_zero")]
    pub id: String,
    /// When it was signed.
    #[serde(rename = "iat", skip_serializing_if = "is_zero")]
    pub issued_at: UnixSeconds,
    /// Who signed it.
    #[serde(rename = "iss", skip_serializing_if = "is_zero")]
    pub issuer: String,
    /// What people call it.
    #[serde(skip_serializing_if = "is_zero")]
    pub name: String,
    /// When it begins; 0 is at once.
    #[serde(rename = "nbf", skip_serializing_if = "is_zero")]
    pub not_before: UnixSeconds,
    /// Whose it is.
    #[serde(rename = "sub", skip_serializing_if = "is_zero")]
    pub subject: String,
    /// The fields of its type.
    #[serde(rename = "nats", skip_serializing_if = "Body::is_absent")]
    pub body: B,
    /// Fields that nkeep does not know.
    #[serde(flatten)]
    pub unknown: Unknown,
}

/// The fields of one claim type, under `nats`.
pub trait Body:
    Carries + Clone + fmt::Debug + Default + PartialEq + Serialize + DeserializeOwned
{
    /// Which type it is.
    const TYPE: ClaimType;
    /// Kinds of key that may sign it; none named means any.
    const ISSUERS: &'static [Kind];
    /// The kind of key that its subject must be when it is written, and what Go says when it is not.
    const SUBJECT: Option<(Kind, &'static str)>;

    /// Whether a key of that kind may sign it.
    fn may_be_signed_by(issuer: &PublicKey) -> bool {
        Self::ISSUERS.is_empty() || Self::ISSUERS.contains(&issuer.kind())
    }

    /// Brings lists into the order in which they are written, and sets type and version.
    fn prepare(&mut self);

    /// The version that the token says it has.
    fn version(&self) -> i64;

    /// Whether it is left out altogether.
    fn is_absent(&self) -> bool {
        false
    }

    /// Why it cannot be written as it stands, where the format would change it.
    fn writable(&self) -> Result<(), String> {
        Ok(())
    }
}

impl<B: Body> Claims<B> {
    /// Path and JSON text of every field that nkeep does not know, at every depth.
    #[must_use]
    pub fn unknown_fields(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        self.clone().visit_unknown("", &mut |path, unknown| {
            found.extend(
                unknown
                    .iter()
                    .map(|(name, value)| (joined(path, name), value.to_owned())),
            );
        });
        found
    }

    /// The version of the format.
    #[must_use]
    pub fn version(&self) -> i64 {
        self.body.version()
    }

    /// Whether there are fields that nkeep does not know.
    #[must_use]
    pub fn carries_unknown_fields(&mut self) -> bool {
        let mut any = false;
        self.visit_unknown("", &mut |_, unknown| any |= !unknown.is_empty());
        any
    }
}

object! {
    Claims<B> where {B: Body} {
        audience: "aud",
        expires: "exp",
        id: "jti",
        issued_at: "iat",
        issuer: "iss",
        name: "name",
        not_before: "nbf",
        subject: "sub",
        body: "nats",
    }
    parts { body: "nats" }
    groups {}
}

/// The JSON of the common fields alone, of which the id is a hash.
pub(super) fn common_json<B: Body>(claims: &Claims<B>) -> serde_json::Result<Vec<u8>> {
    #[derive(Serialize)]
    struct Common<'a> {
        #[serde(skip_serializing_if = "is_zero")]
        aud: &'a str,
        #[serde(skip_serializing_if = "is_zero")]
        exp: UnixSeconds,
        #[serde(skip_serializing_if = "is_zero")]
        jti: &'a str,
        #[serde(skip_serializing_if = "is_zero")]
        iat: UnixSeconds,
        #[serde(skip_serializing_if = "is_zero")]
        iss: &'a str,
        #[serde(skip_serializing_if = "is_zero")]
        name: &'a str,
        #[serde(skip_serializing_if = "is_zero")]
        nbf: UnixSeconds,
        #[serde(skip_serializing_if = "is_zero")]
        sub: &'a str,
    }

    crate::jwt::json::to_vec(&Common {
        aud: &claims.audience,
        exp: claims.expires,
        jti: &claims.id,
        iat: claims.issued_at,
        iss: &claims.issuer,
        name: &claims.name,
        nbf: claims.not_before,
        sub: &claims.subject,
    })
}
