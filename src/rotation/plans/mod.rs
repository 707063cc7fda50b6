//! The plans, one file a kind.

mod operator_signing_key;
mod store_recipient;

use super::Kind;
use super::phase::Plan;

/// The plan of a kind.
#[must_use]
pub const fn of(kind: Kind) -> &'static Plan {
    match kind {
        Kind::OperatorSigningKey => &operator_signing_key::PLAN,
        Kind::StoreRecipient => &store_recipient::PLAN,
        Kind::StorePassphrase => &store_recipient::PASSPHRASE,
    }
}
