//! The key of an account that is to be signed elsewhere: it is in the store before anybody is asked.

use crate::cmd::Ctx;
use crate::nkey::{Kind, PublicKey, Seed};
use crate::store::class::{Origin, Role};
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, KeyRecord, Name};
use crate::store::sqlite::SqliteStore;
use crate::store::{Records, Store as _, StoreError};
use crate::trust::new::OperatorDesk;
use crate::trust::{KeyChoice, TrustError};
use crate::ui::Failure;

/// The key that an account is to have: its public half, and the seed where that is given.
pub type Own = Option<(PublicKey, Option<Seed>)>;

/// The key of a new account. Where its operator's keys are elsewhere, it is in the store when this returns, and nobody's.
pub fn kept(
    ctx: &Ctx,
    store: &mut SqliteStore,
    keyring: &dyn Keyring,
    name: &Name,
    own: Own,
    operator: impl FnOnce(&dyn Records) -> Result<Entity, TrustError>,
    choice: &KeyChoice,
) -> Result<Own, Failure> {
    let place = store.read(|records| {
        let operator = operator(records)?;
        let desk = OperatorDesk::open(records, keyring, &operator, choice)?;
        Ok::<_, TrustError>(desk.place())
    })?;
    let Some(place) = place else {
        return Ok(own);
    };
    if ctx.made.is_trial() {
        return Err(TrustError::Unasked {
            place,
            account: name.clone(),
            changes: Vec::new(),
        }
        .into());
    }
    let (seed, origin) = match own {
        Some((key, None)) => return Ok(Some((key, None))),
        Some((_, Some(seed))) => (seed, Origin::Imported),
        None => (Seed::generate(Kind::Account)?, Origin::Generated),
    };
    let key = seed.public();
    let note = ctx.note(
        "add account",
        format!("kept the key of account {name}, which is to be signed elsewhere"),
    );
    store.transact(note, keyring, |changes| {
        if changes
            .key(&key)?
            .is_some_and(|record| record.sealed.is_some())
        {
            return Ok::<_, StoreError>(());
        }
        let record = KeyRecord {
            origin,
            ..KeyRecord::of(key, Role::Identity, changes.now())
        };
        changes.seal_key(record, seed)
    })?;
    Ok(Some((key, None)))
}
