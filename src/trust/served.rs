//! What servers are given of a store: the tokens of operators, the account in which servers talk, and accounts that those
//! operators' keys signed. An account that no server of theirs would take is never among them: servers store such a one
//! all the same, and lock it out when they start again (F3).

use super::validate::has_jetstream;
use super::{Place, Result, TrustError, account, claims, cores, trusted_account, trusted_operator};
use crate::clock::{UnixSeconds, absolute};
use crate::jwt::chain::{self, AsOf, Trusted};
use crate::jwt::claims::{Account, Operator};
use crate::jwt::decode::{Token, Unverified, decode, decode_own, named_issuer};
use crate::jwt::validate::refused;
use crate::nkey::PublicKey;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Listed, Records};
use crate::text::{noted, quoted, shell_word, some};
use crate::with_token;

/// An operator whose accounts are served.
#[derive(Debug)]
pub struct Served {
    /// As the store has it.
    pub entity: Entity,
    /// What its token says.
    pub trusted: Trusted<Operator>,
}

impl Served {
    /// One of the store.
    pub fn of(entity: Entity) -> Result<Self> {
        let trusted = trusted_operator(&entity)?;
        Ok(Self { entity, trusted })
    }

    /// Another token of this operator, from somewhere else; else the reason why it is none.
    pub fn told(&self, token: &str) -> Result<Trusted<Operator>, String> {
        let pinned = self.entity.key.typed().map_err(|error| error.to_string())?;
        let token = decode(token).map_err(|error| error.to_string())?;
        let token = Unverified::<Operator>::try_from(token)
            .map_err(|found| format!("it is of type {found}"))?;
        chain::operator(token, &pinned, AsOf::AnyTime).map_err(|error| error.to_string())
    }

    /// The latest of those tokens that is one of this operator, and later than what the store has: then the store is behind.
    pub fn later<'a>(
        &self,
        tokens: impl IntoIterator<Item = &'a String>,
    ) -> Option<Trusted<Operator>> {
        let told = tokens.into_iter().filter_map(|token| self.told(token).ok());
        let ours = self.trusted.claims().issued_at;
        told.filter(|token| token.claims().issued_at > ours)
            .max_by_key(|token| token.claims().issued_at)
    }

    /// Every account under it, with its token, in the order of their keys. Their signatures were checked when they came into
    /// the store, which is checked whole when somebody else touched it; whether the operator still has the key that signed
    /// is looked at here.
    pub fn accounts(&self, records: &dyn Records) -> Result<Vec<(Listed, String)>> {
        let mut accounts = Vec::new();
        records.each_token(EntityKind::Account, &self.entity.key, &mut |account| {
            accounts.push(account);
            Ok(())
        })?;
        accounts.sort_unstable_by(|(one, _), (other, _)| one.key.cmp(&other.key));
        let look = |(account, token): &'_ (Listed, String)| {
            let issuer = named_issuer(token).map_err(TrustError::Decode)?;
            let may = matches!(chain::may_issue_accounts(&self.trusted, &issuer), Ok(true));
            Ok((!may).then(|| account.name.clone()))
        };
        let mut refused = Vec::new();
        cores::each(accounts.iter().collect(), look, |name| {
            refused.extend(name);
            Ok(())
        })?;
        match &*refused {
            [] => Ok(accounts),
            refused => Err(self.none_of_ours(refused)),
        }
    }

    /// One account under it, with its token.
    pub fn account(&self, entity: &Entity) -> Result<(Listed, String)> {
        trusted_account(entity, &self.trusted)?;
        let listed = Listed {
            key: entity.key.to_string(),
            name: entity.name.to_string(),
            expires: entity.expires,
        };
        Ok((listed, entity.token.clone()))
    }

    fn none_of_ours(&self, accounts: &[String]) -> TrustError {
        let names: Vec<String> = accounts.iter().map(quoted).collect();
        let body = &self.trusted.claims().body;
        let key = body
            .signing_keys
            .first()
            .unwrap_or(&self.trusted.claims().subject);
        TrustError::refused(
            format!(
                "no server of operator {} takes what signed the tokens of these accounts: {}",
                quoted(&self.entity.name),
                some(&names)
            ),
            format!("nkeep edit account {} -K {key}", shell_word(&accounts[0])),
        )
    }

    /// The key of the account that it names for servers to talk in.
    #[must_use]
    pub fn system_account(&self) -> Option<&str> {
        let named = self.trusted.claims().body.system_account.as_str();
        (!named.is_empty()).then_some(named)
    }
}

/// The command that has an operator name a system account: that one is made first where it is not there.
pub fn naming_system_account(records: &dyn Records, operator: &Entity) -> Result<String> {
    let under = Place::under(records, Some(operator))?.operator;
    let under = under.map_or_else(String::new, |name| {
        format!(" --operator {}", shell_word(name.as_str()))
    });
    let named = format!("nkeep edit operator --system-account SYS{under}");
    match account(records, operator, Some("SYS")) {
        Ok(_) => Ok(named),
        Err(TrustError::NoSuch { .. }) => Ok(noted(
            format!("nkeep add account SYS{under}"),
            format!("and then: {named}"),
        )),
        Err(error) => Err(error),
    }
}

