//! `nkeep rotate evidence`.

#[cfg(feature = "net")]
pub(in crate::cmd) mod collect;
pub(in crate::cmd) mod import;

use clap::Subcommand;
use serde_json::json;

use super::document;
use crate::clock::UnixSeconds;
use crate::cmd::Ctx;
use crate::rotation::evidence::Stated;
use crate::rotation::gate::{Missing, missing};
use crate::rotation::{self, Inventory, Rotation, RotationError};
use crate::store::Records;
use crate::text::{counted, noted};
use crate::ui::Failure;
use crate::ui::called_with as again;

/// Show how servers stand: what they were started with, which accounts they have, who is connected
#[derive(Debug, Subcommand)]
pub enum Command {
    #[cfg(feature = "net")]
    Collect(collect::Args),
    /// Not in this build, which has no network code
    #[cfg(not(feature = "net"))]
    #[command(hide = true)]
    Collect(Unbuilt),
    Import(import::Args),
}

/// What was typed for the build with network code.
#[cfg(not(feature = "net"))]
#[derive(clap::Args, Debug)]
pub struct Unbuilt {
    /// Whatever it is
    #[arg(
        value_name = "WORD",
        trailing_var_arg = true,
        allow_hyphen_values = true
    )]
    words: Vec<String>,
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        #[cfg(feature = "net")]
        Command::Collect(args) => collect::run(ctx, args),
        #[cfg(not(feature = "net"))]
        Command::Collect(_) => Err(crate::cmd::of_the_other_build(
            "evidence collect",
            "asks live servers",
            Some("nkeep rotate evidence import FILE"),
        )),
        Command::Import(args) => import::run(ctx, args),
    }
}

/// What is missing for the next step by now.
fn lacking(
    records: &dyn Records,
    rotation: &Rotation,
    now: i64,
) -> crate::rotation::Result<Vec<Missing>> {
    match rotation.coming() {
        Some(phase) => missing(records, rotation, phase.gates, now),
        None => Ok(Vec::new()),
    }
}

/// Takes it that those are the servers that there are. That there are fewer than was said has its reason, which stands in the report:
/// one that is not asked cannot hold a gate.
fn declare(
    rotation: &mut Rotation,
    servers: Inventory,
    reason: Option<&str>,
    actor: &str,
    now: UnixSeconds,
) -> rotation::Result<()> {
    let had = &rotation.terms.servers;
    let are_fewer = match (had, &servers) {
        // So many are those that were named.
        (Inventory::Names(names), Inventory::Count(count)) if *count == names.len() => {
            return Ok(());
        }
        (Inventory::Undeclared, _) => false,
        (Inventory::Count(had), Inventory::Count(count)) => count < had,
        (Inventory::Count(had), Inventory::Names(names)) => names.len() < *had,
        (Inventory::Names(had), Inventory::Names(names)) => {
            had.iter().any(|name| !names.contains(name))
        }
        (Inventory::Names(_), _) | (_, Inventory::Undeclared) => true,
    };
    if are_fewer {
        let words = reason.ok_or_else(|| {
            RotationError::refused(
                format!(
                    "{} were declared, and a server that nobody asks has not agreed",
                    had.title()
                ),
                noted(
                    again("--reason 'WHERE IT WENT'"),
                    "where servers are gone for good",
                ),
            )
        })?;
        rotation.stated.push(Stated {
            name: "fewer-servers".to_owned(),
            words: format!("{} in place of {}: {words}", servers.title(), had.title()),
            file_sha256: None,
            time: now,
            actor: actor.to_owned(),
        });
    }
    rotation.terms.servers = servers;
    Ok(())
}

/// Says what was taken, and what is missing yet.
fn say(ctx: &Ctx, rotation: &Rotation, taken: usize, missing: &[Missing]) -> Result<(), Failure> {
    if ctx.ui.json() {
        let mut document = document(rotation);
        document["taken"] = json!(taken);
        document["evidence"] = json!(rotation.evidence);
        document["stated"] = json!(rotation.stated);
        document["missing"] = super::status::missing_documented(missing);
        return ctx.ui.document(&document);
    }
    let what = counted(taken, "server");
    ctx.ui.note(&format!(
        "rotation {}: evidence of {what} was kept",
        rotation.id
    ));
    for one in missing {
        ctx.ui.note(&format!("  missing: {}", one.what));
    }
    let next = match missing.is_empty() {
        true => format!("nkeep rotate next {}", rotation.id),
        false => format!("nkeep rotate status {}", rotation.id),
    };
    ctx.next(&next);
    Ok(())
}
