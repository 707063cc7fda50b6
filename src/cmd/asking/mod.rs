//! `-i`: the dialogue that completes a command line. Every answer becomes a word of it, read by the parser that reads the
//! flag, so a command runs in the same way whether it was typed or answered, and who answered sees what to type next time.
//! What each command asks stands beside its arguments; what several ask about the store is in [`store`].

mod dialogues;
pub(super) mod store;
mod terms;

use std::collections::HashSet;
use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, FromArgMatches};

use super::{Cli, Ctx, Opening, command};
use crate::store::sqlite::SqliteStore;
use crate::text::shell_word;
use crate::ui::ask::{Dialogue, cancelled};
use crate::ui::{ExitCode, Failure};

/// What a command asks.
type Ask = fn(&mut Asking<'_>) -> Result<(), Failure>;

/// A command line, ready to be run or to be completed.
#[allow(clippy::large_enum_variant, reason = "a process has one")]
pub enum Given {
    /// All of it.
    Whole(Cli),
    /// As much as was typed; the rest is asked for.
    Draft(Draft),
}

impl Given {
    /// Whether one JSON document is wanted.
    #[must_use]
    pub const fn json(&self) -> bool {
        match self {
            Self::Whole(cli) => cli.json,
            Self::Draft(draft) => draft.json,
        }
    }

    /// Where the store is, and what opens it.
    #[must_use]
    pub const fn opening(&self) -> &Opening {
        match self {
            Self::Whole(cli) => &cli.opening,
            Self::Draft(draft) => &draft.opening,
        }
    }
}

/// A command line of which the rest is asked for.
pub struct Draft {
    json: bool,
    opening: Opening,
    words: Vec<OsString>,
    path: Vec<String>,
    ask: Ask,
}

/// Reads the arguments that the process was given.
pub fn parse() -> Result<Given, clap::Error> {
    let words: Vec<OsString> = std::env::args_os().collect();
    let strict = command().try_get_matches_from(&words);
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
                json: matches.get_flag("json"),
                opening: Opening::from_arg_matches(&matches)?,
                words,
                path,
                ask,
            }));
        }
    }
    Cli::from_arg_matches(&strict?).map(Given::Whole)
}

/// What stands on a command line from which something may be missing.
fn partly(words: &[OsString]) -> Result<ArgMatches, clap::Error> {
    command().ignore_errors(true).try_get_matches_from(words)
}

/// The command that is meant, and what was given to it.
fn leaf(matches: &ArgMatches) -> (Vec<String>, &ArgMatches) {
    let (mut path, mut at) = (Vec::new(), matches);
    while let Some((name, inner)) = at.subcommand() {
        path.push(name.to_owned());
        at = inner;
    }
    (path, at)
}

impl Draft {
    /// Asks for the rest, and whether that is to be done.
    pub(super) fn completed(&self, ctx: &Ctx) -> Result<Cli, Failure> {
        let mut asking = Asking::open(ctx, self)?;
        (self.ask)(&mut asking)?;
        asking.agreed()
    }
}

/// A dialogue that goes on: what was given and answered so far.
pub(super) struct Asking<'a> {
    pub(super) ctx: &'a Ctx,
    dialogue: Dialogue,
    path: &'a [String],
    command: clap::Command,
    words: Vec<OsString>,
    matches: ArgMatches,
    store: Option<SqliteStore>,
}

/// Flags that say where something is, and not what is to become of it.
const WHERE: [&str; 7] = [
    "operator",
    "account",
    "positional",
    "name",
    "subject",
    "sk",
    "interactive",
];

impl<'a> Asking<'a> {
    fn open(ctx: &'a Ctx, draft: &'a Draft) -> Result<Self, Failure> {
        let mut command = command();
        command.build();
        for name in &draft.path {
            if let Some(inner) = command.find_subcommand(name).cloned() {
                command = inner;
            }
        }
        let matches = partly(&draft.words).map_err(Failure::bug)?;
        let Some(dialogue) = Dialogue::open()? else {
            return Err(nobody(draft, &command, &matches));
        };
        Ok(Self {
            ctx,
            dialogue,
            path: &draft.path,
            command,
            words: draft.words.clone(),
            matches,
            store: None,
        })
    }

    /// Whether the flag, or another that says the same, was given or answered.
    pub(super) fn has(&self, id: &str) -> bool {
        given(leaf(&self.matches).1, id)
    }

    /// Whether it is said already what opens the store.
    pub(super) fn opens(&self) -> bool {
        ["identity", "identity_fd", "passphrase_fd"]
            .iter()
            .any(|id| self.has(id))
            || self.ctx.identity_file().is_some()
    }

    /// A part of the arguments, as far as it is known.
    pub(super) fn part<T: FromArgMatches>(&self) -> Result<T, Failure> {
        T::from_arg_matches(leaf(&self.matches).1).map_err(|error| self.wrong(&error))
    }

