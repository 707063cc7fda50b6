//! The tree of an operator as objects with what their tokens say, and who signed whom.

mod rows;

use std::collections::{BTreeMap, HashSet};

pub(super) use rows::Row;
use rows::Rows;

use super::Note;
use crate::clock::{UnixSeconds, nanoseconds};
use crate::jwt::claims::{Account, Body, Claims, Operator, Permissions, Scope, User};
use crate::jwt::decode::{Token, Unverified};
use crate::jwt::validate::Issue;
use crate::nkey::PublicKey;
use crate::store::Records;
use crate::store::record::{Entity, EntityKind};
use crate::trust::{self, Result, validate};

/// What of it is shown; nsc's flags.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shown {
    /// Users.
    pub users: bool,
    /// Keys, and whether their seeds are in the store.
    pub keys: bool,
    /// What is empty or without limit.
    pub detail: bool,
}

/// An operator, its accounts and their users.
#[derive(Clone, Debug)]
pub struct Objects {
    /// The operator and what belongs to it.
    pub(super) operator: Vec<Object>,
    pub(super) accounts: Vec<Branch>,
}

/// An account and what belongs to it, and its users.
#[derive(Clone, Debug)]
pub(super) struct Branch {
    pub account: Vec<Object>,
    pub users: Vec<Vec<Object>>,
}

#[derive(Clone, Debug)]
pub(super) struct Object {
    /// Its key, and what it is of that.
    pub id: String,
    pub name: String,
    pub kind: Kind,
    pub rows: Vec<Row>,
    pub note: Option<Note>,
    pub links: Vec<Link>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Operator,
    Account,
    SystemAccount,
    User,
    OperatorKeys,
    AccountKeys,
    DefaultPermissions,
    UserPermissions,
}

impl Kind {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Account => "account",
            Self::SystemAccount => "system account",
            Self::User => "user",
            Self::OperatorKeys => "operator signing keys",
            Self::AccountKeys => "account signing keys",
            Self::DefaultPermissions => "default permissions",
            Self::UserPermissions => "user permissions",
        }
    }

    pub const fn holds_keys(self) -> bool {
        matches!(self, Self::OperatorKeys | Self::AccountKeys)
    }
}

/// What leads to an object.
#[derive(Clone, Debug)]
pub(super) struct Link {
    /// The object at the other end.
    pub from: String,
    /// The signing key there, where keys are shown.
    pub key: Option<String>,
    pub kind: LinkKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LinkKind {
    Signed,
    SelfSigned,
    Has,
    Restricts,
    RestrictsByDefault,
}

impl LinkKind {
    pub const fn label(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::SelfSigned => "self signed",
            Self::Has => "",
            Self::Restricts | Self::RestrictsByDefault => "API restricted by",
        }
    }
}

impl Objects {
    /// The tree of an operator.
    pub fn read(
        records: &dyn Records,
        operator: &Entity,
        now: UnixSeconds,
        shown: Shown,
    ) -> Result<Self> {
        let keys = records.listed_keys()?;
        let kept = keys.iter().filter(|key| key.sealed);
        let reader = Reader {
            shown,
            kept: kept.map(|key| key.public.to_string()).collect(),
        };
        let mut operators = Vec::new();
        let mut accounts: BTreeMap<PublicKey, usize> = BTreeMap::new();
        let mut listed: Vec<(Claims<Account>, Branch)> = Vec::new();
        let tokens = match shown.users {
            true => validate::Tokens::All,
            false => validate::Tokens::Needed,
        };
        for checked in validate::store(records, now, tokens)? {
            let entity = &checked.entity;
            let issues = &checked.issues;
            match entity.kind {
                EntityKind::Operator if entity.key == operator.key => {
                    let claims = claims(checked.token, entity)?;
                    let objects = reader.operator(&claims, issues);
                    operators.push((claims, objects));
                }
                EntityKind::Account if entity.parent == Some(operator.key) => {
                    let claims: Claims<Account> = claims(checked.token, entity)?;
                    let above: &Claims<Operator> = match operators.first() {
                        Some((operator, _)) => operator,
                        None => continue,
                    };
                    let account = reader.account(&claims, above, issues);
                    accounts.insert(entity.key, listed.len());
                    let users = Vec::new();
                    listed.push((claims, Branch { account, users }));
                }
                EntityKind::User if shown.users => {
                    let at = entity.parent.and_then(|parent| accounts.get(&parent));
                    if let Some((above, branch)) = at.and_then(|at| listed.get_mut(*at)) {
                        let claims = claims(checked.token, entity)?;
                        branch.users.push(reader.user(&claims, above, issues));
                    }
                }
                _ => {}
            }
        }
        Ok(Self {
            operator: operators
                .into_iter()
                .flat_map(|(_, objects)| objects)
                .collect(),
            accounts: listed.into_iter().map(|(_, branch)| branch).collect(),
        })
    }

