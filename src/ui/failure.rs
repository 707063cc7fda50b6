//! What can go wrong, in kinds: each kind has one exit code.

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::io;

use clap::error::ErrorKind;
use serde_json::json;

use crate::masking::without_seeds;
use crate::store::StoreError;
use crate::store::age::AgeError;
use crate::text::{noted, sanitized, sanitized_json, shell_word};
use crate::trust::{Place, TrustError};

/// What the process says to the one that started it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitCode {
    /// Done.
    Done,
    /// Failed.
    Failed,
    /// The command line makes no sense.
    Usage,
    /// Validation or verification found problems.
    Problems,
    /// The store is locked, or there is no identity to open it.
    Locked,
    /// A wrong passphrase or identity.
    WrongIdentity,
    /// A step was asked for whose gate is not satisfied.
    Gate,
    /// Tampering, a rollback or a conflict was detected.
    Tampered,
    /// A bug.
    Bug,
    /// Interrupted.
    Interrupted,
}

impl ExitCode {
    /// Every code, as the man page lists them.
    pub const ALL: [Self; 10] = [
        Self::Done,
        Self::Failed,
        Self::Usage,
        Self::Problems,
        Self::Locked,
        Self::WrongIdentity,
        Self::Gate,
        Self::Tampered,
        Self::Bug,
        Self::Interrupted,
    ];

    /// The number.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::Problems => 3,
            Self::Locked => 4,
            Self::WrongIdentity => 5,
            Self::Gate => 6,
            Self::Tampered => 7,
            Self::Bug => 101,
            Self::Interrupted => 130,
        }
    }

    /// What it means.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Done => "Done.",
            Self::Failed => "Failed: a file, the network or the system stood in the way.",
            Self::Usage => {
                "The command line makes no sense, or an answer is missing that nobody is there to give."
            }
            Self::Problems => "Validation or verification found problems.",
            Self::Locked => "The store is locked, or there is no identity to open it with.",
            Self::WrongIdentity => "The passphrase or identity is wrong.",
            Self::Gate => "A rotation or ceremony is not ready for the step.",
            Self::Tampered => "Tampering, a rollback or a conflict was detected.",
            Self::Bug => "A bug in nkeep.",
            Self::Interrupted => "Interrupted.",
        }
    }
}

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
        let breaks_rules = matches!(self.error.downcast_ref(), Some(TrustError::Rules(_)));
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
    pub fn from_clap(error: &clap::Error, help: &str) -> Self {
        if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
            return Self::usage("a subcommand is missing").hint(help);
        }
        let rendered = error.render().to_string();
        let mut paragraphs = rendered.split("\n\n").map(str::trim);
        let message = paragraphs.next().unwrap_or_default();
        let message = message.strip_prefix("error: ").unwrap_or(message);
        let words: Vec<_> = message.split_whitespace().map(shortened).collect();
        let message = words.join(" ");
        // Clap's tips are no commands, so they are part of the message.
        let tips = paragraphs.filter_map(|paragraph| paragraph.strip_prefix("tip: "));
        let message = tips.fold(message, |message, tip| format!("{message} ({tip})"));
        Self::usage(message).hint(help)
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

    /// Whether all was said already.
    #[must_use]
    pub const fn is_silent(&self) -> bool {
        self.silent
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
            "message": self.message(),
            "hints": self.hints.iter().map(|hint| without_seeds(hint)).collect::<Vec<_>>(),
        });
        format!("{}\n", sanitized_json(&document.to_string()))
    }
}

impl<E: std::error::Error + Send + Sync + 'static> From<E> for Failure {
    fn from(error: E) -> Self {
        let any: &dyn std::any::Any = &error;
        let stored = any
            .downcast_ref::<StoreError>()
            .or_else(|| match any.downcast_ref::<TrustError>() {
                Some(TrustError::Store(error)) => Some(error),
                _ => None,
            })
            .or_else(|| source_in_store(&error));
        let (code, hint) = match (stored, any.downcast_ref::<TrustError>()) {
            (Some(error), _) => of_store(error),
            (None, Some(error)) => of_trust(error),
            (None, None) => (
                ExitCode::Failed,
                any.downcast_ref::<AgeError>().and_then(of_age),
            ),
        };
        let failure = Self::new(code, error);
        match hint {
            Some(hint) => failure.hint(hint),
            None => failure,
        }
    }
}

/// The store's error behind another, such as that of an agent that cannot sign.
fn source_in_store<'a>(
    error: &'a (dyn std::error::Error + Send + Sync + 'static),
) -> Option<&'a StoreError> {
    std::iter::successors(error.source(), |error| error.source())
        .find_map(|error| error.downcast_ref())
}

