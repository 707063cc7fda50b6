//! What several documents say of one server, put together.

use std::collections::BTreeMap;

use super::Why;
use crate::rotation::observed::{Observed, Row};

/// What is known of a server, and not yet looked at as a whole.
#[derive(Default)]
pub(super) struct Seen {
    /// What is known for certain.
    pub server: Observed,
    /// The files that speak of it.
    pub files: Vec<String>,
    /// How many connections it counts of accounts.
    pub counted: BTreeMap<String, u64>,
    /// Its connections, by their numbers; nothing where none of the documents shows any.
    pub rows: Option<BTreeMap<u64, Row>>,
}

impl Seen {
    /// Adds what else is said.
    pub fn join(&mut self, more: Self, file: &str) -> Result<(), Why> {
        let is_first = self.files.is_empty();
        if self.files.last().is_none_or(|last| last != file) {
            self.files.push(file.to_owned());
        }
        if is_first {
            self.server = more.server;
            self.counted = more.counted;
            self.rows = more.rows;
            return Ok(());
        }
        let (server, more_of) = (&mut self.server, more.server);
        if let (Some(one), Some(other)) = (&server.operators, &more_of.operators)
            && one != other
        {
            return Err(Why::Twofold(server.id.clone()));
        }
        server.operators = server.operators.take().or(more_of.operators);
        server.time = server.time.min(more_of.time);
        if server.name.is_empty() {
            server.name = more_of.name;
        }
        for (key, tokens) in more_of.accounts {
            let all = server.accounts.entry(key).or_default();
            let new: Vec<String> = tokens
                .into_iter()
                .filter(|token| !all.contains(token))
                .collect();
            all.extend(new);
        }
        for (key, count) in more.counted {
            let counted = self.counted.entry(key).or_default();
            *counted = count.max(*counted);
        }
        if let Some(rows) = more.rows {
            self.rows.get_or_insert_default().extend(rows);
        }
        Ok(())
    }

    /// All of it, where it fits together.
    pub fn whole(self) -> Result<Observed, Why> {
        let mut server = self.server;
        let mut shown: BTreeMap<&str, u64> = BTreeMap::new();
        for row in self.rows.iter().flat_map(BTreeMap::values) {
            *shown.entry(&row.account).or_default() += 1;
        }
        for (account, counted) in &self.counted {
            let shown = shown.get(&**account).copied().unwrap_or_default();
            if shown == *counted {
                server.connected.insert(account.clone());
            // Where none is shown, it may not have been asked for.
            } else if shown > 0 {
                return Err(Why::Differ {
                    account: account.clone(),
                    shown,
                    counted: *counted,
                });
            }
        }
        let rows = self.rows.iter().flat_map(BTreeMap::values);
        server.connections = rows.filter_map(Row::connection).collect();
        if server.name.is_empty() {
            server.name.clone_from(&server.id);
        }
        Ok(server)
    }
}
