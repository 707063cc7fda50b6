//! Creds files and decorated tokens: a token and a seed between lines of dashes, written and read as Go's library does.

mod parts;

pub use parts::{Fault, Part, is_decorated, parts};
use zeroize::Zeroizing;

use super::claims::User;
use super::decode::{DecodeError, Token, Unverified, decode};
use crate::masking::joined;
use crate::nkey::{Kind, NkeyError, Seed, UserKey};

const WARNING: &str = "************************* IMPORTANT *************************
NKEY Seed printed below can be used to sign and prove identity.
NKEYs are sensitive and should be treated as secrets.
";
const CLOSING: &str = "*************************************************************\n";

/// Why a creds file cannot be written or read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CredsError {
    /// The token is none.
    #[error(transparent)]
    Token(#[from] DecodeError),
    /// The token is another's than a user's.
    #[error("{0:?} cannot be serialized as a user config")]
    NotUser(&'static str),
    /// The seed is none, or another's than a user's.
    #[error("the seed is not a user's: {0}")]
    Seed(#[from] NkeyError),
    /// The seed belongs to another user.
    #[error("nkey seed does not match the jwt subject")]
    Mismatch,
    /// Only these are written between dashes.
    #[error("seed is not an operator, account or user seed")]
    SeedKind,
    /// Nothing that could be a seed.
    #[error("no nkey seed found")]
    NoSeed,
}

/// What clients read: the user's token and seed.
pub fn user_config(token: &str, seed: &Seed) -> Result<Zeroizing<String>, CredsError> {
    let user: Unverified<User> = decode(token.trim_end_matches(['\r', '\n']))?
        .try_into()
        .map_err(|found: super::claims::ClaimType| CredsError::NotUser(found.name()))?;
    seed.kind().expect(Kind::User)?;
    let subject: UserKey = user.claims().subject.parse()?;
    if subject.any() != seed.public() {
        return Err(CredsError::Mismatch);
    }
    Ok(joined(&[
        &decorated_text("USER", user.token()),
        &decorated_seed(seed)?,
    ]))
}

/// A token between dashes, under its type.
#[must_use]
pub fn decorated_token(token: &Token) -> String {
    decorated_text(&token.claim_type().name().to_uppercase(), token.text())
}

fn decorated_text(label: &str, token: &str) -> String {
    format!("-----BEGIN NATS {label} JWT-----\n{token}\n------END NATS {label} JWT------\n\n")
}

/// A seed between dashes, after a warning.
pub fn decorated_seed(seed: &Seed) -> Result<Zeroizing<String>, CredsError> {
    let label = match seed.kind() {
        Kind::Operator => "OPERATOR",
        Kind::Account => "ACCOUNT",
        Kind::User => "USER",
        Kind::Server | Kind::Cluster | Kind::Curve => return Err(CredsError::SeedKind),
    };
    Ok(joined(&[
        WARNING,
        "\n-----BEGIN ",
        label,
        " NKEY SEED-----\n",
        &seed.expose(),
        "\n------END ",
        label,
        " NKEY SEED------\n\n",
        CLOSING,
    ]))
}

/// The token in a file: what stands first between dashes, or the whole.
#[must_use]
pub fn token_in(contents: &str) -> &str {
    blocks(contents).next().unwrap_or(contents)
}

/// The seed in a file: what stands second between dashes, the only one, or a line that begins as seeds do.
pub fn seed_in(contents: &str) -> Result<Seed, CredsError> {
    let mut found = blocks(contents);
    let seed = match (found.next(), found.next()) {
        (_, Some(second)) if looks_like_seed(second) => second,
        (_, Some(_)) => return Err(CredsError::NoSeed),
        (Some(only), None) if looks_like_seed(only) => only,
        _ => contents
            .lines()
            .find(|line| looks_like_seed(line))
            .ok_or(CredsError::NoSeed)?,
    };
    Ok(Seed::parse(seed)?)
}

fn looks_like_seed(text: &str) -> bool {
    ["SO", "SA", "SU"]
        .iter()
        .any(|prefix| text.starts_with(prefix))
}

/// Every line that stands between two lines of dashes.
fn blocks(contents: &str) -> impl Iterator<Item = &str> {
    let mut lines = contents.lines().peekable();
    std::iter::from_fn(move || {
        loop {
            let opens = is_dashed(lines.next()?);
            let inner = *lines.peek()?;
            if !opens || !is_content(inner) {
                continue;
            }
            let mut ahead = lines.clone();
            ahead.next();
            if ahead
                .next()
                .is_some_and(|line| line.starts_with("---") && is_dashed(line))
            {
                lines = ahead;
                return Some(inner);
            }
        }
    })
}

/// Three dashes or more, anything, and three dashes or more at the end.
fn is_dashed(line: &str) -> bool {
    line.strip_suffix("---")
        .is_some_and(|rest| rest.contains("---"))
}

fn is_content(line: &str) -> bool {
    !line.is_empty()
        && line
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'='))
}
