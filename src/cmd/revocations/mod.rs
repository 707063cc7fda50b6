//! `nkeep revocations`.

pub(super) mod add_activation;
pub(super) mod add_user;
mod at;
pub(super) mod compact;
pub(super) mod delete_activation;
pub(super) mod delete_user;
pub(super) mod list_activations;
pub(super) mod list_users;
mod private_export;

use clap::Subcommand;

use super::Ctx;
use crate::cmd::words::naming::InAccount;
use crate::store::Records;
use crate::store::record::Entity;
use crate::text::{noted, shell_word};
use crate::trust::revoke::Whom;
use crate::trust::{self, TrustError};
use crate::ui::{Failure, Hinted as _};

/// Revoke tokens that were given, and take that back
#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(alias = "add_user")]
    AddUser(add_user::Args),
    #[command(alias = "delete_user")]
    DeleteUser(delete_user::Args),
    #[command(alias = "list_users")]
    ListUsers(list_users::Args),
    Compact(compact::Args),
    #[command(alias = "add_activation")]
    AddActivation(add_activation::Args),
    #[command(alias = "delete_activation")]
    DeleteActivation(delete_activation::Args),
    #[command(alias = "list_activations")]
    ListActivations(list_activations::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::AddUser(args) => add_user::run(ctx, args),
        Command::DeleteUser(args) => delete_user::run(ctx, args),
        Command::ListUsers(args) => list_users::run(ctx, args),
        Command::Compact(args) => compact::run(ctx, args),
        Command::AddActivation(args) => add_activation::run(ctx, args),
        Command::DeleteActivation(args) => delete_activation::run(ctx, args),
        Command::ListActivations(args) => list_activations::run(ctx, args),
    }
}

/// Whose tokens.
#[derive(clap::Args, Clone, Debug)]
struct Whose {
    /// Name or public key of a user of the store, or * for every user
    #[arg(value_name = "NAME", conflicts_with_all = ["name", "user_public_key"])]
    positional: Option<String>,
    /// Name or public key of a user of the store, or * for every user
    #[arg(long, short, value_name = "NAME", conflicts_with = "user_public_key")]
    name: Option<String>,
    /// Public key of a user, also of one who is not in the store; or * for every user
    #[arg(long, short, value_name = "KEY", value_parser = crate::cmd::words::argument::public_key_argument::<Whom>)]
    user_public_key: Option<Whom>,
}

impl Whose {
    /// Refuses where nobody is named: a variable that is empty is not to shut out the one user of an account.
    fn must_be_said(&self, account: &Entity) -> Result<(), Failure> {
        let named = self.positional.as_ref().or(self.name.as_ref());
        if named.is_some() || self.user_public_key.is_some() {
            return Ok(());
        }
        let name = shell_word(account.name.as_str());
        Err(Failure::usage(
            "nobody is named, and what a user was given is revoked: a user's name, or * for every user",
        ))
        .hint(noted(
            format!("nkeep list users -a {name}"),
            "says who there is",
        ))
    }

    fn find(&self, records: &dyn Records, account: &Entity) -> Result<Whom, TrustError> {
        if let Some(whom) = self.user_public_key {
            return Ok(whom);
        }
        match self.positional.as_deref().or(self.name.as_deref()) {
            Some("*") => Ok(Whom::Anybody),
            wanted => Ok(Whom::User(trust::user(records, account, wanted)?.key)),
        }
    }
}

/// Who that is, for people: whoever is in the store by name, too.
fn title(records: &dyn Records, whom: &Whom) -> Result<String, TrustError> {
    Ok(match whom {
        Whom::Anybody => "every user".to_owned(),
        Whom::User(key) => match records.entity(key)? {
            Some(user) => format!("user {} {key}", user.name),
            None => format!("user {key}"),
        },
    })
}

/// The account that is meant, before it is changed.
fn account(ctx: &Ctx, within: &InAccount, records: &dyn Records) -> Result<Entity, TrustError> {
    within.find(ctx, records)
}
