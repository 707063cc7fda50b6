//! The command that helps against a finding, with the names of those whom it is about.

use std::collections::HashMap;

use super::shares::parts_of;
use super::{Above, Checked, keys};
use crate::jwt::claims::Import;
use crate::jwt::validate::{Code, Issue};
use crate::nkey::PublicKey;
use crate::store::record::EntityKind;
use crate::text::{noted, shell_word};
use crate::trust::callout::{without_account, without_user};
use crate::trust::share::service;

/// How entities are called on a command line.
pub struct Names<'a> {
    operators: HashMap<PublicKey, &'a str>,
    accounts: HashMap<PublicKey, (&'a str, Option<PublicKey>)>,
    /// Names of accounts that need their operator's beside them.
    several: bool,
    above: &'a Above,
}

impl<'a> Names<'a> {
    pub fn of(above_users: &'a [Checked], above: &'a Above) -> Self {
        let mut names = Self {
            operators: HashMap::new(),
            accounts: HashMap::new(),
            several: false,
            above,
        };
        for checked in above_users {
            let entity = &checked.entity;
            match entity.kind {
                EntityKind::Operator => {
                    names.operators.insert(entity.key, entity.name.as_str());
                }
                _ => {
                    let known = (entity.name.as_str(), entity.parent);
                    names.accounts.insert(entity.key, known);
                }
            }
        }
        names.several = names.operators.len() > 1;
        names
    }

    /// Whatever there is a command for.
    pub fn commands(&self, checked: &Checked) -> Vec<Option<String>> {
        let of = |issue| self.command(checked, issue);
        checked.issues.iter().map(of).collect()
    }

    fn command(&self, checked: &Checked, issue: &Issue) -> Option<String> {
        let edit = || self.edit(checked);
        let describe = || self.describe(checked);
        if is_revoked(checked) {
            return self.deletion(checked);
        }
        Some(match issue.code {
            Code::PermissionStarTail | Code::PermissionQueueDenied => {
                format!(
                    "{} {}",
                    self.edit_at(checked, issue)?,
                    issue.remedy.as_ref()?
                )
            }
            Code::PermissionMixedDenied | Code::PermissionCrossed => match &issue.remedy {
                Some(arguments) => format!("{} {arguments}", self.edit_at(checked, issue)?),
                None => describe()?,
            },
            Code::ClaimsExpired | Code::UserBearerForEver => format!("{} --expiry 90d", edit()?),
            Code::AccountSystemJetStream => format!("{} --js-disable", edit()?),
            Code::ChainBearer => format!("{} --bearer=false", edit()?),
            Code::ChainIssuer | Code::ChainIdentityKey => self.signed_anew(checked)?,
            Code::ChainScopedWithLimits | Code::ChainOtherAccount => self.deletion(checked)?,
            Code::ScopeUnfilled if issue.remedy.is_some() => match issue.remedy.as_deref()? {
                flag if flag.starts_with("--") => format!("{} {flag}", edit()?),
                user => format!("nkeep edit {user}{}", self.under(checked)?),
            },
            Code::KeySeedMissing => "nkeep import keys --dir FOLDER".to_owned(),
            Code::KeyUnreferenced => {
                let key = issue.message.split(' ').find(|word| word.len() == 56)?;
                format!("{} --sk {key}", edit()?)
            }
            Code::KeyShared => {
                let key = key_at(checked, &issue.place)?;
                format!("{} --sk generate --rm-sk {key} --force", edit()?)
            }
            // Who is to import it may not be here yet: what destroys it is no hint to be followed blindly.
            Code::ExportUnused => noted(
                describe()?,
                "another account takes it with nkeep add import; only if none is to, nkeep delete export removes it",
            ),
            Code::AccountCalloutRevoked | Code::AccountCalloutUnknown => {
                let callout = &checked.account()?.body.authorization;
                let user = callout.auth_users.get(index(&issue.place)?)?;
                without_user(callout, user, &self.under(checked)?)
            }
            Code::AccountCalloutGone => {
                let callout = &checked.account()?.body.authorization;
                let account = callout.allowed_accounts.get(index(&issue.place)?)?;
                without_account(account, &self.under(checked)?)
            }
            Code::AccountTraceSubject | Code::AccountTraceWildcard => {
                format!("{} --trace-context-subject ''", edit()?)
            }
            Code::AccountTraceSampling => format!("{} --trace-context-sampling 100", edit()?),
            Code::KeyOver => {
                let key = key_at(checked, &issue.place)?;
                format!("{} --rm-sk {key} --force", edit()?)
            }
            Code::AccountSigningKey | Code::AccountScopedKey | Code::OperatorSigningKey => {
                let key = key_at(checked, &issue.place)?;
                format!("{} --rm-sk {}", edit()?, shell_word(&key))
            }
            _ if no_server_takes(issue) && issue.place.starts_with("nats.exports[") => {
                self.no_export(checked, issue)?
            }
            _ if no_server_takes(issue) && issue.place.starts_with(MAPPINGS) => {
                let from = shell_word(issue.place.strip_prefix(MAPPINGS)?);
                noted(
                    format!("nkeep delete mapping --from {from}{}", self.under(checked)?),
                    "nkeep add mapping moves them as it should be",
                )
            }
            _ => match self.import(checked, issue) {
                Some(command) => command,
                // What no command mends is said beside one that shows it.
                None => noted(describe()?, issue.code.hint()?),
            },
        })
    }

