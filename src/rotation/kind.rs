//! What can be rotated, and what cannot, with the reason.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A kind of rotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A signing key of an operator.
    OperatorSigningKey,
    /// The curve key that requests to an account's auth callout are sealed to.
    CalloutCurveKey,
    /// The keys of an OIDC issuer that an auth callout trusts.
    OidcKeys,
    /// A key of another system, which reads it beside the one that it replaces.
    KeySet,
}

impl Kind {
    /// All of them, from above.
    pub const ALL: [Self; 4] = [
        Self::OperatorSigningKey,
        Self::CalloutCurveKey,
        Self::OidcKeys,
        Self::KeySet,
    ];

    /// As it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OperatorSigningKey => "operator-signing-key",
            Self::CalloutCurveKey => "callout-curve-key",
            Self::OidcKeys => "oidc-keys",
            Self::KeySet => "key-set",
        }
    }

    /// What it is, for people.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::OperatorSigningKey => "signing key of an operator",
            Self::CalloutCurveKey => "curve key of an account's auth callout",
            Self::OidcKeys => "pinned keys of an OIDC issuer",
            Self::KeySet => "key of another system: 32 letters and digits, PKCS#8, or a curve key",
        }
    }

    /// Whether it is an account's, or one of its users'.
    #[must_use]
    pub const fn is_of_account(self) -> bool {
        match self {
            Self::OperatorSigningKey | Self::OidcKeys | Self::KeySet => false,
            Self::CalloutCurveKey => true,
        }
    }

    /// Whether it is a user's.
    #[must_use]
    pub const fn is_of_user(self) -> bool {
        match self {
            Self::OperatorSigningKey | Self::CalloutCurveKey | Self::OidcKeys | Self::KeySet => {
                false
            }
        }
    }

    /// Whether two rotations get in each other's way, when they are about the same operator.
    #[must_use]
    pub const fn is_of_operator(self) -> bool {
        matches!(self, Self::OperatorSigningKey)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}
