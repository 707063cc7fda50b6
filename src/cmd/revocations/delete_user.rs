//! `nkeep revocations delete-user`.

use serde_json::json;

use super::{Whose, account, title};
use crate::clock::absolute;
use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::asking::store::claims_of;
use crate::cmd::changed::Changed;
use crate::cmd::example::Example;
use crate::cmd::suggested::for_servers;
use crate::cmd::words::naming::InAccount;
use crate::cmd::words::signer::SignWith;
use crate::jwt::claims::Account;
use crate::store::Store as _;
use crate::text::{counted, noted, quoted};
use crate::trust::revoke::Whom;
use crate::trust::{TrustError, edit};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "What a user was given holds again",
    line: "nkeep revocations add-user ACME -a ACME && nkeep revocations delete-user ACME -a ACME",
}];

/// Take the revocation of a user back: what it was given holds again
///
/// Taken back for every user, those stay revoked who are by name, as do those who were deleted.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    whose: Whose,
    #[command(flatten)]
    account: InAccount,
    #[command(flatten)]
    signer: SignWith,
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = asking.account()?;
    if !asking.has("positional") && !asking.has("name") {
        let revoked = claims_of::<Account>(&account)?.body.revocations;
        let revoked: Vec<_> = revoked
            .into_keys()
            .map(|user| (user.clone(), Some(user)))
            .collect();
        asking.choice("user_public_key", "Revoked user", &revoked, 0)?;
    }
    asking.operator_key(&account)
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
    let (edited, whom, who) = store.transact(note, &*keyring, |changes| {
        let account = account(ctx, &args.account, changes)?;
        let whom = args.whose.find(changes, &account).map_err(by_key)?;
        let mut readmitted = None;
        let mut edited =
            edit::account(
                changes,
                &*keyring,
                &account,
                &choice,
                |_, claims| match claims.body.revocations.remove(&whom.text()) {
                    Some(up_to) => {
                        readmitted = Some((up_to, claims.body.revocations.len()));
                        Ok(())
                    }
                    None => Err(TrustError::refused(
                        format!(
                            "{} is not revoked in account {}",
                            whom.text(),
                            quoted(&account.name)
                        ),
                        "nkeep revocations list-users",
                    )),
                },
            )?;
        if let (Whom::Anybody, Some((up_to, left))) = (whom, readmitted) {
            edited.warnings.push(format!(
                "everybody's tokens signed up to {} hold again, but for those revoked by name: {}",
                absolute(up_to),
                counted(left, "revocation")
            ));
        }
        let who = title(changes, &whom)?;
        Ok::<_, TrustError>((edited, whom, who))
    })?;
    Changed {
        more: vec![("user", json!(whom.text()))],
        done: Some(format!("took the revocation of {who} back in")),
        ..Changed::plain("unrevoked", &edited, for_servers(&edited.entity))
    }
    .say(ctx)
}

/// Who was deleted is revoked still, and known by the key alone.
fn by_key(error: TrustError) -> TrustError {
    match error {
        TrustError::NoSuch { .. } => TrustError::refused(
            format!("{error} in the store; who was deleted is named by the key: -u KEY"),
            noted("nkeep revocations list-users", "shows the keys of all"),
        ),
        error => error,
    }
}
