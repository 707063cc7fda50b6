//! What a reviewer reads of a rotation: what was rotated, when and by whom, what every step was based on, and that none was taken
//! out of order.

use std::fmt::Write as _;

use serde::Serialize;

use super::plans::STATEMENT;
use super::{Outcome, Rotation, Step, Way};
use crate::clock::{UnixSeconds, absolute};
use crate::store::journal::Head;
use crate::text::counted;
use crate::trust::statement::holds;

/// A rotation, as it is reviewed.
#[derive(Clone, Debug, Serialize)]
pub struct Report<'a> {
    /// What it is.
    pub kind: &'static str,
    /// The rotation.
    pub rotation: &'a Rotation,
    /// Whether every step was taken when nothing was missing, one after the other.
    pub order_kept: bool,
    /// Whether the order of steps can have turned anybody away.
    pub downtime: Downtime,
    /// Until when there is, or was, a way back to the old key.
    pub way_back: WayBack,
    /// How long both keys were trusted, in seconds, where that is over, and the old one was not in other hands.
    pub overlap: Option<i64>,
    /// How far the journal of the store has come, which holds every step.
    pub journal: String,
}

/// Whether the order of steps can have turned anybody away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Downtime {
    /// No step was taken before it was shown that it turns nobody away.
    None,
    /// Somebody insisted on a step.
    Possible,
    /// The old key was distrusted at once.
    Accepted,
}

/// Until when there is a way back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WayBack {
    /// There is one.
    Open,
    /// There is none since then.
    Closed(UnixSeconds),
    /// It was taken.
    Taken(UnixSeconds),
}

/// Whether somebody insisted on a step.
fn was_forced(rotation: &Rotation) -> bool {
    let mut steps = rotation.steps.iter();
    steps.any(|step| !step.missing.is_empty())
}

impl<'a> Report<'a> {
    /// Of a rotation.
    #[must_use]
    pub fn of(rotation: &'a Rotation, head: Head) -> Self {
        let steps = &rotation.steps;
        let has = |way: Way| steps.iter().any(|step| step.way == way);
        let downtime = match (has(Way::Emergency), was_forced(rotation)) {
            (true, _) => Downtime::Accepted,
            (false, true) => Downtime::Possible,
            (false, false) => Downtime::None,
        };
        let since = rotation.since();
        let no_way = (steps.iter()).find(|step| {
            step.way == Way::Emergency
                || (step.way != Way::Back
                    && (rotation.plan().phase(&step.phase))
                        .is_some_and(|phase| phase.undo.is_none()))
        });
        let way_back = match (rotation.outcome, no_way) {
            (Some(Outcome::Aborted), _) => WayBack::Taken(since),
            (_, Some(step)) => WayBack::Closed(step.time),
            (_, None) => WayBack::Open,
        };
        let overlap = rotation
            .outcome
            .filter(|_| downtime != Downtime::Accepted)
            .and(steps.first())
            .map(|first| since - first.time);
        Self {
            kind: "rotation_report",
            order_kept: downtime == Downtime::None,
            downtime,
            way_back,
            overlap,
            journal: head.to_string(),
            rotation,
        }
    }

    /// As a page for people, in Markdown.
    #[must_use]
    pub fn markdown(&self) -> String {
        let rotation = self.rotation;
        let mut page = format!("# Rotation {}: {}\n\n", rotation.id, cell(&rotation.what));
        self.summary(&mut page);
        let _ = writeln!(page, "\n## Steps\n");
        let _ = writeln!(page, "| when | by | step | evidence (SHA-256) |");
        let _ = writeln!(page, "|---|---|---|---|");
        for step in &rotation.steps {
            let _ = writeln!(
                page,
                "| {} | {} | {} | `{}` |",
                absolute(step.time),
                cell(&step.actor),
                cell(&titled(step)),
                step.evidence_sha256
            );
        }
        self.statement(&mut page);
        for (number, step) in rotation.steps.iter().enumerate() {
            let _ = writeln!(page, "\n### {}. {}\n", number + 1, cell(&titled(step)));
            of_step(&mut page, step);
        }
        page
    }

    /// What two operators say of each other.
    fn statement(&self, page: &mut String) {
        let Some(statement) = self.rotation.kept.get(STATEMENT) else {
            return;
        };
        let holds = match holds(statement) {
            true => "both signatures hold",
            false => "its signatures do NOT hold",
        };
        let _ = writeln!(page, "\n## One operator after the other\n");
        let _ = writeln!(
            page,
            "For whoever has pinned the old operator and is to pin the new one; {holds}.\n"
        );
        for line in statement.lines() {
            let _ = writeln!(page, "    {}", crate::text::sanitized(line));
        }
    }

