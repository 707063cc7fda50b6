//! What is to be taken of an nsc store, and what is wrong with it.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use data_encoding::BASE32_NOPAD;
use sha2::{Digest as _, Sha512_256};

use super::Finding;
use crate::clock::UnixSeconds;
use crate::nkey::{PublicKey, Seed};
use crate::store::Records;
use crate::store::class::Role;
use crate::store::record::{Entity, Issued};

/// How tokens are judged.
pub struct Judgement<'a> {
    /// The time at which they are looked at.
    pub now: UnixSeconds,
    /// Whether claims that break rules are taken all the same.
    pub skip_rules: bool,
    /// The store that they are to be taken into, where it is there.
    pub records: Option<&'a dyn Records>,
    /// Keys that wait in it for an answer, and sign for somebody then.
    pub waiting: HashSet<PublicKey>,
}

/// A token to be taken.
#[derive(Clone, Debug)]
pub struct PlannedEntity {
    /// The file that it comes from.
    pub file: String,
    /// As it will be in the store, but for the times at which it came and changed.
    pub entity: Entity,
    /// Whether its claims are signed anew when it is taken: then what is revoked in the store is kept in them.
    pub signed_anew: bool,
}

/// A seed to be taken.
pub struct PlannedKey {
    /// The file that it comes from.
    pub file: String,
    /// The seed.
    pub seed: Seed,
    /// Its public half.
    pub public: PublicKey,
    /// Whose it is.
    pub owner: Option<PublicKey>,
    /// What for.
    pub role: Role,
}

/// A file with a seed in the clear.
#[derive(Clone, Debug)]
pub struct PlainFile {
    /// Where it is.
    pub path: PathBuf,
    /// The same, as it is shown.
    pub file: String,
    /// The key whose seed is in it.
    pub key: PublicKey,
    /// Whether all of it is taken, so that it is not needed any more.
    pub taken: bool,
}

/// What is to be taken, and what is wrong.
#[derive(Default)]
pub struct Plan {
    /// Operators, their accounts, and the users of those, each after what it stands under.
    pub entities: Vec<PlannedEntity>,
    /// Seeds.
    pub keys: Vec<PlannedKey>,
    /// Tokens of users that were signed.
    pub issued: Vec<Issued>,
    /// Keys of the store that signed some of them anew.
    pub signed_by: Vec<PublicKey>,
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// Every file with a seed in the clear.
    pub plain: Vec<PlainFile>,
    /// What was selected.
    pub selected: Option<PublicKey>,
    /// Whether it is a store of nsc's: then nsc signs what is to be signed there.
    pub of_nsc: bool,
    /// The folder with the tokens, and as it is shown.
    pub data: [PathBuf; 2],
    /// The flags by which nsc finds the store, where it would look elsewhere.
    pub flags: String,
}

impl Plan {
    /// Where a token is that is shown so.
    #[must_use]
    pub fn path_of(&self, file: &str) -> String {
        let [data, shown] = &self.data;
        match Path::new(file).strip_prefix(shown) {
            Ok(rest) => data.join(rest).to_string_lossy().into_owned(),
            Err(_) => file.to_owned(),
        }
    }

    /// Whether something is missing.
    #[must_use]
    pub fn skips(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.outcome == super::Outcome::Skipped)
    }
}

/// The identity of a token whose own will not do.
pub(super) fn identity_of(issued: &Issued) -> String {
    let text = format!(
        "{}\n{}\n{}\n{}\n{}",
        issued.jti, issued.subject, issued.issuer, issued.issued_at, issued.expires
    );
    BASE32_NOPAD.encode(&Sha512_256::digest(text.as_bytes()))
}
