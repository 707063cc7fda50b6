//! A store of 10,000 accounts and 20,000 users: making it, and commands on it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use nkeep::store::age::Identity;
use nkeep::store::founding::{Opener, found};
use nkeep::store::pin::Pins;
use nkeep::store::sqlite::{Rollback, SqliteStore};
use nkeep::store::{Changes, Note, Store as _, StoreError};
use nkeep::trust::new::{
    AccountDesk, NewAccount, NewOperator, NewUser, OperatorDesk, Terms, operator,
};
use nkeep::trust::{KeyChoice, TrustError};

use super::median;
use super::process::{milliseconds, peak_memory};

const ACCOUNTS: usize = 10_000;
const ROUNDS: usize = 21;

struct Estate {
    home: tempfile::TempDir,
    store: PathBuf,
}

/// Makes accounts with so many users each, every key sealed, in one process and one change.
fn made(users: usize) -> Estate {
    let home = tempfile::tempdir().unwrap();
    let store = home.path().join("bench.nkeep");
    let identity = Identity::generate().unwrap();
    let file = home.path().join("identity.txt");
    nkeep::file::write(
        &file,
        identity.expose().as_bytes(),
        nkeep::file::Existing::Keep,
    )
    .unwrap();
    let pins = Pins::new(home.path().join("state/pins"));
    found(
        &store,
        &pins,
        &Opener::Outside(identity),
        "bench",
        note(),
        |changes, keyring| {
            filled(changes, keyring, users).map_err(|error| StoreError::Refused(error.to_string()))
        },
    )
    .unwrap();
    Estate { home, store }
}

fn note() -> Note {
    Note {
        actor: "bench".to_owned(),
        command: "bench",
        summary: "made an estate".to_owned(),
        time: 1_795_000_000,
    }
}

fn filled(
    changes: &mut dyn Changes,
    keyring: &dyn nkeep::store::keyring::Keyring,
    users: usize,
) -> Result<(), TrustError> {
    let name = |text: String| text.parse().unwrap();
    let new = NewOperator {
        name: name("BENCH".to_owned()),
        terms: Terms::default(),
        signing_key: true,
        strict: true,
        service_urls: Vec::new(),
    };
    let operator = operator(changes, new)?;
    let desk = OperatorDesk::open(changes, keyring, &operator, &KeyChoice::Best)?;
    for number in 0..ACCOUNTS {
        let new = NewAccount::plain(name(format!("account-{number}")), Terms::default());
        let (_, desk) = desk.account(changes, new)?;
        let desk = desk.unwrap();
        for user in 0..users {
            let new = NewUser::plain(name(format!("user-{user}")), Terms::default());
            desk.user(changes, new)?;
        }
    }
    Ok(())
}

impl Estate {
    fn nkeep(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_nkeep"));
        command
            .args(args)
            .env_clear()
            .env("HOME", self.home.path())
            .env("NKEEP_STATE", self.home.path().join("state"))
            .env("NKEEP_STORE", &self.store)
            .env("NKEEP_IDENTITY", self.home.path().join("identity.txt"));
        command
    }
}

fn row(what: &str, milliseconds: f64, start: f64, limit: &str) {
    println!(
        "{what:<44} {milliseconds:>9.2} ms {:>37}",
        format!("{:.1} of --version {limit}", milliseconds / start)
    );
}

fn megabytes(path: &Path) -> f64 {
    std::fs::metadata(path).unwrap().len() as f64 / 1e6
}

pub fn figures() {
    let start = Instant::now();
    let estate = made(2);
    let taken = start.elapsed().as_secs_f64();
    println!(
        "\n{:<44}",
        "10,000 accounts with signing keys, 20,000 users"
    );
    println!(
        "{:<44} {taken:>9.2} s  {:>37}",
        "made in one process, 50,000 keys sealed", "(at most 6)"
    );
    println!(
        "{:<44} {:>9.2} MB {:>37}",
        "the file",
        megabytes(&estate.store),
        "(at most 100)"
    );

    let mut times = vec![Vec::new(); 5];
    for round in 0..ROUNDS {
        let user = format!("new-{round}");
        let works: [&[&str]; 5] = [
            &["--version"],
            &["list", "accounts"],
            &["describe", "account", "account-777"],
            &["add", "user", &user, "-a", "account-9999"],
            &["list", "keys"],
        ];
        for (args, times) in works.iter().zip(&mut times) {
            times.push(milliseconds(&mut estate.nkeep(args)));
        }
    }
    let medians: Vec<f64> = times.into_iter().map(median).collect();
    row("list accounts", medians[1], medians[0], "(at most 20 ms)");
    row("describe account", medians[2], medians[0], "(at most 5 ms)");
    row(
        "add user, with an identity file",
        medians[3],
        medians[0],
        "(at most 15 ms)",
    );
    row("list keys", medians[4], medians[0], "(at most 40 ms)");
    if let Some(kilobytes) = peak_memory(&mut estate.nkeep(&["list", "accounts"])) {
        println!(
            "{:<44} {:>9.2} MB {:>37}",
            "list accounts, peak memory",
            kilobytes / 1024.0,
            "(at most 40)"
        );
    }
    let check = milliseconds(&mut estate.nkeep(&["audit", "verify"]));
    row(
        "audit verify, everything but sealed keys",
        check,
        medians[0],
        "",
    );
    let check = milliseconds(&mut estate.nkeep(&["store", "check"]));
    row(
        "store check, every sealed key opened",
        check,
        medians[0],
        "",
    );
}

/// A million users, a hundred in each account, in changes of 50,000.
pub fn large_figures() {
    let start = Instant::now();
    let estate = made(0);
    let pins = Pins::new(estate.home.path().join("state/pins"));
    let mut store = SqliteStore::open(&estate.store, &pins, Rollback::Refuse).unwrap();
    let text = std::fs::read_to_string(estate.home.path().join("identity.txt")).unwrap();
    let keyring: Vec<Identity> = vec![text.parse().unwrap()];
    let accounts: Vec<usize> = (0..ACCOUNTS).collect();
    for some in accounts.chunks(500) {
        store
            .transact(note(), |changes| {
                let operator = nkeep::trust::operator(changes, None)?;
                for number in some {
                    let name = format!("account-{number}");
                    let account = nkeep::trust::account(changes, &operator, Some(&name))?;
                    let desk = AccountDesk::open(changes, &keyring, &account, &KeyChoice::Best)?;
                    for user in 0..100 {
                        let name = format!("user-{user}").parse().unwrap();
                        desk.user(changes, NewUser::plain(name, Terms::default()))?;
                    }
                }
                Ok::<_, TrustError>(())
            })
            .unwrap();
    }
    drop(store);
    println!("\n{:<44}", "10,000 accounts, 1,000,000 users");
    println!(
        "{:<44} {:>9.2} s",
        "made in one process",
        start.elapsed().as_secs_f64()
    );
    println!("{:<44} {:>9.2} MB", "the file", megabytes(&estate.store));
    let version = milliseconds(&mut estate.nkeep(&["--version"]));
    for args in [
        &["list", "accounts"][..],
        &["list", "users", "-a", "account-5000"],
        &["describe", "user", "-a", "account-5000", "user-50"],
    ] {
        let taken = median(
            (0..5)
                .map(|_| milliseconds(&mut estate.nkeep(args)))
                .collect(),
        );
        row(&args[..2].join(" "), taken, version, "");
    }
    let user = ["add", "user", "-a", "account-5000", "another"];
    row(
        "add user",
        milliseconds(&mut estate.nkeep(&user)),
        version,
        "",
    );
}