    /// What takes away an export with which no server takes the account.
    fn no_export(&self, checked: &Checked, issue: &Issue) -> Option<String> {
        let export = checked.account()?.body.exports.get(index(&issue.place)?)?;
        Some(noted(
            format!(
                "nkeep delete export --subject {}{}{}",
                shell_word(&export.subject),
                service(export.share_type),
                self.under(checked)?
            ),
            "nkeep add export offers it as it should be",
        ))
    }

    /// What helps against what is wrong with an import.
    fn import(&self, checked: &Checked, issue: &Issue) -> Option<String> {
        let claims = checked.account()?;
        let index = index(&issue.place)?;
        let import = claims.body.imports.get(index)?;
        let gone = || {
            Some(format!(
                "nkeep delete import --subject {}{} --src-account {}{}",
                shell_word(&import.subject),
                service(import.share_type),
                shell_word(&import.account),
                self.under(checked)?
            ))
        };
        match issue.code {
            Code::ImportNotExported => {
                let exporter = self.exporter(import)?;
                if let Some(command) = self.part(import) {
                    return Some(command);
                }
                let subject = shell_word(&import.subject);
                let service = service(import.share_type);
                // What took an activation was not for everybody.
                let private = if import.token.is_empty() {
                    ""
                } else {
                    " --private"
                };
                Some(format!(
                    "nkeep add export --subject {subject}{service}{private}{exporter}"
                ))
            }
            Code::ImportTokenMissing
            | Code::ImportTokenDistrusted
            | Code::ImportTokenIdentity
            | Code::ImportTokenIssuer
            | Code::ImportTokenSubject
            | Code::ImportTokenScope
            | Code::ImportTokenType => match self.exporter(import) {
                // It says itself how the account then takes it.
                Some(exporter) => Some(format!(
                    "nkeep generate activation --subject {}{} --target-account {}{exporter} -o {}",
                    shell_word(&import.subject),
                    service(import.share_type),
                    claims.subject,
                    shell_word(&format!("{}-{index}.jwt", checked.entity.name)),
                )),
                None => gone(),
            },
            Code::ImportTokenRevoked
            | Code::ImportAccountUnknown
            | Code::ImportOtherType
            | Code::ImportPosition
            | Code::ImportDuplicate
            | Code::ImportOverlap => gone(),
            Code::ImportCycle => match &issue.remedy {
                Some(cut) => {
                    let (name, operator) = self.accounts.get(&cut.parse().ok()?)?;
                    let operator = self.operator(operator.as_ref())?;
                    Some(noted(
                        format!("nkeep describe account {}{operator}", shell_word(name)),
                        "one of the imports has to go, and that one's is named there",
                    ))
                }
                None => gone(),
            },
            Code::ImportTwice => issue.remedy.as_ref().and_then(|_| gone()),
            _ if no_server_takes(issue) && issue.place.starts_with("nats.imports[") => {
                Some(noted(gone()?, "nkeep add import takes it as it should be"))
            }
            _ => None,
        }
    }

    /// What shows the exports that hold a part of what is imported: beside them there can be none that holds all of it.
    fn part(&self, import: &Import) -> Option<String> {
        let key: PublicKey = import.account.parse().ok()?;
        let exporter = &self.above.accounts.get(&key)?.0.claims().body;
        let parts = parts_of(import, exporter)?;
        let (name, operator) = self.accounts.get(&key)?;
        Some(noted(
            format!(
                "nkeep describe account {}{}",
                shell_word(name),
                self.operator(operator.as_ref())?
            ),
            format!("exports {parts}: import that, or have all of it exported in its place"),
        ))
    }

