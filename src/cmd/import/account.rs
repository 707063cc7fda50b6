//! `nkeep import account`.

use super::readmitted::warnings;
use super::report::Report;
use super::taking::Taking;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::{Source, source_or_url};
use crate::cmd::files::tokens;
use crate::cmd::words::naming::UnderOperator;
use crate::cmd::words::signer::SignWith;
use crate::jwt::chain::{self, AsOf, Distrust};
use crate::jwt::claims::Account;
use crate::jwt::decode::Unverified;
use crate::nkey::PublicKey;
use crate::nsc::{self, Found, FoundAccount, FoundOperator, Plan, PlannedEntity, Sheet};
use crate::store::record::{Entity, EntityKind, Name};
use crate::store::{Store as _, StoreError};
use crate::text::{noted, quoted, shell_word};
use crate::trust::new::OperatorDesk;
use crate::trust::{self, KeyChoice, TrustError, revoke, superseded};
use crate::ui::{ExitCode, Failure, Hinted as _, called_with};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "An account of another operator, signed anew by the one of this store",
    line: "nkeep import account --file nsc-store/stores/ALPHA/accounts/EDGE/EDGE.jwt --force",
}];

/// Take an account from a token
///
/// One that the operator signed is taken as it is. One that signed itself is signed by the operator, and so is, with
/// --force, one that another operator signed: its limits become the operator's word, so look at them first (nkeep describe
/// jwt). Exit code 7 when the store has the account otherwise and --overwrite is not given, or when a token that is taken as
/// it is would not revoke what the store knows to be revoked. One that is older than the store's is left.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// File with the token, - for stdin, or its address
    #[arg(long, short = 'j', value_parser = source_or_url)]
    file: Source,
    #[command(flatten)]
    operator: UnderOperator,
    #[command(flatten)]
    signer: SignWith,
    /// Put it in place of the account that is there
    #[arg(long)]
    overwrite: bool,
    /// Sign one that another operator signed
    #[arg(long)]
    force: bool,
    /// Take a token that breaks rules, to be edited afterwards
    #[arg(long)]
    skip: bool,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.file.warn_if_clear(ctx);
    let token = tokens::only_in(&args.file).map_err(with_whole_token)?;
    let token: Unverified<Account> = token.try_into().map_err(|found| {
        let error = anyhow::anyhow!("{} holds {found} claims, and no account's", args.file);
        let file = shell_word(&args.file.to_string());
        Failure::new(ExitCode::Problems, error).hint(format!("nkeep describe jwt -f {file}"))
    })?;
    let choice = args.signer.choice(ctx)?;
    let mut store = ctx.open_store()?;
    let operator = store.read(|records| args.operator.find(ctx, records))?;
    let trusted = trust::trusted_operator(&operator)?;
    let mut report = Report::begin(ctx, "import account").replaced_by("--overwrite");
    match chain::account(token.clone(), &trusted, AsOf::AnyTime) {
        Ok(_) => {
            drop(store);
            let taking = Taking {
                force: args.overwrite,
                full_report: true,
            };
            let found = found(&operator, token, &args.file.to_string())?;
            taking.take(ctx, &mut report, args.skip, |_| Ok(found))?;
        }
        Err(distrust @ (Distrust::Issuer { .. } | Distrust::Strict(_))) => {
            if !nsc::signed_itself(&token) && !args.force {
                return Err(Failure::new(ExitCode::Problems, distrust))
                    .context(format!("the account is not {}'s", quoted(&operator.name)))
                    .hint(noted(called_with("--force"), "signs it"));
            }
            signed(ctx, args, &operator, &choice, &token, &mut report)?;
        }
        Err(distrust) => return Err(Failure::new(ExitCode::Problems, distrust)),
    }
    report.finish(ctx)
}

