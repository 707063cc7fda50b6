//! Accounts that are to be in the place of what others have that was signed later: servers bring each other to what is latest
//! (F4), and give back what is only written over. What is said stays; it is signed anew, past what is there.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::issue::AHEAD;
use super::new::OperatorDesk;
use super::served::Served;
use super::{KeyChoice, Result, TrustError, claims, superseded, trusted_account};
use crate::clock::UnixSeconds;
use crate::jwt::claims::Account;
use crate::nkey::PublicKey;
use crate::store::keyring::Keyring;
use crate::store::record::Entity;
use crate::store::{Changes, Records};

/// What became of it.
#[derive(Debug, Default)]
pub struct Outdone {
    /// Accounts that are later now than what is there.
    pub signed: Vec<Entity>,
    /// Those that are not, by name, and why.
    pub left: Vec<(String, Left)>,
}

/// Why an account is not signed anew.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Left {
    /// The key that signs is not here.
    NoKey(String),
    /// What is there was signed by a clock that is ahead: no token can be later that is not, too.
    Ahead,
    /// It cannot be signed as it is.
    Unsigned(String),
}

/// What is signed anew, and when what is there was signed last.
pub type Latest = BTreeMap<PublicKey, UnixSeconds>;

/// Takes away what cannot be signed past what is there, and says why.
pub fn separate(
    records: &dyn Records,
    keyring: &dyn Keyring,
    operator: &Served,
    latest: &mut Latest,
    now: UnixSeconds,
) -> Result<Vec<(String, Left)>> {
    let mut left = Vec::new();
    let mut desks = BTreeMap::new();
    for (key, there) in std::mem::take(latest) {
        let Some(account) = records.entity(&key)? else {
            continue;
        };
        let name = account.name.to_string();
        if there > now + AHEAD {
            left.push((name, Left::Ahead));
            continue;
        }
        let issuer = *trusted_account(&account, &operator.trusted)?.issuer();
        let reason = match desks.entry(issuer) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => free.insert(unsigned(records, keyring, operator, issuer)?),
        };
        match reason {
            None => drop(latest.insert(key, there)),
            Some(reason) => left.push((name, Left::NoKey(reason.clone()))),
        }
    }
    Ok(left)
}

/// Signs accounts of an operator anew, each by the key that signed it, and later than that second.
pub fn sign_past(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    operator: &Served,
    latest: &Latest,
) -> Result<Outdone> {
    let mut outdone = Outdone::default();
    let mut desks = BTreeMap::new();
    for (key, there) in latest {
        let Some(mut account) = changes.entity(key)? else {
            continue;
        };
        let issuer = *trusted_account(&account, &operator.trusted)?.issuer();
        let desk = match desks.entry(issuer) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(free) => free.insert(desk(changes, keyring, operator, issuer)?),
        };
        account.issued_at = account.issued_at.max(*there);
        let before = account.clone();
        let claims = claims::<Account>(&account)?.into_claims();
        match desk.sign(changes, &mut account, claims) {
            Ok(_) => {
                superseded::replaced(changes, &before, &account)?;
                outdone.signed.push(account);
            }
            Err(error @ TrustError::Store(_)) => return Err(error),
            Err(error) => {
                let left = Left::Unsigned(error.to_string());
                outdone.left.push((account.name.to_string(), left));
            }
        }
    }
    Ok(outdone)
}

/// Who signs with that key. No other is taken: servers may not trust it (F3).
fn desk<'a>(
    records: &dyn Records,
    keyring: &'a dyn Keyring,
    operator: &Served,
    issuer: PublicKey,
) -> Result<OperatorDesk<'a>> {
    OperatorDesk::open(records, keyring, &operator.entity, &KeyChoice::Key(issuer))
}

/// Why nobody here signs with that key.
fn unsigned(
    records: &dyn Records,
    keyring: &dyn Keyring,
    operator: &Served,
    issuer: PublicKey,
) -> Result<Option<String>> {
    match desk(records, keyring, operator, issuer) {
        Ok(_) => Ok(None),
        Err(error) => error.why_unsigned().map(Some),
    }
}
