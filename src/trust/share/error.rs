//! Why something cannot be shared as was asked.

use std::fmt;

use crate::clock::{UnixSeconds, absolute};
use crate::jwt::chain::Distrust;
use crate::jwt::claims::ShareType;
use crate::jwt::subject::{Subject, SubjectError};
use crate::text::quoted;

/// A part of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What it offers.
    Export,
    /// What it offers to those with an activation.
    PrivateExport,
    /// What it takes.
    Import,
    /// Where it moves messages.
    Mapping,
    /// Activations that no longer hold.
    Revocation,
}

impl fmt::Display for Part {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Export => "export",
            Self::PrivateExport => "private export",
            Self::Import => "import",
            Self::Mapping => "mapping",
            Self::Revocation => "revocation",
        })
    }
}

/// Why not.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ShareError {
    /// There is none that could be meant.
    #[error("account {account} has no {part}s")]
    None {
        /// which account
        account: String,
        /// of what
        part: Part,
    },
    /// None of that subject.
    #[error("account {account} has no {part} {wanted}")]
    NoSuch {
        /// which account
        account: String,
        /// of what
        part: Part,
        /// what was asked for
        wanted: String,
    },
    /// Nothing of that text, which could not be written either.
    #[error("{} names nothing that is there: {reason}", quoted(text))]
    NothingThere {
        /// what was asked for
        text: String,
        /// why there will be none
        reason: String,
    },
    /// Several, and none or too little was named.
    #[error("account {account} has several {part}s that could be meant: {several}; {tell}")]
    Several {
        /// which account
        account: String,
        /// of what
        part: Part,
        /// those there are
        several: String,
        /// what tells them apart
        tell: &'static str,
    },
    /// It is there already.
    #[error(
        "account {account} already {does} {} as a {share_type}",
        quoted(subject)
    )]
    Taken {
        /// which account
        account: String,
        /// `exports` or `imports`
        does: &'static str,
        /// what
        subject: String,
        /// as what
        share_type: ShareType,
    },
    /// A term that streams or services do not have.
    #[error("{term} is for {whose}, and {} is a {share_type}", quoted(subject))]
    Terms {
        /// what was asked for
        term: &'static str,
        /// who has it
        whose: &'static str,
        /// of what
        subject: String,
        /// which is
        share_type: ShareType,
    },
    /// What is sampled is reported nowhere.
    #[error("the latency of {} is not tracked, and how much of it is sampled cannot be said", quoted(.0))]
    NoLatency(String),
    /// From and to the same account.
    #[error("account {0} cannot {1} itself")]
    Itself(String, &'static str),
    /// What is private needs an activation.
    #[error(
        "{} is a private export of account {exporter}, and is imported with an activation",
        quoted(subject)
    )]
    Private {
        /// what
        subject: Subject,
        /// whose
        exporter: String,
    },
    /// What is public needs none.
    #[error(
        "{} is a public export of account {exporter}, and is imported without an activation",
        quoted(subject)
    )]
    Public {
        /// whose
        exporter: String,
        /// what
        subject: Subject,
        /// as what
        share_type: ShareType,
    },
    /// It is exported as the other type.
    #[error("account {exporter} exports {} as a {share_type}", quoted(subject))]
    OtherType {
        /// what
        subject: Subject,
        /// whose
        exporter: String,
        /// as what
        share_type: ShareType,
    },
    /// One of its tokens must be the importer's key.
    #[error(
        "account {exporter} exports {} to each account under its own key, which must be token {position} of the subject",
        quoted(subject)
    )]
    Position {
        /// what is exported
        subject: String,
        /// whose
        exporter: String,
        /// which token
        position: u64,
        /// what would do
        wanted: String,
        /// as what it is exported
        share_type: ShareType,
    },
    /// What each account has under its own key needs no activation.
    #[error("{} is offered to each account under its own key, and cannot be private", quoted(.0))]
    PrivatePosition(String),
    /// The local subject does not fit what is imported.
    #[error(
        "the local subject {} does not fit {}: {reason}",
        quoted(local),
        quoted(subject)
    )]
    Local {
        /// what it is to be called
        local: Subject,
        /// what it is
        subject: String,
        /// why not
        reason: &'static str,
    },
    /// An activation for somebody else.
    #[error("the activation is for account {found}, and not for {expected}")]
    OtherAccount {
        /// who is to import
        expected: String,
        /// whom it names
        found: String,
    },
    /// An activation for what no server takes.
    #[error(
        "the activation is for {}, which is no subject that servers take: {reason}",
        quoted(subject)
    )]
    Subject {
        /// what it is for
        subject: String,
        /// why not
        reason: SubjectError,
    },
    /// An activation that does not hold.
    #[error("the activation of account {exporter} does not hold: {reason}")]
    Activation {
        /// who gave it
        exporter: String,
        /// for what
        subject: String,
        /// why not
        reason: Distrust,
    },
    /// A revocation later than any activation that could be signed now.
    #[error("activations of {} are revoked up to {}, which is to come", quoted(subject), absolute(*.up_to))]
    RevokedAhead {
        /// of what
        subject: String,
        /// signed up to when
        up_to: UnixSeconds,
    },
}
