//! What is public of shares: of which key, how many bring it back, who holds them, and what each must be. The key itself signs it.

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::HELP;
use super::scheme::Bytes;
use crate::ceremony::canonical::{Content, Sheet};
use crate::ceremony::{CeremonyError, Result};
use crate::clock::UnixSeconds;
use crate::jwt::sign::Signer;
use crate::nkey::{Kind, PublicKey};

/// With one share enough, there would be nothing to split.
pub const LEAST: u8 = 2;
/// People who are called together; each way in which enough of them come is tried.
pub const MOST: u8 = 16;
/// As what the key signs.
pub const ROLE: &str = "key";

/// How a key is to be split.
#[derive(Clone, Debug)]
pub struct Terms {
    /// How many bring it back.
    pub threshold: u8,
    /// Who holds a share, in their order.
    pub holders: Vec<String>,
    /// The set that this one takes the place of; nothing where it is the first.
    pub replaces: Option<String>,
}

impl Terms {
    /// How many shares there are; none where there are more than can be counted.
    #[must_use]
    pub fn count(&self) -> u8 {
        self.holders.len().try_into().unwrap_or_default()
    }

    /// Refuses what makes no sense.
    pub fn check(&self) -> Result<()> {
        checked(self.threshold, self.holders.iter().map(String::as_str))
            .map_err(|why| CeremonyError::refused(why, "nkeep ceremony split --help"))
    }
}

fn checked<'a>(threshold: u8, holders: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let mut seen: Vec<String> = Vec::new();
    for holder in holders {
        is_holder(holder)?;
        let folded = holder.to_uppercase().to_lowercase();
        if seen.contains(&folded) {
            return Err(format!("{holder} would hold two shares"));
        }
        seen.push(folded);
    }
    match seen.len() {
        _ if threshold < LEAST => Err(format!(
            "at least {LEAST} shares must be wanted: with one, nothing is split"
        )),
        count if count > usize::from(MOST) => {
            Err(format!("there are at most {MOST} shares, and here {count}"))
        }
        count if count < usize::from(threshold) => {
            Err(format!("{threshold} shares cannot be wanted of {count}"))
        }
        _ => Ok(()),
    }
}

/// Whether somebody can be called that: words on one line.
pub fn is_holder(name: &str) -> Result<(), String> {
    let is_line = !name.is_empty() && name.len() <= 60 && name.trim() == name;
    match is_line && !name.chars().any(crate::text::deceives) {
        true => Ok(()),
        false => Err("who holds a share is called by one line of at most 60 bytes".to_owned()),
    }
}

/// A share, as everybody may know it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Holder {
    /// Who holds it.
    pub holder: String,
    /// The hash that it must have.
    pub commitment: String,
}

/// A set of shares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharesSet {
    nkeep: String,
    key: String,
    key_kind: String,
    /// How many bring the key back.
    pub threshold: u8,
    /// The shares, from the first.
    pub shares: Vec<Holder>,
    /// When it was made.
    pub created: UnixSeconds,
    /// The set that it took the place of, or nothing.
    pub replaces: String,
}

impl Content for SharesSet {
    const TITLE: &'static str = "share set 1";
    const HELP: &'static str = HELP;

    fn title(&self) -> &str {
        &self.nkeep
    }
}

impl SharesSet {
    /// Of those shares.
    #[must_use]
    pub fn new(key: &PublicKey, terms: Terms, shares: &[Bytes], created: UnixSeconds) -> Self {
        let numbered = (1..).zip(terms.holders.into_iter().zip(shares));
        let shares = numbered.map(|(number, (holder, share))| Holder {
            holder,
            commitment: commitment(key, number, share),
        });
        Self {
            nkeep: Self::TITLE.to_owned(),
            key: key.to_string(),
            key_kind: key.kind().name().to_owned(),
            threshold: terms.threshold,
            shares: shares.collect(),
            created,
            replaces: terms.replaces.unwrap_or_default(),
        }
    }

    /// What it is known by: a hash of all that it says.
    #[must_use]
    pub fn id(&self) -> String {
        HEXLOWER.encode(&self.digest()[..16])
    }

