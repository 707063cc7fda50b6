//! The clock of a machine where something is signed, or taken that was: one that is far off is refused before anybody reads and types.

use crate::ceremony::CeremonyError;
use crate::clock::{CLOCKS_DIFFER, absolute};
use crate::cmd::Ctx;
use crate::store::Records;
use crate::text::noted;

/// Refuses a clock that is behind what was done in the store last, unless somebody says that it was wrong then.
pub fn clock_must_be_right(ctx: &Ctx, records: &dyn Records) -> Result<(), CeremonyError> {
    let note = ctx.note("ceremony", String::new());
    let mut last = note.time;
    records.each_entry(records.head().sequence, &mut |entry| {
        last = entry.time;
        Ok(())
    })?;
    if note.earlier || last <= note.time.saturating_add(CLOCKS_DIFFER) {
        return Ok(());
    }
    Err(CeremonyError::gate(
        format!(
            "this machine's clock says {}, and the last change of the store is of {}: one of them is far off",
            absolute(note.time),
            absolute(last)
        ),
        noted(
            "date -u",
            "if it is right, and was wrong at that change: add --clock-was-wrong",
        ),
    ))
}
