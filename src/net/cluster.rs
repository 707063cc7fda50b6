//! Which servers there are, and whose accounts each of them takes: what a server stores it does not therefore trust (F3).

use std::collections::BTreeSet;

use super::answer::{Ping, Varz};
use super::link::{Link, cut};
use super::{NetError, Result};
use crate::jwt::decode::{Token, decode};

/// More than any cluster has, and few enough to wait for.
const MOST: usize = 10_000;

/// A server as it describes itself.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Its system account.
    pub system_account: String,
}

/// Servers, and how many there should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// Those that answered.
    pub servers: Vec<Server>,
    /// As many as they know of each other, or as somebody said.
    pub expected: usize,
}

impl Cluster {
    /// Whoever answers, until as many have as there are: by what was declared, or else by what they know of each other.
    pub fn find(link: &Link, declared: Option<usize>) -> Result<Self> {
        let expected = match declared {
            Some(declared) => declared,
            None => link.wait(count(link))?,
        };
        let answers = link.wait(async {
            let mut came = 0;
            let enough = |_: &[u8]| {
                came += 1;
                came >= expected
            };
            link.gather("$SYS.REQ.SERVER.PING.VARZ", Vec::new(), enough)
                .await
        })?;
        let mut servers: Vec<Server> = Vec::new();
        for answer in answers {
            let server = server(&answer)?;
            if servers.iter().all(|known| known.id != server.id) {
                servers.push(server);
            }
        }
        servers.sort_by(|one, other| (&one.name, &one.id).cmp(&(&other.name, &other.id)));
        Ok(Self { servers, expected })
    }

    /// How many did not answer.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.expected.saturating_sub(self.servers.len())
    }
}

/// How many servers there are, by the one that knows most.
async fn count(link: &Link) -> Result<usize> {
    let (mut came, mut known) = (0, 0);
    let enough = |body: &[u8]| {
        let ping: Ping = serde_json::from_slice(body).unwrap_or_default();
        came += 1;
        known = known.max(ping.statsz.active_servers.min(MOST));
        came >= known
    };
    let answers = link
        .gather("$SYS.REQ.SERVER.PING", Vec::new(), enough)
        .await?;
    Ok(known.max(answers.len()))
}

fn server(answer: &[u8]) -> Result<Server> {
    let varz: Varz = serde_json::from_slice(answer).map_err(|error| {
        NetError::Unusable(format!("a server's answer cannot be read: {error}"))
    })?;
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
        id: cut(&varz.server.id),
        name: cut(&varz.server.name),
        version: cut(&varz.server.version),
        operators: varz.data.trusted_operators_jwt,
        issuers,
        system_account: cut(&varz.data.system_account),
    })
}
