//! What an operator demands that lets identity keys sign nothing but themselves.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::resign::Hanging;
use super::signing_keys::Fate;
use super::{KeyChoice, Result, TrustError, account_of, claims, resign};
use crate::clock::UnixSeconds;
use crate::jwt::claims::Account;
use crate::jwt::decode::{Token, decode};
use crate::nkey::PublicKey;
use crate::store::Changes;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind};
use crate::text::quoted;

/// Importers that have leave from the identity key of an account, by that account. Theirs is not signed anew: it lies in
/// tokens of theirs, or elsewhere.
#[derive(Default)]
struct Activations {
    by_exporter: BTreeMap<String, BTreeSet<String>>,
}

impl Activations {
    fn add(&mut self, changes: &dyn Changes, exporter: &str, importer: &str) -> Result<()> {
        let [exporter, importer] = [named(changes, exporter)?, named(changes, importer)?];
        let importers = self.by_exporter.entry(exporter).or_default();
        importers.insert(importer);
        Ok(())
    }

    /// Adds what was signed here.
    fn given_by(&mut self, changes: &dyn Changes, account: &Entity) -> Result<()> {
        for token in changes.issued_by(&account.key)? {
            if token.kind == "activation" && !is_over(token.expires, changes.now()) {
                self.add(changes, &account.key.to_string(), &token.subject)?;
            }
        }
        Ok(())
    }

    /// Adds what the imports of an account hold.
    fn taken_by(&mut self, changes: &dyn Changes, account: &Entity) -> Result<()> {
        for import in &claims::<Account>(account)?.claims().body.imports {
            if import.token.is_empty() {
                continue;
            }
            let token = decode(&import.token).ok();
            if let Some(Token::Activation(token)) = token
                && token.claims().body.issuer_account.is_empty()
                && token.issuer().to_string() == import.account
                && !is_over(token.claims().expires, changes.now())
            {
                self.add(changes, &import.account, &account.key.to_string())?;
            }
        }
        Ok(())
    }

    fn warnings(&self) -> Vec<String> {
        let said = self.by_exporter.iter().map(|(exporter, importers)| {
            let importers: Vec<&str> = importers.iter().map(String::as_str).collect();
            format!(
                "activations that the identity key of account {exporter} signed stay as they are, and servers take them: \
                 those for {}; new ones come from nkeep generate activation",
                importers.join(", ")
            )
        });
        said.collect()
    }
}

/// An account by its name, where the store has it.
fn named(changes: &dyn Changes, key: &str) -> Result<String> {
    let account = match key.parse() {
        Ok(key) => changes.entity(&key)?,
        Err(_) => None,
    };
    Ok(account.map_or_else(|| key.to_owned(), |account| quoted(&account.name)))
}

const fn is_over(expires: UnixSeconds, now: UnixSeconds) -> bool {
    expires != 0 && expires < now
}

/// What an identity key signed, and may not where the operator demands signing keys.
pub struct ByIdentity {
    accounts: Vec<Hanging>,
    users: Vec<Hanging>,
    activations: Activations,
}

impl ByIdentity {
    /// Looks for it.
    pub fn of(changes: &dyn Changes, operator: &Entity) -> Result<Self> {
        let accounts = resign::signed_by(changes, EntityKind::Account, operator, &[operator.key])?;
        let listed = changes.listed(EntityKind::Account, Some(&operator.key))?;
        let own: HashMap<PublicKey, usize> = listed
            .iter()
            .enumerate()
            .map(|(place, account)| Ok((account.key.parse()?, place)))
            .collect::<Result<_>>()?;
        let mut users = resign::signed(
            changes,
            EntityKind::User,
            None,
            |user| user.parent.is_some_and(|parent| own.contains_key(&parent)),
            |user, issuer| user.parent.as_ref() == Some(issuer),
        )?;
        // In the order of their accounts' names.
        users.sort_by_key(|user| user.entity.parent.and_then(|parent| own.get(&parent)));
        let mut activations = Activations::default();
        for account in own.keys() {
            if let Some(account) = changes.entity(account)? {
                activations.given_by(changes, &account)?;
                activations.taken_by(changes, &account)?;
            }
        }
        Ok(Self {
            accounts,
            users,
            activations,
        })
    }

    /// What is to be known of activations.
    pub fn warnings(&self) -> Vec<String> {
        self.activations.warnings()
    }

    /// Refuses to go on where there is any, unless it is to be signed anew.
    pub fn must_be_none(&self, resign: bool) -> Result<()> {
        let named = [("accounts", &self.accounts), ("users", &self.users)];
        let named: Vec<String> = named
            .into_iter()
            .filter(|(_, hanging)| !hanging.is_empty())
            .map(|(what, hanging)| format!("{what} {}", resign::names(hanging)))
            .collect();
        if named.is_empty() || resign {
            return Ok(());
        }
        Err(TrustError::Unforced {
            reason: format!("identity keys signed {}", named.join(", and ")),
            flag: "--resign",
            then: "signs them anew with signing keys".to_owned(),
        })
    }

    /// Signs it anew by signing keys, under an operator that demands them by now.
    pub fn finish(
        self,
        changes: &mut dyn Changes,
        keyring: &dyn Keyring,
        was: &Entity,
        operator: &Entity,
    ) -> Result<Fate> {
        let resign::Accounts { mut signed, broken } = resign::accounts(
            changes,
            keyring,
            (was, operator),
            &KeyChoice::Best,
            self.accounts,
        )?;
        let mut users = self.users.into_iter().peekable();
        let mut lacking = Vec::new();
        // Those of one account come together.
        while let Some(first) = users.next() {
            let account = account_of(changes, &first.entity)?;
            let mut together = vec![first];
            while let Some(next) = users.next_if(|user| user.entity.parent == Some(account.key)) {
                together.push(next);
            }
            let fate = resign::users(changes, keyring, &account, None, together)?;
            // What is revoked stays so.
            let mut left = Vec::new();
            for user in fate.left {
                if !resign::is_revoked(&account, &user)? {
                    left.push(user);
                }
            }
            if !left.is_empty() {
                lacking.push((account, left));
            }
            signed.extend(fate.signed);
        }
        if !lacking.is_empty() {
            return Err(has_no_key(&lacking));
        }
        Ok(Fate {
            signed,
            broken,
            ..Fate::default()
        })
    }
}

/// All of them at once: whoever mends one after the other would be told of the next each time.
fn has_no_key(lacking: &[(Entity, Vec<Entity>)]) -> TrustError {
    let users = lacking.iter().map(|(account, users)| {
        format!(
            "account {} for {}",
            quoted(&account.name),
            resign::names(users)
        )
    });
    let users: Vec<String> = users.collect();
    TrustError::LackKeys {
        reason: format!(
            "{} no signing key that could sign what an identity key signed: {}",
            match lacking.len() {
                1 => "an account has".to_owned(),
                count => format!("{count} accounts have"),
            },
            users.join("; ")
        ),
        accounts: lacking
            .iter()
            .map(|(account, _)| account.name.clone())
            .collect(),
    }
}
