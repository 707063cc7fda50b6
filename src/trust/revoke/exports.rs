//! What is revoked of activations outlives the export that it stands in: deleted, narrower, wider or of another type, no
//! export that comes in its place lets anybody import who was shut out.

use std::collections::{BTreeMap, BTreeSet};

use super::{REVOCATION, Result, Revocations, keep};
use crate::clock::UnixSeconds;
use crate::jwt::claims::{Account, Export, ShareType};
use crate::jwt::subject::overlap;
use crate::nkey::PublicKey;
use crate::store::record::{Entity, EntityKind, Issued};
use crate::store::{Changes, Records};
use crate::trust::claims;

/// Stands for nobody, in the row that says that an export was deleted.
const NOBODY: &str = "-";

/// The same for one that was public when it was deleted.
const PUBLIC: &str = "public";

/// How the rows begin that say what was revoked of an export when it was deleted.
fn of_export(account: &PublicKey, kind: ShareType, subject: &str) -> String {
    format!("export {account} {} {subject} ", kind.name())
}

/// What an export was when it was last deleted.
#[derive(Clone, Debug, Default)]
struct Last {
    at: UnixSeconds,
    is_public: bool,
    revocations: Revocations,
}

/// Those of an account and a type that were deleted, each by its subject, among what is remembered of the account.
fn deleted(remembered: &[Issued], account: &PublicKey, kind: ShareType) -> BTreeMap<String, Last> {
    let begins = format!("export {account} {} ", kind.name());
    let mut deleted = BTreeMap::<String, Last>::new();
    for row in remembered {
        // A subject has no spaces.
        let said = row.jti.strip_prefix(&begins).and_then(|rest| {
            let (subject, rest) = rest.split_once(' ')?;
            let (at, whose) = rest.split_once(' ')?;
            (whose == row.subject).then_some((subject, at.parse::<UnixSeconds>().ok()?))
        });
        let Some((subject, at)) = said else { continue };
        let last = deleted.entry(subject.to_owned()).or_default();
        if last.at < at {
            *last = Last {
                at,
                ..Last::default()
            };
        }
        if last.at > at {
            continue;
        }
        match &*row.subject {
            NOBODY => {}
            PUBLIC => last.is_public = true,
            whose => {
                last.revocations.insert(whose.to_owned(), row.issued_at);
            }
        }
    }
    deleted
}

/// Remembers whose activations are revoked of exports that are there no more: should one come back, or another in its place,
/// they hold no more by that.
pub fn remember_exports<'a>(
    changes: &mut dyn Changes,
    account: &PublicKey,
    exports: impl IntoIterator<Item = &'a Export>,
) -> Result<()> {
    for export in exports {
        let kind = export.share_type;
        let remembered = changes.issued_in(account, REVOCATION)?;
        let before = deleted(&remembered, account, kind).remove(&export.subject);
        let at = changes.now().max(before.map_or(0, |last| last.at) + 1);
        let end = match export.token_required {
            true => NOBODY,
            false => PUBLIC,
        };
        let begins = of_export(account, kind, &export.subject);
        let rows = export.revocations.clone().into_iter();
        for (whose, up_to) in rows.chain([(end.to_owned(), 0)]) {
            changes.put_issued(&Issued {
                jti: format!("{begins}{at} {whose}"),
                kind: REVOCATION.to_owned(),
                subject: whose,
                account: *account,
                issuer: *account,
                issued_at: up_to,
                expires: 0,
            })?;
        }
    }
    Ok(())
}

/// What is known of the exports of which one has the place, in whole or in part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Former {
    /// Their subjects.
    pub subjects: BTreeSet<String>,
    /// Whose activations were revoked, and up to when.
    pub revocations: Revocations,
    /// Those that shut out: of a public export, none do.
    pub shut_out: Revocations,
    /// Whether importers needed an activation.
    pub is_private: bool,
}

impl Former {
    fn add(&mut self, subject: &str, is_private: bool, revocations: &Revocations) {
        self.subjects.insert(subject.to_owned());
        keep(&mut self.revocations, revocations);
        if is_private {
            keep(&mut self.shut_out, revocations);
        }
        self.is_private |= is_private;
    }
}

/// What the store knows of exports of an account: by its token, which alone counts for one that is there; of another, by all
/// that have a subject in common with it, there or deleted.
pub fn former_exports(
    records: &dyn Records,
    account: &PublicKey,
    exports: &[Export],
) -> Result<Vec<Former>> {
    let there = match records.entity(account)? {
        Some(entity) => claims::<Account>(&entity)?.into_claims().body.exports,
        None => Vec::new(),
    };
    let is_there = |export| same_export(&there, export).is_some();
    let remembered = match exports.iter().all(is_there) {
        true => Vec::new(),
        false => records.issued_in(account, REVOCATION)?,
    };
    let known = exports.iter().map(|export| {
        let mut former = Former::default();
        if let Some(same) = same_export(&there, export) {
            former.add(&same.subject, same.token_required, &same.revocations);
            return former;
        }
        let kind = export.share_type;
        let common = |subject: &str| overlap(subject, &export.subject);
        let present = there.iter().filter(|other| other.share_type == kind);
        for other in present.clone().filter(|other| common(&other.subject)) {
            former.add(&other.subject, other.token_required, &other.revocations);
        }
        for (subject, last) in deleted(&remembered, account, kind) {
            // What was open to all, and revoked nothing, shut nobody out.
            let shut_nobody = last.is_public && last.revocations.is_empty();
            if !shut_nobody
                && common(&subject)
                && !present.clone().any(|other| other.subject == subject)
            {
                former.add(&subject, !last.is_public, &last.revocations);
            }
        }
        former
    });
    Ok(known.collect())
}

/// What the store knows to be revoked of activations for exports of an account.
pub fn known_of_exports(
    records: &dyn Records,
    account: &PublicKey,
    exports: &[Export],
) -> Result<Vec<Revocations>> {
    let former = former_exports(records, account, exports)?.into_iter();
    Ok(former.map(|former| former.revocations).collect())
}

/// Whether an export of that type and subject was deleted here.
pub fn export_was_deleted(
    records: &dyn Records,
    account: &PublicKey,
    kind: ShareType,
    subject: &str,
) -> Result<bool> {
    let remembered = records.issued_in(account, REVOCATION)?;
    Ok(deleted(&remembered, account, kind).contains_key(subject))
}

/// Remembers the same of those that an account has no more once another token takes the place of its own.
pub fn remember_gone_exports(
    changes: &mut dyn Changes,
    before: &Entity,
    after: &Entity,
) -> Result<()> {
    if before.kind != EntityKind::Account {
        return Ok(());
    }
    let [ours, theirs] = [before, after].map(claims::<Account>);
    // What cannot be read exports nothing.
    let (Ok(ours), theirs) = (ours, theirs?) else {
        return Ok(());
    };
    let after = &theirs.claims().body.exports;
    let gone = ours.claims().body.exports.iter();
    let gone = gone.filter(|export| same_export(after, export).is_none());
    remember_exports(changes, &before.key, gone)
}

/// The same export in another state of its account.
#[must_use]
pub fn same_export<'a>(exports: &'a [Export], wanted: &Export) -> Option<&'a Export> {
    exports
        .iter()
        .find(|export| export.subject == wanted.subject && export.share_type == wanted.share_type)
}
