//! The tokens that others are checked against: an operator's and those of its accounts, as `--chain` names them.

use std::fmt;

use crate::clock::UnixSeconds;
use crate::cmd::files::input::Source;
use crate::cmd::files::tokens::{only_in, titled};
use crate::jwt::chain::{self, AsOf, Distrust, Trusted};
use crate::jwt::claims::{Account, Operator};
use crate::jwt::decode::{Token, Unverified};
use crate::jwt::validate::Issue;
use crate::nkey::{OperatorKey, PublicKey};
use crate::text::noted;
use crate::ui::{Failure, Hinted as _};

/// The tokens that were given to check others against.
#[derive(Debug)]
pub struct Chain {
    given: bool,
    operator: Option<Unverified<Operator>>,
    accounts: Vec<Unverified<Account>>,
}

impl Chain {
    /// Reads them.
    pub fn read(above: &[Source]) -> Result<Self, Failure> {
        let mut chain = Self {
            given: !above.is_empty(),
            operator: None,
            accounts: Vec::new(),
        };
        for source in above {
            match only_in(source)? {
                Token::Operator(_) if chain.operator.is_some() => {
                    return Err(Failure::usage(format!(
                        "{source} is a second operator, and a chain has one"
                    )));
                }
                Token::Operator(found) => chain.operator = Some(found),
                Token::Account(found) => chain.add_account(found, source)?,
                other => {
                    let found = other.claim_type();
                    return Err(Failure::usage(format!(
                        "{source} is of the type {found}: a chain is made of an operator and accounts"
                    )));
                }
            }
        }
        Ok(chain)
    }

    /// Which of two tokens of one account is its own is not for their order to decide.
    fn add_account(&mut self, found: Unverified<Account>, source: &Source) -> Result<(), Failure> {
        let subject = &found.claims().subject;
        let other = self
            .accounts
            .iter()
            .find(|account| account.claims().subject == *subject);
        match other {
            Some(other) if other.token() == found.token() => {}
            Some(_) => {
                return Err(Failure::usage(format!(
                    "{source} is a second token of account {subject}, and a chain has one"
                )))
                .hint(noted(
                    format!("nkeep describe jwt {source}"),
                    "and give the newer one",
                ));
            }
            None => self.accounts.push(found),
        }
        Ok(())
    }

    /// Whether there is a chain to check against.
    pub const fn is_given(&self) -> bool {
        self.given
    }

    /// Checks every link from the operator down, when there is a chain. What is wrong with a link above is wrong with
    /// the token.
    pub fn check(
        &self,
        token: &Token,
        now: UnixSeconds,
    ) -> Result<Option<Result<(), BrokenLink>>, Failure> {
        if !self.given {
            return Ok(None);
        }
        let operator = match (&self.operator, token) {
            (Some(operator), _) | (None, Token::Operator(operator)) => operator.clone(),
            (None, _) => {
                return Err(Failure::usage("a chain begins with an operator's token"))
                    .hint("nkeep describe jwt -f FILE --chain OPERATOR.jwt --chain ACCOUNT.jwt");
            }
        };
        Ok(Some(links(
            token.clone(),
            operator,
            &self.accounts,
            AsOf::Time(now),
        )))
    }
}

/// A chain that does not hold, and where.
#[derive(Clone, Debug)]
pub struct BrokenLink {
    /// The token that fails, where it is known.
    pub link: Option<String>,
    /// Why.
    pub distrust: Distrust,
}

impl BrokenLink {
    fn at(link: &str) -> impl FnOnce(Distrust) -> Self {
        move |distrust| Self {
            link: Some(link.to_owned()),
            distrust,
        }
    }

    /// As a finding has it.
    pub fn issue(&self) -> Issue {
        Issue {
            place: self.link.clone().unwrap_or_default(),
            ..Issue::beyond_claims(self.distrust.code(), self.distrust.to_string())
        }
    }
}

impl From<Distrust> for BrokenLink {
    fn from(distrust: Distrust) -> Self {
        Self {
            link: None,
            distrust,
        }
    }
}

impl fmt::Display for BrokenLink {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(link) = &self.link {
            write!(formatter, "{link}: ")?;
        }
        fmt::Display::fmt(&self.distrust, formatter)
    }
}

fn links(
    token: Token,
    operator: Unverified<Operator>,
    accounts: &[Unverified<Account>],
    as_of: AsOf,
) -> Result<(), BrokenLink> {
    let (link, top) = (titled(&token), titled(&Token::Operator(operator.clone())));
    let here = || BrokenLink::at(&link);
    // The operator that was given is the one to trust: the person who gave it pins it.
    let subject = &operator.claims().subject;
    let pinned: OperatorKey = subject
        .parse()
        .map_err(|_| Distrust::Subject(subject.clone()))
        .map_err(BrokenLink::at(&top))?;
    let operator = chain::operator(operator, &pinned, as_of).map_err(BrokenLink::at(&top))?;
    let account_of = |issuer: &PublicKey, named: &str| -> Result<Trusted<Account>, BrokenLink> {
        let wanted = match named {
            "" => issuer.to_string(),
            named => named.to_owned(),
        };
        let found = accounts
            .iter()
            .find(|account| account.claims().subject == wanted)
            .cloned()
            .ok_or(Distrust::NoAccount(wanted))
            .map_err(here())?;
        let above = titled(&Token::Account(found.clone()));
        chain::account(found, &operator, as_of).map_err(BrokenLink::at(&above))
    };
    match token {
        Token::Operator(token) => chain::operator(token, &pinned, as_of).map(drop),
        Token::Account(token) => chain::account(token, &operator, as_of).map(drop),
        Token::User(token) => {
            let account = account_of(token.issuer(), &token.claims().body.issuer_account)?;
            chain::user(token, &account, &operator, as_of).map(drop)
        }
        Token::Activation(token) => {
            let account = account_of(token.issuer(), &token.claims().body.issuer_account)?;
            chain::activation(token, &account, &operator, as_of).map(drop)
        }
        other => Err(Distrust::NoChain(other.claim_type())),
    }
    .map_err(here())
}
