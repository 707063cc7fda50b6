//! The plans, one file a kind.

mod account_signing_key;
mod operator_identity;
mod operator_signing_key;
mod user_key;

pub use operator_identity::STATEMENT;

use super::Kind;
use super::phase::Plan;

/// The plan of a kind.
#[must_use]
pub const fn of(kind: Kind) -> &'static Plan {
    match kind {
        Kind::OperatorSigningKey => &operator_signing_key::PLAN,
        Kind::AccountSigningKey => &account_signing_key::PLAN,
        Kind::SystemUser => &user_key::OF_SYSTEM,
        Kind::UserKey => &user_key::PLAN,
        Kind::OperatorIdentity => &operator_identity::PLAN,
    }
}
