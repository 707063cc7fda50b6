//! Where the identity is: a request is held against the store and its policy, and signed. The same request gives the same bytes,
//! whoever signs it, and as often as it is.

use std::collections::BTreeSet;

use super::canonical::Sheet;
use super::policy::Policy;
use super::request::{Proposal, REQUESTER, Request};
use super::response::Response;
use super::{CeremonyError, Result};
use crate::clock::UnixSeconds;
use crate::jwt::sign::{SignError, Signer};
use crate::nkey::{PublicKey, SIGNATURE_LEN};
use crate::store::document::Document;
use crate::store::keyring::Keyring;
use crate::store::record::Entity;
use crate::store::{Changes, Records};
use crate::text::{noted, quoted};
use crate::trust::new::sign_operator;
use crate::trust::{KeyChoice, signer};

/// How documents are called that say what was signed.
const SIGNED: &str = "ceremony signed ";

/// A request that may be signed.
pub struct Ready {
    /// What it comes to.
    pub proposal: Proposal,
    /// The operator as it is here.
    pub operator: Entity,
    /// Whether it was signed before, and gives the same once more.
    pub again: bool,
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
    let operator = root_of(records, &proposal.operator)?;
    let again = request.goes_on_from(&operator)?;
    let is_known = || records.document(&format!("{SIGNED}{}", request.sha256()));
    if again && is_known()?.is_none() {
        return Err(CeremonyError::tampered(
            "what the request asks for was signed for another request, and nobody has seen this one",
            "nkeep ceremony list",
        ));
    }
    if again {
        return Ok(Ready {
            proposal,
            operator,
            again,
        });
    }
    request.must_be_in_time(now)?;
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
    policy.must_be_approved(approved)?;
    Ok(Ready {
        proposal,
        operator,
        again,
    })
}

/// The operator whose identity is here.
fn root_of(records: &dyn Records, key: &PublicKey) -> Result<Entity> {
    let Some(operator) = records.entity(key)? else {
        return Err(CeremonyError::tampered(
            format!("the request is for operator {key}, which the store does not have"),
            "nkeep list operators",
        ));
    };
    let has_seed = records.key(key)?.is_some_and(|key| key.sealed.is_some());
    match has_seed {
        true => Ok(operator),
        false => Err(CeremonyError::refused(
            format!(
                "the store has no seed of operator {}: it is signed where that is",
                quoted(&operator.name)
            ),
            "nkeep ceremony review FILE",
        )),
    }
}

/// Signs it, and notes that it did.
pub fn sign(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    request: &Sheet<Request>,
    ready: Ready,
) -> Result<Sheet<Response>> {
    let Ready {
        proposal,
        mut operator,
        ..
    } = ready;
    let root = root(changes, keyring, &operator)?;
    let exactly = Exactly {
        signer: &*root,
        input: &request.content.proposed,
        time: proposal.after.issued_at,
    };
    sign_operator(changes, &mut operator, proposal.after, &exactly)?;
    let response = Response::to(request, operator.token, &*root)?;
    changes.put_document(&Document {
        name: format!("{SIGNED}{}", request.sha256()),
        text: format!("{}{}", request.text(), response.text()),
        updated: changes.now(),
    })?;
    Ok(response)
}

/// The answer that was given before, once more.
pub fn again(
    records: &dyn Records,
    keyring: &dyn Keyring,
    request: &Sheet<Request>,
    operator: &Entity,
) -> Result<Sheet<Response>> {
    let root = root(records, keyring, operator)?;
    Response::to(request, operator.token.clone(), &*root)
}

/// The identity, as what signs in a ceremony.
fn root(
    records: &dyn Records,
    keyring: &dyn Keyring,
    operator: &Entity,
) -> Result<Box<dyn Signer>> {
    let choice = KeyChoice::Key(operator.key);
    Ok(signer(records, keyring, operator, &[], true, &choice)?)
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

/// The hashes of the requests that were signed here, and when.
pub fn signed(records: &dyn Records) -> Result<Vec<(Sheet<Request>, UnixSeconds)>> {
    let documents = records.documents(SIGNED)?.into_iter();
    documents
        .map(|document| {
            // The request stands first, and its answer begins another sheet.
            let end = document
                .text
                .rfind("\n{")
                .map_or(document.text.len(), |at| at + 1);
            let text = document.text.as_bytes();
            Ok((
                Sheet::read("what was signed", &text[..end])?,
                document.updated,
            ))
        })
        .collect()
}
