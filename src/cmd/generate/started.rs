//! Which operators servers are started with: while the identity of one is rotated, one alone would lock out whom the other's keys
//! let in.

use crate::cmd::Ctx;
use crate::emit::artefact::{Artefact, Item};
use crate::rotation::{self, open};
use crate::store::Records;
use crate::store::record::Entity;
use crate::text::quoted;
use crate::trust::served::Served;

/// The operators, in their order, where that one is meant.
pub fn started_with(records: &dyn Records, operator: Entity) -> rotation::Result<Vec<Served>> {
    let operators = open::started_with(records, operator)?.into_iter();
    let served = operators.map(|one| Ok(Served::of(one)?));
    served.collect()
}

/// Says so, where there are several.
pub fn say(ctx: &Ctx, operators: &[Served]) {
    let names: Vec<String> = operators
        .iter()
        .map(|one| quoted(&one.entity.name))
        .collect();
    if names.len() > 1 {
        ctx.ui.note(&format!(
            "operators {}, in this order: while an identity is rotated, servers are started with both",
            names.join(" and ")
        ));
    }
}

/// The same, where any of what is written makes servers trust them.
pub fn say_in(ctx: &Ctx, items: &[Item], operators: &[Served]) {
    if (items.iter()).any(|item| item.artefact == Artefact::ServerConfig) {
        say(ctx, operators);
    }
}
