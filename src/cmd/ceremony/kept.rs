//! The key that shares or paper are made of, and the key that they bring back, in the store.

use crate::ceremony::CeremonyError;
use crate::ceremony::policy::Policy;
use crate::ceremony::working;
use crate::cmd::Ctx;
use crate::cmd::words::argument::public_key_argument;
use crate::cmd::words::naming::UnderOperator;
use crate::nkey::{Kind, OperatorKey, PublicKey, Seed};
use crate::store::class::{Origin, Role};
use crate::store::document::CEREMONIAL;
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

/// What becomes of a key that is brought back.
#[derive(clap::Args, Clone, Copy, Debug)]
pub struct Keeping {
    /// Store nothing
    #[arg(long)]
    verify_only: bool,
    /// Keep the store an ordinary one, whose identity signs without a request and can be written in the clear
    #[arg(long, conflicts_with = "verify_only")]
    everyday: bool,
}

/// What became of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It was only looked at.
    Nowhere,
    /// It was there already.
    Already,
    /// It is in an ordinary store.
    Everyday,
    /// It is in a root's store, which has a policy that somebody set or has none.
    Offline { has_policy: bool },
}

/// Puts a key into the store that was brought back, unless it is only looked at. Whoever needs a ceremony for that has a root's store
/// from then on, unless they say otherwise: nothing else that is left says how the key was kept.
pub fn keep(
    ctx: &Ctx,
    seed: Seed,
    expected: Option<PublicKey>,
    keeping: Keeping,
    command: &'static str,
) -> Result<Kept, Failure> {
    if keeping.verify_only {
        return Ok(Kept::Nowhere);
    }
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
        return Ok(Kept::Already);
    }
    // Whoever can open nothing may still put keys in.
    let identities = ctx.identities_if_given(&mut store)?;
    let note = ctx.note(command, format!("brought the key {key} back"));
    store
        .transact(note, &identities, |changes| {
            if !keeping.everyday {
                working::stay_offline(changes)?;
            }
            let kept = match changes.document(CEREMONIAL)?.is_some() {
                true => Kept::Offline {
                    has_policy: Policy::set_in(changes)?.is_some(),
                },
                false => Kept::Everyday,
            };
            if let Kept::Offline { has_policy: false } = kept {
                Policy::has_to_be_set(changes)?;
            }
            if let Some(entity) = &entity {
                KeySource::Seed(seed).give(changes, Kind::Operator, Role::Identity, entity)?;
                return Ok::<_, CeremonyError>(kept);
            }
            if changes.key(&key)?.is_some() {
                changes.remove_key(&key)?;
            }
            let record = KeyRecord {
                origin: Origin::Imported,
                ..KeyRecord::of(key, Role::Identity, changes.now())
            };
            changes.seal_key(record, seed)?;
            Ok(kept)
        })
        .map_err(Failure::from)
}

/// Says what became of a key that was brought back: from what, and whether it was only looked at.
pub fn say(
    ctx: &Ctx,
    key: &PublicKey,
    from: &str,
    kept: Kept,
    more: serde_json::Value,
) -> Result<(), Failure> {
    if ctx.ui.json() {
        let mut document = serde_json::json!({
            "kind": "key_brought_back",
            "key": key.to_string(),
            "kept": matches!(kept, Kept::Everyday | Kept::Offline { .. }),
            "root_store": matches!(kept, Kept::Offline { .. }),
            "verified_only": kept == Kept::Nowhere,
        });
        if let (Some(document), Some(more)) = (document.as_object_mut(), more.as_object()) {
            document.extend(more.clone());
        }
        return ctx.ui.document(&document);
    }
    ctx.ui.note(&match kept {
        Kept::Nowhere => format!("{from} the key back; nothing was stored"),
        Kept::Everyday | Kept::Offline { .. } => {
            format!("{from} the key back; it is in the store, sealed")
        }
        Kept::Already => {
            format!("{from} the key back; the store has it already, and nothing was changed")
        }
    });
    if let Kept::Offline { has_policy } = kept {
        ctx.ui
            .note("it is a root's store: its identities sign requests, and nothing else");
        if !has_policy {
            ctx.ui
                .warning("the policy is not in it any more: nothing is signed until yours is set");
            ctx.next(&noted(
                "nkeep ceremony policy set FILE",
                "policy show -o FILE writes one to begin from",
            ));
        }
    }
    ctx.ui.text(&format!("{key}\n"))
}
