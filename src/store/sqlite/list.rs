//! Lists, each from one index alone: no token is read for them, and no seed passed over.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use rusqlite::{Params, Row as SqlRow};

use super::read::{View, parsed};
use crate::clock::UnixSeconds;
use crate::nkey::{Kind, PublicKey};
use crate::store::class::{Class, Origin, Role};
use crate::store::record::EntityKind;
use crate::store::{Expiration, Listed, ListedKey, Records as _, Result};

/// Every entity of a kind, under that parent, in the order of their names.
pub fn entities(
    view: &View<'_>,
    kind: EntityKind,
    parent: Option<&PublicKey>,
) -> Result<Vec<Listed>> {
    view.all(
        "SELECT public_key, name, expires FROM entities INDEXED BY entities_listed \
         WHERE kind = ?1 AND parent IS ?2 ORDER BY folded",
        (kind.name(), parent.map(ToString::to_string)),
        |row| {
            Ok(Listed {
                key: row.get(0)?,
                name: row.get(1)?,
                expires: row.get(2)?,
            })
        },
    )
}

/// What a list says of every entity of a kind under that parent, with its token.
pub fn tokens(
    view: &View<'_>,
    kind: EntityKind,
    parent: &PublicKey,
    show: &mut dyn FnMut((Listed, String)) -> Result<()>,
) -> Result<()> {
    view.each(
        "SELECT public_key, name, expires, token FROM entities WHERE kind = ?1 AND parent = ?2",
        (kind.name(), parent.to_string()),
        |row| {
            let listed = Listed {
                key: row.get(0)?,
                name: row.get(1)?,
                expires: row.get(2)?,
            };
            Ok((listed, row.get(3)?))
        },
        show,
    )
}

/// Rows in the order in which they were read, and where those under each parent are.
struct Grouped<T> {
    rows: Vec<T>,
    under: HashMap<String, Range<usize>>,
}

impl<T: Default> Grouped<T> {
    /// Reads rows whose first column is their parent, in its order.
    fn read(
        view: &View<'_>,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&SqlRow<'_>) -> rusqlite::Result<T>,
    ) -> Result<Self> {
        let mut rows: Vec<T> = Vec::new();
        let mut starts: Vec<(String, usize)> = Vec::new();
        view.each(
            sql,
            params,
            |row| {
                let parent = row.get_ref(0)?.as_str_or_null()?.unwrap_or_default();
                if starts.last().is_none_or(|(open, _)| open != parent) {
                    starts.push((parent.to_owned(), rows.len()));
                }
                rows.push(read(row)?);
                Ok(())
            },
            Ok,
        )?;
        let mut under = HashMap::with_capacity(starts.len());
        let mut end = rows.len();
        while let Some((parent, start)) = starts.pop() {
            under.insert(parent, start..end);
            end = start;
        }
        Ok(Self { rows, under })
    }

    /// The rows under a parent, which are nobody's afterwards.
    fn take<'a>(&'a mut self, parent: &str) -> impl Iterator<Item = T> + use<'a, T> {
        let range = self.under.get(parent).cloned().unwrap_or_default();
        self.rows[range].iter_mut().map(std::mem::take)
    }
}

/// What each parent has, in the order of their names: key and name.
fn by_parent(view: &View<'_>, kind: EntityKind) -> Result<Grouped<(Rc<str>, Rc<str>)>> {
    Grouped::read(
        view,
        "SELECT parent, public_key, name FROM entities INDEXED BY entities_listed \
         WHERE kind = ?1 ORDER BY parent, folded",
        [kind.name()],
        |row| Ok((text(row, 1)?, text(row, 2)?)),
    )
}

/// Text of a row that several will hold.
fn text(row: &SqlRow<'_>, column: usize) -> rusqlite::Result<Rc<str>> {
    Ok(row.get_ref(column)?.as_str()?.into())
}

/// What a row says of a key, besides its owner. Most keys are their owners' identities, whose text is there already.
type KeyRow = (Option<Rc<str>>, Option<(Class, Role, Origin)>, bool);

