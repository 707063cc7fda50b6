//! What a change says of itself: what is other than before, who signed, what deserves attention and what comes next.

use serde_json::json;

use crate::cmd::Ctx;
use crate::trust::edit::Edited;
use crate::ui::Failure;

/// A change of something that is there.
#[derive(Clone, Copy, Debug)]
pub struct Changed<'a> {
    /// What was changed, and who signed it.
    pub edited: &'a Edited,
    /// What is other than before, in sentences.
    pub changes: &'a [String],
    /// What deserves attention, in sentences.
    pub warnings: &'a [String],
    /// What comes next: commands.
    pub next: &'a [String],
}

/// Shows a change. Where nothing was other than asked for, nothing was signed.
pub fn changed(ctx: &Ctx, changed: &Changed<'_>) -> Result<(), Failure> {
    let Changed {
        edited,
        changes,
        warnings,
        next,
    } = changed;
    let entity = &edited.entity;
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "changed",
            "type": entity.kind.name(),
            "name": entity.name.as_str(),
            "public_key": entity.key.to_string(),
            "issuer": edited.signer.map(|signer| signer.to_string()),
            "changes": changes,
            "warnings": warnings,
        }));
    }
    for change in *changes {
        ctx.ui.note(change);
    }
    match edited.signer {
        Some(signer) => ctx.ui.note(&format!(
            "changed {} {} {}, signed by {signer}",
            entity.kind, entity.name, entity.key
        )),
        None => ctx.ui.note(&format!(
            "{} {} is so already, and nothing was signed",
            entity.kind, entity.name
        )),
    }
    for warning in *warnings {
        ctx.ui.warning(warning);
    }
    for command in *next {
        ctx.next(command);
    }
    Ok(())
}
