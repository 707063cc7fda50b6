//! Records being changed, inside a transaction: every row that is written goes into the journal with its digest.

mod entry;
mod records;

use std::cell::RefCell;
use std::collections::HashSet;

use rusqlite::Params;

use super::read::View;
use crate::clock::UnixSeconds;
use crate::jwt::sign::Signer;
use crate::nkey::{PublicKey, Seed};
use crate::store::age::plugin::Plugins;
use crate::store::class::{Class, Origin, Role};
use crate::store::digest::Digester;
use crate::store::document::{Document, KeyState, ROOTLESS, Standing};
use crate::store::journal::ChangeList;
use crate::store::recipients::RecipientSet;
use crate::store::record::{
    Entity, EntityKind, Issued, KEY_PLACE, KeyRecord, Name, Row, StoredIdentity,
};
use crate::store::sealed::seal;
use crate::store::{Changes, Note, Records as _, Result, StoreError};

/// One change in the making.
pub struct Writer<'a> {
    view: View<'a>,
    note: Note,
    plugins: &'a Plugins,
    changes: RefCell<ChangeList>,
    signers: Vec<PublicKey>,
    /// Signs the journal's entry; the error says why nothing does.
    signer: Result<Box<dyn Signer>>,
    /// Keys that were made for this change.
    made: HashSet<PublicKey>,
    /// Keys to be sealed together, on every core. Whoever reads keys has them sealed first.
    unsealed: RefCell<Vec<(KeyRecord, Seed)>>,
}

/// As many keys as are sealed together.
const TOGETHER: usize = 512;

impl<'a> Writer<'a> {
    pub fn new(view: View<'a>, note: Note, plugins: &'a Plugins) -> Self {
        Self {
            view,
            note,
            plugins,
            changes: RefCell::default(),
            signers: Vec::new(),
            signer: Err(StoreError::Locked {
                class: Class::Journal,
            }),
            made: HashSet::new(),
            unsealed: RefCell::default(),
        }
    }

    /// Whether keys were made for it.
    pub fn has_made_keys(&self) -> bool {
        !self.made.is_empty()
    }

    /// What it changes, as it is by now.
    pub const fn view(&self) -> &View<'a> {
        &self.view
    }

    /// How many rows it changed.
    fn execute(&self, sql: &str, params: impl Params) -> Result<usize> {
        self.view
            .connection()
            .prepare_cached(sql)
            .and_then(|mut statement| statement.execute(params))
            .map_err(|source| StoreError::sqlite(self.view.path(), "change", source))
    }

    fn noted(&self, row: &impl Row) {
        let mut changes = self.changes.borrow_mut();
        changes.push(row.place(), Some(row.digest()));
    }

    /// Says how a key stands, and since when.
    pub fn put_standing(&mut self, standing: &Standing) -> Result<()> {
        self.view.raise()?;
        self.execute(
            "INSERT INTO key_states VALUES (?1, ?2, ?3) \
             ON CONFLICT (public_key) DO UPDATE SET state = ?2, since = ?3",
            (
                standing.key.to_string(),
                standing.state.name(),
                standing.since,
            ),
        )?;
        self.noted(standing);
        Ok(())
    }

    /// Changes what a token changes that is signed anew; whether the row is there, and says the rest already. What stands in
    /// indexes is then left alone, which would be taken out and put in again otherwise.
    fn update_token(&self, entity: &Entity) -> Result<bool> {
        let changed = self.execute(
            "UPDATE entities SET token = ?5, issued_at = ?6, updated = ?7 \
             WHERE public_key = ?1 AND name = ?2 AND parent IS ?3 AND expires = ?4",
            (
                entity.key.to_string(),
                entity.name.as_str(),
                entity.parent.map(|key| key.to_string()),
                entity.expires,
                &entity.token,
                entity.issued_at,
                entity.updated,
            ),
        )?;
        Ok(changed > 0)
    }

    /// Puts all that it says.
    fn put_whole(&self, entity: &Entity) -> Result<()> {
        let Entity {
            kind,
            key,
            name,
            parent,
            token,
            issued_at,
            expires,
            created,
            updated,
        } = entity;
        self.execute(
            "INSERT INTO entities VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) \
             ON CONFLICT (public_key) DO UPDATE SET name = ?3, folded = ?4, parent = ?5, token = ?6, \
             issued_at = ?7, expires = ?8, updated = ?10",
            (
                key.to_string(),
                kind.name(),
                name.as_str(),
                name.folded(),
                parent.map(|key| key.to_string()),
                token,
                issued_at,
                expires,
                created,
                updated,
            ),
        )
        .map_err(|error| taken(error, *kind, name))?;
        Ok(())
    }

    fn insert_key(&self, key: &KeyRecord) -> Result<()> {
        self.execute(
            "INSERT INTO keys VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) \
             ON CONFLICT (public_key) DO UPDATE SET owner = ?2, sealed = ?6, recipients = ?7",
            (
                key.public.to_string(),
                key.owner.map(|owner| owner.to_string()),
                key.role.name(),
                key.class.name(),
                key.origin.name(),
                &key.sealed,
                key.recipients,
                key.created,
            ),
        )?;
        self.noted(key);
        self.view.count_one();
        Ok(())
    }

    /// Seals what is waiting for it.
    fn seal_all(&self) -> Result<()> {
        let mut keys = self.unsealed.take();
        let (set, plugins) = (self.view.recipients(), self.plugins);
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        // A few are sealed before a thread has begun.
        let each = if keys.len() < 16 {
            keys.len()
        } else {
            keys.len().div_ceil(cores)
        };
        let sealed: Vec<Result<()>> = std::thread::scope(|scope| {
            let mut parts = keys.chunks_mut(each.max(1));
            let mine = parts.next();
            let others: Vec<_> = parts
                .map(|part| scope.spawn(move || seal_each(part, set, plugins)))
                .collect();
            let mine = mine.map(|part| seal_each(part, set, plugins));
            others
                .into_iter()
                // A panic there goes on here.
                .map(|other| {
                    other
                        .join()
                        .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
                })
                .chain(mine)
                .collect()
        });
        sealed.into_iter().collect::<Result<()>>()?;
        keys.iter().try_for_each(|(key, _)| self.insert_key(key))
    }
}

