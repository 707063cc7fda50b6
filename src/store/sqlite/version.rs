//! The versions of the schema. A store is of the first until something is rotated in it, and can be read by every nkeep until
//! then.

use rusqlite::Connection;

use super::APPLICATION;

/// What every store has.
const FIRST: &str = include_str!("schema.sql");
/// What it has besides from its first rotation on.
const SECOND: &str = include_str!("rotation.sql");

/// Which schema a store has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// A store in which nothing was rotated.
    First,
    /// One that has rotations.
    Second,
}

impl Version {
    /// The latest that is known here.
    pub const LATEST: Self = Self::Second;

    /// The one of that number.
    pub const fn of(number: i64) -> Option<Self> {
        match number {
            1 => Some(Self::First),
            2 => Some(Self::Second),
            _ => None,
        }
    }

    /// Its number, which the file names.
    pub const fn number(self) -> i64 {
        match self {
            Self::First => 1,
            Self::Second => 2,
        }
    }

    /// Its whole schema.
    pub fn schema(self) -> String {
        match self {
            Self::First => FIRST.to_owned(),
            Self::Second => [FIRST, SECOND].concat(),
        }
    }

    /// Makes an empty database a store of it that has nothing yet.
    pub fn lay_out(self, connection: &Connection) -> rusqlite::Result<()> {
        connection.execute_batch(&format!(
            "PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {}; {}",
            self.number(),
            self.schema()
        ))
    }

    /// The one that a file is of.
    pub fn of_file(connection: &Connection) -> rusqlite::Result<Option<Self>> {
        let number = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        Ok(Self::of(number))
    }

    /// Makes a store of the first version one of the second, inside a transaction.
    pub fn raise(connection: &Connection) -> rusqlite::Result<()> {
        let number = Self::Second.number();
        connection.execute_batch(&format!("{SECOND} PRAGMA user_version = {number}"))
    }
}
