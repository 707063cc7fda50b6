//! Which of two tokens for one key was signed later, and how that is said.

use crate::clock::{UnixSeconds, absolute};
use crate::jwt::decode::decode_own;
use crate::store::record::Entity;
use crate::with_token;

/// When the token of an entity was signed. What the store remembers besides may be later: nothing is signed before that.
pub(super) fn signed_at(entity: &Entity) -> UnixSeconds {
    decode_own(&entity.token).map_or(entity.issued_at, |token| {
        with_token!(token, |token| token.claims().issued_at)
    })
}

/// A newer token than one that comes, or another, as a part of a sentence that ends with when each of them was signed.
pub(super) fn compared(there: UnixSeconds, comes: UnixSeconds, of: &str) -> String {
    let times = format!(
        "it was signed {}, and this one {}",
        absolute(there),
        absolute(comes)
    );
    match there.cmp(&comes) {
        std::cmp::Ordering::Greater => format!("a newer token for {of}: {times}"),
        std::cmp::Ordering::Less => format!("another token for {of}, which is older: {times}"),
        std::cmp::Ordering::Equal => {
            format!(
                "another token for {of}: both were signed {}",
                absolute(there)
            )
        }
    }
}
