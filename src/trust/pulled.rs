//! Accounts that servers have and the store is to take: which of the tokens that there are, what stands in the way, and what
//! is lost or lets somebody in again by it. Only the operator's own word is taken, and nothing later gives way to it unasked.

use super::beside::{Age, Signer, Word};
use super::difference::{Difference, differences};
use super::readmission::{Returning, take_away};
use super::resign::counted;
use super::revoke::{
    ANYBODY, Revocations, known, known_of_exports, lost, remember_gone_exports, same_export,
    was_deleted,
};
use super::strays::{adopt, unowned};
use super::superseded::Mark;
use super::{Result, claims, superseded};
use crate::clock::{UnixSeconds, absolute};
use crate::jwt::chain::{self, AsOf, Distrust, Trusted};
use crate::jwt::claims::{Account, Operator, ShareType};
use crate::jwt::decode::Unverified;
use crate::jwt::validate::validate;
use crate::nkey::PublicKey;
use crate::store::class::Role;
use crate::store::record::{Entity, EntityKind, Name};
use crate::store::{Changes, Records, StoreError};
use crate::text::{quoted, shell_word};

/// What becomes of an account.
#[derive(Debug)]
pub enum Fate {
    /// The store has just that.
    Same,
    /// The store has a later one, of that time: what servers have stays there.
    Behind(Unverified<Account>),
    /// It is to be taken.
    Taken(Box<Pulled>),
    /// It is not taken, for that reason; with commands that help.
    Refused(Obstacle),
    /// There is nothing that could be taken: none of it is the operator's word.
    Foreign,
}

/// Why an account is not taken, and what helps.
#[derive(Debug, PartialEq, Eq)]
pub struct Obstacle {
    /// Why.
    pub reason: String,
    /// Commands, each with what it does.
    pub ways: Vec<(String, &'static str)>,
    /// Whether it is taken where somebody insists.
    pub may_be_forced: bool,
}

/// An account that is taken.
#[derive(Debug)]
pub struct Pulled {
    /// As it will be in the store, but for the times at which it came and changed.
    pub entity: Entity,
    /// As it was.
    pub before: Option<Entity>,
    /// What is other than it was.
    pub changes: Vec<Difference>,
    /// Whether what was there is later.
    pub over_later: bool,
    /// Who is let in again, and the command that shuts out.
    pub let_in: Vec<LetIn>,
    /// Its keys that are not here.
    pub keys_missing: usize,
    token: Unverified<Account>,
}

impl Pulled {
    /// When it was signed.
    #[must_use]
    pub fn issued_at(&self) -> UnixSeconds {
        self.token.claims().issued_at
    }
}

/// Who is let in again, and the command that shuts out, where there is one.
pub type LetIn = (String, Option<String>);

/// How accounts are pulled.
#[derive(Clone, Copy, Debug)]
pub struct Pulling<'a> {
    /// The operator.
    pub operator: &'a Trusted<Operator>,
    /// Its key.
    pub parent: PublicKey,
    /// Whether what is later gives way, and whoever is let in again is.
    pub force: bool,
    /// Whether an account that was deleted may come back.
    pub revives: bool,
    /// The time.
    pub now: UnixSeconds,
}

