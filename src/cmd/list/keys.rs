//! `nkeep list keys`.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use serde::Serialize;
use zeroize::Zeroizing;

use crate::ceremony::{CeremonyError, asked};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::output::{may_show_secret, secret_document};
use crate::store::class::{Class, Role};
use crate::store::document::KeyState;
use crate::store::recipients::may_leave;
use crate::store::record::{Entity, EntityKind};
use crate::store::{ListedKey, ListedKeys, Records, Store as _, StoreError};
use crate::text::{noted, quoted};
use crate::trust::strays::Strays;
use crate::trust::{self, TrustError};
use crate::ui::list::{self, Fit};
use crate::ui::{Failure, Hinted as _, called_with};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "The keys that sign for operators and accounts",
        line: "nkeep list keys --class operator-signing --class account-signing",
    },
    Example {
        purpose: "The keys of an account and its users",
        line: "nkeep list keys --accounts --users --account ACME",
    },
];

/// List keys; no seed is opened unless --show-seeds is given
///
/// All keys of the store, where nothing is asked for. --operator, --accounts, --users, --curve, --all, --account and --user
/// are about the operator that is selected, or the only one; --all is about every operator where there are several and none is selected. They mean what they mean in nsc, but for two: nsc's -x shows users, and
/// nothing is selected here. --not-referenced is about every operator of the store: a key of another is no stray. On a terminal what does not fit is shortened; elsewhere it is whole.
///
/// With --show-seeds a pipe or a file takes the seeds of users; those of other keys go there, too, with --reveal alone, as pipes end
/// in logs.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Class of keys; all of them when none is named
    #[arg(long)]
    class: Vec<Class>,
    /// The operator's keys
    #[arg(long, short)]
    operator: bool,
    /// Keys of accounts, their curve keys among them
    #[arg(long, short)]
    accounts: bool,
    /// Keys of users
    #[arg(long, short)]
    users: bool,
    /// Curve keys
    #[arg(long, short = 'x')]
    curve: bool,
    /// The operator's keys, and those of its accounts and users
    #[arg(long, short = 'A')]
    all: bool,
    /// This account and its users alone, beside the operator
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
    /// This user alone, beside the operator and the accounts
    #[arg(long, value_name = "NAME")]
    user: Option<String>,
    /// Keys that belong to nobody, and that no token in the store names
    #[arg(long)]
    not_referenced: bool,
    /// Only keys with these letters in them
    #[arg(long, short, value_name = "LETTERS", default_value = "")]
    filter: String,
    /// Open the seeds, and show them
    #[arg(long, short = 'S', conflicts_with = "not_referenced")]
    show_seeds: bool,
    /// Show seeds on a terminal, in JSON, and of other keys than users' at all
    #[arg(long, requires = "show_seeds")]
    reveal: bool,
}

/// A key of the list, for scripts.
#[derive(Serialize)]
struct Key<'a> {
    public_key: &'a str,
    class: &'static str,
    role: &'static str,
    owner: &'a str,
    account: &'a str,
    operator: &'a str,
    origin: &'static str,
    sealed: bool,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<&'a str>,
}

#[derive(Serialize)]
struct Document<'a> {
    kind: &'static str,
    keys: Vec<Key<'a>>,
}

/// How keys stand of which that was ever said.
type States = HashMap<String, KeyState>;

