//! Rotations as documents of the store: kept, and found again.

use super::{Result, Rotation, RotationError};
use crate::store::document::Document;
use crate::store::record::Entity;
use crate::store::{Changes, Records, StoreError};
use crate::text::quoted;

/// How the documents of rotations are named.
const NAMED: &str = "rotation ";

impl Rotation {
    /// Keeps it.
    pub fn keep(&self, changes: &mut dyn Changes) -> Result<()> {
        let text = serde_json::to_string(self).map_err(|error| {
            StoreError::Refused(format!("a rotation cannot be written: {error}"))
        })?;
        let updated = changes.now();
        Ok(changes.put_document(&Document {
            name: format!("{NAMED}{}", self.id),
            text,
            updated,
        })?)
    }
}

/// Every rotation, from the first on.
pub fn all(records: &dyn Records) -> Result<Vec<Rotation>> {
    let documents = records.documents(NAMED)?.into_iter();
    let mut found: Vec<Rotation> = documents.map(|one| read(&one)).collect::<Result<_>>()?;
    found.sort_by_key(|rotation| rotation.steps.first().map(|step| step.time));
    Ok(found)
}

/// Two that are open, and that nobody could have begun one after the other: those of two copies that were brought together.
pub fn overlapping(records: &dyn Records) -> Result<Option<(Rotation, Rotation)>> {
    let mut open: Vec<Rotation> = all(records)?
        .into_iter()
        .filter(Rotation::is_open)
        .collect();
    while let Some(one) = open.pop() {
        let other = open
            .iter()
            .position(|other| one.stands_on(other) || other.stands_on(&one));
        if let Some(other) = other {
            return Ok(Some((open.swap_remove(other), one)));
        }
    }
    Ok(None)
}

/// Refuses where a rotation is open that knows an operator by its key: with another one it would find nothing.
pub fn must_keep_its_key(records: &dyn Records, operator: &Entity) -> Result<()> {
    let key = operator.key.to_string();
    let knows_it = |one: &Rotation| [&one.operator, &one.old, &one.new].contains(&&key);
    let mut all = all(records)?.into_iter();
    match all.find(|one| one.is_open() && knows_it(one)) {
        None => Ok(()),
        Some(open) => Err(RotationError::not_ended(&open)),
    }
}

fn read(document: &Document) -> Result<Rotation> {
    serde_json::from_str(&document.text).map_err(|error| {
        RotationError::refused(
            format!("{} was written by another nkeep: {error}", document.name),
            "nkeep version",
        )
    })
}

/// The rotation of that name, to look at; without one, the only one that is open, or else the one that ended last.
pub fn open_or_last(records: &dyn Records, wanted: Option<&str>) -> Result<Rotation> {
    let all = all(records)?;
    let is_any_open = all.iter().any(Rotation::is_open);
    match all.into_iter().max_by_key(Rotation::moved_on) {
        Some(last) if wanted.is_none() && !is_any_open => Ok(last),
        _ => found(records, wanted),
    }
}

/// The rotation of that name; without one, the only one that is open, or else that is there at all.
pub fn found(records: &dyn Records, wanted: Option<&str>) -> Result<Rotation> {
    let all = all(records)?;
    if let Some(wanted) = wanted {
        let found = all.into_iter().find(|rotation| rotation.id == wanted);
        return found.ok_or_else(|| {
            RotationError::refused(
                format!("there is no rotation {}", quoted(wanted)),
                "nkeep rotate list",
            )
        });
    }
    let (open, ended): (Vec<_>, Vec<_>) = all.into_iter().partition(Rotation::is_open);
    if open.is_empty() && ended.len() > 1 {
        let names: Vec<&str> = ended.iter().map(|one| &*one.id).collect();
        return Err(RotationError::refused(
            format!(
                "no rotation is open; those that ended: {}",
                names.join(", ")
            ),
            "nkeep rotate list",
        ));
    }
    let candidates = if open.is_empty() { ended } else { open };
    match <[Rotation; 1]>::try_from(candidates) {
        Ok([only]) => Ok(only),
        Err(several) if several.is_empty() => Err(RotationError::refused(
            "nothing is being rotated",
            "nkeep rotate start --help",
        )),
        Err(several) => {
            let names: Vec<&str> = several.iter().map(|one| &*one.id).collect();
            Err(RotationError::refused(
                format!(
                    "there are several rotations, and none is named: {}",
                    names.join(", ")
                ),
                "nkeep rotate list",
            ))
        }
    }
}
