//! The identity of an operator is replaced while both identities are offline: a request asks for several signatures at once, and gets
//! all of them or none.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;

use common::at_home;
use common::ceremonies::{Two, reviewed, sign_at};
use common::refusal::{everything, json, refused, run};
use nkeep::ceremony::canonical::Sheet;
use nkeep::ceremony::request::{Proposal, Request};
use nkeep::ceremony::response::Response;
use nkeep::trust::statement::holds;

const FORCED: [&str; 5] = [
    "rotate",
    "next",
    "--force",
    "--reason",
    "no server runs in this test",
];

/// The identity that is next, made where the root is.
fn next_identity(two: &Two) -> String {
    let made = at_home(two.root(), &["generate", "nkey", "--operator", "-S"]);
    made.trim().to_owned()
}

fn start(new: &str) -> [&str; 8] {
    [
        "rotate",
        "start",
        "operator-identity",
        "--servers",
        "1",
        "--soak=0s",
        "--new",
        new,
    ]
}

/// Destroys an operator after which that other one came, where it is, at a terminal where that is typed; says what stood there.
fn destroyed(two: &Two, key: &str, successor: &str, typed: &str) -> (String, i32) {
    use expectrl::Expect as _;
    let args = ["ceremony", "destroy", key, "--successor", successor];
    refused(two.root(), &args, 2, "at a terminal");
    let mut command = common::nkeep_at(two.root());
    command.args(args);
    let mut session = common::terminal::spawned(command);
    let seen = session.expect("ends this: ").unwrap();
    let seen = String::from_utf8_lossy(seen.as_bytes()).into_owned();
    session.send_line(typed).unwrap();
    session.expect(expectrl::Eof).unwrap();
    (seen, common::terminal::exit_code(&session))
}

/// How a key ends, which is typed to have it wiped.
fn end(key: &str) -> &str {
    &key[key.len() - 8..]
}

fn has_seed(two: &Two, key: &str) -> bool {
    let keys = json(two.root(), &["list", "keys"]);
    let mut keys = keys["keys"].as_array().unwrap().iter();
    keys.any(|one| one["public_key"] == *key && one["sealed"] == true)
}

fn read(home: &Path, name: &str) -> Vec<u8> {
    std::fs::read(home.join(name)).unwrap()
}

/// A request whose first line says something else, signed by nobody.
fn otherwise(two: &Two, file: &str, change: impl FnOnce(&mut Vec<serde_json::Value>)) -> Vec<u8> {
    let text = String::from_utf8(read(two.root(), file)).unwrap();
    let request: Sheet<Request> = Sheet::read(file, text.as_bytes()).unwrap();
    let mut items: Vec<serde_json::Value> = serde_json::to_value(&request.content.items)
        .unwrap()
        .as_array()
        .unwrap()
        .clone();
    change(&mut items);
    let content = Request {
        items: serde_json::from_value(items.into()).unwrap(),
        ..request.content
    };
    Sheet::new(content).unwrap().text().into_bytes()
}

