//! Who is let in again where one state of the tree takes the place of another: whom the one shuts out, and the other does
//! not.

use std::collections::BTreeSet;

use super::resign::counted;
use super::revoke::{ANYBODY, known, lost, revoked_up_to, same_export};
use super::{Place, Result, TrustError, claims};
use crate::clock::{UnixSeconds, absolute};
use crate::jwt::claims::{Account, Claims, Operator, ShareType, User};
use crate::nkey::PublicKey;
use crate::store::record::{Entity, EntityKind, Name};
use crate::store::{Records, StoreError};
use crate::text::{quoted, shell_word};

/// What comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// An entity that was deleted, with so many users.
    Deleted(EntityKind, usize),
    /// A signing key of an operator or an account that was taken away.
    Key {
        /// whose
        of: EntityKind,
        /// what it signed below
        signed: Vec<String>,
        /// whether there is no other
        only: bool,
    },
    /// What a user was given up to a time, or everybody.
    Revoked(UnixSeconds),
    /// The activations that an account was given up to a time, or all accounts were, for an export.
    Activations(String, ShareType, UnixSeconds),
    /// An export that was deleted.
    Export(String, ShareType),
}

/// Somebody who is let in again, or a key that lets others in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readmitted {
    /// What it is.
    pub what: What,
    /// As people call it, where somebody knows.
    pub name: Option<Name>,
    /// The public key, or `*`.
    pub key: String,
    /// Where it is.
    pub place: Place,
    /// The account that it is in, or the operator.
    pub above: Option<Name>,
    /// The key of whoever's token says so.
    pub within: PublicKey,
}

impl Readmitted {
    /// Who, and by what it was shut out.
    #[must_use]
    pub fn sentence(&self) -> String {
        let Self {
            what, name, key, ..
        } = self;
        let own = name
            .as_ref()
            .map_or_else(String::new, |name| format!(" {}", quoted(name)));
        let above = self.above.as_ref().map_or_else(String::new, quoted);
        match what {
            What::Deleted(EntityKind::User, _) => {
                format!("user{own} {key} of account {above}, who was deleted")
            }
            What::Deleted(EntityKind::Account, users) => format!(
                "account{own} {key} with {}, which was deleted",
                counted(*users, "user")
            ),
            What::Deleted(EntityKind::Operator, _) => {
                format!("operator{own} {key}, which another took the place of")
            }
            What::Key { of, signed, .. } => {
                let below = match of {
                    EntityKind::Operator => "account",
                    _ => "user",
                };
                format!(
                    "whom the signing key {key} of {of} {above} signed, which was taken away: {}",
                    some(below, signed).unwrap_or_else(|| "nobody who is known".to_owned())
                )
            }
            What::Revoked(up_to) if key == ANYBODY => format!(
                "everybody of account {above}, who was revoked up to {}",
                absolute(*up_to)
            ),
            What::Revoked(up_to) => format!(
                "user{own} {key} of account {above}, who was revoked up to {}",
                absolute(*up_to)
            ),
            What::Export(subject, kind) => format!(
                "whoever imports the {kind} {} of account {above}, which was deleted",
                quoted(subject)
            ),
            What::Activations(subject, kind, up_to) => {
                let whom = match key == ANYBODY {
                    true => "every account".to_owned(),
                    false => format!("account{own} {key}"),
                };
                format!(
                    "{whom} to the {kind} {} of account {above}, where its activations were revoked up to {}",
                    quoted(subject),
                    absolute(*up_to)
                )
            }
        }
    }
}

/// Everybody whom the records as they are shut out, and those that come again do not.
pub fn readmitted(now: &dyn Records, again: &dyn Records) -> Result<Vec<Readmitted>> {
    let mut found = Vec::new();
    for operator in all(again, EntityKind::Operator)? {
        of_operator(now, again, &operator, &mut found)?;
    }
    for account in all(again, EntityKind::Account)? {
        of_account(now, again, &account, &mut found)?;
    }
    Ok(found)
}

fn all(records: &dyn Records, kind: EntityKind) -> Result<Vec<Entity>> {
    let mut found = Vec::new();
    records.each_entity(kind, None, &mut |entity| {
        found.push(entity);
        Ok(())
    })?;
    Ok(found)
}

fn of_operator(
    now: &dyn Records,
    again: &dyn Records,
    operator: &Entity,
    found: &mut Vec<Readmitted>,
) -> Result<()> {
    let place = Place::under(again, Some(operator))?;
    let Some(present) = now.entity(&operator.key)? else {
        found.push(Readmitted {
            what: What::Deleted(EntityKind::Operator, 0),
            name: Some(operator.name.clone()),
            key: operator.key.to_string(),
            place,
            above: None,
            within: operator.key,
        });
        return Ok(());
    };
    let kept = claims::<Operator>(&present)?
        .into_claims()
        .body
        .signing_keys;
    let keys = claims::<Operator>(operator)?
        .into_claims()
        .body
        .signing_keys;
    let only = keys.len() == 1;
    for key in keys.into_iter().filter(|key| !kept.contains(key)) {
        found.push(Readmitted {
            what: What::Key {
                of: EntityKind::Operator,
                signed: signed(now, again, operator, &key)?,
                only,
            },
            name: None,
            key,
            place: place.clone(),
            above: Some(operator.name.clone()),
            within: operator.key,
        });
    }
    Ok(())
}

