//! Users of a store at real servers of every version: what they may they can, and what they may not they are refused, in the
//! server's own words. That a message came or did not come is seen by whoever listens.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::time::Duration;

use common::copies::{config, has, json, now};
use common::refusal::said;
use common::servers::{Came, Client, Server, newest, versions};
use common::{live, live_at, live_estate, live_lines};
use futures_util::StreamExt as _;

fn creds(home: &Path, user: &str) -> String {
    live_at(home, &["generate", "creds", "-a", "ACME", "-n", user])
}

/// Starts one of that version which has the accounts of the home.
fn served(version: &Path, home: &Path) -> Server {
    let _ = std::fs::remove_dir_all(home.join("jwt"));
    let server = Server::start(version, home);
    live_at(home, &["push", "-A", "-u", &server.url()]);
    server
}

/// Does it with a server of each version.
fn on_each(home: &Path, check: impl Fn(&Server)) {
    with_each(home, |_, server| check(server));
}

/// The same, and says which version it is.
fn with_each(home: &Path, check: impl Fn(&Path, &Server)) {
    config(home, &["--nats-resolver"]);
    for version in versions() {
        check(&version, &served(&version, home));
    }
}

fn connected(home: &Path, server: &Server, user: &str) -> Client {
    Client::connect(&server.address, &creds(home, user))
        .unwrap_or_else(|reason| panic!("{user}: {reason}"))
}

/// What servers say to whoever is not let in.
const SHUT_OUT: &str = "-ERR 'Authorization Violation'";

/// That somebody is not let in, and by what words.
fn shut_out(home: &Path, server: &Server, user: &str) {
    let reason = Client::connect(&server.address, &creds(home, user)).unwrap_err();
    assert_eq!(reason, SHUT_OUT, "{user}");
}

/// That it is refused with that reason, and the connection stays.
fn denied(outcome: Result<(), String>, what: &str) {
    let reason = outcome.unwrap_err();
    assert!(
        reason.starts_with(&format!("-ERR 'Permissions Violation for {what}")),
        "{what}: {reason}"
    );
}

/// The payloads that came.
fn payloads(client: &mut Client) -> Vec<String> {
    let came: Came = client.came().unwrap();
    assert!(came.errors.is_empty(), "{came:?}");
    came.payloads().into_iter().map(str::to_owned).collect()
}

#[test]
fn messages_come_where_they_may_and_nowhere_else() {
    let folder = live_estate();
    let home = folder.path();
    live_lines(
        home,
        &[
            "add user free -a ACME",
            "add user writer -a ACME --allow-pub orders.> --deny-pub orders.secret --allow-sub mine",
            "add user reader -a ACME --allow-sub orders.> --deny-sub orders.private --deny-pub >",
        ],
    );
    live_at(
        home,
        &[
            "add",
            "user",
            "worker",
            "-a",
            "ACME",
            "--allow-sub",
            "jobs.* crew",
        ],
    );
    on_each(home, |server| {
        let mut free = connected(home, server, "free");
        free.listen(">", 1).unwrap();
        let mut writer = connected(home, server, "writer");
        let mut reader = connected(home, server, "reader");
        reader.listen("orders.>", 1).unwrap();
        denied(
            reader.listen("elsewhere", 2),
            "Subscription to \"elsewhere\"",
        );
        denied(
            reader.listen("orders.private", 2),
            "Subscription to \"orders.private\"",
        );
        denied(
            reader.publish("orders.new", "0"),
            "Publish to \"orders.new\"",
        );
        writer.publish("orders.new", "1").unwrap();
        denied(
            writer.publish("orders.secret", "2"),
            "Publish to \"orders.secret\"",
        );
        denied(writer.publish("elsewhere", "3"), "Publish to \"elsewhere\"");
        denied(
            writer.listen("orders.new", 1),
            "Subscription to \"orders.new\"",
        );
        writer.listen("mine", 1).unwrap();
        // Only what was allowed came, to whom it was allowed.
        assert_eq!(payloads(&mut free), ["1"]);
        assert_eq!(payloads(&mut reader), ["1"]);
        free.publish("orders.private", "4").unwrap();
        free.publish("orders.secret", "5").unwrap();
        free.publish("mine", "6").unwrap();
        assert_eq!(payloads(&mut reader), ["5"]);
        assert_eq!(payloads(&mut writer), ["6"]);
        // A queue, and nobody alone.
        let mut worker = connected(home, server, "worker");
        denied(worker.listen("jobs.a", 1), "Subscription to \"jobs.a\"");
        denied(
            worker.listen("jobs.a others", 1),
            "Subscription to \"jobs.a\"",
        );
        worker.listen("jobs.a crew", 2).unwrap();
        free.publish("jobs.a", "7").unwrap();
        assert_eq!(payloads(&mut worker), ["7"]);
    });
}

