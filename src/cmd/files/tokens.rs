//! Tokens that commands are given in files, and how they stand: trusted, expired, revoked, with unknown fields.

use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::clock::UnixSeconds;
use crate::cmd::Ctx;
use crate::cmd::files::chain::{BrokenLink, Chain};
use crate::cmd::files::input::Source;
use crate::jwt::MAX_TOKEN_LEN;
use crate::jwt::chain::Distrust;
use crate::jwt::claims::UserLimits;
use crate::jwt::creds::{Part, parts};
use crate::jwt::decode::{Token, decode};
use crate::jwt::validate::{Issue, about_header, about_token};
use crate::nkey::Seed;
use crate::store::document;
use crate::text::{noted, shell_word};
use crate::ui::time::moment;
use crate::ui::{ExitCode, Failure, Hinted as _, Ui};
use crate::with_token;

/// A file with many tokens.
pub const MANY: u64 = 256 << 20;
/// A file with one: as long as a token can be, and a seed, and what people write around them.
const ONE: u64 = 2 << 20;

/// The contents of a file with tokens. A file that holds seeds alone was given by mistake, and is said to hold them.
pub fn contents_of(source: &Source, limit: u64) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let Some(contents) = source.at_most(limit)? else {
        let reason = anyhow::anyhow!(
            "{source} is larger than {limit} bytes, and no token is longer than {MAX_TOKEN_LEN}"
        );
        return Err(Failure::new(ExitCode::Problems, reason));
    };
    if contents.starts_with(b"\xef\xbb\xbf") {
        return Err(Failure::new(
            ExitCode::Problems,
            anyhow::anyhow!("{source} begins with a byte order mark, which no token has"),
        ));
    }
    let is_seed = |part: &Part<'_>| match part {
        Part::Seed(_) => true,
        Part::Token(None, text) => Seed::parse(text).is_ok(),
        _ => false,
    };
    let is_token = |part: &Part<'_>| matches!(part, Part::Token(..) | Part::NotText(_));
    let parts = parts(&contents);
    let seeds = parts.iter().filter(|(_, part)| is_seed(part)).count();
    let tokens = parts
        .iter()
        .filter(|(_, part)| is_token(part) && !is_seed(part));
    if seeds > 0 && tokens.count() == 0 {
        return Err(Failure::usage(format!(
            "{source} holds a seed, and a token is wanted"
        )))
        .hint(format!("nkeep nkey show {source}"));
    }
    Ok(contents)
}

/// The one token of a file.
pub fn only_in(source: &Source) -> Result<Token, Failure> {
    let contents = contents_of(source, ONE)?;
    let parts = parts(&contents);
    let lines: Vec<_> = parts
        .iter()
        .filter_map(|(_, part)| match part {
            Part::Token(key, text) => Some(Ok((*key, *text))),
            Part::NotText(error) => Some(Err(*error)),
            _ => None,
        })
        .collect();
    match *lines {
        [line] => line
            .map_err(Failure::from)
            .and_then(|(key, text)| Ok((key, decode(text)?)))
            .and_then(
                |(key, token)| match key.and_then(|key| misfiled(key, &token)) {
                    Some(reason) => Err(Failure::usage(reason)),
                    None => Ok(token),
                },
            )
            .code(ExitCode::Problems)
            .context(format!("{source} holds no token that can be read")),
        [] => Err(Failure::new(
            ExitCode::Problems,
            anyhow::anyhow!(if parts.is_empty() {
                format!("{source} is empty")
            } else {
                format!("{source} holds no token")
            }),
        )),
        _ => Err(Failure::usage(format!(
            "{source} holds several lines, and one token is wanted"
        )))
        .hint(shown(source)),
    }
}

/// What shows what is there. Files alone are looked at here.
fn shown(source: &Source) -> String {
    match source {
        Source::Stdin => noted("nkeep validate -f FILE", "with what was piped in a file"),
        Source::File(path) => format!("nkeep validate -f {}", shell_word(&path.to_string_lossy())),
        #[cfg(feature = "net")]
        Source::Url(url) => noted(
            format!("curl -i {}", shell_word(url)),
            "shows what is there",
        ),
    }
}

/// What is wrong with the key before the `|` of a token's line, when it is not the token's own.
pub fn misfiled(key: &str, token: &Token) -> Option<String> {
    let subject = with_token!(token, |unverified| &unverified.claims().subject);
    (key != subject).then(|| format!("it stands under {key}, and is for {subject}"))
}

