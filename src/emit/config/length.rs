//! Lengths of time as Go writes and reads them.

use std::time::Duration;

/// In the largest unit in which it is a whole number, or else in seconds and their parts.
pub fn length(length: Duration) -> String {
    let seconds = length.as_secs();
    match (length.subsec_nanos(), seconds) {
        (0, seconds) if seconds > 0 && seconds.is_multiple_of(3600) => {
            format!("{}h", seconds / 3600)
        }
        (0, seconds) if seconds > 0 && seconds.is_multiple_of(60) => format!("{}m", seconds / 60),
        (0, seconds) => format!("{seconds}s"),
        (nanos, 0) if nanos.is_multiple_of(1_000_000) => format!("{}ms", nanos / 1_000_000),
        (nanos, seconds) => {
            let parts = format!("{nanos:09}");
            format!("{seconds}.{}s", parts.trim_end_matches('0'))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::length;

    #[test]
    fn lengths_are_written_as_go_reads_them() {
        for (millis, text) in [
            (7_200_000, "2h"),
            (120_000, "2m"),
            (90_000, "90s"),
            (1_900, "1.9s"),
            (250, "250ms"),
            (1_001, "1.001s"),
        ] {
            assert_eq!(length(Duration::from_millis(millis)), text);
        }
    }
}
