//! The one source of time. Whatever needs the hour takes a [`Clock`]; only what waits for another machine asks the system.

use std::time::{SystemTime, UNIX_EPOCH};

/// Seconds since 1970-01-01T00:00:00Z, as tokens carry them.
pub type UnixSeconds = i64;

/// Clocks of machines differ by no more: what is further ahead was written by one that is wrong.
pub const CLOCKS_DIFFER: UnixSeconds = 300;

/// Tells the time: the system's, or one that stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The system's clock.
    System,
    /// Stands still, so that a run can be repeated to the byte.
    Fixed(UnixSeconds),
}

impl Clock {
    /// The time now. A system clock before 1970 reads as 0, which every token check refuses.
    #[must_use]
    pub fn now(self) -> UnixSeconds {
        match self {
            Self::Fixed(seconds) => seconds,
            Self::System => SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .map_or(0, |elapsed| {
                    UnixSeconds::try_from(elapsed.as_secs()).unwrap_or(UnixSeconds::MAX)
                }),
        }
    }

    /// The same to the nanosecond, for whoever compares clocks.
    #[must_use]
    pub fn nanoseconds(self) -> i128 {
        match self {
            Self::Fixed(seconds) => i128::from(seconds) * 1_000_000_000,
            Self::System => SystemTime::now()
                .duration_since(UNIX_EPOCH)
                .map_or(0, |elapsed| {
                    i128::try_from(elapsed.as_nanos()).unwrap_or(i128::MAX)
                }),
        }
    }
}

/// A time that a server writes, in nanoseconds since 1970; nothing where it is none.
#[must_use]
pub fn written(text: &str) -> Option<i128> {
    text.parse::<jiff::Timestamp>()
        .ok()
        .map(jiff::Timestamp::as_nanosecond)
}

/// The time as people write it.
#[must_use]
pub fn absolute(at: UnixSeconds) -> String {
    jiff::Timestamp::from_second(at).map_or_else(
        |_| format!("{at} seconds since 1970"),
        |timestamp| timestamp.strftime("%Y-%m-%d %H:%M:%S UTC").to_string(),
    )
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