impl Pulling<'_> {
    /// Says what becomes of an account of which servers have these tokens.
    pub fn fate(&self, records: &dyn Records, key: &str, words: Vec<Word>) -> Result<Fate> {
        let key: PublicKey = key.parse().map_err(StoreError::from)?;
        let mut words: Vec<Word> = words
            .into_iter()
            .filter(|word| word.signer == Signer::Operator)
            .collect();
        let issued_at = |word: &Word| word.token.claims().issued_at;
        words.sort_by_key(issued_at);
        let Some(best) = words.pop() else {
            return Ok(Fate::Foreign);
        };
        if words.last().map(issued_at) == Some(issued_at(&best)) {
            return Ok(Fate::Refused(two_of_a_second(&best.token)));
        }
        let there = records.entity(&key)?;
        if let Some(there) = &there
            && (there.kind != EntityKind::Account || there.parent != Some(self.parent))
        {
            return Ok(Fate::Refused(Obstacle::plain(format!(
                "the store has {key} under another operator"
            ))));
        }
        let is_ahead = best.is_ahead(self.now);
        let Some(there) = there else {
            return match is_ahead {
                true => Ok(Fate::Refused(ahead(&best.token))),
                false => self.added(records, key, best.token),
            };
        };
        let ours = claims::<Account>(&there)?;
        match Age::of(&best.token, &ours) {
            Age::Same => Ok(Fate::Same),
            _ if is_ahead => Ok(Fate::Refused(ahead(&best.token))),
            Age::Newer => self.replaced(records, &there, &ours, best.token, false),
            Age::Older if !self.force => {
                let issued_at = ours.claims().issued_at;
                match Mark::of(&best.token).is_from_elsewhere(records, &key, issued_at)? {
                    true => Ok(Fate::Refused(changed_elsewhere(&there, &best.token))),
                    false => Ok(Fate::Behind(best.token)),
                }
            }
            Age::Twin if !self.force => Ok(Fate::Refused(twin(&there))),
            Age::Older | Age::Twin => self.replaced(records, &there, &ours, best.token, true),
        }
    }

    /// One that is not in the store.
    fn added(
        &self,
        records: &dyn Records,
        key: PublicKey,
        token: Unverified<Account>,
    ) -> Result<Fate> {
        if !self.revives && was_deleted(records, &key)? {
            let name = shell_word(&token.claims().name);
            return Ok(Fate::Refused(Obstacle {
                reason: "it was deleted here".to_owned(),
                ways: vec![
                    (
                        format!("nkeep push --account-removal {key}"),
                        "has servers delete it, too",
                    ),
                    (
                        format!("nkeep add account {name} -k {key}"),
                        "brings it back with what is revoked in it",
                    ),
                ],
                may_be_forced: true,
            }));
        }
        self.checked(records, key, None, None, token, false)
    }

    fn replaced(
        &self,
        records: &dyn Records,
        there: &Entity,
        ours: &Unverified<Account>,
        token: Unverified<Account>,
        over_later: bool,
    ) -> Result<Fate> {
        if let Some(obstacle) = self.cut_off(records, there, &token)? {
            return Ok(Fate::Refused(obstacle));
        }
        self.checked(
            records,
            there.key,
            Some(there),
            Some(ours),
            token,
            over_later,
        )
    }

    fn checked(
        &self,
        records: &dyn Records,
        key: PublicKey,
        there: Option<&Entity>,
        ours: Option<&Unverified<Account>>,
        token: Unverified<Account>,
        over_later: bool,
    ) -> Result<Fate> {
        let claims = token.claims();
        let name = match claims.name.parse::<Name>() {
            Ok(name) => name,
            Err(reason) => {
                return Ok(Fate::Refused(Obstacle::plain(format!(
                    "its name {:?}: {reason}",
                    claims.name
                ))));
            }
        };
        let obstacle = match named_otherwise(records, self.parent, &key, there, &name)? {
            None => self.rules(&token),
            named => named,
        };
        if let Some(obstacle) = obstacle {
            return Ok(Fate::Refused(obstacle));
        }
        let let_in = match self.let_in(records, &key, there, ours, &token, &name)? {
            Ok(let_in) => let_in,
            Err(obstacle) => return Ok(Fate::Refused(obstacle)),
        };
        let floor = match there {
            Some(there) => there.issued_at,
            None => records.last_issued(&key)?,
        };
        let changes = match ours {
            Some(ours) => differences(ours.claims(), claims)?,
            None => Vec::new(),
        };
        Ok(Fate::Taken(Box::new(Pulled {
            entity: Entity {
                kind: EntityKind::Account,
                key,
                name,
                parent: Some(self.parent),
                token: token.token().to_owned(),
                // What is signed next is later than all that was.
                issued_at: claims.issued_at.max(floor),
                expires: claims.expires,
                created: there.map_or(0, |there| there.created),
                updated: 0,
            },
            before: there.cloned(),
            changes,
            over_later,
            let_in,
            keys_missing: keys_missing(records, &key, &token)?,
            token,
        })))
    }

    fn rules(&self, token: &Unverified<Account>) -> Option<Obstacle> {
        let issues = validate(token.claims(), self.now);
        let broken: Vec<String> = issues
            .iter()
            .filter(|issue| issue.blocking() && !issue.time_check())
            .map(|issue| format!("{} ({})", issue.message, issue.code))
            .collect();
        (!broken.is_empty())
            .then(|| Obstacle::plain(format!("its claims break rules: {}", broken.join("; "))))
    }

    /// Users of the store who would not be trusted any more, and are not revoked.
    fn cut_off(
        &self,
        records: &dyn Records,
        there: &Entity,
        token: &Unverified<Account>,
    ) -> Result<Option<Obstacle>> {
        let above = chain::account(token.clone(), self.operator, AsOf::AnyTime)?;
        let (mut users, mut why) = (Vec::new(), String::new());
        for listed in records.listed(EntityKind::User, Some(&there.key))? {
            let user = super::user(records, there, Some(&listed.key))?;
            let token = claims(&user)?;
            match chain::kept_user_holds(&token, &above, self.operator, AsOf::AnyTime) {
                Ok(()) | Err(Distrust::Revoked { .. }) => {}
                Err(distrust) => {
                    why = distrust.to_string();
                    users.push(user);
                }
            }
        }
        let Some(first) = users.first() else {
            return Ok(None);
        };
        let more = match users.len() {
            1 => String::new(),
            several => format!(", and {} more", counted(several - 1, "user")),
        };
        let delete = |user: &Entity| {
            let [user, account] = [&user.name, &there.name].map(|name| shell_word(name.as_str()));
            let line = format!("nkeep delete user {user} -a {account} --no-revoke");
            (line, "forgets who is let in nowhere by it")
        };
        Ok(Some(Obstacle {
            reason: format!(
                "user {} of the store{more} would be trusted no more: {why}",
                quoted(&first.name)
            ),
            ways: users.iter().take(SHOWN).map(delete).collect(),
            may_be_forced: false,
        }))
    }

    /// Who is let in again: refused where somebody is revoked here and there not, unless it is to be.
    fn let_in(
        &self,
        records: &dyn Records,
        key: &PublicKey,
        there: Option<&Entity>,
        ours: Option<&Unverified<Account>>,
        token: &Unverified<Account>,
        name: &Name,
    ) -> Result<std::result::Result<Vec<LetIn>, Obstacle>> {
        let body = &token.claims().body;
        let account = shell_word(name.as_str());
        let before = match ours {
            Some(ours) => ours.claims().body.revocations.clone(),
            None => known(records, key)?,
        };
        let mut let_in = Vec::new();
        for (whose, up_to) in lost(&before, &body.revocations) {
            let out = format!(
                "nkeep revocations add-user -u {} --at {up_to} -a {account}",
                shell_word(&whose)
            );
            let whom = match whose.as_str() {
                ANYBODY => "everybody".to_owned(),
                user => format!("user {user}"),
            };
            let who = format!("{whom}, who is revoked here up to {}", absolute(up_to));
            let_in.push((who, Some(out)));
        }
        for (subject, kind, revocations) in lost_of_exports(records, key, ours, body)? {
            for (whose, up_to) in revocations {
                let out = format!(
                    "nkeep revocations add-activation -s {} -t {} --at {up_to} -a {account}",
                    shell_word(&subject),
                    shell_word(&whose)
                );
                let who = format!(
                    "account {whose} to the {kind} {}, where its activations are revoked here up to {}",
                    quoted(&subject),
                    absolute(up_to)
                );
                let_in.push((who, Some(out)));
            }
        }
        let mut strangers = Vec::new();
        if let (Some(there), Some(ours)) = (there, ours) {
            for (was_here, one) in self.returning(records, there, ours, body)? {
                match was_here {
                    true => let_in.push(one),
                    false => strangers.push(one),
                }
            }
        }
        if let (Some((who, _)), false) = (let_in.first(), self.force) {
            let more = match let_in.len() {
                1 => String::new(),
                several => format!(", and {} more", several - 1),
            };
            return Ok(Err(Obstacle {
                reason: format!("it lets in again {who}{more}"),
                ways: there
                    .map(|_| {
                        let push = format!("nkeep push -a {account} --force");
                        (push, "puts what is here in its place on servers")
                    })
                    .into_iter()
                    .collect(),
                may_be_forced: true,
            }));
        }
        let_in.extend(strangers);
        let_in.extend(made_public(ours, body));
        Ok(Ok(let_in))
    }

    /// Whom signing keys let in that come back, and whether each was the account's here before.
    fn returning(
        &self,
        records: &dyn Records,
        there: &Entity,
        ours: &Unverified<Account>,
        body: &Account,
    ) -> Result<Vec<(bool, LetIn)>> {
        let before = &ours.claims().body.signing_keys.0;
        let keys = body.signing_keys.0.keys();
        let mut found = Vec::new();
        for text in keys.clone().filter(|key| !before.contains_key(*key)) {
            let key = text.parse().map_err(StoreError::from)?;
            let was_here = was_signing_for(records, there, &key)?;
            let whom = Returning::of(records, there, ours.claims(), &key, self.now)?;
            let who = match whom {
                Some(whom) => whom.who(),
                None if was_here => {
                    format!("whoever has the signing key {text}, which was taken away here")
                }
                None => continue,
            };
            let account = shell_word(there.name.as_str());
            let out = take_away(text, keys.len() <= 1);
            found.push((
                was_here,
                (who, Some(format!("nkeep edit account {account} {out}"))),
            ));
        }
        Ok(found)
    }
}

