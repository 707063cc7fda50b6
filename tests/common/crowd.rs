//! Many accounts, made at once.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use nkeep::store::age::Identity;
use nkeep::store::pin::Pins;
use nkeep::store::record::Entity;
use nkeep::store::sqlite::{Rollback, SqliteStore};
use nkeep::store::{Changes, Note, Store as _};
use nkeep::trust::new::{AccountDesk, NewAccount, NewUser, OperatorDesk, Terms};
use nkeep::trust::{KeyChoice, TrustError, operator};

/// Adds so many accounts to the estate of a home, by the clock of the system.
pub fn many_accounts(home: &Path, count: usize) {
    added(home, count, false, |_, _| Ok(()));
}

/// The same, each with a user who has the account's name.
pub fn accounts_with_users(home: &Path, count: usize) -> Vec<String> {
    added(home, count, true, |changes, (account, desk)| {
        let user = NewUser::plain(account.name.clone(), Terms::default());
        desk.unwrap().user(changes, user).map(drop)
    });
    (0..count).map(named).collect()
}

fn named(number: usize) -> String {
    format!("N{number}")
}

fn added(
    home: &Path,
    count: usize,
    signing_key: bool,
    with: impl Fn(&mut dyn Changes, (Entity, Option<AccountDesk>)) -> Result<(), TrustError>,
) {
    let text = std::fs::read_to_string(home.join("identity.txt")).unwrap();
    let identity: Identity = text.lines().last().unwrap().parse().unwrap();
    let identities = vec![identity];
    let pins = Pins::new(home.join(".local/state/nkeep/pins"));
    let store = super::refusal::store_of(home);
    let mut store = SqliteStore::open(&store, &pins, Rollback::Refuse).unwrap();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let now = i64::try_from(now.as_secs()).unwrap();
    let note = Note::new("test".to_owned(), "add account", String::new(), now);
    let added = store.transact(note, &identities, |changes| {
        let above = operator(changes, Some("ACME"))?;
        let desk = OperatorDesk::open(changes, &identities, &above, &KeyChoice::Best)?;
        for number in 0..count {
            let name = named(number).parse().unwrap();
            let new = NewAccount {
                signing_key,
                ..NewAccount::plain(name, Terms::default())
            };
            let made = desk.account(changes, new)?;
            with(changes, made)?;
        }
        Ok::<_, TrustError>(())
    });
    added.unwrap();
}
