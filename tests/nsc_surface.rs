//! docs/nsc.md has every command and flag of nsc: what it says is here is accepted, what it says is not is refused, and
//! nothing stands there that nsc does not have.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use clap::Command;
use nkeep::cmd::LIVE;
use serde_json::Value;

/// What the tables say of a command or a flag.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Said {
    Here,
    Not,
}

/// What is said of each, by the command and the flag as they are typed.
fn documented() -> BTreeMap<String, Said> {
    let text = std::fs::read_to_string("docs/nsc.md").unwrap();
    let mut said = BTreeMap::new();
    for line in text.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.trim_matches('|').split(" |").map(str::trim).collect();
        let command = cells[0]
            .trim_start_matches("| ")
            .trim_matches('`')
            .to_owned();
        // The table of what is not yet here says no more of it.
        let is = match cells.get(2).copied() {
            Some("same" | "better" | "different") => Said::Here,
            Some("absent") | None => Said::Not,
            other => panic!("{line}: {other:?}"),
        };
        let why = cells.get(3).copied().unwrap_or_default();
        assert!(
            is == Said::Here || cells.len() < 3 || !why.is_empty(),
            "no reason: {line}"
        );
        assert!(
            cells.get(2) != Some(&"different") || !why.is_empty(),
            "no reason: {line}"
        );
        let flags: Vec<String> = cells[1]
            .split('`')
            .filter(|flag| flag.starts_with('-'))
            .map(|flag| format!("{command} {flag}"))
            .collect();
        if flags.is_empty() {
            assert_eq!(said.insert(command, is), None, "twice: {line}");
        } else {
            if is == Said::Here {
                said.entry(command).or_insert(is);
            }
            for flag in flags {
                assert_eq!(said.insert(flag.clone(), is), None, "{flag} twice: {line}");
            }
        }
    }
    said
}

/// The command; a word that another takes as its argument, such as a shell, is one, too.
fn find<'a>(root: &'a Command, path: &str) -> Option<&'a Command> {
    let mut at = root;
    for word in path.split_whitespace() {
        at = match at.find_subcommand(word) {
            Some(inner) => inner,
            None => {
                let mut given = at
                    .get_positionals()
                    .flat_map(clap::Arg::get_possible_values);
                given.find(|value| value.get_name() == word)?;
                at
            }
        };
    }
    Some(at)
}

/// Whether a command takes a flag: itself, as one of all commands, or, of a group, every command in it.
fn takes(root: &Command, command: &Command, flag: &str) -> bool {
    let own = command.get_arguments();
    let global = root.get_arguments().filter(|arg| arg.is_global_set());
    let has = own.chain(global).any(|arg| is_called(arg, flag));
    let inner = || {
        command
            .get_subcommands()
            .filter(|inner| inner.get_name() != "help")
    };
    has || (command.get_name() == "nkeep" && inner().any(|inner| anywhere(inner, flag)))
        || (inner().next().is_some() && inner().all(|inner| takes(root, inner, flag)))
}

fn anywhere(command: &Command, flag: &str) -> bool {
    command.get_arguments().any(|arg| is_called(arg, flag))
        || command.get_subcommands().any(|inner| anywhere(inner, flag))
}

fn is_called(arg: &clap::Arg, flag: &str) -> bool {
    match flag.strip_prefix("--") {
        Some(long) => {
            let aliases = arg.get_all_aliases().unwrap_or_default();
            arg.get_long() == Some(long) || aliases.contains(&long)
        }
        None => {
            let letter = flag.chars().nth(1).unwrap();
            let aliases = arg.get_all_short_aliases().unwrap_or_default();
            arg.get_short() == Some(letter) || aliases.contains(&letter)
        }
    }
}

