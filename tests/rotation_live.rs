//! A rotation loses nobody: three real servers, clients of 20 accounts that come to them all the time, and every step shown by
//! evidence, there and back. What is done in one step locks clients out.
//!
//! `NKEEP_CONNECTS` says how many logins each rotation is to last for at least.

#![cfg(all(unix, feature = "net"))]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking; logins are counted"
)]

use crate::common;

use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::time::{Duration, Instant};

use common::coming::Coming;
use common::copies::{copy_of, creds};
use common::crowd::accounts_with_users;
use common::refusal::said;
use common::servers::{Client, Server, cluster, newest};
use common::{live, live_at, live_estate, live_line};

const SERVERS: &str = "server-0,server-1,server-2";

/// What servers are started with while there are two operators, the first of them first.
const OLD_FIRST: &[&str] = &["--operators", "ACME,ACME.next"];
const NEW_FIRST: &[&str] = &["--operators", "ACME,ACME.before"];
const ALONE: &[&str] = &["--operators", "ACME"];

const NOT_STARTED: &str = "was not started with the operator's token as it is now";
const NOT_BOTH: &str = "was not started with the tokens of both operators";

/// That clients are there still whom the key signed that is to go.
const BY_KEY: &str = "connection";

/// Users whom a role of an account signs.
const MOVERS: [&str; 3] = ["robot", "porter", "packer"];

/// So many are turned away at least by what is done in one step.
const MANY: usize = 100;

/// Three servers that have 20 accounts beside the system account, and clients of each.
struct Estate {
    folder: tempfile::TempDir,
    servers: Vec<Option<Server>>,
    accounts: Vec<String>,
    /// Of one in each account.
    creds: Vec<String>,
    /// Of one in the system account.
    system: String,
    coming: Coming,
}

impl Estate {
    fn new() -> Self {
        let folder = live_estate();
        let home = folder.path();
        let mut accounts = accounts_with_users(home, 19);
        accounts.push("ACME".to_owned());
        for line in [
            "edit signing-key --sk generate --role mover -a ACME",
            "add export -a ACME -s orders.> -p",
            "generate activation -a ACME -t N0 -s orders.> -K mover -o n0.jwt",
            "add import -a N0 --token n0.jwt",
        ] {
            live_line(home, line);
        }
        for user in MOVERS {
            live_line(home, &format!("add user {user} -a ACME -K mover"));
        }
        config(home, &[]);
        let servers = cluster(&newest(), home, 3);
        let mut estate = Self {
            creds: accounts
                .iter()
                .map(|name| creds(home, name, name))
                .collect(),
            system: creds(home, "SYS", "sys"),
            coming: Coming::to(&servers),
            servers: servers.into_iter().map(Some).collect(),
            accounts,
            folder,
        };
        estate.together();
        estate.push();
        let movers = estate.movers();
        estate.hand_out(&[&movers]);
        estate.coming.begin();
        estate.nobody_was_refused();
        estate
    }

    fn home(&self) -> &Path {
        self.folder.path()
    }

    fn urls(&self) -> String {
        let urls: Vec<String> = self.servers.iter().flatten().map(Server::url).collect();
        urls.join(",")
    }

    /// What a server was started with, without what is its own.
    fn started_with(&self, number: usize) -> String {
        let folder = self.home().join(format!("cluster/{number}"));
        let mut had = std::fs::read_to_string(folder.join("nats.conf")).unwrap();
        had.truncate(had.find("\nserver_name:").unwrap());
        had
    }

    /// What servers are to be started with by now.
    fn to_start_with(&self) -> String {
        std::fs::read_to_string(self.home().join("nats.conf")).unwrap()
    }

    fn stop(&mut self, number: usize) {
        self.coming.is_at(number, None);
        self.servers[number].take().unwrap().stop();
    }

    fn start(&mut self, number: usize, config: &str) {
        let server = Server::start(&newest(), &self.configured(number, config));
        self.coming.is_at(number, Some(server.address.clone()));
        self.servers[number] = Some(server);
        self.together();
    }

