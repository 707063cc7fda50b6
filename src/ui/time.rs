//! Times for people: absolute and relative.

use crate::clock::{UnixSeconds, absolute};

pub use crate::clock::nanoseconds;

/// The time, and how far it is from now.
#[must_use]
pub fn moment(at: UnixSeconds, now: UnixSeconds) -> String {
    format!("{} ({})", absolute(at), distance(at, now))
}

/// How far a time is from now.
#[must_use]
pub fn distance(at: UnixSeconds, now: UnixSeconds) -> String {
    match at.saturating_sub(now) {
        0 => "now".to_owned(),
        ahead if ahead > 0 => format!("in {}", span(ahead.unsigned_abs())),
        behind => format!("{} ago", span(behind.unsigned_abs())),
    }
}

/// A length of time in its largest whole unit.
fn span(seconds: u64) -> String {
    const UNITS: [(u64, &str); 5] = [
        (365 * 86_400, "year"),
        (30 * 86_400, "month"),
        (86_400, "day"),
        (3_600, "hour"),
        (60, "minute"),
    ];
    let (length, unit) = UNITS
        .into_iter()
        .find(|(length, _)| seconds >= *length)
        .unwrap_or((1, "second"));
    let count = seconds / length;
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}
