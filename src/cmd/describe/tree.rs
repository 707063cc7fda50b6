//! The chain of trust as a drawing, and as a document: `--tree` of operators, accounts and users.

use serde_json::{Value, json};

use super::shape::Shape;
use crate::clock::UnixSeconds;
use crate::cmd::Ctx;
use crate::store::document::KeyState;
use crate::store::record::EntityKind;
use crate::trust::tree::{Held, Node, Signer, SigningKey};
use crate::ui::tree::{Branch, drawn};
use crate::ui::{Failure, json_text, time};

/// Where keys are cut short: narrower, they would leave no room for what is said of them.
const NARROW: usize = 120;

/// Draws a tree; whether the one that was asked for is trusted, the exit code says.
pub fn describe(ctx: &Ctx, tree: &Node, of: EntityKind, shape: &Shape) -> Result<(), Failure> {
    let text = if ctx.ui.json() {
        json_text(&json!({ "kind": "chain", "operator": document(tree) }))?
    } else {
        let columns = shape.columns(ctx);
        let words = Words {
            now: ctx.clock.now(),
            short: columns.is_some_and(|columns| columns < NARROW),
        };
        drawn(&words.node(tree), columns)
    };
    let written = shape.write(ctx, &text);
    // The way down to the one that was asked for is a single one.
    let asked = std::iter::successors(Some(tree), |node| node.below.first());
    let mut asked = asked.skip_while(|node| node.kind != of);
    if asked.next().is_some_and(|node| node.distrust.is_some()) {
        return Err(Failure::problems_after(written));
    }
    written
}

/// How it is said.
struct Words {
    now: UnixSeconds,
    short: bool,
}

impl Words {
    /// An entity; what its signing keys signed hangs on them.
    fn node(&self, node: &Node) -> Branch {
        let keys = node.signing_keys.iter().map(|key| {
            let below = node.below.iter();
            let signed = below.filter(|below| below.issuer == key.key.public);
            Branch {
                head: format!("signing key {}", self.key(&key.key.public)),
                facts: signing_key(key),
                below: signed.map(|below| self.node(below)).collect(),
            }
        });
        let by_a_key = |below: &&Node| matches!(below.signer, Signer::SigningKey | Signer::Retired);
        let others = node.below.iter().filter(|below| !by_a_key(below));
        Branch {
            head: format!(
                "{} {}  {}",
                node.kind,
                node.name,
                self.key(&node.key.public)
            ),
            facts: self.facts(node),
            below: keys.chain(others.map(|below| self.node(below))).collect(),
        }
    }

    fn facts(&self, node: &Node) -> Vec<String> {
        let mut facts = vec![seed(&node.key)];
        facts.extend(state(&node.key));
        match node.expires {
            0 => {}
            at if at <= self.now => facts.push(format!("expired {}", time::moment(at, self.now))),
            at => facts.push(format!("expires {}", time::moment(at, self.now))),
        }
        let issuer = self.key(&node.issuer);
        match node.signer {
            Signer::Itself | Signer::SigningKey => {}
            Signer::Identity => facts.push("signed by the identity key".to_owned()),
            Signer::Retired => facts.push(format!("! signed by the retired key {issuer}")),
            Signer::Unknown => facts.push(format!("! signed by {issuer}, which nobody here has")),
        }
        facts.extend(node.distrust.as_ref().map(|why| format!("! {why}")));
        facts
    }

    fn key(&self, key: &str) -> String {
        match (
            key.get(..8),
            key.len().checked_sub(4).and_then(|at| key.get(at..)),
        ) {
            (Some(start), Some(end)) if self.short && key.len() > 16 => format!("{start}..{end}"),
            _ => key.to_owned(),
        }
    }
}

fn signing_key(key: &SigningKey) -> Vec<String> {
    let role = key.role.as_ref().map(|role| format!("role {role}"));
    let retired = key
        .retired
        .then(|| "! retired: its owner's token does not name it".to_owned());
    let state = state(&key.key).filter(|_| !key.retired || key.key.state != KeyState::Retired);
    let parts = [role, Some(seed(&key.key)), state, retired];
    parts.into_iter().flatten().collect()
}

fn seed(key: &Held) -> String {
    let class = key.class.name();
    if key.sealed {
        format!("seed in the store ({class})")
    } else {
        format!("no seed ({class})")
    }
}

/// How a key stands that is not simply in use.
fn state(key: &Held) -> Option<String> {
    match key.state {
        KeyState::Active => None,
        KeyState::Compromised => Some(format!("! {}", KeyState::Compromised)),
        other => Some(other.to_string()),
    }
}

fn document(node: &Node) -> Value {
    let keys = node.signing_keys.iter().map(|key| {
        json!({
            "public_key": key.key.public,
            "class": key.key.class.name(),
            "sealed": key.key.sealed,
            "state": key.key.state.name(),
            "role": key.role,
            "retired": key.retired,
        })
    });
    let mut said = json!({
        "type": node.kind.name(),
        "name": node.name,
        "public_key": node.key.public,
        "class": node.key.class.name(),
        "sealed": node.key.sealed,
        "state": node.key.state.name(),
        "issuer": node.issuer,
        "signed_by": node.signer.name(),
        "expires": node.expires,
        "trusted": node.distrust.is_none(),
        "code": node.distrust.as_ref().map(|why| why.code().name()),
        "signing_keys": keys.collect::<Vec<_>>(),
    });
    let below = match node.kind {
        EntityKind::Operator => "accounts",
        EntityKind::Account => "users",
        EntityKind::User => return said,
    };
    said[below] = node.below.iter().map(document).collect();
    said
}
