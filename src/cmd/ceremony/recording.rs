//! `--transcript FILE`: what a command of a ceremony does goes into the record of it, be it done or refused. A command says what it
//! reads, writes and asks by [`Ctx::record`], whether or not there is a transcript.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use super::Command;
use crate::ceremony::transcript::line::{Did, What};
use crate::ceremony::transcript::{self, Stamp, Transcript};
use crate::cmd::Ctx;
use crate::cmd::files::input::limited_file;
use crate::cmd::words::argument::named_file;
#[cfg(unix)]
use crate::ending::HalfDone;
use crate::masking::masked;
use crate::text::{noted, shell_word};
use crate::ui::{ExitCode, Failure, Hinted as _};

/// Have an operator's identity sign where it is offline
///
/// What only the identity can sign is asked for in a file, read by whoever has to be for it, signed on a machine without a network,
/// and taken by the store that asked: exactly what was read, or nothing.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    transcribing: Transcribing,
    #[command(subcommand)]
    pub command: Command,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    match &args.command {
        // They have a transcript of their own.
        Command::Transcript(_) | Command::Rehearse(_) => {
            args.transcribing.must_not_be_given()?;
            super::run(ctx, &args.command)
        }
        // What it does is recorded step by step.
        Command::Run(plan) => super::run::run(ctx, plan, args.transcribing.path()),
        command => args.transcribing.around(ctx, || super::run(ctx, command)),
    }
}

/// What a ceremony writes is smaller.
const LARGEST: u64 = 16 << 20;

/// Where the command at hand is recorded.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Transcribing {
    /// Transcript to which what is done here is added [env: NKEEP_TRANSCRIPT]
    // By hand, as the variables of the store's are.
    #[arg(
        id = "recorded_in",
        long = "transcript",
        global = true,
        display_order = 900,
        value_name = "FILE",
        value_parser = named_file(),
        value_hint = clap::ValueHint::FilePath
    )]
    file: Option<PathBuf>,
}

/// What the command at hand did so far.
#[derive(Clone, Debug, Default)]
pub struct Doing(Arc<Mutex<Did>>, Arc<AtomicBool>);

impl Doing {
    /// Whether there is a transcript for it.
    fn is_recorded(&self) -> bool {
        self.1.load(Ordering::Relaxed)
    }

    /// What it did up to now.
    fn so_far(&self) -> Did {
        let did = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Did {
            command: command_line(),
            ..did.clone()
        }
    }
}

/// A command that is recorded when a signal ends it, such as that the terminal is gone.
struct Ended {
    #[cfg(unix)]
    half_done: HalfDone,
    #[cfg(unix)]
    is_recorded: Arc<AtomicBool>,
}

#[cfg(unix)]
impl Ended {
    /// From now on.
    fn recorded(ctx: &Ctx, path: &Path) -> std::io::Result<Self> {
        let is_recorded = Arc::new(AtomicBool::new(false));
        let (recorded, doing) = (Arc::clone(&is_recorded), ctx.doing.clone());
        let (clock, path) = (ctx.clock, path.to_owned());
        let half_done = HalfDone::begin(move || {
            if recorded.load(Ordering::Relaxed) {
                return;
            }
            let mut did = doing.so_far();
            did.code = ExitCode::Interrupted.number();
            did.came_to("ended by a signal: what was not done by then was not done");
            // There is nobody left to hear why not.
            let _ = transcript::append(&path, &Stamp::now(clock), What::Did(did));
        })?;
        Ok(Self {
            half_done,
            is_recorded,
        })
    }

    /// Where none ended it, what it came to is recorded.
    fn otherwise<T>(self, record: impl FnOnce() -> T) -> T {
        self.half_done.step(|| {
            self.is_recorded.store(true, Ordering::Relaxed);
            record()
        })
    }
}

#[cfg(not(unix))]
impl Ended {
    const fn recorded(_: &Ctx, _: &Path) -> std::io::Result<Self> {
        Ok(Self {})
    }

