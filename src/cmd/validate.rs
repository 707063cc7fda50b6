//! `nkeep validate`.

use serde_json::{Value, json};

use super::Ctx;
use super::example::Example;
use super::input::Source;
use super::tokens;
use crate::jwt::decode::{Token, decode};
use crate::jwt::validate::{Issue, Severity, validate};
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
/// are checked, and every rule of Go's library and of nkeep's own. Exit code 3 when a token cannot be read, breaks a
/// rule, or does not hold at this time; warnings alone are no failure.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// File with tokens, or - for stdin
    #[arg(long, short)]
    file: Source,
}

/// What was found for one token.
struct Report {
    number: usize,
    token: Result<Token, String>,
    issues: Vec<Issue>,
}

impl Report {
    fn of(number: usize, text: &str, now: i64) -> Self {
        match decode(text) {
            Ok(token) => {
                let issues = with_token!(&token, |unverified| validate(unverified.claims(), now));
                Self {
                    number,
                    token: Ok(token),
                    issues,
                }
            }
            Err(error) => Self {
                number,
                token: Err(error.to_string()),
                issues: Vec::new(),
            },
        }
    }

    fn has_problems(&self) -> bool {
        self.token.is_err()
            || self
                .issues
                .iter()
                .any(|issue| issue.severity() > Severity::Warning)
    }

    fn title(&self) -> String {
        let Ok(token) = &self.token else {
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
        if let Err(error) = &self.token {
            lines.push(format!(
                "       error token.unreadable: {}",
                sanitized(error)
            ));
        }
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
        let mut issues: Vec<Value> = self
            .token
            .iter()
            .flat_map(|_| &self.issues)
            .map(issue_json)
            .collect();
        let mut report = json!({ "number": self.number, "valid": !self.has_problems() });
        match &self.token {
            Ok(token) => with_token!(token, |unverified| {
                report["type"] = json!(token.claim_type().name());
                report["name"] = json!(unverified.claims().name);
                report["subject"] = json!(unverified.claims().subject);
            }),
            Err(error) => issues.push(json!({
                "severity": "error", "code": "token.unreadable", "message": error, "place": "", "hint": null,
            })),
        }
        report["issues"] = Value::Array(issues);
        report
    }
}

fn issue_json(issue: &Issue) -> Value {
    json!({
        "severity": issue.severity().name(),
        "code": issue.code.name(),
        "message": issue.message,
        "place": issue.place,
        "hint": issue.hint(),
    })
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
    let now = ctx.clock.now();
    let reports: Vec<Report> = texts
        .iter()
        .enumerate()
        .map(|(index, text)| Report::of(index + 1, text, now))
        .collect();
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