    /// Every object, from above.
    pub(super) fn all(&self) -> impl Iterator<Item = &Object> {
        let below = self
            .accounts
            .iter()
            .flat_map(|branch| branch.account.iter().chain(branch.users.iter().flatten()));
        self.operator.iter().chain(below)
    }
}

/// What a token says, whose signature was checked as it was read.
fn claims<B: Body>(token: Option<Token>, entity: &Entity) -> Result<Claims<B>>
where
    Unverified<B>: TryFrom<Token>,
{
    match token.map(Unverified::<B>::try_from) {
        Some(Ok(token)) => Ok(token.into_claims()),
        _ => Ok(trust::claims(entity)?.into_claims()),
    }
}

struct Reader {
    shown: Shown,
    kept: HashSet<String>,
}

impl Reader {
    fn operator(&self, claims: &Claims<Operator>, issues: &[Issue]) -> Vec<Object> {
        let body = &claims.body;
        let mut rows = self.rows(claims, &body.tags);
        rows.value("JWT Version", claims.version().to_string());
        rows.value("account server", &*body.account_server_url);
        let strict = body.strict_signing_key_usage;
        rows.value("Strict signing key usage", strict.to_string());
        rows.issues(issues);
        let links = Vec::new();
        let operator = object(claims, Kind::Operator, rows, None, links);
        let keys = self.keys(claims, Kind::OperatorKeys, &body.signing_keys);
        [Some(operator), keys].into_iter().flatten().collect()
    }

    fn account(
        &self,
        claims: &Claims<Account>,
        above: &Claims<Operator>,
        issues: &[Issue],
    ) -> Vec<Object> {
        let body = &claims.body;
        let mut rows = self.rows(claims, &body.tags);
        rows.account_limits(&body.limits);
        let limits = &body.limits;
        rows.nats_limits([limits.payload, limits.subs, limits.data]);
        rows.jetstream(limits);
        rows.issues(issues);
        let kind = if claims.subject == above.body.system_account {
            Kind::SystemAccount
        } else {
            Kind::Account
        };
        let note = Note::of(&body.description, &body.info_url);
        let links = vec![self.signed(claims, above)];
        let account = object(claims, kind, rows, note, links);
        let permissions = &body.default_permissions.permissions;
        let default = self.permissions(claims, Kind::DefaultPermissions, permissions);
        let keys: Vec<String> = body.signing_keys.0.keys().cloned().collect();
        let keys = self.keys(claims, Kind::AccountKeys, &keys);
        [Some(account), default, keys]
            .into_iter()
            .flatten()
            .collect()
    }

    fn user(
        &self,
        claims: &Claims<User>,
        above: &Claims<Account>,
        issues: &[Issue],
    ) -> Vec<Object> {
        let body = &claims.body;
        let mut rows = self.rows(claims, &body.tags);
        // The limits of a scope are not in the token: nsc shows zeros there.
        match scope_of(claims, above) {
            Some(scope) => {
                let heading = "Limits (set by the scope of its signing key)";
                rows.0.push(Row::Heading(heading.to_owned(), false));
                rows.value("Role", &*scope.role);
            }
            None => rows.user_limits(&body.limits),
        }
        rows.issues(issues);
        let mut links = vec![self.signed(claims, above)];
        let own = self.permissions(claims, Kind::UserPermissions, &body.limits.permissions);
        let default = &above.body.default_permissions.permissions;
        if own.is_none() && is_set(default) && scope_of(claims, above).is_none() {
            links.push(Link {
                from: format!("{}_permissions", above.subject),
                key: None,
                kind: LinkKind::RestrictsByDefault,
            });
        }
        let user = object(claims, Kind::User, rows, None, links);
        [Some(user), own].into_iter().flatten().collect()
    }

