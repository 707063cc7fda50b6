//! `--offline-root`: two stores, of which one keeps the operator's identity offline.

use std::path::Path;

use super::{Args, found};
use crate::cmd::Ctx;
use crate::cmd::ceremony::files::must_be_free;
use crate::cmd::ceremony::split_store::{
    has_root_to_split, said as said_of_split, split, ways as ways_to_split,
};
use crate::cmd::store::init::{NewIdentity, must_be_none_or, usual_ways};
use crate::text::noted;
use crate::ui::Failure;

/// Makes both stores: the one that keeps the identity, and the one to work with.
pub fn both(ctx: &Ctx, args: &Args, working: &Path, identity: &Path) -> Result<(), Failure> {
    if ctx.has_store().unwrap_or(false) {
        must_be_none_or(ctx, || goes_on(ctx, args, working, identity))?;
    }
    for path in [working, identity] {
        must_be_free(path)?;
    }
    found(ctx, args)?;
    let mut root = ctx.clone();
    if let Some(opens) = args.founding.new_file() {
        root.opening.identity = Some(opens.to_owned());
    }
    let opens = NewIdentity::in_file(identity, "working");
    let copied = split(&root, working, &opens)?;
    ctx.record_store(&ctx.store_path()?)?;
    if !ctx.ui.json() {
        said_of_split(ctx, working, Some(identity), copied);
    }
    Ok(())
}

/// How the store that is there gets its root offline: an `init` that was interrupted may have left it.
fn goes_on(ctx: &Ctx, args: &Args, working: &Path, identity: &Path) -> Vec<String> {
    if !has_root_to_split(ctx) {
        return usual_ways();
    }
    let opens = args.founding.new_file().filter(|file| file.exists());
    let mut ways = ways_to_split(ctx, opens, working, Some(identity));
    ways.push(noted("nkeep store info", "says what it is"));
    ways
}
