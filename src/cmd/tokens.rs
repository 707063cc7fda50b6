//! Tokens that commands are given in files, and how they stand: trusted, expired, revoked, with unknown fields.

use std::str::Utf8Error;

use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::Ctx;
use super::input::Source;
use crate::clock::UnixSeconds;
use crate::jwt::chain::{self, AsOf, Distrust, Trusted};
use crate::jwt::claims::{Account, Operator};
use crate::jwt::creds;
use crate::jwt::decode::{Token, Unverified, decode};
use crate::jwt::validate::{Issue, about_token};
use crate::nkey::{OperatorKey, Seed};
use crate::ui::{ExitCode, Failure, Hinted as _, Ui};
use crate::with_token;

/// A file with many tokens.
const MAX_FILE: u64 = 256 << 20;

/// The text of every token in a file: alone, in a creds file, one a line, or one a line after its subject and `|`, as a
/// server's account resolver packs them. A line that is no text is one that cannot be read, and hides no other.
pub fn texts_in(contents: &[u8]) -> Vec<Result<&str, Utf8Error>> {
    if let Some(contents) = creds_in(contents) {
        return vec![Ok(creds::token_in(contents))];
    }
    contents
        .split(|byte| *byte == b'\n')
        .map(<[u8]>::trim_ascii)
        .filter(|line| !line.is_empty())
        .map(|line| {
            let line = std::str::from_utf8(line)?;
            Ok(line.split_once('|').map_or(line, |(_, token)| token))
        })
        .collect()
}

/// The text of a creds file, or of a token between dashes, when that is what it is.
pub fn creds_in(contents: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(contents).ok()?;
    (creds::token_in(text).len() != text.len()).then_some(text)
}

/// The contents of a file with tokens. A file that holds a seed alone was given by mistake, and is said to be one.
pub fn contents_of(source: &Source) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let contents = source.bytes(MAX_FILE)?;
    if contents.starts_with(b"\xef\xbb\xbf") {
        return Err(Failure::new(
            ExitCode::Problems,
            anyhow::anyhow!("{source} begins with a byte order mark, which no token has"),
        ));
    }
    let seed = std::str::from_utf8(&contents).is_ok_and(|text| Seed::parse(text.trim()).is_ok());
    if seed {
        return Err(Failure::usage(format!(
            "{source} holds a seed, and a token is wanted"
        )))
        .hint(format!("nkeep nkey show {source}"));
    }
    Ok(contents)
}

/// The one token of a file.
pub fn only_in(source: &Source) -> Result<Token, Failure> {
    let contents = contents_of(source)?;
    match *texts_in(&contents) {
        [text] => text
            .map_err(Failure::from)
            .and_then(|text| Ok(decode(text)?))
            .code(ExitCode::Problems)
            .context(format!("{source} holds no token that can be read")),
        [] => Err(Failure::new(
            ExitCode::Problems,
            anyhow::anyhow!("{source} is empty"),
        )),
        _ => Err(Failure::usage(format!(
            "{source} holds several lines, and one token is wanted"
        )))
        .hint(format!("nkeep validate -f {source}")),
    }
}

/// What is to be said of a token besides its claims.
#[derive(Debug)]
pub struct Standing {
    chain: Option<Result<(), Distrust>>,
    marks: Vec<Issue>,
}

impl Standing {
    /// How a token stands, at the time it is, against the tokens above it.
    pub fn of(ctx: &Ctx, token: &Token, above: &Chain) -> Result<Self, Failure> {
        let now = ctx.clock.now();
        Ok(Self {
            chain: above.check(token, now)?,
            marks: with_token!(token, |unverified| about_token(unverified.claims(), now)),
        })
    }

    /// How a token stands whose chain was checked already.
    pub fn known(ctx: &Ctx, token: &Token, chain: Result<(), Distrust>) -> Self {
        let now = ctx.clock.now();
        Self {
            chain: Some(chain),
            marks: with_token!(token, |unverified| about_token(unverified.claims(), now)),
        }
    }

