//! What can be rotated, and what cannot, with the reason.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A kind of rotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A signing key of an operator.
    OperatorSigningKey,
    /// The identity of an operator.
    OperatorIdentity,
}

impl Kind {
    /// All of them, from above.
    pub const ALL: [Self; 2] = [Self::OperatorSigningKey, Self::OperatorIdentity];

    /// As it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OperatorSigningKey => "operator-signing-key",
            Self::OperatorIdentity => "operator-identity",
        }
    }

    /// What it is, for people.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::OperatorSigningKey => "signing key of an operator",
            Self::OperatorIdentity => "identity of an operator",
        }
    }

    /// Whether it is an account's, or one of its users'.
    #[must_use]
    pub const fn is_of_account(self) -> bool {
        match self {
            Self::OperatorSigningKey | Self::OperatorIdentity => false,
        }
    }

    /// Whether it is a user's.
    #[must_use]
    pub const fn is_of_user(self) -> bool {
        match self {
            Self::OperatorSigningKey | Self::OperatorIdentity => false,
        }
    }

    /// Whether two rotations get in each other's way, when they are about the same operator.
    #[must_use]
    pub const fn is_of_operator(self) -> bool {
        matches!(self, Self::OperatorSigningKey | Self::OperatorIdentity)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}
