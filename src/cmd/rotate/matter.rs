//! What is to be rotated, as the command line names it.

use clap::builder::PossibleValue;
use clap::{ValueEnum, value_parser};

use super::given::GivenArgs;
use crate::cmd::Ctx;
use crate::cmd::words::argument::open_text;
use crate::cmd::words::naming::UnderOperator;
use crate::rotation::given::Given;
use crate::rotation::phase::{Asked, Picked};
use crate::rotation::refused::Refused;
use crate::rotation::{Kind, Result};
use crate::store::Records;
use crate::text::shell_word;
use crate::trust;
use crate::ui::Failure;

/// What is rotated, and whose it is.
#[derive(clap::Args, Clone, Debug)]
pub struct Matter {
    /// What is rotated
    #[arg(value_name = "KIND", value_parser = value_parser!(Rotated))]
    pub wanted: Rotated,
    #[command(flatten)]
    whose: Whose,
}

/// Whose it is.
#[derive(clap::Args, Clone, Debug)]
pub struct Whose {
    #[command(flatten)]
    operator: UnderOperator,
    /// Account, by its name or public key
    #[arg(long, short, value_name = "NAME")]
    account: Option<String>,
    /// User of the account, by its name or public key
    #[arg(long, short = 'n', value_name = "NAME")]
    user: Option<String>,
    /// The old key, by its public half or its role; not needed where there is only one
    #[arg(long, value_name = "KEY", value_parser = open_text)]
    key: Option<String>,
    #[command(flatten)]
    given: GivenArgs,
}

/// What somebody may ask to have rotated.
#[derive(Clone, Copy, Debug)]
pub enum Rotated {
    /// It can be.
    Kind(Kind),
    /// It is not, and there is something else to do.
    Refused(Refused),
}

impl Rotated {
    const ALL: [Self; Kind::ALL.len() + Refused::ALL.len()] = {
        let mut all = [Self::Kind(Kind::ALL[0]); Kind::ALL.len() + Refused::ALL.len()];
        let mut place = 0;
        while place < all.len() {
            all[place] = match place < Kind::ALL.len() {
                true => Self::Kind(Kind::ALL[place]),
                false => Self::Refused(Refused::ALL[place - Kind::ALL.len()]),
            };
            place += 1;
        }
        all
    };

    /// As it is written.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.name(),
            Self::Refused(refused) => refused.name(),
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.title(),
            Self::Refused(refused) => refused.title(),
        }
    }

    const fn is_of_account(self) -> bool {
        match self {
            Self::Kind(kind) => kind.is_of_account(),
            Self::Refused(refused) => refused.is_of_account(),
        }
    }

    const fn is_of_store(self) -> bool {
        match self {
            Self::Kind(kind) => kind.is_of_store(),
            Self::Refused(_) => false,
        }
    }

    const fn is_of_system_account(self) -> bool {
        match self {
            Self::Kind(kind) => kind.is_of_system_account(),
            Self::Refused(_) => false,
        }
    }

    const fn is_of_user(self) -> bool {
        match self {
            Self::Kind(kind) => kind.is_of_user(),
            Self::Refused(_) => false,
        }
    }

    /// The kind of rotation; an error where it is not rotated.
    pub fn kind(self, records: &dyn Records, asked: &Asked) -> Result<Kind> {
        match self {
            Self::Kind(kind) => Ok(kind),
            Self::Refused(refused) => Err(refused.migration(records, asked)?.refusal()),
        }
    }
}

impl ValueEnum for Rotated {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()).help(self.title()))
    }
}

impl Matter {
    /// The same again, as flags: what was found is named.
    pub fn flags(&self, picked: &Picked) -> String {
        let account = picked.account.as_ref().map(|account| account.name.as_str());
        let user = picked.user.as_ref().map(|user| user.name.as_str());
        [
            ("-a", account),
            ("-n", user),
            ("--key", self.whose.key.as_deref()),
        ]
        .into_iter()
        .filter_map(|(flag, word)| Some(format!(" {flag} {}", shell_word(word?))))
        .chain([self.whose.given.words()])
        .collect()
    }

    /// What was given beside, for those kinds that need it.
    pub fn given(&self, ctx: &Ctx) -> std::result::Result<Given, Failure> {
        self.whose.given(ctx, self.wanted)
    }

    /// What the store has of it.
    pub fn asked(&self, ctx: &Ctx, records: &dyn Records) -> Result<Asked> {
        self.whose.asked(ctx, records, self.wanted)
    }
}

impl Whose {
    /// The old key, as it is named.
    #[cfg(feature = "net")]
    pub fn key(&self) -> Option<&str> {
        self.key.as_deref()
    }

    /// What was given beside, for those kinds that need it.
    pub fn given(&self, ctx: &Ctx, wanted: Rotated) -> std::result::Result<Given, Failure> {
        match wanted {
            Rotated::Kind(kind) => self.given.read(ctx, kind),
            Rotated::Refused(_) => Ok(Given::default()),
        }
    }

    /// What the store has of it.
    pub fn asked(&self, ctx: &Ctx, records: &dyn Records, wanted: Rotated) -> Result<Asked> {
        if wanted.is_of_store() {
            return Ok(Asked {
                key: self.key.clone(),
                ..Asked::default()
            });
        }
        let operator = self.operator.find(ctx, records)?;
        let account = match (&self.account, wanted.is_of_account()) {
            (None, false) => None,
            (None, true) if wanted.is_of_system_account() => {
                Some(trust::system_account(records, &operator)?)
            }
            (account, _) => Some(self.operator.account(ctx, records, account.as_deref())?),
        };
        let user = match (&account, &self.user, wanted.is_of_user()) {
            (Some(account), user, true) => Some(trust::user(records, account, user.as_deref())?),
            _ => None,
        };
        Ok(Asked {
            operator: Some(operator),
            account,
            user,
            key: self.key.clone(),
            ..Asked::default()
        })
    }
}