/// Whom a key signed right under that entity: those that are there, and those of whom it is known.
fn signed(
    now: &dyn Records,
    again: &dyn Records,
    above: &Entity,
    key: &str,
) -> Result<Vec<String>> {
    let kind = match above.kind {
        EntityKind::Operator => EntityKind::Account,
        _ => EntityKind::User,
    };
    let mut found = BTreeSet::new();
    again.each_entity(kind, Some(&above.key), &mut |entity| {
        let issuer = match kind {
            EntityKind::Account => claims::<Account>(&entity).map(|token| *token.issuer()),
            _ => claims::<User>(&entity).map(|token| *token.issuer()),
        };
        if issuer.is_ok_and(|issuer| issuer.to_string() == key) {
            found.insert(entity.key.to_string());
        }
        Ok(())
    })?;
    let issued = now.issued_by(&key.parse().map_err(StoreError::from)?)?;
    let of_kind = issued.into_iter().filter(|token| token.kind == kind.name());
    found.extend(of_kind.map(|token| token.subject));
    titled(now, again, found)
}

/// Keys, each with the name that it has or had.
fn titled(now: &dyn Records, again: &dyn Records, keys: BTreeSet<String>) -> Result<Vec<String>> {
    let keys = keys.into_iter();
    keys.map(|key| {
        let name = name_of(now, again, &key)?;
        Ok(name.map_or_else(|| key.clone(), |name| format!("{} {key}", quoted(name))))
    })
    .collect()
}

/// How many, and the first of them.
fn some(what: &str, titles: &[String]) -> Option<String> {
    const SHOWN: usize = 8;
    let more = match titles.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let shown = &titles[..titles.len().min(SHOWN)];
    (!titles.is_empty()).then(|| {
        let count = counted(titles.len(), what);
        format!("{count}, {}{more}", shown.join(", "))
    })
}

fn of_account(
    now: &dyn Records,
    again: &dyn Records,
    account: &Entity,
    found: &mut Vec<Readmitted>,
) -> Result<()> {
    let place = Place::under(again, Some(account))?;
    let users = again.listed(EntityKind::User, Some(&account.key))?;
    let after = claims::<Account>(account)?.into_claims().body;
    let one = |what: What, name: Option<Name>, key: String| Readmitted {
        what,
        name,
        key,
        place: place.clone(),
        above: Some(account.name.clone()),
        within: account.key,
    };
    let revoked = lost(&known(now, &account.key)?, &after.revocations);
    let Some(present) = now.entity(&account.key)? else {
        // Who was revoked in it by name, should somebody want the account and not them.
        for (whose, up_to) in revoked.iter().filter(|(whose, _)| *whose != ANYBODY) {
            let name = name_of(now, again, whose)?;
            found.push(one(What::Revoked(*up_to), name, whose.clone()));
        }
        found.push(Readmitted {
            place: Place {
                account: None,
                ..place.clone()
            },
            above: None,
            ..one(
                What::Deleted(EntityKind::Account, users.len()),
                Some(account.name.clone()),
                account.key.to_string(),
            )
        });
        return Ok(());
    };
    let before = claims::<Account>(&present)?.into_claims().body;
    for (whose, up_to) in &revoked {
        let name = name_of(now, again, whose)?;
        found.push(one(What::Revoked(*up_to), name, whose.clone()));
    }
    for user in users {
        // Who was revoked as well is named by that.
        if revoked.contains_key(&user.key) || is_there(now, &user.key)? {
            continue;
        }
        let name = Some(user.name.parse().map_err(|_| {
            StoreError::Refused(format!("the name {} cannot be read", quoted(&user.name)))
        })?);
        found.push(one(What::Deleted(EntityKind::User, 0), name, user.key));
    }
    let kept: BTreeSet<&String> = before.signing_keys.0.keys().collect();
    for key in after
        .signing_keys
        .0
        .keys()
        .filter(|key| !kept.contains(key))
    {
        let what = What::Key {
            of: EntityKind::Account,
            signed: signed(now, again, account, key)?,
            only: after.signing_keys.0.len() == 1,
        };
        found.push(one(what, None, key.clone()));
    }
    for export in &after.exports {
        let Some(was) = same_export(&before.exports, export) else {
            let what = What::Export(export.subject.clone(), export.share_type);
            found.push(one(what, None, String::new()));
            continue;
        };
        for (whose, up_to) in lost(&was.revocations, &export.revocations) {
            let name = name_of(now, again, &whose)?;
            let what = What::Activations(export.subject.clone(), export.share_type, up_to);
            found.push(one(what, name, whose));
        }
    }
    Ok(())
}

