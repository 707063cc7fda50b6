//! Up to when something is revoked, as nsc has it: seconds since 1970, or a time such as `2026-12-24T18:00:00Z`.

use std::str::FromStr;

use jiff::Timestamp;

use crate::clock::UnixSeconds;

/// Up to when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum At {
    /// Everything so far: `0`.
    #[default]
    Now,
    /// That second, itself included.
    Time(UnixSeconds),
}

impl At {
    /// The time, when it is now. Everything so far is also what was signed ahead of the clock: the newest there is.
    pub fn from(self, now: UnixSeconds, newest: UnixSeconds) -> UnixSeconds {
        match self {
            Self::Now => now.max(newest),
            Self::Time(at) => at,
        }
    }
}

impl FromStr for At {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || {
            "it is neither seconds since 1970 nor a time such as 2026-12-24T18:00:00Z".to_owned()
        };
        let seconds = match text.parse::<UnixSeconds>() {
            Ok(seconds) => seconds,
            Err(_) => text.parse::<Timestamp>().map_err(|_| wrong())?.as_second(),
        };
        match seconds {
            0 => Ok(Self::Now),
            seconds if seconds > 0 && Timestamp::from_second(seconds).is_ok() => {
                Ok(Self::Time(seconds))
            }
            _ => Err(wrong()),
        }
    }
}
