//! The refusal of an import over which the store has something otherwise.

use super::Report;
use crate::cmd::Ctx;
use crate::cmd::import::ways::{self, called_with, opened};
use crate::nsc::Conflict;
use crate::text::{counted, noted};
use crate::ui::{ExitCode, Failure};

/// Names what is in the way, and what helps.
pub(super) fn refused(ctx: &Ctx, conflicts: &[Conflict], report: &Report) -> Failure {
    const SHOWN: usize = 10;
    let mut said: Vec<String> = conflicts
        .iter()
        .take(SHOWN)
        .map(|conflict| format!("{}: {}", conflict.file, conflict.message))
        .collect();
    let more = conflicts.len().saturating_sub(SHOWN);
    if more > 0 {
        said.push(format!("and {more} more"));
    }
    let mut reason = "the store has it otherwise, and nothing was taken".to_owned();
    if ctx.ui.json() {
        reason = format!("{reason}: {}", said.join("; "));
    } else {
        for line in &said {
            ctx.ui.notice(&format!("conflict: {line}"));
        }
        reason = format!("{}: {reason}", counted(conflicts.len(), "conflict"));
    }
    let hinted = |failure: Failure, command: &str| failure.hint(opened(ctx, command));
    let failure = Failure::new(ExitCode::Tampered, anyhow::anyhow!(reason));
    let failure = hinted(
        failure,
        &noted(called_with(report.command, "--dry-run"), "lists all of it"),
    );
    let flags = conflicts
        .iter()
        .filter_map(|conflict| ways::renaming(conflict, report.command));
    let renaming = ways::renamed(report.command, &flags.collect::<Vec<_>>());
    let mut others: Vec<String> = conflicts
        .iter()
        .flat_map(|conflict| ways::besides(conflict, report.command))
        .collect();
    others.dedup();
    let ways = renaming.into_iter().chain(others);
    let failure = ways
        .take(SHOWN)
        .fold(failure, |failure, way| hinted(failure, &way));
    let then = match conflicts.iter().filter(|one| one.replaceable).count() {
        0 => return failure,
        some if some == conflicts.len() => "puts it in place of what the store has",
        _ => "once the others are out of the way, puts it in place of what the store has",
    };
    let forced = called_with(report.command, report.replaces);
    hinted(failure, &noted(forced, then))
}
