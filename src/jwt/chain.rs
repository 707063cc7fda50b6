//! Trust: the chain from a pinned operator to an account to a user or an activation.
//!
//! A signature says who signed; only the chain says that the signer may. What passes here is [`Trusted`], and nothing
//! else in nkeep stores, emits or pushes a token.

use super::claims::{Account, Activation, Body, ClaimType, Claims, Operator, User, UserLimits};
use super::decode::Unverified;
use super::validate::Code;
use crate::clock::{UnixSeconds, absolute};
use crate::nkey::{OperatorKey, PublicKey};

/// Why a token that its issuer signed is not to be trusted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Distrust {
    /// The operator is not the one that is expected.
    #[error("it is operator {found}, and {pinned} is expected")]
    OtherOperator {
        /// who is expected
        pinned: OperatorKey,
        /// who it is
        found: String,
    },
    /// Signed by a key that the one above does not list.
    #[error("its issuer {issuer} is neither {above} nor one of its signing keys")]
    Issuer {
        /// who signed
        issuer: PublicKey,
        /// who should have
        above: String,
    },
    /// Signed by an identity key where only signing keys may sign.
    #[error("it is signed by the identity key of {0}, and the operator demands signing keys")]
    Strict(String),
    /// It names another account than the one it is checked against.
    #[error("it belongs to account {found}, not to {expected}")]
    OtherAccount {
        /// the account at hand
        expected: String,
        /// the account named
        found: String,
    },
    /// Past its end.
    #[error("it expired at {}", absolute(*.0))]
    Expired(UnixSeconds),
    /// Before its beginning.
    #[error("it is not valid before {}", absolute(*.0))]
    NotYetValid(UnixSeconds),
    /// Revoked.
    #[error("it is revoked: all tokens for {subject} signed up to {} are", absolute(*.up_to))]
    Revoked {
        /// whose tokens, or `*`
        subject: String,
        /// signed up to when
        up_to: UnixSeconds,
    },
    /// Permissions of its own under a scope that sets them.
    #[error("its issuer is a scoped key, and it sets permissions or limits of its own")]
    ScopedWithLimits,
    /// A bearer token where there must be none.
    #[error("it is a bearer token, and the account allows none")]
    Bearer,
    /// Its subject is no key of the right kind.
    #[error("its subject {0:?} is not the kind of key it should be")]
    Subject(String),
    /// The account above it is not at hand.
    #[error("the token of account {0}, which should stand above it, is not given")]
    NoAccount(String),
    /// Such claims have no place in a chain.
    #[error("{0} claims have no place in a chain of trust")]
    NoChain(ClaimType),
    /// There is no such export, so nothing that it could give leave for.
    #[error("account {0} exports no such subject")]
    NoExport(String),
}

impl Distrust {
    /// What scripts and people hold on to.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::OtherOperator { .. } => Code::ChainOtherOperator,
            Self::Issuer { .. } => Code::ChainIssuer,
            Self::Strict(_) => Code::ChainIdentityKey,
            Self::OtherAccount { .. } => Code::ChainOtherAccount,
            Self::Expired(_) => Code::ChainExpired,
            Self::NotYetValid(_) => Code::ChainNotYetValid,
            Self::Revoked { .. } => Code::ChainRevoked,
            Self::ScopedWithLimits => Code::ChainScopedWithLimits,
            Self::Bearer => Code::ChainBearer,
            Self::Subject(_) => Code::ChainSubject,
            Self::NoAccount(_) => Code::ChainAccountMissing,
            Self::NoChain(_) => Code::ChainNone,
            Self::NoExport(_) => Code::ChainExportMissing,
        }
    }
}

/// At what time a chain is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// At that time.
    Time(UnixSeconds),
    /// At none: expiry is looked at elsewhere.
    AnyTime,
}

/// Claims whose chain was verified.
#[derive(Clone, Debug, PartialEq)]
pub struct Trusted<B: Body>(Unverified<B>);

impl<B: Body> Trusted<B> {
    /// What the token says.
    #[must_use]
    pub fn claims(&self) -> &Claims<B> {
        self.0.claims()
    }

