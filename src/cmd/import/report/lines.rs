//! A report as people read it.

use std::borrow::Cow;

use super::{Report, Row};
use crate::cmd::Ctx;
use crate::cmd::import::ways::{self, hint_of};
use crate::nsc::shred::Fate;
use crate::nsc::{Outcome, Strewn};
use crate::ui::hint::hint_lines;
use crate::ui::list::{self, Fit};
use crate::ui::shown;
use crate::ui::table::wrapped;

impl Report {
    /// As lines, no longer than there is room where a person looks, but for commands: those stay whole.
    pub(super) fn text(&self, ctx: &Ctx) -> String {
        let room = ctx.ui.columns();
        let columns = room.unwrap_or(usize::MAX);
        let rows: Vec<&Row> = self.entities.iter().chain(&self.keys).collect();
        let table = if rows.is_empty() {
            String::new()
        } else {
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
        };
        let mut lines = Vec::new();
        let said = |lines: &mut Vec<String>, indent: usize, line: &str| {
            let parts = wrapped(line, columns.saturating_sub(indent), 2).into_iter();
            lines.extend(parts.map(|part| format!("{}{part}", " ".repeat(indent))));
        };
        lines.extend(self.replaced_lines());
        for finding in &self.findings {
            let head = format!("{} {}", label(finding.outcome), shown(&finding.file));
            said(&mut lines, 0, &head);
            let why = format!("{}: {}", finding.code.name(), shown(&finding.message));
            said(&mut lines, 2, &why);
            if let Some(hint) = hint_of(ctx, self.command, finding) {
                lines.extend(hint_lines(2, &shown(&hint), columns));
            }
        }
        for conflict in &self.conflicts {
            said(
                &mut lines,
                0,
                &format!("[conflict] {}", shown(&conflict.file)),
            );
            said(&mut lines, 2, &shown(&conflict.message));
            for way in ways::against(conflict, self.command) {
                lines.extend(hint_lines(2, &shown(&ctx.command(&way)), columns));
            }
        }
        for (at, file) in self.plain.iter().enumerate() {
            let fate = match self.fates.get(at) {
                Some(Some(Fate::Removed)) => "removed".to_owned(),
                Some(Some(Fate::Kept(why))) => format!("kept: {why}"),
                _ => "in the clear".to_owned(),
            };
            said(
                &mut lines,
                0,
                &format!("[seed] {} {}", shown(&file.file), shown(&fate)),
            );
        }
        for (Strewn { file, key }, is_there) in &self.strewn {
            let store = match is_there {
                true => "which the store has",
                false => "which the store has not",
            };
            let left = format!(
                "left: {} holds a seed of {key}, {store}: look and remove",
                shown(file)
            );
            said(&mut lines, 0, &left);
        }
        lines.push(String::new());
        table + &lines.join("\n")
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
