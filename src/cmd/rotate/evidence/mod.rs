//! `nkeep rotate evidence`.

#[cfg(feature = "net")]
pub(in crate::cmd) mod collect;
pub(in crate::cmd) mod import;

use clap::Subcommand;
use serde_json::json;

use super::document;
use crate::cmd::Ctx;
use crate::rotation::Rotation;
use crate::rotation::gate::{Missing, missing};
use crate::store::Records;
use crate::ui::Failure;

/// Show how servers stand: what they were started with, which accounts they have, who is connected
#[derive(Debug, Subcommand)]
pub enum Command {
    #[cfg(feature = "net")]
    Collect(collect::Args),
    Import(import::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        #[cfg(feature = "net")]
        Command::Collect(args) => collect::run(ctx, args),
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
    let what = crate::trust::resign::counted(taken, "server");
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
