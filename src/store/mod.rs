//! The encrypted store.

pub mod age;
