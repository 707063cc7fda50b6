//! Clients that come again and again to servers of a cluster, while those are started again, and clients that stay until they are
//! cut off: whether any is turned away.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, RwLock};
use std::thread::JoinHandle;
use std::time::Duration;

use super::servers::{Client, Server};

/// As many come at once.
const THREADS: usize = 4;

/// Clients that come until they are asked how it went.
#[derive(Debug)]
pub struct Coming {
    all: Arc<All>,
    threads: Vec<JoinHandle<()>>,
}

/// What all of them know.
#[derive(Debug, Default)]
struct All {
    addresses: Mutex<Vec<Option<String>>>,
    /// Creds in use are read for as long as somebody is about to log in by them.
    creds: RwLock<Vec<String>>,
    /// How often everybody was handed other creds.
    handed: AtomicUsize,
    /// Whose turn it is.
    turn: AtomicUsize,
    over: AtomicBool,
    came: AtomicUsize,
    refused: Mutex<Vec<String>>,
}

impl Coming {
    /// To those servers, as soon as they have creds and begin.
    #[must_use]
    pub fn to(servers: &[Server]) -> Self {
        let addresses = servers.iter().map(|server| Some(server.address.clone()));
        let all = Arc::new(All {
            addresses: Mutex::new(addresses.collect()),
            ..All::default()
        });
        let threads = Vec::new();
        Self { all, threads }
    }

    /// They come, each to every server in turn.
    pub fn begin(&mut self) {
        let start = |run: fn(&All)| {
            let all = Arc::clone(&self.all);
            std::thread::spawn(move || run(&all))
        };
        self.threads = (0..THREADS).map(|_| start(All::come_and_go)).collect();
        self.threads.push(start(All::stay));
    }

    /// Where a server is by now; nothing while it is not there.
    pub fn is_at(&self, server: usize, address: Option<String>) {
        self.all.addresses.lock().unwrap()[server] = address;
    }

    /// Other creds, which everybody was handed: from now on nobody comes with those of before.
    pub fn with(&self, creds: Vec<String>) {
        *self.all.creds.write().unwrap() = creds;
        self.all.handed.fetch_add(1, Ordering::SeqCst);
    }

    /// How often somebody was let in so far.
    #[must_use]
    pub fn came(&self) -> usize {
        self.all.came.load(Ordering::Relaxed)
    }

    /// How many have to come until everybody has been at every server.
    #[must_use]
    pub fn round(&self) -> usize {
        let servers = self.all.addresses.lock().unwrap().len();
        servers * self.all.creds.read().unwrap().len() + THREADS
    }

    /// Who was turned away so far, in the servers' words.
    #[must_use]
    pub fn refused(&self) -> Vec<String> {
        self.all.refused.lock().unwrap().clone()
    }
}

impl All {
    fn is_over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
    }

    /// Whoever is next comes to the server that is next.
    fn come_and_go(&self) {
        while !self.is_over() {
            let turn = self.turn.fetch_add(1, Ordering::Relaxed);
            let creds = self.creds.read().unwrap();
            let servers = self.addresses.lock().unwrap().len();
            drop(self.log_in(turn, &creds[turn / servers % creds.len()]));
            drop(creds);
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// One with each creds stays, and comes again when it is cut off, or handed others.
    fn stay(&self) {
        let mut staying: Vec<Option<Client>> = Vec::new();
        let mut handed = usize::MAX;
        let mut turn = 0;
        while !self.is_over() {
            let creds = self.creds.read().unwrap();
            let now = self.handed.load(Ordering::SeqCst);
            if now != handed {
                staying.clear();
                staying.resize_with(creds.len(), || None);
                handed = now;
            }
            for (client, creds) in staying.iter_mut().zip(&*creds) {
                if let Some(Err(reason)) = client.as_mut().map(Client::flush) {
                    self.note("who stayed", &reason);
                    *client = None;
                }
                if client.is_none() {
                    turn += 1;
                    *client = self.log_in(turn, creds);
                }
            }
            drop(creds);
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn log_in(&self, turn: usize, creds: &str) -> Option<Client> {
        let address = {
            let addresses = self.addresses.lock().unwrap();
            addresses[turn % addresses.len()].clone()?
        };
        match Client::connect(&address, creds) {
            Ok(client) => {
                self.came.fetch_add(1, Ordering::Relaxed);
                Some(client)
            }
            Err(reason) => {
                self.note(&address, &reason);
                None
            }
        }
    }

    /// A server that is not there lets nobody in, and clients go on to the next: that is no refusal.
    fn note(&self, whom: &str, reason: &str) {
        if ["Authorization", "Authentication Expired", "Revoked"]
            .iter()
            .any(|word| reason.contains(word))
        {
            self.refused
                .lock()
                .unwrap()
                .push(format!("{whom}: {reason}"));
        }
    }
}

impl Drop for Coming {
    fn drop(&mut self) {
        self.all.over.store(true, Ordering::Relaxed);
    }
}
