//! A store of 10,000 accounts and 20,000 users: making it, and commands on it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use nkeep::store::age::Identity;
use nkeep::store::age::plugin::Plugins;
use nkeep::store::founding::{Opener, found};
use nkeep::store::pin::Pins;
use nkeep::store::sqlite::{Rollback, SqliteStore};
use nkeep::store::{Changes, Note, Store as _, StoreError};
use nkeep::trust::new::{
    AccountDesk, NewAccount, NewOperator, NewUser, OperatorDesk, Terms, operator,
};
use nkeep::trust::{KeyChoice, TrustError};

use super::process::{milliseconds, peak_memory};
use super::{many, median};

/// How many accounts there are.
pub fn accounts() -> usize {
    many(10_000, 20)
}

const ROUNDS: usize = 21;
/// Of commands that read the whole store, for seconds.
const SLOW_ROUNDS: usize = 3;
const LARGE_ROUNDS: usize = 7;

pub struct Estate {
    home: tempfile::TempDir,
    store: PathBuf,
}

/// Which key of the operator signs accounts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Signer {
    SigningKey,
    Identity,
}

/// Makes accounts with so many users each, every key sealed, in one process and one change.
pub fn made(accounts: usize, users: usize, signer: Signer) -> Estate {
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
        &Plugins::none(),
        |changes, keyring| {
            filled(changes, keyring, (accounts, users), signer)
                .map_err(|error| StoreError::Refused(error.to_string()))
        },
    )
    .unwrap();
    Estate { home, store }
}

fn note() -> Note {
    Note::new(
        "bench".to_owned(),
        "bench",
        "made an estate".to_owned(),
        1_795_000_000,
    )
}

