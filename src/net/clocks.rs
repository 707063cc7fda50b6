//! How far the clocks of servers are from ours. An answer says when it was written, and we know when it was asked for and
//! when it came: the difference lies between two bounds, and nothing closer is claimed.

use std::collections::BTreeMap;

use super::Result;
use super::answer::Timed;
use super::cluster::{PING, Server};
use super::held::ask;
use super::link::Link;
use crate::clock::{Clock, written};

/// How far a clock is ahead of ours, in nanoseconds; below zero it is behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offset {
    /// No less than that.
    pub least: i128,
    /// No more than that.
    pub most: i128,
}

/// The clocks of those servers, by their identities: of those that say what time it is.
pub fn clocks(link: &Link, servers: &[Server], clock: Clock) -> Result<BTreeMap<String, Offset>> {
    link.wait(async {
        let mut offsets = BTreeMap::new();
        let asked = clock.nanoseconds();
        let mut take = |server: &str, body: &[u8]| {
            let timed: Timed = serde_json::from_slice(body).ok()?;
            let came = clock.nanoseconds();
            if let Some(time) = written(&timed.server.time) {
                let offset = Offset {
                    least: time - came,
                    most: time - asked,
                };
                offsets.insert(server.to_owned(), offset);
            }
            Some(())
        };
        ask(link, servers, PING, Vec::new(), &mut take).await?;
        Ok(offsets)
    })
}
