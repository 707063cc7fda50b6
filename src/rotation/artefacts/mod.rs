//! What is applied in each phase of a rotation, and what is applied to go back: of one table for all kinds, with whom servers trust
//! in it. How each is made is not known here.

mod table;
mod tokens;

use crate::rotation::phase::Deploy;
use crate::rotation::{Outcome, Result, Rotation, RotationError};
use crate::store::Records;
use crate::store::record::Entity;
use crate::text::{noted, quoted};
use table::row;
pub use table::{Artefact, Of, Which};
use tokens::operator_at;
pub use tokens::{keep, keep_before};

/// What is applied together.
#[derive(Clone, Debug)]
pub struct Set {
    /// The phase that it is of: what servers have when it is applied. Nothing for what was before the rotation began.
    pub phase: Option<&'static str>,
    /// What, in this order.
    pub artefacts: &'static [Artefact],
    /// Whom servers trust, the first of several first, with the tokens that they had in that phase.
    pub operators: Vec<Entity>,
    /// What people do with it.
    pub then: Deploy,
}

/// What going back comes to.
#[derive(Clone, Debug)]
pub enum WayBack {
    /// It is this.
    Set(Set),
    /// There is none, and why.
    None(String),
}

/// What is applied in that phase, or in the one that the rotation is in.
pub fn of(records: &dyn Records, rotation: &Rotation, phase: Option<&str>) -> Result<Set> {
    let number = numbered(rotation, phase)?;
    let phase = &rotation.plan().phases[number];
    let row = row(rotation.kind, phase.name).ok_or_else(|| nothing(rotation, number))?;
    Ok(Set {
        phase: Some(phase.name),
        artefacts: row.onward,
        operators: operators(records, rotation, row.onward, Some(number))?,
        then: phase.then,
    })
}

/// What is applied to go back from that phase.
pub fn back(records: &dyn Records, rotation: &Rotation, phase: Option<&str>) -> Result<WayBack> {
    let number = numbered(rotation, phase)?;
    let plan = rotation.plan();
    let name = plan.phases[number].name;
    let none = |why: String| Ok(WayBack::None(why));
    match rotation.outcome {
        Some(Outcome::Done) => return none("the rotation is done".to_owned()),
        Some(Outcome::Aborted) => {
            return none("the rotation was aborted, and the old key is in its place".to_owned());
        }
        None => {}
    }
    if rotation.compromised {
        return none("the old key is in other hands".to_owned());
    }
    let undone = plan.undone_first(number);
    let (Some(undo), Some(row)) = (&plan.phases[undone].undo, row(rotation.kind, name)) else {
        return none(format!("there is no way back from {name}"));
    };
    let before = undone.checked_sub(1);
    Ok(match operators(records, rotation, row.back, before) {
        Ok(operators) => WayBack::Set(Set {
            phase: before.map(|number| plan.phases[number].name),
            artefacts: row.back,
            operators,
            then: undo.then,
        }),
        Err(RotationError::Refused { reason, .. }) => WayBack::None(reason),
        Err(error) => return Err(error),
    })
}

/// The number of that phase, into which the rotation has come.
fn numbered(rotation: &Rotation, phase: Option<&str>) -> Result<usize> {
    let Some(wanted) = phase else {
        return Ok(rotation.at());
    };
    let phases = rotation.plan().phases;
    let status = format!("nkeep rotate status {}", rotation.id);
    let Some(number) = phases.iter().position(|phase| phase.name == wanted) else {
        let names: Vec<&str> = phases.iter().map(|phase| phase.name).collect();
        return Err(RotationError::refused(
            format!(
                "{} is no phase of rotation {}, which has {}",
                quoted(wanted),
                rotation.id,
                names.join(", ")
            ),
            status,
        ));
    };
    if number > rotation.at() {
        return Err(RotationError::refused(
            format!(
                "rotation {} is in {}, and has yet to come to {wanted}: nothing is signed for that",
                rotation.id, rotation.phase
            ),
            status,
        ));
    }
    Ok(number)
}

fn nothing(rotation: &Rotation, number: usize) -> RotationError {
    let phases = rotation.plan().phases;
    let id = &rotation.id;
    let earlier = phases[..number]
        .iter()
        .rfind(|phase| row(rotation.kind, phase.name).is_some());
    RotationError::refused(
        format!("nothing is applied in {}", phases[number].name),
        match earlier {
            None if phases[number].then == Deploy::Push => {
                noted("nkeep push -A", "is all that is done")
            }
            Some(phase) => format!("nkeep rotate artefacts {id} --phase {}", phase.name),
            None => format!("nkeep rotate status {id}"),
        },
    )
}

/// Whom servers trust in the phase of that number.
fn operators(
    records: &dyn Records,
    rotation: &Rotation,
    artefacts: &[Artefact],
    number: Option<usize>,
) -> Result<Vec<Entity>> {
    let named = artefacts.iter().find_map(|artefact| match artefact {
        Artefact::TrustOf(which) => Some(which),
        _ => None,
    });
    let Some(named) = named else {
        return Ok(vec![operator_at(records, rotation, number)?]);
    };
    let each = named.iter().map(|which| match which {
        Which::Old => rotation.entity(records, &rotation.old),
        Which::New => rotation.entity(records, &rotation.new),
    });
    each.collect()
}
