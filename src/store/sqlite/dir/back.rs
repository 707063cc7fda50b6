//! The way back from text: what comes back is the same store, or nothing.

use std::path::Path;

use rusqlite::Connection;
use serde_json::Value;

use super::super::Facts;
use super::super::check;
use super::super::copies::first;
use super::super::open::{Standing, configured, remember, standing};
use super::super::read::View;
use super::super::version::Version;
use super::{MARK, Part, SqliteStore, StoreError, Tree, parts};
use crate::store::age::armor;
use crate::store::pin::{Pins, Trace};
use crate::store::{Records, Result};

/// The store that a tree was made from, in memory, checked whole.
pub struct Remade {
    connection: Connection,
    facts: Facts,
}

impl Remade {
    /// Of a tree. `folder` is for messages.
    pub fn of(tree: &Tree, folder: &Path) -> Result<Self> {
        let failed = |source| StoreError::sqlite(folder, "read", source);
        let mut connection = Connection::open_in_memory().map_err(failed)?;
        configured(&mut connection).map_err(failed)?;
        let (facts, version) = marked(tree, folder)?;
        version.lay_out(&connection).map_err(failed)?;
        for (name, value) in [("store", &facts.id), ("key", &facts.key.to_string())] {
            connection
                .execute("INSERT INTO meta VALUES (?1, ?2)", (name, value))
                .map_err(failed)?;
        }
        let transaction = connection.transaction().map_err(failed)?;
        for part in parts(version) {
            fill(&transaction, part, tree, folder)?;
        }
        let view = View::open(&transaction, folder, &facts)?;
        check::tampering(&view)?;
        same(&super::tree(&view)?, tree, folder)?;
        transaction.commit().map_err(failed)?;
        Ok(Self { connection, facts })
    }

    /// Whose it is.
    #[must_use]
    pub fn store_id(&self) -> &str {
        &self.facts.id
    }

    /// Looks at what is in it.
    pub fn read<T, E: From<StoreError>>(
        &self,
        folder: &Path,
        look: impl FnOnce(&dyn Records) -> Result<T, E>,
    ) -> Result<T, E> {
        look(&self.view(folder)?)
    }

    /// What is in it.
    pub(in crate::store::sqlite) fn view<'a>(&'a self, folder: &'a Path) -> Result<View<'a>> {
        View::open(&self.connection, folder, &self.facts)
    }
}

impl SqliteStore {
    /// Makes the store that a tree was made from, in a file. `folder` is for messages.
    pub fn from_tree(path: &Path, pins: &Pins, mut remade: Remade, folder: &Path) -> Result<()> {
        let view = remade.view(folder)?;
        if let Standing::Behind(what) = standing(&view, pins, &remade.facts, path, None)? {
            return Err(StoreError::RolledBack {
                path: folder.to_owned(),
                what,
                head: view.head().to_string(),
            });
        }
        let (head, version) = (view.head(), view.recipients().version);
        let image = remade
            .connection
            .serialize("main")
            .map_err(|source| StoreError::sqlite(folder, "read", source))?;
        first(&image, path, pins)?;
        let trace = Trace::of(path).ok().flatten();
        remember(pins, path, &remade.facts, head, version, trace)
    }
}

fn as_sql(value: &Value) -> Option<rusqlite::types::Value> {
    use rusqlite::types::Value as Sql;
    Some(match value {
        Value::Null => Sql::Null,
        Value::Number(number) => Sql::Integer(number.as_i64()?),
        Value::String(text) => Sql::Text(text.clone()),
        Value::Object(bytes) => {
            let hex = bytes.get("hex")?.as_str()?;
            Sql::Blob(data_encoding::HEXLOWER.decode(hex.as_bytes()).ok()?)
        }
        Value::Bool(_) | Value::Array(_) => return None,
    })
}

/// Whose tree it is, and of which version.
fn marked(tree: &Tree, folder: &Path) -> Result<(Facts, Version)> {
    let unusable = |reason: &str| StoreError::Unusable {
        path: folder.to_owned(),
        reason: reason.to_owned(),
    };
    let mark: Value = tree
        .get(MARK)
        .and_then(|text| serde_json::from_str(text).ok())
        .ok_or_else(|| unusable("it is no folder that `nkeep export dir` made"))?;
    let layout = &mark["layout"];
    let version = layout.as_i64().and_then(Version::of).ok_or_else(|| {
        let latest = Version::LATEST.number();
        unusable(&format!(
            "its layout has version {layout}, and this nkeep knows those up to {latest}"
        ))
    })?;
    let id = mark["store"].as_str().unwrap_or_default().to_owned();
    match mark["key"].as_str().and_then(|key| key.parse().ok()) {
        Some(key) if id.len() == 32 => Ok((Facts { id, key }, version)),
        _ => Err(unusable("its mark is malformed")),
    }
}

/// Puts the lines of a part into its table.
fn fill(connection: &Connection, part: &Part, tree: &Tree, folder: &Path) -> Result<()> {
    let name = format!("{}.jsonl", part.table);
    let malformed = |number: usize| {
        StoreError::tampered(
            folder,
            format!("line {} of {name} is malformed", number + 1),
        )
    };
    let holes: Vec<String> = (1..=part.columns.len())
        .map(|hole| format!("?{hole}"))
        .collect();
    let sql = format!(
        "INSERT INTO {} ({}) VALUES ({})",
        part.table,
        part.columns.join(", "),
        holes.join(", ")
    );
    let lines = tree
        .get(&name)
        .ok_or_else(|| StoreError::tampered(folder, format!("it has no {name}")))?;
    for (number, line) in lines.lines().enumerate() {
        let row: Value = serde_json::from_str(line).map_err(|_| malformed(number))?;
        let key = row[part.columns[0]].as_str().unwrap_or_default();
        let values = part
            .columns
            .iter()
            .map(|column| match &part.apart {
                Some(apart) if apart.column == *column => {
                    use rusqlite::types::Value as Sql;
                    let Some(text) = tree.get(&apart.path(key)) else {
                        // A key may be without its seed; nothing else is ever missing.
                        return (part.table == "keys").then_some(Sql::Null);
                    };
                    match apart.ending {
                        "age" => armor::decoded(text).ok().map(Sql::Blob),
                        "jwt" => Some(Sql::Text(text.trim_end().to_owned())),
                        _ => Some(Sql::Text(text.strip_suffix('\n')?.to_owned())),
                    }
                }
                _ => as_sql(&row[*column]),
            })
            .collect::<Option<Vec<_>>>()
            .ok_or_else(|| malformed(number))?;
        connection
            .prepare_cached(&sql)
            .and_then(|mut statement| statement.execute(rusqlite::params_from_iter(values)))
            .map_err(|_| malformed(number))?;
    }
    Ok(())
}

/// What the store says must be what the tree says, to the byte and to the file.
fn same(made: &Tree, given: &Tree, folder: &Path) -> Result<()> {
    for (path, text) in made {
        if given.get(path) != Some(text) {
            let what = if given.contains_key(path) {
                "says something else than the tokens and rows beside it"
            } else {
                "is missing"
            };
            return Err(StoreError::tampered(folder, format!("{path} {what}")));
        }
    }
    match given.keys().find(|path| !made.contains_key(*path)) {
        None => Ok(()),
        Some(path) => Err(StoreError::tampered(
            folder,
            format!("{path} belongs to nothing in it"),
        )),
    }
}