/// A token as a message names it: kind, name and key.
pub fn titled(token: &Token) -> String {
    with_token!(token, |unverified| {
        let claims = unverified.claims();
        let (kind, name) = (token.claim_type(), &claims.name);
        format!("{kind} {name:?} {}", claims.subject)
    })
}

/// What is to be said of a token as a whole, its header included.
pub fn about(token: &Token, now: UnixSeconds) -> Vec<Issue> {
    let mut issues = about_header(token.text());
    issues.extend(with_token!(token, |unverified| about_token(
        unverified.claims(),
        now
    )));
    issues
}

/// What is to be said of a token besides its claims.
#[derive(Debug)]
pub struct Standing {
    chain: Option<Result<(), BrokenLink>>,
    marks: Vec<Issue>,
    /// Keys of it that are not simply in use; nothing where no store was asked.
    keys: Option<Vec<document::Standing>>,
    /// The role and what a scope lets the user do whose token it is, where the store knows that.
    scope: Option<(String, UserLimits)>,
}

impl Standing {
    /// How a token stands, at the time it is, against the tokens above it.
    pub fn of(ctx: &Ctx, token: &Token, above: &Chain) -> Result<Self, Failure> {
        let now = ctx.clock.now();
        Ok(Self {
            chain: above.check(token, now)?,
            marks: about(token, now),
            keys: None,
            scope: None,
        })
    }

    /// How a token stands whose chain was checked already, and those of its keys that are not simply in use.
    pub fn known(
        ctx: &Ctx,
        token: &Token,
        chain: Result<(), BrokenLink>,
        keys: Vec<document::Standing>,
    ) -> Self {
        let now = ctx.clock.now();
        Self {
            chain: Some(chain),
            marks: about(token, now),
            keys: Some(keys),
            scope: None,
        }
    }

    /// The same of a user whose scope is known.
    #[must_use]
    pub fn under(self, scope: Option<(String, UserLimits)>) -> Self {
        Self { scope, ..self }
    }

    /// The role, and what the scope lets the user do.
    pub const fn scope(&self) -> Option<&(String, UserLimits)> {
        self.scope.as_ref()
    }

    /// Whether a chain was given and does not hold.
    pub const fn fails(&self) -> bool {
        matches!(self.chain, Some(Err(_)))
    }

    /// Whether what fails is more than that it is past its time, before it, or revoked.
    pub const fn is_broken(&self) -> bool {
        match &self.chain {
            Some(Err(broken)) => !matches!(
                broken.distrust,
                Distrust::Expired(_) | Distrust::NotYetValid(_) | Distrust::Revoked { .. }
            ),
            _ => false,
        }
    }

    /// What is known of its chain.
    pub fn chain_text(&self) -> String {
        match &self.chain {
            None => "not checked: the issuer signed it, and whether the issuer may is not known"
                .to_owned(),
            Some(Ok(())) => "trusted: every link was checked".to_owned(),
            Some(Err(broken)) => format!("NOT TRUSTED: {broken}"),
        }
    }

    /// Keys of it that are not simply in use, a line each.
    pub fn keys(&self, now: UnixSeconds) -> Vec<String> {
        let keys = self.keys.iter().flatten();
        keys.map(|document::Standing { key, state, since }| {
            format!("{key} {state} since {}", moment(*since, now))
        })
        .collect()
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
            ui.warning(&format!("chain {}", self.chain_text()));
        }
        for mark in self.marks() {
            ui.warning(&mark);
        }
    }

    /// For scripts: codes beside the sentences.
    pub fn json(&self) -> Value {
        let code = match &self.chain {
            None => "chain.unchecked",
            Some(Ok(())) => "chain.trusted",
            Some(Err(broken)) => broken.distrust.code().name(),
        };
        let marks: Vec<Value> = self.marks.iter().map(issue_json).collect();
        let mut said = json!({
            "trusted": matches!(self.chain, Some(Ok(()))),
            "code": code,
            "chain": self.chain_text(),
            "marks": marks,
        });
        if let Some(keys) = &self.keys {
            let keys = keys.iter().map(|document::Standing { key, state, since }| {
                json!({ "public_key": key.to_string(), "state": state.name(), "since": since })
            });
            said["keys"] = keys.collect();
        }
        said
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
