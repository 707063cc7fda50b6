//! Subjects: what Go's library says of them, what the server makes of them, and what they match.
//!
//! Go's checks are functions over text, since validation has to name what a hostile token says; whoever builds new
//! claims parses a [`Subject`]. Permission templates, local names of imports and destinations of mappings are in the
//! rooms below. Nothing here knows claims, and nothing reports issues.

use std::fmt;
use std::str::FromStr;

pub mod destination;
pub mod local;
pub mod template;

/// The token that stands for one token of any text.
pub const ANY_TOKEN: &str = "*";
/// The token that stands for one or more tokens at the end.
pub const ANY_TAIL: &str = ">";

/// What Go's library holds against a subject, in the order in which it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubjectFault {
    /// No text at all.
    Empty,
    /// A space.
    Space,
    /// A dot at an end.
    EdgeDot,
    /// Two dots in a row.
    DoubleDot,
}

/// Everything that Go's library holds against the subject. An empty one gets that fault alone.
#[must_use]
pub fn faults(subject: &str) -> Vec<SubjectFault> {
    if subject.is_empty() {
        return vec![SubjectFault::Empty];
    }
    [
        (subject.contains(' '), SubjectFault::Space),
        (
            subject.starts_with('.') || subject.ends_with('.'),
            SubjectFault::EdgeDot,
        ),
        (subject.contains(".."), SubjectFault::DoubleDot),
    ]
    .into_iter()
    .filter_map(|(present, fault)| present.then_some(fault))
    .collect()
}

/// Why a text is not a subject that may be written into new claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SubjectError {
    /// No text at all.
    #[error("a subject cannot be empty")]
    Empty,
    /// White space: the protocol ends a subject there.
    #[error("a subject cannot have spaces, tabs or line breaks")]
    WhiteSpace,
    /// A character that cannot be seen and that no client should send.
    #[error("a subject cannot have control characters")]
    Control,
    /// A dot at an end, or two in a row.
    #[error("a subject cannot start or end with a dot, or have two in a row")]
    EmptyToken,
    /// `>` before the last token: the server refuses such a subject.
    #[error("`>` can only be the last token of a subject")]
    TailNotLast,
}

/// A subject that Go's library and the server both take.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Subject(String);

impl Subject {
    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it stands for one subject only, so that one can publish to it.
    #[must_use]
    pub fn is_literal(&self) -> bool {
        !has_wildcards(&self.0)
    }

    /// Whether it matches everything that the other matches.
    #[must_use]
    pub fn contains(&self, other: &Self) -> bool {
        matches_all_of(&self.0, &other.0)
    }

    /// Whether some subject is matched by both.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        overlap(&self.0, &other.0)
    }
}

impl FromStr for Subject {
    type Err = SubjectError;

    fn from_str(text: &str) -> Result<Self, SubjectError> {
        check(text).map(|()| Self(text.to_owned()))
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Whether both Go's library and the server take the subject; the server's rules are those of its `IsValidSubject`.
pub fn check(subject: &str) -> Result<(), SubjectError> {
    if subject.is_empty() {
        return Err(SubjectError::Empty);
    }
    if subject.contains([' ', '\t', '\n', '\x0c', '\r']) {
        return Err(SubjectError::WhiteSpace);
    }
    if subject.chars().any(char::is_control) {
        return Err(SubjectError::Control);
    }
    if subject.split('.').any(str::is_empty) {
        return Err(SubjectError::EmptyToken);
    }
    let tail = subject.split('.').position(|token| token == ANY_TAIL);
    if tail.is_some_and(|at| at + 1 < subject.split('.').count()) {
        return Err(SubjectError::TailNotLast);
    }
    Ok(())
}

/// Go's `HasWildCards`. It looks at the text only, and misses a `>` that is not last.
#[must_use]
pub fn has_wildcards(subject: &str) -> bool {
    subject.ends_with(".>")
        || subject.contains(".*.")
        || subject.ends_with(".*")
        || subject.starts_with("*.")
        || subject == ANY_TOKEN
        || subject == ANY_TAIL
}

/// How many tokens are `*`.
#[must_use]
pub fn wildcard_count(subject: &str) -> usize {
    subject
        .split('.')
        .filter(|token| *token == ANY_TOKEN)
        .count()
}

/// Whether a subject ends in `>`.
#[must_use]
pub fn has_tail(subject: &str) -> bool {
    subject == ANY_TAIL || subject.ends_with(".>")
}

/// Go's `IsContainedIn`, a test of the text. It differs from containment of what is matched ([`matches_all_of`]) in
/// that `*` takes in `>`: Go says that `a.>` is contained in `a.*`.
#[must_use]
pub fn is_contained_in(subject: &str, other: &str) -> bool {
    let inner: Vec<&str> = subject.split('.').collect();
    let outer: Vec<&str> = other.split('.').collect();
    let open = outer.last() == Some(&ANY_TAIL);
    if inner.len() < outer.len() || (inner.len() > outer.len() && !open) {
        return false;
    }
    let fixed = outer.len() - usize::from(open);
    outer[..fixed]
        .iter()
        .zip(&inner)
        .all(|(outer, inner)| outer == inner || *outer == ANY_TOKEN)
}

/// Whether `outer` matches every subject that `inner` matches.
#[must_use]
pub fn matches_all_of(outer: &str, inner: &str) -> bool {
    let mut inner = inner.split('.');
    for token in outer.split('.') {
        let Some(other) = inner.next() else {
            return false;
        };
        match token {
            ANY_TAIL => return true,
            ANY_TOKEN if other != ANY_TAIL => {}
            token if token == other => {}
            _ => return false,
        }
    }
    inner.next().is_none()
}

/// Whether some subject is matched by both.
#[must_use]
pub fn overlap(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.split('.'), other.split('.'));
    loop {
        match (one.next(), other.next()) {
            (None, None) => return true,
            (None, _) | (_, None) => return false,
            (Some(ANY_TAIL), _) | (_, Some(ANY_TAIL)) => return true,
            (Some(ANY_TOKEN), _) | (_, Some(ANY_TOKEN)) => {}
            (Some(one), Some(other)) if one == other => {}
            _ => return false,
        }
    }
}

/// An entry of a permission list: a subject, and for subscriptions perhaps a queue after one space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PermissionEntry<'a> {
    /// A subject alone.
    Subject(&'a str),
    /// A subject, and the queue that must be used with it.
    Queue(&'a str, &'a str),
    /// More spaces than one.
    TooManySpaces,
}

impl<'a> PermissionEntry<'a> {
    /// Splits an entry at its spaces, as Go does.
    #[must_use]
    pub fn of(entry: &'a str) -> Self {
        match entry.split_once(' ') {
            None => Self::Subject(entry),
            Some((_, queue)) if queue.contains(' ') => Self::TooManySpaces,
            Some((subject, queue)) => Self::Queue(subject, queue),
        }
    }
}

#[cfg(test)]
mod tests;
