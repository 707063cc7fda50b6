//! A copy that went on, as this one did: the rows that it wrote, as a change of this one's own.

use std::collections::BTreeSet;

use super::{Twice, Written, last, written};
use crate::jwt::chain::AsOf;
use crate::nkey::PublicKey;
use crate::store::age::plugin::Plugins;
use crate::store::class::Class;
use crate::store::document::{DOCUMENT_PLACE, KeyState, STATE_PLACE};
use crate::store::keyring::Keyring;
use crate::store::recipients::RecipientSet;
use crate::store::record::{ENTITY_PLACE, Entity, KEY_PLACE, Row as _};
use crate::store::reseal::keep;
use crate::store::sqlite::check;
use crate::store::sqlite::read::View;
use crate::store::sqlite::write::{RECIPIENTS_PLACE, Writer};
use crate::store::{Changes as _, Note, Records as _, Result, StoreError};
use crate::text::{clauses, quoted};

/// Takes what the other wrote, where both went on: so many rows, unless there is nothing to take.
pub(super) fn both<'a>(
    ours: View<'a>,
    theirs: &View<'_>,
    common: i64,
    (note, settled): (Note, Twice),
    keyring: &dyn Keyring,
    plugins: &'a Plugins,
) -> Result<Option<(usize, Writer<'a>)>> {
    let (own, mut taken) = (written(&ours, common)?, written(theirs, common)?);
    // What we had at some time is there, or was here already.
    taken.retain(|place, digests| {
        !own.get(place)
            .is_some_and(|own| own.contains(last(digests)))
    });
    if taken.is_empty() {
        return Ok(None);
    }
    let path = ours.path().to_owned();
    let conflict = |what: String| StoreError::Conflict {
        path: path.clone(),
        what,
    };
    let kept = match first_version(&taken) {
        None => None,
        Some(first) if only_keeps(theirs, first)? => stricter(&ours, theirs),
        Some(_) => {
            return Err(conflict(
                "the recipients were changed in the other: take this one's tree there, where what it seals can be \
                 sealed anew"
                    .to_owned(),
            ));
        }
    };
    taken.retain(|place, _| !place.starts_with(RECIPIENTS_PLACE));
    let reseal = ours.recipients().members != theirs.recipients().members;
    // Neither goes on from the other.
    let twice = taken.iter().filter(|(place, digests)| {
        own.get(*place)
            .is_some_and(|own| !digests.contains(last(own)))
    });
    let twice: Vec<String> = twice.map(|(place, _)| place.clone()).collect();
    match settled {
        Twice::Refused if !twice.is_empty() => {
            let twice: Vec<String> = twice.iter().map(|place| titled(theirs, place)).collect();
            return Err(conflict(format!("both changed {}", twice.join(", "))));
        }
        Twice::Ours => taken.retain(|place, _| !twice.contains(place)),
        Twice::Refused | Twice::Theirs => {}
    }
    if taken.is_empty() && kept.is_none() {
        return Ok(None);
    }
    let mut writer = Writer::new(ours, note, plugins);
    writer.begin(keyring)?;
    let rows = taken.len() + usize::from(kept.is_some());
    if let Some(kept) = kept {
        keep(&mut writer, keyring, kept)?;
    }
    let (told, signers) = told(theirs, common)?;
    writer.summarize(told);
    for signer in &signers {
        writer.signed_by(signer);
    }
    take(&mut writer, theirs, &taken, (keyring, reseal), &conflict)?;
    // A user may hang on a key that the other side took away.
    check::chains(writer.view(), AsOf::AnyTime, &mut |_, _| {}).map_err(|error| match error {
        StoreError::Tampered { what, .. } => conflict(format!("together they do not hold: {what}")),
        error => error,
    })?;
    Ok(Some((rows, writer)))
}

/// Writes all that is taken. What the other sealed for other recipients is sealed anew.
fn take(
    writer: &mut Writer<'_>,
    theirs: &View<'_>,
    taken: &Written,
    (keyring, reseal): (&dyn Keyring, bool),
    conflict: &dyn Fn(String) -> StoreError,
) -> Result<()> {
    entities(writer, theirs, taken, conflict)?;
    theirs.each_key(&mut |key| {
        if taken.contains_key(&key.place()) {
            if reseal && key.sealed.is_some() {
                let seed = keyring.unseal(&key, theirs.store_id())?;
                writer.seal_key(key, seed)?;
            } else {
                writer.put_key(&key)?;
            }
        }
        Ok(())
    })?;
    theirs.each_issued(&mut |issued| {
        if taken.contains_key(&issued.place()) {
            writer.put_issued(&issued)?;
        }
        Ok(())
    })?;
    for identity in theirs.identities()? {
        if taken.contains_key(&identity.place()) {
            writer.put_identity(&identity)?;
        }
    }
    for identity in writer.identities()? {
        let removed = taken.get(&identity.place());
        if removed.is_some_and(|digests| last(digests).is_none()) {
            writer.remove_identity(&identity)?;
        }
    }
    rotations(writer, theirs, taken)
}

