//! What an import says: what was taken, what is wrong, what is in the way, and which seeds are left behind.

mod lines;
mod replaced;

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::ways::{self, called_with, hint_of};
use crate::cmd::Ctx;
use crate::cmd::changed::changes;
use crate::nkey::PublicKey;
use crate::nsc::shred::{Fate, shred};
use crate::nsc::{
    Against, Comparison, Conflict, Finding, Outcome, Places, PlainFile, Plan, Replaced, Strewn,
    strewn,
};
use crate::store::class::Class;
use crate::store::record::EntityKind;
use crate::store::sqlite::SqliteStore;
use crate::store::{Records, Store as _, StoreError};
use crate::text::noted;
use crate::trust::resign::counted;
use crate::ui::{ExitCode, Failure, Hinted as _};

/// What a report says of one entity or key.
struct Row {
    what: String,
    name: String,
    key: String,
    outcome: Against,
    json: Value,
}

/// What was taken, what is wrong, and what is left behind.
pub struct Report {
    command: &'static str,
    /// The flag that puts what is imported in place of what is there.
    replaces: &'static str,
    dry_run: bool,
    entities: Vec<Row>,
    keys: Vec<Row>,
    findings: Vec<Finding>,
    conflicts: Vec<Conflict>,
    replaced: Vec<Replaced>,
    plain: Vec<PlainFile>,
    fates: Vec<Option<Fate>>,
    /// Seeds that are left under names that nsc does not use, and whether the store has each.
    strewn: Vec<(Strewn, bool)>,
    skips: bool,
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
            entities: Vec::new(),
            keys: Vec::new(),
            findings: Vec::new(),
            conflicts: Vec::new(),
            replaced: Vec::new(),
            plain: Vec::new(),
            fates: Vec::new(),
            strewn: Vec::new(),
            skips: false,
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
            self.entities.push(Row {
                what: entity.kind.to_string(),
                name: path,
                key: entity.key.to_string(),
                outcome: *against,
                json: json!({
                    "type": entity.kind.name(),
                    "name": entity.name.as_str(),
                    "public_key": entity.key.to_string(),
                    "parent": entity.parent.map(|parent| parent.to_string()),
                    "file": planned.file,
                    "outcome": against.name(),
                }),
            });
        }
        for (planned, against) in plan.keys.iter().zip(&comparison.keys) {
            let key = planned.public;
            let class = Class::of(key.kind(), planned.role);
            let name = match planned.owner {
                Some(owner) => path_of(&mut paths, &owner, records)?,
                None => String::new(),
            };
            self.keys.push(Row {
                what: format!("{class} key"),
                name,
                key: key.to_string(),
                outcome: *against,
                json: json!({
                    "public_key": key.to_string(),
                    "class": class.name(),
                    "role": planned.role.name(),
                    "owner": planned.owner.map(|owner| owner.to_string()),
                    "file": planned.file,
                    "outcome": against.name(),
                }),
            });
        }
        self.replaced.clone_from(&comparison.replaced);
        for replaced in &self.replaced {
            let key = replaced.there.key.to_string();
            let row = self.entities.iter_mut().find(|row| row.key == key);
            if let Some(Value::Object(fields)) = row.map(|row| &mut row.json) {
                fields.insert("changed_here".to_owned(), replaced.changed_here.into());
                fields.insert("changes".to_owned(), changes(&replaced.changes));
            }
        }
        self.findings.clone_from(&plan.findings);
        let there: HashSet<&str> = plan
            .entities
            .iter()
            .zip(&comparison.entities)
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
        self.plain.clone_from(&plan.plain);
        self.skips = plan.skips();
        Ok(())
    }

    /// Keeps what is in the way, and refuses to go on over it, unless nothing is to be changed.
    pub fn conflicted(&mut self, comparison: &Comparison, replace: bool) -> Result<(), Failure> {
        self.conflicts = comparison.in_the_way(replace).cloned().collect();
        if self.conflicts.is_empty() || self.dry_run {
            return Ok(());
        }
        Err(refused(&self.conflicts, self))
    }

    /// Removes the files with seeds in the clear, as far as the store gives their seeds back, and looks for others.
    pub fn shred(
        &mut self,
        ctx: &Ctx,
        store: &mut Option<SqliteStore>,
        places: &Places,
    ) -> Result<(), Failure> {
        // Opened once more: what counts is what the file has.
        *store = None;
        let mut store = ctx.open_store()?;
        let keyring = ctx.keyring(&mut store)?;
        let (plain, skipped) = (&self.plain, self.skips);
        self.fates = store.read(|records| {
            plain
                .iter()
                .map(|file| shred(records, &*keyring, file, skipped).map(Some))
                .collect::<Result<Vec<_>, StoreError>>()
        })?;
        self.look_around(Some(&mut store), places)?;
        let fates = self.plain.iter().zip(&self.fates);
        let stays = |(file, fate): (&PlainFile, &Option<Fate>)| {
            file.taken && matches!(fate, Some(Fate::Kept(_)))
        };
        self.skips |= fates.into_iter().any(stays) || !self.strewn.is_empty();
        let removed = |fate: &&Option<Fate>| matches!(fate, Some(Fate::Removed));
        let removed = self.fates.iter().filter(removed).count();
        let files = counted(removed, "file");
        self.next
            .push(format!("removed {files} with seeds in the clear"));
        Ok(())
    }

    /// Looks for seeds under names that nsc does not use, and whether the store, where there is one, has them.
    pub fn look_around(
        &mut self,
        store: Option<&mut SqliteStore>,
        places: &Places,
    ) -> Result<(), Failure> {
        let strewn = strewn(places, &self.plain).into_iter();
        let Some(store) = store else {
            self.strewn = strewn.map(|one| (one, false)).collect();
            return Ok(());
        };
        self.strewn = store.read(|records| {
            let with_store = strewn.map(|one| {
                let record = records.key(&one.key)?;
                let is_there = record.is_some_and(|record| record.sealed.is_some());
                Ok((one, is_there))
            });
            with_store.collect::<Result<Vec<_>, StoreError>>()
        })?;
        Ok(())
    }

    /// Says that files with seeds are left behind.
    pub fn name_plain_seeds(&mut self, ctx: &Ctx) {
        if self.plain.is_empty() || self.dry_run {
            return;
        }
        self.next.push(left_behind(self.plain.len()));
        self.next.push(if self.skips {
            "keep them until what was skipped is mended and taken".to_owned()
        } else {
            let next = ctx.command(&called_with(self.command, "--shred-source"));
            format!("next: {next}")
        });
    }

    /// Says the same where no command of nkeep's removes them.
    pub fn name_files(&mut self) {
        if !self.plain.is_empty() && !self.dry_run {
            self.next.push(left_behind(self.plain.len()));
        }
    }

    /// How much of each.
    pub fn counts(&self) -> String {
        let count = |rows: &[Row], what: &str| {
            let taken =
                |row: &&Row| row.outcome.name() != Against::Same.name() && row.what.ends_with(what);
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
        if written.is_ok() && !ctx.ui.json() {
            let took = if self.dry_run { "would take" } else { "took" };
            ctx.ui.note(&format!("{took} {}", self.counts()));
            for warning in &self.warnings {
                ctx.ui.warning(warning);
            }
            for line in &self.next {
                ctx.ui.note(line);
            }
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
                let ways: Vec<String> = ways.iter().map(|way| ctx.command(way)).collect();
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
                    "removed": fate == Some(Fate::Removed),
                })
            })
            .collect();
        let left: Vec<Value> = self
            .strewn
            .iter()
            .map(|(left, is_there)| {
                json!({ "file": left.file, "public_key": left.key.to_string(), "in_store": is_there })
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

fn refused(conflicts: &[Conflict], report: &Report) -> Failure {
    const SHOWN: usize = 5;
    let said: Vec<String> = conflicts
        .iter()
        .take(SHOWN)
        .map(|conflict| format!("{}: {}", conflict.file, conflict.message))
        .collect();
    let rest = match conflicts.len().saturating_sub(SHOWN) {
        0 => String::new(),
        rest => format!("; and {rest} more"),
    };
    let reason = anyhow::anyhow!(
        "the store has it otherwise, and nothing was taken: {}{rest}",
        said.join("; ")
    );
    let failure = Failure::new(ExitCode::Tampered, reason).hint(noted(
        called_with(report.command, "--dry-run"),
        "lists all of it",
    ));
    let mut ways: Vec<String> = conflicts
        .iter()
        .flat_map(|conflict| ways::against(conflict, report.command))
        .collect();
    ways.dedup();
    let failure = ways.into_iter().take(SHOWN).fold(failure, Failure::hint);
    let then = match conflicts.iter().filter(|one| one.replaceable).count() {
        0 => return failure,
        some if some == conflicts.len() => "puts it in place of what the store has",
        _ => "once the others are out of the way, puts it in place of what the store has",
    };
    failure.hint(noted(called_with(report.command, report.replaces), then))
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

fn left_behind(count: usize) -> String {
    let are = if count == 1 { "is" } else { "are" };
    let files = counted(count, "file");
    format!("{files} with seeds in the clear {are} still there")
}
