//! Operators whose keys are elsewhere: their accounts are asked for at an account server, and nothing is in the store that their
//! operator did not sign.

#![cfg(all(unix, feature = "net"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::process::Output;

use common::copies::{json, key, raw};
use common::refusal::{said, store_of};
use common::servers::{Server, newest};
use common::web::{Bank, Mood, Reply, Web};
use common::{live, live_estate, live_line, scratch};
use nkeep::nkey::{Kind, Seed};

/// What a command does that is given as a line.
fn done(home: &Path, line: &str) -> Output {
    live(home).args(line.split(' ')).output().unwrap()
}

/// What a command that must succeed says to people.
fn told(home: &Path, line: &str) -> String {
    let output = done(home, line);
    assert!(output.status.success(), "{line}: {output:?}");
    said(&output)
}

/// It fails with that code and those words, and leaves the store as it was.
fn refused(home: &Path, line: &str, code: i32, says: &[&str]) -> String {
    let before = std::fs::read(store_of(home)).ok();
    let text = fails(home, line, code, says);
    assert!(std::fs::read(store_of(home)).ok() == before, "{line}");
    text
}

fn fails(home: &Path, line: &str, code: i32, says: &[&str]) -> String {
    let output = done(home, line);
    assert_eq!(output.status.code(), Some(code), "{line}: {output:?}");
    let text = said(&output);
    for part in says {
        assert!(text.contains(part), "{part}: {text}");
    }
    text
}

/// Keeps a seed in a file of a home.
fn kept(home: &Path, file: &str, seed: &str) {
    let file = home.join(file);
    nkeep::file::write(&file, seed.as_bytes(), nkeep::file::Existing::Keep).unwrap();
}

/// Whoever has the operator's keys, and the account server that signs with one of them.
struct Theirs {
    home: tempfile::TempDir,
    bank: Bank,
}

impl Theirs {
    fn new() -> Self {
        let home = live_estate();
        let bank = Bank::start();
        let seed = Seed::generate(Kind::Operator).unwrap();
        kept(home.path(), "signing.nk", &seed.expose());
        let to = format!("edit operator --account-jwt-server-url {}", bank.url);
        let by = "--sk ./signing.nk --require-signing-keys=false";
        live_line(home.path(), &format!("{to} {by}"));
        bank.signs_with(&seed);
        let theirs = Self { home, bank };
        theirs.publish();
        theirs
    }

    /// Has the account server say what the operator's token is now.
    fn publish(&self) {
        let operator = raw(self.home.path(), "operator", "ACME");
        self.bank.with(|kept| kept.operator = operator);
    }

    fn operator(&self) -> String {
        format!("{}/operator", self.bank.url)
    }
}

/// A home with an identity and no store yet.
fn fresh() -> tempfile::TempDir {
    let home = scratch();
    let made = nkeep::store::age::Identity::generate().unwrap();
    kept(home.path(), "identity.txt", &made.expose());
    home
}

/// A home whose store has that operator.
fn managed(theirs: &Theirs) -> tempfile::TempDir {
    let home = fresh();
    live_line(
        home.path(),
        &format!("add operator -u {}", theirs.operator()),
    );
    home
}

