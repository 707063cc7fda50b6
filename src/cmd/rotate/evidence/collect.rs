//! `nkeep rotate evidence collect`.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{declare, lacking, say};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::rotate::{Which, words};
use crate::cmd::servers::{ServerArgs, of_nats_alone};
use crate::net::held::{kept, used};
use crate::net::observing::{self, SUBJECTS, observe};
use crate::rotation::evidence::{Wanted, take};
use crate::rotation::{self, Inventory, Rotation, RotationError};
use crate::store::Store as _;
use crate::trust::served::Served;
use crate::ui::Failure;
use crate::ui::progress::Progress;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Ask every server that there is",
    line: "nkeep rotate evidence collect",
}];

/// Ask live servers what the next step of a rotation needs to know
///
/// Every server says what it was started with; where the step calls for it, which accounts it has, and who is connected. What was
/// seen before is forgotten, unless --add says that these servers are others. That an account was pushed is no evidence: a server stores
/// what it does not trust.
#[derive(clap::Args, Debug)]
#[command(mut_arg("account_jwt_server_url", of_nats_alone))]
pub struct Args {
    #[command(flatten)]
    which: Which,
    /// Keep what was seen of other servers before
    #[arg(long)]
    add: bool,
    /// Why there are fewer servers than were declared, which the store keeps
    #[arg(long, value_name = "WORDS", requires = "servers", value_parser = words)]
    reason: Option<String>,
    #[command(flatten)]
    servers: ServerArgs,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let (id, operator, wanted) = store.read(|records| {
        let rotation = open(rotation::found(records, args.which.get())?)?;
        if rotation.kind.is_of_store() {
            return Err(RotationError::refused(
                format!("no server has a part in rotation {}", rotation.id),
                format!("nkeep rotate status {}", rotation.id),
            ));
        }
        let operator = rotation.operator(records)?;
        ctx.is_about(records, &operator)?;
        let wanted = Wanted::of(records, &rotation)?;
        Ok::<_, RotationError>((rotation.id, Served::of(operator)?, wanted))
    })?;
    let keys = |entities: &[crate::store::record::Entity]| -> Vec<String> {
        entities
            .iter()
            .map(|entity| entity.key.to_string())
            .collect()
    };
    let mut accounts: Vec<String> = wanted.accounts.iter().flat_map(|set| keys(set)).collect();
    let entry = args.servers.entry(ctx, &mut store, &operator, &SUBJECTS)?;
    let reached = entry.connect(ctx)?;
    if wanted.strangers {
        let servers = &reached.cluster.servers;
        let all = [kept(&reached.link, servers)?, used(&reached.link, servers)?];
        accounts.extend(all.into_iter().flatten().flat_map(|(_, keys)| keys));
    }
    accounts.sort_unstable();
    accounts.dedup();
    let asked = observing::Wanted {
        connections_of: wanted
            .connections_of
            .as_deref()
            .map(keys)
            .unwrap_or_default(),
        accounts,
    };
    let done = Arc::new(AtomicU64::new(0));
    let shown = ctx
        .ui
        .is_waited_for()
        .then(|| Progress::shown("asked", Arc::clone(&done), asked.accounts.len() as u64));
    let observed = observe(
        &reached.link,
        &reached.cluster,
        &asked,
        ctx.clock,
        &mut || {
            done.fetch_add(1, Ordering::Relaxed);
        },
    );
    drop(shown);
    let observed = observed?;
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note(
        "rotate evidence collect",
        format!("kept evidence for rotation {id}"),
    );
    let (actor, now) = (note.actor.clone(), note.time);
    let (rotation, missing) = store.transact(note, &*keyring, |changes| {
        let mut rotation = open(rotation::found(changes, Some(&id))?)?;
        if let Some(count) = args.servers.declared() {
            declare(
                &mut rotation,
                Inventory::Count(count),
                args.reason.as_deref(),
                &actor,
                now,
            )?;
        }
        take(changes, &mut rotation, &observed, !args.add)?;
        rotation.keep(changes)?;
        let missing = lacking(changes, &rotation, changes.now())?;
        Ok::<_, RotationError>((rotation, missing))
    })?;
    say(ctx, &rotation, observed.len(), &missing)
}

/// Refuses one that has ended.
pub fn open(rotation: Rotation) -> Result<Rotation, RotationError> {
    match rotation.is_open() {
        true => Ok(rotation),
        false => Err(rotation::engine::ended(&rotation)),
    }
}
