//! What accounts servers keep, and having them delete some. Afterwards they are asked again: what they say that they did is
//! one thing, what they have another.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::{List, Speaks, Update};
use super::cluster::Server;
use super::link::{Answer, Link, cut};
use super::{NetError, Result};
use crate::nkey::{Kind, PublicKey};

const LIST: &str = "$SYS.REQ.CLAIMS.LIST";
const DELETE: &str = "$SYS.REQ.CLAIMS.DELETE";
/// How many accounts are looked up at a time.
const WINDOW: usize = 256;

/// The accounts that each server keeps which keeps any, by its identity. Those that have expired are left out.
pub type Kept = BTreeMap<String, BTreeSet<String>>;

/// Asks all servers for the accounts that they keep.
pub fn kept(link: &Link, servers: &[Server]) -> Result<Kept> {
    link.wait(async {
        let mut kept = Kept::new();
        let mut take = |server: &str, body: &[u8]| {
            let list: List = serde_json::from_slice(body).ok()?;
            let keys = list.data.into_iter().filter(|key| {
                let key = key.parse::<PublicKey>();
                key.is_ok_and(|key| key.kind() == Kind::Account)
            });
            kept.insert(server.to_owned(), keys.collect());
            Some(())
        };
        ask(link, servers, LIST, Vec::new(), &mut take).await?;
        Ok(kept)
    })
}

/// Asks every server, and takes an answer from each, until those have answered that will.
async fn ask(
    link: &Link,
    servers: &[Server],
    subject: &str,
    body: Vec<u8>,
    take: &mut impl FnMut(&str, &[u8]) -> Option<()>,
) -> Result<()> {
    let mut inbox = link.inbox().await?;
    inbox.ask(subject, "all", body).await?;
    let mut heard = BTreeSet::new();
    let mut deadline = link.deadline();
    while heard.len() < servers.len() {
        let body = match inbox.next(deadline).await {
            Ok(Answer::Of { body, .. }) => body,
            Ok(Answer::Nobody { .. }) | Err(NetError::Silent(_)) => break,
            Err(error) => return Err(error),
        };
        let speaks: Speaks = serde_json::from_slice(&body).unwrap_or_default();
        let id = cut(&speaks.server.id);
        let is_known = servers.iter().any(|server| server.id == id);
        if is_known && !heard.contains(&id) && take(&id, &body).is_some() {
            heard.insert(id);
            deadline = link.deadline();
        }
    }
    Ok(())
}

/// The tokens that servers have of those accounts.
pub fn tokens(
    link: &Link,
    servers: usize,
    accounts: &[String],
) -> Result<BTreeMap<String, BTreeSet<String>>> {
    link.wait(async {
        let mut tokens: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for accounts in accounts.chunks(WINDOW) {
            let mut inbox = link.inbox().await?;
            for (number, key) in accounts.iter().enumerate() {
                let subject = format!("$SYS.REQ.ACCOUNT.{key}.CLAIMS.LOOKUP");
                inbox.ask(&subject, &number.to_string(), Vec::new()).await?;
            }
            let mut came = vec![0; accounts.len()];
            let deadline = link.deadline();
            while came.iter().any(|came| *came < servers) {
                let (question, body) = match inbox.next(deadline).await {
                    Ok(Answer::Of { question, body }) => (question, Some(body)),
                    Ok(Answer::Nobody { question }) => (question, None),
                    Err(NetError::Silent(_)) => break,
                    Err(error) => return Err(error),
                };
                let number = question.parse().unwrap_or(usize::MAX);
                let Some(count) = came.get_mut(number) else {
                    continue;
                };
                *count = if body.is_some() { *count + 1 } else { servers };
                let text = String::from_utf8(body.unwrap_or_default()).unwrap_or_default();
                if !text.is_empty() && *count <= servers {
                    let of = tokens.entry(accounts[number].clone()).or_default();
                    of.insert(text);
                }
            }
        }
        Ok(tokens)
    })
}

/// What became of accounts on a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It has none of them now.
    Removed,
    /// It lists none of them now, and listed none before.
    Absent,
    /// It has some still, for that reason.
    Refused(String),
    /// It did not answer.
    Silent,
}

/// Has servers delete those accounts, and says what became of that on each that keeps accounts.
pub fn remove(
    link: &Link,
    servers: &[Server],
    before: &Kept,
    requests: &[String],
    accounts: &[String],
) -> Result<BTreeMap<String, Outcome>> {
    let mut said: BTreeMap<String, Result<(), String>> = BTreeMap::new();
    link.wait(async {
        for request in requests {
            let mut take = |server: &str, body: &[u8]| {
                let update: Update = serde_json::from_slice(body).ok()?;
                let result = update.result("")?.map(drop);
                let earlier = said.entry(server.to_owned()).or_insert(Ok(()));
                if earlier.is_ok() {
                    *earlier = result;
                }
                Some(())
            };
            let body = request.clone().into_bytes();
            let keeping: Vec<Server> = servers
                .iter()
                .filter(|server| before.contains_key(&server.id))
                .cloned()
                .collect();
            ask(link, &keeping, DELETE, body, &mut take).await?;
        }
        Ok::<_, NetError>(())
    })?;
    let after = kept(link, servers)?;
    let has = |kept: &Kept, server: &str| {
        let kept = kept.get(server);
        kept.is_some_and(|kept| accounts.iter().any(|account| kept.contains(account)))
    };
    let outcome = |server: &str| match said.get(server) {
        None => Outcome::Silent,
        Some(_) if !after.contains_key(server) => Outcome::Silent,
        Some(Err(reason)) if has(&after, server) => Outcome::Refused(reason.clone()),
        Some(Ok(())) if has(&after, server) => {
            Outcome::Refused("it says that they are gone, and has them still".to_owned())
        }
        // What is not there cannot be deleted, which fails for that one.
        Some(Err(reason)) if !reason.starts_with("deleted ") => Outcome::Refused(reason.clone()),
        Some(_) if !has(before, server) => Outcome::Absent,
        Some(_) => Outcome::Removed,
    };
    let outcomes = before
        .keys()
        .map(|server| (server.clone(), outcome(server)));
    Ok(outcomes.collect())
}
