//! `nkeep generate activation`.

use std::path::Path;

use serde_json::json;

use crate::clock::absolute;
use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::example::Example;
use crate::cmd::files::output::{OutputFile, can_be_written, secret_file};
use crate::cmd::shares::{explained, place_of};
use crate::cmd::words::argument::{subject, truth};
use crate::cmd::words::naming::{InAccount, OtherAccount};
use crate::cmd::words::signer::{SignWith, first_signing_key};
use crate::cmd::words::when::Validity;
use crate::jwt::chain::Trusted;
use crate::jwt::claims::Activation;
use crate::jwt::creds::decorated_token;
use crate::jwt::decode::decode;
use crate::jwt::subject::Subject;
use crate::nkey::PublicKey;
use crate::store::Store as _;
use crate::text::{quoted, shell_word};
use crate::trust::new::AccountDesk;
use crate::trust::readmission::revoke_activations;
use crate::trust::share::{Activated, NewActivation, Party, Revocation, SoughtExport, activate};
use crate::trust::signing_keys::demanded;
use crate::trust::{Place, TrustError};
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Leave for another account to import a private export, for a year",
    line: "nkeep generate activation -a ACME -s 'orders.>' -t SHOP --expiry 1y -o shop.jwt",
}];

/// Generate an activation: leave for an account to import a private export
///
/// The exporting account signs it, later than any before for that account, and the store keeps in mind that it did. An account
/// whose activations were revoked is let in again by it, and a warning says so.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Subject of the export, or a part of it; not needed where there is only one private export
    #[arg(long, short, value_name = "SUBJECT", value_parser = subject)]
    subject: Option<Subject>,
    /// The service, or with =false the stream, where both have the subject
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = truth)]
    service: Option<bool>,
    /// Name or public key of the account that may import it
    #[arg(long, short, value_name = "ACCOUNT")]
    target_account: OtherAccount,
    #[command(flatten)]
    account: InAccount,
    #[command(flatten)]
    signer: SignWith,
    #[command(flatten)]
    validity: Validity,
    #[command(flatten)]
    output: OutputFile,
    /// Push it to the operator's account server, which nkeep does not do
    #[arg(long, hide = true)]
    push: bool,
}

/// What was signed.
struct Signed {
    token: Trusted<Activation>,
    warnings: Vec<String>,
    text: String,
    exporter: Place,
    importer: Party,
    /// Where it will be imported, if the store has that account.
    next: Option<Place>,
    /// The signing key that the account was given for it.
    made: Option<PublicKey>,
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = asking.account()?;
    asking.export(&account, "Private export", |export| export.token_required)?;
    asking.needed(
        "target_account",
        "Name or public key of the account that may import it",
    )?;
    asking.validity((0, 0))?;
    asking.text("output_file", "")?;
    asking.account_key(&account).map(drop)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    if args.push {
        return Err(Failure::usage(
            "nkeep pushes no activations to account servers: whoever imports it puts it into their account",
        ))
        .hint("nkeep generate activation -s SUBJECT -t ACCOUNT -o FILE");
    }
    let (not_before, expires) = args.validity.times(ctx)?;
    let file = args.output.path();
    let existing = args.output.existing();
    if let Some(path) = file {
        can_be_written(ctx, path, existing)?;
    }
    let choice = args.signer.choice(ctx)?;
    let mut store = ctx.open_store()?;
    let keyring = ctx.keyring(&mut store)?;
    let summary = match &args.subject {
        Some(subject) => format!("signed an activation of {subject}"),
        None => "signed an activation of the only private export".to_owned(),
    };
    let note = ctx.note("generate activation", summary);
    let signed = store.transact(note, &*keyring, |changes| {
        let account = args.account.find(ctx, changes)?;
        let exporter = place_of(changes, &account)?;
        let importer = args.target_account.find(changes, &account)?;
        let next = match &importer.known {
            Some(known) => Some(place_of(changes, known)?),
            None => None,
        };
        let demanded = demanded(changes, &*keyring, &account, &choice)?;
        let (account, made) =
            demanded.map_or((account, None), |(account, key)| (account, Some(key)));
        let desk = AccountDesk::open(changes, &*keyring, &account, &choice);
        let desk = explained(&exporter, desk)?;
        let new = NewActivation {
            sought: SoughtExport {
                subject: args.subject.as_ref(),
                service: args.service,
            },
            importer: importer.key,
            not_before,
            expires,
        };
        let Activated { token, lets_in } = explained(&exporter, activate(changes, &desk, new))?;
        let warnings = lets_in.map(|revoked| readmitted(ctx, &exporter, &importer, &revoked));
        let text = decorated_token(&decode(token.token()).map_err(TrustError::Decode)?);
        // A file that cannot be written leaves no activation behind that nobody has.
        if let Some(path) = file {
            secret_file(ctx, path, text.as_bytes(), existing)?;
        }
        Ok::<_, Failure>(Signed {
            token,
            warnings: warnings.into_iter().collect(),
            text,
            exporter,
            importer,
            next,
            made,
        })
    })?;
    first_signing_key(ctx, signed.made);
    shown(ctx, file, &signed)
}

/// What is to be said where an account that was shut out gets an activation that holds.
fn readmitted(ctx: &Ctx, place: &Place, importer: &Party, revoked: &Revocation) -> String {
    let export = (&*revoked.subject, revoked.share_type);
    let revoke = revoke_activations(export, &revoked.account.to_string(), None);
    let out = format!("nkeep {revoke}{}", place.flags());
    format!(
        "the activations of {} for account {} were revoked up to {}; this one is later, and lets it in again; what shuts \
         out: {}",
        quoted(&revoked.subject),
        importer.title(),
        absolute(revoked.up_to),
        ctx.command(&out)
    )
}

fn shown(ctx: &Ctx, file: Option<&Path>, signed: &Signed) -> Result<(), Failure> {
    let claims = signed.token.claims();
    let exporter = signed.exporter.account.as_ref().map(|name| name.as_str());
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "activation",
            "account": exporter,
            "target": signed.importer.key.to_string(),
            "subject": claims.body.subject,
            "type": claims.body.kind.name(),
            "issuer": claims.issuer,
            "expires": claims.expires,
            "token": file.is_none().then(|| signed.token.token()),
            "file": file,
            "warnings": signed.warnings,
        }));
    }
    match file {
        Some(path) => ctx.ui.note(&format!("wrote {}", path.display())),
        None => ctx.ui.text(&signed.text)?,
    }
    ctx.ui.note(&format!(
        "activation of {} {} for account {}, signed by {}",
        claims.body.kind,
        quoted(&claims.body.subject),
        signed.importer.title(),
        claims.issuer
    ));
    for warning in &signed.warnings {
        ctx.ui.warning(warning);
    }
    let file = file.map_or_else(
        || "FILE".to_owned(),
        |path| shell_word(&path.to_string_lossy()),
    );
    match &signed.next {
        Some(place) => {
            let place = place.flags();
            ctx.next(&format!("nkeep add import{place} --token {file}"));
        }
        // The account is in another store, and what it is called there is not known here.
        None => ctx
            .ui
            .note(&format!("next: nkeep add import --token {file}")),
    }
    Ok(())
}
