//! What phases do, and what gates look at, as far as several kinds share it.

use super::by_hand::LEFT_TO_PEOPLE;
use super::phase::{Asked, Picked};
use super::{Kind, Result, Rotation, RotationError, all};
use crate::clock::{CLOCKS_DIFFER, UnixSeconds};
use crate::jwt::claims::{Account, Claims, Operator};
use crate::nkey::{Kind as KeyKind, PublicKey};
use crate::store::class::Origin;
use crate::store::document::KeyState;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind, Issued};
use crate::store::{Changes, Records, StoreError};
use crate::text::{counted, quoted};
use crate::trust::resign;
use crate::trust::{self, KeyChoice, KeySource, edit, must_not_be_wiped};

/// A phase at work, inside one change of the store.
pub struct Work<'a> {
    /// What is changed.
    pub changes: &'a mut dyn Changes,
    /// What opens seeds.
    pub keyring: &'a dyn Keyring,
    /// The rotation.
    pub rotation: &'a mut Rotation,
    /// Where the new key comes from, before it is there.
    pub source: Option<KeySource>,
    /// What was asked for, while it begins.
    pub asked: Asked,
    /// Which key signs what the operator's identity has to sign.
    pub choice: KeyChoice,
    /// What was done.
    pub told: Vec<String>,
    /// What somebody should know of it.
    pub warnings: Vec<String>,
}

impl Work<'_> {
    /// Says what was done.
    pub fn tell(&mut self, what: impl Into<String>) {
        self.told.push(what.into());
    }

    /// Keeps what is left to people, as commands, in place of what was: a status says so until another step does.
    pub fn leave_to_people(&mut self, what: &[String]) {
        self.rotation
            .kept
            .insert(LEFT_TO_PEOPLE.to_owned(), what.join("\n"));
    }

    /// Adds what somebody should know.
    pub fn warn(&mut self, warnings: impl IntoIterator<Item = String>) {
        self.warnings.extend(warnings);
    }

    /// The operator, as it is by now.
    pub fn operator(&self) -> Result<Entity> {
        self.rotation.operator(self.changes)
    }

    /// The account, as it is by now.
    pub fn account(&self) -> Result<Entity> {
        self.rotation.account(self.changes)
    }

    /// Changes what the operator's token says. Its identity signs, which may be kept elsewhere, and brought for this.
    pub fn edit_operator(
        &mut self,
        edit: impl FnOnce(&mut dyn Changes, &mut Claims<Operator>) -> trust::Result<()>,
    ) -> Result<()> {
        let operator = self.operator()?;
        let edited = edit::operator(self.changes, self.keyring, &operator, &self.choice, edit)?;
        self.warn(edited.warnings);
        Ok(())
    }

    /// Changes what the account's token says, and gives the account as it is then.
    pub fn edit_account(
        &mut self,
        edit: impl FnOnce(&mut dyn Changes, &mut Claims<Account>) -> trust::Result<()>,
    ) -> Result<Entity> {
        let account = self.account()?;
        let edited = edit::account(self.changes, self.keyring, &account, &self.choice, edit)?;
        self.warn(edited.warnings);
        Ok(edited.entity)
    }

    /// Notes the key that replaces the old one.
    pub fn named_new(&mut self, key: String, kind: KeyKind) -> Result<()> {
        let parsed: PublicKey = key.parse().map_err(StoreError::from)?;
        parsed.kind().expect(kind).map_err(StoreError::from)?;
        if key == self.rotation.old {
            return Err(RotationError::refused(
                format!("{key} is the key that is to be replaced"),
                "nkeep rotate start --help",
            ));
        }
        self.must_be_fresh(&parsed)?;
        let record = self.changes.key(&parsed)?;
        let is_here = record.is_some_and(|record| record.sealed.is_some());
        if !is_here && self.keyring.away(&parsed).is_none() {
            return Err(RotationError::refused(
                format!("the store has no seed of {key}: it could sign nothing"),
                "nkeep import keys --file FILE",
            ));
        }
        self.rotation.new = key;
        Ok(())
    }

    /// Refuses a key that had its time, or that is in another rotation, which may wipe it.
    fn must_be_fresh(&self, key: &PublicKey) -> Result<()> {
        let state = self.changes.key_state(key)?;
        if state > KeyState::Active {
            return Err(RotationError::refused(
                format!("{key} is {state}, and replaces nothing"),
                "nkeep rotate list",
            ));
        }
        let text = key.to_string();
        let has_it = |other: &Rotation| {
            other.is_open()
                && other.id != self.rotation.id
                && [&other.old, &other.new].contains(&&text)
        };
        match all(self.changes)?.into_iter().find(has_it) {
            None => Ok(()),
            Some(other) => Err(RotationError::refused(
                format!("{key} is in rotation {} of the {}", other.id, other.what),
                format!("nkeep rotate status {}", other.id),
            )),
        }
    }

    /// Says how the new key stands.
    pub fn state_of_new(&mut self, state: KeyState) -> Result<()> {
        let key = self.rotation.new_key()?;
        Ok(self.changes.put_key_state(&key, state)?)
    }

    /// Says how the old key stands. That it is in other hands is never taken back.
    pub fn state_of_old(&mut self, state: KeyState) -> Result<()> {
        let key = self.rotation.old_key()?;
        let state = match self.rotation.compromised && state != KeyState::Destroyed {
            true => KeyState::Compromised,
            false => state,
        };
        Ok(self.changes.put_key_state(&key, state)?)
    }

    /// Wipes the seed of a key; its public half and what became of it stay. What was in other hands is so for good.
    pub fn destroy(&mut self, key: &PublicKey) -> Result<()> {
        must_not_be_wiped(self.changes, key)?;
        let is_here = self.changes.key(key)?.is_some();
        if is_here {
            self.changes.remove_key(key)?;
        }
        let is_in_other_hands = self.rotation.compromised && key.to_string() == self.rotation.old;
        self.changes.put_key_state(
            key,
            match is_in_other_hands {
                true => KeyState::Compromised,
                false => KeyState::Destroyed,
            },
        )?;
        self.tell(match is_here {
            true => format!("the seed of {key} is wiped from the store"),
            false if self.rotation.kind == Kind::OperatorIdentity && key.to_string() == self.rotation.old => format!(
                "the store has no seed of {key}: whoever has it wipes it, where it is, with nkeep ceremony destroy {key} --successor {}",
                self.rotation.new
            ),
            false => format!("the store has no seed of {key}: whoever has it wipes it"),
        });
        Ok(())
    }

    /// Signs every account anew that one of the operator's keys signed.
    pub fn sign_accounts_anew(&mut self, by: &PublicKey, choice: &KeyChoice) -> Result<()> {
        let operator = self.operator()?;
        let hanging = resign::signed_by(self.changes, EntityKind::Account, &operator, &[*by])?;
        let count = hanging.len();
        let signed = resign::accounts(
            self.changes,
            self.keyring,
            (&operator, &operator),
            choice,
            hanging,
        )?;
        self.warn(signed.broken);
        self.tell(format!("{} signed anew", counted(count, "account")));
        Ok(())
    }
}

