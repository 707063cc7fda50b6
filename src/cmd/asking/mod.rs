//! `-i`: the dialogue that completes a command line. Every answer becomes a word of it, read by the parser that reads the
//! flag, so a command runs in the same way whether it was typed or answered, and who answered sees what to type next time.
//! What each command asks stands beside its arguments; what several ask about the store is in [`store`].

mod dialogues;
mod draft;
pub(super) mod store;
mod terms;

use std::collections::HashSet;
use std::ffi::OsString;

use clap::error::ErrorKind;
use clap::{Arg, ArgMatches, FromArgMatches};

pub(super) use draft::read;
pub use draft::{Draft, Given, parse};
use draft::{given, leaf, line_of, nobody, partly};

use super::{Cli, Ctx, command};
use crate::masking::holds_secret;
use crate::store::sqlite::SqliteStore;
use crate::ui::ask::{Dialogue, cancelled};
use crate::ui::{ExitCode, Failure};

/// What a command asks.
type Ask = fn(&mut Asking<'_>) -> Result<(), Failure>;

/// A dialogue that goes on: what was given and answered so far.
pub(super) struct Asking<'a> {
    pub(super) ctx: &'a Ctx,
    dialogue: Dialogue,
    path: &'a [String],
    command: clap::Command,
    words: Vec<OsString>,
    matches: ArgMatches,
    store: Option<SqliteStore>,
    /// Flags that say where something is, and not what is to become of it.
    places: HashSet<&'static str>,
}

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
            return Err(nobody(draft, &command));
        };
        Ok(Self {
            ctx,
            dialogue,
            path: &draft.path,
            command,
            words: draft.words.clone(),
            matches,
            store: None,
            places: HashSet::from(["interactive"]),
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

    /// Those flags say where something is.
    pub(super) fn only_place(&mut self, ids: &[&'static str]) {
        self.places.extend(ids);
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

    /// The same of what there may be none of: `-` clears it, by the flag's own empty value or by another flag.
    pub(super) fn text_or_none(
        &mut self,
        id: &str,
        question: &str,
        present: &str,
        clearing: Option<&str>,
    ) -> Result<(), Failure> {
        if present.is_empty() || self.has(clearing.unwrap_or(id)) {
            return self.text_as(id, question, present);
        }
        if self.has(id) {
            return Ok(());
        }
        let question = format!("{question}; - clears it");
        loop {
            let line = self.dialogue.line(&question, present)?;
            let taken = match line.as_str() {
                "" => true,
                "-" => self.answer(clearing.unwrap_or(id), "")?,
                line => line == present || self.answer(id, line)?,
            };
            if taken {
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

    /// Asks for a flag, and once more where what was answered cannot be, though the parser takes it.
    pub(super) fn until(
        &mut self,
        id: &str,
        ask: impl Fn(&mut Self) -> Result<(), Failure>,
        holds: impl Fn(&mut Self) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let is_given = self.has(id);
        let (words, matches) = (self.words.clone(), self.matches.clone());
        loop {
            ask(self)?;
            match holds(self) {
                Ok(()) => return Ok(()),
                Err(refused) if is_given => return Err(refused),
                Err(refused) => self.dialogue.say(&refused.message())?,
            }
            self.words.clone_from(&words);
            self.matches.clone_from(&matches);
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
        // What is answered is shown, and becomes a word of the command.
        if holds_secret(value) {
            self.dialogue
                .say("it is a seed, or holds one: name a file that has it")?;
            return Ok(false);
        }
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
        let takes_one = arg.and_then(Arg::get_num_args);
        let takes_one = takes_one.is_some_and(|count| count.min_values() > 0);
        match value {
            "" if takes_one => vec![format!("--{long}=").into()],
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
        Failure::from_clap(error, &[format!("nkeep {} --help", self.path.join(" "))])
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
        // Groups of flags have ids, too, and say nothing of their own.
        let flags = self
            .command
            .get_arguments()
            .map(|arg| arg.get_id().as_str());
        flags
            .filter(|id| !self.places.contains(id) && !globals.contains(*id))
            .any(|id| given(leaf, id))
    }
}

impl Cli {
    fn global_ids() -> HashSet<String> {
        let command = command();
        let globals = command.get_arguments().filter(|arg| arg.is_global_set());
        globals.map(|arg| arg.get_id().to_string()).collect()
    }
}

fn unchanged() -> Failure {
    let said = "nothing was changed: every answer leaves it as it is";
    Failure::new(ExitCode::Failed, anyhow::anyhow!(said))
}
