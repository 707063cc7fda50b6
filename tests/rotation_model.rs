//! Whatever people do between the steps of a rotation, and in whatever order, nobody is locked out: servers that are started again
//! when it suits them, pushes that come early or late, evidence that lacks a server, steps taken back, changes in between. Servers are
//! a model of what real ones were measured to do (F1–F3); what real ones do is in `rotation_live.rs`.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;
#[path = "common/rotating.rs"]
mod rotating;

use std::collections::{BTreeMap, BTreeSet};

use nkeep::jwt::claims::Operator;
use nkeep::jwt::decode::{Token, decode};
use nkeep::rotation::engine::{self, Hand};
use nkeep::rotation::observed::Observed;
use nkeep::rotation::phase::Deploy;
use nkeep::rotation::{self, Kind, Outcome, Rotation, RotationError, evidence};
use nkeep::store::record::Entity;
use nkeep::trust::{KeyChoice, claims, edit};
use rotating::Bench;

/// A server: it takes an operator when it starts, keeps what it is given, and goes by what it trusts (F3).
#[derive(Default)]
struct Server {
    running: Vec<String>,
    kept: BTreeMap<String, String>,
    used: BTreeMap<String, String>,
}

impl Server {
    fn trusts(&self, token: &str) -> bool {
        let issuer = decode(token).unwrap().issuer().to_string();
        self.running.iter().any(|operator| {
            let Ok(Token::Operator(operator)) = decode(operator) else {
                return false;
            };
            let claims = operator.into_claims();
            claims.body.signing_keys.contains(&issuer)
                || (!claims.body.strict_signing_key_usage && claims.subject == issuer)
        })
    }

    fn given(&mut self, accounts: &[Entity]) {
        for account in accounts {
            let key = account.key.to_string();
            self.kept.insert(key.clone(), account.token.clone());
            if self.trusts(&account.token) {
                self.used.insert(key, account.token.clone());
            }
        }
    }

    fn start(&mut self, config: Option<Vec<String>>) {
        self.running = config.unwrap_or_else(|| self.running.clone());
        let kept = self.kept.clone().into_iter();
        self.used = kept.filter(|(_, token)| self.trusts(token)).collect();
    }

    fn observed(&self, name: &str, time: i64) -> Observed {
        let keys: BTreeSet<&String> = self.kept.keys().chain(self.used.keys()).collect();
        let tokens = |key: &String| -> Vec<String> {
            let both = [self.kept.get(key), self.used.get(key)]
                .into_iter()
                .flatten();
            both.cloned().collect::<BTreeSet<_>>().into_iter().collect()
        };
        Observed {
            id: name.to_owned(),
            name: name.to_owned(),
            time,
            collector: "live".to_owned(),
            operators: Some(self.running.clone()),
            keeps: Some(true),
            accounts: keys
                .into_iter()
                .map(|key| (key.clone(), tokens(key)))
                .collect(),
            ..Observed::default()
        }
    }
}

/// Numbers that are the same at each run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: u64) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        for (shift, factor) in [(30, 0xbf58_476d_1ce4_e5b9), (27, 0x94d0_49bb_1331_11eb)] {
            mixed = (mixed ^ (mixed >> shift)).wrapping_mul(factor);
        }
        usize::try_from((mixed ^ (mixed >> 31)) % bound).unwrap()
    }
}

struct Estate {
    bench: Bench,
    servers: [Server; 2],
    kind: Kind,
    insists: bool,
    done: usize,
    aborted: usize,
    held: usize,
}

impl Estate {
    fn new(kind: Kind, insists: bool) -> Self {
        let home = common::estate();
        common::at_home(home.path(), &["add", "account", "ORDERS"]);
        let mut estate = Self {
            bench: Bench::of(home),
            servers: Default::default(),
            kind,
            insists,
            done: 0,
            aborted: 0,
            held: 0,
        };
        let (config, accounts) = (estate.config(), estate.bench.accounts("ACME"));
        for server in &mut estate.servers {
            server.start(Some(config.clone()));
            server.given(&accounts);
        }
        estate
    }

    fn open(&mut self) -> Option<Rotation> {
        let all = self.bench.read(|records| rotation::all(records));
        all.into_iter().find(Rotation::is_open)
    }

    /// What servers are to be started with by now.
    fn config(&mut self) -> Vec<String> {
        let names = self.open().and_then(|rotation| {
            let phases = &rotation.plan().phases[..=rotation.at()];
            let names = phases.iter().rev().find_map(|phase| match phase.then {
                Deploy::RestartWith(names) => Some(names),
                _ => None,
            })?;
            Some(
                names
                    .iter()
                    .map(|name| rotation.kept[*name].clone())
                    .collect(),
            )
        });
        let names: Vec<String> = names.unwrap_or_else(|| vec!["ACME".to_owned()]);
        let tokens = names
            .iter()
            .map(|name| self.bench.operator(name).unwrap().token);
        tokens.collect()
    }

    fn collect(&mut self, without: Option<usize>) {
        let Some(open) = self.open() else { return };
        let time = self.bench.now;
        let seen: Vec<Observed> = (self.servers.iter().enumerate())
            .filter(|(number, _)| Some(*number) != without)
            .map(|(number, server)| server.observed(&format!("n{number}"), time))
            .collect();
        let taken = self.bench.change(|changes, _| {
            let mut rotation = rotation::found(changes, Some(&open.id))?;
            evidence::take(changes, &mut rotation, &seen, true)?;
            rotation.keep(changes)
        });
        taken.unwrap();
    }

