//! `nkeep add import`.

use super::pushed;
use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::asking::store::{claims_of, export_label, is_service};
use crate::cmd::example::Example;
use crate::cmd::files::input::{Source, source_or_url};
use crate::cmd::files::tokens::only_in;
use crate::cmd::shares::{Called, Edit, share_type};
use crate::cmd::suggested::to_servers;
use crate::cmd::words::argument::{subject, truth, words};
use crate::cmd::words::naming::OtherAccount;
use crate::jwt::claims::Export;
use crate::jwt::claims::{Account, Activation, Claims, ShareType};
use crate::jwt::decode::Unverified;
use crate::jwt::subject::Subject;
use crate::store::Records;
use crate::store::record::Entity;
use crate::store::record::EntityKind;
use crate::trust::share::{
    ImportTerms, NewImport, ShareError, add_import, answered_twice, come_back, granted, offered,
};
use crate::trust::{self, operator_of, trusted_account, trusted_operator};
use crate::ui::{ExitCode, Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "What another account of the store offers to all, under a name of one's own",
        line: "nkeep add import -a SHOP --src-account ACME --remote-subject 'prices.>' --local-subject 'acme.prices.>'",
    },
    Example {
        purpose: "What an account offers to those with an activation",
        line: "nkeep generate activation -a ACME -s 'orders.>' -t SHOP -o shop.jwt && nkeep add import -a SHOP --token shop.jwt",
    },
];

/// Add an import to an account: what it takes from another
///
/// A private export is imported with the activation that its account gave: subject, account and type are the token's. Where
/// it is imported already, the activation takes the place of the one that it has; the rest stays, unless it is named.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// File with the activation, or its address; - is stdin
    #[arg(
        long,
        short = 'u',
        value_name = "FILE",
        required_unless_present = "src_account",
        conflicts_with_all = ["src_account", "remote_subject"],
        value_hint = clap::ValueHint::FilePath,
        value_parser = source_or_url,
        allow_hyphen_values = true
    )]
    token: Option<Source>,
    /// Name or public key of the account that exports it
    #[arg(long, value_name = "ACCOUNT", requires = "remote_subject")]
    src_account: Option<OtherAccount>,
    /// Subject, as the exporter calls it
    #[arg(long, value_name = "SUBJECT", requires = "src_account", value_parser = subject)]
    remote_subject: Option<Subject>,
    /// What it is called in this account; $1 is the first wildcard
    #[arg(long, short = 's', value_name = "SUBJECT", value_parser = subject)]
    local_subject: Option<Subject>,
    /// Name; its subject where none is given
    #[arg(long, short, value_name = "NAME", value_parser = words)]
    name: Option<String>,
    #[command(flatten)]
    edit: Edit,
    /// Import a service, not a stream
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = truth)]
    service: Option<bool>,
    /// Tell the exporter about the client when latency is timed (services)
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = truth)]
    share: Option<bool>,
    /// Let message traces go on behind it (streams)
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = truth)]
    allow_trace: Option<bool>,
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = asking.account()?;
    let picked = !asking.has("token") && !asking.has("src_account") && pick(asking, &account)?;
    if !picked && !asking.has("token") {
        if asking.has("src_account")
            || asking.yes("Is it offered to all, without an activation", true)?
        {
            asking.needed(
                "src_account",
                "Name or public key of the account that exports it",
            )?;
            asking.needed("remote_subject", "Subject, as the exporter calls it")?;
            asking.share_type(false)?;
        } else {
            asking.needed("token", "File with the activation")?;
        }
    }
    let remote = asking.value("remote_subject").unwrap_or_default();
    asking.text_as("name", "Name", &remote)?;
    asking.text_as(
        "local_subject",
        "What it is called in this account; $1 is the first wildcard",
        &remote,
    )?;
    // What an activation is for, it says itself.
    if asking.has("token") || asking.has("service") {
        asking.switch_as(
            "share",
            "Tell the exporter about the client when latency is timed",
            false,
            false,
        )?;
    }
    if asking.has("token") || !asking.has("service") {
        asking.switch_as(
            "allow_trace",
            "Let message traces go on behind it",
            false,
            false,
        )?;
    }
    asking.operator_key(&account)
}

/// Whether something was picked of what other accounts offer.
fn pick(asking: &mut Asking<'_>, account: &Entity) -> Result<bool, Failure> {
    let offers = offers(asking, account)?;
    if offers.is_empty() || !asking.yes("Pick what an account here offers", true)? {
        return Ok(false);
    }
    let chosen = asking.chosen("Export", &offers, 0)?;
    take(asking, account, &offers[chosen].1)?;
    Ok(true)
}

/// What another account offers: what it is called in a list, whose it is, and what.
type Offer = (String, (Entity, Export));

/// What other accounts of the operator offer, and who each of them is.
fn offers(asking: &mut Asking<'_>, account: &Entity) -> Result<Vec<Offer>, Failure> {
    let accounts = asking.read(|records| {
        let operator = operator_of(records, account)?;
        let listed = records.listed(EntityKind::Account, Some(&operator.key))?;
        let others = listed
            .iter()
            .filter(|other| other.key != account.key.to_string());
        let found = others.map(|other| trust::account(records, &operator, Some(&other.key)));
        found.collect::<trust::Result<Vec<Entity>>>()
    })?;
    let mut offers = Vec::new();
    for other in accounts {
        for export in claims_of::<Account>(&other)?.body.exports {
            let label = format!("{}: {}", other.name, export_label(&export));
            offers.push((label, (other.clone(), export)));
        }
    }
    Ok(offers)
}

