//! The live servers: which there are, what they trust and what they have, and giving them accounts. Waiting is done in here:
//! what is called from outside returns values. Nothing here asks anybody, and nothing a server says is believed further than
//! it can be checked: names and reasons are cut to a length, and escaped wherever they are shown.

pub mod account_server;
mod answer;
pub mod clocks;
pub mod cluster;
pub mod entrance;
mod error;
pub mod fetching;
pub mod greeting;
pub mod held;
pub mod http;
pub mod link;
pub mod named;
pub mod observing;
pub mod posting;
pub mod push;
pub mod removal;
pub mod spread;
pub mod talk;
mod together;
mod watch;

pub use error::NetError;

/// What everything here may fail with.
pub type Result<T, E = NetError> = std::result::Result<T, E>;
