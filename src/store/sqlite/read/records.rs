//! Records as they are in the file at one moment.

use super::View;
use super::rows::{
    ENTITY, ENTRY, ISSUED, KEY, document, entity, entity_row, entry, issued, key, parsed, standing,
};
use crate::clock::UnixSeconds;
use crate::nkey::PublicKey;
use crate::store::class::Class;
use crate::store::document::{Document, KeyState, Standing};
use crate::store::journal::{Entry, Head};
use crate::store::recipients::RecipientSet;
use crate::store::record::{
    ENTITY_PLACE, Entity, EntityKind, EntityRow, Issued, KeyRecord, Name, StoredIdentity,
};
use crate::store::sqlite::version::Version;
use crate::store::sqlite::{due, list};
use crate::store::{AgedKey, Expiration, Listed, ListedKeys, Records, Result, StoreError};

impl Records for View<'_> {
    fn store_id(&self) -> &str {
        &self.facts.id
    }

    fn store_key(&self) -> &PublicKey {
        &self.facts.key
    }

    fn recipients(&self) -> &RecipientSet {
        &self.set
    }

    fn head(&self) -> Head {
        self.head
    }

    fn entity(&self, key: &PublicKey) -> Result<Option<Entity>> {
        self.maybe(
            &format!("SELECT {ENTITY} FROM entities WHERE public_key = ?1"),
            [key.to_string()],
            entity,
        )
    }

    fn named(
        &self,
        kind: EntityKind,
        parent: Option<&PublicKey>,
        name: &Name,
    ) -> Result<Option<Entity>> {
        let parent = parent.map(ToString::to_string).unwrap_or_default();
        self.maybe(
            &format!(
                "SELECT {ENTITY} FROM entities \
                 WHERE kind = ?1 AND ifnull(parent, '') = ?2 AND folded = ?3"
            ),
            (kind.name(), parent, name.folded()),
            entity,
        )
    }

    fn listed(&self, kind: EntityKind, parent: Option<&PublicKey>) -> Result<Vec<Listed>> {
        list::entities(self, kind, parent)
    }

    fn each_token(
        &self,
        kind: EntityKind,
        parent: &PublicKey,
        show: &mut dyn FnMut((Listed, String)) -> Result<()>,
    ) -> Result<()> {
        list::tokens(self, kind, parent, show)
    }

    fn each_entity(
        &self,
        kind: EntityKind,
        parent: Option<&PublicKey>,
        show: &mut dyn FnMut(Entity) -> Result<()>,
    ) -> Result<()> {
        self.each_row(kind, parent, &mut |row| {
            show(row.read().map_err(|_| self.unreadable())?)
        })
    }

    fn each_row(
        &self,
        kind: EntityKind,
        parent: Option<&PublicKey>,
        show: &mut dyn FnMut(EntityRow) -> Result<()>,
    ) -> Result<()> {
        let show = |row: EntityRow| {
            self.count_one();
            show(row)
        };
        let entities = format!("SELECT {ENTITY} FROM entities WHERE kind = ?1");
        match parent {
            None => self.each(
                &format!("{entities} ORDER BY kind, parent, folded"),
                [kind.name()],
                entity_row,
                show,
            ),
            Some(parent) => self.each(
                &format!("{entities} AND parent = ?2 ORDER BY folded"),
                (kind.name(), parent.to_string()),
                entity_row,
                show,
            ),
        }
    }

    fn unreadable(&self) -> StoreError {
        StoreError::tampered(self.path, "a row holds what it cannot hold")
    }

    fn count(&self, kind: EntityKind) -> Result<i64> {
        self.one(
            "SELECT count(*) FROM entities INDEXED BY entities_listed WHERE kind = ?1",
            [kind.name()],
            |row| row.get(0),
        )
    }

    fn key(&self, public: &PublicKey) -> Result<Option<KeyRecord>> {
        self.maybe(
            &format!("SELECT {KEY} FROM keys WHERE public_key = ?1"),
            [public.to_string()],
            key,
        )
    }

    fn keys_of(&self, owner: &PublicKey) -> Result<Vec<KeyRecord>> {
        self.all(
            &format!("SELECT {KEY} FROM keys WHERE owner = ?1 ORDER BY role, created, public_key"),
            [owner.to_string()],
            key,
        )
    }

    fn each_key(&self, show: &mut dyn FnMut(KeyRecord) -> Result<()>) -> Result<()> {
        self.each(
            &format!("SELECT {KEY} FROM keys ORDER BY class, public_key"),
            [],
            key,
            |key| {
                self.count_one();
                show(key)
            },
        )
    }

    fn listed_keys(&self) -> Result<ListedKeys> {
        list::keys(self)
    }

    fn identities(&self) -> Result<Vec<StoredIdentity>> {
        self.all(
            "SELECT recipient, label, sealed, created FROM identities ORDER BY created, recipient",
            [],
            |row| {
                Ok(StoredIdentity {
                    recipient: parsed(row, 0)?,
                    label: row.get(1)?,
                    sealed: row.get(2)?,
                    created: row.get(3)?,
                })
            },
        )
    }

    fn issued(&self, jti: &str) -> Result<Option<Issued>> {
        self.maybe(
            &format!("SELECT {ISSUED} FROM issued WHERE jti = ?1"),
            [jti],
            issued,
        )
    }

    fn issued_by(&self, issuer: &PublicKey) -> Result<Vec<Issued>> {
        self.all(
            &format!("SELECT {ISSUED} FROM issued WHERE issuer = ?1 ORDER BY issued_at, jti"),
            [issuer.to_string()],
            issued,
        )
    }

    fn all_issued(&self) -> Result<Vec<Issued>> {
        self.all(
            &format!("SELECT {ISSUED} FROM issued ORDER BY issued_at, jti"),
            [],
            issued,
        )
    }

    fn last_issued(&self, subject: &PublicKey) -> Result<UnixSeconds> {
        self.one(
            "SELECT ifnull(max(issued_at), 0) FROM issued WHERE subject = ?1 AND kind <> 'revocation'",
            [subject.to_string()],
            |row| row.get(0),
        )
    }

    fn issued_for(&self, subject: &str) -> Result<Vec<Issued>> {
        self.all(
            &format!("SELECT {ISSUED} FROM issued WHERE subject = ?1 ORDER BY issued_at, jti"),
            [subject],
            issued,
        )
    }

    fn issued_in(&self, account: &PublicKey, kind: &str) -> Result<Vec<Issued>> {
        self.all(
            &format!("SELECT {ISSUED} FROM issued WHERE account = ?1 AND kind = ?2 ORDER BY issued_at, jti"),
            [account.to_string(), kind.to_owned()],
            issued,
        )
    }

    fn last_issued_in(&self, account: &PublicKey) -> Result<UnixSeconds> {
        self.one(
            "SELECT max(\
                 (SELECT ifnull(max(issued_at), 0) FROM issued WHERE account = ?1 AND kind NOT IN ('revocation', 'account')), \
                 (SELECT ifnull(max(issued_at), 0) FROM entities WHERE kind = 'user' AND parent = ?1))",
            [account.to_string()],
            |row| row.get(0),
        )
    }

    fn keys_until(&self, until: &[(Class, UnixSeconds)]) -> Result<Vec<AgedKey>> {
        due::keys_until(self, until)
    }

    fn expirations(&self, operator: &PublicKey) -> Result<Vec<Expiration>> {
        list::expirations(self, operator)
    }

    fn document(&self, name: &str) -> Result<Option<Document>> {
        if self.version == Version::First {
            return Ok(None);
        }
        self.maybe(
            "SELECT name, text, updated FROM documents WHERE name = ?1",
            [name],
            document,
        )
    }

    fn documents(&self, beginning: &str) -> Result<Vec<Document>> {
        if self.version == Version::First {
            return Ok(Vec::new());
        }
        self.all(
            "SELECT name, text, updated FROM documents \
             WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name",
            [beginning],
            document,
        )
    }

    fn key_state(&self, key: &PublicKey) -> Result<KeyState> {
        if self.version == Version::First {
            return Ok(KeyState::default());
        }
        let state = self.maybe(
            "SELECT state FROM key_states WHERE public_key = ?1",
            [key.to_string()],
            |row| parsed(row, 0),
        )?;
        Ok(state.unwrap_or_default())
    }

    fn key_states(&self) -> Result<Vec<Standing>> {
        if self.version == Version::First {
            return Ok(Vec::new());
        }
        self.all(
            "SELECT public_key, state, since FROM key_states ORDER BY public_key",
            [],
            standing,
        )
    }

    fn each_entry(&self, from: i64, show: &mut dyn FnMut(Entry) -> Result<()>) -> Result<()> {
        self.each(
            &format!("SELECT {ENTRY} FROM journal WHERE sequence >= ?1 ORDER BY sequence"),
            [from],
            entry,
            show,
        )
    }

    fn entries_of(&self, entity: &PublicKey) -> Result<Vec<Entry>> {
        self.all(
            &format!(
                "SELECT {ENTRY} FROM journal WHERE sequence IN (SELECT sequence FROM changes \
                 WHERE substr(place, -8) = substr(?1, -8) AND place = ?1) ORDER BY sequence"
            ),
            [format!("{ENTITY_PLACE}{entity}")],
            entry,
        )
    }
}