    fn otherwise<T>(self, record: impl FnOnce() -> T) -> T {
        record()
    }
}

impl Ctx {
    /// Notes what the command at hand reads, writes, asks or comes to, for the transcript.
    pub fn record(&self, note: impl FnOnce(&mut Did)) {
        note(&mut self.doing.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl Ctx {
    /// Notes files that the command at hand wrote, as they are on disk.
    pub fn record_written<'a>(
        &self,
        paths: impl IntoIterator<Item = &'a Path>,
    ) -> Result<(), Failure> {
        for path in paths.into_iter().filter(|_| !self.made.is_trial()) {
            let bytes = limited_file(path, LARGEST)
                .context(format!("cannot read {} again", path.display()))?;
            self.record(|did| did.wrote(path.display(), &bytes));
        }
        Ok(())
    }

    /// Notes a store that the command at hand wrote, by its hash: it may be larger than memory.
    pub fn record_store(&self, path: &Path) -> Result<(), Failure> {
        if self.made.is_trial() || !self.doing.is_recorded() {
            return Ok(());
        }
        let hash = hash_of(path).context(format!("cannot read {} again", path.display()))?;
        self.record(|did| did.wrote_hash(path.display(), hash));
        Ok(())
    }
}

/// The hash of what is in a file.
pub fn hash_of(path: &Path) -> std::io::Result<String> {
    let mut file = std::fs::File::open(path)?;
    let mut hash = Sha256::new();
    let mut part = vec![0; 1 << 16];
    loop {
        match file.read(&mut part)? {
            0 => return Ok(HEXLOWER.encode(&hash.finalize())),
            count => hash.update(&part[..count]),
        }
    }
}

/// The transcript that the environment names.
pub fn in_environment() -> Option<PathBuf> {
    let named = std::env::var_os("NKEEP_TRANSCRIPT").filter(|name| !name.is_empty());
    named.map(PathBuf::from)
}

impl Transcribing {
    /// The transcript, as the command line names it, or the environment where the command line says nothing.
    pub fn path(&self) -> Option<PathBuf> {
        self.file.clone().or_else(in_environment)
    }

    /// Refuses the flag where a command is about a transcript itself, which it names.
    fn must_not_be_given(&self) -> Result<(), Failure> {
        match &self.file {
            None => Ok(()),
            Some(_) => Err(Failure::usage(
                "this command has a transcript of its own, and --transcript is for the others",
            ))
            .hint(crate::cmd::help_command()),
        }
    }

    /// Does something, and adds to the transcript how it went. Nothing is done where that could not be added.
    pub fn around(
        &self,
        ctx: &Ctx,
        doing: impl FnOnce() -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let Some(path) = self.path().filter(|_| !ctx.made.is_trial()) else {
            return doing();
        };
        Transcript::open(&path)?;
        ctx.doing.1.store(true, Ordering::Relaxed);
        let ended = Ended::recorded(ctx, &path)?;
        let outcome = doing();
        let mut did = ctx.doing.so_far();
        match &outcome {
            Ok(()) if did.result.is_empty() => did.came_to("done"),
            Ok(()) => {}
            Err(failure) => {
                did.code = failure.code().number();
                did.came_to(match failure.is_silent() {
                    true => "what was found was shown".to_owned(),
                    false => failure.message(),
                });
            }
        }
        let append = || transcript::append(&path, &Stamp::now(ctx.clock), What::Did(did));
        let added = ended.otherwise(append);
        outcome.and_then(|()| {
            let command = format!(
                "nkeep ceremony transcript show {}",
                shell_word(&path.to_string_lossy())
            );
            added
                .context("it was done, and is not in the transcript")
                .hint(noted(command, "shows what is in it"))
                .map(|_| ())
        })
    }
}

/// The command of this process, with no secret in it.
pub fn command_line() -> String {
    let words = std::env::args_os().skip(1);
    let words: Vec<String> = words
        .map(|word| shell_word(&word.to_string_lossy()))
        .collect();
    masked(&format!("nkeep {}", words.join(" "))).into_owned()
}
