//! Accounts that servers have and the store is to take: which of the tokens that there are, what stands in the way, and what
//! is lost or lets somebody in again by it. Only the operator's own word is taken, and nothing later gives way to it unasked.

mod let_in;
mod obstacle;

pub use let_in::LetIn;
pub use obstacle::Obstacle;

use crate::clock::UnixSeconds;
use crate::jwt::chain::Trusted;
use crate::jwt::claims::{Account, Operator};
use crate::jwt::decode::Unverified;
use crate::jwt::validate::validate;
use crate::nkey::PublicKey;
use crate::store::record::{Entity, EntityKind, Name};
use crate::store::{Changes, Records, StoreError};
use crate::text::shell_word;
use crate::trust::beside::{Age, Signer, Word};
use crate::trust::difference::{Difference, differences};
use crate::trust::revoke::{remember_gone_exports, was_deleted};
use crate::trust::strays::{adopt, unowned};
use crate::trust::superseded::{self, Mark};
use crate::trust::{Result, claims};
use obstacle::{ahead, changed_elsewhere, named_otherwise, twin, two_of_a_second};

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
