//! `nkeep ceremony`.

pub(super) mod approve;
mod brought;
mod clock;
pub(super) mod combine;
pub(super) mod compare;
pub(super) mod destroy;
pub(super) mod drill;
pub(super) mod drop;
pub(super) mod files;
mod handed;
pub(super) mod holder;
pub(super) mod import;
mod kept;
pub(super) mod list;
mod made;
pub(super) mod paper;
pub(super) mod policy;
pub(super) mod recording;
pub(super) mod rehearse;
pub(super) mod request;
pub(super) mod reshare;
pub(super) mod restore;
pub(super) mod review;
pub(super) mod run;
mod screen;
pub(super) mod script;
pub(super) mod sign;
pub(super) mod split;
pub(super) mod split_store;
pub(super) mod transcript;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

#[derive(Debug, Subcommand)]
pub enum Command {
    SplitStore(split_store::Args),
    Request(request::Args),
    Review(review::Args),
    Approve(approve::Args),
    Sign(sign::Args),
    Import(import::Args),
    List(list::Args),
    Drop(drop::Args),
    Destroy(destroy::Args),
    #[command(subcommand)]
    Policy(policy::Command),
    Holder(holder::Args),
    Split(split::Args),
    Combine(combine::Args),
    Reshare(reshare::Args),
    Drill(drill::Args),
    Paper(paper::Args),
    Restore(restore::Args),
    #[command(subcommand)]
    Transcript(transcript::Command),
    Script(script::Args),
    Run(run::Args),
    Compare(compare::Args),
    Rehearse(rehearse::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::SplitStore(args) => split_store::run(ctx, args),
        Command::Request(args) => request::run(ctx, args),
        Command::Review(args) => review::run(ctx, args),
        Command::Approve(args) => approve::run(ctx, args),
        Command::Sign(args) => sign::run(ctx, args),
        Command::Import(args) => import::run(ctx, args),
        Command::List(args) => list::run(ctx, args),
        Command::Drop(args) => drop::run(ctx, args),
        Command::Destroy(args) => destroy::run(ctx, args),
        Command::Policy(command) => policy::run(ctx, command),
        Command::Holder(args) => holder::run(ctx, args),
        Command::Split(args) => split::run(ctx, args),
        Command::Combine(args) => combine::run(ctx, args),
        Command::Reshare(args) => reshare::run(ctx, args),
        Command::Drill(args) => drill::run(ctx, args),
        Command::Paper(args) => paper::run(ctx, args),
        Command::Restore(args) => restore::run(ctx, args),
        Command::Transcript(command) => transcript::run(ctx, command),
        Command::Script(args) => script::run(ctx, args),
        Command::Run(args) => run::run(ctx, args, None),
        Command::Compare(args) => compare::run(ctx, args),
        Command::Rehearse(args) => rehearse::run(ctx, args),
    }
}
