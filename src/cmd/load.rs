//! `nkeep load`: an operator whose keys are elsewhere, an account of it whose key is here, and a user.

use super::Ctx;
use super::changed::described;
use super::example::Example;
use super::generate::profile::decoded;
use super::managed::{Arrived, Taken, known, operator_in, say_whose_word};
use super::servers::{usual_manner, warn_if_clear};
use super::store::init::in_store_or_first;
use crate::cmd::files::input::Source;
use crate::cmd::words::naming::new_name;
use crate::cmd::words::signer::{NamedKey, named_key};
use crate::jwt::chain::Trusted;
use crate::jwt::claims::{Account, ClaimType, Operator};
use crate::jwt::decode::{Unverified, decode};
use crate::net::account_server::AccountServer;
use crate::net::http::Address;
use crate::nkey::{Kind, PublicKey, Seed};
use crate::store::Changes;
use crate::store::class::Role;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind, Name};
use crate::text::{quoted, shell_word};
use crate::trust::new::{AccountDesk, NewUser, Terms};
use crate::trust::{KeyChoice, KeySource, TrustError};
use crate::ui::{ExitCode, Failure, Hinted as _};

use serde_json::json;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "An account at an account server, whose seed is in a file",
    line: "nkeep load --url http://localhost:9090/jwt/v1/operator --seed ./account.nk",
}];

/// Take an operator and an account from an account server
///
/// The operator's keys stay where they are: what is changed in the account later is asked for there, and is in the store when
/// it comes back signed. What the store has is replaced by later tokens alone. The account gets a user, and is selected.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Where the operator's token is: an address
    #[arg(long, value_name = "URL", required_unless_present = "profile")]
    url: Option<String>,
    /// The account's seed: a file, - for stdin, or its public key where the store has the seed
    #[arg(long, value_name = "KEY", required_unless_present = "profile", value_parser = named_key)]
    seed: Option<NamedKey>,
    /// The same as nsc has it: nsc://OPERATOR?secret=KEY&user=NAME, where OPERATOR is a name that is known, or one that a
    /// variable says the address of: NSC_ACME_OPERATOR that of ACME
    #[arg(long, value_name = "URL", conflicts_with_all = ["url"])]
    profile: Option<String>,
    /// Name of the user
    #[arg(long, value_name = "NAME", default_value = "default", value_parser = new_name)]
    user: Name,
    /// Take it though signing keys of the operator come back that let accounts in
    #[arg(long)]
    force: bool,
}

/// What is asked for.
struct Asked {
    source: Source,
    key: PublicKey,
    seed: Option<Seed>,
    user: Name,
}

/// What was made of it.
struct Loaded {
    taken: Taken,
    account: Entity,
    user: Option<Entity>,
    warning: Option<String>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let asked = args.asked(ctx)?;
    asked.source.warn_if_clear(ctx);
    let operator = operator_in(&asked.source)?;
    let arrived = Arrived {
        account: Some(account_of(ctx, &operator, &asked.key)?),
        source: asked.source.to_string(),
        operator,
        force: args.force,
    };
    let key = asked.key;
    let note = ctx.note("load", format!("loaded account {key}"));
    let make = |changes: &mut dyn Changes, keyring: &dyn Keyring| {
        load(ctx, changes, keyring, &arrived, &asked)
    };
    let loaded = in_store_or_first(ctx, note, make)?;
    if !ctx.made.is_trial() {
        let mut store = ctx.open_store()?;
        ctx.select_added(&mut store, &loaded.account);
    }
    say_whose_word(ctx, &loaded.taken.operator, &asked.source);
    loaded.say(ctx)
}

impl Args {
    fn asked(&self, ctx: &Ctx) -> Result<Asked, Failure> {
        let mut user = self.user.clone();
        let (mut url, mut named) = (self.url.clone(), self.seed.clone());
        if let Some(profile) = &self.profile {
            let profile = Profile::read(profile).map_err(Failure::usage)?;
            let name = &profile.operator;
            let address = known::address(name).ok_or_else(|| {
                let wrong = format!("operator {} is not known", quoted(name));
                Failure::usage(wrong).hint(format!(
                    "export {}=https://HOST/jwt/v1/operator",
                    known::variable(name)
                ))
            })?;
            url = Some(address);
            named = profile.secret.or(named);
            user = profile.user.unwrap_or(user);
        }
        let source = known::source(&url.unwrap_or_default())?;
        let named = named
            .ok_or_else(|| Failure::usage("no seed is named"))
            .hint("nkeep load --help")?;
        let (key, seed) = named.own(ctx, Kind::Account)?;
        Ok(Asked {
            source,
            key,
            seed,
            user,
        })
    }
}

/// nsc's `nsc://OPERATOR?secret=SEED&user=NAME`.
struct Profile {
    operator: String,
    secret: Option<NamedKey>,
    user: Option<Name>,
}

