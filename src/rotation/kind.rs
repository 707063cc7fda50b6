//! What can be rotated, and whose it is. What cannot be is in [`super::refused`], with the reason.

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
    /// A signing key of an account.
    AccountSigningKey,
    /// A user of the system account.
    SystemUser,
    /// A user.
    UserKey,
    /// The curve key that requests to an account's auth callout are sealed to.
    CalloutCurveKey,
    /// The keys of an OIDC issuer that an auth callout trusts.
    OidcKeys,
    /// A key of another system, which reads it beside the one that it replaces.
    KeySet,
    /// A recipient of the store.
    StoreRecipient,
    /// A passphrase that opens the store.
    StorePassphrase,
}

/// Whose a key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Operators,
    Accounts,
    SystemUsers,
    Users,
    Others,
    Stores,
}

impl Kind {
    /// All of them, from above.
    pub const ALL: [Self; 10] = [
        Self::OperatorSigningKey,
        Self::OperatorIdentity,
        Self::AccountSigningKey,
        Self::SystemUser,
        Self::UserKey,
        Self::CalloutCurveKey,
        Self::OidcKeys,
        Self::KeySet,
        Self::StoreRecipient,
        Self::StorePassphrase,
    ];

    /// As it is written, what it is for people, and whose it is.
    const fn told(self) -> (&'static str, &'static str, Whose) {
        match self {
            Self::OperatorSigningKey => (
                "operator-signing-key",
                "signing key of an operator",
                Whose::Operators,
            ),
            Self::OperatorIdentity => (
                "operator-identity",
                "identity of an operator",
                Whose::Operators,
            ),
            Self::AccountSigningKey => (
                "account-signing-key",
                "signing key of an account",
                Whose::Accounts,
            ),
            Self::SystemUser => (
                "system-user",
                "key of a user of the system account",
                Whose::SystemUsers,
            ),
            Self::UserKey => ("user-key", "key of a user", Whose::Users),
            Self::CalloutCurveKey => (
                "callout-curve-key",
                "curve key of an account's auth callout",
                Whose::Accounts,
            ),
            Self::OidcKeys => ("oidc-keys", "pinned keys of an OIDC issuer", Whose::Others),
            Self::KeySet => (
                "key-set",
                "key of another system: 32 letters and digits, PKCS#8, or a curve key",
                Whose::Others,
            ),
            Self::StoreRecipient => (
                "store-recipient",
                "recipient of the store: who opens what is sealed in it",
                Whose::Stores,
            ),
            Self::StorePassphrase => (
                "store-passphrase",
                "passphrase of the store, and the identity behind it",
                Whose::Stores,
            ),
        }
    }

    /// As it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.told().0
    }

    /// What it is, for people.
    #[must_use]
    pub const fn title(self) -> &'static str {
        self.told().1
    }

    /// Whether it is an account's, or one of its users'.
    #[must_use]
    pub const fn is_of_account(self) -> bool {
        matches!(
            self.told().2,
            Whose::Accounts | Whose::SystemUsers | Whose::Users
        )
    }

    /// Whether the account is the one that servers talk in.
    #[must_use]
    pub const fn is_of_system_account(self) -> bool {
        matches!(self.told().2, Whose::SystemUsers)
    }

    /// Whether it is a user's.
    #[must_use]
    pub const fn is_of_user(self) -> bool {
        matches!(self.told().2, Whose::SystemUsers | Whose::Users)
    }

    /// Whether it is about who opens the store, and no operator's.
    #[must_use]
    pub const fn is_of_store(self) -> bool {
        matches!(self, Self::StoreRecipient | Self::StorePassphrase)
    }

    /// Whether two rotations get in each other's way, when they are about the same operator.
    #[must_use]
    pub const fn is_of_operator(self) -> bool {
        matches!(self.told().2, Whose::Operators)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}
