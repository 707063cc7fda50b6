//! What a verification comes to, as people and scripts read it: in the form that validation has.

use serde_json::{Value, json};

use super::Offsets;
use super::users::Tried;
use crate::cmd::Ctx;
use crate::cmd::servers::unheard_json;
use crate::net::cluster::{Cluster, Server};
use crate::text::{counted, quoted};
use crate::trust::advisories::about;
use crate::trust::running::{Finding, Weight};
use crate::trust::served::Served;
use crate::ui::{ExitCode, Failure, shown};

/// What findings are about.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// A server.
    Server(Server),
    /// Servers, and it is not known which.
    Servers,
    /// An address that was given.
    Address(String),
    /// An account, by its name and key.
    Account([String; 2]),
    /// A user, by its name and key, and the name of its account.
    User([String; 3]),
}

impl Subject {
    pub fn account(name: &str, key: &str) -> Self {
        Self::Account([name.to_owned(), key.to_owned()])
    }

    fn title(&self) -> String {
        match self {
            Self::Server(server) => {
                format!("server {} {}", quoted(&server.name), server.version)
            }
            Self::Servers => "servers".to_owned(),
            Self::Address(url) => format!("address {url}"),
            Self::Account([name, key]) if name.is_empty() => format!("account {key}"),
            Self::Account([name, key]) => format!("account {} {key}", quoted(name)),
            Self::User([name, key, account]) => {
                format!("user {} {key} of account {}", quoted(name), quoted(account))
            }
        }
    }

    fn json(&self) -> Value {
        match self {
            Self::Server(server) => {
                json!({ "type": "server", "id": server.id, "name": server.name })
            }
            Self::Servers => json!({ "type": "servers" }),
            Self::Address(url) => json!({ "type": "address", "url": url }),
            Self::Account([name, key]) => {
                json!({ "type": "account", "name": name, "public_key": key })
            }
            Self::User([name, key, account]) => json!({
                "type": "user", "name": name, "public_key": key, "account": account,
            }),
        }
    }
}

/// What was found.
#[derive(Default)]
pub struct Report {
    /// Whether warnings are a failure, too.
    pub is_strict: bool,
    /// Accounts that are everywhere as they are here.
    pub same: usize,
    /// Whether servers say nothing of some of them.
    pub is_partial: bool,
    /// How many accounts servers have of other operators, whom they trust.
    pub of_others: usize,
    /// How many servers keep all accounts.
    pub keepers: usize,
    /// How far clocks are off.
    pub offsets: Offsets,
    /// Who logged in, where anybody was to.
    pub tried: Option<Tried>,
    parts: Vec<(Subject, Vec<Finding>)>,
}

impl Report {
    pub fn new(is_strict: bool) -> Self {
        Self {
            is_strict,
            ..Self::default()
        }
    }

    /// Something was looked at, whatever is found.
    pub fn checked(&mut self, subject: Subject) {
        self.parts.push((subject, Vec::new()));
    }

    /// Adds a finding to what is about the same.
    pub fn add(&mut self, subject: Subject, finding: Finding) {
        // What belongs together comes together, but for servers, of which there are few.
        let known = self.parts.iter_mut().rev();
        match known.take(1000).find(|(known, _)| *known == subject) {
            Some((_, findings)) => findings.push(finding),
            None => self.parts.push((subject, vec![finding])),
        }
    }

    /// Says it; what differs, or is not known, is a failure.
    pub fn say(mut self, ctx: &Ctx, operator: &Served, cluster: &Cluster) -> Result<(), Failure> {
        for (_, findings) in &mut self.parts {
            for finding in findings {
                finding.hint = finding.hint.take().map(|hint| ctx.command(&hint));
            }
        }
        let written = if ctx.ui.json() {
            ctx.ui.document(&self.json(operator, cluster))
        } else {
            let texts = self
                .parts
                .iter()
                .map(|(subject, findings)| text(subject, findings));
            ctx.ui.text(&texts.collect::<String>())
        };
        self.remarks(ctx, operator, cluster);
        let Some(failure) = self.verdict(operator) else {
            return written;
        };
        match (written, failure.code()) {
            (Ok(()), _) => Err(failure),
            (unwritten, ExitCode::Problems) => Err(Failure::problems_after(unwritten)),
            (unwritten, _) => unwritten,
        }
    }

