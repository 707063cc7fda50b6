//! What is in the store.

use std::collections::{HashMap, HashSet};

use super::report::{At, Itself, Report, say};
use crate::ceremony::{CeremonyError, asked};
use crate::cmd::Ctx;
use crate::cmd::words::naming::InAccount;
use crate::jwt::validate::{Code, Issue};
use crate::nkey::{Kind, PublicKey};
use crate::store::ListedKeys;
use crate::store::class::Class;
use crate::store::document::CEREMONIAL;
use crate::store::record::{Entity, EntityKind};
use crate::text::{counted, noted, quoted, some};
use crate::trust::validate::{Checked, Looked, Tokens, with_keys};
use crate::ui::Failure;
use crate::ui::table::wrapped;

/// Validates everything in the store, or an operator or an account and what is under it; against everything in any case. In a root's
/// store that is its operators.
pub fn run(ctx: &Ctx, part: &InAccount) -> Result<(), Failure> {
    let now = ctx.clock.now();
    let (looked, places, is_root) = ctx.read_much(&mut ctx.open_store()?, |records| {
        let part = part.part(ctx, records)?;
        let mut looked = with_keys(records, now, Tokens::Needed, &asked::waiting(records)?)?;
        let places = Places::of(&looked.all);
        if let Some(part) = part {
            let is_in = |checked: &mut Checked| places.is_in(&checked.entity, &part.key);
            looked.all.retain_mut(is_in);
            looked.strays.retain(|_| false);
        }
        let is_root = records.document(CEREMONIAL)?.is_some();
        if is_root {
            // Where the root is, accounts are a copy of what people work with elsewhere, and nothing is mended here.
            looked
                .all
                .retain(|checked| checked.entity.kind == EntityKind::Operator);
            looked.elsewhere.retain(|key| key.kind() == Kind::Operator);
        }
        Ok::<_, CeremonyError>((looked, places, is_root))
    })?;
    if is_root {
        ctx.ui.note(
            "this is the root's store, and its operators alone are looked at: accounts and users are those of the store to work with",
        );
    }
    let Looked {
        all: mut checked,
        strays,
        elsewhere,
    } = looked;
    // As people look for them, and not as their keys fall.
    if checked.iter().any(|one| !one.issues.is_empty()) {
        checked.sort_by_cached_key(|one| places.path(&one.entity));
    }
    let count = |kind| {
        let of_kind = |checked: &&Checked| checked.entity.kind == kind;
        checked.iter().filter(of_kind).count()
    };
    let [operators, accounts, users] = EntityKind::ALL.map(count);
    let total = checked.len();
    let elsewhere = of_elsewhere(total + 2, &checked, &elsewhere);
    let mut reports: Vec<Report> = checked
        .into_iter()
        .enumerate()
        .filter(|(_, checked)| !checked.issues.is_empty())
        .map(|(index, checked)| Report {
            number: index + 1,
            at: places.at(&checked.entity),
            token: checked.token,
            issues: checked.issues,
        })
        .collect();
    reports.extend(of_nobody(total + 1, &strays));
    let warned = reports.len();
    reports.extend(elsewhere);
    // They name whom they are about.
    for issue in reports.iter_mut().flat_map(|report| &mut report.issues) {
        issue.remedy = issue.remedy.take().map(|command| ctx.in_store(&command));
    }
    say(ctx, true, total, &reports, |failed| {
        let verdict = if failed > 0 { "ERR " } else { " OK " };
        let sum = format!(
            "[{verdict}] {}, {}, {}; {failed} with problems, {} with warnings alone",
            counted(operators, "operator"),
            counted(accounts, "account"),
            counted(users, "user"),
            warned - failed
        );
        let columns = ctx.ui.columns().unwrap_or(usize::MAX);
        wrapped(&sum, columns, 7).join("\n") + "\n"
    })
}

