//! Why a rotation cannot go on.

use super::Rotation;
use super::gate::Missing;
use crate::store::StoreError;
use crate::text::noted;
use crate::trust::TrustError;

/// Why a rotation cannot go on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RotationError {
    /// The tree cannot be changed so.
    #[error(transparent)]
    Trust(#[from] TrustError),
    /// A gate is open.
    #[error("rotation {id} cannot go {way} yet: {}", listed(.missing))]
    Gate {
        /// which rotation
        id: String,
        /// where to
        way: String,
        /// what is not so
        missing: Vec<Missing>,
    },
    /// Something else would take the ground away of one that has not ended.
    #[error("rotation {id} of the {what} has not ended")]
    Open {
        /// which rotation
        id: String,
        /// what is replaced, for people
        what: String,
        /// what comes of it where somebody insists
        then: &'static str,
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

impl From<StoreError> for RotationError {
    fn from(error: StoreError) -> Self {
        Self::Trust(error.into())
    }
}

impl RotationError {
    /// Two at once would take each other's ground away.
    pub(super) fn not_ended(other: &Rotation) -> Self {
        Self::refused(
            format!("rotation {} of the {} has not ended", other.id, other.what),
            format!("nkeep rotate status {}", other.id),
        )
    }

    /// What an emergency would do stands on one that has not ended: what brings that to its end at once.
    pub fn in_the_way(other: &Rotation) -> Self {
        let help = match other.is_behind_emergency() {
            true => noted(
                format!("nkeep rotate next {} --force --reason WORDS", other.id),
                "ends it: its old key is distrusted already, and its seed is wiped; then once more",
            ),
            false => noted(
                format!("nkeep rotate emergency {} --reason WORDS", other.id),
                "has its old key distrusted at once, and says how it ends; then once more",
            ),
        };
        Self::refused(
            format!("rotation {} of the {} has not ended", other.id, other.what),
            help,
        )
    }

    /// A refusal, with a command that helps.
    pub fn refused(reason: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Refused {
            reason: reason.into(),
            help: help.into(),
        }
    }
}

fn listed(missing: &[Missing]) -> String {
    let each: Vec<&str> = missing.iter().map(|one| &*one.what).collect();
    each.join("; ")
}
