//! Servers that are named, and whoever answers for them: one that is down is named by whoever knows it, and says nothing.

use std::collections::BTreeMap;
use std::net::IpAddr;

use super::NetError;
use super::cluster::Server;
use super::entrance::Door;
use super::link::cut;

/// Who names a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Namer {
    /// Whoever runs the command.
    Command,
    /// The token of the operator.
    Operator,
    /// Servers, in the routes with which they were started.
    Servers,
}

/// Servers that are named, and do not answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unheard {
    /// By whom.
    pub by: Namer,
    /// Whether they let us in, and are in no cluster with those that answer.
    pub is_apart: bool,
    /// Whether they answer, and refuse the login.
    pub refuses: bool,
    /// How many.
    pub count: usize,
    /// Where they are, or where they are among others of which it cannot be told.
    pub at: Vec<String>,
}

impl Namer {
    /// What documents call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Command => "command",
            Self::Operator => "operator",
            Self::Servers => "servers",
        }
    }
}

/// Where a server listens for others of its cluster, or is said to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    host: String,
    port: u16,
}

impl Spot {
    /// Of a host and a port. A machine's name for itself is the same by each of its names.
    pub(super) fn new(host: &str, port: i64) -> Option<Self> {
        let host = host.trim_matches(['[', ']']).to_lowercase();
        let host = match host.as_str() {
            "127.0.0.1" | "::1" => "localhost",
            other => other,
        };
        let port = u16::try_from(port).ok().filter(|port| *port > 0)?;
        let is_plain = |letter: char| letter.is_alphanumeric() || "-._:".contains(letter);
        (host.len() < 256 && host.chars().all(is_plain)).then(|| Self {
            host: host.to_owned(),
            port,
        })
    }

    /// Whether it is one address, and neither a name nor all that a machine has.
    fn is_number(&self) -> bool {
        let number = self.host.parse::<IpAddr>();
        self.host == "localhost" || number.is_ok_and(|number| !number.is_unspecified())
    }

    /// Of what servers write.
    pub(super) fn of(text: &str) -> Option<Self> {
        let (host, port) = text.rsplit_once(':')?;
        Self::new(host, port.parse().ok()?)
    }
}

/// Of addresses that are named, each with who names it: those where nobody answers, and those whose servers answer there and
/// heard no question. Where the account lets no more connect, somebody is there.
pub fn nobody_at(named: &[(Namer, String)], doors: &[Door], servers: &[Server]) -> Vec<Unheard> {
    let mut found: Vec<Unheard> = Vec::new();
    for ((by, url), door) in named.iter().zip(doors) {
        let is_apart = match &door.server {
            Ok(there) if servers.iter().any(|server| server.id == *there) => continue,
            Err(error) if error.to_string().contains("maximum") => continue,
            answer => answer.is_ok(),
        };
        let refuses = matches!(door.server, Err(NetError::Refused(_)));
        let at = url.clone();
        match found
            .iter_mut()
            .find(|one| one.by == *by && one.is_apart == is_apart && one.refuses == refuses)
        {
            Some(one) => {
                one.count += 1;
                one.at.push(at);
            }
            None => found.push(Unheard {
                by: *by,
                is_apart,
                refuses,
                count: 1,
                at: vec![at],
            }),
        }
    }
    found
}

/// How many those are. A server to which others have a route may be the one at an address that is named, too.
pub fn how_many(unheard: &[Unheard]) -> usize {
    let (routes, addresses): (Vec<&Unheard>, Vec<&Unheard>) =
        unheard.iter().partition(|one| one.by == Namer::Servers);
    let count = |those: Vec<&Unheard>| those.iter().map(|one| one.count).sum::<usize>();
    count(routes).max(count(addresses))
}

/// At a port, what cannot be told of whom it is.
#[derive(Default)]
struct Open<'a> {
    /// Routes to a number, and routes to a name.
    numbers: Vec<&'a str>,
    names: Vec<&'a str>,
    /// How many servers listen at one number, and how many wherever they are reached.
    bound: usize,
    free: usize,
}

