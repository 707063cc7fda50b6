//! How much of each operator is new, different or the same.

use super::Report;
use crate::nsc::Against;
use crate::store::record::EntityKind;
use crate::trust::resign::counted;

/// Of one kind, how many are new, different, and the same.
type Counts = [usize; 3];

const KINDS: usize = 4;

impl Report {
    /// A line for each operator, and one for the keys of nobody.
    pub(super) fn totals(&self) -> Vec<String> {
        let mut operators: Vec<(&str, [Counts; KINDS])> = Vec::new();
        for row in self.entities.iter().chain(&self.keys) {
            let operator = row.name.split('/').next().unwrap_or_default();
            let at = operators.iter().position(|(name, _)| *name == operator);
            let at = at.unwrap_or_else(|| {
                operators.push((operator, [[0; 3]; KINDS]));
                operators.len() - 1
            });
            let kind = EntityKind::ALL
                .iter()
                .position(|kind| row.what == kind.name());
            let outcome = match row.outcome {
                Against::New => 0,
                Against::Differs => 1,
                Against::Same | Against::Owned => 2,
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

/// What is new first, and then what differs, and what is the same.
fn line(kinds: &[Counts; KINDS]) -> String {
    let [operator, account, user] = EntityKind::ALL.map(EntityKind::name);
    let names = [operator, account, user, "key"];
    let parts = ["new", "different", "the same"]
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
