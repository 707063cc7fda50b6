//! Work on many tokens by every core, while they are still being read, or already being written.

use std::collections::BTreeMap;
use std::sync::{Mutex, mpsc};
use std::thread;

use super::Result;
use crate::nkey::batch::BATCH;
use crate::store::record::{Entity, EntityRow};
use crate::store::{Records, Result as StoreResult, StoreError};

/// As many as the machine has.
pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Feeds parts to every core as they come, then takes what became of them, in their order. Reading and writing stay on this
/// thread.
pub fn through<I: Send, O: Send>(
    feed: impl FnOnce(&mut dyn FnMut(I)) -> Result<()>,
    work: impl Fn(I) -> O + Sync,
    mut take: impl FnMut(O) -> Result<()>,
) -> Result<()> {
    let (fed, queue) = mpsc::channel::<(usize, I)>();
    let (done, results) = mpsc::channel::<(usize, O)>();
    let queue = &Mutex::new(queue);
    let work = &work;
    // A panic in a thread goes on here when all of them have ended.
    thread::scope(|scope| {
        for _ in 0..cores() {
            let done = done.clone();
            scope.spawn(move || {
                // Nobody panics while it is locked, and a queue that has ended is an error, too.
                while let Some((place, part)) =
                    queue.lock().ok().and_then(|queue| queue.recv().ok())
                {
                    // Nobody waits for it any more where something failed.
                    if done.send((place, work(part))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(done);
        let mut place = 0;
        feed(&mut |part| {
            // It is received as long as this thread holds the queue.
            let _ = fed.send((place, part));
            place += 1;
        })?;
        drop(fed);
        let mut early = BTreeMap::new();
        let mut next = 0;
        for (place, result) in results {
            early.insert(place, result);
            while let Some(result) = early.remove(&next) {
                take(result)?;
                next += 1;
            }
        }
        Ok(())
    })
}

/// Works on each, and takes what became of them in their order, up to the first error, while others are still being worked on.
pub fn each<I: Send, O: Send>(
    all: Vec<I>,
    work: impl Fn(I) -> Result<O> + Sync,
    mut take: impl FnMut(O) -> Result<()>,
) -> Result<()> {
    /// As many as are worked on together.
    const TOGETHER: usize = 128;
    let mut all = all.into_iter();
    through(
        |feed| {
            while !all.as_slice().is_empty() {
                feed(all.by_ref().take(TOGETHER).collect::<Vec<_>>());
            }
            Ok(())
        },
        |some| some.into_iter().map(&work).collect::<Result<Vec<_>>>(),
        |some| some?.into_iter().try_for_each(&mut take),
    )
}

/// Works on entities in batches while their rows are being read, and gives back what became of them, in their order.
pub fn read<T: Send>(
    records: &dyn Records,
    each: impl FnOnce(&mut dyn FnMut(EntityRow) -> StoreResult<()>) -> StoreResult<()>,
    work: impl Fn(Vec<Entity>) -> Vec<T> + Sync,
) -> Result<Vec<T>> {
    let mut all = Vec::new();
    through(
        |feed| {
            let mut open = Vec::with_capacity(BATCH);
            each(&mut |row| {
                open.push(row);
                if open.len() == BATCH {
                    feed(std::mem::replace(&mut open, Vec::with_capacity(BATCH)));
                }
                Ok::<_, StoreError>(())
            })?;
            if !open.is_empty() {
                feed(open);
            }
            Ok(())
        },
        |rows: Vec<EntityRow>| {
            let entities = rows.into_iter().map(EntityRow::read);
            entities.collect::<std::result::Result<_, _>>().map(&work)
        },
        |some| {
            all.extend(some.map_err(|_| records.unreadable())?);
            Ok(())
        },
    )?;
    Ok(all)
}
