//! What the words of a command line mean: each is read and checked before anything is done.

pub mod argument;
pub mod duration;
pub mod limits;
pub mod naming;
pub mod order;
pub mod permissions;
pub mod quantity;
pub mod signer;
pub mod when;
