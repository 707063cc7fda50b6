//! Who is let in where: a login at an address, and nothing after it. Nobody goes to an address that only a server named: a
//! login is shown there.

use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt as _;
use tokio::runtime::Builder;
use tokio::sync::mpsc::unbounded_channel;

use super::link::{Login, Place, connected, cut};
use super::watch::Watch;
use super::{NetError, Result};

/// How many log in at a time, at most.
const AT_ONCE: usize = 16;
/// How often a login is tried again that a limit of connections refused, and after how long: a server notices a little later
/// that the one before has hung up.
const AGAIN: usize = 5;
const LATER: Duration = Duration::from_millis(100);

/// Somebody at an address.
#[derive(Clone)]
pub struct Attempt {
    /// Which one, for whoever is told what came of it.
    pub number: usize,
    /// Where.
    pub url: String,
    /// Who.
    pub login: Login,
}

/// An address, and the identity of the server that lets us in there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    /// Where.
    pub url: String,
    /// Who; else why nobody gets in.
    pub server: Result<String>,
}

/// Tries each address of a place.
pub fn doors(place: &Place, login: &Login, patience: Duration) -> Result<Vec<Door>> {
    let attempt = |(number, url): (usize, &String)| {
        vec![Attempt {
            number,
            url: url.clone(),
            login: login.clone(),
        }]
    };
    let rounds = place.urls.iter().enumerate().map(attempt).collect();
    let mut came = Vec::new();
    attempts(place, rounds, patience, &mut |number, server| {
        came.push((number, server));
    })?;
    came.sort_by_key(|(number, _)| *number);
    let door = |(url, (_, server)): (&String, (usize, Result<String>))| Door {
        url: url.clone(),
        server,
    };
    Ok(place.urls.iter().zip(came).map(door).collect())
}

/// Tries them, those of a round one after the other, so that an account with few connections has enough of them; and says of
/// each which server let it in, or why none did, in whatever order. ^C ends it.
pub fn attempts(
    place: &Place,
    rounds: Vec<Vec<Attempt>>,
    patience: Duration,
    show: &mut dyn FnMut(usize, Result<String>),
) -> Result<()> {
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| NetError::Unusable(error.to_string()))?;
    runtime.block_on(async {
        let (tell, mut told) = unbounded_channel();
        let rounds = futures_util::stream::iter(rounds).map(|round| {
            let tell = tell.clone();
            async move {
                for attempt in round {
                    let number = attempt.number;
                    // Whoever listens does so until all have ended.
                    let _ = tell.send((number, let_in(place, attempt, patience).await));
                }
            }
        });
        let all = rounds.buffer_unordered(AT_ONCE).for_each(|()| async {});
        tokio::pin!(all);
        loop {
            tokio::select! {
                biased;
                Some((number, came)) = told.recv() => show(number, came),
                () = &mut all => break,
                _ = tokio::signal::ctrl_c() => return Err(NetError::Interrupted),
            }
        }
        while let Ok((number, came)) = told.try_recv() {
            show(number, came);
        }
        Ok(())
    })
}

/// The server that lets somebody in.
async fn let_in(place: &Place, attempt: Attempt, patience: Duration) -> Result<String> {
    let place = Place {
        urls: vec![attempt.url],
        ..place.clone()
    };
    let mut tries = 0;
    loop {
        let came = log_in(place.clone(), attempt.login.clone(), patience).await;
        let is_full = |error: &NetError| error.to_string().contains("maximum");
        if tries == AGAIN || !came.as_ref().is_err_and(is_full) {
            return came;
        }
        tries += 1;
        tokio::time::sleep(LATER).await;
    }
}

async fn log_in(place: Place, login: Login, patience: Duration) -> Result<String> {
    let client = connected(place, login, patience, Arc::new(Watch::default())).await?;
    Ok(cut(&client.server_info().server_id))
}
