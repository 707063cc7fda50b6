//! Where the identity is: a request is held against the store and its policy, and signed. The same request gives the same bytes,
//! whoever signs it, and as often as it is.

use std::collections::BTreeSet;

use super::canonical::{Content as _, Sheet};
use super::item::Item;
use super::policy::Policy;
use super::request::{Asks, Proposal, REQUESTER, Request, Standing};
use super::response::Response;
use super::{CeremonyError, Result};
use crate::clock::UnixSeconds;
use crate::jwt::sign::{SignError, Signer};
use crate::nkey::{Kind, PublicKey, SIGNATURE_LEN};
use crate::store::class::{Class, Role};
use crate::store::document::{Document, KeyState};
use crate::store::keyring::Keyring;
use crate::store::{Changes, Records, StoreError};
use crate::text::{noted, quoted};
use crate::trust::new::sign_reviewed;
use crate::trust::{KeySource, NewKey, successor};

/// How documents are called that say what was signed.
const SIGNED: &str = "ceremony signed ";

/// How a request stands where the identity is.
pub enum Ready {
    /// It may be signed.
    Now(Box<Proposal>),
    /// It was signed, and the answer is given once more.
    Again(Sheet<Response>),
}

/// Holds a request against everything that is known here.
pub fn ready(
    records: &dyn Records,
    file: &str,
    request: &Sheet<Request>,
    approved: &BTreeSet<PublicKey>,
    now: UnixSeconds,
) -> Result<Ready> {
    let proposal = Proposal::of(file, request)?;
    let is_done = goes_on(records, request)?;
    let hash = request.sha256();
    match records.document(&format!("{SIGNED}{hash}"))? {
        Some(document) => return Ok(Ready::Again(again(&document, request)?)),
        None if is_done => {
            return Err(CeremonyError::tampered(
                "what the request asks for was signed for another request, and nobody has seen this one",
                "nkeep ceremony list",
            ));
        }
        None => {}
    }
    for item in &request.content.items {
        must_be_here(records, &item.by.parse()?)?;
    }
    must_be_no_identities(records, file, &proposal.new_keys)?;
    request.must_be_in_time(now)?;
    proposal.must_keep_rules(file, &request.content, now)?;
    Policy::must_be_set_in(records)?;
    let policy = Policy::of(records)?;
    let broken = policy.broken_by(&request.content, &proposal)?;
    if !broken.is_empty() {
        return Err(CeremonyError::Against {
            file: file.to_owned(),
            reason: broken.join("; "),
            help: noted("nkeep ceremony policy show", "says what the root signs"),
        });
    }
    if policy.requester && request.signed_as(REQUESTER).next().is_none() {
        return Err(CeremonyError::Against {
            file: file.to_owned(),
            reason: "no key of the operator has asked for it".to_owned(),
            help: noted(
                "nkeep ceremony policy set FILE",
                "where every signing key is lost: what policy show says, with \"requester\": false until there is one again",
            ),
        });
    }
    policy.must_be_approved(file, approved)?;
    Ok(Ready::Now(Box::new(proposal)))
}

/// Refuses what does not go on from what was signed here last; `true` where what it asks for is there.
fn goes_on(records: &dyn Records, request: &Sheet<Request>) -> Result<bool> {
    match request.standing(records)? {
        Standing::Asked => Ok(false),
        Standing::Done => Ok(true),
        Standing::Unknown(operator) => Err(CeremonyError::tampered(
            format!("the request is for operator {operator}, which the store does not have"),
            "nkeep list operators",
        )),
        Standing::Overtaken(_) => Err(CeremonyError::tampered(
            "the request does not go on from the token that was signed last: it was made before that, is used again, or \
             comes from a store that knows another",
            "nkeep ceremony list",
        )),
    }
}

/// The identity is here, with its seed.
fn must_be_here(records: &dyn Records, key: &PublicKey) -> Result<()> {
    if records.key(key)?.is_some_and(|key| key.sealed.is_some()) {
        return Ok(());
    }
    Err(match records.entity(key)? {
        Some(operator) => CeremonyError::refused(
            format!(
                "the store has no seed of operator {}: it is signed where that is",
                quoted(&operator.name)
            ),
            "nkeep ceremony review FILE",
        ),
        None => CeremonyError::refused(
            format!("the store has no seed of {key}, which is to be an operator"),
            noted(
                "nkeep generate nkey --operator -S",
                "makes the next identity where the root is, before it is asked for",
            ),
        ),
    })
}

/// Refuses signing keys that are identities: whoever signs accounts with one has its seed where people work.
fn must_be_no_identities(records: &dyn Records, file: &str, keys: &BTreeSet<String>) -> Result<()> {
    for key in keys {
        let public: PublicKey = key.parse()?;
        let is_root = records
            .key(&public)?
            .is_some_and(|record| record.class == Class::Root);
        let what = match records.entity(&public)? {
            Some(entity) => format!("the identity of {} {}", entity.kind, quoted(&entity.name)),
            None if is_root => "an identity that is kept here".to_owned(),
            None => continue,
        };
        return Err(CeremonyError::Against {
            file: file.to_owned(),
            reason: format!("{key} is {what}, and no signing key"),
            help: noted(
                "nkeep ceremony request edit operator --sk generate",
                "where people work: asks for a key that is made there",
            ),
        });
    }
    Ok(())
}

