//! Tokens: read strictly, checked with Go's rules, written as Go's library writes them, to the byte.
//!
//! [`claims`] holds the wire form of every type; [`json`] its JSON rules; [`encode`] and [`decode`] turn claims into
//! tokens and back; [`sign`] is the one path by which anything gets signed. Nothing here knows where tokens are kept.

pub mod batch;
pub mod chain;
pub mod claims;
pub mod creds;
pub mod decode;
pub mod encode;
mod header;
pub mod json;
pub mod sign;
pub mod subject;
mod v1;
pub mod validate;