    /// The folder of a server, which has another configuration by now.
    fn configured(&self, number: usize, config: &str) -> PathBuf {
        let folder = self.home().join(format!("cluster/{number}"));
        let file = folder.join("nats.conf");
        let had = std::fs::read_to_string(&file).unwrap();
        let own = &had[had.find("\nserver_name:").unwrap()..];
        std::fs::write(file, format!("{config}{own}")).unwrap();
        folder
    }

    fn start_again(&mut self, number: usize, config: &str) {
        self.stop(number);
        self.start(number, config);
    }

    /// A server that is stopped and has another configuration refuses to go on.
    fn does_not_start(&mut self, number: usize, config: &str) {
        self.stop(number);
        let folder = self.configured(number, config);
        Server::try_start(&newest(), &folder).unwrap_err();
    }

    /// Starts every server again with the configuration of now, one after the other.
    fn roll(&mut self, more: &[&str]) {
        config(self.home(), more);
        let config = self.to_start_with();
        for number in 0..self.servers.len() {
            self.start_again(number, &config);
        }
        self.nobody_was_refused();
    }

    /// Until every server has heard of every other.
    fn together(&self) {
        let there: Vec<&Server> = self.servers.iter().flatten().collect();
        for server in &there {
            until(|| match self.heard_by(server, there.len()) {
                Ok(heard) if heard < there.len() => Err(format!("{heard} are together")),
                heard => heard.map(drop),
            });
        }
    }

    /// How many answer at a server, of so many.
    fn heard_by(&self, server: &Server, all: usize) -> Result<usize, String> {
        let mut client = Client::connect(&server.address, &self.system)?;
        client.listen("_INBOX.all", 1)?;
        client.publish("$SYS.REQ.SERVER.PING _INBOX.all", "")?;
        let deadline = Instant::now() + Duration::from_millis(500);
        let mut heard = 0;
        while heard < all && Instant::now() < deadline {
            heard += client.came()?.messages.len();
            std::thread::sleep(Duration::from_millis(5));
        }
        Ok(heard)
    }

    /// Asks every server that is there.
    fn collect(&self) {
        let collect = ["rotate", "evidence", "collect", "-u", &self.urls()];
        live_at(self.home(), &collect);
    }

    fn push(&self) {
        let push = ["push", "-A", "-u", &self.urls(), "--servers", "3"];
        live_at(self.home(), &push);
    }

    /// Begins a rotation, for which every server has to answer.
    fn begin(&self, kind: &str, soak: &str) {
        let line = format!("rotate start {kind} --soak {soak} --servers {SERVERS}");
        live_line(self.home(), &line);
    }

    /// Takes a step as soon as nothing is missing for it, by what servers say then.
    fn step(&self, way: &str) {
        until(|| {
            self.collect();
            let output = self.rotate(way);
            (output.status.success().then_some(())).ok_or_else(|| said(&output))
        });
    }

    /// Takes a step that changes accounts, and gives them to the servers.
    fn step_and_push(&self, way: &str) {
        self.step(way);
        self.push();
        self.nobody_was_refused();
    }

    /// A step is refused for that reason, by what is known.
    fn must_wait(&self, way: &str, reason: &str) {
        refused_for(&self.rotate(way), reason).unwrap();
    }

    /// A step is refused for that reason, by what servers say.
    fn is_held(&self, way: &str, reason: &str) {
        until(|| {
            self.collect();
            refused_for(&self.rotate(way), reason)
        });
    }

    fn rotate(&self, way: &str) -> Output {
        live(self.home()).args(["rotate", way]).output().unwrap()
    }

    /// Takes a step though everything is missing for it.
    fn insist(&self) {
        let reason = "to show what comes of it, in a test";
        let next = ["rotate", "next", "--force", "--reason", reason];
        live_at(self.home(), &next);
    }

    /// Creds of those whom the role signs, as they are now.
    fn movers(&self) -> Vec<String> {
        let of = |user: &&str| creds(self.home(), "ACME", user);
        MOVERS.iter().map(of).collect()
    }

    /// Those of the role come with these from now on, and everybody else as before.
    fn hand_out(&self, movers: &[&[String]]) {
        self.coming
            .with([&self.creds, &movers.concat()[..]].concat());
    }

