//! How a token comes to be in the store.

use std::collections::HashSet;

use super::difference::Difference;
use super::share::ShareError;
use super::{Place, cores, superseded};
use crate::clock::{UnixSeconds, absolute};
use crate::jwt::chain::{Distrust, Trusted};
use crate::jwt::claims::{Body, Claims};
use crate::jwt::decode::{DecodeError, Token, Unverified, decode, decode_own};
use crate::jwt::encode::{EncodeError, Signed, UnknownFields, encode};
use crate::jwt::sign::Signer;
use crate::jwt::validate::{Code, Issue, Validate, validate, validate_token};
use crate::nkey::{NkeyError, PublicKey};
use crate::store::record::{Entity, EntityKind, Issued, Name};
use crate::store::{Changes, StoreError};
use crate::text::quoted;

/// Tokens of one subject in the same second are told apart by going on from the last; further ahead than this, the clock
/// is wrong.
pub(super) const AHEAD: UnixSeconds = 300;

/// Why the tree cannot be changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum TrustError {
    /// The store cannot.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The token cannot be written.
    #[error(transparent)]
    Encode(#[from] EncodeError),
    /// A token of the store cannot be read.
    #[error("a token of the store cannot be read")]
    Decode(#[source] DecodeError),
    /// The chain would not hold.
    #[error("the token would not be trusted: {0}")]
    Distrust(#[from] Distrust),
    /// The claims break rules.
    #[error("the claims break rules: {}", said(.0))]
    Rules(Vec<Issue>),
    /// The clock is behind.
    #[error("this machine's clock is {0} seconds behind the last signature in the store")]
    ClockBehind(UnixSeconds),
    /// Several, and none was named.
    #[error("there are several {kind}s, and none is named: {names}")]
    Ambiguous {
        /// of what
        kind: EntityKind,
        /// some of them
        names: String,
        /// where
        place: Place,
    },
    /// None of that name.
    #[error("there is no {kind} {}", quoted(name))]
    NoSuch {
        /// of what
        kind: EntityKind,
        /// as it was asked for
        name: String,
        /// where
        place: Place,
    },
    /// None at all.
    #[error("there is no {kind} yet")]
    None {
        /// of what
        kind: EntityKind,
        /// where
        place: Place,
    },
    /// The key is another than asked for.
    #[error(transparent)]
    Key(#[from] NkeyError),
    /// It cannot be shared so.
    #[error(transparent)]
    Share(#[from] ShareError),
    /// No key may sign this.
    #[error("{0}")]
    Signer(String),
    /// The identity of the operator has to sign, and is elsewhere.
    #[error(
        "the identity {key} of operator {} has to sign this, and its seed is not in the store",
        quoted(operator)
    )]
    RootAway {
        /// which
        key: PublicKey,
        /// whose
        operator: Name,
        /// whether the store is one to work with, into which it never comes
        made: bool,
    },
    /// Something was signed since the time that was agreed on.
    #[error(
        "it was to be signed as of {}, and a token of {} is there already",
        absolute(*agreed),
        absolute(*last)
    )]
    Overtaken {
        /// as of when
        agreed: UnixSeconds,
        /// when the latest was
        last: UnixSeconds,
    },
    /// It is done only when somebody insists.
    #[error("{reason}")]
    Unforced {
        /// what, and why
        reason: String,
        /// the flag that insists
        flag: &'static str,
        /// what becomes of it then
        then: String,
    },
    /// Accounts have no key that may sign.
    #[error("{reason}")]
    LackKeys {
        /// what, and why
        reason: String,
        /// which
        accounts: Vec<Name>,
    },
    /// Whoever has the operator's keys gave nothing that could be taken.
    #[error("{place} gives no token that can be taken")]
    Unsigned {
        /// where it was asked for
        place: String,
        /// why not
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// Somebody there has to say yes first.
    #[error(
        "{place} has the request for account {}, and has not signed it yet{}; nothing was changed here",
        quoted(account),
        colon(words)
    )]
    Pending {
        /// where it was asked for
        place: String,
        /// for which account
        account: Name,
        /// what is said of it there
        words: String,
        /// a command that helps later
        help: String,
    },
    /// What is there and what is here do not go together.
    #[error(
        "{place} and the store have account {} otherwise: {reason}",
        quoted(account)
    )]
    Contradicts {
        /// where it was asked for
        place: String,
        /// which account
        account: Name,
        /// how
        reason: String,
        /// a command that helps
        help: String,
    },
    /// It was only tried: nobody was asked.
    #[error("{place} would be asked to sign account {}", quoted(account))]
    Unasked {
        /// who would be asked
        place: String,
        /// for which account
        account: Name,
        /// for what
        changes: Vec<Difference>,
    },
    /// Accounts that no server takes: by name, each with what is wrong.
    #[error(
        "no server of operator {} takes {}",
        quoted(operator),
        broken(accounts)
    )]
    Unserved {
        /// whose they are
        operator: Name,
        /// which, and why
        accounts: Vec<(String, String)>,
    },
    /// It would break something.
    #[error("{reason}")]
    Refused {
        /// what, and why
        reason: String,
        /// a command that helps
        help: String,
    },
}