#[test]
fn answers_go_to_whoever_asked_and_so_often() {
    let folder = live_estate();
    let home = folder.path();
    live_lines(
        home,
        &[
            "add user client -a ACME",
            "add user once -a ACME --allow-sub once --allow-pub-response",
            "add user twice -a ACME --allow-sub twice --allow-pub-response=2 --response-ttl 1h",
            "add user late -a ACME --allow-sub late --allow-pub-response=-1 --response-ttl 100ms",
        ],
    );
    on_each(home, |server| {
        let mut client = connected(home, server, "client");
        client.listen("inbox.>", 1).unwrap();
        for (user, most) in [("once", 1), ("twice", 2)] {
            let mut service = connected(home, server, user);
            service.listen(user, 1).unwrap();
            // Without a question there is no answer.
            denied(service.publish("inbox.x", "0"), "Publish to \"inbox.x\"");
            client.publish(&format!("{user} inbox.x"), "?").unwrap();
            let came = service.came().unwrap();
            let (_, reply, asked) = &came.messages[0];
            assert_eq!((&**reply, &**asked), ("inbox.x", "?"));
            for _ in 0..most {
                service.publish(reply, "!").unwrap();
            }
            denied(service.publish(reply, "more"), "Publish to \"inbox.x\"");
            assert_eq!(payloads(&mut client), vec!["!"; most], "{user}");
        }
        // Some time later it is too late.
        let mut late = connected(home, server, "late");
        late.listen("late", 1).unwrap();
        client.publish("late inbox.y", "?").unwrap();
        assert_eq!(payloads(&mut late), ["?"]);
        std::thread::sleep(Duration::from_millis(300));
        denied(late.publish("inbox.y", "!"), "Publish to \"inbox.y\"");
        assert!(payloads(&mut client).is_empty());
    });
}

#[test]
fn limits_are_those_of_the_user_and_of_the_account() {
    let folder = live_estate();
    let home = folder.path();
    live_lines(
        home,
        &[
            "add user free -a ACME",
            "add user small -a ACME",
            "edit user small -a ACME --payload 4 --subs 1",
            "add account NARROW",
            "add user one -a NARROW",
            "edit account NARROW --conns 1 --payload 8 --subscriptions 2",
        ],
    );
    let one = live_at(home, &["generate", "creds", "-a", "NARROW", "-n", "one"]);
    on_each(home, |server| {
        let mut free = connected(home, server, "free");
        free.listen(">", 1).unwrap();
        let mut small = connected(home, server, "small");
        small.listen("a", 1).unwrap();
        let reason = small.listen("b", 2).unwrap_err();
        assert_eq!(reason, "-ERR 'maximum subscriptions exceeded'");
        small.publish("x", "1234").unwrap();
        let reason = small.publish("x", "12345").unwrap_err();
        assert_eq!(reason, "-ERR 'Maximum Payload Violation'");
        assert_eq!(payloads(&mut free), ["1234"]);
        // Who is of an account has no more than that.
        let mut first = Client::connect(&server.address, &one).unwrap();
        let reason = Client::connect(&server.address, &one).unwrap_err();
        assert_eq!(reason, "-ERR 'maximum account active connections exceeded'");
        first.listen("a", 1).unwrap();
        first.listen("b", 2).unwrap();
        let reason = first.listen("c", 3).unwrap_err();
        assert_eq!(reason, "-ERR 'maximum subscriptions exceeded'");
        first.publish("a", "12345678").unwrap();
        assert_eq!(payloads(&mut first), ["12345678"]);
        let reason = first.publish("a", "123456789").unwrap_err();
        assert_eq!(reason, "-ERR 'Maximum Payload Violation'");
    });
}

