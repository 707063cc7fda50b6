//! `nkeep revocations list-users`.

use serde_json::{Value, json};

use super::account;
use crate::clock::UnixSeconds;
use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::example::Example;
use crate::cmd::words::naming::InAccount;
use crate::jwt::claims::Account;
use crate::nkey::PublicKey;
use crate::store::Store as _;
use crate::trust::{self, TrustError};
use crate::ui::Failure;
use crate::ui::list::{self, Fit};
use crate::ui::time::moment;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Who is revoked, and up to when",
    line: "nkeep revocations list-users -a ACME",
}];

/// List the revoked users of an account
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    account: InAccount,
}

/// One of them.
struct Revoked {
    whose: String,
    name: String,
    up_to: UnixSeconds,
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    asking.account().map(drop)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let (account, revoked) = ctx.open_store()?.read(|records| {
        let account = account(ctx, &args.account, records)?;
        let claims = trust::claims::<Account>(&account)?;
        let mut revoked = Vec::new();
        for (whose, up_to) in &claims.claims().body.revocations {
            let user = match whose.parse::<PublicKey>() {
                Ok(key) => records.entity(&key)?,
                Err(_) => None,
            };
            revoked.push(Revoked {
                whose: whose.clone(),
                name: user.map(|user| user.name.to_string()).unwrap_or_default(),
                up_to: *up_to,
            });
        }
        Ok::<_, TrustError>((account, revoked))
    })?;
    if ctx.ui.json() {
        let users: Vec<Value> = revoked
            .iter()
            .map(|one| json!({ "user": one.whose, "name": one.name, "at": one.up_to }))
            .collect();
        return ctx.ui.document(&json!({
            "kind": "revocations",
            "account": account.name.as_str(),
            "users": users,
        }));
    }
    let now = ctx.clock.now();
    let header = [
        ("NAME", Fit::Name),
        ("PUBLIC KEY", Fit::Key),
        ("REVOKED UP TO", Fit::Time),
    ];
    let columns = ctx.ui.columns();
    ctx.ui.text(&list::fitted(header, columns, &revoked, |one| {
        let name = if one.whose == "*" {
            "(every user)"
        } else {
            &one.name
        };
        [
            name.into(),
            (&one.whose).into(),
            moment(one.up_to, now).into(),
        ]
    }))
}
