//! A connection: where to, what the server must show, and who connects.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_nats::{
    Auth, AuthError, Client, ConnectErrorKind, ConnectOptions, Event, Message, StatusCode,
    Subscriber,
};
use futures_util::StreamExt as _;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Notify;
use tokio::time::Instant;

use super::{NetError, Result};
use crate::nkey::AnyKeyPair;

/// More than any answer has: the keys of a million accounts.
const LONGEST_ANSWER: usize = 64 << 20;

/// Where servers are, and what shows that they are the right ones.
#[derive(Clone, Debug, Default)]
pub struct Place {
    /// Tried in this order.
    pub urls: Vec<String>,
    /// Certificates that vouch for servers, in place of the system's.
    pub authorities: Vec<PathBuf>,
    /// Certificate and key that vouch for us.
    pub own: Option<(PathBuf, PathBuf)>,
    /// Whether TLS comes before anything is said.
    pub tls_first: bool,
}

/// Who connects: a token, and the key that proves it.
#[derive(Clone)]
pub struct Login {
    token: String,
    pair: Arc<AnyKeyPair>,
}

impl Login {
    /// Of a user.
    #[must_use]
    pub fn new(token: String, pair: AnyKeyPair) -> Self {
        Self {
            token,
            pair: Arc::new(pair),
        }
    }
}

/// What became of a connection since it was made.
#[derive(Debug, Default)]
struct Watch {
    ended: Mutex<Option<NetError>>,
    told: Notify,
}

impl Watch {
    fn see(&self, event: &Event) {
        let error = match event {
            Event::Disconnected | Event::Closed => NetError::Lost("the server hung up".to_owned()),
            Event::SlowConsumer(_) => {
                NetError::Lost("more answers came than anybody could read".to_owned())
            }
            Event::ServerError(error) => NetError::Forbidden(cut(&error.to_string())),
            _ => return,
        };
        self.end(error);
    }

    fn end(&self, error: NetError) {
        let mut ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner);
        // What the server says of it comes before it hangs up.
        if ended.is_none() {
            *ended = Some(error);
        }
        self.told.notify_one();
    }

    fn ended(&self) -> Option<NetError> {
        let ended = self.ended.lock().unwrap_or_else(PoisonError::into_inner);
        ended.clone()
    }
}

/// A connection to a server.
pub struct Link {
    runtime: Runtime,
    client: Client,
    watch: Arc<Watch>,
    patience: Duration,
}

impl Link {
    /// Connects. `patience` is how long nothing may come from any server, here and later.
    pub fn open(place: &Place, login: Login, patience: Duration) -> Result<Self> {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| NetError::Unusable(error.to_string()))?;
        let watch = Arc::new(Watch::default());
        let place = place.clone();
        let seen = Arc::clone(&watch);
        let connected = runtime.block_on(async {
            // What reads servers' words panics at some that it cannot read: that ends the task alone.
            tokio::spawn(async move { connect(&place, login, patience, seen).await }).await
        });
        let client = connected.map_err(|_| {
            NetError::Unusable("what the server says is not what NATS servers say".to_owned())
        })??;
        Ok(Self {
            runtime,
            client,
            watch,
            patience,
        })
    }

    /// From here on ^C ends whatever waits for servers, and not the process.
    pub(super) fn interruptible(&self) {
        let watch = Arc::clone(&self.watch);
        self.runtime.spawn(async move {
            if tokio::signal::ctrl_c().await.is_ok() {
                watch.end(NetError::Interrupted);
            }
        });
    }

    /// Waits for something that is done here.
    pub(super) fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// A subject that nobody else knows, and all that comes to it and below it.
    pub(super) async fn inbox(&self) -> Result<Inbox<'_>> {
        let subject = self.client.new_inbox();
        let subscriber = self
            .client
            .subscribe(format!("{subject}.*"))
            .await
            .map_err(|error| NetError::Lost(cut(&error.to_string())))?;
        Ok(Inbox {
            link: self,
            subject,
            subscriber,
        })
    }

    /// How long nothing may come.
    pub(super) const fn patience(&self) -> Duration {
        self.patience
    }

    /// When a server that says nothing from now on is not waited for any longer.
    pub(super) fn deadline(&self) -> Instant {
        Instant::now() + self.patience
    }
}

