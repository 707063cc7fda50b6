//! The journal: what was changed, when, by whom, signed by which keys. Each entry holds the digest of the one before, and the
//! signature of the journal's key, which everybody has who opens anything of the store.

use data_encoding::HEXLOWER;

use super::digest::{Digest, Digester};
use crate::clock::UnixSeconds;
use crate::nkey::SIGNATURE_LEN;

/// One change, as it stands in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Counted from 1.
    pub sequence: i64,
    /// When, by this machine's clock.
    pub time: UnixSeconds,
    /// Who, as the system knows them.
    pub actor: String,
    /// The command.
    pub command: String,
    /// What it did, in a sentence.
    pub summary: String,
    /// The public keys that signed something in it, parted by spaces.
    pub signers: String,
    /// The digest over every row that it wrote.
    pub changes: Digest,
    /// The digest of the entry before; zeros for the first.
    pub previous: Digest,
    /// The signature of the journal's key; none where keys were put in, which takes no identity.
    pub signature: Option<[u8; SIGNATURE_LEN]>,
}

impl Entry {
    /// What the next entry names as the one before.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digester::of("journal")
            .number(self.sequence)
            .number(self.time)
            .text(&self.actor)
            .text(&self.command)
            .text(&self.summary)
            .text(&self.signers)
            .bytes(&self.changes)
            .bytes(&self.previous)
            .finish()
    }
}

/// What the journal's key signs: the digest of an entry, and what it is.
#[must_use]
pub fn signed_text(digest: &Digest) -> Vec<u8> {
    [b"nkeep journal 1\n", digest.as_slice()].concat()
}

/// The last entry: all of the history in one number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// How many entries there are.
    pub sequence: i64,
    /// The digest of the last.
    pub digest: Digest,
}

impl std::fmt::Display for Head {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            formatter,
            "{}:{}",
            self.sequence,
            HEXLOWER.encode(&self.digest)
        )
    }
}

impl std::str::FromStr for Head {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "it is no head such as `nkeep audit checkpoint` prints".to_owned();
        let (sequence, digest) = text.split_once(':').ok_or_else(wrong)?;
        let head = Self {
            sequence: sequence.parse().map_err(|_| wrong())?,
            digest: HEXLOWER
                .decode(digest.as_bytes())
                .ok()
                .and_then(|digest| digest.try_into().ok())
                .ok_or_else(wrong)?,
        };
        // A number has other spellings: that one is taken which is printed.
        match head.to_string() == text {
            true => Ok(head),
            false => Err(wrong()),
        }
    }
}

/// The digest over the rows that one entry wrote, in their order.
#[derive(Default)]
pub struct ChangeList(Vec<(String, Option<Digest>)>);

impl ChangeList {
    /// Adds a row.
    pub fn push(&mut self, place: String, digest: Option<Digest>) {
        self.0.push((place, digest));
    }

    /// Every row.
    #[must_use]
    pub fn rows(&self) -> &[(String, Option<Digest>)] {
        &self.0
    }

    /// The digest.
    #[must_use]
    pub fn digest(&self) -> Digest {
        self.0
            .iter()
            .fold(Digester::of("changes"), |digester, (place, digest)| {
                digester
                    .text(place)
                    .optional(digest.as_ref().map(<[u8; 32]>::as_slice))
            })
            .finish()
    }
}
