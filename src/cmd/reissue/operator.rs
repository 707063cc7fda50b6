//! `nkeep reissue operator`.

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::changed::named;
use crate::cmd::example::Example;
use crate::cmd::words::naming::Wanted;
use crate::cmd::words::signer::IdentityKey;
use crate::rotation::{RotationError, must_keep_its_key};
use crate::store::record::{Entity, EntityKind};
use crate::store::{Records, Store as _};
use crate::text::{counted, noted, shell_word};
use crate::trust::TrustError;
use crate::trust::reissue::{self, Reissued};
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "A new identity key; the old one goes on signing accounts",
    line: "nkeep reissue operator ACME --convert-to-signing-key",
}];

/// Give an operator another identity key
///
/// In one change: the operator is signed by its new key, and so is every account that the old one signed, unless it stays as
/// a signing key. Servers refuse what they do not know yet: they need the new operator token, and a restart, before they are
/// given accounts that the new key signed.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    wanted: Wanted,
    /// Keep the old identity key as a signing key
    #[arg(long)]
    convert_to_signing_key: bool,
    /// Replace an identity key whose seed is kept elsewhere; take one that was taken away before and lets accounts in again
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    key: IdentityKey,
}

impl Args {
    fn find(&self, ctx: &Ctx, records: &dyn Records) -> Result<Entity, TrustError> {
        let operator = ctx.operator(records, self.wanted.get())?;
        ctx.is_about(records, &operator)?;
        Ok(operator)
    }
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    if ctx.stand_in.is_some() && args.convert_to_signing_key {
        return Err(Failure::usage(
            "the old identity is offline: it cannot show here that it is to sign accounts",
        ))
        .hint(noted(
            "nkeep ceremony request rotate start operator-identity --new KEY",
            "gives the new operator signing keys of its own",
        ));
    }
    let source = args.key.source(ctx)?;
    let mut store = ctx.open_store()?;
    let (before, selected) = store.read(|records| {
        let operator = args.find(ctx, records)?;
        let selected = match ctx.selected_account(records, &operator)? {
            Some(account) => Some(account),
            None => ctx
                .selected_operator(records)?
                .filter(|selected| selected.key == operator.key),
        };
        Ok::<_, TrustError>((operator, selected))
    })?;
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note(
        "reissue operator",
        format!("gave operator {} another identity key", before.name),
    );
    let shown = ctx.waited_for(&mut store, "signed", |records| {
        // Each is read first.
        let accounts = records.listed(EntityKind::Account, Some(&before.key))?;
        Ok(2 * accounts.len())
    })?;
    let done = store.transact(note, &*keyring, |changes| {
        let operator = args.find(ctx, changes)?;
        must_keep_its_key(changes, &operator)?;
        let convert = args.convert_to_signing_key;
        let force = args.force;
        let done = reissue::operator(changes, &*keyring, &operator, source, convert, force)?;
        Ok::<_, RotationError>(done)
    })?;
    drop(shown);
    if let Some(selected) = selected {
        let again = match selected.parent {
            Some(_) => Entity {
                parent: Some(done.operator.key),
                ..selected
            },
            None => done.operator.clone(),
        };
        ctx.select_added(&mut store, &again);
    }
    say(ctx, args, &done)
}

/// What was done, and what it needs to be of use.
fn say(ctx: &Ctx, args: &Args, done: &Reissued) -> Result<(), Failure> {
    let operator = &done.operator;
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "reissued",
            "type": "operator",
            "name": operator.name.as_str(),
            "public_key": operator.key.to_string(),
            "old_public_key": done.old.map(|old| old.to_string()),
            "old_is_here": done.old_is_here,
            "signed_anew": named(&done.accounts),
            "warnings": done.warnings,
        }));
    }
    let Some(old) = done.old else {
        ctx.ui.note(&format!(
            "operator {} has that identity key, and nothing was signed",
            operator.name
        ));
        return Ok(());
    };
    ctx.ui.note(&format!(
        "operator {} is {} now, and was {old}",
        operator.name, operator.key
    ));
    ctx.ui
        .note(&match (args.convert_to_signing_key, done.accounts.len()) {
            (true, _) => {
                "the old key is a signing key now, and no account was signed anew".to_owned()
            }
            (false, count) => format!("{} signed anew", counted(count, "account")),
        });
    ctx.ui
        .note(match (done.old_is_here, args.convert_to_signing_key) {
            (true, true) => "the old key stays in the store",
            (true, false) => "the old key stays in the store, and belongs to nobody",
            (false, _) => "the old key is kept elsewhere, as before: it is not in the store",
        });
    for warning in &done.warnings {
        ctx.ui.warning(warning);
    }
    ctx.ui.warning(
        "servers know the old key alone until they are given the new token and restarted; \
         push no account before",
    );
    ctx.next(&format!(
        "nkeep describe operator {} --raw",
        shell_word(operator.name.as_str())
    ));
    Ok(())
}
