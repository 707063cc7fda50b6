//! What is seen of servers before a step of a rotation: of each by itself, and the same from live servers and from files.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::time::{Duration, Instant};

use common::copies::{config, copy_of, creds, json, key, now, token};
use common::servers::{Client, Server, cluster, cluster_of, free, newest, versions};
use common::{live_at, live_estate, signed};
use data_encoding::BASE64URL_NOPAD;
use nkeep::clock::Clock;
use nkeep::net::cluster::Cluster;
use nkeep::net::link::{Link, Login, Place};
use nkeep::net::observing::{Wanted, observe};
use nkeep::nkey::Seed;
use nkeep::rotation::files::{File, Why, read};
use nkeep::rotation::observed::{Connection, LIVE, Observed};
use serde_json::{Value, json as value};

const FULL: &[&str] = &["--nats-resolver"];
const CACHE: &[&str] = &["--nats-resolver-cache"];
const MEMORY: &[&str] = &["--mem-resolver"];

fn lines(home: &Path, lines: &[&str]) {
    for line in lines {
        let words: Vec<&str> = line.split(' ').collect();
        live_at(home, &words);
    }
}

/// An estate with somebody who may ask, and two accounts.
fn estate() -> tempfile::TempDir {
    let folder = live_estate();
    lines(
        folder.path(),
        &[
            "add account SHOP",
            "add user clerk -a SHOP",
            "add user watch -a SYS",
        ],
    );
    folder
}

/// What servers start with that keep their accounts so, and show their pages.
fn configured(home: &Path, resolver: &[&str]) -> String {
    config(home, resolver);
    let file = home.join("nats.conf");
    let text = std::fs::read_to_string(&file).unwrap();
    let text = format!("{text}\nhttp: \"127.0.0.1:-1\"\n");
    std::fs::write(&file, &text).unwrap();
    text
}

/// Three servers of one cluster that have all accounts.
fn three(version: &Path, home: &Path) -> Vec<Server> {
    configured(home, FULL);
    let servers = cluster(version, home, 3);
    push(home, &servers[0], 3);
    servers
}

fn push(home: &Path, server: &Server, servers: usize) {
    let count = servers.to_string();
    let url = server.url();
    live_at(home, &["push", "-A", "-u", &url, "--servers", &count]);
}

fn connect(home: &Path, server: &Server, user: &str) -> Client {
    Client::named(&server.address, &creds(home, "ACME", user), user).unwrap()
}

/// A connection that gives up soon.
fn link(home: &Path, url: &str) -> Link {
    let creds = creds(home, "SYS", "watch");
    let line = |beginning: &str| {
        let mut lines = creds.lines();
        lines.find(|line| line.starts_with(beginning)).unwrap()
    };
    let pair = Seed::parse(line("SU")).unwrap().signing_pair().unwrap();
    let place = Place {
        urls: vec![url.to_owned()],
        ..Place::default()
    };
    let login = Login::new(line("eyJ").to_owned(), pair);
    Link::open(&place, login, Duration::from_secs(2)).unwrap()
}

/// What is seen of those accounts and of their connections.
fn seen(home: &Path, server: &Server, accounts: &[&str]) -> Vec<Observed> {
    let link = link(home, &server.url());
    let cluster = Cluster::find(&link, None).unwrap();
    seen_by(&link, &cluster, accounts)
}

fn seen_by(link: &Link, cluster: &Cluster, accounts: &[&str]) -> Vec<Observed> {
    let accounts: Vec<String> = accounts.iter().map(|key| (*key).to_owned()).collect();
    let wanted = Wanted {
        accounts: accounts.clone(),
        connections_of: accounts,
    };
    observe(link, cluster, &wanted, Clock::System, &mut || ()).unwrap()
}

/// Who is connected, by the key that let them in.
fn issuers(observed: &Observed, account: &str) -> Vec<(String, String)> {
    let connections = observed.connections_of(account).unwrap();
    let named = connections
        .into_iter()
        .map(|connection| (connection.name.clone(), connection.issuer.clone()));
    named.collect()
}

/// Keys of an account that sign, in the order in which its token names them.
fn signing_keys(home: &Path, account: &str) -> Vec<String> {
    let claims = json(home, &["describe", "account", account]);
    let keys = claims["nats"]["signing_keys"].as_array().unwrap();
    keys.iter()
        .map(|key| key.as_str().unwrap().to_owned())
        .collect()
}

