//! What people put into Secrets and ConfigMaps of any shape, by names: `operator.jwt`, `creds:ACCOUNT/USER`. Names of accounts
//! and users hold neither colons nor slashes, so that they can be written with them between.

use std::str::FromStr;

use zeroize::Zeroizing;

use super::estate::{Estate, SigningKey, root_stays};
use super::manifest::ManifestError;
use super::manifest::data::Part;
use super::manifest::name::DataKey;
use super::manifest::pkcs8::pem;
use super::manifest::text_key::text_key;
use crate::nkey::{PublicKey, Seed};
use crate::trust::{Result, TrustError};

/// Something of an operator's estate that can be handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Artefact {
    /// The operator's token.
    OperatorToken,
    /// The operator's public key.
    OperatorPublic,
    /// A signing key of the operator.
    OperatorSigningSeed(Option<PublicKey>),
    /// The operator's identity, which is never handed over: it is here to be refused by name.
    OperatorSeed,
    /// The system account's token.
    SystemToken,
    /// The system account's public key.
    SystemPublic,
    /// What makes a server trust the operator.
    ServerConfig,
    /// Of an account.
    Account(OfAccount, String),
    /// A signing key of an account: the named one, or the newest without a role.
    AccountSigningSeed(String, Option<String>),
    /// Of a user of an account.
    User(OfUser, String, String),
    /// The seed of a curve key.
    CurveSeed(PublicKey),
    /// A key of 32 letters and digits.
    TextKey(PublicKey),
    /// A private key as PKCS#8.
    Pkcs8(PublicKey),
}

/// What there is of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfAccount {
    /// Its token.
    Token,
    /// Its public key.
    Public,
    /// Its identity.
    Seed,
}

/// What there is of a user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfUser {
    /// Its token.
    Token,
    /// Its public key.
    Public,
    /// Its seed.
    Seed,
    /// Token and seed, as clients read them.
    Creds,
}

/// The forms, for help and refusals.
const FORMS: &str = "operator.jwt, operator.public, operator.signing-seed[:KEY], sys.jwt, sys.public, server.conf, \
                         account.jwt:NAME, account.public:NAME, account.seed:NAME, account.signing-seed:NAME[/KEY-OR-ROLE], \
                         user.jwt:ACCOUNT/USER, user.public:ACCOUNT/USER, user.seed:ACCOUNT/USER, creds:ACCOUNT/USER, xkey:KEY, text-key:KEY, pkcs8:KEY";

impl Artefact {
    /// Whether only some may read it.
    #[must_use]
    pub const fn is_secret(&self) -> bool {
        matches!(
            self,
            Self::OperatorSigningSeed(_)
                | Self::OperatorSeed
                | Self::Account(OfAccount::Seed, _)
                | Self::AccountSigningSeed(..)
                | Self::User(OfUser::Seed | OfUser::Creds, ..)
                | Self::CurveSeed(_)
                | Self::TextKey(_)
                | Self::Pkcs8(_)
        )
    }
}

impl FromStr for Artefact {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (what, whose) = match text.split_once(':') {
            Some((what, whose)) => (what, Some(whose)),
            None => (text, None),
        };
        let named = || match whose {
            Some(name) if !name.is_empty() => Ok(name.to_owned()),
            _ => Err(format!("whose is to be said after a colon: {what}:NAME")),
        };
        let user = || match whose.and_then(|whose| whose.split_once('/')) {
            Some((account, user)) if !account.is_empty() && !user.is_empty() => {
                Ok((account.to_owned(), user.to_owned()))
            }
            _ => Err(format!(
                "whose is to be said after a colon: {what}:ACCOUNT/USER"
            )),
        };
        let of_user = |part| user().map(|(account, user)| Self::User(part, account, user));
        let alone = |artefact: Self| match whose {
            None => Ok(artefact),
            Some(_) => Err(format!("there is only one {what}")),
        };
        match what {
            "operator.jwt" => alone(Self::OperatorToken),
            "operator.public" => alone(Self::OperatorPublic),
            "operator.signing-seed" => {
                Ok(Self::OperatorSigningSeed(whose.map(public).transpose()?))
            }
            "operator.seed" => Ok(Self::OperatorSeed),
            "sys.jwt" => alone(Self::SystemToken),
            "sys.public" => alone(Self::SystemPublic),
            "server.conf" => alone(Self::ServerConfig),
            "account.jwt" => Ok(Self::Account(OfAccount::Token, named()?)),
            "account.public" => Ok(Self::Account(OfAccount::Public, named()?)),
            "account.seed" => Ok(Self::Account(OfAccount::Seed, named()?)),
            "account.signing-seed" => {
                let name = named()?;
                Ok(match name.split_once('/') {
                    Some((name, key)) => {
                        Self::AccountSigningSeed(name.to_owned(), Some(key.to_owned()))
                    }
                    None => Self::AccountSigningSeed(name, None),
                })
            }
            "user.jwt" => of_user(OfUser::Token),
            "user.public" => of_user(OfUser::Public),
            "user.seed" => of_user(OfUser::Seed),
            "creds" => of_user(OfUser::Creds),
            "xkey" => Ok(Self::CurveSeed(public(&named()?)?)),
            "text-key" => Ok(Self::TextKey(public(&named()?)?)),
            "pkcs8" => Ok(Self::Pkcs8(public(&named()?)?)),
            _ => Err(format!("there is no such thing; there are {FORMS}")),
        }
    }
}