/// Takes the entities, whoever is above first.
fn entities(
    writer: &mut Writer<'_>,
    theirs: &View<'_>,
    taken: &Written,
    conflict: &dyn Fn(String) -> StoreError,
) -> Result<()> {
    let mut entities = Vec::new();
    for place in taken.keys().filter(|place| place.starts_with(ENTITY_PLACE)) {
        entities
            .push(entity(theirs, place)?.ok_or_else(|| conflict(format!("{place} was removed")))?);
    }
    entities.sort_by_key(|entity| entity.kind);
    for entity in &entities {
        writer.put_entity(entity).map_err(|error| match error {
            StoreError::Taken { what, name } => conflict(format!(
                "each has {what} {}, with keys of its own",
                quoted(&name)
            )),
            error => error,
        })?;
    }
    Ok(())
}

/// Takes the documents and the states of keys, and has the keys go that were destroyed.
fn rotations(writer: &mut Writer<'_>, theirs: &View<'_>, taken: &Written) -> Result<()> {
    for document in theirs.documents("")? {
        if taken.contains_key(&document.place()) {
            writer.put_document(&document)?;
        }
    }
    for standing in theirs.key_states()? {
        if taken.contains_key(&standing.place()) {
            writer.put_standing(&standing)?;
        }
        let removed = taken.get(&format!("{KEY_PLACE}{}", standing.key));
        if standing.state == KeyState::Destroyed
            && removed.is_some_and(|digests| last(digests).is_none())
        {
            writer.remove_key(&standing.key)?;
        }
    }
    Ok(())
}

/// The first version of the recipients that was written.
fn first_version(written: &Written) -> Option<i64> {
    let versions = written
        .keys()
        .filter_map(|place| place.strip_prefix(RECIPIENTS_PLACE)?.parse().ok());
    versions.min()
}

/// Whether from that version on nothing was changed but which seeds leave the store only sealed.
fn only_keeps(view: &View<'_>, first: i64) -> Result<bool> {
    let sets = view.all(
        "SELECT document, signature FROM recipients WHERE version >= ?1 ORDER BY version",
        [first - 1],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let sets = sets
        .iter()
        .map(|(document, signature): &(String, Vec<u8>)| {
            RecipientSet::read(document, signature, view.store_key())
        });
    let sets: Option<Vec<RecipientSet>> = sets.collect();
    Ok(sets.is_some_and(|sets| {
        let mut pairs = sets.windows(2);
        pairs.all(|pair| pair[0].keeping(pair[1].kept.clone()) == pair[1])
    }))
}

/// The classes of which either copy lets no seed out, where those are more than here.
fn stricter(ours: &View<'_>, theirs: &View<'_>) -> Option<BTreeSet<Class>> {
    let here = &ours.recipients().kept;
    let both: BTreeSet<Class> = here | &theirs.recipients().kept;
    (both != *here).then_some(both)
}

/// What the other side's journal says of what is taken, and who signed there.
fn told(theirs: &View<'_>, common: i64) -> Result<(String, Vec<PublicKey>)> {
    const MOST: usize = 50;
    let (mut told, mut signers, mut count) = (Vec::new(), Vec::new(), 0);
    theirs.each_entry(common + 1, &mut |entry| {
        count += 1;
        if told.len() < MOST {
            told.push(format!(
                "{} by {}: {}",
                entry.sequence, entry.actor, entry.summary
            ));
        }
        let keys = entry.signers.split_whitespace();
        signers.extend(keys.filter_map(|key| key.parse::<PublicKey>().ok()));
        Ok(())
    })?;
    let head = theirs.head();
    Ok((
        format!(
            "took what another copy had, up to {head}: {}",
            clauses(&told, count)
        ),
        signers,
    ))
}

/// A place as people know it.
fn titled(view: &View<'_>, place: &str) -> String {
    if let Some(document) = place.strip_prefix(DOCUMENT_PLACE) {
        return document.to_owned();
    }
    if let Some(key) = place.strip_prefix(STATE_PLACE) {
        return format!("the state of {key}");
    }
    match entity(view, place) {
        Ok(Some(Entity { kind, name, .. })) => format!("{kind} {:?}", name.as_str()),
        _ => place.to_owned(),
    }
}

fn entity(view: &View<'_>, place: &str) -> Result<Option<Entity>> {
    match place
        .strip_prefix(ENTITY_PLACE)
        .and_then(|key| key.parse().ok())
    {
        Some(key) => view.entity(&key),
        None => Ok(None),
    }
}