/// What a server's pages say of an account, as somebody takes them who has no login.
fn taken(server: &Server, account: &str) -> Vec<(String, Vec<u8>)> {
    let pages = [
        ("varz.json", "/varz".to_owned()),
        ("accountz.json", format!("/accountz?acc={account}")),
        ("connz.json", format!("/connz?auth=true&acc={account}")),
    ];
    let page = |(name, path): (&str, String)| (name.to_owned(), server.page(&path));
    pages.map(page).into()
}

fn filed(pages: &[(String, Vec<u8>)]) -> Vec<Observed> {
    let files: Vec<File> = pages
        .iter()
        .map(|(name, bytes)| File { name, bytes })
        .collect();
    read(&files, now()).unwrap()
}

#[test]
fn each_server_says_what_it_trusts_has_and_who_is_connected_and_so_do_its_pages() {
    for version in versions() {
        let folder = estate();
        let home = folder.path();
        let before: BTreeSet<String> = signing_keys(home, "ACME").into_iter().collect();
        lines(home, &["edit account ACME --sk generate"]);
        let mut keys = signing_keys(home, "ACME");
        keys.sort_by_key(|key| !before.contains(key));
        lines(
            home,
            &[
                &format!("add user early -a ACME -K {}", keys[0]),
                &format!("add user late -a ACME -K {}", keys[1]),
            ],
        );
        let servers = three(&version, home);
        let clients = [
            connect(home, &servers[1], "early"),
            connect(home, &servers[2], "late"),
        ];
        let (acme, shop) = (key(home, "ACME"), key(home, "SHOP"));
        let all = seen(home, &servers[0], &[&acme, &shop]);
        let operator = live_at(home, &["describe", "operator", "--raw"]);
        let names: Vec<&str> = all.iter().map(|server| &*server.name).collect();
        assert_eq!(names, ["server-0", "server-1", "server-2"]);
        for server in &all {
            assert_eq!(server.operators, Some(vec![operator.trim().to_owned()]));
            assert_eq!(server.keeps, Some(true), "{version:?}");
            assert_eq!(server.accounts[&acme], [token(home, "ACME")]);
            assert_eq!(server.accounts[&shop], [token(home, "SHOP")]);
            assert!((server.time - now()).abs() < 60);
            assert_eq!((&*server.collector, server.raw_sha256.len()), (LIVE, 64));
        }
        let early = ("early".to_owned(), keys[0].clone());
        let late = ("late".to_owned(), keys[1].clone());
        assert_eq!(issuers(&all[0], &acme), []);
        assert_eq!(issuers(&all[1], &acme), [early]);
        assert_eq!(issuers(&all[2], &acme), [late]);
        for (server, live) in servers.iter().zip(&all).skip(1) {
            let filed = filed(&taken(server, &acme));
            let [filed] = &filed[..] else {
                panic!("{filed:?}")
            };
            assert_eq!((&filed.id, &filed.name), (&live.id, &live.name));
            assert_eq!(filed.operators, live.operators);
            assert_eq!(filed.accounts[&acme], live.accounts[&acme]);
            assert_eq!(filed.connections_of(&acme), live.connections_of(&acme));
            assert_eq!(filed.collector, "varz.json, accountz.json, connz.json");
            assert_eq!(filed.connections_of(&shop), None);
        }
        // What `nats server request` prints is what servers answer, line by line.
        let of = value!({ "account": acme }).to_string();
        let connections = value!({ "auth": true, "acc": acme }).to_string();
        let mut watch = Client::connect(&servers[0].address, &creds(home, "SYS", "watch")).unwrap();
        let printed = [
            answers(&mut watch, "VARZ", ""),
            answers(&mut watch, "ACCOUNTZ", &of),
            answers(&mut watch, "CONNZ", &connections),
        ];
        let printed = [("printed.json".to_owned(), printed.concat().into_bytes())];
        let filed = filed(&printed);
        assert_eq!(filed.len(), 3);
        for filed in filed {
            let live = all.iter().find(|live| live.id == filed.id).unwrap();
            assert_eq!(filed.name, live.name);
            assert_eq!(filed.operators, live.operators);
            assert_eq!(filed.connections_of(&acme), live.connections_of(&acme));
        }
        drop(clients);
    }
}

