//! A share sealed to who holds it: the set, which share it is and the hash of what is sealed, signed by the key; beneath it the page in
//! words as an age file, which stock age opens, too.

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::HELP;
use super::page::Told;
use super::scheme::Bytes;
use super::set::{ROLE, SharesSet, must_be_signed_by, read};
use crate::ceremony::canonical::{Content, Sheet};
use crate::ceremony::{CeremonyError, Result};
use crate::jwt::sign::Signer;
use crate::store::age::plugin::Plugins;
use crate::store::age::{self, AgeError, Identity, Recipient, armor};
use crate::text::{noted, quoted};

/// How what is sealed begins.
const SEALED: &str = "-----BEGIN AGE";

/// What everybody may know of the share in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Cover {
    nkeep: String,
    set: SharesSet,
    share: u8,
    sealed_sha256: String,
}

impl Content for Cover {
    const TITLE: &'static str = SealedShare::TITLE;
    const HELP: &'static str = HELP;

    fn title(&self) -> &str {
        &self.nkeep
    }
}

/// A share that is still sealed.
#[derive(Clone, Debug)]
pub struct SealedShare {
    cover: Sheet<Cover>,
    armor: String,
}

impl SealedShare {
    /// What the file says that it is.
    pub const TITLE: &'static str = "sealed share 1";

    /// Seals one.
    pub fn seal(
        set: &SharesSet,
        number: u8,
        share: &Bytes,
        recipient: &Recipient,
        signer: &dyn Signer,
        plugins: &Plugins,
    ) -> Result<Self> {
        let page = Told::of(set, number, share)?.page(set)?;
        let sealed = age::seal(page.as_bytes(), std::slice::from_ref(recipient), plugins);
        let armor = armor::encoded(&sealed.map_err(|source| not_sealed(set, number, source))?);
        let mut cover = Sheet::new(Cover {
            nkeep: Cover::TITLE.to_owned(),
            set: set.clone(),
            share: number,
            sealed_sha256: hash(&armor),
        })?;
        cover.sign(ROLE, signer)?;
        Ok(Self { cover, armor })
    }

    /// Whether a file may be one.
    #[must_use]
    pub fn is_meant(bytes: &[u8]) -> bool {
        bytes.starts_with(b"{")
    }

    /// Reads one; all of it but what is sealed is known to be the key's word then, and what is sealed to be what the key sealed.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self> {
        let at = bytes
            .windows(SEALED.len())
            .position(|window| window == SEALED.as_bytes());
        let (above, beneath) = bytes.split_at(at.unwrap_or(bytes.len()));
        let cover = read::<Cover>(file, above)?;
        let problem = |why: String| CeremonyError::problem(file, why, HELP);
        let key = cover.content.set.checked().map_err(problem)?;
        must_be_signed_by(file, &cover, &key)?;
        let Cover { set, share, .. } = &cover.content;
        if set.holder(*share).is_none() {
            return Err(problem(format!("is share {share} of {}", set.count())));
        }
        if hash_of(beneath) != cover.content.sealed_sha256 {
            let why = format!(
                "what is sealed in {} is not what the key {key} sealed there",
                quoted(file)
            );
            return Err(CeremonyError::tampered(why, "nkeep ceremony drill --help"));
        }
        let armor = String::from_utf8(beneath.to_vec());
        Ok(Self {
            cover,
            armor: armor.map_err(|_| problem("is no text".to_owned()))?,
        })
    }

    /// Of which set.
    #[must_use]
    pub const fn set(&self) -> &SharesSet {
        &self.cover.content.set
    }

    /// Which share it is.
    #[must_use]
    pub const fn number(&self) -> u8 {
        self.cover.content.share
    }

    /// Who holds it.
    #[must_use]
    pub fn holder(&self) -> &str {
        self.set().holder(self.number()).unwrap_or_default()
    }

    /// The file.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}{}", self.cover.text(), self.armor)
    }

    /// Opens it; nothing where none of the identities does.
    pub fn open(&self, file: &str, identities: &[Identity]) -> Result<Option<Told>> {
        let problem = |why: String| CeremonyError::problem(file, why, HELP);
        let sealed = armor::decoded(&self.armor).map_err(|error| problem(error.to_string()))?;
        let page = match age::open(&sealed, identities) {
            Err(AgeError::NoMatch) => return Ok(None),
            Err(error) => return Err(problem(format!("cannot be opened: {error}"))),
            Ok(page) => page,
        };
        let text = std::str::from_utf8(&page).map_err(|_| problem("holds no page".to_owned()))?;
        let told = Told::read(file, text)?;
        let is_own = told.number == self.number() && told.is_of(self.set());
        match is_own && told.page(self.set())?.as_str() == text {
            true => Ok(Some(told)),
            false => Err(CeremonyError::tampered(
                format!("what is sealed in {} is another share", quoted(file)),
                "nkeep ceremony drill --help",
            )),
        }
    }
}

/// What a cover says on its first line, whether or not the key signed it.
pub(super) fn cover(text: &str) -> Option<(SharesSet, u8)> {
    let cover: Cover = serde_json::from_str(text.lines().next()?).ok()?;
    Some((cover.set, cover.share))
}

fn hash(armor: &str) -> String {
    hash_of(armor.as_bytes())
}

fn hash_of(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

fn not_sealed(set: &SharesSet, number: u8, source: AgeError) -> CeremonyError {
    let holder = set.holder(number).unwrap_or_default();
    CeremonyError::refused(
        format!("the share of {} cannot be sealed: {source}", quoted(holder)),
        noted(
            "nkeep ceremony split --help",
            "a recipient of age (age1...) can be sealed to everywhere",
        ),
    )
}
