//! Two-column tables: a name and what it says, wrapped to the width at hand.
//!
//! A value is one line, and a line break inside it is escaped as every other control character: what a token says about
//! itself cannot begin a line that looks like nkeep's own.

use std::fmt::Write as _;

use super::shown;

const DEFAULT_WIDTH: usize = 80;

/// Rows of a name and a value.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<(String, Vec<String>)>,
}

impl Table {
    /// An empty table.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a row of one value.
    pub fn row(&mut self, name: impl Into<String>, value: impl Into<String>) -> &mut Self {
        self.rows.push((name.into(), vec![value.into()]));
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
    pub fn list<T: Into<String>>(
        &mut self,
        name: impl Into<String>,
        values: impl IntoIterator<Item = T>,
    ) -> &mut Self {
        let values: Vec<String> = values.into_iter().map(Into::into).collect();
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
    pub(super) fn into_lines(self) -> Vec<String> {
        self.render_within(usize::MAX)
            .lines()
            .map(str::to_owned)
            .collect()
    }

    fn render_within(&self, columns: usize) -> String {
        let name_width = self
            .rows
            .iter()
            .map(|(name, _)| shown(name).chars().count())
            .max()
            .unwrap_or(0);
        let room = columns.saturating_sub(name_width + 2).max(24);
        let mut text = String::new();
        for (name, lines) in &self.rows {
            let mut label = shown(name);
            for line in lines {
                for part in wrapped(&shown(line), room) {
                    let _ = writeln!(text, "{label:<name_width$}  {part}");
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

/// The line in parts of at most so many characters, cut at spaces where there are some.
fn wrapped(line: &str, room: usize) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut length = 0;
    for word in line.split(' ') {
        let word_length = word.chars().count();
        if length > 0 && length + 1 + word_length > room {
            parts.push(std::mem::take(&mut part));
            length = 0;
        }
        if length > 0 {
            part.push(' ');
            length += 1;
        }
        part.push_str(word);
        length += word_length;
    }
    parts.push(part);
    parts
}
