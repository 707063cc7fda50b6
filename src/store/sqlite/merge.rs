//! What another copy of the same store has that this one lacks.
//!
//! A copy that only went on is followed, journal and all. Where both went on, the rows that the other wrote are taken in one
//! change of this one's own, unless this one wrote the same rows: which of two is right, people have to say.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::check;
use super::dir::{PARTS, Part, Remade};
use super::read::View;
use super::write::{RECIPIENTS_PLACE, Writer};
use super::{SqliteStore, StoreError};
use crate::jwt::chain::AsOf;
use crate::nkey::PublicKey;
use crate::store::age::plugin::Plugins;
use crate::store::class::Class;
use crate::store::digest::Digest;
use crate::store::document::{DOCUMENT_PLACE, KeyState, STATE_PLACE};
use crate::store::keyring::Keyring;
use crate::store::recipients::RecipientSet;
use crate::store::record::{
    ENTITY_PLACE, Entity, IDENTITY_PLACE, ISSUED_PLACE, KEY_PLACE, Row as _,
};
use crate::store::reseal::keep;
use crate::store::{Changes as _, Note, Records, Result};
use crate::text::quoted;

/// What was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Merged {
    /// Nothing: all of it was there.
    Nothing,
    /// So many changes of the other, as they are.
    Onward(i64),
    /// So many rows, as a change of this one's own.
    Rows(usize),
}

/// What becomes of what both changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Twice {
    /// People have to say.
    #[default]
    Refused,
    /// It stays as it is here.
    Ours,
    /// It is taken as it is there.
    Theirs,
}

/// All that was written in each place, one after the other.
type Written = BTreeMap<String, Vec<Option<Digest>>>;

impl SqliteStore {
    /// Takes what another copy has. `folder` is for messages. Where both went on, what they come to `together` is looked at
    /// before it is kept.
    pub fn merge<E: From<StoreError>>(
        &mut self,
        theirs: &Remade,
        folder: &Path,
        note: Note,
        keyring: &dyn Keyring,
        twice: Twice,
        together: impl FnOnce(&dyn Records) -> Result<(), E>,
    ) -> Result<Merged, E> {
        let theirs = theirs.view(folder)?;
        if theirs.store_id() != self.facts.id || theirs.store_key() != &self.facts.key {
            return Err(StoreError::Refused(format!(
                "{} was made from another store than {}",
                folder.display(),
                self.path.display()
            ))
            .into());
        }
        let plugins = self.plugins.clone();
        let made = note.made.clone();
        self.changed(&made, |mut ours| {
            let common = common(&ours, &theirs)?;
            let (head, version) = (ours.head(), ours.recipients().version);
            if common == theirs.head().sequence {
                Ok((Merged::Nothing, head, version))
            } else if common == head.sequence {
                onward(&mut ours, &theirs, common)?;
                let taken = theirs.head().sequence - common;
                Ok((
                    Merged::Onward(taken),
                    theirs.head(),
                    theirs.recipients().version,
                ))
            } else {
                let (head, version) = (ours.head(), ours.recipients().version);
                let plugins = &plugins;
                match both(ours, &theirs, common, (note, twice), keyring, plugins)? {
                    None => Ok((Merged::Nothing, head, version)),
                    Some((rows, mut writer)) => {
                        together(&writer)?;
                        let head = writer.finish()?;
                        Ok((Merged::Rows(rows), head, writer.recipients().version))
                    }
                }
            }
        })
    }
}

impl SqliteStore {
    /// The entities that another copy changed, and this one as well, each by itself.
    pub fn changed_by_both(&mut self, theirs: &Remade, folder: &Path) -> Result<Vec<PublicKey>> {
        let theirs = theirs.view(folder)?;
        let failed = |source| StoreError::sqlite(&self.path, "read", source);
        let moment = self.connection.transaction().map_err(failed)?;
        let ours = View::open(&moment, &self.path, &self.facts)?;
        let common = common(&ours, &theirs)?;
        let (own, other) = (written(&ours, common)?, written(&theirs, common)?);
        let twice = other.iter().filter(|(place, digests)| {
            own.get(*place)
                .is_some_and(|own| !own.contains(last(digests)) && !digests.contains(last(own)))
        });
        Ok(twice
            .filter_map(|(place, _)| place.strip_prefix(ENTITY_PLACE)?.parse().ok())
            .collect())
    }
}

/// How far the two histories are one.
fn common(ours: &View<'_>, theirs: &View<'_>) -> Result<i64> {
    let (mut same, mut most) = (0, ours.head().sequence.min(theirs.head().sequence));
    while same < most {
        let middle = same + (most - same + 1) / 2;
        if ours.digest_at(middle)? == theirs.digest_at(middle)? {
            same = middle;
        } else {
            most = middle - 1;
        }
    }
    Ok(same)
}

