//! A connection: where to, what the server must show, and who connects.

use std::cell::RefCell;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use async_nats::client::PublishErrorKind;
use async_nats::{
    Auth, AuthError, Client, ConnectError, ConnectErrorKind, ConnectOptions, Message, ServerError,
    StatusCode, Subscriber,
};
use data_encoding::HEXLOWER;
use futures_util::StreamExt as _;
use sha2::{Digest as _, Sha256};
use tokio::runtime::{Builder, Runtime};
use tokio::time::Instant;

use super::answer::Speaker;
use super::watch::Watch;
use super::{NetError, Result};
use crate::nkey::AnyKeyPair;
pub(super) use crate::text::cut;

/// More than any answer has: the keys of a million accounts.
pub(super) const LONGEST_ANSWER: usize = 64 << 20;

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

impl Place {
    /// Whether nothing may go in the clear: whoever says what is shown over TLS means TLS.
    const fn demands_tls(&self) -> bool {
        !self.authorities.is_empty() || self.own.is_some() || self.tls_first
    }

    /// Why no connection came about: what a server answers in the clear is no TLS.
    fn unreachable(&self, reason: &str) -> NetError {
        let is_clear = reason.contains("InvalidContentType");
        let reason = match (is_clear, self.tls_first, self.demands_tls()) {
            (false, ..) => reason,
            (true, true, _) => "the server does not begin with TLS",
            (true, false, true) => "the server does not offer TLS, and certificates were given",
            (true, false, false) => "the server does not offer TLS",
        };
        NetError::Unreachable {
            urls: self.urls.join(", "),
            reason: reason.to_owned(),
        }
    }
}

/// Who connects: a token, and the key that proves it.
#[derive(Clone)]
pub struct Login {
    token: String,
    /// Nothing for a bearer, whose token is proof enough.
    pair: Option<Arc<AnyKeyPair>>,
}

impl Login {
    /// Of a user.
    #[must_use]
    pub fn new(token: String, pair: AnyKeyPair) -> Self {
        Self {
            token,
            pair: Some(Arc::new(pair)),
        }
    }

    /// Of a user whose token alone lets in.
    #[must_use]
    pub const fn bearer(token: String) -> Self {
        Self { token, pair: None }
    }
}

/// A connection to a server.
pub struct Link {
    runtime: Runtime,
    client: Client,
    watch: Arc<Watch>,
    patience: Duration,
    /// Of all answers, where somebody wants to know.
    heard: RefCell<Option<Sha256>>,
}

