//! Tokens of accounts that no longer stand in the store, and hold again should the key come back that signed them: which key
//! signed for whom.

use super::Result;
use crate::clock::UnixSeconds;
use crate::jwt::claims::{Account, Claims};
use crate::nkey::PublicKey;
use crate::store::record::{EntityKind, Issued};
use crate::store::{Changes, Records};

/// Notes who signed an account's token that another takes the place of. It is done where another key signs that, or none
/// does: of what one key signs, the last stands in the store.
pub(super) fn note(
    changes: &mut dyn Changes,
    claims: &Claims<Account>,
    issuer: PublicKey,
) -> Result<()> {
    let account: PublicKey = claims.subject.parse()?;
    let known = claims.id.is_empty() || changes.issued(&claims.id)?.is_some();
    let jti = match known {
        false => claims.id.clone(),
        true => format!("account {account} {issuer} {}", claims.issued_at),
    };
    if changes.issued(&jti)?.is_some() {
        return Ok(());
    }
    Ok(changes.put_issued(&Issued {
        jti,
        kind: EntityKind::Account.name().to_owned(),
        subject: account.to_string(),
        account,
        issuer,
        issued_at: claims.issued_at,
        expires: claims.expires,
    })?)
}

/// The accounts of which a key signed tokens that are noted, and not over.
pub(super) fn signed_by(
    records: &dyn Records,
    key: &PublicKey,
    now: UnixSeconds,
) -> Result<impl Iterator<Item = String>> {
    let issued = records.issued_by(key)?.into_iter();
    Ok(issued
        .filter(|token| token.kind == EntityKind::Account.name())
        .filter(move |token| token.expires == 0 || token.expires >= now)
        .map(|token| token.subject))
}
