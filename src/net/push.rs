//! Giving accounts to servers. As many are under way as the servers keep up with, every server's answer is waited for, and
//! what was stored is asked for again and compared.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::answer::Update;
use super::cluster::Server;
use super::held::{ANSWERS, WINDOW, lookup};
use super::link::{Answer, Inbox, Link, cut};
use super::{NetError, Result};

/// Strangers are counted up to here.
const MOST: usize = 100;

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
            && self.kept.same >= self.asked
    }

    /// Whether a server has it that keeps it when it starts again, and said so when it was asked for it.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.is_whole() && self.kept.same > 0
    }

    /// Whether no server has it from this: none of them uses it, and none keeps what it does not use.
    #[must_use]
    pub fn is_nowhere(&self) -> bool {
        !self.outcomes.is_empty()
            && self
                .outcomes
                .values()
                .all(|outcome| *outcome == Outcome::Skipped)
    }
}

/// How far it came, and why no further.
#[derive(Debug)]
pub struct Report {
    /// What became of each account, in their order; those that were not reached have no outcomes.
    pub pushed: Vec<Pushed>,
    /// How many servers keep all accounts; others have them until they start again, or need them no more.
    pub keeping: usize,
    /// Servers that took accounts and are none of those whose trust was looked at, by their identities.
    pub strangers: BTreeSet<String>,
    /// How many answers made no sense.
    pub senseless: usize,
    /// What ended it before all was done.
    pub ended: Option<NetError>,
}

/// Gives accounts to those servers, so many of which keep all, and says after each how many are done. ^C ends it with a report, too.
pub fn push(
    link: &Link,
    servers: &[Server],
    keepers: usize,
    accounts: &[Account],
    progress: &mut dyn FnMut(usize),
) -> Result<Report> {
    link.interruptible();
    link.wait(async {
        let inbox = link.inbox().await?;
        let mut work = Work {
            link,
            inbox,
            servers,
            accounts,
            window: (ANSWERS / servers.len().max(1)).clamp(1, WINDOW),
            silent: Vec::new(),
            open: HashMap::new(),
            done: 0,
            report: Report {
                pushed: vec![Pushed::default(); accounts.len()],
                keeping: keepers,
                strangers: BTreeSet::new(),
                senseless: 0,
                ended: None,
            },
        };
        work.report.ended = work.run(progress).await.err();
        Ok(work.report)
    })
}

/// Where an account is that is under way.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Servers are to take it.
    Updating,
    /// It is asked for again.
    Asking,
}

/// Before the number of an account in the name of a question: whether servers have it.
const ASKING: char = 'k';

struct Work<'a> {
    link: &'a Link,
    inbox: Inbox<'a>,
    servers: &'a [Server],
    accounts: &'a [Account],
    window: usize,
    /// Servers that did not answer once are not waited for again.
    silent: Vec<&'a str>,
    open: HashMap<usize, Stage>,
    done: usize,
    report: Report,
}

impl Work<'_> {
    async fn run(&mut self, progress: &mut dyn FnMut(usize)) -> Result<()> {
        let mut next = 0;
        let mut deadline = self.link.deadline();
        while self.done < self.accounts.len() {
            while self.open.len() < self.window && next < self.accounts.len() {
                self.give(next).await?;
                next += 1;
            }
            let came = match self.inbox.next(deadline).await {
                Ok(Answer::Of { question, body }) => self.take(&question, &body).await?,
                Ok(Answer::Nobody { question }) => self.nobody(&question),
                Err(NetError::Silent(_)) => {
                    self.give_up().await?;
                    true
                }
                Err(error) => return Err(error),
            };
            if came {
                deadline = self.link.deadline();
                progress(self.done);
            }
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

    /// Takes an answer, and says whether it is of any use.
    async fn take(&mut self, question: &str, body: &[u8]) -> Result<bool> {
        let (number, stage) = match question.strip_prefix(ASKING) {
            Some(number) => (number, Stage::Asking),
            None => (question, Stage::Updating),
        };
        let Ok(place) = number.parse::<usize>() else {
            return Ok(false);
        };
        // What comes when nobody waits for it any longer.
        if self.open.get(&place) != Some(&stage) {
            return Ok(false);
        }
        if stage == Stage::Asking {
            self.compare(place, body);
            return Ok(true);
        }
        let update: Update = serde_json::from_slice(body).unwrap_or_default();
        let outcome = match update.result(&self.accounts[place].key) {
            Some(Ok(message)) if message.contains("skipped") => Outcome::Skipped,
            Some(Ok(_)) => Outcome::Updated,
            Some(Err(reason)) => Outcome::Refused(reason),
            // Nobody knows what it says, or of whom: it counts for none.
            None => {
                self.report.senseless += 1;
                return Ok(false);
            }
        };
        let server = cut(&update.server.id);
        if self.servers.iter().all(|known| known.id != server) {
            if self.report.strangers.len() < MOST {
                self.report.strangers.insert(server);
            }
            return Ok(false);
        }
        let outcomes = &mut self.report.pushed[place].outcomes;
        if outcomes.contains_key(&server) {
            return Ok(false);
        }
        outcomes.insert(server, outcome);
        self.go_on(place).await?;
        Ok(true)
    }

    /// Asks for it again when every server has answered.
    async fn go_on(&mut self, place: usize) -> Result<()> {
        let outcomes = &mut self.report.pushed[place].outcomes;
        let waits = |server: &Server| {
            !outcomes.contains_key(&server.id) && !self.silent.contains(&server.id.as_str())
        };
        if self.servers.iter().any(waits) {
            return Ok(());
        }
        for server in &self.silent {
            outcomes
                .entry((*server).to_owned())
                .or_insert(Outcome::Silent);
        }
        let updated = outcomes
            .values()
            .filter(|outcome| **outcome == Outcome::Updated)
            .count();
        let asked = self.report.keeping.min(updated);
        if asked == 0 {
            self.close(place);
            return Ok(());
        }
        self.report.pushed[place].asked = asked;
        self.open.insert(place, Stage::Asking);
        let subject = lookup(&self.accounts[place].key);
        self.inbox
            .ask(&subject, &format!("{ASKING}{place}"), Vec::new())
            .await
    }

    /// Servers do not say who they are here: answers are counted.
    fn compare(&mut self, place: usize, body: &[u8]) {
        let pushed = &mut self.report.pushed[place];
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
    fn nobody(&mut self, question: &str) -> bool {
        let place = question.trim_start_matches(ASKING).parse();
        place.is_ok_and(|place| self.close(place))
    }

    fn close(&mut self, place: usize) -> bool {
        let was_open = self.open.remove(&place).is_some();
        self.done += usize::from(was_open);
        was_open
    }

    /// Those that have not answered by now will not: what is under way goes on without them.
    async fn give_up(&mut self) -> Result<()> {
        let open: Vec<(usize, Stage)> = self
            .open
            .iter()
            .map(|(place, stage)| (*place, *stage))
            .collect();
        let (updating, asking): (Vec<_>, Vec<_>) = open
            .into_iter()
            .partition(|(_, stage)| *stage == Stage::Updating);
        for (place, _) in asking {
            self.close(place);
        }
        for (place, _) in &updating {
            for server in self.servers {
                let answered = self.report.pushed[*place].outcomes.contains_key(&server.id);
                if !answered && !self.silent.contains(&server.id.as_str()) {
                    self.silent.push(&server.id);
                }
            }
        }
        for (place, _) in updating {
            self.go_on(place).await?;
        }
        if self.silent.len() == self.servers.len() {
            return Err(NetError::Silent(self.link.patience()));
        }
        Ok(())
    }
}
