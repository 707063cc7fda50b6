//! The users of the store, logging in: those that it lets in have to get in at each address, and the others must not.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use serde_json::{Value, json};

use super::report::{Report, Subject};
use crate::clock::UnixSeconds;
use crate::cmd::Ctx;
use crate::cmd::servers::had::{Ours, named};
use crate::cmd::servers::row::read;
use crate::jwt::chain::{self, AsOf};
use crate::net::NetError;
use crate::net::cluster::Server;
use crate::net::entrance::{Attempt, Door, attempts};
use crate::net::link::{Login, Place};
use crate::nkey::PublicKey;
use crate::store::keyring::Keyring;
use crate::store::record::EntityKind;
use crate::store::sqlite::SqliteStore;
use crate::store::{Listed, Records, Store as _, StoreError};
use crate::text::{counted, noted, quoted, shell_word, some};
use crate::trust::TrustError;
use crate::trust::entrance::Guest;
use crate::trust::running::{Code, Finding};
use crate::ui::Failure;
use crate::ui::progress::Progress;

/// Where they log in.
pub struct Doors<'a> {
    /// What servers must show.
    pub place: &'a Place,
    /// How long nothing may come.
    pub patience: Duration,
    /// Addresses at which somebody lets us in.
    pub doors: &'a [Door],
    /// The servers that there are.
    pub servers: &'a [Server],
}

/// Who logged in.
#[derive(Default)]
pub struct Tried {
    /// Logins that were let in, and are to be.
    let_in: usize,
    /// Logins that were refused, and are to be.
    kept_out: usize,
    /// Who was refused, and may have to be.
    unclear: BTreeSet<[String; 2]>,
    /// Who was refused since it is not the time.
    out_of_hours: BTreeSet<[String; 2]>,
    /// Who did not try, by the reason.
    untried: BTreeMap<&'static str, Vec<[String; 2]>>,
}

impl Tried {
    pub fn say(&self, ctx: &Ctx) {
        for (reason, users) in &self.untried {
            let users = titled(users);
            ctx.ui.note(&format!("{users} did not try: {reason}"));
        }
        if !self.unclear.is_empty() {
            let were = if self.unclear.len() == 1 {
                "was"
            } else {
                "were"
            };
            let users = titled(&self.unclear);
            ctx.ui.note(&format!(
                "{users} {were} refused, and may come at some times or from some networks alone"
            ));
        }
        if !self.out_of_hours.is_empty() {
            let were = match self.out_of_hours.len() {
                1 => "was",
                _ => "were",
            };
            let users = titled(&self.out_of_hours);
            ctx.ui.note(&format!(
                "{users} {were} refused as it is not the time: nobody knows of them whether they get in when it is"
            ));
        }
        ctx.ui.note(&format!(
            "{} let in as the store has it, and {} refused",
            were(self.let_in),
            were(self.kept_out)
        ));
    }

    pub fn json(&self) -> Value {
        let untried = self.untried.iter().flat_map(|(reason, users)| {
            users
                .iter()
                .map(move |[account, user]| json!({ "account": account, "user": user, "reason": reason }))
        });
        let named = |users: &BTreeSet<[String; 2]>| -> Vec<Value> {
            let users = users.iter();
            users
                .map(|[account, user]| json!({ "account": account, "user": user }))
                .collect()
        };
        json!({
            "let_in": self.let_in,
            "kept_out": self.kept_out,
            "unclear": named(&self.unclear),
            "out_of_hours": named(&self.out_of_hours),
            "untried": untried.collect::<Vec<_>>(),
        })
    }

    fn leave_out(&mut self, user: &User, reason: &'static str) {
        let name = [user.account.clone(), user.name.clone()];
        self.untried.entry(reason).or_default().push(name);
    }
}

/// Users, each by its account and its name.
fn titled<'a>(users: impl IntoIterator<Item = &'a [String; 2]>) -> String {
    let users: Vec<String> = users
        .into_iter()
        .map(|[account, user]| format!("{} of {}", quoted(user), quoted(account)))
        .collect();
    let which = if users.len() == 1 { "user" } else { "users" };
    format!("{which} {}", some(&users))
}