#[test]
fn the_identity_is_replaced_with_both_roots_offline() {
    let two = Two::new();
    at_home(two.working(), &["add", "account", "ORDERS"]);
    let old = Two::operator_key(two.root());
    let new = next_identity(&two);
    let asked = two.ask("start.nreq", &start(&new));
    assert_eq!(asked["operator"], *old);
    assert_eq!(asked["made"].as_array().unwrap().len(), 1);
    reviewed(
        two.root(),
        "start.nreq",
        &[
            "1 of 3: A new operator, and all that it says",
            "2 of 3: One operator comes after another",
            "3 of 3: One operator comes after another",
            "which is trusted beside the",
            "! signing_keys",
            "strict_signing_key_usage",
        ],
    );
    two.sign("start.nreq", "start.nresp", &[]);
    two.import("start.nresp");
    let status = run(two.working(), &["rotate", "status", "--json"]);
    let status: serde_json::Value = serde_json::from_slice(&status.stdout).unwrap();
    let statement = status["statement"].as_str().unwrap();
    assert!(holds(statement), "{statement}");
    assert!(statement.contains(&old) && statement.contains(&new));
    // Both stores have the new operator beside the old one, by the same token.
    let token = |home: &Path| at_home(home, &["describe", "operator", "ACME.next", "--raw"]);
    assert_eq!(token(two.root()), token(two.working()));
    // The rest is done with signing keys alone, and the root is not asked.
    for phase in ["activate", "swap", "retire", "destroy"] {
        at_home(two.working(), &FORCED);
        at_home(two.working(), &["store", "check"]);
        let list = json(two.working(), &["rotate", "list"]);
        assert_eq!(list["rotations"][0]["phase"], phase, "{list}");
    }
    let list = json(two.working(), &["rotate", "list"]);
    assert_eq!(list["rotations"][0]["outcome"], "done", "{list}");
    assert_eq!(Two::operator(two.working())["sub"], *new);
    at_home(two.working(), &["add", "account", "LATER"]);
    at_home(two.working(), &["validate", "-A"]);
    at_home(two.working(), &["audit", "verify"]);
    at_home(two.root(), &["store", "check"]);
    // What comes then is asked of the new one.
    two.go("tag", &["edit", "operator", "--tag", "after"]);
    let raw = ["describe", "operator", "ACME", "--raw"];
    assert_eq!(token(two.root()), at_home(two.working(), &raw));
    // The old one ends where it is.
    assert_eq!(destroyed(&two, &old, &new, "wrong").1, 1);
    assert!(has_seed(&two, &old));
    let (seen, code) = destroyed(&two, &old, &new, end(&old));
    assert_eq!(code, 0, "{seen}");
    // Each seed that goes is named, and no other key.
    let groups: Vec<&str> = (0..14).map(|at| &old[4 * at..4 * at + 4]).collect();
    let (_, wiped) = seen.split_once("wiped for good").unwrap();
    assert!(wiped.contains(&groups.join(" ")), "{seen}");
    let listed = wiped.lines().filter(|line| line.starts_with("  O"));
    let count = listed.count();
    let says = match count {
        1 => "1 seed is wiped".to_owned(),
        _ => format!("{count} seeds are wiped"),
    };
    assert!(seen.contains(&says), "{seen}");
    assert!(!has_seed(&two, &old) && has_seed(&two, &new));
    assert_eq!(Two::operator(two.root())["sub"], *new);
    at_home(two.root(), &["store", "check"]);
    refused(
        two.root(),
        &["ceremony", "destroy", &new, "--successor", &old],
        1,
        "nothing that was signed here says",
    );
    // What was wiped is not wiped again, and nothing is called otherwise by then.
    let again = ["ceremony", "destroy", &old, "--successor", &new];
    refused(two.root(), &again, 1, "were wiped before");
    assert_eq!(Two::operator(two.root())["sub"], *new);
    two.go("more", &["edit", "operator", "--sk", "generate"]);
    at_home(two.root(), &["audit", "verify"]);
}

#[test]
fn the_answer_is_the_same_on_two_machines_and_once_more() {
    let two = Two::new();
    let new = next_identity(&two);
    let other = common::copies::copy_of(two.root());
    two.ask("a.nreq", &start(&new));
    std::fs::copy(two.root().join("a.nreq"), other.path().join("a.nreq")).unwrap();
    two.sign("a.nreq", "a.nresp", &[]);
    let (text, code) = common::ceremonies::sign_at(other.path(), "a.nreq", "a.nresp", &[]);
    assert_eq!(code, 0, "{text}");
    // Nobody has the new identity but this store: that it is split comes next.
    let next = format!("next: nkeep ceremony split --key {new}");
    assert!(text.contains(&next), "{text}");
    assert_eq!(read(two.root(), "a.nresp"), read(other.path(), "a.nresp"));
    let again = ["ceremony", "sign", "a.nreq", "-o", "again.nresp"];
    at_home(two.root(), &again);
    assert_eq!(read(two.root(), "a.nresp"), read(two.root(), "again.nresp"));
}

