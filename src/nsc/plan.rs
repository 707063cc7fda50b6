//! What is to be taken of what was found: tokens whose chain holds, seeds with their owners, and what is wrong with the
//! rest.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;
use std::path::PathBuf;

use data_encoding::BASE32_NOPAD;
use sha2::{Digest as _, Sha512_256};

use super::found::{Found, FoundAccount, FoundOperator, Sheet};
use super::owners::Owners;
use super::{Code, Finding};
use crate::clock::UnixSeconds;
use crate::jwt::chain::{self, AsOf, Distrust, Trusted};
use crate::jwt::claims::{Account, Body, Claims, Operator, User};
use crate::jwt::decode::Unverified;
use crate::jwt::subject::is_contained_in;
use crate::jwt::validate::{Issue, Validate, validate};
use crate::nkey::{PublicKey, Seed};
use crate::store::class::Role;
use crate::store::record::{Entity, EntityKind, Issued, Name};
use crate::store::{Records, Result};
use crate::text::quoted;
use crate::trust;

/// How tokens are judged.
pub struct Judgement<'a> {
    /// The time at which they are looked at.
    pub now: UnixSeconds,
    /// Whether claims that break rules are taken all the same.
    pub skip_rules: bool,
    /// The store that they are to be taken into, where it is there.
    pub records: Option<&'a dyn Records>,
}

/// A token to be taken.
#[derive(Clone, Debug)]
pub struct PlannedEntity {
    /// The file that it comes from.
    pub file: String,
    /// As it will be in the store, but for the times at which it came and changed.
    pub entity: Entity,
}

/// A seed to be taken.
pub struct PlannedKey {
    /// The file that it comes from.
    pub file: String,
    /// The seed.
    pub seed: Seed,
    /// Whose it is.
    pub owner: Option<PublicKey>,
    /// What for.
    pub role: Role,
}

/// A file with a seed in the clear.
#[derive(Clone, Debug)]
pub struct PlainFile {
    /// Where it is.
    pub path: PathBuf,
    /// The same, as it is shown.
    pub file: String,
    /// The key whose seed is in it.
    pub key: PublicKey,
    /// Whether all of it is taken, so that it is not needed any more.
    pub taken: bool,
}

/// What is to be taken, and what is wrong.
#[derive(Default)]
pub struct Plan {
    /// Operators, their accounts, and the users of those, each after what it stands under.
    pub entities: Vec<PlannedEntity>,
    /// Seeds.
    pub keys: Vec<PlannedKey>,
    /// Tokens of users that were signed.
    pub issued: Vec<Issued>,
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// Every file with a seed in the clear.
    pub plain: Vec<PlainFile>,
    /// What was selected.
    pub selected: Option<PublicKey>,
}

impl Plan {
    /// Whether something is missing.
    #[must_use]
    pub fn skips(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.outcome == super::Outcome::Skipped)
    }
}

/// Judges what was found.
pub fn plan(mut found: Found, judgement: &Judgement<'_>) -> Result<Plan> {
    let mut planner = Planner {
        judgement,
        plan: Plan {
            findings: std::mem::take(&mut found.findings),
            ..Plan::default()
        },
        loose: found.loose,
        places: HashMap::new(),
        names: HashMap::new(),
        planned: HashMap::new(),
        owners: Owners::default(),
        users: Vec::new(),
        accounts: HashMap::new(),
    };
    for operator in std::mem::take(&mut found.operators) {
        planner.operator(operator);
    }
    planner.match_imports()?;
    planner.select(&found);
    planner.credentials(&mut found);
    planner.keys(found)?;
    // A file at a time, in the order of their names.
    planner
        .plan
        .findings
        .sort_by(|one, other| one.file.cmp(&other.file));
    Ok(planner.plan)
}

/// A token that may be taken.
pub(super) struct Judged<B: Body> {
    pub sheet: Sheet<B>,
    pub key: PublicKey,
    pub name: Name,
    /// Nothing of a user that is revoked: it is taken, and trusted it is not.
    pub trusted: Option<Trusted<B>>,
    remarks: Vec<Finding>,
}

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
    /// How the account and the user are named in commands.
    pub names: [String; 2],
}

/// An account that is taken, or stands above something that is.
pub(super) struct KnownAccount {
    pub trusted: Trusted<Account>,
    pub operator: Trusted<Operator>,
    pub file: Option<String>,
}

