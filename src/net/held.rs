//! What servers have: which accounts each of them keeps, which it uses, and the tokens of those. What a server keeps in its
//! folder is one thing, by what it lets users in another: it keeps what it does not trust, and goes on by what it had (F3).
//!
//! Servers that keep accounts hand out their tokens without saying who they are: those answers are counted. What they list
//! and what they use they say in their names.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::de::DeserializeOwned;

use super::answer::{List, Speaks, Used, Uses};
use super::cluster::{PING, Server, VARZ};
use super::link::{Answer, Inbox, Link, cut};
use super::{NetError, Result};
use crate::jwt::MAX_TOKEN_LEN;
use crate::nkey::{Kind, PublicKey};

/// Subjects of the questions, for whoever must be allowed to ask them.
pub const LIST: &str = "$SYS.REQ.CLAIMS.LIST";
/// The same for the token of any account.
pub const LOOKUP: &str = "$SYS.REQ.ACCOUNT.*.CLAIMS.LOOKUP";
/// The same for what is in use.
pub const USED: &str = "$SYS.REQ.SERVER.PING.ACCOUNTZ";

/// How many accounts are under way at a time, at most.
pub(super) const WINDOW: usize = 256;
/// How many answers may wait to be read, at most: a client drops what comes beyond its buffer.
pub(super) const ANSWERS: usize = 32_768;

/// Keys of accounts, by the identity of the server that names them.
pub type Keys = BTreeMap<String, BTreeSet<String>>;

/// Where a server has the token of an account.
pub fn lookup(key: &str) -> String {
    LOOKUP.replace('*', key)
}

/// The accounts that each server keeps which keeps any, be it all of them or those that were used there. Those that have
/// expired are left out, and a server that is started with its accounts keeps none.
pub fn kept(link: &Link, servers: &[Server]) -> Result<Keys> {
    named(link, servers, LIST, |list: List| list.data)
}

/// The accounts that each server uses: whose users connected, or that others import from.
pub fn used(link: &Link, servers: &[Server]) -> Result<Keys> {
    named(link, servers, USED, |uses: Uses| uses.data.accounts)
}

/// Asks every server for keys of accounts.
fn named<T: DeserializeOwned>(
    link: &Link,
    servers: &[Server],
    subject: &str,
    keys: impl Fn(T) -> Vec<String>,
) -> Result<Keys> {
    link.wait(async {
        let mut found = Keys::new();
        let mut take = |server: &str, body: &[u8]| {
            let keys = keys(serde_json::from_slice(body).ok()?).into_iter();
            let of_accounts = keys.filter(|key| {
                let key = key.parse::<PublicKey>();
                key.is_ok_and(|key| key.kind() == Kind::Account)
            });
            found.insert(server.to_owned(), of_accounts.collect());
            Some(())
        };
        ask(link, servers, subject, Vec::new(), &mut take).await?;
        Ok(found)
    })
}

/// Asks every server, and takes an answer from each, until those have answered that will.
pub(super) async fn ask(
    link: &Link,
    servers: &[Server],
    subject: &str,
    body: Vec<u8>,
    take: &mut impl FnMut(&str, &[u8]) -> Option<()>,
) -> Result<()> {
    let mut inbox = link.inbox().await?;
    inbox.ask(subject, "all", body).await?;
    let mut passed = Passed::new(servers);
    // Whoever is asked how it is doing may answer out of turn.
    if subject != PING {
        passed.ask(&inbox).await?;
    }
    let mut heard = BTreeSet::new();
    let mut deadline = link.deadline();
    while heard.len() < servers.len() && !passed.is_over(&heard) {
        let body = match inbox.next(deadline).await {
            Ok(Answer::Of { question, body }) if question == PASSED => {
                passed.take(&body);
                continue;
            }
            Ok(Answer::Of { body, .. }) => body,
            Ok(Answer::Nobody { .. }) | Err(NetError::Silent(_)) => break,
            Err(error) => return Err(error),
        };
        let Some(id) = speaker(servers, &body) else {
            continue;
        };
        if !heard.contains(&id) && take(&id, &body).is_some() {
            heard.insert(id);
            deadline = link.deadline();
        }
    }
    Ok(())
}

