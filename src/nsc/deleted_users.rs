//! Users who were deleted, in the store or in nsc's: what is left of them brings nobody back. Their seeds are sealed all the
//! same, as those of nobody, so that no last copy of a key goes with the file that it was in.

use std::collections::HashSet;
use std::path::Path;

use super::found::{FoundCreds, Sheet};
use super::planner::{Judged, KnownAccount, Planner};
use super::users::{held, issued};
use super::{Code, Finding};
use crate::clock::UnixSeconds;
use crate::jwt::chain::{self, AsOf, Distrust, Trusted};
use crate::jwt::claims::{Account, Operator, User};
use crate::jwt::decode::Unverified;
use crate::nkey::PublicKey;
use crate::store::Result;
use crate::store::record::{EntityKind, Name};
use crate::text::{noted, quoted, shell_word};
use crate::trust;
use crate::trust::readmission::revoke_user;
use crate::trust::revoke::revoked_up_to;

/// What a creds file that stands beside no user is of.
pub(super) enum Standing {
    /// Of a user who is taken, or in the store, with this token.
    Kept,
    /// Of such a user, with another token.
    Other(String),
    /// Of such a user, with a token that is newer, and holds.
    Newer(String),
    /// Of a user who was deleted.
    Deleted(String),
    /// Of a user who is not there, and could be taken; and what locks it out, where it is not over.
    Missing(String, Option<String>),
    /// Of a user who is not there, and could not.
    Nobody(String),
}

