//! Many accounts, made at once.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use nkeep::store::age::Identity;
use nkeep::store::pin::Pins;
use nkeep::store::sqlite::{Rollback, SqliteStore};
use nkeep::store::{Note, Store as _};
use nkeep::trust::new::{NewAccount, OperatorDesk, Terms};
use nkeep::trust::{KeyChoice, TrustError, operator};

/// Adds so many accounts to the estate of a home, by the clock of the system.
pub fn many_accounts(home: &Path, count: usize) {
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
            let name = format!("N{number}").parse().unwrap();
            desk.account(changes, NewAccount::plain(name, Terms::default()))?;
        }
        Ok::<_, TrustError>(())
    });
    added.unwrap();
}
