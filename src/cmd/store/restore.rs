//! `nkeep store restore`.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::readmitted::Compared;
use super::replaced::Replaced;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::opening::expected;
use crate::file::Existing;
use crate::store::journal::Head;
use crate::store::pin::{Pins, Trace};
use crate::store::sqlite::{Rollback, SqliteStore, Still, is_store};
use crate::store::{Store as _, StoreError};
use crate::text::{noted, shell_word};
use crate::ui::{ExitCode, Failure, Hinted as _, again, called_with};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Put a backup in the place of a store that was lost",
    line: "nkeep store restore acme.backup --store restored.nkeep",
}];

/// Put a backup in the store's place
///
/// The backup is checked whole before it replaces anything. One that is older than what this machine has seen of the
/// store is refused, unless its head is named: keys and revocations may be missing from it. Whom the store that is there shuts
/// out, and the backup lets in again, is named, with the command that shuts out again; what is lost is counted, and who opens
/// the backup is said. With --dry-run all of that is looked at and said, and nothing is replaced.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The backup
    file: PathBuf,
    /// Replace the store
    #[arg(long)]
    force: bool,
    /// Take this older backup, as the refusal named it
    #[arg(long, value_name = "HEAD")]
    expect_head: Option<Head>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let path = ctx.store_path()?;
    let existing = Existing::with_force(args.force);
    let is_there = std::fs::symlink_metadata(&path).is_ok();
    let seen = Trace::of(&path).ok().flatten();
    // Checked whole, and against nothing that is remembered: what is older may be what is wanted.
    let mut backup = SqliteStore::open(&args.file, &Pins::none(), Rollback::Refuse)?;
    let (id, head) = backup
        .read(|records| Ok::<_, StoreError>((records.store_id().to_owned(), records.head())))?;
    expected::must_be(&mut backup)?;
    let pins = ctx.pins()?;
    if is_there {
        not_anothers(&path, &id)?;
    }
    let older = backup
        .fit_for(&path, &pins)
        .and_then(|()| holds_all_of(&mut backup, &path));
    let is_older = matches!(older, Err(StoreError::RolledBack { .. }));
    let compared = Compared::of(&mut backup, &path, is_older)?;
    let replaced = Replaced::of(ctx, &mut backup, &path)?;
    if is_there && existing == Existing::Keep {
        let closed = replaced.closed().map(|closed| format!("; {closed}"));
        let reason = anyhow::anyhow!(
            "{} exists{}{}",
            path.display(),
            compared.in_short(),
            closed.unwrap_or_default()
        );
        return Err(Failure::new(ExitCode::Failed, reason)).hint(called_with("--force"));
    }
    if args.expect_head != Some(head) {
        older.map_err(|error| match error {
            StoreError::RolledBack { .. } => {
                let (lost, readmits) = (replaced.in_short(), compared.in_short());
                let reason = anyhow::anyhow!("{error}{lost}{readmits}");
                let again = meant(ctx, args, &head);
                Failure::new(ExitCode::Tampered, reason).hint(again)
            }
            error => error.into(),
        })?;
    }
    if !ctx.made.is_trial() {
        put(&mut backup, &path, seen.as_ref(), &pins, args)?;
    }
    let mut warnings = compared.warnings(ctx);
    warnings.extend(replaced.warnings(ctx));
    warnings.extend(replaced.closed());
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "restore",
            "store": path,
            "file": args.file,
            "dry_run": ctx.made.is_trial(),
            "replaced": is_there,
            "lacks": replaced.lacks(),
            "opened_by": replaced.opened_by(),
            "warnings": warnings,
            "let_in_again": compared.document(ctx),
        }));
    }
    let of_what = if is_there {
        " of the store that was there"
    } else {
        ""
    };
    ctx.ui
        .note(&format!("{} is in place{of_what}", path.display()));
    for note in replaced.notes() {
        ctx.ui.note(&note);
    }
    for warning in &warnings {
        ctx.ui.warning(warning);
    }
    Ok(())
}

/// Puts the backup there, and remembers that it is: in the place of what was seen, which nobody changes meanwhile.
fn put(
    backup: &mut SqliteStore,
    path: &Path,
    seen: Option<&Trace>,
    pins: &Pins,
    args: &Args,
) -> Result<(), Failure> {
    let folder = crate::file::folder_of(path).to_owned();
    crate::file::private_folder(&folder).context(format!("cannot make {}", folder.display()))?;
    let still = match seen {
        Some(_) => Still::of(path)?,
        None => None,
    };
    if Trace::of(path).ok().flatten().as_ref() != seen {
        let shown = path.display();
        return Err(Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!("{shown} was changed while this command ran, and is not replaced"),
        ))
        .hint(noted(again(), "looks at what is there now"));
    }
    backup.backup(path, Existing::with_force(args.force))?;
    drop(still);
    let rollback = args.expect_head.map_or(Rollback::Refuse, Rollback::Accept);
    SqliteStore::open(path, pins, rollback)?;
    Ok(())
}

/// As it is called where this older backup is meant.
fn meant(ctx: &Ctx, args: &Args, head: &Head) -> String {
    let file = shell_word(&args.file.display().to_string());
    let force = if args.force { " --force" } else { "" };
    let trial = if ctx.made.is_trial() {
        " --dry-run"
    } else {
        ""
    };
    format!("nkeep store restore {file}{force} --expect-head {head}{trial}")
}

/// Refuses to replace what is no copy of the same store: its keys may be nowhere else.
fn not_anothers(path: &Path, id: &str) -> Result<(), Failure> {
    let away = format!("mv {0} {0}.old", shell_word(&path.display().to_string()));
    let refused = |what: &str| {
        Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!("{} is {what}, and is not replaced", path.display()),
        )
        .hint(away)
    };
    match SqliteStore::identity_of(path) {
        Ok(other) if other == id => Ok(()),
        Ok(_) => Err(refused("another store")),
        // Damaged past telling whose it is, which may be why the backup is wanted.
        Err(_) if is_store(path)? => Ok(()),
        Err(_) => Err(refused("no store")),
    }
}

/// Refuses a backup that lacks what the store that is there has.
fn holds_all_of(backup: &mut SqliteStore, path: &Path) -> Result<(), StoreError> {
    if std::fs::symlink_metadata(path).is_err() {
        return Ok(());
    }
    let Ok(mut store) = SqliteStore::open(path, &Pins::none(), Rollback::Refuse) else {
        return Ok(());
    };
    let head = store.read(|records| Ok::<_, StoreError>(records.head()))?;
    let (mut passed, mut own) = (false, Head::default());
    backup.read(|records| {
        own = records.head();
        records.each_entry(head.sequence, &mut |entry| {
            passed |= entry.sequence == head.sequence && entry.digest() == head.digest;
            Ok(())
        })
    })?;
    if passed {
        return Ok(());
    }
    Err(StoreError::RolledBack {
        path: backup.path().to_owned(),
        what: format!(
            "its journal ends at {}, and lacks what the store that is there has up to {}",
            own.sequence, head.sequence
        ),
        head: own.to_string(),
    })
}
