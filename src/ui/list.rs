//! Lists: a header, and a line for each, in columns.

use super::shown;

/// Columns as wide as what is in them.
#[must_use]
pub fn columns<S: AsRef<str>>(header: &[&str], rows: &[Vec<S>]) -> String {
    let mut widths: Vec<usize> = header.iter().map(|title| width_of(title)).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(width_of(&shown(cell.as_ref())));
        }
    }
    let mut text = String::new();
    line(&mut text, header, &widths);
    for row in rows {
        let cells: Vec<_> = row.iter().map(|cell| shown(cell.as_ref())).collect();
        line(&mut text, &cells, &widths);
    }
    text
}

fn width_of(cell: &str) -> usize {
    if cell.is_ascii() {
        cell.len()
    } else {
        cell.chars().count()
    }
}

/// Adds a line; nothing is padded where nothing follows.
fn line<S: AsRef<str>>(text: &mut String, cells: &[S], widths: &[usize]) {
    let mut pending = 0;
    for (cell, width) in cells.iter().zip(widths) {
        let cell = cell.as_ref();
        if !cell.is_empty() {
            text.extend(std::iter::repeat_n(' ', pending));
            text.push_str(cell);
            pending = 0;
        }
        pending += width + 2 - width_of(cell);
    }
    text.push('\n');
}
