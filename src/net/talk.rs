//! What a user of an account does on a connection: publishing, asking, listening and answering. A server refuses whenever it
//! likes what was sent to it: what was done is behind a round trip.

use std::ops::ControlFlow;
use std::time::Duration;

use async_nats::Subscriber;
use tokio::time::Instant;

use super::link::{Answer, HUNG_UP, LONGEST_ANSWER, Link, Stop};
use super::{NetError, Result};
use crate::jwt::subject::Subject;

/// What came to a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Where it was published to.
    pub subject: String,
    /// Where an answer is waited for; nothing where none is, or where none can be sent to.
    pub reply: Option<Subject>,
    /// What it says.
    pub body: Vec<u8>,
}

/// Publishes a message, and waits until the server has taken or refused it.
pub fn publish(link: &Link, subject: &Subject, body: Vec<u8>) -> Result<()> {
    link.wait(async {
        link.send(subject.as_str(), body).await?;
        link.round_trip().await.map(drop)
    })
}

/// How long a message to ourselves takes.
pub fn round_trip(link: &Link) -> Result<Duration> {
    link.wait(link.round_trip())
}

/// The first answer to a question, and how long it took; nothing where there is nobody who could answer.
pub fn request(
    link: &Link,
    subject: &Subject,
    body: Vec<u8>,
) -> Result<Option<(Vec<u8>, Duration)>> {
    link.wait(async {
        let mut inbox = link.inbox().await?;
        let begun = Instant::now();
        inbox.ask(subject.as_str(), "1", body).await?;
        Ok(match inbox.next(link.deadline()).await? {
            Answer::Of { body, .. } => Some((body, begun.elapsed())),
            Answer::Nobody { .. } => None,
        })
    })
}

/// What is listened to.
#[derive(Clone, Debug)]
pub struct Listening<'a> {
    /// Messages to this.
    pub subject: &'a Subject,
    /// Shared with whoever listens to it in the same queue.
    pub queue: Option<&'a str>,
    /// After so many it is over.
    pub most: Option<u64>,
}

/// What is done with a message: an answer, or nothing, or no more.
pub type Next = ControlFlow<(), Option<Vec<u8>>>;

/// What came of listening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// How many messages.
    pub count: u64,
    /// Why there were no more, where more were wanted.
    pub ended: Option<NetError>,
}

/// Listens until ^C, a limit, or the end of the connection. `begun` is called when the server has taken the subscription.
pub fn listen(
    link: &Link,
    what: &Listening<'_>,
    begun: &mut dyn FnMut(),
    each: &mut dyn FnMut(u64, &Message) -> Next,
) -> Heard {
    link.interruptible();
    let mut count = 0;
    let ended = link.wait(async {
        let mut subscriber = link.subscribe(what.subject.as_str(), what.queue).await?;
        if let Some(most) = what.most {
            // Of a queue no more is taken than is wanted.
            let limited = subscriber.unsubscribe_after(most).await;
            limited.map_err(|error| link.lost(&error.to_string()))?;
        }
        link.round_trip().await?;
        begun();
        let mut answered = false;
        while what.most.is_none_or(|most| count < most) {
            let message = next(link, &mut subscriber).await?;
            count += 1;
            match (each(count, &message), message.reply) {
                (ControlFlow::Break(()), _) => return Ok(()),
                (ControlFlow::Continue(Some(answer)), Some(reply)) => {
                    link.send(reply.as_str(), answer).await?;
                    answered = true;
                }
                _ => {}
            }
        }
        if answered {
            link.round_trip().await?;
        }
        Ok(())
    });
    Heard {
        count,
        ended: ended.err(),
    }
}

async fn next(link: &Link, subscriber: &mut Subscriber) -> Result<Message> {
    loop {
        if let Some(error) = link.ended() {
            return Err(error);
        }
        let message = match link.came(subscriber, None).await {
            Ok(message) => message,
            Err(Stop::Closed) => return Err(link.lost(HUNG_UP)),
            Err(_) => continue,
        };
        let length = message.payload.len();
        if length > LONGEST_ANSWER {
            return Err(NetError::Unusable(format!(
                "a server sends {length} bytes, and no message has so many"
            )));
        }
        let reply = message.reply.and_then(|reply| reply.as_str().parse().ok());
        return Ok(Message {
            subject: message.subject.to_string(),
            reply: reply.filter(Subject::is_literal),
            body: message.payload.to_vec(),
        });
    }
}
