//! A report as people read it: totals, what is wrong, the most serious first, and where seeds lie in the clear. Every row, and
//! what is as it was, only where that was asked for.

use std::borrow::Cow;

use super::{Report, Row};
use crate::cmd::Ctx;
use crate::cmd::import::ways::{self, called_with, hint_of, opened};
use crate::nsc::shred::Fate;
use crate::nsc::{Code, Finding, Help, Outcome, Strewn};
use crate::text::{counted, noted};
use crate::ui::hint::hint_lines;
use crate::ui::list::{self, Fit};
use crate::ui::shown;
use crate::ui::table::wrapped;

/// So many files of one kind are named, but for those that are skipped: whoever mends them needs them all.
const NAMED: usize = 10;

/// Lines, no longer than there is room where a person looks, but for commands: those stay whole.
pub(super) struct Lines {
    lines: Vec<String>,
    columns: usize,
}

/// What is said of a file.
#[derive(Clone)]
struct Said {
    label: &'static str,
    file: String,
    why: String,
    hint: Option<String>,
}

impl Lines {
    pub(super) fn say(&mut self, indent: usize, line: &str) {
        let line = shown(line);
        let parts = wrapped(&line, self.columns.saturating_sub(indent), 2).into_iter();
        self.lines
            .extend(parts.map(|part| format!("{}{part}", " ".repeat(indent))));
    }

    fn hint(&mut self, indent: usize, hint: &str) {
        self.lines
            .extend(hint_lines(indent, &shown(hint), self.columns));
    }

    /// Files one below the other, with what is said of all of them.
    fn files(&mut self, said: &[Said], most: usize) {
        let is_one = |one: &Said, other: &Said| {
            (one.label, &one.why, &one.hint) == (other.label, &other.why, &other.hint)
        };
        for group in said.chunk_by(is_one) {
            for one in group.iter().take(most) {
                self.say(0, &format!("{} {}", one.label, one.file));
            }
            let more = group.len().saturating_sub(most);
            if more > 0 {
                self.say(0, &format!("{} and {more} more", group[0].label));
            }
            self.say(2, &group[0].why);
            if let Some(hint) = &group[0].hint {
                self.hint(2, hint);
            }
        }
    }
}

impl Report {
    /// As lines.
    pub(super) fn text(&self, ctx: &Ctx) -> String {
        let room = ctx.ui.columns();
        let quiet = ctx.ui.is_quiet();
        let mut lines = Lines {
            lines: Vec::new(),
            columns: room.unwrap_or(usize::MAX),
        };
        let mut table = String::new();
        match (quiet, self.lists) {
            (true, _) => {}
            (false, true) => table = self.table(room),
            (false, false) => {
                for line in self.totals() {
                    lines.say(0, &line);
                }
            }
        }
        self.say_replaced(&mut lines);
        self.say_findings(ctx, &mut lines);
        self.say_seeds(ctx, &mut lines);
        lines.lines.push(String::new());
        table + &lines.lines.join("\n")
    }

    fn table(&self, room: Option<usize>) -> String {
        let rows: Vec<&Row> = self.entities.iter().chain(&self.keys).collect();
        if rows.is_empty() {
            return String::new();
        }
        let header = [
            ("WHAT", Fit::Own),
            ("NAME", Fit::Name),
            ("PUBLIC KEY", Fit::Key),
            ("STORE", Fit::Own),
        ];
        list::fitted(header, room, &rows, |row| {
            [
                Cow::from(&row.what),
                Cow::from(&row.name),
                Cow::from(&row.key),
                row.outcome.name().into(),
            ]
        })
    }

    /// What is in the way, and what is wrong; last, once, the import with the flags that help more than one of them.
    fn say_findings(&self, ctx: &Ctx, lines: &mut Lines) {
        let again = self.again();
        let is_many = |flag: &str| {
            again
                .iter()
                .any(|(_, flags)| flags.len() > 1 && flags.iter().any(|one| one == flag))
        };
        for conflict in &self.conflicts {
            lines.say(0, &format!("[conflict] {}", conflict.file));
            lines.say(2, &conflict.message);
            let flag = ways::renaming(conflict, self.command);
            let ways = match flag.is_some_and(|flag| is_many(&flag)) {
                true => ways::besides(conflict, self.command),
                false => ways::against(conflict, self.command),
            };
            for way in ways {
                lines.hint(2, &opened(ctx, &way));
            }
        }
        let mut findings: Vec<&Finding> = self.findings.iter().collect();
        findings.sort_by(|one, other| rank(one).cmp(&rank(other)));
        let (named, counted): (Vec<&Finding>, Vec<&Finding>) = findings
            .into_iter()
            .partition(|finding| self.lists || !is_counted(finding));
        let said = |finding: &&Finding| Said {
            label: label(finding.outcome),
            file: finding.file.clone(),
            why: format!("{}: {}", finding.code.name(), finding.message),
            hint: match &finding.hint {
                Some(Help::Again(flag, _)) if is_many(flag) => None,
                _ => hint_of(ctx, self.command, finding),
            },
        };
        let is_skipped = |finding: &&Finding| finding.outcome == Outcome::Skipped;
        let (skipped, rest): (Vec<&Finding>, Vec<&Finding>) =
            named.into_iter().partition(is_skipped);
        lines.files(&skipped.iter().map(said).collect::<Vec<_>>(), usize::MAX);
        let most = if self.lists { usize::MAX } else { NAMED };
        lines.files(&rest.iter().map(said).collect::<Vec<_>>(), most);
        for (why, flags) in again.iter().filter(|(_, flags)| flags.len() > 1) {
            let mut flags = flags.clone();
            flags.dedup();
            lines.hint(
                0,
                &opened(
                    ctx,
                    &noted(called_with(self.command, &flags.join(" ")), why),
                ),
            );
        }
        if !ctx.ui.is_quiet() {
            say_counted(lines, &counted);
        }
    }

