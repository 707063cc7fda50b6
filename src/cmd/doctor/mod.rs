//! `nkeep doctor`.

mod airgap;
mod here;
pub(super) mod nsc;
#[cfg(feature = "net")]
mod servers;
mod stored;

use std::path::PathBuf;

use serde_json::{Value, json};

use super::Ctx;
use super::ceremony::recording;
use super::example::Example;
use crate::ceremony::airgap::{Finding, State};
use crate::clock::UnixSeconds;
use crate::cmd::words::argument::named_file;
use crate::store::{Store as _, StoreError};
use crate::ui::hint::hint_lines;
use crate::ui::{Failure, shown};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "What is risky about the store and what lies about; exit code 3 where there is something",
        line: "nkeep doctor || test $? = 3",
    },
    Example {
        purpose: "What could carry a secret away from this machine; exit code 3 where there is something",
        line: "nkeep doctor --airgap || test $? = 3",
    },
];

/// Look for what is risky here, each with a command that helps
///
/// Whether others may read the store or what opens it, and whether that is there at all; whether an operator's identity is where its
/// signing keys are; keys that were in use for too long; tokens that have expired, and creds that never do; the last backup; seeds that
/// nsc left in the clear; and the clock. Nothing is opened for it, and no server is asked without --ask-servers. Nobody logs in for
/// that: a server names its version first.
///
/// With --airgap: whether this machine is fit for an operator's identity that is to stay offline. Network interfaces, routes, radios,
/// swap, core dumps, hibernation, disks that can be written to, what may record the terminal, and the clock. That is evidence, and no
/// proof: whoever owns a machine can have it say anything. Exit code 3 where somebody is to look at something.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Look at the machine, on which an operator's identity is to be used offline
    #[arg(long)]
    airgap: bool,
    /// Ask the servers that operators name which version they are; nobody logs in
    #[cfg(feature = "net")]
    #[arg(long, conflicts_with = "airgap")]
    ask_servers: bool,
    /// Transcript of a ceremony to which what was found is added [env: NKEEP_TRANSCRIPT]
    #[arg(long, value_name = "FILE", requires = "airgap", value_parser = named_file())]
    transcript: Option<PathBuf>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    if args.airgap {
        let transcript = args.transcript.clone().or_else(recording::in_environment);
        return airgap::run(ctx, transcript.as_deref());
    }
    #[cfg(feature = "net")]
    let asks = match args.ask_servers {
        true => servers::findings,
        false => stored::unasked,
    };
    #[cfg(not(feature = "net"))]
    let asks = stored::unasked;
    let found = here::looked_at(ctx, asks)?;
    let says = "whether this machine is fit for offline use: nkeep doctor --airgap";
    show(ctx, "doctor", &found, says)
}

/// Shows what was found.
fn show(ctx: &Ctx, kind: &str, found: &[Finding], says: &str) -> Result<(), Failure> {
    let count = |state| {
        found
            .iter()
            .filter(|finding| finding.state == state)
            .count()
    };
    let (looks, unknown) = (count(State::Look), count(State::Unknown));
    let written = if ctx.ui.json() {
        let each: Vec<Value> = found
            .iter()
            .map(|one| json!({ "check": one.check, "state": one.state.name(), "says": one.says, "hint": one.help }))
            .collect();
        ctx.ui.document(&json!({
            "kind": kind, "look": looks, "unknown": unknown, "findings": each,
        }))
    } else {
        ctx.ui.text(&text(ctx, found, says))
    };
    match looks {
        0 => written,
        _ => Err(Failure::problems_after(written)),
    }
}

fn text(ctx: &Ctx, found: &[Finding], says: &str) -> String {
    let columns = ctx.ui.columns().unwrap_or(usize::MAX);
    let mut lines = Vec::new();
    for finding in found {
        let mark = match finding.state {
            State::Fine => " OK ",
            State::Look => "LOOK",
            State::Unknown => " ?? ",
        };
        let line = format!("[{mark}] {}: {}", finding.check, finding.says);
        lines.extend(crate::ui::table::wrapped(&shown(&line), columns, 7));
        if let Some(help) = &finding.help {
            lines.extend(hint_lines(7, &shown(&ctx.command(help)), columns));
        }
    }
    lines.push(says.to_owned());
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// When the store was last changed, where there is one that can be read.
fn last_change(ctx: &Ctx) -> Option<UnixSeconds> {
    if !ctx.has_store().unwrap_or(false) {
        return None;
    }
    let mut store = ctx.open_store().ok()?;
    let mut time = None;
    let read = store.read(|records| {
        records.each_entry(records.head().sequence, &mut |entry| {
            time = Some(entry.time);
            Ok::<_, StoreError>(())
        })
    });
    read.ok().and(time)
}
