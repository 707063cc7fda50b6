//! A plan against what the store has, and into it.

use std::collections::HashSet;

use super::ages::{compared, signed_at};
use super::forgotten_revocations::forgotten;
use super::plan::{Plan, PlannedEntity, PlannedKey, identity_of};
use super::replaced::Replaced;
use crate::jwt::chain::{AsOf, Distrust};
use crate::nkey::PublicKey;
use crate::store::class::{Class, Origin};
use crate::store::record::{Entity, EntityKind, KeyRecord};
use crate::store::{Changes, Records, Result, StoreError};
use crate::text::{noted, quoted, shell_word};
use crate::trust::revoke::remember_gone_exports;
use crate::trust::strays::{adopt, unowned};
use crate::trust::{self, TrustError, superseded};

/// How something that is planned stands to what the store has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// The store has none of it.
    New,
    /// The store has just that.
    Same,
    /// The store has that key, and nobody's: it learns whose it is.
    Owned,
    /// The store has an older one, as it came: what was signed later elsewhere takes its place.
    Newer,
    /// The store has another, which it would replace.
    Differs,
}

impl Against {
    /// As it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Same | Self::Owned => "same",
            Self::Newer => "newer",
            Self::Differs => "differs",
        }
    }
}

/// Something that the store has otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The file.
    pub file: String,
    /// How they differ.
    pub message: String,
    /// Whether it may be put in place of what the store has.
    pub replaceable: bool,
    /// Whose it is.
    pub key: PublicKey,
    /// Who has the name.
    pub holder: Option<Entity>,
    /// Whether what stands under it is in the store already, under another: no name lets it in.
    pub is_torn: bool,
    /// Commands that help.
    pub ways: Vec<String>,
}

/// A plan, piece by piece, against a store.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// One for each entity of the plan.
    pub entities: Vec<Against>,
    /// One for each key of the plan.
    pub keys: Vec<Against>,
    /// What is in the way.
    pub conflicts: Vec<Conflict>,
    /// What the store has with another token, in the order of the plan.
    pub replaced: Vec<Replaced>,
}

impl Comparison {
    /// Against no store at all.
    #[must_use]
    pub fn with_nothing(plan: &Plan) -> Self {
        Self {
            entities: vec![Against::New; plan.entities.len()],
            keys: vec![Against::New; plan.keys.len()],
            ..Self::default()
        }
    }

    /// Whether the store has all of it.
    #[must_use]
    pub fn is_same(&self) -> bool {
        let same = |against: &Against| *against == Against::Same;
        self.entities.iter().all(same) && self.keys.iter().all(same)
    }

    /// What is in the way, where what differs may or may not be replaced.
    pub fn in_the_way(&self, replace: bool) -> impl Iterator<Item = &Conflict> {
        self.conflicts
            .iter()
            .filter(move |conflict| !(replace && conflict.replaceable))
    }
}

/// Compares a plan with what a store has.
pub fn compare(records: &dyn Records, plan: &Plan) -> Result<Comparison> {
    let mut comparison = Comparison::default();
    for planned in &plan.entities {
        let there = records.entity(&planned.entity.key)?;
        let holder = records.named(
            planned.entity.kind,
            planned.entity.parent.as_ref(),
            &planned.entity.name,
        )?;
        let (mut against, mut conflict) = against(planned, there.as_ref(), holder.as_ref());
        if let (Some(there), Some(other)) = (&there, &mut conflict)
            && other.replaceable
        {
            let replaced = Replaced::of(records, planned, there)?;
            if plan.of_nsc && replaced.is_update() {
                (against, conflict) = (Against::Newer, None);
            } else if plan.of_nsc && replaced.changed_here {
                other
                    .message
                    .push_str("; the store's was changed here, too");
                other.ways = one_by_one(records, plan, planned)?;
            }
            comparison.replaced.push(replaced);
        }
        if against != Against::Same
            && conflict
                .as_ref()
                .is_none_or(|conflict| conflict.replaceable)
            && let Some((message, ways)) = forgotten(records, planned, plan)?
        {
            conflict = Some(Conflict {
                file: planned.file.clone(),
                message,
                replaceable: false,
                key: planned.entity.key,
                holder: None,
                is_torn: false,
                ways,
            });
        }
        comparison.entities.push(against);
        comparison.conflicts.extend(conflict);
    }
    let torn = torn(records, plan)?;
    for conflict in &mut comparison.conflicts {
        conflict.is_torn = torn.contains(&conflict.key);
    }
    for planned in &plan.keys {
        let there = records.key(&planned.public)?;
        comparison.keys.push(match there {
            None => Against::New,
            Some(there) if there.sealed.is_some() && fits(&there, planned) => Against::Same,
            Some(there) if there.sealed.is_some() && there.owner.is_none() => Against::Owned,
            Some(_) => Against::Differs,
        });
    }
    Ok(comparison)
}

