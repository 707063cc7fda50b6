//! The key that shares or paper are made of, and the key that they bring back, in the store.

use crate::cmd::Ctx;
use crate::cmd::input::public_key_argument;
use crate::cmd::naming::UnderOperator;
use crate::nkey::{Kind, OperatorKey, PublicKey, Seed};
use crate::store::class::{Origin, Role};
use crate::store::recipients::may_be_printed;
use crate::store::record::KeyRecord;
use crate::store::sealed::unseal;
use crate::store::{Store as _, StoreError};
use crate::text::noted;
use crate::trust::{KeySource, TrustError};
use crate::ui::{Failure, Hinted as _, called_with};

/// Whose key.
#[derive(clap::Args, Clone, Debug)]
pub struct Whose {
    #[command(flatten)]
    operator: UnderOperator,
    /// Identity key of an operator (O...) that the store need not know
    #[arg(long, value_name = "KEY", conflicts_with = "operator", value_parser = public_key_argument::<OperatorKey>)]
    key: Option<OperatorKey>,
}

/// A key that is opened.
pub struct Opened {
    /// What files of it are called.
    pub name: String,
    /// The key.
    pub seed: Seed,
}

impl Whose {
    /// Whether it is said.
    pub const fn is_named(&self) -> bool {
        self.operator.is_named() || self.key.is_some()
    }

    /// Opens the key. What is written of it in the clear must be allowed to leave the store so.
    pub fn open(&self, ctx: &Ctx, leaves: bool) -> Result<Opened, Failure> {
        let mut store = ctx.open_store()?;
        let (name, key) = store.read(|records| match self.key {
            Some(key) => {
                let known = records.entity(&key.any())?;
                let name = known.map_or_else(
                    || key.to_string()[..8].to_owned(),
                    |entity| entity.name.to_string(),
                );
                Ok::<_, TrustError>((name, key.any()))
            }
            None => {
                let operator = self.operator.find(ctx, records)?;
                Ok((operator.name.to_string(), operator.key))
            }
        })?;
        let identities = ctx.identities(&mut store)?;
        let seed = store.read(|records| {
            let absent = || {
                TrustError::refused(
                    format!("the seed of {key} is not in the store"),
                    noted("nkeep list keys", "says which keys there are"),
                )
            };
            let record = records.key(&key)?.filter(|record| record.sealed.is_some());
            let record = record.ok_or_else(absent)?;
            if leaves {
                may_be_printed(records, record.class)?;
            }
            Ok::<_, TrustError>(unseal(&record, &identities, records.store_id())?)
        })?;
        Ok(Opened { name, seed })
    }
}

/// Puts a key into the store that was brought back, and says whether it was not there yet.
pub fn keep(
    ctx: &Ctx,
    seed: Seed,
    expected: Option<PublicKey>,
    command: &'static str,
) -> Result<bool, Failure> {
    let mut store = ctx.open_store().hint(noted(
        called_with("--verify-only"),
        "looks at it, and stores nothing",
    ))?;
    let key = seed.public();
    let (entity, is_there) = store.read(|records| {
        let record = records.key(&key)?;
        let is_there = record.is_some_and(|record| record.sealed.is_some());
        Ok::<_, StoreError>((records.entity(&key)?, is_there))
    })?;
    if entity.is_none() && expected.is_none() {
        return Err(Failure::usage(format!(
            "the store knows no operator of the key {key}, which is brought back: say that it is the one"
        )))
        .hint(noted(
            called_with(&format!("--expect-operator {key}")),
            "when you have compared it with what you know",
        ));
    }
    if is_there {
        return Ok(false);
    }
    // Whoever can open nothing may still put keys in.
    let identities = ctx.identities_if_given(&mut store)?;
    let note = ctx.note(command, format!("brought the key {key} back"));
    store.transact(note, &identities, |changes| {
        if let Some(entity) = &entity {
            KeySource::Seed(seed).give(changes, Kind::Operator, Role::Identity, entity)?;
            return Ok::<_, TrustError>(());
        }
        if changes.key(&key)?.is_some() {
            changes.remove_key(&key)?;
        }
        let record = KeyRecord {
            origin: Origin::Imported,
            ..KeyRecord::of(key, Role::Identity, changes.now())
        };
        Ok(changes.seal_key(record, seed)?)
    })?;
    Ok(true)
}

/// Says what became of a key that was brought back: from what, and whether it was only looked at.
pub fn say(
    ctx: &Ctx,
    key: &PublicKey,
    from: &str,
    kept: Option<bool>,
    more: serde_json::Value,
) -> Result<(), Failure> {
    if ctx.ui.json() {
        let mut document = serde_json::json!({
            "kind": "key_brought_back",
            "key": key.to_string(),
            "kept": kept == Some(true),
            "verified_only": kept.is_none(),
        });
        if let (Some(document), Some(more)) = (document.as_object_mut(), more.as_object()) {
            document.extend(more.clone());
        }
        return ctx.ui.document(&document);
    }
    ctx.ui.note(&match kept {
        None => format!("{from} the key back; nothing was stored"),
        Some(true) => format!("{from} the key back; it is in the store, sealed"),
        Some(false) => {
            format!("{from} the key back; the store has it already, and nothing was changed")
        }
    });
    ctx.ui.text(&format!("{key}\n"))
}
