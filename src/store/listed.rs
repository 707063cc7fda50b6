//! What a list says of keys. There may be very many of them, so their texts stand in one string, in the order in which
//! they are shown.

use std::ops::Range;

use super::class::{Class, Origin, Role};

/// What a list says of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListedKey<'a> {
    /// The public half.
    pub public: &'a str,
    /// The name of its owner; empty where it has none.
    pub owner: &'a str,
    /// The same, a user's after its account's.
    pub path: &'a str,
    /// The operator that it is under; empty where its owner is none.
    pub operator: &'a str,
    /// The key by which its owner is known; empty where it has none.
    pub owner_key: &'a str,
    /// The account of a user that owns it; empty where the owner is none.
    pub account: &'a str,
    /// How sensitive.
    pub class: Class,
    /// What for.
    pub role: Role,
    /// Where from.
    pub origin: Origin,
    /// Whether the store has its seed.
    pub sealed: bool,
}

/// Who owns keys of a list; nothing of it is there where nobody does.
#[derive(Clone, Copy, Debug, Default)]
pub struct Owner<'a> {
    /// The key by which it is known.
    pub key: &'a str,
    /// The operator that it is, or is under.
    pub operator: &'a str,
    /// The account that a user is of.
    pub account: &'a str,
    /// What people call it.
    pub name: &'a str,
}

/// What a list says of a key besides whose it is.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// How sensitive.
    pub class: Class,
    /// What for.
    pub role: Role,
    /// Where from.
    pub origin: Origin,
    /// Whether the store has its seed.
    pub sealed: bool,
}

/// Keys in a list.
#[derive(Clone, Debug, Default)]
pub struct ListedKeys {
    text: String,
    owners: Vec<OwnerText>,
    rows: Vec<Row>,
}

/// Where the texts of an owner are.
#[derive(Clone, Debug)]
struct OwnerText {
    key: Range<usize>,
    operator: Range<usize>,
    path: Range<usize>,
    /// How much of the path is the account.
    account: usize,
}

#[derive(Clone, Debug)]
struct Row {
    public: Range<usize>,
    owner: usize,
    about: About,
}

impl ListedKeys {
    /// Of whom the next keys are.
    pub fn begin(&mut self, owner: &Owner<'_>) {
        let key = added(&mut self.text, owner.key);
        let operator = added(&mut self.text, owner.operator);
        let start = self.text.len();
        if !owner.account.is_empty() {
            self.text.push_str(owner.account);
            self.text.push('/');
        }
        let path = start..added(&mut self.text, owner.name).end;
        let account = owner.account.len();
        self.owners.push(OwnerText {
            key,
            operator,
            path,
            account,
        });
    }

    /// Adds a key of the owner who was named last; the one by which it is known, where none is given.
    pub fn push(&mut self, public: Option<&str>, about: About) {
        let public = match (public, self.owners.last()) {
            (None, Some(owner)) => owner.key.clone(),
            (public, _) => added(&mut self.text, public.unwrap_or_default()),
        };
        let owner = self.owners.len() - 1;
        self.rows.push(Row {
            public,
            owner,
            about,
        });
    }

    /// Each of them, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = ListedKey<'_>> {
        let listed = |row| listed(&self.text, &self.owners, row);
        self.rows.iter().map(listed)
    }

    /// Leaves out the others.
    pub fn retain(&mut self, mut keep: impl FnMut(&ListedKey<'_>) -> bool) {
        let (text, owners) = (&self.text, &self.owners);
        self.rows.retain(|row| keep(&listed(text, owners, row)));
    }
}

/// Adds a text, and says where it stands.
pub(super) fn added(text: &mut String, more: &str) -> Range<usize> {
    let start = text.len();
    text.push_str(more);
    start..text.len()
}

fn listed<'a>(text: &'a str, owners: &[OwnerText], row: &Row) -> ListedKey<'a> {
    let of = &owners[row.owner];
    let path = &text[of.path.clone()];
    let (account, owner) = match of.account {
        0 => ("", path),
        length => (&path[..length], &path[length + 1..]),
    };
    let About {
        class,
        role,
        origin,
        sealed,
    } = row.about;
    ListedKey {
        public: &text[row.public.clone()],
        owner,
        path,
        operator: &text[of.operator.clone()],
        owner_key: &text[of.key.clone()],
        account,
        class,
        role,
        origin,
        sealed,
    }
}

#[cfg(test)]
mod tests {
    use super::{About, ListedKeys, Owner};
    use crate::store::class::{Class, Origin, Role};

    #[test]
    fn a_key_in_a_list_is_its_owners_whoever_stands_around_it() {
        let about = About {
            class: Class::User,
            role: Role::Identity,
            origin: Origin::Generated,
            sealed: true,
        };
        let mut keys = ListedKeys::default();
        keys.begin(&Owner {
            key: "A",
            operator: "OP",
            account: "",
            name: "a/b",
        });
        keys.push(None, about);
        keys.push(Some("SK"), about);
        keys.begin(&Owner {
            key: "U",
            operator: "OP",
            account: "a/b",
            name: "日本",
        });
        keys.push(None, about);
        keys.begin(&Owner::default());
        keys.push(Some("X"), about);
        let seen = |keys: &ListedKeys| -> Vec<String> {
            let line = |key: super::ListedKey<'_>| {
                let texts = [key.public, key.owner_key, key.path, key.owner, key.account];
                texts.join(" ")
            };
            keys.iter().map(line).collect()
        };
        let all = [
            "A A a/b a/b ",
            "SK A a/b a/b ",
            "U U a/b/日本 日本 a/b",
            "X    ",
        ];
        assert_eq!(seen(&keys), all);
        keys.retain(|key| key.owner_key != "A");
        assert_eq!(seen(&keys), all[2..]);
    }
}