impl Planner<'_> {
    /// The users of an account in the store; nothing where the account is not there, or the user was named.
    pub(super) fn users_there(&self, account: &PublicKey) -> Result<Option<HashSet<String>>> {
        let records = self.judgement.records.filter(|_| !self.single);
        let Some(records) = records else {
            return Ok(None);
        };
        if records.entity(account)?.is_none() {
            return Ok(None);
        }
        let listed = records.listed(EntityKind::User, Some(account))?;
        Ok(Some(listed.into_iter().map(|user| user.key).collect()))
    }

    /// Leaves a user out who was deleted in the store: it knows a token of theirs, and has them no more.
    pub(super) fn was_deleted(
        &mut self,
        user: &Judged<User>,
        account: &Judged<Account>,
        there: &HashSet<String>,
    ) -> Result<bool> {
        let key = user.key.to_string();
        let (Some(records), Some(file)) = (self.judgement.records, &user.sheet.file) else {
            return Ok(false);
        };
        let known = |records: &dyn crate::store::Records| -> Result<bool> {
            let known = records.issued_for(&key)?;
            let mut known = known.iter();
            Ok(known.any(|token| token.kind == "user" && token.account == account.key))
        };
        if there.contains(&key) || records.entity(&user.key)?.is_some() || !known(records)? {
            return Ok(false);
        }
        let whose = format!(
            "user {} of account {} was deleted here",
            quoted(&user.name),
            quoted(&account.name)
        );
        let holds = user.trusted.is_some()
            && !self.revokes(&account.key, &user.key, user.sheet.token.claims().issued_at)?;
        let message = match holds {
            true => format!("{whose}; this token was not revoked, and holds"),
            false => whose.clone(),
        };
        let path = shell_word(&self.plan.path_of(file));
        let hint = noted(
            format!("nkeep import user -f {path}"),
            "takes it all the same",
        );
        let finding = Finding::left(Code::UserDeleted, file, message).hint(hint);
        self.plan.findings.push(finding);
        self.plan
            .issued
            .push(issued(&user.sheet.token, &account.key));
        self.gone.insert(user.key, whose);
        Ok(true)
    }

    /// Leaves an account out that was deleted in the store, and its users with it.
    pub(super) fn account_was_deleted(
        &mut self,
        account: &Judged<Account>,
        operator: &Trusted<Operator>,
        users: &[Sheet<User>],
    ) -> Result<bool> {
        let records = self.judgement.records.filter(|_| !self.single);
        let (Some(records), Some(file)) = (records, &account.sheet.file) else {
            return Ok(false);
        };
        let was_deleted =
            trust::revoke::was_deleted(records, &account.key).map_err(|_| records.unreadable())?;
        if records.entity(&account.key)?.is_some() || !was_deleted {
            return Ok(false);
        }
        let whose = format!("account {} was deleted here", quoted(&account.name));
        let claims = account.sheet.token.claims();
        let keys = claims.body.signing_keys.0.keys();
        let keys = keys.chain([&claims.subject, &claims.body.authorization.xkey]);
        let users = users.iter().map(|user| &user.token.claims().subject);
        let gone = keys.chain(users).filter_map(|key| key.parse().ok());
        self.gone
            .extend(gone.map(|key: PublicKey| (key, whose.clone())));
        let hint = noted(
            format!(
                "nkeep add account {} -k {} --operator {}",
                shell_word(account.name.as_str()),
                account.key,
                shell_word(&operator.claims().name)
            ),
            "brings it back with what is revoked in it",
        );
        let finding = Finding::left(Code::AccountDeleted, file, whose).hint(hint);
        self.plan.findings.push(finding);
        Ok(true)
    }

    /// Whether a token is taken, or in the store.
    pub(super) fn has_token(&self, token: &Unverified<User>) -> Result<bool> {
        let text = token.token();
        let mut planned = self.plan.entities.iter();
        if planned.any(|planned| planned.entity.token == text) {
            return Ok(true);
        }
        let key = token.claims().subject.parse::<PublicKey>();
        let (Some(records), Ok(key)) = (self.judgement.records, key) else {
            return Ok(false);
        };
        let there = records.entity(&key)?;
        Ok(there.is_some_and(|there| there.token == text))
    }

    /// What a creds file is of that stands beside no user. Of one whom the account revokes, and of whom nsc has no token, it
    /// is known that they were deleted.
    pub(super) fn standing(&mut self, creds: &FoundCreds) -> Result<Standing> {
        const NOBODY: &str = "there is no such user";
        let Some(token) = &creds.token else {
            return Ok(Standing::Nobody(NOBODY.to_owned()));
        };
        if self.has_token(token)? {
            return Ok(Standing::Kept);
        }
        let claims = token.claims();
        let Ok(key) = claims.subject.parse::<PublicKey>() else {
            return Ok(Standing::Nobody(NOBODY.to_owned()));
        };
        if let Some(whose) = self.gone.get(&key) {
            return Ok(Standing::Deleted(whose.clone()));
        }
        let Some((account, known)) = self.account_of(token)? else {
            if let Some(account) = self.deleted_account_of(token)? {
                let user = quoted(&claims.name);
                let whose = format!("account {account} of user {user} was deleted here");
                self.gone.insert(key, whose.clone());
                return Ok(Standing::Deleted(whose));
            }
            if self.has_no_account(creds) {
                let [user, account] = [&claims.name, &creds.place[1]].map(quoted);
                let whose = format!("nsc has no account {account} of user {user} any more");
                self.gone.insert(key, whose.clone());
                return Ok(Standing::Deleted(format!(
                    "{whose}, and servers that have it let it in"
                )));
            }
            let message = format!("{NOBODY}, and its account is not taken");
            return Ok(Standing::Nobody(message));
        };
        let held = held(token, known);
        let [operator, within] = [&known.operator.claims().name, &known.trusted.claims().name];
        let locks_out = format!(
            "nkeep {} -a {} --operator {}",
            revoke_user(&key.to_string(), None),
            shell_word(within),
            shell_word(operator)
        );
        let above = quoted(within);
        let whose = format!("user {} of account {above}", quoted(&claims.name));
        if let Some(last) = self.last_signed(&key)? {
            if held.is_ok() && claims.issued_at > last {
                return Ok(Standing::Newer(format!(
                    "it holds a newer token of {whose}, which is not taken with the others"
                )));
            }
            if matches!(held, Ok(_) | Err(Distrust::Revoked { .. })) {
                self.plan.issued.push(issued(token, &account));
            }
            return Ok(Standing::Other(format!(
                "it is of {whose}, who has another token"
            )));
        }
        if held.is_ok() && self.revokes(&account, &key, claims.issued_at)? {
            let whose = format!("{whose} is revoked in the store");
            self.gone.insert(key, whose.clone());
            return Ok(Standing::Deleted(whose));
        }
        Ok(match held {
            Ok(_) if self.is_free(&account, &claims.name) && creds.own_seed().is_some() => {
                let nobody = format!("nsc has no {whose}");
                match claims.expires != 0 && claims.expires < self.judgement.now {
                    true => Standing::Missing(nobody, None),
                    false => Standing::Missing(
                        format!("{nobody}, and by this it is let in still"),
                        Some(locks_out),
                    ),
                }
            }
            Ok(_) => Standing::Nobody(NOBODY.to_owned()),
            Err(Distrust::Revoked { .. }) => {
                let whose = format!("{whose} was deleted, and is revoked");
                self.gone.insert(key, whose.clone());
                Standing::Deleted(whose)
            }
            Err(distrust) => Standing::Nobody(format!("{NOBODY}, and {distrust}")),
        })
    }

    /// When the token was signed that a user will have: the one that is taken, or else the store's.
    pub(super) fn last_signed(&self, key: &PublicKey) -> Result<Option<UnixSeconds>> {
        let mut planned = self.plan.entities.iter();
        if let Some(planned) = planned.find(|planned| planned.entity.key == *key) {
            return Ok(Some(planned.entity.issued_at));
        }
        let there = match self.judgement.records {
            Some(records) => records.entity(key)?,
            None => None,
        };
        Ok(there.map(|there| there.issued_at))
    }

    /// How it is said of a creds file that its token is in the store, or taken from nsc's.
    pub(super) fn kept(&mut self, creds: &FoundCreds) -> Result<String> {
        let Some(token) = &creds.token else {
            return Ok("its token is in the store".to_owned());
        };
        let claims = token.claims();
        let account = self.account_of(token)?;
        let account = account.map(|(_, known)| quoted(&known.trusted.claims().name));
        let above = account.map_or_else(String::new, |account| format!(" of account {account}"));
        let user = format!("user {}{above}", quoted(&claims.name));
        let is_planned = claims
            .subject
            .parse()
            .is_ok_and(|key| self.is_planned(&key));
        Ok(match is_planned {
            true => format!("it is a copy of the creds of {user}"),
            false => format!("{user} is in the store, and nsc has no token of it"),
        })
    }

    /// The account that is taken, or in the store, for which a token was signed.
    fn account_of(
        &mut self,
        token: &Unverified<User>,
    ) -> Result<Option<(PublicKey, &KnownAccount)>> {
        let Some(key) = account_in(token) else {
            return Ok(None);
        };
        if !self.accounts.contains_key(&key)
            && !self.stored.contains_key(&key)
            && let Some(account) = self.stored_account(&key)?
        {
            self.stored.insert(key, account);
        }
        let known = self.accounts.get(&key).or_else(|| self.stored.get(&key));
        Ok(known.map(|known| (key, known)))
    }

    /// Whether the operator of a creds file has other accounts, and none where the file's would be: what could not be read, was
    /// not taken, or is lost with all others is no sign that somebody deleted it.
    fn has_no_account(&self, creds: &FoundCreds) -> bool {
        let [operator, account, _] = &creds.place;
        let is_below = |file: &str, folder: &[&str]| {
            let parts: Vec<&str> = file.split('/').collect();
            parts.windows(folder.len()).any(|part| part == folder)
        };
        let mut entities = self.plan.entities.iter();
        let has_others = entities.any(|planned| {
            planned.entity.kind == EntityKind::Account
                && is_below(&planned.file, &[operator, "accounts"])
        });
        let entities = self.plan.entities.iter().map(|planned| &planned.file);
        let findings = self.plan.findings.iter().map(|finding| &finding.file);
        let mut named = entities.chain(findings);
        let all = Path::new(operator).join("accounts");
        let is_there = named.any(|file| {
            is_below(file, &[operator, "accounts", account]) || Path::new(file).ends_with(&all)
        });
        has_others && !is_there
    }

    /// The same where it was deleted in the store.
    fn deleted_account_of(&self, token: &Unverified<User>) -> Result<Option<PublicKey>> {
        let records = self.judgement.records.filter(|_| !self.single);
        let (Some(records), Some(key)) = (records, account_in(token)) else {
            return Ok(None);
        };
        let was_deleted =
            trust::revoke::was_deleted(records, &key).map_err(|_| records.unreadable())?;
        Ok(was_deleted.then_some(key))
    }

    /// Whether the account, as the store has it, revokes what a user had up to then.
    fn revokes(
        &self,
        account: &PublicKey,
        user: &PublicKey,
        issued_at: UnixSeconds,
    ) -> Result<bool> {
        let up_to = self
            .stored_account(account)?
            .and_then(|known| revoked_up_to(&known.trusted.claims().body.revocations, user));
        Ok(up_to.is_some_and(|up_to| issued_at <= up_to))
    }

    pub(super) fn stored_account(&self, key: &PublicKey) -> Result<Option<KnownAccount>> {
        let Some(records) = self.judgement.records else {
            return Ok(None);
        };
        let Some(account) = records.entity(key)? else {
            return Ok(None);
        };
        let operator = match account.parent {
            Some(operator) => records.entity(&operator)?,
            None => None,
        };
        let operator = operator.and_then(|operator| trust::trusted_operator(&operator).ok());
        Ok(operator.and_then(|operator| {
            let token = trust::claims::<Account>(&account).ok()?;
            let trusted = chain::account(token, &operator, AsOf::AnyTime).ok()?;
            Some(KnownAccount {
                trusted,
                operator,
                file: None,
            })
        }))
    }

    /// How it is said of a key of nobody's that it was a user's who was deleted: an account revokes it.
    pub(super) fn revoked_by(&self, key: &PublicKey) -> Option<String> {
        let whose = key.to_string();
        let revokes = |known: &&KnownAccount| {
            let revocations = &known.trusted.claims().body.revocations;
            revocations.contains_key(&whose)
        };
        let known = self.accounts.values().find(revokes)?;
        let account = quoted(&known.trusted.claims().name);
        Some(format!(
            "a user of account {account} had the key, was deleted, and is revoked"
        ))
    }

    /// Whether a name can be a user's in an account.
    fn is_free(&self, account: &PublicKey, name: &str) -> bool {
        let name = name.parse::<Name>();
        name.is_ok_and(|name| !self.names.contains_key(&(Some(*account), name.folded())))
    }
}

/// The account for which a token says that it was signed.
pub(super) fn account_in(token: &Unverified<User>) -> Option<PublicKey> {
    let stated = &token.claims().body.issuer_account;
    match stated.is_empty() {
        true => Some(*token.issuer()),
        false => stated.parse().ok(),
    }
}
