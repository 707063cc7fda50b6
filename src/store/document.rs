//! What a store has once something is rotated in it: documents, and how keys stand in their lives.

use std::fmt;
use std::str::FromStr;

use super::digest::{Digest, Digester};
use super::record::Row;
use crate::clock::UnixSeconds;
use crate::nkey::PublicKey;

/// How the place of a document begins.
pub const DOCUMENT_PLACE: &str = "document ";
/// How the place of a key's state begins.
pub const STATE_PLACE: &str = "state ";

/// The document of a store into which no identity of an operator comes: that is elsewhere, offline.
pub const ROOTLESS: &str = "ceremony rootless";
/// The document of a store in which identities of operators sign what was reviewed, and nothing else.
pub const CEREMONIAL: &str = "ceremony root";

/// Text under a name, which the rooms above know how to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it is, and which: `rotation k3fq7a`.
    pub name: String,
    /// What it says.
    pub text: String,
    /// When it last changed.
    pub updated: UnixSeconds,
}

impl Row for Document {
    fn place(&self) -> String {
        format!("{DOCUMENT_PLACE}{}", self.name)
    }

    fn digest(&self) -> Digest {
        Digester::of("document")
            .text(&self.name)
            .text(&self.text)
            .number(self.updated)
            .finish()
    }
}

/// How a key stands in its life (NIST SP 800-57, as far as it applies). A key of which nothing is said is in use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyState {
    /// Made, and trusted by nobody yet.
    Generated,
    /// Named in what is handed out, and not yet to sign.
    Published,
    /// It signs.
    #[default]
    Active,
    /// Still trusted, and signs no more.
    Retiring,
    /// No longer named in what is handed out.
    Withdrawn,
    /// Nobody trusts it any more.
    Retired,
    /// Somebody else may have its seed.
    Compromised,
    /// Its seed is gone from the store.
    Destroyed,
}

impl KeyState {
    /// All of them, in the order of a life.
    pub const ALL: [Self; 8] = [
        Self::Generated,
        Self::Published,
        Self::Active,
        Self::Retiring,
        Self::Withdrawn,
        Self::Retired,
        Self::Compromised,
        Self::Destroyed,
    ];

    /// As it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Generated => "generated",
            Self::Published => "published",
            Self::Active => "active",
            Self::Retiring => "retiring",
            Self::Withdrawn => "withdrawn",
            Self::Retired => "retired",
            Self::Compromised => "compromised",
            Self::Destroyed => "destroyed",
        }
    }

    /// Whether it was taken out of use, so that nobody is to trust it again.
    #[must_use]
    pub const fn is_over(self) -> bool {
        matches!(
            self,
            Self::Withdrawn | Self::Retired | Self::Compromised | Self::Destroyed
        )
    }

    /// Whether it may sign what nobody named it for.
    #[must_use]
    pub const fn signs(self) -> bool {
        matches!(self, Self::Active)
    }
}

impl fmt::Display for KeyState {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

impl FromStr for KeyState {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|known| known.name() == name)
            .ok_or_else(|| "it is no state of a key".to_owned())
    }
}

/// A key, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The key.
    pub key: PublicKey,
    /// How.
    pub state: KeyState,
    /// Since when.
    pub since: UnixSeconds,
}

impl Row for Standing {
    fn place(&self) -> String {
        format!("{STATE_PLACE}{}", self.key)
    }

    fn digest(&self) -> Digest {
        Digester::of("state")
            .text(&self.key.to_string())
            .text(self.state.name())
            .number(self.since)
            .finish()
    }
}
