//! What the store knows to be revoked, and a token that comes would not revoke; and who is to revoke it.

use super::plan::{Plan, PlannedEntity};
use crate::clock::{UnixSeconds, absolute};
use crate::jwt::claims::Account;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Records, Result, StoreError};
use crate::text::{noted, quoted, shell_word, some};
use crate::trust::readmission::{revoke_activations, revoke_user};
use crate::trust::revoke::Revocations;
use crate::trust::{self, revoke};

/// What the store knows to be revoked in an account, and its new token would not revoke, and the commands that help: by
/// that, nobody is let in.
pub(super) fn forgotten(
    records: &dyn Records,
    planned: &PlannedEntity,
    plan: &Plan,
) -> Result<Option<(String, Vec<String>)>> {
    let entity = &planned.entity;
    if entity.kind != EntityKind::Account || planned.signed_anew {
        return Ok(None);
    }
    let (Ok(there), Ok(token)) = (
        revoke::known(records, &entity.key),
        trust::claims::<Account>(entity),
    ) else {
        return Err(unread(entity));
    };
    let body = &token.claims().body;
    let is_there = records.entity(&entity.key)?;
    let operator = match entity.parent {
        Some(operator) => records.entity(&operator)?.map(|operator| operator.name),
        None => None,
    };
    let signer = Signer {
        account: entity,
        is_there: is_there.as_ref(),
        operator: operator.map(|name| shell_word(name.as_str())),
        several: records.count(EntityKind::Operator)? > 1,
        flags: plan.of_nsc.then_some(&plan.flags),
    };
    let lost = revoke::lost(&there, &body.revocations);
    if !lost.is_empty() {
        let message = format!(
            "it does not revoke in account {} {} what the store knows to be revoked: {}",
            quoted(&entity.name),
            entity.key,
            some_of(&lost)
        );
        return Ok(Some((message, signer.ways(&lost, revoke_user))));
    }
    let known = revoke::known_of_exports(records, &entity.key, &body.exports)
        .map_err(|_| unread(entity))?;
    for (export, there) in body.exports.iter().zip(known) {
        let lost = revoke::lost(&there, &export.revocations);
        if lost.is_empty() {
            continue;
        }
        let message = format!(
            "it does not revoke for the {} export {} of account {} {} the activations that the store knows to be \
             revoked: {}",
            export.share_type,
            quoted(&export.subject),
            quoted(&entity.name),
            entity.key,
            some_of(&lost)
        );
        let revoke = |whose: &str, up_to| {
            revoke_activations((&export.subject, export.share_type), whose, up_to)
        };
        return Ok(Some((message, signer.ways(&lost, revoke))));
    }
    Ok(None)
}

/// So many commands are told.
const TOLD: usize = 3;

/// What cannot be read is refused elsewhere, and not taken for nothing.
fn unread(account: &Entity) -> StoreError {
    StoreError::Refused(format!(
        "the token of account {} cannot be read",
        quoted(&account.name)
    ))
}

fn some_of(lost: &Revocations) -> String {
    let told = lost
        .iter()
        .map(|(whose, up_to)| format!("{whose} up to {}", absolute(*up_to)));
    some(&told.collect::<Vec<_>>())
}

/// Who is to revoke what a token lacks.
struct Signer<'a> {
    account: &'a Entity,
    is_there: Option<&'a Entity>,
    operator: Option<String>,
    /// Whether the store has more operators.
    several: bool,
    /// By what nsc finds the store, where nsc signed it.
    flags: Option<&'a String>,
}

impl Signer<'_> {
    /// What helps: an account that was deleted comes back with its revocations, and of one that is there whoever signed the
    /// token must revoke the same.
    fn ways(
        &self,
        lost: &Revocations,
        revoke: impl Fn(&str, Option<UnixSeconds>) -> String,
    ) -> Vec<String> {
        let named = self.operator.as_ref().filter(|_| self.several);
        let named = named.map_or_else(String::new, |name| format!(" --operator {name}"));
        let account = shell_word(self.account.name.as_str());
        if self.is_there.is_none() {
            return vec![noted(
                format!("nkeep add account {account} -k {}{named}", self.account.key),
                "brings it back with what is revoked in it",
            )];
        }
        let lost = lost.iter().take(TOLD).map(|(whose, up_to)| {
            let revoke = format!("{} -a {account}", revoke(whose, Some(*up_to)));
            match (self.flags, &self.operator) {
                (Some(flags), Some(operator)) => noted(
                    format!("nsc{flags} select operator {operator} && nsc{flags} {revoke}"),
                    "nsc signed it: what it signs then can be taken",
                ),
                (Some(flags), None) => noted(
                    format!("nsc{flags} {revoke}"),
                    "what nsc signs then can be taken",
                ),
                (None, _) => noted(
                    format!("nkeep --store OTHER_FILE {revoke}{named}"),
                    "in the store that signed it: what that one signs then is taken",
                ),
            }
        });
        lost.collect()
    }
}
