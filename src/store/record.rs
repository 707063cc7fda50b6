//! What the store keeps, one type a table; each knows its place and its digest.

use std::fmt;
use std::str::FromStr;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use super::age::Recipient;
use super::class::{Class, Origin, Role};
use super::digest::{Digest, Digester};
use crate::clock::UnixSeconds;
use crate::masking::holds_secret;
use crate::nkey::{Kind, NkeyError, PUBLIC_TEXT_LEN, PublicKey, Seed};

/// How the place of a key begins.
pub const KEY_PLACE: &str = "key ";
/// How the place of an entity begins.
pub const ENTITY_PLACE: &str = "entity ";
/// How the place of a token begins.
pub const ISSUED_PLACE: &str = "issued ";
/// How the place of an identity begins.
pub const IDENTITY_PLACE: &str = "identity ";

/// A row that the journal vouches for.
pub trait Row {
    /// Where it is, for the journal: table and key.
    fn place(&self) -> String;
    /// The digest of all that it says.
    fn digest(&self) -> Digest;
}

/// A name as people gave it, checked once: it can stand in a file name, a line of text and a script.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(String);

impl Name {
    /// Bytes of the longest name.
    pub const MAX_LEN: usize = 200;

    /// The name that somebody gave: a letter and its mark may come as two characters, and are one in a name.
    pub fn given(text: &str) -> Result<Self, String> {
        text.nfc().collect::<String>().parse()
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What two names share when only their case tells them apart: there are file systems that cannot tell it.
    #[must_use]
    pub fn folded(&self) -> String {
        // Through capitals, where `ß` and `SS`, and letters that are drawn as one, meet.
        self.0.to_uppercase().to_lowercase()
    }

    /// The name under which a store has an operator while another has its name.
    pub fn beside(&self, beside: Beside, number: u32) -> Result<Self, String> {
        let number = match number {
            1 => String::new(),
            number => number.to_string(),
        };
        format!("{self}.{}{number}", beside.name()).parse()
    }

    /// Whether that is the name in its token: it is this one, or it stands beside the one that has it.
    #[must_use]
    pub fn stands_for(&self, claimed: &str) -> bool {
        let Some(rest) = self.0.strip_prefix(claimed) else {
            return false;
        };
        let beside = |beside: Beside| {
            let rest = rest.strip_prefix('.')?;
            let number = rest.strip_prefix(beside.name())?;
            Some(number.bytes().all(|digit| digit.is_ascii_digit()))
        };
        rest.is_empty()
            || beside(Beside::Next) == Some(true)
            || beside(Beside::Before) == Some(true)
    }
}

/// Where an operator stands that has the name of another in its token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// It comes after that one.
    Next,
    /// That one came after it.
    Before,
}

impl Beside {
    const fn name(self) -> &'static str {
        match self {
            Self::Next => "next",
            Self::Before => "before",
        }
    }
}

impl FromStr for Name {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let reason = if text.is_empty() {
            "it is empty"
        } else if text.len() > Self::MAX_LEN {
            "it is longer than 200 bytes"
        } else if text == "." || text == ".." {
            "it is a folder's"
        } else if text.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|']) {
            "it holds a character that file names cannot have"
        } else if text.chars().any(crate::text::deceives) {
            "it holds a character that cannot be seen"
        } else if !is_nfc(text) {
            "a letter and its mark are two characters in it, where one is usual"
        } else if text.len() == PUBLIC_TEXT_LEN
            && Kind::of_public_text(&text.to_ascii_uppercase()).is_ok()
        {
            // Commands take a name or a key, in any case of its letters.
            "it is a public key"
        } else if text.trim() != text {
            "it begins or ends with a space"
        } else if holds_secret(text) {
            return Err("it holds a seed or an identity, which is no name".to_owned());
        } else if text.starts_with('-') {
            "it begins as a flag does"
        } else {
            return Ok(Self(text.to_owned()));
        };
        Err(format!("it cannot be a name: {reason}"))
    }
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0)
    }
}

/// An operator, an account or a user, with its token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Which of the three.
    pub kind: EntityKind,
    /// Its identity.
    pub key: PublicKey,
    /// What people call it.
    pub name: Name,
    /// Who stands above it: no one above an operator.
    pub parent: Option<PublicKey>,
    /// Its token as it stands.
    pub token: String,
    /// The highest time of issue that any token of its had; the next one is later.
    pub issued_at: UnixSeconds,
    /// When its token ends, 0 for never.
    pub expires: UnixSeconds,
    /// When it came.
    pub created: UnixSeconds,
    /// When it last changed.
    pub updated: UnixSeconds,
}

/// An entity as its row has it, whose keys are yet to be read, which need not be done where the file is read.
pub struct EntityRow {
    pub(super) key: String,
    pub(super) kind: EntityKind,
    pub(super) name: Name,
    pub(super) parent: Option<String>,
    pub(super) token: String,
    pub(super) issued_at: UnixSeconds,
    pub(super) expires: UnixSeconds,
    pub(super) created: UnixSeconds,
    pub(super) updated: UnixSeconds,
}

