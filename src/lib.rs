//! nkeep keeps the keys of a NATS estate and signs its tokens.
//!
//! One folder or file here is a room. What each is for, and which others it may use, is a table in docs/architecture.md, from the ground
//! up: [`nkey`] and [`text`], [`jwt`], [`store`], [`trust`], what works on the tree, and on top [`cmd`], the command line, and [`ui`], what
//! is printed and asked. Nothing below those two knows of a terminal.

#[cfg(unix)]
pub mod agent;
pub mod ceremony;
pub mod clock;
pub mod cmd;
pub mod emit;
#[cfg(unix)]
pub mod ending;
pub mod file;
pub mod jwt;
pub mod masking;
#[cfg(feature = "net")]
pub mod net;
pub mod nkey;
pub mod nsc;
pub mod rotation;
pub mod store;
pub mod testing;
pub mod text;
pub mod trust;
pub mod ui;
