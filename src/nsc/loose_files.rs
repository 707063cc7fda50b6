//! Files that lie about in no order: tokens, key files and creds files, put together by what they say.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

use super::folder::{self, Entry, EntryKind, Unread};
use super::found::{Found, FoundAccount, FoundOperator, Sheet};
use super::gather::MAX_TOKEN_FILE;
use super::{Code, Finding};
use crate::jwt::claims::{Account, Operator, User};
use crate::jwt::creds::{Part, parts};
use crate::jwt::decode::{Token, Unverified};
use crate::nkey::PublicKey;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Records, Result};
use crate::trust;

/// Folders in folders; no estate lies deeper.
const DEEPEST: usize = 32;

/// Tokens that were found, and are not put together yet.
#[derive(Default)]
pub struct Loose {
    found: Found,
    operators: Vec<Sheet<Operator>>,
    accounts: Vec<Sheet<Account>>,
    users: Vec<Sheet<User>>,
}

/// Everything in folders and the folders in them. With `creds`, users are read from creds files, too.
pub fn loose(folders: &[PathBuf], creds: bool) -> Result<Loose, Unread> {
    let mut loose = Loose::default();
    loose.found.loose = true;
    for folder in folders {
        loose.walk(folder::entries_of(folder)?, 0, creds);
    }
    Ok(loose)
}

/// One file alone: a token, or a user's token and seed.
#[must_use]
pub fn single(path: &Path, contents: &[u8]) -> Loose {
    let mut loose = Loose::default();
    loose.found.loose = true;
    loose.found.single = true;
    let file = shown(path);
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let parts = parts(contents);
    if parts.iter().any(|(_, part)| matches!(part, Part::Seed(_))) {
        let place = [String::new(), file.clone(), stem.to_string()];
        loose.found.add_creds(path, &file, place, contents);
        loose.user_of_creds(0, &file, &stem);
        return loose;
    }
    let token = parts.iter().find_map(|(_, part)| match part {
        Part::Token(_, text) => Some(*text),
        _ => None,
    });
    loose.token_text(&file, &stem, token.unwrap_or_default());
    loose
}

