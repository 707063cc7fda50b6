//! Clients that come again and again to servers of a cluster, while those are started again: whether any is turned away.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use super::servers::{Client, Server};

/// Clients that come until they are asked how it went.
#[derive(Debug)]
pub struct Coming {
    addresses: Arc<Mutex<Vec<Option<String>>>>,
    creds: Arc<Mutex<Vec<String>>>,
    over: Arc<AtomicBool>,
    came: Arc<AtomicUsize>,
    refused: Arc<Mutex<Vec<String>>>,
    threads: Vec<JoinHandle<()>>,
}

impl Coming {
    /// To those servers, with those creds, each at every server in turn.
    #[must_use]
    pub fn to(servers: &[Server], creds: Vec<String>) -> Self {
        let addresses = servers.iter().map(|server| Some(server.address.clone()));
        let mut coming = Self {
            addresses: Arc::new(Mutex::new(addresses.collect())),
            creds: Arc::new(Mutex::new(creds)),
            over: Arc::default(),
            came: Arc::default(),
            refused: Arc::default(),
            threads: Vec::new(),
        };
        coming.threads = (0..4).map(|number| coming.thread(number)).collect();
        coming
    }

    /// Where a server is by now; nothing while it is not there.
    pub fn is_at(&self, server: usize, address: Option<String>) {
        self.addresses.lock().unwrap()[server] = address;
    }

    /// Other creds, which everybody was handed.
    pub fn with(&self, creds: Vec<String>) {
        *self.creds.lock().unwrap() = creds;
    }

    /// How often somebody was let in so far.
    #[must_use]
    pub fn came(&self) -> usize {
        self.came.load(Ordering::Relaxed)
    }

    /// Who was turned away so far, in the servers' words.
    #[must_use]
    pub fn refused(&self) -> Vec<String> {
        self.refused.lock().unwrap().clone()
    }

    /// Nobody comes any more.
    pub fn end(mut self) -> (usize, Vec<String>) {
        self.over.store(true, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            thread.join().unwrap();
        }
        (self.came(), self.refused())
    }

    fn thread(&self, number: usize) -> JoinHandle<()> {
        let (addresses, creds) = (Arc::clone(&self.addresses), Arc::clone(&self.creds));
        let (over, came, refused) = (
            Arc::clone(&self.over),
            Arc::clone(&self.came),
            Arc::clone(&self.refused),
        );
        std::thread::spawn(move || {
            let mut turn = number;
            while !over.load(Ordering::Relaxed) {
                turn += 1;
                let (address, creds) = {
                    let (addresses, creds) = (addresses.lock().unwrap(), creds.lock().unwrap());
                    let address = addresses[turn % addresses.len()].clone();
                    (address, creds[turn / addresses.len() % creds.len()].clone())
                };
                let Some(address) = address else { continue };
                match Client::connect(&address, &creds) {
                    Ok(_) => drop(came.fetch_add(1, Ordering::Relaxed)),
                    // One that is not there lets nobody in, and clients go on to the next.
                    Err(reason) if reason.contains("Authorization") => {
                        refused.lock().unwrap().push(format!("{address}: {reason}"));
                    }
                    Err(_) => {}
                }
                std::thread::sleep(Duration::from_millis(5));
            }
        })
    }
}

impl Drop for Coming {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
    }
}