#[test]
fn no_byte_of_what_asks_for_several_can_be_changed() {
    let two = Two::new();
    let new = next_identity(&two);
    two.ask("a.nreq", &start(&new));
    two.sign("a.nreq", "a.nresp", &[]);
    let flipped = |name: &str, holds: &dyn Fn(&[u8]) -> bool| {
        let text = read(two.root(), name);
        assert!(holds(&text));
        for place in 0..text.len() {
            for flip in [1, 0x20] {
                let mut other = text.clone();
                other[place] ^= flip;
                assert!(!holds(&other), "{name}: byte {place} ^ {flip}");
            }
        }
    };
    flipped("a.nreq", &|bytes| {
        let sheet = Sheet::<Request>::read("a", bytes);
        sheet.is_ok_and(|sheet| Proposal::of("a", &sheet).is_ok())
    });
    let request: Sheet<Request> = Sheet::read("a", &read(two.root(), "a.nreq")).unwrap();
    flipped("a.nresp", &|bytes| {
        let sheet = Sheet::<Response>::read("a", bytes);
        sheet.is_ok_and(|sheet| sheet.answers("a", &request).is_ok())
    });
}

/// Things to be signed go together in one way alone, whoever writes the request.
#[test]
fn items_that_are_swapped_dropped_or_doubled_are_refused() {
    let two = Two::new();
    let new = next_identity(&two);
    two.ask("a.nreq", &start(&new));
    two.ask("b.nreq", &["edit", "operator", "--tag", "b"]);
    let edit: Sheet<Request> = Sheet::read("b", &read(two.root(), "b.nreq")).unwrap();
    let edit = serde_json::to_value(&edit.content.items[0]).unwrap();
    let holds = |bytes: &[u8]| {
        let sheet = Sheet::<Request>::read("a", bytes).unwrap();
        Proposal::unsigned("a", &sheet).is_ok()
    };
    assert!(holds(&otherwise(&two, "a.nreq", |_| {})));
    for (one, other) in [(0, 1), (0, 2), (1, 2)] {
        let swapped = otherwise(&two, "a.nreq", |items| items.swap(one, other));
        assert!(!holds(&swapped), "{one} and {other}");
    }
    for place in 0..3 {
        let dropped = otherwise(&two, "a.nreq", |items| {
            items.remove(place);
        });
        assert!(!holds(&dropped), "without {place}");
        let doubled = otherwise(&two, "a.nreq", |items| {
            items.push(items[place].clone());
        });
        assert!(!holds(&doubled), "twice {place}");
        for key in ["by", "current"] {
            let of_other = otherwise(&two, "a.nreq", |items| {
                let from = items[(place + 1) % 3][key].clone();
                items[place][key] = from;
            });
            let is_same = of_other == otherwise(&two, "a.nreq", |_| {});
            assert!(is_same || !holds(&of_other), "{key} of {place}");
        }
    }
    let more = otherwise(&two, "a.nreq", |items| items.push(edit.clone()));
    assert!(!holds(&more));
    let twice = otherwise(&two, "b.nreq", |items| items.push(edit));
    assert!(!holds(&twice));
    assert!(!holds(&otherwise(&two, "b.nreq", Vec::clear)));
}

#[test]
fn signatures_that_are_swapped_dropped_or_doubled_are_refused() {
    let (two, seeds) = Two::with_seeds();
    let new = next_identity(&two);
    two.ask("a.nreq", &start(&new));
    two.sign("a.nreq", "a.nresp", &[]);
    let request: Sheet<Request> = Sheet::read("a", &read(two.root(), "a.nreq")).unwrap();
    let response: Sheet<Response> = Sheet::read("a", &read(two.root(), "a.nresp")).unwrap();
    let old = Two::operator_key(two.working());
    let root = seeds[&old].signing_pair().unwrap();
    // Even one that the identity has signed.
    let holds = |change: &dyn Fn(&mut Vec<String>)| {
        let mut content = response.content.clone();
        change(&mut content.signatures);
        let mut sheet = Sheet::new(content).unwrap();
        sheet.sign("root", &root).unwrap();
        sheet.answers("a", &request).is_ok()
    };
    assert!(holds(&|_| {}));
    for (one, other) in [(0, 1), (0, 2), (1, 2)] {
        assert!(!holds(&|all| all.swap(one, other)), "{one} and {other}");
    }
    for place in 0..3 {
        assert!(!holds(&|all| {
            all.remove(place);
        }));
        assert!(!holds(&|all| all.push(all[place].clone())));
        assert!(!holds(&|all| all[place] = all[(place + 1) % 3].clone()));
    }
}

