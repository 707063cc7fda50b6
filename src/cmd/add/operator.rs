//! `nkeep add operator`.

use std::path::Path;

use super::{Presence, added, signer_of};
use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::example::Example;
use crate::cmd::managed::{Arrived, known, operator_in, say_whose_word};
use crate::cmd::store::init::in_store_or_first;
use crate::cmd::words::argument::tag;
use crate::cmd::words::naming::MaybeNew;
use crate::cmd::words::signer::IdentityKey;
use crate::cmd::words::when::Validity;
use crate::nkey::Kind;
use crate::store::Changes;
use crate::store::keyring::Keyring;
use crate::store::record::EntityKind;
use crate::text::{noted, quoted, shell_word};
use crate::trust::new::{self, NewOperator, Terms};
use crate::trust::{NewKey, Place, TrustError};
use crate::ui::{Failure, Hinted as _, called_with_other};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Another operator in the same store, with a signing key and a system account",
        line: "nkeep add operator STAGING --generate-signing-key --sys",
    },
    Example {
        purpose: "One whose keys are elsewhere, from a file",
        line: "nkeep add operator --url operator.jwt",
    },
];

/// Add an operator
///
/// Where there is no store yet, it is made. With --url the operator is taken from its token, and its keys stay where they are:
/// whoever has them is asked to sign its accounts, where the operator names an account server over HTTP.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    name: MaybeNew,
    #[command(flatten)]
    presence: Presence,
    /// Take one whose keys are elsewhere: a file with its token, the address of that, or a name that is known (`synadia`, or one
    /// that a variable says the address of: NSC_NAME_OPERATOR)
    #[arg(long, short, value_name = "URL", conflicts_with_all = ["if_missing", "generate_signing_key", "sys", "private_key", "expiry", "start", "tag"])]
    url: Option<String>,
    /// Replace another token of the same operator, even if signing keys come back that let accounts in
    #[arg(long, requires = "url")]
    force: bool,
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
    // Its token says all of it.
    if asking.has("url") {
        return Ok(());
    }
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

/// An operator whose keys are elsewhere.
fn taken(ctx: &Ctx, args: &Args, url: &str) -> Result<(), Failure> {
    let source = known::source(url)?;
    source.warn_if_clear(ctx);
    let operator = operator_in(&source)?;
    let own = &operator.claims().name;
    if let Some(name) = args.name.given().filter(|name| name.as_str() != own) {
        let wrong = format!(
            "the operator in {source} is called {}, and can be called {} by whoever has its key alone",
            quoted(own),
            quoted(name)
        );
        return Err(Failure::usage(wrong)).hint(called_with_other(
            Path::new(name.as_str()),
            &shell_word(own),
        ));
    }
    let note = ctx.note("add operator", format!("took operator {own}"));
    let arrived = Arrived {
        source: source.to_string(),
        operator,
        account: None,
        force: args.force,
    };
    let make = |changes: &mut dyn Changes, _: &dyn Keyring| {
        let taken = arrived.take(ctx, changes)?;
        changes.summarize(format!(
            "took operator {} {}",
            taken.operator.name, taken.operator.key
        ));
        let place = Place::under(changes, Some(&taken.operator))?;
        Ok::<_, Failure>((taken, place))
    };
    let (taken, place) = in_store_or_first(ctx, note, make)?;
    let mut store = ctx.open_store()?;
    ctx.select_added(&mut store, &taken.operator);
    say_whose_word(ctx, &taken.operator, &source);
    let next = format!("nkeep add account NAME{}", place.flags());
    let signer = signer_of(&taken.operator)?;
    added(ctx, &taken.operator, None, &signer, &taken.notes, &next)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    if let Some(url) = &args.url {
        return taken(ctx, args, url);
    }
    let name = args.name.get()?;
    if ctx.stand_in.is_some() {
        return Err(Failure::usage(
            "an operator is made where its identity is, and asked for by nobody: nobody knows it yet",
        ))
        .hint(noted(
            "nkeep init -n NAME --offline-root FILE",
            "makes its store, and one to work with",
        ));
    }
    if args.presence.if_missing && ctx.has_store()? {
        let mut store = ctx.open_store()?;
        let operator = (EntityKind::Operator, &name);
        if args
            .presence
            .suffices(ctx, &mut store, operator, |_| Ok(None))?
        {
            return Ok(());
        }
    }
    let (not_before, expires) = args.validity.times(ctx)?;
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
            new::system_account(changes, keyring, &mut operator)?;
        }
        changes.summarize(format!("added operator {name} {}", operator.key));
        let place = Place::under(changes, Some(&operator))?;
        Ok::<_, TrustError>((operator, place))
    };
    let (operator, place) = in_store_or_first(ctx, note, make)?;
    let mut store = ctx.open_store()?;
    ctx.select_added(&mut store, &operator);
    let next = format!("nkeep add account NAME{}", place.flags());
    added(ctx, &operator, None, &signer_of(&operator)?, &[], &next)
}
