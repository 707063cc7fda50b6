//! Mappings of an account: subjects whose messages are moved to others.

use super::sought::unless_unreadable;
use super::{Done, Part, ShareError};
use crate::jwt::claims::{Account, Claims, Mapping};
use crate::jwt::subject::Subject;
use crate::text::quoted;

/// How a mapping is to be. Whoever makes one has read the destination as servers do.
#[derive(Clone, Debug)]
pub struct NewMapping {
    /// Whose messages are moved.
    pub from: Subject,
    /// Where they go.
    pub to: String,
    /// How many in a hundred; 0 is all.
    pub weight: u8,
    /// In which cluster this holds; everywhere where it is empty.
    pub cluster: String,
}

/// Adds a mapping, or puts it in place of the one to the same subject in the same cluster.
pub fn add_mapping(claims: &mut Claims<Account>, new: NewMapping) -> Done {
    let mapping = Mapping {
        subject: new.to,
        weight: new.weight,
        cluster: new.cluster,
        ..Mapping::default()
    };
    let from = new.from.to_string();
    let shown = title(&from, &mapping);
    let all = claims.body.mappings.entry(from).or_default();
    let before = all
        .iter_mut()
        .find(|before| before.subject == mapping.subject && before.cluster == mapping.cluster);
    match before {
        Some(before) if before.weight == mapping.weight => Done::default(),
        Some(before) => {
            before.weight = mapping.weight;
            Done::change(format!("changed {shown}"))
        }
        None => {
            all.push(mapping);
            Done::change(format!("added {shown}"))
        }
    }
}

/// Takes mappings away: that to a subject in a cluster or in none; without a subject, all in a cluster, or all there are.
pub fn delete_mapping(
    claims: &mut Claims<Account>,
    from: &str,
    to: Option<&str>,
    cluster: Option<&str>,
) -> Result<Done, ShareError> {
    let gone = |mapping: &Mapping| match (to, cluster) {
        (None, None) => true,
        (None, Some(cluster)) => mapping.cluster == cluster,
        (Some(to), cluster) => mapping.subject == to && mapping.cluster == cluster.unwrap_or(""),
    };
    let none = |claims: &Claims<Account>| {
        let to = to.map(|to| format!(" to {}", quoted(to)));
        let cluster = cluster.map(|cluster| format!(" in cluster {}", quoted(cluster)));
        let none = ShareError::NoSuch {
            account: claims.name.clone(),
            part: Part::Mapping,
            wanted: format!(
                "of {}{}{}",
                quoted(from),
                to.unwrap_or_default(),
                cluster.unwrap_or_default()
            ),
        };
        unless_unreadable(Some(from), none)
    };
    let Some(all) = claims.body.mappings.get_mut(from) else {
        return Err(none(claims));
    };
    let mut done = Done::default();
    all.retain(|mapping| {
        let gone = gone(mapping);
        if gone {
            let shown = title(from, mapping);
            done.changes.push(format!("deleted {shown}"));
        }
        !gone
    });
    let left = all.len();
    if done.changes.is_empty() {
        return Err(none(claims));
    }
    if left == 0 {
        claims.body.mappings.remove(from);
    }
    Ok(done)
}

fn title(from: &str, mapping: &Mapping) -> String {
    let weight = match mapping.weight {
        0 => 100,
        weight => weight,
    };
    let cluster = if mapping.cluster.is_empty() {
        String::new()
    } else {
        format!(" in cluster {}", quoted(&mapping.cluster))
    };
    format!(
        "mapping of {} to {}, weight {weight}%{cluster}",
        quoted(from),
        quoted(&mapping.subject)
    )
}
