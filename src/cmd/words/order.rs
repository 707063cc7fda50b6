//! Flags that stand before the command they belong to, as in `nsc -K FILE add user NAME` or `nsc describe -F sub account`:
//! they are read as if they stood after it. And switches with a value, as in `--sys=true`. And folders of nkeep's before a
//! command that has flags of that name for nsc's.

use std::ffi::OsString;
use std::path::Path;

use clap::{ArgAction, Command};

use crate::cmd::opening::places::STORE;
use crate::cmd::whole;
use crate::cmd::words::argument::truth;

/// A flag that nsc takes in front: of which group of commands (all, where none is named), its names, whether it has a value.
struct Moved {
    group: Option<&'static str>,
    names: [&'static str; 2],
    has_value: bool,
}

/// Folders of nkeep's before the command, and of nsc's behind it.
const FOLDERS: [&str; 2] = ["--data-dir", "--keystore-dir"];

const MOVED: [Moved; 9] = [
    Moved {
        group: None,
        names: ["-K", "--private-key"],
        has_value: true,
    },
    Moved {
        group: Some("describe"),
        names: ["-F", "--field"],
        has_value: true,
    },
    Moved {
        group: Some("describe"),
        names: ["-R", "--raw"],
        has_value: false,
    },
    Moved {
        group: Some("describe"),
        names: ["-W", "--long-ids"],
        has_value: false,
    },
    Moved {
        group: Some("tool"),
        names: ["--nats", "--nats"],
        has_value: true,
    },
    Moved {
        group: Some("tool"),
        names: ["--ca-cert", "--ca-cert"],
        has_value: true,
    },
    Moved {
        group: Some("tool"),
        names: ["--client-cert", "--client-cert"],
        has_value: true,
    },
    Moved {
        group: Some("tool"),
        names: ["--client-key", "--client-key"],
        has_value: true,
    },
    Moved {
        group: Some("tool"),
        names: ["--tls-first", "--tls-first"],
        has_value: false,
    },
];

/// The arguments with those flags behind the command, and switches without a value.
pub fn ordered(args: impl IntoIterator<Item = OsString>) -> Vec<OsString> {
    let args: Vec<OsString> = args.into_iter().collect();
    // All commands have to be made for it, which takes longer than most of them.
    match args.iter().any(may_be_moved) {
        true => ordered_by(&whole(), args),
        false => args,
    }
}

/// Whether a word is one that is put elsewhere, or written otherwise, by some command.
fn may_be_moved(word: &OsString) -> bool {
    let text = word.to_str().unwrap_or_default();
    let (name, value) = text
        .split_once('=')
        .map_or((text, None), |(name, value)| (name, Some(value)));
    FOLDERS.contains(&name)
        || MOVED.iter().any(|flag| flag.names.contains(&name))
        || value.is_some_and(|value| truth(value).is_ok())
}

fn ordered_by(root: &Command, args: Vec<OsString>) -> Vec<OsString> {
    let mut args = args.into_iter();
    let mut kept: Vec<OsString> = args.next().into_iter().collect();
    let mut moved = Vec::new();
    let mut at = root;
    while at.has_subcommands() {
        let Some(arg) = args.next() else { break };
        let text = arg.to_str().unwrap_or_default();
        let (name, value) = text
            .split_once('=')
            .map_or((text, None), |(name, value)| (name, Some(value)));
        let found = MOVED.iter().find(|flag| {
            flag.names.contains(&name) && flag.group.is_none_or(|group| group == at.get_name())
        });
        if let Some(inner) = at.find_subcommand(text) {
            at = inner;
            kept.push(arg);
        } else if let Some(flag) = found {
            let follows = flag.has_value && value.is_none();
            moved.push(arg);
            moved.extend(args.by_ref().take(usize::from(follows)));
        } else if name.starts_with('-') {
            let follows = value.is_none() && takes_value(root, name);
            kept.push(arg);
            kept.extend(args.by_ref().take(usize::from(follows)));
        } else {
            kept.push(arg);
            break;
        }
    }
    if at.get_name() == "nsc" && kept.iter().any(|word| word == "import") {
        kept = with_own_store(kept);
    }
    kept.extend(moved);
    kept.extend(args);
    switched(root, at, kept)
}

/// The words before `import nsc` and its own, with the store itself in place of its folder: behind the command, that flag
/// names a folder of nsc's.
fn with_own_store(words: Vec<OsString>) -> Vec<OsString> {
    let mut words = words.into_iter();
    let mut kept = Vec::with_capacity(words.len());
    while let Some(word) = words.next() {
        let text = word.to_str().unwrap_or_default();
        let (name, value) = text
            .split_once('=')
            .map_or((text, None), |(name, value)| (name, Some(value)));
        if !FOLDERS.contains(&name) {
            kept.push(word);
            continue;
        }
        let Some(value) = value.map(OsString::from).or_else(|| words.next()) else {
            kept.push(word);
            continue;
        };
        // Seeds are in the store: what names another place for them says nothing.
        if name == "--data-dir" {
            kept.extend(["--store".into(), Path::new(&value).join(STORE).into()]);
        }
    }
    kept
}

/// The arguments with `--switch=true` as `--switch`, and without `--switch=false`, where a switch is no more than that.
fn switched(root: &Command, command: &Command, args: Vec<OsString>) -> Vec<OsString> {
    let is_switch = |name: &str| {
        let arguments = root.get_arguments().chain(command.get_arguments());
        arguments
            .filter(|arg| matches!(arg.get_action(), ArgAction::SetTrue))
            .any(|arg| arg.get_long() == Some(name))
    };
    let mut ended = false;
    let mut kept = Vec::with_capacity(args.len());
    for arg in args {
        ended = ended || arg == "--";
        let written = arg.to_str().filter(|_| !ended);
        let switch = written
            .and_then(|text| text.strip_prefix("--")?.split_once('='))
            .filter(|(name, _)| is_switch(name))
            .and_then(|(name, value)| Some((format!("--{name}"), truth(value).ok()?)));
        match switch {
            None => kept.push(arg),
            Some((name, true)) => kept.push(name.into()),
            Some((_, false)) => {}
        }
    }
    kept
}

/// Whether what follows a flag of all commands is its value.
fn takes_value(root: &Command, name: &str) -> bool {
    let long = name.strip_prefix("--");
    let short = name.strip_prefix('-').and_then(|rest| {
        let mut letters = rest.chars();
        letters.next().filter(|_| letters.next().is_none())
    });
    root.get_arguments().any(|arg| {
        let is_it = (long.is_some() && arg.get_long() == long)
            || (short.is_some() && arg.get_short() == short);
        is_it && arg.get_action().takes_values()
    })
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::ordered;

    #[test]
    fn flags_in_front_go_behind_the_command() {
        for (given, read) in [
            ("nkeep add user U", "nkeep add user U"),
            ("nkeep -K k.nk add user U", "nkeep add user -K k.nk U"),
            ("nkeep add -K k.nk user U", "nkeep add user -K k.nk U"),
            (
                "nkeep --private-key=k.nk add user U",
                "nkeep add user --private-key=k.nk U",
            ),
            (
                "nkeep --store -K -K k.nk add user U",
                "nkeep --store -K add user -K k.nk U",
            ),
            (
                "nkeep -H d -J add user U -K x",
                "nkeep -H d -J add user U -K x",
            ),
            (
                "nkeep describe -F sub -R account A",
                "nkeep describe account -F sub -R A",
            ),
            ("nkeep export -R keys", "nkeep export -R keys"),
            (
                "nkeep add operator --sys=true --generate-signing-key=F O",
                "nkeep add operator --sys O",
            ),
            (
                "nkeep --json=1 add user U --bearer=false -- --json=true",
                "nkeep --json add user U --bearer=false -- --json=true",
            ),
            (
                "nkeep add operator --sys=yes",
                "nkeep add operator --sys=yes",
            ),
            (
                "nkeep --data-dir d import --keystore-dir=k nsc F --data-dir x --keystore-dir y",
                "nkeep --store d/default.nkeep import nsc F --data-dir x --keystore-dir y",
            ),
            (
                "nkeep --data-dir d list operators",
                "nkeep --data-dir d list operators",
            ),
            ("nkeep -K", "nkeep -K"),
            ("nkeep nonsense -K k", "nkeep nonsense -K k"),
        ] {
            let words = given.split(' ').map(OsString::from);
            let expected: Vec<OsString> = read.split(' ').map(OsString::from).collect();
            assert_eq!(ordered(words), expected, "{given}");
        }
    }
}
