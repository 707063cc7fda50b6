//! Servers that answer: who is there, and whether somebody is wherever one is named.

use std::collections::BTreeMap;
use std::time::Duration;

use super::unheard_of;
use crate::cmd::Ctx;
use crate::net::cluster::Cluster;
use crate::net::entrance::doors;
use crate::net::link::{Link, Login, Place};
use crate::net::named::{Namer, nobody_at};
use crate::ui::Failure;

/// Servers that answer, and what was asked of them on the way.
pub struct Reached {
    /// The connection.
    pub link: Link,
    /// All that there are.
    pub cluster: Cluster,
    /// Every address that is named, and who connects there.
    named: (Place, Login, Duration),
}

impl Reached {
    /// The tokens of operators that servers were started with.
    pub fn operators(&self) -> impl Iterator<Item = &String> {
        let servers = self.cluster.servers.iter();
        servers.flat_map(|server| &server.operators)
    }

    /// By servers' identities, the addresses among those that are named where they let us in; none where nobody can try.
    pub fn places(&self) -> BTreeMap<String, String> {
        let (place, login, patience) = &self.named;
        let doors = doors(place, login, *patience)
            .unwrap_or_default()
            .into_iter();
        doors
            .filter_map(|door| Some((door.server.ok()?, door.url)))
            .collect()
    }
}

/// Where servers are, and who connects there.
pub struct Entry {
    /// Where.
    pub place: Place,
    /// Who.
    pub login: Login,
    /// How long nothing may come.
    pub patience: Duration,
    /// Every address that is named, and by whom; none where somebody said how many servers there are.
    pub named: Vec<(Namer, String)>,
    /// The same, whoever names it and whatever was said.
    pub(super) addresses: Vec<String>,
    /// How many servers there are, where somebody said.
    pub(super) declared: Option<usize>,
}

impl Entry {
    /// Connects, asks who is there, and looks whether somebody is wherever a server is named.
    pub fn reach(self, ctx: &Ctx) -> Result<Reached, Failure> {
        let (place, login, patience) = (self.place.clone(), self.login.clone(), self.patience);
        let named: Vec<(Namer, String)> = match &*place.urls {
            // We are there.
            [only] => (self.named.iter().filter(|(_, url)| url != only).cloned()).collect(),
            _ => self.named.clone(),
        };
        let mut reached = self.connect(ctx)?;
        let urls = named.iter().map(|(_, url)| url.clone()).collect();
        let doors = doors(&Place { urls, ..place }, &login, patience)?;
        let unheard = nobody_at(&named, &doors, &reached.cluster.servers);
        reached.cluster.unheard.extend(unheard);
        for one in &reached.cluster.unheard {
            ctx.ui.warning(&unheard_of(one));
        }
        Ok(reached)
    }

    /// Connects, and asks who is there.
    pub fn connect(self, ctx: &Ctx) -> Result<Reached, Failure> {
        let link = Link::open(&self.place, self.login.clone(), self.patience)?;
        let cluster = Cluster::find(&link, self.declared)?;
        if cluster.missing() > 0 {
            ctx.ui.warning(&format!(
                "{} of {} servers did not answer",
                cluster.missing(),
                cluster.expected
            ));
        }
        let place = Place {
            urls: self.addresses,
            ..self.place
        };
        Ok(Reached {
            link,
            cluster,
            named: (place, self.login, self.patience),
        })
    }
}
