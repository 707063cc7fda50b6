//! Lengths of time on the command line as Go writes them: `500ms`, `1h30m`, `1.5s`.

use std::time::Duration;

/// Reads one that may be of days or weeks: `7d`, `2w`.
pub fn span(text: &str) -> Result<Duration, String> {
    const DAYS: [(char, u64); 2] = [('d', 1), ('w', 7)];
    for (unit, days) in DAYS {
        if let Some(count) = text
            .strip_suffix(unit)
            .and_then(|count| count.parse::<u32>().ok())
        {
            return Ok(Duration::from_secs(u64::from(count) * days * 86_400));
        }
    }
    duration(text).map_err(|reason| reason.replace("or 1h", "1h or 7d"))
}

/// Reads one. A bare number other than 0 has no unit, and is none.
pub fn duration(text: &str) -> Result<Duration, String> {
    let wrong = || "it is no length such as 500ms, 5s, 1m30s or 1h".to_owned();
    if text == "0" {
        return Ok(Duration::ZERO);
    }
    if text.is_empty() {
        return Err(wrong());
    }
    let mut rest = text;
    let mut nanoseconds: f64 = 0.0;
    while !rest.is_empty() {
        let unit_at = rest
            .find(|character: char| !character.is_ascii_digit() && character != '.')
            .ok_or_else(wrong)?;
        let (number, after) = rest.split_at(unit_at);
        let unit_end = after
            .find(|character: char| character.is_ascii_digit() || character == '.')
            .unwrap_or(after.len());
        let (unit, after) = after.split_at(unit_end);
        let number: f64 = number.parse().map_err(|_| wrong())?;
        let factor = match unit {
            "ns" => 1.0,
            "us" | "\u{b5}s" | "\u{3bc}s" => 1e3,
            "ms" => 1e6,
            "s" => 1e9,
            "m" => 60e9,
            "h" => 3600e9,
            _ => return Err(wrong()),
        };
        nanoseconds += number * factor;
        rest = after;
    }
    // Claims count nanoseconds in 63 bits.
    if nanoseconds >= 9.2e18 {
        return Err("it is longer than 292 years".to_owned());
    }
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 2^63, and whole after rounding"
    )]
    Ok(Duration::from_nanos(nanoseconds.round() as u64))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::duration;

    #[test]
    fn lengths_are_read_as_go_reads_them() {
        for (text, nanoseconds) in [
            ("0", 0),
            ("0s", 0),
            ("500ms", 500_000_000),
            ("1s500ms", 1_500_000_000),
            ("1.5s", 1_500_000_000),
            ("1h30m", 5_400_000_000_000),
            ("3us", 3_000),
        ] {
            assert_eq!(
                duration(text),
                Ok(Duration::from_nanos(nanoseconds)),
                "{text}"
            );
        }
        for text in [
            "", "5", "-1s", "s", "1d", "1.2.3s", "1 s", "9999999h", "5sec", "ms5",
        ] {
            assert!(duration(text).is_err(), "{text}");
        }
    }
}
