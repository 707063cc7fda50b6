//! Tokens of accounts that somebody else has, beside what the store has: whose word each of them is, and which is the later
//! one. Nothing here is taken because it came: a token is the operator's when one of its keys signed it, and not before.

use std::collections::BTreeSet;

use super::served::Served;
use super::{Result, superseded, trusted_operator};
use crate::clock::{CLOCKS_DIFFER, UnixSeconds};
use crate::jwt::chain::{self, AsOf, Distrust, Trusted};
use crate::jwt::claims::{Account, Body, Operator};
use crate::jwt::decode::{Unverified, decode, named_issuer};
use crate::store::Records;
use crate::store::class::Role;

/// Whose word a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signer {
    /// The operator's, by a key that it has.
    Operator,
    /// The operator's, by a key that it has no more, or that signs no accounts.
    Former,
    /// The operator's, by a key that a later token of it names than the store has.
    Later,
    /// Somebody else's.
    Foreign,
}

impl Signer {
    /// As it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Former => "former",
            Self::Later => "later",
            Self::Foreign => "foreign",
        }
    }
}

/// How a token stands to the one in the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Age {
    /// It is that one.
    Same,
    /// It was signed before.
    Older,
    /// It was signed afterwards.
    Newer,
    /// It was signed in the same second, or has the same identity, and says something else: servers take two such tokens for
    /// one, and never bring each other up to date (F5).
    Twin,
}

impl Age {
    /// Of a token beside the store's.
    #[must_use]
    pub fn of<B: Body>(theirs: &Unverified<B>, ours: &Unverified<B>) -> Self {
        let (there, here) = (theirs.claims(), ours.claims());
        if theirs.token() == ours.token() {
            Self::Same
        } else if there.issued_at == here.issued_at || (there.id == here.id && !here.id.is_empty())
        {
            Self::Twin
        } else if there.issued_at < here.issued_at {
            Self::Older
        } else {
            Self::Newer
        }
    }

    /// As it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Older => "older",
            Self::Newer => "newer",
            Self::Twin => "twin",
        }
    }
}

/// A token of an account, read.
#[derive(Clone, Debug)]
pub struct Word {
    /// What it says.
    pub token: Unverified<Account>,
    /// Whose word it is.
    pub signer: Signer,
}

impl Word {
    /// Whether nobody is let in by it any more.
    #[must_use]
    pub fn has_expired(&self, now: UnixSeconds) -> bool {
        let expires = self.token.claims().expires;
        expires != 0 && expires < now
    }

    /// Whether the clock was ahead that signed it: servers hold it for later than all that is signed until then (F10).
    #[must_use]
    pub fn is_ahead(&self, now: UnixSeconds) -> bool {
        self.token.claims().issued_at > now.saturating_add(CLOCKS_DIFFER)
    }
}

/// Who tells whose word a token is.
#[derive(Debug)]
pub struct Judge {
    operator: Trusted<Operator>,
    /// Keys that the operator had.
    former: BTreeSet<String>,
    /// Keys that it has by a later token.
    later: BTreeSet<String>,
}

impl Judge {
    /// Of an operator. Keys that it had are those of the store and of its history, and those that it names in earlier tokens
    /// of its own that servers were started with; what it names in later ones the store does not know yet.
    pub fn of<'a>(
        records: &dyn Records,
        operator: &Served,
        elsewhere: impl IntoIterator<Item = &'a String>,
    ) -> Result<Self> {
        let trusted = trusted_operator(&operator.entity)?;
        let mut former = superseded::retired(records, &operator.entity)?;
        let keys = records.keys_of(&operator.entity.key)?.into_iter();
        let signing = keys.filter(|key| key.role == Role::Signing);
        former.extend(signing.map(|key| key.public.to_string()));
        let mut later = BTreeSet::new();
        for token in elsewhere {
            let Ok(told) = operator.told(token) else {
                continue;
            };
            let keys = told.claims().body.signing_keys.iter().cloned();
            match told.claims().issued_at > trusted.claims().issued_at {
                true => later.extend(keys),
                false => former.extend(keys),
            }
        }
        Ok(Self {
            operator: trusted,
            former,
            later,
        })
    }

    /// Whether the key that a token names as its issuer signs accounts of the operator. The token is of the store.
    #[must_use]
    pub fn is_signer(&self, token: &str) -> bool {
        let issuer = named_issuer(token);
        issuer.is_ok_and(|issuer| {
            matches!(chain::may_issue_accounts(&self.operator, &issuer), Ok(true))
        })
    }

    /// Reads a token that should be of the account with that key; else the reason why it is none.
    pub fn word(&self, key: &str, token: &str) -> Result<Word, String> {
        let decoded = decode(token).map_err(|error| error.to_string())?;
        let token = Unverified::<Account>::try_from(decoded)
            .map_err(|found| format!("it holds {found} claims"))?;
        let subject = &token.claims().subject;
        if subject != key {
            return Err(format!("it is of {subject}"));
        }
        let signer = match chain::account_holds(&token, &self.operator, AsOf::AnyTime) {
            Ok(()) => Signer::Operator,
            Err(Distrust::Strict(_)) => Signer::Former,
            Err(Distrust::Issuer { issuer, .. }) if self.later.contains(&issuer.to_string()) => {
                Signer::Later
            }
            Err(Distrust::Issuer { issuer, .. }) if self.former.contains(&issuer.to_string()) => {
                Signer::Former
            }
            Err(Distrust::Issuer { .. }) => Signer::Foreign,
            Err(distrust) => return Err(distrust.to_string()),
        };
        Ok(Word { token, signer })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::Age;
    use crate::jwt::claims::{Account, Claims};
    use crate::jwt::decode::{Unverified, decode};
    use crate::jwt::encode::{UnknownFields, encode};
    use crate::nkey::{AnyKeyPair, Kind, Seed};

    const NOW: i64 = 1_795_000_000;

    fn pair(kind: Kind) -> AnyKeyPair {
        Seed::generate(kind).unwrap().signing_pair().unwrap()
    }

    fn signed(account: &AnyKeyPair, tag: &str, at: i64, by: &AnyKeyPair) -> Unverified<Account> {
        let mut claims = Claims::<Account> {
            subject: account.public().to_string(),
            name: "SHOP".to_owned(),
            ..Claims::default()
        };
        claims.body.tags = vec![tag.to_owned()];
        let signed = encode(claims, by, at, UnknownFields::Refuse).unwrap();
        decode(&signed.token).unwrap().try_into().ok().unwrap()
    }

    #[test]
    fn tokens_of_one_second_are_twins_whoever_signed_them() {
        let (account, one, other) = (
            pair(Kind::Account),
            pair(Kind::Operator),
            pair(Kind::Operator),
        );
        let ours = signed(&account, "ours", NOW, &one);
        for (theirs, age) in [
            (signed(&account, "ours", NOW, &one), Age::Same),
            (signed(&account, "theirs", NOW, &one), Age::Twin),
            (signed(&account, "theirs", NOW, &other), Age::Twin),
            (signed(&account, "theirs", NOW - 1, &one), Age::Older),
            (signed(&account, "theirs", NOW + 1, &other), Age::Newer),
        ] {
            assert_eq!(Age::of(&theirs, &ours), age);
        }
    }
}