/// Whether a key that an account has no more signed for it: the store keeps what is taken away, for nobody.
fn was_signing_for(records: &dyn Records, account: &Entity, key: &PublicKey) -> Result<bool> {
    let record = records.key(key)?;
    Ok(record.is_some_and(|record| {
        record.role == Role::Signing && record.owner.is_none_or(|owner| owner == account.key)
    }))
}

/// So many are told one by one.
const SHOWN: usize = 3;

impl Obstacle {
    fn plain(reason: String) -> Self {
        Self {
            reason,
            ways: Vec::new(),
            may_be_forced: false,
        }
    }
}

/// Servers have two that were signed in one second, and never bring each other up to date.
fn two_of_a_second(token: &Unverified<Account>) -> Obstacle {
    let claims = token.claims();
    Obstacle {
        reason: format!(
            "servers have two of it that were signed in the same second, {}",
            absolute(claims.issued_at)
        ),
        ways: vec![(
            format!("nkeep push -a {} --force", shell_word(&claims.name)),
            "gives all of them what is here",
        )],
        may_be_forced: false,
    }
}

/// Servers hold it for later than all that is signed until then (F10).
fn ahead(token: &Unverified<Account>) -> Obstacle {
    let claims = token.claims();
    Obstacle {
        reason: format!(
            "it was signed by a clock that was ahead, {}: nothing that is signed until then would be later",
            absolute(claims.issued_at)
        ),
        ways: vec![(
            format!("nkeep push -a {}", shell_word(&claims.name)),
            "gives every server what is here, if it is here",
        )],
        may_be_forced: false,
    }
}

