//! What was found for one token, as people and scripts read it.

use serde_json::{Value, json};

use crate::clock::UnixSeconds;
use crate::cmd::Ctx;
use crate::cmd::files::chain::Chain;
use crate::cmd::files::tokens::{issue_json, misfiled, titled};
use crate::jwt::decode::{Token, decode};
use crate::jwt::validate::{Code, Issue, Severity, about_header, validate};
use crate::nkey::Seed;
use crate::store::class::Class;
use crate::ui::hint::hint_lines;
use crate::ui::table::wrapped;
use crate::ui::{Failure, shown};
use crate::with_token;

/// What was found for one token.
pub struct Report {
    pub number: usize,
    pub token: Option<Token>,
    pub issues: Vec<Issue>,
    /// Where it is in the store.
    pub at: At,
}

/// Where a token is in the store: what is above it, and the name and kind under which it is kept.
#[derive(Default)]
pub struct At {
    /// The operator, where there are several.
    pub operator: Option<String>,
    /// The account of a user.
    pub account: Option<String>,
    /// What it is where its token cannot tell.
    pub itself: Option<Itself>,
}

/// What a report is about that no token names.
pub enum Itself {
    /// An entity: its kind, name and key.
    Entity([String; 3]),
    /// Keys that belong to nobody, and of which class they are.
    Keys(Vec<(String, Class)>),
    /// Keys whose seeds are elsewhere.
    Elsewhere(Vec<String>),
}

/// Says what was found, and what comes `last` of so many that failed; one that failed is a failure.
pub fn say(
    ctx: &Ctx,
    is_chain_checked: bool,
    tokens: usize,
    reports: &[Report],
    last: impl FnOnce(usize) -> String,
) -> Result<(), Failure> {
    let failed = reports.iter().filter(|one| one.has_problems()).count();
    let written = if ctx.ui.json() {
        ctx.ui.document(&json!({
            "kind": "validation",
            "chain": if is_chain_checked { "checked" } else { "unchecked" },
            "tokens": tokens,
            "failed": failed,
            "reports": reports.iter().map(Report::json).collect::<Vec<_>>(),
        }))
    } else {
        let columns = ctx.ui.columns();
        let texts = reports.iter().map(|report| report.text(columns));
        ctx.ui
            .text(&texts.chain([last(failed)]).collect::<String>())
    };
    match failed {
        0 => written,
        _ => Err(Failure::problems_after(written)),
    }
}

impl Report {
    /// Of a part of the file that has no token.
    pub const fn without_token(number: usize) -> Self {
        Self {
            number,
            token: None,
            issues: Vec::new(),
            at: At {
                operator: None,
                account: None,
                itself: None,
            },
        }
    }

    pub fn of(
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

    pub fn add(&mut self, code: Code, message: impl Into<String>) {
        self.issues.push(Issue::beyond_claims(code, message));
    }

    /// Looks at a seed beside the token, in a creds file: it must be the token's own.
    pub fn check_seed(&mut self, line: usize, seed: &str) {
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
    pub fn check_alone(&mut self) {
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

    fn has_warnings(&self) -> bool {
        let mut issues = self.issues.iter();
        issues.any(|issue| issue.severity() > Severity::Info)
    }

    pub fn title(&self) -> String {
        let mut title = match (&self.token, &self.at.itself) {
            (Some(token), _) => titled(token),
            (None, Some(Itself::Entity([kind, name, key]))) => format!("{kind} {name:?} {key}"),
            (None, Some(Itself::Keys(_))) => "keys of nobody".to_owned(),
            (None, Some(Itself::Elsewhere(_))) => "keys that are elsewhere".to_owned(),
            (None, None) => format!("token {}", self.number),
        };
        let above = [
            ("account", &self.at.account),
            ("operator", &self.at.operator),
        ];
        for (kind, name) in above {
            if let Some(name) = name {
                title.push_str(&format!(" of {kind} {name:?}"));
            }
        }
        title
    }

    /// As lines of text, no longer than that where a person looks, but for commands: those stay whole.
    pub fn text(&self, columns: Option<usize>) -> String {
        let verdict = if self.has_problems() {
            "ERR "
        } else if self.issues.is_empty() {
            " OK "
        } else if self.has_warnings() {
            "WARN"
        } else {
            "INFO"
        };
        let columns = columns.unwrap_or(usize::MAX);
        let mut lines = wrapped(&format!("[{verdict}] {}", shown(&self.title())), columns, 7);
        for issue in &self.issues {
            let place = if issue.place.is_empty() {
                String::new()
            } else {
                format!(" at {}", issue.place)
            };
            let message = format!(
                "{} {}{}: {}",
                issue.severity(),
                issue.code.name(),
                shown(&place),
                shown(&issue.message)
            );
            let message = wrapped(&message, columns.saturating_sub(7), 2);
            lines.extend(message.into_iter().map(|line| format!("       {line}")));
            lines.extend(self.keys());
            if let Some(hint) = issue.hint() {
                lines.extend(hint_lines(9, hint, columns));
            }
        }
        lines.push(String::new());
        lines.join("\n")
    }

    /// Keys that it is about, one a line.
    fn keys(&self) -> Vec<String> {
        const NAMED: usize = 10;
        let Some(Itself::Keys(keys)) = &self.at.itself else {
            return Vec::new();
        };
        let named = keys.iter().take(NAMED);
        let mut lines: Vec<String> = named
            .map(|(key, class)| format!("    {key} ({class})"))
            .collect();
        if keys.len() > NAMED {
            lines.push(format!("    {} more", keys.len() - NAMED));
        }
        lines
    }

    pub fn json(&self) -> Value {
        let issues: Vec<Value> = self.issues.iter().map(issue_json).collect();
        let mut report = json!({ "number": self.number, "valid": !self.has_problems() });
        if let Some(token) = &self.token {
            with_token!(token, |unverified| {
                report["type"] = json!(token.claim_type().name());
                report["name"] = json!(unverified.claims().name);
                report["subject"] = json!(unverified.claims().subject);
            });
        }
        match (&self.token, &self.at.itself) {
            (None, Some(Itself::Entity([kind, name, key]))) => {
                report["type"] = json!(kind);
                report["name"] = json!(name);
                report["subject"] = json!(key);
            }
            (None, Some(Itself::Keys(keys))) => {
                let keys: Vec<&String> = keys.iter().map(|(key, _)| key).collect();
                report["type"] = json!("keys");
                report["name"] = json!("");
                report["public_keys"] = json!(keys);
            }
            (None, Some(Itself::Elsewhere(keys))) => {
                report["type"] = json!("keys");
                report["name"] = json!("");
                report["public_keys"] = json!(keys);
            }
            _ => {}
        }
        let above = [
            ("account", &self.at.account),
            ("operator", &self.at.operator),
        ];
        for (kind, name) in above {
            if let Some(name) = name {
                report[kind] = json!(name);
            }
        }
        report["issues"] = Value::Array(issues);
        report
    }
}
