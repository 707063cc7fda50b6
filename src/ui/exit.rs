//! Exit codes: each kind of failure has one.

/// What the process says to the one that started it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitCode {
    /// Done.
    Done,
    /// Failed.
    Failed,
    /// The command line makes no sense.
    Usage,
    /// Validation or verification found problems.
    Problems,
    /// The store is locked, or there is no identity to open it.
    Locked,
    /// A wrong passphrase or identity.
    WrongIdentity,
    /// A step was asked for whose gate is not satisfied.
    Gate,
    /// Tampering, a rollback or a conflict was detected.
    Tampered,
    /// A bug.
    Bug,
    /// Interrupted.
    Interrupted,
}

impl ExitCode {
    /// Every code, as the man page lists them.
    pub const ALL: [Self; 10] = [
        Self::Done,
        Self::Failed,
        Self::Usage,
        Self::Problems,
        Self::Locked,
        Self::WrongIdentity,
        Self::Gate,
        Self::Tampered,
        Self::Bug,
        Self::Interrupted,
    ];

    /// The number.
    #[must_use]
    pub const fn number(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::Problems => 3,
            Self::Locked => 4,
            Self::WrongIdentity => 5,
            Self::Gate => 6,
            Self::Tampered => 7,
            Self::Bug => 101,
            Self::Interrupted => 130,
        }
    }

    /// What it means.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Done => "Done.",
            Self::Failed => "Failed: a file, the network or the system stood in the way.",
            Self::Usage => {
                "The command line makes no sense, or an answer is missing that nobody is there to give."
            }
            Self::Problems => "Validation or verification found problems.",
            Self::Locked => "The store is locked, or there is no identity to open it with.",
            Self::WrongIdentity => "The passphrase or identity is wrong.",
            Self::Gate => {
                "A rotation or ceremony is not ready for the step, a key is due to be rotated, or the clock is behind."
            }
            Self::Tampered => "Tampering, a rollback or a conflict was detected.",
            Self::Bug => "A bug in nkeep.",
            Self::Interrupted => "Interrupted.",
        }
    }
}