/// The name of a question that every server answers, and answers in its turn: whoever has, and has not answered what was
/// asked before, will not, such as one that keeps no accounts.
const PASSED: &str = "passed";

/// Who has answered that.
struct Passed<'a> {
    servers: &'a [Server],
    by: BTreeSet<String>,
}

impl<'a> Passed<'a> {
    const fn new(servers: &'a [Server]) -> Self {
        Self {
            servers,
            by: BTreeSet::new(),
        }
    }

    async fn ask(&self, inbox: &Inbox<'_>) -> Result<()> {
        inbox.ask(VARZ, PASSED, Vec::new()).await
    }

    fn take(&mut self, body: &[u8]) {
        self.by.extend(speaker(self.servers, body));
    }

    /// Whether nobody is left, beside those who were heard.
    fn is_over(&self, heard: &BTreeSet<String>) -> bool {
        let is_done = |server: &Server| self.by.contains(&server.id) || heard.contains(&server.id);
        self.servers.iter().all(is_done)
    }
}

/// The server of those that says something, by its identity.
fn speaker(servers: &[Server], body: &[u8]) -> Option<String> {
    let speaks: Speaks = serde_json::from_slice(body).unwrap_or_default();
    let id = cut(&speaks.server.id);
    let is_known = servers.iter().any(|server| server.id == id);
    is_known.then_some(id)
}

/// How many servers keep all accounts, and say which token each has: those that answer for the account in which they talk,
/// which is in every such folder.
pub fn keepers(link: &Link, servers: &[Server]) -> Result<usize> {
    link.wait(async {
        let mut inbox = link.inbox().await?;
        keeping(link, &mut inbox, servers).await
    })
}

async fn keeping(link: &Link, inbox: &mut Inbox<'_>, servers: &[Server]) -> Result<usize> {
    let named = servers
        .iter()
        .find(|server| !server.system_account.is_empty());
    let Some(named) = named else {
        return Ok(0);
    };
    let subject = lookup(&named.system_account);
    inbox.ask(&subject, "keeping", Vec::new()).await?;
    let mut passed = Passed::new(servers);
    passed.ask(inbox).await?;
    let nobody = BTreeSet::new();
    let deadline = link.deadline();
    let mut keeping = 0;
    while keeping < servers.len() && !passed.is_over(&nobody) {
        match inbox.next(deadline).await {
            Ok(Answer::Of { question, body }) if question == PASSED => passed.take(&body),
            Ok(Answer::Of { .. }) => keeping += 1,
            Ok(Answer::Nobody { .. }) | Err(NetError::Silent(_)) => break,
            Err(error) => return Err(error),
        }
    }
    Ok(keeping)
}

/// What is asked of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Its key.
    pub key: String,
    /// Whether those are asked that keep accounts.
    pub kept: bool,
    /// Whether those are asked that may use it.
    pub used: bool,
}

/// What servers have of an account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// Its key.
    pub key: String,
    /// Every token that is kept, and how many servers keep it. Nobody has looked at it: it may be anything.
    pub kept: Vec<(String, usize)>,
    /// How many of those that keep accounts have none.
    pub absent: usize,
    /// How many of those that keep accounts did not say.
    pub silent: usize,
    /// The token by which each server goes that uses the account, by its identity. Nobody has looked at that either.
    pub used: BTreeMap<String, String>,
    /// Those that know of it and go by no token: others of the cluster have clients there, and it is loaded when one comes to them.
    pub unloaded: BTreeSet<String>,
}

/// Who did not answer all that was asked, and was not waited for again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Silent {
    /// How many of those that keep accounts.
    pub keeping: usize,
    /// Those that may use accounts, by their identities.
    pub using: BTreeSet<String>,
}

