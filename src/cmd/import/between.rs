//! What stands between two copies of a store that are brought together: whom the one shuts out, and the other does not.

use std::path::Path;

use crate::cmd::Ctx;
use crate::cmd::store::readmitted::shuts_out;
use crate::nkey::PublicKey;
use crate::store::record::Entity;
use crate::store::sqlite::{Merged, Remade, SqliteStore, Twice};
use crate::store::{Records, Store as _, StoreError};
use crate::text::noted;
use crate::trust::TrustError;
use crate::trust::readmission::{Readmitted, What, readmitted, was_here};
use crate::ui::{ExitCode, Failure, called_with};

/// What is between them.
#[derive(Default)]
pub struct Between {
    /// Whom the other lets in by what it alone changed.
    let_in: Vec<Readmitted>,
    /// Whom this one shuts out, and the other not, in what both changed.
    here: Vec<Readmitted>,
    /// Whom the other shuts out, and this one not, in what both changed.
    there: Vec<Readmitted>,
}

impl Between {
    /// Looks at both, where they are copies of one store.
    pub fn of(store: &mut SqliteStore, remade: &Remade, folder: &Path) -> Result<Self, TrustError> {
        let id = |records: &dyn Records| Ok::<_, StoreError>(records.store_id().to_owned());
        if store.read(id)? != remade.read(folder, id)? {
            return Ok(Self::default());
        }
        let both = store.changed_by_both(remade, folder)?;
        let is_both = |one: &Readmitted| both.contains(&one.within);
        store.read(|ours| {
            remade.read(folder, |theirs| {
                let (mut let_in, mut here) = (Vec::new(), Vec::new());
                for one in readmitted(ours, theirs)? {
                    if !was_here(ours, &one)? {
                        continue;
                    }
                    if is_both(&one) {
                        here.push(one);
                    } else if is_later(ours, theirs, &one)? {
                        let_in.push(one);
                    }
                }
                let mut there = Vec::new();
                for one in readmitted(theirs, ours)? {
                    if is_both(&one) && was_here(theirs, &one)? {
                        there.push(one);
                    }
                }
                Ok(Self {
                    let_in,
                    here,
                    there,
                })
            })
        })
    }

    /// Refuses to settle what both changed so that somebody is let in who is shut out by either.
    pub fn settled(&self, ctx: &Ctx, twice: Twice) -> Result<(), Failure> {
        let (found, why) = match twice {
            Twice::Refused => return Ok(()),
            Twice::Ours => (&self.there, "run here"),
            Twice::Theirs => (
                &self.here,
                "run where the other copy is, and export that once more",
            ),
        };
        if found.is_empty() {
            return Ok(());
        }
        let error = anyhow::anyhow!("it would let in again: {}", sentences(found));
        let failure = Failure::new(ExitCode::Tampered, error);
        Err(shutting_out(ctx, failure, found, why))
    }

    /// What helps where both changed the same.
    pub fn ways(&self, ctx: &Ctx, error: StoreError) -> Failure {
        if !matches!(&error, StoreError::Conflict { what, .. } if what.starts_with("both changed "))
        {
            return error.into();
        }
        let mut failure = match self.there.is_empty() {
            true => Failure::from(error),
            false => {
                let there = sentences(&self.there);
                let error =
                    anyhow::anyhow!("{error}; this one lets in whom the other shuts out: {there}");
                Failure::new(ExitCode::Tampered, error)
            }
        };
        failure = shutting_out(ctx, failure, &self.there, "shuts out here, too");
        failure
            .hint(noted(called_with("--ours"), "keeps it as it is here"))
            .hint(noted(called_with("--theirs"), "takes it as it is there"))
    }

    /// Whom what was taken lets in again.
    pub fn warnings(&self, ctx: &Ctx, merged: Merged) -> Vec<String> {
        let taken = self.let_in.iter().filter(|one| match merged {
            Merged::Nothing => false,
            Merged::Onward(_) => true,
            Merged::Rows(_) => !matches!(one.what, What::Deleted(..)),
        });
        let said = taken.map(|one| {
            let out = ctx.command(&shuts_out(one));
            format!("lets in again {}; what shuts out: {out}", one.sentence())
        });
        said.collect()
    }
}

/// Whether the other copy is the one that changed it last.
fn is_later(
    ours: &dyn Records,
    theirs: &dyn Records,
    one: &Readmitted,
) -> Result<bool, StoreError> {
    let at = |records: &dyn Records, key: &PublicKey| -> Result<i64, StoreError> {
        let entity: Option<Entity> = records.entity(key)?;
        Ok(entity.map_or(0, |entity| entity.issued_at))
    };
    Ok(at(theirs, &one.within)? > at(ours, &one.within)?)
}

/// So many are told one by one.
const SHOWN: usize = 20;

fn sentences(found: &[Readmitted]) -> String {
    let shown: Vec<String> = found.iter().take(SHOWN).map(Readmitted::sentence).collect();
    let more = match found.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!("; and {more} more"),
    };
    format!("{}{more}", shown.join("; "))
}

fn shutting_out(ctx: &Ctx, failure: Failure, found: &[Readmitted], why: &str) -> Failure {
    let commands = found.iter().take(SHOWN);
    let commands = commands.map(|one| noted(ctx.command(&shuts_out(one)), why));
    commands.fold(failure, Failure::hint)
}
