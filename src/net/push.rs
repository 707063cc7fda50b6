//! Giving accounts to servers. As many are under way as the servers keep up with, every server's answer is waited for, and
//! what was stored is asked for again and compared.

use std::collections::{BTreeMap, HashMap};

use super::answer::Update;
use super::cluster::Server;
use super::link::{Answer, Inbox, Link, cut};
use super::{NetError, Result};

/// How many accounts are under way at a time.
const WINDOW: usize = 256;

/// An account as servers are to have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// What people call it.
    pub name: String,
    /// Its key.
    pub key: String,
    /// Its token.
    pub token: String,
}

/// What a server did with an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It has it now.
    Updated,
    /// It keeps only accounts that somebody uses, and nobody uses this one there: it will ask for it when it needs it.
    Skipped,
    /// It would not take it, for that reason.
    Refused(String),
    /// It did not answer.
    Silent,
}

/// What servers that keep accounts say when they are asked for one again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// How many have what was pushed.
    pub same: usize,
    /// How many have something else.
    pub other: usize,
}

/// What became of an account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pushed {
    /// What each server did, by its identity.
    pub outcomes: BTreeMap<String, Outcome>,
    /// What servers have afterwards.
    pub kept: Kept,
    /// How many were asked for it again.
    pub asked: usize,
}

impl Pushed {
    /// Whether every server took it, and those that keep accounts have just this.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let taken = |outcome: &Outcome| matches!(outcome, Outcome::Updated | Outcome::Skipped);
        !self.outcomes.is_empty()
            && self.outcomes.values().all(taken)
            && self.kept.other == 0
            && self.kept.same == self.asked
    }
}

/// How far it came, and why no further.
#[derive(Debug)]
pub struct Report {
    /// What became of each account, in their order; those that were not reached have no outcomes.
    pub pushed: Vec<Pushed>,
    /// Whether servers keep accounts at all, or have them from their configuration until they start again.
    pub keeping: usize,
    /// What ended it before all was done.
    pub ended: Option<NetError>,
}

/// Gives accounts to those servers.
pub fn push(
    link: &Link,
    servers: &[Server],
    accounts: &[Account],
    progress: &mut dyn FnMut(usize),
) -> Result<Report> {
    link.wait(async {
        let keeping = match accounts.first() {
            Some(first) => keeping(link, &first.key, servers.len()).await?,
            None => 0,
        };
        let mut work = Work {
            inbox: link.inbox().await?,
            servers,
            accounts,
            keeping,
            silent: Vec::new(),
            open: HashMap::new(),
            pushed: vec![Pushed::default(); accounts.len()],
            done: 0,
        };
        let ended = work.run(progress).await.err();
        Ok(Report {
            pushed: work.pushed,
            keeping,
            ended,
        })
    })
}

fn lookup(key: &str) -> String {
    format!("$SYS.REQ.ACCOUNT.{key}.CLAIMS.LOOKUP")
}

/// How many servers answer when they are asked for an account: those that keep all of them.
async fn keeping(link: &Link, key: &str, servers: usize) -> Result<usize> {
    let mut came = 0;
    let enough = |_: &[u8]| {
        came += 1;
        came >= servers
    };
    match link.gather(&lookup(key), Vec::new(), enough).await {
        Ok(answers) => Ok(answers.len()),
        Err(NetError::Nobody(_) | NetError::Silent(_)) => Ok(0),
        Err(error) => Err(error),
    }
}

/// An account that is under way.
#[derive(Clone, Copy)]
enum Stage {
    /// Servers are to take it.
    Updating,
    /// It is asked for again.
    Asking,
}

struct Work<'a> {
    inbox: Inbox<'a>,
    servers: &'a [Server],
    accounts: &'a [Account],
    keeping: usize,
    /// Servers that did not answer once are not waited for again.
    silent: Vec<&'a str>,
    open: HashMap<usize, Stage>,
    pushed: Vec<Pushed>,
    done: usize,
}

