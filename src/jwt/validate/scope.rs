//! nkeep's own rules about scopes. Go looks at the key alone; but a scope that servers cannot fill in locks its users
//! out, and Go's reader of scopes passes numbers through a float.

use super::findings::Findings;
use super::issue::Code;
use super::quote::quoted;
use super::{permissions, user};
use crate::jwt::claims::{Scope, UserLimits};
use crate::jwt::subject::template::{TemplateError, filled_in, templates};

/// The largest number up to which a float has every integer.
const EXACT_IN_A_FLOAT: u64 = 1 << 53;

/// Reports everything that is wrong with a scope.
pub fn check(scope: &Scope, findings: &mut Findings) {
    let limits = &scope.template.limits;
    findings.beyond_go(|findings| {
        findings.within("template", |findings| {
            check_numbers(limits, findings);
            permissions::each_entry(&limits.permissions, findings, check_entry);
            user::check_limits(limits, findings);
        });
    });
}

fn check_numbers(limits: &UserLimits, findings: &mut Findings) {
    let counts = [
        ("subs", limits.subs),
        ("data", limits.data),
        ("payload", limits.payload),
    ];
    for (name, number) in counts {
        if number == 0 {
            findings.add(
                Code::ScopeZero,
                format!("{name} is 0, which reads back as no limit"),
            );
        }
    }
    let respond = limits.permissions.respond.as_ref();
    let respond = respond.map_or([0, 0], |respond| [respond.max, respond.ttl]);
    let answers = ["resp.max", "resp.ttl"].into_iter().zip(respond);
    for (name, number) in counts.into_iter().chain(answers) {
        if number.unsigned_abs() > EXACT_IN_A_FLOAT {
            findings.add(
                Code::ScopeNumber,
                format!("{name} is {number}, past 2^53, and would be rounded"),
            );
        }
    }
}

fn check_entry(entry: &str, queue_allowed: bool, findings: &mut Findings) {
    for error in templates(entry).into_iter().filter_map(Result::err) {
        let code = match error {
            TemplateError::Unknown(_) => Code::ScopeTemplate,
            TemplateError::TagCase(_) | TemplateError::NoTag(_) => Code::ScopeTag,
        };
        let shown = quoted(entry);
        findings.add(code, format!("{error} in {shown}"));
    }
    permissions::check_entry(&filled_in(entry, "x"), queue_allowed, findings);
}
