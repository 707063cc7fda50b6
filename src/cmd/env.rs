//! `nkeep env`.

use serde_json::json;

use super::Ctx;
use super::example::Example;
use crate::store::{Store as _, StoreError};
use crate::trust::TrustError;
use crate::ui::{Failure, Table};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Which store, operator and account a command means that names none",
    line: "nkeep env",
}];

/// Show what is meant where nothing is named
#[derive(clap::Args, Debug)]
pub struct Args {}

pub fn run(ctx: &Ctx, _args: &Args) -> Result<(), Failure> {
    let path = ctx.store_path()?;
    let state = ctx.state_folder()?;
    let identity = ctx.identity_file();
    let (operator, account) = match ctx.open_store() {
        Ok(mut store) => store.read(|records| {
            let operator = ctx.selected_operator(records)?;
            let account = match &operator {
                Some(operator) => ctx.selected_account(records, operator)?,
                None => None,
            };
            Ok::<_, TrustError>((operator, account))
        })?,
        Err(_) if std::fs::symlink_metadata(&path).is_err() => (None, None),
        Err(failure) => return Err(failure),
    };
    let name =
        |entity: Option<crate::store::record::Entity>| entity.map(|entity| entity.name.to_string());
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