/// What is said of keys that belong to nobody, if there are any.
fn of_nobody(number: usize, strays: &ListedKeys) -> Option<Report> {
    let keys: Vec<(String, Class)> = strays
        .iter()
        .map(|key| (key.public.to_owned(), key.class))
        .collect();
    if keys.is_empty() {
        return None;
    }
    let message = format!(
        "{} {} to nobody",
        counted(keys.len(), "key"),
        if keys.len() == 1 { "belongs" } else { "belong" },
    );
    let remedy = noted(
        "nkeep export keys --not-referenced --remove --dir FOLDER",
        "takes them out of the store: their seeds are in the folder alone then, in the clear",
    );
    Some(Report {
        issues: vec![Issue {
            remedy: Some(remedy),
            ..Issue::beyond_claims(Code::KeyOfNobody, message)
        }],
        at: At {
            itself: Some(Itself::Keys(keys)),
            ..At::default()
        },
        ..Report::without_token(number)
    })
}

/// What is said of identity keys whose seeds are elsewhere, if there are any: a root that is kept offline is one.
fn of_elsewhere(number: usize, all: &[Checked], elsewhere: &HashSet<PublicKey>) -> Option<Report> {
    if elsewhere.is_empty() {
        return None;
    }
    let mut report = Report::without_token(number);
    let mut keys = Vec::new();
    for kind in EntityKind::ALL {
        let of_kind = all
            .iter()
            .map(|checked| &checked.entity)
            .filter(|entity| entity.kind == kind && elsewhere.contains(&entity.key));
        let of_kind: Vec<&Entity> = of_kind.collect();
        if of_kind.is_empty() {
            continue;
        }
        keys.extend(of_kind.iter().map(|entity| entity.key.to_string()));
        let named: Vec<String> = of_kind
            .iter()
            .map(|entity| format!("{} {}", quoted(&entity.name), entity.key))
            .collect();
        let then = match kind {
            EntityKind::User => "no creds can be made here",
            _ => "what no signing key signs is signed where they are",
        };
        report.add(
            Code::KeyElsewhere,
            format!(
                "the seeds of {} are not in the store, so {then}: {}",
                counted(of_kind.len(), kind.name()),
                some(&named)
            ),
        );
    }
    report.at.itself = Some(Itself::Elsewhere(keys));
    (!report.issues.is_empty()).then_some(report)
}

/// What is above what.
struct Places {
    /// Operators and accounts: their names, and what they are under.
    above: HashMap<PublicKey, (String, Option<PublicKey>)>,
    several: bool,
}

impl Places {
    fn of(all: &[Checked]) -> Self {
        let above_users = all
            .iter()
            .map(|checked| &checked.entity)
            .filter(|entity| entity.kind != EntityKind::User);
        let above: HashMap<_, _> = above_users
            .map(|entity| (entity.key, (entity.name.to_string(), entity.parent)))
            .collect();
        let operators = above.values().filter(|(_, parent)| parent.is_none());
        Self {
            several: operators.count() > 1,
            above,
        }
    }

    /// The name of what it is under, and what that is under.
    fn parent(&self, entity: &Entity) -> Option<(&str, Option<PublicKey>)> {
        let (name, parent) = self.above.get(&entity.parent?)?;
        Some((name, *parent))
    }

    /// Whether it is that, or under it.
    fn is_in(&self, entity: &Entity, part: &PublicKey) -> bool {
        let above = self.parent(entity).and_then(|(_, parent)| parent);
        [Some(entity.key), entity.parent, above].contains(&Some(*part))
    }

    /// The names from the operator down.
    fn path(&self, entity: &Entity) -> Vec<String> {
        let mut path = vec![entity.name.to_string()];
        let mut above = entity.parent;
        while let Some((name, parent)) = above.and_then(|key| self.above.get(&key)) {
            path.insert(0, name.clone());
            above = *parent;
        }
        path
    }

    /// As a report names it.
    fn at(&self, entity: &Entity) -> At {
        let above = self.parent(entity);
        let (operator, account) = match (entity.kind, above) {
            (EntityKind::User, Some((account, operator))) => {
                let operator = operator.and_then(|key| self.above.get(&key));
                (operator.map(|(name, _)| name.as_str()), Some(account))
            }
            (_, above) => (above.map(|(name, _)| name), None),
        };
        At {
            operator: operator.filter(|_| self.several).map(str::to_owned),
            account: account.map(str::to_owned),
            itself: Some(Itself::Entity([
                entity.kind.to_string(),
                entity.name.to_string(),
                entity.key.to_string(),
            ])),
        }
    }
}