#[test]
fn a_role_says_what_its_users_may_and_templates_are_filled_in() {
    let folder = live_estate();
    let home = folder.path();
    live_lines(
        home,
        &[
            "edit account ACME --tag region:north",
            "edit signing-key -a ACME --sk generate --role clerk --payload 8 \
             --allow-pub desk.{{name()}}.>,dept.{{tag(dept)}}.in,{{account-name()}}.{{account-tag(region)}} \
             --allow-sub desk.{{name()}}.>,key.{{subject()}},of.{{account-subject()}} --deny-sub desk.{{name()}}.secret",
            "add user free -a ACME",
            "add user anna -a ACME -K clerk --tag dept:sales,dept:support",
            "add user bert -a ACME -K clerk --tag dept:stock",
        ],
    );
    let keys = ["anna", "ACME"].map(|name| {
        let kind = if name == "ACME" { "account" } else { "user" };
        let described = json(home, &["describe", kind, "-n", name]);
        described["sub"].as_str().unwrap().to_owned()
    });
    on_each(home, |server| {
        let mut free = connected(home, server, "free");
        free.listen(">", 1).unwrap();
        let mut anna = connected(home, server, "anna");
        for (payload, subject) in [
            "desk.anna.x",
            "dept.sales.in",
            "dept.support.in",
            "ACME.north",
        ]
        .iter()
        .enumerate()
        {
            anna.publish(subject, &payload.to_string())
                .unwrap_or_else(|reason| panic!("{subject}: {reason}"));
        }
        assert_eq!(payloads(&mut free), ["0", "1", "2", "3"]);
        for subject in [
            "desk.bert.x",
            "dept.stock.in",
            "SYS.north",
            "ACME.south",
            "desk.{{name()}}.x",
        ] {
            denied(
                anna.publish(subject, "no"),
                &format!("Publish to {subject:?}"),
            );
        }
        assert!(payloads(&mut free).is_empty());
        for (number, subject) in [
            "desk.anna.>".to_owned(),
            format!("key.{}", keys[0]),
            format!("of.{}", keys[1]),
        ]
        .iter()
        .enumerate()
        {
            anna.listen(subject, u32::try_from(number).unwrap())
                .unwrap();
        }
        denied(anna.listen("desk.bert.x", 9), "Subscription to");
        let mut bert = connected(home, server, "bert");
        bert.listen("desk.bert.>", 1).unwrap();
        bert.publish("dept.stock.in", "4").unwrap();
        denied(bert.publish("dept.sales.in", "no"), "Publish to");
        for subject in ["desk.anna.x", "desk.anna.secret", "desk.bert.x"] {
            free.publish(subject, subject).unwrap();
        }
        free.publish(&format!("key.{}", keys[0]), "hers").unwrap();
        assert_eq!(payloads(&mut anna), ["desk.anna.x", "hers"]);
        assert_eq!(payloads(&mut bert), ["desk.bert.x"]);
        // The limits of the role hold, too.
        let reason = anna.publish("desk.anna.x", "123456789").unwrap_err();
        assert_eq!(reason, "-ERR 'Maximum Payload Violation'");
    });
}

