//! Claims as a table for people: what was left at its default is left out, and nothing else.

mod account;

use super::Table;
use super::time::{moment, nanoseconds};
use crate::clock::UnixSeconds;
use crate::jwt::claims::{
    Activation, AuthorizationRequest, AuthorizationResponse, Body, ClaimType, Claims, Generic,
    NO_LIMIT, Operator, Permissions, User, UserLimits,
};

/// Claims of a type that can be shown.
pub trait Described: Body {
    /// Adds the rows of its own fields.
    fn describe(&self, table: &mut Table, now: UnixSeconds);
}

/// The whole table.
#[must_use]
pub fn described<B: Described>(claims: &Claims<B>, now: UnixSeconds) -> Table {
    let mut table = Table::new();
    table
        .row(
            "Type",
            if B::TYPE == ClaimType::Generic {
                "generic".to_owned()
            } else {
                B::TYPE.to_string()
            },
        )
        .row_unless_empty("Name", &*claims.name)
        .row("Subject", &*claims.subject)
        .row("Issuer", &*claims.issuer)
        .row("Issued", moment(claims.issued_at, now))
        .row(
            "Expires",
            match claims.expires {
                0 => "never".to_owned(),
                negative if negative < 0 => format!("never: {negative} counts as no time"),
                at => moment(at, now),
            },
        );
    if claims.not_before != 0 {
        table.row("Valid from", moment(claims.not_before, now));
    }
    table
        .row_unless_empty("Audience", &*claims.audience)
        .row_unless_empty("ID", &*claims.id);
    claims.body.describe(&mut table, now);
    table
}

/// `-1` is no limit.
fn limit(number: i64) -> String {
    if number == NO_LIMIT {
        "unlimited".to_owned()
    } else {
        number.to_string()
    }
}

const fn yes(flag: bool) -> &'static str {
    if flag { "yes" } else { "" }
}

fn revocations(
    table: &mut Table,
    label: &str,
    entries: &std::collections::BTreeMap<String, UnixSeconds>,
    now: UnixSeconds,
) {
    let up_to = entries
        .iter()
        .map(|(subject, up_to)| format!("{subject} signed up to {}", moment(*up_to, now)));
    table.list(label, up_to);
}

fn permissions(table: &mut Table, prefix: &str, permissions: &Permissions) {
    let Permissions {
        publish,
        subscribe,
        respond,
    } = permissions;
    table
        .list(format!("{prefix}Publish allow"), &publish.allow)
        .list(format!("{prefix}Publish deny"), &publish.deny)
        .list(format!("{prefix}Subscribe allow"), &subscribe.allow)
        .list(format!("{prefix}Subscribe deny"), &subscribe.deny);
    if let Some(respond) = respond {
        let max = limit(respond.max);
        table.row(
            format!("{prefix}Respond"),
            format!("{max} messages within {}", nanoseconds(respond.ttl)),
        );
    }
}

fn user_limits(table: &mut Table, prefix: &str, limits: &UserLimits) {
    permissions(table, prefix, &limits.permissions);
    let times: Vec<_> = limits
        .times
        .iter()
        .map(|range| format!("{} to {}", range.start, range.end))
        .collect();
    table
        .list(format!("{prefix}Networks"), &limits.src)
        .list(format!("{prefix}Times"), &times)
        .row_unless_empty(format!("{prefix}Time zone"), &*limits.times_location)
        .row(
            format!("{prefix}Limits"),
            format!(
                "{} subscriptions, {} bytes of data, {} bytes a message",
                limit(limits.subs),
                limit(limits.data),
                limit(limits.payload)
            ),
        )
        .row_unless_empty(format!("{prefix}Bearer token"), yes(limits.bearer_token))
        .row_unless_empty(
            format!("{prefix}Proxy required"),
            yes(limits.proxy_required),
        )
        .list(
            format!("{prefix}Connection types"),
            &limits.allowed_connection_types,
        );
}

impl Described for Operator {
    fn describe(&self, table: &mut Table, _now: UnixSeconds) {
        table
            .list("Signing keys", &self.signing_keys)
            .row_unless_empty("System account", &*self.system_account)
            .row(
                "Strict signing",
                if self.strict_signing_key_usage {
                    "yes"
                } else {
                    "no"
                },
            )
            .list("Service URLs", &self.operator_service_urls)
            .row_unless_empty("Account server", &*self.account_server_url)
            .row_unless_empty("Server at least", &*self.assert_server_version)
            .list("Tags", &self.tags);
    }
}

impl Described for User {
    fn describe(&self, table: &mut Table, _now: UnixSeconds) {
        table.row_unless_empty("Issuer account", &*self.issuer_account);
        if self.limits == UserLimits::default() {
            table.row("Limits", "set by the scope of its issuer");
        } else {
            user_limits(table, "", &self.limits);
        }
        table.list("Tags", &self.tags);
    }
}

/// Adds what the scope of its issuer lets a user do; `limits` are those of the scope, filled in for this user.
pub fn scoped(table: &mut Table, role: &str, limits: &UserLimits) {
    table.row_unless_empty("Role", role);
    user_limits(table, "Scope ", limits);
}

impl Described for Activation {
    fn describe(&self, table: &mut Table, _now: UnixSeconds) {
        table
            .row("Gives leave for", format!("{} {}", self.kind, self.subject))
            .row_unless_empty("Issuer account", &*self.issuer_account)
            .list("Tags", &self.tags);
    }
}

impl Described for AuthorizationRequest {
    fn describe(&self, table: &mut Table, _now: UnixSeconds) {
        // What the client said may be a password: that there is something is enough to know.
        let said = [
            ("jwt", &self.connect_opts.jwt),
            ("nkey", &self.connect_opts.nkey),
            ("auth_token", &self.connect_opts.auth_token),
            ("user", &self.connect_opts.user),
            ("pass", &self.connect_opts.pass),
        ];
        let said: Vec<_> = said
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, _)| *name)
            .collect();
        table
            .row("User key", &*self.user_nkey)
            .row(
                "Server",
                format!(
                    "{} {} ({})",
                    self.server_id.name, self.server_id.host, self.server_id.id
                ),
            )
            .row(
                "Client",
                format!(
                    "{} {} {}",
                    self.client_info.kind, self.client_info.host, self.client_info.name
                ),
            )
            .row_unless_empty("Client gave", said.join(", "))
            .row_unless_empty(
                "TLS",
                self.client_tls
                    .as_ref()
                    .map_or("", |tls| tls.version.as_str()),
            );
    }
}

impl Described for AuthorizationResponse {
    fn describe(&self, table: &mut Table, _now: UnixSeconds) {
        table
            .row_unless_empty("Error", &*self.error)
            .row_unless_empty("User token", &*self.jwt)
            .row_unless_empty("Issuer account", &*self.issuer_account);
    }
}

impl Described for Generic {
    fn describe(&self, table: &mut Table, _now: UnixSeconds) {
        for (name, value) in &self.0 {
            table.row(name.as_str(), value.to_string());
        }
    }
}
