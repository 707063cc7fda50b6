//! `nkeep describe`.

pub(super) mod account;
pub(super) mod jwt;
pub(super) mod operator;
mod shape;
mod tree;
pub(super) mod user;

use clap::Subcommand;

use super::Ctx;
use super::tokens::Standing;
use crate::jwt::chain::AsOf;
use crate::jwt::decode::{Token, decode};
use crate::store::Records;
use crate::store::record::Entity;
use crate::trust;
use crate::ui::Failure;

/// Describe operators, accounts, users and tokens
#[derive(Debug, Subcommand)]
pub enum Command {
    Operator(operator::Args),
    Account(account::Args),
    User(user::Args),
    Jwt(jwt::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Operator(args) => operator::run(ctx, args),
        Command::Account(args) => account::run(ctx, args),
        Command::User(args) => user::run(ctx, args),
        Command::Jwt(args) => jwt::run(ctx, args),
    }
}

/// The token of an entity of the store, and how it stands there.
fn stored(ctx: &Ctx, records: &dyn Records, entity: &Entity) -> Result<(Token, Standing), Failure> {
    let token = decode(&entity.token)?;
    let chain = trust::standing(records, entity, AsOf::Time(ctx.clock.now()))?;
    let standing = Standing::known(ctx, &token, chain.map_err(Into::into));
    Ok((token, standing))
}
