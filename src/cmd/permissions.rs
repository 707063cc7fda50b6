//! Permissions on the command line, as nsc has them.

use crate::jwt::claims::{Permission, Permissions};

/// What may be published and subscribed to.
#[derive(clap::Args, Clone, Debug)]
#[command(next_help_heading = "Permissions")]
pub struct Granted {
    /// Subjects that may be published to
    #[arg(long, value_name = "SUBJECT", value_delimiter = ',')]
    allow_pub: Vec<String>,
    /// Subjects that may be subscribed to; a queue may follow after a space
    #[arg(long, value_name = "SUBJECT", value_delimiter = ',')]
    allow_sub: Vec<String>,
    /// Both
    #[arg(long, value_name = "SUBJECT", value_delimiter = ',')]
    allow_pubsub: Vec<String>,
    /// Subjects that may not be published to
    #[arg(long, value_name = "SUBJECT", value_delimiter = ',')]
    deny_pub: Vec<String>,
    /// Subjects that may not be subscribed to
    #[arg(long, value_name = "SUBJECT", value_delimiter = ',')]
    deny_sub: Vec<String>,
    /// Both
    #[arg(long, value_name = "SUBJECT", value_delimiter = ',')]
    deny_pubsub: Vec<String>,
}

impl Granted {
    /// As claims have them.
    pub fn permissions(&self) -> Permissions {
        let both = |one: &[String], both: &[String]| -> Vec<String> {
            let mut all: Vec<String> = Vec::new();
            for subject in one.iter().chain(both) {
                if !all.contains(subject) {
                    all.push(subject.clone());
                }
            }
            all
        };
        Permissions {
            publish: Permission {
                allow: both(&self.allow_pub, &self.allow_pubsub),
                deny: both(&self.deny_pub, &self.deny_pubsub),
                ..Permission::default()
            },
            subscribe: Permission {
                allow: both(&self.allow_sub, &self.allow_pubsub),
                deny: both(&self.deny_sub, &self.deny_pubsub),
                ..Permission::default()
            },
            respond: None,
        }
    }
}
