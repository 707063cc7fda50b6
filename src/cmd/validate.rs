//! `nkeep validate`.

use std::str::Utf8Error;

use serde_json::{Value, json};

use super::Ctx;
use super::example::Example;
use super::input::Source;
use super::tokens::{self, Chain, issue_json};
use crate::clock::UnixSeconds;
use crate::jwt::creds;
use crate::jwt::decode::{Token, decode};
use crate::jwt::validate::{Code, Issue, Severity, validate};
use crate::text::sanitized;
use crate::ui::Failure;
use crate::with_token;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Everything that is wrong with a token",
        line: "nkeep validate -f account.jwt",
    },
    Example {
        purpose: "Many tokens, one a line, for a script",
        line: "cat operator.jwt account.jwt | nkeep validate -f - --json",
    },
];

/// Validate tokens in a file
///
/// Reads one token, a creds file, or many tokens, one a line (also as `KEY|TOKEN`, as resolvers pack them). Signatures
/// are checked, every rule of Go's library and of nkeep's own, that the seed of a creds file is its token's, and with
/// --chain that whoever signed may. Exit code 3 when a token cannot be read, breaks a rule, or does not hold at this
/// time; warnings alone are no failure.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// File with tokens, or - for stdin
    #[arg(long, short)]
    file: Source,
    /// Operator's and account's token to check the chain with
    #[arg(long, value_name = "FILE")]
    chain: Vec<Source>,
}

/// What was found for one token.
struct Report {
    number: usize,
    token: Option<Token>,
    issues: Vec<Issue>,
}

impl Report {
    fn of(
        number: usize,
        text: Result<&str, Utf8Error>,
        chain: &Chain,
        now: UnixSeconds,
    ) -> Result<Self, Failure> {
        let decoded = match text {
            Ok(text) => decode(text).map_err(|error| error.to_string()),
            Err(_) => Err("it is not valid UTF-8".to_owned()),
        };
        Ok(match decoded {
            Ok(token) => {
                let mut issues =
                    with_token!(&token, |unverified| validate(unverified.claims(), now));
                if let Some(Err(distrust)) = chain.check(&token, now)? {
                    issues.push(Issue::beyond_claims(distrust.code(), distrust.to_string()));
                }
                Self {
                    number,
                    token: Some(token),
                    issues,
                }
            }
            Err(error) => Self {
                number,
                token: None,
                issues: vec![Issue::beyond_claims(Code::TokenUnreadable, error)],
            },
        })
    }

    /// Looks at the seed beside the token, when the file is a creds file: it must be the token's own.
    fn check_seed(&mut self, contents: &str) {
        let Some(token) = &self.token else {
            return;
        };
        let subject = with_token!(token, |unverified| unverified.claims().subject.clone());
        let issue = match creds::seed_in(contents) {
            Ok(seed) if seed.public().to_string() == subject => return,
            Ok(seed) => {
                let public = seed.public();
                let message =
                    format!("its seed is the key {public}, and its token is for {subject}");
                Issue::beyond_claims(Code::CredsSeedMismatch, message)
            }
            // A token alone between dashes.
            Err(creds::CredsError::NoSeed) if !contents.contains(" NKEY SEED") => return,
            Err(error) => Issue::beyond_claims(Code::CredsSeedUnreadable, error.to_string()),
        };
        self.issues.push(issue);
    }

    fn has_problems(&self) -> bool {
        self.issues
            .iter()
            .any(|issue| issue.severity() > Severity::Warning)
    }

    fn title(&self) -> String {
        let Some(token) = &self.token else {
            return format!("token {}", self.number);
        };
        with_token!(token, |unverified| {
            let claims = unverified.claims();
            format!(
                "{} {:?} {}",
                token.claim_type(),
                claims.name,
                claims.subject
            )
        })
    }

    fn text(&self) -> String {
        let verdict = if self.has_problems() {
            "ERR "
        } else if self.issues.is_empty() {
            " OK "
        } else {
            "WARN"
        };
        let mut lines = vec![format!("[{verdict}] {}", sanitized(&self.title()))];
        for issue in &self.issues {
            let place = if issue.place.is_empty() {
                String::new()
            } else {
                format!(" at {}", issue.place)
            };
            lines.push(format!(
                "       {} {}{}: {}",
                issue.severity(),
                issue.code.name(),
                sanitized(&place),
                sanitized(&issue.message)
            ));
            lines.extend(issue.hint().map(|hint| format!("         hint: {hint}")));
        }
        lines.push(String::new());
        lines.join("\n")
    }

    fn json(&self) -> Value {
        let issues: Vec<Value> = self.issues.iter().map(issue_json).collect();
        let mut report = json!({ "number": self.number, "valid": !self.has_problems() });
        if let Some(token) = &self.token {
            with_token!(token, |unverified| {
                report["type"] = json!(token.claim_type().name());
                report["name"] = json!(unverified.claims().name);
                report["subject"] = json!(unverified.claims().subject);
            });
        }
        report["issues"] = Value::Array(issues);
        report
    }
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let contents = tokens::contents_of(&args.file)?;
    let texts = tokens::texts_in(&contents);
    if texts.is_empty() {
        return Err(Failure::new(
            crate::ui::ExitCode::Problems,
            anyhow::anyhow!("{} holds no token", args.file),
        ));
    }
    let chain = Chain::read(&args.chain)?;
    let now = ctx.clock.now();
    let mut reports = texts
        .iter()
        .enumerate()
        .map(|(index, text)| Report::of(index + 1, *text, &chain, now))
        .collect::<Result<Vec<Report>, Failure>>()?;
    if let ([report], Some(contents)) = (&mut *reports, tokens::creds_in(&contents)) {
        report.check_seed(contents);
    }
    let failed = reports
        .iter()
        .filter(|report| report.has_problems())
        .count();
    if ctx.ui.json() {
        ctx.ui.document(&json!({
            "kind": "validation",
            "tokens": reports.len(),
            "failed": failed,
            "reports": reports.iter().map(Report::json).collect::<Vec<_>>(),
        }))?;
    } else {
        ctx.ui
            .text(&reports.iter().map(Report::text).collect::<String>())?;
    }
    if failed > 0 {
        Err(Failure::problems_shown())
    } else {
        Ok(())
    }
}
