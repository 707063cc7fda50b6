//! Rows of the file, and what they are records of. A value that cannot be what it should be is an error.

use rusqlite::Row as SqlRow;

use crate::store::document::{Document, Standing};
use crate::store::journal::Entry;
use crate::store::record::{Entity, EntityKind, EntityRow, Issued, KeyRecord, Name};

pub const ENTITY: &str =
    "public_key, kind, name, folded, parent, token, issued_at, expires, created, updated";
pub const KEY: &str = "public_key, owner, role, class, origin, sealed, recipients, created";
pub const ISSUED: &str = "jti, kind, subject, account, issuer, issued_at, expires";
pub const ENTRY: &str =
    "sequence, time, actor, command, summary, signers, changes, previous, signature";

pub fn entity(row: &SqlRow<'_>) -> rusqlite::Result<Entity> {
    entity_row(row)?.read().map_err(|_| unreadable(0))
}

pub fn entity_row(row: &SqlRow<'_>) -> rusqlite::Result<EntityRow> {
    let kind: String = row.get(1)?;
    let kind = EntityKind::ALL
        .into_iter()
        .find(|known| known.name() == kind)
        .ok_or_else(|| unreadable(1))?;
    let name: Name = parsed(row, 2)?;
    if row.get_ref(3)?.as_str()? != name.folded() {
        return Err(unreadable(3));
    }
    Ok(EntityRow {
        key: row.get(0)?,
        kind,
        name,
        parent: row.get(4)?,
        token: row.get(5)?,
        issued_at: row.get(6)?,
        expires: row.get(7)?,
        created: row.get(8)?,
        updated: row.get(9)?,
    })
}

pub fn key(row: &SqlRow<'_>) -> rusqlite::Result<KeyRecord> {
    Ok(KeyRecord {
        public: parsed(row, 0)?,
        owner: maybe_parsed(row, 1)?,
        role: parsed(row, 2)?,
        class: parsed(row, 3)?,
        origin: parsed(row, 4)?,
        sealed: row.get(5)?,
        recipients: row.get(6)?,
        created: row.get(7)?,
    })
}

pub fn issued(row: &SqlRow<'_>) -> rusqlite::Result<Issued> {
    Ok(Issued {
        jti: row.get(0)?,
        kind: row.get(1)?,
        subject: row.get(2)?,
        account: parsed(row, 3)?,
        issuer: parsed(row, 4)?,
        issued_at: row.get(5)?,
        expires: row.get(6)?,
    })
}

pub fn document(row: &SqlRow<'_>) -> rusqlite::Result<Document> {
    Ok(Document {
        name: row.get(0)?,
        text: row.get(1)?,
        updated: row.get(2)?,
    })
}

pub fn standing(row: &SqlRow<'_>) -> rusqlite::Result<Standing> {
    Ok(Standing {
        key: parsed(row, 0)?,
        state: parsed(row, 1)?,
        since: row.get(2)?,
    })
}

pub fn entry(row: &SqlRow<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        sequence: row.get(0)?,
        time: row.get(1)?,
        actor: row.get(2)?,
        command: row.get(3)?,
        summary: row.get(4)?,
        signers: row.get(5)?,
        changes: row.get(6)?,
        previous: row.get(7)?,
        signature: row.get(8)?,
    })
}

fn unreadable(column: usize) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(
        column,
        rusqlite::types::Type::Text,
        "not what it should be".into(),
    )
}

pub fn parsed<T: std::str::FromStr>(row: &SqlRow<'_>, column: usize) -> rusqlite::Result<T> {
    row.get_ref(column)?
        .as_str()?
        .parse()
        .map_err(|_| unreadable(column))
}

fn maybe_parsed<T: std::str::FromStr>(
    row: &SqlRow<'_>,
    column: usize,
) -> rusqlite::Result<Option<T>> {
    let text = row.get_ref(column)?.as_str_or_null()?;
    text.map(|text| text.parse().map_err(|_| unreadable(column)))
        .transpose()
}
