//! Lists: a header, and a line for each, in columns. Where a person looks at a terminal, what does not fit is shortened,
//! and a line stays a line; what goes elsewhere is whole, for scripts.

use std::borrow::Cow;

use super::shown;
use crate::text::width;

/// What may become of the cells of a column where a line is too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Nothing.
    Whole,
    /// Nothing, and it is a word of nkeep's own, which needs no look.
    Own,
    /// A time loses its hour.
    Time,
    /// A public key loses its middle.
    Key,
    /// A name loses its end.
    Name,
}

/// What is shortened together; the first of these that is enough is taken.
const STEPS: [&[Fit]; 4] = [
    &[Fit::Time],
    &[Fit::Key],
    &[Fit::Time, Fit::Key],
    &[Fit::Time, Fit::Key, Fit::Name],
];
/// Between columns.
const GAP: usize = 2;
/// Names are not cut shorter.
const SHORTEST_NAME: usize = 12;

/// Columns as wide as what is in them.
#[must_use]
pub fn columns<'a, T, const N: usize>(
    header: [&str; N],
    items: impl IntoIterator<Item = T>,
    cells: impl Fn(T) -> [Cow<'a, str>; N],
) -> String {
    fitted(header.map(|name| (name, Fit::Whole)), None, items, cells)
}

/// Columns of a line that is no longer than that, as far as they can be shortened.
#[must_use]
pub fn fitted<'a, T, const N: usize>(
    header: [(&str, Fit); N],
    room: Option<usize>,
    items: impl IntoIterator<Item = T>,
    cells: impl Fn(T) -> [Cow<'a, str>; N],
) -> String {
    let fits = header.map(|(_, fit)| fit);
    let header = header.map(|(name, _)| Cow::from(name));
    // A list may be long: they are made and looked at once.
    let escaped = |item| {
        let mut cells = cells(item);
        for (cell, fit) in cells.iter_mut().zip(fits) {
            change(cell, |cell| escaped(cell, fit));
        }
        cells
    };
    let lines: Vec<[Cow<'_, str>; N]> = items.into_iter().map(escaped).collect();
    let mut limits: [Option<usize>; N] = [None; N];
    let measured = |limits: &[Option<usize>; N]| {
        let mut widths = std::array::from_fn(|at| width_of(&header[at]));
        for cells in &lines {
            for (at, cell) in cells.iter().enumerate() {
                let width = limits[at].map_or_else(
                    || width_of(cell),
                    |limit| width_of(&shortened(cell, fits[at], limit)),
                );
                widths[at] = width.max(widths[at]);
            }
        }
        widths
    };
    let mut widths: [usize; N] = measured(&limits);
    let line = |widths: &[usize; N]| widths.iter().map(|width| width + GAP).sum::<usize>() - GAP;
    for step in STEPS {
        let Some(room) = room.filter(|room| line(&widths) > *room) else {
            break;
        };
        let over = line(&widths) - room;
        for at in 0..N {
            let shortest = widths[at].saturating_sub(over).max(SHORTEST_NAME);
            limits[at] = step.contains(&fits[at]).then_some(shortest);
        }
        widths = measured(&limits);
    }
    let mut text = String::with_capacity((lines.len() + 1) * (line(&widths) + 1));
    push(&mut text, &header, &widths);
    for mut cells in lines {
        for (at, cell) in cells.iter_mut().enumerate() {
            if let Some(limit) = limits[at] {
                change(cell, |cell| shortened(cell, fits[at], limit));
            }
        }
        push(&mut text, &cells, &widths);
    }
    text
}

/// Puts what becomes of a cell in its place.
fn change(cell: &mut Cow<'_, str>, changed: impl FnOnce(&str) -> Cow<'_, str>) {
    // What is borrowed is the cell as it was.
    let changed = match changed(cell) {
        Cow::Borrowed(_) => return,
        Cow::Owned(changed) => changed,
    };
    *cell = Cow::Owned(changed);
}

/// A cell as it may be looked at.
fn escaped(cell: &str, fit: Fit) -> Cow<'_, str> {
    // No seed is among them, and nothing that steers a terminal: a seed begins with S.
    let is_key = |cell: &str| {
        // Without an early end, many letters are looked at together.
        let plain = |plain, byte: u8| plain & byte.is_ascii_alphanumeric();
        !cell.starts_with('S') && cell.bytes().fold(true, plain)
    };
    match fit {
        Fit::Own => Cow::Borrowed(cell),
        Fit::Key if is_key(cell) => Cow::Borrowed(cell),
        _ => shown(cell),
    }
}

