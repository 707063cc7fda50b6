//! Rules of user claims, and those for users of a scoped signing key.

use super::findings::Findings;
use super::formats::{check_time_zone, is_network, is_time_of_day};
use super::issue::{Code, Issue};
use super::quote::quoted;
use super::sealed::Rules;
use super::{Context, check_times, permissions};
use crate::jwt::claims::{CONNECTION_TYPES, Claims, TimeRange, User, UserLimits};
use crate::nkey::{AccountKey, Kind};

impl Rules for User {
    fn check(claims: &Claims<Self>, context: &Context<'_>, findings: &mut Findings) {
        check_times(claims, context.now, findings);
        findings.within("nats", |findings| {
            let user = &claims.body;
            permissions::check(&user.limits.permissions, findings);
            check_limits(&user.limits, findings);
            let issuer = &user.issuer_account;
            if !issuer.is_empty()
                && !is_above(issuer, context)
                && issuer.parse::<AccountKey>().is_err()
            {
                findings.add(
                    Code::UserIssuerAccount,
                    "account_id is not an account public key",
                );
            }
        });
    }
}

/// Whether that is the account that a store has the user under.
fn is_above(issuer: &str, context: &Context<'_>) -> bool {
    let account = context.above.filter(|above| above.kind() == Kind::Account);
    account.is_some_and(|account| account.to_string() == issuer)
}

/// Reports everything that is wrong with where from, when and how a user may connect.
pub fn check_limits(limits: &UserLimits, findings: &mut Findings) {
    for network in &limits.src {
        if !is_network(network) {
            let shown = quoted(network);
            findings.add(
                Code::UserNetwork,
                format!("invalid cidr {shown} in user src limits"),
            );
        }
    }
    for (index, range) in limits.times.iter().enumerate() {
        findings.within(format!("times[{index}]"), |findings| {
            check_range(range, findings);
        });
    }
    if let Err(reason) = check_time_zone(&limits.times_location) {
        findings.add(
            Code::UserTimeZone,
            format!("could not parse iana time zone by name: {reason}"),
        );
    }
    for name in &limits.allowed_connection_types {
        if !CONNECTION_TYPES.contains(&name.to_uppercase().as_str()) {
            let shown = quoted(name);
            findings.add(
                Code::UserConnectionType,
                format!("servers know no connection type {shown}"),
            );
        }
    }
}

fn check_range(range: &TimeRange, findings: &mut Findings) {
    if range.start.is_empty() {
        findings.add(
            Code::UserStartMissing,
            "time ranges start must contain a start",
        );
    } else if !is_time_of_day(&range.start) {
        let shown = quoted(&range.start);
        findings.add(
            Code::UserStart,
            format!("start in time range is invalid {shown}"),
        );
    }
    if range.end.is_empty() {
        findings.add(Code::UserEndMissing, "time ranges end must contain an end");
    } else if !is_time_of_day(&range.end) {
        let shown = quoted(&range.end);
        findings.add(
            Code::UserEnd,
            format!("end in time range is invalid {shown}"),
        );
    }
}

/// What is wrong with a user that should be signed by a scoped key, if anything. Servers and tools ask this; Go's
/// validation does not, since it does not know the account. Present but empty lists, which Go holds against a user,
/// read as absent here.
#[must_use]
pub fn scoped_user_issue(user: &Claims<User>, scoped_key: &AccountKey) -> Option<Issue> {
    let mut findings = Findings::default();
    if user.issuer != scoped_key.to_string() {
        findings.add(Code::UserNotTheSigner, "issuer not the scoped signer");
    } else if user.body.limits != UserLimits::default() {
        findings.add(
            Code::UserScopedWithLimits,
            "scoped users require no permissions or limits set",
        );
    }
    findings.into_issues().pop()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::super::{Code, Context, validate_in};
    use crate::jwt::claims::{Claims, User};
    use crate::nkey::{Kind, Seed};

    #[test]
    fn the_account_above_a_user_is_an_account_and_no_other_text_is() {
        let key = |kind| Seed::generate(kind).unwrap().public();
        let (account, operator) = (key(Kind::Account), key(Kind::Operator));
        let is_refused = |issuer_account: String, above| {
            let mut claims = Claims::<User> {
                subject: key(Kind::User).to_string(),
                ..Claims::default()
            };
            claims.body.issuer_account = issuer_account;
            let context = Context {
                above: Some(above),
                ..Context::at(0)
            };
            let issues = validate_in(&claims, &context);
            issues
                .iter()
                .any(|issue| issue.code == Code::UserIssuerAccount)
        };
        assert!(!is_refused(account.to_string(), account));
        assert!(!is_refused(key(Kind::Account).to_string(), account));
        assert!(is_refused(format!("{account}A"), account));
        assert!(is_refused(operator.to_string(), operator));
    }
}
