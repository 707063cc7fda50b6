//! Users with a preset at real servers of every version: what the system needs that connects as one works, and what it does
//! not need is denied, in the server's own words.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::time::{Duration, Instant};

use common::copies::{config, json, now};
use common::refusal::refused_by;
use common::servers::{Client, Server, versions};
use common::{live, live_at, live_estate, live_lines, signed};
use data_encoding::BASE64URL_NOPAD;
use nkeep::nkey::{AnyKeyPair, Seed};
use serde_json::{Value, json as value};

const HEADER: &str = r#"{"typ":"JWT","alg":"ed25519-nkey"}"#;

/// Does it with a server of each version that has the accounts of the home, and JetStream.
fn on_each(home: &Path, check: impl Fn(&Server)) {
    config(home, &["--nats-resolver"]);
    let ours = std::fs::read_to_string(home.join("nats.conf")).unwrap();
    let text = format!("{ours}\njetstream: {{ store_dir: \"js\" }}\n");
    std::fs::write(home.join("nats.conf"), text).unwrap();
    for version in versions() {
        for folder in ["jwt", "js"] {
            let _ = std::fs::remove_dir_all(home.join(folder));
        }
        let server = Server::start(&version, home);
        live_at(home, &["push", "-A", "-u", &server.url()]);
        check(&server);
    }
}

/// Somebody who is connected, and asks.
struct Asker {
    client: Client,
    asked: usize,
    /// What came while something else was waited for: subject and payload.
    early: Vec<(String, String)>,
}

impl Asker {
    /// A user of that account.
    fn connect(home: &Path, server: &Server, account: &str, user: &str) -> Self {
        let creds = live_at(home, &["generate", "creds", "-a", account, "-n", user]);
        let mut client = Client::connect(&server.address, &creds).unwrap();
        client.listen("_INBOX.me.*", 1).unwrap();
        Self::of(client)
    }

    fn of(client: Client) -> Self {
        Self {
            client,
            asked: 0,
            early: Vec::new(),
        }
    }

