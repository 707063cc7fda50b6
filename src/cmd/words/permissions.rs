//! Permissions on the command line, as nsc has them.

use std::time::Duration;

use crate::cmd::words::argument::open_text;
use crate::cmd::words::duration::duration;
use crate::jwt::claims::{Permissions, ResponsePermission};
use crate::jwt::subject::template::filled_in;
use crate::jwt::subject::{self, PermissionEntry};

/// What may be published and subscribed to.
#[derive(clap::Args, Clone, Debug, Default, PartialEq)]
#[command(next_help_heading = "Permissions")]
pub struct Granted {
    /// Subjects that may be published to
    #[arg(long, value_name = "SUBJECT", value_delimiter = ',', value_parser = published)]
    allow_pub: Vec<String>,
    /// Subjects that may be subscribed to; a queue may follow after a space
    #[arg(long, value_name = "SUBJECT", value_delimiter = ',', value_parser = subscribed)]
    allow_sub: Vec<String>,
    /// Subjects that may be published and subscribed to
    #[arg(long, value_name = "SUBJECT", value_delimiter = ',', value_parser = published)]
    allow_pubsub: Vec<String>,
    /// Subjects that may not be published to
    #[arg(long, value_name = "SUBJECT", value_delimiter = ',', value_parser = published)]
    deny_pub: Vec<String>,
    /// Subjects that may not be subscribed to
    #[arg(long, value_name = "SUBJECT", value_delimiter = ',', value_parser = subscribed)]
    deny_sub: Vec<String>,
    /// Subjects that may be neither published nor subscribed to
    #[arg(long, value_name = "SUBJECT", value_delimiter = ',', value_parser = published)]
    deny_pubsub: Vec<String>,
    /// Let requests be answered that it receives: so many times each, once if no number is given; -1 is without limit
    #[arg(
        long,
        value_name = "COUNT",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "1",
        allow_negative_numbers = true,
        value_parser = answers
    )]
    allow_pub_response: Option<i64>,
    /// The same, by its old name
    #[arg(long, value_name = "COUNT", hide = true, conflicts_with = "allow_pub_response", allow_negative_numbers = true, value_parser = answers)]
    max_responses: Option<i64>,
    /// For how long after a request it may be answered, such as 500ms, 5s or 2m
    #[arg(long, value_name = "LENGTH", value_parser = duration)]
    response_ttl: Option<Duration>,
}

impl Granted {
    /// As claims have them.
    pub fn permissions(&self) -> Permissions {
        let mut permissions = Permissions::default();
        self.add_to(&mut permissions);
        permissions
    }

    /// Adds them to what is there.
    pub fn add_to(&self, permissions: &mut Permissions) {
        let (publish, subscribe) = (&mut permissions.publish, &mut permissions.subscribe);
        for (list, one, both) in [
            (&mut publish.allow, &self.allow_pub, &self.allow_pubsub),
            (&mut publish.deny, &self.deny_pub, &self.deny_pubsub),
            (&mut subscribe.allow, &self.allow_sub, &self.allow_pubsub),
            (&mut subscribe.deny, &self.deny_sub, &self.deny_pubsub),
        ] {
            add(list, one.iter().chain(both));
        }
        // As nsc has it, none at all says nothing; its old name says none.
        let count = self.allow_pub_response.filter(|count| *count != 0);
        if let Some(count) = count.or(self.max_responses) {
            responses(permissions).max = count;
        }
        if let Some(length) = self.response_ttl {
            // No length is read that has more.
            responses(permissions).ttl = i64::try_from(length.as_nanos()).unwrap_or(i64::MAX);
        }
    }
}

fn responses(permissions: &mut Permissions) -> &mut ResponsePermission {
    permissions.respond.get_or_insert_default()
}

/// What is taken away.
#[derive(clap::Args, Clone, Debug, Default, PartialEq)]
#[command(next_help_heading = "Permissions")]
pub struct Withdrawn {
    /// Subjects that are taken out of everything that is allowed or denied
    #[arg(long, value_name = "SUBJECT", value_delimiter = ',')]
    rm: Vec<String>,
    /// Take away the leave to answer requests
    #[arg(long, conflicts_with_all = ["allow_pub_response", "max_responses", "response_ttl"])]
    rm_response_perms: bool,
}

impl Withdrawn {
    /// Subjects that are in none of the lists they are to be taken out of.
    pub fn missing(&self, permissions: &Permissions) -> Vec<&String> {
        let (publish, subscribe) = (&permissions.publish, &permissions.subscribe);
        let lists = [
            &publish.allow,
            &publish.deny,
            &subscribe.allow,
            &subscribe.deny,
        ];
        let is_missing = |subject: &&String| !lists.iter().any(|list| list.contains(subject));
        self.rm.iter().filter(is_missing).collect()
    }

    /// Takes it out of what is there.
    pub fn take_from(&self, permissions: &mut Permissions) {
        let (publish, subscribe) = (&mut permissions.publish, &mut permissions.subscribe);
        for list in [
            &mut publish.allow,
            &mut publish.deny,
            &mut subscribe.allow,
            &mut subscribe.deny,
        ] {
            remove(list, &self.rm);
        }
        if self.rm_response_perms {
            permissions.respond = None;
        }
    }
}

/// Adds what is not in a list yet, and sorts one that was added to, as nsc does.
pub fn add<'a>(list: &mut Vec<String>, new: impl IntoIterator<Item = &'a String>) {
    let before = list.len();
    for item in new {
        if !list.contains(item) {
            list.push(item.clone());
        }
    }
    if list.len() > before {
        list.sort();
    }
}

/// Takes items out of a list; what is not in it is as it should be.
pub fn remove(list: &mut Vec<String>, gone: &[String]) {
    list.retain(|item| !gone.contains(item));
}

/// A subject that may be published to, or may not.
fn published(text: &str) -> Result<String, String> {
    match PermissionEntry::of(&filled_in(text, "x")) {
        PermissionEntry::Subject(subject) => checked(text, &[subject]),
        _ => Err("it holds a space; queues are for subscriptions alone".to_owned()),
    }
}

/// A subject that may be subscribed to, or may not, and perhaps a queue.
fn subscribed(text: &str) -> Result<String, String> {
    match PermissionEntry::of(&filled_in(text, "x")) {
        PermissionEntry::Subject(subject) => checked(text, &[subject]),
        PermissionEntry::Queue(subject, queue) => checked(text, &[subject, queue]),
        PermissionEntry::TooManySpaces => {
            Err("it holds more than a subject and a queue".to_owned())
        }
    }
}

fn checked(text: &str, parts: &[&str]) -> Result<String, String> {
    for part in parts {
        subject::check(part).map_err(|error| error.to_string())?;
        if part.contains("{{") || part.contains("}}") {
            return Err("it holds braces that are no template such as {{name()}}".to_owned());
        }
    }
    open_text(text)
}

/// How often a request may be answered.
fn answers(text: &str) -> Result<i64, String> {
    let count = text.parse().ok().filter(|count: &i64| *count >= -1);
    count.ok_or_else(|| "it is no number such as 5, or -1 for no limit".to_owned())
}
