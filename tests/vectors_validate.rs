//! Validation against what Go's library says of the claims in `tests/vectors/go-jwt.json`: every message, its level,
//! whether it blocks and whether it is about the time, in Go's order.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test fails by panicking, and prints its counts"
)]

use std::collections::BTreeMap;

use crate::vectors::{text, vectors};
use nkeep::jwt::claims::{
    Account, Activation, AuthorizationRequest, AuthorizationResponse, Claims, Generic, Operator,
    User,
};
use nkeep::jwt::decode::decode;
use nkeep::jwt::validate::{Code, Issue, Origin, Validate, scoped_user_issue, validate};
use nkeep::with_token;
use serde_json::Value;

/// Claims that nkeep does not read at all, and why. Go reads a null as a zero value or as nothing, and skips what is
/// neither a key nor a scope; nkeep refuses both, so that no reader sees other claims than another.
const NOT_READ: [(&str, &str); 15] = [
    ("account/forged_export_null", "a null"),
    ("account/forged_export_null_and_valid", "a null"),
    ("account/forged_import_null", "a null"),
    ("account/forged_latency_null", "a null"),
    (
        "account/forged_signing_key_same_twice_scope_last",
        "a key twice",
    ),
    (
        "account/forged_signing_key_same_twice_scope_first",
        "a key twice",
    ),
    (
        "account/forged_signing_keys_number_null",
        "a number for a key",
    ),
    ("account/forged_signing_keys_null", "a null"),
    ("user/forged_user_src_null", "a null"),
    ("user/forged_user_times_null_element", "a null"),
    (
        "operator/forged_operator_service_urls_null_element",
        "a null",
    ),
    ("account/forged_revocations_null", "a null"),
    ("account/forged_mappings_null_list", "a null"),
    ("account/forged_trace_null", "a null"),
    ("account/forged_default_permissions_null", "a null"),
];

/// What nkeep says of claims given as JSON.
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

/// What nkeep says of a token that it decoded.
fn issues_of_token(token: &str, now: i64) -> Result<Vec<Issue>, String> {
    let token = decode(token).map_err(|error| error.to_string())?;
    Ok(with_token!(token, |unverified| validate(
        unverified.claims(),
        now
    )))
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
}

/// All that was compared.
#[derive(Default)]
struct Comparison {
    table: BTreeMap<String, Tally>,
    codes: BTreeMap<Code, usize>,
    failures: Vec<String>,
}

impl Comparison {
    /// Compares what nkeep says of a case with what Go says.
    fn add(&mut self, row: &str, case: &Value, ours: Result<Vec<Issue>, String>, theirs: &Value) {
        let id = text(case, "id");
        let tally = self
            .table
            .entry(format!("{row} {}", text(case, "kind")))
            .or_default();
        let known = NOT_READ.iter().any(|(name, _)| *name == id);
        let ours = match ours {
            Err(_) if known => {
                tally.not_read += 1;
                return;
            }
            Err(error) => return self.failures.push(format!("{id}: not read: {error}")),
            Ok(_) if known => return self.failures.push(format!("{id}: read after all")),
            Ok(ours) => ours,
        };
        for issue in &ours {
            *self.codes.entry(issue.code).or_default() += 1;
        }
        let (mut theirs, mut found) = (expected(theirs), found(&ours));
        if case["issue_order"] == "varies" {
            theirs.sort();
            found.sort();
        }
        tally.cases += 1;
        tally.issues += theirs.len();
        tally.beyond_go += ours.len() - found.len();
        if found != theirs {
            self.failures
                .push(format!("{id}:\n  Go:    {theirs:#?}\n  nkeep: {found:#?}"));
        }
    }

    /// Prints the table and returns how many cases and issues were compared, and how many cases were not read.
    fn print(&self) -> [usize; 3] {
        println!("what and kind                         cases issues beyond Go not read");
        let mut total = [0; 3];
        for (name, row) in &self.table {
            println!(
                "{name:<36}{:>7}{:>7}{:>10}{:>9}",
                row.cases, row.issues, row.beyond_go, row.not_read
            );
            for (sum, count) in total.iter_mut().zip([row.cases, row.issues, row.not_read]) {
                *sum += count;
            }
        }
        let [cases, issues, not_read] = total;
        println!("in all: {cases} cases with {issues} issues; {not_read} not read");
        total
    }
}

