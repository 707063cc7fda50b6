//! What can be rotated, and what cannot, with the reason.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A kind of rotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A signing key of an operator.
    OperatorSigningKey,
    /// A signing key of an account.
    AccountSigningKey,
    /// A user of the system account.
    SystemUser,
    /// A user.
    UserKey,
}

impl Kind {
    /// All of them, from above.
    pub const ALL: [Self; 4] = [
        Self::OperatorSigningKey,
        Self::AccountSigningKey,
        Self::SystemUser,
        Self::UserKey,
    ];

    /// As it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OperatorSigningKey => "operator-signing-key",
            Self::AccountSigningKey => "account-signing-key",
            Self::SystemUser => "system-user",
            Self::UserKey => "user-key",
        }
    }

    /// What it is, for people.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::OperatorSigningKey => "signing key of an operator",
            Self::AccountSigningKey => "signing key of an account",
            Self::SystemUser => "key of a user of the system account",
            Self::UserKey => "key of a user",
        }
    }

    /// Whether it is an account's, or one of its users'.
    #[must_use]
    pub const fn is_of_account(self) -> bool {
        match self {
            Self::OperatorSigningKey => false,
            Self::AccountSigningKey | Self::SystemUser | Self::UserKey => true,
        }
    }

    /// Whether it is a user's.
    #[must_use]
    pub const fn is_of_user(self) -> bool {
        match self {
            Self::OperatorSigningKey | Self::AccountSigningKey => false,
            Self::SystemUser | Self::UserKey => true,
        }
    }

    /// Whether it is the system account's, which need not be named then.
    #[must_use]
    pub const fn is_of_system_account(self) -> bool {
        matches!(self, Self::SystemUser)
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
