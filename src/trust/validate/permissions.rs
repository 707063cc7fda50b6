//! Subscriptions that get past what permissions deny, or past what they allow, as servers apply them. What is said here
//! was tried on nats-server 2.10.29, 2.12.6, 2.14.6 and 2.15.1.

use crate::jwt::claims::Permission;
use crate::jwt::subject::template::filled_in;
use crate::jwt::subject::{
    ANY_TAIL, ANY_TOKEN, PermissionEntry, has_wildcards, matches_all_of, overlap,
};
use crate::jwt::validate::{Code, quoted};
use crate::text::shell_word;

/// Stands for any token that nobody would write.
const SOME: &str = "x";

/// A way past permissions.
#[derive(Debug, PartialEq, Eq)]
pub struct Loophole {
    /// What is wrong.
    pub code: Code,
    /// Which entry, below the permissions.
    pub place: String,
    /// What gets past.
    pub message: String,
    /// What an edit would close it with, where something does and nothing else changes.
    pub edit: Option<String>,
}

/// An entry, its templates filled in.
struct Entry<'a> {
    text: &'a str,
    place: String,
    subject: String,
    queue: Option<String>,
}

impl Entry<'_> {
    fn all<'a>(entries: &'a [String], list: &str) -> Vec<Entry<'a>> {
        let read = |(index, text): (usize, &'a String)| {
            let filled = filled_in(text, SOME);
            let (subject, queue) = match PermissionEntry::of(&filled) {
                PermissionEntry::Subject(subject) => (subject, None),
                PermissionEntry::Queue(subject, queue) => (subject, Some(queue)),
                PermissionEntry::TooManySpaces => return None,
            };
            Some(Entry {
                text,
                place: format!("sub.{list}[{index}]"),
                subject: subject.to_owned(),
                queue: queue.map(str::to_owned),
            })
        };
        entries.iter().enumerate().filter_map(read).collect()
    }

    /// As it is written, without its queue.
    fn written(&self) -> &str {
        self.text.split(' ').next().unwrap_or_default()
    }
}

/// What may be subscribed to.
struct Rules<'a> {
    allow: Vec<Entry<'a>>,
    /// Without a queue.
    deny: Vec<Entry<'a>>,
    /// In a queue.
    deny_in_queue: Vec<Entry<'a>>,
}

/// Every way past what a user may subscribe to. What only servers before 2.11.16, 2.12.7 and 2.14.0 let pass is left out
/// where there are none.
pub fn loopholes(subscribe: &Permission, old_servers: bool) -> Vec<Loophole> {
    let denied = Entry::all(&subscribe.deny, "deny");
    let (deny_in_queue, deny) = denied.into_iter().partition(|entry| entry.queue.is_some());
    let rules = Rules {
        allow: Entry::all(&subscribe.allow, "allow"),
        deny,
        deny_in_queue,
    };
    let mut found: Vec<Loophole> = Vec::new();
    found.extend(rules.allow.iter().filter_map(|entry| rules.star(entry)));
    found.extend(
        rules
            .deny_in_queue
            .iter()
            .filter_map(|entry| rules.out_of_queue(entry)),
    );
    if old_servers {
        let mixed = rules.deny_in_queue.iter();
        found.extend(mixed.filter_map(|entry| rules.mixed(entry)));
        found.extend(rules.deny.iter().filter_map(|entry| rules.crossed(entry)));
    }
    found
}

