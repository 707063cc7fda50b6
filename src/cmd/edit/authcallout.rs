//! `nkeep edit authcallout`.

use super::nothing_asked;
use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::asking::store::claims_of;
use crate::cmd::changed::Changed;
use crate::cmd::example::Example;
use crate::cmd::suggested::after_edit;
use crate::cmd::words::naming::UnderOperator;
use crate::cmd::words::signer::{NamedKey, SignWith, named_key};
use crate::jwt::claims::{Account, ExternalAuthorization};
use crate::nkey::{Kind, PublicKey};
use crate::rotation::open::of_key;
use crate::store::record::Entity;
use crate::store::{Records, Store as _};
use crate::text::{noted, quoted, shell_word};
use crate::trust::callout::{Allowed, CalloutEdit, Curve, disable, doubts};
use crate::trust::{self, TrustError, edit};
use crate::ui::{Failure, Hinted as _, called_with};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "The service connects as user ACME, may put users into any account, and is asked under seal",
    line: "nkeep edit authcallout -a ACME --auth-user ACME --allowed-account '*' --curve generate",
}];

/// Edit the auth callout of an account: the service that decides who may connect
///
/// As soon as servers have the account, whoever connects to it is let in by the service alone, but for the users that are
/// named here, as which the service itself connects.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Account; not needed where there is only one beside the system account, or one is selected
    #[arg(value_name = "NAME", conflicts_with = "account")]
    positional: Option<String>,
    /// The same
    #[arg(long, short, value_name = "NAME")]
    account: Option<String>,
    #[command(flatten)]
    operator: UnderOperator,
    #[command(flatten)]
    signer: SignWith,
    /// User that connects without being asked about, as the service does: a public key, a file with a seed, or a name
    #[arg(long, value_name = "USER", value_delimiter = ',', value_parser = named_key)]
    auth_user: Vec<NamedKey>,
    /// Ask about that user again
    #[arg(long, value_name = "USER", value_delimiter = ',', value_parser = named_key)]
    rm_auth_user: Vec<NamedKey>,
    /// Account that the service may put users into: a public key, a name, or * for any
    #[arg(long, value_name = "ACCOUNT", value_delimiter = ',', value_parser = named_key)]
    allowed_account: Vec<NamedKey>,
    /// Account that it may not put users into any more
    #[arg(long, value_name = "ACCOUNT", value_delimiter = ',', value_parser = named_key)]
    rm_allowed_account: Vec<NamedKey>,
    /// Curve key that requests are sealed to: "generate", a public key, or a file with a seed, which the store keeps
    #[arg(long, short = 'x', value_name = "KEY", value_parser = named_key)]
    curve: Option<NamedKey>,
    /// Seal requests no longer
    #[arg(long, conflicts_with = "curve")]
    rm_curve: bool,
    /// Put a key that is made in the place of the curve key that is there, though services open with that one alone
    #[arg(long, requires = "curve")]
    force: bool,
    /// Take the callout away
    #[arg(long, conflicts_with_all = ["auth_user", "rm_auth_user", "allowed_account", "rm_allowed_account", "curve", "rm_curve"])]
    disable: bool,
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = asking.wanted_account("account")?;
    let callout = claims_of::<Account>(&account)?.body.authorization;
    if callout != ExternalAuthorization::default() && asking.switch("disable", false)? {
        return asking.operator_key(&account);
    }
    let users = asking.users(&account)?;
    let (own, mut others): (Vec<_>, Vec<_>) = users
        .into_iter()
        .partition(|user| callout.auth_users.contains(&user.key));
    let label = |key: &String| match own.iter().find(|user| user.key == *key) {
        Some(user) => (format!("{key} ({})", user.name), key.clone()),
        None => (key.clone(), key.clone()),
    };
    let present: Vec<_> = callout.auth_users.iter().map(label).collect();
    let names = others.drain(..).map(|user| (user.name.clone(), user.name));
    let question = "Users as which the service connects";
    asking.some_as("auth_user", question, &names.collect::<Vec<_>>())?;
    asking.some_as("rm_auth_user", "Of those that are, to take away", &present)?;
    let question = "Accounts that the service may put users into: names, public keys, or * for any";
    asking.text_as("allowed_account", question, "")?;
    asking.some_of("rm_allowed_account", &callout.allowed_accounts)?;
    if callout.xkey.is_empty() || !asking.switch("rm_curve", false)? {
        let question = "Curve key that requests are sealed to: generate, a public key, or a file";
        asking.text_as("curve", question, &callout.xkey)?;
    }
    asking.operator_key(&account)
}

impl Args {
    fn names_nothing(&self) -> bool {
        let lists = [
            &self.auth_user,
            &self.rm_auth_user,
            &self.allowed_account,
            &self.rm_allowed_account,
        ];
        lists.iter().all(|list| list.is_empty())
            && self.curve.is_none()
            && !self.rm_curve
            && !self.disable
    }

