//! Who is connected, of accounts that a server uses already: it would load the others.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::net::answer::{Refused, or_none};
use crate::net::cluster::Server;
use crate::net::held::Keys;
use crate::net::link::{Answer, Inbox, Link};
use crate::net::{NetError, Result};
use crate::nkey::{Kind, PublicKey};
use crate::rotation::observed::{Connection, Ended, Observed, Row};

/// Where a server is asked for its connections.
pub(super) const CONNECTIONS: &str = "$SYS.REQ.SERVER.*.CONNZ";

/// How many connections come at a time: each with a token, these are a few megabytes at most.
const PAGE: usize = 512;
/// How often it is begun again where connections end meanwhile.
const TURNS: usize = 4;
/// Those that are open, by number; and those that ended, the last first. As servers number states.
const OPEN: (u8, &str) = (0, "cid");
const CLOSED: (u8, &str) = (1, "stop");
/// More than servers remember unless they are told to.
const REMEMBERED: usize = 20_000;
/// More connections of an account than a server lets in.
const MOST: usize = 1_000_000;

/// The connections of those accounts at each server.
pub(super) fn connections(
    link: &Link,
    servers: &[Server],
    accounts: &[String],
    in_use: &Keys,
    seen: &mut BTreeMap<String, Observed>,
) -> Result<()> {
    link.wait(async {
        let mut asking = Asking {
            link,
            inbox: link.inbox().await?,
            asked: 0,
        };
        for server in servers {
            let (Some(in_use), Some(observed)) = (in_use.get(&server.id), seen.get_mut(&server.id))
            else {
                continue;
            };
            for account in accounts {
                let found = match in_use.contains(account) {
                    true => asking.all(&server.id, account).await?,
                    // Nobody is in an account that it does not use.
                    false => Found::These(Vec::new()),
                };
                match found {
                    Found::Silence => break,
                    Found::Moving => {}
                    Found::These(connections) => {
                        observed.connected.insert(account.clone());
                        observed.connections.extend(connections);
                        if in_use.contains(account) {
                            observed
                                .ended
                                .extend(asking.ended(&server.id, account).await?);
                        }
                    }
                }
            }
        }
        Ok(())
    })
}

/// What a server says of the connections of an account.
enum Found {
    /// These are all.
    These(Vec<Connection>),
    /// They come and go too fast, or make no sense.
    Moving,
    /// Nothing, and it will not.
    Silence,
}

/// An answer that shows connections.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Connz {
    #[serde(deserialize_with = "or_none")]
    data: ConnzData,
    error: Option<Refused>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct ConnzData {
    #[serde(rename = "server_id")]
    id: String,
    #[serde(deserialize_with = "or_none")]
    connections: Vec<Row>,
}

struct Asking<'a> {
    link: &'a Link,
    inbox: Inbox<'a>,
    /// How many questions there were: what comes late for one is no answer to the next.
    asked: usize,
}

impl Asking<'_> {
    /// All connections of an account at a server, page by page, the older first. Each page begins with the last of the one
    /// before: where that is another, some ended, and others moved to where nobody looks any more. Whoever asks is none of
    /// them.
    async fn all(&mut self, server: &str, account: &str) -> Result<Found> {
        'again: for _ in 0..TURNS {
            let mut rows: Vec<Row> = Vec::new();
            loop {
                let offset = rows.len().saturating_sub(1);
                let Some(page) = self.page(server, account, offset).await? else {
                    return Ok(Found::Silence);
                };
                let is_last = page.len() < PAGE;
                let mut page = page.into_iter();
                if let Some(last) = rows.last()
                    && page.next().is_none_or(|first| first.number != last.number)
                {
                    continue 'again;
                }
                rows.extend(page);
                if rows.len() > MOST {
                    return Ok(Found::Moving);
                }
                if is_last {
                    let (here, number) = self.link.own();
                    rows.retain(|row| here != server || row.number != number);
                    let connections = rows.iter().filter_map(Row::connection);
                    return Ok(Found::These(connections.collect()));
                }
            }
        }
        Ok(Found::Moving)
    }

    /// Connections of an account that ended, the last first, as far back as the server remembers. More that end meanwhile move the
    /// others on, and none away from where it is looked.
    async fn ended(&mut self, server: &str, account: &str) -> Result<Vec<Ended>> {
        let mut ended = Vec::new();
        while ended.len() < REMEMBERED {
            let Some(page) = self.asked(server, account, ended.len(), CLOSED).await? else {
                break;
            };
            let is_last = page.len() < PAGE;
            ended.extend(page);
            if is_last {
                break;
            }
        }
        let (here, number) = self.link.own();
        ended.retain(|row| here != server || row.number != number);
        Ok(ended.iter().filter_map(Row::ended).collect())
    }

    /// Connections that are open.
    async fn page(
        &mut self,
        server: &str,
        account: &str,
        offset: usize,
    ) -> Result<Option<Vec<Row>>> {
        self.asked(server, account, offset, OPEN).await
    }

    /// As many as come at a time; nothing where the server does not say.
    async fn asked(
        &mut self,
        server: &str,
        account: &str,
        offset: usize,
        (state, sort): (u8, &str),
    ) -> Result<Option<Vec<Row>>> {
        // It becomes a part of a subject.
        let key = server.parse::<PublicKey>();
        if !key.is_ok_and(|key| key.kind() == Kind::Server) {
            return Ok(None);
        }
        self.asked += 1;
        let name = self.asked.to_string();
        let body = serde_json::json!({
            "auth": true, "acc": account, "state": state, "sort": sort, "limit": PAGE, "offset": offset,
        });
        let subject = CONNECTIONS.replace('*', server);
        let body = body.to_string().into_bytes();
        self.inbox.ask(&subject, &name, body).await?;
        let deadline = self.link.deadline();
        loop {
            match self.inbox.next(deadline).await {
                Ok(Answer::Of { question, body }) if question == name => {
                    return Ok(page(server, &body));
                }
                Ok(Answer::Nobody { question }) if question == name => return Ok(None),
                Ok(_) => {}
                Err(NetError::Silent(_)) => return Ok(None),
                Err(error) => return Err(error),
            }
        }
    }
}

/// The connections that an answer shows, if it is an answer of that server.
fn page(server: &str, body: &[u8]) -> Option<Vec<Row>> {
    let answer: Connz = serde_json::from_slice(body).ok()?;
    // Without its name it does not know the account.
    let is_of_use = answer.error.is_none() && answer.data.id == server;
    is_of_use.then_some(answer.data.connections)
}
