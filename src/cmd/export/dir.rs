//! `nkeep export dir`.

use std::path::PathBuf;

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::output::folder_for_files;
use crate::cmd::files::tree;
use crate::cmd::words::argument::named_file;
use crate::store::{Store as _, StoreError};
use crate::text::shell_word;
use crate::ui::{ExitCode, Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "The store as text, to keep under git and to review",
    line: "nkeep export dir acme",
}];

/// Write the whole store as text into a folder
///
/// Claims as YAML for people, tokens, every seed as a sealed age file in text, and the journal. The same store gives the
/// same text; nothing in it is in the clear that the store does not show. A folder that holds such a tree is brought up to
/// date, and what else is in it, such as .git, stays. The tree of another store, or one that this store does not go on from,
/// is not replaced: it may be the only copy. With --dry-run what would be written or removed is listed, and nothing is.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The folder; made if it is not there
    #[arg(value_name = "FOLDER", value_parser = named_file())]
    folder: PathBuf,
    /// Replace the tree of another store, or a newer one
    #[arg(long)]
    force: bool,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    if let Some((id, head)) = tree::head_in(&args.folder)?.filter(|_| !args.force) {
        let (ours, passed) = store.read(|records| {
            let mut passed = false;
            records.each_entry(head.sequence, &mut |entry| {
                passed |= entry.sequence == head.sequence && entry.digest() == head.digest;
                Ok(())
            })?;
            Ok::<_, StoreError>((records.store_id().to_owned(), passed))
        })?;
        let folder = args.folder.display();
        if id != ours {
            return Err(Failure::new(
                ExitCode::Failed,
                anyhow::anyhow!("{folder} holds the tree of another store"),
            ))
            .hint("nkeep export dir NEW-FOLDER");
        }
        if !passed {
            return Err(Failure::new(
                ExitCode::Tampered,
                anyhow::anyhow!(
                    "{folder} holds a tree that has come further than the store, or elsewhere"
                ),
            ))
            .hint(format!(
                "nkeep import dir {}",
                shell_word(&folder.to_string())
            ));
        }
    }
    let text = store.tree()?;
    let plan = tree::Plan::of(&args.folder, &text)?;
    let is_trial = ctx.made.is_trial();
    if is_trial {
        folder_for_files(ctx, &args.folder)
            .context(format!("cannot make {}", args.folder.display()))?;
    } else {
        plan.carry_out(&args.folder, &text)?;
    }
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "tree",
            "folder": args.folder,
            "dry_run": is_trial,
            "files": text.len(),
            "written": plan.written,
            "removed": plan.removed,
        }));
    }
    if is_trial {
        let below = |file: &String| args.folder.join(file);
        let mut files = super::listed(plan.written.iter().map(below));
        for file in &plan.removed {
            files.push_str(super::listed([below(file)]).trim_end());
            files.push_str(" (removed)\n");
        }
        ctx.ui.text(&files)?;
    }
    ctx.ui.note(&format!(
        "{} files are in {}",
        text.len(),
        args.folder.display()
    ));
    Ok(())
}
