//! Public keys that were found to be usable points. To find out takes as long as to read a row, and the keys of a store
//! come again and again: from its rows, from its tokens, and as those who signed. Nothing here is secret.

use std::collections::HashMap;
use std::sync::{LazyLock, RwLock};

use ed25519_dalek::VerifyingKey;

use super::{NkeyError, RAW_LEN};

/// So that threads seldom wait for each other.
const SHARES: usize = 16;
/// As many as a share keeps: some 30 MB in all. One that is full begins anew.
const MOST: usize = (1 << 17) / SHARES;

type Share = RwLock<HashMap<[u8; RAW_LEN], VerifyingKey>>;

static KNOWN: LazyLock<[Share; SHARES]> = LazyLock::new(Default::default);

/// Notes a key that was made from a seed here: a multiple of the base point by a clamped scalar is a point, and none of small
/// order.
pub(super) fn made(key: VerifyingKey) {
    let raw = key.to_bytes();
    keep(&KNOWN[usize::from(raw[0]) % SHARES], raw, key);
}

fn keep(share: &Share, raw: [u8; RAW_LEN], key: VerifyingKey) {
    // A share that was left locked by a panic is done without.
    if let Ok(mut known) = share.write() {
        if known.len() == MOST {
            known.clear();
        }
        known.insert(raw, key);
    }
}

/// The key, when it is a point that is not of small order.
pub(super) fn verifying_key(raw: &[u8; RAW_LEN]) -> Result<VerifyingKey, NkeyError> {
    let share = &KNOWN[usize::from(raw[0]) % SHARES];
    if let Ok(known) = share.read()
        && let Some(key) = known.get(raw)
    {
        return Ok(*key);
    }
    let key = VerifyingKey::from_bytes(raw).map_err(|_| NkeyError::NotOnCurve)?;
    if key.is_weak() {
        return Err(NkeyError::SmallOrder);
    }
    keep(share, *raw, key);
    Ok(key)
}
