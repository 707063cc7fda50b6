//! Every token in a store, read and checked by its own rules on every core while the store is being read.

use std::collections::HashSet;
use std::thread;

use super::keys::Keys;
use super::{Checked, Result};
use crate::clock::UnixSeconds;
use crate::jwt::batch::decode_all;
use crate::jwt::decode::{DecodeError, Token};
use crate::jwt::validate::{Code, about_header, validate_token};
use crate::nkey::PublicKey;
use crate::store::record::{Entity, EntityKind, EntityRow};
use crate::store::{ListedKeys, Records, Result as StoreResult};
use crate::trust::cores;
use crate::trust::strays::Strays;
use crate::with_token;

/// Everything in a store.
pub struct Everything {
    /// Operators first, then accounts, then users.
    pub all: Vec<Checked>,
    /// The keys in it.
    pub keys: Keys,
    /// Keys of which the store notes no owner, though tokens may name them.
    pub unowned: ListedKeys,
    /// The same, but for those that are somebody's identity, or wait for an answer.
    pub strays: Strays,
}

/// Reads everything in a store.
pub fn everything(
    records: &dyn Records,
    now: UnixSeconds,
    waiting: &HashSet<PublicKey>,
) -> Result<Everything> {
    let mut listed = None;
    let each = |show: &mut dyn FnMut(EntityRow) -> StoreResult<()>| {
        let mut kinds = EntityKind::ALL.into_iter();
        kinds.try_for_each(|kind| records.each_row(kind, None, show))?;
        // While the last tokens are still being read.
        let mut keys = records.listed_keys()?;
        let known = (
            Keys::of(&keys, &records.key_states()?),
            Strays::unowned(&keys, waiting),
        );
        keys.retain(|key| key.owner_key.is_empty());
        listed = Some((known, keys));
        Ok(())
    };
    let all = cores::read(records, each, |entities| checked(entities, now))?;
    let ((keys, strays), unowned) = listed.unwrap_or_default();
    Ok(Everything {
        all,
        keys,
        unowned,
        strays,
    })
}

fn checked(entities: Vec<Entity>, now: UnixSeconds) -> Vec<Checked> {
    let texts: Vec<&str> = entities
        .iter()
        .map(|entity| entity.token.as_str())
        .collect();
    let tokens = decode_all(&texts);
    let of_one = |(entity, token): (Entity, std::result::Result<Token, DecodeError>)| {
        let mut checked = Checked {
            entity,
            token: None,
            issues: Vec::new(),
        };
        match token {
            Ok(token) => {
                let token = token.kept_with(&checked.entity.key);
                let above = checked.entity.parent;
                checked.issues =
                    with_token!(&token, |unverified| validate_token(unverified, above, now));
                checked.issues.extend(about_header(token.text()));
                checked.token = Some(token);
            }
            Err(error) => {
                checked.add(Code::TokenUnreadable, "", error.to_string());
            }
        }
        checked
    };
    entities.into_iter().zip(tokens).map(of_one).collect()
}

/// Shares work among the cores, and gives back what became of it, in order.
pub fn shared<T: Send>(all: &mut [Checked], work: impl Fn(&mut Checked) -> T + Sync) -> Vec<T> {
    let each = all.len().div_ceil(cores::cores()).max(256);
    let mut done: Vec<Option<T>> = all.iter().map(|_| None).collect();
    thread::scope(|scope| {
        for (some, done) in all.chunks_mut(each).zip(done.chunks_mut(each)) {
            scope.spawn(|| {
                for (checked, done) in some.iter_mut().zip(done) {
                    *done = Some(work(checked));
                }
            });
        }
    });
    done.into_iter().flatten().collect()
}
