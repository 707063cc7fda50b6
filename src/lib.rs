//! nkeep keeps the keys of a NATS estate and signs its tokens.
//!
//! The library knows nothing of a terminal. From the ground up: [`nkey`], [`clock`], [`ending`] and [`text`] stand alone, [`masking`] on
//! [`nkey`];
//! [`jwt`] reads, checks and writes tokens; [`emit`] writes what others read. On top, [`cmd`] is the command line and [`ui`] what it prints.

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
pub mod text;
pub mod trust;
pub mod ui;