fn is_there(records: &dyn Records, key: &str) -> Result<bool> {
    let key: PublicKey = key.parse().map_err(StoreError::from)?;
    Ok(records.entity(&key)?.is_some())
}

fn name_of(now: &dyn Records, again: &dyn Records, key: &str) -> Result<Option<Name>> {
    let Ok(key) = key.parse::<PublicKey>() else {
        return Ok(None);
    };
    let known = match now.entity(&key)? {
        None => again.entity(&key)?,
        known => known,
    };
    Ok(known.map(|entity| entity.name))
}

/// Whom a signing key lets in again that an account has not, and is given: by what it signed for the account before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returning {
    account: Name,
    key: PublicKey,
    only: bool,
    users: Vec<String>,
    importers: Vec<String>,
}

impl Returning {
    /// Looks whom; nobody where the account has the key, or all that it signed is revoked or over.
    pub fn of(
        records: &dyn Records,
        account: &Entity,
        claims: &Claims<Account>,
        key: &PublicKey,
        now: UnixSeconds,
    ) -> Result<Option<Self>> {
        let body = &claims.body;
        if body.signing_keys.0.contains_key(&key.to_string()) {
            return Ok(None);
        }
        let (mut users, mut importers) = (BTreeSet::new(), BTreeSet::new());
        for token in records.issued_by(key)? {
            let is_over = token.expires != 0 && token.expires < now;
            if is_over || token.account != account.key {
                continue;
            }
            if token.kind == "user" {
                let up_to = revoked_up_to(&body.revocations, &token.subject.parse()?);
                let holds = up_to.is_none_or(|up_to| up_to < token.issued_at);
                users.extend(holds.then_some(token.subject));
            } else if token.kind == "activation" {
                let mut private = body.exports.iter().filter(|export| export.token_required);
                let importer = token.subject.parse()?;
                let holds = private.any(|export| {
                    let up_to = revoked_up_to(&export.revocations, &importer);
                    up_to.is_none_or(|up_to| up_to < token.issued_at)
                });
                importers.extend(holds.then_some(token.subject));
            }
        }
        if users.is_empty() && importers.is_empty() {
            return Ok(None);
        }
        Ok(Some(Self {
            account: account.name.clone(),
            key: *key,
            // The one that is there may be going.
            only: body.signing_keys.0.len() <= 1,
            users: titled(records, records, users)?,
            importers: titled(records, records, importers)?,
        }))
    }

    /// Refuses it, unless it is to be.
    pub fn must_be_forced(&self, force: bool) -> Result<()> {
        if force {
            return Ok(());
        }
        Err(TrustError::Unforced {
            reason: format!(
                "account {} has the key {} no more, and what it signed would hold again: {}",
                quoted(&self.account),
                self.key,
                self.whom()
            ),
            flag: "--force",
            then: "lets them in again".to_owned(),
        })
    }

    /// Whom it lets in.
    #[must_use]
    pub fn warning(&self) -> String {
        format!(
            "what {} signed before holds again, and lets in: {}",
            self.key,
            self.whom()
        )
    }

    /// The command that takes the key away again.
    #[must_use]
    pub fn shuts_out(&self) -> String {
        format!(
            "nkeep edit account {} {}",
            shell_word(self.account.as_str()),
            take_away(&self.key.to_string(), self.only)
        )
    }

    fn whom(&self) -> String {
        let users = some("user", &self.users);
        let importers = some("importing account", &self.importers);
        let both: Vec<String> = users.into_iter().chain(importers).collect();
        both.join("; ")
    }
}

/// Flags that take a signing key away. Where there is no other, who hangs on it needs one that signs in its place.
#[must_use]
pub fn take_away(key: &str, only: bool) -> String {
    let another = if only { "--sk generate " } else { "" };
    format!("{another}--rm-sk {key} --force")
}

/// Whether that key signed something here: as an entry of the journal has it.
pub fn signed_here(records: &dyn Records, key: &PublicKey) -> Result<bool> {
    let (key, mut found) = (key.to_string(), false);
    records.each_entry(1, &mut |entry| {
        found |= entry.signers.split_whitespace().any(|signer| signer == key);
        Ok(())
    })?;
    Ok(found)
}

/// Up to when the store knows a user to be revoked of whom it has nothing that holds, where that token of theirs does.
pub fn by_token(records: &dyn Records, user: &Entity) -> Result<Option<UnixSeconds>> {
    let Some(account) = user.parent else {
        return Ok(None);
    };
    let revocations = known(records, &account)?;
    let Some(up_to) = revoked_up_to(&revocations, &user.key) else {
        return Ok(None);
    };
    let there = records
        .entity(&user.key)?
        .map_or(0, |there| there.issued_at);
    let last = there.max(records.last_issued(&user.key)?);
    // What everybody's revocation does not reach, or nobody had before, was not shut out by it.
    let was_out = match revocations.contains_key(&user.key.to_string()) {
        true => there <= up_to,
        false => last != 0 && last <= up_to,
    };
    Ok((was_out && user.issued_at > up_to).then_some(up_to))
}
