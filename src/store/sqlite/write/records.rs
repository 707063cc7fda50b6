//! Records as they are by now, amid a change. Whoever reads keys has those that wait for it sealed first.

use super::Writer;
use crate::clock::UnixSeconds;
use crate::nkey::PublicKey;
use crate::store::class::Class;
use crate::store::document::{Document, KeyState, Standing};
use crate::store::journal::{Entry, Head};
use crate::store::recipients::RecipientSet;
use crate::store::record::{
    Entity, EntityKind, EntityRow, Issued, KeyRecord, Name, StoredIdentity,
};
use crate::store::{AgedKey, Expiration, Listed, ListedKeys, Records, Result, StoreError};

impl Records for Writer<'_> {
    fn store_id(&self) -> &str {
        self.view.store_id()
    }

    fn store_key(&self) -> &PublicKey {
        self.view.store_key()
    }

    fn recipients(&self) -> &RecipientSet {
        self.view.recipients()
    }

    fn head(&self) -> Head {
        self.view.head()
    }

    fn entity(&self, key: &PublicKey) -> Result<Option<Entity>> {
        self.view.entity(key)
    }

    fn named(
        &self,
        kind: EntityKind,
        parent: Option<&PublicKey>,
        name: &Name,
    ) -> Result<Option<Entity>> {
        self.view.named(kind, parent, name)
    }

    fn listed(&self, kind: EntityKind, parent: Option<&PublicKey>) -> Result<Vec<Listed>> {
        self.view.listed(kind, parent)
    }

    fn each_token(
        &self,
        kind: EntityKind,
        parent: &PublicKey,
        show: &mut dyn FnMut((Listed, String)) -> Result<()>,
    ) -> Result<()> {
        self.view.each_token(kind, parent, show)
    }

    fn each_entity(
        &self,
        kind: EntityKind,
        parent: Option<&PublicKey>,
        show: &mut dyn FnMut(Entity) -> Result<()>,
    ) -> Result<()> {
        self.view.each_entity(kind, parent, show)
    }

    fn each_row(
        &self,
        kind: EntityKind,
        parent: Option<&PublicKey>,
        show: &mut dyn FnMut(EntityRow) -> Result<()>,
    ) -> Result<()> {
        self.view.each_row(kind, parent, show)
    }

    fn unreadable(&self) -> StoreError {
        self.view.unreadable()
    }

    fn count(&self, kind: EntityKind) -> Result<i64> {
        self.view.count(kind)
    }

    fn key(&self, public: &PublicKey) -> Result<Option<KeyRecord>> {
        self.seal_all()?;
        self.view.key(public)
    }

    fn keys_of(&self, owner: &PublicKey) -> Result<Vec<KeyRecord>> {
        self.seal_all()?;
        self.view.keys_of(owner)
    }

    fn each_key(&self, show: &mut dyn FnMut(KeyRecord) -> Result<()>) -> Result<()> {
        self.seal_all()?;
        self.view.each_key(show)
    }

    fn listed_keys(&self) -> Result<ListedKeys> {
        self.seal_all()?;
        self.view.listed_keys()
    }

    fn identities(&self) -> Result<Vec<StoredIdentity>> {
        self.view.identities()
    }

    fn issued(&self, jti: &str) -> Result<Option<Issued>> {
        self.view.issued(jti)
    }

    fn issued_by(&self, issuer: &PublicKey) -> Result<Vec<Issued>> {
        self.view.issued_by(issuer)
    }

    fn all_issued(&self) -> Result<Vec<Issued>> {
        self.view.all_issued()
    }

    fn last_issued(&self, subject: &PublicKey) -> Result<UnixSeconds> {
        self.view.last_issued(subject)
    }

    fn issued_for(&self, subject: &str) -> Result<Vec<Issued>> {
        self.view.issued_for(subject)
    }

    fn issued_in(&self, account: &PublicKey, kind: &str) -> Result<Vec<Issued>> {
        self.view.issued_in(account, kind)
    }

    fn last_issued_in(&self, account: &PublicKey) -> Result<UnixSeconds> {
        self.view.last_issued_in(account)
    }

    fn keys_until(&self, until: &[(Class, UnixSeconds)]) -> Result<Vec<AgedKey>> {
        self.seal_all()?;
        self.view.keys_until(until)
    }

    fn expirations(&self, operator: &PublicKey) -> Result<Vec<Expiration>> {
        self.view.expirations(operator)
    }

    fn document(&self, name: &str) -> Result<Option<Document>> {
        self.view.document(name)
    }

    fn documents(&self, beginning: &str) -> Result<Vec<Document>> {
        self.view.documents(beginning)
    }

    fn key_state(&self, key: &PublicKey) -> Result<KeyState> {
        self.view.key_state(key)
    }

    fn key_states(&self) -> Result<Vec<Standing>> {
        self.view.key_states()
    }

    fn each_entry(&self, from: i64, show: &mut dyn FnMut(Entry) -> Result<()>) -> Result<()> {
        self.view.each_entry(from, show)
    }

    fn entries_of(&self, entity: &PublicKey) -> Result<Vec<Entry>> {
        self.view.entries_of(entity)
    }
}