/// Where anything was written after that entry, and what.
fn written(view: &View<'_>, since: i64) -> Result<Written> {
    let rows = view.all(
        "SELECT place, digest FROM changes WHERE sequence > ?1 ORDER BY rowid",
        [since],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    let mut written = Written::new();
    for (place, digest) in rows {
        written.entry(place).or_default().push(digest);
    }
    Ok(written)
}

/// Follows a copy that only went on: its rows, and its journal.
fn onward(ours: &mut View<'_>, theirs: &View<'_>, common: i64) -> Result<()> {
    if theirs.version() > ours.version() {
        ours.raise()?;
    }
    let ours = &*ours;
    let failed = |source| StoreError::sqlite(ours.path(), "change", source);
    ours.connection()
        .execute_batch("PRAGMA defer_foreign_keys = ON")
        .map_err(failed)?;
    for place in written(theirs, common)?.keys() {
        let Some((part, name)) = part_of(place) else {
            return Err(StoreError::tampered(
                theirs.path(),
                "its journal names no row",
            ));
        };
        let mut rows = copied(theirs, part, &format!("{} = ?1", part.columns[0]), &name)?;
        match rows.pop() {
            Some(row) => put(ours, part, row)?,
            None => {
                let sql = format!("DELETE FROM {} WHERE {} = ?1", part.table, part.columns[0]);
                ours.connection().execute(&sql, [&name]).map_err(failed)?;
            }
        }
    }
    for part in PARTS
        .iter()
        .filter(|part| part.columns.contains(&"sequence"))
    {
        for row in copied(
            theirs,
            part,
            "sequence > ?1 ORDER BY rowid",
            &Value::Integer(common),
        )? {
            put(ours, part, row)?;
        }
    }
    // As a store from elsewhere would be, once more.
    check::tampering(&ours.again()?)
}

/// The table of a place in the journal, and the name of the row in it.
fn part_of(place: &str) -> Option<(&'static Part, Value)> {
    let (table, name) = [
        (ENTITY_PLACE, "entities"),
        (KEY_PLACE, "keys"),
        (ISSUED_PLACE, "issued"),
        (IDENTITY_PLACE, "identities"),
        (RECIPIENTS_PLACE, "recipients"),
        (DOCUMENT_PLACE, "documents"),
        (STATE_PLACE, "key_states"),
    ]
    .into_iter()
    .find_map(|(prefix, table)| Some((table, place.strip_prefix(prefix)?)))?;
    let part = PARTS.iter().find(|part| part.table == table)?;
    let name = if table == "recipients" {
        Value::Integer(name.parse().ok()?)
    } else {
        Value::Text(name.to_owned())
    };
    Some((part, name))
}

fn copied(view: &View<'_>, part: &Part, wanted: &str, value: &Value) -> Result<Vec<Vec<Value>>> {
    let sql = format!(
        "SELECT {} FROM {} WHERE {wanted}",
        part.columns.join(", "),
        part.table
    );
    view.all(&sql, [value], |row| {
        (0..part.columns.len())
            .map(|column| row.get(column))
            .collect()
    })
}

fn put(view: &View<'_>, part: &Part, row: Vec<Value>) -> Result<()> {
    let holes: Vec<String> = (1..=part.columns.len())
        .map(|hole| format!("?{hole}"))
        .collect();
    let changed: Vec<String> = part
        .columns
        .iter()
        .map(|column| format!("{column} = excluded.{column}"))
        .collect();
    // Rows of the journal are new, and have no name of their own to clash by.
    let clash = if part.columns.contains(&"sequence") {
        String::new()
    } else {
        format!(
            "ON CONFLICT ({}) DO UPDATE SET {}",
            part.columns[0],
            changed.join(", ")
        )
    };
    let sql = format!(
        "INSERT INTO {} ({}) VALUES ({}) {clash}",
        part.table,
        part.columns.join(", "),
        holes.join(", ")
    );
    view.connection()
        .prepare_cached(&sql)
        .and_then(|mut statement| statement.execute(params_from_iter(row)))
        .map(drop)
        .map_err(|source| StoreError::sqlite(view.path(), "change", source))
}

/// Takes what the other wrote, where both went on: so many rows, unless there is nothing to take.
fn both<'a>(
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
    let mut entities = Vec::new();
    for place in taken.keys().filter(|place| place.starts_with(ENTITY_PLACE)) {
        entities
            .push(entity(theirs, place)?.ok_or_else(|| conflict(format!("{place} was removed")))?);
    }
    // Whoever is above comes first.
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
    rotations(&mut writer, theirs, &taken)?;
    // A user may hang on a key that the other side took away.
    check::chains(writer.view(), AsOf::AnyTime, &mut |_, _| {}).map_err(|error| match error {
        StoreError::Tampered { what, .. } => conflict(format!("together they do not hold: {what}")),
        error => error,
    })?;
    Ok(Some((rows, writer)))
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

/// What a place was left as.
fn last(digests: &[Option<Digest>]) -> &Option<Digest> {
    digests.last().unwrap_or(&None)
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
    if count > MOST {
        told.push(format!("and {} more", count - MOST));
    }
    let head = theirs.head();
    Ok((
        format!(
            "took what another copy had, up to {head}: {}",
            told.join("; ")
        ),
        signers,
    ))
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