/// A token that cannot be read was cut off on its way, most of the time.
fn with_whole_token(failure: Failure) -> Failure {
    match failure.code() {
        ExitCode::Problems => failure.hint(noted(
            "nkeep describe account NAME --raw",
            "prints the whole token, in the store that it is from; what is printed is all of one line",
        )),
        _ => failure,
    }
}

/// The account under its operator, as it would be found in files.
fn found(operator: &Entity, token: Unverified<Account>, file: &str) -> Result<Found, Failure> {
    let sheet = Sheet {
        file: Some(file.to_owned()),
        stem: token.claims().name.clone(),
        token,
    };
    Ok(Found {
        operators: vec![FoundOperator {
            sheets: vec![Sheet {
                file: None,
                stem: operator.name.to_string(),
                token: trust::claims(operator)?,
            }],
            accounts: vec![FoundAccount {
                sheets: vec![sheet],
                ..FoundAccount::default()
            }],
            ..FoundOperator::default()
        }],
        loose: true,
        single: true,
        ..Found::default()
    })
}

/// Signs the account as one of the operator's.
fn signed(
    ctx: &Ctx,
    args: &Args,
    operator: &Entity,
    choice: &KeyChoice,
    token: &Unverified<Account>,
    report: &mut Report,
) -> Result<(), Failure> {
    let claims = token.claims();
    let key: PublicKey = claims.subject.parse().code(ExitCode::Problems)?;
    let name: Name = claims
        .name
        .parse()
        .map_err(|reason| anyhow::anyhow!("{:?}: {reason}", claims.name))
        .map_err(|error| Failure::new(ExitCode::Problems, error))?;
    let mut store = ctx.open_store()?;
    let mut plan = Plan::default();
    plan.entities.push(PlannedEntity {
        file: args.file.to_string(),
        entity: Entity {
            kind: EntityKind::Account,
            key,
            name,
            parent: Some(operator.key),
            token: token.token().to_owned(),
            issued_at: claims.issued_at,
            expires: claims.expires,
            created: 0,
            updated: 0,
        },
        signed_anew: true,
    });
    let comparison = store.read(|records| {
        let comparison = nsc::compare(records, &plan)?;
        report.fill(&plan, &comparison, Some(records))?;
        let now = ctx.clock.now();
        report.warn(warnings(ctx, records, &plan, &comparison, now)?);
        Ok::<_, TrustError>(comparison)
    })?;
    report.conflicted(ctx, &comparison, args.overwrite)?;
    if ctx.made.is_trial() {
        return Ok(());
    }
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note(
        "import account",
        format!("signed account {}", plan.entities[0].entity.name),
    );
    let signer = store.transact(note, &*keyring, |changes| {
        let now = nsc::compare(changes, &plan)?;
        if now.in_the_way(args.overwrite).next().is_some() {
            let reason = "the store was changed by another process meanwhile";
            return Err(StoreError::Refused(reason.to_owned()).into());
        }
        let desk = OperatorDesk::open(changes, &*keyring, operator, choice)?;
        let before = changes.entity(&key)?;
        let mut entity = Entity {
            created: changes.now(),
            token: String::new(),
            ..plan.entities[0].entity.clone()
        };
        if let Some(before) = &before {
            entity.created = before.created;
            entity.issued_at = entity.issued_at.max(before.issued_at);
        }
        entity.issued_at = entity.issued_at.max(changes.last_issued(&key)?);
        let mut claims = claims.clone();
        revoke::keep(&mut claims.body.revocations, &revoke::known(changes, &key)?);
        let known = revoke::known_of_exports(changes, &key, &claims.body.exports)?;
        for (export, known) in claims.body.exports.iter_mut().zip(&known) {
            revoke::keep(&mut export.revocations, known);
        }
        desk.sign(changes, &mut entity, claims)?;
        if let Some(before) = &before {
            superseded::replaced(changes, before, &entity)?;
            nsc::still_hold(changes, &entity)?;
        }
        Ok::<_, TrustError>(desk.signer())
    })?;
    report.then(format!("signed by {signer}"));
    Ok(())
}
