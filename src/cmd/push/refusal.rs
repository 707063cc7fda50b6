//! Why nothing is pushed: everything that is in the way is said at once, and what `--force` does to each. Where that is given,
//! each is said all the same.

use crate::cmd::Ctx;
use crate::text::noted;
use crate::ui::{ExitCode, Failure, called_with};

/// Something that is in the way.
pub struct Refusal {
    /// How grave it is.
    pub code: ExitCode,
    /// What.
    pub reason: String,
    /// Commands that help.
    pub ways: Vec<String>,
    /// What comes of it with `--force`.
    pub forced: &'static str,
}

/// Refuses to go on where there is any, or says what is overridden.
pub fn settle(ctx: &Ctx, force: bool, refusals: Vec<Refusal>) -> Result<(), Failure> {
    if force {
        for one in refusals {
            ctx.ui
                .warning(&format!("--force: {}: it {}", one.reason, one.forced));
        }
        return Ok(());
    }
    let gate = refusals.iter().any(|one| one.code == ExitCode::Gate);
    let Some(first) = refusals.first() else {
        return Ok(());
    };
    let code = if gate { ExitCode::Gate } else { first.code };
    let reasons: Vec<&str> = refusals.iter().map(|one| &*one.reason).collect();
    let reasons = reasons.join("; besides, ");
    let mut failure = Failure::new(code, anyhow::anyhow!("nothing was pushed: {reasons}"));
    for way in refusals.iter().flat_map(|one| &one.ways) {
        failure = failure.hint(way.clone());
    }
    let forced: Vec<&str> = refusals.iter().map(|one| one.forced).collect();
    Err(failure.hint(noted(called_with("--force"), forced.join("; and "))))
}
