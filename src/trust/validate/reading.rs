//! Every token in a store, read and checked by its own rules on every core while the store is being read.

use std::sync::{Mutex, mpsc};
use std::thread;

use super::{Checked, Result};
use crate::clock::UnixSeconds;
use crate::jwt::batch::decode_all;
use crate::jwt::decode::{DecodeError, Token};
use crate::jwt::validate::{Code, about_header, validate};
use crate::nkey::batch::BATCH;
use crate::store::record::{Entity, EntityKind};
use crate::store::{ListedKey, Records};
use crate::with_token;

/// Everything in a store, operators first, then accounts, then users; and its keys.
pub fn everything(
    records: &dyn Records,
    now: UnixSeconds,
) -> Result<(Vec<Checked>, Vec<ListedKey>)> {
    let (sender, receiver) = mpsc::channel::<(usize, Vec<Entity>)>();
    let receiver = Mutex::new(receiver);
    let work = || {
        let mut done = Vec::new();
        // Nobody panics while it is locked, and a queue that has ended is an error, too.
        while let Some((place, some)) = receiver.lock().ok().and_then(|queue| queue.recv().ok()) {
            done.push((place, checked(some, now)));
        }
        done
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..cores()).map(|_| scope.spawn(work)).collect();
        let keys = read(records, sender);
        let mut parts: Vec<(usize, Vec<Checked>)> = Vec::new();
        for worker in workers {
            match worker.join() {
                Ok(done) => parts.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        parts.sort_by_key(|(place, _)| *place);
        let all = parts.into_iter().flat_map(|(_, some)| some).collect();
        Ok((all, keys?))
    })
}

/// Reads it, batch by batch for whoever checks it; what ends with the sender.
fn read(
    records: &dyn Records,
    sender: mpsc::Sender<(usize, Vec<Entity>)>,
) -> Result<Vec<ListedKey>> {
    let mut open = Vec::with_capacity(BATCH);
    let mut place = 0;
    let mut send = |some: Vec<Entity>| {
        place += 1;
        // Whoever does not listen has panicked, and is asked about that.
        let _ = sender.send((place, some));
    };
    for kind in EntityKind::ALL {
        records.each_entity(kind, &mut |entity| {
            open.push(entity);
            if open.len() == BATCH {
                send(std::mem::replace(&mut open, Vec::with_capacity(BATCH)));
            }
            Ok(())
        })?;
    }
    send(open);
    drop(sender);
    Ok(records.listed_keys()?)
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
    let each = all.len().div_ceil(cores()).max(256);
    thread::scope(|scope| {
        for some in all.chunks_mut(each) {
            scope.spawn(|| some.iter_mut().for_each(&work));
        }
    });
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}
