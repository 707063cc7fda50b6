//! `nkeep doctor`: the store, the identity that opens it, and what lies about.

use std::path::{Path, PathBuf};

use super::nsc::Plain;
use super::stored::Asks;
use super::{last_change, nsc, stored};
use crate::ceremony::airgap::{Finding, State};
use crate::clock::absolute;
use crate::cmd::Ctx;
use crate::store::{Store as _, StoreError};
use crate::text::noted;
#[cfg(unix)]
use crate::text::shell_word;
use crate::ui::{ExitCode, Failure};

/// Looks at all of it.
pub fn looked_at(ctx: &Ctx, asks: Asks) -> Result<Vec<Finding>, Failure> {
    let mut found = Vec::new();
    let plain = Plain::all();
    if ctx.has_store()? {
        let path = ctx.store_path()?;
        found.push(open_to_others("store", &path));
        found.extend(stored::looked_at(ctx, asks)?);
    } else {
        let says = format!("there is none at {}", ctx.store_path()?.display());
        found.push(Finding::look("store", says, Plain::first_store(&plain)));
    }
    found.extend(identity(ctx)?);
    found.extend(beside());
    found.extend(nsc::findings(&plain));
    found.push(clock(ctx));
    Ok(found)
}

/// Whether others may read a file that is nobody else's.
fn open_to_others(check: &'static str, path: &Path) -> Finding {
    let shown = path.display();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(path).map(|metadata| metadata.permissions().mode() & 0o777);
        match mode {
            Ok(mode) if mode & 0o077 == 0 => {
                Finding::fine(check, format!("{shown} is its owner's alone"))
            }
            Ok(mode) => Finding::look(
                check,
                format!("{shown} is open to others (mode {mode:03o})"),
                format!("chmod 600 {}", shell_word(&path.to_string_lossy())),
            ),
            Err(error) => Finding::unknown(check, format!("{shown}: {error}")),
        }
    }
    #[cfg(not(unix))]
    Finding::unknown(check, format!("who may read {shown} is not known here"))
}

/// What is said to open the store: a file that is not there, or others may read; or nothing is said.
fn identity(ctx: &Ctx) -> Result<Option<Finding>, Failure> {
    const CHECK: &str = "identity";
    let help = noted("export NKEEP_IDENTITY=FILE", "names the file that opens it");
    // What comes on stdin is no file.
    let is_file = |path: &PathBuf| path.as_os_str() != "-";
    if let Some(path) = ctx.identity_file().filter(is_file) {
        let is_there = path.exists();
        let is_needed = ctx.has_store()?;
        return Ok(match (is_there, is_needed) {
            (true, true) => Some(opens(ctx, CHECK, &path)?),
            (true, false) => Some(open_to_others(CHECK, &path)),
            (false, true) => {
                let says = format!("there is no {}, which is to open the store", path.display());
                Some(Finding::look(CHECK, says, help))
            }
            // It is made with the store.
            (false, false) => None,
        });
    }
    if ctx.is_given() || !ctx.has_store()? {
        return Ok(None);
    }
    let mut store = ctx.open_store()?;
    let has_passphrase = store.read(|records| records.identities().map(|kept| !kept.is_empty()))?;
    #[cfg(unix)]
    let is_open = ctx.agent(&mut store)?.is_some();
    #[cfg(not(unix))]
    let is_open = false;
    if has_passphrase || is_open {
        return Ok(None);
    }
    let says = "its file opens the store, and nothing says where that is";
    Ok(Some(Finding::look(CHECK, says, help)))
}

/// Whether a file is its owner's alone, and of an identity that the store is sealed to. No key is opened for it, and nobody is
/// asked for the passphrase that the file may have.
fn opens(ctx: &Ctx, check: &'static str, path: &Path) -> Result<Finding, Failure> {
    let alone = open_to_others(check, path);
    if alone.state != State::Fine {
        return Ok(alone);
    }
    let mut unasked = ctx.clone();
    unasked.opening.no_input = true;
    unasked.opening.passphrase_fd = None;
    let identities = match unasked.identities_in(path) {
        Ok(identities) => identities,
        Err(failure) if failure.code() == ExitCode::Locked => return Ok(alone),
        Err(failure) => {
            let help = noted("nkeep store recipients list", "says who opens the store");
            return Ok(Finding::look(check, failure.message(), help));
        }
    };
    let is_recipient = ctx.open_store()?.read(|records| {
        let mut members = records.recipients().members.iter();
        Ok::<_, StoreError>(members.any(|member| {
            let mut identities = identities.iter();
            identities.any(|identity| identity.may_open(&member.recipient))
        }))
    })?;
    if is_recipient {
        return Ok(alone);
    }
    let says = format!(
        "{} is of nobody whom the store is sealed to",
        path.display()
    );
    let help = noted(
        "nkeep store recipients list",
        "says who opens it; then: export NKEEP_IDENTITY=FILE, with the file of one of them",
    );
    Ok(Finding::look(check, says, help))
}

/// Creds and seeds in the working folder that others may read.
fn beside() -> Vec<Finding> {
    let is_secret = |path: &PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        matches!(ending, Some("creds" | "nk")) && path.is_file()
    };
    let entries = std::fs::read_dir(".").into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| PathBuf::from(entry.file_name()))
        .filter(is_secret)
        .collect();
    paths.sort();
    let each = paths.iter().map(|path| open_to_others("seeds", path));
    each.filter(|one| one.help.is_some()).collect()
}

fn clock(ctx: &Ctx) -> Finding {
    const CHECK: &str = "clock";
    let now = ctx.clock.now();
    let shows = absolute(now);
    match last_change(ctx) {
        None => Finding::unknown(
            CHECK,
            format!("shows {shows}, and there is nothing to compare it with"),
        ),
        Some(change) if change > now => Finding::look(
            CHECK,
            format!(
                "shows {shows}, and the last change of the store is of {}: it is behind",
                absolute(change)
            ),
            noted("date", "and set the clock"),
        ),
        Some(_) => Finding::fine(
            CHECK,
            format!("shows {shows}, after the last change of the store"),
        ),
    }
}
