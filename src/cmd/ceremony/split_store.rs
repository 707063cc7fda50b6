//! `nkeep ceremony split-store`.

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::ceremony::CeremonyError;
use crate::ceremony::asking::identities;
use crate::ceremony::working::{self, Copied};
use crate::cmd::Ctx;
use crate::cmd::ceremony::files::must_be_free;
use crate::cmd::example::Example;
use crate::cmd::store::init::{Founding, NewIdentity, must_be_none_or};
use crate::cmd::suggested::is_by_plan;
use crate::store::pin::Pins;
use crate::store::sqlite::{Rollback, SqliteStore};
use crate::store::{Store as _, StoreError};
use crate::text::{noted, shell_word};
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "The store to work with, for whoever has the new identity",
    line: "nkeep ceremony split-store --to working.nkeep --new-identity working.txt",
}];

/// Make the store to work with, without the seeds of operators' identities
///
/// Everything else is copied, and sealed to whoever is to open that store, into which no identity comes any more. The store that is
/// left has the roots, which sign what was asked for and reviewed, and nothing else: keep it offline.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// File for the new store
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    to: PathBuf,
    #[command(flatten)]
    founding: NewIdentity,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let copied = split(ctx, &args.to, &args.founding)?;
    warn_of_backups(ctx)?;
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "ceremony_split_store",
            "store": args.to,
            "entities": copied.entities,
            "seeds": copied.seeds,
            "roots_left_out": copied.roots,
        }));
    }
    said(ctx, &args.to, args.founding.new_file(), copied);
    Ok(())
}

/// Says that copies of before are not split, and still have the root.
fn warn_of_backups(ctx: &Ctx) -> Result<(), Failure> {
    if ctx.made.is_trial() {
        return Ok(());
    }
    let mut store = ctx.open_store()?;
    let id = store.read(|records| Ok::<_, StoreError>(records.store_id().to_owned()))?;
    let such = ctx.last_copy(&id).map_or_else(String::new, |copied| {
        format!(", such as {},", copied.file.display())
    });
    ctx.ui.warning(&format!(
        "copies of this store that were made before{such} have the roots, for whoever has what opens it: they go offline, too, or are \
         destroyed"
    ));
    Ok(())
}

/// Makes the store to work with, in that file.
pub fn split(ctx: &Ctx, to: &Path, founding: &NewIdentity) -> Result<Copied, Failure> {
    let mut there = ctx.clone();
    there.opening.store = Some(to.to_owned());
    let command = format!(
        "nkeep ceremony split-store --to {}",
        shell_word(&to.to_string_lossy())
    );
    let file = founding.new_file();
    let opens = ctx.opening.identity.as_deref().filter(|_| file.is_some());
    must_be_none_or(&there, || ways(ctx, opens, to, file))?;
    if let Some(file) = file {
        must_be_free(file)?;
    }
    let founding = Founding::begin(&there, founding, &command)?;
    let mut store = ctx.open_store()?;
    if store.read(|records| Ok::<_, StoreError>(founding.opens(records.recipients())))? {
        return Err(Failure::usage(
            "what is to open the new store opens this one, too: whoever works would have the root",
        ))
        .hint(format!("{command} --new-identity FILE"));
    }
    let keyring = ctx.keyring(&mut store)?;
    let note = there.note("ceremony split-store", "made the store to work with");
    let mut copied = Copied::default();
    store.read(|records| {
        founding
            .found(&there, note, |changes, _| {
                copied = working::copy(records, &*keyring, changes)?;
                Ok::<_, CeremonyError>(())
            })
            .map(drop)
    })?;
    let note = ctx.note(
        "ceremony split-store",
        "had the identities sign in ceremonies alone",
    );
    store.transact(note, &*keyring, working::stay_offline)?;
    ctx.record_store(to)?;
    ctx.record(|did| did.came_to_also(&format!("a store to work with: {}", copied.left_out())));
    Ok(copied)
}

