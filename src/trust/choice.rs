//! Which key signs: the one that was asked for, or the first whose seed can be had of those that may.

use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;

use super::{Result, TrustError};
use crate::jwt::claims::{Operator, SigningKeys};
use crate::jwt::sign::Signer;
use crate::nkey::{AnyKeyPair, PublicKey};
use crate::store::class::{Class, Role};
use crate::store::document::{CEREMONIAL, KeyState, ROOTLESS};
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind, KeyRecord};
use crate::store::{Records, StoreError};
use crate::text::{noted, quoted, shell_word};

/// Which key is to sign.
#[derive(Clone, Default)]
pub enum KeyChoice {
    /// The identity where it may sign and its seed is at hand, else a signing key.
    #[default]
    Best,
    /// That one.
    Key(PublicKey),
    /// The one that has that role in its account.
    Role(String),
    /// One whose seed is not in the store, or need not be.
    Given(Rc<AnyKeyPair>),
}

impl KeyChoice {
    /// Whether nobody named a key.
    pub const fn is_best(&self) -> bool {
        matches!(self, Self::Best)
    }

    /// The key, as far as it is known without looking.
    pub fn key(&self) -> Option<PublicKey> {
        match self {
            Self::Best | Self::Role(_) => None,
            Self::Key(key) => Some(*key),
            Self::Given(pair) => Some(pair.as_ref().public()),
        }
    }

    /// The same, with the key that has the role in place of the role: of several, the one that signs, while others are being
    /// replaced.
    pub fn in_account(
        &self,
        records: &dyn Records,
        account: &Entity,
        keys: &SigningKeys,
    ) -> Result<Self> {
        let Self::Role(role) = self else {
            return Ok(self.clone());
        };
        let mut having = keys.having_role(role);
        if having.len() > 1 {
            let states = having.iter().map(|key| signs(records, &key.parse()?));
            let states: Vec<bool> = states.collect::<Result<_>>()?;
            let mut states = states.into_iter();
            having.retain(|_| states.next().unwrap_or(true));
        }
        match &*having {
            [only] => Ok(Self::Key(only.parse()?)),
            [] => Err(TrustError::refused(
                format!(
                    "no signing key of account {} has the role {} (a file is named as ./{role})",
                    quoted(&account.name),
                    quoted(role)
                ),
                noted(
                    format!(
                        "nkeep describe account {}",
                        shell_word(account.name.as_str())
                    ),
                    "shows which roles there are",
                ),
            )),
            several => Err(TrustError::Signer(format!(
                "several signing keys of account {} have the role {}, and one is named by its public key: {}",
                quoted(&account.name),
                quoted(role),
                several.join(", ")
            ))),
        }
    }
}

/// Whether a key may sign what nobody named it for: it is not being replaced, nor yet to replace another.
pub fn signs(records: &dyn Records, key: &PublicKey) -> Result<bool> {
    Ok(records.key_state(key)?.signs())
}

/// How keys stand of which that was ever said, by key.
pub fn states(records: &dyn Records) -> Result<HashMap<String, KeyState>> {
    let said = records.key_states()?.into_iter();
    Ok(said
        .map(|standing| (standing.key.to_string(), standing.state))
        .collect())
}

/// What signs for an entity: among the keys that may, the first whose seed can be had.
pub fn signer(
    records: &dyn Records,
    keyring: &dyn Keyring,
    entity: &Entity,
    signing_keys: &[PublicKey],
    identity_may_sign: bool,
    choice: &KeyChoice,
) -> Result<Box<dyn Signer>> {
    let whose = || format!("{} {}", entity.kind, quoted(&entity.name));
    // As nsc has it: the identity where it may and can, then the signing keys. Who keeps the identity away has others sign.
    let identity = identity_may_sign.then_some(entity.key);
    let mut candidates: Vec<PublicKey> = identity.into_iter().collect();
    candidates.extend(signing_keys);
    if let KeyChoice::Role(role) = choice {
        return Err(TrustError::Signer(format!(
            "{} is no key that signs for {}: it is neither a public key nor a file, and only accounts have roles \
             (a file is named as ./{role})",
            quoted(role),
            whose()
        )));
    }
    if let Some(wanted) = choice.key() {
        if !candidates.contains(&wanted) {
            let why = if wanted == entity.key {
                ": it is its identity key, and the operator demands signing keys"
            } else {
                ""
            };
            return Err(TrustError::Signer(format!(
                "{wanted} may not sign for {}{why}",
                whose()
            )));
        }
        candidates = vec![wanted];
    }
    if let KeyChoice::Given(pair) = choice {
        return Ok(Box::new(pair.clone()));
    }
    let mut reason = None;
    for candidate in &candidates {
        if choice.is_best() && !signs(records, candidate)? {
            continue;
        }
        let Some(record) = records.key(candidate)? else {
            continue;
        };
        match keyring.signer(&record, records.store_id()) {
            Ok(signer) => return Ok(signer),
            Err(error @ (StoreError::Locked { .. } | StoreError::Refused(_))) => {
                reason.get_or_insert(error);
            }
            Err(error) => return Err(error.into()),
        }
    }
    if let Some(signer) = candidates.iter().find_map(|key| keyring.away(key)) {
        return Ok(signer);
    }
    match (reason, choice.key(), entity.kind) {
        (Some(reason), ..) => Err(reason.into()),
        (None, Some(wanted), _) => Err(TrustError::KeysAway {
            reason: format!("the seed of {wanted} is not in the store"),
            help: noted(TAKES_SEED, "takes it"),
        }),
        (None, None, EntityKind::Account) => Err(TrustError::KeysAway {
            reason: format!("the store has no key that may sign for {}", whose()),
            help: gives_key(records, entity)?,
        }),
        (None, None, _) => Err(TrustError::Signer(format!(
            "the store has no key that may sign for {}",
            whose()
        ))),
    }
}

