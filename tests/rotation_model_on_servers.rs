//! The same as in `rotation_model.rs`, with three real servers and the binary: sequences of rotations with whatever people do in
//! between, one after the other for as long as there is time. After each event somebody of every account comes to every server, by
//! the creds that they have, and is let in.
//!
//! `NKEEP_SEQUENCES_SECONDS` says how long it goes on.

#![cfg(all(unix, feature = "net"))]
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking; the report counts what there was"
)]

use crate::common;

use std::path::Path;
use std::time::{Duration, Instant};

use crate::rotation_model::model::chance::Chance;
use common::servers::{Client, Server, cluster, newest};
use common::{live, live_at, live_estate};
use serde_json::Value;

const SERVERS: &str = "server-0,server-1,server-2";

/// How long each new key is watched.
const SOAK: Duration = Duration::from_secs(1);

/// What is rotated.
const MATTERS: [&str; 7] = [
    "operator-signing-key",
    "operator-signing-key",
    "account-signing-key -a SHOP",
    "account-signing-key -a ACME",
    "user-key -a SHOP -n clerk",
    "user-key -a ACME -n ACME",
    "system-user -n sys",
];

/// Somebody who comes by the creds of a user, and stays.
struct Person {
    account: &'static str,
    user: &'static str,
    creds: String,
    at: usize,
    stays: Option<Client>,
}

/// What people do.
#[derive(Clone, Copy, Debug)]
enum Event {
    Next,
    Rollback,
    Abort,
    Collect,
    Push,
    Restart(usize),
    RestartAll,
    HandOut,
    Edit,
    Wait,
}

#[derive(Debug, Default)]
struct Tally {
    sequences: usize,
    events: usize,
    steps: usize,
    held: usize,
    done: usize,
    aborted: usize,
    came: usize,
}

struct Estate {
    folder: tempfile::TempDir,
    servers: Vec<Server>,
    people: Vec<Person>,
    tally: Tally,
    trail: Vec<String>,
}

impl Estate {
    fn new() -> Self {
        let folder = live_estate();
        let home = folder.path();
        for line in [
            "add account SHOP",
            "edit account SHOP --sk generate",
            "add user clerk -a SHOP",
        ] {
            crate::common::live_line(home, line);
        }
        config(home);
        let servers = cluster(&newest(), home, 3);
        let people = [("ACME", "ACME"), ("SHOP", "clerk")].map(|(account, user)| Person {
            account,
            user,
            creds: String::new(),
            at: 0,
            stays: None,
        });
        let mut estate = Self {
            people: people.into_iter().collect(),
            servers,
            folder,
            tally: Tally::default(),
            trail: Vec::new(),
        };
        // Servers that have just started have yet to hear of each other.
        let deadline = Instant::now() + common::LONG;
        while !estate.runs("push -A --servers 3") {
            assert!(
                Instant::now() < deadline,
                "servers do not hear of each other"
            );
        }
        estate.hand_out();
        estate
    }

    fn home(&self) -> &Path {
        self.folder.path()
    }

    /// Whether a command that asks servers succeeds.
    fn runs(&self, line: &str) -> bool {
        let urls: Vec<String> = self.servers.iter().map(Server::url).collect();
        let mut command = live(self.home());
        command.args(line.split(' ')).args(["-u", &urls.join(",")]);
        command.output().unwrap().status.success()
    }

    /// What is missing for the next step; nothing where no rotation is open.
    fn lacks(&self) -> Option<Vec<(String, String)>> {
        let status = live(self.home())
            .args(["rotate", "status", "--json"])
            .output();
        let status: Value = serde_json::from_slice(&status.unwrap().stdout).unwrap_or_default();
        if !status["outcome"].is_null() || status["missing"].is_null() {
            return None;
        }
        let each = status["missing"].as_array().unwrap().iter();
        let text = |one: &Value, name: &str| one[name].as_str().unwrap().to_owned();
        Some(
            each.map(|one| (text(one, "code"), text(one, "what")))
                .collect(),
        )
    }

    fn hand_out(&mut self) {
        for number in 0..self.people.len() {
            let Person { account, user, .. } = self.people[number];
            let creds = live_at(
                self.home(),
                &["generate", "creds", "-a", account, "-n", user],
            );
            self.people[number].creds = creds;
            self.comes(number, self.people[number].at);
        }
    }

    /// Somebody comes to a server, and stays there.
    fn comes(&mut self, number: usize, server: usize) {
        let person = &mut self.people[number];
        let came = Client::connect(&self.servers[server].address, &person.creds);
        let came = came.unwrap_or_else(|reason| {
            panic!(
                "server {server} turns {} away: {reason}\nafter:\n  {}",
                person.user,
                self.trail.join("\n  ")
            )
        });
        self.tally.came += 1;
        (person.at, person.stays) = (server, Some(came));
    }

