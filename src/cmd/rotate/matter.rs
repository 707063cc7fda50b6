//! What is to be rotated, as the command line names it.

use clap::builder::PossibleValue;
use clap::{ValueEnum, value_parser};

use crate::cmd::Ctx;
use crate::cmd::input::open_text;
use crate::cmd::naming::UnderOperator;
use crate::rotation::phase::Asked;
use crate::rotation::{Kind, Result};
use crate::store::Records;
use crate::text::shell_word;
use crate::trust;

/// What is rotated, and whose it is.
#[derive(clap::Args, Clone, Debug)]
pub struct Matter {
    /// What is rotated
    #[arg(value_name = "KIND", value_parser = value_parser!(Kind))]
    pub kind: Kind,
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
}

impl ValueEnum for Kind {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.name()).help(self.title()))
    }
}

impl Matter {
    /// What the store has of it.
    pub fn asked(&self, ctx: &Ctx, records: &dyn Records) -> Result<Asked> {
        let operator = match self.kind.is_of_store() {
            true => None,
            false => Some(self.operator.find(ctx, records)?),
        };
        let account = match (&self.account, self.kind.is_of_account()) {
            (None, false) => None,
            (account, _) => Some(self.operator.account(ctx, records, account.as_deref())?),
        };
        let user = match (&account, &self.user, self.kind.is_of_user()) {
            (Some(account), user, true) => Some(trust::user(records, account, user.as_deref())?),
            _ => None,
        };
        Ok(Asked {
            operator,
            account,
            user,
            key: self.key.clone(),
            newcomer: None,
        })
    }

    /// The same on a command line, but for the operator.
    pub fn words(&self) -> String {
        let named = [
            ("-a", &self.account),
            ("-n", &self.user),
            ("--key", &self.key),
        ];
        let named = named
            .into_iter()
            .filter_map(|(flag, value)| Some((flag, value.as_ref()?)));
        let words: String = named
            .map(|(flag, value)| format!(" {flag} {}", shell_word(value)))
            .collect();
        format!("{}{words}", self.kind)
    }
}
