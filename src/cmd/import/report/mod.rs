//! What an import says: what was taken, what is wrong, what is in the way, and which seeds are left behind.

mod lines;
mod refused;
mod replaced;
mod seeds;
mod totals;

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use serde_json::{Value, json};

use self::refused::refused;
use super::ways::{self, called_with, hint_of, opened};
use crate::cmd::Ctx;
use crate::cmd::changed::changes;
use crate::nkey::PublicKey;
use crate::nsc::shred::Fate;
use crate::nsc::{
    Against, Comparison, Conflict, Finding, Outcome, PlainFile, Plan, PlannedEntity, PlannedKey,
    Replaced, Strewn,
};
use crate::store::class::Class;
use crate::store::record::EntityKind;
use crate::store::{Records, StoreError};
use crate::text::{counted, noted};
use crate::ui::{ExitCode, Failure, Hinted as _};

/// What a report says of one entity or key.
struct Row {
    what: String,
    name: String,
    key: String,
    outcome: Against,
    json: Value,
}

impl Row {
    fn entity(planned: &PlannedEntity, path: String, against: Against) -> Self {
        let entity = &planned.entity;
        Self {
            what: entity.kind.to_string(),
            name: path,
            key: entity.key.to_string(),
            outcome: against,
            json: json!({
                "type": entity.kind.name(),
                "name": entity.name.as_str(),
                "public_key": entity.key.to_string(),
                "parent": entity.parent.map(|parent| parent.to_string()),
                "file": planned.file,
                "outcome": against.name(),
            }),
        }
    }

    fn key(planned: &PlannedKey, owner: String, against: Against) -> Self {
        let key = planned.public;
        let class = Class::of(key.kind(), planned.role);
        Self {
            what: format!("{class} key"),
            name: owner,
            key: key.to_string(),
            outcome: against,
            json: json!({
                "public_key": key.to_string(),
                "class": class.name(),
                "role": planned.role.name(),
                "owner": planned.owner.map(|owner| owner.to_string()),
                "file": planned.file,
                "outcome": against.name(),
            }),
        }
    }
}

/// What was taken, what is wrong, and what is left behind.
pub struct Report {
    command: &'static str,
    /// The flag that puts what is imported in place of what is there.
    replaces: &'static str,
    dry_run: bool,
    /// Whether every row is shown, and what the store has already, too.
    lists: bool,
    /// Folders whose files with seeds are counted together, and how each is shown.
    folders: Vec<(PathBuf, String)>,
    entities: Vec<Row>,
    keys: Vec<Row>,
    findings: Vec<Finding>,
    conflicts: Vec<Conflict>,
    replaced: Vec<Replaced>,
    plain: Vec<PlainFile>,
    fates: Vec<Option<Fate>>,
    /// Seeds that are left under names that nsc does not use, and whether the store has each.
    strewn: Vec<(Strewn, bool)>,
    /// In a dry run, the keys that the store has or would have, and whether each would be somebody's.
    foreseen: HashMap<PublicKey, bool>,
    skips: bool,
    /// Whether files with seeds were to be removed.
    shreds: bool,
    warnings: Vec<String>,
    next: Vec<String>,
}

impl Report {
    /// One of a command.
    pub fn begin(ctx: &Ctx, command: &'static str) -> Self {
        Self {
            command,
            replaces: "--force",
            dry_run: ctx.made.is_trial(),
            lists: true,
            folders: Vec::new(),
            entities: Vec::new(),
            keys: Vec::new(),
            findings: Vec::new(),
            conflicts: Vec::new(),
            replaced: Vec::new(),
            plain: Vec::new(),
            fates: Vec::new(),
            strewn: Vec::new(),
            foreseen: HashMap::new(),
            skips: false,
            shreds: false,
            warnings: Vec::new(),
            next: Vec::new(),
        }
    }

