//! What two operators say of each other when one comes after the other: each signs it with its identity, for whoever has pinned the
//! one and is to pin the other. Servers know nothing of it.

use data_encoding::BASE64URL_NOPAD;

use super::Result;
use super::evidence::sha256;
use crate::clock::UnixSeconds;
use crate::jwt::sign::Signer;
use crate::nkey::PublicKey;
use crate::store::StoreError;
use crate::store::record::Entity;

const HEAD: &str = "nkeep: one operator comes after another (1)";
const BY_OLD: &str = "signed-by-old: ";
const BY_NEW: &str = "signed-by-new: ";

/// The statement: the old one signs whom it names, and the new one signs that it was named.
pub fn signed(old: &dyn Signer, new: &dyn Signer, to: &Entity, now: UnixSeconds) -> Result<String> {
    let mut text = format!(
        "{HEAD}\nold: {}\nnew: {}\nnew-token-sha256: {}\ntime: {now}\n",
        old.public(),
        new.public(),
        sha256(to.token.as_bytes())
    );
    for (whose, signer) in [(BY_OLD, old), (BY_NEW, new)] {
        let signature = signer
            .sign(text.as_bytes())
            .map_err(|error| StoreError::Refused(error.to_string()))?;
        text.push_str(&format!("{whose}{}\n", BASE64URL_NOPAD.encode(&signature)));
    }
    Ok(text)
}

/// Whether both signed it, and each what stands above its signature.
#[must_use]
pub fn holds(text: &str) -> bool {
    checked(text).is_some()
}

fn checked(text: &str) -> Option<()> {
    let value = |name: &str| text.lines().find_map(|line| line.strip_prefix(name));
    text.strip_prefix(HEAD)?;
    // Nothing follows that nobody signed.
    (text.lines().count() == 7).then_some(())?;
    for (whose, key) in [(BY_OLD, "old: "), (BY_NEW, "new: ")] {
        let key: PublicKey = value(key)?.parse().ok()?;
        let signature = BASE64URL_NOPAD.decode(value(whose)?.as_bytes()).ok()?;
        let (above, _) = text.split_once(whose)?;
        key.verify(above.as_bytes(), &signature).ok()?;
    }
    Some(())
}
