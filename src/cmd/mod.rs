//! The command line: one file a command, with its arguments and the glue that hands checked values to the library and
//! its result to [`crate::ui`]. The folders mirror the command tree, but for those that docs/architecture.md names: what several
//! commands have in common. What may be signed, and what holds, is said in the rooms below.

mod example;
pub mod examples;

mod add;
#[cfg(unix)]
mod agent;
mod asking;
mod audit;
mod ceremony;
mod changed;
pub mod completion;
mod delete;
mod describe;
#[cfg(feature = "net")]
mod diff;
mod doctor;
mod edit;
mod elsewhere;
mod env;
mod expirations;
mod export;
mod files;
mod generate;
mod import;
mod init;
mod list;
#[cfg(feature = "net")]
mod load;
#[cfg(unix)]
mod lock;
pub mod man;
mod managed;
mod nkey;
mod opening;
#[cfg(feature = "net")]
mod pull;
#[cfg(feature = "net")]
mod push;
mod reissue;
mod rename;
mod revocations;
mod rotate;
mod select;
#[cfg(feature = "net")]
mod servers;
mod shares;
mod store;
mod suggested;
#[cfg(feature = "net")]
mod tool;
mod trial;
#[cfg(unix)]
mod unlock;
mod validate;
#[cfg(feature = "net")]
mod verify;
mod version;
mod words;

use clap::{CommandFactory as _, Parser, Subcommand};

pub use asking::{Given, parse};
#[cfg(not(feature = "net"))]
use elsewhere::of_the_other_build;
pub use elsewhere::{LIVE, of_nsc};
pub use opening::Opening;

use crate::ceremony::stand_in::StandIn;
use crate::clock::{Clock, UnixSeconds};
use crate::store::Made;
use crate::text::noted;
use crate::ui::{Failure, Ui};

/// Keys and tokens for NATS decentralized auth
///
/// nkeep makes, reads, checks and uses the keys (nkeys) and tokens (JWTs) of NATS decentralized auth. Commands and
/// flags that nsc has are called as in nsc.
#[derive(Debug, Parser)]
#[command(
    name = "nkeep",
    version,
    disable_version_flag = true,
    subcommand_required = true,
    arg_required_else_help = true,
    max_term_width = 100,
    after_help = "Begin with nkeep init NAME, or with nkeep store init and nkeep import nsc where nsc has keys. Later: nkeep doctor.\nWhat every command takes besides, such as where the store is: nkeep --help.",
    help_template = "{about-with-newline}\n{usage-heading} {usage}\n\n{all-args}{after-help}"
)]
pub struct Cli {
    #[command(flatten)]
    globals: Globals,

    /// Print the version
    #[arg(long, short = 'v', short_alias = 'V', action = clap::ArgAction::Version)]
    version: Option<bool>,

    #[command(flatten)]
    pub opening: Opening,

    #[command(subcommand)]
    command: Command,
}

impl Cli {
    /// Whether `--data-dir` and `--keystore-dir` are folders of nsc's, and none of nkeep's.
    const fn names_folders_of_nsc(&self) -> bool {
        matches!(self.command, Command::Import(import::Command::Nsc(_)))
    }
}

/// How every command is run.
#[derive(clap::Args, Clone, Copy, Debug)]
pub struct Globals {
    /// Print one JSON document, and errors as JSON
    #[arg(
        long,
        short = 'J',
        global = true,
        help_heading = "Global options",
        hide_short_help = true
    )]
    pub json: bool,
    /// Ask for what is not given, show the command that it comes to, and run it on a yes; where there is nothing to ask,
    /// this does nothing
    #[arg(
        long,
        short,
        global = true,
        help_heading = "Global options",
        hide_short_help = true
    )]
    pub interactive: bool,
    /// Say what would be done, and change nothing
    #[arg(
        long,
        global = true,
        help_heading = "Global options",
        hide_short_help = true
    )]
    pub dry_run: bool,
    /// Say nothing of what was done; warnings and errors stay
    #[arg(
        long,
        short,
        global = true,
        help_heading = "Global options",
        hide_short_help = true
    )]
    pub quiet: bool,
}

