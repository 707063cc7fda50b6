//! Names of the store, for a shell that asks nkeep what comes next. Nothing is opened for them, and a store that is refused has none.

use std::ffi::OsStr;
use std::path::PathBuf;

use clap::{Arg, Command, ValueHint};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};

use crate::clock::Clock;
use crate::cmd::ceremony::recording::Doing;
use crate::cmd::{Ctx, Opening};
use crate::store::record::{Entity, EntityKind};
use crate::store::sqlite::{Rollback, SqliteStore};
use crate::store::{Made, Store as _, StoreError};
use crate::text::shell_word;
use crate::ui::{Failure, Ui};

/// More than anybody reads in a list.
const MOST: usize = 500;

/// The command line, each flag and word that names something in the store knowing what there is.
pub fn known(command: Command) -> Command {
    let name = command.get_name().to_owned();
    let command = command.mut_args(|arg| match flag(&arg) {
        Some(kind) => knowing(arg, kind),
        None => arg,
    });
    let is_about_what_is_there =
        ["describe", "edit", "delete", "rename", "select"].contains(&&*name);
    command.mut_subcommands(|inner| {
        let kind = match inner.get_name() {
            "operator" if is_about_what_is_there => Some(EntityKind::Operator),
            "account" if is_about_what_is_there => Some(EntityKind::Account),
            "user" if is_about_what_is_there => Some(EntityKind::User),
            "creds" | "add-user" | "delete-user" => Some(EntityKind::User),
            _ => None,
        };
        let inner = known(inner);
        match kind {
            Some(kind) => inner.mut_args(|arg| match names_it(&arg) {
                true => knowing(arg, kind),
                false => arg,
            }),
            None => inner,
        }
    })
}

/// What a flag of that name names, wherever it stands.
fn flag(arg: &Arg) -> Option<EntityKind> {
    if !arg.get_action().takes_values() {
        return None;
    }
    match arg.get_long()? {
        "operator" => Some(EntityKind::Operator),
        "account" | "src-account" | "target-account" => Some(EntityKind::Account),
        "user" => Some(EntityKind::User),
        _ => None,
    }
}

/// Whether that names whom the command is about.
fn names_it(arg: &Arg) -> bool {
    arg.get_action().takes_values()
        && (arg.get_index() == Some(1) || ["positional", "name"].contains(&arg.get_id().as_str()))
}

fn knowing(arg: Arg, kind: EntityKind) -> Arg {
    // Where a script is on its own, files are no names either.
    arg.value_hint(ValueHint::Other)
        .add(ArgValueCompleter::new(move |begun: &OsStr| {
            let begun = begun.to_string_lossy();
            names(kind, &begun).unwrap_or_default()
        }))
}

/// Those that begin so. A name can be anybody's words: one that a shell would take for more than a word is left out.
fn names(kind: EntityKind, begun: &str) -> Result<Vec<CompletionCandidate>, Failure> {
    let ctx = ctx();
    let mut found: Vec<String> = Vec::new();
    let mut take = |entity: Entity| {
        let name = entity.name.as_str();
        let is_plain = !name.starts_with('-') && shell_word(name) == name;
        if found.len() < MOST && is_plain && name.starts_with(begun) {
            found.push(name.to_owned());
        }
        Ok::<_, StoreError>(())
    };
    let (path, pins) = (ctx.store_path()?, ctx.pins()?);
    SqliteStore::open(&path, &pins, Rollback::Refuse)?
        .read(|records| records.each_entity(kind, None, &mut take))?;
    found.sort();
    found.dedup();
    Ok(found.into_iter().map(CompletionCandidate::new).collect())
}

/// Where the store is, as the line says that is being typed.
fn ctx() -> Ctx {
    let words: Vec<String> = std::env::args_os()
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    let said = |flag: &str| {
        let joined = format!("{flag}=");
        let value = words
            .iter()
            .enumerate()
            .find_map(|(index, word)| match word {
                word if word == flag => words.get(index + 1).cloned(),
                word => word.strip_prefix(&joined).map(str::to_owned),
            });
        value.map(PathBuf::from)
    };
    Ctx {
        ui: Ui::new(false, true),
        clock: Clock::System,
        opening: Opening {
            store: said("--store"),
            all_dirs: said("--all-dirs").or_else(|| said("-H")),
            data_dir: said("--data-dir"),
            config_dir: said("--config-dir"),
            ..Opening::default()
        },
        made: Made::default(),
        stand_in: None,
        changed_at: None,
        whereabouts: Default::default(),
        doing: Doing::default(),
    }
}
