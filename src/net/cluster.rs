//! Which servers there are, and whose accounts each of them takes: what a server stores it does not therefore trust (F3).

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;

use super::answer::{Ping, Speaker, Varz};
use super::link::{Answer, Link, cut};
use super::named::{Spot, Unheard, unheard};
use super::{NetError, Result};
use crate::jwt::decode::{Token, decode, named_issuer};
use crate::nkey::PublicKey;
use crate::text::quoted;

/// More than any cluster has, and few enough to wait for.
const MOST: usize = 10_000;

/// More routes than anybody writes down.
const MOST_ROUTES: usize = 1_000;

/// A server as it describes itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Server {
    /// Its name for this run.
    pub id: String,
    /// Its name for people.
    pub name: String,
    /// What it runs.
    pub version: String,
    /// The tokens of operators that it was started with.
    pub operators: Vec<String>,
    /// Keys by which it takes accounts, by those tokens.
    pub issuers: BTreeSet<String>,
    /// The key of its system account; nothing where it names none.
    pub system_account: String,
    /// Where it listens for others of its cluster, where it does.
    pub spot: Option<Spot>,
    /// Where it looks for others, as it was started, and in its words.
    pub routes: Vec<(Spot, String)>,
}

impl Server {
    /// Whether it was started with a token of that operator, whichever.
    #[must_use]
    pub fn names(&self, operator: &str) -> bool {
        self.operators.iter().any(|token| {
            matches!(decode(token), Ok(Token::Operator(token)) if token.claims().subject == operator)
        })
    }

    /// Whether it takes a token: it was started with a token of an operator that names the key which signed it.
    #[must_use]
    pub fn trusts(&self, token: &str) -> bool {
        named_issuer(token).is_ok_and(|issuer| self.issuers.contains(&issuer))
    }
}

/// Servers, and how many there should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// Those that answered, by name, then by identity.
    pub servers: Vec<Server>,
    /// As many as they know of each other, or as somebody said.
    pub expected: usize,
    /// Those that are named and do not answer, where nobody said how many there are.
    pub unheard: Vec<Unheard>,
}

impl Cluster {
    /// Whoever answers, until as many have as there are: by what was declared, or else by what they know of each other.
    /// Where they know of more than was declared, those are waited for, and not missed.
    pub fn find(link: &Link, declared: Option<usize>) -> Result<Self> {
        link.wait(async {
            let mut inbox = link.inbox().await?;
            inbox.ask(PING, COUNTED, Vec::new()).await?;
            inbox.ask(VARZ, DESCRIBED, Vec::new()).await?;
            let mut roll = Roll::default();
            let mut deadline = link.deadline();
            while !roll.is_full(declared) {
                match inbox.next(deadline).await {
                    Ok(Answer::Of { question, body }) => {
                        if roll.take(&question, &body)? {
                            deadline = link.deadline();
                        }
                    }
                    Ok(Answer::Nobody { .. }) => return Err(link.nobody()),
                    Err(NetError::Silent(_)) if !roll.described.is_empty() => break,
                    Err(error) => return Err(error),
                }
            }
            Ok(roll.cluster(declared))
        })
    }

    /// How many did not answer.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.expected.saturating_sub(self.servers.len())
    }
}

/// What there is by identities, in the order in which servers stand.
pub fn in_order<'a, T>(
    servers: &'a [Server],
    each: &'a BTreeMap<String, T>,
) -> impl Iterator<Item = (&'a Server, &'a T)> {
    servers
        .iter()
        .filter_map(|server| Some((server, each.get(&server.id)?)))
}

/// The question that every server answers.
pub(super) const PING: &str = "$SYS.REQ.SERVER.PING";
/// What every server is asked that is to say what it is.
pub(super) const VARZ: &str = "$SYS.REQ.SERVER.PING.VARZ";
/// Names of the two questions.
const COUNTED: &str = "count";
const DESCRIBED: &str = "describe";

/// Who has answered so far.
#[derive(Default)]
struct Roll {
    /// Servers that say how many there are.
    seen: BTreeSet<String>,
    /// How many there are by the one that knows most.
    known: usize,
    described: BTreeMap<String, Server>,
}

impl Roll {
    fn is_full(&self, declared: Option<usize>) -> bool {
        let all = self.known.max(declared.unwrap_or_default());
        all > 0 && self.described.len() >= all && self.seen.len() >= all
    }

    /// Takes an answer, and says whether it is from somebody new.
    fn take(&mut self, question: &str, body: &[u8]) -> Result<bool> {
        let is_new = if question == COUNTED {
            let ping: Ping = read(body)?;
            self.known = self.known.max(ping.known().min(MOST));
            self.seen.insert(identity(&ping.server)?)
        } else {
            let server = server(body)?;
            match self.described.get(&server.id) {
                None => self.described.insert(server.id.clone(), server).is_none(),
                Some(known) if *known == server => false,
                Some(_) => {
                    return Err(NetError::Unusable(format!(
                        "two servers answer, and both are {}",
                        quoted(&server.id)
                    )));
                }
            }
        };
        if self.seen.len().max(self.described.len()) > MOST {
            return Err(NetError::Unusable(format!(
                "more than {MOST} servers answer"
            )));
        }
        Ok(is_new)
    }

    fn cluster(self, declared: Option<usize>) -> Cluster {
        let heard = self
            .seen
            .union(&self.described.keys().cloned().collect())
            .count();
        let expected = declared.unwrap_or(self.known).max(heard);
        let mut servers: Vec<Server> = self.described.into_values().collect();
        servers.sort_by(|one, other| (&one.name, &one.id).cmp(&(&other.name, &other.id)));
        // A route to one that is missing already names no other.
        let missing = expected.saturating_sub(servers.len());
        let unheard = match declared {
            None => unheard(&servers).filter(|found| found.count > missing),
            Some(_) => None,
        };
        Cluster {
            servers,
            expected,
            unheard: unheard.into_iter().collect(),
        }
    }
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T> {
    serde_json::from_slice(body).map_err(|error| {
        NetError::Unusable(format!(
            "a server's answer cannot be read: {}",
            cut(&error.to_string())
        ))
    })
}

/// Whoever answers without saying who it is could be counted any number of times.
fn identity(speaker: &Speaker) -> Result<String> {
    if speaker.id.is_empty() {
        return Err(NetError::Unusable(
            "a server answers, and does not say which one it is".to_owned(),
        ));
    }
    Ok(cut(&speaker.id))
}

fn server(body: &[u8]) -> Result<Server> {
    let varz: Varz = read(body)?;
    let mut issuers = BTreeSet::new();
    for token in &varz.data.trusted_operators_jwt {
        if let Ok(Token::Operator(operator)) = decode(token) {
            let claims = operator.into_claims();
            if !claims.body.strict_signing_key_usage {
                issuers.insert(claims.subject);
            }
            issuers.extend(claims.body.signing_keys);
        }
    }
    Ok(Server {
        id: identity(&varz.server)?,
        name: cut(&varz.server.name),
        version: cut(&varz.server.version),
        operators: varz.data.trusted_operators_jwt,
        issuers,
        // It becomes a part of subjects.
        system_account: varz
            .data
            .system_account
            .parse::<PublicKey>()
            .map_or_else(|_| String::new(), |key| key.to_string()),
        spot: Spot::new(&varz.data.cluster.host, varz.data.cluster.port),
        routes: varz
            .data
            .cluster
            .urls
            .into_iter()
            .take(MOST_ROUTES)
            .filter_map(|url| Some((Spot::of(&url)?, url)))
            .collect(),
    })
}