    /// Whether a chain was given and does not hold.
    pub const fn fails(&self) -> bool {
        matches!(self.chain, Some(Err(_)))
    }

    /// What is known of its chain.
    pub fn chain_text(&self) -> String {
        match &self.chain {
            None => "not checked: the issuer signed it, and whether the issuer may is not known"
                .to_owned(),
            Some(Ok(())) => "trusted: every link was checked".to_owned(),
            Some(Err(distrust)) => format!("NOT TRUSTED: {distrust}"),
        }
    }

    /// What deserves attention, a sentence each.
    pub fn marks(&self) -> Vec<String> {
        self.marks
            .iter()
            .map(|mark| {
                if mark.place.is_empty() {
                    mark.message.clone()
                } else {
                    format!("{}: {}", mark.place, mark.message)
                }
            })
            .collect()
    }

    /// Says on stderr what the output itself has no room for.
    pub fn warn(&self, ui: Ui) {
        if !matches!(self.chain, Some(Ok(()))) {
            ui.note(&format!("warning: chain {}", self.chain_text()));
        }
        for mark in self.marks() {
            ui.note(&format!("warning: {mark}"));
        }
    }

    /// For scripts: codes beside the sentences.
    pub fn json(&self) -> Value {
        let code = match &self.chain {
            None => "chain.unchecked",
            Some(Ok(())) => "chain.trusted",
            Some(Err(distrust)) => distrust.code().name(),
        };
        let marks: Vec<Value> = self.marks.iter().map(issue_json).collect();
        json!({
            "trusted": matches!(self.chain, Some(Ok(()))),
            "code": code,
            "chain": self.chain_text(),
            "marks": marks,
        })
    }
}

/// An issue, for scripts.
pub fn issue_json(issue: &Issue) -> Value {
    json!({
        "severity": issue.severity().name(),
        "code": issue.code.name(),
        "message": issue.message,
        "place": issue.place,
        "hint": issue.hint(),
    })
}

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
                Token::Account(found) => chain.accounts.push(found),
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

    /// Checks every link from the operator down, when there is a chain. What is wrong with a link above is wrong with
    /// the token.
    pub fn check(
        &self,
        token: &Token,
        now: UnixSeconds,
    ) -> Result<Option<Result<(), Distrust>>, Failure> {
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

fn links(
    token: Token,
    operator: Unverified<Operator>,
    accounts: &[Unverified<Account>],
    as_of: AsOf,
) -> Result<(), Distrust> {
    // The operator that was given is the one to trust: the person who gave it pins it.
    let pinned: OperatorKey = operator
        .claims()
        .subject
        .parse()
        .map_err(|_| Distrust::Subject(operator.claims().subject.clone()))?;
    let operator = chain::operator(operator, &pinned, as_of)?;
    let account_of = |issuer: String, issuer_account: &str| -> Result<Trusted<Account>, Distrust> {
        let wanted = if issuer_account.is_empty() {
            &issuer
        } else {
            issuer_account
        };
        let found = accounts
            .iter()
            .find(|account| account.claims().subject == wanted);
        let found = found.ok_or_else(|| Distrust::NoAccount(wanted.to_owned()))?;
        chain::account(found.clone(), &operator, as_of)
    };
    match token {
        Token::Operator(token) => chain::operator(token, &pinned, as_of).map(drop),
        Token::Account(token) => chain::account(token, &operator, as_of).map(drop),
        Token::User(token) => {
            let account = account_of(
                token.issuer().to_string(),
                &token.claims().body.issuer_account,
            )?;
            chain::user(token, &account, &operator, as_of).map(drop)
        }
        Token::Activation(token) => {
            let account = account_of(
                token.issuer().to_string(),
                &token.claims().body.issuer_account,
            )?;
            chain::activation(token, &account, &operator, as_of).map(drop)
        }
        other => Err(Distrust::NoChain(other.claim_type())),
    }
}