    /// The first message that comes on that subject.
    fn came(&mut self, subject: &str) -> String {
        let deadline = Instant::now() + common::LONG;
        loop {
            let came = self.client.came().unwrap();
            assert!(came.errors.is_empty(), "{subject}: {:?}", came.errors);
            let messages = came.messages.into_iter();
            self.early
                .extend(messages.map(|(on, _, payload)| (on, payload)));
            let found = self.early.iter().position(|(on, _)| on == subject);
            if let Some(place) = found {
                return self.early.remove(place).1;
            }
            assert!(
                Instant::now() < deadline,
                "nothing comes on {subject}, but {:?}",
                self.early
            );
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// What is answered.
    fn ask(&mut self, subject: &str, payload: &str) -> String {
        self.asked += 1;
        let inbox = format!("_INBOX.me.{}", self.asked);
        let request = format!("{subject} {inbox}");
        let sent = self.client.publish(&request, payload);
        sent.unwrap_or_else(|reason| panic!("{subject}: {reason}"));
        self.came(&inbox)
    }

    /// What JetStream answers, which must be no error.
    fn manage(&mut self, request: &str, payload: &Value) -> Value {
        let payload = match payload {
            Value::Null => String::new(),
            payload => payload.to_string(),
        };
        let answer = self.ask(&format!("$JS.API.{request}"), &payload);
        let answer: Value = serde_json::from_str(&answer).unwrap();
        assert!(answer.get("error").is_none(), "{request}: {answer}");
        answer
    }

    /// Puts a message into a stream, and says at which place.
    fn put(&mut self, subject: &str, payload: &str) -> u64 {
        let answer: Value = serde_json::from_str(&self.ask(subject, payload)).unwrap();
        let place = answer["seq"].as_u64();
        place.unwrap_or_else(|| panic!("{subject}: {answer}"))
    }

    /// That none of it may be published.
    fn may_not_publish(&mut self, subjects: &[&str]) {
        for subject in subjects {
            let reason = self.client.publish(subject, "").unwrap_err();
            let says = format!("-ERR 'Permissions Violation for Publish to \"{subject}\"'");
            assert_eq!(reason, says);
        }
    }

    /// That none of it may be subscribed to.
    fn may_not_listen(&mut self, subjects: &[&str]) {
        for subject in subjects {
            let reason = self.client.listen(subject, 99).unwrap_err();
            let says = "-ERR 'Permissions Violation for Subscription to ";
            assert!(reason.starts_with(says), "{subject}: {reason}");
        }
    }
}

#[test]
fn nauth_looks_up_gives_and_deletes_accounts_and_nothing_else() {
    let folder = live_estate();
    let home = folder.path();
    live_lines(home, &["add user nauth -a SYS --preset nauth"]);
    let claims = json(home, &["describe", "user", "nauth", "-a", "SYS"]);
    let system = json(home, &["describe", "account", "SYS"])["sub"].clone();
    // nauth takes none without.
    assert_eq!(claims["nats"]["issuer_account"], system);
    let acme = json(home, &["describe", "account", "ACME"])["sub"].clone();
    let acme = acme.as_str().unwrap();
    let token = live_at(home, &["describe", "account", "ACME", "--raw"]);
    on_each(home, |server| {
        let mut nauth = Asker::connect(home, server, "SYS", "nauth");
        let pinged = nauth.ask("$SYS.REQ.SERVER.PING", "");
        assert!(pinged.contains("statsz"), "{pinged}");
        let given = nauth.ask("$SYS.REQ.CLAIMS.UPDATE", token.trim());
        assert!(given.contains("jwt updated"), "{given}");
        let lookup = format!("$SYS.REQ.ACCOUNT.{acme}.CLAIMS.LOOKUP");
        assert_eq!(nauth.ask(&lookup, ""), token.trim());
        // It is the server that says no, for it is no request that anybody signed.
        let deleted = nauth.ask("$SYS.REQ.CLAIMS.DELETE", "nothing");
        assert!(deleted.contains("error"), "{deleted}");
        let of_account = |what: &str| format!("$SYS.REQ.ACCOUNT.{acme}.{what}");
        nauth.may_not_publish(&[
            "$SYS.REQ.CLAIMS.LIST",
            "$SYS.REQ.CLAIMS.PACK",
            "$SYS.REQ.SERVER.PING.CONNZ",
            "$SYS.REQ.SERVER.PING.JSZ",
            "$SYS.REQ.SERVER.X.RELOAD",
            "$SYS.REQ.SERVER.X.KICK",
            "$SYS.REQ.ACCOUNT.PING.STATZ",
            &of_account("CONNZ"),
            &of_account("CLAIMS.UPDATE"),
            "_INBOX.other",
            "orders",
        ]);
        nauth.may_not_listen(&[">", "$SYS.>", "$SYS.ACCOUNT.>", "$SYS.REQ.>", "orders"]);
    });
}

#[test]
fn surveyor_asks_servers_how_they_are_and_nothing_else() {
    let folder = live_estate();
    let home = folder.path();
    live_lines(home, &["add user surveyor -a SYS --preset surveyor"]);
    on_each(home, |server| {
        let mut surveyor = Asker::connect(home, server, "SYS", "surveyor");
        for (asked, payload) in [
            ("SERVER.PING", ""),
            (
                "SERVER.PING.JSZ",
                r#"{"accounts":true,"streams":true,"consumer":true,"config":true,"raft":true}"#,
            ),
            ("SERVER.PING.GATEWAYZ", r#"{"accounts":false}"#),
            ("SERVER.PING.RAFTZ", r#"{"group":"_meta_"}"#),
            ("ACCOUNT.PING.STATZ", r#"{"include_unused":true}"#),
        ] {
            let answer = surveyor.ask(&format!("$SYS.REQ.{asked}"), payload);
            let answer: Value = serde_json::from_str(&answer).unwrap();
            assert!(answer["server"]["id"].is_string(), "{asked}: {answer}");
        }
        surveyor.may_not_publish(&[
            "$SYS.REQ.CLAIMS.UPDATE",
            "$SYS.REQ.CLAIMS.DELETE",
            "$SYS.REQ.CLAIMS.LIST",
            "$SYS.REQ.ACCOUNT.X.CLAIMS.LOOKUP",
            "$SYS.REQ.SERVER.PING.CONNZ",
            "$SYS.REQ.SERVER.PING.SUBSZ",
            "$SYS.REQ.SERVER.PING.PROFILEZ",
            "$SYS.REQ.SERVER.X.KICK",
            "$SYS.REQ.SERVER.X.RELOAD",
            "orders",
        ]);
        surveyor.may_not_listen(&[">", "$SYS.>", "$SYS.ACCOUNT.>", "$SYS.SERVER.>"]);
    });
}

#[test]
fn nack_makes_streams_consumers_and_buckets_and_reads_none() {
    let folder = live_estate();
    let home = folder.path();
    live_lines(
        home,
        &[
            "edit account ACME --js-enable 0",
            "add user nack -a ACME --preset nack",
        ],
    );
    let stream =
        |subjects: &[&str]| value!({ "name": "ORDERS", "subjects": subjects, "storage": "memory" });
    let consumer = |filter: &str| {
        value!({ "stream_name": "ORDERS", "config": {
            "name": "shop", "durable_name": "shop", "ack_policy": "explicit", "filter_subject": filter,
        } })
    };
    on_each(home, |server| {
        let mut nack = Asker::connect(home, server, "ACME", "nack");
        let nothing = value!(null);
        nack.manage("INFO", &nothing);
        nack.manage("STREAM.CREATE.ORDERS", &stream(&["orders.>"]));
        nack.manage("STREAM.UPDATE.ORDERS", &stream(&["orders.>", "returns.>"]));
        let info = nack.manage("STREAM.INFO.ORDERS", &nothing);
        assert_eq!(info["config"]["subjects"][1], "returns.>");
        let named = "CONSUMER.CREATE.ORDERS.shop";
        nack.manage(&format!("{named}.orders.new.>"), &consumer("orders.new.>"));
        nack.manage(named, &consumer(""));
        let info = nack.manage("CONSUMER.INFO.ORDERS.shop", &nothing);
        assert!(info["config"].get("filter_subject").is_none(), "{info}");
        // A bucket is a stream; so is an object store.
        let bucket = value!({
            "name": "KV_TILES", "subjects": ["$KV.TILES.>"], "max_msgs_per_subject": 1, "allow_rollup_hdrs": true,
        });
        nack.manage("STREAM.CREATE.KV_TILES", &bucket);
        nack.may_not_publish(&[
            "$JS.API.STREAM.LIST",
            "$JS.API.STREAM.NAMES",
            "$JS.API.STREAM.PURGE.ORDERS",
            "$JS.API.STREAM.MSG.GET.ORDERS",
            "$JS.API.STREAM.MSG.DELETE.ORDERS",
            "$JS.API.STREAM.SNAPSHOT.ORDERS",
            "$JS.API.STREAM.RESTORE.ORDERS",
            "$JS.API.DIRECT.GET.ORDERS",
            "$JS.API.CONSUMER.MSG.NEXT.ORDERS.shop",
            "$JS.API.CONSUMER.LIST.ORDERS",
            "$JS.API.ACCOUNT.PURGE.X",
            "$KV.TILES.red",
            "$JS.ACK.ORDERS.shop.1.1.1.1.0",
            "orders.new",
        ]);
        nack.may_not_listen(&[">", "orders.>", "$KV.>", "$JS.>", "$JS.EVENT.>"]);
        nack.manage("CONSUMER.DELETE.ORDERS.shop", &nothing);
        nack.manage("STREAM.DELETE.ORDERS", &nothing);
        nack.manage("STREAM.DELETE.KV_TILES", &nothing);
    });
}

/// The buckets of the backend and the stream of its locks, as it makes them.
fn backend_streams() -> [Value; 3] {
    let bucket = |name: &str, history: u32| {
        value!({
            "name": format!("KV_{name}"), "subjects": [format!("$KV.{name}.>")], "max_msgs_per_subject": history,
            "allow_rollup_hdrs": true, "deny_delete": true, "allow_direct": true, "discard": "new", "compression": "s2",
        })
    };
    let locks = value!({
        "name": "SECRETS_nats-kv_state_lock", "subjects": ["SECRETS_nats-kv_state_lock.*"], "storage": "memory",
        "discard": "new", "discard_new_per_subject": true, "max_msgs_per_subject": 1, "max_age": 3_000_000_000_i64,
    });
    [
        bucket("WASMCLOUD_SECRETS", 64),
        bucket("SECRETS_nats-kv_state", 1),
        locks,
    ]
}

#[test]
fn the_secrets_of_wasmcloud_are_kept_in_their_buckets_and_no_other() {
    let folder = live_estate();
    let home = folder.path();
    live_lines(
        home,
        &[
            "edit account ACME --js-enable 0",
            "add user backend -a ACME --preset wasmcloud-kv",
            "add user host -a ACME",
        ],
    );
    on_each(home, |server| {
        let mut backend = Asker::connect(home, server, "ACME", "backend");
        let nothing = value!(null);
        backend.manage("INFO", &nothing);
        for stream in backend_streams() {
            let name = stream["name"].as_str().unwrap();
            backend.manage(&format!("STREAM.CREATE.{name}"), &stream);
            backend.manage(&format!("STREAM.INFO.{name}"), &nothing);
        }
        keeps_secrets(&mut backend);
        maps_secrets(&mut backend);
        let mut host = Asker::connect(home, server, "ACME", "host");
        answers_once(&mut backend, &mut host);
        // Of others, and of its own what it has no use for.
        lines_of_others(&mut host);
        backend.may_not_publish(&[
            "$JS.API.STREAM.LIST",
            "$JS.API.STREAM.NAMES",
            "$JS.API.STREAM.INFO.ORDERS",
            "$JS.API.STREAM.CREATE.MINE",
            "$JS.API.STREAM.DELETE.KV_WASMCLOUD_SECRETS",
            "$JS.API.STREAM.UPDATE.KV_WASMCLOUD_SECRETS",
            "$JS.API.STREAM.PURGE.KV_WASMCLOUD_SECRETS",
            "$JS.API.STREAM.MSG.DELETE.KV_WASMCLOUD_SECRETS",
            "$JS.API.STREAM.MSG.GET.KV_WASMCLOUD_SECRETS",
            "$JS.API.CONSUMER.CREATE.ORDERS",
            "$JS.API.CONSUMER.CREATE.KV_SECRETS_nats-kv_state",
            "$JS.API.DIRECT.GET.ORDERS.orders.new",
            "$KV.OTHERS.key",
            "$KV.SECRETS_nats-kv_state.M.more",
            "SECRETS_nats-kv_state_lock.M.more",
            "wasmcloud.secrets.v1alpha1.nats-kv.get",
            "_INBOX.other",
            "orders.new",
        ]);
        backend.may_not_listen(&[
            ">",
            "$KV.>",
            "orders.>",
            "wasmcloud.>",
            "wasmcloud.secrets.v1alpha1.other.>",
        ]);
    });
}

/// Puts a secret twice, and reads the newer one, and all of them as a consumer does.
fn keeps_secrets(backend: &mut Asker) {
    let key = "$KV.WASMCLOUD_SECRETS.db.password";
    assert_eq!((backend.put(key, "old"), backend.put(key, "new")), (1, 2));
    let get = format!("$JS.API.DIRECT.GET.KV_WASMCLOUD_SECRETS.{key}");
    assert_eq!(backend.ask(&get, ""), "new");
    for (number, (request, name)) in [
        ("CONSUMER.CREATE.KV_WASMCLOUD_SECRETS".to_owned(), None),
        (
            format!("CONSUMER.CREATE.KV_WASMCLOUD_SECRETS.versions.{key}"),
            Some("versions"),
        ),
    ]
    .into_iter()
    .enumerate()
    {
        // Servers deliver to whoever listens to just that.
        let inbox = format!("_INBOX.history.{number}");
        let number = 20 + u32::try_from(number).unwrap();
        backend.client.listen(&inbox, number).unwrap();
        let mut config = value!({
            "deliver_subject": inbox, "deliver_policy": "all", "ack_policy": "none", "filter_subject": key,
            "flow_control": true, "idle_heartbeat": 5_000_000_000_i64, "mem_storage": true, "num_replicas": 1,
        });
        if let Some(name) = name {
            config["name"] = value!(name);
        }
        let consumer = value!({ "stream_name": "KV_WASMCLOUD_SECRETS", "config": config });
        let made = backend.manage(&request, &consumer);
        // Under the subject that they have in the stream.
        let versions = [backend.came(key), backend.came(key)];
        assert_eq!(versions, ["old", "new"]);
        let name = made["name"].as_str().unwrap();
        backend.manage(
            &format!("CONSUMER.INFO.KV_WASMCLOUD_SECRETS.{name}"),
            &value!(null),
        );
        backend.manage(
            &format!("CONSUMER.DELETE.KV_WASMCLOUD_SECRETS.{name}"),
            &value!(null),
        );
    }
}

/// Takes a lock, says who may have which secrets, and gives the lock back.
fn maps_secrets(backend: &mut Asker) {
    let lock = backend.put("SECRETS_nats-kv_state_lock.MCOMPONENT", "lock");
    let again: Value =
        serde_json::from_str(&backend.ask("SECRETS_nats-kv_state_lock.MCOMPONENT", "lock"))
            .unwrap();
    assert!(again["error"].is_object(), "{again}");
    let key = "$KV.SECRETS_nats-kv_state.MCOMPONENT";
    backend.put(key, r#"["db.password"]"#);
    let get = format!("$JS.API.DIRECT.GET.KV_SECRETS_nats-kv_state.{key}");
    assert_eq!(backend.ask(&get, ""), r#"["db.password"]"#);
    backend.manage(
        "STREAM.MSG.DELETE.SECRETS_nats-kv_state_lock",
        &value!({ "seq": lock }),
    );
}

/// Is asked by a host, and answers to wherever that listens, once.
fn answers_once(backend: &mut Asker, host: &mut Asker) {
    let queue = "wasmcloud.secrets.v1alpha1.nats-kv.> wasmcloud_secrets.nats-kv";
    backend.client.listen(queue, 2).unwrap();
    host.client.listen("answers.*", 2).unwrap();
    let asked = "wasmcloud.secrets.v1alpha1.nats-kv.server_xkey";
    host.client
        .publish(&format!("{asked} answers.1"), "")
        .unwrap();
    assert_eq!(backend.came(asked), "");
    backend.client.publish("answers.1", "XKEY").unwrap();
    assert_eq!(host.came("answers.1"), "XKEY");
    backend.may_not_publish(&["answers.1", "answers.2"]);
}

/// A stream of somebody else, so that what is denied is there.
fn lines_of_others(host: &mut Asker) {
    let orders = value!({ "name": "ORDERS", "subjects": ["orders.>"], "storage": "memory" });
    host.manage("STREAM.CREATE.ORDERS", &orders);
}

/// The first of an account's signing keys.
fn signing_pair(home: &Path, account: &str) -> AnyKeyPair {
    let claims = json(home, &["describe", "account", account]);
    let key = &claims["nats"]["signing_keys"][0];
    let key = key.as_str().unwrap();
    let dir = home.join("signing");
    if !dir.exists() {
        live_at(home, &["export", "keys", "--key", key, "--dir", "signing"]);
    }
    let text = std::fs::read_to_string(dir.join(format!("{key}.nk"))).unwrap();
    Seed::parse(text.trim()).unwrap().signing_pair().unwrap()
}

/// What a service answers to a request that a server signed: who the client is and may do, or why it may not connect.
fn answer_to(request: &str, account: &str, pair: &AnyKeyPair) -> String {
    let body = request.split('.').nth(1).unwrap();
    let request: Value =
        serde_json::from_slice(&BASE64URL_NOPAD.decode(body.as_bytes()).unwrap()).unwrap();
    let (asked, now) = (&request["nats"], now());
    let issuer = pair.public().to_string();
    let mut answer =
        value!({ "type": "authorization_response", "version": 2, "issuer_account": account });
    if asked["connect_opts"]["name"] == "welcome" {
        let user = value!({
            "jti": "1", "iat": now, "iss": issuer, "name": "guest", "sub": asked["user_nkey"],
            "nats": {
                "pub": { "allow": ["hello"] }, "sub": {}, "subs": -1, "data": -1, "payload": -1,
                "issuer_account": account, "type": "user", "version": 2,
            },
        });
        answer["jwt"] = value!(signed(HEADER, &user, pair));
    } else {
        answer["error"] = value!("not welcome");
    }
    let response = value!({
        "jti": "2", "iat": now, "iss": issuer, "sub": asked["user_nkey"], "aud": asked["server_id"]["id"], "nats": answer,
    });
    signed(HEADER, &response, pair)
}

#[test]
fn a_callout_service_is_asked_who_may_connect_and_answers() {
    let folder = live_estate();
    let home = folder.path();
    live_lines(
        home,
        &[
            "add user service -a ACME --preset callout",
            "add user guest -a ACME",
            "edit authcallout ACME --auth-user service",
        ],
    );
    let account = json(home, &["describe", "account", "ACME"])["sub"].clone();
    let account = account.as_str().unwrap();
    let pair = signing_pair(home, "ACME");
    let guest = live_at(home, &["generate", "creds", "-a", "ACME", "-n", "guest"]);
    let creds = live_at(home, &["generate", "creds", "-a", "ACME", "-n", "service"]);
    on_each(home, |server| {
        let mut service = Asker::of(Client::connect(&server.address, &creds).unwrap());
        service.client.listen("$SYS.REQ.USER.AUTH q", 10).unwrap();
        for name in ["welcome", "unwelcome"] {
            let (address, guest) = (server.address.clone(), guest.clone());
            let coming = std::thread::spawn(move || Client::named(&address, &guest, name));
            let (request, reply) = loop {
                let came = service.client.came().unwrap();
                if let Some((_, reply, request)) = came.messages.into_iter().next() {
                    break (request, reply);
                }
                std::thread::sleep(Duration::from_millis(10));
            };
            let answer = answer_to(&request, account, &pair);
            service.client.publish(&reply, &answer).unwrap();
            match (name, coming.join().unwrap()) {
                ("welcome", Ok(client)) => {
                    let mut guest = Asker::of(client);
                    guest.client.publish("hello", "").unwrap();
                    guest.may_not_publish(&["other"]);
                }
                ("unwelcome", Err(reason)) => {
                    assert_eq!(reason, "-ERR 'Authorization Violation'");
                }
                (name, outcome) => panic!("{name}: {outcome:?}"),
            }
            service.may_not_publish(&[&reply]);
        }
        service.may_not_publish(&[
            "$SYS.REQ.USER.AUTH",
            "$SRV.PING",
            "_INBOX.other",
            "hello",
            "$JS.API.INFO",
        ]);
        service.may_not_listen(&[
            ">",
            "hello",
            "_INBOX.>",
            "$SYS.>",
            "$SYS.REQ.>",
            "$SRV.PING",
        ]);
    });
}

#[test]
fn a_preset_is_refused_where_it_cannot_work() {
    let folder = live_estate();
    let home = folder.path();
    let refuse = |args: &str, code: i32, says: &str, hint: &str| {
        let args: Vec<&str> = args.split(' ').collect();
        let why = refused_by(live(home).args(&args), home, code, says);
        assert!(why.contains(hint), "{args:?}: {why}");
    };
    for preset in ["nauth", "surveyor"] {
        let hint = format!("hint: nkeep add user x -a SYS --preset {preset}");
        refuse(
            &format!("add user x -a ACME --preset {preset}"),
            1,
            "is for users of the system account",
            &hint,
        );
    }
    refuse(
        "add user x -a SYS --preset all",
        2,
        "nauth, nack, surveyor",
        "",
    );
    // A role says what its users may do.
    live_lines(
        home,
        &["edit signing-key --sk generate --role asker -a SYS --allow-pub q"],
    );
    refuse(
        "add user x -a SYS --preset nauth -K asker",
        1,
        "has the role \"asker\"",
        "hint: nkeep add user x -a SYS --preset nauth",
    );
}

/// Of two things the least that nauth needs is one: that a signing key signs.
#[test]
fn nauth_is_signed_by_a_signing_key() {
    let home = common::scratch();
    let home = home.path();
    live_lines(
        home,
        &[
            "store init --new-identity identity.txt",
            "add operator LOOSE",
            "add account SYS",
            "edit operator --system-account SYS",
        ],
    );
    let args = ["add", "user", "nauth", "-a", "SYS", "--preset", "nauth"];
    let why = refused_by(live(home).args(args), home, 1, "identity of the account");
    assert!(
        why.contains("hint: nkeep edit account SYS --sk generate"),
        "{why}"
    );
    live_lines(home, &["edit account SYS --sk generate"]);
    live_at(home, &args);
    let claims = json(home, &["describe", "user", "nauth", "-a", "SYS"]);
    assert!(claims["nats"]["issuer_account"].is_string(), "{claims}");
}

#[test]
fn what_a_preset_lacks_is_said_with_the_command_that_mends_it() {
    let folder = live_estate();
    let home = folder.path();
    live_at(home, &["add", "account", "KV"]);
    for (preset, account, says, next) in [
        (
            "nack",
            "ACME",
            "has no JetStream",
            "nkeep edit account ACME --js-enable 0",
        ),
        (
            "wasmcloud-kv",
            "KV",
            "has no JetStream",
            "nkeep edit account KV --js-enable 0",
        ),
        (
            "callout",
            "ACME",
            "does not name user \"callout\"",
            "nkeep edit authcallout ACME --auth-user callout",
        ),
    ] {
        let args = ["add", "user", preset, "-a", account, "--preset", preset];
        let output = live(home).args(args).output().unwrap();
        assert!(output.status.success(), "{output:?}");
        let said = common::refusal::said(&output);
        let warned = format!("warning: account \"{account}\" {says}");
        assert!(said.contains(&warned), "{said}");
        assert!(said.contains(&format!("next: {next}")), "{said}");
        live_lines(home, &[next.strip_prefix("nkeep ").unwrap()]);
    }
    let args = ["add", "user", "n2", "-a", "ACME", "--preset", "nack"];
    let output = live(home).args(args).output().unwrap();
    assert!(
        !common::refusal::said(&output).contains("warning"),
        "{output:?}"
    );
}

#[test]
fn what_is_allowed_beside_a_preset_adds_to_it() {
    let folder = live_estate();
    let home = folder.path();
    live_lines(
        home,
        &[
            "add user plain -a SYS --preset surveyor",
            "add user more -a SYS --preset surveyor --allow-pub $SYS.REQ.SERVER.PING.VARZ --deny-sub _INBOX.x",
        ],
    );
    let of = |user: &str| json(home, &["describe", "user", user, "-a", "SYS"])["nats"].clone();
    let (plain, more) = (of("plain"), of("more"));
    let list = |claims: &Value| claims["pub"]["allow"].as_array().unwrap().clone();
    let mut wanted = list(&plain);
    wanted.push(value!("$SYS.REQ.SERVER.PING.VARZ"));
    assert_eq!(list(&more), wanted);
    assert_eq!(more["sub"]["deny"], value!(["_INBOX.x"]));
    assert_eq!(more["sub"]["allow"], plain["sub"]["allow"]);
}

#[test]
fn a_store_may_begin_with_the_users_of_presets() {
    let folder = common::scratch();
    let home = folder.path();
    let init = ["init", "-n", "ACME", "--new-identity", "identity.txt"];
    let presets = [
        "--preset", "nauth", "--preset", "surveyor", "--preset", "nauth",
    ];
    let made = live_at(home, &[&init[..], &presets].concat());
    assert!(
        made.contains("SYS with users sys, nauth, surveyor"),
        "{made}"
    );
    for user in ["nauth", "surveyor"] {
        let next = format!("nkeep generate creds -a SYS -n {user} -o {user}.creds");
        assert!(made.contains(&next), "{made}");
        let claims = json(home, &["describe", "user", user, "-a", "SYS"]);
        assert!(claims["nats"]["issuer_account"].is_string(), "{claims}");
        assert_eq!(claims["nats"]["sub"]["allow"], value!(["_INBOX.>"]));
    }
    // Whoever else there is may do what it could.
    let sys = json(home, &["describe", "user", "sys", "-a", "SYS"]);
    assert_eq!(sys["nats"]["pub"], value!({}));
    let folder = common::scratch();
    let args = [&init[..], &["--preset", "nack"]].concat();
    refused_by(
        live(folder.path()).args(args),
        folder.path(),
        2,
        "nauth, surveyor",
    );
}
