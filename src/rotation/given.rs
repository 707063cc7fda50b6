//! What is said besides whose key is replaced, where a kind needs more: the keys of an issuer, and how many keys a reader takes.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use data_encoding::BASE64URL_NOPAD;

use crate::emit::manifest::oidc::{Issuer, Pins};

/// What is said beside.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// The keys of an issuer.
    pub issuer: Option<IssuerKeys>,
    /// How many keys a reader takes.
    pub reads: Reads,
}

/// Keys of an issuer, as somebody brings them.
#[derive(Clone, Debug)]
pub struct IssuerKeys {
    /// Whose they are.
    pub issuer: Issuer,
    /// What it publishes now: the new ones are among them.
    pub published: Pins,
    /// What was pinned until now, where the store does not know.
    pub from: Option<Pins>,
    /// What the new ones are, as somebody knows from elsewhere.
    pub expected: Vec<Thumbprint>,
}

/// What a key is by itself (RFC 7638).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thumbprint(String);

impl FromStr for Thumbprint {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match BASE64URL_NOPAD.decode(text.as_bytes()) {
            Ok(digest) if digest.len() == 32 => Ok(Self(text.to_owned())),
            _ => {
                Err("it is no thumbprint: SHA-256 in base64url, which has 43 characters".to_owned())
            }
        }
    }
}

impl fmt::Display for Thumbprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// How many keys a reader takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reads {
    /// One: nothing overlaps.
    One,
    /// Two, of which the first is the one that it writes with.
    #[default]
    Two,
}

const READS: &str = "reads";

impl Reads {
    /// As a rotation keeps it.
    pub(super) fn to_keep(self) -> BTreeMap<String, String> {
        match self {
            Self::One => BTreeMap::from([(READS.to_owned(), "1".to_owned())]),
            Self::Two => BTreeMap::new(),
        }
    }

    /// As a rotation kept it.
    pub(super) fn kept(kept: &BTreeMap<String, String>) -> Self {
        match kept.contains_key(READS) {
            true => Self::One,
            false => Self::Two,
        }
    }
}

impl FromStr for Reads {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "1" => Ok(Self::One),
            "2" => Ok(Self::Two),
            _ => Err("it is neither 1 nor 2".to_owned()),
        }
    }
}
