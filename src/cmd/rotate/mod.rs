//! `nkeep rotate`.

pub(super) mod abort;
pub(super) mod artefacts;
#[cfg(feature = "net")]
mod compare;
pub(super) mod due;
pub(super) mod emergency;
pub(super) mod evidence;
mod given;
pub(super) mod list;
mod matter;
mod newcomer;
pub(super) mod next;
pub(super) mod plan;
pub(super) mod report;
pub(super) mod rollback;
pub(super) mod start;
pub(super) mod status;

use clap::Subcommand;
use serde_json::{Value, json};

use super::Ctx;
use crate::cmd::words::argument::open_text;
use crate::cmd::words::signer::SignWith;
use crate::rotation::engine::{Done, Hand};
use crate::rotation::phase::{Deploy, Phase};
use crate::rotation::plans::STATEMENT;
use crate::rotation::{self, Inventory, Kind, Rotation, RotationError, Way};
use crate::store::keyring::Keyring;
use crate::store::sqlite::SqliteStore;
use crate::store::{Changes, Note, Records, Store as _};
use crate::text::noted;
use crate::trust::KeyChoice;
use crate::ui::Failure;

/// Replace one key by another, with both trusted in between
///
/// A rotation goes through phases. Each step is one change of the store, and none is taken before what it needs was seen: time alone
/// never moves a rotation on. Until the old key is retired there is a way back.
#[derive(Debug, Subcommand)]
pub enum Command {
    Plan(plan::Args),
    Start(start::Args),
    Status(status::Args),
    #[command(subcommand)]
    Evidence(evidence::Command),
    List(list::Args),
    Due(due::Args),
    Next(next::Args),
    Rollback(rollback::Args),
    Abort(abort::Args),
    Report(report::Args),
    Emergency(emergency::Args),
    Artefacts(Box<artefacts::Args>),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Plan(args) => plan::run(ctx, args),
        Command::Start(args) => start::run(ctx, args),
        Command::Status(args) => status::run(ctx, args),
        Command::Evidence(command) => evidence::run(ctx, command),
        Command::List(args) => list::run(ctx, args),
        Command::Due(args) => due::run(ctx, args),
        Command::Next(args) => next::run(ctx, args),
        Command::Rollback(args) => rollback::run(ctx, args),
        Command::Abort(args) => abort::run(ctx, args),
        Command::Report(args) => report::run(ctx, args),
        Command::Emergency(args) => emergency::run(ctx, args),
        Command::Artefacts(args) => artefacts::run(ctx, args),
    }
}

/// Which rotation.
#[derive(clap::Args, Clone, Debug)]
struct Which {
    /// Rotation, as `nkeep rotate list` names it; not needed where only one is open
    #[arg(value_name = "ROTATION")]
    rotation: Option<String>,
}

impl Which {
    fn get(&self) -> Option<&str> {
        self.rotation.as_deref()
    }
}

/// Whether somebody insists.
#[derive(clap::Args, Clone, Debug)]
struct Insisting {
    /// Do it though something is missing: a server that did not show what it has may lock out whoever comes to it
    #[arg(long, requires = "reason")]
    force: bool,
    /// Why, in words, which the store keeps
    #[arg(long, value_name = "WORDS", requires = "force", value_parser = words)]
    reason: Option<String>,
}

impl Insisting {
    fn reason(&self) -> Option<String> {
        self.reason.clone().filter(|_| self.force)
    }
}

/// Reads words that somebody can be held to.
fn words(text: &str) -> Result<String, String> {
    let text = open_text(text)?;
    match text.trim().chars().count() {
        0..8 => Err(
            "it says too little for anybody to follow: it takes 8 characters or more".to_owned(),
        ),
        8..=500 => Ok(text.trim().to_owned()),
        _ => Err("it is longer than 500 characters".to_owned()),
    }
}

