//! Accounts of an operator none of whose keys are here: what an account is to be is signed with its own key, as a request, and
//! shown to whoever has the operator's. What comes back is kept when its chain holds, and nothing else is: a request is trusted
//! by nobody, and never stands in the store.

use super::must_be_kept;
use crate::jwt::chain::{self, AsOf, Distrust, Trusted};
use crate::jwt::claims::{Account, Claims, Operator};
use crate::jwt::decode::{Unverified, decode};
use crate::jwt::sign::Signer;
use crate::nkey::PublicKey;
use crate::store::keyring::{Countersigned, Countersigner, Keyring};
use crate::store::record::Entity;
use crate::store::{Changes, Records};
use crate::text::{noted, quoted, shell_word};
use crate::trust::difference::{Difference, differences};
use crate::trust::issue::{AHEAD, Before, signed};
use crate::trust::revoke::lost;
use crate::trust::{Result, TrustError, claims};

/// Whoever has the operator's keys.
pub(super) struct Elsewhere<'a> {
    keyring: &'a dyn Keyring,
    who: Box<dyn Countersigner>,
}

/// A token that came back, and what it has that was not asked for so.
pub(super) struct Back {
    pub trusted: Trusted<Account>,
    pub altered: Vec<Difference>,
    /// The key that signed the request.
    pub own: PublicKey,
}

impl<'a> Elsewhere<'a> {
    /// Whoever is to be asked, where none of the keys that may sign is here and the operator says where its accounts are kept.
    pub fn of(
        records: &dyn Records,
        keyring: &'a dyn Keyring,
        operator: &Trusted<Operator>,
        keys: &[PublicKey],
    ) -> Result<Option<Self>> {
        let url = &operator.claims().body.account_server_url;
        if url.is_empty() {
            return Ok(None);
        }
        let identity: PublicKey = operator.claims().subject.parse()?;
        for key in keys.iter().chain([&identity]) {
            if records
                .key(key)?
                .is_some_and(|record| record.sealed.is_some())
            {
                return Ok(None);
            }
        }
        let who = keyring.countersigner(url);
        Ok(who.map(|who| Self { keyring, who }))
    }

    /// Where that is.
    pub fn place(&self) -> String {
        self.who.place()
    }

    /// Has claims of an account signed.
    pub fn sign(
        &self,
        changes: &dyn Changes,
        operator: &Trusted<Operator>,
        account: &Entity,
        claims: Claims<Account>,
    ) -> Result<Back> {
        must_be_kept(changes, &claims)?;
        let own = self.own(changes, account)?;
        self.must_be_known(operator, account)?;
        let now = changes.now();
        let before = Before::Token(&account.token);
        let request = signed(now, before, claims, account.issued_at, &*own)?;
        let answer = self
            .who
            .countersigned(&account.key, &request.token, account.issued_at);
        let token = match answer.map_err(|source| self.unsigned(source))? {
            Countersigned::Signed(token) if token != account.token => token,
            Countersigned::Signed(_) => {
                return Err(self.pending(account, "it gives the token of before still"));
            }
            Countersigned::Pending(words) => return Err(self.pending(account, &words)),
            Countersigned::Unasked => {
                return Err(TrustError::Unasked {
                    place: self.who.place(),
                    account: account.name.clone(),
                    changes: asked_for(account, &request.claims)?,
                });
            }
        };
        let trusted = self.believed(operator, account, &token)?;
        if trusted.claims().issued_at > now + AHEAD {
            let reason = "it is from a time to come: its clock or this one is wrong";
            return Err(self.contradicts(account, reason));
        }
        self.revokes_no_less(account, &request.claims, trusted.claims())?;
        Ok(Back {
            altered: differences(&request.claims, trusted.claims())?,
            trusted,
            own: own.public(),
        })
    }

    /// The account's own key, which signs requests.
    fn own(&self, records: &dyn Records, account: &Entity) -> Result<Box<dyn Signer>> {
        match records.key(&account.key)? {
            Some(record) if record.sealed.is_some() => {
                Ok(self.keyring.signer(&record, records.store_id())?)
            }
            _ => Err(TrustError::Signer(format!(
                "the operator's keys are elsewhere, and asking for account {} takes its identity key {}, which the \
                 store does not have",
                quoted(&account.name),
                account.key
            ))),
        }
    }

