//! `nkeep delete account`.

use std::path::Path;

use serde_json::json;

use super::Fate;
use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::changed::named;
use crate::cmd::example::Example;
use crate::cmd::files::output::{Existing, Target, secret_file};
use crate::cmd::suggested::AfterDeletion;
use crate::cmd::words::naming::{UnderOperator, Wanted};
use crate::cmd::words::signer::SignWith;
use crate::rotation::RotationError;
use crate::rotation::open::must_not_be_about;
use crate::store::record::Entity;
use crate::store::{Records, Store as _};
use crate::text::{counted, noted, shell_word};
use crate::trust::remove::{RemovedAccount, users_of};
use crate::trust::{self, TrustError, remove, resign};
use crate::ui::ask::cancelled;
use crate::ui::{ExitCode, Failure, Hinted as _, called_with};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "With its users, and a last token for servers that have the account still",
    line: "nkeep delete account ACME --force -o last.jwt",
}];

/// Delete an account and its users, and revoke what they were given
///
/// Where it has users, they are listed, and at a terminal it is asked whether they are to go. Where there is no terminal they go, as
/// scripts written for nsc expect; with --no-input they go with --force alone. A last token is signed that revokes all
/// of them and ends a minute from now, for servers that have the account still. What was revoked is remembered, should an
/// account with the same key be added again.
///
/// Servers let its users in until they delete it, as those do that were started with --allow-delete of `nkeep generate config`, or
/// until they are given the last token, within that minute: it is kept with -o alone.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    wanted: Wanted,
    #[command(flatten)]
    operator: UnderOperator,
    #[command(flatten)]
    signer: SignWith,
    #[command(flatten)]
    fate: Fate,
    /// Delete its users without asking, and what a rotation is about that has not ended; without a terminal users go unasked, as with nsc
    #[arg(long, short = 'F')]
    force: bool,
    /// Write the last token to a new file; - is stdout
    #[arg(long, short, value_name = "FILE", value_parser = Target::parser(), value_hint = clap::ValueHint::FilePath, allow_hyphen_values = true)]
    output_file: Option<Target>,
}

impl Args {
    fn find(&self, ctx: &Ctx, records: &dyn Records) -> Result<Entity, TrustError> {
        let operator = self.operator.find(ctx, records)?;
        match self.wanted.get() {
            Some(wanted) => trust::account(records, &operator, Some(wanted)),
            // What goes is named: the selected one is not enough.
            None => trust::account(records, &operator, None),
        }
    }
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = asking.wanted_account("name")?;
    asking.fate()?;
    let users = asking.read(|records| users_of(records, &account))?;
    if !users.is_empty() && !asking.has("force") {
        let question = format!(
            "Delete {} with it: {}",
            counted(users.len(), "user"),
            resign::names(&users)
        );
        if !asking.yes(&question, false)? {
            return Err(cancelled());
        }
        asking.answer("force", "")?;
    }
    asking.text("output_file", "")?;
    asking.operator_key(&account)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let file = Target::file(args.output_file.as_ref());
    if let Some(path) = file {
        must_be_free(path)?;
    }
    let removal = args.fate.removal();
    let choice = args.signer.choice(ctx)?;
    let mut store = ctx.open_store()?;
    let (before, users, next) = store.read(|records| {
        let account = args.find(ctx, records)?;
        remove::must_not_be_system(records, &account)?;
        must_not_be_about(records, std::slice::from_ref(&account), args.force)?;
        let users = users_of(records, &account)?;
        let next = AfterDeletion::of(records, &account)?;
        Ok::<_, RotationError>((account, users, next))
    })?;
    confirmed(ctx, args, &before, &users, next.removal.is_some())?;
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note(
        "delete account",
        format!("deleted account {} and its users", before.name),
    );
    let gone = store.transact(note, &*keyring, |changes| {
        let account = args.find(ctx, changes)?;
        // Whoever came since it was asked was not meant.
        if users_of(changes, &account)? != users {
            return Err(RotationError::refused(
                "its users were changed meanwhile",
                noted(
                    format!("nkeep delete account {}", shell_word(account.name.as_str())),
                    "once more",
                ),
            ));
        }
        must_not_be_about(changes, std::slice::from_ref(&account), args.force)?;
        let gone = remove::account(changes, &*keyring, &account, &choice, removal)?;
        Ok::<_, RotationError>(gone)
    })?;
    let token = gone.last.as_ref().map(|(token, _)| token.as_str());
    if let (Some(path), Some(token)) = (file, token) {
        secret_file(ctx, path, format!("{token}\n").as_bytes(), Existing::Keep)?;
    }
    say(ctx, args, &gone, &next)
}

