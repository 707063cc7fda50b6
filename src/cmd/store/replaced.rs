//! What `store restore` takes away, and who opens what comes in its place.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};

use crate::cmd::Ctx;
use crate::store::class::Class;
use crate::store::recipients::Member;
use crate::store::record::EntityKind;
use crate::store::sqlite::{Rollback, SqliteStore};
use crate::store::{Records, Store as _, StoreError, pin::Pins};
use crate::text::{counted, quoted, shell_word};
use crate::ui::Failure;

/// What a backup is beside the store that is there.
pub struct Replaced {
    /// Changes, accounts and users that the backup lacks; nothing where no store is there, or it cannot be read.
    lacks: Option<Lacks>,
    /// Who opens root keys of the backup, by what they are called.
    opened_by: Vec<String>,
    /// Whether what was given to open the store opens the backup; nothing where nothing was given.
    opens: Option<bool>,
    /// Who opens keys of the backup, and opened none of those that were there: each with what it is called, and of which classes.
    readmitted: Vec<(Member, Vec<Class>)>,
}

/// What is in the one and not in the other.
#[derive(Clone, Copy, Default)]
struct Lacks {
    changes: i64,
    accounts: usize,
    users: usize,
}

impl Replaced {
    /// Looks at both. No key is opened, and nobody is asked for a passphrase.
    pub fn of(ctx: &Ctx, backup: &mut SqliteStore, path: &Path) -> Result<Self, Failure> {
        let mut unasked = ctx.clone();
        unasked.opening.no_input = true;
        unasked.opening.passphrase_fd = None;
        let given = unasked.given_identities().ok().flatten();
        let mut store = SqliteStore::open(path, &Pins::none(), Rollback::Refuse).ok();
        let had: Option<Vec<Member>> = store
            .as_mut()
            .map(|store| {
                store.read(|records| Ok::<_, StoreError>(records.recipients().members.clone()))
            })
            .transpose()?;
        let replaced = backup.read(|records| {
            let members = &records.recipients().members;
            let root = members.iter().filter(|member| member.class == Class::Root);
            let opens = given.map(|identities| {
                identities.iter().any(|identity| {
                    let mut members = members.iter();
                    members.any(|member| identity.may_open(&member.recipient))
                })
            });
            Ok::<_, StoreError>(Self {
                lacks: store.and_then(|mut store| {
                    let lacks = store.read(|there| Lacks::of(there, records));
                    // What cannot be read of the one that goes is no reason to keep it.
                    lacks.ok()
                }),
                opened_by: root
                    .map(|member| format!("{} {}", quoted(&member.label), member.recipient))
                    .collect(),
                opens,
                readmitted: had.map_or_else(Vec::new, |had| readmitted(members, &had)),
            })
        })?;
        Ok(replaced)
    }

    /// As part of a refusal; nothing where nothing is lost.
    pub fn in_short(&self) -> String {
        let lost = self.lost().map(|lost| format!("; lost would be {lost}"));
        let closed = self.closed().map(|closed| format!("; {closed}"));
        lost.into_iter().chain(closed).collect()
    }

    /// What is said where it is done, or tried.
    pub fn notes(&self) -> Vec<String> {
        let lost = self
            .lost()
            .map(|lost| format!("the store that was there had what is lost: {lost}"));
        let opened = format!("its root keys are opened by {}", self.opened_by.join(", "));
        lost.into_iter().chain([opened]).collect()
    }

    /// That what opened the store does not open this.
    pub fn closed(&self) -> Option<String> {
        (self.opens == Some(false)).then(|| {
            format!(
                "the identity in use does not open it: {} does",
                self.opened_by.join(", ")
            )
        })
    }

    /// Who opens keys again that the store that was there kept from them, each with what keeps them from them again.
    pub fn warnings(&self, ctx: &Ctx) -> Vec<String> {
        let said = self.readmitted.iter().map(|(member, classes)| {
            let classes: Vec<&str> = classes.iter().map(|class| class.name()).collect();
            let remove = format!("nkeep store recipients remove {}", shell_word(&member.label));
            format!(
                "{} {} opens keys again that the store that was there kept from them ({}); what keeps them from those: {}",
                quoted(&member.label),
                member.recipient,
                classes.join(", "),
                ctx.command(&remove)
            )
        });
        said.collect()
    }

    fn lost(&self) -> Option<String> {
        let lacks = self.lacks.filter(|lacks| lacks.changes > 0)?;
        let changes = usize::try_from(lacks.changes).unwrap_or_default();
        let entities = [(lacks.accounts, "account"), (lacks.users, "user")];
        let entities = entities.into_iter().filter(|(count, _)| *count > 0);
        let each = std::iter::once((changes, "change")).chain(entities);
        let each: Vec<String> = each.map(|(count, what)| counted(count, what)).collect();
        Some(each.join(", "))
    }

    /// For scripts: what is lost, `null` where that is not known.
    pub fn lacks(&self) -> Value {
        self.lacks.map_or(Value::Null, |lacks| {
            json!({ "changes": lacks.changes.max(0), "accounts": lacks.accounts, "users": lacks.users })
        })
    }

    /// For scripts: who opens root keys of the backup.
    pub fn opened_by(&self) -> &[String] {
        &self.opened_by
    }
}

/// Those of the one who are not among the others, each with the classes.
fn readmitted(again: &[Member], had: &[Member]) -> Vec<(Member, Vec<Class>)> {
    let mut found: Vec<(Member, Vec<Class>)> = Vec::new();
    for member in again {
        let is_it =
            |other: &Member| other.recipient == member.recipient && other.class == member.class;
        if had.iter().any(is_it) {
            continue;
        }
        match found
            .iter_mut()
            .find(|(one, _)| one.recipient == member.recipient)
        {
            Some((_, classes)) => classes.push(member.class),
            None => found.push((member.clone(), vec![member.class])),
        }
    }
    found
}

impl Lacks {
    fn of(there: &dyn Records, backup: &dyn Records) -> Result<Self, StoreError> {
        let count = |kind| {
            let has = keys(backup, kind)?;
            let had = keys(there, kind)?;
            Ok::<_, StoreError>(had.difference(&has).count())
        };
        Ok(Self {
            changes: there.head().sequence - backup.head().sequence,
            accounts: count(EntityKind::Account)?,
            users: count(EntityKind::User)?,
        })
    }
}

fn keys(records: &dyn Records, kind: EntityKind) -> Result<BTreeSet<String>, StoreError> {
    let mut keys = BTreeSet::new();
    records.each_entity(kind, None, &mut |entity| {
        keys.insert(entity.key.to_string());
        Ok(())
    })?;
    Ok(keys)
}