/// What three servers answer, a line each.
fn answers(client: &mut Client, question: &str, body: &str) -> String {
    let inbox = format!("_INBOX.test.{question}");
    // Of those that have one number a server knows the first.
    let number = u32::try_from(question.len()).unwrap();
    client.listen(&inbox, number).unwrap();
    let subject = format!("$SYS.REQ.SERVER.PING.{question} {inbox}");
    client.publish(&subject, body).unwrap();
    let mut lines = Vec::new();
    let deadline = Instant::now() + common::LONG;
    while lines.len() < 3 {
        assert!(Instant::now() < deadline, "{question}: {lines:?}");
        let came = client.came().unwrap();
        let here = came.messages.into_iter().filter(|(to, ..)| *to == inbox);
        lines.extend(here.map(|(.., answer)| answer + "\n"));
    }
    lines.concat()
}

/// Who asks is connected as well, and is gone with the answer.
#[test]
fn whoever_asks_is_none_of_those_who_are_connected() {
    let folder = estate();
    let home = folder.path();
    let servers = three(&newest(), home);
    let system = key(home, "SYS");
    let other = creds(home, "SYS", "watch");
    let _other = Client::named(&servers[0].address, &other, "nkeep").unwrap();
    let all = seen(home, &servers[0], &[&system]);
    let of_system = |server: &Observed| server.connections_of(&system).unwrap().len();
    let counts: Vec<usize> = all.iter().map(of_system).collect();
    assert_eq!(counts, [1, 0, 0]);
}

#[test]
fn a_server_with_a_cache_has_what_it_used() {
    for version in versions() {
        let folder = estate();
        let home = folder.path();
        let each = [FULL, FULL, CACHE].map(|resolver| configured(home, resolver));
        let servers = cluster_of(&version, home, &each);
        push(home, &servers[0], 3);
        let (acme, token) = (key(home, "ACME"), token(home, "ACME"));
        let cached = |all: &[Observed]| (all[2].accounts.clone(), all[2].absent.len());
        let before = seen(home, &servers[0], &[&acme]);
        assert_eq!(cached(&before), (BTreeMap::new(), 1), "{version:?}");
        let client = connect(home, &servers[2], "ACME");
        let used = BTreeMap::from([(acme.clone(), vec![token.clone()])]);
        assert_eq!(cached(&seen(home, &servers[0], &[&acme])), (used, 0));
        for server in &seen(home, &servers[0], &[&acme])[..2] {
            assert_eq!(server.accounts[&acme], std::slice::from_ref(&token));
        }
        drop(client);
    }
}

#[test]
fn an_account_that_no_server_has_is_absent() {
    let folder = estate();
    let home = folder.path();
    let servers = three(&newest(), home);
    lines(home, &["add account NEW"]);
    let new = key(home, "NEW");
    for server in seen(home, &servers[0], &[&new]) {
        assert_eq!(server.absent, BTreeSet::from([new.clone()]));
        assert!(server.accounts.is_empty());
        assert_eq!(server.connections_of(&new), Some(vec![]));
    }
}

#[test]
fn a_server_that_goes_by_what_it_was_started_with_shows_that_when_it_uses_it() {
    for version in versions() {
        let folder = estate();
        let home = folder.path();
        let each = [FULL, FULL, MEMORY].map(|resolver| configured(home, resolver));
        let old = token(home, "ACME");
        let servers = cluster_of(&version, home, &each);
        lines(home, &["edit account ACME --tag t"]);
        push(home, &servers[0], 3);
        let (acme, new) = (key(home, "ACME"), token(home, "ACME"));
        let all = seen(home, &servers[0], &[&acme]);
        let keeps: Vec<Option<bool>> = all.iter().map(|server| server.keeps).collect();
        assert_eq!(keeps, [Some(true), Some(true), Some(false)], "{version:?}");
        for server in &all[..2] {
            assert_eq!(server.accounts[&acme], std::slice::from_ref(&new));
        }
        // What it would let users in by, it does not say.
        assert!(all[2].accounts.is_empty() && all[2].absent.is_empty());
        let _client = connect(home, &servers[2], "ACME");
        let all = seen(home, &servers[0], &[&acme]);
        assert_eq!(all[0].accounts[&acme], [new]);
        assert_eq!(all[2].accounts[&acme], [old]);
    }
}

