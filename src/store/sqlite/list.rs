//! Lists, each from one index alone: no token is read for them, and no seed passed over.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use super::read::{View, parsed};
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

/// What a parent has, in the order of their names: key and name.
type ByParent = HashMap<String, Vec<(String, Rc<str>)>>;

fn by_parent(view: &View<'_>, kind: EntityKind) -> Result<ByParent> {
    let mut found = ByParent::new();
    let mut open: (String, Vec<(String, Rc<str>)>) = Default::default();
    view.each(
        "SELECT parent, public_key, name FROM entities INDEXED BY entities_listed \
         WHERE kind = ?1 ORDER BY parent, folded",
        [kind.name()],
        |row| {
            let parent = row.get_ref(0)?.as_str_or_null()?.unwrap_or_default();
            if open.0 != parent {
                let (parent, group) = std::mem::replace(&mut open, (parent.to_owned(), Vec::new()));
                found.insert(parent, group);
            }
            open.1.push((row.get(1)?, row.get_ref(2)?.as_str()?.into()));
            Ok(())
        },
        Ok,
    )?;
    found.insert(open.0, open.1);
    Ok(found)
}

/// Every key, in the order of the tree; those that belong to nobody at the end.
pub fn keys(view: &View<'_>) -> Result<Vec<ListedKey>> {
    let nobody: Rc<str> = Rc::default();
    let mut keys: Vec<Option<ListedKey>> = Vec::new();
    let mut of_owner: HashMap<String, Range<usize>> = HashMap::new();
    let mut open = (String::new(), 0);
    view.each(
        "SELECT owner, role, public_key, class, origin, sealed IS NOT NULL \
         FROM keys INDEXED BY keys_listed ORDER BY owner, role, public_key",
        [],
        |row| {
            let owner = row.get_ref(0)?.as_str_or_null()?.unwrap_or_default();
            if open.0 != owner {
                let (before, start) = std::mem::replace(&mut open, (owner.to_owned(), keys.len()));
                of_owner.insert(before, start..keys.len());
            }
            keys.push(Some(ListedKey {
                public: row.get(2)?,
                owner: nobody.clone(),
                owner_key: nobody.clone(),
                account: nobody.clone(),
                operator: nobody.clone(),
                class: parsed(row, 3)?,
                role: parsed(row, 1)?,
                origin: parsed(row, 4)?,
                sealed: row.get(5)?,
            }));
            Ok(())
        },
        Ok,
    )?;
    of_owner.insert(open.0, open.1..keys.len());
    let mut found = Vec::with_capacity(keys.len());
    let mut take = |owner: &str, operator: &Rc<str>, name: &Rc<str>, account: &Rc<str>| {
        let key: Rc<str> = owner.into();
        let start = found.len();
        for place in of_owner.remove(owner).into_iter().flatten() {
            found.extend(keys[place].take().map(|listed| ListedKey {
                owner: name.clone(),
                owner_key: key.clone(),
                account: account.clone(),
                operator: operator.clone(),
                ..listed
            }));
        }
        // Of an identity whose seed was never here there may be no row.
        let is_there = found[start..].iter().any(|listed| *listed.public == *owner);
        if !is_there && let Ok(kind) = Kind::of_public_text(owner) {
            let identity = ListedKey {
                public: owner.to_owned(),
                owner: name.clone(),
                owner_key: key,
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
    for (operator, name) in operators.remove("").unwrap_or_default() {
        let above = name.clone();
        take(&operator, &above, &name, &nobody);
        for (account, name) in accounts.remove(&operator).unwrap_or_default() {
            take(&account, &above, &name, &nobody);
            for (user, user_name) in users.remove(&account).unwrap_or_default() {
                take(&user, &above, &user_name, &name);
            }
        }
    }
    take("", &nobody, &nobody, &nobody);
    Ok(found)
}

/// When the token of each entity under an operator ends, itself among them, in the order of the tree.
pub fn expirations(view: &View<'_>, operator: &PublicKey) -> Result<Vec<Expiration>> {
    let Some(operator) = view.entity(operator)? else {
        return Ok(Vec::new());
    };
    let mut users: HashMap<String, Vec<Listed>> = HashMap::new();
    view.each(
        "SELECT parent, public_key, name, expires FROM entities INDEXED BY entities_listed \
         WHERE kind = 'user' ORDER BY parent, folded",
        [],
        |row| {
            let listed = Listed {
                key: row.get(1)?,
                name: row.get(2)?,
                expires: row.get(3)?,
            };
            Ok((row.get::<_, String>(0)?, listed))
        },
        |(account, user)| {
            users.entry(account).or_default().push(user);
            Ok(())
        },
    )?;
    let row = |kind, path: String, key, expires| Expiration {
        kind,
        path,
        key,
        expires,
    };
    let name = operator.name.as_str();
    let mut found = vec![row(
        EntityKind::Operator,
        name.to_owned(),
        operator.key.to_string(),
        operator.expires,
    )];
    for account in entities(view, EntityKind::Account, Some(&operator.key))? {
        let path = format!("{name}/{}", account.name);
        let below = users.remove(&account.key).unwrap_or_default();
        found.push(row(
            EntityKind::Account,
            path.clone(),
            account.key,
            account.expires,
        ));
        for user in below {
            let path = format!("{path}/{}", user.name);
            found.push(row(EntityKind::User, path, user.key, user.expires));
        }
    }
    Ok(found)
}