#[test]
fn a_policy_says_which_operators_are_signed_that_are_new() {
    let two = Two::new();
    let new = next_identity(&two);
    let set = |change: &dyn Fn(&mut serde_json::Value)| {
        common::ceremonies::policy(two.root(), change);
    };
    let taken = ["ceremony", "policy", "set", "policy.json"];
    // One that does not say is no policy.
    for field in ["new_operators", "delete_accounts"] {
        set(&|policy| {
            policy.as_object_mut().unwrap().remove(field);
        });
        refused(two.root(), &taken, 3, field);
    }
    set(&|policy| policy["new_operators"] = "some".into());
    refused(two.root(), &taken, 3, "some");
    two.ask("a.nreq", &start(&new));
    set(&|policy| policy["new_operators"] = "none".into());
    at_home(two.root(), &taken);
    let sign = ["ceremony", "sign", "a.nreq"];
    refused(two.root(), &sign, 3, "a new operator may not be");
    set(&|policy| policy["new_operators"] = "successors".into());
    common::ceremonies::loosened(two.root(), "policy.json");
    two.sign("a.nreq", "a.nresp", &[]);
    two.import("a.nresp");
}

#[test]
fn nothing_is_asked_for_or_signed_without_the_next_identity() {
    let two = Two::new();
    let before = everything(two.working());
    let none = [
        "ceremony",
        "request",
        "rotate",
        "start",
        "operator-identity",
        "--servers",
        "1",
    ];
    let why = two.refused(&none, 2, "is named by its public key");
    assert!(why.contains("nkeep generate nkey --operator -S"), "{why}");
    assert!(everything(two.working()) == before);
    // One that was made elsewhere.
    let elsewhere = Two::new();
    let stranger = next_identity(&elsewhere);
    two.ask("a.nreq", &start(&stranger));
    let why = refused(two.root(), &["ceremony", "sign", "a.nreq"], 1, "no seed of");
    assert!(why.contains("nkeep generate nkey --operator -S"), "{why}");
    // Without a request it is refused with the one that helps.
    let why = two.refused(&start(&stranger), 4, "has to sign this");
    assert!(why.contains("nkeep ceremony request rotate start"), "{why}");
}

#[test]
fn a_rotation_that_is_given_up_leaves_the_old_operator_alone() {
    let two = Two::new();
    let new = next_identity(&two);
    two.go("start", &start(&new));
    at_home(
        two.working(),
        &[
            "rotate",
            "abort",
            "--force",
            "--reason",
            "nobody needs it any more",
        ],
    );
    at_home(two.working(), &["store", "check"]);
    let tag = ["edit", "operator", "--tag", "still"];
    two.go("tag", &tag);
    assert_eq!(
        json(two.root(), &["describe", "operator", "ACME"])["jti"],
        Two::operator(two.working())["jti"]
    );
}

#[test]
fn a_root_that_is_destroyed_ends_for_the_one_that_is_named_and_nothing_is_said_that_nobody_there_knows()
 {
    let two = Two::new();
    let old = Two::operator_key(two.root());
    let given_up = next_identity(&two);
    two.go("first", &start(&given_up));
    let abort = [
        "rotate",
        "abort",
        "--force",
        "--reason",
        "another is wanted",
    ];
    at_home(two.working(), &abort);
    let new = next_identity(&two);
    two.go("second", &start(&new));
    let stranger = next_identity(&two);
    refused(two.root(), &["ceremony", "destroy", &old], 2, "--successor");
    let of_nobody = ["ceremony", "destroy", &old, "--successor", &stranger];
    refused(
        two.root(),
        &of_nobody,
        1,
        "nothing that was signed here says",
    );
    let (seen, code) = destroyed(&two, &old, &new, end(&old));
    assert_eq!(code, 0, "{seen}");
    let seen = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    for says in [
        &*format!("successor ACME.next2 {new}"),
        "by what both signed here 20",
        "Nothing here shows whether servers still trust the old one",
        "only when nkeep rotate list, where people work, says that it is done",
        "cannot be taken back",
    ] {
        assert!(seen.contains(says), "{says}: {seen}");
    }
    assert!(!seen.contains("no server takes"), "{seen}");
    assert!(has_seed(&two, &new) && has_seed(&two, &given_up) && !has_seed(&two, &old));
    let acme = json(two.root(), &["describe", "operator", "ACME"]);
    assert_eq!(acme["sub"], *new);
}

