//! The way back: a phase is taken back, or the rotation ended with the old key where it was.

use super::{Done, Hand, acted, ended, step};
use crate::rotation::gate::missing;
use crate::rotation::{Outcome, Result, Rotation, RotationError, Way, artefacts};
use crate::store::Changes;
use crate::store::document::KeyState;
use crate::store::keyring::Keyring;
use crate::text::noted;
use crate::trust::must_not_be_wiped;

/// Goes back to before the last phase that changed anything.
pub fn rollback(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    mut rotation: Rotation,
    hand: &Hand,
) -> Result<Done> {
    must_go_back(&rotation)?;
    let phases = rotation.plan().phases;
    let undone_first = rotation.undone_first().name;
    if undone_first == phases[0].name {
        return Err(first(&rotation));
    }
    let lacked = must_be_ready_to_go_back(changes, &rotation, hand)?;
    rotation.phase = undone_first.to_owned();
    let to = rotation.at() - 1;
    let (told, warnings) = undone(changes, keyring, &mut rotation, hand)?;
    step(changes, &mut rotation, Way::Back, hand, &lacked, &told)?;
    rotation.phase = phases[to].name.to_owned();
    artefacts::keep(changes, &mut rotation)?;
    rotation.keep(changes)?;
    Ok(Done {
        rotation,
        told,
        warnings,
    })
}

fn first(rotation: &Rotation) -> RotationError {
    RotationError::refused(
        format!(
            "rotation {} has changed nothing since it began: to go back from there is to end it",
            rotation.id
        ),
        format!("nkeep rotate abort {}", rotation.id),
    )
}

/// What is missing before it goes back; an error where something is, and nobody insists.
fn must_be_ready_to_go_back(
    records: &dyn Changes,
    rotation: &Rotation,
    hand: &Hand,
) -> Result<Vec<String>> {
    let missing = missing(records, rotation, rotation.gates_back(), records.now())?;
    if missing.is_empty() || hand.reason.is_some() {
        return Ok(missing.into_iter().map(|one| one.what).collect());
    }
    Err(RotationError::Gate {
        id: rotation.id.clone(),
        way: format!("back from {}", rotation.undone_first().name),
        missing,
    })
}

/// Ends it with the old key where it was. What the new key signed has to be taken back before: servers may have it.
pub fn abort(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    mut rotation: Rotation,
    hand: &Hand,
) -> Result<Done> {
    must_go_back(&rotation)?;
    if rotation.is_of_nobody(changes)? {
        return given_up(changes, rotation, hand);
    }
    let present = rotation.undone_first();
    if present.name != rotation.plan().phases[0].name {
        return Err(RotationError::refused(
            format!(
                "rotation {} is past its first phase, and servers may have what {} changed",
                rotation.id, present.name
            ),
            noted(
                format!("nkeep rotate rollback {}", rotation.id),
                "takes that back; abort when servers have it",
            ),
        ));
    }
    let lacked = must_be_ready_to_go_back(changes, &rotation, hand)?;
    rotation.phase = present.name.to_owned();
    let (told, warnings) = undone(changes, keyring, &mut rotation, hand)?;
    rotation.outcome = Some(Outcome::Aborted);
    step(changes, &mut rotation, Way::Back, hand, &lacked, &told)?;
    Ok(Done {
        rotation,
        told,
        warnings,
    })
}

/// Ends it where what it was about is no longer in the store: nothing is left that could be taken back.
fn given_up(changes: &mut dyn Changes, mut rotation: Rotation, hand: &Hand) -> Result<Done> {
    let mut told = vec!["what it was about is no longer in the store".to_owned()];
    if let Ok(new) = rotation.new_key()
        && changes
            .key(&new)?
            .is_some_and(|record| record.owner.is_none())
    {
        must_not_be_wiped(changes, &new)?;
        changes.remove_key(&new)?;
        changes.put_key_state(&new, KeyState::Destroyed)?;
        told.push(format!("the seed of {new} is wiped from the store"));
    }
    rotation.outcome = Some(Outcome::Aborted);
    step(changes, &mut rotation, Way::Back, hand, &[], &told)?;
    Ok(Done {
        rotation,
        told,
        warnings: Vec::new(),
    })
}

/// Refuses where there is no way back.
fn must_go_back(rotation: &Rotation) -> Result<()> {
    if !rotation.is_open() {
        return Err(ended(rotation));
    }
    if rotation.compromised {
        return Err(RotationError::refused(
            format!(
                "the {} is in other hands: there is no way back to it",
                rotation.what
            ),
            format!("nkeep rotate status {}", rotation.id),
        ));
    }
    Ok(())
}

/// Takes back what the phase did that it is in.
fn undone(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    rotation: &mut Rotation,
    hand: &Hand,
) -> Result<(Vec<String>, Vec<String>)> {
    let phase = rotation.present();
    let undo = phase.undo.as_ref().ok_or_else(|| {
        RotationError::refused(
            format!(
                "there is no way back from {} in rotation {}",
                phase.name, rotation.id
            ),
            format!("nkeep rotate status {}", rotation.id),
        )
    })?;
    acted(changes, keyring, rotation, undo.acts, hand)
}
