//! `nkeep rotate next`.

use super::{Insisting, Which, follow, hand, is_about, keyring_for, opened_otherwise, say};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::signer::SignWith;
use crate::rotation::{self, engine};
use crate::store::Store as _;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Go on, and write down why something that is missing is not needed",
    line: "nkeep rotate next --force --reason \"no server runs yet that could lock anybody out\"",
}];

/// Take the next step of a rotation, when nothing is missing for it
///
/// One change of the store, in which everything is signed anew that the phase calls for. Where something is missing nothing is
/// done, and exit code 6 says so, with what is missing and the command that would supply it.
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
    let note = ctx.note("rotate next", "took the next step of a rotation");
    let hand = hand(&note.actor, choice, args.insisting.reason());
    let done = store.transact(note, &*keyring, |changes| {
        let rotation = rotation::found(changes, args.which.get())?;
        is_about(ctx, changes, &rotation)?;
        engine::next(changes, &*keyring, rotation, &hand)
    })?;
    follow(ctx, &mut store, &done.rotation);
    opened_otherwise(ctx, &mut store, &done.rotation);
    let how = match done.rotation.is_open() {
        true => format!(
            "of the {} is in the phase {}",
            done.rotation.what, done.rotation.phase
        ),
        false => format!("of the {} is done", done.rotation.what),
    };
    say(ctx, &done, &how)
}
