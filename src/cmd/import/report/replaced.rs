//! Claim by claim, what tokens say otherwise than those whose place they take.

use super::Report;
use crate::clock::absolute;
use crate::cmd::changed::told;
use crate::nsc::Replaced;
use crate::text::quoted;
use crate::ui::shown;

/// So many are told; documents have all.
const SHOWN: usize = 20;

impl Report {
    /// What is replaced, or would be.
    pub(super) fn replaced_lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for replaced in self.replaced.iter().take(SHOWN) {
            lines.push(shown(&self.head(replaced)).into_owned());
            let told = replaced.changes.iter().filter_map(told);
            lines.extend(told.map(|line| format!("  {}", shown(&line))));
        }
        if let Some(more @ 1..) = self.replaced.len().checked_sub(SHOWN) {
            lines.push(format!("and {more} more: --json tells of each"));
        }
        lines
    }

    fn head(&self, replaced: &Replaced) -> String {
        let key = replaced.there.key;
        let is_refused = self.conflicts.iter().any(|conflict| conflict.key == key);
        let label = match (is_refused, replaced.changed_here) {
            (true, _) => "differs",
            (false, true) => "replaced",
            (false, false) => "newer",
        };
        let there = match replaced.changed_here {
            true => "was changed here",
            false => "was signed",
        };
        format!(
            "[{label}] {} {}: the one that is here {there}, {}, and this one was signed {}",
            replaced.there.kind,
            quoted(&replaced.there.name),
            absolute(replaced.signed_there),
            absolute(replaced.signed)
        )
    }
}