/// Wipes the seed of the old key, where nothing else is left of it.
pub fn destroy_old(work: &mut Work<'_>) -> Result<()> {
    let old = work.rotation.old_key()?;
    work.destroy(&old)
}

/// Wipes the seed of the new key, where nothing else is left of it.
pub fn destroy_new(work: &mut Work<'_>) -> Result<()> {
    let new = work.rotation.new_key()?;
    work.destroy(&new)
}

/// What is changed in the estate by what no server knows of.
pub fn touches_nothing(_: &dyn Records, _: &Picked) -> Result<Vec<String>> {
    Ok(Vec::new())
}

/// The token that every server is to be started with.
pub fn operator_token(records: &dyn Records, rotation: &Rotation) -> Result<Vec<String>> {
    Ok(vec![rotation.operator(records)?.token])
}

/// Every account of the operator.
pub fn accounts(records: &dyn Records, rotation: &Rotation) -> Result<Vec<Entity>> {
    let operator = rotation.operator(records)?;
    accounts_under(records, &operator.key)
}

/// Every account under an operator.
pub fn accounts_under(records: &dyn Records, operator: &PublicKey) -> Result<Vec<Entity>> {
    let mut found = Vec::new();
    records.each_entity(EntityKind::Account, Some(operator), &mut |account| {
        found.push(account);
        Ok(())
    })?;
    Ok(found)
}

/// Accounts that the old key signed, by name.
pub fn accounts_signed_by_old(records: &dyn Records, rotation: &Rotation) -> Result<Vec<String>> {
    let operator = rotation.operator(records)?;
    let old = rotation.old_key()?;
    let found = resign::signed_by(records, EntityKind::Account, &operator, &[old])?;
    Ok(found
        .iter()
        .map(|account| format!("account {}", quoted(&account.entity.name)))
        .collect())
}

/// The account that it is about.
pub fn account(records: &dyn Records, rotation: &Rotation) -> Result<Vec<Entity>> {
    Ok(vec![rotation.account(records)?])
}

/// Whether tokens have expired by every clock. Of a key that was not made here there may be others, which nobody here knows.
pub fn have_expired(
    records: &dyn Records,
    key: &PublicKey,
    tokens: &[Issued],
    now: UnixSeconds,
) -> Result<bool> {
    let is_over = |token: &Issued| token.expires != 0 && token.expires + CLOCKS_DIFFER < now;
    let record = records.key(key)?;
    let is_made_here = record.is_some_and(|record| record.origin == Origin::Generated);
    Ok(is_made_here && tokens.iter().all(is_over))
}
