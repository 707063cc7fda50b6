//! `nkeep agent serve`: the agent itself, as `nkeep unlock` starts it. Identities come on stdin.

use std::io::{self, Write as _};
use std::path::PathBuf;
use std::time::Duration;

use crate::agent::{Policy, serve};
use crate::cmd::files::input::Source;
use crate::store::age::Identity;
use crate::store::class::Class;
use crate::ui::Failure;

/// More than any number of identities.
const MOST: u64 = 64 << 10;

/// Serve, as `nkeep unlock` has it
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Whose keys
    #[arg(long)]
    id: String,
    /// Where
    #[arg(long)]
    socket: PathBuf,
    /// Seconds without a request
    #[arg(long)]
    idle: u64,
    /// Seconds in any case
    #[arg(long)]
    max: u64,
    /// Classes of keys
    #[arg(long, value_delimiter = ',')]
    classes: Vec<Class>,
}

pub fn run(args: &Args) -> Result<(), Failure> {
    // Away from the terminal, whose ^C is for others.
    rustix::process::setsid().map_err(io::Error::from)?;
    let mut identities: Vec<Identity> = Vec::new();
    for line in Source::Stdin.text(MOST)?.lines() {
        identities.push(line.parse()?);
    }
    let policy = Policy {
        idle: Duration::from_secs(args.idle),
        most: Duration::from_secs(args.max),
        classes: args.classes.clone(),
    };
    serve(&args.socket, &args.id, identities, policy, || {
        io::stdout().write_all(b"ready\n")?;
        io::stdout().flush()
    })?;
    Ok(())
}