    /// The value of a flag as it was typed.
    pub(super) fn value(&self, id: &str) -> Option<String> {
        let raw = leaf(&self.matches).1.try_get_raw(id).ok()??.next()?;
        raw.to_str().map(str::to_owned)
    }

    /// Asks for a value in the words of the flag's help; where nothing is typed, all stays at what `present` shows.
    pub(super) fn text(&mut self, id: &str, present: &str) -> Result<(), Failure> {
        let question = self.help(id);
        self.text_as(id, &question, present)
    }

    /// The same in other words.
    pub(super) fn text_as(
        &mut self,
        id: &str,
        question: &str,
        present: &str,
    ) -> Result<(), Failure> {
        if self.has(id) {
            return Ok(());
        }
        let shown = if present.is_empty() { "none" } else { present };
        loop {
            let line = self.dialogue.line(question, shown)?;
            if line.is_empty() || line == present || self.answer(id, &line)? {
                return Ok(());
            }
        }
    }

    /// Asks for a value that there has to be.
    pub(super) fn needed(&mut self, id: &str, question: &str) -> Result<(), Failure> {
        if self.has(id) {
            return Ok(());
        }
        loop {
            let line = self.dialogue.line(question, "")?;
            if line.is_empty() {
                self.dialogue.say("it is needed")?;
            } else if self.answer(id, &line)? {
                return Ok(());
            }
        }
    }

    /// Asks for a value that there has to be, and proposes one.
    pub(super) fn proposed(
        &mut self,
        id: &str,
        question: &str,
        proposal: &str,
    ) -> Result<(), Failure> {
        if self.has(id) {
            return Ok(());
        }
        loop {
            let line = self.dialogue.line(question, proposal)?;
            let line = if line.is_empty() { proposal } else { &line };
            if self.answer(id, line)? {
                return Ok(());
            }
        }
    }

    /// Asks for yes or no in the words of the flag's help.
    pub(super) fn switch(&mut self, id: &str, present: bool) -> Result<bool, Failure> {
        let question = self.help(id);
        self.switch_as(id, &question, present, present)
    }

    /// The same in other words, where `suggested` is the answer to no answer.
    pub(super) fn switch_as(
        &mut self,
        id: &str,
        question: &str,
        present: bool,
        suggested: bool,
    ) -> Result<bool, Failure> {
        if self.has(id) {
            return Ok(self.value(id).is_none_or(|value| value != "false"));
        }
        loop {
            let yes = self.dialogue.yes(question, suggested)?;
            if yes == present || self.answer(id, if yes { "" } else { "false" })? {
                return Ok(yes);
            }
        }
    }

    /// Asks for a line that is no flag yet.
    pub(super) fn line(&self, question: &str) -> Result<String, Failure> {
        self.dialogue.line(question, "")
    }

    /// Says something in between.
    pub(super) fn say(&self, message: &str) -> Result<(), Failure> {
        self.dialogue.say(message)
    }

    /// Asks something that is no flag.
    pub(super) fn yes(&self, question: &str, suggested: bool) -> Result<bool, Failure> {
        self.dialogue.yes(question, suggested)
    }

    /// Lets one be chosen: each is shown by the first, and given to the flag as the second, but for what holds anyway.
    pub(super) fn choice(
        &mut self,
        id: &str,
        question: &str,
        items: &[(String, Option<String>)],
        present: usize,
    ) -> Result<(), Failure> {
        if self.has(id) || items.is_empty() {
            return Ok(());
        }
        loop {
            let chosen = self.chosen(question, items, present)?;
            match &items[chosen].1 {
                Some(value) if !self.answer(id, value)? => {}
                _ => return Ok(()),
            }
        }
    }

    /// Lets one be chosen, and says which.
    pub(super) fn chosen<T>(
        &self,
        question: &str,
        items: &[(String, T)],
        present: usize,
    ) -> Result<usize, Failure> {
        let labels: Vec<String> = items.iter().map(|(label, _)| label.clone()).collect();
        self.dialogue.choice(question, &labels, present)
    }

    /// Lets any number be chosen of what there is, in the words of the flag's help.
    pub(super) fn some_of(&mut self, id: &str, items: &[String]) -> Result<(), Failure> {
        let items = items.iter().map(|item| (item.clone(), item.clone()));
        let question = self.help(id);
        self.some_as(id, &question, &items.collect::<Vec<_>>())
    }

    /// The same in other words, and with other words for what is chosen.
    pub(super) fn some_as(
        &mut self,
        id: &str,
        question: &str,
        items: &[(String, String)],
    ) -> Result<(), Failure> {
        if self.has(id) || items.is_empty() {
            return Ok(());
        }
        let labels: Vec<String> = items.iter().map(|(label, _)| label.clone()).collect();
        for chosen in self.dialogue.choices(question, &labels)? {
            self.answer(id, &items[chosen].1)?;
        }
        Ok(())
    }

