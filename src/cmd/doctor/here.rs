//! `nkeep doctor`: the store, the identity that opens it, and what lies about.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::nsc::Plain;
use super::stored::Asks;
use super::{last_change, nsc, stored};
use crate::ceremony::airgap::{Finding, State};
use crate::clock::absolute;
use crate::cmd::Ctx;
use crate::masking::holds_secret;
use crate::nsc::half_made;
use crate::store::{Store as _, StoreError, founding};
use crate::text::{noted, shell_word};
use crate::ui::{ExitCode, Failure};

/// Looks at all of it. A store that cannot be used is one finding, and what needs none is looked at all the same.
pub fn looked_at(ctx: &Ctx, asks: Asks) -> Result<Vec<Finding>, Failure> {
    let mut found = Vec::new();
    let plain = Plain::all();
    let mut standing = Standing::None;
    if ctx.has_store()? {
        let path = ctx.store_path()?;
        let alone = open_to_others("store", &path);
        match stored::looked_at(ctx, asks) {
            Ok(inside) => {
                standing = Standing::Usable;
                found.push(match alone.state {
                    State::Fine => in_own_folder(alone, &path),
                    _ => alone,
                });
                found.extend(inside);
            }
            Err(failure) if failure.code() == ExitCode::Usage => return Err(failure),
            Err(failure) => {
                standing = Standing::Unusable;
                found.push(unusable(alone, &failure));
                let says = "nothing in the store was looked at: mend that, then once more";
                found.push(Finding::unknown("rest", says));
            }
        }
    } else {
        let says = format!("there is none at {}", ctx.store_path()?.display());
        let help = match ctx.brings_back()? {
            Some(hint) => hint,
            None => Plain::first_store(&plain),
        };
        found.push(Finding::look("store", says, help));
    }
    found.extend(remembered(ctx));
    found.extend(identity(ctx, standing)?);
    found.extend(beside(ctx));
    found.extend(left_half_made());
    found.extend(left_unnamed());
    found.extend(nsc::findings(&plain));
    found.push(clock(ctx));
    Ok(found)
}

/// How the store is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// There is none.
    None,
    /// It cannot be looked into.
    Unusable,
    /// It can.
    Usable,
}

/// What is said of a store that is not looked into: that others may read it, where that is why.
fn unusable(alone: Finding, failure: &Failure) -> Finding {
    if alone.state == State::Look {
        return alone;
    }
    Finding {
        help: failure.first_hint().map(str::to_owned),
        ..Finding::look("store", failure.message(), "")
    }
}

/// The store is nobody else's, unless others may put another file in its place.
fn in_own_folder(alone: Finding, path: &Path) -> Finding {
    let says = "others may put another file in its place: its folder";
    others_write(alone.check, crate::file::folder_of(path), says).unwrap_or(alone)
}

/// What is remembered of stores lies where others may not write, as what they take away is not missed.
fn remembered(ctx: &Ctx) -> Option<Finding> {
    let says =
        "others may take away what is remembered of stores, and then put back an older one unseen:";
    let state = ctx.state_folder().ok()?;
    let folders = [ctx.pins_folder().ok()?, state];
    let mut folders = folders.iter();
    folders.find_map(|folder| others_write("state", folder, says))
}

/// That others may write into a folder, if they may.
fn others_write(check: &'static str, folder: &Path, says: &str) -> Option<Finding> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        const OTHERS_WRITE: u32 = 0o022;
        /// In such a folder everybody has their own files alone.
        const STICKY: u32 = 0o1000;
        let mode = std::fs::metadata(folder).map_or(0, |metadata| metadata.permissions().mode());
        let is_open = mode & OTHERS_WRITE != 0 && mode & STICKY == 0;
        let folder = folder.to_string_lossy();
        is_open.then(|| {
            Finding::look(
                check,
                format!("{says} {folder} has the mode {:03o}", mode & 0o777),
                format!("chmod go-w {}", shell_word(&folder)),
            )
        })
    }
    #[cfg(not(unix))]
    {
        let _ = (check, folder, says);
        None
    }
}

