//! What was found, and how it stands.

use crate::ceremony::transcript::line::Finding as Recorded;

/// How something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// As it should be.
    Fine,
    /// Somebody is to look at it.
    Look,
    /// It cannot be seen from here.
    Unknown,
}

impl State {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fine => "ok",
            Self::Look => "look",
            Self::Unknown => "unknown",
        }
    }
}

/// What was looked at, and what there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// A word for it.
    pub check: &'static str,
    /// How it stands.
    pub state: State,
    /// What there is.
    pub says: String,
    /// What helps, where somebody is to look.
    pub help: Option<String>,
}

impl Finding {
    /// That something is as it should be.
    pub fn fine(check: &'static str, says: impl Into<String>) -> Self {
        Self {
            check,
            state: State::Fine,
            says: says.into(),
            help: None,
        }
    }

    /// That somebody is to look at something, and what helps.
    pub fn look(check: &'static str, says: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            check,
            state: State::Look,
            says: says.into(),
            help: Some(help.into()),
        }
    }

    /// That something cannot be seen.
    pub fn unknown(check: &'static str, says: impl Into<String>) -> Self {
        Self {
            check,
            state: State::Unknown,
            says: says.into(),
            help: None,
        }
    }

    /// As a transcript has it.
    #[must_use]
    pub fn recorded(&self) -> Recorded {
        Recorded {
            check: self.check.to_owned(),
            state: self.state.name().to_owned(),
            says: self.says.clone(),
        }
    }
}
