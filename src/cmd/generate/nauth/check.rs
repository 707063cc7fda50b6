//! `nkeep generate nauth --check`: what of an account nauth would drop.

use serde_json::json;

use super::Args;
use crate::cmd::Ctx;
use crate::emit::manifest::nauth::{Dropped, dropped};
use crate::jwt::claims::Account;
use crate::store::record::Entity;
use crate::text::quoted;
use crate::trust::claims;
use crate::ui::{ExitCode, Failure};

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let checked = args.going.of_estate(ctx, false, |estate| {
        let accounts = args.check.iter().map(|name| {
            let account = estate.account(name)?;
            let token = claims::<Account>(&account)?.into_claims();
            let keys = &token.body.signing_keys.0;
            let newest = keys.iter().filter(|(_, scope)| scope.is_none());
            let adopted = newest
                .map(|(key, _)| key)
                .next()
                .and_then(|key| key.parse().ok());
            let dropped = dropped(&token, adopted.as_ref());
            Ok((account, dropped))
        });
        accounts.collect::<Result<Vec<_>, crate::trust::TrustError>>()
    })?;
    if ctx.ui.json() {
        ctx.ui.document(&json!({
            "kind": "nauth_check",
            "accounts": checked.iter().map(|(account, dropped)| json!({
                "account": account.name.as_str(),
                "public_key": account.key.to_string(),
                "dropped": dropped.iter().map(|one| json!({
                    "what": one.what, "detail": one.detail,
                })).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
        }))?;
    }
    if checked.iter().all(|(_, dropped)| dropped.is_empty()) {
        ctx.ui
            .note("nauth can write these accounts, and nothing is dropped");
        return Ok(());
    }
    Err(found(ctx, &checked))
}

/// Says what would be dropped.
pub fn found(ctx: &Ctx, checked: &[(Entity, Vec<Dropped>)]) -> Failure {
    let mut count = 0;
    for (account, dropped) in checked {
        for one in dropped {
            count += 1;
            let detail = match &*one.detail {
                "" => String::new(),
                detail => format!(": {detail}"),
            };
            ctx.ui.notice(&format!(
                "account {}: {}{detail}",
                quoted(&account.name),
                one.what
            ));
        }
    }
    Failure::new(
        ExitCode::Problems,
        anyhow::anyhow!(
            "nauth would drop {count} {} when it writes the account anew",
            if count == 1 { "thing" } else { "things" }
        ),
    )
}
