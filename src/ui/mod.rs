//! Everything a person or a script reads from nkeep is written here, by these rules.
//!
//! - Data goes to stdout, everything else to stderr with `nkeep:` before it.
//! - With `--json` there is one JSON document on stdout, and each thing on stderr is one, too, on a line of its own.
//! - What was done is said unless `--quiet` is given; warnings and errors always.
//! - Messages begin in lower case and end without a full stop; a hint is a command that can be run; what is said
//!   of it stands behind it as a comment of the shell's.
//! - Untrusted text is escaped before it reaches a terminal; no colour goes anywhere, and no control byte but where
//!   [`ask`] lets a person choose from a list or takes a letter back.
//! - A secret goes to a terminal only when the user asked to see it there; one inside other text is masked.
//! - Every write is checked: a full disk behind stdout is an error, a reader that went away is not.
//!
//! What is right or wrong about keys and tokens is decided elsewhere.

pub mod ask;
pub mod claims;
mod exit;
mod failure;
pub mod hint;
pub mod list;
#[cfg(unix)]
mod modes;
pub mod progress;
pub mod prompt;
pub mod table;
pub mod time;
pub mod tree;

use std::io::{self, IsTerminal as _, Write as _};

use serde::Serialize;
use serde_json::json;

use crate::masking::masked;
pub use crate::masking::shown;
use crate::text::sanitized_json;

pub use exit::ExitCode;
#[cfg(feature = "net")]
pub use failure::again_unforced;
pub use failure::{Failure, Hinted, again, called_with, called_with_instead, called_with_other};
#[cfg(feature = "net")]
pub use failure::{waiting_longer, wants_certificate, wants_tls_first};
pub use table::Table;

/// Where output goes, and in what form.
#[derive(Clone, Copy, Debug)]
pub struct Ui {
    json: bool,
    /// Whether what is said is JSON, too.
    says_json: bool,
    quiet: bool,
    trial: bool,
    silenced: bool,
    warns: bool,
    stdout_is_terminal: bool,
}

impl Ui {
    /// Looks at what stdout is.
    #[must_use]
    pub fn new(json: bool, quiet: bool) -> Self {
        Self {
            json,
            says_json: json,
            quiet,
            trial: false,
            silenced: false,
            warns: true,
            stdout_is_terminal: io::stdout().is_terminal(),
        }
    }

    /// The same in a dry run: each thing that is said to be done says that it is not.
    #[must_use]
    pub const fn in_trial(self) -> Self {
        Self {
            trial: true,
            ..self
        }
    }

    /// One for what is only worked out, which shows warnings at most.
    #[must_use]
    pub const fn silenced(self, warns: bool) -> Self {
        Self {
            warns,
            json: false,
            quiet: true,
            silenced: true,
            ..self
        }
    }

    /// Whether one JSON document is wanted.
    #[must_use]
    pub const fn json(self) -> bool {
        self.json
    }

    /// Whether what was done is not to be said.
    #[must_use]
    pub const fn is_quiet(self) -> bool {
        self.quiet
    }

    /// Whether a person looks at stdout.
    #[must_use]
    pub const fn stdout_is_terminal(self) -> bool {
        self.stdout_is_terminal
    }

    /// Whether a person waits, and wants to hear how far it is.
    #[must_use]
    pub fn is_waited_for(self) -> bool {
        !self.quiet && io::stderr().is_terminal()
    }

    /// How many columns there are where a person looks; what goes elsewhere is neither wrapped nor cut.
    #[must_use]
    pub fn columns(self) -> Option<usize> {
        self.stdout_is_terminal.then(table::width)
    }

    /// Writes data to stdout, all of it or an error.
    pub fn data(self, bytes: &[u8]) -> Result<(), Failure> {
        if self.silenced {
            return Ok(());
        }
        unbuffered_stdout()
            .and_then(|mut stdout| stdout.write_all(bytes))
            .map_err(Failure::stdout)
    }

    /// Writes lines of text to stdout.
    pub fn text(self, text: &str) -> Result<(), Failure> {
        self.data(text.as_bytes())
    }

    /// Writes one JSON document to stdout; that of a dry run says that it is one.
    pub fn document<T: Serialize>(self, document: &T) -> Result<(), Failure> {
        if !self.trial {
            return self.text(&json_text(document)?);
        }
        let mut document = serde_json::to_value(document).map_err(Failure::bug)?;
        if let Some(fields) = document.as_object_mut() {
            fields.insert("dry_run".to_owned(), true.into());
        }
        self.text(&json_text(&document)?)
    }

