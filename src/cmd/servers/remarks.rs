//! What every command says of the servers that it asked: who did not answer, and that they know a later operator than the store.

use serde_json::{Value, json};

use crate::clock::absolute;
use crate::cmd::Ctx;
use crate::net::cluster::Cluster;
use crate::net::named::{Namer, Unheard};
use crate::text::{counted, noted, quoted, some};
use crate::trust::served::Served;
use crate::ui::called_with;

/// Servers that are named and do not answer, as a sentence.
pub fn unheard_of(unheard: &Unheard) -> String {
    let one = unheard.count == 1;
    let named = match unheard.by {
        Namer::Command => "that is named here",
        Namer::Operator => "that the operator names",
        Namer::Servers => "that others have a route to",
    };
    let does = match (unheard.is_apart, one) {
        (true, true) => "is in no cluster with those that answered",
        (true, false) => "are in no cluster with those that answered",
        (false, true) if unheard.refuses => "refuses the login",
        (false, false) if unheard.refuses => "refuse the login",
        (false, true) => "does not answer",
        (false, false) => "do not answer",
    };
    let among = match unheard.at.len() > unheard.count {
        true => "among ",
        false => "",
    };
    format!(
        "{} {named} {does}: {among}{}: what {} is not known",
        counted(unheard.count, "server"),
        some(&unheard.at),
        if one { "it has" } else { "they have" }
    )
}

/// Servers as documents name them.
pub fn servers_json(cluster: &Cluster) -> Value {
    let servers = cluster
        .servers
        .iter()
        .map(|server| json!({ "id": server.id, "name": server.name, "version": server.version }));
    servers.collect()
}

/// Servers that are named and do not answer, as documents have them.
pub fn unheard_json(cluster: &Cluster) -> Value {
    let unheard = cluster.unheard.iter().map(|one| {
        json!({
            "named_by": one.by.name(),
            "apart": one.is_apart,
            "refuses": one.refuses,
            "count": one.count,
            "addresses": one.at,
        })
    });
    unheard.collect()
}

/// Said where somebody knows better how many servers there are.
pub fn counting(cluster: &Cluster) -> String {
    noted(
        called_with(&format!("--servers {}", cluster.servers.len())),
        "where there are no more",
    )
}

/// Says before all else that the store is behind: then what it says otherwise may be wrong, and not what servers have.
pub fn warn_if_behind<'a>(
    ctx: &Ctx,
    operator: &Served,
    tokens: impl IntoIterator<Item = &'a String>,
) {
    if let Some(later) = operator.later(tokens) {
        ctx.ui.warning(&format!(
            "the store is behind: there is a later token of operator {}, signed {}, than it has; what takes it: {}",
            quoted(&operator.entity.name),
            absolute(later.claims().issued_at),
            ctx.command(TAKE_OPERATOR)
        ));
    }
}

/// The command that takes an operator's token from servers.
const TAKE_OPERATOR: &str = "nkeep pull --operator-token";

/// The same as a hint.
pub fn take_operator() -> String {
    noted(
        TAKE_OPERATOR,
        "takes the later token of the operator: the store is behind",
    )
}

/// What takes an account as somebody changed it elsewhere, though what is here was signed later. `account` is a word of a shell.
pub fn take_elsewhere(account: &str) -> String {
    noted(
        format!("nkeep pull -a {account} --overwrite-newer"),
        "takes what is there, in place of what was changed here",
    )
}
