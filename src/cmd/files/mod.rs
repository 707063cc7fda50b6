//! Files that commands read and write, and the tokens and trees of text that are in them.

pub mod chain;
#[cfg(feature = "net")]
pub mod fetched;
pub mod input;
pub mod output;
pub mod tokens;
pub mod tree;