/// Every key, in the order of the tree; those that belong to nobody at the end.
pub fn keys(view: &View<'_>) -> Result<Vec<ListedKey>> {
    let mut keys: Grouped<KeyRow> = Grouped::read(
        view,
        "SELECT owner, role, nullif(public_key, owner), class, origin, sealed IS NOT NULL \
         FROM keys INDEXED BY keys_listed ORDER BY owner, role, public_key",
        [],
        |row| {
            let kind = (parsed(row, 3)?, parsed(row, 1)?, parsed(row, 4)?);
            let public = row.get_ref(2)?.as_str_or_null()?.map(Rc::from);
            Ok((public, Some(kind), row.get(5)?))
        },
    )?;
    let nobody: Rc<str> = Rc::default();
    let mut found = Vec::with_capacity(keys.rows.len());
    let mut take = |owner: &Rc<str>, operator: &Rc<str>, name: &Rc<str>, account: &Rc<str>| {
        let start = found.len();
        let mut is_there = false;
        let of_owner = keys.take(owner).filter_map(|(public, kind, sealed)| {
            let (class, role, origin) = kind?;
            is_there |= public.is_none();
            Some(ListedKey {
                public: public.unwrap_or_else(|| owner.clone()),
                owner: name.clone(),
                owner_key: owner.clone(),
                account: account.clone(),
                operator: operator.clone(),
                class,
                role,
                origin,
                sealed,
            })
        });
        found.extend(of_owner);
        // Of an identity whose seed was never here there may be no row.
        if !is_there && let Ok(kind) = Kind::of_public_text(owner) {
            let identity = ListedKey {
                public: owner.clone(),
                owner: name.clone(),
                owner_key: owner.clone(),
                account: account.clone(),
                operator: operator.clone(),
                class: Class::of(kind, Role::Identity),
                role: Role::Identity,
                origin: Origin::Elsewhere,
                sealed: false,
            };
            found.insert(start, identity);
        }
    };
    let mut operators = by_parent(view, EntityKind::Operator)?;
    let mut accounts = by_parent(view, EntityKind::Account)?;
    let mut users = by_parent(view, EntityKind::User)?;
    for (operator, name) in operators.take("") {
        let above = name.clone();
        take(&operator, &above, &name, &nobody);
        for (account, name) in accounts.take(&operator) {
            take(&account, &above, &name, &nobody);
            for (user, user_name) in users.take(&account) {
                take(&user, &above, &user_name, &name);
            }
        }
    }
    take(&nobody, &nobody, &nobody, &nobody);
    Ok(found)
}

/// When the token of each entity under an operator ends, itself among them, in the order of the tree.
pub fn expirations(view: &View<'_>, operator: &PublicKey) -> Result<Vec<Expiration>> {
    let Some(operator) = view.entity(operator)? else {
        return Ok(Vec::new());
    };
    let mut users: Grouped<(String, String, UnixSeconds)> = Grouped::read(
        view,
        "SELECT parent, public_key, name, expires FROM entities INDEXED BY entities_listed \
         WHERE kind = 'user' ORDER BY parent, folded",
        [],
        |row| Ok((row.get(1)?, row.get(2)?, row.get(3)?)),
    )?;
    let name = operator.name.as_str();
    let mut found = vec![Expiration {
        kind: EntityKind::Operator,
        path: name.to_owned(),
        key: operator.key.to_string(),
        expires: operator.expires,
    }];
    for account in entities(view, EntityKind::Account, Some(&operator.key))? {
        let path = [name, &account.name].join("/");
        let below = users.take(&account.key);
        found.push(Expiration {
            kind: EntityKind::Account,
            path: path.clone(),
            key: account.key,
            expires: account.expires,
        });
        found.extend(below.map(|(key, name, expires)| Expiration {
            kind: EntityKind::User,
            path: [path.as_str(), &name].join("/"),
            key,
            expires,
        }));
    }
    Ok(found)
}
