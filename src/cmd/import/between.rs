//! What stands between two copies of a store that are brought together: whom the one shuts out, and the other does not.

use std::collections::BTreeSet;
use std::path::Path;

use crate::clock::{UnixSeconds, absolute};
use crate::cmd::Ctx;
use crate::nkey::PublicKey;
use crate::rotation::{self, Rotation, RotationError};
use crate::store::record::{Entity, EntityKind};
use crate::store::sqlite::{Merged, Remade, SqliteStore, Twice};
use crate::store::{Records, Store as _, StoreError};
use crate::text::{clauses, noted};
use crate::trust::TrustError;
use crate::trust::readmission::{
    Readmitted, What, let_in_together, readmitted, revoked_apart, signed_later, was_here,
};
use crate::ui::{ExitCode, Failure, called_with};

/// What is between them.
#[derive(Default)]
pub struct Between {
    /// Whom the other lets in by what it alone changed.
    let_in: Vec<Readmitted>,
    /// Whom this one shuts out, and the other not, in what both changed.
    here: Vec<LetIn>,
    /// Whom the other shuts out, and this one not, in what both changed.
    there: Vec<LetIn>,
    /// Whom this one revoked since, and whom the other did.
    revoked: [Vec<Readmitted>; 2],
    /// The rotations that are known here.
    rotations: BTreeSet<String>,
}

/// Who is let in, and by which token where that is later than what shut out.
struct LetIn {
    one: Readmitted,
    signed: Option<UnixSeconds>,
}

impl LetIn {
    fn by(one: &Readmitted, signed: UnixSeconds) -> Self {
        Self {
            one: one.clone(),
            signed: Some(signed),
        }
    }

    fn sentence(&self) -> String {
        let sentence = self.one.sentence();
        self.signed.map_or_else(
            || sentence.clone(),
            |signed| format!("{sentence}, by a token of {}", absolute(signed)),
        )
    }

    fn shuts_out(&self) -> String {
        let mut one = self.one.clone();
        if let Some(signed) = self.signed {
            one.what = What::Revoked(signed);
        }
        one.shuts_out()
    }
}

/// Who is let in by what both changed. Whom a later token lets in comes first: what is revoked so far does not shut them out,
/// and once both revoke the same nobody could tell.
fn found(
    mut of_both: Vec<Readmitted>,
    revoked: &[Readmitted],
    lets_in: &dyn Records,
) -> Result<Vec<LetIn>, TrustError> {
    let mut found = Vec::new();
    for one in revoked {
        if let Some(signed) = signed_later(lets_in, one)? {
            of_both.retain(|other| (other.within, &other.key) != (one.within, &one.key));
            found.push(LetIn::by(one, signed));
        }
    }
    found.extend(of_both.into_iter().map(|one| LetIn { one, signed: None }));
    Ok(found)
}

/// Why what both come to is not kept.
pub enum Apart {
    /// They do not fit.
    Store(StoreError),
    /// They would, and people have to see to something before.
    Refused(Failure),
}

