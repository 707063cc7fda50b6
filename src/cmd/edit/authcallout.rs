//! `nkeep edit authcallout`.

use std::str::FromStr;

use super::nothing_asked;
use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::asking::store::claims_of;
use crate::cmd::changed::Changed;
use crate::cmd::example::Example;
use crate::cmd::input::public_key_argument;
use crate::cmd::naming::{AnyAccount, UnderOperator};
use crate::cmd::permissions::{add, remove};
use crate::cmd::signer::{NamedKey, SignWith, named_key};
use crate::jwt::claims::{Account, Claims, ExternalAuthorization};
use crate::nkey::{Kind, PublicKey, Seed, UserKey};
use crate::store::class::Role;
use crate::store::record::{Entity, Name};
use crate::store::{Changes, Records, Store as _};
use crate::text::{quoted, shell_word};
use crate::trust::share::Target;
use crate::trust::{self, KeySource, Place, TrustError, edit, operator_of};
use crate::ui::{Failure, flags};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "A service in the account, which connects as a user of it, decides who else may",
    line: "nkeep edit authcallout -a ACME --auth-user ACME --curve generate",
}];

/// Edit the auth callout of an account: the service that decides who may connect
///
/// As soon as servers have the account, whoever connects to it is let in by the service alone, but for the users that are
/// named here, as which the service itself connects.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Account; not needed where there is only one beside the system account, or one is selected
    #[arg(value_name = "ACCOUNT", conflicts_with = "account")]
    positional: Option<String>,
    /// Account; not needed where there is only one beside the system account, or one is selected
    #[arg(long, short, value_name = "NAME")]
    account: Option<String>,
    #[command(flatten)]
    operator: UnderOperator,
    #[command(flatten)]
    signer: SignWith,
    #[command(flatten)]
    edits: CalloutEdits,
}

/// What is changed in it.
#[derive(clap::Args, Clone, Debug, Default)]
struct CalloutEdits {
    /// User as which the service connects, and about whom it is not asked: a public key, or a name in the account
    #[arg(long, value_name = "USER", value_delimiter = ',')]
    auth_user: Vec<NamedUser>,
    /// Take away users as which the service connects
    #[arg(long, value_name = "USER", value_delimiter = ',')]
    rm_auth_user: Vec<NamedUser>,
    /// Account that the service may put users into: a public key, a name, or * for any
    #[arg(long, value_name = "ACCOUNT", value_delimiter = ',')]
    allowed_account: Vec<AnyAccount>,
    /// Take away accounts that the service may put users into
    #[arg(long, value_name = "ACCOUNT", value_delimiter = ',')]
    rm_allowed_account: Vec<AnyAccount>,
    /// Curve key to which requests are sealed: "generate", a public key, or a file with a seed, which the store keeps
    #[arg(long, short = 'x', value_name = "KEY", value_parser = named_key, conflicts_with = "rm_curve")]
    curve: Option<NamedKey>,
    /// Seal requests no longer
    #[arg(long)]
    rm_curve: bool,
    /// Take all of it away: servers decide by users' tokens again
    #[arg(long, conflicts_with_all = ["auth_user", "rm_auth_user", "allowed_account", "rm_allowed_account", "curve", "rm_curve"])]
    disable: bool,
}

impl CalloutEdits {
    const fn is_empty(&self) -> bool {
        self.auth_user.is_empty()
            && self.rm_auth_user.is_empty()
            && self.allowed_account.is_empty()
            && self.rm_allowed_account.is_empty()
            && self.curve.is_none()
            && !self.rm_curve
            && !self.disable
    }