#[test]
fn says_what_go_says() {
    let vectors = vectors();
    let now = vectors["about"]["validate_now"].as_i64().unwrap();
    let mut comparison = Comparison::default();
    for section in ["tokens", "validation"] {
        for case in vectors[section].as_array().unwrap() {
            // Where Go refused to encode the claims there is no token, and there are no issues.
            let theirs = &case["issues"];
            if theirs.is_null() {
                continue;
            }
            comparison.add(
                section,
                case,
                issues_of_token(text(case, "token"), now),
                theirs,
            );
            let before = &case["issues_before_decode"];
            if !before.is_null() {
                let ours = issues_of(text(case, "kind"), text(case, "input"), now);
                comparison.add("before decoding:", case, ours, before);
            }
        }
    }
    let totals = comparison.print();
    println!("by code:");
    for (code, count) in &comparison.codes {
        println!("{count:>5}  {code}");
    }
    assert!(
        comparison.failures.is_empty(),
        "{}",
        comparison.failures.join("\n")
    );
    assert_eq!(totals, [426, 372, NOT_READ.len()]);
    // Every rule of Go's was seen at work; those two are not among its validation.
    let elsewhere = [Code::UserNotTheSigner, Code::UserScopedWithLimits];
    for code in Code::ALL {
        assert!(
            code.origin() == Origin::Nkeep
                || elsewhere.contains(code)
                || comparison.codes.contains_key(code),
            "{code}"
        );
    }
}

/// Go looks at the account server's URL before it encodes, with the words of validation.
#[test]
fn says_of_an_account_server_what_go_says_when_it_encodes() {
    let vectors = vectors();
    let mut count = 0;
    for case in vectors["validation"].as_array().unwrap() {
        let id = text(case, "id");
        if case["encode_error"].is_null() || !id.starts_with("operator/account_server_url") {
            continue;
        }
        let issues = issues_of("operator", text(case, "input"), 0).unwrap();
        assert_eq!(issues[0].message, text(case, "encode_error"), "{id}");
        assert!(issues[0].blocking());
        count += 1;
    }
    assert_eq!(count, 3);
}

#[test]
fn says_where_it_is() {
    let claims =
        r#"{"sub":"x","nats":{"exports":[{"subject":"a","type":"stream"},{"type":"stream"}]}}"#;
    let issues = issues_of("account", claims, 0).unwrap();
    assert_eq!(issues[0].code, Code::SubjectEmpty);
    assert_eq!(issues[0].place, "nats.exports[1]");
}

#[test]
fn says_what_only_nkeep_holds_against_claims() {
    let key = "AAB2CB576PHBBPQ5ODORRZ2LYCMWPZGWGCN2KDK7DXOIMZASKUY3QPZV";
    let claims = format!(
        r#"{{"nats":{{
            "imports":[{{"subject":"a.*","local_subject":"b.$0","account":"A","type":"stream"}}],
            "exports":[{{"subject":"a.>.b","type":"service","revocations":{{"U":1}}}}],
            "limits":{{"imports":-1,"exports":-1}},
            "revocations":{{"X":1}},
            "default_permissions":{{"pub":{{"allow":["{{{{name()}}}}"]}}}},
            "mappings":{{"m.*":[{{"subject":"n.$2"}}]}},
            "signing_keys":[{{"kind":"user_scope","key":"{key}","role":"r","description":"","template":{{
                "pub":{{"allow":["{{{{ name() }}}}.{{{{host()}}}}","{{{{Tag(a)}}}}","a..b"]}},
                "subs":1,"allowed_connection_types":["CARRIER_PIGEON"]}}}}]}}}}"#
    );
    let mut claims: Claims<Account> = serde_json::from_str(&claims).unwrap();
    // The reader refuses such numbers by itself; whoever builds claims hears of them here.
    let scope = claims.body.signing_keys.0.get_mut(key).unwrap();
    let limits = &mut scope.as_mut().unwrap().template.limits;
    (limits.subs, limits.data) = ((1 << 53) + 1, 0);
    let issues = validate(&claims, 0);
    let codes: Vec<_> = issues.iter().map(|issue| issue.code.name()).collect();
    assert_eq!(
        codes,
        [
            "import.account-key",
            "import.local-below-one",
            "subject.unusable",
            "export.revocation-public",
            "export.revocation-key",
            "permission.template-not-expanded",
            "account.mapping-destination",
            "scope.number-zero",
            "scope.number-too-large",
            "scope.template-unknown",
            "scope.template-tag",
            "subject.double-dot",
            "user.connection-type",
            "account.revocation-key",
            "claims.subject",
        ]
    );
    // Go does not look into scopes, so a rule of Go's counts as nkeep's there.
    assert!(issues.iter().all(|issue| issue.origin == Origin::Nkeep));
    assert_eq!(
        issues[11].place,
        "nats.signing_keys[0].template.pub.allow[2]"
    );
}

#[test]
fn a_scoped_user_has_nothing_of_its_own() {
    let key = "AAB2CB576PHBBPQ5ODORRZ2LYCMWPZGWGCN2KDK7DXOIMZASKUY3QPZV"
        .parse()
        .unwrap();
    let mut user = Claims::<User>::default();
    let message = |user: &Claims<User>| scoped_user_issue(user, &key).map(|issue| issue.message);
    assert_eq!(
        message(&user).as_deref(),
        Some("issuer not the scoped signer")
    );
    user.issuer = key.to_string();
    assert_eq!(message(&user), None);
    user.body.limits.subs = -1;
    assert_eq!(
        message(&user).as_deref(),
        Some("scoped users require no permissions or limits set")
    );
}
