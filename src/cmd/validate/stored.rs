//! What is in the store.

use serde_json::json;

use super::report::Report;
use crate::cmd::Ctx;
use crate::cmd::naming::InAccount;
use crate::store::Store as _;
use crate::store::record::EntityKind;
use crate::trust::TrustError;
use crate::trust::validate::{Checked, Tokens, store};
use crate::ui::Failure;

/// Validates everything in the store, or an account and its users; against everything in any case.
pub fn run(ctx: &Ctx, account: Option<&InAccount>) -> Result<(), Failure> {
    let now = ctx.clock.now();
    let checked = ctx.open_store()?.read(|records| {
        let only = account
            .map(|account| account.find(ctx, records))
            .transpose()?;
        let mut checked = store(records, now, Tokens::Needed)?;
        if let Some(account) = only {
            checked.retain(|checked| {
                checked.entity.key == account.key || checked.entity.parent == Some(account.key)
            });
        }
        Ok::<_, TrustError>(checked)
    })?;
    let count = |kind| {
        let of_kind = |checked: &&Checked| checked.entity.kind == kind;
        checked.iter().filter(of_kind).count()
    };
    let [operators, accounts, users] = EntityKind::ALL.map(count);
    let total = checked.len();
    let reports: Vec<Report> = checked
        .into_iter()
        .enumerate()
        .filter(|(_, checked)| !checked.issues.is_empty())
        .map(|(index, checked)| Report {
            number: index + 1,
            token: checked.token.map(|token| *token),
            issues: checked.issues,
        })
        .collect();
    let failed = reports
        .iter()
        .filter(|report| report.has_problems())
        .count();
    let written = if ctx.ui.json() {
        ctx.ui.document(&json!({
            "kind": "validation",
            "chain": "checked",
            "tokens": total,
            "failed": failed,
            "reports": reports.iter().map(Report::json).collect::<Vec<_>>(),
        }))
    } else {
        let mut text: String = reports.iter().map(Report::text).collect();
        let verdict = if failed > 0 { "ERR " } else { " OK " };
        text.push_str(&format!(
            "[{verdict}] {operators} operators, {accounts} accounts, {users} users; {failed} with problems, {} with warnings alone\n",
            reports.len() - failed
        ));
        ctx.ui.text(&text)
    };
    if failed > 0 {
        return Err(Failure::problems_after(written));
    }
    written
}
