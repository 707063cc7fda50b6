//! `nkeep rotate rollback`.

use super::{Insisting, Which, follow, hand, is_about, keyring_for, opened_otherwise, say};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::signer::SignWith;
use crate::rotation::{self, engine};
use crate::store::Store as _;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Take the last step back",
    line: "nkeep rotate rollback",
}];

/// Take back what the last phase of a rotation changed
///
/// What was signed by the new key is signed by the old one again, later than any before. The rotation goes on from there.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    insisting: Insisting,
    #[command(flatten)]
    signer: SignWith,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let choice = args.signer.choice(ctx)?;
    let mut store = ctx.open_store()?;
    let keyring = keyring_for(ctx, &mut store, &args.which)?;
    let note = ctx.note("rotate rollback", "took a step of a rotation back");
    let hand = hand(&note.actor, choice, args.insisting.reason());
    let done = store.transact(note, &*keyring, |changes| {
        let rotation = rotation::found(changes, args.which.get())?;
        is_about(ctx, changes, &rotation)?;
        engine::rollback(changes, &*keyring, rotation, &hand)
    })?;
    follow(ctx, &mut store, &done.rotation);
    opened_otherwise(ctx, &mut store, &done.rotation);
    let how = format!(
        "of the {} is back in the phase {}",
        done.rotation.what, done.rotation.phase
    );
    say(ctx, &done, &how)
}
