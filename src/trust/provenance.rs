//! Where the token of an entity came from: the journal has every change that wrote it, and which keys signed something in that.

use crate::jwt::decode::named_issuer;
use crate::nkey::PublicKey;
use crate::store::record::Entity;
use crate::store::{Records, Result};

/// The command that takes what nsc has.
const FROM_NSC: &str = "import nsc";
/// Commands that take tokens as they come.
const BRINGS: [&str; 5] = [
    FROM_NSC,
    "import files",
    "import account",
    "import user",
    "pull",
];

/// Whether an entity still has the token that it came with: nothing was signed in its place here.
pub(crate) fn is_as_it_came(records: &dyn Records, entity: &Entity) -> Result<bool> {
    let entries = records.entries_of(&entity.key)?;
    let (Some(last), Ok(issuer)) = (entries.last(), named_issuer(&entity.token)) else {
        return Ok(false);
    };
    let signed_here = last.signers.split_whitespace().any(|key| key == issuer);
    Ok(BRINGS.contains(&&*last.command) && !signed_here)
}

/// Whether nsc had an entity once.
pub(crate) fn came_from_nsc(records: &dyn Records, key: &PublicKey) -> Result<bool> {
    let entries = records.entries_of(key)?;
    Ok(entries.iter().any(|entry| entry.command == FROM_NSC))
}