    /// The hash of all that it says.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        // Text and numbers can always be written.
        let line = serde_json::to_string(self).unwrap_or_default();
        Sha256::digest(line).into()
    }

    /// How many shares there are.
    #[must_use]
    pub fn count(&self) -> u8 {
        self.shares.len().try_into().unwrap_or_default()
    }

    /// Who holds that share.
    #[must_use]
    pub fn holder(&self, number: u8) -> Option<&str> {
        let at = usize::from(number).checked_sub(1)?;
        Some(&self.shares.get(at)?.holder)
    }

    /// Whether that is the share of that number.
    #[must_use]
    pub fn is_share(&self, number: u8, share: &Bytes) -> bool {
        let at = usize::from(number).checked_sub(1);
        let wanted = at.and_then(|at| self.shares.get(at));
        match (wanted, self.key()) {
            (Some(wanted), Ok(key)) => wanted.commitment == commitment(&key, number, share),
            _ => false,
        }
    }

    /// Of which key.
    pub fn key(&self) -> Result<PublicKey> {
        Ok(self.key.parse()?)
    }

    /// The same, where everything in it fits together.
    pub fn checked(&self) -> Result<PublicKey, String> {
        let key: PublicKey = self
            .key
            .parse()
            .map_err(|error| format!("names no key: {error}"))?;
        if key.kind() != Kind::Operator || self.key_kind != key.kind().name() {
            return Err("is of another kind of key than an operator's".to_owned());
        }
        let holders = self.shares.iter().map(|share| share.holder.as_str());
        checked(self.threshold, holders).map_err(|why| format!("makes no sense: {why}"))?;
        let is_hash = |text: &str, length| {
            let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
            text.len() == length && text.bytes().all(is_digit)
        };
        let are_hashes = self
            .shares
            .iter()
            .all(|share| is_hash(&share.commitment, 64));
        match are_hashes && (self.replaces.is_empty() || is_hash(&self.replaces, 32)) {
            true => Ok(key),
            false => Err("holds something where a hash belongs".to_owned()),
        }
    }
}

/// The hash that a share must have. A share is as good as random, so that nobody guesses it from that.
fn commitment(key: &PublicKey, number: u8, share: &Bytes) -> String {
    let mut hash = Sha256::new();
    hash.update(format!("nkeep share\n{key}\n{number}\n"));
    hash.update(share.as_slice());
    HEXLOWER.encode(&hash.finalize())
}

/// A set as its key signed it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed(Sheet<SharesSet>);

impl Signed {
    /// Signed now.
    pub fn by(set: SharesSet, signer: &dyn Signer) -> Result<Self> {
        let mut sheet = Sheet::new(set)?;
        sheet.sign(ROLE, signer)?;
        Ok(Self(sheet))
    }

    /// Reads the file of one.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self> {
        let sheet = read::<SharesSet>(file, bytes)?;
        let key = sheet.content.checked();
        let key = key.map_err(|why| CeremonyError::problem(file, why, HELP))?;
        must_be_signed_by(file, &sheet, &key)?;
        Ok(Self(sheet))
    }

    /// What it says.
    #[must_use]
    pub const fn set(&self) -> &SharesSet {
        &self.0.content
    }

    /// The file of it.
    #[must_use]
    pub fn text(&self) -> String {
        self.0.text()
    }
}

/// Reads a sheet of shares; what helps against a wrong one is to look at all of them.
pub(super) fn read<C: Content>(file: &str, bytes: &[u8]) -> Result<Sheet<C>> {
    Sheet::read(file, bytes).map_err(|error| match error {
        CeremonyError::Tampered { reason, .. } => {
            CeremonyError::tampered(reason, "nkeep ceremony drill --help")
        }
        error => error,
    })
}

/// Refuses what the key itself did not sign, or somebody besides.
pub(super) fn must_be_signed_by<C: Content>(
    file: &str,
    sheet: &Sheet<C>,
    key: &PublicKey,
) -> Result<()> {
    let is_key = sheet.signed_as(ROLE).eq([*key]) && sheet.signatures.len() == 1;
    match is_key {
        true => Ok(()),
        false => Err(CeremonyError::tampered(
            format!(
                "{} is not signed by the key {key} that it is of, and by nobody else",
                crate::text::quoted(file)
            ),
            "nkeep ceremony drill --help",
        )),
    }
}
