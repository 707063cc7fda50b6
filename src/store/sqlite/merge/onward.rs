//! A copy that only went on: its rows as they are, and its journal.

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::written;
use crate::store::document::{DOCUMENT_PLACE, STATE_PLACE};
use crate::store::record::{ENTITY_PLACE, IDENTITY_PLACE, ISSUED_PLACE, KEY_PLACE};
use crate::store::sqlite::check;
use crate::store::sqlite::dir::{PARTS, Part};
use crate::store::sqlite::read::View;
use crate::store::sqlite::write::RECIPIENTS_PLACE;
use crate::store::{Result, StoreError};

/// Follows a copy that only went on: its rows, and its journal.
pub(super) fn onward(ours: &mut View<'_>, theirs: &View<'_>, common: i64) -> Result<()> {
    if theirs.version() > ours.version() {
        ours.raise()?;
    }
    let ours = &*ours;
    let failed = |source| StoreError::sqlite(ours.path(), "change", source);
    ours.connection()
        .execute_batch("PRAGMA defer_foreign_keys = ON")
        .map_err(failed)?;
    for place in written(theirs, common)?.keys() {
        let Some((part, name)) = part_of(place) else {
            return Err(StoreError::tampered(
                theirs.path(),
                "its journal names no row",
            ));
        };
        let mut rows = copied(theirs, part, &format!("{} = ?1", part.columns[0]), &name)?;
        match rows.pop() {
            Some(row) => put(ours, part, row)?,
            None => {
                let sql = format!("DELETE FROM {} WHERE {} = ?1", part.table, part.columns[0]);
                ours.connection().execute(&sql, [&name]).map_err(failed)?;
            }
        }
    }
    for part in PARTS
        .iter()
        .filter(|part| part.columns.contains(&"sequence"))
    {
        for row in copied(
            theirs,
            part,
            "sequence > ?1 ORDER BY rowid",
            &Value::Integer(common),
        )? {
            put(ours, part, row)?;
        }
    }
    // As a store from elsewhere would be, once more.
    check::tampering(&ours.again()?)
}

/// The table of a place in the journal, and the name of the row in it.
fn part_of(place: &str) -> Option<(&'static Part, Value)> {
    let (table, name) = [
        (ENTITY_PLACE, "entities"),
        (KEY_PLACE, "keys"),
        (ISSUED_PLACE, "issued"),
        (IDENTITY_PLACE, "identities"),
        (RECIPIENTS_PLACE, "recipients"),
        (DOCUMENT_PLACE, "documents"),
        (STATE_PLACE, "key_states"),
    ]
    .into_iter()
    .find_map(|(prefix, table)| Some((table, place.strip_prefix(prefix)?)))?;
    let part = PARTS.iter().find(|part| part.table == table)?;
    let name = if table == "recipients" {
        Value::Integer(name.parse().ok()?)
    } else {
        Value::Text(name.to_owned())
    };
    Some((part, name))
}

fn copied(view: &View<'_>, part: &Part, wanted: &str, value: &Value) -> Result<Vec<Vec<Value>>> {
    let sql = format!(
        "SELECT {} FROM {} WHERE {wanted}",
        part.columns.join(", "),
        part.table
    );
    view.all(&sql, [value], |row| {
        (0..part.columns.len())
            .map(|column| row.get(column))
            .collect()
    })
}

fn put(view: &View<'_>, part: &Part, row: Vec<Value>) -> Result<()> {
    let holes: Vec<String> = (1..=part.columns.len())
        .map(|hole| format!("?{hole}"))
        .collect();
    let changed: Vec<String> = part
        .columns
        .iter()
        .map(|column| format!("{column} = excluded.{column}"))
        .collect();
    // Rows of the journal are new, and have no name of their own to clash by.
    let clash = if part.columns.contains(&"sequence") {
        String::new()
    } else {
        format!(
            "ON CONFLICT ({}) DO UPDATE SET {}",
            part.columns[0],
            changed.join(", ")
        )
    };
    let sql = format!(
        "INSERT INTO {} ({}) VALUES ({}) {clash}",
        part.table,
        part.columns.join(", "),
        holes.join(", ")
    );
    view.connection()
        .prepare_cached(&sql)
        .and_then(|mut statement| statement.execute(params_from_iter(row)))
        .map(drop)
        .map_err(|source| StoreError::sqlite(view.path(), "change", source))
}
