//! `nkeep pull --operator-token`: the later token of the operator that servers go by, shown before it is taken.

use serde_json::{Value, json};

use super::Args;
use crate::clock::absolute;
use crate::cmd::Ctx;
use crate::cmd::changed::{changes, told};
use crate::cmd::servers::had::Ours;
use crate::cmd::servers::warn_if_behind;
use crate::store::Store as _;
use crate::store::record::Entity;
use crate::store::sqlite::SqliteStore;
use crate::text::quoted;
use crate::trust::difference::{Difference, differences};
use crate::trust::operator_token::{next, returning};
use crate::trust::resign::names;
use crate::trust::served::Served;
use crate::ui::{Failure, Hinted as _, called_with};

/// A token that is taken, and what was there.
pub struct Later {
    /// The operator as the store has it.
    pub before: Served,
    changes: Vec<Difference>,
    /// Who comes back with its keys, and the command that shuts out.
    let_in: Vec<(String, String)>,
}

/// Finds it, says what it changes, and asks; from there on the operator is as it will be. Where it is not asked for, says
/// that there is one.
pub fn found<'a>(
    ctx: &Ctx,
    args: &Args,
    store: &mut SqliteStore,
    ours: &mut Ours,
    tokens: impl Iterator<Item = &'a String> + Clone,
) -> Result<Option<Later>, Failure> {
    if !args.operator_token {
        warn_if_behind(ctx, &ours.operator, tokens);
        return Ok(None);
    }
    let after = next(&ours.operator, tokens, ctx.clock.now())?;
    let before = &ours.operator;
    let returning = store.read(|records| returning(records, before, &after))?;
    for one in &returning {
        one.must_be_forced(args.force)?;
    }
    let later = Later {
        changes: differences(before.trusted.claims(), after.trusted.claims())?,
        let_in: returning
            .iter()
            .map(|one| (one.warning(), one.shuts_out()))
            .collect(),
        before: std::mem::replace(&mut ours.operator, after),
    };
    later.shown(ctx, &ours.operator);
    confirmed(ctx, args)?;
    Ok(Some(later))
}

fn confirmed(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    if args.yes || ctx.made.is_trial() {
        return Ok(());
    }
    let Some(mut prompt) = ctx.prompt() else {
        return Err(Failure::usage(
            "the operator's token would be replaced, and nobody is here to say yes",
        ))
        .hint(called_with("--yes"));
    };
    match prompt.line("Take it (yes or no)")?.as_str() {
        "yes" | "y" => Ok(()),
        _ => Err(Failure::usage("nothing was taken")).hint(called_with("--dry-run")),
    }
}

impl Later {
    fn shown(&self, ctx: &Ctx, after: &Served) {
        ctx.ui.note(&format!(
            "servers go by a later token of operator {} {}, signed {}; the one here was signed {}",
            quoted(&after.entity.name),
            after.entity.key,
            absolute(after.entity.issued_at),
            absolute(self.before.entity.issued_at)
        ));
        for change in self.changes.iter().filter_map(told) {
            ctx.ui.note(&format!("  {change}"));
        }
        for (whom, out) in &self.let_in {
            ctx.ui
                .warning(&format!("{whom}; what shuts out: {}", ctx.command(out)));
        }
    }

    /// Says that it was taken, and what was signed anew for it; as documents have it.
    pub fn taken(&self, ctx: &Ctx, after: &Served, signed: &[Entity]) -> Value {
        let name = quoted(&after.entity.name);
        ctx.ui.note(&format!("pulled the token of operator {name}"));
        if !signed.is_empty() {
            ctx.ui
                .note(&format!("signed anew for it: {}", names(signed)));
        }
        let let_in = self
            .let_in
            .iter()
            .map(|(who, out)| json!({ "who": who, "shuts_out": ctx.command(out) }));
        let signed = signed.iter().map(|account| account.name.as_str());
        json!({
            "issued_at": after.entity.issued_at,
            "before": self.before.entity.issued_at,
            "changes": changes(&self.changes),
            "lets_in_again": let_in.collect::<Vec<_>>(),
            "signed_anew": signed.collect::<Vec<_>>(),
        })
    }
}
