//! Lists, each from one index alone: no token is read for them, and no seed passed over.

use std::ops::Range;

use super::forest::{Forest, grown};
use super::read::{View, parsed};
use crate::nkey::{Kind, PublicKey};
use crate::store::class::{Class, Origin, Role};
use crate::store::listed::added;
use crate::store::record::EntityKind;
use crate::store::{About, Expiration, Listed, ListedKeys, Owner, Result};

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

/// Keys as they are read, in the order of their owners.
#[derive(Default)]
struct KeyRows {
    text: String,
    /// Which each is, and what is said of it. Most are their owners' identities, whose text is there already.
    rows: Vec<(Option<Range<usize>>, About)>,
    /// Those of each entity.
    of_each: Vec<Range<usize>>,
    of_nobody: Range<usize>,
}

impl KeyRows {
    fn read(view: &View<'_>, forest: &Forest) -> Result<Self> {
        let mut keys = Self {
            of_each: vec![0..0; forest.len()],
            ..Self::default()
        };
        let mut owner_of = forest.owners();
        view.each(
            "SELECT owner, role, public_key, class, origin, sealed IS NOT NULL \
             FROM keys INDEXED BY keys_listed ORDER BY owner, role, public_key",
            [],
            |row| {
                let owner = row.get_ref(0)?.as_str_or_null()?;
                let public = row.get_ref(2)?.as_str()?;
                match owner {
                    None => grown(&mut keys.of_nobody, keys.rows.len()),
                    Some(owner) => {
                        if let Some(at) = owner_of(owner) {
                            grown(&mut keys.of_each[at], keys.rows.len());
                        }
                    }
                }
                let own = (owner != Some(public)).then(|| added(&mut keys.text, public));
                let about = About {
                    class: parsed(row, 3)?,
                    role: parsed(row, 1)?,
                    origin: parsed(row, 4)?,
                    sealed: row.get(5)?,
                };
                keys.rows.push((own, about));
                Ok(())
            },
            Ok,
        )?;
        Ok(keys)
    }

    /// Adds those of an owner to a list.
    fn list(&self, list: &mut ListedKeys, owner: &Owner<'_>, range: Range<usize>) {
        let rows = &self.rows[range];
        list.begin(owner);
        // Of an identity whose seed was never here there may be no row.
        if !rows.iter().any(|(public, _)| public.is_none())
            && let Ok(kind) = Kind::of_public_text(owner.key)
        {
            list.push(None, elsewhere(kind));
        }
        for (public, about) in rows {
            list.push(public.clone().map(|public| &self.text[public]), *about);
        }
    }
}

/// Every key, in the order of the tree; those that belong to nobody at the end.
pub fn keys(view: &View<'_>) -> Result<ListedKeys> {
    let forest = Forest::read(view)?;
    let keys = KeyRows::read(view, &forest)?;
    let mut found = ListedKeys::default();
    forest.each(|at, operator, account| {
        let owner = Owner {
            key: forest.key(at),
            operator,
            account,
            name: forest.name(at),
        };
        keys.list(&mut found, &owner, keys.of_each[at].clone());
    });
    keys.list(&mut found, &Owner::default(), keys.of_nobody.clone());
    Ok(found)
}

/// What is said of an identity of which the store has nothing.
const fn elsewhere(kind: Kind) -> About {
    About {
        class: Class::of(kind, Role::Identity),
        role: Role::Identity,
        origin: Origin::Elsewhere,
        sealed: false,
    }
}

/// When the token of each entity under an operator ends, itself among them, in the order of the tree.
pub fn expirations(view: &View<'_>, operator: &PublicKey) -> Result<Vec<Expiration>> {
    let forest = Forest::read(view)?;
    let operator = operator.to_string();
    let mut found = Vec::new();
    let expiration = |kind, path, at| Expiration {
        kind,
        path,
        key: forest.key(at).to_owned(),
        expires: forest.expires(at),
    };
    for top in forest
        .top
        .clone()
        .filter(|top| forest.key(*top) == operator)
    {
        let name = forest.name(top);
        found.push(expiration(EntityKind::Operator, name.to_owned(), top));
        for account in forest.below(top) {
            let path = [name, forest.name(account)].join("/");
            found.push(expiration(EntityKind::Account, path.clone(), account));
            found.extend(forest.below(account).map(|user| {
                let path = [path.as_str(), forest.name(user)].join("/");
                expiration(EntityKind::User, path, user)
            }));
        }
    }
    Ok(found)
}