/// Older servers deliver what is denied to a subscription that it only crosses: what `validate` says of it is so.
#[test]
fn a_deny_that_a_subscription_crosses_is_warned_of() {
    let folder = live_estate();
    let home = folder.path();
    live_lines(
        home,
        &[
            "add user free -a ACME",
            "add user crossed -a ACME --allow-sub desk.> --deny-sub desk.*.secret",
        ],
    );
    let output = live(home).arg("validate").output().unwrap();
    let warned = String::from_utf8(output.stdout).unwrap();
    has(
        &warned,
        &["servers before 2.11.16, 2.12.7 and 2.14.0 deliver what \"desk.*.secret\" denies"],
    );
    let oldest = versions()[0].clone();
    with_each(home, |version, server| {
        let mut free = connected(home, server, "free");
        let mut crossed = connected(home, server, "crossed");
        crossed.listen("desk.anna.>", 1).unwrap();
        free.publish("desk.anna.secret", "no").unwrap();
        free.publish("desk.anna.x", "yes").unwrap();
        let came = payloads(&mut crossed);
        if *version == oldest {
            assert_eq!(came, ["no", "yes"]);
        } else {
            assert_eq!(came, ["yes"]);
        }
    });
}

/// What a change of an account does to those who are connected.
#[test]
fn what_is_pushed_binds_those_who_are_connected() {
    let folder = live_estate();
    let home = folder.path();
    config(home, &["--nats-resolver"]);
    for (round, version) in versions().iter().enumerate() {
        let role = format!("role{round}");
        let [scoped, plain] = ["scoped", "plain"].map(|name| format!("{name}{round}"));
        live_lines(
            home,
            &[
                &format!(
                    "edit signing-key -a ACME --sk generate --role {role} --allow-pubsub old,both"
                ),
                &format!("add user {scoped} -a ACME -K {role}"),
                &format!("add user {plain} -a ACME"),
            ],
        );
        let server = served(version, home);
        let url = server.url();
        let mut plain = connected(home, &server, &plain);
        let mut bound = connected(home, &server, &scoped);
        bound.publish("old", "1").unwrap();
        plain.publish("new", "2").unwrap();
        // The role says something else: whoever has it is to come again, and is held to that.
        live_lines(
            home,
            &[&format!(
                "edit signing-key -a ACME --sk {role} --rm old --allow-pubsub new"
            )],
        );
        live_at(home, &["push", "-a", "ACME", "-u", &url]);
        let _ = bound.cut();
        let mut bound = connected(home, &server, &scoped);
        denied(bound.publish("old", "3"), "Publish to \"old\"");
        bound.publish("new", "4").unwrap();
        plain.flush().unwrap();
        // What the account says of all who have nothing of their own: older servers hold those to it who connect from now on.
        live_lines(home, &["edit account ACME --deny-pub new"]);
        live_at(home, &["push", "-a", "ACME", "-u", &url]);
        let mut again = connected(home, &server, &format!("plain{round}"));
        denied(again.publish("new", "5"), "Publish to \"new\"");
        if *version == newest() {
            denied(plain.publish("new", "5"), "Publish to \"new\"");
        }
        bound.publish("new", "6").unwrap();
        live_lines(home, &["edit account ACME --rm new"]);
        live_at(home, &["push", "-a", "ACME", "-u", &url]);
        let mut plain = connected(home, &server, &format!("plain{round}"));
        plain.publish("new", "7").unwrap();
    }
}

/// The name of a zone in which it is about noon, so that no range crosses midnight.
fn zone_of_noon() -> (String, i64) {
    let hour = now() / 3600 % 24;
    let ahead = 12 - hour;
    // As POSIX has it: what is ahead is less.
    let sign = if ahead > 0 { '-' } else { '+' };
    (format!("Etc/GMT{sign}{}", ahead.abs()), ahead * 3600)
}