    /// Says what was done and what comes next, unless that is not wanted.
    pub fn note(self, message: &str) {
        if !self.quiet {
            self.notice(message);
        }
    }

    /// Says what must be seen, on stderr and on one line. That it cannot be said is no reason to fail.
    pub fn notice(self, message: &str) {
        let mark = if self.trial { "dry run: " } else { "" };
        self.say("note", mark, message);
    }

    fn say(self, kind: &str, mark: &str, message: &str) {
        if !self.warns {
            return;
        }
        let text = if self.says_json {
            said_in_json(kind, self.trial, message)
        } else {
            format!("nkeep: {mark}{}\n", shown(message))
        };
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }

    /// Says what may go wrong.
    pub fn warning(self, message: &str) {
        self.say("warning", "warning: ", message);
    }

    /// Shows what went wrong and what helps.
    pub fn failure(self, failure: &Failure) {
        let text = if self.json {
            failure.to_json()
        } else {
            failure.to_text()
        };
        let _ = io::stderr().lock().write_all(text.as_bytes());
    }
}

/// What is said as a line that is JSON; that of a dry run says that it is of one, as the document does.
fn said_in_json(kind: &str, trial: bool, message: &str) -> String {
    let mut line = json!({ "kind": kind, "message": masked(message) });
    if trial {
        line["dry_run"] = json!(true);
    }
    format!("{}\n", sanitized_json(&line.to_string()))
}

/// Stdout without the buffer that the standard library keeps for it, and does not wipe.
fn unbuffered_stdout() -> io::Result<std::fs::File> {
    #[cfg(unix)]
    let owned = std::os::fd::AsFd::as_fd(&io::stdout()).try_clone_to_owned()?;
    #[cfg(windows)]
    let owned = std::os::windows::io::AsHandle::as_handle(&io::stdout()).try_clone_to_owned()?;
    Ok(std::fs::File::from(owned))
}

/// A JSON document as text, safe to look at.
pub fn json_text<T: Serialize>(document: &T) -> Result<String, Failure> {
    let text = serde_json::to_string_pretty(document).map_err(Failure::bug)?;
    Ok(format!("{}\n", sanitized_json(&masked(&text))))
}

/// Whether JSON is asked for, on a command line that was not read.
fn json_is_asked_for() -> bool {
    // The flag may stand anywhere, and what was parsed so far is lost with the error.
    std::env::args_os().any(|word| word == "--json" || word == "-J")
}

/// Shows what is wrong with a command line.
#[must_use]
pub fn misused(failure: &Failure) -> ExitCode {
    Ui::new(json_is_asked_for(), false).failure(failure);
    failure.code()
}

/// Answers a command line that clap does not take: help and version on stdout, the rest as an error with commands that
/// show how it is written.
#[must_use]
pub fn usage(error: &clap::Error, hints: impl FnOnce() -> Vec<String>) -> ExitCode {
    use clap::error::ErrorKind;

    let json = json_is_asked_for();
    let ui = Ui::new(json, false);
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            match ui.text(&error.render().to_string()) {
                Ok(()) => ExitCode::Done,
                Err(failure) => {
                    if !failure.is_silent() {
                        ui.failure(&failure);
                    }
                    failure.code()
                }
            }
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand if !json => {
            let _ = write!(io::stderr().lock(), "{}", error.render());
            ExitCode::Usage
        }
        _ => misused(&Failure::from_clap(error, &hints())),
    }
}

/// Whether a server said what the crate that reads servers' words panics at. It does so in a task of its own, and whoever
/// waits for that task says what is wrong.
fn is_about_a_server(place: &std::panic::Location<'_>) -> bool {
    let mut steps = place.file().rsplit(['/', '\\']);
    steps.next() == Some("connection.rs")
        && steps.nth(1).is_some_and(|of| of.starts_with("async-nats-"))
}

/// Says that a bug was met. The message of a panic may hold anything, a secret too: only its place is told.
pub fn report_bug(panic: &std::panic::PanicHookInfo<'_>) {
    if panic.location().is_some_and(is_about_a_server) {
        return;
    }
    let place = panic
        .location()
        .map_or_else(String::new, |place| format!(" at {place}"));
    let _ = writeln!(
        io::stderr().lock(),
        "nkeep: error: this is a bug in nkeep{place}; please report it with the command that led here\n\
         nkeep: hint: nkeep version --json"
    );
}
