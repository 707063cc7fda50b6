//! What is seen of servers before a step of a rotation: of each by itself, and the same from live servers and from files.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use std::path::Path;
use std::time::Duration;

use common::copies::{config, key, token};
use common::servers::{Client, Server, cluster, versions};
use common::{live_at, live_estate};
use nkeep::clock::Clock;
use nkeep::net::cluster::Cluster;
use nkeep::net::link::{Link, Login, Place};
use nkeep::net::observing::{Wanted, observe};
use nkeep::nkey::Seed;
use nkeep::rotation::observed::Observed;

/// An estate with a user who may ask, in which ACME has two keys and a user of each.
fn estate() -> tempfile::TempDir {
    let folder = live_estate();
    let home = folder.path();
    for line in [
        "add account SHOP",
        "add user clerk -a SHOP",
        "add user watch -a SYS",
        "edit account ACME --sk generate",
    ] {
        let words: Vec<&str> = line.split(' ').collect();
        live_at(home, &words);
    }
    config(home, &["--nats-resolver"]);
    let file = home.join("nats.conf");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, format!("{text}\nhttp: \"127.0.0.1:-1\"\n")).unwrap();
    folder
}

fn creds(home: &Path, account: &str, user: &str) -> String {
    live_at(home, &["generate", "creds", "-a", account, "-n", user])
}

fn link(home: &Path, server: &Server) -> Link {
    let creds = creds(home, "SYS", "watch");
    let line = |beginning: &str| {
        let mut lines = creds.lines();
        lines.find(|line| line.starts_with(beginning)).unwrap()
    };
    let pair = Seed::parse(line("SU")).unwrap().signing_pair().unwrap();
    let place = Place {
        urls: vec![server.url()],
        ..Place::default()
    };
    let login = Login::new(line("eyJ").to_owned(), pair);
    Link::open(&place, login, Duration::from_secs(5)).unwrap()
}

fn seen(home: &Path, server: &Server, accounts: &[String], connected: &[String]) -> Vec<Observed> {
    let link = link(home, server);
    let cluster = Cluster::find(&link, None).unwrap();
    let wanted = Wanted {
        accounts: accounts.to_vec(),
        connections_of: connected.to_vec(),
    };
    observe(&link, &cluster, &wanted, Clock::System, &mut || ()).unwrap()
}

#[test]
fn measured() {
    for version in versions() {
        let folder = estate();
        let home = folder.path();
        let servers = cluster(&version, home, 3);
        live_at(
            home,
            &["push", "-A", "-u", &servers[0].url(), "--servers", "3"],
        );
        let _client =
            Client::named(&servers[1].address, &creds(home, "ACME", "ACME"), "cl").unwrap();
        let acme = key(home, "ACME");
        let _ = token(home, "ACME");
        let accounts = [acme.clone(), key(home, "SHOP"), key(home, "SYS")];
        let all = seen(home, &servers[0], &accounts, &accounts);
        println!("{all:#?}");
        for path in [
            "/connz?auth=true".to_owned(),
            format!("/accountz?acc={acme}"),
            format!("/accountz?acc={}", accounts[1]),
        ] {
            println!("{}", String::from_utf8(servers[1].page(&path)).unwrap());
        }
    }
}
