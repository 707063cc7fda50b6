//! The trees of entities, from one index alone: their texts stand in one string, as there may be very many.

use std::cmp::Ordering;
use std::ops::Range;

use super::read::View;
use crate::clock::UnixSeconds;
use crate::store::Result;
use crate::store::record::EntityKind;

/// Every entity, and what is under it.
pub struct Forest {
    text: String,
    entities: Vec<Entity>,
    /// In the order of their keys.
    by_key: Vec<usize>,
    /// The operators.
    pub top: Range<usize>,
}

struct Entity {
    key: Range<usize>,
    name: Range<usize>,
    expires: UnixSeconds,
    below: Range<usize>,
}

impl Forest {
    /// Reads it. Those under each are in the order of their names.
    pub fn read(view: &View<'_>) -> Result<Self> {
        let mut forest = Self {
            text: String::new(),
            entities: Vec::new(),
            by_key: Vec::new(),
            top: 0..0,
        };
        let mut operators = forest.add(view, EntityKind::Operator)?;
        let mut accounts = forest.add(view, EntityKind::Account)?;
        let mut users = forest.add(view, EntityKind::User)?;
        forest.top = operators.under("");
        forest.by_key = forest.sorted();
        for at in &forest.by_key {
            let entity = &mut forest.entities[*at];
            let key = &forest.text[entity.key.clone()];
            if operators.rows.contains(at) {
                entity.below = accounts.under(key);
            } else if accounts.rows.contains(at) {
                entity.below = users.under(key);
            }
        }
        Ok(forest)
    }

    /// Adds those of a kind, and says where those under each parent are.
    fn add(&mut self, view: &View<'_>, kind: EntityKind) -> Result<Groups> {
        let mut groups = Groups::starting_at(self.entities.len());
        view.each(
            "SELECT parent, public_key, name, expires FROM entities INDEXED BY entities_listed \
             WHERE kind = ?1 ORDER BY parent, folded",
            [kind.name()],
            |row| {
                groups.push(row.get_ref(0)?.as_str_or_null()?.unwrap_or_default());
                let key = added(&mut self.text, row.get_ref(1)?.as_str()?);
                let name = added(&mut self.text, row.get_ref(2)?.as_str()?);
                self.entities.push(Entity {
                    key,
                    name,
                    expires: row.get(3)?,
                    below: 0..0,
                });
                Ok(())
            },
            Ok,
        )?;
        Ok(groups)
    }

    fn sorted(&self) -> Vec<usize> {
        // Most keys differ in their first letters, for which no text is fetched.
        let head = |key: &str| {
            let mut head = [0; 8];
            for (to, from) in head.iter_mut().zip(key.bytes()) {
                *to = from;
            }
            u64::from_be_bytes(head)
        };
        let places = 0..self.entities.len();
        let mut sorted: Vec<_> = places.map(|at| (head(self.key(at)), at)).collect();
        sorted.sort_unstable_by(|(one, at), (other, before)| {
            one.cmp(other)
                .then_with(|| self.key(*at).cmp(self.key(*before)))
        });
        sorted.into_iter().map(|(_, at)| at).collect()
    }

    pub fn key(&self, at: usize) -> &str {
        &self.text[self.entities[at].key.clone()]
    }

    pub fn name(&self, at: usize) -> &str {
        &self.text[self.entities[at].name.clone()]
    }

    pub fn expires(&self, at: usize) -> UnixSeconds {
        self.entities[at].expires
    }

    /// What is under it.
    pub fn below(&self, at: usize) -> Range<usize> {
        self.entities[at].below.clone()
    }

    /// Shows each, with the names of its operator and of the account that it is a user of, in the order of the tree.
    pub fn each<'a>(&'a self, mut show: impl FnMut(usize, &'a str, &'a str)) {
        for top in self.top.clone() {
            let operator = self.name(top);
            show(top, operator, "");
            for account in self.below(top) {
                show(account, operator, "");
                for user in self.below(account) {
                    show(user, operator, self.name(account));
                }
            }
        }
    }

    /// What each of them has of what was read in the order of its owners.
    pub fn each_of(&self, groups: &mut Groups) -> Vec<Range<usize>> {
        let mut found = vec![0..0; self.entities.len()];
        for at in &self.by_key {
            found[*at] = groups.under(self.key(*at));
        }
        found
    }
}

/// Adds a text, and says where it stands.
pub fn added(text: &mut String, more: &str) -> Range<usize> {
    let start = text.len();
    text.push_str(more);
    start..text.len()
}

/// Where rows are that were read in the order of what they are under.
pub struct Groups {
    above: String,
    groups: Vec<Group>,
    /// The rows of all of them.
    rows: Range<usize>,
    /// The group that was asked for last.
    at: usize,
}

struct Group {
    above: Range<usize>,
    first: usize,
}

impl Groups {
    pub const fn starting_at(row: usize) -> Self {
        Self {
            above: String::new(),
            groups: Vec::new(),
            rows: row..row,
            at: 0,
        }
    }

    /// Counts one more row, under that.
    pub fn push(&mut self, above: &str) {
        let last = self.groups.last();
        if last.is_none_or(|last| self.above[last.above.clone()] != *above) {
            let above = added(&mut self.above, above);
            let first = self.rows.end;
            self.groups.push(Group { above, first });
        }
        self.rows.end += 1;
    }

    /// The rows under that. Whoever asks does so in the same order.
    pub fn under(&mut self, wanted: &str) -> Range<usize> {
        while let Some(group) = self.groups.get(self.at) {
            match self.above[group.above.clone()].cmp(wanted) {
                Ordering::Less => self.at += 1,
                Ordering::Equal => {
                    let next = self.groups.get(self.at + 1);
                    return group.first..next.map_or(self.rows.end, |next| next.first);
                }
                Ordering::Greater => break,
            }
        }
        0..0
    }
}
