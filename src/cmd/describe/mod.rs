//! `nkeep describe`.

pub(super) mod account;
pub(super) mod jwt;
pub(super) mod operator;
mod shape;
mod tree;
pub(super) mod user;

use std::collections::HashSet;

use clap::Subcommand;

use super::Ctx;
use crate::cmd::files::tokens::Standing;
use crate::jwt::chain::AsOf;
use crate::jwt::decode::{Token, decode};
use crate::nkey::PublicKey;
use crate::store::Records;
use crate::store::document::{self, KeyState};
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
    let keys = not_in_use(records, entity, &token)?;
    let standing = Standing::known(ctx, &token, chain.map_err(Into::into), keys);
    Ok((token, standing))
}

/// The keys that a token names, or that belong to whose it is, which are not simply in use.
fn not_in_use(
    records: &dyn Records,
    entity: &Entity,
    token: &Token,
) -> Result<Vec<document::Standing>, Failure> {
    let mut said = records.key_states()?;
    said.retain(|standing| standing.state != KeyState::Active);
    if said.is_empty() {
        return Ok(said);
    }
    let mut keys: HashSet<PublicKey> = [entity.key, *token.issuer()].into();
    let own = records.keys_of(&entity.key)?;
    keys.extend(own.into_iter().map(|key| key.public));
    let parsed = |key: &String| key.parse::<PublicKey>().ok();
    match token {
        Token::Operator(token) => {
            keys.extend(token.claims().body.signing_keys.iter().filter_map(parsed));
        }
        Token::Account(token) => {
            keys.extend(token.claims().body.signing_keys.0.keys().filter_map(parsed));
        }
        _ => {}
    }
    said.retain(|standing| keys.contains(&standing.key));
    Ok(said)
}