impl Link {
    /// Connects. `patience` is how long nothing may come from any server, here and later.
    pub fn open(place: &Place, login: Login, patience: Duration) -> Result<Self> {
        let runtime = Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|error| NetError::Unusable(error.to_string()))?;
        let watch = Arc::new(Watch::default());
        let seen = Arc::clone(&watch);
        let client = runtime.block_on(connected(place.clone(), login, patience, seen))?;
        runtime.spawn(no_end(client.clone(), Arc::clone(&watch)));
        Ok(Self {
            runtime,
            client,
            watch,
            patience,
            heard: RefCell::default(),
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

    /// From here on it is kept in mind what was answered.
    pub(super) fn listen_closely(&self) {
        *self.heard.borrow_mut() = Some(Sha256::new());
    }

    /// The hash of what was answered since then, in the order in which it came.
    pub(super) fn heard(&self) -> String {
        let heard = self.heard.borrow_mut().take().unwrap_or_default();
        HEXLOWER.encode(&heard.finalize())
    }

    /// Waits for something that is done here.
    pub(super) fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// A subject that nobody else knows, and all that comes to it and below it.
    pub(super) async fn inbox(&self) -> Result<Inbox<'_>> {
        let subject = self.client.new_inbox();
        let subscriber = self.subscribe(&format!("{subject}.*"), None).await?;
        Ok(Inbox {
            link: self,
            subject,
            subscriber,
        })
    }

    /// What the server says that it is.
    #[must_use]
    pub fn server(&self) -> Speaker {
        let info = self.client.server_info();
        Speaker {
            name: cut(&info.server_name),
            id: cut(&info.server_id),
            version: cut(&info.version),
        }
    }

    /// The server that we are connected to, and the number that the connection has there.
    pub(super) fn own(&self) -> (String, u64) {
        let info = self.client.server_info();
        (cut(&info.server_id), info.client_id)
    }

    /// Whether the server lets in whoever comes: no login was looked at.
    pub fn is_open(&self) -> bool {
        !self.client.server_info().auth_required
    }

    /// Why nobody answers.
    pub(super) fn nobody(&self) -> NetError {
        match self.is_open() {
            true => NetError::Open,
            false => NetError::Nobody,
        }
    }

    /// Sends a message.
    pub(super) async fn send(&self, subject: &str, body: Vec<u8>) -> Result<()> {
        let sent = self.client.publish(subject.to_owned(), body.into()).await;
        sent.map_err(|error| match error.kind() {
            PublishErrorKind::Send => self.lost(&reasons(&error)),
            _ => NetError::Unusable(format!("it is not sent: {}", cut(&reasons(&error)))),
        })
    }

    /// All that comes to a subject; of what comes to a queue, this one's share.
    pub(super) async fn subscribe(&self, subject: &str, queue: Option<&str>) -> Result<Subscriber> {
        let subject = subject.to_owned();
        let subscribed = match queue {
            Some(queue) => self.client.queue_subscribe(subject, queue.to_owned()).await,
            None => self.client.subscribe(subject).await,
        };
        subscribed.map_err(|error| self.lost(&reasons(&error)))
    }

    /// Sends a message to ourselves, and says how long it takes: what the server refuses of all that was sent before, it
    /// has refused by then. Whether this user may send such a message does not matter.
    pub(super) async fn round_trip(&self) -> Result<Duration> {
        let subject = self.client.new_inbox();
        self.watch.begin_probe(&subject);
        let begun = Instant::now();
        let mut back = self.subscribe(&subject, None).await?;
        self.send(&subject, Vec::new()).await?;
        let deadline = self.deadline();
        loop {
            let came = self.came(&mut back, Some(deadline)).await;
            let took = begun.elapsed();
            // Whoever is told of refusals was woken before, and has had no turn yet.
            tokio::task::yield_now().await;
            match (self.watch.ended(), came) {
                (Some(error), _) => return Err(error),
                (None, Ok(_)) => return Ok(took),
                (None, Err(_)) if self.watch.has_refused_probe() => return Ok(took),
                (None, Err(Stop::Told)) => {}
                (None, Err(Stop::Closed)) => return Err(self.lost(HUNG_UP)),
                (None, Err(Stop::Silent)) => return Err(NetError::Silent(self.patience)),
            }
        }
    }

    /// What comes next, if it comes until then.
    pub(super) async fn came(
        &self,
        subscriber: &mut Subscriber,
        deadline: Option<Instant>,
    ) -> Result<Message, Stop> {
        let silence = async {
            match deadline {
                Some(deadline) => tokio::time::sleep_until(deadline).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            biased;
            message = subscriber.next() => message.ok_or(Stop::Closed),
            () = self.watch.told() => Err(Stop::Told),
            () = silence => Err(Stop::Silent),
        }
    }

    /// Why the connection is of no use any more.
    pub(super) fn ended(&self) -> Option<NetError> {
        self.watch.ended()
    }

    /// The same, where it is certain that it is of none.
    pub(super) fn lost(&self, reason: &str) -> NetError {
        self.ended().unwrap_or_else(|| NetError::Lost(cut(reason)))
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

/// How often it is looked how much came.
const LOOK: Duration = Duration::from_millis(20);
/// Said of a server whose line does not end: what reads it keeps all of it in mind until then.
const ENDLESS: &str = "the server talks without end";

/// Connects, unless the server talks on for ever before it lets anybody in.
pub(super) async fn connected(
    place: Place,
    login: Login,
    patience: Duration,
    watch: Arc<Watch>,
) -> Result<Client> {
    let endless = place.unreachable(ENDLESS);
    // What reads servers' words panics at some that it cannot read: that ends the task alone.
    let mut task = tokio::spawn(async move { connect(&place, login, patience, watch).await });
    let before = memory();
    loop {
        tokio::select! {
            biased;
            came = &mut task => return came.map_err(|_| NetError::senseless())?,
            () = tokio::time::sleep(LOOK) => {}
        }
        if memory() > before + LONGEST_ANSWER {
            task.abort();
            return Err(endless);
        }
    }
}

/// How much memory this process has, where the system says so; nobody else says how much of a server's word was read.
fn memory() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<usize>().ok());
    kilobytes.unwrap_or_default() * 1024
}

/// Ends a connection on which more comes than the longest answer has, and no message with it.
async fn no_end(client: Client, watch: Arc<Watch>) {
    const MOST: u64 = LONGEST_ANSWER as u64 + (1 << 20);
    let statistics = client.statistics();
    let (mut messages, mut mark) = (0, 0);
    loop {
        tokio::time::sleep(LOOK * 5).await;
        let came = statistics.in_bytes.load(Ordering::Relaxed);
        let now = statistics.in_messages.load(Ordering::Relaxed);
        if now != messages {
            (messages, mark) = (now, came);
        }
        if came.saturating_sub(mark) > MOST {
            watch.end(NetError::Lost(ENDLESS.to_owned()));
            return;
        }
    }
}

async fn connect(
    place: &Place,
    login: Login,
    patience: Duration,
    watch: Arc<Watch>,
) -> Result<Client> {
    // What connects over a websocket asks for no TLS of its own.
    if place.demands_tls() && place.urls.iter().any(|url| url.starts_with("ws://")) {
        return Err(place.unreachable("ws:// is in the clear, and TLS is asked for"));
    }
    // A server that asks for a login was reached, whatever it says to it.
    let asked = Arc::new(AtomicBool::new(false));
    let asks = Arc::clone(&asked);
    let mut options = ConnectOptions::with_auth_callback(move |nonce| {
        let login = login.clone();
        asks.store(true, Ordering::Relaxed);
        async move {
            let mut auth = Auth::new();
            auth.jwt = Some(login.token.clone());
            auth.signature = login.pair.as_ref().map(|pair| pair.sign(&nonce).to_vec());
            Ok::<_, AuthError>(auth)
        }
    })
    .name("nkeep")
    .connection_timeout(patience)
    .retain_servers_order()
    .require_tls(place.demands_tls())
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
            _ if asked.load(Ordering::Relaxed) => match said_at_login(&error) {
                Some(said) => NetError::Ended(said),
                None => place.unreachable(&reason),
            },
            _ => place.unreachable(&reason),
        }
    })
}