    fn summary(&self, page: &mut String) {
        let rotation = self.rotation;
        let first = rotation.steps.first().map_or(0, |step| step.time);
        let mut row = |name: &str, value: &str| {
            let _ = writeln!(page, "| {name} | {} |", cell(value));
        };
        row("question", "answer");
        row("---", "---");
        row(
            "what was rotated",
            &format!("{} ({})", rotation.what, rotation.kind.title()),
        );
        row("old", &rotation.old);
        row("new", &rotation.new);
        row("began", &absolute(first));
        let since = absolute(rotation.since());
        row(
            "stands",
            &match rotation.outcome {
                None => format!("in the phase {} since {since}", rotation.phase),
                Some(Outcome::Done) => format!("done since {since}"),
                Some(Outcome::Aborted) => format!("aborted {since}: the old key is in its place"),
            },
        );
        row(
            "downtime",
            match self.downtime {
                Downtime::None => {
                    "none: no step was taken before every declared server had shown what it needs, or people had said so"
                }
                Downtime::Possible => {
                    "possible: somebody insisted on a step for which something was missing, as told below"
                }
                Downtime::Accepted => {
                    "accepted: the old key was in other hands, and was distrusted at once"
                }
            },
        );
        row(
            "order of steps",
            match (self.downtime, was_forced(self.rotation)) {
                (Downtime::Accepted, false) => {
                    "the short one of an emergency: the old key was distrusted at once, and no step was forced"
                }
                (Downtime::Accepted, true) => {
                    "the short one of an emergency, and not kept: see the steps that were forced"
                }
                (_, false) => "kept: no step was taken out of order, and none was forced",
                (_, true) => "not kept: see the steps that were forced",
            },
        );
        row(
            "way back",
            &match self.way_back {
                WayBack::Open => match rotation.at() {
                    0 => format!("open: nkeep rotate abort {}", rotation.id),
                    _ => format!("open: nkeep rotate rollback {}", rotation.id),
                },
                WayBack::Closed(at) => format!("until {}", absolute(at)),
                WayBack::Taken(at) => format!("taken {}", absolute(at)),
            },
        );
        if let Some(overlap) = self.overlap {
            row(
                "both keys were trusted for",
                &counted(usize::try_from(overlap).unwrap_or_default(), "second"),
            );
        }
        row(
            "evidence",
            &format!(
                "no older than {} seconds; servers: {}",
                rotation.terms.evidence_age,
                servers(rotation)
            ),
        );
        row(
            "journal",
            &format!("{}, checked by nkeep audit verify", self.journal),
        );
    }
}

fn servers(rotation: &Rotation) -> String {
    use super::Inventory;
    match &rotation.terms.servers {
        Inventory::Undeclared => "none declared".to_owned(),
        Inventory::Count(count) => counted(*count, "server"),
        Inventory::Names(names) => names.join(", "),
    }
}

/// A step in words.
fn titled(step: &Step) -> String {
    match step.way {
        Way::Onward => format!("into {}", step.phase),
        Way::Forced => format!("forced into {}", step.phase),
        Way::Back => format!("back from {}", step.phase),
        Way::Emergency => format!("emergency, into {}", step.phase),
    }
}

fn of_step(page: &mut String, step: &Step) {
    let mut line = |text: String| {
        let _ = writeln!(page, "- {}", cell(&text));
    };
    for did in &step.did {
        line(did.clone());
    }
    if let Some(reason) = &step.reason {
        line(format!("reason given: {reason}"));
    }
    for missing in &step.missing {
        line(format!("missing then: {missing}"));
    }
    for stated in &step.stated {
        let file = stated.file_sha256.as_ref();
        let file = file.map_or_else(String::new, |hash| format!("; file {hash}"));
        line(format!(
            "{} said by {} at {}: {}{file}",
            stated.name,
            stated.actor,
            absolute(stated.time),
            stated.words
        ));
    }
    if step.evidence.is_empty() {
        return;
    }
    let _ = writeln!(
        page,
        "\n| server | seen | by | started with | accounts | connected by the old key | answers (SHA-256) |"
    );
    let _ = writeln!(page, "|---|---|---|---|---|---|---|");
    for record in &step.evidence {
        let operators = record
            .operators
            .as_ref()
            .map_or_else(String::new, |tokens| {
                let short = tokens.iter().map(|hash| hash.get(..12).unwrap_or(hash));
                short.collect::<Vec<_>>().join(", ")
            });
        let holding: Vec<String> = record
            .holding
            .iter()
            .map(|one| match one.otherwise.count {
                0 => format!("{} as here", one.right),
                otherwise => format!("{} as here, {otherwise} otherwise", one.right),
            })
            .collect();
        let by_old = record.by_old.as_ref().map(|seen| seen.count.to_string());
        let _ = writeln!(
            page,
            "| {} | {} | {} | {operators} | {} | {} | `{}` |",
            cell(&record.server),
            absolute(record.time),
            cell(&record.collector),
            holding.join("; "),
            by_old.unwrap_or_default(),
            cell(&record.raw_sha256)
        );
    }
}

/// Text that stays in its place, whatever somebody put into it.
fn cell(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in crate::text::sanitized(text).chars() {
        match character {
            '\n' | '\r' => safe.push(' '),
            '|' | '`' | '<' | '>' | '[' | ']' | '*' | '_' | '#' | '\\' | '!' => {
                safe.push('\\');
                safe.push(character);
            }
            character => safe.push(character),
        }
    }
    safe
}
