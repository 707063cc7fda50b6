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
pub mod json;
pub mod sign;
pub mod subject;
pub mod validate;

/// Bytes of the longest token that is read or written, as in Go.
pub const MAX_TOKEN_LEN: usize = 1 << 20;