#[test]
fn a_command_that_signs_or_wipes_is_not_said_to_write_files_alone() {
    let two = Two::new();
    let key = next_identity(&two);
    let sign = ["--dry-run", "ceremony", "sign", "start.nreq"];
    let destroy = [
        "--dry-run",
        "ceremony",
        "destroy",
        &key,
        "--successor",
        &key,
    ];
    for (args, says) in [
        (&sign[..], "then it signs"),
        (&destroy, "then it wipes keys"),
    ] {
        let why = refused(two.root(), args, 2, says);
        assert!(!why.contains("changes nothing else"), "{why}");
    }
}

#[test]
fn a_request_is_for_the_operator_that_was_meant_whatever_it_is_called_when_its_answer_is_there() {
    let two = Two::new();
    let old = Two::operator_key(two.root());
    let new = next_identity(&two);
    two.go("start", &start(&new));
    for (file, name) in [("new", "ACME.next"), ("old", "ACME")] {
        let (request, response) = (format!("{file}.nreq"), format!("{file}.nresp"));
        two.ask(
            &request,
            &["edit", "operator", "--operator", name, "--tag", file],
        );
        two.sign(&request, &response, &[]);
    }
    // From here on the new one is called as the old one was.
    at_home(two.working(), &FORCED);
    assert_eq!(
        json(two.working(), &["describe", "operator", "ACME"])["sub"],
        *new
    );
    two.import("new.nresp");
    two.import("old.nresp");
    for (key, tag) in [(&new, "new"), (&old, "old")] {
        let token = |home: &Path| json(home, &["describe", "operator", key]);
        assert_eq!(token(two.working())["nats"]["tags"][0], tag);
        assert_eq!(token(two.working())["jti"], token(two.root())["jti"]);
    }
    two.go(
        "more",
        &["edit", "operator", "--operator", "ACME", "--tag", "more"],
    );
}

#[test]
fn answers_that_are_imported_out_of_their_order_say_what_is_to_be_done() {
    const WARNING: &str = "nothing shows that its answer was taken";
    let two = Two::new();
    let signed = |name: &str| {
        let (request, response) = (format!("{name}.nreq"), format!("{name}.nresp"));
        let (text, code) = sign_at(two.root(), &request, &response, &[]);
        assert_eq!(code, 0, "{text}");
        std::fs::write(two.working().join(&response), read(two.root(), &response)).unwrap();
        text
    };
    two.ask("before.nreq", &["edit", "operator", "--tag", "three"]);
    assert!(!signed("before").contains(WARNING));
    two.import("before.nresp");
    let new = next_identity(&two);
    two.ask("start.nreq", &start(&new));
    two.ask("tag.nreq", &["edit", "operator", "--tag", "four"]);
    assert!(!signed("start").contains(WARNING));
    let text = signed("tag");
    assert!(text.contains(WARNING), "{text}");
    two.import("tag.nresp");
    let import = ["ceremony", "import", "start.nresp"];
    let why = two.refused(&import, 7, "it takes another identity");
    assert!(why.contains("nkeep generate nkey --operator -S"), "{why}");
    assert!(why.contains(&new), "{why}");
    let other = next_identity(&two);
    two.go("again", &start(&other));
}

/// Has the root sign any operator that is new, whoever says that it comes after another.
fn any_operator(two: &Two) {
    let policy = at_home(two.root(), &["ceremony", "policy", "show"]);
    let policy = policy.replace("\"successors\"", "\"any\"");
    std::fs::write(two.root().join("policy.json"), policy).unwrap();
    common::ceremonies::loosened(two.root(), "policy.json");
}

