//! The store as a folder of text, for git and for review, and back: what comes back is the same store, journal and all.
//!
//! Rows are lines of JSON; tokens, sealed seeds and documents are a file each; beside them stand the claims as YAML, for people. The
//! YAML is made from the tokens: on the way back it must still say what they say, and every row must be as the journal has
//! it, so that a tree that was edited is refused.

mod back;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::read::View;
use super::version::Version;
use super::{SqliteStore, StoreError};
use crate::jwt::decode::decode;
use crate::nkey::PublicKey;
use crate::store::age::armor;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Records as _, Result};
use crate::with_token;

pub use back::Remade;

/// A folder of text: contents by path, `/` between its parts.
pub type Tree = BTreeMap<String, String>;

/// The file by which a tree is known.
pub const MARK: &str = "nkeep.json";

/// A table, and which column stands in files of its own.
pub struct Part {
    pub table: &'static str,
    /// The first of them is what a row is known by.
    pub columns: &'static [&'static str],
    order: &'static str,
    apart: Option<Apart>,
    /// The first version that has it.
    since: Version,
}

/// What stands in files of its own: which column, in which folder, with which ending.
struct Apart {
    column: &'static str,
    folder: &'static str,
    ending: &'static str,
}

impl Apart {
    const fn new(column: &'static str, folder: &'static str, ending: &'static str) -> Self {
        Self {
            column,
            folder,
            ending,
        }
    }

    /// The file of a row.
    fn path(&self, row: &str) -> String {
        let name = match self.folder {
            "documents" => portable(row),
            // Keys and recipients are names that any system can have.
            _ => row.to_owned(),
        };
        format!("{}/{name}.{}", self.folder, self.ending)
    }
}

/// A name that no file system refuses or takes for another, whatever the case of its letters.
fn portable(name: &str) -> String {
    let mut portable = String::new();
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' => portable.push(char::from(byte)),
            b' ' => portable.push('_'),
            _ => portable.push_str(&format!("%{byte:02x}")),
        }
    }
    portable
}

/// The tables of a version, in the order in which they are filled.
pub fn parts(version: Version) -> impl Iterator<Item = &'static Part> {
    PARTS.iter().filter(move |part| part.since <= version)
}

/// Every table there is.
pub static PARTS: [Part; 9] = [
    Part {
        table: "recipients",
        columns: &["version", "document", "signature"],
        order: "version",
        apart: None,
        since: Version::First,
    },
    Part {
        table: "identities",
        columns: &["recipient", "label", "sealed", "created"],
        order: "recipient",
        apart: Some(Apart::new("sealed", "identities", "age")),
        since: Version::First,
    },
    Part {
        table: "entities",
        columns: &[
            "public_key",
            "kind",
            "name",
            "folded",
            "parent",
            "token",
            "issued_at",
            "expires",
            "created",
            "updated",
        ],
        order: "kind = 'user', kind = 'account', public_key",
        apart: Some(Apart::new("token", "tokens", "jwt")),
        since: Version::First,
    },
    Part {
        table: "keys",
        columns: &[
            "public_key",
            "owner",
            "role",
            "class",
            "origin",
            "sealed",
            "recipients",
            "created",
        ],
        order: "public_key",
        apart: Some(Apart::new("sealed", "keys", "age")),
        since: Version::First,
    },
    Part {
        table: "issued",
        columns: &[
            "jti",
            "kind",
            "subject",
            "account",
            "issuer",
            "issued_at",
            "expires",
        ],
        order: "jti",
        apart: None,
        since: Version::First,
    },
    Part {
        table: "documents",
        columns: &["name", "text", "updated"],
        order: "name",
        apart: Some(Apart::new("text", "documents", "json")),
        since: Version::Second,
    },
    Part {
        table: "key_states",
        columns: &["public_key", "state", "since"],
        order: "public_key",
        apart: None,
        since: Version::Second,
    },
    Part {
        table: "journal",
        columns: &[
            "sequence",
            "time",
            "actor",
            "command",
            "summary",
            "signers",
            "changes",
            "previous",
            "digest",
            "signature",
        ],
        order: "sequence",
        apart: None,
        since: Version::First,
    },
    Part {
        table: "changes",
        columns: &["place", "sequence", "position", "digest"],
        order: "rowid",
        apart: None,
        since: Version::First,
    },
];

