//! A server that is down is missed by whoever names it: the operator, the command, or the routes of the others. What was
//! revoked or deleted comes back with it.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::copies::{config, copy_of, document, ends, has, key, printed, token};
use common::servers::{Server, cluster, free, newest, versions};
use common::{live, live_at, live_estate};
use serde_json::json;

const REVOKE: [&str; 6] = ["revocations", "add-user", "-a", "ACME", "-n", "out"];

/// An estate with somebody who is about to be revoked, and an account that is about to go.
fn estate() -> tempfile::TempDir {
    let folder = live_estate();
    let home = folder.path();
    live_at(home, &["add", "user", "out", "-a", "ACME"]);
    live_at(home, &["add", "account", "GONE"]);
    config(home, &["--nats-resolver", "--allow-delete"]);
    folder
}

/// An address at which nobody is.
fn nobody() -> String {
    format!("nats://{}", free())
}

/// The operator names those alone.
fn names(home: &Path, urls: &[&str]) {
    let mut words = vec!["edit", "operator"];
    for url in urls {
        words.extend(["--service-url", url]);
    }
    words.extend(["--rm-service-url", "nats://localhost:4222"]);
    live_at(home, &words);
}

/// What a command without an address prints when it ends with that code.
fn unaddressed(home: &Path, args: &[&str], code: i32) -> String {
    let output = live(home).args(args).output().unwrap();
    assert_eq!(output.status.code(), Some(code), "{args:?}: {output:?}");
    printed(&output)
}

#[test]
fn a_server_that_others_have_a_route_to_is_missed_when_it_is_down() {
    for version in versions() {
        let folder = estate();
        let home = folder.path();
        let mut servers = cluster(&version, home, 3);
        let url = servers[0].url();
        let text = ends(home, &url, &["push", "-A", "--servers", "3"], 0);
        assert!(!text.contains("warning"), "{text}");
        let down = servers.pop().unwrap();
        let place = down.folder().to_owned();
        let both = format!("{url},{}", down.url());
        let conf = std::fs::read_to_string(place.join("nats.conf")).unwrap();
        let listen = conf.split("listen: \"").nth(1).unwrap();
        let route = listen.split('"').next().unwrap();
        down.stop();
        let missed = format!(
            "warning: 1 server that others have a route to does not answer: {route}: what it has is not known"
        );
        let text = ends(home, &url, &["push", "-a", "GONE"], 0);
        has(&text, &[&missed]);
        let text = ends(home, &url, &["diff"], 1);
        let some =
            "are as here on 2 of 3 servers: 1 server that others have a route to does not answer: ";
        has(
            &text,
            &[&missed, some, " --servers 2  # where there are no more"],
        );
        assert!(!text.contains("everywhere"), "{text}");
        // Who is named besides is the same server.
        has(&ends(home, &both, &["diff"], 1), &[some]);
        let text = ends(home, &url, &["diff", "--servers", "2"], 0);
        has(&text, &["as here on every server"]);
        live_at(home, &REVOKE);
        let text = ends(home, &url, &["push", "-A"], 1);
        has(
            &text,
            &[
                &missed,
                "error: what account \"ACME\" revokes came to 2 servers, and to none that is named and did not answer",
                "  # when they are there",
                " --servers 2  # where there are no more",
            ],
        );
        // What was signed anew is later than what is there: nobody has to insist once more.
        let other = copy_of(home);
        live_at(other.path(), &["edit", "account", "ACME", "--tag", "t"]);
        let _ = ends(other.path(), &url, &["push", "-A"], 1);
        let text = ends(home, &url, &["push", "-A", "--force"], 1);
        has(
            &text,
            &[&format!(
                "hint: nkeep push -A -u {url}  # when they are there"
            )],
        );
        let found = document(home, &url, &["push", "-a", "ACME"], 1);
        assert_eq!(
            found["unheard_servers"],
            json!([{ "named_by": "servers", "apart": false, "refuses": false, "count": 1, "addresses": [route] }])
        );
        let gone = key(home, "GONE");
        for args in [&["push", "-R", "GONE"][..], &["push", "-P", "--yes"]] {
            if args.contains(&"-P") {
                live_at(home, &["delete", "account", "GONE", "--force"]);
            }
            let text = ends(home, &url, args, 1);
            has(&text, &["error: nothing was deleted: 1 server that others"]);
            assert!(servers.iter().all(|server| server.kept(&gone).is_some()));
        }
        // Who says how many there are is believed.
        let text = ends(home, &url, &["push", "-A", "--servers", "2"], 0);
        assert!(!text.contains("warning"), "{text}");
        // Once more when it is there again, and nothing is missing.
        let back = Server::start(&version, &place);
        let text = ends(home, &url, &["push", "-A"], 0);
        assert!(!text.contains("warning"), "{text}");
        assert_eq!(back.kept(&key(home, "ACME")), Some(token(home, "ACME")));
        let _ = ends(home, &url, &["push", "-P", "--yes"], 0);
        assert_eq!(back.kept(&gone), None);
    }
}