impl From<StoreError> for Apart {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<TrustError> for Apart {
    fn from(error: TrustError) -> Self {
        Self::Refused(error.into())
    }
}

impl From<RotationError> for Apart {
    fn from(error: RotationError) -> Self {
        Self::Refused(error.into())
    }
}

const RUN_HERE: &str = "run here";
const RUN_THERE: &str = "run where the other copy is, and export that once more";

impl Between {
    /// Looks at both, where they are copies of one store.
    pub fn of(
        store: &mut SqliteStore,
        remade: &Remade,
        folder: &Path,
    ) -> Result<Self, RotationError> {
        let id = |records: &dyn Records| Ok::<_, StoreError>(records.store_id().to_owned());
        if store.read(id)? != remade.read(folder, id)? {
            return Ok(Self::default());
        }
        let both = store.changed_by_both(remade, folder)?;
        let is_both = |one: &Readmitted| {
            let is_user = matches!(one.what, What::Deleted(EntityKind::User, _));
            let user = one.key.parse().ok().filter(|_| is_user);
            both.contains(&one.within) || user.is_some_and(|user| both.contains(&user))
        };
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
                let revoked = [revoked_apart(ours, theirs)?, revoked_apart(theirs, ours)?];
                let of_both = |revoked: &[Readmitted]| {
                    let revoked = revoked.iter().filter(|one| both.contains(&one.within));
                    revoked.cloned().collect::<Vec<_>>()
                };
                Ok(Self {
                    let_in,
                    here: found(here, &of_both(&revoked[0]), theirs)?,
                    there: found(there, &of_both(&revoked[1]), ours)?,
                    revoked,
                    rotations: rotation::all(ours)?.into_iter().map(|one| one.id).collect(),
                })
            })
        })
    }

    /// Refuses to settle what both changed so that somebody is let in who is shut out by either.
    pub fn settled(&self, ctx: &Ctx, twice: Twice) -> Result<(), Failure> {
        let (found, why) = match twice {
            Twice::Refused => return Ok(()),
            Twice::Ours => (&self.there, RUN_HERE),
            Twice::Theirs => (&self.here, RUN_THERE),
        };
        if found.is_empty() {
            return Ok(());
        }
        Err(let_in_again(ctx, found, why))
    }

    /// Refuses what both come to where somebody is in who was revoked in either since they parted, or two rotations are of
    /// one key.
    pub fn together(&self, ctx: &Ctx, together: &dyn Records) -> Result<(), Apart> {
        for (revoked, why) in self.revoked.iter().zip([RUN_HERE, RUN_THERE]) {
            let mut found = Vec::new();
            for one in revoked {
                let signed = let_in_together(together, one)?;
                found.extend(signed.map(|signed| LetIn::by(one, signed)));
            }
            if !found.is_empty() {
                return Err(Apart::Refused(let_in_again(ctx, &found, why)));
            }
        }
        match rotation::overlapping(together)? {
            None => Ok(()),
            Some((one, other)) => Err(Apart::Refused(self.overlapping(ctx, &one, &other))),
        }
    }

    fn overlapping(&self, ctx: &Ctx, one: &Rotation, other: &Rotation) -> Failure {
        let error = anyhow::anyhow!(
            "rotation {} of the {} and rotation {} of the {} would both be open, and take each other's ground away",
            one.id,
            one.what,
            other.id,
            other.what
        );
        let failure = Failure::new(ExitCode::Tampered, error);
        [one, other].into_iter().fold(failure, |failure, rotation| {
            let why = match self.rotations.contains(&rotation.id) {
                true => RUN_HERE,
                false => RUN_THERE,
            };
            let (way, why) = match rotation.can_be_aborted() {
                true => ("abort", format!("ends it, {why}")),
                false => (
                    "rollback",
                    format!("goes back; abort it from the first phase; {why}"),
                ),
            };
            let command = format!("nkeep rotate {way} {}", rotation.id);
            failure.hint(noted(ctx.command(&command), why))
        })
    }

    /// What helps where both changed the same.
    pub fn ways(&self, ctx: &Ctx, error: Apart) -> Failure {
        let error = match error {
            Apart::Store(error) => error,
            Apart::Refused(failure) => return failure,
        };
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
            let out = ctx.command(&one.shuts_out());
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

fn sentences(found: &[LetIn]) -> String {
    let first: Vec<String> = found.iter().take(SHOWN).map(LetIn::sentence).collect();
    clauses(&first, found.len())
}

fn let_in_again(ctx: &Ctx, found: &[LetIn], why: &str) -> Failure {
    let error = anyhow::anyhow!("it would let in again: {}", sentences(found));
    shutting_out(ctx, Failure::new(ExitCode::Tampered, error), found, why)
}

fn shutting_out(ctx: &Ctx, failure: Failure, found: &[LetIn], why: &str) -> Failure {
    let commands = found.iter().take(SHOWN);
    let commands = commands.map(|one| noted(ctx.command(&one.shuts_out()), why));
    commands.fold(failure, Failure::hint)
}