    /// The key that signed it.
    #[must_use]
    pub const fn issuer(&self) -> &PublicKey {
        self.0.issuer()
    }

    /// The token itself.
    #[must_use]
    pub fn token(&self) -> &str {
        self.0.token()
    }

    /// The same for whoever checks it again.
    #[must_use]
    pub fn into_unverified(self) -> Unverified<B> {
        self.0
    }
}

/// Trusts an operator: the one whose key is pinned, signed by itself.
pub fn operator(
    token: Unverified<Operator>,
    pinned: &OperatorKey,
    as_of: AsOf,
) -> Result<Trusted<Operator>, Distrust> {
    let claims = token.claims();
    if claims.subject != pinned.to_string() {
        return Err(Distrust::OtherOperator {
            pinned: *pinned,
            found: claims.subject.clone(),
        });
    }
    if *token.issuer() != pinned.any() {
        return Err(Distrust::Issuer {
            issuer: *token.issuer(),
            above: pinned.to_string(),
        });
    }
    in_time(claims, as_of)?;
    Ok(Trusted(token))
}

/// Trusts an account: signed by the operator, or by one of its signing keys alone where it is strict.
pub fn account(
    token: Unverified<Account>,
    operator: &Trusted<Operator>,
    as_of: AsOf,
) -> Result<Trusted<Account>, Distrust> {
    account_holds(&token, operator, as_of)?;
    Ok(Trusted(token))
}

/// Whether [`account`] would trust it.
pub fn account_holds(
    token: &Unverified<Account>,
    operator: &Trusted<Operator>,
    as_of: AsOf,
) -> Result<(), Distrust> {
    subject_is(token)?;
    let issuer = token.issuer().to_string();
    if !may_issue_accounts(operator, &issuer)? {
        return Err(Distrust::Issuer {
            issuer: *token.issuer(),
            above: operator.claims().subject.clone(),
        });
    }
    in_time(token.claims(), as_of)
}

/// Whether servers of an operator take accounts that are signed by that key.
pub fn may_issue_accounts(operator: &Trusted<Operator>, issuer: &str) -> Result<bool, Distrust> {
    let above = operator.claims();
    if issuer != above.subject {
        return Ok(above.body.signing_keys.iter().any(|key| key == issuer));
    }
    if above.body.strict_signing_key_usage {
        return Err(Distrust::Strict(above.subject.clone()));
    }
    Ok(true)
}

/// Trusts a user: signed by the account or one of its signing keys, within the scope of that key, and not revoked.
pub fn user(
    token: Unverified<User>,
    account: &Trusted<Account>,
    operator: &Trusted<Operator>,
    as_of: AsOf,
) -> Result<Trusted<User>, Distrust> {
    user_holds(&token, account, operator, as_of)?;
    Ok(Trusted(token))
}

/// Whether [`user`] would trust it.
pub fn user_holds(
    token: &Unverified<User>,
    account: &Trusted<Account>,
    operator: &Trusted<Operator>,
    as_of: AsOf,
) -> Result<(), Distrust> {
    subject_is(token)?;
    let (claims, above) = (token.claims(), account.claims());
    let scoped = signed_for(
        account,
        operator,
        token.issuer(),
        &claims.body.issuer_account,
    )?;
    // An empty list is as good as none here, and not to a server: so this asks for no more than Go's check.
    if scoped && claims.body.limits != UserLimits::default() {
        return Err(Distrust::ScopedWithLimits);
    }
    if claims.body.limits.bearer_token && above.body.limits.disallow_bearer {
        return Err(Distrust::Bearer);
    }
    not_revoked(&above.body.revocations, claims)?;
    in_time(claims, as_of)
}

/// How a user stands that was taken while its chain held. Of one that is revoked that is all there is to say, though the key
/// that signed it be gone since.
pub fn kept_user_holds(
    token: &Unverified<User>,
    account: &Trusted<Account>,
    operator: &Trusted<Operator>,
    as_of: AsOf,
) -> Result<(), Distrust> {
    user_holds(token, account, operator, as_of).map_err(|distrust| {
        let revocations = &account.claims().body.revocations;
        let revoked = not_revoked(revocations, token.claims()).err();
        revoked.unwrap_or(distrust)
    })
}

