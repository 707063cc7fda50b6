//! New accounts, and the desk at which an operator signs them.

use std::cell::RefCell;

use serde_json::Value;

use super::elsewhere::Elsewhere;
use super::user::AccountDesk;
use super::{Terms, claims_of, entity, free, key_of_new, put_signed};
use crate::jwt::chain::{self, AsOf, Trusted};
use crate::jwt::claims::{Account, Claims, Export, NO_LIMIT, Operator, Permissions, ShareType};
use crate::jwt::sign::Signer;
use crate::nkey::{Kind, PublicKey};
use crate::store::class::Role;
use crate::store::keyring::Keyring;
use crate::store::record::{Entity, EntityKind, Issued, Name};
use crate::store::{Changes, Records};
use crate::text::quoted;
use crate::trust::choice::{Workplace, identity_signs};
use crate::trust::difference::Difference;
use crate::trust::issue::{Draft, issue_all};
use crate::trust::key::{NewKey, adopt};
use crate::trust::revoke::known;
use crate::trust::{KeyChoice, Result, issue, signer, superseded, trusted_operator};

/// How an account is to be.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// What people call it.
    pub name: Name,
    /// From when to when.
    pub terms: Terms,
    /// For people.
    pub description: String,
    /// What its users may do who are not told otherwise.
    pub default_permissions: Permissions,
    /// Its key, when that was made elsewhere.
    pub key: Option<PublicKey>,
    /// Whether it gets a signing key.
    pub signing_key: bool,
    /// Whether it is to be the system account, with the exports that one has.
    pub system: bool,
}

impl NewAccount {
    /// One that has a name, and nothing said about it.
    #[must_use]
    pub fn plain(name: Name, terms: Terms) -> Self {
        Self {
            name,
            terms,
            description: String::new(),
            default_permissions: Permissions::default(),
            key: None,
            signing_key: false,
            system: false,
        }
    }
}

/// Whoever signs accounts of one operator: it is looked up, and its key opened, once.
pub struct OperatorDesk<'a> {
    operator: Entity,
    trusted: Trusted<Operator>,
    hand: Hand<'a>,
    workplace: Workplace,
    /// The key that signed last what was signed elsewhere, and what that has which nobody asked for.
    back: RefCell<Option<(PublicKey, Vec<Difference>)>>,
}

/// Who signs.
enum Hand<'a> {
    /// A key that is at hand.
    Key(Box<dyn Signer>),
    /// Somebody who is asked.
    Elsewhere(Elsewhere<'a>),
}

impl<'a> OperatorDesk<'a> {
    /// Finds the key that signs, or who is asked for it where none that may is here and none was named.
    pub fn open(
        records: &dyn Records,
        keyring: &'a dyn Keyring,
        operator: &Entity,
        choice: &KeyChoice,
    ) -> Result<Self> {
        let trusted = trusted_operator(operator)?;
        let body = &trusted.claims().body;
        let keys: Vec<PublicKey> = body
            .signing_keys
            .iter()
            .filter_map(|key| key.parse().ok())
            .collect();
        let identity = identity_signs(records, operator, body, choice)?;
        let elsewhere = if choice.is_best() {
            Elsewhere::of(records, keyring, &trusted, &keys)?
        } else {
            None
        };
        let hand = match elsewhere {
            Some(elsewhere) => Hand::Elsewhere(elsewhere),
            None => Hand::Key(signer(records, keyring, operator, &keys, identity, choice)?),
        };
        Ok(Self {
            operator: operator.clone(),
            trusted,
            hand,
            workplace: Workplace::of(records, keyring, &operator.key)?,
            back: RefCell::new(None),
        })
    }

    /// Whether accounts are signed elsewhere, and their keys have to be in the store before.
    pub const fn asks(&self) -> bool {
        matches!(self.hand, Hand::Elsewhere(_))
    }

    /// Where accounts are signed, when that is elsewhere.
    pub fn place(&self) -> Option<String> {
        match &self.hand {
            Hand::Key(_) => None,
            Hand::Elsewhere(elsewhere) => Some(elsewhere.place()),
        }
    }

    /// The key that signs; elsewhere, the one that signed last.
    pub fn signer(&self) -> PublicKey {
        match &self.hand {
            Hand::Key(signer) => signer.public(),
            Hand::Elsewhere(_) => {
                let back = self.back.borrow();
                back.as_ref().map_or(self.operator.key, |(key, _)| *key)
            }
        }
    }

    /// What was signed elsewhere, and not as it was asked for.
    pub fn altered(&self) -> Vec<String> {
        let back = self.back.borrow();
        let altered = back.iter().flat_map(|(_, altered)| altered);
        altered
            .map(|one| {
                format!(
                    "whoever signs for operator {} made {} of it: {}",
                    quoted(&self.operator.name),
                    one.path,
                    match &one.after {
                        Value::Null => "none".to_owned(),
                        after => after.to_string(),
                    }
                )
            })
            .collect()
    }

