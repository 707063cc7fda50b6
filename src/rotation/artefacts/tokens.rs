//! Servers are started with an operator's token, so that of every phase is kept: what an earlier phase had can be had again.

use super::table::{Artefact, TABLE};
use crate::rotation::{Kind, Result, Rotation, RotationError};
use crate::store::Records;
use crate::store::record::Entity;

/// Under what the operator's token of a phase is kept.
fn kept_as(phase: Option<&str>) -> String {
    format!("operator-token {}", phase.unwrap_or("of before"))
}

/// Keeps the operator's token as servers are to have it in the phase that the rotation is in. Of later phases, which were gone back
/// from, there is none any more.
pub fn keep(records: &dyn Records, rotation: &mut Rotation) -> Result<()> {
    let (phases, at) = (rotation.plan().phases, rotation.at());
    for phase in &phases[at..] {
        rotation.kept.remove(&kept_as(Some(phase.name)));
    }
    keep_as(records, rotation, Some(at))
}

/// Keeps the operator's token as it is before the rotation begins.
pub fn keep_before(records: &dyn Records, rotation: &mut Rotation) -> Result<()> {
    keep_as(records, rotation, None)
}

/// Only what differs from the phase before is kept, and only where servers are started with it.
fn keep_as(records: &dyn Records, rotation: &mut Rotation, number: Option<usize>) -> Result<()> {
    if !keeps_tokens(rotation.kind) {
        return Ok(());
    }
    let token = rotation.operator(records)?.token;
    if token_at(rotation, number) != Some(&token) {
        let phase = number.map(|number| rotation.plan().phases[number].name);
        rotation.kept.insert(kept_as(phase), token);
    }
    Ok(())
}

/// Whether servers are started with something else in its phases.
fn keeps_tokens(kind: Kind) -> bool {
    let mut rows = TABLE.iter().filter(|(of, _)| *of == kind);
    rows.any(|(_, rows)| {
        let mut onward = rows.iter().flat_map(|row| row.onward);
        onward.any(|artefact| *artefact == Artefact::ServerTrust)
    })
}

/// The operator's token as it was in the phase of that number, or before any.
fn token_at(rotation: &Rotation, number: Option<usize>) -> Option<&String> {
    let come_to = number.map_or(&[][..], |number| &rotation.plan().phases[..=number]);
    let phases = come_to.iter().rev().map(|phase| Some(phase.name));
    phases
        .chain([None])
        .find_map(|phase| rotation.kept.get(&kept_as(phase)))
}

/// The operator as it was then. What has been the same ever since is as the store has it now, whatever else changed.
pub(super) fn operator_at(
    records: &dyn Records,
    rotation: &Rotation,
    number: Option<usize>,
) -> Result<Entity> {
    let operator = rotation.operator(records)?;
    let at = rotation.at();
    let then = token_at(rotation, number);
    if !keeps_tokens(rotation.kind)
        || number == Some(at)
        || (then.is_some() && then == token_at(rotation, Some(at)))
    {
        return Ok(operator);
    }
    let token = then.cloned().ok_or_else(|| {
        RotationError::refused(
            format!(
                "what servers had before is not kept in rotation {}, which an older nkeep began",
                rotation.id
            ),
            format!("nkeep rotate status {}", rotation.id),
        )
    })?;
    Ok(Entity { token, ..operator })
}
