//! Every token in a store, read and checked by its own rules on every core while the store is being read.

use std::thread;

use super::{Checked, Result};
use crate::clock::UnixSeconds;
use crate::jwt::batch::decode_all;
use crate::jwt::decode::{DecodeError, Token};
use crate::jwt::validate::{Code, about_header, validate};
use crate::store::record::{Entity, EntityKind};
use crate::store::{Records, Result as StoreResult};
use crate::trust::cores;
use crate::with_token;

/// Everything in a store, operators first, then accounts, then users.
pub fn everything(records: &dyn Records, now: UnixSeconds) -> Result<Vec<Checked>> {
    let each = |show: &mut dyn FnMut(Entity) -> StoreResult<()>| {
        let mut kinds = EntityKind::ALL.into_iter();
        kinds.try_for_each(|kind| records.each_entity(kind, None, show))
    };
    cores::read(each, |entities| checked(entities, now))
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
                checked.issues =
                    with_token!(&token, |unverified| validate(unverified.claims(), now));
                checked.issues.extend(about_header(token.text()));
                checked.token = Some(Box::new(token));
            }
            Err(error) => {
                checked.add(Code::TokenUnreadable, "", error.to_string());
            }
        }
        checked
    };
    entities.into_iter().zip(tokens).map(of_one).collect()
}

/// Shares work among the cores.
pub fn shared(all: &mut [Checked], work: impl Fn(&mut Checked) + Sync) {
    let each = all.len().div_ceil(cores::cores()).max(256);
    thread::scope(|scope| {
        for some in all.chunks_mut(each) {
            scope.spawn(|| some.iter_mut().for_each(&work));
        }
    });
}
