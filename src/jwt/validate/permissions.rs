//! Rules about permissions: of users, of accounts by default, and in scopes.

use super::findings::Findings;
use super::issue::Code;
use super::quote::quoted;
use super::subjects;
use crate::jwt::claims::{Permission, Permissions};
use crate::jwt::subject::PermissionEntry;
use crate::jwt::subject::template::templates;

/// Reports everything that is wrong with permissions in which servers fill in no templates.
pub fn check(permissions: &Permissions, findings: &mut Findings) {
    each_entry(permissions, findings, |entry, queue_allowed, findings| {
        check_entry(entry, queue_allowed, findings);
        if !templates(entry).is_empty() {
            let shown = quoted(entry);
            findings.add(
                Code::PermissionTemplate,
                format!("templates are not filled in here: {shown}"),
            );
        }
    });
}

/// Visits every entry, with whether it may name a queue: Go looks at subscriptions first, and what is allowed first.
pub fn each_entry(
    permissions: &Permissions,
    findings: &mut Findings,
    visit: impl Fn(&str, bool, &mut Findings),
) {
    let sides: [(&str, &Permission, bool); 2] = [
        ("sub", &permissions.subscribe, true),
        ("pub", &permissions.publish, false),
    ];
    for (name, side, queue_allowed) in sides {
        for (list, entries) in [("allow", &side.allow), ("deny", &side.deny)] {
            for (index, entry) in entries.iter().enumerate() {
                findings.within(format!("{name}.{list}[{index}]"), |findings| {
                    visit(entry, queue_allowed, findings);
                });
            }
        }
    }
}

/// Reports everything that is wrong with one entry.
pub fn check_entry(entry: &str, queue_allowed: bool, findings: &mut Findings) {
    // Go puts the entry between quotes as it stands here, without escapes.
    match PermissionEntry::of(entry) {
        PermissionEntry::Subject(subject) => subjects::check(subject, findings),
        PermissionEntry::Queue(subject, queue) => {
            subjects::check(subject, findings);
            subjects::check(queue, findings);
            if !queue_allowed {
                findings.add(
                    Code::PermissionQueue,
                    format!("Permission Subject \"{entry}\" is not allowed to contain queue"),
                );
            }
        }
        PermissionEntry::TooManySpaces => findings.add(
            Code::PermissionSpaces,
            format!("Permission Subject \"{entry}\" contains too many spaces"),
        ),
    }
}