fn time_of_day(second: i64) -> String {
    let second = second.rem_euclid(86_400);
    format!(
        "{:02}:{:02}:{:02}",
        second / 3600,
        second / 60 % 60,
        second % 60
    )
}

#[test]
fn who_may_come_comes_and_only_so() {
    let folder = live_estate();
    let home = folder.path();
    let (zone, ahead) = zone_of_noon();
    let range = |from: i64, to: i64| {
        let here = now() + ahead;
        format!("{}-{}", time_of_day(here + from), time_of_day(here + to))
    };
    let (open, over) = (range(-3600, 3600), range(-7200, -3600));
    live_lines(
        home,
        &[
            "add user near -a ACME --source-network 127.0.0.0/8",
            "add user far -a ACME --source-network 10.0.0.0/8,192.0.2.0/24",
            "add user future -a ACME --start 1d",
            "add user day -a ACME",
            &format!("edit user day -a ACME --time {open} --locale {zone}"),
            "add user night -a ACME",
            &format!("edit user night -a ACME --time {over} --locale {zone}"),
            "add user plain -a ACME",
            "add user bearer -a ACME --bearer",
            "add user web -a ACME",
            "edit user web -a ACME --conn-type WEBSOCKET",
            "add user tcp -a ACME",
            "edit user tcp -a ACME --conn-type STANDARD",
        ],
    );
    config(home, &["--nats-resolver"]);
    let file = home.join("nats.conf");
    let text = std::fs::read_to_string(&file).unwrap();
    let websocket = "websocket: { listen: \"127.0.0.1:-1\", no_tls: true }\n";
    std::fs::write(&file, format!("{text}{websocket}")).unwrap();
    for version in versions() {
        let server = served(&version, home);
        for user in ["near", "day", "plain", "bearer", "tcp"] {
            connected(home, &server, user).publish("x", "y").unwrap();
        }
        for user in ["far", "future", "night", "web"] {
            shut_out(home, &server, user);
            // nkeep says it as the server does.
            let output = live(home)
                .args(["tool", "pub", "x", "y", "-a", "ACME", "-u", user])
                .args(["--nats", &server.url()])
                .output()
                .unwrap();
            assert_eq!(output.status.code(), Some(1), "{output:?}");
            has(
                &said(&output).to_lowercase(),
                &["error: the server refuses the login: authorization violation"],
            );
        }
        // By websocket it is the other way round.
        let url = server.websocket();
        let by_websocket = |user: &str| {
            live(home)
                .args(["tool", "pub", "x", "y", "-a", "ACME", "-u", user])
                .args(["--nats", &url])
                .output()
                .unwrap()
        };
        let output = by_websocket("web");
        assert!(output.status.success(), "{output:?}");
        assert_eq!(by_websocket("tcp").status.code(), Some(1));
        // Who has the token of a bearer needs no key; whoever has another's is told nothing else.
        Client::bearing(&server.address, &creds(home, "bearer")).unwrap();
        let reason = Client::bearing(&server.address, &creds(home, "plain")).unwrap_err();
        assert_eq!(reason, SHUT_OUT);
    }
}

#[test]
fn an_account_without_bearers_lets_none_in() {
    let folder = live_estate();
    let home = folder.path();
    live_lines(home, &["add user bearer -a ACME --bearer"]);
    config(home, &["--nats-resolver"]);
    for version in versions() {
        live_lines(
            home,
            &[
                "edit account ACME --disallow-bearer=false",
                "edit user bearer -a ACME --bearer",
            ],
        );
        let server = served(&version, home);
        let creds = creds(home, "bearer");
        let mut bearer = Client::bearing(&server.address, &creds).unwrap();
        // The token that let it in is about still.
        live_lines(
            home,
            &[
                "edit user bearer -a ACME --bearer=false",
                "edit account ACME --disallow-bearer",
            ],
        );
        live_at(home, &["push", "-a", "ACME", "-u", &server.url()]);
        let _ = bearer.cut();
        for reason in [
            Client::bearing(&server.address, &creds).unwrap_err(),
            Client::connect(&server.address, &creds).unwrap_err(),
        ] {
            assert_eq!(reason, SHUT_OUT, "{version:?}");
        }
    }
}

