//! What a server makes of the templates of a scope for one user: what it cannot fill in under a denial makes it refuse the
//! user, and what it cannot fill in under a permission it leaves out.

use super::new::AccountDesk;
use crate::jwt::claims::{Account, Claims, Permission, User};
use crate::jwt::subject::Subject;
use crate::jwt::subject::template::{TemplateFunction, filled_in, templates};
use crate::nkey::PublicKey;
use crate::text::quoted;

/// What a user lacks for the scope of the key that is to sign it.
#[must_use]
pub fn unmet(desk: &AccountDesk, user: &Claims<User>) -> Vec<String> {
    let Some(scope) = desk.scope() else {
        return Vec::new();
    };
    let permissions = &scope.template.limits.permissions;
    let values = Values {
        user,
        account: desk.trusted.claims(),
        account_key: &desk.account.key,
    };
    let mut unmet = Vec::new();
    let lists = [
        ("publish to", &permissions.publish),
        ("subscribe to", &permissions.subscribe),
    ];
    for (doing, Permission { allow, deny, .. }) in lists {
        for entry in deny {
            if let Some(reason) = values.fault(entry) {
                unmet.push(format!(
                    "servers refuse user {}: the role {} denies it to {doing} {}, and {reason}",
                    quoted(&user.name),
                    quoted(&scope.role),
                    quoted(entry)
                ));
            }
        }
        for entry in allow {
            if let Some(reason) = values.fault(entry) {
                unmet.push(format!(
                    "user {} may not {doing} {} of the role {}: {reason}",
                    quoted(&user.name),
                    quoted(entry),
                    quoted(&scope.role)
                ));
            }
        }
    }
    unmet
}

/// What templates stand for.
struct Values<'a> {
    user: &'a Claims<User>,
    account: &'a Claims<Account>,
    account_key: &'a PublicKey,
}

impl Values<'_> {
    /// Why a server makes no subject of an entry, where it makes none.
    fn fault(&self, entry: &str) -> Option<String> {
        let mut functions = templates(entry).into_iter().flatten().peekable();
        functions.peek()?;
        for function in functions {
            let values = self.of(&function);
            if values.is_empty() {
                return Some(format!("{function} stands for nothing"));
            }
            for value in values {
                if filled_in(entry, &value).parse::<Subject>().is_err() {
                    return Some(format!(
                        "{function} stands for {}, which makes no subject",
                        quoted(&value)
                    ));
                }
            }
        }
        None
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
