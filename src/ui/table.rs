//! Two-column tables: a name and what it says, wrapped to the width at hand.
//!
//! A value is one line, and a line break inside it is escaped as every other control character: what a token says about
//! itself cannot begin a line that looks like nkeep's own.

use std::fmt::Write as _;

use super::shown;

const DEFAULT_WIDTH: usize = 80;
/// A public key, which is one word.
const KEY_LEN: usize = 56;
/// Between a name and its values.
const GAP: usize = 2;
/// Names as long as this stand beside their values on every terminal.
const SHORTEST_LIMIT: usize = 16;

/// Rows of a name and a value.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<(String, Vec<Line>)>,
}

/// A value, and how far what does not fit on its line is indented.
#[derive(Debug)]
pub struct Line {
    text: String,
    hang: usize,
}

impl<T: Into<String>> From<T> for Line {
    fn from(text: T) -> Self {
        Self {
            text: text.into(),
            hang: 0,
        }
    }
}

impl Table {
    /// An empty table.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a row of one value.
    pub fn row(&mut self, name: impl Into<String>, value: impl Into<String>) -> &mut Self {
        self.rows.push((name.into(), vec![value.into().into()]));
        self
    }

    /// Adds a row when there is something to say.
    pub fn row_unless_empty(
        &mut self,
        name: impl Into<String>,
        value: impl Into<String>,
    ) -> &mut Self {
        let value = value.into();
        if value.is_empty() {
            self
        } else {
            self.row(name, value)
        }
    }

    /// Adds a row of several values, each on a line of its own, when there are any.
    pub fn list<T: Into<Line>>(
        &mut self,
        name: impl Into<String>,
        values: impl IntoIterator<Item = T>,
    ) -> &mut Self {
        let values: Vec<Line> = values.into_iter().map(Into::into).collect();
        if !values.is_empty() {
            self.rows.push((name.into(), values));
        }
        self
    }

    /// The table as text.
    #[must_use]
    pub fn render(&self) -> String {
        self.render_within(width())
    }

    /// The lines of the table, for a row of another, which wraps them.
    pub(super) fn into_lines(self) -> Vec<Line> {
        let hang = self.name_width(usize::MAX) + 2;
        self.render_within(usize::MAX)
            .lines()
            .map(|text| Line {
                text: text.to_owned(),
                hang,
            })
            .collect()
    }

    /// How wide the names are that stand beside values: those within a limit.
    fn name_width(&self, limit: usize) -> usize {
        let names = self.rows.iter();
        let widths = names.map(|(name, _)| width_of(&shown(name)));
        widths.filter(|width| *width <= limit).max().unwrap_or(0)
    }

    fn render_within(&self, columns: usize) -> String {
        // A name that would leave no room for a key stands above its values.
        let limit = columns.saturating_sub(KEY_LEN + GAP).max(SHORTEST_LIMIT);
        let name_width = self.name_width(limit);
        let room = columns.saturating_sub(name_width + GAP).max(24);
        let mut text = String::new();
        for (name, lines) in &self.rows {
            let mut label = shown(name);
            if width_of(&label) > limit {
                let _ = writeln!(text, "{label}");
                label = Default::default();
            }
            // Nor does it stand beside a word that fits under it alone.
            let is_longer = |line: &Line| {
                let mut words = line.text.split(' ').map(|word| width_of(&shown(word)));
                words.any(|word| word > room)
            };
            if !label.is_empty() && lines.iter().any(is_longer) {
                let _ = writeln!(text, "{label}");
                for line in lines {
                    for part in wrapped(&shown(&line.text), columns.saturating_sub(GAP), line.hang)
                    {
                        let _ = writeln!(text, "{}{part}", " ".repeat(GAP));
                    }
                }
                continue;
            }
            for line in lines {
                for part in wrapped(&shown(&line.text), room, line.hang) {
                    let blank = " ".repeat(name_width - width_of(&label) + GAP);
                    let _ = writeln!(text, "{label}{blank}{part}");
                    label = Default::default();
                }
            }
        }
        text
    }
}

/// How wide the terminal is, or what `COLUMNS` says.
pub(super) fn width() -> usize {
    let stated = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse().ok());
    #[cfg(unix)]
    let measured = rustix::termios::tcgetwinsize(std::io::stdout())
        .ok()
        .map(|size| usize::from(size.ws_col))
        .filter(|columns| *columns > 0);
    #[cfg(not(unix))]
    let measured = None;
    stated.or(measured).unwrap_or(DEFAULT_WIDTH)
}

pub(super) fn width_of(text: &str) -> usize {
    text.chars().map(crate::text::width).sum()
}

/// The line in parts of at most so many columns, cut at spaces where there are some; all but the first are indented. What the
/// line itself is indented by stays.
pub fn wrapped(line: &str, room: usize, hang: usize) -> Vec<String> {
    const ENOUGH: usize = 16;
    let hang = if hang + ENOUGH > room { 0 } else { hang };
    let mut parts = Vec::new();
    let text = line.trim_start_matches(' ');
    let indent = line.len() - text.len();
    let mut part = " ".repeat(indent);
    let mut length = 0;
    for (at, word) in text.split(' ').enumerate() {
        let word_length = width_of(word);
        if at == 0 {
            length = indent;
        } else if length > 0 && length + 1 + word_length > room {
            parts.push(std::mem::replace(&mut part, " ".repeat(hang)));
            length = hang;
        } else if length > 0 {
            part.push(' ');
            length += 1;
        }
        part.push_str(word);
        length += word_length;
    }
    parts.push(part);
    parts
}
