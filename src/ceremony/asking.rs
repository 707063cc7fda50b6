//! How a request comes to be, where the identity is not: what is to be signed, with who asks for it, and the signatures of the keys that
//! are to come.

use std::collections::HashSet;

use super::canonical::{Content as _, Sheet};
use super::item::Item;
use super::request::{Asks, POSSESSION, Proposal, REQUESTER, Request};
use super::stand_in::Seen;
use super::{CeremonyError, Result};
use crate::clock::UnixSeconds;
use crate::jwt::sign::Signer;
use crate::nkey::PublicKey;
use crate::store::Records;
use crate::store::keyring::Keyring;
use crate::store::record::EntityKind;
use crate::text::noted;
use crate::trust::resign;

/// What somebody wants.
pub struct Wish {
    /// The command that it is for, as words.
    pub command: Vec<String>,
    /// Why.
    pub reason: String,
    /// For how many seconds it may be signed.
    pub valid: UnixSeconds,
}

impl Wish {
    /// The request for what was seen, signed by whoever has to show something.
    pub fn sheet(
        self,
        records: &dyn Records,
        keyring: &dyn Keyring,
        seen: Vec<Seen>,
        now: UnixSeconds,
    ) -> Result<Sheet<Request>> {
        let (mut items, mut operator, mut first) = (Vec::new(), None, None);
        for Seen { by, input } in seen {
            let entity = records.entity(&by)?;
            let current = entity.as_ref().map(|one| one.token.clone());
            let item = Item {
                by: by.to_string(),
                current: current.unwrap_or_default(),
                proposed: input,
            };
            must_be_of_an_identity(&item)?;
            items.push(item);
            operator = operator.or(entity);
            first.get_or_insert(by);
        }
        // One that is there answers for one that is to come.
        let key = operator.as_ref().map(|one| one.key).or(first);
        let accounts = match &key {
            Some(key) => records.listed(EntityKind::Account, Some(key))?.len(),
            None => 0,
        };
        let mut sheet = Sheet::new(Request {
            nkeep: Request::TITLE.to_owned(),
            operator: key.map(|key| key.to_string()).unwrap_or_default(),
            command: self.command,
            reason: self.reason,
            made: now,
            expires: now.saturating_add(self.valid),
            accounts,
            affected: 0,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            items,
        })?;
        let proposal = Proposal::unsigned("the request", &sheet)?;
        let gone = proposal.gone_keys.iter();
        let gone: Vec<PublicKey> = gone.filter_map(|key| key.parse().ok()).collect();
        if let Some(operator) = operator {
            let hanging = resign::signed_by(records, EntityKind::Account, &operator, &gone)?;
            sheet = Sheet::new(Request {
                affected: hanging.len(),
                ..sheet.content
            })?;
        }
        for key in &proposal.new_keys {
            let key: PublicKey = key.parse()?;
            let Some(signer) = held(records, keyring, &key)? else {
                return Err(CeremonyError::refused(
                    format!(
                        "the store has no seed of {key}, which has to sign the request: whoever asks for a key shows that it is theirs"
                    ),
                    "nkeep import keys --file FILE",
                ));
            };
            sheet.sign(POSSESSION, &*signer)?;
        }
        if let Some(requester) = requester(records, keyring, &proposal.asks) {
            sheet.sign(REQUESTER, &*requester)?;
        }
        Proposal::of("the request", &sheet)?;
        Ok(sheet)
    }
}

/// Every operator of a store.
pub fn identities(records: &dyn Records) -> Result<HashSet<PublicKey>> {
    let mut keys = HashSet::new();
    records.each_entity(EntityKind::Operator, None, &mut |operator| {
        keys.insert(operator.key);
        Ok(())
    })?;
    Ok(keys)
}

/// Refuses what no identity that is offline is asked for.
fn must_be_of_an_identity(item: &Item) -> Result<()> {
    match item.meaning() {
        Ok(_) => Ok(()),
        Err(reason) => Err(CeremonyError::refused(
            format!("the command {reason}"),
            noted(
                "nkeep ceremony request edit operator --sk generate",
                "asks for a signing key, which signs all that is no operator's",
            ),
        )),
    }
}

/// A key of the operator that is here, which signs that it asks.
fn requester(records: &dyn Records, keyring: &dyn Keyring, asks: &Asks) -> Option<Box<dyn Signer>> {
    let keys = asks.known()?.body.signing_keys.iter();
    let mut keys = keys.filter_map(|key| key.parse().ok());
    keys.find_map(|key| held(records, keyring, &key).ok().flatten())
}

/// What signs with a key whose seed is here.
fn held(
    records: &dyn Records,
    keyring: &dyn Keyring,
    key: &PublicKey,
) -> Result<Option<Box<dyn Signer>>> {
    let record = records.key(key)?.filter(|record| record.sealed.is_some());
    let signer = record.map(|record| keyring.signer(&record, records.store_id()));
    Ok(signer.transpose()?)
}
