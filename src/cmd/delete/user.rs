//! `nkeep delete user`.

use serde_json::json;

use super::Fate;
use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::changed::named;
use crate::cmd::example::Example;
use crate::cmd::suggested::for_servers;
use crate::cmd::words::naming::InAccount;
use crate::cmd::words::signer::SignWith;
use crate::rotation::RotationError;
use crate::rotation::open::must_not_be_about;
use crate::store::record::Entity;
use crate::store::{Records, Store as _, StoreError};
use crate::text::{noted, quoted, shell_word};
use crate::trust::{self, TrustError, remove, resign};
use crate::ui::{Failure, Hinted as _, called_with};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "It is let in nowhere any more, as soon as servers have the account",
    line: "nkeep delete user ACME -a ACME",
}];

/// Delete users, and revoke what they were given
///
/// A revocation reaches to the newest token that a user ever had. It changes the account, so a key of the operator signs.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Names or public keys
    #[arg(
        value_name = "NAME",
        conflicts_with = "name",
        required_unless_present = "name"
    )]
    positional: Vec<String>,
    /// Names or public keys
    #[arg(long, short, value_name = "NAME", value_delimiter = ',')]
    name: Vec<String>,
    #[command(flatten)]
    account: InAccount,
    #[command(flatten)]
    signer: SignWith,
    #[command(flatten)]
    fate: Fate,
    /// Delete whom a rotation is about that has not ended, too
    #[arg(long, short = 'F')]
    force: bool,
}

impl Args {
    fn find(&self, ctx: &Ctx, records: &dyn Records) -> Result<(Entity, Vec<Entity>), TrustError> {
        let account = self.account.find(ctx, records)?;
        let mut users: Vec<Entity> = Vec::new();
        for wanted in self.positional.iter().chain(&self.name) {
            let user = trust::user(records, &account, Some(wanted))?;
            if !users.contains(&user) {
                users.push(user);
            }
        }
        Ok((account, users))
    }
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = asking.account()?;
    if !asking.has("positional") {
        let users = asking.users(&account)?;
        let choices: Vec<_> = users
            .into_iter()
            .map(|user| (user.name.clone(), user.name))
            .collect();
        if choices.is_empty() {
            let name = shell_word(account.name.as_str());
            let none = format!("account {} has no users", quoted(&account.name));
            return Err(Failure::usage(none)).hint(format!("nkeep add user NAME -a {name}"));
        }
        while !asking.has("name") {
            asking.some_as("name", "Users", &choices)?;
            if !asking.has("name") {
                asking.say("mark one of them at least, or leave by Escape")?;
            }
        }
    }
    asking.fate()?;
    asking.operator_key(&account)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let removal = args.fate.removal();
    let choice = args.signer.choice(ctx)?;
    let mut store = ctx.open_store()?;
    let (account, users) = store.read(|records| args.find(ctx, records))?;
    let names = resign::names(&users);
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note(
        "delete user",
        format!("deleted {names} of account {}", account.name),
    );
    let outcome = store.transact(note, &*keyring, |changes| {
        let (account, users) = args.find(ctx, changes)?;
        must_not_be_about(changes, &users, args.force)?;
        let edited = remove::users(changes, &*keyring, &account, &users, &choice, removal)?;
        Ok::<_, RotationError>((users, edited))
    });
    let (users, edited) = match outcome {
        Err(error @ RotationError::Trust(TrustError::Signer(_) | TrustError::KeysAway { .. } | TrustError::Store(StoreError::Locked { .. })))
            // Who names a key that is not there is told which there are.
            if removal.revoke && choice.is_best() =>
        {
            return Err(error).hint(noted(
                called_with("--no-revoke"),
                "deletes without a key of the operator: what the users have then lets them in until it expires",
            ));
        }
        outcome => outcome?,
    };
    let signer = edited.as_ref().and_then(|edited| edited.signer);
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "deleted",
            "deleted": named(&users),
            "account": account.name.as_str(),
            "revoked": removal.revoke,
            "issuer": signer.map(|signer| signer.to_string()),
            "keys_removed": removal.keys,
            "warnings": edited.as_ref().map_or(&[][..], |edited| &edited.warnings),
        }));
    }
    for user in &users {
        ctx.ui.note(&format!(
            "deleted user {} {} of account {}",
            user.name, user.key, account.name
        ));
    }
    match &signer {
        Some(signer) => ctx.ui.note(&format!(
            "revoked what they were given: account {} signed by {signer}",
            account.name
        )),
        None if removal.revoke => ctx.ui.note("what they were given was revoked already"),
        None => ctx
            .ui
            .warning("nothing was revoked, and what they were given lets them in until it expires"),
    }
    for warning in edited.iter().flat_map(|edited| &edited.warnings) {
        ctx.ui.warning(warning);
    }
    args.fate.about_creds(ctx);
    if signer.is_none() {
        return Ok(());
    }
    ctx.next(&for_servers(&account));
    Ok(())
}