fn were(logins: usize) -> String {
    let were = if logins == 1 { "was" } else { "were" };
    format!("{} {were}", counted(logins, "login"))
}

/// A user of the store.
struct User {
    account: String,
    name: String,
    key: String,
    guest: Guest,
}

/// Has them log in, and adds what is otherwise than in the store.
pub fn run(
    ctx: &Ctx,
    store: &mut SqliteStore,
    ours: &Ours,
    doors: &Doors<'_>,
    report: &mut Report,
) -> Result<(), Failure> {
    let keyring = ctx.keyring(store)?;
    let now = ctx.clock.now();
    let mut tried = Tried::default();
    let (users, rounds) = store.read(|records| {
        let mut planned = Planned {
            doors: visited(doors.doors, doors.servers),
            tried: &mut tried,
            users: Vec::new(),
            tries: Vec::new(),
            rounds: Vec::new(),
        };
        for account in ours.accounts.values() {
            planned.account(records, &*keyring, ours, account, now)?;
        }
        Ok::<_, TrustError>(((planned.users, planned.tries), planned.rounds))
    })?;
    let (users, tries) = users;
    let done = Arc::new(AtomicU64::new(0));
    let shown = ctx
        .ui
        .is_waited_for()
        .then(|| Progress::shown("tried", Arc::clone(&done), tries.len() as u64));
    let mut came = Vec::new();
    let ended = attempts(
        doors.place,
        rounds,
        doors.patience,
        &mut |number, result| {
            done.fetch_add(1, Ordering::Relaxed);
            came.push((number, result));
        },
    );
    drop(shown);
    ended?;
    came.sort_by_key(|(number, _)| *number);
    for (number, result) in came {
        let (user, server) = &tries[number];
        let user = &users[*user];
        let server = quoted(named(doors.servers, server));
        match (&user.guest.shut, result) {
            (None, Ok(_)) => tried.let_in += 1,
            (Some(_), Err(_)) => {
                tried.kept_out += 1;
                if user.guest.out_of_hours {
                    let name = [user.account.clone(), user.name.clone()];
                    tried.out_of_hours.insert(name);
                }
            }
            (None, Err(NetError::Refused(_))) if user.guest.sometimes => {
                tried
                    .unclear
                    .insert([user.account.clone(), user.name.clone()]);
            }
            (None, Err(error)) => {
                report.add(user.subject(), user.refused(&server, &error.reason()))
            }
            (Some(reason), Ok(_)) => report.add(user.subject(), user.let_in(&server, reason)),
        }
    }
    report.tried = Some(tried);
    Ok(())
}

/// Servers of which no address was given: nobody goes there.
pub fn unvisited(doors: &[Door], servers: &[Server], report: &mut Report) {
    let visited: BTreeSet<&String> = doors
        .iter()
        .filter_map(|door| door.server.as_ref().ok())
        .collect();
    for server in servers {
        if !visited.contains(&server.id) {
            let message = "nobody logged in there: no address of it was given";
            let hint = "nkeep verify --connect -u nats://HOST:4222,nats://OTHER:4222";
            let finding = Finding::new(Code::ServerNoAddress, message).hint(hint);
            report.add(Subject::Server(server.clone()), finding);
        }
    }
}

/// Addresses by the identity of the server that is there, in the order in which servers stand.
fn visited(doors: &[Door], servers: &[Server]) -> Vec<(String, Vec<String>)> {
    let mut visited: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for door in doors {
        if let Ok(server) = &door.server {
            visited
                .entry(server.clone())
                .or_default()
                .push(door.url.clone());
        }
    }
    let place = |id: &String| servers.iter().position(|server| server.id == *id);
    let mut visited: Vec<(String, Vec<String>)> = visited.into_iter().collect();
    visited.sort_by_key(|(id, _)| place(id).unwrap_or(servers.len()));
    visited
}

