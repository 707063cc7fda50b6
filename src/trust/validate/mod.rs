//! What is wrong with everything in a store: each token by its own rules and its chain, and what no token says alone,
//! such as an import of what nobody exports.

mod shares;

use std::collections::{HashMap, HashSet};

use super::Result;
use crate::clock::UnixSeconds;
use crate::jwt::batch::decode_all;
use crate::jwt::chain::{self, AsOf, Distrust, Trusted};
use crate::jwt::claims::{Account, Operator};
use crate::jwt::decode::Token;
use crate::jwt::validate::{Code, Issue, about_header, validate};
use crate::nkey::PublicKey;
use crate::store::class::Role;
use crate::store::record::{Entity, EntityKind};
use crate::store::{ListedKey, Records};
use crate::with_token;
use shares::Shares;

/// An entity, its token, and what is wrong with it.
pub struct Checked {
    /// Which.
    pub entity: Entity,
    /// Its token, as it was read.
    pub token: Option<Token>,
    /// In the order in which it was found.
    pub issues: Vec<Issue>,
}

impl Checked {
    fn add(&mut self, code: Code, place: String, message: impl Into<String>) {
        self.issues.push(Issue {
            place,
            ..Issue::beyond_claims(code, message)
        });
    }
}

/// Looks at everything in a store, on every core.
pub fn store(records: &dyn Records, now: UnixSeconds) -> Result<Vec<Checked>> {
    let mut operators = read(records, EntityKind::Operator, now)?;
    let mut accounts = read(records, EntityKind::Account, now)?;
    let mut users = read(records, EntityKind::User, now)?;
    let mut above = Above::default();
    for checked in &mut operators {
        above.operator(checked);
    }
    for checked in &mut accounts {
        above.account(checked, now);
    }
    each(&mut users, &|checked| above.user(checked, now));
    let keys = records.listed_keys()?;
    let kept: HashSet<&str> = keys
        .iter()
        .filter(|key| key.sealed)
        .map(|key| key.public.as_str())
        .collect();
    let mut signing: HashMap<&str, Vec<&ListedKey>> = HashMap::new();
    for key in keys.iter().filter(|key| key.role == Role::Signing) {
        signing.entry(&key.owner_key).or_default().push(key);
    }
    for checked in operators.iter_mut().chain(&mut accounts) {
        signing_keys(checked, &kept);
        unreferenced(checked, &signing);
    }
    let shares = Shares::of(&above);
    for checked in &mut accounts {
        shares.check(checked, &above, now);
    }
    shares.unused(&mut accounts);
    operators.append(&mut accounts);
    operators.append(&mut users);
    Ok(operators)
}

/// Every entity of a kind, by the rules of its own token.
fn read(records: &dyn Records, kind: EntityKind, now: UnixSeconds) -> Result<Vec<Checked>> {
    let mut all = Vec::new();
    records.each_entity(kind, &mut |entity| {
        all.push(Checked {
            entity,
            token: None,
            issues: Vec::new(),
        });
        Ok(())
    })?;
    chunked(&mut all, &|some: &mut [Checked]| {
        let texts: Vec<&str> = some
            .iter()
            .map(|checked| checked.entity.token.as_str())
            .collect();
        let tokens = decode_all(&texts);
        for (checked, token) in some.iter_mut().zip(tokens) {
            match token {
                Ok(token) => {
                    checked.issues =
                        with_token!(&token, |unverified| validate(unverified.claims(), now));
                    checked.issues.extend(about_header(token.text()));
                    checked.token = Some(token);
                }
                Err(error) => {
                    checked.add(Code::TokenUnreadable, String::new(), error.to_string());
                }
            }
        }
    });
    Ok(all)
}

fn each(all: &mut [Checked], check: &(impl Fn(&mut Checked) + Sync)) {
    chunked(all, &|some: &mut [Checked]| some.iter_mut().for_each(check));
}

/// Shares the work among the cores.
fn chunked(all: &mut [Checked], work: &(impl Fn(&mut [Checked]) + Sync)) {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let each = all.len().div_ceil(cores).max(256);
    std::thread::scope(|scope| {
        for some in all.chunks_mut(each) {
            scope.spawn(move || work(some));
        }
    });
}

/// What others are checked against.
#[derive(Default)]
struct Above {
    operators: HashMap<PublicKey, Trusted<Operator>>,
    accounts: HashMap<PublicKey, (Trusted<Account>, PublicKey)>,
}

