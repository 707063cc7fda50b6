//! Lists: a header, and a line for each, in columns.

use std::borrow::Cow;

use super::shown;

/// Columns as wide as what is in them. The cells of an item are asked for twice, and not kept: a list may be long.
#[must_use]
pub fn columns<'a, T, const N: usize>(
    header: [&str; N],
    items: &'a [T],
    cells: impl Fn(&'a T) -> [Cow<'a, str>; N],
) -> String {
    let mut widths = header.map(width_of);
    for item in items {
        for (width, cell) in widths.iter_mut().zip(&cells(item)) {
            *width = (*width).max(width_of(&shown(cell)));
        }
    }
    let line = widths.iter().map(|width| width + 2).sum::<usize>();
    let mut text = String::with_capacity((items.len() + 1) * line);
    push(&mut text, &header.map(Cow::Borrowed), &widths);
    for item in items {
        push(&mut text, &cells(item), &widths);
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
fn push(text: &mut String, cells: &[Cow<'_, str>], widths: &[usize]) {
    let mut pending = 0;
    for (cell, width) in cells.iter().zip(widths) {
        let cell = shown(cell);
        if !cell.is_empty() {
            text.extend(std::iter::repeat_n(' ', pending));
            text.push_str(&cell);
            pending = 0;
        }
        pending += width + 2 - width_of(&cell);
    }
    text.push('\n');
}
