//! Rotations: what is known of servers before a step is taken. Nothing here asks anybody: evidence comes as values, from
//! whoever asked or from files.

pub mod files;
pub mod observed;