fn twin(there: &Entity) -> Obstacle {
    Obstacle {
        reason: format!(
            "it was signed in the same second as what is here, {}, and says something else",
            absolute(there.issued_at)
        ),
        ways: vec![(
            format!("nkeep push -a {} --force", shell_word(there.name.as_str())),
            "gives servers what is here",
        )],
        may_be_forced: true,
    }
}

/// What was done there nobody here knows, and what is here was signed later without it.
fn changed_elsewhere(there: &Entity, token: &Unverified<Account>) -> Obstacle {
    let account = shell_word(there.name.as_str());
    Obstacle {
        reason: format!(
            "it was changed elsewhere, {}, and what is here was changed later without that",
            absolute(token.claims().issued_at)
        ),
        ways: vec![
            (
                format!("nkeep diff -a {account}"),
                "shows what is other there",
            ),
            (
                format!("nkeep push -a {account} --force"),
                "gives servers what is here, and undoes what was changed there",
            ),
        ],
        may_be_forced: true,
    }
}

/// Another account that has the name.
fn named_otherwise(
    records: &dyn Records,
    parent: PublicKey,
    key: &PublicKey,
    there: Option<&Entity>,
    name: &Name,
) -> Result<Option<Obstacle>> {
    if there.is_some_and(|there| there.name == *name) {
        return Ok(None);
    }
    let holder = records.named(EntityKind::Account, Some(&parent), name)?;
    Ok(holder
        .filter(|holder| holder.key != *key)
        .map(|holder| Obstacle {
            reason: format!(
                "the store has another account {}, {}",
                quoted(&holder.name),
                holder.key
            ),
            ways: vec![(
                format!(
                    "nkeep rename account {} NEW_NAME",
                    shell_word(holder.name.as_str())
                ),
                "makes room for it",
            )],
            may_be_forced: false,
        }))
}

