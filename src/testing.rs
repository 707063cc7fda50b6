//! What tests may set. A build that is released hears none of it: its clock, its patience and its work factor are nobody's to set.

use std::str::FromStr;

/// What the environment says under that name, where this is a debug build and it can be read.
#[must_use]
pub fn set<T: FromStr>(name: &str) -> Option<T> {
    let said = std::env::var(name).ok().filter(|_| cfg!(debug_assertions));
    said.and_then(|text| text.parse().ok())
}
