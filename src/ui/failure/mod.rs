//! What can go wrong, in kinds: each kind has one exit code.

mod again;
mod meaning;
#[cfg(feature = "net")]
mod servers;
/// Without the network no server fails.
#[cfg(not(feature = "net"))]
mod servers {
    pub(super) const fn reason(_: &(dyn std::error::Error + 'static)) -> Option<&'static str> {
        None
    }

    pub(super) const fn hint(_: &dyn std::any::Any) -> Option<String> {
        None
    }
}

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::io;

use clap::error::ErrorKind;
use serde_json::json;

pub use again::{again, called_with, called_with_instead, called_with_other};
#[cfg(feature = "net")]
pub use again::{again_unforced, waiting_longer};
#[cfg(feature = "net")]
pub use servers::{wants_certificate, wants_tls_first};

use super::exit::ExitCode;
use crate::ceremony::CeremonyError;
use crate::jwt::decode::DecodeError;
use crate::masking::without_seeds;
use crate::rotation::RotationError;
use crate::text::{sanitized, sanitized_json};
use crate::trust::TrustError;

/// Why a command failed, and what helps.
#[derive(Debug)]
pub struct Failure {
    code: ExitCode,
    error: anyhow::Error,
    hints: Vec<String>,
    silent: bool,
}

impl Failure {
    /// A failure of a kind.
    pub fn new(code: ExitCode, error: impl Into<anyhow::Error>) -> Self {
        Self {
            code,
            error: error.into(),
            hints: Vec::new(),
            silent: false,
        }
    }

    /// The command line makes no sense.
    pub fn usage(message: impl fmt::Display) -> Self {
        Self::new(ExitCode::Usage, anyhow::anyhow!("{message}"))
    }

    /// Problems were found, and were shown already.
    pub fn problems_shown() -> Self {
        Self {
            silent: true,
            ..Self::new(ExitCode::Problems, anyhow::anyhow!("problems were found"))
        }
    }

    /// It ended so, and what there is to say of it was said already.
    pub fn shown(code: ExitCode) -> Self {
        Self {
            silent: true,
            ..Self::new(code, anyhow::anyhow!("it was said already"))
        }
    }

    /// Problems were found, and may have been shown: that they could not be makes them no fewer.
    pub fn problems_after(shown: Result<(), Self>) -> Self {
        match shown {
            Ok(()) => Self::problems_shown(),
            Err(unwritten) => Self {
                code: ExitCode::Problems,
                ..unwritten
            },
        }
    }

    /// The command's help, where nothing else helps with what makes no sense.
    #[must_use]
    pub fn or_help(self, help: &str) -> Self {
        let breaks_rules = matches!(self.of_trust(), Some(TrustError::Rules(_)));
        let is_about_words = self.code == ExitCode::Usage || breaks_rules;
        if is_about_words && self.hints.is_empty() && !self.silent {
            self.hint(help)
        } else {
            self
        }
    }

    /// What was written is nowhere else: a reader that went away has lost it.
    #[must_use]
    pub fn lost(self, what: &str) -> Self {
        if self.code != ExitCode::Done {
            return self;
        }
        Self {
            code: ExitCode::Failed,
            silent: false,
            ..self.context(format!("nobody read {what}, and it is lost"))
        }
    }

    /// Cannot happen.
    pub fn bug(error: impl Into<anyhow::Error>) -> Self {
        Self::new(ExitCode::Bug, error)
    }

    /// Stdout did not take what was written. A reader that went away, as `head` does, has had enough: that is no error.
    pub fn stdout(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self {
                silent: true,
                ..Self::new(ExitCode::Done, error)
            };
        }
        Self::new(
            ExitCode::Failed,
            anyhow::Error::new(error).context("cannot write to stdout"),
        )
    }

    /// A command line that clap does not take; `help` is the command that shows how it is written.
    pub fn from_clap(error: &clap::Error, hints: &[String]) -> Self {
        if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
            return Self::usage("a subcommand is missing").hints(hints);
        }
        let rendered = error.render().to_string();
        let mut paragraphs = rendered.split("\n\n").map(str::trim);
        let message = paragraphs.next().unwrap_or_default();
        let message = message.strip_prefix("error: ").unwrap_or(message);
        let words: Vec<_> = message.split_whitespace().map(shortened).collect();
        let message = words.join(" ");
        // Clap's tips are no commands, so they are part of the message.
        let tips = paragraphs
            .filter_map(|paragraph| paragraph.strip_prefix("tip: "))
            .map(once);
        let message = tips.fold(message, |message, tip| format!("{message} ({tip})"));
        Self::usage(message).hints(hints)
    }

    fn hints(self, commands: &[String]) -> Self {
        commands.iter().fold(self, Self::hint)
    }

    /// Says what was being done.
    #[must_use]
    pub fn context(self, doing: impl fmt::Display + Send + Sync + 'static) -> Self {
        Self {
            error: self.error.context(doing),
            ..self
        }
    }

    /// Adds a command that helps.
    #[must_use]
    pub fn hint(mut self, command: impl Into<String>) -> Self {
        let command = command.into();
        if !self.hints.contains(&command) {
            self.hints.push(command);
        }
        self
    }

