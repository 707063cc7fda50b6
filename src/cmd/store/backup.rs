//! `nkeep store backup`.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::ceremony::recording::Transcribing;
use crate::cmd::example::Example;
use crate::cmd::files::output::{Existing, can_be_written, must_have_folder};
use crate::cmd::words::argument::named_file;
use crate::store::class::Class;
use crate::store::founding::openers;
use crate::store::journal::Head;
use crate::store::pin::Pins;
use crate::store::sqlite::{Rollback, SqliteStore};
use crate::store::{Store as _, StoreError};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "A copy to put away; the identity that opens it goes elsewhere",
    line: "nkeep store backup acme.backup",
}];

/// Copy the store, as of one moment, while others use it
///
/// The copy is a store itself: every key in it is sealed as in the original. `nkeep doctor` knows when the last one was made here.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The new file
    #[arg(value_parser = named_file())]
    file: PathBuf,
    /// Replace the file
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    transcribing: Transcribing,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.transcribing.around(ctx, || copied(ctx, args))
}

fn copied(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let existing = Existing::with_force(args.force);
    if !(args.force && is_earlier(&mut store, &args.file)) {
        can_be_written(ctx, &args.file, existing)?;
        must_have_folder(&args.file)?;
    }
    // What the copy has for certain: others may go on meanwhile.
    let (id, head) = identified(&mut store)?;
    let openers = store.read(|records| openers(records, Class::Root))?;
    store.backup(&args.file, existing)?;
    ctx.record_store(&args.file)?;
    ctx.remember_copy(&id, &args.file, head.sequence, openers);
    if ctx.ui.json() {
        return ctx
            .ui
            .document(&json!({ "kind": "backup", "store": store.path(), "file": args.file }));
    }
    ctx.ui
        .note(&format!("copied the store to {}", args.file.display()));
    Ok(())
}

/// Which store it is, and how far its journal goes.
fn identified(store: &mut SqliteStore) -> Result<(String, Head), StoreError> {
    store.read(|records| Ok((records.store_id().to_owned(), records.head())))
}

/// Whether a file is a copy of the store from before, in which nothing is that the store has not: that is what a backup
/// takes the place of. The store itself is none.
fn is_earlier(store: &mut SqliteStore, file: &Path) -> bool {
    let itself = file.canonicalize().is_ok_and(|file| file == store.path());
    let copy = SqliteStore::open(file, &Pins::none(), Rollback::Refuse);
    let Ok((id, head)) = copy.and_then(|mut copy| identified(&mut copy)) else {
        return false;
    };
    let passed = store.read(|records| {
        let mut passed = false;
        records.each_entry(head.sequence, &mut |entry| {
            passed |= head
                == Head {
                    sequence: entry.sequence,
                    digest: entry.digest(),
                };
            Ok(())
        })?;
        Ok::<_, StoreError>(passed && records.store_id() == id)
    });
    !itself && passed.unwrap_or(false)
}
