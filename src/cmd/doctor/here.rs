//! `nkeep doctor`: the store, the identity that opens it, and what lies about.

use std::path::{Path, PathBuf};

use super::last_change;
use crate::ceremony::airgap::Finding;
use crate::clock::absolute;
use crate::cmd::Ctx;
use crate::jwt::claims::Operator;
use crate::rotation::due::{Periods, Wanted, due};
use crate::rotation::{self};
use crate::store::record::{Entity, EntityKind};
use crate::store::{Records, Store as _};
use crate::text::{noted, quoted, shell_word};
use crate::trust;
use crate::ui::Failure;

/// Looks at all of it.
pub fn looked_at(ctx: &Ctx) -> Result<Vec<Finding>, Failure> {
    let mut found = Vec::new();
    if ctx.has_store()? {
        let path = ctx.store_path()?;
        found.push(open_to_others("store", &path));
        found.extend(in_store(ctx)?);
    } else {
        let says = format!("there is none at {}", ctx.store_path()?.display());
        found.push(Finding::look("store", says, "nkeep init -n NAME"));
    }
    if let Some(path) = ctx.identity_file().filter(|path| path.exists()) {
        found.push(open_to_others("identity", &path));
    }
    found.extend(beside());
    found.extend(of_nsc());
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

fn in_store(ctx: &Ctx) -> Result<Vec<Finding>, Failure> {
    let now = ctx.clock.now();
    let mut store = ctx.open_store()?;
    let (mut found, keys, expired) = store.read(|records| {
        let mut operators = Vec::new();
        records.each_entity(EntityKind::Operator, None, &mut |operator| {
            operators.push(operator);
            Ok(())
        })?;
        let (mut found, mut expired) = (Vec::new(), 0);
        for operator in &operators {
            found.push(root(records, operator)?);
            let rows = records.expirations(&operator.key)?;
            expired += rows
                .iter()
                .filter(|row| row.expires != 0 && row.expires < now)
                .count();
        }
        let wanted = &Wanted::Aged(&Periods::of(records)?, now);
        let keys = due(records, wanted, &[])?;
        let keys = keys.iter().filter(|one| one.is_due(now)).count();
        Ok::<_, rotation::RotationError>((found, keys, expired))
    })?;
    found.push(match keys {
        0 => Finding::fine("keys", "none has been in use for too long"),
        _ => Finding::look(
            "keys",
            format!("in use for too long: {keys}"),
            noted("nkeep rotate due", "says which, and what replaces each"),
        ),
    });
    found.push(match expired {
        0 => Finding::fine("tokens", "none has expired"),
        _ => Finding::look(
            "tokens",
            format!("expired: {expired}"),
            "nkeep expirations --skip",
        ),
    });
    // A copy is not the store's to know of.
    found.push(Finding {
        help: Some("nkeep store backup NAME.backup".to_owned()),
        ..Finding::unknown(
            "backup",
            "whether there is one, and where, is not in the store",
        )
    });
    Ok(found)
}

/// How the identity of an operator is kept.
fn root(records: &dyn Records, operator: &Entity) -> rotation::Result<Finding> {
    const CHECK: &str = "root";
    let name = quoted(&operator.name);
    let is_here = records
        .key(&operator.key)?
        .is_some_and(|record| record.sealed.is_some());
    let claims = trust::claims::<Operator>(operator)?.into_claims();
    Ok(match (is_here, claims.body.signing_keys.is_empty()) {
        (false, _) => Finding::fine(
            CHECK,
            format!("the identity of operator {name} is elsewhere"),
        ),
        (true, true) => Finding::look(
            CHECK,
            format!("operator {name} has no signing key: its identity signs all there is"),
            format!(
                "nkeep edit operator {} --sk generate",
                shell_word(operator.name.as_str())
            ),
        ),
        (true, false) => Finding::look(
            CHECK,
            format!("the identity of operator {name} is where its signing keys are"),
            noted(
                "nkeep ceremony split-store --to working.nkeep --new-identity working.txt",
                "makes a store to work with, without it; this one goes offline",
            ),
        ),
    })
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

/// Seeds in the clear, where nsc keeps them.
fn of_nsc() -> Option<Finding> {
    const CHECK: &str = "nsc";
    let home = std::env::var_os("HOME").filter(|home| !home.is_empty());
    let home = home.map(PathBuf::from);
    let data = std::env::var_os("XDG_DATA_HOME").filter(|data| !data.is_empty());
    let data = data.map(PathBuf::from).or_else(|| {
        let home = home.as_ref()?;
        Some(home.join(".local/share"))
    });
    let named = std::env::var_os("NKEYS_PATH").map(PathBuf::from);
    let folders = [
        data.map(|data| data.join("nats/nsc/keys")),
        home.map(|home| home.join(".nkeys")),
        named,
    ];
    for folder in folders.into_iter().flatten() {
        let count = seeds_below(&folder, 6);
        if count > 0 {
            let whence = match folder.file_name() {
                Some(name) if name == "keys" => crate::file::folder_of(&folder),
                _ => &folder,
            };
            return Some(Finding::look(
                CHECK,
                format!("seeds in the clear in {}: {count}", folder.display()),
                noted(
                    format!(
                        "nkeep import nsc {} --dry-run",
                        shell_word(&whence.to_string_lossy())
                    ),
                    "takes them without --dry-run; with --shred-source they are removed",
                ),
            ));
        }
    }
    Some(Finding::fine(
        CHECK,
        "no seeds in the clear where nsc keeps them",
    ))
}

/// How many files there are as nsc names those with seeds.
fn seeds_below(folder: &Path, deep: usize) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| {
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let is_seed = entry
                .path()
                .extension()
                .is_some_and(|ending| ending == "nk");
            match is_folder {
                true if deep > 0 => seeds_below(&entry.path(), deep - 1),
                true => 0,
                false => usize::from(is_seed),
            }
        })
        .sum()
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