/// A cell as short as it may be, of a column that is to be shortened.
fn shortened(cell: &str, fit: Fit, limit: usize) -> Cow<'_, str> {
    match fit {
        Fit::Time => match (cell.split_once(' '), cell.find(" (")) {
            (Some((day, _)), Some(relative)) => Cow::Owned(format!("{day}{}", &cell[relative..])),
            _ => Cow::Borrowed(cell),
        },
        Fit::Key if cell.is_ascii() && cell.len() > 16 => {
            Cow::Owned(format!("{}..{}", &cell[..8], &cell[cell.len() - 4..]))
        }
        Fit::Name if width_of(cell) > limit => {
            let mut used = 0;
            let kept = cell.chars().take_while(|character| {
                used += width(*character);
                used + 2 <= limit
            });
            let mut kept: String = kept.collect();
            kept.push_str("..");
            Cow::Owned(kept)
        }
        _ => Cow::Borrowed(cell),
    }
}

fn width_of(cell: &str) -> usize {
    if cell.is_ascii() {
        cell.len()
    } else {
        cell.chars().map(width).sum()
    }
}

/// Adds so many spaces.
fn blank(text: &mut String, mut count: usize) {
    const SPACES: &str = "                                ";
    while count > 0 {
        let some = count.min(SPACES.len());
        text.push_str(&SPACES[..some]);
        count -= some;
    }
}

/// Adds a line; nothing is padded where nothing follows.
fn push<const N: usize>(text: &mut String, cells: &[Cow<'_, str>; N], widths: &[usize; N]) {
    let mut pending = 0;
    for (cell, width) in cells.iter().zip(widths) {
        if !cell.is_empty() {
            blank(text, pending);
            text.push_str(cell);
            pending = 0;
        }
        pending += width + GAP - width_of(cell);
    }
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{Fit, fitted};

    const KEY: &str = "ACRDOW5PJQAMEONXMRXIFEVEKKI3YTBXFPX23FZM2HNWI4GBMZA2UHEB";

    fn list(room: Option<usize>) -> String {
        let header = [
            ("NAME", Fit::Name),
            ("KEY", Fit::Key),
            ("EXPIRES", Fit::Time),
        ];
        let names = ["日本 with a long name", "b\u{1b}[2J"];
        fitted(header, room, &names, |name| {
            let time = "2099-12-31 00:00:00 UTC (in 73 years)";
            [Cow::from(*name), KEY.into(), time.into()]
        })
    }

    #[test]
    fn a_line_is_shortened_as_far_as_it_must_be() {
        let whole = list(None);
        assert!(whole.contains(KEY) && whole.contains("UTC") && whole.contains("\\u{1b}"));
        assert_eq!(whole.lines().nth(1), list(Some(118)).lines().nth(1));
        let day = list(Some(110));
        assert!(
            day.contains(KEY) && day.contains("2099-12-31 (in 73 years)"),
            "{day}"
        );
        let short = list(Some(66));
        assert!(
            short.contains("日本 with a long name  ACRDOW5P..UHEB"),
            "{short}"
        );
        let shortest = list(Some(58));
        assert!(shortest.contains("日本 with a lo.."), "{shortest}");
        for line in shortest.lines() {
            assert!(super::width_of(line) <= 58, "{line}");
        }
    }
}
