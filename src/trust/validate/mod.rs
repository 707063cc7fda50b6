//! What is wrong with everything in a store: each token by its own rules and its chain, and what no token says alone,
//! such as an import of what nobody exports.

mod callout;
mod keys;
mod permissions;
mod reading;
mod remedy;
mod shares;
mod unfilled;

use std::collections::{HashMap, HashSet};

use super::Result;
use crate::clock::UnixSeconds;
use crate::jwt::chain::{self, AsOf, Distrust, Trusted};
use crate::jwt::claims::{Account, Claims, Operator, Permissions, User};
use crate::jwt::decode::Token;
use crate::jwt::validate::{Code, Issue};
use crate::nkey::{Kind, PublicKey};
use crate::store::class::Class;
use crate::store::document::{CEREMONIAL, ROOTLESS};
use crate::store::record::{Entity, EntityKind};
use crate::store::{ListedKeys, Records};
use callout::Callouts;
use permissions::loopholes;
use reading::{Everything, everything, shared};
use remedy::Names;
use shares::Shares;

/// An entity, its token, and what is wrong with it.
pub struct Checked {
    /// Which.
    pub entity: Entity,
    /// Its token, as it was read; nothing where it cannot be, or was not asked for.
    pub token: Option<Token>,
    /// In the order in which it was found.
    pub issues: Vec<Issue>,
}

impl Checked {
    /// What an account says.
    fn account(&self) -> Option<&Claims<Account>> {
        match self.token.as_ref()? {
            Token::Account(token) => Some(token.claims()),
            _ => None,
        }
    }

    fn add(&mut self, code: Code, place: impl Into<String>, message: impl Into<String>) {
        self.issues.push(Issue {
            place: place.into(),
            ..Issue::beyond_claims(code, message)
        });
    }
}

/// Whose tokens are given back besides findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tokens {
    /// Everybody's.
    All,
    /// All but those of users with whom nothing is wrong, who are many.
    Needed,
}

/// Looks at everything in a store, on every core.
pub fn store(records: &dyn Records, now: UnixSeconds, tokens: Tokens) -> Result<Vec<Checked>> {
    with_keys(records, now, tokens, &HashSet::new()).map(|looked| looked.all)
}

/// Everything in a store, and its keys.
pub struct Looked {
    /// Each entity.
    pub all: Vec<Checked>,
    /// Keys that belong to nobody.
    pub strays: ListedKeys,
    /// Entities whose seeds are not in the store.
    pub elsewhere: HashSet<PublicKey>,
}