    fn find(&self, ctx: &Ctx, records: &dyn Records) -> Result<Entity, TrustError> {
        let wanted = self.account.as_deref().or(self.positional.as_deref());
        self.operator.account(ctx, records, wanted)
    }

    /// The changes, as far as the store need not be known.
    fn curve(&self, ctx: &Ctx) -> Result<Curve, Failure> {
        Ok(match &self.curve {
            Some(key) => Curve::Set(key.source(ctx)?),
            None if self.rm_curve => Curve::Remove,
            None => Curve::Keep,
        })
    }

    fn edits(
        &self,
        ctx: &Ctx,
        records: &dyn Records,
        account: &Entity,
        curve: Curve,
    ) -> Result<CalloutEdit, Failure> {
        let users = |keys: &[NamedKey]| -> Result<Vec<PublicKey>, Failure> {
            keys.iter()
                .map(|key| user(ctx, records, account, key))
                .collect()
        };
        let accounts = |keys: &[NamedKey]| -> Result<Vec<Allowed>, Failure> {
            keys.iter()
                .map(|key| allowed(ctx, records, account, key))
                .collect()
        };
        Ok(CalloutEdit {
            users: users(&self.auth_user)?,
            no_users: users(&self.rm_auth_user)?,
            accounts: accounts(&self.allowed_account)?,
            no_accounts: accounts(&self.rm_allowed_account)?,
            curve,
        })
    }
}

fn user(
    ctx: &Ctx,
    records: &dyn Records,
    account: &Entity,
    key: &NamedKey,
) -> Result<PublicKey, Failure> {
    match key {
        NamedKey::Word(name) => Ok(trust::user(records, account, Some(name))?.key),
        key => key.public(ctx, Kind::User),
    }
}

fn allowed(
    ctx: &Ctx,
    records: &dyn Records,
    account: &Entity,
    key: &NamedKey,
) -> Result<Allowed, Failure> {
    match key {
        NamedKey::Word(word) if word == "*" => Ok(Allowed::Any),
        NamedKey::Word(name) => {
            let operator = trust::operator_of(records, account)?;
            let named = trust::account(records, &operator, Some(name))?;
            Ok(Allowed::Account(named.key))
        }
        key => key.public(ctx, Kind::Account).map(Allowed::Account),
    }
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    if args.names_nothing() {
        return nothing_asked("authcallout");
    }
    let choice = args.signer.choice(ctx)?;
    let is_new = matches!(&args.curve, Some(NamedKey::Word(word)) if word == "generate");
    let curve = args.curve(ctx)?;
    let mut store = ctx.open_store()?;
    let before = store.read(|records| args.find(ctx, records))?;
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note(
        "edit authcallout",
        format!("edited the auth callout of account {}", before.name),
    );
    let (edited, key, next) = store.transact(note, &*keyring, |changes| {
        let account = args.find(ctx, changes)?;
        if is_new && !args.force {
            must_have_no_curve(changes, &account)?;
        }
        let edits = args.edits(ctx, changes, &account, curve)?;
        let mut key = None;
        let mut edited =
            edit::account(changes, &*keyring, &account, &choice, |changes, claims| {
                if args.disable {
                    return disable(changes, &account, claims);
                }
                key = edits.apply(changes, &account, claims)?;
                Ok(())
            })?;
        if edited.signer.is_some() {
            edited
                .warnings
                .extend(doubts(changes, &account, &edited.entity)?);
        }
        let next = after_edit(changes, &edited)?;
        Ok::<_, Failure>((edited, key, next))
    })?;
    Changed {
        made: key.filter(|_| is_new).into_iter().collect(),
        ..Changed::plain("edited", &edited, next)
    }
    .say(ctx)
}

/// A curve key that is there is replaced step by step: a service that has it alone opens nothing sealed to another.
fn must_have_no_curve(records: &dyn Records, account: &Entity) -> Result<(), Failure> {
    let claims = trust::claims::<Account>(account)?.into_claims();
    let key = claims.body.authorization.xkey;
    let Ok(parsed) = key.parse::<PublicKey>() else {
        return Ok(());
    };
    let step_by_step = match of_key(records, &parsed)? {
        Some(open) => noted(
            format!("nkeep rotate status {}", open.id),
            "it is being replaced",
        ),
        None => noted(
            format!(
                "nkeep rotate plan callout-curve-key -a {}",
                shell_word(account.name.as_str())
            ),
            "how it is replaced so that everybody goes on getting in",
        ),
    };
    let reason = format!(
        "the auth callout of account {} has the curve key {key} already: with another, nobody gets in until every service has that one",
        quoted(&account.name)
    );
    Err(TrustError::refused(reason, step_by_step)).hint(noted(
        called_with("--force"),
        "puts another in its place at once",
    ))
}