impl Rules<'_> {
    /// Whether a subject is denied whatever the queue.
    fn denies(&self, subject: &str) -> bool {
        self.deny
            .iter()
            .any(|entry| matches_all_of(&entry.subject, subject))
    }

    /// Whether some subscription to what an entry is about is allowed that names no queue.
    fn reaches_without_queue(&self, subject: &str) -> bool {
        self.allow.is_empty()
            || self
                .allow
                .iter()
                .any(|entry| entry.queue.is_none() && overlap(&entry.subject, subject))
    }

    /// `orders.*` is allowed: a server compares token by token, takes `orders.>` for one of those, and delivers
    /// `orders.new.eu`.
    fn star(&self, entry: &Entry<'_>) -> Option<Loophole> {
        let above = entry.subject.strip_suffix(ANY_TOKEN)?;
        if !above.is_empty() && !above.ends_with('.') {
            return None;
        }
        let (wide, below) = (format!("{above}>"), format!("{}.>", entry.subject));
        let meant = self.allow.iter().any(|other| {
            (other.queue.is_none() || other.queue == entry.queue)
                && matches_all_of(&other.subject, &wide)
        });
        if meant || self.denies(&below) || self.denies(&entry.subject) {
            return None;
        }
        let written = entry.written();
        let wide = format!("{}>", written.strip_suffix(ANY_TOKEN).unwrap_or_default());
        Some(Loophole {
            code: Code::PermissionStarTail,
            place: entry.place.clone(),
            message: format!(
                "{} lets it subscribe to {}, too, and get what lies below",
                quoted(written),
                quoted(&wide)
            ),
            edit: Some(format!(
                "--deny-sub {}",
                shell_word(&format!("{written}.>"))
            )),
        })
    }

    /// `orders.new workers` is denied: without the queue, `orders.new` is not.
    fn out_of_queue(&self, entry: &Entry<'_>) -> Option<Loophole> {
        if self.denies(&entry.subject) || !self.reaches_without_queue(&entry.subject) {
            return None;
        }
        let written = entry.written();
        Some(Loophole {
            code: Code::PermissionQueueDenied,
            place: entry.place.clone(),
            message: format!(
                "{} is denied in a queue alone: a subscription without one gets all of {}",
                quoted(entry.text),
                quoted(written)
            ),
            edit: Some(format!("--deny-sub {}", shell_word(written))),
        })
    }

    /// `admin.>` and `> workers` are denied: in another queue than that, older servers let `admin.x` pass.
    fn mixed(&self, entry: &Entry<'_>) -> Option<Loophole> {
        // Three that overlap two by two have a subject in common.
        let reached = |plain: &str| {
            self.allow.is_empty()
                || self.allow.iter().any(|allow| {
                    overlap(&allow.subject, plain) && overlap(&allow.subject, &entry.subject)
                })
        };
        let plain = self
            .deny
            .iter()
            .find(|plain| overlap(&plain.subject, &entry.subject) && reached(&plain.subject))?;
        let needless = matches_all_of(&plain.subject, &entry.subject);
        Some(Loophole {
            code: Code::PermissionMixedDenied,
            place: entry.place.clone(),
            message: format!(
                "with {} denied, servers before 2.11.16, 2.12.7 and 2.14.0 let {} pass in other queues",
                quoted(entry.text),
                quoted(plain.text)
            ),
            edit: needless.then(|| format!("--rm {}", shell_word(entry.text))),
        })
    }

    /// `orders.>` is denied: older servers deliver `orders.x` to who subscribes to `*.x`.
    fn crossed(&self, entry: &Entry<'_>) -> Option<Loophole> {
        if !has_wildcards(&entry.subject) {
            return None;
        }
        let any = [ANY_TAIL];
        let allowed: Vec<&str> = match self.allow.is_empty() {
            true => any.to_vec(),
            false => self
                .allow
                .iter()
                .map(|allow| allow.subject.as_str())
                .collect(),
        };
        let way = allowed
            .iter()
            .flat_map(|allow| crossing(allow, &entry.subject))
            .find(|way| self.slips(way))?;
        Some(Loophole {
            code: Code::PermissionCrossed,
            place: entry.place.clone(),
            message: format!(
                "servers before 2.11.16, 2.12.7 and 2.14.0 deliver what {} denies to a subscription to {}",
                quoted(entry.text),
                quoted(&way)
            ),
            edit: None,
        })
    }

    /// Whether an older server takes a subscription and does not look at what it delivers to it.
    fn slips(&self, way: &str) -> bool {
        (self.allow.is_empty()
            || self
                .allow
                .iter()
                .any(|allow| taken_for(way, &allow.subject)))
            && !self
                .deny
                .iter()
                .any(|deny| taken_for(way, &deny.subject) || matches_all_of(way, &deny.subject))
    }
}

/// Whether a server finds a subscription among what an entry matches: it compares token by token, and wildcards of the
/// subscription are tokens like others.
fn taken_for(subscription: &str, entry: &str) -> bool {
    let mut tokens = subscription.split('.');
    for wanted in entry.split('.') {
        match (wanted, tokens.next()) {
            (_, None) => return false,
            (ANY_TAIL, Some(_)) => return true,
            (ANY_TOKEN, Some(_)) => {}
            (wanted, Some(token)) if wanted == token => {}
            _ => return false,
        }
    }
    tokens.next().is_none()
}