/// Seeds by the key that they belong to.
type Seeds = HashMap<String, Zeroizing<String>>;

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    if args.show_seeds {
        may_show_secret(ctx, args.reveal, "nkeep export keys --all --dir FOLDER")?;
    }
    let mut store = ctx.open_store()?;
    let (keys, states) = store.read(|records| -> Result<_, CeremonyError> {
        Ok((args.selected(ctx, records)?, trust::states(records)?))
    })?;
    if !args.show_seeds {
        return shown(ctx, &keys, &states);
    }
    let keyring = ctx.keyring(&mut store)?;
    let seeds = store.read(|records| {
        let mut seeds = Seeds::new();
        for key in keys.iter().filter(|key| key.sealed) {
            let public = key.public.parse().map_err(StoreError::from)?;
            let Some(record) = records.key(&public)? else {
                continue;
            };
            match keyring.unseal(&record, records.store_id()) {
                Ok(seed) => {
                    may_leave(records, record.class)?;
                    seeds.insert(key.public.to_string(), seed.expose());
                }
                // Sealed to others alone: of this one it is said so.
                Err(StoreError::Locked { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(seeds)
    })?;
    args.may_flow(&keys, &seeds)?;
    with_seeds(ctx, &keys, &states, &seeds)
}

impl Args {
    /// Refuses to let out what signs, unless asked to: one line of a script would give away a whole estate.
    fn may_flow(&self, keys: &ListedKeys, seeds: &Seeds) -> Result<(), Failure> {
        let signs = |key: &ListedKey<'_>| key.class < Class::User && seeds.contains_key(key.public);
        let classes: BTreeSet<Class> = keys.iter().filter(signs).map(|key| key.class).collect();
        if self.reveal || classes.is_empty() {
            return Ok(());
        }
        let names: Vec<&str> = classes.iter().map(|class| class.name()).collect();
        Err(Failure::usage(format!(
            "seeds of {} keys go into a pipe or a file only with --reveal",
            names.join(", ")
        )))
        .hint(called_with("--reveal"))
        .hint(noted(
            "nkeep list keys --show-seeds --class user",
            "lists users' seeds alone",
        ))
        .hint(noted(
            "nkeep export keys --all --dir FOLDER",
            "writes one file a key",
        ))
    }

    fn selected(&self, ctx: &Ctx, records: &dyn Records) -> Result<ListedKeys, CeremonyError> {
        let mut keys = records.listed_keys()?;
        let letters = self.filter.to_ascii_uppercase();
        keys.retain(|key| {
            (self.class.is_empty() || self.class.contains(&key.class))
                && key.public.contains(&letters)
                // They open nothing for anybody else.
                && !(self.show_seeds && is_own(key))
        });
        let kinds = self.operator || self.accounts || self.users || self.curve;
        if self.not_referenced {
            let strays = Strays::of(records, &asked::waiting(records)?)?;
            keys.retain(|key| self.is_of_kind(key, kinds) && strays.is_one(key.public));
            return Ok(keys);
        }
        let scoped = kinds || self.all;
        if !scoped && self.account.is_none() && self.user.is_none() {
            return Ok(keys);
        }
        let operator = match ctx.selected_operator(records)? {
            Some(operator) => operator,
            // Nothing says which, and nothing that could be of several is named.
            None if self.is_of_all() && records.count(EntityKind::Operator)? > 1 => {
                keys.retain(|key| !is_own(key) && !key.operator.is_empty());
                return Ok(keys);
            }
            None => trust::operator(records, None)?,
        };
        let wanted = self.account.as_deref();
        let account = wanted.map(|name| trust::account(records, &operator, Some(name)));
        let account = account.transpose()?;
        let operator_key = operator.key.to_string();
        let belongs = |key: &ListedKey<'_>| {
            // An operator's name is its own, and an account's among those of its operator.
            key.operator == operator.name.as_str()
                && self.belongs(key, &operator_key, account.as_ref())
        };
        if let Some(name) = &self.user
            && !keys.iter().any(|key| is_user(&key, name) && belongs(&key))
        {
            // Without an account, users of all of them are looked at: no list of users has those.
            if account.is_none() {
                return Err(TrustError::refused(
                    format!("there is no user {}", quoted(name)),
                    "nkeep list keys --users",
                )
                .into());
            }
            return Err(TrustError::NoSuch {
                kind: EntityKind::User,
                name: name.clone(),
                place: trust::Place::under(records, account.as_ref())?,
                others: Vec::new(),
            }
            .into());
        }
        keys.retain(|key| self.is_of_kind(key, kinds) && belongs(key));
        Ok(keys)
    }

    /// Whether all is asked for, and nothing says of what.
    const fn is_of_all(&self) -> bool {
        self.all && self.account.is_none() && self.user.is_none()
    }

    /// Whether it is of a kind that was asked for, where any was.
    fn is_of_kind(&self, key: &ListedKey<'_>, any: bool) -> bool {
        match key.public.as_bytes().first() {
            _ if is_own(key) => false,
            _ if self.all || !any => true,
            Some(b'O') => self.operator,
            Some(b'A') => self.accounts,
            Some(b'U') => self.users,
            Some(b'X') => self.curve || self.accounts,
            _ => false,
        }
    }

    /// Whether a key is the operator's, or of what is looked at below it.
    fn belongs(&self, key: &ListedKey<'_>, operator: &str, account: Option<&Entity>) -> bool {
        let is_user_key = !key.account.is_empty();
        let of_operator = !is_user_key && key.owner_key == operator;
        let in_account = account.is_none_or(|account| {
            let holder = if is_user_key { key.account } else { key.owner };
            holder == account.name.as_str()
        });
        let wanted = self.user.as_deref();
        let of_user = wanted.is_none_or(|name| !is_user_key || is_user(key, name));
        of_operator || (in_account && of_user)
    }
}

/// Whether a key is that user's, by name or key.
fn is_user(key: &ListedKey<'_>, wanted: &str) -> bool {
    let folded = |text: &str| text.to_uppercase().to_lowercase();
    !key.account.is_empty() && (key.owner_key == wanted || folded(key.owner) == folded(wanted))
}

/// The store's own: of nobody's tree.
const fn is_own(key: &ListedKey<'_>) -> bool {
    matches!(key.role, Role::Store | Role::Journal)
}

fn shown(ctx: &Ctx, keys: &ListedKeys, states: &States) -> Result<(), Failure> {
    if ctx.ui.json() {
        return ctx.ui.document(&document(keys, states, &Seeds::new()));
    }
    let header = [
        ("OWNER", Fit::Name),
        ("CLASS", Fit::Own),
        ("ROLE", Fit::Own),
        ("PUBLIC KEY", Fit::Key),
        ("SEALED", Fit::Own),
    ];
    let columns = ctx.ui.columns();
    // Most stores have no key that is not simply in use, and their lists no column for it.
    if keys.iter().all(|key| state(&key, states).signs()) {
        return (ctx.ui).text(&list::fitted(header, columns, keys.iter(), row));
    }
    let [owner, class, role, public, sealed] = header;
    let header = [owner, class, role, public, sealed, ("STATE", Fit::Own)];
    ctx.ui
        .text(&list::fitted(header, columns, keys.iter(), |key| {
            let state = state(&key, states).name().into();
            let [owner, class, role, public, sealed] = row(key);
            [owner, class, role, public, sealed, state]
        }))
}

/// How a key stands in its life.
fn state(key: &ListedKey<'_>, states: &States) -> KeyState {
    if states.is_empty() {
        return KeyState::Active;
    }
    states.get(key.public).copied().unwrap_or_default()
}

fn row(key: ListedKey<'_>) -> [Cow<'_, str>; 5] {
    let sealed = if key.sealed { "yes" } else { "no" };
    let [owner, class, role, public] = cells(key);
    [owner, class, role, public, sealed.into()]
}

fn cells(key: ListedKey<'_>) -> [Cow<'_, str>; 4] {
    [key.path, key.class.name(), key.role.name(), key.public].map(Cow::from)
}

/// The list with a seed behind each key: whole, whatever the terminal's width, as it is there to be copied.
fn with_seeds(ctx: &Ctx, keys: &ListedKeys, states: &States, seeds: &Seeds) -> Result<(), Failure> {
    if ctx.ui.json() {
        return secret_document(ctx, &document(keys, states, seeds));
    }
    let list = list::columns(["OWNER", "CLASS", "ROLE", "PUBLIC KEY"], keys.iter(), cells);
    let length = list.len() + (keys.iter().len() + 1) * 80;
    let mut text = Zeroizing::new(String::with_capacity(length));
    let keyed = std::iter::once(None).chain(keys.iter().map(Some));
    for (line, key) in list.lines().zip(keyed) {
        text.push_str(line);
        let gap = if key.is_none() { 48 } else { 2 };
        text.extend(std::iter::repeat_n(' ', gap));
        text.push_str(match key {
            None => "SEED",
            Some(key) => match seeds.get(key.public) {
                Some(seed) => seed,
                None if key.sealed => "(sealed to others)",
                None => "(not in the store)",
            },
        });
        text.push('\n');
    }
    ctx.ui.text(&text)
}

fn document<'a>(keys: &'a ListedKeys, states: &States, seeds: &'a Seeds) -> Document<'a> {
    let keys = keys.iter().map(|key| Key {
        public_key: key.public,
        class: key.class.name(),
        role: key.role.name(),
        owner: key.owner,
        account: key.account,
        operator: key.operator,
        origin: key.origin.name(),
        sealed: key.sealed,
        state: state(&key, states).name(),
        seed: seeds.get(key.public).map(|seed| seed.as_str()),
    });
    Document {
        kind: "keys",
        keys: keys.collect(),
    }
}
