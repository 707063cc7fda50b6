//! `nkeep ceremony transcript`: the record of a ceremony.

pub(in crate::cmd) mod add;
pub(in crate::cmd) mod note;
pub(in crate::cmd) mod show;
pub(in crate::cmd) mod sign;
pub(in crate::cmd) mod start;
pub(in crate::cmd) mod verify;

use std::path::Path;

use clap::Subcommand;
use serde_json::{Value, json};

use crate::ceremony::transcript::Transcript;
use crate::cmd::Ctx;
use crate::text::shell_word;
use crate::ui::Failure;

/// Keep a record of a ceremony that nobody can change unseen
///
/// A transcript is a file of lines. Each has the hash of the one before, so that a head, which is the hash of the last, stands for all
/// of it: who writes that down, or signs it, vouches for every line. No secret is in it.
#[derive(Debug, Subcommand)]
pub enum Command {
    Start(start::Args),
    Note(note::Args),
    Add(add::Args),
    Show(show::Args),
    Sign(sign::Args),
    Verify(verify::Args),
}

impl Command {
    /// Whether it adds to a transcript.
    pub const fn writes(&self) -> bool {
        !matches!(self, Self::Show(_) | Self::Verify(_))
    }
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Start(args) => start::run(ctx, args),
        Command::Note(args) => note::run(ctx, args),
        Command::Add(args) => add::run(ctx, args),
        Command::Show(args) => show::run(ctx, args),
        Command::Sign(args) => sign::run(ctx, args),
        Command::Verify(args) => verify::run(ctx, args),
    }
}

/// Says what was added, and what the head is now.
fn say(ctx: &Ctx, path: &Path, read: &Transcript, what: &str, next: &str) -> Result<(), Failure> {
    if ctx.ui.json() {
        return ctx.ui.document(&document(path, read));
    }
    let lines = read.lines.len();
    let shown = path.display();
    ctx.ui.note(&format!("{what} in line {lines} of {shown}"));
    let file = shell_word(&path.to_string_lossy());
    ctx.next(&format!(
        "nkeep ceremony transcript {}",
        next.replace("FILE", &file)
    ));
    ctx.ui.text(&format!("{}\n", read.head()))
}

/// A transcript, as documents have it.
fn document(path: &Path, read: &Transcript) -> Value {
    json!({
        "kind": "transcript",
        "file": path,
        "title": read.title(),
        "participants": read.participants(),
        "lines": read.lines.len(),
        "head": read.head(),
    })
}
