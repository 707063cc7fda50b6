//! Accounts as a table: limits, signing keys with their scopes, and what is shared.

use super::{Described, limit, permissions, revocations, user_limits, yes};
use crate::clock::UnixSeconds;
use crate::jwt::claims::{
    Account, AccountLimits, Export, Import, JetStreamLimits, Sampling, Scope,
};
use crate::ui::table::{Line, Table};
use crate::ui::time::nanoseconds;

fn scope_lines(key: &str, scope: Option<&Scope>) -> Vec<Line> {
    let Some(scope) = scope else {
        return vec![key.into()];
    };
    let mut table = Table::new();
    table
        .row_unless_empty("  Role", &*scope.role)
        .row_unless_empty("  Description", &*scope.description);
    user_limits(&mut table, "  ", &scope.template.limits);
    let mut lines = vec![format!("{key} (scoped)").into()];
    lines.extend(table.into_lines());
    lines
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

impl Described for Account {
    fn describe(&self, table: &mut Table, now: UnixSeconds) {
        let keys = self
            .signing_keys
            .0
            .iter()
            .flat_map(|(key, scope)| scope_lines(key, scope.as_ref()));
        let mappings = self.mappings.iter().flat_map(|(from, to)| {
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
        });
        table
            .row_unless_empty("Description", &*self.description)
            .row_unless_empty("Info URL", &*self.info_url)
            .list("Signing keys", keys);
        account_limits(table, &self.limits);
        permissions(table, "Default ", &self.default_permissions.permissions);
        table
            .list("Exports", self.exports.iter().map(export_text))
            .list("Imports", self.imports.iter().map(import_text))
            .list("Mappings", mappings);
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
            .list("Callout users", &self.authorization.auth_users)
            .list("Callout accounts", &self.authorization.allowed_accounts)
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
            .list("Tags", &self.tags);
    }
}
