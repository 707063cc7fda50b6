//! `nkeep add operator`.

use super::{added, signer_of};
use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::example::Example;
use crate::cmd::init::system_account;
use crate::cmd::input::tag;
use crate::cmd::naming::NewName;
use crate::cmd::signer::IdentityKey;
use crate::cmd::when::Validity;
use crate::nkey::Kind;
use crate::store::Store as _;
use crate::store::record::EntityKind;
use crate::trust::new::{self, NewOperator, Terms};
use crate::trust::{NewKey, Place, TrustError};
use crate::ui::{Failure, flags};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Another operator in the same store, with a signing key and a system account",
    line: "nkeep add operator STAGING --generate-signing-key --sys",
}];

/// Add an operator
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    name: NewName,
    /// Make a signing key, too
    #[arg(long)]
    generate_signing_key: bool,
    /// Make its system account with a user, too
    #[arg(long, short)]
    sys: bool,
    #[command(flatten)]
    key: IdentityKey,
    #[command(flatten)]
    validity: Validity,
    /// Labels
    #[arg(long, value_name = "TAG", value_delimiter = ',', value_parser = tag)]
    tag: Vec<String>,
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    asking.new_name(EntityKind::Operator, None)?;
    asking.validity((0, 0))?;
    asking.switch_as(
        "sys",
        "Make its system account with a user, too",
        false,
        true,
    )?;
    asking.switch_as(
        "generate_signing_key",
        "Make a signing key, too",
        false,
        true,
    )?;
    asking.text_as(
        "private_key",
        "Identity key: a public key or a file with a seed; else one is made",
        "",
    )?;
    asking.tags(&[])
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let name = args.name.get()?;
    let (not_before, expires) = args.validity.times(ctx.clock.now())?;
    let key = args.key.source(ctx)?;
    let mut store = ctx.open_store()?;
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note("add operator", format!("added operator {name}"));
    let (operator, place) = store.transact(note, &*keyring, |changes| {
        let key = NewKey::from(key, changes, &*keyring, Kind::Operator)?;
        let mut operator = new::operator_with(
            changes,
            NewOperator {
                name: name.clone(),
                terms: Terms {
                    not_before,
                    expires,
                    tags: args.tag.clone(),
                },
                signing_key: args.generate_signing_key,
                strict: false,
                service_urls: Vec::new(),
            },
            key,
        )?;
        if args.sys {
            system_account(changes, &*keyring, &mut operator)?;
        }
        changes.summarize(format!("added operator {name} {}", operator.key));
        let place = Place::under(changes, Some(&operator))?;
        Ok::<_, TrustError>((operator, place))
    })?;
    ctx.select_added(&mut store, &operator);
    let next = format!("nkeep add account NAME{}", flags(&place));
    added(ctx, &operator, &signer_of(&operator)?, &next)
}
