//! Claims as a table for people: what was left at its default is left out, and nothing else.

use super::Table;
use super::time::{moment, nanoseconds};
use crate::clock::UnixSeconds;
use crate::jwt::claims::{
    Account, AccountLimits, Activation, AuthorizationRequest, AuthorizationResponse, Body,
    ClaimType, Claims, Export, Generic, Import, JetStreamLimits, NO_LIMIT, Operator, Permissions,
    Sampling, Scope, User, UserLimits,
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
            if claims.expires == 0 {
                "never".to_owned()
            } else {
                moment(claims.expires, now)
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

fn lines<T: AsRef<str>>(items: &[T]) -> String {
    items
        .iter()
        .map(AsRef::as_ref)
        .collect::<Vec<_>>()
        .join("\n")
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
    let text: Vec<_> = entries
        .iter()
        .map(|(subject, up_to)| format!("{subject} signed up to {}", moment(*up_to, now)))
        .collect();
    table.row_unless_empty(label, lines(&text));
}

fn permissions(table: &mut Table, prefix: &str, permissions: &Permissions) {
    let Permissions {
        publish,
        subscribe,
        respond,
    } = permissions;
    table
        .row_unless_empty(format!("{prefix}Publish allow"), lines(&publish.allow))
        .row_unless_empty(format!("{prefix}Publish deny"), lines(&publish.deny))
        .row_unless_empty(format!("{prefix}Subscribe allow"), lines(&subscribe.allow))
        .row_unless_empty(format!("{prefix}Subscribe deny"), lines(&subscribe.deny));
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
        .row_unless_empty(format!("{prefix}Networks"), lines(&limits.src))
        .row_unless_empty(format!("{prefix}Times"), lines(&times))
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
        .row_unless_empty(
            format!("{prefix}Connection types"),
            lines(&limits.allowed_connection_types),
        );
}

fn scope_text(key: &str, scope: Option<&Scope>) -> String {
    let Some(scope) = scope else {
        return key.to_owned();
    };
    let mut table = Table::new();
    table
        .row_unless_empty("  Role", &*scope.role)
        .row_unless_empty("  Description", &*scope.description);
    user_limits(&mut table, "  ", &scope.template.limits);
    format!(
        "{key} (scoped)\n{}",
        table.render_within(super::table::UNLIMITED).trim_end()
    )
}

fn jetstream_text(limits: &JetStreamLimits) -> String {
    let room = |bytes: i64| {
        if bytes == 0 {
            "none".to_owned()
        } else {
            limit(bytes)
        }
    };
    let stream = |bytes: i64| {
        if bytes == 0 {
            "unlimited".to_owned()
        } else {
            limit(bytes)
        }
    };
    format!(
        "memory {}, disk {}, {} streams, {} consumers, {} unacknowledged; \
         a stream: memory {}, disk {}{}",
        room(limits.mem_storage),
        room(limits.disk_storage),
        limit(limits.streams),
        limit(limits.consumer),
        limit(limits.max_ack_pending),
        stream(limits.mem_max_stream_bytes),
        stream(limits.disk_max_stream_bytes),
        if limits.max_bytes_required {
            ", size must be stated"
        } else {
            ""
        },
    )
}

fn account_limits(table: &mut Table, limits: &AccountLimits) {
    table
        .row("Connections", limit(limits.conn))
        .row("Leaf nodes", limit(limits.leaf))
        .row("Imports allowed", limit(limits.imports))
        .row("Exports allowed", limit(limits.exports))
        .row(
            "Wildcard exports",
            if limits.wildcards { "yes" } else { "no" },
        )
        .row("Subscriptions", limit(limits.subs))
        .row("Data", limit(limits.data))
        .row("Message size", limit(limits.payload))
        .row_unless_empty("Bearer refused", yes(limits.disallow_bearer));
    if limits.tiered_limits.is_empty() {
        let flat = &limits.jetstream;
        let enabled = flat.mem_storage != 0 || flat.disk_storage != 0;
        table.row(
            "JetStream",
            if enabled {
                jetstream_text(flat)
            } else {
                "disabled".to_owned()
            },
        );
    }
    for (tier, limits) in &limits.tiered_limits {
        table.row(format!("JetStream {tier}"), jetstream_text(&limits.limits));
    }
}

fn export_text(export: &Export) -> String {
    let mut text = format!("{} {}", export.share_type, export.subject);
    let mut add = |part: String| {
        text.push_str(", ");
        text.push_str(&part);
    };
    if !export.name.is_empty() && export.name != export.subject {
        add(format!("named {}", export.name));
    }
    if export.token_required {
        add("needs an activation".to_owned());
    }
    if !export.response_type.is_empty() {
        add(format!("answers {}", export.response_type));
    }
    if export.response_threshold != 0 {
        add(format!("within {}", nanoseconds(export.response_threshold)));
    }
    if let Some(latency) = &export.service_latency {
        let sampling = match latency.sampling {
            Sampling::Headers => "on request".to_owned(),
            Sampling::Percent(percent) => format!("{percent}%"),
        };
        add(format!("latency to {} ({sampling})", latency.results));
    }
    if export.account_token_position != 0 {
        add(format!(
            "importer's key at position {}",
            export.account_token_position
        ));
    }
    for (flag, word) in [
        (export.advertise, "advertised"),
        (export.allow_trace, "traced"),
    ] {
        if flag {
            add(word.to_owned());
        }
    }
    if !export.revocations.is_empty() {
        add(format!("{} revocations", export.revocations.len()));
    }
    if !export.description.is_empty() {
        add(export.description.clone());
    }
    if !export.info_url.is_empty() {
        add(export.info_url.clone());
    }
    text
}

fn import_text(import: &Import) -> String {
    let mut text = format!(
        "{} {} from {}",
        import.share_type, import.subject, import.account
    );
    for (value, word) in [
        (&import.local_subject, "here"),
        (&import.to, "to"),
        (&import.name, "named"),
    ] {
        if !value.is_empty() && *value != import.subject {
            text.push_str(&format!(", {word} {value}"));
        }
    }
    for (flag, word) in [
        (!import.token.is_empty(), "with an activation"),
        (import.share, "shares client information"),
        (import.allow_trace, "traced"),
    ] {
        if flag {
            text.push_str(", ");
            text.push_str(word);
        }
    }
    text
}

impl Described for Operator {
    fn describe(&self, table: &mut Table, _now: UnixSeconds) {
        table
            .row_unless_empty("Signing keys", lines(&self.signing_keys))
            .row_unless_empty("System account", &*self.system_account)
            .row(
                "Strict signing",
                if self.strict_signing_key_usage {
                    "yes"
                } else {
                    "no"
                },
            )
            .row_unless_empty("Service URLs", lines(&self.operator_service_urls))
            .row_unless_empty("Account server", &*self.account_server_url)
            .row_unless_empty("Server at least", &*self.assert_server_version)
            .row_unless_empty("Tags", lines(&self.tags));
    }
}

impl Described for Account {
    fn describe(&self, table: &mut Table, now: UnixSeconds) {
        let keys: Vec<_> = self
            .signing_keys
            .0
            .iter()
            .map(|(key, scope)| scope_text(key, scope.as_ref()))
            .collect();
        let mappings: Vec<_> = self
            .mappings
            .iter()
            .flat_map(|(from, to)| {
                to.iter().map(move |mapping| {
                    let weight = if mapping.weight == 0 {
                        100
                    } else {
                        mapping.weight
                    };
                    let cluster = if mapping.cluster.is_empty() {
                        String::new()
                    } else {
                        format!(" in cluster {}", mapping.cluster)
                    };
                    format!("{from} to {} ({weight}%{cluster})", mapping.subject)
                })
            })
            .collect();
        table
            .row_unless_empty("Description", &*self.description)
            .row_unless_empty("Info URL", &*self.info_url)
            .row_unless_empty("Signing keys", lines(&keys));
        account_limits(table, &self.limits);
        permissions(table, "Default ", &self.default_permissions.permissions);
        table
            .row_unless_empty(
                "Exports",
                lines(&self.exports.iter().map(export_text).collect::<Vec<_>>()),
            )
            .row_unless_empty(
                "Imports",
                lines(&self.imports.iter().map(import_text).collect::<Vec<_>>()),
            )
            .row_unless_empty("Mappings", lines(&mappings));
        revocations(table, "Revoked users", &self.revocations, now);
        for export in &self.exports {
            revocations(
                table,
                &format!("Revoked for {}", export.subject),
                &export.revocations,
                now,
            );
        }
        table
            .row_unless_empty("Callout users", lines(&self.authorization.auth_users))
            .row_unless_empty(
                "Callout accounts",
                lines(&self.authorization.allowed_accounts),
            )
            .row_unless_empty("Callout xkey", &*self.authorization.xkey);
        if let Some(trace) = &self.trace {
            let sampling = if trace.sampling == 0 {
                100
            } else {
                trace.sampling
            };
            table.row("Message traces", format!("{sampling}% to {}", trace.dest));
        }
        table
            .row_unless_empty("Cluster traffic", &*self.cluster_traffic)
            .row_unless_empty("Tags", lines(&self.tags));
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
        table.row_unless_empty("Tags", lines(&self.tags));
    }
}

impl Described for Activation {
    fn describe(&self, table: &mut Table, _now: UnixSeconds) {
        table
            .row("Gives leave for", format!("{} {}", self.kind, self.subject))
            .row_unless_empty("Issuer account", &*self.issuer_account)
            .row_unless_empty("Tags", lines(&self.tags));
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
