//! Exports that take the place of others: what was revoked holds on in them, and whom one that is public lets in who was
//! shut out.

use std::collections::BTreeSet;

use super::Party;
use crate::jwt::claims::{Account, Claims, Export};
use crate::jwt::subject::overlap;
use crate::store::record::Entity;
use crate::store::{Changes, Records};
use crate::text::{NAMED, clauses, quoted};
use crate::trust::remove::importers;
use crate::trust::revoke::{
    ANYBODY, Former, Revocations, former_exports, keep, remember_exports, same_export,
};
use crate::trust::{Result, TrustError, claims as claims_of};

/// An export that is new, or has become public.
#[derive(Clone, Debug)]
pub struct Successor {
    /// As it is now.
    pub export: Export,
    /// What was there before.
    pub former: Former,
    /// Whether it was there itself.
    pub was_there: bool,
    /// Whom it lets in who was shut out.
    pub lets_in: Vec<String>,
}

/// Keeps what is revoked where exports of an account are other than before, in those that take their place, and in mind where
/// none does.
pub fn succeed(
    changes: &mut dyn Changes,
    account: &Entity,
    before: &[Export],
    claims: &mut Claims<Account>,
) -> Result<Vec<Successor>> {
    let after = &mut claims.body.exports;
    let former = former_exports(changes, &account.key, after)?;
    let mut found = Vec::new();
    for (export, former) in after.iter_mut().zip(former) {
        let was = same_export(before, export);
        if was.is_some_and(|was| was.token_required == export.token_required) {
            continue;
        }
        if was.is_none() {
            keep(&mut export.revocations, &former.revocations);
        }
        let lets_in = match former.is_private && !export.token_required {
            true => let_in(changes, account, export, &former.shut_out)?,
            false => Vec::new(),
        };
        found.push(Successor {
            export: export.clone(),
            former,
            was_there: was.is_some(),
            lets_in,
        });
    }
    let after = &claims.body.exports;
    let gone = before
        .iter()
        .filter(|one| same_export(after, one).is_none());
    remember_exports(changes, &account.key, gone)?;
    Ok(found)
}

/// Those of an account's exports that come in its next token and let somebody in: they are public, and were private, or private
/// ones were in their place.
pub fn opened(records: &dyn Records, account: &Entity, after: &[Export]) -> Result<Vec<Successor>> {
    let before = claims_of::<Account>(account)?.into_claims().body.exports;
    let mut found = Vec::new();
    for (export, former) in after
        .iter()
        .zip(former_exports(records, &account.key, after)?)
    {
        if export.token_required || !former.is_private {
            continue;
        }
        let lets_in = let_in(records, account, export, &former.shut_out)?;
        if !lets_in.is_empty() {
            found.push(Successor {
                export: export.clone(),
                former,
                was_there: same_export(&before, export).is_some(),
                lets_in,
            });
        }
    }
    Ok(found)
}

/// Who was shut out of what is public now: whose activations were revoked, and who imports it without one.
fn let_in(
    records: &dyn Records,
    account: &Entity,
    export: &Export,
    shut_out: &Revocations,
) -> Result<Vec<String>> {
    let mut titles = Vec::new();
    let mut named = BTreeSet::new();
    for whose in shut_out.keys() {
        if whose == ANYBODY {
            titles.push("every account whose activations were revoked".to_owned());
            continue;
        }
        named.insert(whose.clone());
        let Ok(key) = whose.parse() else { continue };
        let party = Party::of_key(records, key)?;
        let title = match &party.known {
            Some(known) => format!("{} {whose}", quoted(&known.name)),
            None => whose.clone(),
        };
        titles.push(format!("account {title}, whose activations were revoked"));
    }
    let from = account.key.to_string();
    for importer in importers(records, account)? {
        let imports = claims_of::<Account>(&importer)?.into_claims().body.imports;
        let takes = imports.iter().any(|import| {
            import.account == from
                && import.share_type == export.share_type
                && import.token.is_empty()
                && overlap(&import.subject, &export.subject)
        });
        if takes && !named.contains(&importer.key.to_string()) {
            titles.push(format!(
                "account {} {}, which imports it without an activation",
                quoted(&importer.name),
                importer.key
            ));
        }
    }
    Ok(titles)
}

impl Successor {
    /// Refuses to let somebody in, unless it is to be.
    pub fn must_be_forced(&self, force: bool) -> Result<()> {
        if force || self.lets_in.is_empty() {
            return Ok(());
        }
        Err(TrustError::Unforced {
            reason: format!(
                "without --private the {} export {} would let in again who was shut out of it: {}",
                self.export.share_type,
                quoted(&self.export.subject),
                self.whom()
            ),
            flag: "--force",
            then: "lets them in again".to_owned(),
        })
    }

    /// Whom it lets in, as a part of a sentence.
    #[must_use]
    pub fn whom(&self) -> String {
        let count = self.lets_in.len();
        clauses(&self.lets_in[..count.min(NAMED)], count)
    }
}
