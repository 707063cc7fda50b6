//! Whether one token may be taken, and which of several for one key.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;

use super::ages::compared;
use super::found::Sheet;
use super::planner::{Judged, Planner};
use super::renaming::near;
use super::{Code, Finding, Help};
use crate::jwt::chain::{Distrust, Trusted};
use crate::jwt::claims::{Account, Body, Claims, User};
use crate::jwt::decode::Unverified;
use crate::jwt::subject::is_contained_in;
use crate::jwt::validate::{self, Issue, Validate, validate};
use crate::nkey::PublicKey;
use crate::store::Result;
use crate::store::record::{EntityKind, Name};
use crate::text::{noted, quoted, shell_word};
use crate::trust;

impl Planner<'_> {
    /// Judges one token; what is wrong with one that is taken is said when it is.
    pub(super) fn judged<B>(
        &mut self,
        sheet: Sheet<B>,
        trusted: impl FnOnce(Unverified<B>, &PublicKey) -> Result<Trusted<B>, Distrust>,
    ) -> Option<Judged<B>>
    where
        B: Body + Validate,
    {
        let file = sheet.shown().to_owned();
        let claims = sheet.token.claims().clone();
        let Ok(key) = claims.subject.parse::<PublicKey>() else {
            let distrust = Distrust::Subject(claims.subject.clone());
            self.distrusted(&file, &distrust);
            return None;
        };
        let mut remarks = Vec::new();
        let trusted = match trusted(sheet.token.clone(), &key) {
            Ok(trusted) => Some(trusted),
            // All else about it held.
            Err(distrust @ Distrust::Revoked { .. }) => {
                let code = Code::Token(distrust.code());
                remarks.push(Finding::taken(code, &file, distrust.to_string()));
                None
            }
            Err(distrust) => {
                if self.is_by_key_that_went(&sheet, &key, &distrust).is_none() {
                    self.distrusted(&file, &distrust);
                }
                return None;
            }
        };
        let name = match claims.name.parse::<Name>() {
            Ok(name) => name,
            Err(reason) => {
                let message = format!("its name {:?}: {reason}", claims.name);
                let mut finding = Finding::skipped(Code::NameRefused, &file, message);
                let other = near(&claims.name, &key);
                finding.hint = other.and_then(|name| self.under_another(&file, &key, &name));
                self.plan.findings.push(finding);
                return None;
            }
        };
        if !self.rules_hold(&file, sheet.file.is_some(), &claims, &mut remarks) {
            return None;
        }
        if sheet.file.is_some() && !self.loose && sheet.stem != name.as_str() {
            let message = format!(
                "it is the token of {}, and is taken by that name",
                quoted(&name)
            );
            remarks.push(Finding::taken(Code::NameFileDiffers, &file, message));
        }
        Some(Judged {
            sheet,
            key,
            name,
            trusted,
            remarks,
        })
    }

    /// What takes it under another name: where one file is all there is, its name is seen by looking at it.
    fn under_another(&self, file: &str, key: &PublicKey, name: &Name) -> Option<Help> {
        if !self.single {
            let rename = format!("--rename {}", shell_word(&format!("{key}={name}")));
            return Some(Help::Again(rename, "takes it under another name"));
        }
        (file != "-").then(|| format!("nkeep describe jwt -f {}", shell_word(file)).into())
    }

    fn distrusted(&mut self, file: &str, distrust: &Distrust) {
        let code = Code::Token(distrust.code());
        self.plan
            .findings
            .push(Finding::skipped(code, file, distrust.to_string()));
    }

    /// Says what has an account signed that signed itself.
    pub(super) fn say_who_signs(&mut self, file: &str, operator: &str) {
        let path = shell_word(&self.plan.path_of(file));
        let help = noted(
            format!(
                "nkeep import account --file {path} --operator {}",
                shell_word(operator)
            ),
            "has it signed by whoever has the operator's keys, and then its users can be taken",
        );
        let unsigned = [
            validate::Code::ChainIssuer,
            validate::Code::ChainIdentityKey,
        ];
        let mut findings = self.plan.findings.iter_mut().rev();
        let finding = findings.find(|finding| finding.file == file);
        if let Some(finding) = finding
            && unsigned.map(Code::Token).contains(&finding.code)
        {
            finding.hint = Some(help.into());
        }
    }

    /// Whether the rules let it be taken. What is past its time is taken, and said.
    fn rules_hold<B: Validate>(
        &mut self,
        file: &str,
        from_file: bool,
        claims: &Claims<B>,
        remarks: &mut Vec<Finding>,
    ) -> bool {
        let issues = validate(claims, self.judgement.now);
        for issue in issues.iter().filter(|issue| issue.time_check()) {
            let code = Code::Token(issue.code);
            remarks.push(Finding::taken(code, file, issue.message.clone()));
        }
        let broken: Vec<&Issue> = issues.iter().filter(|issue| issue.blocking()).collect();
        // What the store has already was let in by somebody.
        if broken.is_empty() || !from_file {
            return true;
        }
        let said: Vec<String> = broken
            .iter()
            .map(|issue| format!("{} ({})", issue.message, issue.code))
            .collect();
        let message = format!("its claims break rules: {}", said.join("; "));
        if self.judgement.skip_rules {
            remarks.push(Finding::taken(Code::TokenRules, file, message));
            return true;
        }
        let again = Help::Again(
            "--skip".to_owned(),
            "takes it all the same, to be edited afterwards",
        );
        let finding = Finding::skipped(Code::TokenRules, file, message).hint(again);
        self.plan.findings.push(finding);
        false
    }

    /// Of several tokens for one key, the newest.
    pub(super) fn best<B: Body>(&mut self, judged: Vec<Judged<B>>) -> Option<Judged<B>> {
        let mut best: Option<Judged<B>> = None;
        for one in judged {
            best = Some(match best {
                None => one,
                Some(other) => self.better(one, other),
            });
        }
        best
    }

    /// The better of two for one key: the newer, then the one whose file has its name. The other is left behind; what
    /// the store has gives way to the same in a file, which is then seen to be the same.
    pub(super) fn better<B: Body>(&mut self, one: Judged<B>, other: Judged<B>) -> Judged<B> {
        let rank = |judged: &Judged<B>| {
            (
                judged.sheet.token.claims().issued_at,
                judged.sheet.token.token() == one.sheet.token.token()
                    && judged.sheet.file.is_some(),
                judged.sheet.stem == judged.name.as_str(),
            )
        };
        let (best, rest) = if rank(&one) > rank(&other) {
            (one, other)
        } else {
            (other, one)
        };
        let same = best.sheet.token.token() == rest.sheet.token.token();
        if let Some(file) = &rest.sheet.file {
            let of = best.sheet.shown();
            let finding = if self.loose || best.sheet.file.is_none() {
                let [there, comes] = [&best, &rest].map(|one| one.sheet.token.claims().issued_at);
                let compared = compared(there, comes, &best.key.to_string());
                let message = format!("{of} has {compared}");
                Finding::left(Code::TokenOlder, file, message)
            } else {
                let message = format!("{of} is for the same key {}", best.key);
                Finding::skipped(Code::TokenDuplicate, file, message)
            };
            if !(same && self.loose) {
                self.plan.findings.push(finding);
            }
        }
        best
    }

    /// The same accounts, of several folders for one key only the best with a token.
    #[allow(
        clippy::type_complexity,
        reason = "a list that two functions hand over"
    )]
    pub(super) fn without_doubles(
        &mut self,
        accounts: Vec<(Option<Judged<Account>>, String, Vec<Sheet<User>>)>,
    ) -> Vec<(Option<Judged<Account>>, String, Vec<Sheet<User>>)> {
        let mut kept: Vec<(Option<Judged<Account>>, String, Vec<Sheet<User>>)> = Vec::new();
        let mut by_key: HashMap<PublicKey, usize> = HashMap::new();
        for (mut account, folder, users) in accounts {
            if let Some(judged) = account.take() {
                match by_key.entry(judged.key) {
                    Slot::Vacant(slot) => {
                        slot.insert(kept.len());
                        account = Some(judged);
                    }
                    Slot::Occupied(slot) => {
                        let before = kept[*slot.get()].0.take();
                        let best = match before {
                            Some(before) => self.better(judged, before),
                            None => judged,
                        };
                        if best.sheet.stem == folder {
                            *slot.into_mut() = kept.len();
                            account = Some(best);
                        } else {
                            kept[*slot.get()].0 = Some(best);
                        }
                    }
                }
            }
            kept.push((account, folder, users));
        }
        kept
    }

    /// Takes a name, unless another key has it.
    pub(super) fn named<B: Body>(
        &mut self,
        judged: Judged<B>,
        kind: EntityKind,
        parent: Option<PublicKey>,
    ) -> Option<Judged<B>> {
        let slot = self.names.entry((parent, judged.name.folded()));
        let holder = *slot.or_insert(judged.key);
        if holder == judged.key {
            return Some(judged);
        }
        let name = quoted(&judged.name);
        let message = format!("there is another {kind} {name}, {holder}");
        let file = judged.sheet.shown();
        let mut finding = Finding::skipped(Code::NameTaken, file, message);
        let mut others =
            (2..99).filter_map(|count| near(&format!("{}-{count}", judged.name), &judged.key));
        let free = others.find(|name| !self.names.contains_key(&(parent, name.folded())));
        finding.hint = free.and_then(|name| self.under_another(file, &judged.key, &name));
        self.plan.findings.push(finding);
        None
    }

    /// Says which imports nobody exports.
    pub(super) fn match_imports(&mut self) -> Result<()> {
        let mut found = Vec::new();
        for account in self.accounts.values() {
            let Some(file) = &account.file else {
                continue;
            };
            let mut reasons = Vec::new();
            for import in &account.trusted.claims().body.imports {
                let exporter = match import.account.parse::<PublicKey>() {
                    Ok(key) => self.account_claims(&key)?,
                    Err(_) => None,
                };
                let what = quoted(&import.subject);
                match exporter {
                    None => reasons.push(format!(
                        "it imports {what} from account {}, which is not there",
                        import.account
                    )),
                    Some(exporter) => {
                        let matches = exporter.body.exports.iter().any(|export| {
                            export.share_type == import.share_type
                                && is_contained_in(&import.subject, &export.subject)
                        });
                        if !matches {
                            let name = quoted(&exporter.name);
                            reasons.push(format!(
                                "it imports {what}, which account {name} does not export"
                            ));
                        }
                    }
                }
            }
            if !reasons.is_empty() {
                let message = reasons.join("; ");
                found.push(Finding::taken(Code::ImportUnmatched, file, message));
            }
        }
        self.plan.findings.append(&mut found);
        Ok(())
    }

    fn account_claims(&self, key: &PublicKey) -> Result<Option<Claims<Account>>> {
        if let Some(account) = self.accounts.get(key) {
            return Ok(Some(account.trusted.claims().clone()));
        }
        let Some(records) = self.judgement.records else {
            return Ok(None);
        };
        let entity = records.entity(key)?;
        Ok(entity.and_then(|entity| Some(trust::claims(&entity).ok()?.into_claims())))
    }
}