/// Servers that others have a route to, and that none of those is. A name may be any server at its port, a number may be
/// whoever listens at no other: then it is counted how many there are.
pub(super) fn unheard(servers: &[Server]) -> Option<Unheard> {
    let mut named: BTreeMap<&Spot, &str> = BTreeMap::new();
    for (spot, text) in servers.iter().flat_map(|server| &server.routes) {
        named.entry(spot).or_insert(text);
    }
    let own = servers.iter().filter_map(|server| server.spot.as_ref());
    let mut open: BTreeMap<u16, Open<'_>> = BTreeMap::new();
    for spot in own {
        if named.remove(spot).is_none() {
            let open = open.entry(spot.port).or_default();
            match spot.is_number() {
                true => open.bound += 1,
                false => open.free += 1,
            }
        }
    }
    for (spot, text) in named {
        let open = open.entry(spot.port).or_default();
        match spot.is_number() {
            true => open.numbers.push(text),
            false => open.names.push(text),
        }
    }
    let (mut count, mut at) = (0, Vec::new());
    for open in open.into_values() {
        let names = open.names.len().saturating_sub(open.bound);
        let missing = (open.numbers.len() + names).saturating_sub(open.free);
        if missing > 0 {
            count += missing;
            at.extend(open.numbers.into_iter().map(cut));
            at.extend(open.names.into_iter().filter(|_| names > 0).map(cut));
        }
    }
    (count > 0).then_some(Unheard {
        by: Namer::Servers,
        is_apart: false,
        refuses: false,
        count,
        at,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(own: (&str, i64), routes: &[&str]) -> Server {
        let routes = routes.iter();
        Server {
            spot: Spot::new(own.0, own.1),
            routes: routes
                .filter_map(|route| Some((Spot::of(route)?, (*route).to_owned())))
                .collect(),
            ..Server::default()
        }
    }

    fn missing(servers: &[Server]) -> (usize, String) {
        unheard(servers).map_or_else(Default::default, |found| (found.count, found.at.join(" ")))
    }

    #[test]
    fn a_route_to_nobody_who_answers_is_named() {
        let routes = ["127.0.0.1:1", "localhost:2", "[::1]:3"];
        let all: Vec<Server> = (1..=3)
            .map(|port| server(("127.0.0.1", port), &routes))
            .collect();
        assert_eq!(missing(&all), (0, String::new()));
        assert_eq!(missing(&all[..2]), (1, "[::1]:3".to_owned()));
        assert_eq!(
            missing(&all[2..]),
            (2, "127.0.0.1:1 localhost:2".to_owned())
        );
    }

    #[test]
    fn where_it_cannot_be_told_whose_a_route_is_they_are_counted() {
        let routes = ["nats-0:6222", "nats-1:6222", "nats-2:6222"];
        let one = server(("0.0.0.0", 6222), &routes);
        assert_eq!(missing(&vec![one.clone(); 3]), (0, String::new()));
        assert_eq!(missing(&vec![one.clone(); 2]), (1, routes.join(" ")));
        // By another port it is another server.
        let other = server(("0.0.0.0", 6223), &routes);
        assert_eq!(missing(&[one.clone(), one, other]), (1, routes.join(" ")));
    }

    #[test]
    fn a_few_that_all_know_are_not_all_that_there_are() {
        let seed = ["nats-0:6222"];
        let many = vec![server(("0.0.0.0", 6222), &seed); 5];
        assert_eq!(missing(&many), (0, String::new()));
        // Each names the others, and not itself.
        let one = server(("10.0.0.1", 6222), &["10.0.0.2:6222"]);
        let other = server(("10.0.0.2", 6222), &["10.0.0.1:6222"]);
        assert_eq!(missing(&[one.clone(), other]), (0, String::new()));
        assert_eq!(missing(&[one]), (1, "10.0.0.2:6222".to_owned()));
        // Where it is listened at all addresses, that one may be its own.
        let one = server(("::", 6222), &["10.0.0.2:6222"]);
        assert_eq!(missing(&[one]), (0, String::new()));
        let one = server(("10.0.0.1", 6222), &["nats-0:6222", "nats-1:6222"]);
        let both = "nats-0:6222 nats-1:6222".to_owned();
        assert_eq!(missing(&[one]), (1, both));
        assert_eq!(missing(&[server(("", 0), &[])]), (0, String::new()));
    }

    #[test]
    fn who_has_a_route_and_an_address_is_one() {
        let unheard = |by, count| Unheard {
            by,
            is_apart: false,
            refuses: false,
            count,
            at: Vec::new(),
        };
        let route = unheard(Namer::Servers, 1);
        let operator = unheard(Namer::Operator, 1);
        assert_eq!(how_many(&[]), 0);
        assert_eq!(how_many(std::slice::from_ref(&route)), 1);
        assert_eq!(how_many(&[route.clone(), operator.clone()]), 1);
        let command = unheard(Namer::Command, 2);
        assert_eq!(how_many(&[operator.clone(), command.clone()]), 3);
        assert_eq!(how_many(&[route, operator, command]), 3);
        let routes = unheard(Namer::Servers, 2);
        assert_eq!(how_many(&[routes, unheard(Namer::Operator, 1)]), 2);
    }

    #[test]
    fn what_is_no_address_names_nobody() {
        for text in ["", "x", "x:0", "x:70000", "a b:1", "\u{1b}[2J:1", "x:-1"] {
            assert_eq!(Spot::of(text), None, "{text:?}");
        }
    }
}