/// The same, and what is to be said of its keys, of which some wait for an answer.
pub fn with_keys(
    records: &dyn Records,
    now: UnixSeconds,
    tokens: Tokens,
    waiting: &HashSet<PublicKey>,
) -> Result<Looked> {
    let Everything {
        mut all,
        mut keys,
        unowned: mut strays,
        strays: mut of_nobody,
    } = everything(records, now, waiting)?;
    let of_kind = |kind| all.partition_point(|checked| checked.entity.kind < kind);
    let (first_account, first_user) = (of_kind(EntityKind::Account), of_kind(EntityKind::User));
    let above_users = &all[..first_user];
    of_nobody.spare(
        above_users
            .iter()
            .filter_map(|checked| checked.token.as_ref()),
    );
    let in_ceremonies = records.document(CEREMONIAL)?.is_some();
    strays.retain(|key| {
        // An identity that is kept for a ceremony to come waits for that.
        let waits = in_ceremonies && key.class == Class::Root;
        key.sealed && !waits && of_nobody.is_one(key.public)
    });
    if in_ceremonies {
        keys.work_elsewhere();
    }
    keys.compare(above_users);
    let mut elsewhere = keys.elsewhere(&all);
    if records.document(ROOTLESS)?.is_some() {
        // Theirs are elsewhere by design, and never come here.
        elsewhere.retain(|key| key.kind() != Kind::Operator);
    }
    let (above_users, users) = all.split_at_mut(first_user);
    let (operators, accounts) = above_users.split_at_mut(first_account);
    let mut above = Above::default();
    for checked in operators.iter_mut() {
        above.operator(checked);
    }
    let held = shared(accounts, |checked| above.check_account(checked, now));
    above.accounts.extend(held.into_iter().flatten());
    let shares = Shares::of(&above);
    let callouts = Callouts::of(accounts, users);
    shared(accounts, |checked| {
        shares.check(checked, &above, now);
        callouts.check(checked);
        keys.check(checked);
    });
    for checked in operators.iter_mut() {
        keys.check(checked);
    }
    let lacking = shared(users, |checked| {
        above.check_user(checked, now, keys.is_over(&checked.entity.key));
        let lacking = unfilled::of_user(&above, checked);
        if tokens == Tokens::Needed && checked.issues.is_empty() {
            checked.token = None;
        }
        lacking
    });
    unfilled::say(accounts, lacking.into_iter().flatten().collect());
    let names = Names::of(&all[..first_user], &above);
    let troubled = all
        .iter()
        .enumerate()
        .filter(|(_, one)| !one.issues.is_empty());
    let help: Vec<_> = troubled
        .map(|(place, checked)| (place, names.commands(checked)))
        .collect();
    for (place, commands) in help {
        for (issue, command) in all[place].issues.iter_mut().zip(commands) {
            issue.remedy = command;
        }
    }
    Ok(Looked {
        all,
        strays,
        elsewhere,
    })
}

/// An account that holds, by its key, and the operator that it is under.
type Held = (PublicKey, (Trusted<Account>, PublicKey));

/// What others are checked against.
#[derive(Default)]
struct Above {
    operators: HashMap<PublicKey, Trusted<Operator>>,
    accounts: HashMap<PublicKey, (Trusted<Account>, PublicKey)>,
}

impl Above {
    fn operator(&mut self, checked: &mut Checked) {
        let (Some(Token::Operator(token)), Ok(pinned)) =
            (checked.token.as_ref(), checked.entity.key.typed())
        else {
            return;
        };
        match chain::operator(token.clone(), &pinned, AsOf::AnyTime) {
            Ok(trusted) => drop(self.operators.insert(checked.entity.key, trusted)),
            Err(distrust) => distrusted(checked, &distrust),
        }
    }

    /// Gives back an account that holds, whatever the time.
    fn check_account(&self, checked: &mut Checked, now: UnixSeconds) -> Option<Held> {
        let (Some(Token::Account(token)), Some(parent)) =
            (checked.token.as_ref(), checked.entity.parent)
        else {
            return None;
        };
        let operator = self.operators.get(&parent)?;
        let trusted = chain::account(token.clone(), operator, AsOf::AnyTime).ok();
        let held = trusted.map(|trusted| (checked.entity.key, (trusted, parent)));
        let outcome = chain::account_holds(token, operator, AsOf::Time(now));
        let claims = token.claims();
        let mut found = Vec::new();
        if operator.claims().body.system_account == claims.subject && has_jetstream(claims) {
            let place = "nats.limits".to_owned();
            let message = "it is the system account, and has JetStream".to_owned();
            found.push((Code::AccountSystemJetStream, place, message, None));
        }
        let old = has_old_servers(operator);
        let default = &claims.body.default_permissions.permissions;
        passed(default, "nats.default_permissions", old, &mut found);
        for (index, scope) in claims.body.signing_keys.0.values().enumerate() {
            let Some(scope) = scope else { continue };
            let place = format!("nats.signing_keys[{index}].template");
            let limits = &scope.template.limits;
            passed(&limits.permissions, &place, old, &mut found);
        }
        if let Err(distrust) = outcome {
            distrusted(checked, &distrust);
        }
        checked.add_all(found);
        held
    }

