//! Validation: every rule of Go's library with its message, severity and order, and some of nkeep's own.
//!
//! Each claim type has its file and implements [`Validate`]; what several have in common is in `permissions`, `subjects`
//! and `information`; `quote`, `url` and `formats` are the parts of Go's standard library that the messages lean on.
//! Validation looks at claims alone: who signed them and whether that key may is the chain's question, and nothing here
//! refuses anything; whoever asked decides by [`Issue::blocking`].
//!
//! Where Go walks a map, its order is by chance; here it is the order of the keys.

mod account;
mod activation;
mod authorization;
mod export;
mod findings;
mod formats;
mod generic;
mod import;
mod information;
mod issue;
mod mapping;
mod operator;
mod permissions;
mod quote;
mod scope;
mod secrets;
mod subjects;
mod url;
mod user;

pub(crate) use formats::{check_time_zone, is_network, is_time_of_day};
pub use issue::{Code, Issue, Origin, Severity};
pub(crate) use operator::account_server_url;
pub use quote::{quoted, quoted_bytes};
pub use user::scoped_user_issue;

use crate::clock::{UnixSeconds, absolute};
use crate::jwt::claims::{Activation, Body, Claims};
use crate::jwt::decode::{Unverified, decode, header_fields};
use crate::masking::holds_secret;
use crate::nkey::{Kind, PublicKey};
use findings::Findings;

/// Reads the activation that an import carries; nothing when it is none or its signature does not hold.
pub type ReadActivation<'a> = dyn Fn(&str) -> Option<Claims<Activation>> + 'a;

/// What validation needs besides the claims.
pub struct Context<'a> {
    /// The time at which the claims are to hold.
    pub now: UnixSeconds,
    /// How activations inside imports are read.
    pub activation: &'a ReadActivation<'a>,
    /// The key that the claims are about, where it was found to be one before.
    pub subject: Option<PublicKey>,
    /// What a store has them under: it was found to be a key before.
    pub above: Option<PublicKey>,
    /// The token that they are of, where there is one already.
    pub token: Option<&'a str>,
}

impl Context<'_> {
    /// For claims alone, at that time.
    fn at(now: UnixSeconds) -> Self {
        Self {
            now,
            activation: &decoded_activation,
            subject: None,
            above: None,
            token: None,
        }
    }
}

mod sealed {
    use super::{Body, Claims, Context, Findings};