/// A new identity at once, without one that says that it comes after the old one: the root has to be told that it may be.
#[test]
fn an_operator_is_reissued_by_an_identity_that_is_offline() {
    let two = Two::new();
    let new = next_identity(&two);
    let reissue = ["reissue", "operator", "-K", &new, "--force"];
    let why = two.refused(&reissue, 4, "has to sign this");
    assert!(
        why.contains("nkeep ceremony request reissue operator"),
        "{why}"
    );
    let request = ["ceremony", "request"];
    let converted = [&request[..], &reissue, &["--convert-to-signing-key"]].concat();
    two.refused(&converted, 2, "it cannot show here");
    two.refused(
        &[&request[..], &["add", "operator", "X"]].concat(),
        2,
        "asked for by nobody",
    );
    two.ask("a.nreq", &reissue);
    let sign = ["ceremony", "sign", "a.nreq"];
    refused(
        two.root(),
        &sign,
        3,
        "of which no other says that it comes after it",
    );
    any_operator(&two);
    two.sign("a.nreq", "a.nresp", &[]);
    two.import("a.nresp");
    assert_eq!(Two::operator(two.working())["sub"], *new);
    at_home(two.working(), &["validate", "-A"]);
    at_home(two.working(), &["store", "check"]);
    two.go("tag", &["edit", "operator", "--tag", "after"]);
}

/// When the old identity is in other hands, what it says of the new one is worth nothing, and it is not asked.
#[test]
fn an_identity_in_other_hands_is_replaced_by_one_that_is_offline() {
    let two = Two::new();
    let new = next_identity(&two);
    let emergency = [
        "rotate",
        "emergency",
        "operator-identity",
        "--reason",
        "a share was stolen",
        "--yes",
        "--new",
        &new,
    ];
    two.ask("a.nreq", &emergency);
    any_operator(&two);
    two.sign("a.nreq", "a.nresp", &[]);
    two.import("a.nresp");
    assert_eq!(Two::operator(two.working())["sub"], *new);
    at_home(two.working(), &["store", "check"]);
}

/// Whoever knows the old operator alone can follow to the new one.
#[test]
fn a_transcript_of_both_operators_is_replayed_with_public_keys() {
    let two = Two::new();
    let home = two.root();
    let old = Two::operator_key(home);
    let new = next_identity(&two);
    at_home(home, &["nkey", "gen", "user", "--out", "ada.nk"]);
    let begin = [
        "ceremony",
        "transcript",
        "start",
        "r.ntranscript",
        "--title",
        "Rotation",
    ];
    at_home(
        home,
        &[&begin[..], &["--participant", "Ada: administrator"]].concat(),
    );
    let recorded = ["--transcript", "r.ntranscript"];
    two.ask("a.nreq", &start(&new));
    two.sign("a.nreq", "a.nresp", &recorded);
    two.import("a.nresp");
    let edit = ["edit", "operator", "--operator", "ACME.next", "--tag", "x"];
    two.ask("b.nreq", &edit);
    two.sign("b.nreq", "b.nresp", &recorded);
    let sign = [
        "ceremony",
        "transcript",
        "sign",
        "r.ntranscript",
        "--as",
        "Ada",
        "-K",
        "./ada.nk",
    ];
    at_home(home, &sign);
    let verify = |operator: &str| {
        let verify = [
            "ceremony",
            "transcript",
            "verify",
            "r.ntranscript",
            "--json",
            "--expect-operator",
            operator,
        ];
        run(home, &verify)
    };
    let output = verify(&old);
    assert!(output.status.success(), "{output:?}");
    let verdict: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let replayed = verdict["replayed"].as_array().unwrap();
    assert_eq!(replayed.len(), 2, "{verdict}");
    for key in [&old, &new] {
        assert!(
            replayed.iter().any(|one| one.to_string().contains(key)),
            "{verdict}"
        );
    }
    // That it comes after another, nobody says of it before it is asked.
    assert_eq!(verify(&new).status.code(), Some(7));
}

