//! Stores that age plugins open: with plugins of age's authors, and against stock `age`.

#![cfg(all(unix, feature = "plugins"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common;

use std::path::Path;
use std::process::{Command, Stdio};

use crate::fake_plugins::{
    BATCHPASS, HONEST, IDENTITY, done, install, nkeep_with, path, pq, shell, write,
};
use common::refusal::{refused_by, store_of};
use expectrl::{Eof, Expect as _, Session};

/// Opens every sealed key of a store with stock age, and counts what came out.
fn opened_by_stock_age(home: &Path, flags: &str) -> usize {
    let store = store_of(home);
    let line = format!(
        "for key in $(sqlite3 '{0}' 'SELECT public_key FROM keys WHERE sealed IS NOT NULL'); do
            sqlite3 '{0}' \"SELECT hex(sealed) FROM keys WHERE public_key = '$key'\" |
                perl -ne 'chomp; print pack \"H*\", $_' | age --decrypt {flags}
        done",
        store.display()
    );
    let output = shell(home, &line).stdout;
    let text = String::from_utf8(output).unwrap();
    text.lines()
        .filter(|line| line.starts_with("seed S"))
        .count()
}

#[test]
fn a_store_opens_with_an_identity_of_a_plugin() {
    let home = common::scratch();
    let home = home.path();
    let recipient = pq(home, "identity.txt");
    done(home, "pq", &["init", "-n", "ACME"]);
    let listed = done(home, "pq", &["store", "recipients", "list"]);
    assert!(listed.contains(&recipient), "{listed}");
    done(home, "tpm, pq", &["add", "account", "ORDERS"]);
    done(home, "pq", &["add", "user", "clerk", "-a", "ORDERS"]);
    let creds = [
        "generate", "creds", "-a", "ORDERS", "-n", "clerk", "-o", "c.creds",
    ];
    done(home, "pq", &creds);
    let check = done(home, "pq", &["store", "check"]);
    assert!(!check.contains("not-opened"), "{check}");
    assert!(opened_by_stock_age(home, "-i identity.txt") > 9);
    // What is public is read without a plugin.
    common::at_home(home, &["list", "accounts"]);
    common::at_home(home, &["audit", "verify"]);
}

#[test]
fn an_identity_without_data_is_its_own_recipient() {
    let home = common::scratch();
    let home = home.path();
    write(home, "identity.txt", &format!("{BATCHPASS}\n"));
    done(home, "batchpass", &["init", "-n", "ACME"]);
    done(home, "batchpass", &["add", "user", "x"]);
    let listed = done(home, "batchpass", &["store", "recipients", "list"]);
    assert!(listed.contains(BATCHPASS), "{listed}");
    assert!(opened_by_stock_age(home, "-j batchpass") > 9);
    let mut wrong = nkeep_with(home, "batchpass", &["add", "user", "y"]);
    wrong.env("AGE_PASSPHRASE", "wrong horse");
    let why = refused_by(&mut wrong, home, 1, "the plugin batchpass says: ");
    assert!(why.contains("incorrect passphrase"), "{why}");
}

#[test]
fn what_stock_age_sealed_with_a_plugin_opens_and_the_reverse() {
    use nkeep::store::age::plugin::{Answer, Host, PluginName, Plugins};
    use nkeep::store::age::{self, Identity};
    use zeroize::Zeroizing;

    struct Nobody;
    impl Host for Nobody {
        fn message(&self, _: &PluginName, _: &str) {}
        fn waiting(&self, _: &PluginName) {}
        fn ask(&self, _: &PluginName, _: &str, _: bool) -> Answer<Zeroizing<String>> {
            Answer::Refused
        }
        fn confirm(&self, _: &PluginName, _: &str, _: &str, _: Option<&str>) -> Answer<bool> {
            Answer::Refused
        }
    }
    let home = tempfile::tempdir().unwrap();
    let home = home.path();
    let recipient = pq(home, "identity.txt");
    let found = "command -v age-plugin-pq";
    let found = String::from_utf8(shell(home, found).stdout).unwrap();
    let folder = Path::new(found.trim()).parent().unwrap().to_owned();
    // The library looks on the PATH of this process.
    let on_path = std::env::split_paths(&std::env::var_os("PATH").unwrap()).any(|at| at == folder);
    if !on_path {
        let program = std::env::current_exe().unwrap();
        let name = "what_stock_age_sealed_with_a_plugin_opens_and_the_reverse";
        let again = Command::new(program)
            .args(["--exact", name])
            .env("PATH", path(home))
            .output()
            .unwrap();
        assert!(again.status.success(), "{again:?}");
        return;
    }
    let names = vec!["pq".parse().unwrap()];
    let plugins = Plugins::allowed(names, Box::new(Nobody), common::LONG);
    let text = std::fs::read_to_string(home.join("identity.txt")).unwrap();
    let identities = Identity::all_in(&text, &plugins).unwrap();
    std::fs::write(home.join("plain"), "a seed").unwrap();
    shell(home, &format!("age -r {recipient} -o theirs plain"));
    let theirs = std::fs::read(home.join("theirs")).unwrap();
    assert_eq!(**age::open(&theirs, &identities).unwrap(), *b"a seed");
    let ours = age::seal(b"a seed", &[recipient.parse().unwrap()], &plugins).unwrap();
    std::fs::write(home.join("ours"), ours).unwrap();
    // Natively, and by the plugin.
    for identity in ["identity.txt.native", "identity.txt"] {
        let opened = shell(home, &format!("age -d -i {identity} ours"));
        assert_eq!(opened.stdout, b"a seed");
    }
}