/// What takes the one token alone, and leaves the others to be looked at.
fn one_by_one(records: &dyn Records, plan: &Plan, planned: &PlannedEntity) -> Result<Vec<String>> {
    let entity = &planned.entity;
    let file = shell_word(&plan.path_of(&planned.file));
    let mut ways = Vec::new();
    let command = match entity.kind {
        EntityKind::Operator => return Ok(ways),
        EntityKind::Account => {
            let operator = match entity.parent {
                Some(operator) => records.entity(&operator)?,
                None => None,
            };
            let operator = operator.map_or_else(String::new, |operator| {
                format!(" --operator {}", shell_word(operator.name.as_str()))
            });
            if cfg!(feature = "net") {
                let name = shell_word(entity.name.as_str());
                ways.push(noted(
                    format!("nkeep pull -a {name}{operator}"),
                    "where it was pushed: takes what servers have, and what was changed here and not pushed is lost",
                ));
            }
            format!("nkeep import account --file {file}{operator} --overwrite")
        }
        EntityKind::User => format!("nkeep import user -f {file} --overwrite"),
    };
    ways.push(noted(
        command,
        "takes this one, and what was changed here is lost",
    ));
    Ok(ways)
}

/// Those under whom something is planned that the store has under another.
fn torn(records: &dyn Records, plan: &Plan) -> Result<HashSet<PublicKey>> {
    let mut torn = HashSet::new();
    for planned in &plan.entities {
        let entity = &planned.entity;
        if let Some(parent) = entity.parent
            && let Some(there) = records.entity(&entity.key)?
            && there.parent != Some(parent)
        {
            torn.insert(parent);
        }
    }
    Ok(torn)
}

fn against(
    planned: &PlannedEntity,
    there: Option<&Entity>,
    holder: Option<&Entity>,
) -> (Against, Option<Conflict>) {
    let entity = &planned.entity;
    let conflict = |message: String, replaceable: bool| {
        Some(Conflict {
            file: planned.file.clone(),
            message,
            replaceable,
            key: entity.key,
            holder: None,
            is_torn: false,
            ways: Vec::new(),
        })
    };
    if let Some(holder) = holder.filter(|holder| holder.key != entity.key) {
        let message = format!(
            "the store has another {} {}, {}",
            holder.kind,
            quoted(&holder.name),
            holder.key
        );
        let conflict = conflict(message, false).map(|conflict| Conflict {
            holder: Some(holder.clone()),
            ..conflict
        });
        return (Against::Differs, conflict);
    }
    let Some(there) = there else {
        return (Against::New, None);
    };
    if there.parent != entity.parent || there.kind != entity.kind {
        let message = format!("the store has {} under another parent", entity.key);
        return (Against::Differs, conflict(message, false));
    }
    if there.token == entity.token {
        return (Against::Same, None);
    }
    let of = format!("{} {}", there.kind, quoted(&there.name));
    let compared = compared(signed_at(there), entity.issued_at, &of);
    let message = format!("the store has {compared}");
    (Against::Differs, conflict(message, true))
}

/// Whether a key in the store is what is planned. One that nobody owns may get an owner; never the other way.
fn fits(there: &KeyRecord, planned: &PlannedKey) -> bool {
    planned.owner.is_none() || (there.owner == planned.owner && there.role == planned.role)
}

