//! Validation against what Go's library says of the claims in `tests/vectors/go-jwt.json`: every message, its level,
//! whether it blocks and whether it is about the time, in Go's order.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and prints its counts"
)]

use std::collections::{BTreeMap, BTreeSet};

use nkeep::jwt::claims::{
    Account, Activation, AuthorizationRequest, AuthorizationResponse, Claims, Generic, Operator,
    User,
};
use nkeep::jwt::validate::{Code, Issue, Origin, Validate, validate};
use serde_json::Value;

/// Claims that nkeep does not read at all, and why.
const NOT_READ: [(&str, &str); 0] = [];

/// Cases in which nkeep says something else than Go on purpose, and why.
const OTHERWISE: [(&str, &str); 0] = [];

fn vectors() -> Value {
    serde_json::from_str(include_str!("vectors/go-jwt.json")).unwrap()
}

fn text<'a>(case: &'a Value, name: &str) -> &'a str {
    case[name].as_str().unwrap_or_default()
}

fn issues_of(kind: &str, claims: &str, now: i64) -> Result<Vec<Issue>, String> {
    fn of<B: Validate>(claims: &str, now: i64) -> Result<Vec<Issue>, String> {
        let claims: Claims<B> = serde_json::from_str(claims).map_err(|error| error.to_string())?;
        Ok(validate(&claims, now))
    }
    match kind.strip_suffix("_scoped").unwrap_or(kind) {
        "operator" => of::<Operator>(claims, now),
        "account" => of::<Account>(claims, now),
        "user" => of::<User>(claims, now),
        "activation" => of::<Activation>(claims, now),
        "authorization_request" => of::<AuthorizationRequest>(claims, now),
        "authorization_response" => of::<AuthorizationResponse>(claims, now),
        "generic" => of::<Generic>(claims, now),
        _ => panic!("unknown kind {kind}"),
    }
}

/// What Go says of an issue, on one line.
fn line(message: &str, level: &str, blocking: bool, time_check: bool) -> String {
    format!("{level} blocking={blocking} time={time_check} {message}")
}

fn expected(issues: &Value) -> Vec<String> {
    issues
        .as_array()
        .unwrap()
        .iter()
        .map(|issue| {
            line(
                text(issue, "message"),
                text(issue, "level"),
                issue["blocking"] == true,
                issue["time_check"] == true,
            )
        })
        .collect()
}

/// What nkeep says by Go's rules; its own rules are left out.
fn found(issues: &[Issue]) -> Vec<String> {
    issues
        .iter()
        .filter(|issue| issue.origin == Origin::Go)
        .map(|issue| {
            line(
                &issue.message,
                issue.severity().name(),
                issue.blocking(),
                issue.time_check(),
            )
        })
        .collect()
}

#[derive(Default)]
struct Tally {
    cases: usize,
    issues: usize,
    beyond_go: usize,
    not_read: usize,
    otherwise: usize,
}

/// Compares claims with what Go says of them; anything that differs is added to `failures`.
fn compare(
    case: &Value,
    claims: &str,
    issues: &Value,
    now: i64,
    tally: &mut Tally,
    seen: &mut BTreeSet<Code>,
    failures: &mut Vec<String>,
) {
    let id = text(case, "id");
    let ours = match issues_of(text(case, "kind"), claims, now) {
        Ok(ours) => ours,
        Err(error) => {
            if NOT_READ.iter().any(|(known, _)| *known == id) {
                tally.not_read += 1;
            } else {
                failures.push(format!("{id}: not read: {error}"));
            }
            return;
        }
    };
    seen.extend(ours.iter().map(|issue| issue.code));
    let (mut theirs, mut found) = (expected(issues), found(&ours));
    if case["issue_order"] == "varies" {
        theirs.sort();
        found.sort();
    }
    let known = OTHERWISE.iter().any(|(known, _)| *known == id);
    if (found == theirs) == known {
        failures.push(format!("{id}:\n  Go:    {theirs:#?}\n  nkeep: {found:#?}"));
    }
    tally.cases += 1;
    tally.otherwise += usize::from(known);
    tally.issues += theirs.len();
    tally.beyond_go += ours.len() - found.len();
}

#[test]
fn says_what_go_says() {
    let vectors = vectors();
    let now = vectors["about"]["validate_now"].as_i64().unwrap();
    let mut table: BTreeMap<String, Tally> = BTreeMap::new();
    let (mut seen, mut failures) = (BTreeSet::new(), Vec::new());
    for section in ["tokens", "validation"] {
        for case in vectors[section].as_array().unwrap() {
            // Without a token there are no issues: Go refused to encode the claims.
            if case["issues"].is_null() {
                continue;
            }
            let tally = table
                .entry(format!("{section} {}", text(case, "kind")))
                .or_default();
            let payload = text(case, "payload");
            // Decoding drops flat JetStream limits beside tiers, as Go's does; the payload still has them.
            let (claims, issues) = match &case["issues_before_decode"] {
                Value::Null => (payload, &case["issues"]),
                before => (text(case, "input"), before),
            };
            compare(case, claims, issues, now, tally, &mut seen, &mut failures);
        }
    }
    println!(
        "{:<36}{:>6}{:>8}{:>12}{:>10}{:>11}",
        "section and kind", "cases", "issues", "beyond Go", "not read", "otherwise"
    );
    let mut total = Tally::default();
    for (name, row) in &table {
        println!(
            "{name:<36}{:>6}{:>8}{:>12}{:>10}{:>11}",
            row.cases, row.issues, row.beyond_go, row.not_read, row.otherwise
        );
        total.cases += row.cases;
        total.issues += row.issues;
        total.not_read += row.not_read;
        total.otherwise += row.otherwise;
    }
    println!("in all: {} cases, {} issues", total.cases, total.issues);
    let missing: Vec<_> = Code::ALL
        .iter()
        .filter(|code| code.origin() == Origin::Go && !seen.contains(code))
        .collect();
    println!("codes of Go's rules that no case has: {missing:?}");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert_eq!(total.cases + total.not_read, 440);
    assert_eq!(total.not_read, NOT_READ.len());
    assert_eq!(total.otherwise, OTHERWISE.len());
}