impl Above {
    fn operator(&mut self, checked: &mut Checked) {
        let (Some(Token::Operator(token)), Ok(pinned)) =
            (&checked.token, checked.entity.key.typed())
        else {
            return;
        };
        match chain::operator(token.clone(), &pinned, AsOf::AnyTime) {
            Ok(trusted) => drop(self.operators.insert(checked.entity.key, trusted)),
            Err(distrust) => distrusted(checked, &distrust),
        }
    }

    fn account(&mut self, checked: &mut Checked, now: UnixSeconds) {
        let (Some(Token::Account(token)), Some(parent)) = (&checked.token, checked.entity.parent)
        else {
            return;
        };
        let Some(operator) = self.operators.get(&parent) else {
            return;
        };
        let timely = chain::account(token.clone(), operator, AsOf::Time(now)).err();
        if let Ok(trusted) = chain::account(token.clone(), operator, AsOf::AnyTime) {
            let is_system = operator.claims().body.system_account == trusted.claims().subject;
            let jetstream = &trusted.claims().body.limits;
            let has_jetstream = jetstream.jetstream.mem_storage != 0
                || jetstream.jetstream.disk_storage != 0
                || !jetstream.tiered_limits.is_empty();
            self.accounts.insert(checked.entity.key, (trusted, parent));
            if is_system && has_jetstream {
                checked.add(
                    Code::AccountSystemJetStream,
                    "nats.limits".to_owned(),
                    "it is the system account, and has JetStream",
                );
            }
        }
        if let Some(distrust) = timely {
            distrusted(checked, &distrust);
        }
    }

    fn user(&self, checked: &mut Checked, now: UnixSeconds) {
        let (Some(Token::User(token)), Some(parent)) = (&checked.token, checked.entity.parent)
        else {
            return;
        };
        let Some((account, operator)) = self.accounts.get(&parent) else {
            return;
        };
        let Some(operator) = self.operators.get(operator) else {
            return;
        };
        let outcome = chain::user(token.clone(), account, operator, AsOf::Time(now));
        let claims = token.claims();
        let endless_bearer = claims.body.limits.bearer_token && claims.expires == 0;
        if let Err(distrust) = outcome {
            distrusted(checked, &distrust);
        }
        if endless_bearer {
            checked.add(
                Code::UserBearerForEver,
                "exp".to_owned(),
                "whoever has its token is in, and it never expires",
            );
        }
    }
}

/// The rules of the token itself speak of its times already.
fn distrusted(checked: &mut Checked, distrust: &Distrust) {
    if !matches!(distrust, Distrust::Expired(_) | Distrust::NotYetValid(_)) {
        checked.add(distrust.code(), String::new(), distrust.to_string());
    }
}

/// Signing keys whose seeds are not here, or that are named twice.
fn signing_keys(checked: &mut Checked, kept: &HashSet<&str>) {
    let keys = named_keys(checked);
    let mut seen = HashSet::new();
    for key in &keys {
        if !seen.insert(key) {
            let message = format!("the signing key {key} is named twice");
            checked.add(Code::KeyTwice, "nats.signing_keys".to_owned(), message);
        } else if !kept.contains(key.as_str()) {
            let message = format!("the seed of the signing key {key} is not in the store");
            checked.add(
                Code::KeySeedMissing,
                "nats.signing_keys".to_owned(),
                message,
            );
        }
    }
}

/// Keys that sign for somebody by the store, and not by any token.
fn unreferenced(checked: &mut Checked, keys: &HashMap<&str, Vec<&ListedKey>>) {
    let owner = checked.entity.key.to_string();
    let idle: Vec<String> = {
        let named = named_keys(checked);
        let kept = keys.get(owner.as_str()).into_iter().flatten();
        kept.filter(|key| !named.contains(&key.public))
            .map(|key| key.public.clone())
            .collect()
    };
    for key in idle {
        let message = format!(
            "the signing key {key} is in the store, and its owner's token does not name it"
        );
        checked.add(Code::KeyUnreferenced, String::new(), message);
    }
}

/// The signing keys that a token names.
fn named_keys(checked: &Checked) -> Vec<String> {
    match &checked.token {
        Some(Token::Operator(token)) => token.claims().body.signing_keys.clone(),
        Some(Token::Account(token)) => {
            let keys = &token.claims().body.signing_keys.0;
            keys.keys().cloned().collect()
        }
        _ => Vec::new(),
    }
}