/// What was deleted, and what servers are to be given.
fn say(ctx: &Ctx, args: &Args, gone: &RemovedAccount, next: &AfterDeletion) -> Result<(), Failure> {
    let (file, removal) = (Target::file(args.output_file.as_ref()), args.fate.removal());
    let token = gone.last.as_ref().map(|(token, _)| token.as_str());
    // It revokes everybody as soon as servers have it.
    let shown = token.filter(|_| !ctx.made.is_trial());
    let warnings = said_of(gone);
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "deleted",
            "warnings": warnings,
            "deleted": named(&[std::slice::from_ref(&gone.account), &gone.users].concat()),
            "account": gone.account.name.as_str(),
            "revoked": removal.revoke,
            "issuer": gone.last.as_ref().map(|(_, signer)| signer.to_string()),
            "keys_removed": removal.keys,
            "last_token": shown,
        }));
    }
    ctx.ui.note(&format!(
        "deleted account {} {} and {}",
        gone.account.name,
        gone.account.key,
        counted(gone.users.len(), "user")
    ));
    match &gone.last {
        Some((_, signer)) => {
            let kept = match &args.output_file {
                Some(_) => "",
                None => ", and is not kept",
            };
            ctx.ui.note(&format!(
                "its last token, which revokes every user, was signed by {signer}{kept}"
            ));
        }
        None => ctx.ui.warning(
            "nothing was revoked: servers that have the account let its users in as before",
        ),
    }
    for warning in &warnings {
        ctx.ui.warning(warning);
    }
    args.fate.about_creds(ctx);
    if let (Some(path), true) = (file, gone.last.is_some()) {
        next.give(ctx, path);
    }
    next.say(ctx);
    match (&args.output_file, shown) {
        (Some(Target::Stdout), Some(token)) => ctx.ui.text(&format!("{token}\n")),
        _ => Ok(()),
    }
}

/// Here --force is about users, and replaces no file.
fn must_be_free(path: &Path) -> Result<(), Failure> {
    if std::fs::symlink_metadata(path).is_err() {
        return Ok(());
    }
    let (shown, word) = (path.display(), shell_word(&path.to_string_lossy()));
    Err(Failure::new(
        ExitCode::Failed,
        anyhow::anyhow!("{shown} exists"),
    ))
    .hint(noted(format!("mv {word} {word}.old"), "and once more"))
}

/// What somebody should know of it.
fn said_of(gone: &RemovedAccount) -> Vec<String> {
    let cut_off = (!gone.importers.is_empty()).then(|| {
        format!(
            "who imports from it is cut off: {}",
            resign::names(&gone.importers)
        )
    });
    let destroyed = Fate::destroyed(gone.keys);
    let said = cut_off.into_iter().chain(gone.callouts.iter().cloned());
    said.chain(destroyed).collect()
}

/// Users go along only when somebody has seen who they are, or nobody is there to see it.
fn confirmed(
    ctx: &Ctx,
    args: &Args,
    account: &Entity,
    users: &[Entity],
    has_servers: bool,
) -> Result<(), Failure> {
    if users.is_empty() || args.force {
        return Ok(());
    }
    let listed = format!(
        "account {} has {} that would go with it: {}",
        account.name,
        counted(users.len(), "user"),
        resign::names(users)
    );
    let name = shell_word(account.name.as_str());
    if ctx.opening.no_input {
        return Err(Failure::usage(listed)).hint(called_with("--force"));
    }
    ctx.ui.note(&listed);
    // As scripts written for nsc expect.
    let Some(mut prompt) = ctx.prompt() else {
        return Ok(());
    };
    if has_servers && args.output_file.is_none() {
        ctx.ui.note(&format!(
            "servers that were started without --allow-delete let them in until they have its last token, which is kept with -o alone: {}",
            called_with(&format!("-o {name}.last.jwt"))
        ));
    }
    match prompt.line("Delete all of them (yes or no)")?.as_str() {
        "yes" | "y" => Ok(()),
        _ => Err(Failure::usage("nothing was deleted")).hint(format!("nkeep list users -a {name}")),
    }
}
