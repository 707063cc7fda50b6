//! `nkeep rotate evidence import`.

use super::{declare, lacking, say};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::{Source, one_stdin};
use crate::cmd::rotate::{inventory, is_about, words};
use crate::cmd::words::argument::open_text;
use crate::rotation::evidence::{Stated, sha256, take};
use crate::rotation::phase::Gate;
use crate::rotation::{self, Inventory, Rotation, RotationError, files};
use crate::store::Store as _;
use crate::text::quoted;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "What a server without a way to it says on its monitoring page, which somebody saved",
    line: "nkeep rotate evidence import varz.json",
}];

/// Keep what files say of servers, or what somebody says who alone can know
///
/// Files hold bodies of servers' monitoring pages (/varz, /accountz?acc=KEY, /connz?auth=true), or what `nats server request` prints.
/// What a rotation needs of people, such as that a service opens with both keys, is said with --says, in words that somebody can be
/// held to; a file that shows it is kept by its hash.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Files, as servers' monitoring pages have them
    #[arg(value_name = "FILE", required_unless_present = "says")]
    files: Vec<Source>,
    /// Rotation, as `nkeep rotate list` names it; not needed where only one is open
    #[arg(long, value_name = "ROTATION")]
    rotation: Option<String>,
    /// What is said, as `nkeep rotate status` names it
    #[arg(long, value_name = "WHAT", requires = "words", value_parser = open_text)]
    says: Option<String>,
    /// Who saw it, and where
    #[arg(long, value_name = "WORDS", requires = "says", value_parser = words)]
    words: Option<String>,
    /// Servers that there are, by number or by names with commas between
    #[arg(long, value_name = "SERVERS", value_parser = inventory)]
    servers: Option<Inventory>,
    /// Why there are fewer servers than were declared, which the store keeps
    #[arg(long, value_name = "WORDS", requires = "servers", value_parser = words)]
    reason: Option<String>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut contents = Vec::new();
    one_stdin(&args.files)?;
    for source in &args.files {
        let read = source.at_most(files::LONGEST as u64)?;
        let bytes = read.ok_or_else(|| {
            Failure::usage(format!(
                "{source} is longer than anything that servers print"
            ))
        })?;
        contents.push((source.to_string(), bytes));
    }
    let now = ctx.clock.now();
    let mut observed = Vec::new();
    if args.says.is_none() {
        let files: Vec<files::File<'_>> = contents
            .iter()
            .map(|(name, bytes)| files::File { name, bytes })
            .collect();
        observed = files::read(&files, now).map_err(|error| {
            let hint = error.hint();
            let failure = Failure::from(error);
            hint.into_iter().fold(failure, Failure::hint)
        })?;
    }
    let mut store = ctx.open_store()?;
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note("rotate evidence import", "kept evidence for a rotation");
    let actor = note.actor.clone();
    let (rotation, missing) = store.transact(note, &*keyring, |changes| {
        let mut rotation = rotation::found(changes, args.rotation.as_deref())?;
        if !rotation.is_open() {
            return Err(rotation::engine::ended(&rotation));
        }
        is_about(ctx, changes, &rotation)?;
        if let Some(servers) = &args.servers {
            declare(
                &mut rotation,
                servers.clone(),
                args.reason.as_deref(),
                &actor,
                now,
            )?;
        }
        if let (Some(name), Some(words)) = (&args.says, &args.words) {
            must_be_asked(&rotation, name)?;
            let all: Vec<u8> = contents
                .iter()
                .flat_map(|(_, bytes)| bytes.iter())
                .copied()
                .collect();
            rotation.stated.retain(|known| known.name != *name);
            rotation.stated.push(Stated {
                name: name.clone(),
                words: words.clone(),
                file_sha256: (!contents.is_empty()).then(|| sha256(&all)),
                time: now,
                actor: actor.clone(),
            });
        } else {
            take(changes, &mut rotation, &observed, false)?;
        }
        rotation.keep(changes)?;
        let missing = lacking(changes, &rotation, now)?;
        Ok((rotation, missing))
    })?;
    say(ctx, &rotation, observed.len(), &missing)
}

/// Refuses what the next step does not ask for: it would be no evidence for it.
fn must_be_asked(rotation: &Rotation, name: &str) -> Result<(), RotationError> {
    let gates = rotation.coming().map_or(&[][..], |phase| phase.gates);
    let asked: Vec<&str> = gates
        .iter()
        .chain(rotation.gates_back())
        .filter_map(|gate| match gate {
            Gate::Attested(attestation) | Gate::AttestedOf(attestation, _) => {
                Some(attestation.name)
            }
            _ => None,
        })
        .collect();
    if asked.contains(&name) {
        return Ok(());
    }
    let known = match asked.is_empty() {
        true => "nothing of people".to_owned(),
        false => asked.join(", "),
    };
    Err(RotationError::refused(
        format!(
            "the next step of rotation {} does not ask for {}: it asks for {known}",
            rotation.id,
            quoted(name)
        ),
        format!("nkeep rotate status {}", rotation.id),
    ))
}