    /// The rows that every token has.
    fn rows<B: Body>(&self, claims: &Claims<B>, tags: &[String]) -> Rows {
        let mut rows = Rows(Vec::new(), self.shown.detail);
        if self.shown.keys {
            let kept = self.kept.contains(&claims.subject);
            rows.value("Identity Key", &*claims.subject);
            rows.value("Identity Key Present", kept.to_string());
        }
        rows.list("Tags", tags);
        rows.time("Issued At", claims.issued_at);
        rows.time("Valid From", claims.not_before);
        rows.time("Expires", claims.expires);
        rows
    }

    fn signed<B: Body, A: Body>(&self, claims: &Claims<B>, above: &Claims<A>) -> Link {
        let itself = claims.issuer == claims.subject;
        let by_identity = claims.issuer == above.subject;
        let key = (self.shown.keys && !itself && !by_identity).then(|| claims.issuer.clone());
        Link {
            from: if itself {
                &claims.subject
            } else {
                &above.subject
            }
            .clone(),
            key,
            kind: if itself {
                LinkKind::SelfSigned
            } else {
                LinkKind::Signed
            },
        }
    }

    /// The signing keys of somebody, where keys are shown and there are some.
    fn keys<B: Body>(&self, claims: &Claims<B>, kind: Kind, keys: &[String]) -> Option<Object> {
        if !self.shown.keys || keys.is_empty() {
            return None;
        }
        let row = |key: &String| Row::Key(key.clone(), self.kept.contains(key));
        Some(part(claims, "sk", kind, keys.iter().map(row).collect()))
    }

    fn permissions<B: Body>(
        &self,
        claims: &Claims<B>,
        kind: Kind,
        permissions: &Permissions,
    ) -> Option<Object> {
        if !is_set(permissions) {
            return None;
        }
        let detail = self.shown.detail;
        let mut rows = Rows(Vec::new(), detail);
        let Permissions {
            publish,
            subscribe,
            respond,
        } = permissions;
        for (name, subjects) in [
            ("Publish Deny", &publish.deny),
            ("Publish Allow", &publish.allow),
            ("Subscribe Deny", &subscribe.deny),
            ("Subscribe Allow", &subscribe.allow),
        ] {
            if !subjects.is_empty() || detail {
                rows.0.push(Row::Heading(name.to_owned(), false));
                rows.0.extend(subjects.iter().cloned().map(Row::Subject));
            }
        }
        match respond {
            Some(respond) => {
                rows.0
                    .push(Row::Heading("Response Permissions".to_owned(), false));
                rows.value("Expiration", nanoseconds(respond.ttl));
                rows.limit("Max Messages", respond.max);
            }
            None if detail => {
                let heading = "Response Permissions (server default)";
                rows.0.push(Row::Heading(heading.to_owned(), false));
            }
            None => {}
        }
        Some(part(claims, "permissions", kind, rows.0))
    }
}

fn object<B: Body>(
    claims: &Claims<B>,
    kind: Kind,
    rows: Rows,
    note: Option<Note>,
    links: Vec<Link>,
) -> Object {
    Object {
        id: claims.subject.clone(),
        name: claims.name.clone(),
        kind,
        rows: rows.0,
        note,
        links,
    }
}

/// What belongs to an object.
fn part<B: Body>(claims: &Claims<B>, what: &str, kind: Kind, rows: Vec<Row>) -> Object {
    let link = match kind {
        Kind::UserPermissions => LinkKind::Restricts,
        _ => LinkKind::Has,
    };
    Object {
        id: format!("{}_{what}", claims.subject),
        name: claims.name.clone(),
        kind,
        rows,
        note: None,
        links: vec![Link {
            from: claims.subject.clone(),
            key: None,
            kind: link,
        }],
    }
}

/// The scope that binds a user.
fn scope_of<'a>(claims: &Claims<User>, above: &'a Claims<Account>) -> Option<&'a Scope> {
    above.body.signing_keys.0.get(&claims.issuer)?.as_ref()
}

fn is_set(permissions: &Permissions) -> bool {
    *permissions != Permissions::default()
}