    /// Changes what was asked for, and nothing else.
    fn apply(
        &self,
        records: &dyn Records,
        account: &Entity,
        callout: &mut ExternalAuthorization,
    ) -> Result<(), TrustError> {
        if self.disable {
            *callout = ExternalAuthorization::default();
            return Ok(());
        }
        let users = |named: &[NamedUser]| -> Result<Vec<String>, TrustError> {
            let keys = named.iter().map(|user| user.find(records, account));
            keys.map(|key| key.map(|key| key.to_string())).collect()
        };
        let accounts = |named: &[AnyAccount]| -> Result<Vec<String>, TrustError> {
            let found = named.iter().map(|other| other.find(records, account));
            found.map(|target| target.map(text)).collect()
        };
        add(&mut callout.auth_users, &users(&self.auth_user)?);
        remove(&mut callout.auth_users, &users(&self.rm_auth_user)?);
        let allowed = &mut callout.allowed_accounts;
        add(allowed, &accounts(&self.allowed_account)?);
        remove(allowed, &accounts(&self.rm_allowed_account)?);
        if self.rm_curve {
            callout.xkey.clear();
        }
        Ok(())
    }
}

fn text(target: Target) -> String {
    match target {
        Target::Everyone => "*".to_owned(),
        Target::Account(key) => key.to_string(),
    }
}

/// A user of the account, who need not be in the store when named by the key.
#[derive(Clone, Debug)]
enum NamedUser {
    Key(UserKey),
    Name(Name),
}

impl NamedUser {
    fn find(&self, records: &dyn Records, account: &Entity) -> Result<PublicKey, TrustError> {
        match self {
            Self::Key(key) => Ok(key.any()),
            Self::Name(name) => Ok(trust::user(records, account, Some(name.as_str()))?.key),
        }
    }
}

impl FromStr for NamedUser {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if Seed::parse(text).is_ok() || text.parse::<PublicKey>().is_ok() {
            return public_key_argument(text).map(Self::Key);
        }
        Name::given(text).map(Self::Name)
    }
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

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let edits = &args.edits;
    if edits.is_empty() {
        return nothing_asked("authcallout");
    }
    let choice = args.signer.choice(ctx)?;
    let curve = edits
        .curve
        .as_ref()
        .map(|key| key.source(ctx))
        .transpose()?;
    let mut store = ctx.open_store()?;
    let wanted = args.positional.as_deref().or(args.account.as_deref());
    let find = |records: &dyn Records| args.operator.account(ctx, records, wanted);
    let before = store.read(find)?;
    let keyring = ctx.keyring(&mut store)?;
    let summary = format!("edited the auth callout of account {}", before.name);
    let note = ctx.note("edit authcallout", summary);
    let (edited, made, place) = store.transact(note, &*keyring, |changes| {
        let account = find(changes)?;
        let mut made = None;
        let mut edited =
            edit::account(changes, &*keyring, &account, &choice, |changes, claims| {
                let callout = &mut claims.body.authorization;
                edits.apply(changes, &account, callout)?;
                if let Some(source) = curve {
                    let is_new = matches!(source, KeySource::Generate);
                    let key = source.give(changes, Kind::Curve, Role::Curve, &account)?;
                    callout.xkey = key.to_string();
                    made = is_new.then_some(key);
                }
                Ok(())
            })?;
        if edited.signer.is_some() {
            edited.warnings.extend(doubts(changes, &edited.entity)?);
        }
        let place = Place::under(changes, Some(&operator_of(changes, &account)?))?;
        Ok::<_, TrustError>((edited, made, place))
    })?;
    let name = shell_word(edited.entity.name.as_str());
    let next = format!("nkeep describe account {name}{}", flags(&place));
    Changed {
        made: made.into_iter().collect(),
        ..Changed::plain("edited", &edited, next)
    }
    .say(ctx)
}

/// Users of the service that are nobody's here: with a mistake in one, nobody could connect any more.
fn doubts(changes: &dyn Changes, account: &Entity) -> Result<Vec<String>, TrustError> {
    let claims: Claims<Account> = trust::claims(account)?.claims().clone();
    let mut doubts = Vec::new();
    for user in &claims.body.authorization.auth_users {
        let found = changes.entity(&user.parse()?)?;
        if found.is_none_or(|user| user.parent != Some(account.key)) {
            doubts.push(format!(
                "{user} is no user of account {} in this store",
                quoted(&account.name)
            ));
        }
    }
    Ok(doubts)
}