#[derive(Debug, Subcommand)]
#[command(defer = true)]
#[allow(clippy::large_enum_variant, reason = "a process has one")]
enum Command {
    Init(init::Args),
    #[command(subcommand, alias = "create")]
    Add(add::Command),
    #[command(subcommand)]
    Edit(edit::Command),
    #[command(subcommand)]
    Delete(delete::Command),
    #[command(subcommand)]
    Rename(rename::Command),
    #[command(subcommand)]
    List(list::Command),
    #[command(subcommand)]
    Select(select::Command),
    Env(env::Args),
    #[command(subcommand)]
    Generate(generate::Command),
    #[command(subcommand)]
    Revocations(revocations::Command),
    #[command(subcommand)]
    Rotate(rotate::Command),
    #[command(subcommand, visible_alias = "nk")]
    Nkey(nkey::Command),
    #[command(subcommand)]
    Describe(describe::Command),
    #[command(subcommand)]
    Export(export::Command),
    #[command(subcommand)]
    Import(import::Command),
    #[command(subcommand)]
    Store(store::Command),
    #[cfg(unix)]
    Unlock(unlock::Args),
    #[cfg(unix)]
    Lock(lock::Args),
    #[cfg(unix)]
    #[command(subcommand)]
    Agent(agent::Command),
    #[command(subcommand)]
    Audit(audit::Command),
    Ceremony(ceremony::recording::Args),
    #[command(subcommand)]
    Reissue(reissue::Command),
    #[cfg(feature = "net")]
    Load(load::Args),
    #[cfg(feature = "net")]
    Push(push::Args),
    #[cfg(feature = "net")]
    #[command(subcommand)]
    Tool(tool::Command),
    #[cfg(feature = "net")]
    #[command(flatten)]
    Beside(tool::Beside),
    #[cfg(feature = "net")]
    Pull(pull::Args),
    #[cfg(feature = "net")]
    Diff(diff::Args),
    #[cfg(feature = "net")]
    Verify(verify::Args),
    Expirations(expirations::Args),
    Validate(validate::Args),
    Doctor(doctor::Args),
    Completion(completion::Args),
    Man(man::Args),
    Version(version::Args),
}

/// What every command has at hand.
#[derive(Clone, Debug)]
pub struct Ctx {
    /// Where output goes.
    pub ui: Ui,
    /// What time it is.
    pub clock: Clock,
    /// Where the store is and what opens it.
    pub opening: Opening,
    /// Whether a change is to be made, and was.
    pub made: Made,
    /// What signs in the place of an identity that is offline, while a ceremony's request is made or its answer taken.
    pub stand_in: Option<StandIn>,
    /// When a change is made, where that is not what the clock says.
    pub changed_at: Option<UnixSeconds>,
    /// Where in the tree it looks.
    pub whereabouts: suggested::Whereabouts,
    /// What it did so far, for the transcript of a ceremony.
    pub doing: ceremony::recording::Doing,
}

impl Ctx {
    /// The system's clock; in debug builds, tests may stop it at `NKEEP_TEST_CLOCK`.
    #[must_use]
    pub fn new(given: &Given) -> Self {
        let globals = given.globals();
        let stopped = crate::testing::set("NKEEP_TEST_CLOCK");
        let clock = stopped.map_or(Clock::System, Clock::Fixed);
        let ui = Ui::new(globals.json, globals.quiet);
        Self {
            ui: if globals.dry_run { ui.in_trial() } else { ui },
            clock,
            opening: given.own_opening(),
            made: if globals.dry_run {
                Made::trial()
            } else {
                Made::default()
            },
            stand_in: None,
            changed_at: None,
            whereabouts: suggested::Whereabouts::default(),
            doing: ceremony::recording::Doing::default(),
        }
    }
}

/// The whole command line, its examples in place.
#[must_use]
pub fn command() -> clap::Command {
    elsewhere::told(examples::attached(whole()))
}

/// Every command with all that it takes; of `Cli::command()` parsing makes the one that it comes to.
fn whole() -> clap::Command {
    let mut root = Cli::command();
    root.build();
    root
}

/// The command that shows how the command of this process is written.
#[must_use]
pub fn help_command() -> String {
    let mut words = vec!["nkeep".to_owned()];
    let mut at = whole();
    for word in std::env::args_os()
        .skip(1)
        .map(|word| word.to_string_lossy().into_owned())
        .filter(|word| !word.starts_with('-'))
    {
        // Help is of a command, and none itself.
        let inner = at.find_subcommand(&word).filter(|_| word != "help");
        let Some(inner) = inner.cloned() else {
            // In front of the command stand flags of every command's, and their values.
            if words.len() == 1 {
                continue;
            }
            break;
        };
        words.push(inner.get_name().to_owned());
        at = inner;
    }
    words.push("--help".to_owned());
    words.join(" ")
}

