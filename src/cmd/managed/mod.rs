//! Operators whose keys are elsewhere, as nsc's managed stores have them: where their tokens come from, how one is taken, and
//! who is asked to sign accounts under it.

mod account;
mod founding;
pub mod known;
#[cfg(feature = "net")]
mod reaching;

use std::collections::HashSet;

use serde_json::{Value, json};

pub use account::kept;
pub use founding::found;
#[cfg(feature = "net")]
pub use reaching::Reaching;

use super::Ctx;
use super::changed::in_words;
use super::import::readmitted::{must_be_forced, warnings};
use crate::cmd::files::input::Source;
use crate::cmd::files::tokens;
use crate::jwt::chain::{self, AsOf, Trusted};
use crate::jwt::claims::{Account, ClaimType, Operator};
use crate::jwt::decode::Unverified;
use crate::nkey::PublicKey;
use crate::nsc::{
    self, Comparison, Found, FoundAccount, FoundOperator, Judgement, Outcome, Plan, Sheet,
};
use crate::store::Changes;
use crate::store::record::{Entity, EntityKind};
use crate::text::{noted, quoted, shell_word};
use crate::trust::{self, TrustError};
use crate::ui::{ExitCode, Failure, Hinted as _, called_with};

/// The operator in a file or at an address: it signed itself. That it is the right one, only its key says.
pub fn operator_in(source: &Source) -> Result<Trusted<Operator>, Failure> {
    let token: Unverified<Operator> =
        tokens::only_in(source)?
            .try_into()
            .map_err(|found: ClaimType| {
                let wrong = format!("{source} holds {found} claims, and no operator's");
                let file = shell_word(&source.to_string());
                Failure::new(ExitCode::Problems, anyhow::anyhow!(wrong))
                    .hint(format!("nkeep describe jwt -f {file}"))
            })?;
    let key: PublicKey = token.claims().subject.parse().code(ExitCode::Problems)?;
    let pinned = key.typed().code(ExitCode::Problems)?;
    chain::operator(token, &pinned, AsOf::AnyTime)
        .code(ExitCode::Problems)
        .context(format!("the operator in {source} is not to be trusted"))
}

/// An operator, and an account of it where one came along, as they are found in a file or at an address.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// Where the operator is from.
    pub source: String,
    /// The operator.
    pub operator: Trusted<Operator>,
    /// Where an account of it is from, and the account.
    pub account: Option<(String, Unverified<Account>)>,
    /// Whether what the store has gives way, though it is no older, and signing keys may come back.
    pub force: bool,
}

/// What was taken.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The operator as the store has it now.
    pub operator: Entity,
    /// The account.
    #[cfg_attr(
        not(feature = "net"),
        expect(
            dead_code,
            reason = "an account comes from an account server, with `load`"
        )
    )]
    pub account: Option<Entity>,
    /// What is to be said of it.
    pub notes: Vec<String>,
}

impl Arrived {
    /// Takes it into the store: what is there and older gives way.
    pub fn take(&self, ctx: &Ctx, changes: &mut dyn Changes) -> Result<Taken, Failure> {
        let key: PublicKey = self.operator.claims().subject.parse()?;
        let there = changes.entity(&key)?;
        let found = self.found(there.as_ref())?;
        let judgement = Judgement {
            now: changes.now(),
            skip_rules: false,
            records: Some(changes),
            waiting: HashSet::new(),
        };
        let plan = nsc::plan(found, &judgement)?;
        let mut notes = remarks(&plan)?;
        let comparison = nsc::compare(changes, &plan)?;
        if comparison.in_the_way(true).next().is_none() {
            must_be_forced(changes, &plan, &comparison, self.force)?;
        }
        self.goes(&plan, &comparison, there.as_ref())?;
        notes.extend(warnings(ctx, changes, &plan, &comparison, changes.now())?);
        nsc::take(changes, plan)?;
        let none = || {
            Failure::from(TrustError::None {
                kind: EntityKind::Operator,
                place: trust::Place::default(),
            })
        };
        let account = match &self.account {
            Some((_, token)) => changes.entity(&token.claims().subject.parse()?)?,
            None => None,
        };
        Ok(Taken {
            operator: changes.entity(&key)?.ok_or_else(none)?,
            account,
            notes,
        })
    }

