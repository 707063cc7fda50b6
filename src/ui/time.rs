//! Times for people: absolute and relative.

use crate::clock::{UnixSeconds, absolute};

/// The time, and how far it is from now.
#[must_use]
pub fn moment(at: UnixSeconds, now: UnixSeconds) -> String {
    let relative = match at.saturating_sub(now) {
        0 => "now".to_owned(),
        ahead if ahead > 0 => format!("in {}", span(ahead.unsigned_abs())),
        behind => format!("{} ago", span(behind.unsigned_abs())),
    };
    format!("{} ({relative})", absolute(at))
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

/// Nanoseconds as people write them.
#[must_use]
pub fn nanoseconds(length: i64) -> String {
    const UNITS: [(i64, &str); 5] = [
        (3_600_000_000_000, "h"),
        (60_000_000_000, "m"),
        (1_000_000_000, "s"),
        (1_000_000, "ms"),
        (1_000, "µs"),
    ];
    if length == 0 {
        return "0s".to_owned();
    }
    let (size, unit) = UNITS
        .into_iter()
        .find(|(size, _)| length % size == 0)
        .unwrap_or((1, "ns"));
    format!("{}{unit}", length / size)
}