/// What an identity signs is told from the bytes, whatever a request says of them.
#[test]
fn only_what_is_known_and_written_as_it_should_be_is_signed() {
    use nkeep::ceremony::item::{Item, Meaning};
    use nkeep::jwt::claims::{Account, Claims, Generic, Operator};
    use nkeep::jwt::encode::{UnknownFields, encode};
    use nkeep::nkey::{AnyKeyPair, Kind, Seed};
    use nkeep::trust::statement::Statement;
    use nkeep::trust::withdraw;
    use serde_json::json;
    let key = |kind| Seed::generate(kind).unwrap().signing_pair().unwrap();
    let (root, other, account) = (key(Kind::Operator), key(Kind::Operator), key(Kind::Account));
    let (one, two) = (
        account.public().to_string(),
        key(Kind::Account).public().to_string(),
    );
    let meaning = |input: &str| {
        let item = Item {
            by: root.public().to_string(),
            current: String::new(),
            proposed: input.to_owned(),
        };
        item.meaning()
    };
    let input = |token: String| token.rsplit_once('.').unwrap().0.to_owned();
    let generic = |by: &AnyKeyPair, subject: String, body: serde_json::Value| {
        let claims = Claims::<Generic> {
            subject,
            body: Generic(serde_json::from_value(body).unwrap()),
            ..Claims::default()
        };
        input(encode(claims, by, 1, UnknownFields::Refuse).unwrap().token)
    };
    let own = root.public().to_string();
    let deletion = withdraw::request(&root, &[one.clone(), two.clone()], 1).unwrap();
    assert!(
        matches!(meaning(&input(deletion)), Ok(Meaning::Deletion(deletion)) if deletion.accounts.len() == 2)
    );
    let statement = Statement::of(root.public(), other.public(), "a.b", 1).text();
    assert!(matches!(meaning(&statement), Ok(Meaning::Statement(_))));
    let of_account = Claims::<Account> {
        subject: one.clone(),
        ..Claims::default()
    };
    let of_other = Claims::<Operator> {
        subject: other.public().to_string(),
        ..Claims::default()
    };
    let signed = |token| input(token);
    for wrong in [
        generic(&root, own.clone(), json!({ "accounts": [one, one] })),
        generic(&root, own.clone(), json!({ "accounts": [] })),
        generic(&root, own.clone(), json!({ "accounts": [own] })),
        generic(&root, own.clone(), json!({ "accounts": [one, 1] })),
        generic(
            &root,
            own.clone(),
            json!({ "accounts": [one], "more": true }),
        ),
        generic(&root, own.clone(), json!({ "users": [one] })),
        generic(
            &root,
            other.public().to_string(),
            json!({ "accounts": [one] }),
        ),
        generic(
            &other,
            other.public().to_string(),
            json!({ "accounts": [one] }),
        ),
        signed(
            encode(of_account, &root, 1, UnknownFields::Refuse)
                .unwrap()
                .token,
        ),
        signed(
            encode(of_other, &root, 1, UnknownFields::Refuse)
                .unwrap()
                .token,
        ),
        statement.replace("time: 1", "time: +1"),
        statement.replace('\n', "\r\n"),
        format!("{statement}more\n"),
        statement.trim_end().to_owned(),
        "nkeep ceremony\nroot\n{}\n".to_owned(),
        String::new(),
    ] {
        assert!(meaning(&wrong).is_err(), "{wrong}");
    }
}

#[test]
fn a_request_for_one_token_is_one_code() {
    let two = Two::new();
    let edit = [
        "--reason",
        "the yearly rotation of the key that signs accounts, as it was agreed on",
        "edit",
        "operator",
        "--sk",
        "generate",
        "--expiry",
        "1y",
    ];
    two.ask("a.nreq", &edit);
    let length = read(two.root(), "a.nreq").len();
    assert!(length <= 2_953, "{length} bytes");
    two.sign("a.nreq", "a.nresp", &[]);
    assert!(read(two.root(), "a.nresp").len() <= 2_953);
}

#[test]
fn a_statement_that_was_changed_is_called_one() {
    let two = Two::new();
    let new = next_identity(&two);
    two.ask("a.nreq", &start(&new));
    let changed = otherwise(&two, "a.nreq", |items| {
        let said = items[1]["proposed"].as_str().unwrap().to_owned();
        items[1]["proposed"] = said.replace("time: ", "time:  ").into();
    });
    std::fs::write(two.root().join("b.nreq"), changed).unwrap();
    let review = ["ceremony", "review", "b.nreq"];
    let says = "neither a token nor a statement of two operators";
    refused(two.root(), &review, 3, says);
}