/// Asks for accounts, as many at a time as servers keep up with, and shows what there is of each as soon as it is known, in
/// whatever order. ^C ends it.
pub fn each(
    link: &Link,
    servers: &[Server],
    keepers: usize,
    wanted: &[Wanted],
    show: &mut dyn FnMut(Held),
) -> Result<Silent> {
    link.interruptible();
    link.wait(async {
        let mut asking = Asking {
            link,
            inbox: link.inbox().await?,
            servers,
            expected: keepers,
            wanted,
            window: (ANSWERS / (servers.len() + keepers).max(1)).clamp(1, WINDOW),
            silent: Silent::default(),
            open: HashMap::new(),
        };
        asking.run(show).await?;
        Ok(asking.silent)
    })
}

/// Before the number of an account in the name of a question: which it is.
const KEPT: char = 'k';
const IN_USE: char = 'u';

/// An account that is asked for.
#[derive(Default)]
struct Open {
    held: Held,
    /// How many of those that keep accounts answered; nothing where none is waited for.
    answers: Option<usize>,
    /// Who answered that may use it; nothing where nobody is waited for.
    heard: Option<BTreeSet<String>>,
}

struct Asking<'a> {
    link: &'a Link,
    inbox: Inbox<'a>,
    servers: &'a [Server],
    /// How many answers come from those that keep accounts.
    expected: usize,
    wanted: &'a [Wanted],
    window: usize,
    silent: Silent,
    open: HashMap<usize, Open>,
}

impl Asking<'_> {
    async fn run(&mut self, show: &mut dyn FnMut(Held)) -> Result<()> {
        let mut next = 0;
        let mut deadline = self.link.deadline();
        while next < self.wanted.len() || !self.open.is_empty() {
            while self.open.len() < self.window && next < self.wanted.len() {
                self.begin(next).await?;
                self.close(next, show);
                next += 1;
            }
            if self.open.is_empty() {
                continue;
            }
            let came = match self.inbox.next(deadline).await {
                Ok(Answer::Of { question, body }) => self.take(&question, body, show),
                Ok(Answer::Nobody { question }) => self.nobody(&question, show),
                Err(NetError::Silent(_)) => {
                    self.give_up(show)?;
                    true
                }
                Err(error) => return Err(error),
            };
            if came {
                deadline = self.link.deadline();
            }
        }
        Ok(())
    }

    async fn begin(&mut self, place: usize) -> Result<()> {
        let wanted = &self.wanted[place];
        let mut open = Open::default();
        open.held.key.clone_from(&wanted.key);
        if wanted.kept && self.expected > 0 {
            open.answers = Some(0);
            let question = format!("{KEPT}{place}");
            self.inbox
                .ask(&lookup(&wanted.key), &question, Vec::new())
                .await?;
        }
        if wanted.used {
            open.heard = Some(BTreeSet::new());
            let body = serde_json::json!({ "account": wanted.key }).to_string();
            let question = format!("{IN_USE}{place}");
            self.inbox.ask(USED, &question, body.into_bytes()).await?;
        }
        self.open.insert(place, open);
        Ok(())
    }

    /// Takes an answer, and says whether it is of any use.
    fn take(&mut self, question: &str, body: Vec<u8>, show: &mut dyn FnMut(Held)) -> bool {
        let Some((place, kind)) = place_of(question) else {
            return false;
        };
        // What comes when nobody waits for it any longer.
        let Some(open) = self.open.get_mut(&place) else {
            return false;
        };
        let is_of_use = match kind {
            KEPT => open.keeps(body),
            _ => open.uses(&body, self.servers),
        };
        is_of_use && {
            self.close(place, show);
            true
        }
    }

    /// Nobody is there who keeps accounts, or says what is in use.
    fn nobody(&mut self, question: &str, show: &mut dyn FnMut(Held)) -> bool {
        let Some((place, kind)) = place_of(question) else {
            return false;
        };
        let Some(open) = self.open.get_mut(&place) else {
            return false;
        };
        if kind == KEPT {
            open.answers = None;
        } else {
            open.heard = None;
        }
        self.close(place, show);
        true
    }

    /// Shows an account of which everybody has said what there is.
    fn close(&mut self, place: usize, show: &mut dyn FnMut(Held)) {
        let Some(open) = self.open.get(&place) else {
            return;
        };
        let is_silent = |server: &Server| self.silent.using.contains(&server.id);
        let keep_open = open.answers.is_some_and(|came| came < self.expected);
        let use_open = open.heard.as_ref().is_some_and(|heard| {
            let mut servers = self.servers.iter();
            servers.any(|server| !heard.contains(&server.id) && !is_silent(server))
        });
        if keep_open || use_open {
            return;
        }
        if let Some(mut open) = self.open.remove(&place) {
            let all = self.expected + self.silent.keeping;
            open.held.silent = open.answers.map_or(0, |came| all.saturating_sub(came));
            show(open.held);
        }
    }

    /// Those that have not answered by now will not: what is under way goes on without them.
    fn give_up(&mut self, show: &mut dyn FnMut(Held)) -> Result<()> {
        let came = self.open.values().filter_map(|open| open.answers);
        let most = came.filter(|came| *came < self.expected).max();
        if let Some(most) = most {
            self.silent.keeping += self.expected - most;
            self.expected = most;
        }
        for open in self.open.values() {
            let Some(heard) = &open.heard else {
                continue;
            };
            let servers = self.servers.iter().map(|server| &server.id);
            let unheard = servers.filter(|id| !heard.contains(*id)).cloned();
            self.silent.using.extend(unheard);
        }
        let nobody_keeps = most == Some(0);
        if nobody_keeps || self.silent.using.len() == self.servers.len() {
            return Err(NetError::Silent(self.link.patience()));
        }
        // Of those of which fewer said what they keep, the others said nothing.
        let places: Vec<usize> = self.open.keys().copied().collect();
        for place in places {
            if let Some(open) = self.open.get_mut(&place)
                && open.answers.is_some_and(|came| came < self.expected)
            {
                let came = open.answers.take().unwrap_or_default();
                open.held.silent = self.expected + self.silent.keeping - came;
            }
            self.close(place, show);
        }
        Ok(())
    }
}

