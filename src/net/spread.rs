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
    /// Whether somebody has it in a cache and does not use it: what is there, nobody says.
    pub hidden: bool,
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
        let is_unused = |server: &&Server| !held.used.contains_key(&server.id);
        let hidden = listing.len() > said && listing.iter().any(is_unused);
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
