//! Users of an account that is taken.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;

use super::found::Sheet;
use super::planner::{Judged, KnownAccount, Planner};
use crate::clock::UnixSeconds;
use crate::jwt::chain::{self, AsOf, Distrust, Trusted};
use crate::jwt::claims::Account;
use crate::jwt::claims::{Operator, User};
use crate::jwt::decode::Unverified;
use crate::nkey::PublicKey;
use crate::store::Result;
use crate::store::record::{EntityKind, Issued};

/// A user that is taken, and what its creds file must agree with.
pub(super) struct TakenUser {
    pub file: String,
    /// The folders of operator and account, and the names that a creds file may have.
    pub place: [String; 2],
    pub stems: [String; 2],
    pub key: PublicKey,
    pub token: String,
    pub issued_at: UnixSeconds,
    pub account: PublicKey,
    /// How the operator, the account and the user are named in commands.
    pub names: [String; 3],
}

impl Planner<'_> {
    /// Takes those whose chain holds; of several tokens for one key the best.
    pub(super) fn users_of(
        &mut self,
        users: Vec<Sheet<User>>,
        account: &Judged<Account>,
        operator: &Trusted<Operator>,
        place: &[String; 2],
    ) -> Result<()> {
        let Some(trusted) = &account.trusted else {
            return Ok(());
        };
        let there = self.users_there(&account.key)?;
        let mut by_key: HashMap<PublicKey, usize> = HashMap::new();
        let mut kept: Vec<Option<Judged<User>>> = Vec::new();
        for sheet in users {
            let Some(judged) = self.judged(sheet, |token, _| {
                chain::user(token, trusted, operator, AsOf::AnyTime)
            }) else {
                continue;
            };
            match by_key.entry(judged.key) {
                Slot::Vacant(slot) => {
                    slot.insert(kept.len());
                    kept.push(Some(judged));
                }
                Slot::Occupied(slot) => {
                    let at = *slot.get();
                    kept[at] = match kept[at].take() {
                        Some(other) => Some(self.better(judged, other)),
                        None => Some(judged),
                    };
                }
            }
        }
        for judged in kept.into_iter().flatten() {
            if let Some(there) = &there
                && self.was_deleted(&judged, account, there)?
            {
                continue;
            }
            if self.is_behind(&judged, account)? {
                continue;
            }
            if let Some(judged) = self.named(judged, EntityKind::User, Some(account.key))
                && !self.is_double(judged.key, judged.sheet.shown())
            {
                self.put_user(judged, account, operator, place);
            }
        }
        Ok(())
    }

    fn put_user(
        &mut self,
        mut judged: Judged<User>,
        account: &Judged<Account>,
        operator: &Trusted<Operator>,
        place: &[String; 2],
    ) {
        self.put(&mut judged, EntityKind::User, Some(account.key));
        self.owners.user(&judged.key);
        let Some(file) = judged.sheet.file.clone() else {
            return;
        };
        self.plan
            .issued
            .push(issued(&judged.sheet.token, &account.key));
        self.users.push(TakenUser {
            file,
            place: place.clone(),
            stems: [judged.name.to_string(), judged.sheet.stem.clone()],
            key: judged.key,
            token: judged.sheet.token.token().to_owned(),
            issued_at: judged.sheet.token.claims().issued_at,
            account: account.key,
            names: [
                operator.claims().name.clone(),
                account.name.to_string(),
                judged.name.to_string(),
            ],
        });
    }
}

/// What the store keeps of a user's token. One without an identity of its own, or with one that many share, gets the hash
/// of its text.
pub(super) fn issued(token: &Unverified<User>, account: &PublicKey) -> Issued {
    let claims = token.claims();
    Issued {
        jti: claims.id.clone(),
        kind: "user".to_owned(),
        subject: claims.subject.clone(),
        account: *account,
        issuer: *token.issuer(),
        issued_at: claims.issued_at,
        expires: claims.expires,
    }
}

/// Whether a user's chain holds, but for its time.
pub(super) fn held(
    token: &Unverified<User>,
    account: &KnownAccount,
) -> Result<Trusted<User>, Distrust> {
    let KnownAccount {
        trusted, operator, ..
    } = account;
    chain::user(token.clone(), trusted, operator, AsOf::AnyTime)
}