pub(super) struct Planner<'a> {
    pub judgement: &'a Judgement<'a>,
    pub plan: Plan,
    loose: bool,
    /// Which folder has become which entity.
    places: HashMap<(String, Option<String>), PublicKey>,
    names: HashMap<(Option<PublicKey>, String), PublicKey>,
    /// Which file each key is planned from.
    planned: HashMap<PublicKey, String>,
    pub owners: Owners,
    pub users: Vec<TakenUser>,
    pub accounts: HashMap<PublicKey, KnownAccount>,
}

impl Planner<'_> {
    fn operator(&mut self, operator: FoundOperator) {
        let judged = operator
            .sheets
            .into_iter()
            .filter_map(|sheet| {
                self.judged(sheet, |token, key| {
                    let pinned = key
                        .typed()
                        .map_err(|_| Distrust::Subject(key.to_string()))?;
                    chain::operator(token, &pinned, AsOf::AnyTime)
                })
            })
            .collect();
        let best = self.best(judged);
        let taken = best.and_then(|judged| self.named(judged, EntityKind::Operator, None));
        let Some((key, trusted)) = taken.and_then(|judged| self.put_operator(judged)) else {
            for account in operator.accounts {
                self.without_parent(account, "its operator is not taken");
            }
            return;
        };
        self.places.insert((operator.folder.clone(), None), key);
        // Judged together, so that of two for one key it does not matter which folder comes first.
        let judged: Vec<_> = operator
            .accounts
            .into_iter()
            .map(|account| {
                let sheets = account.sheets.into_iter();
                let judged = sheets
                    .filter_map(|sheet| {
                        self.judged(sheet, |token, _| {
                            chain::account(token, &trusted, AsOf::AnyTime)
                        })
                    })
                    .collect();
                (self.best(judged), account.folder, account.users)
            })
            .collect();
        for (account, folder, users) in self.without_doubles(judged) {
            let taken =
                account.and_then(|judged| self.named(judged, EntityKind::Account, Some(key)));
            match taken.and_then(|judged| self.put_account(judged, &trusted)) {
                Some(account) => {
                    let place = [operator.folder.clone(), folder];
                    self.places
                        .insert((place[0].clone(), Some(place[1].clone())), account.key);
                    self.users_of(users, &account, &trusted, &place);
                }
                None => {
                    for user in users {
                        self.parent_missing(user.file, "its account is not taken");
                    }
                }
            }
        }
    }

    /// Judges one token; what is wrong with one that is taken is said when it is.
    fn judged<B>(
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
                self.distrusted(&file, &distrust);
                return None;
            }
        };
        let name = match claims.name.parse::<Name>() {
            Ok(name) => name,
            Err(reason) => {
                let message = format!("its name {:?}: {reason}", claims.name);
                let finding = Finding::skipped(Code::NameRefused, &file, message)
                    .hint("sign it anew under another name (nsc rename account), and import again");
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

    fn distrusted(&mut self, file: &str, distrust: &Distrust) {
        let code = Code::Token(distrust.code());
        self.plan
            .findings
            .push(Finding::skipped(code, file, distrust.to_string()));
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
        let finding = Finding::skipped(Code::TokenRules, file, message)
            .hint("--skip takes it all the same, to be edited afterwards");
        self.plan.findings.push(finding);
        false
    }

    /// Of several tokens for one key, the newest.
    fn best<B: Body>(&mut self, judged: Vec<Judged<B>>) -> Option<Judged<B>> {
        let mut best: Option<Judged<B>> = None;
        for one in judged {
            best = Some(match best {
                None => one,
                Some(other) => self.better(one, other),
            });
        }
        best
    }

    /// The better of two for one key: the newer, then the one whose file has its name. The other is left behind.
    fn better<B: Body>(&mut self, one: Judged<B>, other: Judged<B>) -> Judged<B> {
        let rank = |judged: &Judged<B>| {
            (
                judged.sheet.token.claims().issued_at,
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
            let finding = if self.loose {
                let message = format!("{of} has a newer token for {}", best.key);
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
    fn without_doubles(
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
    fn named<B: Body>(
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
        self.plan
            .findings
            .push(Finding::skipped(Code::NameTaken, file, message));
        None
    }

    /// Puts a token into the plan, unless the store has it already.
    fn put<B: Body>(
        &mut self,
        judged: &mut Judged<B>,
        kind: EntityKind,
        parent: Option<PublicKey>,
    ) {
        let Some(file) = judged.sheet.file.clone() else {
            return;
        };
        self.plan.findings.append(&mut judged.remarks);
        let claims = judged.sheet.token.claims();
        self.plan.entities.push(PlannedEntity {
            file,
            entity: Entity {
                kind,
                key: judged.key,
                name: judged.name.clone(),
                parent,
                token: judged.sheet.token.token().to_owned(),
                issued_at: claims.issued_at,
                expires: claims.expires,
                created: 0,
                updated: 0,
            },
        });
    }

    fn put_operator(
        &mut self,
        mut judged: Judged<Operator>,
    ) -> Option<(PublicKey, Trusted<Operator>)> {
        let trusted = judged.trusted.take()?;
        if self.is_double(judged.key, judged.sheet.shown()) {
            return None;
        }
        self.put(&mut judged, EntityKind::Operator, None);
        self.owners.operator(&judged.key, trusted.claims());
        Some((judged.key, trusted))
    }

    fn put_account(
        &mut self,
        mut judged: Judged<Account>,
        operator: &Trusted<Operator>,
    ) -> Option<Judged<Account>> {
        let trusted = judged.trusted.clone()?;
        if self.is_double(judged.key, judged.sheet.shown()) {
            return None;
        }
        let parent = operator.claims().subject.parse().ok();
        self.put(&mut judged, EntityKind::Account, parent);
        self.owners.account(&judged.key, trusted.claims());
        let known = KnownAccount {
            trusted,
            operator: operator.clone(),
            file: judged.sheet.file.clone(),
        };
        self.accounts.insert(judged.key, known);
        Some(judged)
    }

    /// Whether a key is planned already, under another operator or account; else it is planned now.
    fn is_double(&mut self, key: PublicKey, file: &str) -> bool {
        let Some(other) = self.planned.get(&key) else {
            self.planned.insert(key, file.to_owned());
            return false;
        };
        let message = format!("{other} is for the same key {key}");
        let finding = Finding::skipped(Code::TokenDuplicate, file, message);
        self.plan.findings.push(finding);
        true
    }

    fn users_of(
        &mut self,
        users: Vec<Sheet<User>>,
        account: &Judged<Account>,
        operator: &Trusted<Operator>,
        place: &[String; 2],
    ) {
        let Some(trusted) = &account.trusted else {
            return;
        };
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
            if let Some(judged) = self.named(judged, EntityKind::User, Some(account.key))
                && !self.is_double(judged.key, judged.sheet.shown())
            {
                self.put_user(judged, account, place);
            }
        }
    }

    fn put_user(
        &mut self,
        mut judged: Judged<User>,
        account: &Judged<Account>,
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
            names: [account.name.to_string(), judged.name.to_string()],
        });
    }

    fn without_parent(&mut self, account: FoundAccount, why: &str) {
        let users = account.users.into_iter().map(|user| user.file);
        let files: Vec<_> = account
            .sheets
            .into_iter()
            .map(|sheet| sheet.file)
            .chain(users)
            .collect();
        for file in files {
            self.parent_missing(file, why);
        }
    }

    fn parent_missing(&mut self, file: Option<String>, why: &str) {
        if let Some(file) = file {
            self.plan
                .findings
                .push(Finding::skipped(Code::TokenParent, file, why));
        }
    }

    /// Says which imports nobody exports.
    fn match_imports(&mut self) -> Result<()> {
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

    fn select(&mut self, found: &Found) {
        let Some(selected) = &found.selected else {
            return;
        };
        let place = |account: Option<&String>| (selected.operator.clone(), account.cloned());
        let operator = self.places.get(&place(None)).copied();
        let account = self.places.get(&place(Some(&selected.account))).copied();
        self.plan.selected = account.or(operator);
        let gone = match (operator, account) {
            (None, _) => format!("operator {}", quoted(&selected.operator)),
            (Some(_), None) if !selected.account.is_empty() => {
                format!("account {}", quoted(&selected.account))
            }
            _ => return,
        };
        let message = format!("the selected {gone} is not there, and is selected no more");
        let finding = Finding::left(Code::ConfigGone, &selected.file, message);
        self.plan.findings.push(finding);
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

/// The identity of a token whose own will not do.
pub(super) fn identity_of(issued: &Issued) -> String {
    let text = format!(
        "{}\n{}\n{}\n{}\n{}",
        issued.jti, issued.subject, issued.issuer, issued.issued_at, issued.expires
    );
    BASE32_NOPAD.encode(&Sha512_256::digest(text.as_bytes()))
}

/// Whether a user's chain holds, but for its time.
pub(super) fn holds(token: &Unverified<User>, account: &KnownAccount) -> bool {
    matches!(
        chain::user(
            token.clone(),
            &account.trusted,
            &account.operator,
            AsOf::AnyTime
        ),
        Ok(_) | Err(Distrust::Revoked { .. })
    )
}