    /// Signs claims of an account, and keeps them.
    pub fn sign(
        &self,
        changes: &mut dyn Changes,
        account: &mut Entity,
        claims: Claims<Account>,
    ) -> Result<Trusted<Account>> {
        self.workplace.must_be_here(&self.operator.name)?;
        let trusted = match &self.hand {
            Hand::Key(signer) => {
                let (before, last) = (&account.token, account.issued_at);
                issue(changes, before, claims, last, &**signer, |token| {
                    chain::account(token, &self.trusted, AsOf::AnyTime)
                })?
            }
            Hand::Elsewhere(elsewhere) => {
                let back = elsewhere.sign(changes, &self.trusted, account, claims)?;
                changes.signed_by(&back.own);
                let signer = *back.trusted.issuer();
                self.back.replace(Some((signer, back.altered)));
                back.trusted
            }
        };
        put_signed(changes, account, &trusted)?;
        Ok(trusted)
    }

    /// Signs anew what the tokens of many say, and keeps it, with what is noted of those tokens.
    pub fn sign_all(
        &self,
        changes: &mut dyn Changes,
        accounts: Vec<(Entity, Claims<Account>, Issued)>,
    ) -> Result<Vec<Entity>> {
        self.workplace.must_be_here(&self.operator.name)?;
        let signer = match &self.hand {
            Hand::Key(signer) => signer,
            Hand::Elsewhere(_) => {
                let signed = accounts.into_iter().map(|(mut account, claims, noted)| {
                    superseded::keep(changes, &noted)?;
                    self.sign(changes, &mut account, claims)?;
                    Ok(account)
                });
                return signed.collect();
            }
        };
        let above = &self.trusted;
        let drafts = accounts.into_iter().map(|(entity, claims, noted)| Draft {
            last: entity.issued_at,
            entity,
            claims,
            same: true,
            superseded: Some(noted),
        });
        issue_all(
            changes,
            drafts.collect(),
            &**signer,
            |token| chain::account(token, above, AsOf::AnyTime),
            put_signed,
        )
    }

    /// Makes an account, signed by its operator. Where its keys were made here, its users can be signed at once.
    pub fn account(
        &self,
        changes: &mut dyn Changes,
        new: NewAccount,
    ) -> Result<(Entity, Option<AccountDesk>)> {
        free(
            changes,
            EntityKind::Account,
            Some(&self.operator),
            &new.name,
        )?;
        let (key, made) = key_of_new(changes, EntityKind::Account, new.key)?;
        let mut claims = claims_of(&new.name, &key, &new.terms);
        claims.body = account_body(
            new.terms.sorted_tags(),
            new.description,
            new.default_permissions,
        );
        if new.system {
            claims.body.exports = system_exports();
        }
        let signing = new
            .signing_key
            .then(|| NewKey::generate(Kind::Account))
            .transpose()?;
        if let Some(signing) = &signing {
            let public = signing.public().to_string();
            claims.body.signing_keys.0.insert(public, None);
        }
        let parent = Some(self.operator.key);
        let mut entity = entity(changes, EntityKind::Account, key, new.name, parent);
        if made.is_none() {
            entity.issued_at = changes.last_issued(&key)?;
            claims.body.revocations = known(changes, &key)?;
        }
        let trusted = self.sign(changes, &mut entity, claims)?;
        if made.is_none() {
            adopt(changes, &key, &entity)?;
        }
        let mut pair = match made {
            Some(made) => Some(made.keep(changes, Role::Identity, &entity)?),
            None => None,
        };
        if let Some(signing) = signing {
            pair = Some(signing.keep(changes, Role::Signing, &entity)?);
        }
        let desk = pair.map(|pair| AccountDesk {
            account: entity.clone(),
            operator: self.trusted.clone(),
            trusted,
            signer: Box::new(pair),
            workplace: self.workplace,
        });
        Ok((entity, desk))
    }
}

/// What an account may do that was told nothing: everything, but JetStream.
fn account_body(
    tags: Vec<String>,
    description: String,
    default_permissions: Permissions,
) -> Account {
    let mut body = Account {
        tags,
        description,
        ..Account::default()
    };
    body.default_permissions.permissions = default_permissions;
    let limits = &mut body.limits;
    for limit in [
        &mut limits.subs,
        &mut limits.data,
        &mut limits.payload,
        &mut limits.imports,
        &mut limits.exports,
        &mut limits.conn,
        &mut limits.leaf,
    ] {
        *limit = NO_LIMIT;
    }
    limits.wildcards = true;
    body
}

/// What nsc gives a system account, so that accounts can be watched.
fn system_exports() -> Vec<Export> {
    vec![
        Export {
            name: "account-monitoring-services".to_owned(),
            subject: "$SYS.REQ.ACCOUNT.*.*".to_owned(),
            share_type: ShareType::Service,
            response_type: "Stream".to_owned(),
            account_token_position: 4,
            description: "Request account specific monitoring services for: SUBSZ, CONNZ, LEAFZ, JSZ and INFO".to_owned(),
            info_url: "https://docs.nats.io/nats-server/configuration/sys_accounts".to_owned(),
            ..Export::default()
        },
        Export {
            name: "account-monitoring-streams".to_owned(),
            subject: "$SYS.ACCOUNT.*.>".to_owned(),
            share_type: ShareType::Stream,
            account_token_position: 3,
            description: "Account specific monitoring stream".to_owned(),
            info_url: "https://docs.nats.io/nats-server/configuration/sys_accounts".to_owned(),
            ..Export::default()
        },
    ]
}