/// The key files in a folder, and those in the folders in it where it is said.
pub fn seeds_in(folder: &Path, recurse: bool) -> Result<Found, Unread> {
    let mut found = Found {
        loose: true,
        ..Found::default()
    };
    let mut folders = vec![(folder.to_owned(), 0)];
    while let Some((at, depth)) = folders.pop() {
        let entries = if depth == 0 {
            folder::entries_of(&at)?
        } else {
            match folder::entries(&at) {
                Ok(entries) => entries,
                Err(unread) => {
                    found.findings.push(unread.finding(shown(&at)));
                    continue;
                }
            }
        };
        for entry in entries {
            if let Some(stem) = entry.stem("nk") {
                found.add_key_file(&entry.path, &shown(&entry.path), stem);
            } else if recurse && entry.kind == EntryKind::Folder && depth < DEEPEST {
                folders.push((entry.path, depth + 1));
            }
        }
    }
    Ok(found)
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

impl Loose {
    /// Whether there is nothing in it to be taken.
    pub fn is_empty(&self) -> bool {
        self.operators.is_empty()
            && self.accounts.is_empty()
            && self.users.is_empty()
            && self.found.seeds.is_empty()
    }

    fn walk(&mut self, entries: Vec<Entry>, depth: usize, creds: bool) {
        for entry in entries {
            let file = shown(&entry.path);
            if let Some(stem) = entry.stem("jwt") {
                self.token(&entry.path, &file, stem);
            } else if let Some(stem) = entry.stem("nk") {
                self.found.add_key_file(&entry.path, &file, stem);
            } else if let Some(stem) = entry.stem("creds").filter(|_| creds) {
                self.creds(&entry.path, &file, stem);
            } else if entry.kind == EntryKind::Folder {
                match folder::entries(&entry.path) {
                    Ok(_) if depth == DEEPEST => {}
                    Ok(inner) => self.walk(inner, depth + 1, creds),
                    Err(unread) => self.found.findings.push(unread.finding(file)),
                }
            }
        }
    }

    fn token(&mut self, path: &Path, file: &str, stem: &str) {
        match folder::text(path, MAX_TOKEN_FILE) {
            Ok(text) => self.token_text(file, stem, &text),
            Err(unread) => self.found.findings.push(unread.finding(file)),
        }
    }

    fn token_text(&mut self, file: &str, stem: &str, text: &str) {
        if let Some(token) = self.found.token(file, text) {
            self.add(token, file, stem);
        }
    }

    /// Adds the user and the seed in a creds file.
    fn creds(&mut self, path: &Path, file: &str, stem: &str) {
        let before = self.found.creds.len();
        let place = [String::new(), file.to_owned(), stem.to_owned()];
        self.found.add_creds_file(path, file, place);
        self.user_of_creds(before, file, stem);
    }

    fn user_of_creds(&mut self, at: usize, file: &str, stem: &str) {
        let added = self.found.creds.get(at);
        if let Some(token) = added.and_then(|creds| creds.token.clone()) {
            self.found.mentioned.insert(token.claims().subject.clone());
            self.add(Token::User(token), file, stem);
        }
    }

    fn add(&mut self, token: Token, file: &str, stem: &str) {
        let (file, stem) = (Some(file.to_owned()), stem.to_owned());
        match token {
            Token::Operator(token) => self.operators.push(Sheet { file, stem, token }),
            Token::Account(token) => self.accounts.push(Sheet { file, stem, token }),
            Token::User(token) => self.users.push(Sheet { file, stem, token }),
            other => {
                let message = format!(
                    "it holds {} claims, which no store keeps",
                    other.claim_type()
                );
                let file = file.unwrap_or_default();
                self.found
                    .findings
                    .push(Finding::skipped(Code::TokenType, file, message));
            }
        }
    }

    /// The same without what is no user's.
    #[must_use]
    pub fn only_users(mut self) -> Self {
        let others = self
            .operators
            .drain(..)
            .map(|sheet| (sheet.file, "operator"))
            .chain(self.accounts.drain(..).map(|sheet| (sheet.file, "account")));
        for (file, found) in others {
            let message = format!("it is for user claims, and holds {found} claims");
            let file = file.unwrap_or_default();
            self.found
                .findings
                .push(Finding::skipped(Code::TokenType, file, message));
        }
        self
    }

    /// The user of the store whose token is another, and no older than the one for the same key here; where somebody insists,
    /// one of the same second gives way.
    pub fn held_back(&self, records: &dyn Records, insists: bool) -> Result<Option<Entity>> {
        for sheet in &self.users {
            let claims = sheet.token.claims();
            let Ok(key) = claims.subject.parse::<PublicKey>() else {
                continue;
            };
            if let Some(there) = records.entity(&key)?
                && there.issued_at >= claims.issued_at + i64::from(insists)
                && there.token != sheet.token.token()
            {
                return Ok(Some(there));
            }
        }
        Ok(None)
    }

    /// Puts users under accounts, and accounts under operators, of the store as well.
    pub fn arranged(mut self, records: Option<&dyn Records>) -> Result<Found> {
        let mut trees = Trees::new(records);
        for sheet in std::mem::take(&mut self.operators) {
            trees.operator(sheet)?;
        }
        trees.operators_of_store()?;
        for sheet in std::mem::take(&mut self.accounts) {
            if let Some(sheet) = trees.account(sheet)? {
                let why = "the operator that signed it is neither among the files nor in the store";
                self.parent_missing(sheet.file, why);
            }
        }
        for sheet in std::mem::take(&mut self.users) {
            if let Some(sheet) = trees.user(sheet)? {
                let why = "the account that signed it is neither among the files nor in the store";
                self.parent_missing(sheet.file, why);
            }
        }
        self.found.operators = trees.operators;
        Ok(self.found)
    }

    fn parent_missing(&mut self, file: Option<String>, why: &str) {
        let finding = Finding::skipped(Code::TokenParent, file.unwrap_or_default(), why);
        self.found.findings.push(finding);
    }
}

/// Operators with their accounts, in the making.
struct Trees<'a> {
    records: Option<&'a dyn Records>,
    operators: Vec<FoundOperator>,
    by_subject: HashMap<String, usize>,
    /// Which operator a key signs for.
    signers: HashMap<String, usize>,
    accounts: HashMap<String, (usize, usize)>,
    /// Which account a signing key signs for.
    account_signers: HashMap<String, (usize, usize)>,
    /// Users of whom there is a token.
    users: HashSet<String>,
}

