//! `nkeep store check`.

use serde_json::{Value, json};

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::opening::entity_count;
use crate::store::sqlite::{Finding, Scope};
use crate::store::{Records, StoreError};
use crate::text::sanitized;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Check everything, sealed keys too",
    line: "nkeep store check",
}];

/// Check the whole store
///
/// Looks at its pages, its schema, the signatures of its recipients, its journal, every row, and every token's chain; with
/// an identity given, at every sealed key that it opens, too. Exit code 7 when somebody changed the store who may not, 3
/// when a token does not hold.
#[derive(clap::Args, Debug)]
pub struct Args {}

pub fn run(ctx: &Ctx, _args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let identities = ctx.identities_if_given(&mut store)?;
    let scope = Scope {
        identities: &identities,
        now: ctx.clock.now(),
    };
    let mut findings: Vec<Finding> = Vec::new();
    findings.extend(store.behind().map(|behind| Finding {
        code: "store.behind",
        problem: true,
        message: behind.to_string(),
    }));
    let shown = ctx.waited_for(&mut store, "checked", every_row_twice)?;
    store.check(&scope, &mut |finding| findings.push(finding))?;
    drop(shown);
    let problems = findings.iter().filter(|finding| finding.problem).count();
    let written = if ctx.ui.json() {
        let findings: Vec<Value> = findings
            .iter()
            .map(|finding| json!({ "code": finding.code, "problem": finding.problem, "message": finding.message }))
            .collect();
        ctx.ui.document(&json!({
            "kind": "store_check", "store": store.path(), "problems": problems, "findings": findings,
        }))
    } else {
        let mut text = String::new();
        for finding in &findings {
            let mark = if finding.problem { "ERR " } else { "NOTE" };
            text.push_str(&format!(
                "[{mark}] {}: {}\n",
                finding.code,
                sanitized(&finding.message)
            ));
        }
        if problems == 0 {
            text.push_str(&format!(
                "[ OK ] {}\n",
                sanitized(&store.path().to_string_lossy())
            ));
        }
        ctx.ui.text(&text)
    };
    if problems > 0 {
        return Err(Failure::problems_after(written));
    }
    written
}

/// Every row is compared with the journal; then tokens are looked at, and sealed keys.
fn every_row_twice(records: &dyn Records) -> Result<usize, StoreError> {
    Ok(2 * (records.listed_keys()?.iter().len() + entity_count(records)?))
}
