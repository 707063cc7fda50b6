//! `nkeep store accept-rollback`.

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::store::journal::Head;
use crate::store::sqlite::{Rollback, SqliteStore};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Accept an older copy, after reading what it lacks",
    line: "nkeep store accept-rollback --expect-head \"$(nkeep audit checkpoint)\"",
}];

/// Accept an older copy of the store as the current one
///
/// A store that is older than what this machine has seen of it is refused: keys and revocations may be missing. When that
/// is meant, name the head that the older copy has, so that no other is taken.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The head that the copy has, as the refusal printed it
    #[arg(long, value_name = "HEAD")]
    expect_head: Head,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let (path, pins) = (ctx.store_path()?, ctx.pins()?);
    SqliteStore::open(&path, &pins, Rollback::Accept(args.expect_head))?;
    if ctx.ui.json() {
        return ctx.ui.document(
            &json!({ "kind": "rollback", "store": path, "head": args.expect_head.to_string() }),
        );
    }
    ctx.ui.note(&format!("{} holds as it is", path.display()));
    Ok(())
}