/// F3: a server stores what it does not trust, and goes on by what it had.
#[test]
fn what_is_kept_and_what_is_used_are_both_seen() {
    for version in versions() {
        let folder = estate();
        let home = folder.path();
        let servers = three(&version, home);
        let _client = connect(home, &servers[1], "ACME");
        let (acme, old) = (key(home, "ACME"), token(home, "ACME"));
        let other = copy_of(home);
        let other = other.path();
        let before = live_at(other, &["describe", "operator", "--json"]);
        lines(other, &["edit operator --sk generate"]);
        let after = json(other, &["describe", "operator"]);
        let unknown = after["nats"]["signing_keys"].as_array().unwrap();
        let unknown = unknown
            .iter()
            .map(|key| key.as_str().unwrap())
            .find(|key| !before.contains(key));
        let edit = ["edit", "account", "ACME", "--tag", "t", "-K"];
        live_at(other, &[&edit[..], &[unknown.unwrap()]].concat());
        let untrusted = token(other, "ACME");
        let watch = creds(home, "SYS", "watch");
        let mut watch = Client::connect(&servers[0].address, &watch).unwrap();
        watch.publish("$SYS.REQ.CLAIMS.UPDATE", &untrusted).unwrap();
        let kept = |server: &Server| server.kept(&acme).as_ref() == Some(&untrusted);
        let deadline = Instant::now() + common::LONG;
        while !servers.iter().all(kept) {
            assert!(Instant::now() < deadline, "{version:?}");
            std::thread::sleep(Duration::from_millis(20));
        }
        let all = seen(home, &servers[0], &[&acme]);
        assert_eq!(all[0].accounts[&acme], std::slice::from_ref(&untrusted));
        assert_eq!(all[1].accounts[&acme], [untrusted, old]);
    }
}

/// Nobody says who keeps which, until they are used.
#[test]
fn of_servers_that_keep_different_tokens_nothing_is_said_before_it_is_known() {
    for version in versions() {
        let folder = estate();
        let home = folder.path();
        let servers = three(&version, home);
        let (acme, old) = (key(home, "ACME"), token(home, "ACME"));
        lines(home, &["edit account ACME --tag t"]);
        push(home, &servers[0], 3);
        let new = token(home, "ACME");
        let file = servers[2].folder().join(format!("jwt/{acme}.jwt"));
        std::fs::write(file, &old).unwrap();
        for server in seen(home, &servers[0], &[&acme]) {
            assert!(server.accounts.is_empty() && server.absent.is_empty());
        }
        let _client = connect(home, &servers[2], "ACME");
        let all = seen(home, &servers[0], &[&acme]);
        let tokens = all.iter().map(|server| &server.accounts[&acme][..]);
        let tokens: Vec<&[String]> = tokens.collect();
        assert_eq!(tokens, [&[new.clone()][..], &[new], &[old]], "{version:?}");
    }
}

#[test]
fn a_server_that_is_held_up_says_nothing() {
    let folder = estate();
    let home = folder.path();
    let servers = three(&newest(), home);
    let acme = key(home, "ACME");
    let link = link(home, &servers[0].url());
    let cluster = Cluster::find(&link, Some(3)).unwrap();
    assert_eq!(cluster.missing(), 0);
    servers[2].hold(true);
    let all = seen_by(&link, &cluster, &[&acme]);
    servers[2].hold(false);
    let held = all.iter().find(|server| server.name == "server-2").unwrap();
    assert_eq!((&held.operators, held.keeps), (&None, None));
    assert!(held.accounts.is_empty() && held.absent.is_empty());
    assert_eq!(held.connections_of(&acme), None);
    let others = all.iter().filter(|server| server.name != "server-2");
    assert!(others.clone().all(|server| server.operators.is_some()));
    assert_eq!(others.count(), 2);
}

#[test]
fn a_server_that_is_down_is_not_there() {
    let folder = estate();
    let home = folder.path();
    let mut servers = three(&newest(), home);
    servers.pop().unwrap().kill();
    let acme = key(home, "ACME");
    let link = link(home, &servers[0].url());
    let cluster = Cluster::find(&link, Some(3)).unwrap();
    assert_eq!(cluster.missing(), 1);
    let all = seen_by(&link, &cluster, &[&acme]);
    let names: Vec<&str> = all.iter().map(|server| &*server.name).collect();
    assert_eq!(names, ["server-0", "server-1"]);
}