/// What a server said to a login, where the connection ended with it: its word, or that it hung up. Who wants a certificate of
/// ours says that otherwise.
fn said_at_login(error: &ConnectError) -> Option<String> {
    let cause = std::error::Error::source(error)?;
    if let Some(word) = cause.downcast_ref::<ServerError>() {
        return Some(cut(&in_own_words(word)));
    }
    let hung_up = match cause.downcast_ref::<std::io::Error>() {
        Some(error) => matches!(
            error.kind(),
            ErrorKind::BrokenPipe | ErrorKind::ConnectionReset | ErrorKind::UnexpectedEof
        ),
        // So the crate says that nothing came.
        None => cause.to_string() == "broken pipe",
    };
    hung_up.then(|| HUNG_UP_AT_LOGIN.to_owned())
}

/// An error and what caused it, each once.
pub(super) fn reasons(error: &dyn std::error::Error) -> String {
    let mut said = in_own_words(error);
    let mut cause = error.source();
    while let Some(error) = cause {
        let text = in_own_words(error);
        if !said.contains(&text) {
            said = format!("{said}: {text}");
        }
        cause = error.source();
    }
    said
}

/// What an error says. A server's word the crate says once more, and whose it is before it.
fn in_own_words(error: &dyn std::error::Error) -> String {
    let text = error.to_string();
    match text.split_once("nats: ") {
        Some((kind, word)) if kind.is_empty() || kind.trim_end_matches(": ") == word => {
            word.to_owned()
        }
        _ => text,
    }
}

/// Why no message came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// There will be none any more.
    Closed,
    /// Something else happened.
    Told,
    /// It is late.
    Silent,
}

/// Said where the server said nothing to a login.
const HUNG_UP_AT_LOGIN: &str = "it hung up without a word";

/// Said where the server itself said nothing.
pub(super) const HUNG_UP: &str = "the server hung up";

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
        sent.map_err(|error| self.link.lost(&error.to_string()))
    }

    /// The next answer, to whichever question, if it comes until then. Whoever answers what nobody asked for gains no time.
    pub(super) async fn next(&mut self, deadline: Instant) -> Result<Answer> {
        loop {
            if let Some(error) = self.link.ended() {
                return Err(error);
            }
            return match self.link.came(&mut self.subscriber, Some(deadline)).await {
                Ok(message) => self.answer(message),
                Err(Stop::Told) => continue,
                Err(Stop::Closed) => Err(self.link.lost(HUNG_UP)),
                Err(Stop::Silent) => Err(NetError::Silent(self.link.patience)),
            };
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
        if let Some(heard) = self.link.heard.borrow_mut().as_mut() {
            heard.update(&message.payload);
        }
        Ok(Answer::Of {
            question,
            body: message.payload.to_vec(),
        })
    }
}
