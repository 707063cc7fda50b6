//! Which of two tokens for one key was signed later, and how that is said; and those that are left because they are over.

use std::collections::HashMap;

use super::found::Sheet;
use super::planner::{Judged, Planner};
use super::users::issued;
use super::{Code, Finding, Outcome};
use crate::clock::{UnixSeconds, absolute};
use crate::jwt::chain::Distrust;
use crate::jwt::claims::{Account, Body, User};
use crate::jwt::decode::decode_own;
use crate::nkey::{Kind, PublicKey};
use crate::store::Result;
use crate::store::record::{Entity, Issued};
use crate::text::{noted, quoted, shell_word};
use crate::trust::difference::differences;
use crate::trust::superseded::Mark;
use crate::with_token;

/// When the token of an entity was signed. What the store remembers besides may be later: nothing is signed before that.
pub(super) fn signed_at(entity: &Entity) -> UnixSeconds {
    decode_own(&entity.token).map_or(entity.issued_at, |token| {
        with_token!(token, |token| token.claims().issued_at)
    })
}

/// A newer token than one that comes, or another, as a part of a sentence that ends with when each of them was signed.
pub(super) fn compared(there: UnixSeconds, comes: UnixSeconds, of: &str) -> String {
    let times = format!(
        "it was signed {}, and this one {}",
        absolute(there),
        absolute(comes)
    );
    match there.cmp(&comes) {
        std::cmp::Ordering::Greater => format!("a newer token for {of}: {times}"),
        std::cmp::Ordering::Less => format!("another token for {of}, which is older: {times}"),
        std::cmp::Ordering::Equal => {
            format!(
                "another token for {of}: both were signed {}",
                absolute(there)
            )
        }
    }
}

impl Planner<'_> {
    /// Leaves a token out that was signed by a key that the one above has no more, and is older than the store's, or of a user
    /// who was deleted since: it is not broken, it is over. That the key had signed for it is known here.
    pub(super) fn is_by_key_that_went<B: Body>(
        &mut self,
        sheet: &Sheet<B>,
        key: &PublicKey,
        distrust: &Distrust,
    ) -> Option<()> {
        let Distrust::Issuer { issuer, above } = distrust else {
            return None;
        };
        let records = self.judgement.records.filter(|_| !self.single)?;
        let (file, claims) = (sheet.file.as_ref()?, sheet.token.claims());
        let above = records.entity(&above.parse().ok()?).ok()??;
        let issued = records.issued_for(&claims.subject).ok()?;
        let kind = B::TYPE.name();
        let signed_it = |token: &Issued| token.issuer == *issuer && token.kind == kind;
        if !issued.iter().any(signed_it) {
            return None;
        }
        let since = match records.entity(key).ok()? {
            Some(there) => {
                let at = signed_at(&there);
                if there.parent != Some(above.key) || at <= claims.issued_at {
                    return None;
                }
                let of = format!("{kind} {} {key}", quoted(&there.name));
                format!("the store has {}", compared(at, claims.issued_at, &of))
            }
            None if key.kind() == Kind::User => {
                let account = quoted(&above.name);
                let name = quoted(&claims.name);
                let whose = format!("user {name} of account {account} was deleted here");
                self.gone.insert(*key, whose.clone());
                whose
            }
            None => return None,
        };
        let message = format!(
            "older: signed by {issuer}, a key that {} {} no longer has; {since}",
            above.kind,
            quoted(&above.name)
        );
        let finding = Finding::left(Code::TokenOlder, file, message);
        self.plan.findings.push(finding);
        Some(())
    }

    /// Leaves a user's token out that is older than the store's: what was drawn tighter since would be wide again. Whoever
    /// names the file alone hears it from the comparison.
    pub(super) fn is_behind(
        &mut self,
        user: &Judged<User>,
        account: &Judged<Account>,
    ) -> Result<bool> {
        let records = self.judgement.records.filter(|_| !self.single);
        let (Some(records), Some(file)) = (records, &user.sheet.file) else {
            return Ok(false);
        };
        let Some(there) = records.entity(&user.key)? else {
            return Ok(false);
        };
        let token = &user.sheet.token;
        if there.parent != Some(account.key) || there.issued_at <= token.claims().issued_at {
            return Ok(false);
        }
        let whose = quoted(&there.name);
        let of = format!("user {whose} {}", user.key);
        let compared = compared(signed_at(&there), token.claims().issued_at, &of);
        let message = format!("the store has {compared}");
        let finding = Finding::left(Code::TokenOlder, file, message);
        self.plan.findings.push(finding);
        self.plan.issued.push(issued(token, &account.key));
        Ok(true)
    }

    /// The files of an account whose token is older than the store's, and was never here: what was changed there is not in
    /// what is here.
    pub(super) fn changed_there(&self, sheets: &[Sheet<Account>]) -> Result<Vec<String>> {
        let ours = sheets.iter().find(|sheet| sheet.file.is_none());
        let records = self.judgement.records.filter(|_| self.plan.of_nsc);
        let (Some(records), Some(ours)) = (records, ours) else {
            return Ok(Vec::new());
        };
        let mut files = Vec::new();
        for sheet in sheets {
            let Some(file) = &sheet.file else { continue };
            let key = sheet.token.claims().subject.parse()?;
            let at = ours.token.claims().issued_at;
            let from_elsewhere = Mark::of(&sheet.token).is_from_elsewhere(records, &key, at);
            if !from_elsewhere.map_err(|_| records.unreadable())? {
                continue;
            }
            let changes = differences(ours.token.claims(), sheet.token.claims());
            // Where both say the same by now, nothing is missing here.
            if !changes.is_ok_and(|changes| changes.is_empty()) {
                files.push(file.clone());
            }
        }
        Ok(files)
    }

    /// Says so of those that are left because they are older.
    pub(super) fn say_changed_there(&mut self, files: &[String]) {
        let paths: HashMap<&String, String> = files
            .iter()
            .map(|file| (file, self.plan.path_of(file)))
            .collect();
        for finding in &mut self.plan.findings {
            let is_left = finding.code == Code::TokenOlder && finding.outcome == Outcome::Left;
            let Some(path) = paths.get(&finding.file).filter(|_| is_left) else {
                continue;
            };
            finding.outcome = Outcome::Skipped;
            finding.message.push_str(
                "; it was never in the store, so what was changed in it is not in the store's",
            );
            let look = format!("nkeep describe jwt -f {}", shell_word(path));
            finding.hint = Some(noted(look, "shows it: change the same here").into());
        }
    }
}