    fn check_user(&self, checked: &mut Checked, now: UnixSeconds, is_over: bool) {
        let above = checked
            .entity
            .parent
            .and_then(|key| self.accounts.get(&key));
        let (Some(Token::User(token)), Some((account, operator))) = (checked.token.as_ref(), above)
        else {
            return;
        };
        let Some(operator) = self.operators.get(operator) else {
            return;
        };
        let claims = token.claims();
        let mut found = Vec::new();
        match chain::kept_user_holds(token, account, operator, AsOf::Time(now)) {
            Ok(()) | Err(Distrust::Expired(_) | Distrust::NotYetValid(_)) => {}
            // Whom a rotation took out, it removes.
            Err(Distrust::Revoked { .. }) if is_over => {}
            // It is as it should be, but for what can still be made of it.
            Err(distrust @ Distrust::Revoked { .. }) => {
                let message = distrust.to_string();
                found.push((Code::UserRevoked, String::new(), message, None));
            }
            Err(distrust) => {
                found.push((distrust.code(), String::new(), distrust.to_string(), None));
            }
        }
        let bearer = claims.body.limits.bearer_token || by_scope(account.claims(), claims);
        if bearer && account.claims().body.limits.disallow_bearer {
            let known = found.iter().any(|(code, ..)| *code == Code::ChainBearer);
            if !known {
                let distrust = Distrust::Bearer;
                found.push((distrust.code(), String::new(), distrust.to_string(), None));
            }
        } else if bearer && claims.expires == 0 {
            let message = "whoever has its token is in, and it never expires".to_owned();
            found.push((Code::UserBearerForEver, "exp".to_owned(), message, None));
        }
        let old = has_old_servers(operator);
        passed(&claims.body.limits.permissions, "nats", old, &mut found);
        checked.add_all(found);
    }
}

/// A finding: its code, its place, what is wrong, and what closes it.
type Found = (Code, String, String, Option<String>);

impl Checked {
    fn add_all(&mut self, found: Vec<Found>) {
        for (code, place, message, remedy) in found {
            self.issues.push(Issue {
                place,
                remedy,
                ..Issue::beyond_claims(code, message)
            });
        }
    }
}

fn passed(permissions: &Permissions, place: &str, old_servers: bool, found: &mut Vec<Found>) {
    let subscribe = &permissions.subscribe;
    if subscribe.allow.is_empty() && subscribe.deny.is_empty() {
        return;
    }
    for loophole in loopholes(subscribe, old_servers) {
        let place = format!("{place}.{}", loophole.place);
        found.push((loophole.code, place, loophole.message, loophole.edit));
    }
}

/// Whether servers may be about that are older than the last mends of denied subscriptions.
fn has_old_servers(operator: &Trusted<Operator>) -> bool {
    const MENDED: [u32; 3] = [2, 12, 7];
    let asserted = &operator.claims().body.assert_server_version;
    let mut numbers = asserted.split('.').map(str::parse::<u32>);
    let version: [Option<u32>; 3] = std::array::from_fn(|_| numbers.next()?.ok());
    version < MENDED.map(Some)
}

/// Whether the scope of the key that signed a user makes it a bearer.
fn by_scope(account: &Claims<Account>, user: &Claims<User>) -> bool {
    let scope = account.body.signing_keys.0.get(&user.issuer);
    let scope = scope.and_then(Option::as_ref);
    scope.is_some_and(|scope| scope.template.limits.bearer_token)
}

/// Whether an account may store streams.
pub(super) fn has_jetstream(account: &Claims<Account>) -> bool {
    let limits = &account.body.limits;
    limits.jetstream.mem_storage != 0
        || limits.jetstream.disk_storage != 0
        || !limits.tiered_limits.is_empty()
}

/// The rules of the token itself speak of its times already.
fn distrusted(checked: &mut Checked, distrust: &Distrust) {
    if !matches!(distrust, Distrust::Expired(_) | Distrust::NotYetValid(_)) {
        checked.add(distrust.code(), "", distrust.to_string());
    }
}