#[test]
fn an_operator_is_taken_without_its_keys() {
    let theirs = Theirs::new();
    let home = fresh();
    let home = home.path();
    let text = told(home, &format!("add operator -u {}", theirs.operator()));
    for part in [
        "made the store ",
        "says that operator \"ACME\" has the key O",
        "ask whoever runs it whether that is so",
        "added operator ACME",
        "next: nkeep add account NAME",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(
        raw(home, "operator", "ACME"),
        raw(theirs.home.path(), "operator", "ACME")
    );
    let keys = json(home, &["list", "keys", "--all"]);
    assert_eq!(keys["keys"][0]["origin"], "elsewhere", "{keys}");
    assert_eq!(keys["keys"][0]["sealed"], false, "{keys}");
    // From a file, and by a name that the environment knows, it is the same.
    for way in ["file", "name"] {
        let other = fresh();
        let file = other.path().join("operator.jwt");
        std::fs::write(&file, raw(theirs.home.path(), "operator", "ACME")).unwrap();
        let output = live(other.path())
            .env("NSC_their_bank_OPERATOR", theirs.operator())
            .args(["add", "operator", "--url"])
            .arg(if way == "file" {
                "operator.jwt"
            } else {
                "THEIR_BANK"
            })
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        assert_eq!(
            raw(other.path(), "operator", "ACME"),
            raw(home, "operator", "ACME")
        );
    }
    refused(
        home,
        "add operator -u nobody-knows",
        2,
        &[
            "\"nobody-knows\" is no file, no address, and no operator that is known",
            "hint: export NSC_NOBODY_KNOWS_OPERATOR=https://HOST/jwt/v1/operator",
        ],
    );
    refused(
        home,
        &format!("add operator -u {} -n OTHER", theirs.operator()),
        2,
        &["is called \"ACME\", and can be called \"OTHER\" by whoever has its key alone"],
    );
    refused(home, "add operator X --force", 2, &["--url <URL>"]);
    refused(
        home,
        &format!("add operator -u {} --sys", theirs.operator()),
        2,
        &["cannot be used with"],
    );
}

#[test]
fn an_operator_that_is_there_gives_way_to_itself_alone_and_when_that_is_asked() {
    let theirs = Theirs::new();
    let folder = managed(&theirs);
    let home = folder.path();
    let before = raw(home, "operator", "ACME");
    refused(
        home,
        &format!("add operator -u {}", theirs.operator()),
        1,
        &["the store has operator \"ACME\" with just this token already"],
    );
    live_line(theirs.home.path(), "edit operator --tag later");
    theirs.publish();
    refused(
        home,
        &format!("add operator -u {}", theirs.operator()),
        7,
        &[
            "the store has another token for operator \"ACME\"",
            "--force",
        ],
    );
    told(
        home,
        &format!("add operator -u {} --force", theirs.operator()),
    );
    let after = raw(theirs.home.path(), "operator", "ACME");
    assert_eq!(raw(home, "operator", "ACME"), after);
    assert_ne!(before, after);
    // Another operator of the same name is never put in its place.
    let theirs_too = Theirs::new().operator();
    for force in ["", " --force"] {
        let add = format!("add operator -u {theirs_too}{force}");
        refused(home, &add, 7, &["the store has another operator \"ACME\""]);
    }
    // Nor one that its accounts would not be trusted under.
    live_line(home, "add account SHOP");
    let seed = std::fs::read_to_string(theirs.home.path().join("signing.nk")).unwrap();
    let gone = Seed::parse(seed.trim()).unwrap().public().to_string();
    live_line(
        theirs.home.path(),
        &format!("edit operator --rm-sk {gone} --force"),
    );
    theirs.publish();
    refused(
        home,
        &format!("add operator -u {} --force", theirs.operator()),
        1,
        &["account \"SHOP\" of the store would be trusted no more"],
    );
}

/// The whole way: an operator from a server, an account that it signs, edits, and a login at a server that has both.
#[test]
fn accounts_are_asked_for_and_come_back_signed() {
    let theirs = Theirs::new();
    let folder = managed(&theirs);
    let home = folder.path();
    let text = told(home, "add account SHOP");
    assert!(text.contains("added account SHOP"), "{text}");
    let shop = key(home, "SHOP");
    let stored = raw(home, "account", "SHOP");
    assert_eq!(theirs.bank.account(&shop).unwrap(), stored);
    let operator = raw(home, "operator", "ACME");
    std::fs::write(home.join("operator.jwt"), operator).unwrap();
    std::fs::write(home.join("shop.jwt"), &stored).unwrap();
    live_line(home, "describe jwt shop.jwt --chain operator.jwt");
    live_line(home, "add user clerk -a SHOP");
    let text = told(home, "edit account SHOP --conns 7");
    assert!(text.contains("limits.conn: 7"), "{text}");
    assert_eq!(
        theirs.bank.account(&shop).unwrap(),
        raw(home, "account", "SHOP")
    );
    live_line(home, "store check");
    live_line(home, "audit verify");
    // Servers of that operator take it, and let its users in.
    let creds = live_line(home, "generate creds -a SHOP -n clerk");
    live_line(
        theirs.home.path(),
        "generate config --url-resolver --config-file nats.conf",
    );
    let push = "push -a SYS";
    live_line(theirs.home.path(), push);
    let server = Server::start(&newest(), theirs.home.path());
    server.log_in(&creds).unwrap();
    // Who is deleted is revoked there.
    live_line(home, "delete user clerk -a SHOP");
    assert_eq!(
        theirs.bank.account(&shop).unwrap(),
        raw(home, "account", "SHOP")
    );
    let server = Server::start(&newest(), theirs.home.path());
    server.log_in(&creds).unwrap_err();
}

/// What is asked for is signed by the account's own key, and no more than asked for.
#[test]
fn a_request_is_never_in_the_store() {
    let theirs = Theirs::new();
    let folder = managed(&theirs);
    let home = folder.path();
    live_line(home, "add account SHOP");
    let posted = theirs.bank.web.seen();
    let request = posted.iter().find(|one| one.method == "POST").unwrap();
    std::fs::write(home.join("request.jwt"), &request.body).unwrap();
    let claims = json(home, &["describe", "jwt", "request.jwt"]);
    assert_eq!(claims["iss"], claims["sub"]);
    assert_eq!(claims["sub"], key(home, "SHOP"));
    let bytes = std::fs::read(store_of(home)).unwrap();
    let holds = |text: &str| {
        bytes
            .windows(text.len())
            .any(|some| some == text.as_bytes())
    };
    assert!(!holds(&request.body));
    assert!(holds(&raw(home, "account", "SHOP")));
    // A self-signed one is pushed nowhere, and in no configuration.
    fails(home, "import account --file request.jwt", 7, &["account"]);
}

#[test]
fn what_waits_for_a_yes_changes_nothing_here_and_is_had_later() {
    let theirs = Theirs::new();
    let folder = managed(&theirs);
    let home = folder.path();
    live_line(home, "add account SHOP");
    theirs.bank.with(|kept| kept.mood = Mood::Pending);
    let url = format!("{}/accounts/{}", theirs.bank.url, key(home, "SHOP"));
    let text = refused(
        home,
        "edit account SHOP --conns 7",
        6,
        &[
            "has the request for account \"SHOP\", and has not signed it yet: ask the board; nothing was changed here",
        ],
    );
    assert!(
        text.contains(&format!(
            "hint: nkeep import account --file {url} --overwrite"
        )),
        "{text}"
    );
    theirs.bank.approve();
    live_line(home, &format!("import account --file {url} --overwrite"));
    assert_eq!(
        json(home, &["describe", "account", "SHOP"])["nats"]["limits"]["conn"],
        7
    );
    // A new one has its key in the store before anybody is asked.
    let text = fails(
        home,
        "add account LATER",
        6,
        &["has the request for account \"LATER\""],
    );
    let later = text
        .lines()
        .find_map(|line| line.strip_prefix("nkeep: hint: nkeep add account LATER -k "))
        .unwrap();
    let later = later.split_whitespace().next().unwrap();
    let keys = live_line(home, "list keys --json");
    assert!(keys.contains(later), "{keys}");
    let again = format!("add account LATER -k {later}");
    fails(home, &again, 6, &["has not signed it yet"]);
    theirs.bank.approve();
    let url = format!("{}/accounts/{later}", theirs.bank.url);
    live_line(home, &format!("import account --file {url}"));
    live_line(home, "add user clerk -a LATER");
    live_line(home, "store check");
}

#[test]
fn a_dry_run_asks_nobody() {
    let theirs = Theirs::new();
    let folder = managed(&theirs);
    let home = folder.path();
    live_line(home, "add account SHOP");
    let posted = theirs.bank.web.asked("POST");
    let text = told(home, "edit account SHOP --conns 7 --dry-run");
    let asks = format!(
        "{} would be asked to sign account \"SHOP\"",
        theirs.bank.url
    );
    for part in [&*asks, "limits.conn: 7", "nothing was changed"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let document = json(
        home,
        &["edit", "account", "SHOP", "--conns", "7", "--dry-run"],
    );
    assert_eq!(document["kind"], "request");
    assert_eq!(document["account"], "SHOP");
    assert_eq!(document["changes"][0]["after"], 7);
    told(home, "add account NEW --dry-run");
    assert_eq!(theirs.bank.web.asked("POST"), posted);
    refused(home, "describe account NEW", 1, &["there is no account"]);
}

/// A key that is made along would be gone if the server took a while.
#[test]
fn keys_are_in_the_store_before_anybody_is_asked_to_list_them() {
    let theirs = Theirs::new();
    let folder = managed(&theirs);
    let home = folder.path();
    live_line(home, "add account SHOP");
    let posted = theirs.bank.web.asked("POST");
    for line in [
        "edit account SHOP --sk generate",
        "edit signing-key -a SHOP --sk generate --role r",
    ] {
        refused(
            home,
            line,
            1,
            &[
                "it has to be in the store before",
                "hint: nkeep generate nkey --account --keep",
            ],
        );
    }
    assert_eq!(theirs.bank.web.asked("POST"), posted);
    let made = live_line(home, "generate nkey --account --keep");
    live_line(home, &format!("edit account SHOP --sk {made}"));
    live_line(home, &format!("add user clerk -a SHOP -K {made}"));
}

/// What is later there is not written over from here.
#[test]
fn what_the_server_has_and_nobody_here_knows_of_is_not_undone() {
    let theirs = Theirs::new();
    let one = managed(&theirs);
    live_line(one.path(), "add account SHOP");
    let shop = key(one.path(), "SHOP");
    // The same account on another machine.
    let other = fresh();
    live_line(
        one.path(),
        &format!("export keys --account {shop} --dir seeds"),
    );
    let seed = one.path().join(format!("seeds/{shop}.nk"));
    live_line(
        other.path(),
        &format!(
            "load --url {} --seed {}",
            theirs.operator(),
            seed.to_str().unwrap()
        ),
    );
    live_line(other.path(), "edit account SHOP --tag elsewhere");
    let posted = theirs.bank.web.asked("POST");
    refused(
        one.path(),
        "edit account SHOP --conns 7",
        7,
        &[
            "otherwise: it has one that is not known here",
            "hint: nkeep import account --file ",
        ],
    );
    assert_eq!(theirs.bank.web.asked("POST"), posted);
    let url = format!("{}/accounts/{shop}", theirs.bank.url);
    live_line(
        one.path(),
        &format!("import account --file {url} --overwrite"),
    );
    live_line(one.path(), "edit account SHOP --conns 7");
    let tags = &json(one.path(), &["describe", "account", "SHOP"])["nats"]["tags"];
    assert_eq!(tags[0], "elsewhere");
}

/// Whoever signs may make something else of it; that is told.
#[test]
fn what_the_operator_makes_of_a_request_is_told() {
    let theirs = Theirs::new();
    theirs
        .bank
        .with(|kept| kept.edit = Some(|claims| claims.body.limits.conn = 3));
    let folder = managed(&theirs);
    let home = folder.path();
    let text = told(home, "add account SHOP");
    let made = "warning: whoever signs for operator \"ACME\" made nats.limits.conn of it: 3";
    assert!(text.contains(made), "{text}");
    let text = told(home, "edit account SHOP --conns 7 --tag x");
    assert!(text.contains(made), "{text}");
    assert!(!text.contains("limits.conn: 7"), "{text}");
    // That nobody is let in again is no matter of limits.
    live_line(home, "add user clerk -a SHOP");
    theirs
        .bank
        .with(|kept| kept.edit = Some(|claims| claims.body.revocations.clear()));
    refused(
        home,
        "revocations add-user -a SHOP -n clerk",
        7,
        &["what it gives back does not revoke what was asked to be revoked"],
    );
    theirs
        .bank
        .with(|kept| kept.edit = Some(|claims| claims.name = "OTHER".to_owned()));
    fails(
        home,
        "edit account SHOP --conns 8",
        7,
        &["account \"SHOP\""],
    );
}

/// What a server gives back is taken for nothing before its chain was checked.
#[test]
fn what_no_operator_signed_is_not_taken() {
    let theirs = Theirs::new();
    let folder = managed(&theirs);
    let home = folder.path();
    live_line(home, "add account SHOP");
    let others = Theirs::new();
    live_line(others.home.path(), "push -A");
    let foreign = others
        .bank
        .account(&key(others.home.path(), "ACME"))
        .unwrap();
    let (shop, mine) = (key(home, "SHOP"), raw(home, "account", "SHOP"));
    let operator = raw(home, "operator", "ACME");
    let answers = [
        (
            foreign,
            "gives no token that can be taken: it belongs to account",
        ),
        (
            operator,
            "gives no token that can be taken: it is of type operator",
        ),
        ("garbage".to_owned(), "gives no token that can be taken"),
        (format!("{mine}x"), "gives no token that can be taken"),
        (mine.clone(), "has not signed it yet"),
        (String::new(), "gives no token that can be taken"),
    ];
    for (answer, says) in answers {
        let is_mine = answer == mine;
        theirs.bank.with(|kept| kept.signer = None);
        // It takes what it is given, and says something else.
        let path = format!("/accounts/{shop}");
        let before = theirs.bank.account(&shop).unwrap();
        let posted = std::sync::Mutex::new(false);
        let web = Web::start(move |request| {
            assert_eq!(request.path, path);
            let mut posted = posted.lock().unwrap();
            if request.method == "POST" {
                *posted = true;
                return Reply::words(200, "fine");
            }
            Reply::words(200, if *posted { &answer } else { &before })
        });
        // The operator names another server now.
        let theirs_home = theirs.home.path();
        live_line(
            theirs_home,
            &format!("edit operator --account-jwt-server-url {}", web.url),
        );
        let file = home.join("operator.jwt");
        std::fs::write(&file, raw(theirs_home, "operator", "ACME")).unwrap();
        live_line(home, "add operator -u operator.jwt --force");
        let code = if is_mine { 6 } else { 1 };
        refused(home, "edit account SHOP --conns 9", code, &[says]);
    }
}

#[test]
fn an_account_is_loaded_with_its_seed() {
    let theirs = Theirs::new();
    let seed = Seed::generate(Kind::Account).unwrap();
    let key = seed.public().to_string();
    let maker = theirs.home.path();
    kept(maker, "a.nk", &seed.expose());
    live_line(maker, "add account SHOP -k ./a.nk");
    live_line(maker, "push -A");
    let home = fresh();
    let home = home.path();
    std::fs::copy(maker.join("a.nk"), home.join("a.nk")).unwrap();
    let text = told(
        home,
        &format!("load --url {} --seed ./a.nk", theirs.operator()),
    );
    for part in [
        "made the store ",
        "says that operator \"ACME\" has the key O",
        "loaded account SHOP",
        "added user default",
        "next: nkeep generate creds -a SHOP -n default -o default.creds",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(
        theirs.bank.account(&key).unwrap(),
        raw(home, "account", "SHOP")
    );
    // Again it is as it was; what is later is taken.
    let before = raw(home, "user", "default");
    let text = told(
        home,
        &format!("load --url {} --seed {key}", theirs.operator()),
    );
    assert!(!text.contains("added user"), "{text}");
    assert_eq!(raw(home, "user", "default"), before);
    live_line(maker, "edit operator --tag later");
    live_line(maker, "edit account SHOP --tag later");
    live_line(maker, "push -A");
    theirs.publish();
    told(
        home,
        &format!(
            "load --url {} --seed {key} --user second",
            theirs.operator()
        ),
    );
    assert_eq!(
        raw(home, "operator", "ACME"),
        raw(maker, "operator", "ACME")
    );
    assert_eq!(raw(home, "account", "SHOP"), raw(maker, "account", "SHOP"));
    // What is older there is left.
    let mine = raw(home, "account", "SHOP");
    live_line(home, "edit account SHOP --tag mine");
    let newer = raw(home, "account", "SHOP");
    theirs
        .bank
        .with(|kept| kept.accounts.insert(key.clone(), mine));
    let text = told(
        home,
        &format!("load --url {} --seed {key}", theirs.operator()),
    );
    assert!(text.contains("the store has a newer token"), "{text}");
    assert_eq!(raw(home, "account", "SHOP"), newer);
    let document = json(
        home,
        &[
            "load",
            "--url",
            &theirs.operator(),
            "--seed",
            &key,
            "--user",
            "third",
        ],
    );
    assert_eq!(document["kind"], "loaded");
    assert_eq!(document["account"]["public_key"], key);
    assert_eq!(document["user"]["name"], "third");
}

#[test]
fn a_load_of_an_operator_with_a_key_that_was_taken_away_is_forced() {
    let theirs = Theirs::new();
    let maker = theirs.home.path();
    let seed = Seed::generate(Kind::Account).unwrap();
    kept(maker, "a.nk", &seed.expose());
    let operator_key = live_line(maker, "edit operator --sk generate");
    let add = format!("add account SHOP -k ./a.nk -K {operator_key}");
    live_line(maker, &add);
    theirs.publish();
    live_line(maker, "push -A");
    let home = fresh();
    let home = home.path();
    std::fs::copy(maker.join("a.nk"), home.join("a.nk")).unwrap();
    let url = theirs.operator();
    let load = format!("load --url {url} --seed ./a.nk");
    told(home, &load);
    let gone = format!("edit operator --rm-sk {operator_key} --force");
    live_line(maker, &gone);
    theirs.publish();
    live_line(maker, "push -A");
    told(home, &load);
    let back = format!("edit operator --sk {operator_key} --force");
    live_line(maker, &back);
    theirs.publish();
    let whom = format!("1 account, \"SHOP\" {}", seed.public());
    refused(
        home,
        &load,
        1,
        &[&format!("would hold again: {whom}"), "--force"],
    );
    let text = told(home, &format!("{load} --force"));
    assert!(text.contains(&format!("lets in: {whom}")), "{text}");
    assert!(
        text.contains(&format!("--rm-sk {operator_key} --force")),
        "{text}"
    );
    // It is in by now.
    let text = told(home, &load);
    assert!(!text.contains("holds again"), "{text}");
}

#[test]
fn a_profile_of_nscs_is_loaded_and_its_secret_is_not_taken_from_the_command_line() {
    let theirs = Theirs::new();
    let maker = theirs.home.path();
    live_line(maker, "push -A");
    let acme = key(maker, "ACME");
    live_line(maker, &format!("export keys --account {acme} --dir seeds"));
    let seed = std::fs::read_to_string(maker.join(format!("seeds/{acme}.nk"))).unwrap();
    let home = fresh();
    let home = home.path();
    let profile = format!("nsc://bank?secret={}&user=clerk", seed.trim());
    let load = |args: &[&str]| {
        let mut command = live(home);
        command.env("NSC_BANK_OPERATOR", theirs.operator());
        command.arg("load").args(args).output().unwrap()
    };
    let output = load(&["--profile", &profile]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let text = said(&output);
    assert!(text.contains("--insecure-argv"), "{text}");
    assert!(!text.contains(seed.trim()), "{text}");
    assert!(!store_of(home).exists());
    let output = load(&["--seed", seed.trim(), "--url", &theirs.operator()]);
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(!said(&output).contains(seed.trim()));
    let output = load(&["--profile", &profile, "--insecure-argv"]);
    assert!(output.status.success(), "{output:?}");
    assert!(said(&output).contains("added user clerk"), "{output:?}");
    for (bad, says) in [
        (
            "nsc://nowhere?secret=./a.nk",
            "operator \"nowhere\" is not known",
        ),
        ("https://bank", "a profile begins with nsc://"),
        ("nsc://", "a profile is nsc://OPERATOR"),
        ("nsc://bank/a/b", "a profile is nsc://OPERATOR"),
        (
            "nsc://bank?secret=./a.nk&x=y",
            "nobody knows what \"x\" in a profile is",
        ),
        ("nsc://bank", "no seed is named"),
    ] {
        let output = load(&["--profile", bad]);
        assert_eq!(output.status.code(), Some(2), "{bad}: {output:?}");
        assert!(said(&output).contains(says), "{bad}: {output:?}");
    }
}

#[test]
fn what_cannot_be_loaded_is_said() {
    let theirs = Theirs::new();
    let maker = theirs.home.path();
    let home = fresh();
    let home = home.path();
    let seed = Seed::generate(Kind::Account).unwrap();
    kept(home, "a.nk", &seed.expose());
    let load = format!("load --url {} --seed ./a.nk", theirs.operator());
    let says = format!("has no account {}", seed.public());
    refused(home, &load, 1, &[&says, "hint: curl -i "]);
    // Somebody else's account at its address.
    live_line(maker, "push -A");
    let other = theirs.bank.account(&key(maker, "ACME")).unwrap();
    let mine = seed.public().to_string();
    theirs.bank.with(|kept| kept.accounts.insert(mine, other));
    refused(home, &load, 3, &["it is that of account A"]);
    assert!(!store_of(home).exists());
    // An operator without an account server.
    live_line(maker, "edit operator --rm-account-jwt-server-url");
    theirs.publish();
    refused(
        home,
        &load,
        3,
        &["operator \"ACME\" names no account server"],
    );
    live_line(
        maker,
        "edit operator --account-jwt-server-url nats://localhost:4222",
    );
    theirs.publish();
    refused(
        home,
        &load,
        3,
        &["names the account server nats://localhost:4222: "],
    );
}

#[test]
fn init_makes_a_store_under_an_operator_of_others() {
    let theirs = Theirs::new();
    let home = scratch();
    let home = home.path();
    let args = format!(
        "init -n SHOP -u {} --new-identity identity.txt",
        theirs.operator()
    );
    let text = told(home, &args);
    for part in [
        "says that operator \"ACME\" has the key O",
        "with account SHOP A",
        "next: nkeep generate creds -a SHOP -n SHOP -o SHOP.creds",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(
        theirs.bank.account(&key(home, "SHOP")).unwrap(),
        raw(home, "account", "SHOP")
    );
    // By name, where it takes a while.
    theirs.bank.with(|kept| kept.mood = Mood::Pending);
    let home = scratch();
    let home = home.path();
    let output = live(home)
        .env("NSC_BANK_OPERATOR", theirs.operator())
        .args([
            "init",
            "-n",
            "SHOP",
            "-o",
            "bank",
            "--new-identity",
            "identity.txt",
        ])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(6), "{output:?}");
    let text = said(&output);
    for part in [
        "the store is there, and account \"SHOP\" is not",
        "hint: nkeep import account --file ",
        "hint: nkeep add account SHOP",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    live_line(home, "describe operator ACME");
    let home = scratch();
    for bad in [
        "init -n X -o bank -u https://localhost/x",
        "init -n X -u https://localhost/x -u https://localhost/y",
        "init -n X -o nobody-knows",
    ] {
        fails(home.path(), bad, 2, &["operator"]);
        assert!(!store_of(home.path()).exists());
    }
}

/// What is at an address is looked at there: files alone are validated.
#[test]
fn what_is_no_token_at_an_address_is_shown_by_what_fetches_it() {
    let page = Web::start(|_| Reply::words(200, "<html>\nno\ntoken"));
    let url = format!("{}/jwt/v1/operator", page.url);
    let home = fresh();
    let key = Seed::generate(Kind::Account).unwrap().public().to_string();
    let output = live(home.path())
        .args(["load", "--url", &url, "--seed", &key])
        .output()
        .unwrap();
    assert!(!output.status.success(), "{output:?}");
    let hint = format!("hint: curl -i {url}  # shows what is there");
    assert!(said(&output).contains(&hint), "{output:?}");
}

/// A key that is made along would be gone if they take a while to sign: it is made before.
#[test]
fn a_strict_operator_elsewhere_wants_a_signing_key_first() {
    let theirs = Theirs::new();
    let folder = managed(&theirs);
    let home = folder.path();
    live_line(home, "add account A");
    let strict = "edit operator --require-signing-keys --resign";
    live_line(theirs.home.path(), strict);
    theirs.publish();
    live_line(
        home,
        &format!("add operator -u {} --force", theirs.operator()),
    );
    let text = refused(
        home,
        "add user u -a A",
        1,
        &[
            "operator \"ACME\" demands that a signing key of account \"A\" signs here, it has none, and ",
            " has to sign first that it has one",
            "hint: nkeep generate nkey --account --keep",
            "nkeep edit account A --sk KEY",
        ],
    );
    assert!(!text.contains("in place of generate"), "{text}");
    // What is hinted at helps.
    let made = live_line(home, "generate nkey --account --keep");
    live_line(home, &format!("edit account A --sk {made}"));
    live_line(home, "add user u -a A");
}
