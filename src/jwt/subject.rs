//! Subjects.

/// Go's test.
#[must_use]
pub fn is_contained_in(subject: &str, other: &str) -> bool {
    subject == other
}
