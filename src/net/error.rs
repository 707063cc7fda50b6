//! Why servers could not be talked to.

use std::time::Duration;

/// Why servers could not be talked to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NetError {
    /// No connection came about.
    #[error("no server can be reached at {urls}: {reason}")]
    Unreachable {
        /// where
        urls: String,
        /// what the last attempt came to
        reason: String,
    },
    /// A server answered, and does not let this user in.
    #[error("the server refuses the login: {0}")]
    Refused(String),
    /// A server was reached, was told who is there, and ended it without a word of who may come in.
    #[error("the server was reached, and ends the login: {0}")]
    Ended(String),
    /// The connection ended in the middle.
    #[error("the connection was lost: {0}")]
    Lost(String),
    /// A server does not let this user ask.
    #[error("the server does not allow it: {0}")]
    Forbidden(String),
    /// Nobody is there to answer: servers answer in the system account alone.
    #[error(
        "no server answers to the user who connected: it is of another account than the system account"
    )]
    Nobody,
    /// Nobody is there to answer, and nobody was asked for a login.
    #[error("the server asks nobody for a login: it was started without an operator")]
    Open,
    /// Somebody may be there, and did not answer.
    #[error("no server answered within {}", seconds(.0))]
    Silent(Duration),
    /// Whoever waits has had enough.
    #[error("interrupted")]
    Interrupted,
    /// An address gives nothing that could be read.
    #[error("nothing can be read from {url}: {reason}")]
    Unread {
        /// where
        url: String,
        /// what it came to
        reason: String,
    },
    /// There is an answer, and it is none that could be a token.
    #[error("nothing can be read from {url}: {reason}")]
    Garbage {
        /// where
        url: String,
        /// what is wrong with it
        reason: String,
    },
    /// A server says that it is not there, or may not be had.
    #[error("{url} answers {status}{}", colon(.words))]
    Answered {
        /// where
        url: String,
        /// its number
        status: u16,
        /// its words
        words: String,
    },
    /// A server points to another place, where nobody goes.
    #[error("{url} points to {to}, and {why}")]
    Elsewhere {
        /// where
        url: String,
        /// the other place
        to: String,
        /// why not
        why: String,
    },
    /// Files and addresses that make no connection.
    #[error("{0}")]
    Unusable(String),
}

impl NetError {
    /// Who answers is no NATS server.
    pub(super) fn senseless() -> Self {
        Self::Unusable("what the server says is not what NATS servers say".to_owned())
    }

    /// What the server said, or what came of it, without the address that whoever asks has said already.
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Self::Unreachable { reason, .. } | Self::Refused(reason) | Self::Ended(reason) => {
                reason.clone()
            }
            other => other.to_string(),
        }
    }
}

/// Words after a colon, where there are any.
fn colon(words: &str) -> String {
    if words.is_empty() {
        String::new()
    } else {
        format!(": {words}")
    }
}

fn seconds(time: &Duration) -> String {
    format!("{} s", time.as_secs_f64())
}
