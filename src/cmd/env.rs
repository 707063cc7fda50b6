//! `nkeep env`.

use std::path::{Path, PathBuf};

use clap::builder::{OsStringValueParser, TypedValueParser as _};
use serde_json::json;

use super::Ctx;
use super::example::Example;
use crate::cmd::opening::places::store_in;
use crate::cmd::words::naming::UnderOperator;
use crate::store::record::Entity;
use crate::store::sqlite::is_store;
use crate::store::{Store as _, StoreError};
use crate::trust::{self, TrustError};
use crate::ui::{Failure, Hinted as _, Table};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Which store, operator and account a command means that names none",
    line: "nkeep env",
}];

/// Show what is meant where nothing is named, or say what is to be meant from now on
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Remember the folder that holds the store, as default.nkeep, or the store's file; "" for the usual one
    // An empty name is one, too.
    #[arg(short, value_name = "DIR", value_parser = OsStringValueParser::new().map(PathBuf::from))]
    store_folder: Option<PathBuf>,
    /// Select an operator
    #[arg(long, short, value_name = "NAME")]
    operator: Option<String>,
    /// Select an account
    #[arg(long, short, value_name = "NAME")]
    account: Option<String>,
}

/// Remembers where the store is. Where there is none it may be made yet, as scripts written for nsc do; that is said, as each command
/// without a store fails from now on.
fn remember(ctx: &Ctx, place: &Path) -> Result<(), Failure> {
    let store = store_in(place);
    let shown = store.display();
    let is_named = !place.as_os_str().is_empty();
    if is_named && store.is_file() && !is_store(&store)? {
        return Err(Failure::usage(format!("{shown} is no store"))).hint("nkeep env -s FOLDER");
    }
    ctx.remember_folder(place)?;
    if is_named && !store.exists() {
        ctx.ui.warning(&format!(
            "there is no store at {shown} yet: nkeep init -n NAME makes it, and nkeep env -s \"\" goes back to the usual one"
        ));
    }
    Ok(())
}

/// Selects what is named.
fn select(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let (store, meant) = ctx.open_store()?.read(|records| {
        let operator = match (&args.operator, ctx.selected_operator(records)?) {
            (None, Some(selected)) => selected,
            (wanted, _) => trust::operator(records, wanted.as_deref())?,
        };
        let meant = match &args.account {
            Some(account) => trust::account(records, &operator, Some(account))?,
            None => operator,
        };
        Ok::<_, TrustError>((records.store_id().to_owned(), meant))
    })?;
    ctx.select(&store, &meant)
}

/// What is meant where nothing is named; nothing where one has to be.
fn meant(found: Result<Entity, TrustError>) -> Result<Option<Entity>, TrustError> {
    match found {
        Ok(entity) => Ok(Some(entity)),
        Err(TrustError::Ambiguous { .. } | TrustError::None { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    if let Some(folder) = &args.store_folder {
        remember(ctx, folder)?;
    }
    if args.operator.is_some() || args.account.is_some() {
        select(ctx, args)?;
    }
    let path = ctx.store_path()?;
    let state = ctx.state_folder()?;
    let identity = ctx.identity_file();
    let (operator, account) = match ctx.open_store() {
        Ok(mut store) => store.read(|records| {
            let under = UnderOperator::default();
            let operator = meant(under.find(ctx, records))?;
            let account = meant(under.account(ctx, records, None))?;
            Ok::<_, TrustError>((operator, account))
        })?,
        Err(_) if std::fs::symlink_metadata(&path).is_err() => (None, None),
        Err(failure) => return Err(failure),
    };
    let name = |entity: Option<Entity>| entity.map(|entity| entity.name.to_string());
    let (operator, account) = (name(operator), name(account));
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "env",
            "store": path,
            "exists": path.exists(),
            "state": state,
            "identity": identity,
            "operator": operator,
            "account": account,
        }));
    }
    let none = || "(none)".to_owned();
    let shown = |path: &std::path::Path| path.display().to_string();
    let store = if path.exists() {
        shown(&path)
    } else {
        StoreError::Missing(path).to_string()
    };
    let mut table = Table::new();
    table
        .row("Store", store)
        .row("State", shown(&state))
        .row("Identity", identity.as_deref().map_or_else(none, shown))
        .row("Operator", operator.unwrap_or_else(none))
        .row("Account", account.unwrap_or_else(none));
    ctx.ui.text(&table.render())
}
