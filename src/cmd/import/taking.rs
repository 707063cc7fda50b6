//! What every import of tokens and keys has in common: a plan against the store, and all of it or nothing.

use std::collections::HashSet;

use super::readmitted::warnings;
use super::report::Report;
use crate::ceremony::asked;
use crate::clock::UnixSeconds;
use crate::cmd::Ctx;
use crate::nkey::PublicKey;
use crate::nsc::{Comparison, Found, Judgement, compare, plan, take};
use crate::store::sqlite::SqliteStore;
use crate::store::{Records, Store as _, StoreError};
use crate::trust::TrustError;
use crate::ui::{Failure, Hinted as _};

/// How a plan is taken.
#[derive(clap::Args, Clone, Copy, Debug)]
pub struct Taking {
    /// Put what is imported in place of what the store has otherwise
    #[arg(long)]
    pub force: bool,
    /// Show every operator, account, user, key and file with a seed, in place of totals
    #[arg(long)]
    pub full_report: bool,
}

impl Taking {
    /// Plans, compares, and takes all of it in one change. The store is there when this returns, unless nothing was to
    /// change.
    pub fn take(
        self,
        ctx: &Ctx,
        report: &mut Report,
        skip_rules: bool,
        found: impl FnOnce(Option<&dyn Records>) -> Result<Found, Failure>,
    ) -> Result<Option<SqliteStore>, Failure> {
        let now = ctx.clock.now();
        let path = ctx.store_path()?;
        if std::fs::symlink_metadata(&path).is_err() {
            if !ctx.made.is_trial() {
                return Err(StoreError::Missing(path)).hint("nkeep store init");
            }
            let plan = plan(
                found(None)?,
                &judgement(now, skip_rules, None, HashSet::new()),
            )?;
            report.fill(&plan, &Comparison::with_nothing(&plan), None)?;
            if let Some(key) = &plan.selected {
                report.selects(key);
            }
            return Ok(None);
        }
        let mut store = ctx.open_store()?;
        let (plan, comparison) = store.read(|records| {
            let plan = plan(
                found(Some(records))?,
                &judgement(now, skip_rules, Some(records), asked::unanswered(records)?),
            )?;
            let comparison = compare(records, &plan)?;
            report.fill(&plan, &comparison, Some(records))?;
            report.warn(warnings(ctx, records, &plan, &comparison, now)?);
            Ok::<_, Failure>((plan, comparison))
        })?;
        report.conflicted(ctx, &comparison, self.force)?;
        if ctx.made.is_trial() {
            if let Some(key) = &plan.selected
                && !comparison.is_same()
                && comparison.in_the_way(self.force).next().is_none()
                && store
                    .read(|records| ctx.selected_operator(records))?
                    .is_none()
            {
                report.selects(key);
            }
            return Ok(Some(store));
        }
        if !comparison.is_same() {
            let keyring = ctx.keyring(&mut store)?;
            let note = ctx.note(report.command(), format!("took {}", report.counts()));
            let selected = plan.selected;
            let rows = plan.entities.len() + plan.keys.len();
            let shown = ctx.waited_for(&mut store, "taken", |_| Ok(rows))?;
            let taken = store.transact(note, &*keyring, |changes| {
                let now = compare(changes, &plan)?;
                if now.in_the_way(self.force).next().is_some() {
                    let reason = "the store was changed by another process meanwhile";
                    return Err(StoreError::Refused(reason.to_owned()).into());
                }
                take(changes, plan)
            })?;
            drop(shown);
            report.took(&taken);
            if let Some(key) = select(ctx, &mut store, selected)? {
                report.selects(&key);
            }
        }
        Ok(Some(store))
    }
}

fn judgement(
    now: UnixSeconds,
    skip_rules: bool,
    records: Option<&dyn Records>,
    waiting: HashSet<PublicKey>,
) -> Judgement<'_> {
    Judgement {
        now,
        skip_rules,
        records,
        waiting,
    }
}

/// Selects what was selected where it comes from, unless something is selected here.
fn select(
    ctx: &Ctx,
    store: &mut SqliteStore,
    key: Option<PublicKey>,
) -> Result<Option<PublicKey>, Failure> {
    let Some(key) = key else {
        return Ok(None);
    };
    let entity = store.read(|records| {
        let selected = ctx.selected_operator(records)?;
        let entity = records.entity(&key)?;
        Ok::<_, TrustError>(entity.filter(|_| selected.is_none()))
    })?;
    if let Some(entity) = &entity {
        ctx.select_added(store, entity);
    }
    Ok(entity.map(|entity| entity.key))
}