    /// Adds a command that helps more than the others.
    #[must_use]
    pub fn hint_before(mut self, command: impl Into<String>) -> Self {
        self.hints.insert(0, command.into());
        self
    }

    /// The same, with its commands as that makes them.
    #[must_use]
    pub fn with_commands(mut self, command: impl Fn(&str) -> String) -> Self {
        for hint in std::mem::take(&mut self.hints) {
            self = self.hint(command(&hint));
        }
        self
    }

    /// The exit code.
    #[must_use]
    pub const fn code(&self) -> ExitCode {
        self.code
    }

    /// The tree's own error behind it.
    pub fn of_trust(&self) -> Option<&TrustError> {
        match self.error.downcast_ref() {
            Some(RotationError::Trust(error)) => Some(error),
            _ => self.error.downcast_ref(),
        }
    }

    /// Whether it is that a token was not signed yet, which a request is made for.
    #[must_use]
    pub fn is_about_a_hollow_token(&self) -> bool {
        let mut reasons = self.error.chain();
        reasons.any(|reason| matches!(reason.downcast_ref(), Some(DecodeError::Signature)))
    }

    /// Whether an identity has to sign that is not here.
    #[must_use]
    pub fn wants_a_root(&self) -> bool {
        let mut reasons = self.error.chain();
        reasons.any(|reason| {
            let trust = match (reason.downcast_ref(), reason.downcast_ref()) {
                (Some(RotationError::Trust(error)), _) | (_, Some(CeremonyError::Trust(error))) => {
                    Some(error)
                }
                _ => reason.downcast_ref(),
            };
            matches!(trust, Some(TrustError::RootAway { .. }))
        })
    }

    /// Whether all was said already.
    #[must_use]
    pub const fn is_silent(&self) -> bool {
        self.silent
    }

    /// The command that helps most, where one does.
    #[must_use]
    pub fn first_hint(&self) -> Option<&str> {
        self.hints.first().map(String::as_str)
    }

    /// The chain of reasons in one line. An error that repeats its source's words is not said twice.
    pub fn message(&self) -> String {
        let mut message = String::new();
        for reason in self.error.chain() {
            let reason = as_we_write(&reason.to_string());
            if message.is_empty() {
                message = reason;
            } else if !message.contains(&reason) {
                let _ = write!(message, ": {reason}");
            }
        }
        without_seeds(&message)
    }

    pub(super) fn to_text(&self) -> String {
        let mut text = format!("nkeep: error: {}\n", sanitized(&self.message()));
        for hint in &self.hints {
            let _ = writeln!(text, "nkeep: hint: {}", sanitized(&without_seeds(hint)));
        }
        text
    }

    pub(super) fn to_json(&self) -> String {
        let document = json!({
            "kind": "error",
            "code": self.code.number(),
            "reason": meaning::reason(&self.error, self.code),
            "message": self.message(),
            "hints": self.hints.iter().map(|hint| without_seeds(hint)).collect::<Vec<_>>(),
        });
        format!("{}\n", sanitized_json(&document.to_string()))
    }
}

/// Gives an error its kind and a hint on the way out.
pub trait Hinted<T> {
    /// The kind of failure.
    fn code(self, code: ExitCode) -> Result<T, Failure>;
    /// A command that helps.
    fn hint(self, command: impl Into<String>) -> Result<T, Failure>;
    /// What was being done.
    fn context(self, doing: impl fmt::Display + Send + Sync + 'static) -> Result<T, Failure>;
}

impl<T, E: Into<Failure>> Hinted<T> for Result<T, E> {
    fn code(self, code: ExitCode) -> Result<T, Failure> {
        self.map_err(|error| Failure {
            code,
            ..error.into()
        })
    }

    fn hint(self, command: impl Into<String>) -> Result<T, Failure> {
        self.map_err(|error| error.into().hint(command))
    }

    fn context(self, doing: impl fmt::Display + Send + Sync + 'static) -> Result<T, Failure> {
        self.map_err(|error| error.into().context(doing))
    }
}

/// A tip in which each command stands once: what nsc writes with an underscore is the same.
fn once(tip: &str) -> String {
    let Some((says, commands)) = tip.split_once(": ") else {
        return tip.to_owned();
    };
    let all: Vec<&str> = commands.split(", ").collect();
    let is_again = |one: &str| one.contains('_') && all.contains(&&*one.replace('_', "-"));
    let each: Vec<&str> = all.iter().copied().filter(|one| !is_again(one)).collect();
    format!("{says}: {}", each.join(", "))
}

/// A word that nobody reads to its end, such as a token given in place of a file, by its beginning.
fn shortened(word: &str) -> Cow<'_, str> {
    const LONGEST: usize = 160;
    if word.chars().count() <= LONGEST {
        return Cow::Borrowed(word);
    }
    let beginning: String = word.chars().take(LONGEST / 4).collect();
    Cow::Owned(format!("{beginning}...'"))
}

/// What the system says of a file, as the rest of the message is written; everything else as it is.
fn as_we_write(text: &str) -> String {
    let Some((text, _)) = text.split_once(" (os error ") else {
        return text.to_owned();
    };
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(characters).collect()
    })
}