/// Reads which servers there are: how many, or their names.
fn inventory(text: &str) -> Result<Inventory, String> {
    if let Ok(count) = text.parse::<usize>() {
        return match count {
            0 => Err("there is at least one server".to_owned()),
            1..=10_000 => Ok(Inventory::Count(count)),
            _ => Err("there are no more than 10,000 servers".to_owned()),
        };
    }
    // As it stands in hints: nobody's server is called that.
    if text == "N" {
        return Err("how many servers there are is wanted, or their names".to_owned());
    }
    let mut names: Vec<String> = Vec::new();
    for name in text.split(',').map(str::trim) {
        if name.is_empty() || name.chars().any(crate::text::deceives) {
            return Err("it is neither a number nor names with commas between".to_owned());
        }
        if names.iter().any(|known| known == name) {
            return Err(format!("{name} is named twice"));
        }
        names.push(name.to_owned());
    }
    Ok(Inventory::Names(names))
}

/// Remembers which operator a rotation is about; what opens the store is of none.
fn is_about(ctx: &Ctx, records: &dyn Records, rotation: &Rotation) -> rotation::Result<()> {
    // Of one that is about nobody any more there is nothing to name.
    match rotation.kind.is_of_store() || rotation.is_of_nobody(records)? {
        true => Ok(()),
        false => Ok(ctx.is_about(records, &rotation.operator(records)?)?),
    }
}

/// What opens keys for a rotation of that kind: who seals anew needs an identity itself, which no agent gives out.
fn keyring(ctx: &Ctx, store: &mut SqliteStore, kind: Kind) -> Result<Box<dyn Keyring>, Failure> {
    match kind.is_of_store() {
        true => Ok(Box::new(ctx.identities(store)?)),
        false => ctx.keyring(store),
    }
}

/// The same for one that has begun.
fn keyring_for(
    ctx: &Ctx,
    store: &mut SqliteStore,
    which: &Which,
) -> Result<Box<dyn Keyring>, Failure> {
    let rotation = store.read(|records| rotation::found(records, which.get()))?;
    keyring(ctx, store, rotation.kind)
}

/// Has nobody go on with what opened the store before, once recipients are others.
#[cfg_attr(not(unix), allow(unused_variables, reason = "there is no agent"))]
fn opened_otherwise(ctx: &Ctx, store: &mut SqliteStore, rotation: &Rotation) {
    #[cfg(unix)]
    if rotation.kind.is_of_store() && rotation.phase != "activate" {
        ctx.end_agent(store);
    }
}

/// What every step of a rotation takes.
#[derive(clap::Args, Clone, Debug)]
struct StepArgs {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    insisting: Insisting,
    #[command(flatten)]
    signer: SignWith,
}

/// A step of the engine's.
type Step = fn(&mut dyn Changes, &dyn Keyring, Rotation, &Hand) -> rotation::Result<Done>;

impl StepArgs {
    /// Takes a step, in one change, and says how the rotation stands then.
    fn take(
        &self,
        ctx: &Ctx,
        note: Note,
        step: Step,
        how: impl FnOnce(&Rotation) -> String,
    ) -> Result<(), Failure> {
        let choice = self.signer.choice(ctx)?;
        let mut store = ctx.open_store()?;
        let keyring = keyring_for(ctx, &mut store, &self.which)?;
        let hand = hand(&note.actor, choice, self.insisting.reason());
        let done = store.transact(note, &*keyring, |changes| {
            let rotation = rotation::found(changes, self.which.get())?;
            is_about(ctx, changes, &rotation)?;
            step(changes, &*keyring, rotation, &hand)
        })?;
        follow(ctx, &mut store, &done.rotation);
        opened_otherwise(ctx, &mut store, &done.rotation);
        let how = format!("of the {} {}", done.rotation.what, how(&done.rotation));
        say(ctx, &done, &how)
    }
}

/// Who takes a step.
fn hand(actor: &str, choice: KeyChoice, reason: Option<String>) -> Hand {
    Hand {
        actor: actor.to_owned(),
        choice,
        reason,
    }
}