fn filled(
    changes: &mut dyn Changes,
    keyring: &dyn nkeep::store::keyring::Keyring,
    (accounts, users): (usize, usize),
    signer: Signer,
) -> Result<(), TrustError> {
    let name = |text: String| text.parse().unwrap();
    let new = NewOperator {
        name: name("BENCH".to_owned()),
        terms: Terms::default(),
        signing_key: signer == Signer::SigningKey,
        strict: signer == Signer::SigningKey,
        service_urls: Vec::new(),
    };
    let operator = operator(changes, new)?;
    let desk = OperatorDesk::open(changes, keyring, &operator, &KeyChoice::Best)?;
    for number in 0..accounts {
        let new = NewAccount {
            signing_key: true,
            ..NewAccount::plain(name(format!("account-{number}")), Terms::default())
        };
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
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// How large the file is.
    pub fn megabytes(&self) -> f64 {
        megabytes(&self.store)
    }

    pub fn open(&self) -> SqliteStore {
        let pins = Pins::new(self.home.path().join("state/pins"));
        SqliteStore::open(&self.store, &pins, Rollback::Refuse).unwrap()
    }

    pub fn nkeep(&self, args: &[&str]) -> Command {
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

    /// A copy, for a machine that remembers nothing of it: all of it is checked when it is first opened.
    fn copy(&self, round: usize) -> Copied {
        let folder = self.home.path().join(format!("copy-{round}"));
        std::fs::create_dir(&folder).unwrap();
        let store = folder.join("bench.nkeep");
        std::fs::copy(&self.store, &store).unwrap();
        Copied { folder, store }
    }
}

struct Copied {
    folder: PathBuf,
    store: PathBuf,
}

impl Copied {
    fn nkeep(&self, estate: &Estate, args: &[&str]) -> Command {
        let mut command = estate.nkeep(args);
        command
            .env("HOME", &self.folder)
            .env("NKEEP_STATE", self.folder.join("state"))
            .env("NKEEP_STORE", &self.store);
        command
    }
}

/// Runs the commands of each round one after the other, the first of them `--version`, and shows the medians of the rest
/// as `rows` name them.
fn turns(rounds: usize, rows: &[(&str, &str)], commands: impl Fn(usize) -> Vec<Command>) {
    let rounds = many(rounds, 1);
    let mut times = vec![Vec::with_capacity(rounds); rows.len() + 1];
    for round in 0..rounds {
        let mut commands = commands(round);
        assert_eq!(commands.len(), times.len());
        for (command, times) in commands.iter_mut().zip(&mut times) {
            times.push(milliseconds(command));
        }
    }
    let mut medians = times.into_iter().map(median);
    let start = medians.next().unwrap();
    println!("{:<44} {start:>9.2} ms", "--version, in turn with these");
    for ((what, limit), milliseconds) in rows.iter().zip(medians) {
        println!(
            "{what:<44} {milliseconds:>9.2} ms {:>37}",
            format!("{:.1} of --version {limit}", milliseconds / start)
        );
    }
}

fn megabytes(path: &Path) -> f64 {
    std::fs::metadata(path).unwrap().len() as f64 / 1e6
}

pub fn figures() {
    let start = Instant::now();
    let estate = made(accounts(), 2, Signer::SigningKey);
    let taken = start.elapsed().as_secs_f64();
    println!(
        "\n{:<44}",
        "10,000 accounts with signing keys, 20,000 users"
    );
    println!(
        "{:<44} {taken:>9.2} s  {:>37}",
        "made in one process, 40,000 keys sealed", "(at most 6)"
    );
    println!(
        "{:<44} {:>9.2} MB {:>37}",
        "the file",
        megabytes(&estate.store),
        "(at most 100)"
    );

    let last = format!("account-{}", accounts() - 1);
    turns(
        ROUNDS,
        &[
            ("list accounts", "(at most 20 ms)"),
            ("describe account", "(at most 5 ms)"),
            ("add user, with an identity file", "(at most 15 ms)"),
        ],
        |round| {
            let user = format!("new-{round}");
            vec![
                estate.nkeep(&["--version"]),
                estate.nkeep(&["list", "accounts"]),
                estate.nkeep(&["describe", "account", "account-7"]),
                estate.nkeep(&["add", "user", &user, "-a", &last]),
            ]
        },
    );
    if let Some(kilobytes) = peak_memory(&mut estate.nkeep(&["list", "accounts"])) {
        println!(
            "{:<44} {:>9.2} MB {:>37}",
            "list accounts, peak memory",
            kilobytes / 1024.0,
            "(at most 40)"
        );
    }
    turns(
        SLOW_ROUNDS,
        &[
            ("audit verify, everything but sealed keys", ""),
            ("store check, every sealed key opened", ""),
            ("list accounts, a copy never seen here", ""),
            ("list accounts, the same copy again", ""),
        ],
        |round| {
            let copy = estate.copy(round);
            vec![
                estate.nkeep(&["--version"]),
                estate.nkeep(&["audit", "verify"]),
                estate.nkeep(&["store", "check"]),
                copy.nkeep(&estate, &["list", "accounts"]),
                copy.nkeep(&estate, &["list", "accounts"]),
            ]
        },
    );
}

/// A million users, a hundred in each account, in changes of 50,000.
pub fn large_figures() {
    let start = Instant::now();
    let estate = made(accounts(), 0, Signer::SigningKey);
    let mut store = estate.open();
    let text = std::fs::read_to_string(estate.home.path().join("identity.txt")).unwrap();
    let keyring: Vec<Identity> = vec![text.parse().unwrap()];
    let numbers: Vec<usize> = (0..accounts()).collect();
    for some in numbers.chunks(500) {
        store
            .transact(note(), &keyring, |changes| {
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
    let middle = format!("account-{}", accounts() / 2);
    let last = format!("account-{}", accounts() - 1);
    turns(
        LARGE_ROUNDS,
        &[
            ("list accounts", ""),
            ("list users of one account", ""),
            ("describe user", ""),
            ("add user", ""),
        ],
        |round| {
            let user = format!("new-{round}");
            vec![
                estate.nkeep(&["--version"]),
                estate.nkeep(&["list", "accounts"]),
                estate.nkeep(&["list", "users", "-a", &middle]),
                estate.nkeep(&["describe", "user", "-a", &middle, "user-50"]),
                estate.nkeep(&["add", "user", "-a", &last, &user]),
            ]
        },
    );
}