/// Signs it, and notes that it did.
pub fn sign(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    request: &Sheet<Request>,
    proposal: Proposal,
) -> Result<Sheet<Response>> {
    let items = &request.content.items;
    // All of it was read; each item is signed as it stands there.
    let mut signatures = Vec::with_capacity(items.len());
    for item in items {
        let signer = identity(changes, keyring, &item.by.parse()?)?;
        signatures.push(signed(&*signer, &item.proposed)?);
    }
    let root = identity(changes, keyring, &proposal.operator)?;
    let response = Response::to(request, &signatures, &*root)?;
    let Some(first) = items.first() else {
        return Err(CeremonyError::problem(
            "the request",
            "asks for nothing",
            Request::HELP,
        ));
    };
    let of = |signer, time| Exactly {
        signer,
        input: &first.proposed,
        time,
    };
    let operator = changes.entity(&proposal.operator)?;
    match (proposal.asks, operator) {
        (Asks::Next { after, .. }, Some(mut operator)) => {
            let exactly = of(&*root, after.issued_at);
            sign_reviewed(changes, &mut operator, *after, &exactly)?;
        }
        (Asks::Successor { first, .. } | Asks::First { first }, operator) => {
            let key: PublicKey = first.subject.parse()?;
            let source = KeySource::Public(key);
            let new = NewKey::from(source, changes, keyring, Kind::Operator)?;
            let exactly = of(new.pair(), first.issued_at);
            let kept = successor::kept(changes, operator.as_ref(), *first, &exactly)?;
            new.keep(changes, Role::Identity, &kept)?;
            if operator.is_some() {
                // Where none is named, the other one is meant, as long as it is there.
                changes.put_key_state(&key, KeyState::Published)?;
            }
        }
        _ => {}
    }
    changes.put_document(&Document {
        name: format!("{SIGNED}{}", request.sha256()),
        text: format!("{}{}", request.text(), response.text()),
        updated: changes.now(),
    })?;
    Ok(response)
}

/// What signs as an operator in a ceremony.
fn identity(
    records: &dyn Records,
    keyring: &dyn Keyring,
    key: &PublicKey,
) -> Result<Box<dyn Signer>> {
    must_be_here(records, key)?;
    let record = records
        .key(key)?
        .ok_or_else(|| StoreError::Refused(format!("the store has no key {key}")))?;
    Ok(keyring.signer(&record, records.store_id())?)
}

fn signed(signer: &dyn Signer, input: &str) -> Result<[u8; SIGNATURE_LEN]> {
    let signature = signer.sign(input.as_bytes());
    Ok(signature.map_err(|error| StoreError::Refused(error.to_string()))?)
}

/// Signs those bytes, and no others.
struct Exactly<'a> {
    signer: &'a dyn Signer,
    input: &'a str,
    time: UnixSeconds,
}

#[derive(Debug, thiserror::Error)]
#[error("what would be signed is not what was shown")]
struct Otherwise;

impl Signer for Exactly<'_> {
    fn public(&self) -> PublicKey {
        self.signer.public()
    }

    fn sign(&self, message: &[u8]) -> std::result::Result<[u8; SIGNATURE_LEN], SignError> {
        match message == self.input.as_bytes() {
            true => self.signer.sign(message),
            false => Err(SignError(Box::new(Otherwise))),
        }
    }

    fn agreed_time(&self) -> Option<UnixSeconds> {
        Some(self.time)
    }
}

/// The answer that was given before, once more.
fn again(document: &Document, request: &Sheet<Request>) -> Result<Sheet<Response>> {
    let (_, answer) = parts(document);
    let response: Sheet<Response> = Sheet::read("what was signed", answer)?;
    response.answers("what was signed", request)?;
    Ok(response)
}

/// The request stands first, and its answer begins another sheet.
fn parts(document: &Document) -> (&[u8], &[u8]) {
    let text = &document.text;
    let end = text.rfind("\n{").map_or(text.len(), |at| at + 1);
    text.as_bytes().split_at(end)
}

/// A request that was signed before, and whose answer has to be taken before that of this one: for another operator that comes after
/// the same token, which this one replaces. Whether it was taken cannot be seen in this one.
pub fn before(
    records: &dyn Records,
    request: &Sheet<Request>,
    proposal: &Proposal,
) -> Result<Option<(String, UnixSeconds)>> {
    if !matches!(proposal.asks, Asks::Next { .. }) {
        return Ok(None);
    }
    let is_from = |other: &Sheet<Request>| {
        let begins = |item: &Item| {
            let mut items = request.content.items.iter();
            !item.current.is_empty() && items.any(|own| own.current == item.current)
        };
        other.content.operator == request.content.operator && other.content.items.iter().any(begins)
    };
    let mut last = None;
    for (other, when) in signed_here(records)? {
        let is_successor = || {
            let asks = Proposal::of("what was signed", &other)?.asks;
            Ok::<_, CeremonyError>(matches!(asks, Asks::Successor { .. }))
        };
        if is_from(&other) && is_successor()? && last.as_ref().is_none_or(|(_, at)| *at <= when) {
            last = Some((other.sha256(), when));
        }
    }
    Ok(last)
}

/// The hashes of the requests that were signed here, and when.
pub fn signed_here(records: &dyn Records) -> Result<Vec<(Sheet<Request>, UnixSeconds)>> {
    let documents = records.documents(SIGNED)?.into_iter();
    documents
        .map(|document| {
            let (request, _) = parts(&document);
            Ok((Sheet::read("what was signed", request)?, document.updated))
        })
        .collect()
}
