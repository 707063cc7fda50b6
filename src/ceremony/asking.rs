//! How a request comes to be, where the identity is not: what is to be signed, with who asks for it, and the signatures of the keys that
//! are to come.

use std::collections::HashSet;

use super::canonical::{Content as _, Sheet};
use super::request::{POSSESSION, Proposal, REQUESTER, Request};
use super::{CeremonyError, Result};
use crate::clock::UnixSeconds;
use crate::jwt::claims::Operator;
use crate::jwt::decode::named_issuer;
use crate::jwt::sign::Signer;
use crate::nkey::PublicKey;
use crate::store::Records;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind};
use crate::trust::{self, resign};

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
    /// The request for those bytes, signed by whoever has to show something.
    pub fn sheet(
        self,
        records: &dyn Records,
        keyring: &dyn Keyring,
        proposed: String,
        now: UnixSeconds,
    ) -> Result<Sheet<Request>> {
        let operator = named(records, &proposed)?;
        let accounts = resign::signed(
            records,
            EntityKind::Account,
            Some(&operator.key),
            |_| true,
            |_, _| true,
        )?
        .len();
        let mut sheet = Sheet::new(Request {
            nkeep: Request::TITLE.to_owned(),
            operator: operator.key.to_string(),
            command: self.command,
            reason: self.reason,
            made: now,
            expires: now.saturating_add(self.valid),
            accounts,
            affected: 0,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            current: operator.token.clone(),
            proposed,
        })?;
        let proposal = Proposal::unsigned("the request", &sheet)?;
        let gone: Vec<PublicKey> = proposal
            .gone_keys
            .iter()
            .filter_map(|key| key.parse().ok())
            .collect();
        sheet = Sheet::new(Request {
            affected: resign::signed_by(records, EntityKind::Account, &operator, &gone)?.len(),
            ..sheet.content
        })?;
        for key in &proposal.new_keys {
            let key: PublicKey = key.parse()?;
            let record = records.key(&key)?.filter(|record| record.sealed.is_some());
            let Some(record) = record else {
                return Err(CeremonyError::refused(
                    format!(
                        "the store has no seed of {key}, which has to sign the request: whoever asks for a key shows that it is theirs"
                    ),
                    "nkeep import keys --file FILE",
                ));
            };
            sheet.sign(POSSESSION, &*keyring.signer(&record, records.store_id())?)?;
        }
        if let Some(requester) = requester(records, keyring, &operator)? {
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

/// The operator whose token that is to be.
fn named(records: &dyn Records, proposed: &str) -> Result<Entity> {
    let hollow = format!("{proposed}.{}", "A".repeat(86));
    let issuer = named_issuer(&hollow).unwrap_or_default();
    let operator = issuer
        .parse()
        .ok()
        .map(|key| records.entity(&key))
        .transpose()?;
    operator.flatten().ok_or_else(|| {
        CeremonyError::refused(
            "what is to be signed is no operator's",
            "nkeep list operators",
        )
    })
}

/// A key of the operator that is here, which signs that it asks.
fn requester(
    records: &dyn Records,
    keyring: &dyn Keyring,
    operator: &Entity,
) -> Result<Option<Box<dyn Signer>>> {
    let claims = trust::claims::<Operator>(operator)?.into_claims();
    for key in &claims.body.signing_keys {
        let Ok(key) = key.parse::<PublicKey>() else {
            continue;
        };
        let Some(record) = records.key(&key)?.filter(|record| record.sealed.is_some()) else {
            continue;
        };
        if let Ok(signer) = keyring.signer(&record, records.store_id()) {
            return Ok(Some(signer));
        }
    }
    Ok(None)
}