/// Subscriptions within what is allowed that share subjects with what is denied, and neither contains the other.
fn crossing(allowed: &str, denied: &str) -> Vec<String> {
    if !overlap(allowed, denied) {
        return Vec::new();
    }
    let allow: Vec<&str> = allowed.split('.').collect();
    let deny: Vec<&str> = denied.split('.').collect();
    let open = allow.last() == Some(&ANY_TAIL);
    let fixed = allow.len() - usize::from(open);
    let wild = |at: usize| at >= fixed || allow[at] == ANY_TOKEN;
    let narrow = |at: usize| if wild(at) { SOME } else { allow[at] };
    // As narrow as it can be where a wildcard is denied.
    let mut base: Vec<&str> = Vec::new();
    for (at, token) in deny.iter().enumerate() {
        match *token {
            ANY_TAIL => base.extend((at..allow.len().max(at + 1)).map(narrow)),
            ANY_TOKEN => base.push(narrow(at)),
            token => base.push(token),
        }
    }
    let literal = |at: &usize| wild(*at) && deny[*at] != ANY_TOKEN && deny[*at] != ANY_TAIL;
    let mut found: Vec<String> = (0..deny.len())
        .filter(literal)
        .map(|at| {
            let mut way = base.clone();
            way[at] = ANY_TOKEN;
            way.join(".")
        })
        .collect();
    // Or wider at the end, with fewer tokens than what is denied: of as many, `>` is taken for what a `*` matches.
    if open && deny.len() >= 2 {
        let cut = deny.len() - 2;
        if cut >= fixed {
            found.push([&base[..cut], &[ANY_TAIL]].concat().join("."));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Code, crossing, loopholes, taken_for};
    use crate::jwt::claims::Permission;
    use crate::jwt::subject::{matches_all_of, overlap};

    fn found(allow: &[&str], deny: &[&str], old: bool) -> Vec<Code> {
        let list = |entries: &[&str]| entries.iter().map(|entry| (*entry).to_owned()).collect();
        let permission = Permission {
            allow: list(allow),
            deny: list(deny),
            ..Permission::default()
        };
        let found = loopholes(&permission, old);
        found.into_iter().map(|loophole| loophole.code).collect()
    }

    #[test]
    fn what_servers_deliver_all_the_same_is_found_and_nothing_else() {
        use Code::{PermissionCrossed as Crossed, PermissionMixedDenied as Mixed};
        use Code::{PermissionQueueDenied as Queue, PermissionStarTail as Star};
        // What each was seen to let pass on 2.15.1, and then what on 2.12.6 beside that.
        type Case = (
            &'static [&'static str],
            &'static [&'static str],
            &'static [Code],
            &'static [Code],
        );
        let cases: [Case; 22] = [
            (&[], &[], &[], &[]),
            (&[], &["foo.bar"], &[], &[]),
            (&["foo.>"], &["foo.bar"], &[], &[]),
            (&[], &["foo.bar q"], &[Queue], &[]),
            (&[], &["foo.bar >"], &[Queue], &[]),
            (&["other"], &["foo.bar q"], &[], &[]),
            (&["foo.bar q"], &["foo.bar q"], &[], &[]),
            (&[], &["foo.bar", "foo.bar q"], &[], &[Mixed]),
            (
                &[">"],
                &["admin.>", "> restricted"],
                &[Queue],
                &[Mixed, Crossed],
            ),
            (&[], &["foo.>"], &[], &[Crossed]),
            (&[], &["foo.*"], &[], &[Crossed]),
            (&[], &["*.bar"], &[], &[Crossed]),
            (&["*.bar"], &["foo.>"], &[], &[Crossed]),
            (&["a.>"], &["a.*.*"], &[], &[]),
            (&["a.>"], &["a.*.*.*"], &[], &[Crossed]),
            (&["a.>"], &["a.*.b"], &[], &[Crossed]),
            (&["foo.*"], &[], &[Star], &[]),
            (&["*"], &[], &[Star], &[]),
            (&["foo.* q"], &[], &[Star], &[]),
            (&["foo.*"], &["foo.*.>"], &[], &[]),
            (&["foo.*", ">"], &[], &[], &[]),
            (&["foo.*"], &["foo.>"], &[], &[]),
        ];
        for (allow, deny, now, before) in cases {
            assert_eq!(found(allow, deny, false), now, "{allow:?} {deny:?}");
            let old = [now, before].concat();
            assert_eq!(found(allow, deny, true), old, "{allow:?} {deny:?}");
        }
    }

    /// Every subject of up to three tokens out of these.
    fn subjects(last: &[&str]) -> Vec<String> {
        let mut all = vec![Vec::<&str>::new()];
        let mut found = Vec::new();
        for _ in 0..3 {
            let longer: Vec<Vec<&str>> = all
                .iter()
                .filter(|tokens| tokens.last() != Some(&">"))
                .flat_map(|tokens| last.iter().map(|token| [&tokens[..], &[*token]].concat()))
                .collect();
            found.extend(longer.iter().map(|tokens| tokens.join(".")));
            all = longer;
        }
        found
    }

    #[test]
    fn a_way_across_is_found_where_there_is_one() {
        // `x` is what the search itself writes for any token.
        let patterns = subjects(&["a", "*", ">"]);
        let ways = subjects(&["a", "x", "*", ">"]);
        for allow in &patterns {
            for deny in patterns.iter().filter(|deny| deny.contains(['*', '>'])) {
                let crosses = |way: &str| {
                    matches_all_of(allow, way)
                        && overlap(way, deny)
                        && !taken_for(way, deny)
                        && !matches_all_of(way, deny)
                };
                let found = crossing(allow, deny);
                let real: Vec<_> = found.iter().filter(|way| crosses(way)).collect();
                let there = ways.iter().find(|way| crosses(way));
                assert_eq!(
                    real.is_empty(),
                    there.is_none(),
                    "{allow} {deny}: {found:?}, {there:?}"
                );
            }
        }
    }
}