/// That an operator names none, and what helps.
pub fn no_system_account(records: &dyn Records, operator: &Entity) -> TrustError {
    match naming_system_account(records, operator) {
        Ok(help) => TrustError::refused(
            format!(
                "operator {} names no system account",
                quoted(&operator.name)
            ),
            help,
        ),
        Err(error) => error,
    }
}

/// The account in which servers of these operators talk: the one of that name or key, or the one that the operators name.
/// A server starts with none that no operator names, where one names any.
pub fn system_account(
    records: &dyn Records,
    operators: &[Served],
    wanted: Option<&str>,
) -> Result<Option<Entity>> {
    let named: Vec<&str> = operators
        .iter()
        .filter_map(Served::system_account)
        .collect();
    let Some(wanted) = wanted.or(named.first().copied()) else {
        return Ok(None);
    };
    let mut found = None;
    for operator in operators {
        found = match account(records, &operator.entity, Some(wanted)) {
            Ok(account) => Some(account),
            Err(TrustError::NoSuch { .. }) => continue,
            Err(error) => return Err(error),
        };
        break;
    }
    let Some(found) = found else {
        return Err(TrustError::refused(
            format!("the system account {} is not in the store", quoted(wanted)),
            "nkeep import account --file SYSTEM.jwt",
        ));
    };
    if !named.is_empty() && !named.contains(&found.key.to_string().as_str()) {
        return Err(TrustError::refused(
            format!(
                "{} is not the system account of any of these operators, and servers do not start with it",
                quoted(&found.name)
            ),
            "nkeep describe operator",
        ));
    }
    Ok(Some(found))
}

/// Refuses a system account with which servers do not start.
pub fn must_start(system: &Entity, now: UnixSeconds) -> Result<()> {
    let claims = claims::<Account>(system)?.into_claims();
    let name = shell_word(system.name.as_str());
    let (reason, way) = if claims.expires != 0 && claims.expires <= now {
        (
            format!("expired {}", absolute(claims.expires)),
            "--expiry 0",
        )
    } else if claims.not_before > now {
        (
            format!("is not valid before {}", absolute(claims.not_before)),
            "--start 0",
        )
    } else if has_jetstream(&claims) {
        ("has JetStream".to_owned(), "--js-disable")
    } else {
        return Ok(());
    };
    Err(TrustError::refused(
        format!(
            "the system account {} {reason}, and servers do not start with it",
            quoted(&system.name)
        ),
        format!("nkeep edit account {name} {way}"),
    ))
}

/// Refuses accounts whose claims break rules that servers have: they are in the store since somebody took them all the
/// same, to be edited.
pub fn must_be_taken(operator: &Served, accounts: &[(Listed, String)]) -> Result<()> {
    let look = |(listed, token): &(Listed, String)| {
        // Its signature was checked when it came into the store.
        let token = decode_own(token).map_err(TrustError::Decode)?;
        let broken = with_token!(&token, |account| refused(account.claims()));
        Ok(broken.map(|issue| (listed.name.clone(), issue.to_string())))
    };
    let mut broken: Vec<(String, String)> = Vec::new();
    cores::each(accounts.iter().collect(), look, |found| {
        broken.extend(found);
        Ok(())
    })?;
    if broken.is_empty() {
        return Ok(());
    }
    Err(TrustError::Unserved {
        operator: operator.entity.name.clone(),
        accounts: broken,
    })
}

/// How tokens stand that somebody else would give to servers: each operator signs itself, and each account is signed by a key
/// of theirs. Says what is wrong of each that does not hold.
#[must_use]
pub fn faults(
    operators: &[String],
    accounts: &[(String, String)],
    now: UnixSeconds,
) -> Vec<String> {
    let mut faults = Vec::new();
    let mut trusted = Vec::new();
    for (place, token) in operators.iter().enumerate() {
        match own_operator(token, now) {
            Ok(operator) => trusted.push(operator),
            Err(reason) => faults.push(format!("operator {}: {reason}", place + 1)),
        }
    }
    for (key, token) in accounts {
        if let Err(reason) = account_of_any(key, token, &trusted, now) {
            faults.push(format!("account {key}: {reason}"));
        }
    }
    faults
}

fn own_operator(token: &str, now: UnixSeconds) -> Result<Trusted<Operator>, String> {
    let decoded = decode(token).map_err(|error| error.to_string())?;
    let Token::Operator(decoded) = decoded else {
        return Err(format!("it is of type {}", decoded.claim_type()));
    };
    let key = decoded.claims().subject.parse::<PublicKey>();
    let key = key
        .and_then(|key| key.typed())
        .map_err(|error| error.to_string())?;
    chain::operator(decoded, &key, AsOf::Time(now)).map_err(|distrust| distrust.to_string())
}

fn account_of_any(
    key: &str,
    token: &str,
    operators: &[Trusted<Operator>],
    now: UnixSeconds,
) -> Result<(), String> {
    let decoded = decode(token).map_err(|error| error.to_string())?;
    let account = Unverified::<Account>::try_from(decoded)
        .map_err(|found| format!("it is of type {found}"))?;
    if account.claims().subject != key {
        return Err(format!("it belongs to {}", account.claims().subject));
    }
    let mut reason = "there is no operator".to_owned();
    for operator in operators {
        match chain::account_holds(&account, operator, AsOf::Time(now)) {
            Ok(()) => return Ok(()),
            Err(distrust) => reason = distrust.to_string(),
        }
    }
    Err(reason)
}
