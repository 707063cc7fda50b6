//! `nkeep validate`.

use serde_json::{Value, json};

use super::Ctx;
use super::chain::Chain;
use super::example::Example;
use super::input::{Source, one_stdin};
use super::tokens::{self, issue_json, misfiled, titled};
use crate::clock::UnixSeconds;
use crate::jwt::creds::{Part, is_decorated, parts};
use crate::jwt::decode::{Token, decode};
use crate::jwt::validate::{Code, Issue, Severity, about_header, validate};
use crate::nkey::Seed;
use crate::ui::{Failure, Hinted as _, shown};
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
/// Reads one token, creds files, or many tokens, one a line (also as `KEY|TOKEN`, as resolvers pack them). Signatures
/// are checked, every rule of Go's library and of nkeep's own, that a creds file is whole and its seed is its token's,
/// and with --chain that whoever signed may; without it, stderr says that this was not checked. Exit code 3 when a token cannot be read, breaks a rule, or does not hold at this
/// time; warnings alone are no failure.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// File with tokens, or - for stdin
    #[arg(
        value_name = "FILE",
        conflicts_with = "file",
        required_unless_present = "file"
    )]
    path: Option<Source>,
    /// File with tokens, or - for stdin
    #[arg(long, short)]
    file: Option<Source>,
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
    /// Of a part of the file that has no token.
    const fn without_token(number: usize) -> Self {
        Self {
            number,
            token: None,
            issues: Vec::new(),
        }
    }

    fn of(
        number: usize,
        filed_under: Option<&str>,
        text: &str,
        chain: &Chain,
        now: UnixSeconds,
    ) -> Result<Self, Failure> {
        let mut report = Self::without_token(number);
        let token = match decode(text) {
            Ok(token) => token,
            Err(error) => {
                let reason = if Seed::parse(text).is_ok() {
                    "it is a seed, and no token".to_owned()
                } else {
                    error.to_string()
                };
                report.add(Code::TokenUnreadable, reason);
                return Ok(report);
            }
        };
        report.issues = with_token!(&token, |unverified| validate(unverified.claims(), now));
        report.issues.extend(about_header(token.text()));
        if let Some(reason) = filed_under.and_then(|key| misfiled(key, &token)) {
            report.add(Code::TokenKeyMismatch, reason);
        }
        if let Some(Err(broken)) = chain.check(&token, now)? {
            report.issues.push(broken.issue());
        }
        report.token = Some(token);
        Ok(report)
    }

    fn add(&mut self, code: Code, message: impl Into<String>) {
        self.issues.push(Issue::beyond_claims(code, message));
    }

    /// Looks at a seed beside the token, in a creds file: it must be the token's own.
    fn check_seed(&mut self, line: usize, seed: &str) {
        let seed = match Seed::parse(seed) {
            Ok(seed) => seed.public().to_string(),
            Err(reason) => {
                let message = format!("line {line}: the seed cannot be read: {reason}");
                return self.add(Code::CredsSeedUnreadable, message);
            }
        };
        let subject = self
            .token
            .as_ref()
            .map(|token| with_token!(token, |unverified| unverified.claims().subject.clone()));
        if let Some(subject) = subject.filter(|subject| *subject != seed) {
            let message =
                format!("line {line}: the seed is the key {seed}, and the token is for {subject}");
            self.add(Code::CredsSeedMismatch, message);
        }
    }

    /// Says that nobody can connect with a token between dashes that is alone there.
    fn check_alone(&mut self) {
        if let Some(Token::User(user)) = &self.token
            && !user.claims().body.limits.bearer_token
            && !self.has_problems()
        {
            self.add(
                Code::CredsSeedMissing,
                "there is no seed after it: either it was cut off, or this is no creds file",
            );
        }
    }

    fn has_problems(&self) -> bool {
        self.issues
            .iter()
            .any(|issue| issue.severity() > Severity::Warning)
    }

    fn title(&self) -> String {
        self.token
            .as_ref()
            .map_or_else(|| format!("token {}", self.number), titled)
    }

    fn text(&self) -> String {
        let verdict = if self.has_problems() {
            "ERR "
        } else if self.issues.is_empty() {
            " OK "
        } else {
            "WARN"
        };
        let mut lines = vec![format!("[{verdict}] {}", shown(&self.title()))];
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
                shown(&place),
                shown(&issue.message)
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

/// Everything that is in a file: a report for each token, with what belongs to it, or else stands after it.
fn reports(contents: &[u8], chain: &Chain, now: UnixSeconds) -> Result<Vec<Report>, Failure> {
    let parts = parts(contents);
    let mut reports: Vec<Report> = Vec::new();
    for (_, part) in &parts {
        let number = reports.len() + 1;
        match part {
            Part::Token(filed_under, text) => {
                reports.push(Report::of(number, *filed_under, text, chain, now)?);
            }
            Part::NotText(_) => {
                let mut report = Report::without_token(number);
                report.add(Code::TokenUnreadable, "it is not valid UTF-8");
                reports.push(report);
            }
            _ => {}
        }
    }
    if reports.is_empty() && !parts.is_empty() {
        let mut report = Report::without_token(1);
        report.add(Code::TokenUnreadable, "there is no token");
        reports.push(report);
    }
    let (mut tokens, mut seeds) = (0_usize, vec![0_usize; reports.len()]);
    for (line, part) in &parts {
        tokens += usize::from(matches!(part, Part::Token(..) | Part::NotText(_)));
        // What stands before the first token is the first one's.
        let at = tokens.saturating_sub(1);
        match part {
            Part::Seed(seed) => {
                seeds[at] += 1;
                reports[at].check_seed(*line, seed);
            }
            Part::Broken(fault) => {
                reports[at].add(Code::CredsBroken, format!("line {line}: {fault}"));
            }
            Part::Other => {
                let message = format!("line {line} is neither token nor seed");
                reports[at].add(Code::CredsLeftOver, message);
            }
            Part::Token(..) | Part::NotText(_) => {}
        }
    }
    if is_decorated(contents) {
        for (report, _) in reports
            .iter_mut()
            .zip(seeds)
            .filter(|(_, seeds)| *seeds == 0)
        {
            report.check_alone();
        }
    }
    Ok(reports)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let Some(source) = args.path.as_ref().or(args.file.as_ref()) else {
        return Err(Failure::usage("no file is named")).hint("nkeep validate -f FILE");
    };
    one_stdin(args.chain.iter().chain([source]))?;
    let contents = tokens::contents_of(source, tokens::MANY)?;
    let chain = Chain::read(&args.chain)?;
    let reports = reports(&contents, &chain, ctx.clock.now())?;
    if reports.is_empty() {
        return Err(Failure::new(
            crate::ui::ExitCode::Problems,
            anyhow::anyhow!("{source} holds no token"),
        ));
    }
    let failed = reports
        .iter()
        .filter(|report| report.has_problems())
        .count();
    let written = if ctx.ui.json() {
        ctx.ui.document(&json!({
            "kind": "validation",
            "chain": if chain.is_given() { "checked" } else { "unchecked" },
            "tokens": reports.len(),
            "failed": failed,
            "reports": reports.iter().map(Report::json).collect::<Vec<_>>(),
        }))
    } else {
        if !chain.is_given() && reports.iter().any(|report| report.token.is_some()) {
            ctx.ui.note(
                "no chain was checked: issuers signed, and whether they may is not known; \
                 add --chain OPERATOR.jwt",
            );
        }
        ctx.ui
            .text(&reports.iter().map(Report::text).collect::<String>())
    };
    if failed > 0 {
        return Err(Failure::problems_after(written));
    }
    written
}
