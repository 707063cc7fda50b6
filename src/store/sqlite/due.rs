//! Keys that have been there for long, by one look at all of them.

use rusqlite::Row as SqlRow;
use rusqlite::types::Value;

use super::read::{View, parsed};
use super::version::Version;
use crate::clock::UnixSeconds;
use crate::store::class::Class;
use crate::store::document::KeyState;
use crate::store::{AgedKey, KeyOwner, Result};

/// The keys of each of those classes that came no later than at its time, whatever they are by now.
pub fn keys_until(view: &View<'_>, until: &[(Class, UnixSeconds)]) -> Result<Vec<AgedKey>> {
    // Stores in which nothing was ever rotated say nothing of states.
    let (state, states) = match view.version() {
        Version::First => ("NULL, NULL", ""),
        Version::Second => (
            "s.state, s.since",
            "LEFT JOIN key_states s ON s.public_key = k.public_key",
        ),
    };
    let cases = vec!["WHEN ? THEN ?"; until.len()].join(" ");
    if cases.is_empty() {
        return Ok(Vec::new());
    }
    let params = until
        .iter()
        .flat_map(|(class, time)| [Value::Text(class.name().to_owned()), Value::Integer(*time)]);
    // A token is looked at for what it names besides its subject, and that only.
    view.all(
        &format!(
            "SELECT k.public_key, k.class, k.role, k.created, {state}, \
             o.public_key, o.name, p.name, p.public_key, g.name, g.public_key, \
             CASE WHEN k.role IN ('signing', 'curve') THEN o.token END \
             FROM keys k {states} \
             LEFT JOIN entities o ON o.public_key = k.owner \
             LEFT JOIN entities p ON p.public_key = o.parent \
             LEFT JOIN entities g ON g.public_key = p.parent \
             WHERE k.created <= CASE k.class {cases} END"
        ),
        rusqlite::params_from_iter(params),
        aged,
    )
}

fn aged(row: &SqlRow<'_>) -> rusqlite::Result<AgedKey> {
    let stands = match row.get_ref(4)?.as_str_or_null()? {
        None => None,
        Some(_) => Some((parsed::<KeyState>(row, 4)?, row.get(5)?)),
    };
    let owner = match row.get::<_, Option<String>>(6)? {
        None => None,
        Some(key) => Some(KeyOwner {
            key,
            name: row.get(7)?,
            above: [named(row, 8)?, named(row, 10)?]
                .into_iter()
                .flatten()
                .collect(),
            token: row.get(12)?,
        }),
    };
    Ok(AgedKey {
        public: row.get(0)?,
        class: parsed(row, 1)?,
        role: parsed(row, 2)?,
        created: row.get(3)?,
        stands,
        owner,
    })
}

/// A name and the key behind it, where there is one.
fn named(row: &SqlRow<'_>, column: usize) -> rusqlite::Result<Option<(String, String)>> {
    let name: Option<String> = row.get(column)?;
    let key: Option<String> = row.get(column + 1)?;
    Ok(name.zip(key))
}