    fn restart(&mut self, number: usize) {
        config(self.home());
        let folder = self.servers[number].folder().to_owned();
        let had = std::fs::read_to_string(folder.join("nats.conf")).unwrap();
        let own = had.find("\nserver_name:").unwrap();
        let ours = std::fs::read_to_string(self.home().join("nats.conf")).unwrap();
        let server = self.servers.remove(number);
        server.stop();
        std::fs::write(folder.join("nats.conf"), ours + &had[own..]).unwrap();
        self.servers
            .insert(number, Server::start(&newest(), &folder));
        // Who was there has gone on to the next.
        for person in 0..self.people.len() {
            if self.people[person].at == number {
                self.comes(person, (number + 1) % 3);
            }
        }
    }

    fn step(&mut self, step: &str) {
        let output = live(self.home()).args(["rotate", step]).output().unwrap();
        match output.status.code() {
            Some(0) => {
                self.tally.steps += 1;
                self.tally.done += usize::from(step == "next" && self.lacks().is_none());
                self.tally.aborted += usize::from(step == "abort");
            }
            // A gate, or a step that makes no sense in the phase.
            Some(6 | 1) => self.tally.held += 1,
            _ => panic!("{output:?}"),
        }
    }

    fn happens(&mut self, event: Event) {
        self.trail.push(format!("{event:?}"));
        match event {
            Event::Next => self.step("next"),
            Event::Rollback => self.step("rollback"),
            Event::Abort => self.step("abort"),
            Event::Collect => drop(self.runs("rotate evidence collect")),
            Event::Push => drop(self.runs("push -A --servers 3")),
            Event::Restart(server) => self.restart(server),
            Event::RestartAll => (0..3).for_each(|server| self.restart(server)),
            Event::HandOut => self.hand_out(),
            Event::Edit => {
                let tag = format!("seen{}", self.tally.events);
                live_at(self.home(), &["edit", "account", "SHOP", "--tag", &tag]);
            }
            Event::Wait => std::thread::sleep(SOAK),
        }
        self.tally.events += 1;
        // Everybody is let in everywhere; where they stay is where they were.
        for person in 0..self.people.len() {
            let stays = self.people[person].at;
            for server in [stays + 1, stays + 2, stays] {
                self.comes(person, server % 3);
            }
        }
    }

    /// What helps on, as the product says what is missing.
    fn sensible(lacks: &[(String, String)], chance: &mut Chance) -> Event {
        if lacks.is_empty() {
            return Event::Next;
        }
        let (code, what) = &lacks[chance.below(lacks.len())];
        match &**code {
            "soak" => Event::Wait,
            // It has to be seen again then.
            "quiet" if chance.percent(50) => Event::Wait,
            "server-behind" if chance.percent(40) => Event::Collect,
            "server-behind" if what.contains("started with") => Event::RestartAll,
            "server-behind" if what.contains(" connection") => Event::HandOut,
            "server-behind" => Event::Push,
            "hanging" => Event::Rollback,
            "user-out" => Event::Abort,
            _ => Event::Collect,
        }
    }

    fn anything(chance: &mut Chance) -> Event {
        match chance.below(14) {
            0..=3 => Event::Next,
            4 => Event::Rollback,
            5 => Event::Abort,
            6 => Event::Collect,
            7..=8 => Event::Push,
            9..=10 => Event::Restart(chance.below(3)),
            11 => Event::HandOut,
            12 => Event::Edit,
            _ => Event::Wait,
        }
    }

    /// A rotation, from its beginning to its end, of which at most 24 events are at random as well.
    fn sequence(&mut self, chance: &mut Chance) {
        let matter = chance.of(&MATTERS);
        self.trail = vec![matter.to_owned()];
        let start = format!("rotate start {matter} --soak 1s --servers {SERVERS}");
        crate::common::live_line(self.home(), &start);
        for _ in 0..24 {
            let Some(lacks) = self.lacks() else { break };
            let event = match chance.percent(75) {
                true => Self::sensible(&lacks, chance),
                false => Self::anything(chance),
            };
            self.happens(event);
        }
        self.tally.sequences += 1;
        // What has not ended by then is gone through without detours.
        for _ in 0..60 {
            let Some(lacks) = self.lacks() else { return };
            let event = Self::sensible(&lacks, chance);
            self.happens(event);
        }
        panic!("it does not end:\n  {}", self.trail.join("\n  "));
    }
}

fn config(home: &Path) {
    let file = ["generate", "config", "--config-file", "nats.conf"];
    live_at(home, &[&file[..], &["--nats-resolver", "--force"]].concat());
}

#[test]
fn in_whatever_order_things_are_done_real_servers_turn_nobody_away() {
    let seconds = std::env::var("NKEEP_SEQUENCES_SECONDS").ok();
    let seconds = seconds.map_or(45, |text| text.parse().unwrap());
    let mut estate = Estate::new();
    let begun = Instant::now();
    let mut chance = Chance(6);
    while begun.elapsed() < Duration::from_secs(seconds) || estate.tally.sequences < 3 {
        estate.sequence(&mut chance);
    }
    println!("{:?} in {:?}", estate.tally, begun.elapsed());
    assert!(
        estate.tally.steps > 3 && estate.tally.held > 0,
        "{:?}",
        estate.tally
    );
}