/// Whether others may read a file that is nobody else's.
pub(super) fn open_to_others(check: &'static str, path: &Path) -> Finding {
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
fn identity(ctx: &Ctx, store: Standing) -> Result<Option<Finding>, Failure> {
    const CHECK: &str = "identity";
    let help = noted("export NKEEP_IDENTITY=FILE", "names the file that opens it");
    // What comes on stdin is no file.
    let is_file = |path: &PathBuf| path.as_os_str() != "-";
    if let Some(path) = ctx.identity_file().filter(is_file) {
        return Ok(match (path.exists(), store) {
            (true, Standing::Usable) => Some(opens(ctx, CHECK, &path)?),
            (true, _) => Some(open_to_others(CHECK, &path)),
            (false, Standing::Usable | Standing::Unusable) => {
                let says = format!("there is no {}, which is to open the store", path.display());
                Some(Finding::look(CHECK, says, help))
            }
            // It is made with the store.
            (false, Standing::None) => None,
        });
    }
    if ctx.is_given() || store != Standing::Usable {
        return Ok(None);
    }
    let mut store = ctx.open_store()?;
    let has_passphrase = !store.read(founding::inside)?.is_empty();
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

/// Creds and seeds in the working folder that others may read, and what opens stores, stores, and copies of them.
fn beside(ctx: &Ctx) -> Vec<Finding> {
    // Of these more was said already.
    let known = [ctx.store_path().ok(), ctx.identity_file()];
    let known: Vec<PathBuf> = known
        .into_iter()
        .flatten()
        .filter_map(|path| path.canonicalize().ok())
        .collect();
    let is_known = |path: &Path| path.canonicalize().is_ok_and(|path| known.contains(&path));
    let entries = std::fs::read_dir(".").into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| PathBuf::from(entry.file_name()))
        .filter(|path| path.is_file() && !is_known(path))
        .collect();
    paths.sort();
    let each = paths.iter().filter_map(|path| {
        let check = kept_in(path)?;
        let alone = open_to_others(check, path);
        (alone.state == State::Look).then_some(alone)
    });
    each.collect()
}

/// What exports that were killed left in the working folder.
fn left_half_made() -> Vec<Finding> {
    let left = half_made::left_in(Path::new(".")).into_iter();
    let each = left.map(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Finding::look(
            "seeds",
            format!(
                "{name} was left by an export that was killed, and may hold seeds in the clear"
            ),
            format!("rm -r {}", shell_word(&name)),
        )
    });
    each.collect()
}

/// What writes that were killed left in the working folder.
fn left_unnamed() -> Vec<Finding> {
    let left = crate::file::left_in(Path::new(".")).into_iter();
    let each = left.map(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        Finding::look(
            "seeds",
            format!("{name} was left by a command that was killed, and may hold what is secret"),
            noted(
                format!("rm {}", shell_word(&name)),
                "when no nkeep writes here",
            ),
        )
    });
    each.collect()
}

/// What a file has that is nobody else's, as far as its name tells, and of text what is in it.
fn kept_in(path: &Path) -> Option<&'static str> {
    match path.extension()?.to_str()? {
        "creds" | "nk" => Some("seeds"),
        "nkeep" => Some("stores"),
        "backup" => Some("backups"),
        "txt" if holds_identity(path) => Some("identities"),
        _ => None,
    }
}

/// Whether a text that begins as files of identities do has one. It may be long, and is read no further.
fn holds_identity(path: &Path) -> bool {
    const BEGINNING: u64 = 16 << 10;
    let mut text = Zeroizing::new(Vec::with_capacity(BEGINNING as usize));
    let read = File::open(path).and_then(|file| file.take(BEGINNING).read_to_end(&mut text));
    read.is_ok() && std::str::from_utf8(&text).is_ok_and(holds_secret)
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