/// What takes a seed that is elsewhere.
const TAKES_SEED: &str = "nkeep import keys --file SEED_FILE";

/// What has an account sign again of which all seeds are elsewhere.
fn gives_key(records: &dyn Records, account: &Entity) -> Result<String> {
    let above = match records.count(EntityKind::Operator)? {
        0 | 1 => String::new(),
        _ => {
            let operator = super::operator_of(records, account)?;
            format!(" --operator {}", shell_word(operator.name.as_str()))
        }
    };
    let name = shell_word(account.name.as_str());
    Ok(noted(
        format!("nkeep edit account {name} --sk generate{above}"),
        format!("gives it one; {TAKES_SEED} takes one that is elsewhere"),
    ))
}

/// Refuses what an operator's identity would sign, where it is kept for ceremonies: also one that somebody has brought for this.
pub fn must_not_be_kept(records: &dyn Records, operator: &Entity) -> Result<()> {
    if records.document(CEREMONIAL)?.is_none() {
        return Ok(());
    }
    Err(in_ceremonies(format!(
        "the identity of operator {} signs what was asked for and reviewed, and nothing else",
        quoted(&operator.name)
    )))
}

/// Whether it is an operator's identity that is kept for ceremonies.
pub fn is_kept(records: &dyn Records, key: &PublicKey) -> Result<bool> {
    let is_root = |record: KeyRecord| record.class == Class::Root && record.role == Role::Identity;
    Ok(records.key(key)?.is_some_and(is_root) && records.document(CEREMONIAL)?.is_some())
}

/// Refuses to hand out accounts where the identity of their operator is kept for ceremonies: people work with a copy of them
/// elsewhere, and neither store would know what the other did.
pub fn must_be_worked_on(records: &dyn Records, operator: &Entity) -> Result<()> {
    Workplace(is_kept(records, &operator.key)?).must_be_here(&operator.name)
}

/// Where an operator's accounts and users are changed: elsewhere, or in this store.
#[derive(Clone, Copy, Debug)]
pub struct Workplace(bool);

impl Workplace {
    /// Of that operator. What a ceremony signed for is changed wherever its answer is taken.
    pub fn of(records: &dyn Records, keyring: &dyn Keyring, operator: &PublicKey) -> Result<Self> {
        let is_elsewhere = keyring.away(operator).is_none() && is_kept(records, operator)?;
        Ok(Self(is_elsewhere))
    }

    /// Refuses what changes them where they are changed elsewhere.
    pub fn must_be_here(self, operator: impl fmt::Display) -> Result<()> {
        if !self.0 {
            return Ok(());
        }
        Err(TrustError::refused(
            format!(
                "this is the root's store: accounts and users of operator {} are those of the store to work with",
                quoted(operator)
            ),
            noted(
                "export NKEEP_STORE=working.nkeep NKEEP_IDENTITY=working.txt",
                "with the files of that store, and once more; where there is none, nkeep ceremony split-store makes it",
            ),
        ))
    }
}

/// Refuses to wipe an operator's identity on the way, where it is kept for ceremonies.
pub fn must_not_be_wiped(records: &dyn Records, key: &PublicKey) -> Result<()> {
    if !is_kept(records, key)? {
        return Ok(());
    }
    Err(in_ceremonies(format!(
        "the identity {key} is kept for ceremonies: nkeep ceremony destroy wipes it, and nothing else"
    )))
}

fn in_ceremonies(reason: String) -> TrustError {
    TrustError::refused(
        reason,
        noted("nkeep ceremony request --help", "in the store to work with"),
    )
}

/// Whether an operator's identity signs what its signing keys sign, too. Where it is kept for ceremonies it does not, whatever the
/// operator lets it.
pub fn identity_signs(
    records: &dyn Records,
    operator: &Entity,
    body: &Operator,
    choice: &KeyChoice,
) -> Result<bool> {
    if body.strict_signing_key_usage {
        return Ok(false);
    }
    let others_may = !body.signing_keys.is_empty() && choice.key() != Some(operator.key);
    match must_not_be_kept(records, operator) {
        Err(TrustError::Refused { .. }) if others_may => Ok(false),
        outcome => outcome.map(|()| true),
    }
}

/// What signs as an operator itself, which may be offline.
pub fn root(
    records: &dyn Records,
    keyring: &dyn Keyring,
    operator: &Entity,
    choice: &KeyChoice,
) -> Result<Box<dyn Signer>> {
    must_not_be_kept(records, operator)?;
    let made = records.document(ROOTLESS)?.is_some();
    let signer = signer(records, keyring, operator, &[], true, choice);
    signer.map_err(|error| match error {
        TrustError::Signer(_) | TrustError::KeysAway { .. } if choice.is_best() => {
            TrustError::RootAway {
                key: operator.key,
                operator: operator.name.clone(),
                made,
            }
        }
        error => error,
    })
}
