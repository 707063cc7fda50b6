//! What the operator's identity does while it is offline: requests that are reviewed and signed, shares and paper that bring the key
//! back, and the record of it. Files are what travels; nothing here knows of a network, of prompts or of a terminal.
//!
//! [`canonical`] is how every file is written: one way to say a thing, so that what is hashed, shown and signed is the same.
//! [`transcript`] is the record of what was done, and [`airgap`] looks at the machine.

pub mod airgap;
pub mod approval;
pub mod asked;
pub mod asking;
pub mod canonical;
pub mod compare;
pub mod ending;
pub mod item;
pub mod offline;
pub mod paper;
pub mod policy;
pub mod qr;
pub mod request;
pub mod response;
pub mod review;
pub mod script;
pub mod shares;
pub mod stand_in;
pub mod transcript;
pub mod typed;
pub mod words;
pub mod working;

use crate::nkey::NkeyError;
use crate::store::StoreError;
use crate::text::quoted;
use crate::trust::TrustError;

/// What every operation here may fail with.
pub type Result<T, E = CeremonyError> = std::result::Result<T, E>;

/// Why a ceremony cannot go on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CeremonyError {
    /// The tree cannot be changed so.
    #[error(transparent)]
    Trust(#[from] TrustError),
    /// A file is none that nkeep wrote, or breaks a rule.
    #[error("{} {reason}", quoted(.file))]
    Problem {
        /// which
        file: String,
        /// why
        reason: String,
        /// a command that helps
        help: String,
    },
    /// The root's policy does not let it be signed.
    #[error("{} is against the policy: {reason}", quoted(.file))]
    Against {
        /// which file
        file: String,
        /// what of it
        reason: String,
        /// a command that helps
        help: String,
    },
    /// Something has to come first: an approval, a share, a time.
    #[error("{reason}")]
    Gate {
        /// what is missing
        reason: String,
        /// a command that helps
        help: String,
    },
    /// It is not what somebody signed, or signed before, or is for somebody else.
    #[error("{reason}")]
    Tampered {
        /// what, and why
        reason: String,
        /// a command that helps
        help: String,
    },
    /// It makes no sense.
    #[error("{reason}")]
    Refused {
        /// what, and why
        reason: String,
        /// a command that helps
        help: String,
    },
}

impl From<StoreError> for CeremonyError {
    fn from(error: StoreError) -> Self {
        Self::Trust(error.into())
    }
}

impl From<NkeyError> for CeremonyError {
    fn from(error: NkeyError) -> Self {
        Self::Trust(error.into())
    }
}

impl CeremonyError {
    /// What breaks a rule.
    pub fn problem(
        file: impl Into<String>,
        reason: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        Self::Problem {
            file: file.into(),
            reason: reason.into(),
            help: help.into(),
        }
    }

    /// What has to wait.
    pub fn gate(reason: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Gate {
            reason: reason.into(),
            help: help.into(),
        }
    }

    /// What was changed, or is somebody else's.
    pub fn tampered(reason: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Tampered {
            reason: reason.into(),
            help: help.into(),
        }
    }

    /// A refusal, with a command that helps.
    pub fn refused(reason: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Refused {
            reason: reason.into(),
            help: help.into(),
        }
    }
}
