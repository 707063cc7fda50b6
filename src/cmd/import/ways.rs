//! The commands that help where an import leaves something out: the same import with a flag more, or others.

use crate::cmd::Ctx;
use crate::nsc::{Conflict, Finding, Help};
use crate::store::record::{Entity, EntityKind};
use crate::text::{noted, shell_word};

/// The commands that help against a conflict.
pub fn against(conflict: &Conflict, command: &str) -> Vec<String> {
    let mut ways = conflict.ways.clone();
    let Some(holder) = &conflict.holder else {
        return ways;
    };
    // One file alone is taken by the name in it.
    if matches!(command, "import nsc" | "import files") && !conflict.is_torn {
        let name = shell_word(&format!("{}={}-2", conflict.key, holder.name));
        ways.push(noted(
            called_with(command, &format!("--rename {name}")),
            "takes it under another name",
        ));
    }
    ways.extend(way_out(holder, command));
    ways
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
    Some(ctx.command(&match finding.hint.as_ref()? {
        Help::Command(command) => command.clone(),
        Help::Again(flag, why) => noted(called_with(command, flag), why),
    }))
}