async fn connect(
    place: &Place,
    login: Login,
    patience: Duration,
    watch: Arc<Watch>,
) -> Result<Client> {
    let mut options = ConnectOptions::with_auth_callback(move |nonce| {
        let login = login.clone();
        async move {
            let mut auth = Auth::new();
            auth.jwt = Some(login.token.clone());
            auth.signature = Some(login.pair.sign(&nonce).to_vec());
            Ok::<_, AuthError>(auth)
        }
    })
    .name("nkeep")
    .connection_timeout(patience)
    .retain_servers_order()
    // Only where somebody said: a server may name others as it likes.
    .ignore_discovered_servers()
    // What was under way is lost with the connection: whoever waits for it is told, and asks again.
    .max_reconnects(place.urls.len())
    .event_callback(move |event| {
        watch.see(&event);
        std::future::ready(())
    });
    for file in &place.authorities {
        options = options.add_root_certificates(file.clone());
    }
    if let Some((certificate, key)) = &place.own {
        options = options.add_client_certificate(certificate.clone(), key.clone());
    }
    if place.tls_first {
        options = options.tls_first();
    }
    let connected = options.connect(place.urls.as_slice()).await;
    connected.map_err(|error| {
        let reason = cut(&reasons(&error));
        match error.kind() {
            ConnectErrorKind::AuthorizationViolation | ConnectErrorKind::Authentication => {
                NetError::Refused(reason)
            }
            _ => NetError::Unreachable {
                urls: place.urls.join(", "),
                reason,
            },
        }
    })
}

/// An error and what caused it, each once.
pub(super) fn reasons(error: &dyn std::error::Error) -> String {
    let mut said = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let text = error.to_string();
        if !said.contains(&text) {
            said = format!("{said}: {text}");
        }
        cause = error.source();
    }
    said
}

/// As much of what a server says as anybody needs to read.
pub(super) fn cut(text: &str) -> String {
    const LONGEST: usize = 300;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    }
}

/// What came for a question.
pub(super) enum Answer {
    /// From somebody.
    Of {
        /// which question
        question: String,
        /// what it says
        body: Vec<u8>,
    },
    /// There is nobody who could answer.
    Nobody {
        /// which question
        question: String,
    },
}

/// Where answers come to.
pub(super) struct Inbox<'a> {
    link: &'a Link,
    subject: String,
    subscriber: Subscriber,
}

impl Inbox<'_> {
    /// Sends a question, by whose name its answers come.
    pub(super) async fn ask(&self, subject: &str, question: &str, body: Vec<u8>) -> Result<()> {
        let reply = format!("{}.{question}", self.subject);
        let sent = self
            .link
            .client
            .publish_with_reply(subject.to_owned(), reply, body.into())
            .await;
        sent.map_err(|error| self.lost(&error.to_string()))
    }

    /// The next answer, to whichever question, if it comes until then. Whoever answers what nobody asked for gains no time.
    pub(super) async fn next(&mut self, deadline: Instant) -> Result<Answer> {
        let watch = Arc::clone(&self.link.watch);
        if let Some(error) = watch.ended() {
            return Err(error);
        }
        tokio::select! {
            biased;
            message = self.subscriber.next() => match message {
                Some(message) => self.answer(message),
                None => Err(self.lost("the server hung up")),
            },
            () = watch.told.notified() => Err(self.lost("the server hung up")),
            () = tokio::time::sleep_until(deadline) => Err(NetError::Silent(self.link.patience)),
        }
    }

    fn answer(&self, message: Message) -> Result<Answer> {
        let subject = message.subject.as_str();
        let question = subject.rsplit('.').next().unwrap_or_default().to_owned();
        if message.status == Some(StatusCode::NO_RESPONDERS) {
            return Ok(Answer::Nobody { question });
        }
        let length = message.payload.len();
        if length > LONGEST_ANSWER {
            return Err(NetError::Unusable(format!(
                "a server answers with {length} bytes, which nobody asked for"
            )));
        }
        Ok(Answer::Of {
            question,
            body: message.payload.to_vec(),
        })
    }

    fn lost(&self, reason: &str) -> NetError {
        let known = self.link.watch.ended();
        known.unwrap_or_else(|| NetError::Lost(cut(reason)))
    }
}