    /// What it comes to, where that is a failure: stderr says it to whoever keeps what was written elsewhere.
    fn verdict(&self, operator: &Served) -> Option<Failure> {
        let heaviest = self.findings().map(|finding| finding.code.weight()).max()?;
        let count = |weight| self.count(weight);
        let but = |count: usize, what: &str| match count {
            0 => String::new(),
            count => format!(", and {} {what}", counted(count, "finding")),
        };
        let name = quoted(&operator.entity.name);
        let says = format!("what the store says of operator {name}");
        let (code, reason) = match heaviest {
            Weight::Different => (
                ExitCode::Problems,
                format!(
                    "servers do not run {says}: {}{}",
                    counted(count(Weight::Different), "difference"),
                    but(count(Weight::Unknown), "of what is not known"),
                ),
            ),
            Weight::Unknown => (
                ExitCode::Failed,
                format!(
                    "whether servers run {says} is not known: {}",
                    counted(count(Weight::Unknown), "finding"),
                ),
            ),
            Weight::Notable if self.is_strict => (
                ExitCode::Problems,
                format!(
                    "servers run {says}, with {}, which --strict does not let pass",
                    counted(count(Weight::Notable), "warning"),
                ),
            ),
            Weight::Notable => return None,
        };
        let mut failure = Failure::new(code, anyhow::anyhow!(reason));
        for hint in self.ways(heaviest) {
            failure = failure.hint(hint);
        }
        Some(failure)
    }

    /// The first commands that help with what weighs most.
    fn ways(&self, heaviest: Weight) -> Vec<String> {
        const SHOWN: usize = 3;
        let mut ways: Vec<String> = Vec::new();
        let findings = self.findings();
        for finding in findings.filter(|finding| finding.code.weight() == heaviest) {
            ways.extend(finding.hint.clone().filter(|hint| !ways.contains(hint)));
        }
        ways.truncate(SHOWN);
        ways
    }

    fn count(&self, weight: Weight) -> usize {
        let of_weight = |finding: &&Finding| finding.code.weight() == weight;
        self.findings().filter(of_weight).count()
    }

    fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.parts.iter().flat_map(|(_, findings)| findings)
    }

    fn remarks(&self, ctx: &Ctx, operator: &Served, cluster: &Cluster) {
        if self.of_others > 0 {
            ctx.ui.note(&format!(
                "servers have {} of other operators, whom they trust",
                counted(self.of_others, "account")
            ));
        }
        if let Some(tried) = &self.tried {
            tried.say(ctx);
        }
        let place = match self.is_partial {
            true => "the servers that say so".to_owned(),
            false => counted(cluster.servers.len(), "server"),
        };
        ctx.ui.note(&format!(
            "{} of operator {} {} as here on {place}",
            counted(self.same, "account"),
            quoted(&operator.entity.name),
            if self.same == 1 { "is" } else { "are" },
        ));
    }

    fn json(&self, operator: &Served, cluster: &Cluster) -> Value {
        let count = |weight| self.count(weight);
        let servers = cluster.servers.iter().map(|server| {
            let offset = self.offsets.get(&server.id);
            let seconds = offset
                .map(|(least, most)| [*least, *most].map(|nanoseconds| nanoseconds as f64 / 1e9));
            json!({
                "id": server.id,
                "name": server.name,
                "version": server.version,
                "clock_ahead_seconds": seconds,
                "advisories": advisories(&server.version),
            })
        });
        json!({
            "kind": "verify",
            "operator": operator.entity.name.as_str(),
            "servers": servers.collect::<Vec<_>>(),
            "expected_servers": cluster.expected,
            "unheard_servers": unheard_json(cluster),
            "keeping_servers": self.keepers,
            "same": self.same,
            "of_others": self.of_others,
            "different": count(Weight::Different),
            "unknown": count(Weight::Unknown),
            "warnings": count(Weight::Notable),
            "strict": self.is_strict,
            "logins": self.tried.as_ref().map(Tried::json),
            "advisories_as_of": crate::trust::advisories::AS_OF,
            "reports": self.parts.iter().map(part).collect::<Vec<_>>(),
        })
    }
}

/// What is known to be wrong with a version; nothing where it cannot be read.
fn advisories(version: &str) -> Option<Value> {
    let known = about(version.parse().ok()?);
    Some(
        known
            .iter()
            .map(|one| json!({ "id": one.id, "about": one.about }))
            .collect(),
    )
}

fn is_well(findings: &[Finding]) -> bool {
    let mut weights = findings.iter().map(|finding| finding.code.weight());
    weights.all(|weight| weight == Weight::Notable)
}

fn part((subject, findings): &(Subject, Vec<Finding>)) -> Value {
    let issues = findings.iter().map(|finding| {
        json!({
            "severity": finding.code.severity().name(),
            "code": finding.code.name(),
            "message": finding.message,
            "hint": finding.hint,
        })
    });
    let mut report = subject.json();
    report["valid"] = json!(is_well(findings));
    report["issues"] = issues.collect();
    report
}

fn text(subject: &Subject, findings: &[Finding]) -> String {
    let verdict = match findings {
        [] => " OK ",
        findings if is_well(findings) => "WARN",
        _ => "ERR ",
    };
    let mut lines = vec![format!("[{verdict}] {}", shown(&subject.title()))];
    for finding in findings {
        lines.push(format!(
            "       {} {}: {}",
            finding.code.severity(),
            finding.code.name(),
            shown(&finding.message)
        ));
        let hint = finding.hint.as_deref();
        lines.extend(hint.map(|hint| format!("         hint: {}", shown(hint))));
    }
    lines.push(String::new());
    lines.join("\n")
}