/// What a store's errors mean to whoever started the process, and what helps.
fn of_store(error: &StoreError) -> (ExitCode, Option<String>) {
    match error {
        StoreError::Tampered { .. } => (
            ExitCode::Tampered,
            Some(noted(
                "nkeep store restore FILE --force",
                "puts a backup in its place",
            )),
        ),
        StoreError::ClockBehind(_) => (
            ExitCode::Failed,
            Some(noted(
                "date",
                "if it is right, and the last change was made by a wrong clock: add --clock-was-wrong",
            )),
        ),
        StoreError::Conflict { .. } => (
            ExitCode::Tampered,
            Some(noted("nkeep audit log", "says who changed what here")),
        ),
        StoreError::RolledBack { head, .. } => (
            ExitCode::Tampered,
            Some(format!("nkeep store accept-rollback --expect-head {head}")),
        ),
        StoreError::Locked { .. } => (
            ExitCode::Locked,
            Some(noted("nkeep store recipients list", "says who opens what")),
        ),
        StoreError::WrongIdentity => (
            ExitCode::WrongIdentity,
            Some(noted("nkeep store recipients list", "says who opens what")),
        ),
        StoreError::WrongPassphrase => (ExitCode::WrongIdentity, None),
        StoreError::NoSuch {
            what: "recipient", ..
        } => (
            ExitCode::Failed,
            Some("nkeep store recipients list".to_owned()),
        ),
        StoreError::NoSuch { what, .. } => (ExitCode::Failed, Some(format!("nkeep list {what}s"))),
        StoreError::Taken { what, .. } => (ExitCode::Failed, who_has_it(what)),
        StoreError::Age {
            source: AgeError::Interrupted,
            ..
        } => (ExitCode::Interrupted, None),
        StoreError::Age { source, .. } => (ExitCode::Failed, of_age(source)),
        _ => (ExitCode::Failed, None),
    }
}

/// Where it is seen who has a name, by what has it: `an account`.
fn who_has_it(what: &str) -> Option<String> {
    const LISTS: [(&str, &str); 4] = [
        ("operator", "nkeep list operators"),
        ("account", "nkeep list accounts"),
        ("user", "nkeep list users"),
        ("recipient", "nkeep store recipients list"),
    ];
    let list = LISTS.iter().find(|(kind, _)| what.contains(kind));
    list.map(|(_, list)| noted(list, "says what there is"))
}

/// What helps when a file cannot be sealed or opened.
fn of_age(error: &AgeError) -> Option<String> {
    match error {
        AgeError::Feature { feature, .. } => Some(format!(
            "cargo install --path . --locked --features {feature}"
        )),
        AgeError::PluginNotAllowed(name) => Some(noted(
            format!("export NKEEP_PLUGINS={name}"),
            "if it is yours, and not only the store's",
        )),
        _ => None,
    }
}

/// The same of the tree's.
fn of_trust(error: &TrustError) -> (ExitCode, Option<String>) {
    match error {
        TrustError::Rules(_) => (ExitCode::Problems, None),
        TrustError::Ambiguous { kind, place, .. } => (
            ExitCode::Usage,
            Some(noted(
                format!("nkeep list {kind}s{}", flags(place)),
                "and name one",
            )),
        ),
        TrustError::NoSuch { kind, place, .. } => (
            ExitCode::Failed,
            Some(format!("nkeep list {kind}s{}", flags(place))),
        ),
        TrustError::None { kind, place } => (
            ExitCode::Failed,
            Some(format!("nkeep add {kind} NAME{}", flags(place))),
        ),
        TrustError::Signer(_) => (
            ExitCode::Failed,
            Some(noted("nkeep list keys", "says which keys there are")),
        ),
        TrustError::Refused { help, .. } => (ExitCode::Failed, Some(help.clone())),
        TrustError::Unforced { flag, then, .. } => {
            (ExitCode::Failed, Some(noted(called_with(flag), then)))
        }
        TrustError::ClockBehind(_) => (ExitCode::Failed, Some(noted("date", "and set the clock"))),
        _ => (ExitCode::Failed, None),
    }
}

/// The command of this process as it was called, with a flag more: with everything else that was asked for.
#[must_use]
pub fn called_with(flag: &str) -> String {
    let words = std::env::args_os().skip(1);
    let words: Vec<String> = words
        .map(|word| shell_word(&word.to_string_lossy()))
        .collect();
    format!("nkeep {} {flag}", words.join(" "))
}

/// What a command that looks at that place is told, after a space.
pub fn flags(place: &Place) -> String {
    let named = [("-a", &place.account), ("--operator", &place.operator)];
    let mut text = String::new();
    for (flag, name) in named {
        if let Some(name) = name {
            let _ = write!(text, " {flag} {}", shell_word(name.as_str()));
        }
    }
    text
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
