//! Claim by claim, what tokens say otherwise than those whose place they take.

use super::Report;
use super::lines::Lines;
use crate::clock::absolute;
use crate::cmd::changed::told;
use crate::nsc::Replaced;
use crate::text::quoted;

/// So many are told; documents have all.
const SHOWN: usize = 20;

impl Report {
    /// Says what is replaced, or would be.
    pub(super) fn say_replaced(&self, lines: &mut Lines) {
        for replaced in self.replaced.iter().take(SHOWN) {
            lines.say(0, &self.head(replaced));
            for line in replaced.changes.iter().filter_map(told) {
                lines.say(2, &line);
            }
        }
        if let Some(more @ 1..) = self.replaced.len().checked_sub(SHOWN) {
            lines.say(0, &format!("and {more} more: --json tells of each"));
        }
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
            true => "changed here",
            false => "signed",
        };
        format!(
            "[{label}] {} {}: the one that is here was {there} {}, and this one was signed {}",
            replaced.there.kind,
            quoted(&replaced.there.name),
            absolute(replaced.signed_there),
            absolute(replaced.signed)
        )
    }
}