    /// The command, for the journal.
    pub const fn command(&self) -> &'static str {
        self.command
    }

    /// The same for a command with another flag for it.
    pub fn replaced_by(self, flag: &'static str) -> Self {
        Self {
            replaces: flag,
            ..self
        }
    }

    /// The same with totals in place of rows, unless rows are wanted.
    pub fn in_totals(self, lists: bool) -> Self {
        Self { lists, ..self }
    }

    /// Says what comes next, or was done besides.
    pub fn then(&mut self, line: String) {
        self.next.push(line);
    }

    /// Says what must be seen.
    pub fn warn(&mut self, warnings: Vec<String>) {
        self.warnings.extend(warnings);
    }

    /// Puts a plan into it, as it stands to the store.
    pub fn fill(
        &mut self,
        plan: &Plan,
        comparison: &Comparison,
        records: Option<&dyn Records>,
    ) -> Result<(), StoreError> {
        let mut paths: HashMap<PublicKey, String> = HashMap::new();
        for (planned, against) in plan.entities.iter().zip(&comparison.entities) {
            let entity = &planned.entity;
            let path = match entity.parent {
                None => entity.name.to_string(),
                Some(parent) => {
                    format!("{}/{}", path_of(&mut paths, &parent, records)?, entity.name)
                }
            };
            paths.insert(entity.key, path.clone());
            self.entities.push(Row::entity(planned, path, *against));
        }
        for (planned, against) in plan.keys.iter().zip(&comparison.keys) {
            let owner = match planned.owner {
                Some(owner) => path_of(&mut paths, &owner, records)?,
                None => String::new(),
            };
            self.keys.push(Row::key(planned, owner, *against));
        }
        self.replaced.clone_from(&comparison.replaced);
        self.mark_replaced();
        if self.dry_run {
            self.foresee_keys(plan, records)?;
        }
        self.findings.clone_from(&plan.findings);
        self.mark_same(plan, comparison);
        self.plain.clone_from(&plan.plain);
        self.skips = plan.skips();
        Ok(())
    }

    /// Has the rows of what is replaced say what changes.
    fn mark_replaced(&mut self) {
        for replaced in &self.replaced {
            let key = replaced.there.key.to_string();
            let row = self.entities.iter_mut().find(|row| row.key == key);
            if let Some(Value::Object(fields)) = row.map(|row| &mut row.json) {
                fields.insert("changed_here".to_owned(), replaced.changed_here.into());
                fields.insert("changes".to_owned(), changes(&replaced.changes));
            }
        }
    }

    /// Has the findings say of which files everything was there.
    fn mark_same(&mut self, plan: &Plan, comparison: &Comparison) {
        let entities = plan.entities.iter().zip(&comparison.entities);
        let there: HashSet<&str> = entities
            .filter(|(_, against)| **against == Against::Same)
            .map(|(planned, _)| planned.file.as_str())
            .collect();
        let keys = plan.keys.iter().zip(&comparison.keys);
        let taken: HashSet<&str> = keys
            .filter(|(_, against)| **against != Against::Same)
            .map(|(planned, _)| planned.file.as_str())
            .collect();
        let seeds: HashSet<&str> = plan.plain.iter().map(|file| file.file.as_str()).collect();
        for finding in &mut self.findings {
            let file = finding.file.as_str();
            let is_taken = matches!(finding.outcome, Outcome::Taken | Outcome::TakenFromCreds);
            let gave_nothing = seeds.contains(file) && !taken.contains(file);
            if is_taken && (there.contains(file) || gave_nothing) {
                finding.outcome = Outcome::Same;
            }
        }
    }

    /// What was taken in the end: another process may have taken some of it meanwhile.
    pub fn took(&mut self, comparison: &Comparison) {
        let entities = self.entities.iter_mut().zip(&comparison.entities);
        let keys = self.keys.iter_mut().zip(&comparison.keys);
        for (row, against) in entities.chain(keys) {
            row.outcome = *against;
            row.json["outcome"] = against.name().into();
        }
    }

    /// Says what is selected from now on.
    pub fn selects(&mut self, key: &PublicKey) {
        let key = key.to_string();
        if let Some(row) = self.entities.iter().find(|row| row.key == key) {
            let place = row.name.replace('/', " / ");
            self.next.push(format!("selected, as in nsc: {place}"));
        }
    }

    /// Keeps what is in the way, and refuses to go on over it, unless nothing is to be changed.
    pub fn conflicted(
        &mut self,
        ctx: &Ctx,
        comparison: &Comparison,
        replace: bool,
    ) -> Result<(), Failure> {
        self.conflicts = comparison.in_the_way(replace).cloned().collect();
        if self.conflicts.is_empty() || self.dry_run {
            return Ok(());
        }
        Err(refused(ctx, &self.conflicts, self))
    }

    /// How much of each.
    pub fn counts(&self) -> String {
        let in_the_way: HashSet<String> = self
            .conflicts
            .iter()
            .map(|conflict| conflict.key.to_string())
            .collect();
        let count = |rows: &[Row], what: &str| {
            let taken = |row: &&Row| {
                row.outcome.name() != Against::Same.name()
                    && row.what.ends_with(what)
                    && !(what != "key" && in_the_way.contains(&row.key))
            };
            rows.iter().filter(taken).count()
        };
        let [operators, accounts, users] =
            EntityKind::ALL.map(|kind| count(&self.entities, kind.name()));
        let keys = count(&self.keys, "key");
        format!(
            "{}, {}, {} and {}",
            counted(operators, "operator"),
            counted(accounts, "account"),
            counted(users, "user"),
            counted(keys, "key")
        )
    }

    /// Shows all of it.
    pub fn finish(self, ctx: &Ctx) -> Result<(), Failure> {
        let written = if ctx.ui.json() {
            ctx.ui.document(&self.json(ctx))
        } else {
            ctx.ui.text(&self.text(ctx))
        };
        // Where the report did not come out, what was done is still known.
        if written.is_err() || !ctx.ui.json() {
            self.sum_up(ctx);
        }
        if !self.conflicts.is_empty() {
            return Err(Failure::problems_after(written)).code(ExitCode::Tampered);
        }
        let stays = |finding: &Finding| finding.outcome == Outcome::Stays;
        if self.skips || self.findings.iter().any(stays) {
            return Err(Failure::problems_after(written));
        }
        written
    }

    /// What was done in all, what comes next, and why it is no success where it is none.
    fn sum_up(&self, ctx: &Ctx) {
        let counts = self.counts();
        match (self.dry_run, self.conflicts.len()) {
            (true, 0) => ctx.ui.note(&format!("would take {counts}")),
            (true, conflicts) => ctx.ui.notice(&format!(
                "would take nothing: {}; without {}, {counts}",
                counted(conflicts, "conflict"),
                if conflicts == 1 { "it" } else { "them" },
            )),
            (false, _) => ctx.ui.note(&format!("took {counts}")),
        }
        for warning in &self.warnings {
            ctx.ui.warning(warning);
        }
        for line in &self.next {
            ctx.ui.note(line);
        }
        if self.skips && self.conflicts.is_empty() {
            ctx.ui.notice(&self.why_no_success());
            let again = called_with(self.command, "");
            let why = "when it is mended; what was taken stays";
            let again = opened(ctx, &noted(again.trim_end(), why));
            ctx.ui.notice(&format!("next: {again}"));
        }
    }

    fn why_no_success(&self) -> String {
        let is_skipped = |finding: &&Finding| finding.outcome == Outcome::Skipped;
        let skipped = self.findings.iter().filter(is_skipped).count();
        let mut why = Vec::new();
        if skipped > 0 {
            why.push(format!("{} skipped", counted(skipped, "finding")));
        }
        if self.shreds {
            why.extend(self.what_stays());
        }
        format!("{} (exit code 3): mend that first", why.join(", "))
    }

    fn json(&self, ctx: &Ctx) -> Value {
        let rows = |rows: &[Row]| rows.iter().map(|row| row.json.clone()).collect::<Vec<_>>();
        let findings: Vec<Value> = self
            .findings
            .iter()
            .map(|finding| {
                json!({
                    "code": finding.code.name(),
                    "file": finding.file,
                    "message": finding.message,
                    "outcome": finding.outcome.name(),
                    "hint": hint_of(ctx, self.command, finding),
                })
            })
            .collect();
        let conflicts: Vec<Value> = self
            .conflicts
            .iter()
            .map(|conflict| {
                let ways = ways::against(conflict, self.command);
                let ways: Vec<String> = ways.iter().map(|way| opened(ctx, way)).collect();
                json!({ "file": conflict.file, "message": conflict.message, "hints": ways })
            })
            .collect();
        let plain: Vec<Value> = self
            .plain
            .iter()
            .enumerate()
            .map(|(at, file)| {
                let fate = self.fates.get(at).cloned().flatten();
                json!({
                    "file": file.file,
                    "public_key": file.key.to_string(),
                    "removed": fate == Some(Fate::Removed) && !self.dry_run,
                    "would_be_removed": fate == Some(Fate::Removed) && self.dry_run,
                    "kept": match &fate {
                        Some(Fate::Kept(why)) => Some(why.to_string()),
                        _ => None,
                    },
                })
            })
            .collect();
        let left: Vec<Value> = self
            .strewn
            .iter()
            .map(|(left, is_there)| {
                json!({
                    "file": left.file,
                    "public_key": left.key.to_string(),
                    "in_store": is_there,
                    "hint": self.taking(ctx, left, *is_there),
                })
            })
            .collect();
        json!({
            "kind": "import",
            "dry_run": self.dry_run,
            "entities": rows(&self.entities),
            "keys": rows(&self.keys),
            "findings": findings,
            "conflicts": conflicts,
            "plain_seeds": plain,
            "left_seeds": left,
            "warnings": self.warnings,
        })
    }
}

/// The path of an entity: operator, account and user.
fn path_of(
    paths: &mut HashMap<PublicKey, String>,
    key: &PublicKey,
    records: Option<&dyn Records>,
) -> Result<String, StoreError> {
    if let Some(path) = paths.get(key) {
        return Ok(path.clone());
    }
    let entity = match records {
        Some(records) => records.entity(key)?,
        None => None,
    };
    let Some(entity) = entity else {
        return Ok(String::new());
    };
    let path = match entity.parent {
        Some(parent) => format!("{}/{}", path_of(paths, &parent, records)?, entity.name),
        None => entity.name.to_string(),
    };
    paths.insert(*key, path.clone());
    Ok(path)
}
