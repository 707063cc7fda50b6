//! Which keys are exported: by class, by key, or by what they belong to, as nsc has it.

use std::collections::BTreeSet;

use crate::ceremony::{CeremonyError, asked};
use crate::cmd::Ctx;
use crate::nkey::{CurveKey, Kind, PublicKey};
use crate::store::class::{Class, Role};
use crate::store::record::{Entity, EntityKind, KeyRecord};
use crate::store::{Records, StoreError};
use crate::trust::strays::Strays;
use crate::trust::{self, TrustError};

/// Which keys.
#[derive(clap::Args, Debug)]
pub struct Selection {
    /// Class of keys
    #[arg(long, required_unless_present_any = WAYS)]
    class: Vec<Class>,
    /// Public key
    #[arg(long, value_name = "KEY")]
    pub key: Vec<PublicKey>,
    /// The operator's keys, and those of its accounts and users: those that the identity at hand opens
    #[arg(long, short = 'A', conflicts_with_all = ["class", "key"])]
    pub all: bool,
    /// The operator's keys
    #[arg(long, short)]
    operator: bool,
    /// Keys of its accounts
    #[arg(long, short)]
    accounts: bool,
    /// Keys of their users
    #[arg(long, short)]
    users: bool,
    /// Curve keys of its accounts
    #[arg(long)]
    curves: bool,
    /// This account alone; without -a, -u or --curves all of its keys and its users'
    #[arg(long, value_name = "NAME")]
    account: Option<String>,
    /// This user alone
    #[arg(long, value_name = "NAME")]
    user: Option<String>,
    /// This curve key alone
    #[arg(long, value_name = "KEY")]
    curve: Option<CurveKey>,
    /// Keys of the same kinds that belong to nobody, and that no token in the store names
    #[arg(long)]
    not_referenced: bool,
    /// Only keys with these letters in them
    #[arg(long, short, value_name = "LETTERS", default_value = "")]
    filter: String,
}

const WAYS: [&str; 10] = [
    "key",
    "all",
    "operator",
    "accounts",
    "users",
    "curves",
    "account",
    "user",
    "curve",
    "not_referenced",
];

/// Keys that are wanted, and entities whose tokens are.
#[derive(Default)]
pub struct Selected {
    /// The keys, in the order in which the store has them.
    pub keys: Vec<KeyRecord>,
    /// The entities whose identities are among them.
    pub entities: Vec<Entity>,
}

impl Selection {
    /// The keys of a store that are wanted. One that is named and has no seed is among them.
    pub fn of(&self, ctx: &Ctx, records: &dyn Records) -> Result<Selected, CeremonyError> {
        let mut named: BTreeSet<PublicKey> = self.key.iter().copied().collect();
        named.extend(self.curve.map(CurveKey::any));
        for key in &named {
            if records.key(key)?.is_none() {
                return Err(StoreError::NoSuch {
                    what: "key",
                    name: key.to_string(),
                }
                .into());
            }
        }
        let tree = if self.by_owner() && !self.not_referenced {
            Some(self.tree(ctx, records)?)
        } else {
            None
        };
        let strays = match self.not_referenced {
            true => Some(Strays::of(records, &asked::waiting(records)?)?),
            false => None,
        };
        let letters = self.filter.to_ascii_uppercase();
        let mut selected = Selected::default();
        records.each_key(&mut |record| {
            let meant = match (&strays, &tree) {
                (Some(strays), _) => strays.is_one(&record.public.to_string()),
                (None, Some(tree)) => record.owner.is_some_and(|owner| tree.contains(&owner)),
                (None, None) => false,
            };
            let by_owner = meant && self.is_of_kind(&record);
            let is_named = named.contains(&record.public);
            let wanted = is_named || by_owner || self.class.contains(&record.class);
            let has_seed = record.sealed.is_some() || is_named;
            if wanted && has_seed && record.public.to_string().contains(&letters) {
                selected.keys.push(record);
            }
            Ok(())
        })?;
        for record in selected
            .keys
            .iter()
            .filter(|record| record.role == Role::Identity)
        {
            selected.entities.extend(records.entity(&record.public)?);
        }
        Ok(selected)
    }

    fn by_owner(&self) -> bool {
        let kinds = self.operator || self.accounts || self.users || self.curves;
        self.all || kinds || self.account.is_some() || self.user.is_some() || self.not_referenced
    }

    /// Whether it is of a kind that was asked for; where none was, of any that stands at the place that was.
    fn is_of_kind(&self, record: &KeyRecord) -> bool {
        // The store's own are of no use to anybody else.
        if matches!(record.role, Role::Store | Role::Journal) {
            return false;
        }
        if self.all {
            return true;
        }
        let none = !(self.operator || self.accounts || self.users || self.curves);
        match record.public.kind() {
            Kind::Operator => self.operator || (none && self.not_referenced),
            Kind::Account => self.accounts || (none && self.user.is_none()),
            Kind::Curve => self.curves || self.accounts || (none && self.user.is_none()),
            Kind::User => self.users || none,
            // No tree has them: who asks for all of nobody's is given them.
            Kind::Server | Kind::Cluster => none && self.not_referenced,
        }
    }

    /// Whose keys are meant: the operator, its accounts and their users, or the account or user that was named.
    fn tree(&self, ctx: &Ctx, records: &dyn Records) -> Result<BTreeSet<PublicKey>, TrustError> {
        let operator = match ctx.selected_operator(records)? {
            Some(operator) => operator,
            None => trust::operator(records, None)?,
        };
        let mut tree = BTreeSet::from([operator.key]);
        let accounts = match &self.account {
            Some(name) => vec![trust::account(records, &operator, Some(name))?.key],
            None => children(records, EntityKind::Account, &operator.key)?,
        };
        let mut last = None;
        for account in accounts {
            match &self.user {
                None => {
                    tree.insert(account);
                    tree.extend(children(records, EntityKind::User, &account)?);
                }
                Some(name) => match self.user_of(records, &operator, &account, name) {
                    Ok(user) => {
                        tree.insert(account);
                        tree.insert(user.key);
                    }
                    Err(error) => last = Some(error),
                },
            }
        }
        match last {
            Some(error) if tree.len() == 1 => Err(error),
            _ => Ok(tree),
        }
    }

    fn user_of(
        &self,
        records: &dyn Records,
        operator: &Entity,
        account: &PublicKey,
        name: &str,
    ) -> Result<Entity, TrustError> {
        let account = trust::account(records, operator, Some(&account.to_string()))?;
        trust::user(records, &account, Some(name))
    }
}

fn children(
    records: &dyn Records,
    kind: EntityKind,
    parent: &PublicKey,
) -> Result<Vec<PublicKey>, StoreError> {
    let listed = records.listed(kind, Some(parent))?;
    listed
        .iter()
        .map(|entity| Ok(entity.key.parse()?))
        .collect()
}
