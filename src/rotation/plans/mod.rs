//! The plans, one file a kind.

mod account_signing_key;
mod callout_curve_key;
mod key_set;
mod oidc_keys;
mod operator_identity;
mod operator_signing_key;
mod store_recipient;
mod user_key;

pub use account_signing_key::rotated_with;
pub use operator_identity::STATEMENT;

use super::gate::Missing;
use super::given::Reads;
use super::phase::Plan;
use super::{Kind, Rotation};
use crate::store::record::Entity;
use crate::text::shell_word;

/// What has to be so before an old key is wiped: without it others would trust a key that nobody has.
const UNNAMED: &str = "the token in the store does not name the old key again";

/// What is to be done about an operator or an account that names it.
fn again(rotation: &Rotation, owner: &Entity) -> Missing {
    let (kind, name) = (owner.kind, shell_word(owner.name.as_str()));
    Missing {
        code: "named",
        what: format!("the {kind}'s token names {} again", rotation.old),
        help: format!("nkeep edit {kind} {name} --rm-sk {} --force", rotation.old),
    }
}

/// The plan of a kind.
#[must_use]
pub const fn of(kind: Kind) -> &'static Plan {
    match kind {
        Kind::OperatorSigningKey => &operator_signing_key::PLAN,
        Kind::AccountSigningKey => &account_signing_key::PLAN,
        Kind::SystemUser => &user_key::OF_SYSTEM,
        Kind::UserKey => &user_key::PLAN,
        Kind::OperatorIdentity => &operator_identity::PLAN,
        Kind::CalloutCurveKey => &callout_curve_key::PLAN,
        Kind::OidcKeys => &oidc_keys::PLAN,
        Kind::KeySet => &key_set::PLAN,
        Kind::StoreRecipient => &store_recipient::PLAN,
        Kind::StorePassphrase => &store_recipient::PASSPHRASE,
    }
}

/// The plan of a kind for who reads so many keys: where that is one, nothing overlaps.
#[must_use]
pub const fn reading(kind: Kind, reads: Reads) -> &'static Plan {
    match (kind, reads) {
        (Kind::KeySet, Reads::One) => &key_set::SWITCH,
        _ => of(kind),
    }
}