/// The whole store as text. The same store gives the same text.
pub fn tree(view: &View<'_>) -> Result<Tree> {
    let mut tree = Tree::new();
    let mark = json!({
        "layout": view.version().number(),
        "store": view.store_id(),
        "key": view.store_key().to_string(),
    });
    tree.insert(MARK.to_owned(), format!("{mark:#}\n"));
    for part in parts(view.version()) {
        let mut lines = String::new();
        let sql = format!(
            "SELECT {} FROM {} ORDER BY {}",
            part.columns.join(", "),
            part.table,
            part.order
        );
        let read = |row: &rusqlite::Row<'_>| {
            (0..part.columns.len())
                .map(|column| row.get(column))
                .collect::<rusqlite::Result<Vec<rusqlite::types::Value>>>()
        };
        view.each(&sql, [], read, |values| {
            let named = match values.first() {
                Some(rusqlite::types::Value::Text(name)) => name.clone(),
                _ => String::new(),
            };
            let mut line = serde_json::Map::new();
            for (column, value) in part.columns.iter().zip(values) {
                match &part.apart {
                    Some(apart) if apart.column == *column => {
                        if let Some(text) = apart_text(&value) {
                            tree.insert(apart.path(&named), text);
                        }
                    }
                    _ => {
                        line.insert((*column).to_owned(), as_json(value));
                    }
                }
            }
            lines.push_str(&Value::Object(line).to_string());
            lines.push('\n');
            Ok(())
        })?;
        tree.insert(format!("{}.jsonl", part.table), lines);
    }
    readable(view, &mut tree)?;
    Ok(tree)
}

/// What stands in a file of its own: an age file as text, a token or a document.
fn apart_text(value: &rusqlite::types::Value) -> Option<String> {
    match value {
        rusqlite::types::Value::Blob(bytes) => Some(armor::encoded(bytes)),
        rusqlite::types::Value::Text(text) => Some(format!("{text}\n")),
        _ => None,
    }
}

fn as_json(value: rusqlite::types::Value) -> Value {
    use rusqlite::types::Value as Sql;
    match value {
        Sql::Null => Value::Null,
        Sql::Integer(number) => json!(number),
        Sql::Real(number) => json!(number),
        Sql::Text(text) => json!(text),
        // Bytes are told from text by where they stand.
        Sql::Blob(bytes) => json!({ "hex": data_encoding::HEXLOWER.encode(&bytes) }),
    }
}

/// The claims of every entity, by names, for people.
fn readable(view: &View<'_>, tree: &mut Tree) -> Result<()> {
    let mut folders: BTreeMap<PublicKey, String> = BTreeMap::new();
    for kind in EntityKind::ALL {
        let mut entities: Vec<Entity> = Vec::new();
        view.each_entity(kind, None, &mut |entity| {
            entities.push(entity);
            Ok(())
        })?;
        for entity in entities {
            let above = entity
                .parent
                .and_then(|parent| folders.get(&parent))
                .cloned()
                .unwrap_or_else(|| "claims".to_owned());
            let path = match kind {
                EntityKind::Operator => format!("{above}/{}/operator.yaml", entity.name),
                EntityKind::Account => format!("{above}/accounts/{}/account.yaml", entity.name),
                EntityKind::User => format!("{above}/users/{}.yaml", entity.name),
            };
            if let Some((folder, _)) = path.rsplit_once('/') {
                folders.insert(entity.key, folder.to_owned());
            }
            tree.insert(path, claims(view, &entity)?);
        }
    }
    Ok(())
}

fn claims(view: &View<'_>, entity: &Entity) -> Result<String> {
    let malformed = || StoreError::tampered(view.path(), "a token cannot be read");
    let token = decode(&entity.token).map_err(|_| malformed())?;
    let bytes = with_token!(&token, |unverified| crate::jwt::json::to_vec(
        unverified.claims()
    ))
    .map_err(|_| malformed())?;
    let value: Value = serde_json::from_slice(&bytes).map_err(|_| malformed())?;
    let mut text = String::new();
    yaml(&value, 0, &mut text);
    Ok(text)
}

/// Block style, every text quoted as in JSON, which is YAML: nothing can be read as a number or as yes and no.
fn yaml(value: &Value, depth: usize, text: &mut String) {
    let indent = "  ".repeat(depth);
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            for (name, value) in fields {
                text.push_str(&format!("{indent}{}:", Value::from(name.as_str())));
                nested(value, depth, text);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                text.push_str(&format!("{indent}-"));
                nested(item, depth, text);
            }
        }
        scalar => text.push_str(&format!(
            "{indent}{}\n",
            crate::text::sanitized_json(&scalar.to_string())
        )),
    }
}

fn nested(value: &Value, depth: usize, text: &mut String) {
    let empty = match value {
        Value::Object(fields) => fields.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => true,
    };
    if empty {
        text.push(' ');
        yaml(value, 0, text);
    } else {
        text.push('\n');
        yaml(value, depth + 1, text);
    }
}

impl SqliteStore {
    /// The whole store as text.
    pub fn tree(&mut self) -> Result<Tree> {
        self.look(tree)
    }
}
