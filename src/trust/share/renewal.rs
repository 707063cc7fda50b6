//! Activations that one key of the exporting account signed, signed anew by another, and put where the old ones are. What was
//! handed out and is in no account of the store is known by who signed it for whom, and no further.

use crate::jwt::chain::{self, AsOf, Trusted};
use crate::jwt::claims::{Account, Activation, Claims, Export};
use crate::jwt::decode::{Unverified, decode};
use crate::jwt::subject::matches_all_of;
use crate::nkey::PublicKey;
use crate::store::digest::Digester;
use crate::store::record::{Entity, Issued};
use crate::store::{Changes, Records};
use crate::trust::new::AccountDesk;
use crate::trust::remove::importers;
use crate::trust::revoke::ANYBODY;
use crate::trust::{Result, claims as claims_of, issue};

use super::activation::{KIND, note};

/// Activations that an account of the store holds.
pub struct Held {
    /// Who imports by them.
    pub importer: Entity,
    /// They.
    pub tokens: Vec<Unverified<Activation>>,
}

/// The activations by that key of the exporting account, that accounts of the store import by.
pub fn held(records: &dyn Records, exporter: &Entity, key: &PublicKey) -> Result<Vec<Held>> {
    let from = exporter.key.to_string();
    let mut found = Vec::new();
    for importer in importers(records, exporter)? {
        let imports = claims_of::<Account>(&importer)?.into_claims().body.imports;
        let mut tokens: Vec<Unverified<Activation>> = Vec::new();
        for import in imports.iter().filter(|import| import.account == from) {
            let token = read(&import.token).filter(|token| token.issuer() == key);
            let is_new = |token: &Unverified<Activation>| {
                tokens.iter().all(|known| known.token() != token.token())
            };
            if let Some(token) = token.filter(is_new) {
                tokens.push(token);
            }
        }
        if !tokens.is_empty() {
            found.push(Held { importer, tokens });
        }
    }
    Ok(found)
}

fn read(token: &str) -> Option<Unverified<Activation>> {
    decode(token).ok()?.try_into().ok()
}

/// By what an activation is told from others.
#[must_use]
pub fn mark(token: &Unverified<Activation>) -> String {
    match &*token.claims().id {
        "" => {
            let digest = Digester::of("activation").text(token.token()).finish();
            data_encoding::BASE32_NOPAD.encode(&digest)
        }
        id => id.to_owned(),
    }
}

/// Activations that were signed by that key, have not expired, and are not revoked in all that the account exports.
pub fn outstanding(
    records: &dyn Records,
    exporter: &Entity,
    key: &PublicKey,
    now: i64,
) -> Result<Vec<Issued>> {
    let exports = claims_of::<Account>(exporter)?.into_claims().body.exports;
    let private: Vec<&Export> = exports.iter().filter(|one| one.token_required).collect();
    let mut issued = records.issued_by(key)?;
    issued.retain(|row| {
        let is_revoked = |export: &&Export| {
            revoked_up_to(export, &row.subject).is_some_and(|up_to| row.issued_at <= up_to)
        };
        row.kind == KIND
            && row.account == exporter.key
            && (row.expires == 0 || row.expires >= now)
            && !private.iter().all(is_revoked)
    });
    Ok(issued)
}

fn revoked_up_to(export: &Export, importer: &str) -> Option<i64> {
    let own = export.revocations.get(importer);
    own.max(export.revocations.get(ANYBODY)).copied()
}

/// Whether an activation gives leave to anything: it has not expired, what it is for is exported, and it is not revoked.
fn holds(token: &Claims<Activation>, exporter: &Claims<Account>, now: i64) -> bool {
    let export = exporter.body.exports.iter().find(|export| {
        export.share_type == token.body.kind && matches_all_of(&export.subject, &token.body.subject)
    });
    let is_in_time = token.expires == 0 || token.expires >= now;
    is_in_time
        && export.is_some_and(|export| {
            revoked_up_to(export, &token.subject).is_none_or(|up_to| up_to < token.issued_at)
        })
}

/// Signs an activation anew, in all else as it was and later than any before for that account. Nothing where it gives leave to
/// nothing any more: who is shut out stays out.
pub fn renewed(
    changes: &mut dyn Changes,
    desk: &AccountDesk,
    token: &Unverified<Activation>,
) -> Result<Option<Trusted<Activation>>> {
    if !holds(token.claims(), desk.trusted.claims(), changes.now()) {
        return Ok(None);
    }
    let mut claims = token.claims().clone();
    claims.body.issuer_account = match desk.signer() == desk.account.key {
        true => String::new(),
        false => desk.account.key.to_string(),
    };
    let given = changes.issued_for(&claims.subject)?.into_iter();
    let given = given.filter(|row| row.kind == KIND && row.account == desk.account.key);
    let newest = given.map(|row| row.issued_at).max();
    let last = newest.max(Some(claims.issued_at)).unwrap_or_default();
    let trusted = issue(
        changes,
        token.token(),
        claims,
        last,
        &*desk.signer,
        |token| chain::activation(token, &desk.trusted, &desk.operator, AsOf::AnyTime),
    )?;
    note(changes, desk, &trusted)?;
    Ok(Some(trusted))
}