impl EntityRow {
    /// The entity, when its keys are keys. They are those of tokens, which say so again where a store is checked.
    pub fn read(self) -> Result<Entity, NkeyError> {
        Ok(Entity {
            kind: self.kind,
            key: PublicKey::kept(&self.key)?,
            name: self.name,
            parent: self.parent.as_deref().map(PublicKey::kept).transpose()?,
            token: self.token,
            issued_at: self.issued_at,
            expires: self.expires,
            created: self.created,
            updated: self.updated,
        })
    }
}

impl AsRef<Self> for Entity {
    fn as_ref(&self) -> &Self {
        self
    }
}

impl Row for Entity {
    fn place(&self) -> String {
        format!("{ENTITY_PLACE}{}", self.key)
    }

    fn digest(&self) -> Digest {
        Digester::of("entity")
            .text(self.kind.name())
            .text(&self.key.to_string())
            .text(self.name.as_str())
            .optional(
                self.parent
                    .map(|key| key.to_string())
                    .as_ref()
                    .map(String::as_bytes),
            )
            .text(&self.token)
            .number(self.issued_at)
            .number(self.expires)
            .number(self.created)
            .number(self.updated)
            .finish()
    }
}

/// The three that have tokens of their own in a store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// An operator.
    Operator,
    /// An account.
    Account,
    /// A user.
    User,
}

impl EntityKind {
    /// All of them, from above.
    pub const ALL: [Self; 3] = [Self::Operator, Self::Account, Self::User];

    /// As it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Account => "account",
            Self::User => "user",
        }
    }

    /// The kind of its keys.
    #[must_use]
    pub const fn key_kind(self) -> Kind {
        match self {
            Self::Operator => Kind::Operator,
            Self::Account => Kind::Account,
            Self::User => Kind::User,
        }
    }
}

impl fmt::Display for EntityKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

/// A key, and its seed where the store has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRecord {
    /// The public half.
    pub public: PublicKey,
    /// Whose it is.
    pub owner: Option<PublicKey>,
    /// What for.
    pub role: Role,
    /// How sensitive.
    pub class: Class,
    /// Where from.
    pub origin: Origin,
    /// The seed, an age file.
    pub sealed: Option<Vec<u8>>,
    /// The version of the set of recipients that it is sealed to.
    pub recipients: i64,
    /// When it came.
    pub created: UnixSeconds,
}

impl KeyRecord {
    /// Of a key of the store's own.
    #[must_use]
    pub fn own(seed: &Seed, role: Role, now: UnixSeconds) -> Self {
        Self::of(seed.public(), role, now)
    }

    /// Of a key that is nobody's yet, and of which the seed is still to be sealed.
    #[must_use]
    pub const fn of(public: PublicKey, role: Role, now: UnixSeconds) -> Self {
        Self {
            public,
            owner: None,
            role,
            class: Class::of(public.kind(), role),
            origin: Origin::Generated,
            sealed: None,
            recipients: 0,
            created: now,
        }
    }
}

impl Row for KeyRecord {
    fn place(&self) -> String {
        format!("{KEY_PLACE}{}", self.public)
    }

    fn digest(&self) -> Digest {
        Digester::of("key")
            .text(&self.public.to_string())
            .optional(
                self.owner
                    .map(|key| key.to_string())
                    .as_ref()
                    .map(String::as_bytes),
            )
            .text(self.role.name())
            .text(self.class.name())
            .text(self.origin.name())
            .optional(self.sealed.as_deref())
            .number(self.recipients)
            .number(self.created)
            .finish()
    }
}

/// A token that was signed, of which the store may not have the text any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// Its identity.
    pub jti: String,
    /// Its type.
    pub kind: String,
    /// For whom.
    pub subject: String,
    /// Of which account.
    pub account: PublicKey,
    /// Who signed.
    pub issuer: PublicKey,
    /// When.
    pub issued_at: UnixSeconds,
    /// Until when, 0 for ever.
    pub expires: UnixSeconds,
}

impl Row for Issued {
    fn place(&self) -> String {
        format!("{ISSUED_PLACE}{}", self.jti)
    }

    fn digest(&self) -> Digest {
        Digester::of("issued")
            .text(&self.jti)
            .text(&self.kind)
            .text(&self.subject)
            .text(&self.account.to_string())
            .text(&self.issuer.to_string())
            .number(self.issued_at)
            .number(self.expires)
            .finish()
    }
}

/// An age identity inside the store, sealed with a passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredIdentity {
    /// Its public half.
    pub recipient: Recipient,
    /// What people call it.
    pub label: String,
    /// The identity, an age file.
    pub sealed: Vec<u8>,
    /// When it came.
    pub created: UnixSeconds,
}

impl Row for StoredIdentity {
    fn place(&self) -> String {
        format!("{IDENTITY_PLACE}{}", self.recipient)
    }

    fn digest(&self) -> Digest {
        Digester::of("identity")
            .text(&self.recipient.to_string())
            .text(&self.label)
            .bytes(&self.sealed)
            .number(self.created)
            .finish()
    }
}