impl Profile {
    fn read(text: &str) -> Result<Self, String> {
        let rest = text
            .strip_prefix("nsc://")
            .ok_or("a profile begins with nsc://")?;
        let (operator, query) = rest.split_once('?').unwrap_or((rest, ""));
        let mut profile = Self {
            operator: decoded(operator.trim_end_matches('/'))?,
            secret: None,
            user: None,
        };
        if profile.operator.is_empty() || profile.operator.contains('/') {
            return Err("a profile is nsc://OPERATOR?secret=KEY&user=NAME".to_owned());
        }
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            match pair.split_once('=').unwrap_or((pair, "")) {
                ("secret", value) => profile.secret = Some(named_key(&decoded(value)?)?),
                ("user", value) => profile.user = Some(new_name(&decoded(value)?)?),
                (other, _) => {
                    return Err(format!(
                        "nobody knows what {} in a profile is",
                        quoted(other)
                    ));
                }
            }
        }
        Ok(profile)
    }
}

/// The account as the operator's account server has it, and where that is.
fn account_of(
    ctx: &Ctx,
    operator: &Trusted<Operator>,
    key: &PublicKey,
) -> Result<(String, Unverified<Account>), Failure> {
    let claims = operator.claims();
    let name = quoted(&claims.name);
    let url = &claims.body.account_server_url;
    let address: Address = url
        .parse()
        .map_err(|reason| {
            Failure::new(
                ExitCode::Problems,
                match url.as_str() {
                    "" => anyhow::anyhow!("operator {name} names no account server"),
                    url => {
                        anyhow::anyhow!("operator {name} names the account server {url}: {reason}")
                    }
                },
            )
        })
        .hint("nkeep import account --file ACCOUNT.jwt")?;
    warn_if_clear(ctx, &address);
    let server = AccountServer::new(address, usual_manner());
    let shown = server.address_of(&key.to_string())?.to_string();
    let Some(token) = server.account(&key.to_string())? else {
        return Err(Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!("{} has no account {key}", server.address()),
        ))
        .hint(format!("curl -i {}", shell_word(&shown)));
    };
    let token = decode(&token)
        .map_err(|error| error.to_string())
        .and_then(|token| {
            Unverified::<Account>::try_from(token)
                .map_err(|found: ClaimType| format!("it is of type {found}"))
        })
        .and_then(|token| match token.claims().subject == key.to_string() {
            true => Ok(token),
            false => Err(format!("it is that of account {}", token.claims().subject)),
        });
    let token = token
        .map_err(|reason| {
            let wrong = format!("the token at {shown} cannot be taken: {reason}");
            Failure::new(ExitCode::Problems, anyhow::anyhow!(wrong))
        })
        .hint(format!("nkeep describe jwt -f {}", shell_word(&shown)))?;
    Ok((shown, token))
}

fn load(
    ctx: &Ctx,
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    arrived: &Arrived,
    asked: &Asked,
) -> Result<Loaded, Failure> {
    let taken = arrived.take(ctx, changes)?;
    let account = taken.account.clone().ok_or_else(|| TrustError::NoSuch {
        kind: EntityKind::Account,
        name: asked.key.to_string(),
        place: crate::trust::Place::default(),
        others: Vec::new(),
    })?;
    if let Some(seed) = &asked.seed {
        KeySource::Seed(seed.clone()).give(changes, Kind::Account, Role::Identity, &account)?;
    }
    let there = changes.named(EntityKind::User, Some(&account.key), &asked.user)?;
    let (mut user, mut warning) = (None, None);
    if there.is_none() {
        match AccountDesk::open(changes, keyring, &account, &KeyChoice::Best) {
            Ok(desk) => {
                let new = NewUser::plain(asked.user.clone(), Terms::default());
                user = Some(desk.user(changes, new)?);
            }
            Err(TrustError::Signer(reason) | TrustError::KeysAway { reason, .. }) => {
                warning = Some(format!("no user was added: {reason}"));
            }
            Err(error) => return Err(error.into()),
        }
    }
    changes.summarize(format!(
        "loaded account {} {} of operator {} {}",
        account.name, account.key, taken.operator.name, taken.operator.key
    ));
    Ok(Loaded {
        taken,
        account,
        user,
        warning,
    })
}

impl Loaded {
    fn say(&self, ctx: &Ctx) -> Result<(), Failure> {
        let (operator, account) = (&self.taken.operator, &self.account);
        if ctx.ui.json() {
            return ctx.ui.document(&json!({
                "kind": "loaded",
                "operator": described(operator),
                "account": described(account),
                "user": self.user.as_ref().map(described),
                "warnings": self.warning.iter().chain(&self.taken.notes).collect::<Vec<_>>(),
            }));
        }
        ctx.ui.note(&format!(
            "loaded account {} {} of operator {} {}",
            account.name, account.key, operator.name, operator.key
        ));
        if let Some(user) = &self.user {
            ctx.ui
                .note(&format!("added user {} {}", user.name, user.key));
        }
        for note in self.warning.iter().chain(&self.taken.notes) {
            ctx.ui.warning(note);
        }
        let name = shell_word(account.name.as_str());
        match &self.user {
            Some(user) => {
                let user = shell_word(user.name.as_str());
                ctx.next(&format!(
                    "nkeep generate creds -a {name} -n {user} -o {user}.creds"
                ));
            }
            None => ctx.next(&format!("nkeep list users -a {name}")),
        }
        Ok(())
    }
}
