//! The journal's entry of a change: who made it and when, what it changed, and the signature over that.

use super::Writer;
use crate::clock::CLOCKS_DIFFER;
use crate::clock::UnixSeconds;
use crate::nkey::SIGNATURE_LEN;
use crate::store::class::Class;
use crate::store::digest::Digest;
use crate::store::journal::{Entry, Head, signed_text};
use crate::store::keyring::Keyring;
use crate::store::record::KEY_PLACE;
use crate::store::{Records as _, Result, StoreError};

impl Writer<'_> {
    /// Opens the journal's key: the change may leave it to others.
    pub fn begin(&mut self, keyring: &dyn Keyring) -> Result<()> {
        let public = self.view.recipients().journal;
        let Some(record) = self.view.key(&public)? else {
            return Err(StoreError::tampered(
                self.view.path(),
                "it has lost the key of its journal",
            ));
        };
        let last: i64 =
            self.view
                .one("SELECT ifnull(max(sequence), 0) FROM journal", [], |row| {
                    row.get(0)
                })?;
        let changed: Option<UnixSeconds> = self.view.maybe(
            "SELECT time FROM journal WHERE sequence = ?1",
            [last],
            |row| row.get(0),
        )?;
        let behind = changed.map_or(0, |changed| changed - self.note.time);
        if behind > CLOCKS_DIFFER && !self.note.earlier {
            return Err(StoreError::ClockBehind(behind));
        }
        self.signer = keyring.signer(&record, self.view.store_id());
        Ok(())
    }

    /// The signature of the entry. New keys can be put in without one.
    fn signature(&mut self, digest: &Digest) -> Result<Option<[u8; SIGNATURE_LEN]>> {
        let none = Err(StoreError::Locked {
            class: Class::Journal,
        });
        match std::mem::replace(&mut self.signer, none) {
            Ok(signer) => signer
                .sign(&signed_text(digest))
                .map(Some)
                .map_err(|error| StoreError::Refused(error.to_string())),
            Err(StoreError::Locked { .. }) if self.only_new_keys()? => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn only_new_keys(&self) -> Result<bool> {
        for (place, _) in self.changes.borrow().rows() {
            if !place.starts_with(KEY_PLACE) || self.view.noted_before(place, i64::MAX)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Writes the journal's entry. Whatever comes after it would not be in it.
    pub fn finish(&mut self) -> Result<Head> {
        self.seal_all()?;
        let before = self.view.head();
        // What changed nothing is no entry: a command that is run again leaves the store as it was.
        if self.changes.borrow().rows().is_empty() {
            return Ok(before);
        }
        let signers: Vec<String> = self.signers.iter().map(ToString::to_string).collect();
        let mut entry = Entry {
            sequence: before.sequence + 1,
            time: self.note.time,
            actor: self.note.actor.clone(),
            command: self.note.command.to_owned(),
            summary: self.note.summary.clone(),
            signers: signers.join(" "),
            changes: self.changes.borrow().digest(),
            previous: before.digest,
            signature: None,
        };
        let digest = entry.digest();
        entry.signature = self.signature(&digest)?;
        self.execute(
            "INSERT INTO journal VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            (
                entry.sequence,
                entry.time,
                &entry.actor,
                &entry.command,
                &entry.summary,
                &entry.signers,
                entry.changes,
                entry.previous,
                digest,
                entry
                    .signature
                    .as_ref()
                    .map(<[u8; SIGNATURE_LEN]>::as_slice),
            ),
        )?;
        self.put_changes(entry.sequence)?;
        Ok(Head {
            sequence: entry.sequence,
            digest,
        })
    }

    /// Writes what the entry changed, of which there may be tens of thousands.
    fn put_changes(&self, sequence: i64) -> Result<()> {
        let failed = |source| StoreError::sqlite(self.view.path(), "change", source);
        let mut insert = self
            .view
            .connection()
            .prepare_cached("INSERT INTO changes VALUES (?1, ?2, ?3, ?4)")
            .map_err(failed)?;
        for (position, (place, digest)) in (0_i64..).zip(self.changes.borrow().rows()) {
            insert
                .execute((place, sequence, position, digest))
                .map_err(failed)?;
        }
        Ok(())
    }
}