/// Answers with what was picked.
fn take(
    asking: &mut Asking<'_>,
    account: &Entity,
    (exporter, export): &(Entity, Export),
) -> Result<(), Failure> {
    if export.token_required {
        return asking.needed("token", "It is private: file with the activation");
    }
    let mut tokens: Vec<&str> = export.subject.split('.').collect();
    let key = account.key.to_string();
    // The importer's own key stands where the exporter says.
    let place = usize::try_from(export.account_token_position).unwrap_or_default();
    if let Some(token) = place.checked_sub(1).and_then(|at| tokens.get_mut(at)) {
        *token = &key;
    }
    let subject = tokens.join(".");
    asking.answer("src_account", exporter.name.as_str())?;
    if is_service(export.share_type) {
        asking.answer("service", "")?;
        asking.proposed("remote_subject", "Subject, or a part of it", &subject)
    } else {
        asking.answer("remote_subject", &subject).map(drop)
    }
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    if let Some(source) = &args.token {
        source.warn_if_clear(ctx);
    }
    let token = args.token.as_ref().map(activation_in).transpose()?;
    let called = Called {
        command: "add import",
        summary: match &args.remote_subject {
            Some(subject) => format!("added import {subject}"),
            None => "added an import with an activation".to_owned(),
        },
    };
    let mut exporter = None;
    args.edit
        .run(ctx, called, None, |changes, account, claims| {
            let (new, warnings) = match &token {
                Some(token) => with_token(ctx, changes, args, token, claims)?,
                None => without_token(changes, args, account, claims)?,
            };
            let terms = ImportTerms {
                name: args.name.clone(),
                local: args.local_subject.clone(),
                share: args.share,
                allow_trace: args.allow_trace,
            };
            let before = claims.body.imports.clone();
            exporter = offered_here(changes, account, &new)?;
            let mut done = add_import(claims, new, terms)?;
            done.warnings.extend(warnings);
            let back = come_back(changes, account, &before, claims)?;
            done.warnings.extend(back);
            let rivals = answered_twice(&before, &claims.body.imports);
            done.warnings.extend(rivals);
            Ok(done)
        })?;
    pushed(ctx, exporter);
    Ok(())
}

/// The command that gives servers the exporter, where the same operator has it: without the export, the import is of nothing.
fn offered_here(
    records: &dyn Records,
    account: &Entity,
    new: &NewImport,
) -> trust::Result<Option<String>> {
    let exporter = records.entity(&new.exporter.any())?;
    let beside =
        exporter.filter(|other| other.parent == account.parent && other.key != account.key);
    let Some(exporter) = beside else {
        return Ok(None);
    };
    let signer = *trust::claims::<Account>(&exporter)?.issuer();
    to_servers(records, &exporter, Some(signer))
}

fn activation_in(source: &Source) -> Result<Unverified<Activation>, Failure> {
    Unverified::try_from(only_in(source)?)
        .map_err(|found: crate::jwt::claims::ClaimType| {
            let wrong =
                format!("{source} holds a token of type {found}, and an activation is wanted");
            Failure::new(ExitCode::Problems, anyhow::anyhow!(wrong))
        })
        .hint(format!("nkeep describe jwt -f {source}"))
}

fn with_token(
    ctx: &Ctx,
    records: &dyn Records,
    args: &Args,
    token: &Unverified<Activation>,
    claims: &Claims<Account>,
) -> trust::Result<(NewImport, Vec<String>)> {
    let grant = granted(records, token, claims, ctx.clock.now())?;
    if args.service == Some(true) && grant.share_type != ShareType::Service {
        return Err(ShareError::OtherType {
            exporter: grant.exporter.title(),
            subject: grant.subject,
            share_type: grant.share_type,
        }
        .into());
    }
    Ok((NewImport::granted(&grant), grant.warnings))
}

fn without_token(
    records: &dyn Records,
    args: &Args,
    account: &Entity,
    claims: &Claims<Account>,
) -> trust::Result<(NewImport, Vec<String>)> {
    let (Some(exporter), Some(subject)) = (&args.src_account, &args.remote_subject) else {
        // Clap asks for both where there is no token.
        return Err(trust::TrustError::Signer("no exporter is named".to_owned()));
    };
    let exporter = exporter.find(records, account)?;
    let share_type = share_type(args.service.unwrap_or_default());
    let new = NewImport::public(exporter.key, subject, share_type);
    let known = exporter
        .known
        .as_ref()
        .filter(|known| known.key != account.key);
    let Some(known) = known else {
        return Ok((new, Vec::new()));
    };
    let operator = trusted_operator(&operator_of(records, known)?)?;
    let offering = trusted_account(known, &operator)?;
    let warning = offered(&exporter, offering.claims(), claims, subject, share_type)?;
    Ok((new, warning.into_iter().collect()))
}
