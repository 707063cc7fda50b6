//! Which server has which token of an account, as far as that can be known: those that keep accounts hand out their tokens
//! without saying who they are.

use std::collections::BTreeSet;

use super::cluster::Server;
use super::held::{Held, Keys};

/// Some servers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Who {
    /// How many.
    pub count: usize,
    /// Those of them that are known, by their identities.
    pub known: BTreeSet<String>,
}

impl Who {
    fn all_of(servers: BTreeSet<String>) -> Self {
        Self {
            count: servers.len(),
            known: servers,
        }
    }

    /// Whether a sentence speaks of them as of one: "every server", too, is one.
    #[must_use]
    pub const fn is_one(&self, servers: &[Server]) -> bool {
        self.count == 1 || self.count == servers.len()
    }

    const fn some(count: usize) -> Self {
        Self {
            count,
            known: BTreeSet::new(),
        }
    }
}

/// A token, and who has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// What they have.
    pub token: String,
    /// Who keeps it.
    pub kept: Who,
    /// Who goes by it, by their identities.
    pub used: BTreeSet<String>,
}

impl Copy {
    /// Where the first stands that has it; behind all where nobody is known who does.
    fn place(&self, servers: &[Server]) -> usize {
        let has = |server: &Server| {
            self.kept.known.contains(&server.id) || self.used.contains(&server.id)
        };
        servers.iter().position(has).unwrap_or(servers.len())
    }
}

/// The tokens of an account, and who has which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The account.
    pub key: String,
    /// Each token once.
    pub copies: Vec<Copy>,
    /// Who of those that keep accounts has none.
    pub absent: Who,
    /// How many of those that keep accounts did not say.
    pub silent: usize,
    /// Who may have it in a cache, or was started with it, and does not use it: what is there, nobody says.
    pub hidden: Who,
}

impl Spread {
    /// Of what is held by those servers, which list so much. `trusts` says whether a server takes a token: it goes by what
    /// it keeps, unless it does not take that (F3).
    pub fn of(
        held: Held,
        servers: &[Server],
        keepers: usize,
        listed: &Keys,
        trusts: impl Fn(&Server, &str) -> bool,
    ) -> Self {
        let lists = |server: &&Server| {
            let listed = listed.get(&server.id);
            listed.is_some_and(|keys| keys.contains(&held.key))
        };
        let listing: Vec<&Server> = servers.iter().filter(lists).collect();
        let unlisting: BTreeSet<String> = listed
            .iter()
            .filter(|(_, keys)| !keys.contains(&held.key))
            .map(|(server, _)| server.clone())
            .collect();
        let absent = match unlisting.len() == held.absent {
            true => Who::all_of(unlisting),
            false => Who::some(held.absent),
        };
        let said = held.kept.iter().map(|(_, count)| count).sum::<usize>() + held.silent;
        let hidden = hidden(&held, servers, &listing, said, keepers, listed);
        let mut copies: Vec<Copy> = held
            .kept
            .into_iter()
            .map(|(token, count)| Copy {
                token,
                kept: Who::some(count),
                used: BTreeSet::new(),
            })
            .collect();
        let keeping: usize = copies.iter().map(|copy| copy.kept.count).sum();
        for (server, token) in held.used {
            match copies.iter_mut().find(|copy| copy.token == token) {
                Some(copy) => copy.used.extend([server]),
                None => copies.push(Copy {
                    token,
                    kept: Who::default(),
                    used: BTreeSet::from([server]),
                }),
            }
        }
        // What has expired is not listed: then all keep it, or some.
        let keep: Vec<&Server> = match listing.len() == keeping {
            true => listing,
            false if keeping == keepers && keepers == servers.len() => servers.iter().collect(),
            false => Vec::new(),
        };
        attribute(&mut copies, &keep, trusts);
        // Whoever answered first is no order.
        if copies.len() > 1 {
            copies.sort_by_cached_key(|copy| (copy.place(servers), copy.token.clone()));
        }
        Self {
            key: held.key,
            copies,
            absent,
            silent: held.silent,
            hidden,
        }
    }
}

/// Who may have an account, and does not say what it has: whoever lists none and does not use it, and whoever has it in a cache
/// and does not use it.
fn hidden(
    held: &Held,
    servers: &[Server],
    listing: &[&Server],
    said: usize,
    keepers: usize,
    listed: &Keys,
) -> Who {
    let is_used = |id: &String| held.used.contains_key(id);
    let silent = servers.iter().map(|server| &server.id);
    let mut known: BTreeSet<String> = silent
        .filter(|id| !listed.contains_key(*id) && !is_used(id))
        .cloned()
        .collect();
    // Somebody who keeps accounts did not list them, and is none of these.
    if listed.len() < keepers {
        known.clear();
    }
    let unused: BTreeSet<String> = listing
        .iter()
        .filter(|server| !is_used(&server.id))
        .map(|server| server.id.clone())
        .collect();
    let mut more = 0;
    if let Some(caches) = caches(listed, keepers) {
        known.extend(unused.into_iter().filter(|id| caches.contains(id)));
    } else {
        more = listing.len().saturating_sub(said).min(unused.len());
    }
    Who {
        count: known.len() + more,
        known,
    }
}