/// What nsc has: every command with its flags, by what is typed; what is to be found of it here.
fn surface(root: &Command) -> BTreeMap<String, bool> {
    let surface: Value = serde_json::from_str(include_str!("vectors/nsc-surface.json")).unwrap();
    let mut found = BTreeMap::new();
    for entry in surface["commands"].as_array().unwrap() {
        let path = entry["path"].as_str().unwrap();
        let command = find(root, path);
        let spelled = if path.is_empty() { "nsc" } else { path };
        let (above, _) = path.rsplit_once(' ').unwrap_or_default();
        for alias in entry["aliases"].as_array().unwrap() {
            let alias = format!("{above} {}", alias.as_str().unwrap());
            assert!(command.is_none() || find(root, &alias).is_some(), "{alias}");
        }
        found.insert(spelled.to_owned(), command.is_some());
        for flag in entry["flags"].as_array().unwrap() {
            let long = format!("--{}", flag["name"].as_str().unwrap());
            let short = flag["shorthand"].as_str().map(|short| format!("-{short}"));
            for flag in std::iter::once(long).chain(short) {
                let taken = command.is_some_and(|command| takes(root, command, &flag));
                found.insert(format!("{spelled} {flag}"), taken);
            }
        }
    }
    found
}

/// Whether a build without network code is without it: a command that talks to servers, or one of its flags.
fn takes_servers(name: &str) -> bool {
    let command = name.split(' ').next().unwrap();
    !cfg!(feature = "net")
        && LIVE
            .iter()
            .any(|live| live.name == command || live.also.contains(&command))
}

#[test]
fn every_command_and_flag_of_nsc_is_accounted_for() {
    let mut root = nkeep::cmd::command();
    root.build();
    let (surface, documented) = (surface(&root), documented());
    // What is said of a command that is not here is said of its flags.
    let said_of = |name: &str| {
        let command = name.rsplit_once(" -").map_or(name, |(command, _)| command);
        let of_command = documented.get(command).filter(|said| **said == Said::Not);
        documented.get(name).or(of_command).copied()
    };
    let mut wrong: Vec<String> = documented
        .keys()
        .filter(|name| !surface.contains_key(*name))
        .map(|name| format!("nsc has no {name}"))
        .collect();
    for (name, here) in &surface {
        match (said_of(name), *here) {
            (None, _) => wrong.push(format!("not in docs/nsc.md: {name}")),
            (Some(Said::Here), false) if takes_servers(name) => {}
            (Some(Said::Here), false) => wrong.push(format!("not here: {name}")),
            (Some(Said::Not), true) => wrong.push(format!("here after all: {name}")),
            _ => {}
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Who types what nsc has and nkeep has not is told what does its work here, or that nothing does.
#[test]
fn commands_that_are_not_here_are_known() {
    let mut root = nkeep::cmd::command();
    root.build();
    let mut absent: Vec<String> = documented()
        .into_iter()
        .filter(|(name, said)| *said == Said::Not && !name.contains(" -"))
        .map(|(name, _)| name)
        .filter(|name| !name.starts_with("test") && find(&root, name).is_none())
        // What this build leaves out is not what nkeep has not.
        .filter(|name| !takes_servers(name))
        .collect();
    assert!(!absent.is_empty(), "the table names none");
    absent.extend(["update", "restore"].map(str::to_owned));
    for name in absent {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_nkeep"))
            .args(name.split(' '))
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{name}: {said}");
        assert!(
            said.starts_with("nkeep: error: there is no command "),
            "{name}: {said}"
        );
        assert!(said.contains("nkeep: hint: nkeep "), "{name}: {said}");
    }
    for (name, hint) in [
        ("fix", "nkeep import files FOLDER --creds"),
        ("migrate", "nkeep import nsc FOLDER"),
        ("keys migrate", "nkeep import nsc FOLDER"),
    ] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_nkeep"))
            .args(name.split(' '))
            .arg("--json")
            .output()
            .unwrap();
        let error: Value = serde_json::from_slice(&output.stderr).unwrap();
        assert_eq!(error["hints"], serde_json::json!([hint]), "{name}");
    }
}
