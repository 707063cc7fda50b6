//! What two operators say of each other when one comes after the other: each signs it with its identity, for whoever has pinned the
//! one and is to pin the other. Servers know nothing of it.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use sha2::{Digest as _, Sha256};

use super::Result;
use crate::clock::UnixSeconds;
use crate::jwt::sign::Signer;
use crate::nkey::PublicKey;
use crate::store::StoreError;
use crate::store::record::Entity;

const HEAD: &str = "nkeep: one operator comes after another (1)";
const BY_OLD: &str = "signed-by-old: ";
const BY_NEW: &str = "signed-by-new: ";

/// What both sign. All of it is known before anybody signed anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Whom it comes after.
    pub old: PublicKey,
    /// Who comes.
    pub new: PublicKey,
    /// The hash of what the new one says of itself: header and claims of its first token, as they stand there.
    pub new_claims_sha256: String,
    /// As of when the new one says so.
    pub time: UnixSeconds,
}

impl Statement {
    /// That this operator comes after that one, by the bytes that it signs of itself.
    #[must_use]
    pub fn of(old: PublicKey, new: PublicKey, input: &str, time: UnixSeconds) -> Self {
        Self {
            old,
            new,
            new_claims_sha256: HEXLOWER.encode(&Sha256::digest(input)),
            time,
        }
    }

    /// The bytes that both sign.
    #[must_use]
    pub fn text(&self) -> String {
        let Self {
            old,
            new,
            new_claims_sha256,
            time,
        } = self;
        format!(
            "{HEAD}\nold: {old}\nnew: {new}\nnew-claims-sha256: {new_claims_sha256}\ntime: {time}\n"
        )
    }

    /// Whether bytes are meant as one, however they are written: a token has one line.
    #[must_use]
    pub fn is_meant(text: &str) -> bool {
        text.starts_with(HEAD) || text.contains('\n')
    }

    /// Reads those bytes, where they are written so and no otherwise.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let value = |name: &str| text.lines().find_map(|line| line.strip_prefix(name));
        let statement = Self {
            old: value("old: ")?.parse().ok()?,
            new: value("new: ")?.parse().ok()?,
            new_claims_sha256: value("new-claims-sha256: ")?.to_owned(),
            time: value("time: ")?.parse().ok()?,
        };
        (statement.text() == text).then_some(statement)
    }
}

/// The statement: both operators sign the same.
pub fn signed(old: &dyn Signer, new: &dyn Signer, to: &Entity) -> Result<String> {
    let (input, _) = to.token.rsplit_once('.').unwrap_or_default();
    let said = Statement::of(old.public(), new.public(), input, to.issued_at).text();
    let mut text = said.clone();
    for (whose, signer) in [(BY_OLD, old), (BY_NEW, new)] {
        let signature = signer
            .sign(said.as_bytes())
            .map_err(|error| StoreError::Refused(error.to_string()))?;
        text.push_str(&format!("{whose}{}\n", BASE64URL_NOPAD.encode(&signature)));
    }
    Ok(text)
}

/// Whether both signed it.
#[must_use]
pub fn holds(text: &str) -> bool {
    checked(text).is_some()
}

fn checked(text: &str) -> Option<()> {
    let (said, signatures) = text.split_at(text.find(BY_OLD)?);
    let Statement { old, new, .. } = Statement::read(said)?;
    let mut lines = signatures.lines();
    for (whose, key) in [(BY_OLD, old), (BY_NEW, new)] {
        let signature = lines.next()?.strip_prefix(whose)?;
        let signature = BASE64URL_NOPAD.decode(signature.as_bytes()).ok()?;
        key.verify(said.as_bytes(), &signature).ok()?;
    }
    // Nothing follows that nobody signed.
    lines.next().is_none().then_some(())
}
