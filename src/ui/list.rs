//! Lists: a header, and a line for each, in columns.

use std::fmt::Write as _;

use super::shown;

/// Columns as wide as what is in them.
#[must_use]
pub fn columns(header: &[&str], rows: &[Vec<String>]) -> String {
    let lines: Vec<Vec<String>> =
        std::iter::once(header.iter().map(|&title| title.to_owned()).collect())
            .chain(
                rows.iter()
                    .map(|row| row.iter().map(|value| shown(value)).collect()),
            )
            .collect();
    let mut widths = vec![0; header.len()];
    for row in &lines {
        for (width, value) in widths.iter_mut().zip(row) {
            *width = (*width).max(value.chars().count());
        }
    }
    let mut text = String::new();
    for row in &lines {
        let mut line = String::new();
        for (width, value) in widths.iter().zip(row) {
            // Writing to a String cannot fail.
            let _ = write!(line, "{value:<width$}  ");
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}