    /// Takes a step, or begins; what is refused for a gate is counted, and anything else is wrong.
    fn step(&mut self, which: usize) {
        let Some(open) = self.open() else {
            let asked = self.bench.asked("ACME");
            self.bench.start(self.kind, asked).unwrap();
            return;
        };
        let insists = self.insists;
        let done = self.bench.change(|changes, keyring| {
            let rotation = rotation::found(changes, Some(&open.id))?;
            let step = [engine::next, engine::rollback, engine::abort][which];
            let hand = Hand {
                reason: insists.then(|| "somebody insists".to_owned()),
                ..Hand::default()
            };
            step(changes, keyring, rotation, &hand)
        });
        match done {
            Ok(done) => match done.rotation.outcome {
                Some(Outcome::Done) => self.done += 1,
                Some(Outcome::Aborted) => self.aborted += 1,
                None => {}
            },
            Err(RotationError::Gate { missing, .. }) => {
                assert!(!missing.is_empty());
                self.held += 1;
            }
            Err(RotationError::Refused { .. }) => self.held += 1,
            Err(error) => panic!("{error}"),
        }
    }

    /// Somebody changes an account meanwhile.
    fn edit(&mut self, number: usize) {
        let account = self.bench.accounts("ACME").remove(number);
        let changed = self.bench.change(|changes, keyring| {
            Ok(edit::account(
                changes,
                keyring,
                &account,
                &KeyChoice::Best,
                |changes, claims| {
                    claims.body.tags = vec![format!("at:{}", changes.now())];
                    Ok(())
                },
            )?)
        });
        changed.unwrap();
    }

    /// Whom a server lets nobody in of, where there is any. Every account stands under its operator.
    fn locked_out(&mut self) -> Option<String> {
        let accounts = self.bench.accounts("ACME");
        let operator = self.bench.operator("ACME").unwrap();
        let claims = claims::<Operator>(&operator).unwrap().into_claims();
        for account in &accounts {
            let issuer = decode(&account.token).unwrap().issuer().to_string();
            assert!(claims.body.signing_keys.contains(&issuer));
        }
        (self.servers.iter().enumerate()).find_map(|(number, server)| {
            let out = |account: &&Entity| !server.used.contains_key(&account.key.to_string());
            let account = accounts.iter().find(out)?;
            Some(format!(
                "server {number} lets nobody of account {} in",
                account.name
            ))
        })
    }
}

/// What people do, at random, until somebody is locked out.
fn walk(kind: Kind, seed: u64, steps: usize, insists: bool) -> Result<Estate, String> {
    let mut estate = Estate::new(kind, insists);
    let mut chance = Chance(seed);
    let mut trail: Vec<String> = Vec::new();
    for _ in 0..steps {
        let server = chance.below(2);
        let doing = match chance.below(40) {
            0..=9 => {
                let config = estate.config();
                estate.servers[server].start(Some(config));
                format!("server {server} started anew")
            }
            10 => {
                estate.servers[server].start(None);
                format!("server {server} started again as it was")
            }
            11..=19 => {
                let accounts = estate.bench.accounts("ACME");
                estate.servers[server].given(&accounts);
                format!("push to server {server}")
            }
            20..=27 => {
                estate.collect(None);
                "collect".to_owned()
            }
            28 => {
                estate.collect(Some(server));
                format!("collect without server {server}")
            }
            29..=35 => {
                estate.step(0);
                "next".to_owned()
            }
            36 => {
                let which = 1 + chance.below(2);
                estate.step(which);
                ["rollback", "abort"][which - 1].to_owned()
            }
            37..=38 => {
                estate.bench.now += 3700;
                "an hour".to_owned()
            }
            _ => {
                let number = chance.below(3);
                estate.edit(number);
                format!("edit of account {number}")
            }
        };
        trail.push(doing);
        if let Some(whom) = estate.locked_out() {
            let last = trail[trail.len().saturating_sub(12)..].join("; ");
            return Err(format!("after {last} ({kind}, seed {seed}): {whom}"));
        }
    }
    Ok(estate)
}

fn nobody_is_locked_out(kind: Kind) {
    let estate = walk(kind, 7, 1200, false).unwrap();
    let Estate {
        done,
        aborted,
        held,
        ..
    } = estate;
    assert!(
        done > 3 && aborted > 0 && held > 50,
        "{done} done, {aborted} aborted, {held} held"
    );
}

#[test]
fn no_order_of_things_locks_anybody_out_while_a_signing_key_is_replaced() {
    nobody_is_locked_out(Kind::OperatorSigningKey);
}

#[test]
fn no_order_of_things_locks_anybody_out_while_an_identity_is_replaced() {
    nobody_is_locked_out(Kind::OperatorIdentity);
}

#[test]
fn whoever_insists_locks_somebody_out() {
    for kind in [Kind::OperatorSigningKey, Kind::OperatorIdentity] {
        assert!(walk(kind, 7, 300, true).is_err(), "{kind}");
    }
}