impl TrustError {
    /// A refusal, with a command that helps.
    pub fn refused(reason: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Refused {
            reason: reason.into(),
            help: help.into(),
        }
    }

    pub(super) fn none(kind: EntityKind) -> Self {
        Self::None {
            kind,
            place: Place::default(),
        }
    }
}

/// The first of them, and how many more.
fn broken(accounts: &[(String, String)]) -> String {
    const SHOWN: usize = 5;
    let shown = accounts.iter().take(SHOWN);
    let mut shown: Vec<String> = shown
        .map(|(name, reason)| format!("account {}: {reason}", quoted(name)))
        .collect();
    if accounts.len() > SHOWN {
        shown.push(format!("and {} more", accounts.len() - SHOWN));
    }
    shown.join("; ")
}

/// Words after a colon, where there are any.
fn colon(words: &str) -> String {
    if words.is_empty() {
        String::new()
    } else {
        format!(": {words}")
    }
}

/// Each once: Go's library finds some things twice.
fn said(issues: &[Issue]) -> String {
    let mut messages: Vec<String> = issues.iter().map(ToString::to_string).collect();
    let mut seen = HashSet::new();
    messages.retain(|message| seen.insert(message.clone()));
    messages.join("; ")
}

/// What keeps claims from being signed.
pub(super) fn faults<B: Validate>(claims: &Claims<B>, now: UnixSeconds) -> Vec<Issue> {
    blocking(validate(claims, now))
}

/// What would keep the claims of a token from being signed.
pub(super) fn faults_in<B: Validate>(token: &Unverified<B>, now: UnixSeconds) -> Vec<Issue> {
    blocking(validate_token(token, None, now))
}

fn blocking(mut faults: Vec<Issue>) -> Vec<Issue> {
    // A rule that servers do not take is no rule: of what denies something, that would be let through.
    faults.retain(|issue| issue.blocking() || issue.code == Code::SubjectUnusable);
    faults
}

/// What is to be said of claims that are signed although they break rules, since they did before.
pub(super) fn still_broken<B: Validate>(claims: &Claims<B>, now: UnixSeconds) -> Option<String> {
    let faults = faults(claims, now);
    (!faults.is_empty()).then(|| {
        format!(
            "the claims of {} break rules as before: {}; nkeep validate names what mends them",
            quoted(&claims.name),
            said(&faults)
        )
    })
}

/// The faults that were not there before, wherever they were then: what is deleted moves what stands behind it.
fn added(faults: Vec<Issue>, mut before: Vec<Issue>) -> Vec<Issue> {
    let is_new = |fault: &Issue| {
        let known = before.iter().position(|known| is_same(known, fault));
        known.map(|index| before.swap_remove(index)).is_none()
    };
    faults.into_iter().filter(is_new).collect()
}

fn is_same(one: &Issue, other: &Issue) -> bool {
    // Of the exports that one overlaps the first alone is named, and another is the first when that one is gone.
    let shown = |issue: &Issue| match issue.code {
        Code::ExportOverlap => {
            let outer = issue.message.split_once(" already exports ");
            outer.map_or_else(|| issue.message.clone(), |(outer, _)| outer.to_owned())
        }
        _ => issue.message.clone(),
    };
    one.code == other.code && shown(one) == shown(other)
}

/// What kept the claims of a token from being signed; nothing where there is no such token.
fn faults_of<B: Body + Validate>(token: &str, now: UnixSeconds) -> Vec<Issue>
where
    Unverified<B>: TryFrom<Token>,
{
    let read = decode(token).ok().map(Unverified::<B>::try_from);
    match read {
        Some(Ok(token)) => faults_in(&token, now),
        _ => Vec::new(),
    }
}

/// Refuses claims with a finding that blocks them and that the token of `before` did not have; where that is empty, with any.
pub fn must_keep_rules<B: Body + Validate>(
    before: &str,
    claims: &Claims<B>,
    now: UnixSeconds,
) -> Result<(), TrustError>
where
    Unverified<B>: TryFrom<Token>,
{
    let mut blocking = faults(claims, now);
    // What was taken although it breaks rules is mended step by step.
    if !blocking.is_empty() && !before.is_empty() {
        blocking = added(blocking, faults_of::<B>(before, now));
    }
    match blocking.is_empty() {
        true => Ok(()),
        false => Err(TrustError::Rules(blocking)),
    }
}

