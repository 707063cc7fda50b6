//! A command line from which something may be missing: what stands on it, and whether the rest is asked for.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, CommandFactory as _, FromArgMatches as _};

use super::{Ask, Asking, dialogues};
use crate::cmd::words::order::ordered;
use crate::cmd::{Cli, Ctx, Globals, Opening, command};
use crate::text::{noted, shell_word};
use crate::ui::Failure;

/// A command line, ready to be run or to be completed.
#[allow(clippy::large_enum_variant, reason = "a process has one")]
pub enum Given {
    /// All of it.
    Whole(Cli),
    /// As much as was typed; the rest is asked for.
    Draft(Draft),
}

impl Given {
    /// How it is to be run.
    #[must_use]
    pub const fn globals(&self) -> Globals {
        match self {
            Self::Whole(cli) => cli.globals,
            Self::Draft(draft) => draft.globals,
        }
    }

    /// Where the store is, and what opens it. Folders that a command has flags of its own for are the command's.
    #[must_use]
    pub fn own_opening(&self) -> Opening {
        match self {
            Self::Whole(cli) if cli.names_folders_of_nsc() => Opening {
                data_dir: None,
                keystore_dir: None,
                ..cli.opening.clone()
            },
            Self::Whole(cli) => cli.opening.clone(),
            Self::Draft(draft) => draft.opening.clone(),
        }
    }
}

/// A command line of which the rest is asked for.
pub struct Draft {
    globals: Globals,
    opening: Opening,
    pub(super) words: Vec<OsString>,
    pub(super) path: Vec<String>,
    ask: Ask,
}

/// Reads the arguments that the process was given.
pub fn parse() -> Result<Given, clap::Error> {
    // To make the command line takes longer than to read it: only the command that is called is made, and all of it where
    // something is to be said of it.
    let root = Cli::command();
    let words = ordered(std::env::args_os());
    let strict = match root.try_get_matches_from(&words) {
        Err(error) if error.kind() != ErrorKind::DisplayVersion => {
            command().try_get_matches_from(&words)
        }
        strict => strict,
    };
    // What is missing may be asked for; what is wrong is wrong.
    let matches = match &strict {
        Ok(matches) => matches.get_flag("interactive").then(|| matches.clone()),
        Err(error) if error.kind() == ErrorKind::MissingRequiredArgument => Some(partly(&words)?),
        Err(_) => None,
    };
    if let Some(matches) = matches.filter(|matches| matches.get_flag("interactive")) {
        if matches.get_flag("no_input") {
            let both = "the argument '--interactive' cannot be used with '--no-input'";
            return Err(command().error(ErrorKind::ArgumentConflict, both));
        }
        let (path, _) = leaf(&matches);
        if let Some(ask) = dialogues::of(&path) {
            return Ok(Given::Draft(Draft {
                globals: Globals::from_arg_matches(&matches)?,
                opening: Opening::from_arg_matches(&matches)?,
                words,
                path,
                ask,
            }));
        }
    }
    Cli::from_arg_matches(&strict?).map(Given::Whole)
}

/// Reads words as a command line of their own.
pub(in crate::cmd) fn read(words: &[String]) -> Result<Cli, clap::Error> {
    let root = Cli::command();
    let words = std::iter::once("nkeep").chain(words.iter().map(String::as_str));
    let words = ordered(words.map(OsString::from));
    Cli::from_arg_matches(&root.try_get_matches_from(&words)?)
}

/// What stands on a command line from which something may be missing.
pub(super) fn partly(words: &[OsString]) -> Result<ArgMatches, clap::Error> {
    // What is made later than it is said to ignore errors ignores them, too.
    Cli::command()
        .ignore_errors(true)
        .try_get_matches_from(words)
}

/// The command that is meant, and what was given to it.
pub(super) fn leaf(matches: &ArgMatches) -> (Vec<String>, &ArgMatches) {
    let (mut path, mut at) = (Vec::new(), matches);
    while let Some((name, inner)) = at.subcommand() {
        path.push(name.to_owned());
        at = inner;
    }
    (path, at)
}

impl Draft {
    /// Asks for the rest, and whether that is to be done.
    pub(in crate::cmd) fn completed(&self, ctx: &Ctx) -> Result<Cli, Failure> {
        let mut asking = Asking::open(ctx, self)?;
        (self.ask)(&mut asking)?;
        asking.agreed()
    }
}

/// What a command needs whose parser does without.
fn unsaid(matches: &ArgMatches) -> Option<String> {
    let (path, leaf) = leaf(matches);
    let lacks_name = path == ["init"] && !given(leaf, "name") && !given(leaf, "positional");
    lacks_name.then(|| "--name <NAME>".to_owned())
}

pub(super) fn given(matches: &ArgMatches, id: &str) -> bool {
    // Ids of groups and flags that this command does not have are given by nobody.
    matches.try_contains_id(id).is_ok()
        && matches.value_source(id) == Some(ValueSource::CommandLine)
}

/// The command line without what made it a dialogue.
pub(super) fn line_of(words: &[OsString]) -> String {
    let ends = words.iter().position(|word| word == "--");
    let mut line = vec!["nkeep".to_owned()];
    for (at, word) in words.iter().enumerate().skip(1) {
        let is_flag = ends.is_none_or(|ends| at < ends);
        let word = word.to_string_lossy();
        match &*word {
            "-i" | "--interactive" if is_flag => {}
            "-iJ" | "-Ji" if is_flag => line.push("-J".to_owned()),
            word => line.push(match word.split_once('=') {
                Some((flag, value)) if is_flag && flag.starts_with("--") => {
                    format!("{flag}={}", shell_word(value))
                }
                _ => shell_word(word),
            }),
        }
    }
    line.join(" ")
}

/// There is nobody to ask: names the answers without which the command is none.
pub(super) fn nobody(draft: &Draft, leaf: &clap::Command) -> Failure {
    const NOBODY: &str = "there is no terminal to ask at";
    let line = line_of(&draft.words);
    let missing: Vec<String> = match command().try_get_matches_from(&draft.words) {
        Ok(matches) => unsaid(&matches).into_iter().collect(),
        Err(error) => match error.get(ContextKind::InvalidArg) {
            Some(ContextValue::Strings(missing)) => {
                missing.iter().map(|arg| flag(leaf, arg)).collect()
            }
            _ => Vec::new(),
        },
    };
    if missing.is_empty() {
        let failure = Failure::usage(format!("{NOBODY}, and -i asks: leave it out")).hint(line);
        return match draft.path.first() {
            Some(verb) if verb == "edit" => {
                let help = format!("nkeep {} --help", draft.path.join(" "));
                failure.hint(noted(help, "says what can be changed"))
            }
            _ => failure,
        };
    }
    let answers = missing.join(" ");
    let typed = answers.replace(['<', '>'], "");
    Failure::usage(format!(
        "{NOBODY}, and without -i there is missing: {answers}"
    ))
    .hint(format!("{line} {typed}"))
}

/// An argument as clap calls it; one that has a place on the line by the flag that says the same, where there is one.
fn flag(leaf: &clap::Command, arg: &str) -> String {
    let name = arg.trim_end_matches('.').trim_matches(['<', '>']);
    let longs = leaf.get_arguments().filter_map(Arg::get_long);
    match name.to_lowercase() {
        name if longs.into_iter().any(|long| long == name) => {
            format!("--{name} <{}>", name.to_uppercase())
        }
        _ => arg.to_owned(),
    }
}
