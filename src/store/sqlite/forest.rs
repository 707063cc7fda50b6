//! The trees of entities, from one index alone: their texts stand in one string, as there may be very many.

use std::cmp::Ordering;
use std::ops::Range;

use super::read::View;
use crate::clock::UnixSeconds;
use crate::store::Result;
use crate::store::listed::added;
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
        let operators = forest.add(view, EntityKind::Operator, 0..0)?;
        let accounts = forest.add(view, EntityKind::Account, operators)?;
        forest.add(view, EntityKind::User, accounts)?;
        forest.by_key = forest.sorted(0..forest.entities.len());
        Ok(forest)
    }

    /// Adds those of a kind, under those of the kind above, and says where they are.
    fn add(
        &mut self,
        view: &View<'_>,
        kind: EntityKind,
        above: Range<usize>,
    ) -> Result<Range<usize>> {
        let start = self.entities.len();
        let above = self.sorted(above);
        let mut place = 0;
        view.each(
            "SELECT parent, public_key, name, expires FROM entities INDEXED BY entities_listed \
             WHERE kind = ?1 ORDER BY parent, folded",
            [kind.name()],
            |row| {
                let at = self.entities.len();
                let below = match row.get_ref(0)?.as_str_or_null()? {
                    None if kind == EntityKind::Operator => Some(&mut self.top),
                    None => None,
                    Some(parent) => self
                        .found(&above, &mut place, parent)
                        .map(|parent| &mut self.entities[parent].below),
                };
                if let Some(below) = below {
                    grown(below, at);
                }
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
        Ok(start..self.entities.len())
    }

    /// Some of them in the order of their keys.
    fn sorted(&self, some: Range<usize>) -> Vec<usize> {
        // Most keys differ in their first letters, for which no text is fetched.
        let head = |key: &str| {
            let mut head = [0; 8];
            for (to, from) in head.iter_mut().zip(key.bytes()) {
                *to = from;
            }
            u64::from_be_bytes(head)
        };
        let mut sorted: Vec<_> = some.map(|at| (head(self.key(at)), at)).collect();
        sorted.sort_unstable_by(|(one, at), (other, before)| {
            one.cmp(other)
                .then_with(|| self.key(*at).cmp(self.key(*before)))
        });
        sorted.into_iter().map(|(_, at)| at).collect()
    }

    /// The one with that key, among some in the order of their keys. Whoever asks does so in that order, too, and goes on at
    /// the place that the last answer came from.
    fn found(&self, sorted: &[usize], place: &mut usize, key: &str) -> Option<usize> {
        while let Some(at) = sorted.get(*place) {
            match self.key(*at).cmp(key) {
                Ordering::Less => *place += 1,
                Ordering::Equal => return Some(*at),
                Ordering::Greater => break,
            }
        }
        None
    }

    /// Whose each row is, of rows that are read in the order of their owners.
    pub fn owners(&self) -> impl FnMut(&str) -> Option<usize> {
        let mut place = 0;
        move |key| self.found(&self.by_key, &mut place, key)
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

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.entities.len()
    }
}

/// Takes one more row in, behind the others.
pub fn grown(rows: &mut Range<usize>, row: usize) {
    if rows.end == 0 {
        rows.start = row;
    }
    rows.end = row + 1;
}