/// Takes a plan into the store. What differs is put in its place: whoever calls has asked for that, or there is nothing.
pub fn take(changes: &mut dyn Changes, plan: Plan) -> Result<Comparison, TrustError> {
    let comparison = compare(changes, &plan)?;
    let strays = unowned(changes)?;
    plan.signed_by.iter().for_each(|key| changes.signed_by(key));
    let mut replaced = Vec::new();
    for (planned, against) in plan.entities.iter().zip(&comparison.entities) {
        let mut entity = planned.entity.clone();
        entity.updated = changes.now();
        match against {
            Against::Same => continue,
            Against::New => {
                entity.created = changes.now();
                if entity.kind == EntityKind::Account {
                    // One that was here before: what is signed next is later than all that was.
                    entity.issued_at = entity.issued_at.max(changes.last_issued(&entity.key)?);
                }
            }
            Against::Owned | Against::Newer | Against::Differs => {
                let before = changes.entity(&entity.key)?;
                if let Some(before) = before {
                    superseded::replaced(changes, &before, &entity)?;
                    remember_gone_exports(changes, &before, &entity)?;
                    entity.created = before.created;
                    entity.issued_at = entity.issued_at.max(before.issued_at);
                }
                replaced.push(entity.clone());
            }
        }
        changes.put_entity(&entity)?;
        adopt(changes, &entity, &strays)?;
    }
    for (planned, against) in plan.keys.into_iter().zip(&comparison.keys) {
        match against {
            Against::Same => {}
            // Not looked for again: whoever reads keys has those before sealed, and they are sealed together.
            Against::New => {
                let record = record_of(changes, &planned);
                changes.seal_key(record, planned.seed)?;
            }
            Against::Owned | Against::Newer | Against::Differs => replace_key(changes, planned)?,
        }
    }
    let mut known: HashSet<String> = HashSet::new();
    for mut issued in plan.issued {
        let taken = changes.issued(&issued.jti)?;
        if taken.as_ref() == Some(&issued) {
            continue;
        }
        if issued.jti.is_empty() || taken.is_some() {
            issued.jti = identity_of(&issued);
        }
        if known.insert(issued.jti.clone()) && changes.issued(&issued.jti)?.is_none() {
            changes.put_issued(&issued)?;
        }
    }
    for entity in &replaced {
        still_hold(changes, entity)?;
    }
    Ok(comparison)
}

fn record_of(changes: &dyn Changes, planned: &PlannedKey) -> KeyRecord {
    KeyRecord {
        public: planned.public,
        owner: planned.owner,
        role: planned.role,
        class: Class::of(planned.public.kind(), planned.role),
        origin: Origin::Imported,
        sealed: None,
        recipients: 0,
        created: changes.now(),
    }
}

fn replace_key(changes: &mut dyn Changes, planned: PlannedKey) -> Result<()> {
    let public = planned.public;
    let record = record_of(changes, &planned);
    match changes.key(&public)? {
        None => changes.seal_key(record, planned.seed),
        Some(there) if there.sealed.is_some() && fits(&there, &planned) => Ok(()),
        Some(there) if there.sealed.is_some() && there.role == planned.role => {
            changes.put_key(&KeyRecord {
                owner: planned.owner,
                ..there
            })
        }
        // What it is for is sealed with the seed.
        Some(_) => {
            changes.remove_key(&public)?;
            changes.seal_key(record, planned.seed)
        }
    }
}

/// A token that takes the place of another must still stand above what the store has under it.
pub fn still_hold(changes: &mut dyn Changes, entity: &Entity) -> Result<(), TrustError> {
    let mut above = vec![(entity.kind, entity.key)];
    while let Some((kind, key)) = above.pop() {
        let below = match kind {
            EntityKind::Operator => EntityKind::Account,
            EntityKind::Account => EntityKind::User,
            EntityKind::User => continue,
        };
        for listed in changes.listed(below, Some(&key))? {
            let key: PublicKey = listed.key.parse().map_err(StoreError::from)?;
            let Some(inner) = changes.entity(&key)? else {
                continue;
            };
            match trust::standing(changes, &inner, AsOf::AnyTime)? {
                Ok(()) | Err(Distrust::Revoked { .. }) => above.push((below, key)),
                Err(distrust) => return Err(cut_off(changes, &inner, &distrust)?),
            }
        }
    }
    Ok(())
}

/// Refuses what an entity of the store would be trusted no more by. A user who is let in nowhere by it may be forgotten.
fn cut_off(
    records: &dyn Records,
    inner: &Entity,
    distrust: &Distrust,
) -> Result<TrustError, TrustError> {
    let name = quoted(&inner.name);
    let reason = format!(
        "{} {name} of the store would be trusted no more: {distrust}",
        inner.kind
    );
    if inner.kind != EntityKind::User {
        return Ok(StoreError::Refused(reason).into());
    }
    let account = trust::account_of(records, inner)?;
    let operator = trust::operator_of(records, &account)?;
    let [user, account, operator] =
        [inner, &account, &operator].map(|entity| shell_word(entity.name.as_str()));
    let forgets = noted(
        format!("nkeep delete user {user} -a {account} --operator {operator} --no-revoke"),
        "forgets who is let in nowhere by it",
    );
    Ok(TrustError::refused(reason, forgets))
}