/// The commands that show how the command of this process is written: an example where something is missing
/// and it takes nothing away, and its help.
#[must_use]
pub fn how_it_is_written(error: &clap::Error) -> Vec<String> {
    let help = help_command();
    let path = help
        .trim_start_matches("nkeep ")
        .trim_end_matches(" --help");
    let example = examples::to_type(path)
        .filter(|_| is_word_missing(error))
        .map(|example| noted(example.line, "for example"));
    example.into_iter().chain([help]).collect()
}

/// Whether a word is missing whose place no flag names.
fn is_word_missing(error: &clap::Error) -> bool {
    use clap::error::{ContextKind, ContextValue, ErrorKind};

    let missing = error.get(ContextKind::InvalidArg);
    error.kind() == ErrorKind::MissingRequiredArgument
        && matches!(missing, Some(ContextValue::Strings(words)) if words.iter().any(|word| word.starts_with('<')))
}

/// Runs one command. What a failure suggests is about the same store.
pub fn run(ctx: &Ctx, given: &Given) -> Result<(), Failure> {
    let outcome = match given {
        Given::Whole(cli) => tried(ctx, cli),
        Given::Draft(draft) => draft.completed(ctx).and_then(|cli| tried(ctx, &cli)),
    };
    outcome.map_err(|failure| {
        let failure = failure
            .or_help(&help_command())
            .with_commands(|command| ctx.command(command));
        if ctx.made.is_made() {
            failure.hint(ctx.command(&noted("nkeep audit log --last 1", "the change was made")))
        } else {
            failure
        }
    })
}

/// Runs it; in a dry run, says at the end that it was one.
fn tried(ctx: &Ctx, cli: &Cli) -> Result<(), Failure> {
    if !ctx.made.is_trial() {
        return dispatched(ctx, cli);
    }
    trial::can_be_tried(&cli.command)?;
    let outcome = dispatched(ctx, cli).or_else(|failure| managed::tried(ctx, failure));
    if outcome.as_ref().err().is_none_or(Failure::is_silent) {
        ctx.ui.note(match ctx.made.has_keys() {
            true => "nothing was changed, and keys that were made for it are gone",
            false => "nothing was changed",
        });
    }
    outcome
}

fn dispatched(ctx: &Ctx, cli: &Cli) -> Result<(), Failure> {
    match &cli.command {
        Command::Select(command) => select::run(ctx, command),
        Command::Env(args) => env::run(ctx, args),
        Command::Generate(command) => generate::run(ctx, command),
        Command::Revocations(command) => revocations::run(ctx, command),
        Command::Rotate(command) => rotate::run(ctx, command),
        Command::Nkey(command) => nkey::run(ctx, command),
        Command::Describe(command) => describe::run(ctx, command),
        Command::Init(args) => init::run(ctx, args),
        Command::Add(command) => add::run(ctx, command),
        Command::Edit(command) => edit::run(ctx, command),
        Command::Delete(command) => delete::run(ctx, command),
        Command::Rename(command) => rename::run(ctx, command),
        Command::Reissue(command) => reissue::run(ctx, command),
        Command::Expirations(args) => expirations::run(ctx, args),
        #[cfg(feature = "net")]
        Command::Load(args) => load::run(ctx, args),
        #[cfg(feature = "net")]
        Command::Push(args) => push::run(ctx, args),
        #[cfg(feature = "net")]
        Command::Tool(command) => tool::run(ctx, command),
        #[cfg(feature = "net")]
        Command::Beside(command) => tool::beside(ctx, command),
        #[cfg(feature = "net")]
        Command::Pull(args) => pull::run(ctx, args),
        #[cfg(feature = "net")]
        Command::Diff(args) => diff::run(ctx, args),
        #[cfg(feature = "net")]
        Command::Verify(args) => verify::run(ctx, args),
        Command::List(command) => list::run(ctx, command),
        Command::Export(command) => export::run(ctx, command),
        Command::Import(command) => import::run(ctx, command),
        Command::Store(command) => store::run(ctx, command),
        #[cfg(unix)]
        Command::Unlock(args) => unlock::run(ctx, args),
        #[cfg(unix)]
        Command::Lock(args) => lock::run(ctx, args),
        #[cfg(unix)]
        Command::Agent(command) => agent::run(ctx, command),
        Command::Audit(command) => audit::run(ctx, command),
        Command::Ceremony(args) => ceremony::recording::run(ctx, args),
        Command::Validate(args) => validate::run(ctx, args),
        Command::Doctor(args) => doctor::run(ctx, args),
        Command::Completion(args) => completion::run(ctx, args),
        Command::Man(args) => man::run(ctx, args),
        Command::Version(args) => version::run(ctx, args),
    }
}