/// Servers with a cache: those that list fewer accounts than as many as keep all. Nothing where it cannot be told.
pub(super) fn caches(listed: &Keys, keepers: usize) -> Option<BTreeSet<&String>> {
    let mut servers: Vec<(usize, &String)> =
        listed.iter().map(|(id, keys)| (keys.len(), id)).collect();
    servers.sort_unstable_by(|one, other| other.cmp(one));
    let (keeping, caching) = servers.split_at(keepers.min(servers.len()));
    if let (Some((least, _)), Some((most, _))) = (keeping.last(), caching.first())
        && least == most
    {
        return None;
    }
    Some(caching.iter().map(|(_, id)| *id).collect())
}

/// Says which of those servers keeps which: all where they keep the same, else those that go by one of them, and the others
/// where only one is left.
fn attribute(copies: &mut [Copy], keep: &[&Server], trusts: impl Fn(&Server, &str) -> bool) {
    let mut kept: Vec<&mut Copy> = copies
        .iter_mut()
        .filter(|copy| copy.kept.count > 0)
        .collect();
    let mut rest: BTreeSet<String> = keep.iter().map(|server| server.id.clone()).collect();
    if kept.len() > 1 {
        let all_take = |copy: &&mut Copy| keep.iter().all(|server| trusts(server, &copy.token));
        if !kept.iter().all(all_take) {
            return;
        }
        for copy in &mut kept {
            let known: BTreeSet<String> = copy.used.intersection(&rest).cloned().collect();
            if known.len() > copy.kept.count {
                return;
            }
            copy.kept.known = known;
        }
        for copy in &kept {
            rest.retain(|server| !copy.kept.known.contains(server));
        }
    }
    let mut open = kept
        .iter_mut()
        .filter(|copy| copy.kept.known.len() < copy.kept.count);
    if let (Some(copy), None) = (open.next(), open.next())
        && copy.kept.known.len() + rest.len() == copy.kept.count
    {
        copy.kept.known.append(&mut rest);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn who_may_have_one_and_does_not_say_so_is_known_where_it_can_be() {
        let named = |id: &&str| Server {
            id: (*id).to_owned(),
            ..Server::default()
        };
        let servers: Vec<Server> = ["F", "C", "M"].iter().map(named).collect();
        let hidden = |lists: &[(&str, &[&str])], used: &[&str]| {
            let keys = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
            let listed: Keys = lists
                .iter()
                .map(|(id, listed)| ((*id).to_owned(), keys(listed)))
                .collect();
            let held = Held {
                key: "A".to_owned(),
                kept: vec![("token".to_owned(), 1)],
                used: used
                    .iter()
                    .map(|id| ((*id).to_owned(), "token".to_owned()))
                    .collect(),
                ..Held::default()
            };
            let who = Spread::of(held, &servers, 1, &listed, |_, _| true).hidden;
            (who.count, who.known.into_iter().collect::<String>())
        };
        let cached: &[(&str, &[&str])] = &[("F", &["A", "B"]), ("C", &["A"])];
        assert_eq!(hidden(cached, &[]), (2, "CM".to_owned()));
        assert_eq!(hidden(cached, &["C", "M"]), (0, String::new()));
        let empty: &[(&str, &[&str])] = &[("F", &["A", "B"]), ("C", &["B"])];
        assert_eq!(hidden(empty, &["M"]), (0, String::new()));
        // Whose the cache is, nobody says.
        let alike: &[(&str, &[&str])] = &[("F", &["A"]), ("C", &["A"])];
        assert_eq!(hidden(alike, &[]), (2, "M".to_owned()));
        assert_eq!(hidden(&[], &[]), (0, String::new()));
    }

    #[test]
    fn tokens_stand_in_the_order_of_servers_whoever_answered_first() {
        let named = |name: &str, id: &str| Server {
            id: id.to_owned(),
            name: name.to_owned(),
            ..Server::default()
        };
        let servers = [named("a", "N9"), named("b", "N1"), named("c", "N5")];
        let [one, other, third] = ["one", "other", "third"].map(str::to_owned);
        let used = BTreeMap::from([
            ("N1".to_owned(), other.clone()),
            ("N9".to_owned(), third.clone()),
        ]);
        let order = |kept: Vec<(String, usize)>| -> Vec<String> {
            let held = Held {
                kept,
                used: used.clone(),
                ..Held::default()
            };
            let spread = Spread::of(held, &servers, 0, &Keys::new(), |_, _| true);
            spread.copies.into_iter().map(|copy| copy.token).collect()
        };
        let expected = [&third, &other, &one].map(Clone::clone);
        assert_eq!(
            order(vec![(one.clone(), 1), (other.clone(), 1)]),
            expected.clone()
        );
        assert_eq!(order(vec![(other, 1), (one, 1)]), expected);
    }
}
