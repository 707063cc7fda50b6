//! Which commands ask.

use super::Ask;
use crate::cmd::{add, delete, edit, generate, init, rename, revocations};

/// What the command of that path asks.
pub fn of(path: &[String]) -> Option<Ask> {
    Some(match path.join(" ").as_str() {
        "add account" => add::account::ask,
        "add export" => add::export::ask,
        "add import" => add::import::ask,
        "add mapping" => add::mapping::ask,
        "add operator" => add::operator::ask,
        "add user" => add::user::ask,
        "delete account" => delete::account::ask,
        "delete export" => delete::export::ask,
        "delete import" => delete::import::ask,
        "delete mapping" => delete::mapping::ask,
        "delete user" => delete::user::ask,
        "edit account" => edit::account::ask,
        "edit authcallout" => edit::authcallout::ask,
        "edit export" => edit::export::ask,
        "edit operator" => edit::operator::ask,
        "edit signing-key" => edit::signing_key::ask,
        "edit user" => edit::user::ask,
        "generate activation" => generate::activation::ask,
        "generate creds" => generate::creds::ask,
        "init" => init::ask,
        "rename account" => rename::account::ask,
        "revocations add-activation" => revocations::add_activation::ask,
        "revocations add-user" => revocations::add_user::ask,
        "revocations delete-activation" => revocations::delete_activation::ask,
        "revocations delete-user" => revocations::delete_user::ask,
        "revocations list-activations" => revocations::list_activations::ask,
        "revocations list-users" => revocations::list_users::ask,
        _ => return None,
    })
}
