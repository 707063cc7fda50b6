//! What an edit opens though it set a limit: a list of what is allowed with nothing in it allows everything, and servers keep
//! some numbers in 32 bits.

use crate::jwt::claims::{Account, Permissions, UserLimits};
use crate::text::quoted;

/// What a user may do now that could do only what was named before.
pub fn user(name: &str, before: &UserLimits, after: &UserLimits) -> Vec<String> {
    limits(&format!("user {}", quoted(name)), before, after)
}

/// The same of users that an account's default permissions or a scope of its signing keys bind.
pub fn account(before: &Account, after: &Account) -> Vec<String> {
    let [was, is] = [before, after].map(|body| &body.default_permissions.permissions);
    let mut opened = permissions("whoever has no permissions of its own", was, is);
    let [was, is] = [before, after].map(|body| &body.limits);
    let numbers = [
        ("subscriptions", was.subs, is.subs),
        ("bytes of a message", was.payload, is.payload),
        ("connections", was.conn, is.conn),
        ("leaf nodes", was.leaf, is.leaf),
    ];
    opened.extend(numbers.into_iter().filter_map(cut_off));
    for (key, scope) in &after.signing_keys.0 {
        let Some(before) = before.signing_keys.0.get(key) else {
            continue;
        };
        if let (Some(was), Some(is)) = (before, scope) {
            let who = format!("every user of the role {}", quoted(&is.role));
            opened.extend(limits(&who, &was.template.limits, &is.template.limits));
        }
    }
    opened
}

fn limits(who: &str, before: &UserLimits, after: &UserLimits) -> Vec<String> {
    // A scoped key sets the limits of those that it signs: theirs are all empty.
    if *after == UserLimits::default() {
        return Vec::new();
    }
    let mut opened = permissions(who, &before.permissions, &after.permissions);
    let lists = [
        (
            before.src.is_empty(),
            after.src.is_empty(),
            "no network",
            "connect from everywhere",
        ),
        (
            before.times.is_empty(),
            after.times.is_empty(),
            "no time of day",
            "connect at any time",
        ),
        (
            before.allowed_connection_types.is_empty(),
            after.allowed_connection_types.is_empty(),
            "no kind of connection",
            "connect by every kind",
        ),
    ];
    let numbers = [
        ("subscriptions", before.subs, after.subs),
        ("bytes of a message", before.payload, after.payload),
    ];
    opened.extend(numbers.into_iter().filter_map(cut_off));
    opened.extend(
        lists
            .into_iter()
            .filter_map(|(was, is, what, may)| said(who, was, is, what, may)),
    );
    opened
}

fn permissions(who: &str, before: &Permissions, after: &Permissions) -> Vec<String> {
    let lists = [
        (&before.publish, &after.publish, "publish to"),
        (&before.subscribe, &after.subscribe, "subscribe to"),
    ];
    lists
        .into_iter()
        .filter_map(|(was, is, may)| {
            let what = format!("no subject to {may}");
            let may = format!("{may} everything that is not denied");
            said(who, was.allow.is_empty(), is.allow.is_empty(), &what, &may)
        })
        .collect()
}

fn said(who: &str, was_open: bool, is_open: bool, what: &str, may: &str) -> Option<String> {
    (is_open && !was_open)
        .then(|| format!("{what} is named any more, which allows all of them: {who} may {may} now"))
}

/// What a server makes of a number that does not fit.
fn cut_off((what, before, after): (&str, i64, i64)) -> Option<String> {
    (after > i64::from(i32::MAX) && after != before).then(|| {
        format!(
            "servers keep the limit of {what} in 32 bits, and make something else of {after}: -1 is no limit, {} the highest",
            i32::MAX
        )
    })
}
