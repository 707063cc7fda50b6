//! Tokens that commands are given in files, and how they stand: trusted, expired, revoked, with unknown fields.

use super::Ctx;
use super::input::Source;
use crate::jwt::MAX_TOKEN_LEN;
use crate::jwt::chain::{self, AsOf, Distrust, Trusted};
use crate::jwt::claims::{Account, Operator};
use crate::jwt::creds;
use crate::jwt::decode::{Token, Unverified, decode};
use crate::nkey::{OperatorKey, Seed};
use crate::ui::{ExitCode, Failure, Hinted as _};
use crate::with_token;

/// A file with many tokens.
const MAX_FILE: u64 = 256 << 20;

/// The text of every token in a file: alone, in a creds file, one a line, or one a line after its subject and `|`, as a
/// server's account resolver packs them.
pub fn texts_in(contents: &str) -> Vec<&str> {
    let first = creds::token_in(contents);
    if first.len() != contents.len() {
        return vec![first];
    }
    contents
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| line.split_once('|').map_or(line, |(_, token)| token))
        .collect()
}

/// The contents of a file with tokens.
pub fn contents_of(source: &Source) -> Result<zeroize::Zeroizing<String>, Failure> {
    source.text(MAX_FILE)
}

/// The one token of a file.
pub fn only_in(source: &Source) -> Result<Token, Failure> {
    let contents = source.text(MAX_TOKEN_LEN as u64 + 4096)?;
    if Seed::parse(contents.trim_end()).is_ok() {
        return Err(Failure::usage(format!(
            "{source} holds a seed, and a token is wanted"
        )))
        .hint(format!("nkeep nkey show {source}"));
    }
    match *texts_in(&contents) {
        [text] => decode(text)
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
    /// What deserves attention, a sentence each.
    pub marks: Vec<String>,
}

impl Standing {
    /// Whether a chain was given and holds.
    pub const fn trusted(&self) -> bool {
        matches!(self.chain, Some(Ok(())))
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
}

/// How a token stands, at the time it is, against the tokens above it.
pub fn standing(ctx: &Ctx, token: &Token, above: &[Source]) -> Result<Standing, Failure> {
    let now = ctx.clock.now();
    let mut marks = Vec::new();
    with_token!(token, |unverified| {
        let claims = unverified.claims();
        if claims.expires > 0 && now > claims.expires {
            marks.push("it is expired".to_owned());
        }
        if claims.not_before > now {
            marks.push("it is not valid yet".to_owned());
        }
        if claims.issued_at > now {
            marks.push("it was issued in the future, or this machine's clock is behind".to_owned());
        }
        if claims.version() == 1 {
            marks.push("it is in the old format of version 1".to_owned());
        }
        for (path, value) in claims.unknown_fields() {
            marks.push(format!(
                "it has a field that nkeep does not know: {path} = {value}"
            ));
        }
    });
    let chain = if above.is_empty() {
        None
    } else {
        Some(chain_of(token.clone(), above, now)?)
    };
    if let Some(Err(distrust @ Distrust::Revoked { .. })) = &chain {
        marks.push(distrust.to_string());
    }
    Ok(Standing { chain, marks })
}

/// Checks every link from the operator down. What is wrong with a link above is wrong with the token.
fn chain_of(token: Token, above: &[Source], now: i64) -> Result<Result<(), Distrust>, Failure> {
    let (mut operator, mut accounts) = (None, Vec::new());
    for source in above {
        match only_in(source)? {
            Token::Operator(found) => operator = Some(found),
            Token::Account(found) => accounts.push(found),
            other => {
                let found = other.claim_type();
                return Err(Failure::usage(format!(
                    "{source} is of the type {found}: a chain is made of an operator and accounts"
                )));
            }
        }
    }
    if let Token::Operator(found) = &token {
        operator = operator.or_else(|| Some(found.clone()));
    }
    let operator = operator
        .ok_or_else(|| Failure::usage("a chain begins with an operator's token"))
        .hint("add --chain OPERATOR.jwt")?;
    Ok(links(token, operator, accounts, AsOf::Time(now)))
}

fn links(
    token: Token,
    operator: Unverified<Operator>,
    accounts: Vec<Unverified<Account>>,
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