/// What is known to be revoked of exports that a token has, and it would not revoke.
fn lost_of_exports(
    records: &dyn Records,
    key: &PublicKey,
    ours: Option<&Unverified<Account>>,
    body: &Account,
) -> Result<Vec<(String, ShareType, Revocations)>> {
    let unchanged = ours.is_some_and(|ours| ours.claims().body.exports == body.exports);
    if body.exports.is_empty() || unchanged {
        return Ok(Vec::new());
    }
    let known = known_of_exports(records, key, &body.exports)?;
    let pairs = body.exports.iter().zip(known);
    let lost = pairs.map(|(export, known)| {
        let lost = lost(&known, &export.revocations);
        (export.subject.clone(), export.share_type, lost)
    });
    Ok(lost.filter(|(.., lost)| !lost.is_empty()).collect())
}

/// Exports that were private, and are not any more: whoever was revoked there needs no activation now.
fn made_public(ours: Option<&Unverified<Account>>, body: &Account) -> Vec<LetIn> {
    let Some(ours) = ours else {
        return Vec::new();
    };
    let before = &ours.claims().body.exports;
    let opened = body.exports.iter().filter(|export| {
        let was = same_export(before, export);
        was.is_some_and(|was| was.token_required && !export.token_required)
    });
    opened
        .map(|export| {
            let who = format!(
                "whoever imports the {} {} without an activation: it is private here",
                export.share_type,
                quoted(&export.subject)
            );
            (who, None)
        })
        .collect()
}

/// How many keys a token names that the store has no seed of: the identity is one of them.
fn keys_missing(
    records: &dyn Records,
    key: &PublicKey,
    token: &Unverified<Account>,
) -> Result<usize> {
    let mut missing = 0;
    let signing = token.claims().body.signing_keys.0.keys();
    for named in signing.cloned().chain([key.to_string()]) {
        let Ok(named) = named.parse::<PublicKey>() else {
            continue;
        };
        let here = records.key(&named)?;
        missing += usize::from(here.is_none_or(|here| here.sealed.is_none()));
    }
    Ok(missing)
}

/// Takes them, where the store is as it was when they were looked at.
pub fn take(changes: &mut dyn Changes, all: Vec<Pulled>) -> Result<()> {
    let strays = unowned(changes)?;
    for pulled in all {
        let Pulled {
            mut entity, before, ..
        } = pulled;
        if changes.entity(&entity.key)? != before {
            let reason = "the store was changed by another process meanwhile";
            return Err(StoreError::Refused(reason.to_owned()).into());
        }
        entity.updated = changes.now();
        match &before {
            Some(before) => {
                superseded::replaced(changes, before, &entity)?;
                remember_gone_exports(changes, before, &entity)?;
            }
            None => entity.created = changes.now(),
        }
        changes.put_entity(&entity)?;
        adopt(changes, &entity, &strays)?;
    }
    Ok(())
}
