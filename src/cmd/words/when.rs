//! Times on the command line, as nsc has them: `2026-12-24`, `2026-12-24 18:00:00 UTC`, or a length from now such as `90d`
//! or, before now, `-3d`.

use std::str::FromStr;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

use crate::clock::UnixSeconds;
use crate::cmd::Ctx;
use crate::ui::Failure;

/// A time, or how far it is from now.
#[derive(Clone, Copy, Debug)]
pub enum When {
    /// Always, or for ever: `0`.
    Always,
    /// No length at all, such as `0d`: nsc takes that for `0`, and so does nkeep.
    NoLength,
    /// In UTC.
    At(DateTime),
    /// So long from now, to the second.
    From(Span),
    /// So many months from now.
    Months(i64),
}

impl When {
    /// The time, when it is now; 0 for always.
    pub fn from(self, now: UnixSeconds) -> Result<UnixSeconds, jiff::Error> {
        let here = || Ok::<_, jiff::Error>(Timestamp::from_second(now)?.to_zoned(TimeZone::UTC));
        let at = match self {
            Self::Always | Self::NoLength => return Ok(0),
            Self::At(time) => time.to_zoned(TimeZone::UTC)?,
            Self::From(span) => here()?.checked_add(span)?,
            Self::Months(count) => {
                // As Go counts: what a month has too few days for is in the next one.
                let (now, months) = (here()?.datetime(), Span::new().try_months(count)?);
                let days = Span::new().try_days(i64::from(now.day()) - 1)?;
                let first = now.first_of_month().checked_add(months)?;
                first.checked_add(days)?.to_zoned(TimeZone::UTC)?
            }
        };
        Ok(at.timestamp().as_second())
    }

    /// The day's beginning, or the second, that is written out.
    fn written(text: &str) -> Option<DateTime> {
        let (day, time) = match text.strip_suffix(" UTC") {
            Some(text) => text.split_once(' ')?,
            None => (text, "00:00:00"),
        };
        // Dots and hyphens alone make no day.
        let shaped = |text: &str, mark: u8, places: [usize; 2], length: usize| {
            text.len() == length
                && text.bytes().enumerate().all(|(index, byte)| {
                    (byte == mark && places.contains(&index))
                        || (byte.is_ascii_digit() && !places.contains(&index))
                })
        };
        if !shaped(day, b'-', [4, 7], 10) || !shaped(time, b':', [2, 5], 8) {
            return None;
        }
        let (day, time) = (day.parse::<Date>().ok()?, time.parse().ok()?);
        Some(day.to_datetime(time))
    }
}

impl FromStr for When {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        // As nsc reads them.
        let text = text.trim();
        if text == "0" {
            return Ok(Self::Always);
        }
        if let Some(time) = Self::written(text) {
            // The last days before the year 10000 are later than any time there is.
            let in_time = time.to_zoned(TimeZone::UTC).is_ok();
            return in_time
                .then_some(Self::At(time))
                .ok_or_else(|| "it is later than the calendar goes".to_owned());
        }
        let wrong = || {
            "it is neither a day such as 2026-12-24, nor a time such as \"2026-12-24 18:00:00 UTC\", nor a length \
             such as 30m, 12h, 90d, 2w, 6M, 1y"
                .to_owned()
        };
        let unit = text.chars().last().ok_or_else(wrong)?;
        let count = &text[..text.len() - unit.len_utf8()];
        let digits = count.strip_prefix(['-', '+']).unwrap_or(count);
        let is_count = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let count: i64 = count.parse().ok().filter(|_| is_count).ok_or_else(wrong)?;
        let (span, most) = match unit {
            'm' => (Span::new().try_minutes(count).map(Self::From), 525_960_000),
            'h' => (Span::new().try_hours(count).map(Self::From), 8_766_000),
            'd' => (Span::new().try_days(count).map(Self::From), 365_250),
            'w' => (Span::new().try_weeks(count).map(Self::From), 52_178),
            'M' => (Ok(Self::Months(count)), 12_000),
            'y' => (Ok(Self::Months(count.saturating_mul(12))), 1_000),
            _ => return Err(wrong()),
        };
        if count == 0 {
            return Ok(Self::NoLength);
        }
        // From no day that a clock shows is that beyond the calendar.
        span.ok()
            .filter(|_| count.unsigned_abs() <= most)
            .ok_or_else(|| "it is longer than a thousand years".to_owned())
    }
}

/// From when to when a token holds.
#[derive(clap::Args, Clone, Copy, Debug)]
pub struct Validity {
    /// Valid from: 0 (always), a day such as 2026-12-24, or a length from now such as 3d, or -3d for before now
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    start: Option<When>,
    /// Valid until: 0 (for ever), a day such as 2026-12-24, or 30m, 12h, 90d, 2w, 6M, 1y
    #[arg(long, value_name = "WHEN", allow_hyphen_values = true)]
    expiry: Option<When>,
}

impl Validity {
    /// Beginning and end; 0 for none.
    pub fn times(self, ctx: &Ctx) -> Result<(UnixSeconds, UnixSeconds), Failure> {
        self.over((0, 0), ctx)
    }

    /// Whether neither is asked for.
    pub const fn is_empty(self) -> bool {
        self.start.is_none() && self.expiry.is_none()
    }

    /// Beginning and end, as they were where nothing else is asked for. A script that has worked out no length is told what came of it.
    pub fn over(
        self,
        before: (UnixSeconds, UnixSeconds),
        ctx: &Ctx,
    ) -> Result<(UnixSeconds, UnixSeconds), Failure> {
        let times = self.between(before, ctx.clock.now())?;
        if matches!(self.expiry, Some(When::NoLength)) {
            ctx.ui
                .warning("--expiry is no length of time, which is taken for 0: it never expires");
        }
        Ok(times)
    }

    /// The same, without a word.
    pub fn between(
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::When;

    /// 2026-01-31 10:00:00 UTC.
    const NOW: i64 = 1_769_853_600;

    #[test]
    fn times_are_those_of_nsc() {
        for (text, time) in [
            ("0", 0),
            ("0d", 0),
            ("-0M", 0),
            ("30m", NOW + 1800),
            ("-2h", NOW - 7200),
            ("3d", NOW + 259_200),
            ("+3d", NOW + 259_200),
            (" 3d ", NOW + 259_200),
            ("-1w", NOW - 604_800),
            // As Go has it: the 31st of February is the third of March.
            ("1M", 1_772_532_000),
            ("-1M", 1_767_175_200),
            ("1y", 1_801_389_600),
            ("2026-12-24", 1_798_070_400),
            ("2026-12-24 18:00:01 UTC", 1_798_135_201),
        ] {
            let when: When = text.parse().unwrap();
            assert_eq!(when.from(NOW).unwrap(), time, "{text}");
        }
        for text in [
            "",
            "tomorrow",
            "d",
            "-d",
            "--1d",
            "+-1d",
            "+",
            "1h30m",
            "1.5d",
            "1d1h",
            "10d5",
            "1s",
            "2026-13-01",
            "2026-1-1",
            "20261224",
            "2026-12-24 18:00 UTC",
            "2026-12-24 18:00:00",
            "2026-12-24T18:00:00Z",
            "9999-12-31",
            "1001y",
            "-1001y",
            "99999999999999999999d",
        ] {
            assert!(text.parse::<When>().is_err(), "{text}");
        }
    }
}