fn public(text: &str) -> Result<PublicKey, String> {
    text.parse()
        .map_err(|error: crate::nkey::NkeyError| error.to_string())
}

/// A part of a Secret or ConfigMap: what it is called, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What it is called.
    pub key: DataKey,
    /// What it is.
    pub artefact: Artefact,
}

impl FromStr for Item {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (key, artefact) = text
            .split_once('=')
            .ok_or_else(|| "it is no KEY=ARTEFACT, such as operator.jwt=operator.jwt".to_owned())?;
        Ok(Self {
            key: key
                .parse()
                .map_err(|reason| format!("of the key: {reason}"))?,
            artefact: artefact.parse()?,
        })
    }
}

impl Estate<'_> {
    /// A part with that in it.
    pub fn part(&self, item: &Item) -> Result<Part> {
        let key = item.key.clone();
        Ok(match &item.artefact {
            Artefact::OperatorToken => open(key, &self.operator.entity.token),
            Artefact::OperatorPublic => open(key, &self.operator.entity.key.to_string()),
            Artefact::OperatorSigningSeed(wanted) => {
                seed(key, &self.operator_signing_key(wanted.as_ref())?)
            }
            Artefact::OperatorSeed => return Err(root_stays()),
            Artefact::SystemToken => open(key, &self.system()?.token),
            Artefact::SystemPublic => open(key, &self.system()?.key.to_string()),
            Artefact::ServerConfig => open(key, &self.server_config()?.text()),
            Artefact::Account(part, name) => {
                let account = self.account(name)?;
                match part {
                    OfAccount::Token => {
                        self.operator.account(&account)?;
                        open(key, &account.token)
                    }
                    OfAccount::Public => open(key, &account.key.to_string()),
                    OfAccount::Seed => seed(key, &self.seed(&account.key)?),
                }
            }
            Artefact::AccountSigningSeed(name, wanted) => {
                let account = self.account(name)?;
                let SigningKey { seed: found, .. } =
                    self.account_signing_key(&account, wanted.as_deref())?;
                seed(key, &found)
            }
            Artefact::User(part, account, user) => {
                let account = self.account(account)?;
                let user = self.user(&account, Some(user))?;
                match part {
                    OfUser::Token => {
                        self.must_be_taken(&account, &user)?;
                        open(key, &user.token)
                    }
                    OfUser::Public => open(key, &user.key.to_string()),
                    OfUser::Seed => seed(key, &self.seed(&user.key)?),
                    OfUser::Creds => secret(key, self.creds(&account, &user)?),
                }
            }
            Artefact::TextKey(public) => {
                secret(key, text_key(&self.free_seed(public)?).map_err(unfit)?)
            }
            Artefact::Pkcs8(public) => secret(key, pem(&self.free_seed(public)?).map_err(unfit)?),
            Artefact::CurveSeed(public) => {
                if public.kind() != crate::nkey::Kind::Curve {
                    return Err(TrustError::refused(
                        format!("{public} is no curve key"),
                        "nkeep generate nkey --curve -S",
                    ));
                }
                seed(key, &self.seed(public)?)
            }
        })
    }
}

fn unfit(error: ManifestError) -> TrustError {
    TrustError::refused(error.to_string(), "nkeep list keys")
}

/// A part that anybody may read.
#[must_use]
pub fn open(key: DataKey, text: &str) -> Part {
    Part {
        key,
        bytes: Zeroizing::new(text.as_bytes().to_vec()),
        secret: false,
    }
}

/// A part with a seed, and no line break after it.
#[must_use]
pub fn seed(key: DataKey, seed: &Seed) -> Part {
    secret(key, seed.expose())
}

/// A part that only some may read.
#[must_use]
pub fn secret(key: DataKey, text: Zeroizing<String>) -> Part {
    let bytes = text.as_bytes().to_vec();
    Part {
        key,
        bytes: Zeroizing::new(bytes),
        secret: true,
    }
}