/// Signs claims as of now: later than any token of the subject, without a finding that blocks it and that the token of `before`
/// did not have, and trusted.
pub fn issue<B: Body + Validate>(
    changes: &mut dyn Changes,
    before: &str,
    claims: Claims<B>,
    last: UnixSeconds,
    signer: &dyn Signer,
    trusted: impl FnOnce(Unverified<B>) -> Result<Trusted<B>, Distrust>,
) -> Result<Trusted<B>, TrustError>
where
    Unverified<B>: TryFrom<Token>,
{
    let before = Before::Token(before);
    let trusted = issued(changes.now(), before, claims, last, signer, trusted)?;
    changes.signed_by(&signer.public());
    Ok(trusted)
}

/// What was there before claims that are to be signed.
#[derive(Clone, Copy)]
pub(super) enum Before<'a> {
    /// That token; nothing where it is empty.
    Token(&'a str),
    /// The very same claims: nothing is wrong with them that was not.
    Same,
}

/// The same where the store is not at hand; whoever keeps the token notes there who signed.
fn issued<B: Body + Validate>(
    now: UnixSeconds,
    before: Before<'_>,
    claims: Claims<B>,
    last: UnixSeconds,
    signer: &dyn Signer,
    trusted: impl FnOnce(Unverified<B>) -> Result<Trusted<B>, Distrust>,
) -> Result<Trusted<B>, TrustError>
where
    Unverified<B>: TryFrom<Token>,
{
    let signed = self::signed(now, before, claims, last, signer)?;
    // What is kept is what can be read: the token itself is checked, not what went into it.
    let read = if signer.here().is_some() || signer.only_sees() {
        decode_own(&signed.token)
    } else {
        decode(&signed.token)
    };
    let read = read.map_err(TrustError::Decode)?;
    let read = Unverified::try_from(read)
        .map_err(|_| StoreError::Refused("the token is of another type than was signed".into()))?;
    Ok(trusted(read)?)
}

/// Claims and their token, whoever trusts it: as of now, later than that, and without a finding that blocks it and that the
/// token of `before` did not have.
pub(super) fn signed<B: Body + Validate>(
    now: UnixSeconds,
    before: Before<'_>,
    claims: Claims<B>,
    last: UnixSeconds,
    signer: &dyn Signer,
) -> Result<Signed<B>, TrustError>
where
    Unverified<B>: TryFrom<Token>,
{
    if last > now + AHEAD {
        return Err(TrustError::ClockBehind(last - now));
    }
    let at = match signer.agreed_time() {
        Some(agreed) if agreed <= last => return Err(TrustError::Overtaken { agreed, last }),
        Some(agreed) => agreed,
        None => now.max(last + 1),
    };
    if let Before::Token(before) = before {
        must_keep_rules(before, &claims, now)?;
    }
    Ok(encode(claims, signer, at, UnknownFields::Refuse)?)
}

/// Claims that are to be signed for somebody, later than that.
pub(super) struct Draft<B: Body> {
    pub entity: Entity,
    pub claims: Claims<B>,
    pub last: UnixSeconds,
    /// Whether the claims are just those of its token.
    pub same: bool,
    /// What is noted of the token that this one takes the place of.
    pub superseded: Option<Issued>,
}

/// Signs many as [`issue`] signs one, on every core where the key is here, and keeps each in its turn while others are still
/// being signed.
pub(super) fn issue_all<B: Body + Validate + Send + Sync>(
    changes: &mut dyn Changes,
    drafts: Vec<Draft<B>>,
    signer: &dyn Signer,
    trusted: impl Fn(Unverified<B>) -> Result<Trusted<B>, Distrust> + Sync,
    keep: impl Fn(&mut dyn Changes, &mut Entity, &Trusted<B>) -> Result<(), TrustError>,
) -> Result<Vec<Entity>, TrustError>
where
    Unverified<B>: TryFrom<Token>,
{
    let mut all = Vec::with_capacity(drafts.len());
    let now = changes.now();
    let signed = |Draft {
                      entity,
                      claims,
                      last,
                      same,
                      superseded,
                  }: Draft<B>,
                  signer: &dyn Signer| {
        let before = match same {
            true => Before::Same,
            false => Before::Token(&entity.token),
        };
        let trusted = issued(now, before, claims, last, signer, |token| {
            trusted(token.kept_with(&entity.key))
        })?;
        Ok((entity, superseded, trusted))
    };
    let mut kept = |(mut entity, superseded, trusted): (Entity, Option<Issued>, Trusted<B>)| {
        if let Some(superseded) = superseded {
            superseded::keep(changes, &superseded)?;
        }
        changes.signed_by(trusted.issuer());
        keep(changes, &mut entity, &trusted)?;
        all.push(entity);
        Ok(())
    };
    match signer.here() {
        Some(pair) if drafts.len() > 1 => {
            cores::each(drafts, |draft| signed(draft, pair), &mut kept)?;
        }
        _ => {
            let mut drafts = drafts.into_iter();
            drafts.try_for_each(|draft| kept(signed(draft, signer)?))?;
        }
    }
    Ok(all)
}
