//! How much of each operator is new, newer, different or the same.

use super::Report;
use crate::nsc::Against;
use crate::store::record::EntityKind;
use crate::text::counted;

/// Of one kind, how many are new, signed later there, different, and the same.
type Counts = [usize; 4];

const KINDS: usize = 4;

impl Report {
    /// A line for each operator, and one for the keys of nobody.
    pub(super) fn totals(&self) -> Vec<String> {
        let mut operators: Vec<(&str, [Counts; KINDS])> = Vec::new();
        for row in self.entities.iter().chain(&self.keys) {
            let operator = row.name.split('/').next().unwrap_or_default();
            let at = operators.iter().position(|(name, _)| *name == operator);
            let at = at.unwrap_or_else(|| {
                operators.push((operator, [Counts::default(); KINDS]));
                operators.len() - 1
            });
            let kind = EntityKind::ALL
                .iter()
                .position(|kind| row.what == kind.name());
            let outcome = match row.outcome {
                Against::New => 0,
                Against::Newer => 1,
                Against::Differs => 2,
                Against::Same | Against::Owned => 3,
            };
            operators[at].1[kind.unwrap_or(KINDS - 1)][outcome] += 1;
        }
        operators
            .iter()
            .map(|(name, kinds)| match *name {
                "" => format!("of nobody: {}", line(kinds)),
                name => format!("{name}: {}", line(kinds)),
            })
            .collect()
    }
}

/// What is new first, and what is the same last.
fn line(kinds: &[Counts; KINDS]) -> String {
    let [operator, account, user] = EntityKind::ALL.map(EntityKind::name);
    let names = [operator, account, user, "key"];
    let parts = ["new", "newer", "different", "the same"]
        .iter()
        .enumerate()
        .filter_map(|(outcome, said)| {
            let there = names.iter().zip(kinds);
            let there = there.filter(|(_, counts)| counts[outcome] > 0);
            let there: Vec<String> = there
                .map(|(name, counts)| counted(counts[outcome], name))
                .collect();
            (!there.is_empty()).then(|| format!("{} {said}", joined(&there)))
        });
    parts.collect::<Vec<_>>().join("; ")
}

fn joined(parts: &[String]) -> String {
    match parts {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => parts.concat(),
    }
}