    /// Everybody has been at every server meanwhile, and nobody was turned away.
    fn nobody_was_refused(&self) {
        self.until_came(self.coming.came() + self.coming.round());
        let refused = self.coming.refused();
        assert!(refused.is_empty(), "{} {refused:?}", refused.len());
    }

    fn until_came(&self, count: usize) {
        until(|| match self.coming.came() {
            came if came < count => Err(format!("{came} of {count} have come")),
            _ => Ok(()),
        });
    }

    /// As large a part of those who are to come in a rotation have come since there were so many.
    fn have_come(&self, part: usize, of: usize, before: usize) {
        let all = std::env::var("NKEEP_CONNECTS").map_or(5_000, |text| text.parse().unwrap());
        while self.coming.came() < before + all * part / of {
            self.nobody_was_refused();
        }
        if part == of {
            println!("{} logins in a rotation", self.coming.came() - before);
        }
    }

    fn many_are_refused(&self) {
        until(|| match self.coming.refused().len() {
            few if few < MANY => Err(format!("{few} were refused")),
            _ => Ok(()),
        });
    }

    /// What one of the role publishes arrives in the account that has leave to import it, at another server.
    fn orders_arrive(&self, mover: &str) {
        let at = |number: usize| self.servers[number].as_ref().unwrap().address.clone();
        let mut buyer = Client::connect(&at(0), &self.creds[0]).unwrap();
        buyer.listen("orders.>", 1).unwrap();
        let mut seller = Client::connect(&at(1), mover).unwrap();
        until(|| {
            seller.publish("orders.new", "one").unwrap();
            let came = buyer.came().unwrap();
            (!came.messages.is_empty())
                .then_some(())
                .ok_or("it does not arrive")
        });
    }
}

