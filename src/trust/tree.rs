//! The chain of trust as it stands in a store: from an operator down, who signed whom with which key, and what is at hand of
//! those keys.

use std::collections::{HashMap, HashSet};

use super::resign::{Hanging, signed};
use super::{Result, TrustError, states};
use crate::clock::UnixSeconds;
use crate::jwt::chain::{self, AsOf, Distrust, Trusted};
use crate::jwt::claims::{Account, Body, Claims, Operator, User};
use crate::jwt::decode::{Token, Unverified, decode};
use crate::nkey::PublicKey;
use crate::store::class::{Class, Role};
use crate::store::document::KeyState;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Records, StoreError};

/// What of a tree is looked at.
#[derive(Clone, Copy, Debug)]
pub enum Extent<'a> {
    /// All of it.
    Whole,
    /// An account, and its users.
    Account(&'a Entity),
    /// A user, and the account above it.
    User(&'a Entity, &'a Entity),
}

/// An operator, an account or a user in its place.
#[derive(Clone, Debug)]
pub struct Node {
    /// Which of the three.
    pub kind: EntityKind,
    /// What people call it.
    pub name: String,
    /// Its identity.
    pub key: Held,
    /// Who signed its token.
    pub issuer: String,
    /// What the issuer is to the one above.
    pub signer: Signer,
    /// When its token ends; 0 for never.
    pub expires: UnixSeconds,
    /// Why its token is not trusted at this time.
    pub distrust: Option<Distrust>,
    /// Its signing keys; those that are retired at the end.
    pub signing_keys: Vec<SigningKey>,
    /// What stands under it.
    pub below: Vec<Node>,
}

/// A key, and what the store has of it.
#[derive(Clone, Debug)]
pub struct Held {
    /// The public half.
    pub public: String,
    /// How sensitive.
    pub class: Class,
    /// Whether the store has its seed.
    pub sealed: bool,
    /// How it stands in its life.
    pub state: KeyState,
}

/// A key that signs for somebody.
#[derive(Clone, Debug)]
pub struct SigningKey {
    /// The key.
    pub key: Held,
    /// The role of its scope; nothing where it has no scope.
    pub role: Option<String>,
    /// Whether the store has it, and its owner's token names it no more.
    pub retired: bool,
}

/// What the issuer of a token is to the one above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signer {
    /// The one whose token it is.
    Itself,
    /// The identity of the one above.
    Identity,
    /// A signing key of the one above.
    SigningKey,
    /// One that was, and is no more.
    Retired,
    /// Nobody's that is known here.
    Unknown,
}

impl Signer {
    /// As it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Itself => "itself",
            Self::Identity => "identity",
            Self::SigningKey => "signing-key",
            Self::Retired => "retired",
            Self::Unknown => "unknown",
        }
    }
}

/// The tree of an operator, as far as it is looked at.
pub fn read(
    records: &dyn Records,
    operator: &Entity,
    extent: Extent<'_>,
    now: UnixSeconds,
) -> Result<Node> {
    let looked_at = looked_at(records, operator, extent)?;
    let states = states(records)?;
    let (mut entities, mut tokens) = (Vec::new(), HashMap::new());
    for Hanging { entity, token } in looked_at {
        tokens.insert(entity.key, token);
        entities.push(entity);
    }
    let mut reader = Reader {
        keys: keys(records, &entities, extent, &states)?,
        states,
        tokens,
        under: HashMap::new(),
        as_of: AsOf::Time(now),
    };
    for entity in &entities {
        if let Some(parent) = entity.parent {
            reader.under.entry(parent).or_default().push(entity);
        }
    }
    reader.operator(operator)
}

/// What is looked at, whatever stands under something after it.
fn looked_at(records: &dyn Records, operator: &Entity, extent: Extent<'_>) -> Result<Vec<Hanging>> {
    let one = |entity: &Entity| -> Result<Hanging> {
        Ok(Hanging {
            token: decode(&entity.token).map_err(TrustError::Decode)?,
            entity: entity.clone(),
        })
    };
    let mut found = vec![one(operator)?];
    match extent {
        Extent::Whole => {
            found.extend(signed(
                records,
                EntityKind::Account,
                Some(&operator.key),
                |_| true,
                |_, _| true,
            )?);
            let within: HashSet<PublicKey> = found.iter().map(|one| one.entity.key).collect();
            found.extend(signed(
                records,
                EntityKind::User,
                None,
                |user| user.parent.is_some_and(|parent| within.contains(&parent)),
                |_, _| true,
            )?);
        }
        Extent::Account(account) => {
            found.push(one(account)?);
            found.extend(signed(
                records,
                EntityKind::User,
                Some(&account.key),
                |_| true,
                |_, _| true,
            )?);
        }
        Extent::User(account, user) => found.extend([one(account)?, one(user)?]),
    }
    Ok(found)
}

/// What the store has of a key.
struct Kept {
    held: Held,
    role: Role,
}