impl Open {
    fn keeps(&mut self, body: Vec<u8>) -> bool {
        let Some(came) = &mut self.answers else {
            return false;
        };
        *came += 1;
        if body.is_empty() {
            self.held.absent += 1;
            return true;
        }
        let token = text(body);
        let known = self.held.kept.iter_mut().find(|(text, _)| *text == token);
        match known {
            Some((_, servers)) => *servers += 1,
            None => self.held.kept.push((token, 1)),
        }
        true
    }

    fn uses(&mut self, body: &[u8], servers: &[Server]) -> bool {
        let Some(heard) = &mut self.heard else {
            return false;
        };
        let Ok(used) = serde_json::from_slice::<Used>(body) else {
            return false;
        };
        if used.is_refused() {
            return false;
        }
        let id = cut(&used.server.id);
        let is_known = servers.iter().any(|server| server.id == id);
        if !is_known || !heard.insert(id.clone()) {
            return false;
        }
        let token = used.data.account_detail.jwt;
        match token.is_empty() {
            true => drop(self.held.unloaded.insert(id)),
            false => drop(self.held.used.insert(id, text(token.into_bytes()))),
        }
        true
    }
}

/// A token as it is looked at. What is longer than any is, or no text, is not kept in mind.
fn text(body: Vec<u8>) -> String {
    let unreadable = || "?".to_owned();
    if body.len() > MAX_TOKEN_LEN {
        return unreadable();
    }
    String::from_utf8(body).unwrap_or_else(|_| unreadable())
}

/// Which account a question is about, and what it asks.
fn place_of(question: &str) -> Option<(usize, char)> {
    let kind = question.chars().next()?;
    let place = question.strip_prefix([KEPT, IN_USE])?.parse().ok()?;
    Some((place, kind))
}
