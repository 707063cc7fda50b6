//! `nkeep add user`.

use super::{Presence, added, pushed, signer_of};
use crate::clock::UnixSeconds;
use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::changed::closed;
use crate::cmd::example::Example;
use crate::cmd::suggested::to_servers;
use crate::cmd::words::argument::{preset_of, tag, truth};
use crate::cmd::words::limits::network;
use crate::cmd::words::naming::{InAccount, NewName};
use crate::cmd::words::permissions::Granted;
use crate::cmd::words::signer::first_signing_key;
use crate::cmd::words::signer::{NamedKey, SignWith, named_key};
use crate::cmd::words::when::Validity;
use crate::jwt::claims::{Account, Permissions, User};
use crate::nkey::{Kind, PublicKey, Seed};
use crate::store::class::Role;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Changes, Records, Store as _};
use crate::text::shell_word;
use crate::trust::edit::readmitted;
use crate::trust::new::{AccountDesk, NewUser, Terms};
use crate::trust::preset::{Preset, Unready};
use crate::trust::readmission::revoke_user;
use crate::trust::signing_keys::demanded;
use crate::trust::{KeyChoice, KeySource, Place, TrustError, claims, edit, filled};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "A user who may publish orders, for 90 days",
        line: "nkeep add user clerk -a ACME --allow-pub 'orders.>' --expiry 90d",
    },
    Example {
        purpose: "Whom nauth connects as: in the system account, with no more leave than it needs",
        line: "nkeep add user nauth -a SYS --preset nauth",
    },
];

/// Add a user to an account
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    name: NewName,
    #[command(flatten)]
    presence: Presence,
    #[command(flatten)]
    account: InAccount,
    /// Key of the user: a public key, when its seed is kept elsewhere, or a file with a seed; else one is made
    #[arg(long, short = 'k', value_name = "KEY", value_parser = named_key)]
    public_key: Option<NamedKey>,
    #[command(flatten)]
    signer: SignWith,
    #[command(flatten)]
    validity: Validity,
    /// Labels
    #[arg(long, value_name = "TAG", value_delimiter = ',', value_parser = tag)]
    tag: Vec<String>,
    /// Networks that it may connect from, such as 10.0.0.0/8
    #[arg(long, value_name = "CIDR", value_delimiter = ',', value_parser = network)]
    source_network: Vec<String>,
    /// Let whoever has the token in, without its key
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true", value_parser = truth)]
    bearer: Option<bool>,
    /// Permissions of a system that connects as this user; --allow-pub and the like add to them
    #[arg(long, value_name = "PRESET", help_heading = "Permissions", value_parser = preset_of(Preset::ALL))]
    preset: Option<Preset>,
    #[command(flatten)]
    granted: Granted,
}

impl Args {
    fn permissions(&self) -> Permissions {
        let mut permissions = match self.preset {
            Some(preset) => preset.permissions(),
            None => Permissions::default(),
        };
        self.granted.add_to(&mut permissions);
        permissions
    }
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = asking.account()?;
    asking.new_name(EntityKind::User, Some(&account))?;
    let question = "Public key of the user, or a file with its seed; else one is made";
    asking.own_key(Kind::User, question)?;
    asking.validity((0, 0))?;
    asking.tags(&[])?;
    if asking.account_key(&account)? {
        // Its role says the rest.
        return Ok(());
    }
    asking.switch("bearer", false)?;
    asking.text("source_network", "")?;
    asking.permissions(&Permissions::default())
}

