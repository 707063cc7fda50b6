//! The commands that help where an import leaves something out: the same import with a flag more, or others.

use crate::cmd::Ctx;
use crate::nsc::{Conflict, Finding, Help};
use crate::store::record::{Entity, EntityKind};
use crate::text::{noted, shell_word};

/// The commands that help against a conflict.
pub fn against(conflict: &Conflict, command: &str) -> Vec<String> {
    let flags: Vec<String> = renaming(conflict, command).into_iter().collect();
    let renamed = renamed(command, &flags).into_iter();
    renamed.chain(besides(conflict, command)).collect()
}

/// The flag that takes it under another name.
pub fn renaming(conflict: &Conflict, command: &str) -> Option<String> {
    let holder = conflict.holder.as_ref()?;
    // One file alone is taken by the name in it.
    if !matches!(command, "import nsc" | "import files") || conflict.is_torn {
        return None;
    }
    let name = shell_word(&format!("{}={}-2", conflict.key, holder.name));
    Some(format!("--rename {name}"))
}

/// The import with all of those flags at once.
pub fn renamed(command: &str, flags: &[String]) -> Option<String> {
    let why = match flags.len() {
        0 => return None,
        1 => "takes it under another name",
        _ => "takes them under other names",
    };
    Some(noted(called_with(command, &flags.join(" ")), why))
}

/// What helps besides another name.
pub fn besides(conflict: &Conflict, command: &str) -> Vec<String> {
    let holder = conflict.holder.as_ref();
    let out = holder.and_then(|holder| way_out(holder, command));
    conflict.ways.iter().cloned().chain(out).collect()
}

/// A command as it is to be typed, with the identity that this one was given.
pub fn opened(ctx: &Ctx, command: &str) -> String {
    let command = ctx.command(command);
    match (&ctx.opening.identity, command.strip_prefix("nkeep ")) {
        (Some(identity), Some(rest)) if !rest.contains("--identity") => {
            format!(
                "nkeep --identity {} {rest}",
                shell_word(&identity.to_string_lossy())
            )
        }
        _ => command,
    }
}

/// What lets something in by the name that another has.
fn way_out(holder: &Entity, command: &str) -> Option<String> {
    match holder.kind {
        // Nothing gives an operator another name, and a store of its own it can have.
        EntityKind::Operator => Some(format!(
            "nkeep store init --store OTHER_FILE && {} --store OTHER_FILE",
            called_elsewhere(command)
        )),
        EntityKind::Account => {
            let operator = holder.parent?;
            let name = shell_word(holder.name.as_str());
            Some(format!(
                "nkeep rename account {name} NEW_NAME --operator {operator}"
            ))
        }
        EntityKind::User => None,
    }
}

/// The words that the command was called with, from its name on: what stands before it says where the store is, and what is
/// suggested is about the same one.
fn words(command: &str) -> Vec<String> {
    let words = std::env::args_os()
        .skip(1)
        .map(|word| word.to_string_lossy().into_owned());
    let mut words: Vec<String> = words.collect();
    let name: Vec<&str> = command.split(' ').collect();
    let at = words.windows(name.len()).position(|some| some == name);
    words.split_off(at.unwrap_or_default())
}

/// The command with everything that was asked for, and a flag more.
pub fn called_with(command: &str, flag: &str) -> String {
    let words: Vec<String> = words(command).iter().map(|word| shell_word(word)).collect();
    format!("nkeep {} {flag}", words.join(" "))
}

/// The same for another store.
fn called_elsewhere(command: &str) -> String {
    let mut words = words(command).into_iter();
    let mut line = "nkeep".to_owned();
    while let Some(word) = words.next() {
        if word == "--store" {
            words.next();
        } else if !word.starts_with("--store=") {
            line.push_str(&format!(" {}", shell_word(&word)));
        }
    }
    line
}

/// What helps against what was found.
pub fn hint_of(ctx: &Ctx, command: &str, finding: &Finding) -> Option<String> {
    Some(opened(
        ctx,
        &match finding.hint.as_ref()? {
            Help::Command(command) => command.clone(),
            Help::Again(flag, why) => noted(called_with(command, flag), why),
        },
    ))
}