/// The keys of those that are looked at, by whose they are.
fn keys(
    records: &dyn Records,
    entities: &[Entity],
    extent: Extent<'_>,
    states: &HashMap<String, KeyState>,
) -> Result<HashMap<String, Vec<Kept>>> {
    let mut keys: HashMap<String, Vec<Kept>> = HashMap::new();
    if matches!(extent, Extent::Whole) {
        for key in records.listed_keys()?.iter() {
            let held = Held {
                public: key.public.to_string(),
                class: key.class,
                sealed: key.sealed,
                state: states.get(key.public).copied().unwrap_or_default(),
            };
            let kept = Kept {
                held,
                role: key.role,
            };
            keys.entry(key.owner_key.to_string())
                .or_default()
                .push(kept);
        }
        return Ok(keys);
    }
    for entity in entities {
        let own = records.keys_of(&entity.key)?.into_iter();
        let own = own.map(|key| {
            let public = key.public.to_string();
            Kept {
                held: Held {
                    state: states.get(&public).copied().unwrap_or_default(),
                    public,
                    class: key.class,
                    sealed: key.sealed.is_some(),
                },
                role: key.role,
            }
        });
        keys.insert(entity.key.to_string(), own.collect());
    }
    Ok(keys)
}

struct Reader<'a> {
    keys: HashMap<String, Vec<Kept>>,
    states: HashMap<String, KeyState>,
    tokens: HashMap<PublicKey, Token>,
    under: HashMap<PublicKey, Vec<&'a Entity>>,
    as_of: AsOf,
}

impl Reader<'_> {
    fn operator(&mut self, entity: &Entity) -> Result<Node> {
        let token: Unverified<Operator> = self.token(entity)?;
        let named = token.claims().body.signing_keys.iter();
        let named: Vec<(String, Option<String>)> = named.map(|key| (key.clone(), None)).collect();
        let pinned = entity.key.typed().map_err(StoreError::from)?;
        let distrust = chain::operator(token.clone(), &pinned, self.as_of).err();
        // What stands below is trusted by what the operator says, its own time aside.
        let trusted = chain::operator(token.clone(), &pinned, AsOf::AnyTime).ok();
        let signer = if token.claims().issuer == token.claims().subject {
            Signer::Itself
        } else {
            Signer::Unknown
        };
        let mut node = self.node(entity, token.claims(), signer, named, distrust);
        for account in self.under.remove(&entity.key).unwrap_or_default() {
            let below = self.account(account, &node, trusted.as_ref())?;
            node.below.push(below);
        }
        Ok(node)
    }

    fn account(
        &mut self,
        entity: &Entity,
        above: &Node,
        operator: Option<&Trusted<Operator>>,
    ) -> Result<Node> {
        let token: Unverified<Account> = self.token(entity)?;
        let claims = token.claims();
        let named = claims.body.signing_keys.0.iter();
        let named = named
            .map(|(key, scope)| (key.clone(), scope.as_ref().map(|scope| scope.role.clone())))
            .collect();
        let distrust =
            operator.and_then(|above| chain::account(token.clone(), above, self.as_of).err());
        let trusted =
            operator.and_then(|above| chain::account(token.clone(), above, AsOf::AnyTime).ok());
        let mut node = self.node(entity, claims, above.signed(claims), named, distrust);
        for user in self.under.remove(&entity.key).unwrap_or_default() {
            let token: Unverified<User> = self.token(user)?;
            let distrust = operator
                .zip(trusted.as_ref())
                .and_then(|(operator, account)| {
                    chain::kept_user_holds(&token, account, operator, self.as_of).err()
                });
            let signer = node.signed(token.claims());
            let below = self.node(user, token.claims(), signer, Vec::new(), distrust);
            node.below.push(below);
        }
        Ok(node)
    }

    fn token<B: Body>(&mut self, entity: &Entity) -> Result<Unverified<B>>
    where
        Unverified<B>: TryFrom<Token>,
    {
        match self.tokens.remove(&entity.key).map(Unverified::try_from) {
            Some(Ok(token)) => Ok(token),
            // It is of another type, which is said there.
            _ => super::claims(entity),
        }
    }

    fn node<B: Body>(
        &mut self,
        entity: &Entity,
        claims: &Claims<B>,
        signer: Signer,
        named: Vec<(String, Option<String>)>,
        distrust: Option<Distrust>,
    ) -> Node {
        let key = entity.key.to_string();
        let kept = self.keys.remove(&key).unwrap_or_default();
        let held = |public: &str, role| Held {
            public: public.to_owned(),
            class: Class::of(entity.kind.key_kind(), role),
            sealed: kept
                .iter()
                .any(|kept| kept.held.public == public && kept.held.sealed),
            state: self.states.get(public).copied().unwrap_or_default(),
        };
        let is_named = |key: &Held| named.iter().any(|(named, _)| *named == key.public);
        let retired = kept
            .iter()
            .filter(|kept| kept.role == Role::Signing && !is_named(&kept.held))
            .map(|kept| SigningKey {
                key: kept.held.clone(),
                role: None,
                retired: true,
            });
        let signing_keys = named
            .iter()
            .map(|(public, role)| SigningKey {
                key: held(public, Role::Signing),
                role: role.clone(),
                retired: false,
            })
            .chain(retired)
            .collect();
        Node {
            kind: entity.kind,
            name: entity.name.to_string(),
            key: held(&key, Role::Identity),
            issuer: claims.issuer.clone(),
            signer,
            expires: claims.expires,
            distrust,
            signing_keys,
            below: Vec::new(),
        }
    }
}

impl Node {
    /// What the issuer of a token below is to this.
    fn signed<B: Body>(&self, below: &Claims<B>) -> Signer {
        let issuer = &below.issuer;
        let key = self
            .signing_keys
            .iter()
            .find(|key| key.key.public == *issuer);
        match key {
            Some(key) if key.retired => Signer::Retired,
            Some(_) => Signer::SigningKey,
            None if *issuer == self.key.public => Signer::Identity,
            None if *issuer == below.subject => Signer::Itself,
            None => Signer::Unknown,
        }
    }
}