/// Says what a step did, and what people do now.
fn say(ctx: &Ctx, done: &Done, how: &str) -> Result<(), Failure> {
    let rotation = &done.rotation;
    for warning in &done.warnings {
        ctx.ui.warning(warning);
    }
    if ctx.ui.json() {
        let mut document = document(rotation);
        document["did"] = json!(done.told);
        document["warnings"] = json!(done.warnings);
        return ctx.ui.document(&document);
    }
    ctx.ui.note(&format!("rotation {} {how}", rotation.id));
    for told in &done.told {
        ctx.ui.note(&format!("  {told}"));
    }
    for next in comes_next(rotation) {
        ctx.next(&next);
    }
    ctx.ui.text(&format!("{}\n", rotation.id))
}

/// What people do now, as commands: what is left to them, a look at servers where the next step needs one, and that.
fn comes_next(rotation: &Rotation) -> Vec<String> {
    let id = &rotation.id;
    let needs_servers = rotation.coming().is_some_and(Phase::asks_servers);
    let look = needs_servers.then(|| {
        let servers = match rotation.terms.servers {
            Inventory::Undeclared => " --servers N",
            _ => "",
        };
        let look = format!("{}{servers}", rotation.collect());
        noted(look, "once servers have it: the next step goes by it")
    });
    let step = match rotation.is_open() {
        true => noted(
            format!("nkeep rotate next {id}"),
            "says what is missing, and goes on when nothing is",
        ),
        false => format!("nkeep rotate report {id}"),
    };
    by_hand(rotation)
        .into_iter()
        .chain(look)
        .chain([step])
        .collect()
}

/// What a step left to people, as commands.
fn by_hand(rotation: &Rotation) -> Vec<String> {
    let then = match rotation.steps.last() {
        Some(step) if step.way == Way::Back => {
            rotation.plan().phase(&step.phase).and_then(|back| {
                let undo = back.undo.as_ref()?;
                Some(undo.then)
            })
        }
        _ => Some(rotation.present().then),
    };
    let left = rotation.left_to_people();
    match then {
        Some(Deploy::HandOut(_)) if !left.is_empty() => left.into_iter().map(Into::into).collect(),
        then => then
            .and_then(|then| rotation.done_by_hand(then))
            .into_iter()
            .collect(),
    }
}

/// A rotation, as documents have it.
fn document(rotation: &Rotation) -> Value {
    json!({
        "kind": "rotation",
        "rotation": rotation.id,
        "rotates": rotation.kind.name(),
        "what": rotation.what,
        "old": rotation.old,
        "new": rotation.new,
        "phase": rotation.phase,
        "outcome": rotation.outcome,
        "compromised": rotation.compromised,
        "servers": rotation.terms.servers,
        "soak": rotation.terms.soak,
        "evidence_age": rotation.terms.evidence_age,
        "steps": rotation.steps,
        "statement": rotation.kept.get(STATEMENT),
    })
}

/// Has the operator selected that took the place of the one that was.
fn follow(ctx: &Ctx, store: &mut SqliteStore, rotation: &Rotation) {
    let moved = rotation
        .steps
        .last()
        .is_some_and(|step| step.way == Way::Emergency || step.phase == "activate");
    if rotation.kind != Kind::OperatorIdentity || !moved {
        return;
    }
    let again = store.read(|records| {
        let Some(selected) = ctx.selected_operator(records)? else {
            return Ok(None);
        };
        let key = selected.key.to_string();
        if key == rotation.operator || ![&rotation.old, &rotation.new].contains(&&key) {
            return Ok(None);
        }
        let now = rotation.operator(records)?;
        let account = ctx.selected_account(records, &now)?;
        Ok::<_, RotationError>(Some(account.unwrap_or(now)))
    });
    if let Ok(Some(again)) = again {
        ctx.select_added(store, &again);
    }
}
