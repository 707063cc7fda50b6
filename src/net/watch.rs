//! What becomes of a connection, as events tell: the first reason why it is of no use any more, and what the server refuses.

use std::sync::{Mutex, MutexGuard, PoisonError};

use async_nats::Event;
use tokio::sync::Notify;

use super::NetError;
use super::link::{HUNG_UP, cut};

/// How servers refuse a subscription to whoever has as many as they may.
const TOO_MANY: &str = "maximum subscriptions exceeded";

/// What became of a connection since it was made.
#[derive(Debug, Default)]
pub(super) struct Watch {
    ended: Mutex<Option<NetError>>,
    probe: Mutex<Probe>,
    told: Notify,
}

/// A subject of which it does not matter whether this user may have it: a refusal is an answer as well.
#[derive(Debug, Default)]
struct Probe {
    subject: String,
    refused: bool,
}

impl Watch {
    pub(super) fn see(&self, event: &Event) {
        if let Event::ServerError(error) = event
            && self.refuses_probe(&error.to_string())
        {
            self.told.notify_one();
            return;
        }
        let error = match event {
            Event::Disconnected | Event::Closed => NetError::Lost(HUNG_UP.to_owned()),
            Event::SlowConsumer(_) => {
                NetError::Lost("more answers came than anybody could read".to_owned())
            }
            Event::ServerError(error) => NetError::Forbidden(cut(&error.to_string())),
            _ => return,
        };
        self.end(error);
    }

    /// Nobody waits for anything any more.
    pub(super) fn end(&self, error: NetError) {
        let mut ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner);
        // What the server says of it comes before it hangs up.
        if ended.is_none() {
            *ended = Some(error);
        }
        self.told.notify_one();
    }

    /// Why nobody does.
    pub(super) fn ended(&self) -> Option<NetError> {
        let ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner);
        ended.clone()
    }

    /// Waits until something happens.
    pub(super) async fn told(&self) {
        self.told.notified().await;
    }

    /// From here on that is the probe.
    pub(super) fn begin_probe(&self, subject: &str) {
        *self.probe() = Probe {
            subject: subject.to_owned(),
            refused: false,
        };
    }

    /// Whether the server refused it.
    pub(super) fn has_refused_probe(&self) -> bool {
        self.probe().refused
    }

    fn probe(&self) -> MutexGuard<'_, Probe> {
        self.probe.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether that is said of the probe. A user who has as many subscriptions as they may gets none for it: the server does
    /// not say which one it refuses, and the probe's is the last. A second such word is about another.
    fn refuses_probe(&self, words: &str) -> bool {
        let mut probe = self.probe();
        if probe.subject.is_empty() {
            return false;
        }
        let is_it = words.contains(&probe.subject)
            || (!probe.refused && words.to_lowercase().contains(TOO_MANY));
        probe.refused |= is_it;
        is_it
    }
}
