//! `nkeep agent`: how it is, and how long it stays.

pub(super) mod classes;
mod serve;
pub(super) mod status;
pub(super) mod ttl;

use std::str::FromStr;
use std::time::Duration;

use clap::Subcommand;

use super::Ctx;
use crate::agent::Agent;
use crate::ui::{ExitCode, Failure, Hinted as _};

/// Show the agent, shorten its time, or narrow what it signs with
#[derive(Debug, Subcommand)]
pub enum Command {
    Status(status::Args),
    Ttl(ttl::Args),
    Classes(classes::Args),
    #[command(hide = true)]
    Serve(serve::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Status(args) => status::run(ctx, args),
        Command::Ttl(args) => ttl::run(ctx, args),
        Command::Classes(args) => classes::run(ctx, args),
        Command::Serve(args) => serve::run(args),
    }
}

/// The agent of the store, which must be there.
fn running(ctx: &Ctx) -> Result<Agent, Failure> {
    let mut store = ctx.open_store()?;
    ctx.agent(&mut store)?
        .ok_or_else(|| {
            Failure::new(
                ExitCode::Locked,
                anyhow::anyhow!("the store is locked: it has no agent"),
            )
        })
        .hint("nkeep unlock")
}

/// A time without a request that is longer than the whole would never be over.
pub(super) fn fits(idle: Duration, most: Duration) -> Result<(), Failure> {
    if idle <= most {
        return Ok(());
    }
    Err(Failure::usage(format!(
        "{} s without a request are more than the {} s after which the agent ends in any case",
        idle.as_secs(),
        most.as_secs()
    )))
    .hint(format!("nkeep agent ttl {}s", most.as_secs()))
}

/// A length of time on the command line: 90s, 5m, 2h.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length(pub Duration);

impl FromStr for Length {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || "it is no length such as 90s, 5m or 2h, of a day at most".to_owned();
        let unit = match text.chars().last() {
            Some('s') => 1,
            Some('m') => 60,
            Some('h') => 3600,
            _ => return Err(wrong()),
        };
        let count: u64 = text[..text.len() - 1].parse().map_err(|_| wrong())?;
        match count.checked_mul(unit) {
            Some(seconds @ 1..=86_400) => Ok(Self(Duration::from_secs(seconds))),
            _ => Err(wrong()),
        }
    }
}
