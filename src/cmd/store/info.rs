//! `nkeep store info`.

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::store::class::Class;
use crate::store::founding::inside;
use crate::store::recipients::RecipientSet;
use crate::store::record::EntityKind;
use crate::store::record::StoredIdentity;
use crate::store::{Store as _, StoreError};
use crate::ui::{Failure, Table};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Where the store is, and what is in it",
    line: "nkeep store info",
}];

/// Say where the store is, and what is in it
#[derive(clap::Args, Debug)]
pub struct Args {}

pub fn run(ctx: &Ctx, _args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let (path, pin) = (store.path().to_owned(), store.pin_path());
    store.read(|records| {
        let counts = EntityKind::ALL
            .iter()
            .map(|kind| records.count(*kind))
            .collect::<Result<Vec<i64>, StoreError>>()?;
        let set = records.recipients();
        let inside = inside(records)?;
        if ctx.ui.json() {
            return ctx.ui.document(&json!({
                "kind": "store",
                "store": path,
                "pin": pin,
                "id": records.store_id(),
                "store_key": records.store_key().to_string(),
                "head": records.head().to_string(),
                "recipients_version": set.version,
                "identities": inside.len(),
                "operators": counts[0],
                "accounts": counts[1],
                "users": counts[2],
            }));
        }
        let mut table = Table::new();
        table
            .row("Store", path.display().to_string())
            .row("ID", records.store_id())
            .row("Signed by", records.store_key().to_string())
            .row_unless_empty(
                "Remembered in",
                pin.as_ref()
                    .map(|pin| pin.display().to_string())
                    .unwrap_or_default(),
            )
            .row("Changes", records.head().sequence.to_string())
            .row("Head", records.head().to_string())
            .row("Recipients", format!("version {}", set.version))
            .row("Opened by", opened_by(set, &inside))
            .row("Operators", counts[0].to_string())
            .row("Accounts", counts[1].to_string())
            .row("Users", counts[2].to_string());
        ctx.ui.text(&table.render())
    })
}

/// What opens the store: a passphrase only what the identities inside do.
fn opened_by(set: &RecipientSet, inside: &[StoredIdentity]) -> String {
    let mut others = Class::GRANTED.to_vec();
    others.retain(|class| !set.opens(*class, inside));
    let others: Vec<&str> = others.iter().map(|class| class.name()).collect();
    match (inside.is_empty(), others.is_empty()) {
        (true, _) => "an identity in a file".to_owned(),
        (false, true) => "a passphrase".to_owned(),
        (false, false) => format!(
            "a passphrase; an identity in a file opens {} keys",
            others.join(", ")
        ),
    }
}