/// What was added.
struct Added {
    user: Entity,
    place: Place,
    /// The signing key that its account was given for it.
    made: Option<PublicKey>,
    /// Up to when it was revoked, where it is let in again.
    revoked: Option<UnixSeconds>,
    /// What the role that it is under has nothing for.
    unmet: Vec<String>,
    /// What the system lacks that connects as it.
    unready: Option<Unready>,
    /// What gives servers the account, where that is another one.
    push: Option<String>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let name = args.name.get()?;
    let (not_before, expires) = args.validity.times(ctx)?;
    let choice = args.signer.choice(ctx)?;
    let own = args.public_key.as_ref().map(|key| key.own(ctx, Kind::User));
    let own = own.transpose()?;
    let is_elsewhere = matches!(own, Some((_, None)));
    let mut store = ctx.open_store()?;
    let within = |records: &dyn Records| args.account.find(ctx, records).map(Some);
    let user = (EntityKind::User, &name);
    if args.presence.suffices(ctx, &mut store, user, within)? {
        return Ok(());
    }
    let keyring = ctx.keyring(&mut store)?;
    let note = ctx.note("add user", format!("added user {name}"));
    let terms = Terms {
        not_before,
        expires,
        tags: args.tag.clone(),
    };
    let new = NewUser {
        permissions: args.permissions(),
        networks: args.source_network.clone(),
        bearer: args.bearer.unwrap_or_default(),
        key: own.as_ref().map(|(key, _)| *key),
        ..NewUser::plain(name, terms)
    };
    let seed = own.and_then(|(_, seed)| seed);
    let added = store.transact(note, &*keyring, |changes| {
        let account = args.account.find(ctx, changes)?;
        let closed = closed(ctx, &account);
        let choice = (&choice, args.preset);
        let added = add(changes, &*keyring, account, choice, new, seed)?;
        Ok::<_, TrustError>((closed, added))
    })?;
    say(ctx, args, added, is_elsewhere)
}

fn add(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    account: Entity,
    (choice, preset): (&KeyChoice, Option<Preset>),
    new: NewUser,
    seed: Option<Seed>,
) -> Result<Added, TrustError> {
    let demanded = demanded(changes, keyring, &account, choice)?;
    let (account, made) = demanded.map_or((account, None), |(account, key)| (account, Some(key)));
    let desk = match preset {
        Some(preset) => preset.desk(changes, keyring, &account, choice, &new.name)?,
        None => AccountDesk::open(changes, keyring, &account, choice)?,
    };
    let revoked = match &new.key {
        Some(key) => desk.lets_in_again(changes, key)?,
        None => None,
    };
    let user = desk.user(changes, new)?;
    if let Some(seed) = seed {
        KeySource::Seed(seed).give(changes, Kind::User, Role::Identity, &user)?;
    }
    changes.summarize(format!(
        "added user {} {} to account {} {}",
        user.name, user.key, account.name, account.key
    ));
    // An account that was given a key for this is another one to servers.
    let push = match made {
        Some(_) => to_servers(
            changes,
            &account,
            Some(*claims::<Account>(&account)?.issuer()),
        )?,
        None => None,
    };
    Ok(Added {
        place: Place::under(changes, Some(&account))?,
        made,
        revoked,
        unmet: filled::unmet(&desk, claims::<User>(&user)?.claims()),
        unready: preset.and_then(|preset| preset.unready(&desk, &user)),
        push,
        user,
    })
}

fn say(
    ctx: &Ctx,
    args: &Args,
    (closed, done): (Option<String>, Added),
    is_elsewhere: bool,
) -> Result<(), Failure> {
    first_signing_key(ctx, done.made);
    let (user, flags) = (&done.user, done.place.flags());
    let mut warnings = Vec::new();
    if let Some(up_to) = done.revoked {
        let revoke = revoke_user(&user.key.to_string(), None);
        let out = ctx.command(&format!("nkeep {revoke}{flags}"));
        warnings.push(format!(
            "{}; what shuts out: {out}",
            readmitted(user, up_to)
        ));
    }
    warnings.extend(closed);
    warnings.extend(done.unmet);
    warnings.extend(edit::wild_tags(&[], &args.tag));
    warnings.extend(done.unready.iter().map(|lack| lack.reason.clone()));
    let name = shell_word(user.name.as_str());
    let next = if let Some(lack) = done.unready {
        lack.help
    } else if is_elsewhere {
        // Whoever has its seed wants its token.
        format!("nkeep describe user{flags} -n {name} --raw")
    } else {
        let file = shell_word(&format!("{}.creds", user.name));
        format!("nkeep generate creds{flags} -n {name} -o {file}")
    };
    let account = done.place.account.as_ref();
    added(ctx, user, account, &signer_of(user)?, &warnings, &next)?;
    pushed(ctx, done.push);
    Ok(())
}
