//! Networks, times of day, time zones and versions, as Go's standard library reads them.

use std::net::{Ipv4Addr, Ipv6Addr};

use jiff::tz::TimeZoneDatabase;

/// Whether Go's `net.ParseCIDR` takes the text: an address without zone or leading zeros, and a length that fits.
#[must_use]
pub fn is_network(text: &str) -> bool {
    let Some((address, length)) = text.split_once('/') else {
        return false;
    };
    let bits = if address.parse::<Ipv4Addr>().is_ok() {
        32
    } else if address.parse::<Ipv6Addr>().is_ok() {
        128
    } else {
        return false;
    };
    // Digits only: `parse` alone would take a plus sign. Leading zeros are fine with Go.
    length.bytes().all(|byte| byte.is_ascii_digit())
        && length.parse::<u32>().is_ok_and(|length| length <= bits)
}

/// Whether Go's `time.Parse("15:04:05", …)` takes the text. It is looser than it looks: an hour may have one digit, and
/// a fraction of a second may follow.
#[must_use]
pub fn is_time_of_day(text: &str) -> bool {
    fn number(digits: &str, length: std::ops::RangeInclusive<usize>, below: u32) -> bool {
        length.contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && digits.parse::<u32>().is_ok_and(|number| number < below)
    }

    let mut parts = text.splitn(3, ':');
    let (Some(hour), Some(minute), Some(rest)) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let (second, fraction) = rest.split_at_checked(2).unwrap_or((rest, ""));
    let fraction_fits = fraction.is_empty()
        || fraction.strip_prefix(['.', ',']).is_some_and(|digits| {
            !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
        });
    number(hour, 1..=2, 24)
        && number(minute, 2..=2, 60)
        && number(second, 2..=2, 60)
        && fraction_fits
}

/// What Go's `time.LoadLocation` says of a name that it does not take. Names are matched case by case, as Go does on
/// Linux; names are looked up in the bundled database, since a server's may differ from this machine's anyhow.
pub fn check_time_zone(name: &str) -> Result<(), String> {
    if matches!(name, "" | "UTC" | "Local") {
        return Ok(());
    }
    if name.contains("..") || name.starts_with(['/', '\\']) {
        return Err("time: invalid location name".to_owned());
    }
    let known = TimeZoneDatabase::bundled().get(name);
    // jiff has a name for the absence of a zone, which is in no database.
    if name != "Etc/Unknown" && known.is_ok_and(|zone| zone.iana_name() == Some(name)) {
        Ok(())
    } else {
        Err(format!("unknown time zone {name}"))
    }
}

/// What Go's `ParseServerVersion` says of a version that it does not take.
pub fn check_server_version(version: &str) -> Result<(), String> {
    if version.is_empty() {
        return Ok(());
    }
    let parts: Vec<&str> = version.split('.').collect();
    if parts.len() != 3 {
        return Err(
            "asserted server version must be of the form <major>.<minor>.<update>".to_owned(),
        );
    }
    let mut negative = false;
    for part in parts {
        let number: i64 = part
            .parse()
            .map_err(|_| format!("asserted server version cant parse {part} to int"))?;
        negative |= number < 0;
    }
    if negative {
        return Err(format!(
            "asserted server version can'b contain negative values: {version}"
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn networks() {
        for good in [
            "10.0.0.0/8",
            "1.2.3.4/032",
            "::/0",
            "::ffff:1.2.3.4/128",
            "fe80::/10",
        ] {
            assert!(is_network(good), "{good}");
        }
        for bad in [
            "",
            "/",
            "1.2.3.4",
            "1.2.3.4/",
            "1.2.3.4/33",
            "1.2.3.4/+8",
            "1.2.3.4/-1",
            "01.2.3.4/8",
            "1.2.3/8",
            "fe80::1%eth0/64",
            "::/129",
            " ::/0",
            "1.2.3.4/8/8",
        ] {
            assert!(!is_network(bad), "{bad}");
        }
    }

    #[test]
    fn times_of_day() {
        for good in [
            "08:00:00",
            "8:00:00",
            "23:59:59",
            "08:00:00.5",
            "08:00:00,123456789012",
        ] {
            assert!(is_time_of_day(good), "{good}");
        }
        for bad in [
            "",
            "8",
            "24:00:00",
            "08:00",
            "08:0:00",
            "08:60:00",
            "08:00:60",
            "08:00:00.",
            "08:00:00Z",
            "008:00:00",
            "+8:00:00",
            "08:00:0é",
            "é8:00:00",
            "08:00:00:00",
        ] {
            assert!(!is_time_of_day(bad), "{bad}");
        }
    }

    #[test]
    fn time_zones() {
        for good in [
            "",
            "UTC",
            "Local",
            "Europe/London",
            "America/Argentina/Ushuaia",
            "US/Eastern",
            "EST5EDT",
        ] {
            assert_eq!(check_time_zone(good), Ok(()), "{good}");
        }
        for bad in [
            "europe/london",
            "utc",
            "Nowhere/City",
            "Etc/Unknown",
            "+01:00",
            "PST",
            " UTC",
        ] {
            assert_eq!(
                check_time_zone(bad),
                Err(format!("unknown time zone {bad}"))
            );
        }
        for bad in ["../x", "/etc/localtime", "\\x"] {
            assert_eq!(
                check_time_zone(bad),
                Err("time: invalid location name".to_owned())
            );
        }
    }
}
