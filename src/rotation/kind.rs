//! What can be rotated, and what cannot, with the reason.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A kind of rotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A signing key of an operator.
    OperatorSigningKey,
    /// A recipient of the store.
    StoreRecipient,
    /// A passphrase that opens the store.
    StorePassphrase,
}

impl Kind {
    /// All of them, from above.
    pub const ALL: [Self; 3] = [
        Self::OperatorSigningKey,
        Self::StoreRecipient,
        Self::StorePassphrase,
    ];

    /// As it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OperatorSigningKey => "operator-signing-key",
            Self::StoreRecipient => "store-recipient",
            Self::StorePassphrase => "store-passphrase",
        }
    }

    /// What it is, for people.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::OperatorSigningKey => "signing key of an operator",
            Self::StoreRecipient => "recipient of the store: who opens what is sealed in it",
            Self::StorePassphrase => "passphrase of the store, and the identity behind it",
        }
    }

    /// Whether it is an account's, or one of its users'.
    #[must_use]
    pub const fn is_of_account(self) -> bool {
        match self {
            Self::OperatorSigningKey | Self::StoreRecipient | Self::StorePassphrase => false,
        }
    }

    /// Whether it is a user's.
    #[must_use]
    pub const fn is_of_user(self) -> bool {
        match self {
            Self::OperatorSigningKey | Self::StoreRecipient | Self::StorePassphrase => false,
        }
    }

    /// Whether it is about who opens the store, and no operator's.
    #[must_use]
    pub const fn is_of_store(self) -> bool {
        matches!(self, Self::StoreRecipient | Self::StorePassphrase)
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