impl Changes for Writer<'_> {
    fn put_entity(&mut self, entity: &Entity) -> Result<()> {
        if !self.update_token(entity)? {
            self.put_whole(entity)?;
        }
        self.noted(entity);
        self.view.count_one();
        Ok(())
    }

    fn replace_entity(
        &mut self,
        old: &Entity,
        new: &Entity,
        follow: &HashSet<PublicKey>,
    ) -> Result<()> {
        // What stands under it points nowhere until all of this is done.
        self.execute("PRAGMA defer_foreign_keys = ON", [])?;
        self.execute(
            "DELETE FROM entities WHERE public_key = ?1",
            [old.key.to_string()],
        )?;
        self.changes.borrow_mut().push(old.place(), None);
        self.put_entity(new)?;
        for key in self.keys_of(&old.key)? {
            self.put_key(&KeyRecord {
                owner: Some(new.key),
                ..key
            })?;
        }
        for kind in EntityKind::ALL {
            for child in self.view.listed(kind, Some(&old.key))? {
                let key = PublicKey::kept(&child.key)?;
                if follow.contains(&key) {
                    continue;
                }
                if let Some(child) = self.view.entity(&key)? {
                    self.put_entity(&Entity {
                        parent: Some(new.key),
                        ..child
                    })?;
                }
            }
        }
        Ok(())
    }

    fn remove_entity(&mut self, entity: &Entity) -> Result<()> {
        for key in self.keys_of(&entity.key)? {
            self.put_key(&KeyRecord { owner: None, ..key })?;
        }
        self.execute(
            "DELETE FROM entities WHERE public_key = ?1",
            [entity.key.to_string()],
        )?;
        self.changes.borrow_mut().push(entity.place(), None);
        Ok(())
    }

    fn remove_key(&mut self, key: &PublicKey) -> Result<()> {
        self.seal_all()?;
        let key = key.to_string();
        self.execute("DELETE FROM keys WHERE public_key = ?1", [&key])?;
        let place = format!("{KEY_PLACE}{key}");
        self.changes.borrow_mut().push(place, None);
        Ok(())
    }

    fn put_key(&mut self, key: &KeyRecord) -> Result<()> {
        self.seal_all()?;
        self.insert_key(key)
    }

    fn seal_key(&mut self, key: KeyRecord, seed: Seed) -> Result<()> {
        let is_root = key.class == Class::Root && key.role == Role::Identity;
        if is_root && self.view.document(ROOTLESS)?.is_some() {
            return Err(StoreError::Rootless {
                made: key.origin == Origin::Generated,
            });
        }
        if key.origin == Origin::Generated {
            self.made.insert(key.public);
        }
        self.unsealed.borrow_mut().push((key, seed));
        if self.unsealed.borrow().len() == TOGETHER {
            self.seal_all()?;
        }
        Ok(())
    }

    fn is_made(&self, key: &PublicKey) -> bool {
        self.made.contains(key)
    }

    fn put_issued(&mut self, issued: &Issued) -> Result<()> {
        self.execute(
            "INSERT INTO issued VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            (
                &issued.jti,
                &issued.kind,
                &issued.subject,
                issued.account.to_string(),
                issued.issuer.to_string(),
                issued.issued_at,
                issued.expires,
            ),
        )?;
        self.noted(issued);
        Ok(())
    }

    fn put_identity(&mut self, identity: &StoredIdentity) -> Result<()> {
        self.execute(
            "INSERT INTO identities VALUES (?1, ?2, ?3, ?4) \
             ON CONFLICT (recipient) DO UPDATE SET label = ?2, sealed = ?3",
            (
                identity.recipient.to_string(),
                &identity.label,
                &identity.sealed,
                identity.created,
            ),
        )?;
        self.noted(identity);
        Ok(())
    }

    fn remove_identity(&mut self, identity: &StoredIdentity) -> Result<()> {
        self.execute(
            "DELETE FROM identities WHERE recipient = ?1",
            [identity.recipient.to_string()],
        )?;
        self.changes.borrow_mut().push(identity.place(), None);
        Ok(())
    }

    fn put_recipients(&mut self, set: RecipientSet, signature: &[u8; 64]) -> Result<()> {
        self.seal_all()?;
        self.execute(
            "INSERT INTO recipients VALUES (?1, ?2, ?3)",
            (set.version, set.document(), signature.as_slice()),
        )?;
        self.changes.borrow_mut().push(
            recipients_place(set.version),
            Some(recipients_digest(&set.document(), signature)),
        );
        self.view.set_recipients(set);
        Ok(())
    }

    fn put_document(&mut self, document: &Document) -> Result<()> {
        self.view.raise()?;
        self.execute(
            "INSERT INTO documents VALUES (?1, ?2, ?3) \
             ON CONFLICT (name) DO UPDATE SET text = ?2, updated = ?3",
            (&document.name, &document.text, document.updated),
        )?;
        self.noted(document);
        Ok(())
    }

    fn put_key_state(&mut self, key: &PublicKey, state: KeyState) -> Result<()> {
        self.put_standing(&Standing {
            key: *key,
            state,
            since: self.now(),
        })
    }

    fn summarize(&mut self, summary: String) {
        self.note.summary = summary;
    }

    fn signed_by(&mut self, signer: &PublicKey) {
        if !self.signers.contains(signer) {
            self.signers.push(*signer);
        }
    }

    fn plugins(&self) -> &Plugins {
        self.plugins
    }

    fn now(&self) -> UnixSeconds {
        self.note.time
    }
}

fn seal_each(keys: &mut [(KeyRecord, Seed)], set: &RecipientSet, plugins: &Plugins) -> Result<()> {
    keys.iter_mut()
        .try_for_each(|(key, seed)| seal(key, seed, set, plugins))
}

/// How the place of a set of recipients begins.
pub const RECIPIENTS_PLACE: &str = "recipients ";

/// Where a set of recipients is, for the journal.
pub fn recipients_place(version: i64) -> String {
    format!("{RECIPIENTS_PLACE}{version}")
}

/// The digest of a set of recipients and its signature.
pub fn recipients_digest(document: &str, signature: &[u8]) -> [u8; 32] {
    Digester::of("signed recipients")
        .text(document)
        .bytes(signature)
        .finish()
}

/// An index that refuses a name says so in its own words.
fn taken(error: StoreError, kind: EntityKind, name: &Name) -> StoreError {
    match &error {
        StoreError::Sqlite { cause, .. }
            if cause.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) =>
        {
            StoreError::Taken {
                what: match kind {
                    EntityKind::Operator => "an operator",
                    EntityKind::Account => "an account",
                    EntityKind::User => "a user",
                },
                name: name.to_string(),
            }
        }
        _ => error,
    }
}
