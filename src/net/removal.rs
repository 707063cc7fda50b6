//! Having servers delete accounts. Afterwards they are asked again: what they say that they did is one thing, what they have
//! another.

use std::collections::BTreeMap;

use super::answer::Update;
use super::cluster::Server;
use super::held::{Keys, ask, kept};
use super::link::Link;
use super::{NetError, Result};

/// Where a server is told to delete accounts.
pub const DELETE: &str = "$SYS.REQ.CLAIMS.DELETE";

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
    before: &Keys,
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
    let has = |kept: &Keys, server: &str| {
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
