//! `nkeep edit`.

pub(super) mod account;
pub(super) mod authcallout;
pub(super) mod export;
mod jetstream;
pub(super) mod operator;
pub(super) mod signing_key;
pub(super) mod user;

use clap::Subcommand;

use super::Ctx;
use crate::cmd::words::argument::{old_tag, tag};
use crate::cmd::words::permissions::{add, remove};
use crate::jwt::claims::{Account, Claims};
use crate::nkey::PublicKey;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Changes, Records};
use crate::text::{NAMED, quoted, some_of};
use crate::trust::readmission::Returning;
use crate::trust::signing_keys::Fate;
use crate::trust::{TrustError, resign};
use crate::ui::{Failure, Hinted as _};

/// Edit what is there, and nothing of it that was not asked for
#[derive(Debug, Subcommand)]
#[allow(clippy::large_enum_variant, reason = "a process has one")]
pub enum Command {
    Operator(operator::Args),
    Account(account::Args),
    User(user::Args),
    SigningKey(signing_key::Args),
    Export(export::Args),
    #[command(name = "authcallout", alias = "auth-callout")]
    AuthCallout(authcallout::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::Operator(args) => operator::run(ctx, args),
        Command::Account(args) => account::run(ctx, args),
        Command::User(args) => user::run(ctx, args),
        Command::SigningKey(args) => signing_key::run(ctx, args),
        Command::Export(args) => export::run(ctx, args),
        Command::AuthCallout(args) => authcallout::run(ctx, args),
    }
}

/// Labels.
#[derive(clap::Args, Clone, Debug, Default, PartialEq)]
struct TagEdits {
    /// Labels
    #[arg(long, value_name = "TAG", value_delimiter = ',', value_parser = tag)]
    tag: Vec<String>,
    /// Take away labels
    #[arg(long, value_name = "TAG", value_delimiter = ',', value_parser = old_tag)]
    rm_tag: Vec<String>,
}

impl TagEdits {
    /// Refuses a label that is to be there and to be gone.
    fn agree(&self) -> Result<(), Failure> {
        match self.tag.iter().find(|tag| self.rm_tag.contains(tag)) {
            Some(tag) => Err(Failure::usage(format!(
                "the tag {} cannot be added and taken away",
                quoted(tag)
            ))),
            None => Ok(()),
        }
    }

    /// Labels that are to be taken away, and are not there, in sentences.
    fn missing(&self, tags: &[String]) -> Vec<String> {
        let missing = self.rm_tag.iter().filter(|tag| !tags.contains(tag));
        let said = |tag| format!("it has no tag {}, so none was taken away", quoted(tag));
        missing.map(said).collect()
    }

    fn apply(&self, tags: &mut Vec<String>) {
        add(tags, &self.tag);
        remove(tags, &self.rm_tag);
    }
}

/// Somebody who names nothing to change has forgotten it.
fn nothing_asked(what: &str) -> Result<(), Failure> {
    Err(Failure::usage("nothing to change is named")).hint(format!("nkeep edit {what} --help"))
}

/// Whom signing keys let in again that an account is given: that must be wanted, and is said.
fn let_in_again(
    ctx: &Ctx,
    changes: &dyn Changes,
    account: &Entity,
    before: &Claims<Account>,
    keys: &[PublicKey],
    force: bool,
) -> Result<Vec<String>, TrustError> {
    let mut warnings = Vec::new();
    for key in keys {
        if let Some(returning) = Returning::of(changes, account, before, key, changes.now())? {
            returning.must_be_forced(force)?;
            let out = ctx.command(&returning.shuts_out());
            warnings.push(format!("{}; what shuts out: {out}", returning.warning()));
        }
    }
    Ok(warnings)
}

/// Whom it locks out or cuts off that a key is gone, or may sign no more.
fn warnings(records: &dyn Records, fate: &Fate) -> Result<Vec<String>, TrustError> {
    let users = [&*fate.signed, &*fate.removed].concat();
    let mut warnings: Vec<String> = locked_out(records, &users)?.into_iter().collect();
    warnings.extend(fate.broken.clone());
    if !fate.cut_off.is_empty() {
        let whom: Vec<String> = fate.cut_off.iter().map(quoted).collect();
        warnings.push(format!(
            "the key signed activations that hold no more as soon as servers have the account: {} must be given new \
             ones (nkeep generate activation)",
            whom.join(", ")
        ));
    }
    Ok(warnings)
}

/// Whose creds die with a change: what users were given was signed as servers take it no more.
fn locked_out(records: &dyn Records, signed: &[Entity]) -> Result<Option<String>, TrustError> {
    let users = signed.iter().filter(|one| one.kind == EntityKind::User);
    let users: Vec<&Entity> = users.collect();
    let mut named = Vec::new();
    for user in users.iter().take(NAMED) {
        let account = match user.parent {
            Some(account) => records.entity(&account)?,
            None => None,
        };
        let account = account.map_or_else(String::new, |account| format!("{}/", account.name));
        named.push(quoted(format!("{account}{}", user.name)));
    }
    Ok((!users.is_empty()).then(|| {
        format!(
            "the creds that users have let them in no more once servers have this, and who stays needs new ones \
             (nkeep generate creds): {}",
            some_of(&named, users.len())
        )
    }))
}

/// What became of those who hung on a key that was taken away.
fn told(fate: &Fate) -> Vec<String> {
    let line = |what: &str, entities: &[Entity]| {
        (!entities.is_empty()).then(|| format!("{what}: {}", resign::names(entities)))
    };
    let signed = line("signed anew", &fate.signed);
    let removed = line(
        "removed and revoked, as no other key may sign them",
        &fate.removed,
    );
    let left = line("left as they are, as they are revoked", &fate.left);
    [signed, removed, left].into_iter().flatten().collect()
}