#[test]
fn more_connections_than_come_at_a_time_are_all_seen() {
    let folder = estate();
    let home = folder.path();
    configured(home, FULL);
    let server = Server::start(&newest(), home);
    push(home, &server, 1);
    let acme = key(home, "ACME");
    let own = creds(home, "ACME", "ACME");
    let name = |number: usize| format!("client {number}");
    let mut clients: Vec<Client> = (0..1030)
        .map(|number| Client::named(&server.address, &own, &name(number)).unwrap())
        .collect();
    let named = |all: &[Observed]| -> BTreeSet<String> {
        let connections = all[0].connections_of(&acme).unwrap();
        let names: Vec<String> = connections.iter().map(|one| one.name.clone()).collect();
        assert_eq!(names.len(), BTreeSet::from_iter(&names).len());
        names.into_iter().collect()
    };
    assert_eq!(
        named(&seen(home, &server, &[&acme])),
        (0..1030).map(name).collect()
    );
    // Of a page that is not all of them, nothing is taken.
    let page = server.page(&format!("/connz?auth=true&acc={acme}"));
    let file = File {
        name: "connz.json",
        bytes: &page,
    };
    let error = read(&[file], now()).unwrap_err();
    assert_eq!(
        error.why,
        Why::Part {
            shown: 1024,
            total: 1030
        }
    );
    clients.truncate(512);
    let deadline = Instant::now() + common::LONG;
    while named(&seen(home, &server, &[&acme])).len() > 512 {
        assert!(Instant::now() < deadline);
    }
}

/// A thing that connects by MQTT, with a token for a password.
fn thing(address: SocketAddr, token: &str) -> TcpStream {
    let mut body = b"\x00\x04MQTT\x04\xc2\x00\x3c".to_vec();
    for part in ["thing", "somebody", token] {
        body.extend(u16::try_from(part.len()).unwrap().to_be_bytes());
        body.extend(part.as_bytes());
    }
    // What is longer than 127 bytes says so in two.
    let length = u16::try_from(body.len()).unwrap();
    let [low, high] = [length % 128 + 128, length / 128].map(|byte| u8::try_from(byte).unwrap());
    let mut stream = TcpStream::connect(address).unwrap();
    let packet = [&[0x10, low, high], &body[..]].concat();
    stream.write_all(&packet).unwrap();
    let mut answer = [0; 4];
    stream.read_exact(&mut answer).unwrap();
    assert_eq!(answer, [0x20, 2, 0, 0]);
    stream
}

/// Who comes by another way is connected as well; the end of a leaf node that goes out came with no token.
#[test]
fn leaf_nodes_things_and_bearers_are_seen_with_who_let_them_in() {
    for version in versions() {
        let folder = estate();
        let home = folder.path();
        lines(
            home,
            &[
                "edit account ACME --js-enable 0",
                "add user bearer -a ACME --bearer",
            ],
        );
        let text = configured(home, MEMORY);
        let (leaf, mqtt) = (free(), free());
        let acme = key(home, "ACME");
        let start = |name: &str, more: &str| {
            let folder = home.join(name);
            std::fs::create_dir(&folder).unwrap();
            let text = format!("{text}\nserver_name: {name}\n{more}\n");
            std::fs::write(folder.join("nats.conf"), text).unwrap();
            Server::start(&version, &folder)
        };
        let hub = start(
            "hub",
            &format!(
                "jetstream: {{ store_dir: js }}\nleafnodes: {{ listen: \"{leaf}\" }}\n\
                 mqtt: {{ listen: \"{mqtt}\" }}\nwebsocket: {{ listen: \"127.0.0.1:-1\", no_tls: true }}"
            ),
        );
        let own = home.join("own.creds");
        std::fs::write(&own, creds(home, "ACME", "ACME")).unwrap();
        let edge = start(
            "edge",
            &format!(
                "leafnodes: {{ remotes: [{{ url: \"nats://{leaf}\", account: {acme}, credentials: \"{}\" }}] }}",
                own.display()
            ),
        );
        let bearer = creds(home, "ACME", "bearer");
        let token = bearer.lines().find(|line| line.starts_with("eyJ")).unwrap();
        let _thing = thing(mqtt, token);
        let _bearer = Client::bearing(&hub.address, &bearer).unwrap();
        let deadline = Instant::now() + common::LONG;
        while !edge.log().contains("Leafnode connection created") {
            assert!(Instant::now() < deadline, "{}", edge.log());
            std::thread::sleep(Duration::from_millis(20));
        }
        let seen_at = |url: &str| {
            let link = link(home, url);
            let cluster = Cluster::find(&link, None).unwrap();
            seen_by(&link, &cluster, &[&acme])
        };
        let all = [seen_at(&hub.websocket()), seen_at(&edge.url())].concat();
        let of = |name: &str| all.iter().find(|server| server.name == name).unwrap();
        let key = signing_keys(home, "ACME").remove(0);
        let connections = of("hub").connections_of(&acme).unwrap();
        let issuers: Vec<&str> = connections.iter().map(|one| &*one.issuer).collect();
        assert_eq!(issuers, [&*key; 3], "{version:?}: {connections:?}");
        let users: BTreeSet<&str> = connections.iter().map(|one| &*one.user).collect();
        assert!(users.contains("somebody"), "{users:?}");
        assert_eq!(of("edge").connections_of(&acme), Some(vec![]));
        for (server, name) in [(&hub, "hub"), (&edge, "edge")] {
            let filed = filed(&taken(server, &acme));
            assert_eq!(
                filed[0].connections_of(&acme),
                of(name).connections_of(&acme)
            );
        }
        // Asked for all accounts, old servers show no leaf nodes, and count them.
        let mut pages = taken(&hub, &acme);
        pages[2].1 = hub.page("/connz?auth=true");
        let files: Vec<File> = pages
            .iter()
            .map(|(name, bytes)| File { name, bytes })
            .collect();
        let is_old = version.to_string_lossy().contains("2.10.");
        match read(&files, now()) {
            Err(error) if is_old => assert!(matches!(error.why, Why::Differ { .. }), "{error}"),
            other => assert!(!is_old && other.is_ok(), "{other:?}"),
        }
    }
}

