//! `nkeep rotate abort`.

use super::{Insisting, Which, hand, is_about, keyring_for, opened_otherwise, say};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::signer::SignWith;
use crate::rotation::{self, engine};
use crate::store::Store as _;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "End it, with the old key in its place",
    line: "nkeep rotate abort",
}];

/// End a rotation with the old key in its place
///
/// Everything that it changed is taken back in one change, and the new key is wiped.
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
    let note = ctx.note("rotate abort", "aborted a rotation");
    let hand = hand(&note.actor, choice, args.insisting.reason());
    let done = store.transact(note, &*keyring, |changes| {
        let rotation = rotation::found(changes, args.which.get())?;
        is_about(ctx, changes, &rotation)?;
        engine::abort(changes, &*keyring, rotation, &hand)
    })?;
    opened_otherwise(ctx, &mut store, &done.rotation);
    let how = format!("of the {} was aborted", done.rotation.what);
    say(ctx, &done, &how)
}
