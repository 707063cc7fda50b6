//! The hours at which a user may connect, as servers read them: whether they let it in now.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{Span, Timestamp};

use crate::clock::UnixSeconds;
use crate::jwt::claims::{TimeRange, UserLimits};

/// Clocks of servers and of this machine differ by no more, unless that is found otherwise.
const SERVERS_DIFFER: i64 = 5;

/// Whether it is the time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hours {
    /// It is, or there are none.
    Within,
    /// It is not.
    Outside,
    /// That depends on what is not known here: the zone or the clock of the server, or how it reads what goes past midnight.
    Unclear,
}

impl Hours {
    /// Of what a user may.
    #[must_use]
    pub fn of(limits: &UserLimits, now: UnixSeconds) -> Self {
        if limits.times.is_empty() {
            return Self::Within;
        }
        let Some(zone) = zone(&limits.times_location) else {
            return Self::Unclear;
        };
        let [before, at, after] = [-SERVERS_DIFFER, 0, SERVERS_DIFFER].map(|off| {
            let local = Timestamp::from_second(now + off).ok()?;
            Some(open(&limits.times, local.to_zoned(zone.clone()).datetime()))
        });
        match (before, at, after) {
            (Some(before), Some(at), Some(after)) if before == at && at == after => at,
            _ => Self::Unclear,
        }
    }
}

/// The zone of that name. Without one it is that of the server.
fn zone(name: &str) -> Option<TimeZone> {
    match name {
        "" | "Local" => None,
        "UTC" => Some(TimeZone::UTC),
        name => TimeZoneDatabase::bundled().get(name).ok(),
    }
}

/// Whether any of them has begun and not ended.
fn open(times: &[TimeRange], now: DateTime) -> Hours {
    let mut hours = Hours::Outside;
    for range in times {
        let (Some(start), Some(end)) = (time(&range.start), time(&range.end)) else {
            // Such a one no server reads: it lets nobody in.
            return hours;
        };
        let over_midnight = start > end;
        let today = now.date();
        let last = if over_midnight { next(today) } else { today };
        if today.to_datetime(start) < now && last.to_datetime(end) > now {
            return Hours::Within;
        }
        // What began yesterday servers do not look for; whoever wrote it meant it.
        if over_midnight && today.to_datetime(end) > now {
            hours = Hours::Unclear;
        }
    }
    hours
}

fn next(day: Date) -> Date {
    day.saturating_add(Span::new().days(1))
}

/// A time of day as Go reads it: of the hour one digit is enough.
fn time(text: &str) -> Option<Time> {
    let text = text.replace(',', ".");
    let padded = match text.find(':') {
        Some(1) => format!("0{text}"),
        _ => text,
    };
    padded.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::Hours;
    use crate::jwt::claims::{TimeRange, UserLimits};

    /// 2026-11-29, by the clock of Greenwich.
    const MIDNIGHT: i64 = 1_795_910_400;

    fn at(hour: i64, ranges: &[(&str, &str)], zone: &str) -> Hours {
        let times = ranges.iter().map(|(start, end)| TimeRange {
            start: (*start).to_owned(),
            end: (*end).to_owned(),
            ..TimeRange::default()
        });
        let limits = UserLimits {
            times: times.collect(),
            times_location: zone.to_owned(),
            ..UserLimits::default()
        };
        Hours::of(&limits, MIDNIGHT + hour * 3600)
    }

    #[test]
    fn it_is_the_time_where_the_zone_says_so() {
        let work = [("08:00:00", "18:00:00")];
        assert_eq!(at(9, &[], ""), Hours::Within);
        assert_eq!(at(9, &work, "UTC"), Hours::Within);
        assert_eq!(at(7, &work, "UTC"), Hours::Outside);
        // An hour ahead in winter.
        assert_eq!(at(7, &work, "Europe/Vienna"), Hours::Unclear);
        assert_eq!(
            at(7, &[("7:59:00", "18:00:00")], "Europe/Vienna"),
            Hours::Within
        );
        assert_eq!(
            at(17, &[("08:00:00", "17:59:00")], "Europe/Vienna"),
            Hours::Outside
        );
        assert_eq!(
            at(9, &[("01:00:00", "02:00:00"), work[0]], "UTC"),
            Hours::Within
        );
    }

    #[test]
    fn what_is_not_known_here_is_unclear() {
        let work = [("08:00:00", "18:00:00")];
        for zone in ["", "Local", "Nowhere/City"] {
            assert_eq!(at(9, &work, zone), Hours::Unclear, "{zone}");
        }
        // At the very second clocks differ.
        assert_eq!(at(8, &work, "UTC"), Hours::Unclear);
        assert_eq!(at(18, &work, "UTC"), Hours::Unclear);
    }

    #[test]
    fn a_night_goes_past_midnight() {
        let night = [("22:00:00", "06:00:00")];
        assert_eq!(at(23, &night, "UTC"), Hours::Within);
        assert_eq!(at(12, &night, "UTC"), Hours::Outside);
        assert_eq!(at(1, &night, "UTC"), Hours::Unclear);
    }
}