const HEADER: &str = r#"{"typ":"JWT","alg":"ed25519-nkey"}"#;

/// Whoever is let in by an auth callout is seen with the key that signed the token which the service gave.
#[test]
fn of_an_auth_callout_it_is_seen_what_the_service_signed_with() {
    for version in versions() {
        let folder = estate();
        let home = folder.path();
        lines(
            home,
            &[
                "add user service -a ACME",
                "add user guest -a ACME",
                "edit authcallout ACME --auth-user service",
            ],
        );
        let guest = creds(home, "ACME", "guest");
        let before = signing_keys(home, "ACME");
        lines(home, &["edit account ACME --sk generate"]);
        let keys = signing_keys(home, "ACME");
        let signer = keys.iter().find(|key| !before.contains(key)).unwrap();
        live_at(home, &["export", "keys", "--key", signer, "--dir", "out"]);
        let seed = std::fs::read_to_string(home.join(format!("out/{signer}.nk"))).unwrap();
        let pair = Seed::parse(seed.trim()).unwrap().signing_pair().unwrap();
        configured(home, FULL);
        let server = Server::start(&version, home);
        push(home, &server, 1);
        let account = key(home, "ACME");
        let mut service = connect(home, &server, "service");
        service.listen("$SYS.REQ.USER.AUTH", 1).unwrap();
        let address = server.address.clone();
        let coming = std::thread::spawn(move || Client::named(&address, &guest, "guest"));
        let (request, reply) = loop {
            let came = service.came().unwrap().messages;
            if let Some((_, reply, request)) = came.into_iter().next() {
                break (request, reply);
            }
            std::thread::sleep(Duration::from_millis(10));
        };
        let body = request.split('.').nth(1).unwrap().as_bytes();
        let asked: Value = serde_json::from_slice(&BASE64URL_NOPAD.decode(body).unwrap()).unwrap();
        let asked = &asked["nats"];
        let user = value!({
            "jti": "1", "iat": now(), "iss": signer, "name": "guest", "sub": asked["user_nkey"],
            "nats": { "pub": {}, "sub": {}, "subs": -1, "data": -1, "payload": -1, "issuer_account": account,
                "type": "user", "version": 2 },
        });
        let response = value!({
            "jti": "2", "iat": now(), "iss": signer, "sub": asked["user_nkey"], "aud": asked["server_id"]["id"],
            "nats": { "type": "authorization_response", "version": 2, "issuer_account": account,
                "jwt": signed(HEADER, &user, &pair) },
        });
        let answer = signed(HEADER, &response, &pair);
        service.publish(&reply, &answer).unwrap();
        let _guest = coming.join().unwrap().unwrap();
        let all = seen(home, &server, &[&account]);
        let connections = all[0].connections_of(&account).unwrap();
        let guest: Vec<&&Connection> = connections
            .iter()
            .filter(|one| one.name == "guest")
            .collect();
        assert_eq!(guest.len(), 1);
        assert_eq!(guest[0].issuer, *signer);
    }
}