#[test]
fn a_server_that_the_operator_names_is_missed_when_it_is_down() {
    let folder = estate();
    let home = folder.path();
    let server = Server::start(&newest(), home);
    let url = server.url();
    // One by two names is one.
    let port = url.rsplit(':').next().unwrap();
    let also = format!("nats://localhost:{port}");
    names(home, &[&url, &also]);
    config(home, &["--nats-resolver", "--allow-delete"]);
    drop(server);
    let server = Server::start(&newest(), home);
    let (url, old) = (server.url(), url);
    let port = url.rsplit(':').next().unwrap();
    let also = format!("nats://localhost:{port}");
    let here = format!("{url},{also}");
    let missed = format!("warning: 2 servers that the operator names do not answer: {old}, ");
    let text = ends(home, &here, &["push", "-A", "--force"], 0);
    has(&text, &[&missed, ": what they have is not known"]);
    assert!(!text.contains("named here"), "{text}");
    // Where nobody says where, each that the operator names counts.
    let down = nobody();
    let edit = [
        "edit",
        "operator",
        "--service-url",
        &url,
        "--service-url",
        &down,
    ];
    let old_port = old.rsplit(':').next().unwrap();
    let old_also = format!("nats://localhost:{old_port}");
    let rest = ["--rm-service-url", &old, "--rm-service-url", &old_also];
    live_at(home, &[&edit[..], &rest].concat());
    let missed = format!(
        "warning: 1 server that the operator names does not answer: {down}: what it has is not known"
    );
    has(
        &unaddressed(home, &["push", "-a", "SYS", "--force"], 0),
        &[&missed],
    );
    let text = unaddressed(home, &["push", "-R", "GONE"], 1);
    has(
        &text,
        &["error: nothing was deleted: 1 server that the operator names does not answer"],
    );
    let text = unaddressed(home, &["push", "-R", "GONE", "--servers", "1", "--yes"], 0);
    assert!(!text.contains("warning"), "{text}");
    let text = unaddressed(home, &["verify"], 3);
    has(
        &text,
        &[&format!("address {down}\n"), "address.unreachable"],
    );
}

#[test]
fn an_address_that_is_given_counts_and_so_does_a_server_apart() {
    let folder = estate();
    let home = folder.path();
    let server = Server::start(&newest(), home);
    let apart = home.join("apart");
    std::fs::create_dir(&apart).unwrap();
    std::fs::copy(home.join("nats.conf"), apart.join("nats.conf")).unwrap();
    let other = Server::start(&newest(), &apart);
    let down = nobody();
    let urls = format!("{},{},{down}", server.url(), other.url());
    let text = ends(home, &urls, &["push", "-A"], 0);
    has(
        &text,
        &[
            &format!("warning: 1 server that is named here does not answer: {down}: "),
            &format!(
                "warning: 1 server that is named here is in no cluster with those that answered: {}: ",
                other.url()
            ),
        ],
    );
    live_at(home, &REVOKE);
    let _ = ends(home, &urls, &["push", "-A"], 1);
    // The default of an operator that nobody set says nothing.
    let text = ends(home, &other.url(), &["push", "-A"], 0);
    assert!(!text.contains("warning"), "{text}");
}

#[test]
fn a_cluster_that_grew_from_one_server_is_whole() {
    let folder = estate();
    let home = folder.path();
    let conf = std::fs::read_to_string(home.join("nats.conf")).unwrap();
    let seed = nobody().replace("nats://", "");
    let servers: Vec<Server> = (0..3)
        .map(|place| {
            let folder = home.join(format!("grown/{place}"));
            std::fs::create_dir_all(&folder).unwrap();
            let listen = match place {
                0 => seed.clone(),
                _ => "127.0.0.1:-1".to_owned(),
            };
            let text = format!(
                "{conf}\nserver_name: server-{place}\n\
                 cluster: {{ name: C, listen: \"{listen}\", routes: [\"nats://{seed}\"] }}\n"
            );
            std::fs::write(folder.join("nats.conf"), text).unwrap();
            Server::start(&newest(), &folder)
        })
        .collect();
    live_at(home, &REVOKE);
    let url = servers[2].url();
    let _ = ends(home, &url, &["push", "-A", "--servers", "3"], 0);
    let text = ends(home, &url, &["push", "-A"], 0);
    assert!(!text.contains("warning"), "{text}");
    let _ = ends(home, &url, &["push", "-R", "GONE", "--yes"], 0);
}

/// Whoever refuses has answered.
#[test]
fn a_server_that_refuses_the_login_is_told_as_one() {
    let (folder, other) = (estate(), estate());
    let home = folder.path();
    let (ours, theirs) = (
        Server::start(&newest(), home),
        Server::start(&newest(), other.path()),
    );
    names(home, &[&ours.url(), &theirs.url()]);
    let refused = format!(
        "warning: 1 server that the operator names refuses the login: {}: what it has is not known",
        theirs.url()
    );
    let text = ends(home, &ours.url(), &["push", "-A"], 0);
    has(&text, &[&refused]);
    let found = document(home, &ours.url(), &["push", "-A"], 0);
    assert_eq!(found["unheard_servers"][0]["refuses"], true);
}
