//! Which key is to sign: `-K`, as nsc has it. Seeds are no arguments.

use std::str::FromStr;

use super::input::public_key_argument;
use crate::nkey::{AccountKey, OperatorKey, PublicKey, Seed};
use crate::store::record::Entity;
use crate::trust::{KeyChoice, TrustError, share};

/// A key of the operator, which signs accounts.
#[derive(clap::Args, Clone, Copy, Debug)]
pub struct ByOperator {
    /// Public key that is to sign: the operator's, or one of its signing keys
    #[arg(long, short = 'K', value_name = "KEY", value_parser = public_key_argument::<OperatorKey>)]
    private_key: Option<OperatorKey>,
}

impl ByOperator {
    /// The choice.
    pub fn choice(self) -> KeyChoice {
        self.private_key
            .map_or(KeyChoice::Best, |key| KeyChoice::Key(key.any()))
    }
}

/// A key of the account, by its role or itself, which signs what the account gives away.
#[derive(clap::Args, Clone, Debug)]
pub struct ByAccount {
    /// Key that is to sign: the account's, one of its signing keys, or the role of one
    #[arg(long, short = 'K', value_name = "KEY|ROLE")]
    private_key: Option<KeyOrRole>,
}

impl ByAccount {
    /// The choice, once the account is known.
    pub fn choice(&self, account: &Entity) -> Result<KeyChoice, TrustError> {
        Ok(match &self.private_key {
            None => KeyChoice::Best,
            Some(KeyOrRole::Key(key)) => KeyChoice::Key(key.any()),
            Some(KeyOrRole::Role(role)) => KeyChoice::Key(share::role_key(account, role)?),
        })
    }
}

#[derive(Clone, Debug)]
enum KeyOrRole {
    Key(AccountKey),
    Role(String),
}

impl FromStr for KeyOrRole {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if Seed::parse(text).is_ok() || text.parse::<PublicKey>().is_ok() {
            return public_key_argument(text).map(Self::Key);
        }
        Ok(Self::Role(text.to_owned()))
    }
}
