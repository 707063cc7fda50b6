//! `nkeep revocations delete-user`.

use serde_json::json;

use super::{Whose, account, next};
use crate::cmd::Ctx;
use crate::cmd::changed::Changed;
use crate::cmd::example::Example;
use crate::cmd::naming::InAccount;
use crate::cmd::signer::SignWith;
use crate::store::Store as _;
use crate::text::{quoted, shell_word};
use crate::trust::{Place, TrustError, edit};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "What a user was given holds again",
    line: "nkeep revocations add-user ACME -a ACME && nkeep revocations delete-user ACME -a ACME",
}];

/// Take the revocation of a user back: what it was given holds again
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    whose: Whose,
    #[command(flatten)]
    account: InAccount,
    #[command(flatten)]
    signer: SignWith,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let choice = args.signer.choice(ctx)?;
    let mut store = ctx.open_store()?;
    let before = store.read(|records| account(ctx, &args.account, records))?;
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note(
        "revocations delete-user",
        format!("took a revocation in account {} back", before.name),
    );
    let (edited, whom, place) = store.transact(note, &*keyring, |changes| {
        let account = account(ctx, &args.account, changes)?;
        let whom = args.whose.find(changes, &account)?;
        let edited = edit::account(
            changes,
            &*keyring,
            &account,
            &choice,
            |_, claims| match claims.body.revocations.remove(&whom.text()) {
                Some(_) => Ok(()),
                None => Err(TrustError::refused(
                    format!(
                        "{} is not revoked in account {}",
                        whom.text(),
                        quoted(&account.name)
                    ),
                    format!(
                        "nkeep revocations list-users -a {}",
                        shell_word(account.name.as_str())
                    ),
                )),
            },
        )?;
        let place = Place::under(changes, Some(&account))?;
        Ok::<_, TrustError>((edited, whom, place))
    })?;
    Changed {
        more: vec![("user", json!(whom.text()))],
        ..Changed::plain("unrevoked", &edited, next(&place, &edited.entity))
    }
    .say(ctx)
}