/// Trusts an activation: signed by the exporter or one of its signing keys, for a subject that it exports, and not
/// revoked there. What an operator demands of keys binds accounts and users: servers take an activation that the exporter's
/// identity signed in its own name, unless it says besides whose it is.
pub fn activation(
    token: Unverified<Activation>,
    exporter: &Trusted<Account>,
    operator: &Trusted<Operator>,
    as_of: AsOf,
) -> Result<Trusted<Activation>, Distrust> {
    subject_is(&token)?;
    let (claims, above) = (token.claims(), exporter.claims());
    if !is_by_identity(&token, exporter) {
        signed_for(
            exporter,
            operator,
            token.issuer(),
            &claims.body.issuer_account,
        )?;
    }
    let export = above
        .body
        .exports
        .iter()
        .find(|export| {
            export.share_type == claims.body.kind
                && super::subject::matches_all_of(&export.subject, &claims.body.subject)
        })
        .ok_or_else(|| Distrust::NoExport(above.subject.clone()))?;
    not_revoked(&export.revocations, claims)?;
    in_time(claims, as_of)?;
    Ok(Trusted(token))
}

/// Whether the identity of an account signed an activation, in no other name.
#[must_use]
pub fn is_by_identity(token: &Unverified<Activation>, exporter: &Trusted<Account>) -> bool {
    let claims = token.claims();
    claims.body.issuer_account.is_empty() && token.issuer().to_string() == exporter.claims().subject
}

/// Whether an issuer may sign for an account; says whether its key has a scope.
fn signed_for(
    account: &Trusted<Account>,
    operator: &Trusted<Operator>,
    issuer: &PublicKey,
    issuer_account: &str,
) -> Result<bool, Distrust> {
    let above = account.claims();
    if !issuer_account.is_empty() && issuer_account != above.subject {
        return Err(Distrust::OtherAccount {
            expected: above.subject.clone(),
            found: issuer_account.to_owned(),
        });
    }
    let issuer_text = issuer.to_string();
    if issuer_text == above.subject {
        if operator.claims().body.strict_signing_key_usage {
            return Err(Distrust::Strict(issuer_text));
        }
        return Ok(false);
    }
    // A signing key alone does not say whose it is: the claims must.
    match above.body.signing_keys.0.get(&issuer_text) {
        Some(scope) if !issuer_account.is_empty() => Ok(scope.is_some()),
        _ => Err(Distrust::Issuer {
            issuer: *issuer,
            above: above.subject.clone(),
        }),
    }
}

/// The subject must be a key of the kind that the type speaks of; Go looks at that only when it writes.
fn subject_is<B: Body>(token: &Unverified<B>) -> Result<(), Distrust> {
    let Some((kind, _)) = B::SUBJECT else {
        return Ok(());
    };
    match token.subject() {
        Ok(subject) if subject.kind() == kind => Ok(()),
        _ => Err(Distrust::Subject(token.claims().subject.clone())),
    }
}

/// A revocation holds for everything signed up to its time, the second itself included.
fn not_revoked<B: Body>(
    revocations: &std::collections::BTreeMap<String, UnixSeconds>,
    claims: &Claims<B>,
) -> Result<(), Distrust> {
    for subject in ["*", claims.subject.as_str()] {
        if let Some(up_to) = revocations
            .get(subject)
            .filter(|up_to| **up_to >= claims.issued_at)
        {
            return Err(Distrust::Revoked {
                subject: subject.to_owned(),
                up_to: *up_to,
            });
        }
    }
    Ok(())
}

fn in_time<B: Body>(claims: &Claims<B>, as_of: AsOf) -> Result<(), Distrust> {
    let AsOf::Time(now) = as_of else {
        return Ok(());
    };
    if claims.expires > 0 && now > claims.expires {
        return Err(Distrust::Expired(claims.expires));
    }
    if claims.not_before > 0 && claims.not_before > now {
        return Err(Distrust::NotYetValid(claims.not_before));
    }
    Ok(())
}
