//! What makes servers delete accounts that they keep: a request that the operator signs.

use serde_json::json;

use super::{KeyChoice, Result, TrustError, signer};
use crate::clock::UnixSeconds;
use crate::jwt::claims::{Claims, Generic};
use crate::jwt::encode::{UnknownFields, encode};
use crate::nkey::PublicKey;
use crate::store::Records;
use crate::store::keyring::Keyring;
use crate::trust::key::identity_signs;
use crate::trust::served::Served;

/// How many keys a request may name: it must fit into a message.
const MOST: usize = 5_000;

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
    let may_sign = identity_signs(records, &operator.entity, body, &KeyChoice::Best)?;
    let signer = signer(
        records,
        keyring,
        &operator.entity,
        &keys,
        may_sign,
        &KeyChoice::Best,
    )?;
    accounts
        .chunks(MOST)
        .map(|keys| {
            let claims = Claims::<Generic> {
                subject: signer.public().to_string(),
                body: Generic([("accounts".to_owned(), json!(keys))].into()),
                ..Claims::default()
            };
            let signed = encode(claims, &*signer, now, UnknownFields::Refuse);
            Ok(signed.map_err(TrustError::from)?.token)
        })
        .collect()
}