/// Who logs in where.
struct Planned<'a> {
    doors: Vec<(String, Vec<String>)>,
    tried: &'a mut Tried,
    users: Vec<User>,
    /// The place of a user in that list, and the identity of a server.
    tries: Vec<(usize, String)>,
    rounds: Vec<Vec<Attempt>>,
}

impl Planned<'_> {
    /// The users of an account, one after the other.
    fn account(
        &mut self,
        records: &dyn Records,
        keyring: &dyn Keyring,
        ours: &Ours,
        (listed, token): &(Listed, String),
        now: UnixSeconds,
    ) -> Result<(), TrustError> {
        let trusted = chain::account(read(token)?, &ours.operator.trusted, AsOf::Time(now))
            .map_err(|distrust| distrust.to_string());
        let key: PublicKey = listed.key.parse()?;
        let mut all = Vec::new();
        records.each_token(EntityKind::User, &key, &mut |user| {
            all.push(user);
            Ok(())
        })?;
        let mut round = Vec::new();
        for (user, token) in all {
            let account = trusted.as_ref().map_err(String::as_str);
            let guest = Guest::of(&token, account, &ours.operator, now)
                .map_err(|reason| TrustError::Store(StoreError::Refused(reason)))?;
            let user = User {
                account: listed.name.clone(),
                name: user.name,
                key: user.key,
                guest,
            };
            self.user(records, keyring, user, token, &mut round)?;
        }
        // Where connections are counted, each waits for the one before to hang up.
        let counted = trusted
            .as_ref()
            .is_ok_and(|account| account.claims().body.limits.conn >= 0);
        match counted {
            true => self.rounds.push(round),
            false => self.rounds.extend(round.into_iter().map(|one| vec![one])),
        }
        Ok(())
    }

    fn user(
        &mut self,
        records: &dyn Records,
        keyring: &dyn Keyring,
        user: User,
        token: String,
        round: &mut Vec<Attempt>,
    ) -> Result<(), TrustError> {
        if user.guest.proxied {
            self.tried.leave_out(&user, "a proxy alone brings them in");
            return Ok(());
        }
        let login = match records.key(&user.key.parse()?)? {
            _ if user.guest.bearer => Login::bearer(token),
            Some(record) if record.sealed.is_some() => {
                let seed = keyring.unseal(&record, records.store_id())?;
                Login::new(token, seed.signing_pair()?)
            }
            _ => {
                self.tried
                    .leave_out(&user, "their seeds are not in the store");
                return Ok(());
            }
        };
        let before = round.len();
        for (server, urls) in &self.doors {
            let Some(url) = urls.iter().find(|url| user.guest.may_use(url)) else {
                continue;
            };
            round.push(Attempt {
                number: self.tries.len(),
                url: url.clone(),
                login: login.clone(),
            });
            self.tries.push((self.users.len(), server.clone()));
        }
        if round.len() == before && !self.doors.is_empty() {
            let reason = "their connection types are others than those of the addresses";
            self.tried.leave_out(&user, reason);
        }
        self.users.push(user);
        Ok(())
    }
}

impl User {
    fn subject(&self) -> Subject {
        Subject::User([self.name.clone(), self.key.clone(), self.account.clone()])
    }

    fn refused(&self, server: &str, reason: &str) -> Finding {
        let message = format!("server {server} does not let it in: {reason}");
        let (user, account) = (shell_word(&self.name), shell_word(&self.account));
        let why = "says what it may, and from when to when";
        let hint = noted(format!("nkeep describe user {user} -a {account}"), why);
        Finding::new(Code::UserRefused, message).hint(hint)
    }

    fn let_in(&self, server: &str, reason: &str) -> Finding {
        let message = format!("server {server} lets it in, and must not: {reason}");
        let account = shell_word(&self.account);
        let hint = noted(
            format!("nkeep push -a {account}"),
            "gives servers what is here",
        );
        Finding::new(Code::UserLetIn, message).hint(hint)
    }
}