impl<'a> Trees<'a> {
    fn new(records: Option<&'a dyn Records>) -> Self {
        Self {
            records,
            operators: Vec::new(),
            by_subject: HashMap::new(),
            signers: HashMap::new(),
            accounts: HashMap::new(),
            account_signers: HashMap::new(),
            users: HashSet::new(),
        }
    }

    fn operator(&mut self, sheet: Sheet<Operator>) -> Result<()> {
        let claims = sheet.token.claims();
        let at = match self.by_subject.get(&claims.subject) {
            Some(at) => *at,
            None => {
                let at = self.operators.len();
                let sheets = self.own::<Operator>(&claims.subject)?.into_iter().collect();
                self.operators.push(FoundOperator {
                    sheets,
                    ..FoundOperator::default()
                });
                self.by_subject.insert(claims.subject.clone(), at);
                at
            }
        };
        self.signers.insert(claims.subject.clone(), at);
        for key in &claims.body.signing_keys {
            self.signers.entry(key.clone()).or_insert(at);
        }
        self.operators[at].sheets.push(sheet);
        Ok(())
    }

    /// Adds the operators of the store: what lies about may stand under them.
    fn operators_of_store(&mut self) -> Result<()> {
        let Some(records) = self.records else {
            return Ok(());
        };
        for listed in records.listed(EntityKind::Operator, None)? {
            if self.by_subject.contains_key(&listed.key) {
                continue;
            }
            if let Some(sheet) = self.own::<Operator>(&listed.key)? {
                self.operator(Sheet {
                    file: None,
                    ..sheet
                })?;
                // Its own sheet is there once.
                if let Some(operator) = self.operators.last_mut() {
                    operator.sheets.truncate(1);
                }
            }
        }
        Ok(())
    }

    fn account(&mut self, sheet: Sheet<Account>) -> Result<Option<Sheet<Account>>> {
        let claims = sheet.token.claims().clone();
        let place = match self.accounts.get(&claims.subject) {
            Some(place) => *place,
            None => {
                let issuer = sheet.token.issuer().to_string();
                let Some(operator) = self.signers.get(&issuer).copied() else {
                    return Ok(Some(sheet));
                };
                let own = self.own::<Account>(&claims.subject)?;
                let accounts = &mut self.operators[operator].accounts;
                accounts.push(FoundAccount {
                    sheets: own.into_iter().collect(),
                    ..FoundAccount::default()
                });
                let place = (operator, accounts.len() - 1);
                self.accounts.insert(claims.subject.clone(), place);
                place
            }
        };
        for key in claims.body.signing_keys.0.keys() {
            self.account_signers.entry(key.clone()).or_insert(place);
        }
        if sheet.file.is_some() {
            self.operators[place.0].accounts[place.1].sheets.push(sheet);
        }
        Ok(None)
    }

    fn user(&mut self, sheet: Sheet<User>) -> Result<Option<Sheet<User>>> {
        let issuer = sheet.token.issuer().to_string();
        let stated = &sheet.token.claims().body.issuer_account;
        let above = if stated.is_empty() { &issuer } else { stated };
        if !self.accounts.contains_key(above)
            && let Some(own) = self.own::<Account>(above)?
        {
            self.account(own)?;
        }
        let place = self
            .accounts
            .get(above)
            .or_else(|| self.account_signers.get(&issuer));
        let Some((operator, account)) = place.copied() else {
            return Ok(Some(sheet));
        };
        let own = match self.users.insert(sheet.token.claims().subject.clone()) {
            true => self.own::<User>(&sheet.token.claims().subject)?,
            false => None,
        };
        let users = &mut self.operators[operator].accounts[account].users;
        users.extend(own);
        users.push(sheet);
        Ok(None)
    }

    /// The token that the store has for a key.
    fn own<B>(&self, subject: &str) -> Result<Option<Sheet<B>>>
    where
        B: crate::jwt::claims::Body,
        Unverified<B>: TryFrom<Token>,
    {
        let (Some(records), Ok(key)) = (self.records, subject.parse::<PublicKey>()) else {
            return Ok(None);
        };
        let Some(entity) = records.entity(&key)? else {
            return Ok(None);
        };
        Ok(trust::claims::<B>(&entity).ok().map(|token| Sheet {
            file: None,
            stem: entity.name.to_string(),
            token,
        }))
    }
}
