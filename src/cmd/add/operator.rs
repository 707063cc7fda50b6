//! `nkeep add operator`.

use super::{added, signer_of};
use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::example::Example;
use crate::cmd::init::system_account;
use crate::cmd::input::tag;
use crate::cmd::naming::NewName;
use crate::cmd::signer::IdentityKey;
use crate::cmd::store::init::{Founding, NewIdentity};
use crate::cmd::when::Validity;
use crate::nkey::Kind;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Changes, Note, Store as _};
use crate::text::noted;
use crate::trust::new::{self, NewOperator, Terms};
use crate::trust::{NewKey, Place, TrustError};
use crate::ui::{Failure, Hinted as _, flags};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Another operator in the same store, with a signing key and a system account",
    line: "nkeep add operator STAGING --generate-signing-key --sys",
}];

/// Add an operator
///
/// Where there is no store yet, it is made.
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

/// Whether there is no store yet.
fn is_missing(ctx: &Ctx) -> Result<bool, Failure> {
    let found = std::fs::symlink_metadata(ctx.store_path()?);
    Ok(found.is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound))
}

/// An operator and the store for it, as scripts written for nsc begin.
fn first(
    ctx: &Ctx,
    note: Note,
    make: impl FnOnce(&mut dyn Changes, &dyn Keyring) -> Result<(Entity, Place), TrustError>,
) -> Result<(Entity, Place), Failure> {
    let founding = Founding::begin(ctx, &NewIdentity::unsaid(), "nkeep store init").hint(noted(
        "export NKEEP_IDENTITY=FILE",
        "an age identity; it is made where the file is not there",
    ))?;
    let mut made = None;
    let founded = founding.found(ctx, note, |changes, keyring| {
        made = Some(make(changes, keyring)?);
        Ok::<_, TrustError>(())
    })?;
    let opened_by = match &founded.identity {
        Some(file) => format!("the identity in {}", file.display()),
        None => "your passphrase".to_owned(),
    };
    ctx.ui.note(&format!(
        "made the store {}, which {opened_by} opens: back up both, apart from each other",
        founded.store.display()
    ));
    made.ok_or_else(|| Failure::bug(std::io::Error::other("nothing was made")))
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let name = args.name.get()?;
    let (not_before, expires) = args.validity.times(ctx.clock.now())?;
    let key = args.key.source(ctx)?;
    let note = ctx.note("add operator", format!("added operator {name}"));
    let make = |changes: &mut dyn Changes, keyring: &dyn Keyring| {
        let key = NewKey::from(key, changes, keyring, Kind::Operator)?;
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
            system_account(changes, keyring, &mut operator)?;
        }
        changes.summarize(format!("added operator {name} {}", operator.key));
        let place = Place::under(changes, Some(&operator))?;
        Ok::<_, TrustError>((operator, place))
    };
    let (operator, place) = if is_missing(ctx)? {
        first(ctx, note, make)?
    } else {
        let mut store = ctx.open_store()?;
        let keyring = ctx.keyring(&mut store)?;
        store.transact(note, &*keyring, |changes| make(changes, &*keyring))?
    };
    let mut store = ctx.open_store()?;
    ctx.select_added(&mut store, &operator);
    let next = format!("nkeep add account NAME{}", flags(&place));
    added(ctx, &operator, &signer_of(&operator)?, &[], &next)
}