/// Whether the store is one that a split makes a root's.
pub fn has_root_to_split(ctx: &Ctx) -> bool {
    let has_one =
        |mut store: SqliteStore| Ok(store.read(|records| working::has_root_to_split(records))?);
    ctx.open_store().and_then(has_one).unwrap_or(false)
}

/// How a store is split where something may be in the way: what an interrupted split left goes, and what is somebody's stays, so
/// that another name is wanted. `opens` is the file that opens the store.
pub fn ways(ctx: &Ctx, opens: Option<&Path>, to: &Path, identity: Option<&Path>) -> Vec<String> {
    let word = |path: &Path| shell_word(&path.to_string_lossy());
    let left = left_over(ctx, to, identity);
    let free = |path: &Path| match path.exists() && !left.contains(&path) {
        true => "NEW-FILE".to_owned(),
        false => word(path),
    };
    let mut split = "nkeep ceremony split-store".to_owned();
    if let Some(opens) = opens {
        split.push_str(&format!(" --identity {}", word(opens)));
    }
    split.push_str(&format!(" --to {}", free(to)));
    if let Some(identity) = identity {
        split.push_str(&format!(" --new-identity {}", free(identity)));
    }
    let mut ways = Vec::new();
    if !left.is_empty() {
        let files: Vec<String> = left.iter().map(|path| word(path)).collect();
        ways.push(noted(
            format!("rm {}", files.join(" ")),
            "left by a split that was interrupted, and nothing was done with it",
        ));
    }
    ways.push(noted(
        split,
        "makes the store to work with, and this one the root's",
    ));
    ways
}

/// What a split of this store that was interrupted left: the store to work with, in which nothing was done, and what opens it.
fn left_over<'a>(ctx: &Ctx, to: &'a Path, identity: Option<&'a Path>) -> Vec<&'a Path> {
    let own = ctx.open_store().and_then(|mut store| {
        Ok(store.read(|records| {
            let is_whole = working::has_root_to_split(records)?;
            Ok::<_, CeremonyError>((is_whole, identities(records)?))
        })?)
    });
    let Ok((true, own)) = own else {
        return Vec::new();
    };
    // It is looked at, and not remembered.
    let read = SqliteStore::open(to, &Pins::none(), Rollback::Refuse).map(|mut store| {
        store.read(|records| {
            let is_left = working::is_unused(records)? && identities(records)? == own;
            Ok::<_, CeremonyError>((is_left, records.recipients().clone()))
        })
    });
    let Ok(Ok((true, recipients))) = read else {
        return Vec::new();
    };
    let opens_it = |file: &&Path| {
        let identities = ctx.identities_in(file).unwrap_or_default();
        let mut members = recipients.members.iter();
        members.any(|member| {
            let mut each = identities.iter();
            each.any(|identity| identity.may_open(&member.recipient))
        })
    };
    let identity = identity.filter(|file| file.exists()).filter(opens_it);
    std::iter::once(to).chain(identity).collect()
}

/// Says what was made, and what is to become of both.
pub fn said(ctx: &Ctx, to: &Path, identity: Option<&Path>, copied: Copied) {
    ctx.ui.note(&format!(
        "made the store {} with {} operators, accounts and users, and {} seeds; {}",
        to.display(),
        copied.entities,
        copied.seeds,
        copied.left_out()
    ));
    if is_by_plan() {
        return;
    }
    let file = shell_word(&to.to_string_lossy());
    ctx.next(&noted(from_now_on(to, identity), "work with the new store"));
    ctx.ui.note(&format!(
        "next: {}",
        noted(
            format!("nkeep --store {file} ceremony request --help"),
            "asks the root; the store that was split is the root's from now on, and goes offline"
        )
    ));
}

/// The command after which a store is used, and what opens it, wherever one goes.
fn from_now_on(store: &Path, identity: Option<&Path>) -> String {
    let whole = |path: &Path| {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        shell_word(&path.to_string_lossy())
    };
    let identity = identity.map_or_else(String::new, |identity| {
        format!(" NKEEP_IDENTITY={}", whole(identity))
    });
    format!("export NKEEP_STORE={}{identity}", whole(store))
}
