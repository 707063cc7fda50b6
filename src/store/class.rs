//! How sensitive a key is, and what it is for.

use std::fmt;
use std::str::FromStr;

use crate::nkey::Kind;

/// Keys of one sensitivity. Each class has its own recipients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// The identity of an operator, and the key that signs the store's recipients.
    Root,
    /// Signing keys of an operator.
    OperatorSigning,
    /// The identity of an account.
    AccountIdentity,
    /// Signing and curve keys of an account.
    AccountSigning,
    /// Keys of users.
    User,
    /// Servers', clusters' and curve keys that belong to nobody.
    Other,
    /// The key that signs the journal: everybody's who opens anything.
    Journal,
}

impl Class {
    /// Every class, the most sensitive first.
    pub const ALL: [Self; 7] = [
        Self::Root,
        Self::OperatorSigning,
        Self::AccountIdentity,
        Self::AccountSigning,
        Self::User,
        Self::Other,
        Self::Journal,
    ];

    /// The classes that recipients are named for; what is left comes with any of them.
    pub const GRANTED: [Self; 6] = [
        Self::Root,
        Self::OperatorSigning,
        Self::AccountIdentity,
        Self::AccountSigning,
        Self::User,
        Self::Other,
    ];

    /// The class of a key of that kind in that role.
    #[must_use]
    pub const fn of(kind: Kind, role: Role) -> Self {
        match (kind, role) {
            (_, Role::Journal) => Self::Journal,
            (_, Role::Store) | (Kind::Operator, Role::Identity) => Self::Root,
            (Kind::Operator, _) => Self::OperatorSigning,
            (Kind::Account, Role::Identity) => Self::AccountIdentity,
            (Kind::Account, _) | (Kind::Curve, Role::Curve) => Self::AccountSigning,
            (Kind::User, _) => Self::User,
            _ => Self::Other,
        }
    }
}

/// What a key is to its owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// It is the owner: the subject of the owner's token.
    Identity,
    /// It signs for the owner.
    Signing,
    /// It seals and opens for the owner.
    Curve,
    /// It signs the set of recipients.
    Store,
    /// It signs the journal.
    Journal,
}

/// Where a key came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Made here.
    Generated,
    /// Brought here.
    Imported,
    /// Its seed was never here.
    Elsewhere,
}

macro_rules! named {
    ($($type:ident $what:literal { $($variant:ident $name:literal)+ })+) => {$(
        impl $type {
            /// As it is written.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }
        }

        impl FromStr for $type {
            type Err = String;

            fn from_str(name: &str) -> Result<Self, String> {
                match name {
                    $($name => Ok(Self::$variant),)+
                    _ => Err(format!(concat!("it is no ", $what, ": {}"), [$($name),+].join(", "))),
                }
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.pad(self.name())
            }
        }
    )+};
}

named! {
    Class "class of keys" {
        Root "root"
        OperatorSigning "operator-signing"
        AccountIdentity "account-identity"
        AccountSigning "account-signing"
        User "user"
        Other "other"
        Journal "journal"
    }
    Role "role of a key" {
        Identity "identity"
        Signing "signing"
        Curve "curve"
        Store "store"
        Journal "journal"
    }
    Origin "origin of a key" {
        Generated "generated"
        Imported "imported"
        Elsewhere "elsewhere"
    }
}
