//! What a server makes of the templates of a scope for one user: what it cannot fill in under a denial makes it refuse the
//! user, and what it cannot fill in under a permission it leaves out.

use super::new::AccountDesk;
use crate::jwt::claims::{Account, Claims, Permission, Permissions, Scope, User, UserLimits};
use crate::jwt::subject::Subject;
use crate::jwt::subject::template::{TemplateFunction, filled_in, templates, with_first_filled};
use crate::nkey::PublicKey;
use crate::text::quoted;

/// What a scope has that cannot be filled in for somebody.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lack {
    role: String,
    doing: &'static str,
    entry: String,
    is_denied: bool,
    reason: String,
    /// The tag that is not there, where that is what is missing.
    pub tag: Option<String>,
    /// Whether that is one of the account's.
    pub of_account: bool,
}

impl Lack {
    /// What becomes of whom it is said.
    #[must_use]
    pub fn said_of(&self, whom: &str) -> String {
        let (doing, reason) = (self.doing, &self.reason);
        let (role, entry) = (quoted(&self.role), quoted(&self.entry));
        match self.is_denied {
            true => format!(
                "servers refuse {whom}: the role {role} denies it to {doing} {entry}, and {reason}"
            ),
            false => format!("{whom} may not {doing} {entry} of the role {role}: {reason}"),
        }
    }
}

/// What a user lacks for the scope of the key that is to sign it.
#[must_use]
pub fn unmet(desk: &AccountDesk, user: &Claims<User>) -> Vec<String> {
    let Some(scope) = desk.scope() else {
        return Vec::new();
    };
    let whom = format!("user {}", quoted(&user.name));
    lacks(scope, desk.trusted.claims(), &desk.account.key, user)
        .iter()
        .map(|lack| lack.said_of(&whom))
        .collect()
}

/// What a user lacks for a scope of its account.
#[must_use]
pub fn lacks(
    scope: &Scope,
    account: &Claims<Account>,
    account_key: &PublicKey,
    user: &Claims<User>,
) -> Vec<Lack> {
    let permissions = &scope.template.limits.permissions;
    let values = Values {
        user,
        account,
        account_key,
    };
    let mut found = Vec::new();
    let lists = [
        ("publish to", &permissions.publish),
        ("subscribe to", &permissions.subscribe),
    ];
    for (doing, Permission { allow, deny, .. }) in lists {
        for (is_denied, entries) in [(true, deny), (false, allow)] {
            for entry in entries {
                let Some(fault) = values.fault(entry) else {
                    continue;
                };
                let (tag, of_account) = match fault.function {
                    TemplateFunction::Tag(tag) => (Some(tag), false),
                    TemplateFunction::AccountTag(tag) => (Some(tag), true),
                    _ => (None, false),
                };
                found.push(Lack {
                    role: scope.role.clone(),
                    doing,
                    entry: entry.clone(),
                    is_denied,
                    reason: fault.reason,
                    tag: tag.filter(|_| fault.is_nothing),
                    of_account,
                });
            }
        }
    }
    found
}

/// What a scope of its account lets a user do, as servers fill it in: what they cannot fill in stays as it stands.
#[must_use]
pub fn filled(
    scope: &Scope,
    account: &Claims<Account>,
    account_key: &PublicKey,
    user: &Claims<User>,
) -> UserLimits {
    let values = Values {
        user,
        account,
        account_key,
    };
    let mut limits = scope.template.limits.clone();
    let Permissions {
        publish, subscribe, ..
    } = &mut limits.permissions;
    for list in [
        &mut publish.allow,
        &mut publish.deny,
        &mut subscribe.allow,
        &mut subscribe.deny,
    ] {
        *list = list.iter().flat_map(|entry| values.fill(entry)).collect();
    }
    limits
}

/// Why a server makes no subject of an entry.
struct Fault {
    function: TemplateFunction,
    is_nothing: bool,
    reason: String,
}

/// What templates stand for.
struct Values<'a> {
    user: &'a Claims<User>,
    account: &'a Claims<Account>,
    account_key: &'a PublicKey,
}

impl Values<'_> {
    /// Why a server makes no subject of an entry, where it makes none.
    fn fault(&self, entry: &str) -> Option<Fault> {
        for function in templates(entry).into_iter().flatten() {
            let values = self.of(&function);
            let is_nothing = values.is_empty();
            let makes_none = |value: &&String| filled_in(entry, value).parse::<Subject>().is_err();
            let reason = match values.iter().find(makes_none) {
                _ if is_nothing => format!("{function} stands for nothing"),
                Some(value) => format!(
                    "{function} stands for {}, which makes no subject",
                    quoted(value)
                ),
                None => continue,
            };
            return Some(Fault {
                function,
                is_nothing,
                reason,
            });
        }
        None
    }

    /// The subjects that come of an entry.
    fn fill(&self, entry: &str) -> Vec<String> {
        if self.fault(entry).is_some() {
            return vec![entry.to_owned()];
        }
        let mut filled = vec![entry.to_owned()];
        for function in templates(entry).into_iter().flatten() {
            let values = self.of(&function);
            let each = filled.iter().flat_map(|text| {
                let values = values.iter();
                values.map(|value| with_first_filled(text, value))
            });
            filled = each.collect();
        }
        filled
    }

    fn of(&self, function: &TemplateFunction) -> Vec<String> {
        let tagged = |tags: &[String], name: &str| {
            let prefix = format!("{}:", name.to_lowercase());
            let values = tags.iter().filter_map(|tag| tag.strip_prefix(&prefix));
            values.map(str::to_owned).collect()
        };
        match function {
            TemplateFunction::UserName => vec![self.user.name.clone()],
            TemplateFunction::UserSubject => vec![self.user.subject.clone()],
            TemplateFunction::AccountName => vec![self.account.name.clone()],
            TemplateFunction::AccountSubject => vec![self.account_key.to_string()],
            TemplateFunction::Tag(name) => tagged(&self.user.body.tags, name),
            TemplateFunction::AccountTag(name) => tagged(&self.account.body.tags, name),
        }
    }
}
