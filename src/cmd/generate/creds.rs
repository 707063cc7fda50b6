//! `nkeep generate creds`.

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::changed::closed;
use crate::cmd::example::Example;
use crate::cmd::files::output::{OutputFile, may_show_secret, secret_file};
use crate::cmd::words::naming::{InAccount, Wanted};
use crate::jwt::creds::user_config;
use crate::nkey::Seed;
use crate::store::class::Class;
use crate::store::keyring::Keyring;
use crate::store::recipients::may_leave;
use crate::store::record::Entity;
use crate::store::{Records, Store as _, StoreError};
use crate::text::{quoted, shell_word};
use crate::trust::{self, TrustError, resign};
use crate::ui::{Failure, called_with};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "What a client connects with, in a file that only you can read",
    line: "nkeep generate creds -a ACME -n ACME -o ACME.creds",
}];

/// Generate a creds file for a user
///
/// Opens the user's key, and puts it beside the user's token. On a terminal the file is shown only with --reveal. Of a user who
/// has expired or is revoked, or whose account has expired, the file is made with a warning, as nsc makes it; generate secret user-creds refuses, as what it makes
/// goes to a cluster where nobody reads warnings.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    account: InAccount,
    #[command(flatten)]
    output: OutputFile,
    /// Show the file on a terminal
    #[arg(long)]
    reveal: bool,
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = asking.account()?;
    let user = asking.wanted_user(&account)?;
    if asking.has("reveal") {
        return Ok(());
    }
    let file = format!("{}.creds", user.name);
    asking.proposed("output_file", "File for the creds; - is stdout", &file)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let file = args.output.path();
    if file.is_none() {
        let user = args.wanted.get().unwrap_or("USER");
        let file = shell_word(&format!("{user}.creds"));
        let other_way = if args.output.is_given() {
            format!("nkeep generate creds -n {} -o {file}", shell_word(user))
        } else {
            called_with(&format!("-o {file}"))
        };
        may_show_secret(ctx, args.reveal, &other_way)?;
    }
    let mut store = ctx.open_store()?;
    let keyring = ctx.keyring(&mut store)?;
    let (user, account, seed, revoked) = store.read(|records| {
        let account = args.account.find(ctx, records)?;
        let user = trust::user(records, &account, args.wanted.get())?;
        must_be_here(records, &account, &user)?;
        let seed = leaving_seed_of(records, &*keyring, &user)?;
        let revoked = resign::is_revoked(&account, &user)?;
        Ok::<_, TrustError>((user, account, seed, revoked))
    })?;
    warn_of_refusal(ctx, &user, &account, revoked);
    let account = account.name.as_str();
    let text = user_config(&user.token, &seed)?;
    match file {
        Some(path) => {
            let existing = args.output.existing();
            secret_file(ctx, path, text.as_bytes(), existing)?;
            if ctx.ui.json() {
                return ctx.ui.document(
                    &json!({ "kind": "creds", "user": user.name.as_str(), "account": account, "file": path }),
                );
            }
            ctx.ui.note(&format!("wrote {}", path.display()));
            Ok(())
        }
        None if ctx.ui.json() => {
            #[derive(serde::Serialize)]
            struct Document<'a> {
                kind: &'static str,
                user: &'a str,
                account: &'a str,
                creds: &'a str,
            }
            crate::cmd::files::output::secret_document(
                ctx,
                &Document {
                    kind: "creds",
                    user: user.name.as_str(),
                    account,
                    creds: &text,
                },
            )
        }
        None => ctx.ui.text(&text),
    }
}

/// Says of a user whom no server takes that it is so, and why.
pub fn warn_of_refusal(ctx: &Ctx, user: &Entity, account: &Entity, is_revoked: bool) {
    if is_revoked {
        ctx.ui.warning(&format!(
            "the token of user {} is revoked in account {}: no server takes it",
            user.name, account.name
        ));
    }
    if user.expires != 0 && user.expires <= ctx.clock.now() {
        let renewal = ctx.command(&format!(
            "nkeep edit user {} -a {} --expiry 90d",
            shell_word(user.name.as_str()),
            shell_word(account.name.as_str())
        ));
        ctx.ui.warning(&format!(
            "the token of user {} expired {}: no server takes it; what helps: {renewal}",
            user.name,
            crate::ui::time::moment(user.expires, ctx.clock.now())
        ));
    }
    if let Some(warning) = closed(ctx, account) {
        ctx.ui.warning(&warning);
    }
}

/// Refuses a user whose seed is kept elsewhere.
pub fn must_be_here(
    records: &dyn Records,
    account: &Entity,
    user: &Entity,
) -> Result<(), TrustError> {
    if records
        .key(&user.key)?
        .is_some_and(|key| key.sealed.is_some())
    {
        return Ok(());
    }
    Err(TrustError::refused(
        format!(
            "the seed of user {} of account {} is not in the store: whoever has it needs the token alone",
            quoted(&user.name),
            quoted(&account.name)
        ),
        format!(
            "nkeep describe user {} --raw",
            shell_word(user.name.as_str())
        ),
    ))
}

/// The seed of a user, for a file: where it may be in one.
pub fn leaving_seed_of(
    records: &dyn Records,
    keyring: &dyn Keyring,
    user: &Entity,
) -> Result<Seed, StoreError> {
    may_leave(records, Class::User)?;
    seed_of(records, keyring, user)
}

/// The seed of a user.
pub fn seed_of(
    records: &dyn Records,
    keyring: &dyn Keyring,
    user: &Entity,
) -> Result<Seed, StoreError> {
    let record = records.key(&user.key)?.ok_or_else(|| {
        StoreError::Refused(format!(
            "the seed of user {} is not in the store",
            quoted(&user.name)
        ))
    })?;
    keyring.unseal(&record, records.store_id())
}
