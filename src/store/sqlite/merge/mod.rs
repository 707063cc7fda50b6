//! What another copy of the same store has that this one lacks.
//!
//! A copy that only went on is followed, journal and all. Where both went on, the rows that the other wrote are taken in one
//! change of this one's own, unless this one wrote the same rows: which of two is right, people have to say.

mod both;
mod onward;

use std::collections::BTreeMap;
use std::path::Path;

use super::dir::Remade;
use super::read::View;
use super::{SqliteStore, StoreError};
use crate::nkey::PublicKey;
use crate::store::digest::Digest;
use crate::store::keyring::Keyring;
use crate::store::record::ENTITY_PLACE;
use crate::store::{Note, Records, Result};
use both::both;
use onward::onward;

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

/// What a place was left as.
fn last(digests: &[Option<Digest>]) -> &Option<Digest> {
    digests.last().unwrap_or(&None)
}