impl Work<'_> {
    async fn run(&mut self, progress: &mut dyn FnMut(usize)) -> Result<()> {
        let mut next = 0;
        while self.done < self.accounts.len() {
            while self.open.len() < WINDOW && next < self.accounts.len() {
                self.give(next).await?;
                next += 1;
            }
            match self.inbox.next().await {
                Ok(Answer::Of { question, body }) => self.take(&question, &body).await?,
                Ok(Answer::Nobody { question }) => self.nobody(&question),
                Err(NetError::Silent(_)) => self.give_up().await?,
                Err(error) => return Err(error),
            }
            progress(self.done);
        }
        Ok(())
    }

    /// Every server that serves accounts of operators answers to this subject, whatever it keeps them in.
    async fn give(&mut self, place: usize) -> Result<()> {
        let account = &self.accounts[place];
        let subject = format!("$SYS.REQ.ACCOUNT.{}.CLAIMS.UPDATE", account.key);
        self.open.insert(place, Stage::Updating);
        let body = account.token.clone().into_bytes();
        self.inbox.ask(&subject, &place.to_string(), body).await
    }

    async fn take(&mut self, question: &str, body: &[u8]) -> Result<()> {
        let (question, asking) = match question.strip_prefix('k') {
            Some(question) => (question, true),
            None => (question, false),
        };
        let Some(place) = question
            .parse()
            .ok()
            .filter(|place| self.open.contains_key(place))
        else {
            return Ok(());
        };
        if asking {
            self.compare(place, body);
            return Ok(());
        }
        let Ok(update) = serde_json::from_slice::<Update>(body) else {
            // Nobody knows whose answer it is: it counts for none.
            return Ok(());
        };
        let outcome = match update.result() {
            Ok(message) if message.contains("skipped") => Outcome::Skipped,
            Ok(_) => Outcome::Updated,
            Err(reason) => Outcome::Refused(reason),
        };
        self.pushed[place]
            .outcomes
            .insert(cut(&update.server.id), outcome);
        self.go_on(place).await
    }

    /// Asks for it again when every server has answered.
    async fn go_on(&mut self, place: usize) -> Result<()> {
        let outcomes = &self.pushed[place].outcomes;
        let waits = |server: &&Server| {
            !outcomes.contains_key(&server.id) && !self.silent.contains(&server.id.as_str())
        };
        if !matches!(self.open.get(&place), Some(Stage::Updating))
            || self.servers.iter().any(|server| waits(&server))
        {
            return Ok(());
        }
        for server in &self.silent {
            let outcomes = &mut self.pushed[place].outcomes;
            outcomes
                .entry((*server).to_owned())
                .or_insert(Outcome::Silent);
        }
        let taken = |outcome: &Outcome| *outcome == Outcome::Updated;
        let asked = self.keeping.saturating_sub(self.silent.len());
        if asked == 0 || !self.pushed[place].outcomes.values().any(taken) {
            self.close(place);
            return Ok(());
        }
        self.pushed[place].asked = asked;
        self.open.insert(place, Stage::Asking);
        let subject = lookup(&self.accounts[place].key);
        self.inbox
            .ask(&subject, &format!("k{place}"), Vec::new())
            .await
    }

    fn compare(&mut self, place: usize, body: &[u8]) {
        let pushed = &mut self.pushed[place];
        if body == self.accounts[place].token.as_bytes() {
            pushed.kept.same += 1;
        } else {
            pushed.kept.other += 1;
        }
        if pushed.kept.same + pushed.kept.other >= pushed.asked {
            self.close(place);
        }
    }

    /// Nobody is there who could take accounts, or keeps them.
    fn nobody(&mut self, question: &str) {
        if let Ok(place) = question.trim_start_matches('k').parse() {
            self.close(place);
        }
    }

    fn close(&mut self, place: usize) {
        self.done += usize::from(self.open.remove(&place).is_some());
    }

    /// Those that have not answered by now will not: what is under way goes on without them.
    async fn give_up(&mut self) -> Result<()> {
        let open: Vec<(usize, Stage)> = self
            .open
            .iter()
            .map(|(place, stage)| (*place, *stage))
            .collect();
        for (place, stage) in &open {
            if matches!(stage, Stage::Asking) {
                self.close(*place);
                continue;
            }
            for server in self.servers {
                let answered = self.pushed[*place].outcomes.contains_key(&server.id);
                if !answered && !self.silent.contains(&server.id.as_str()) {
                    self.silent.push(&server.id);
                }
            }
        }
        for (place, stage) in open {
            if matches!(stage, Stage::Updating) {
                self.go_on(place).await?;
            }
        }
        Ok(())
    }
}
