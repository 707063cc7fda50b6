//! `nkeep add`.

pub(super) mod account;
pub(super) mod export;
pub(super) mod import;
pub(super) mod mapping;
pub(super) mod operator;
pub(super) mod user;

use clap::Subcommand;
use serde_json::{Value, json};

use super::Ctx;
use crate::nkey::PublicKey;
use crate::store::record::{Entity, EntityKind, Name};
use crate::store::sqlite::SqliteStore;
use crate::store::{Records, Store as _};
use crate::text::{quoted, shell_word};
use crate::trust::TrustError;
use crate::ui::Failure;

/// Add operators, accounts, users, exports, imports and mappings
#[derive(Debug, Subcommand)]
pub enum Command {
    Operator(operator::Args),
    Account(account::Args),
    User(user::Args),
    Export(export::Args),
    Import(import::Args),
    Mapping(mapping::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Operator(args) => operator::run(ctx, args),
        Command::Account(args) => account::run(ctx, args),
        Command::User(args) => user::run(ctx, args),
        Command::Export(args) => export::run(ctx, args),
        Command::Import(args) => import::run(ctx, args),
        Command::Mapping(args) => mapping::run(ctx, args),
    }
}

/// Says what was added, which key signed, and what comes next.
fn added(
    ctx: &Ctx,
    entity: &Entity,
    account: Option<&Name>,
    signer: &PublicKey,
    warnings: &[String],
    next: &str,
) -> Result<(), Failure> {
    if ctx.ui.json() {
        let document = document(entity, account, signer, warnings, true);
        return ctx.ui.document(&document);
    }
    ctx.ui.note(&format!(
        "added {} {} {}{}, signed by {signer}",
        entity.kind,
        entity.name,
        entity.key,
        of_account(account)
    ));
    for warning in warnings {
        ctx.ui.warning(warning);
    }
    ctx.next(next);
    Ok(())
}

/// What is done where one of that name is there already.
#[derive(clap::Args, Clone, Copy, Debug)]
struct Presence {
    /// Do nothing where there is one of that name, whatever it has: what else is given here is not compared
    #[arg(long)]
    if_missing: bool,
}

impl Presence {
    /// Whether nothing is to be done, as one of that name is there already: that is said then.
    fn suffices(
        self,
        ctx: &Ctx,
        store: &mut SqliteStore,
        (kind, name): (EntityKind, &Name),
        parent: impl FnOnce(&dyn Records) -> Result<Option<Entity>, TrustError>,
    ) -> Result<bool, Failure> {
        if !self.if_missing {
            return Ok(false);
        }
        let (present, parent) = store.read(|records| {
            let parent = parent(records)?;
            let key = parent.as_ref().map(|parent| &parent.key);
            Ok::<_, TrustError>((records.named(kind, key, name)?, parent))
        })?;
        let Some(present) = present else {
            return Ok(false);
        };
        let account = match kind {
            EntityKind::User => parent.map(|account| account.name),
            // As where it is added, the commands that follow are about it.
            _ => {
                ctx.select_added(store, &present);
                None
            }
        };
        there(ctx, &present, account.as_ref())?;
        Ok(true)
    }
}

/// Says that one of that name is there already.
fn there(ctx: &Ctx, entity: &Entity, account: Option<&Name>) -> Result<(), Failure> {
    let warning = over(ctx, entity, account);
    if ctx.ui.json() {
        let warnings: Vec<String> = warning.into_iter().collect();
        let document = document(entity, account, &signer_of(entity)?, &warnings, false);
        return ctx.ui.document(&document);
    }
    ctx.ui.note(&format!(
        "{} {} {}{} is there already, and nothing was changed",
        entity.kind,
        entity.name,
        entity.key,
        of_account(account)
    ));
    if let Some(warning) = warning {
        ctx.ui.warning(&warning);
    }
    Ok(())
}

/// That one has expired: it is there, and no server takes it.
fn over(ctx: &Ctx, entity: &Entity, account: Option<&Name>) -> Option<String> {
    let now = ctx.clock.now();
    if entity.expires == 0 || entity.expires > now {
        return None;
    }
    let place = account.map_or_else(String::new, |account| {
        format!(" -a {}", shell_word(account.as_str()))
    });
    let name = match entity.kind {
        EntityKind::Operator => String::new(),
        _ => format!(" {}", shell_word(entity.name.as_str())),
    };
    let edit = ctx.command(&format!(
        "nkeep edit {}{name}{place} --expiry 90d",
        entity.kind
    ));
    Some(format!(
        "{} {} expired {}, and no server takes it; what helps: {edit}",
        entity.kind,
        quoted(&entity.name),
        crate::ui::time::moment(entity.expires, now)
    ))
}

/// What is there now, and whether it was added.
fn document(
    entity: &Entity,
    account: Option<&Name>,
    signer: &PublicKey,
    warnings: &[String],
    is_new: bool,
) -> Value {
    let mut document = json!({
        "kind": "added",
        "type": entity.kind.name(),
        "name": entity.name.as_str(),
        "public_key": entity.key.to_string(),
        "issuer": signer.to_string(),
        "expires": entity.expires,
        "added": is_new,
        "warnings": warnings,
    });
    if let Some(account) = account {
        document["account"] = json!(account.as_str());
    }
    document
}

/// Of which account a user is, in words.
fn of_account(account: Option<&Name>) -> String {
    account.map_or_else(String::new, |account| format!(" of account {account}"))
}

/// Says what gives servers an account that is not as they have it.
fn pushed(ctx: &Ctx, push: Option<String>) {
    if let Some(push) = push.filter(|_| !ctx.ui.json()) {
        ctx.next(&push);
    }
}

/// Who signed a token of the store.
fn signer_of(entity: &Entity) -> Result<PublicKey, Failure> {
    Ok(*crate::jwt::decode::decode(&entity.token)?.issuer())
}