    /// Refuses to ask for less than the server has by now: that would be lost.
    fn must_be_known(&self, operator: &Trusted<Operator>, account: &Entity) -> Result<()> {
        let there = self.who.current(&account.key);
        let Some(there) = there.map_err(|source| self.unsigned(source))? else {
            return Ok(());
        };
        if there == account.token {
            return Ok(());
        }
        match self.checked(operator, account, &there) {
            // Whatever it is, it holds nowhere.
            Err(_) => Ok(()),
            Ok(there) if there.claims().issued_at < account.issued_at => Ok(()),
            Ok(_) => Err(self.contradicts(account, "it has one that is not known here")),
        }
    }

    /// A token that came back, whose chain holds and which is later than the one that is here.
    fn believed(
        &self,
        operator: &Trusted<Operator>,
        account: &Entity,
        token: &str,
    ) -> Result<Trusted<Account>> {
        let trusted = self
            .checked(operator, account, token)
            .map_err(|source| self.unsigned(source))?;
        if trusted.claims().issued_at <= account.issued_at {
            let reason = "it gives back one that is no later than the one here";
            return Err(self.contradicts(account, reason));
        }
        if trusted.claims().name != account.name.as_str() {
            let reason = format!("it calls it {}", quoted(&trusted.claims().name));
            return Err(self.contradicts(account, &reason));
        }
        Ok(trusted)
    }

    fn checked(
        &self,
        operator: &Trusted<Operator>,
        account: &Entity,
        token: &str,
    ) -> std::result::Result<Trusted<Account>, Box<dyn std::error::Error + Send + Sync>> {
        let token = Unverified::<Account>::try_from(decode(token)?)
            .map_err(|found| format!("it is of type {found}"))?;
        let found = &token.claims().subject;
        if *found != account.key.to_string() {
            return Err(Distrust::OtherAccount {
                expected: account.key.to_string(),
                found: found.clone(),
            }
            .into());
        }
        Ok(chain::account(token, operator, AsOf::AnyTime)?)
    }

    /// Whoever signs elsewhere lets nobody in again.
    fn revokes_no_less(
        &self,
        account: &Entity,
        asked: &Claims<Account>,
        back: &Claims<Account>,
    ) -> Result<()> {
        let whole = lost(&asked.body.revocations, &back.body.revocations).is_empty();
        let kept = asked.body.exports.iter().all(|export| {
            let same = back.body.exports.iter().find(|other| {
                other.subject == export.subject && other.share_type == export.share_type
            });
            same.is_none_or(|same| lost(&export.revocations, &same.revocations).is_empty())
        });
        if whole && kept {
            return Ok(());
        }
        let reason = "what it gives back does not revoke what was asked to be revoked";
        Err(self.contradicts(account, reason))
    }

    fn unsigned(&self, source: Box<dyn std::error::Error + Send + Sync>) -> TrustError {
        TrustError::Unsigned {
            place: self.who.place(),
            source,
        }
    }

    fn pending(&self, account: &Entity, words: &str) -> TrustError {
        TrustError::Pending {
            place: self.who.place(),
            account: account.name.clone(),
            words: words.to_owned(),
            help: noted(self.taking(account), "when it is signed"),
        }
    }

    fn contradicts(&self, account: &Entity, reason: &str) -> TrustError {
        TrustError::Contradicts {
            place: self.who.place(),
            account: account.name.clone(),
            reason: reason.to_owned(),
            help: noted(
                self.taking(account),
                "takes what is there, after a look at it",
            ),
        }
    }

    /// The command that takes what the server has.
    fn taking(&self, account: &Entity) -> String {
        let place = self.who.place();
        let url = format!("{}/accounts/{}", place.trim_end_matches('/'), account.key);
        format!(
            "nkeep import account --file {} --overwrite",
            shell_word(&url)
        )
    }
}

/// What a request asks for that is not there yet.
fn asked_for(account: &Entity, request: &Claims<Account>) -> Result<Vec<Difference>> {
    if account.token.is_empty() {
        return Ok(Vec::new());
    }
    let before = claims::<Account>(account)?;
    differences(before.claims(), request)
}
