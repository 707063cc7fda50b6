//! Times on the command line, as nsc has them: `2026-12-24`, or a length from now such as `90d`.

use std::str::FromStr;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use crate::clock::UnixSeconds;
use crate::ui::Failure;

/// A time, or how far it is from now.
#[derive(Clone, Copy, Debug)]
pub enum When {
    /// Always, or for ever: `0`.
    Always,
    /// A day's beginning, in UTC.
    At(Date),
    /// So long from now.
    From(Span),
}

impl When {
    /// The time, when it is now; 0 for always.
    pub fn from(self, now: UnixSeconds) -> Result<UnixSeconds, jiff::Error> {
        let at = match self {
            Self::Always => return Ok(0),
            Self::At(date) => date.to_zoned(TimeZone::UTC)?,
            Self::From(span) => Timestamp::from_second(now)?
                .to_zoned(TimeZone::UTC)
                .checked_add(span)?,
        };
        Ok(at.timestamp().as_second())
    }
}

impl FromStr for When {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "0" {
            return Ok(Self::Always);
        }
        if let Ok(date) = text.parse::<Date>() {
            // The last days before the year 10000 are later than any time there is.
            let in_time = date.to_zoned(TimeZone::UTC).is_ok();
            return in_time
                .then_some(Self::At(date))
                .ok_or_else(|| "it is later than the calendar goes".to_owned());
        }
        let wrong = || {
            "it is neither a day such as 2026-12-24 nor a length such as 30m, 12h, 90d, 2w, 6M, 1y"
                .to_owned()
        };
        let unit = text.chars().last().ok_or_else(wrong)?;
        let count = &text[..text.len() - unit.len_utf8()];
        let digits = !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit());
        let count: i64 = count.parse().ok().filter(|_| digits).ok_or_else(wrong)?;
        let (span, most) = match unit {
            'm' => (Span::new().try_minutes(count), 525_960_000),
            'h' => (Span::new().try_hours(count), 8_766_000),
            'd' => (Span::new().try_days(count), 365_250),
            'w' => (Span::new().try_weeks(count), 52_178),
            'M' => (Span::new().try_months(count), 12_000),
            'y' => (Span::new().try_years(count), 1_000),
            _ => return Err(wrong()),
        };
        // From no day that a clock shows is that beyond the calendar.
        span.ok()
            .filter(|_| count <= most)
            .map(Self::From)
            .ok_or_else(|| "it is longer than a thousand years".to_owned())
    }
}

/// From when to when a token holds.
#[derive(clap::Args, Clone, Copy, Debug)]
pub struct Validity {
    /// Valid from: 0 (always), a day such as 2026-12-24, or a length from now such as 3d
    #[arg(long, value_name = "WHEN")]
    start: Option<When>,
    /// Valid until: 0 (for ever), a day such as 2026-12-24, or 30m, 12h, 90d, 2w, 6M, 1y
    #[arg(long, value_name = "WHEN")]
    expiry: Option<When>,
}

impl Validity {
    /// Beginning and end; 0 for none.
    pub fn times(self, now: UnixSeconds) -> Result<(UnixSeconds, UnixSeconds), Failure> {
        self.over((0, 0), now)
    }

    /// Whether neither is asked for.
    pub const fn is_empty(self) -> bool {
        self.start.is_none() && self.expiry.is_none()
    }

    /// Beginning and end, as they were where nothing else is asked for.
    pub fn over(
        self,
        (start, end): (UnixSeconds, UnixSeconds),
        now: UnixSeconds,
    ) -> Result<(UnixSeconds, UnixSeconds), Failure> {
        let of = |flag: &str, when: Option<When>, before: UnixSeconds| {
            let time = when.map_or(Ok(before), |when| when.from(now));
            time.map_err(|_| Failure::usage(format!("{flag} is later than the calendar goes")))
        };
        let (start, end) = (
            of("--start", self.start, start)?,
            of("--expiry", self.expiry, end)?,
        );
        if !self.is_empty() && end != 0 && end <= now.max(start) {
            return Err(Failure::usage(
                "the expiry is not after the start and after now",
            ));
        }
        Ok((start, end))
    }
}
