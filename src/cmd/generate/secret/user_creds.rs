//! `nkeep generate secret user-creds`.

use super::{Common, Keys};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::generate::manifest::{Called, Draft};
use crate::cmd::words::naming::Within;
use crate::emit::estate::Estate;
use crate::emit::manifest::name::ObjectName;
use crate::store::record::Entity;
use crate::trust::TrustError;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "What a client in the cluster connects with, in a file that only you can read",
    line: "nkeep generate secret user-creds ACME -a ACME -n apps -o acme-creds.yaml",
}];

/// Generate a Secret with the creds of a user
///
/// Refused for a user who has expired or is revoked, of whom generate creds makes a file with a warning.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// User; not needed where there is only one
    user: Option<String>,
    #[command(flatten)]
    account: Within,
    #[command(flatten)]
    keys: Keys,
    #[command(flatten)]
    common: Common,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.common.written(ctx, |estate| {
        let operator = &args.common.going.operator;
        let account = args.account.of(ctx, estate.records, operator)?;
        let user = estate.user(&account, args.user.as_deref())?;
        draft(estate, &args.common.called, &args.keys, &account, &user)
    })
}

/// A Secret with what that user connects with.
pub fn draft(
    estate: &Estate<'_>,
    called: &Called,
    keys: &Keys,
    account: &Entity,
    user: &Entity,
) -> Result<Draft, TrustError> {
    let base = format!(
        "{}-nats-creds",
        ObjectName::made_of(user.name.as_str(), "user")
    );
    let mut draft = Draft::new("user-creds", called.naming(base));
    keys.put(
        &mut draft,
        &["nats.creds", "user.creds"],
        &estate.creds(account, user)?,
    )?;
    draft.lineage = vec![account.key.to_string(), user.name.to_string()];
    draft.about = vec![
        ("account", account.key.to_string()),
        ("public-key", user.key.to_string()),
    ];
    Ok(draft)
}