/// What they say to whose time is over.
const EXPIRED: &str = "-ERR 'User Authentication Expired'";

#[test]
fn who_is_connected_leaves_when_the_time_is_over() {
    let folder = live_estate();
    let home = folder.path();
    let (zone, ahead) = zone_of_noon();
    config(home, &["--nats-resolver"]);
    for (round, version) in versions().iter().enumerate() {
        let [passing, timed] = ["passing", "timed"].map(|name| format!("{name}{round}"));
        let server = served(version, home);
        let end = now() + 4;
        let date = std::process::Command::new("date")
            .args(["-u", "-d", &format!("@{end}"), "+%F %T UTC"])
            .output()
            .unwrap();
        let date = String::from_utf8(date.stdout).unwrap();
        let date = date.trim();
        live_at(
            home,
            &["add", "user", &passing, "-a", "ACME", "--expiry", date],
        );
        let range = format!(
            "{}-{}",
            time_of_day(end + ahead - 3600),
            time_of_day(end + ahead)
        );
        live_lines(
            home,
            &[
                &format!("add user {timed} -a ACME"),
                &format!("edit user {timed} -a ACME --time {range} --locale {zone}"),
            ],
        );
        let both = [passing, timed].map(|user| (connected(home, &server, &user), user));
        for (mut client, user) in both {
            assert_eq!(client.cut(), EXPIRED, "{user} {version:?}");
            assert!(now() >= end, "{user} {version:?}");
            // The second in which it ends is in it.
            while now() == end {
                std::thread::sleep(Duration::from_millis(20));
            }
            shut_out(home, &server, &user);
        }
    }
}

/// Another client than ours reads the same file, and is held to the same.
#[test]
fn a_creds_file_is_one_for_other_clients() {
    let folder = live_estate();
    let home = folder.path();
    live_lines(
        home,
        &[
            "add user writer -a ACME --allow-pub orders.> --allow-sub _INBOX.>",
            "add user reader -a ACME --allow-sub orders.>",
            "generate creds -a ACME -n writer -o writer.creds",
            "generate creds -a ACME -n reader -o reader.creds",
        ],
    );
    config(home, &["--nats-resolver"]);
    let server = served(&newest(), home);
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let url = server.url();
    runtime.block_on(async {
        let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
        let options = |file: &str| {
            let tell = tell.clone();
            async_nats::ConnectOptions::new()
                .event_callback(move |event| {
                    let _ = tell.send(event.to_string());
                    std::future::ready(())
                })
                .credentials_file(home.join(file))
        };
        let writer = options("writer.creds").await.unwrap().connect(&url).await;
        let reader = options("reader.creds").await.unwrap().connect(&url).await;
        let (writer, reader) = (writer.unwrap(), reader.unwrap());
        let mut orders = reader.subscribe("orders.>").await.unwrap();
        reader.flush().await.unwrap();
        writer.publish("elsewhere", "no".into()).await.unwrap();
        let patience = common::LONG;
        // What is sent before the server has read the subscription comes to nobody.
        let came = tokio::time::timeout(patience, async {
            loop {
                writer.publish("orders.new", "yes".into()).await.unwrap();
                writer.flush().await.unwrap();
                let soon = Duration::from_millis(200);
                if let Ok(came) = tokio::time::timeout(soon, orders.next()).await {
                    return came;
                }
            }
        })
        .await
        .unwrap();
        assert_eq!(&*came.unwrap().payload, b"yes");
        loop {
            let event = tokio::time::timeout(patience, told.recv()).await.unwrap();
            if event.unwrap().contains("Publish to \"elsewhere\"") {
                break;
            }
        }
    });
}
