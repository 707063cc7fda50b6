//! Numbers on the command line, as nsc has them: `10k`, `1.5gib`, `-1`.

/// What a letter multiplies by: thousands, and with an `i` after it 1024s.
const UNITS: [(char, u32); 6] = [('k', 1), ('m', 2), ('g', 3), ('t', 4), ('p', 5), ('e', 6)];

/// A number of things or bytes; -1 is no limit.
pub fn limit(text: &str) -> Result<i64, String> {
    match text {
        "-1" => Ok(-1),
        text if text.starts_with('-') => {
            Err("the only number below 0 is -1, for no limit".to_owned())
        }
        text => amount(text),
    }
}

/// A number with a unit or without.
fn amount(text: &str) -> Result<i64, String> {
    let wrong = || "it is no number such as 100, 10k, 5m, 1.5gib, or -1 for no limit".to_owned();
    let folded = text.to_ascii_lowercase();
    let digits = folded
        .find(|character: char| !(character.is_ascii_digit() || character == '.'))
        .unwrap_or(folded.len());
    let (number, unit) = folded.split_at(digits);
    let unit = unit.trim_start();
    let unit = unit.strip_suffix('b').unwrap_or(unit);
    let (unit, base) = match unit.strip_suffix('i') {
        Some(unit) => (unit, 1024_i128),
        None => (unit, 1000),
    };
    let power = match unit.chars().collect::<Vec<_>>()[..] {
        [] if base == 1000 => 0,
        [letter] => UNITS
            .iter()
            .find(|(known, _)| *known == letter)
            .map(|(_, power)| *power)
            .ok_or_else(wrong)?,
        _ => return Err(wrong()),
    };
    let factor = base.pow(power);
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    if whole.is_empty() || part.len() > 18 || (number.contains('.') && part.is_empty()) {
        return Err(wrong());
    }
    let whole: i128 = whole.parse().map_err(|_| wrong())?;
    let fraction: i128 = match part {
        "" => 0,
        part => {
            part.parse::<i128>().map_err(|_| wrong())? * factor / 10_i128.pow(part.len() as u32)
        }
    };
    whole
        .checked_mul(factor)
        .and_then(|whole| i64::try_from(whole + fraction).ok())
        .ok_or_else(|| "it is larger than any limit".to_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::limit;

    #[test]
    fn numbers_are_those_of_nsc() {
        for (text, number) in [
            ("0", 0),
            ("-1", -1),
            ("100", 100),
            ("10k", 10_000),
            ("10K", 10_000),
            ("10kb", 10_000),
            ("1kib", 1024),
            ("1 MiB", 1 << 20),
            ("1.5gib", 3 << 29),
            ("2t", 2_000_000_000_000),
            ("7b", 7),
        ] {
            assert_eq!(limit(text), Ok(number), "{text}");
        }
        for text in [
            "",
            "k",
            "-2",
            "-1k",
            "1x",
            "1.",
            ".5",
            "1ki2",
            "1kk",
            "1i",
            "99999999999t",
            "1..5",
            "1e3",
            "0x10",
            "+5",
        ] {
            assert!(limit(text).is_err(), "{text}");
        }
    }
}
