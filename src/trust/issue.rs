//! How a token comes to be in the store.

use super::error::said;
use super::{TrustError, cores, superseded};
use crate::clock::{CLOCKS_DIFFER, UnixSeconds};
use crate::jwt::chain::{Distrust, Trusted};
use crate::jwt::claims::{Body, Claims};
use crate::jwt::decode::{Token, Unverified, decode, decode_own};
use crate::jwt::encode::{Signed, UnknownFields, encode};
use crate::jwt::sign::Signer;
use crate::jwt::validate::{Code, Issue, Validate, validate, validate_token};
use crate::store::record::{Entity, Issued};
use crate::store::{Changes, StoreError};
use crate::text::quoted;

/// Tokens of one subject in the same second are told apart by going on from the last; further ahead than this, the clock
/// is wrong.
pub const AHEAD: UnixSeconds = CLOCKS_DIFFER;

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