#[test]
fn an_identity_is_replaced_and_a_second_one_added() {
    let home = common::scratch();
    let home = home.path();
    pq(home, "identity.txt");
    done(home, "pq", &["init", "-n", "ACME"]);
    let second = pq(home, "second.txt");
    let add = [
        "store",
        "recipients",
        "add",
        &second,
        "--label",
        "two",
        "--class",
        "user",
    ];
    done(home, "pq", &add);
    done(home, "pq", &["add", "user", "x"]);
    let creds = [
        "generate",
        "creds",
        "-n",
        "x",
        "-o",
        "x.creds",
        "--identity",
        "second.txt",
    ];
    done(home, "pq", &creds);
    let account = ["add", "account", "X", "--identity", "second.txt"];
    let mut account = nkeep_with(home, "pq", &account);
    refused_by(&mut account, home, 4, "opens operator-signing keys");
    done(home, "pq", &["store", "recipients", "remove", "two"]);
    done(
        home,
        "pq",
        &["store", "rekey", "--new-identity", "third.txt"],
    );
    let again = ["add", "user", "y"];
    refused_by(
        &mut nkeep_with(home, "pq", &again),
        home,
        5,
        "not one that the store",
    );
    done(
        home,
        "",
        &[&again[..], &["--identity", "third.txt"]].concat(),
    );
}

#[test]
fn an_identity_need_not_state_its_recipient_to_open() {
    let home = common::scratch();
    let home = home.path();
    pq(home, "identity.txt");
    done(home, "pq", &["init", "-n", "ACME"]);
    let text = std::fs::read_to_string(home.join("identity.txt")).unwrap();
    write(home, "bare", &format!("{}\n", text.lines().last().unwrap()));
    done(home, "pq", &["add", "user", "x", "--identity", "bare"]);
    // A stranger's is asked, and opens nothing.
    pq(home, "stranger");
    let text = std::fs::read_to_string(home.join("stranger")).unwrap();
    write(
        home,
        "stranger",
        &format!("{}\n", text.lines().last().unwrap()),
    );
    let add = ["add", "user", "y", "--identity", "stranger"];
    refused_by(
        &mut nkeep_with(home, "pq", &add),
        home,
        4,
        "no identity is at hand",
    );
}

/// A person who answers.
fn answered(home: &Path, args: &[&str], answers: &[(&str, &str)]) -> (String, i32) {
    let mut session = Session::spawn(nkeep_with(home, "fake", args)).unwrap();
    session.set_expect_timeout(Some(common::LONG));
    let mut shown = String::new();
    for (question, answer) in answers {
        let found = session.expect(*question);
        let found = found.unwrap_or_else(|error| panic!("{question}: {error}: {shown}"));
        shown.push_str(&String::from_utf8_lossy(found.before()));
        session.send_line(*answer).unwrap();
    }
    let output = session.expect(Eof).unwrap();
    shown.push_str(&String::from_utf8_lossy(output.as_bytes()));
    (shown, common::terminal::exit_code(&session))
}

#[test]
fn what_a_plugin_asks_is_asked_at_the_terminal() {
    const PIN: &str = "fake: PIN: ";
    const GO_ON: &str = "fake: go on? (1 for yes, 2 for no): ";
    let home = common::scratch();
    let home = home.path();
    install(home, "fake", HONEST);
    write(home, "identity.txt", IDENTITY);
    let good = [(PIN, "1234"), (GO_ON, "1")];
    // Once for each key: the store's, the journal's, the operator's two.
    let (text, code) = answered(home, &["init", "-n", "ACME"], &[good; 4].concat());
    assert_eq!(code, 0, "{text}");
    assert!(text.contains("fake: put the token in"), "{text}");
    assert!(!text.contains("1234"), "{text}");
    let creds = ["generate", "creds", "-n", "ACME", "-o", "a.creds"];
    let (text, code) = answered(home, &creds, &[(PIN, "9999")]);
    assert_eq!(code, 1, "{text}");
    assert!(
        text.contains("the plugin fake says: that is not the PIN"),
        "{text}"
    );
    let (text, code) = answered(home, &creds, &[(PIN, "\u{3}")]);
    assert_eq!(code, 130, "{text}");
    let (text, code) = answered(home, &creds, &[good[0], (GO_ON, "2")]);
    assert_eq!(code, 4, "{text}");
    let (text, code) = answered(home, &creds, &good);
    assert_eq!(code, 0, "{text}");
    // Nobody is there, or nobody is to be asked.
    let mut piped = nkeep_with(home, "fake", &["add", "user", "x"]);
    piped.stdin(Stdio::null());
    refused_by(&mut piped, home, 1, "says: that is not the PIN");
    let (text, code) = answered(home, &["add", "user", "x", "--no-input"], &[]);
    assert_eq!(code, 1, "{text}");
}