    /// The rules of one claim type. Findings are collected in this room only, so no other can add a type.
    pub trait Rules: Body {
        /// Reports everything that is wrong with the claims, in Go's order.
        fn check(claims: &Claims<Self>, context: &Context<'_>, findings: &mut Findings);
    }
}
use sealed::Rules;

/// Claim types that have rules: all of them.
pub trait Validate: Rules {}

impl<B: Rules> Validate for B {}

/// Everything that is wrong with the claims at that time, in Go's order, nkeep's own findings among them.
#[must_use]
pub fn validate<B: Validate>(claims: &Claims<B>, now: UnixSeconds) -> Vec<Issue> {
    validate_in(claims, &Context::at(now))
}

/// The first rule of Go's library that the claims break whatever the time: servers do not take them. Nothing else is looked at.
#[must_use]
pub fn refused<B: Validate>(claims: &Claims<B>) -> Option<Issue> {
    let mut findings = Findings::default();
    B::check(claims, &Context::at(0), &mut findings);
    let mut issues = findings.into_issues().into_iter();
    issues.find(|issue| issue.blocking() && issue.origin == Origin::Go)
}

/// The same of the claims of a token, with what a store has it under.
#[must_use]
pub fn validate_token<B: Validate>(
    token: &Unverified<B>,
    above: Option<PublicKey>,
    now: UnixSeconds,
) -> Vec<Issue> {
    validate_in(
        token.claims(),
        &Context {
            now,
            activation: &decoded_activation,
            subject: token.subject().ok(),
            above,
            token: Some(token.token()),
        },
    )
}

/// The activation in a token that decodes; who signed it is for the rules to compare.
fn decoded_activation(token: &str) -> Option<Claims<Activation>> {
    let token = Unverified::<Activation>::try_from(decode(token).ok()?).ok()?;
    Some(token.into_claims())
}

/// As [`validate`], with another way to read activations.
#[must_use]
pub fn validate_in<B: Validate>(claims: &Claims<B>, context: &Context<'_>) -> Vec<Issue> {
    let mut findings = Findings::default();
    B::check(claims, context, &mut findings);
    check_form(claims, context, &mut findings);
    findings.into_issues()
}

/// What is to be said of the token as a whole, of whatever type: its times, its version, fields nobody knows.
#[must_use]
pub fn about_token<B: Body>(claims: &Claims<B>, now: UnixSeconds) -> Vec<Issue> {
    let mut findings = Findings::default();
    check_times(claims, now, &mut findings);
    check_form(claims, &Context::at(now), &mut findings);
    findings.into_issues()
}

/// What is to be said of the header of a token.
#[must_use]
pub fn about_header(token: &str) -> Vec<Issue> {
    let mut findings = Findings::default();
    for (name, value) in header_fields(token) {
        findings.within(format!("header.{name}"), |findings| {
            let message = format!("a field that nkeep does not know: {value}");
            findings.add(Code::TokenHeaderField, message);
            if holds_secret(&name) || holds_secret(&value) {
                let message = "it holds a seed or an age identity";
                findings.add(Code::ClaimsSecret, message);
            }
        });
    }
    findings.into_issues()
}

/// The rules about time, which every type has.
fn check_times<B: Body>(claims: &Claims<B>, now: UnixSeconds, findings: &mut Findings) {
    if claims.expires > 0 && now > claims.expires {
        findings.add(Code::ClaimsExpired, "claim is expired");
    }
    if claims.not_before > 0 && claims.not_before > now {
        findings.add(Code::ClaimsNotYetValid, "claim is not yet valid");
    }
}

/// What Go's library takes without a word, and a reader would want to know.
fn check_form<B: Body>(claims: &Claims<B>, context: &Context<'_>, findings: &mut Findings) {
    // Clocks differ, and a token signed twice in a second is of the next.
    if claims.issued_at > context.now + 60 {
        let issued = absolute(claims.issued_at);
        let message = format!("it was issued at {issued}, which is still to come");
        findings.add(Code::ClaimsIssuedAhead, message);
    }
    let times = [
        ("exp", claims.expires),
        ("nbf", claims.not_before),
        ("iat", claims.issued_at),
    ];
    for (name, time) in times.into_iter().filter(|(_, time)| *time < 0) {
        findings.within(name, |findings| {
            let message = format!("{time} counts as no time at all");
            findings.add(Code::ClaimsNegativeTime, message);
        });
    }
    if claims.version() == 1 {
        findings.add(Code::ClaimsVersion1, "it is in the old format of version 1");
    }
    check_subject(claims, context.subject, findings);
    secrets::check(claims, context.token, findings);
    for (path, value) in claims.unknown_fields() {
        findings.within(path, |findings| {
            let message = format!("a field that nkeep does not know: {value}");
            findings.add(Code::ClaimsUnknownField, message);
        });
    }
}

/// Whose token it is; Go looks at that only when it writes.
fn check_subject<B: Body>(claims: &Claims<B>, known: Option<PublicKey>, findings: &mut Findings) {
    let fits = |kind: Kind| {
        let key: PublicKey = known.map_or_else(|| claims.subject.parse(), Ok)?;
        key.kind().expect(kind)
    };
    let reason = match B::SUBJECT {
        _ if claims.subject.is_empty() => "it is empty".to_owned(),
        None => return,
        Some((kind, _)) => match fits(kind) {
            Ok(()) => return,
            Err(reason) => reason.to_string(),
        },
    };
    findings.within("sub", |findings| {
        let message = format!(
            "{} cannot be its subject: {reason}",
            quoted(&claims.subject)
        );
        findings.add(Code::ClaimsSubject, message);
    });
}