/// Waits until something is so.
fn until<E: Display>(mut is_so: impl FnMut() -> Result<(), E>) {
    let deadline = Instant::now() + common::LONG;
    while let Err(reason) = is_so() {
        assert!(Instant::now() < deadline, "{reason}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Whether a step was refused for that reason. That it was taken is never right.
fn refused_for(output: &Output, reason: &str) -> Result<(), String> {
    assert_eq!(output.status.code(), Some(6), "{output:?}");
    let text = said(output);
    match text.contains(reason) {
        true => Ok(()),
        false => Err(format!("{text:?} says nothing of {reason:?}")),
    }
}

fn config(home: &Path, more: &[&str]) {
    let file = ["generate", "config", "--config-file", "nats.conf"];
    live_at(
        home,
        &[&file[..], &["--nats-resolver", "--force"], more].concat(),
    );
}

#[test]
fn the_signing_key_of_an_operator_is_replaced_and_nobody_is_turned_away() {
    let mut estate = Estate::new();
    let as_ever = estate.to_start_with();

    // Back before every server has the new key.
    estate.begin("operator-signing-key", "1s");
    estate.must_wait("next", "nothing is known of server \"server-0\"");
    config(estate.home(), &[]);
    estate.start_again(0, &estate.to_start_with());
    estate.is_held("next", &format!("server \"server-1\" {NOT_STARTED}"));
    live_line(estate.home(), "rotate abort");
    estate.start_again(0, &as_ever);

    // Back after everything was signed by it, and from where that is watched.
    estate.begin("operator-signing-key", "1s");
    estate.roll(&[]);
    // One that is down holds the gate until it is back.
    estate.stop(1);
    estate.is_held("next", "nothing is known of server \"server-1\"");
    estate.start(1, &estate.to_start_with());
    estate.collect();
    // One that was started with what it had before is noticed when it is asked again.
    estate.start_again(2, &as_ever);
    estate.is_held("next", &format!("server \"server-2\" {NOT_STARTED}"));
    estate.start_again(2, &estate.to_start_with());
    estate.step("next");
    estate.is_held("next", "has 21 accounts otherwise, or none");
    estate.push();
    estate.nobody_was_refused();
    estate.step_and_push("rollback");
    estate.step_and_push("next");
    estate.step("next");
    estate.step("rollback");
    estate.is_held("abort", "has 21 accounts otherwise, or none");
    estate.push();
    estate.step("abort");
    estate.roll(&[]);

    // To the end, but for two steps back from where the old key is trusted no more.
    let before = estate.coming.came();
    let as_ever = estate.to_start_with();
    estate.begin("operator-signing-key", "1s");
    estate.roll(&[]);
    estate.step_and_push("next");
    estate.step("next");
    estate.must_wait("next", "nothing is known of server \"server-0\"");
    estate.have_come(1, 2, before);
    estate.does_not_start(2, &as_ever);
    estate.is_held("next", "nothing is known of server \"server-2\"");
    estate.start(2, &estate.to_start_with());
    estate.step("next");
    estate.is_held("next", NOT_STARTED);
    estate.roll(&[]);
    estate.step("rollback");
    estate.roll(&[]);
    estate.step_and_push("rollback");
    estate.step_and_push("next");
    estate.step("next");
    estate.step("next");
    estate.roll(&[]);
    estate.have_come(1, 1, before);
    estate.step("next");
    assert!(live_line(estate.home(), "rotate list").contains("done"));
    estate.nobody_was_refused();

    // In one step: what is signed before it is trusted locks clients out of a server that starts again.
    estate.begin("operator-signing-key", "1s");
    estate.insist();
    // With the system account pushed as well, the server would not even start.
    for account in &estate.accounts {
        let push = ["push", "-a", account, "--force", "--servers", "3", "-u"];
        live_at(estate.home(), &[&push[..], &[&estate.urls()]].concat());
    }
    estate.nobody_was_refused();
    estate.start_again(1, &estate.started_with(1));
    estate.many_are_refused();
}

#[test]
fn the_identity_of_an_operator_is_replaced_and_nobody_is_turned_away() {
    let mut estate = Estate::new();

    // Back before every server trusts both.
    estate.begin("operator-identity", "1s");
    config(estate.home(), OLD_FIRST);
    estate.start_again(0, &estate.to_start_with());
    estate.is_held("next", &format!("server \"server-1\" {NOT_BOTH}"));
    live_line(estate.home(), "rotate abort");
    estate.start_again(0, &estate.started_with(1));

    // Back after everything was signed by the new one, and after that stood first.
    estate.begin("operator-identity", "1s");
    estate.roll(OLD_FIRST);
    // One that is down holds the gate until it is back.
    estate.stop(1);
    estate.is_held("next", "nothing is known of server \"server-1\"");
    estate.start(1, &estate.to_start_with());
    estate.step("next");
    estate.is_held("next", "has 21 accounts otherwise, or none");
    estate.push();
    estate.nobody_was_refused();
    estate.step_and_push("rollback");
    estate.step_and_push("next");
    estate.step("next");
    estate.roll(NEW_FIRST);
    estate.step("rollback");
    estate.is_held("abort", "has 21 accounts otherwise, or none");
    estate.push();
    estate.step("abort");
    estate.roll(ALONE);

    // To the end, but for two steps back from where the old one is trusted no more.
    let before = estate.coming.came();
    estate.begin("operator-identity", "1s");
    estate.roll(OLD_FIRST);
    let old_first = estate.to_start_with();
    estate.step_and_push("next");
    estate.step("next");
    estate.roll(NEW_FIRST);
    estate.collect();
    // One that was started with what it had before is noticed when it is asked again.
    estate.start_again(2, &old_first);
    estate.is_held("next", &format!("server \"server-2\" {NOT_BOTH}"));
    estate.start_again(2, &estate.to_start_with());
    estate.have_come(1, 2, before);
    estate.step("next");
    estate.roll(ALONE);
    estate.step("rollback");
    estate.roll(NEW_FIRST);
    estate.step_and_push("rollback");
    estate.roll(OLD_FIRST);
    estate.step_and_push("next");
    estate.step("next");
    estate.roll(NEW_FIRST);
    estate.step("next");
    estate.roll(ALONE);
    estate.have_come(1, 1, before);
    estate.step("next");
    let operators = live_line(estate.home(), "list operators");
    assert!(!operators.contains("before"), "{operators}");
    estate.nobody_was_refused();

    // In one step: servers that have the new one alone trust nothing that they have.
    estate.begin("operator-identity", "1s");
    estate.insist();
    config(estate.home(), ALONE);
    estate.start_again(1, &estate.to_start_with());
    estate.many_are_refused();
}

#[test]
fn the_signing_key_of_an_account_is_replaced_and_nobody_is_turned_away() {
    let mut estate = Estate::new();
    let kind = "account-signing-key -a ACME --key mover";
    let old = estate.movers();

    // Back before it signs.
    estate.begin(kind, "1s");
    estate.push();
    estate.nobody_was_refused();
    live_line(estate.home(), "rotate abort");
    estate.push();
    estate.nobody_was_refused();

    // Back after it signed, and from where that is watched. What it signed meanwhile is taken until it is of no use to anybody.
    estate.begin(kind, "1s");
    estate.is_held("next", "has 1 account otherwise, or none");
    estate.push();
    estate.step_and_push("next");
    let new = estate.movers();
    estate.hand_out(&[&old, &new]);
    estate.orders_arrive(&old[0]);
    estate.roll(&[]);
    estate.step_and_push("rollback");
    estate.orders_arrive(&new[0]);
    estate.step_and_push("next");
    estate.step("next");
    estate.step_and_push("rollback");
    estate.orders_arrive(&new[0]);
    estate.is_held("abort", BY_KEY);
    let old = estate.movers();
    estate.hand_out(&[&old]);
    estate.step("abort");
    estate.push();
    estate.orders_arrive(&old[0]);
    estate.nobody_was_refused();

    // To the end, but for two steps back from where the old key is trusted no more.
    let before = estate.coming.came();
    estate.begin(kind, "1s");
    estate.push();
    estate.step_and_push("next");
    let new = estate.movers();
    estate.hand_out(&[&old, &new]);
    estate.nobody_was_refused();
    // One that is down holds the gate until it is back, started with what it had before, as nothing else is asked for.
    estate.stop(1);
    estate.is_held("next", "nothing is known of server \"server-1\"");
    estate.start(1, &estate.started_with(1));
    estate.step("next");
    estate.have_come(1, 2, before);
    estate.is_held("next", BY_KEY);
    estate.hand_out(&[&new]);
    estate.step("next");
    estate.push();
    for server in estate.servers.iter().flatten() {
        server.log_in(&old[0]).unwrap_err();
    }
    estate.orders_arrive(&new[0]);
    estate.roll(&[]);
    // Creds by the old key are taken again, until it goes again.
    estate.step_and_push("rollback");
    estate.hand_out(&[&old, &new]);
    estate.orders_arrive(&old[0]);
    estate.step_and_push("rollback");
    estate.step_and_push("next");
    estate.step("next");
    let new = estate.movers();
    estate.hand_out(&[&new]);
    estate.step("next");
    estate.push();
    estate.have_come(1, 1, before);
    estate.step("next");
    estate.orders_arrive(&new[0]);
    estate.nobody_was_refused();

    // In one step: creds that nobody has handed out anew are by a key that is gone.
    estate.begin(kind, "1s");
    for _ in ["activate", "soak", "retire"] {
        estate.insist();
    }
    estate.push();
    estate.many_are_refused();
}

/// Somebody with a copy of the store, from before the rotation, adds an account and has servers take it.
#[test]
fn an_account_by_the_old_key_that_the_store_does_not_know_is_not_shut_out() {
    let mut estate = Estate::new();
    let copy = copy_of(estate.home());
    estate.begin("operator-signing-key", "0s");
    estate.roll(&[]);
    estate.step_and_push("next");
    estate.step("next");
    live_at(copy.path(), &["add", "account", "GHOST"]);
    let push = ["push", "-a", "GHOST", "--servers", "3", "--force", "-u"];
    live_at(copy.path(), &[&push[..], &[&estate.urls()]].concat());
    estate.collect();
    estate.must_wait(
        "next",
        "has 1 account by the old key that the store does not know",
    );
}