    /// The same as what is found in files; the store's operator, too, where that is later.
    fn found(&self, there: Option<&Entity>) -> Result<Found, Failure> {
        let arrived = Sheet {
            file: Some(self.source.clone()),
            stem: self.operator.claims().name.clone(),
            token: self.operator.clone().into_unverified(),
        };
        let mut sheets = vec![arrived];
        if let Some(there) = there.filter(|_| self.account.is_some()) {
            sheets.push(Sheet {
                file: None,
                stem: there.name.to_string(),
                token: trust::claims(there)?,
            });
        }
        let accounts = self.account.iter().map(|(source, token)| FoundAccount {
            sheets: vec![Sheet {
                file: Some(source.clone()),
                stem: token.claims().name.clone(),
                token: token.clone(),
            }],
            ..FoundAccount::default()
        });
        Ok(Found {
            operators: vec![FoundOperator {
                sheets,
                accounts: accounts.collect(),
                ..FoundOperator::default()
            }],
            loose: true,
            single: true,
            ..Found::default()
        })
    }

    /// Refuses what is in the way. Under an account that comes along, what is older in the store gives way.
    fn goes(
        &self,
        plan: &Plan,
        comparison: &Comparison,
        there: Option<&Entity>,
    ) -> Result<(), Failure> {
        let replaces = self.force || self.account.is_some();
        let conflict = comparison.in_the_way(replaces).next();
        if let Some(conflict) = conflict {
            let wrong = format!("nothing was taken: {}", conflict.message);
            let mut failure = Failure::new(ExitCode::Tampered, anyhow::anyhow!(wrong));
            if conflict.replaceable {
                failure = failure.hint(noted(called_with("--force"), "puts it in its place"));
            }
            for way in &conflict.ways {
                failure = failure.hint(way.clone());
            }
            return Err(failure.hint("nkeep list operators"));
        }
        // One who may be anybody was let in once, by somebody who looked at the key.
        let is_same = there.is_some_and(|there| there.token == self.operator.token());
        if self.account.is_none() && !self.force && is_same && plan.entities.len() == 1 {
            let name = quoted(&self.operator.claims().name);
            return Err(Failure::new(
                ExitCode::Failed,
                anyhow::anyhow!("the store has operator {name} with just this token already"),
            ))
            .hint("nkeep list operators");
        }
        Ok(())
    }
}

/// What is to be said of what is taken; what cannot be is an error.
fn remarks(plan: &Plan) -> Result<Vec<String>, Failure> {
    let mut notes = Vec::new();
    for finding in &plan.findings {
        let said = format!("{}: {}", finding.file, finding.message);
        if finding.outcome == Outcome::Skipped {
            let file = shell_word(&finding.file);
            return Err(Failure::new(
                ExitCode::Problems,
                anyhow::anyhow!("nothing was taken: {said}"),
            ))
            .hint(format!("nkeep describe jwt -f {file}"));
        }
        notes.push(said);
    }
    Ok(notes)
}

/// Says whose word is taken for an operator.
pub fn say_whose_word(ctx: &Ctx, operator: &Entity, source: &Source) {
    ctx.ui.notice(&format!(
        "{source} says that operator {} has the key {}: ask whoever runs it whether that is so",
        quoted(&operator.name),
        operator.key
    ));
}

/// What came of a dry run: that somebody would be asked is no failure.
pub fn tried(ctx: &Ctx, failure: Failure) -> Result<(), Failure> {
    let Some(TrustError::Unasked {
        place,
        account,
        changes,
    }) = failure.of_trust()
    else {
        return Err(failure);
    };
    if ctx.ui.json() {
        let changes: Vec<Value> = changes
            .iter()
            .map(|change| json!({ "path": change.path, "before": change.before, "after": change.after }))
            .collect();
        return ctx.ui.document(&json!({
            "kind": "request",
            "account_server": place,
            "account": account.as_str(),
            "changes": changes,
        }));
    }
    ctx.ui.note(&format!(
        "{place} would be asked to sign account {}",
        quoted(account)
    ));
    for change in changes {
        ctx.ui.note(&format!("  {}", in_words(change)));
    }
    Ok(())
}
