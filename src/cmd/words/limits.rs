//! What a user may do and may use, on the command line: of users themselves, and of all whom a scoped key signs.

use crate::cmd::words::argument::open_text;
use crate::cmd::words::permissions::{Granted, Withdrawn, add, remove};
use crate::cmd::words::quantity::limit;
use crate::jwt::claims::{CONNECTION_TYPES, TimeRange, UserLimits};
use crate::jwt::validate::{check_time_zone, is_network, is_time_of_day};
use crate::text::quoted;

/// What is changed in it.
#[derive(clap::Args, Clone, Debug, Default, PartialEq)]
#[command(next_help_heading = "Limits")]
pub struct LimitEdits {
    /// Time of day at which it may connect, such as 08:00:00-18:00:00
    #[arg(long, value_name = "RANGE", value_delimiter = ',', value_parser = range)]
    time: Vec<TimeRange>,
    /// Take away the times that begin then, such as 08:00:00
    #[arg(long, value_name = "START", value_delimiter = ',')]
    rm_time: Vec<String>,
    /// Time zone of those times, such as Europe/Vienna
    #[arg(long, value_name = "ZONE", value_parser = zone)]
    locale: Option<String>,
    /// Networks that it may connect from, such as 10.0.0.0/8
    #[arg(long, value_name = "CIDR", value_delimiter = ',', value_parser = network)]
    source_network: Vec<String>,
    /// Take away networks
    #[arg(long, value_name = "CIDR", value_delimiter = ',')]
    rm_source_network: Vec<String>,
    /// Ways that it may connect
    #[arg(long, value_name = "TYPE", value_delimiter = ',', ignore_case = true, value_parser = CONNECTION_TYPES)]
    conn_type: Vec<String>,
    /// Take away ways to connect
    #[arg(long, value_name = "TYPE", value_delimiter = ',', ignore_case = true, value_parser = CONNECTION_TYPES)]
    rm_conn_type: Vec<String>,
    /// Most subscriptions; -1 is no limit
    #[arg(long, value_name = "COUNT", allow_hyphen_values = true, value_parser = limit)]
    subs: Option<i64>,
    /// Most bytes in all, such as 10M (1k is 1000, 1KiB 1024); -1 is no limit
    #[arg(long, value_name = "BYTES", allow_hyphen_values = true, value_parser = limit)]
    data: Option<i64>,
    /// Most bytes of one message, such as 64k (1k is 1000, 1KiB 1024); -1 is no limit
    #[arg(long, value_name = "BYTES", allow_hyphen_values = true, value_parser = limit)]
    payload: Option<i64>,
    /// Let whoever has the token in, without its key
    #[arg(long, value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    bearer: Option<bool>,
    #[command(flatten)]
    granted: Granted,
    #[command(flatten)]
    withdrawn: Withdrawn,
}

impl LimitEdits {
    /// What is to be taken away, and is not there, in sentences.
    pub fn missing(&self, limits: &UserLimits) -> Vec<String> {
        let subjects = self.withdrawn.missing(&limits.permissions).into_iter();
        let said = |subject| {
            format!(
                "no permission names {}, so none was taken away",
                quoted(subject)
            )
        };
        subjects.map(said).collect()
    }

    /// Changes what was asked for, and nothing else.
    pub fn apply(&self, limits: &mut UserLimits) {
        for (number, asked) in [
            (&mut limits.subs, self.subs),
            (&mut limits.data, self.data),
            (&mut limits.payload, self.payload),
        ] {
            *number = asked.unwrap_or(*number);
        }
        limits.bearer_token = self.bearer.unwrap_or(limits.bearer_token);
        add(&mut limits.src, &self.source_network);
        let gone: Vec<String> = self
            .rm_source_network
            .iter()
            .map(|network| network.trim().to_lowercase())
            .collect();
        remove(&mut limits.src, &gone);
        let upper = |names: &[String]| -> Vec<String> {
            names.iter().map(|name| name.to_uppercase()).collect()
        };
        let gone = upper(&self.rm_conn_type);
        for name in upper(&self.conn_type) {
            if !limits.allowed_connection_types.contains(&name) {
                limits.allowed_connection_types.push(name);
            }
        }
        limits
            .allowed_connection_types
            .retain(|name| !gone.contains(&name.to_uppercase()));
        if let Some(zone) = &self.locale {
            // As Go reads the empty name.
            limits.times_location = match zone.as_str() {
                "" => "UTC".to_owned(),
                zone => zone.to_owned(),
            };
        }
        for range in &self.time {
            if !limits.times.contains(range) {
                limits.times.push(range.clone());
            }
        }
        limits
            .times
            .retain(|range| !self.rm_time.contains(&range.start));
        self.granted.add_to(&mut limits.permissions);
        self.withdrawn.take_from(&mut limits.permissions);
    }
}

/// A network as claims have it.
pub fn network(text: &str) -> Result<String, String> {
    let text = open_text(text)?.trim().to_lowercase();
    if is_network(&text) {
        Ok(text)
    } else {
        Err(
            "it is no network such as 10.0.0.0/8 or fd00::/8; a single address is 10.0.0.1/32"
                .to_owned(),
        )
    }
}

fn zone(text: &str) -> Result<String, String> {
    check_time_zone(text)
        .map(|()| text.to_owned())
        .map_err(|_| "it is no time zone such as Europe/Vienna".to_owned())
}

fn range(text: &str) -> Result<TimeRange, String> {
    let (start, end) = text
        .split_once('-')
        .filter(|(start, end)| is_time_of_day(start) && is_time_of_day(end))
        .ok_or_else(|| "it is no range such as 08:00:00-18:00:00".to_owned())?;
    Ok(TimeRange {
        start: start.to_owned(),
        end: end.to_owned(),
        ..TimeRange::default()
    })
}
