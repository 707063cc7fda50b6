//! Trees of text: a line for each branch, and what is said of it, which goes on below where the line is full.

use super::shown;
use crate::text::width;

/// A branch: what it is, what is said of it, and what hangs on it.
#[derive(Clone, Debug, Default)]
pub struct Branch {
    /// What it is.
    pub head: String,
    /// What is said of it, a part each; one is not cut where there is room for it on a line.
    pub facts: Vec<String>,
    /// What hangs on it.
    pub below: Vec<Branch>,
}

/// What the lines between branches are made of.
struct Lines {
    tee: &'static str,
    last: &'static str,
    beside: &'static str,
}

const UNICODE: Lines = Lines {
    tee: "├─ ",
    last: "└─ ",
    beside: "│  ",
};
const ASCII: Lines = Lines {
    tee: "|- ",
    last: "`- ",
    beside: "|  ",
};

/// Between what it is and what is said of it.
const GAP: usize = 2;

/// The tree as text of so many columns, where there is a limit.
#[must_use]
pub fn drawn(branch: &Branch, columns: Option<usize>) -> String {
    let lines = if speaks_utf8() { &UNICODE } else { &ASCII };
    let mut text = String::new();
    put(
        &mut text,
        branch,
        ["", ""],
        lines,
        columns.unwrap_or(usize::MAX),
    );
    text
}

/// Whether the locale is one of UTF-8's: the first of the variables that is set says so.
fn speaks_utf8() -> bool {
    let set = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    set.is_some_and(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}

/// Adds a branch; before its first line and before those below it stands what was handed down.
fn put(text: &mut String, branch: &Branch, before: [&str; 2], lines: &Lines, columns: usize) {
    let [first, rest] = before;
    let beside = if branch.below.is_empty() {
        "   "
    } else {
        lines.beside
    };
    let head = shown(&branch.head);
    text.push_str(first);
    text.push_str(&head);
    let mut used = columns_of(first) + columns_of(&head);
    let indent = columns_of(rest) + columns_of(beside) + GAP;
    for fact in &branch.facts {
        let fact = shown(fact);
        for (at, part) in cut(&fact, columns.saturating_sub(indent))
            .into_iter()
            .enumerate()
        {
            let wide = columns_of(part);
            if at == 0 && used + GAP + wide <= columns {
                text.extend(std::iter::repeat_n(' ', GAP));
                used += GAP + wide;
            } else {
                text.push('\n');
                text.push_str(rest);
                text.push_str(beside);
                text.extend(std::iter::repeat_n(' ', GAP));
                used = indent + wide;
            }
            text.push_str(part);
        }
    }
    text.push('\n');
    let count = branch.below.len();
    for (at, below) in branch.below.iter().enumerate() {
        let (own, under) = if at + 1 == count {
            (lines.last, "   ")
        } else {
            (lines.tee, lines.beside)
        };
        let before = [format!("{rest}{own}"), format!("{rest}{under}")];
        put(text, below, [&before[0], &before[1]], lines, columns);
    }
}

fn columns_of(text: &str) -> usize {
    text.chars().map(width).sum()
}

/// A text in parts of so many columns, cut at spaces where there are some.
fn cut(text: &str, room: usize) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while columns_of(rest) > room.max(24) {
        let mut used = 0;
        let end = rest.char_indices().find(|(_, character)| {
            used += width(*character);
            used > room.max(24)
        });
        let end = end.map_or(rest.len(), |(at, _)| at);
        match rest[..end].rfind(' ').filter(|at| *at > 0) {
            Some(space) => {
                parts.push(&rest[..space]);
                rest = rest[space..].trim_start();
            }
            // A word that is longer than a line stays whole, so that it can be copied.
            None => match rest.find(' ') {
                Some(space) => {
                    parts.push(&rest[..space]);
                    rest = rest[space..].trim_start();
                }
                None => break,
            },
        }
    }
    parts.push(rest);
    parts
}