    /// Flags that name the account that an import is from, where it is in the store.
    fn exporter(&self, import: &Import) -> Option<String> {
        self.flags(&import.account.parse().ok()?)
    }

    /// Flags that name an account.
    fn flags(&self, account: &PublicKey) -> Option<String> {
        let (name, operator) = self.accounts.get(account)?;
        let mut flags = format!(" -a {}", shell_word(name));
        flags.push_str(&self.operator(operator.as_ref())?);
        Some(flags)
    }

    fn operator(&self, key: Option<&PublicKey>) -> Option<String> {
        if !self.several {
            return Some(String::new());
        }
        let name = self.operators.get(key?)?;
        Some(format!(" --operator {}", shell_word(name)))
    }

    fn name(&self, checked: &Checked) -> String {
        shell_word(checked.entity.name.as_str())
    }

    /// Flags that name what an entity is in; of an account, itself.
    fn under(&self, checked: &Checked) -> Option<String> {
        match checked.entity.kind {
            EntityKind::Operator => Some(format!(" --operator {}", self.name(checked))),
            EntityKind::Account => self.flags(&checked.entity.key),
            EntityKind::User => self.flags(&checked.entity.parent?),
        }
    }

    /// A command on the entity itself.
    fn on(&self, verb: &str, checked: &Checked) -> Option<String> {
        let (entity, name) = (&checked.entity, self.name(checked));
        Some(match entity.kind {
            EntityKind::Operator if self.several => {
                format!("nkeep {verb} operator --operator {name}")
            }
            EntityKind::Operator => format!("nkeep {verb} operator"),
            EntityKind::Account => {
                let operator = self.operator(entity.parent.as_ref())?;
                format!("nkeep {verb} account {name}{operator}")
            }
            EntityKind::User => format!("nkeep {verb} user {name}{}", self.under(checked)?),
        })
    }

    fn edit(&self, checked: &Checked) -> Option<String> {
        self.on("edit", checked)
    }

    /// What takes a user away.
    fn deletion(&self, checked: &Checked) -> Option<String> {
        Some(format!(
            "nkeep delete user {}{}",
            self.name(checked),
            self.under(checked)?
        ))
    }

    fn describe(&self, checked: &Checked) -> Option<String> {
        match checked.entity.kind {
            EntityKind::Operator => Some(format!("nkeep describe operator {}", self.name(checked))),
            _ => self.on("describe", checked),
        }
    }

    /// What edits the permissions at a place: an account's, a scope's or a user's.
    fn edit_at(&self, checked: &Checked, issue: &Issue) -> Option<String> {
        if issue.place.starts_with("nats.signing_keys[") {
            let key = key_at(checked, &issue.place)?;
            return Some(format!(
                "nkeep edit signing-key {key}{}",
                self.under(checked)?
            ));
        }
        self.edit(checked)
    }

    /// What has another key sign it: a signing key where there is one, unless that has a scope.
    fn signed_anew(&self, checked: &Checked) -> Option<String> {
        let parent = checked.entity.parent?;
        let key = match checked.entity.kind {
            EntityKind::Operator => return None,
            EntityKind::Account => {
                let operator = self.above.operators.get(&parent)?.claims();
                operator.body.signing_keys.first().cloned()
            }
            EntityKind::User => {
                let account = self.above.accounts.get(&parent)?.0.claims();
                let keys = &account.body.signing_keys.0;
                let plain = keys.iter().find(|(_, scope)| scope.is_none());
                plain.map(|(key, _)| key.clone())
            }
        };
        let key = key.unwrap_or_else(|| parent.to_string());
        Some(format!("{} -K {key}", self.edit(checked)?))
    }
}

/// Before the subject that is mapped.
const MAPPINGS: &str = "nats.mappings.";

/// Whether it is a user who is revoked: whatever signs it anew lets it in again.
fn is_revoked(checked: &Checked) -> bool {
    let mut issues = checked.issues.iter();
    issues.any(|issue| issue.code == Code::UserRevoked)
}

/// Whether the claims are refused over it, so that nobody has anything to lose by what mends it.
const fn no_server_takes(issue: &Issue) -> bool {
    issue.blocking() || matches!(issue.code, Code::SubjectUnusable | Code::ImportAccountKey)
}

/// Which of a list a place speaks of.
fn index(place: &str) -> Option<usize> {
    let (_, rest) = place.split_once('[')?;
    rest.split_once(']')?.0.parse().ok()
}

/// The signing key that a place speaks of.
fn key_at(checked: &Checked, place: &str) -> Option<String> {
    let named = keys::named(checked);
    named.get(index(place)?).map(|key| (*key).to_owned())
}