    /// Takes an answer, unless the parser refuses it: then the reason is said.
    pub(super) fn answer(&mut self, id: &str, value: &str) -> Result<bool, Failure> {
        let mut words = self.words.clone();
        let at = words.iter().position(|word| word == "--");
        let at = at.unwrap_or(words.len());
        words.splice(at..at, self.worded(id, value));
        let refused = command().try_get_matches_from(&words).err();
        match refused.filter(|error| error.kind() != ErrorKind::MissingRequiredArgument) {
            None => {
                self.matches = partly(&words).map_err(Failure::bug)?;
                self.words = words;
                Ok(true)
            }
            Some(error) => {
                let reason = std::error::Error::source(&error).map(ToString::to_string);
                let reason = reason.unwrap_or_else(|| self.wrong(&error).message());
                self.dialogue.say(&reason)?;
                Ok(false)
            }
        }
    }

    /// The words that give a flag a value.
    fn worded(&self, id: &str, value: &str) -> Vec<OsString> {
        let arg = self.arg(id);
        let Some(long) = arg.and_then(Arg::get_long) else {
            return vec![value.into()];
        };
        let glued = arg.is_some_and(Arg::is_require_equals_set) || value.starts_with('-');
        match value {
            "" => vec![format!("--{long}").into()],
            value if glued => vec![format!("--{long}={value}").into()],
            value => vec![format!("--{long}").into(), value.into()],
        }
    }

    fn arg(&self, id: &str) -> Option<&Arg> {
        self.command.get_arguments().find(|arg| arg.get_id() == id)
    }

    /// What the flag is, in the words of the help.
    pub(super) fn help(&self, id: &str) -> String {
        let help = self.arg(id).and_then(Arg::get_help);
        help.map_or_else(|| id.replace('_', " "), ToString::to_string)
    }

    fn wrong(&self, error: &clap::Error) -> Failure {
        Failure::from_clap(error, &format!("nkeep {} --help", self.path.join(" ")))
    }

    /// Shows the command line that the answers come to, and asks whether that is to be done.
    fn agreed(self) -> Result<Cli, Failure> {
        let is_edit = self.path.first().is_some_and(|verb| verb == "edit");
        if is_edit && !self.changes_something() {
            return Err(unchanged());
        }
        let matches = command().try_get_matches_from(&self.words);
        let cli = matches
            .and_then(|matches| Cli::from_arg_matches(&matches))
            .map_err(|error| self.wrong(&error))?;
        self.dialogue.say("the answers come to this command:")?;
        self.dialogue.show(&format!("  {}", line_of(&self.words)))?;
        let verb = self.path.first().map(String::as_str);
        let looks = self.path.iter().any(|word| word.starts_with("list"));
        if looks || self.dialogue.yes("Run it", verb != Some("delete"))? {
            Ok(cli)
        } else {
            Err(cancelled())
        }
    }

    fn changes_something(&self) -> bool {
        let (_, leaf) = leaf(&self.matches);
        let globals: HashSet<_> = Cli::global_ids();
        leaf.ids()
            .map(clap::Id::as_str)
            .any(|id| !WHERE.contains(&id) && !globals.contains(id) && given(leaf, id))
    }
}

impl Cli {
    fn global_ids() -> HashSet<String> {
        let command = command();
        let globals = command.get_arguments().filter(|arg| arg.is_global_set());
        globals.map(|arg| arg.get_id().to_string()).collect()
    }
}

fn given(matches: &ArgMatches, id: &str) -> bool {
    // Ids of groups and flags that this command does not have are given by nobody.
    matches.try_contains_id(id).is_ok()
        && matches.value_source(id) == Some(ValueSource::CommandLine)
}

fn unchanged() -> Failure {
    let said = "nothing was changed: every answer leaves it as it is";
    Failure::new(ExitCode::Failed, anyhow::anyhow!(said))
}

/// The command line without what made it a dialogue.
fn line_of(words: &[OsString]) -> String {
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

/// There is nobody to ask: names what would have answered.
fn nobody(draft: &Draft, command: &clap::Command, matches: &ArgMatches) -> Failure {
    let (_, leaf) = leaf(matches);
    let asked = command.get_arguments().filter(|arg| {
        !arg.is_hide_set() && !arg.is_global_set() && !given(leaf, arg.get_id().as_str())
    });
    let flags: Vec<String> = asked
        .filter_map(Arg::get_long)
        .filter(|long| !["help", "version"].contains(long))
        .map(|long| format!("--{long}"))
        .collect();
    let path = draft.path.join(" ");
    Failure::usage(format!(
        "there is no terminal to ask at; these say what would be asked: {}",
        flags.join(", ")
    ))
    .hint(format!("nkeep {path} --help"))
}
