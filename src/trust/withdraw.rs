//! What makes servers delete accounts that they keep: a request that the operator signs.

use std::collections::BTreeSet;

use serde_json::json;

use super::{KeyChoice, Result, TrustError, signer};
use crate::clock::UnixSeconds;
use crate::jwt::claims::{Claims, Generic};
use crate::jwt::encode::{EncodeError, UnknownFields, encode};
use crate::jwt::sign::Signer;
use crate::nkey::{Kind, PublicKey};
use crate::store::Records;
use crate::store::document::ROOTLESS;
use crate::store::keyring::Keyring;
use crate::text::{noted, quoted};
use crate::trust::choice::identity_signs;
use crate::trust::served::Served;

/// How many keys a request may name: it must fit into a message.
const MOST: usize = 5_000;
/// Where a request has them.
const ACCOUNTS: &str = "accounts";

/// Requests to delete those accounts. Servers take them from the keys that may sign accounts, of the operator that they name
/// first.
pub fn requests(
    records: &dyn Records,
    keyring: &dyn Keyring,
    operator: &Served,
    accounts: &[String],
    now: UnixSeconds,
) -> Result<Vec<String>> {
    let body = &operator.trusted.claims().body;
    let keys: Vec<PublicKey> = body
        .signing_keys
        .iter()
        .filter_map(|key| key.parse().ok())
        .collect();
    let entity = &operator.entity;
    let may_sign = identity_signs(records, entity, body, &KeyChoice::Best)?;
    let made = records.document(ROOTLESS)?.is_some();
    let signer = signer(records, keyring, entity, &keys, may_sign, &KeyChoice::Best);
    let signer = signer.map_err(|error| match error {
        TrustError::Signer(_) | TrustError::KeysAway { .. } if may_sign => TrustError::RootAway {
            key: entity.key,
            operator: entity.name.clone(),
            made,
        },
        TrustError::Signer(_) | TrustError::KeysAway { .. } => TrustError::refused(
            format!(
                "operator {} demands signing keys: servers delete accounts when one of them says so, and the store has none",
                quoted(&entity.name)
            ),
            noted(
                "nkeep ceremony request edit operator --sk generate",
                "asks for one that is made here",
            ),
        ),
        error => error,
    })?;
    accounts
        .chunks(MOST)
        .map(|keys| {
            let now = signer.agreed_time().unwrap_or(now);
            Ok(request(&*signer, keys, now)?)
        })
        .collect()
}

/// One of them, by whoever signs it.
pub fn request(
    signer: &dyn Signer,
    accounts: &[String],
    now: UnixSeconds,
) -> Result<String, EncodeError> {
    let claims = Claims::<Generic> {
        subject: signer.public().to_string(),
        body: Generic([(ACCOUNTS.to_owned(), json!(accounts))].into()),
        ..Claims::default()
    };
    Ok(encode(claims, signer, now, UnknownFields::Refuse)?.token)
}

/// The accounts that such claims name; nothing where they are no such.
#[must_use]
pub fn accounts(claims: &Claims<Generic>) -> Option<Vec<String>> {
    let keys = claims.body.0.get(ACCOUNTS)?.as_array()?.iter();
    let keys: Option<Vec<String>> = keys.map(|key| Some(key.as_str()?.to_owned())).collect();
    let is_account = |key: &String| {
        key.parse::<PublicKey>()
            .is_ok_and(|key| key.kind() == Kind::Account)
    };
    let all_of_them: BTreeSet<&String> = keys.iter().flatten().collect();
    let keys = keys.as_ref()?;
    (!keys.is_empty() && keys.len() == all_of_them.len() && keys.iter().all(is_account))
        .then(|| keys.clone())
}