    /// The flags that help, by what they do, each as often as it does.
    fn again(&self) -> Vec<(&'static str, Vec<String>)> {
        let mut renames = Vec::new();
        let mut others: Vec<(&'static str, Vec<String>)> = Vec::new();
        for finding in &self.findings {
            match &finding.hint {
                Some(Help::Again(flag, _)) if flag.starts_with("--rename ") => {
                    renames.push(flag.clone());
                }
                Some(Help::Again(flag, why)) => {
                    match others.iter_mut().find(|(known, _)| known == why) {
                        Some((_, flags)) => flags.push(flag.clone()),
                        None => others.push((why, vec![flag.clone()])),
                    }
                }
                _ => {}
            }
        }
        let conflicts = self.conflicts.iter();
        renames.extend(conflicts.filter_map(|conflict| ways::renaming(conflict, self.command)));
        others.insert(0, ("takes them under other names", renames));
        others
    }

    /// Where seeds lie in the clear: how many files in which folder, which of them stay, and what nobody takes.
    fn say_seeds(&self, ctx: &Ctx, lines: &mut Lines) {
        let most = if self.lists { usize::MAX } else { NAMED };
        let kept = self.kept().map(|(file, why)| Said {
            label: "[kept]",
            file: file.file.clone(),
            why: why.to_string(),
            hint: self.removing(ctx, file, why),
        });
        let mut kept: Vec<Said> = kept.collect();
        kept.sort_by(|one, other| one.why.cmp(&other.why));
        lines.files(&kept, most);
        if !ctx.ui.is_quiet() {
            self.count_seeds(lines);
        }
        for (left, is_there) in &self.strewn {
            let Strewn { file, key, .. } = left;
            let (has, then) = match (is_there, self.dry_run) {
                (true, false) => ("which the store has", "look and remove"),
                (true, true) => (
                    "which the store would have",
                    "look and remove it afterwards",
                ),
                (false, _) => ("which the store has not", "take it first"),
            };
            lines.say(
                0,
                &format!("left: {file} holds a seed of {key}, {has}: {then}"),
            );
            if let Some(hint) = self.taking(ctx, left, *is_there) {
                lines.hint(2, &hint);
            }
        }
    }

    fn count_seeds(&self, lines: &mut Lines) {
        let mut folders: Vec<(String, &'static str, Vec<&str>)> = Vec::new();
        for (at, file) in self.plain.iter().enumerate() {
            let fate = match self.fates.get(at) {
                Some(Some(Fate::Removed)) if self.dry_run => "would be removed",
                Some(Some(Fate::Removed)) => "removed",
                Some(Some(Fate::Kept(_))) => continue,
                _ => "in the clear",
            };
            let folder = match self.lists {
                true => file.file.clone(),
                false => self.folder_of(file),
            };
            let is_same = |(known, what, _): &&mut (String, &'static str, Vec<&str>)| {
                (known.as_str(), *what) == (folder.as_str(), fate)
            };
            match folders.iter_mut().find(is_same) {
                Some((.., files)) => files.push(&file.file),
                None => folders.push((folder, fate, vec![&file.file])),
            }
        }
        for (folder, fate, files) in folders {
            let what = match &files[..] {
                [file] => (*file).to_owned(),
                _ => format!("{} below {folder}", counted(files.len(), "file")),
            };
            lines.say(0, &format!("[seed] {what} {fate}"));
        }
    }
}

/// The most serious first, those of one kind together.
fn rank(finding: &Finding) -> (usize, &'static str, &str) {
    let serious = match finding.outcome {
        Outcome::Skipped => 0,
        Outcome::Stays => 1,
        Outcome::TakenFromCreds => 2,
        Outcome::Taken => 3,
        Outcome::Left => 4,
        Outcome::Same => 5,
    };
    (serious, finding.code.name(), &finding.message)
}

/// Whether there is nothing to do about it: nkeep keeps no creds files, and what is taken already was told before.
fn is_counted(finding: &Finding) -> bool {
    finding.code == Code::CredsMissing || finding.outcome == Outcome::Same
}

fn say_counted(lines: &mut Lines, findings: &[&Finding]) {
    let without_creds = |finding: &&&Finding| finding.code == Code::CredsMissing;
    let users = findings.iter().filter(without_creds).count();
    let same = findings.len() - users;
    if users > 0 {
        let verb = if users == 1 { "has" } else { "have" };
        let users = counted(users, "user");
        lines.say(
            0,
            &format!("[left] {users} {verb} no creds file, and nkeep makes one when it is wanted"),
        );
    }
    if same > 0 {
        let findings = counted(same, "finding");
        lines.say(
            0,
            &format!("[same] {findings} of what the store has already: --full-report names them"),
        );
    }
}

const fn label(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Taken => "[taken]",
        // The file itself gave nothing.
        Outcome::TakenFromCreds => "[from creds]",
        Outcome::Same => "[same]",
        Outcome::Skipped => "[skipped]",
        Outcome::Left => "[left]",
        Outcome::Stays => "[stays]",
    }
}
