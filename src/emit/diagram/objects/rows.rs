//! What is said in an object, in nsc's words.

use super::super::is_shown;
use crate::clock::{UnixSeconds, absolute};
use crate::jwt::claims::{AccountLimits, JetStreamLimits, NO_LIMIT, UserLimits};
use crate::jwt::validate::{Issue, Severity};

/// A line of an object.
#[derive(Clone, Debug)]
pub enum Row {
    /// The beginning of a part; whether it is one to look at.
    Heading(String, bool),
    Value(&'static str, String),
    List(&'static str, Vec<String>),
    Subject(String),
    /// A signing key, and whether its seed is in the store.
    Key(String, bool),
}

/// Rows as nsc has them; whether those are among them that say nothing.
pub struct Rows(pub Vec<Row>, pub bool);

impl Rows {
    pub fn value(&mut self, name: &'static str, value: impl Into<String>) {
        let value = value.into();
        if !value.is_empty() || self.1 {
            self.0.push(Row::Value(name, value));
        }
    }

    pub fn list(&mut self, name: &'static str, items: &[String]) {
        if !items.is_empty() || self.1 {
            self.0.push(Row::List(name, items.to_vec()));
        }
    }

    pub fn time(&mut self, name: &'static str, at: UnixSeconds) {
        if at != 0 {
            self.value(name, absolute(at));
        } else if self.1 {
            self.value(name, "not set");
        }
    }

    pub fn limit(&mut self, name: &'static str, limit: i64) {
        self.value(
            name,
            match limit {
                NO_LIMIT => "-1 (unlimited)".to_owned(),
                0 => "0 (disabled)".to_owned(),
                limit => limit.to_string(),
            },
        );
    }

    /// The beginning of a part; nothing where it is without limits, and that need not be said.
    fn part(&mut self, name: &str, unlimited: bool) -> bool {
        let said = !unlimited || self.1;
        if said {
            let rest = if unlimited { " (unlimited)" } else { "" };
            self.0.push(Row::Heading(format!("{name}{rest}"), false));
        }
        said
    }

    pub fn account_limits(&mut self, limits: &AccountLimits) {
        let numbers = [limits.exports, limits.imports, limits.conn, limits.leaf];
        let unlimited = numbers == [NO_LIMIT; 4] && limits.wildcards && !limits.disallow_bearer;
        if self.part("Account Limits", unlimited) {
            self.limit("Max Exports", limits.exports);
            self.limit("Max Imports", limits.imports);
            self.limit("Max Client Connections", limits.conn);
            self.limit("Max Leaf Node Connections", limits.leaf);
            self.value("Allow Wildcard Exports", limits.wildcards.to_string());
            self.value("Disallow bearer token", limits.disallow_bearer.to_string());
        }
    }

    pub fn nats_limits(&mut self, limits: [i64; 3]) {
        if self.part("Nats Limits", limits == [NO_LIMIT; 3]) {
            self.limit("Max Payload", limits[0]);
            self.limit("Max Subscriber", limits[1]);
            self.limit("Max Number of bytes", limits[2]);
        }
    }

    /// nsc calls JetStream disabled where it is limited by tiers.
    pub fn jetstream(&mut self, limits: &AccountLimits) {
        for (tier, limits) in &limits.tiered_limits {
            let heading = format!("Jetstream Limits (tier {tier})");
            self.0.push(Row::Heading(heading, false));
            self.jetstream_numbers(&limits.limits);
        }
        let flat = &limits.jetstream;
        if !limits.tiered_limits.is_empty() {
            return;
        }
        let all = [
            flat.mem_storage,
            flat.disk_storage,
            flat.streams,
            flat.consumer,
        ];
        let heading = if all == [NO_LIMIT; 4] {
            "Jetstream Limits (unlimited)"
        } else if flat.mem_storage != 0 || flat.disk_storage != 0 {
            "Jetstream Limits"
        } else if self.1 {
            "Jetstream Limits (disabled)"
        } else {
            return;
        };
        self.0.push(Row::Heading(heading.to_owned(), false));
        self.jetstream_numbers(flat);
    }

    fn jetstream_numbers(&mut self, limits: &JetStreamLimits) {
        self.limit("Max Memory Storage", limits.mem_storage);
        self.limit("Max Disk Storage", limits.disk_storage);
        self.limit("Max Streams", limits.streams);
        self.limit("Max Consumer", limits.consumer);
    }

    pub fn user_limits(&mut self, limits: &UserLimits) {
        self.value("Bearer Token", limits.bearer_token.to_string());
        self.list("Allowed Connection Types", &limits.allowed_connection_types);
        self.nats_limits([limits.payload, limits.subs, limits.data]);
        let unlimited = limits.src.is_empty() && limits.times.is_empty();
        if self.part("User Limits", unlimited) {
            self.list("Permitted CIDR blocks", &limits.src);
            let mut times = limits.times_location.clone();
            for range in &limits.times {
                times.push_str(&format!(" [{}-{}]", range.start, range.end));
            }
            self.value("Permitted Times to Connect", times);
        }
    }

    pub fn issues(&mut self, issues: &[Issue]) {
        let of = |warnings: bool| -> Vec<String> {
            let wanted = |issue: &&Issue| {
                is_shown(issue) && (issue.severity() == Severity::Warning) == warnings
            };
            let found = issues.iter().filter(wanted);
            found.map(|issue| issue.message.clone()).collect()
        };
        let (errors, warnings) = (of(false), of(true));
        if errors.is_empty() && warnings.is_empty() {
            if !self.1 {
                return;
            }
            let heading = "Validation (no issues)";
            self.0.push(Row::Heading(heading.to_owned(), false));
        } else {
            self.0.push(Row::Heading("Validation".to_owned(), true));
        }
        self.list("Errors", &errors);
        self.list("Warnings", &warnings);
    }
}
