//! A row as people and scripts read it: who has what of the account, and what that is.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::clock::absolute;
use crate::cmd::changed::{changes, side_by_side};
use crate::cmd::servers::had::{names, whoever};
use crate::cmd::servers::row::{Beside, Row, Seen};
use crate::net::cluster::Server;
use crate::net::spread::Who;
use crate::text::quoted;
use crate::trust::beside::{Age, Signer};

impl Row {
    /// What it is called, and its key.
    pub fn title(&self) -> String {
        match self.name.as_str() {
            "" => format!("account {}", self.key),
            name => format!("account {} {}", quoted(name), self.key),
        }
    }

    pub(super) fn lines(&self, servers: &[Server]) -> Vec<String> {
        let mut lines = vec![self.title()];
        if self.ours.is_none() {
            let why = match self.deleted {
                true => "  it was deleted here",
                false => "  it is not in the store",
            };
            lines.push(why.to_owned());
        }
        for seen in self.seen.iter().filter(|seen| !seen.is_same()) {
            let sentences = seen.sentences(servers);
            lines.extend(sentences.iter().map(|line| format!("  {line}")));
            lines.extend(seen.changes().iter().map(|line| format!("    {line}")));
        }
        lines.extend(self.absence(servers).map(|line| format!("  {line}")));
        lines
    }

    /// Who has none, where the store has it.
    pub fn absence(&self, servers: &[Server]) -> Option<String> {
        if self.absent.count == 0 || self.ours.is_none() {
            return None;
        }
        Some(format!("{} none", has(servers, &self.absent)))
    }

    pub(super) fn json(&self, servers: &[Server]) -> Value {
        let ours = self.ours.as_ref().map(|ours| {
            let claims = ours.claims();
            json!({
                "issued_at": claims.issued_at,
                "issuer": claims.issuer,
                "expires": claims.expires,
            })
        });
        json!({
            "name": self.name,
            "public_key": self.key,
            "differences": self.what(),
            "deleted": self.deleted,
            "store": ours,
            "tokens": self.seen.iter().map(|seen| seen.json(servers)).collect::<Vec<_>>(),
            "missing": who(servers, &self.absent),
        })
    }
}

impl Seen {
    /// The claims that differ.
    pub fn changes(&self) -> Vec<String> {
        let changes = self.word.iter().flat_map(|word| &word.changes);
        changes.filter_map(side_by_side).collect()
    }

    /// Who has it, and what it is.
    pub fn sentences(&self, servers: &[Server]) -> Vec<String> {
        let mut lines = Vec::new();
        let what = match &self.word {
            Ok(word) => word.sentence(),
            Err(reason) => format!("what cannot be read: {reason}"),
        };
        let kept = &self.kept;
        let plural = |count: usize, one, several| if count == 1 { one } else { several };
        if kept.count > 0 {
            let who = whoever(servers, kept);
            let all = kept.count == servers.len() && kept.count > 1;
            let keeps = if all {
                "keeps"
            } else {
                plural(kept.count, "keeps", "keep")
            };
            let uses = if all {
                "uses"
            } else {
                plural(kept.count, "uses", "use")
            };
            let and = match !self.used.is_empty() && self.used == kept.known {
                true => format!(" and {uses}"),
                false => String::new(),
            };
            lines.push(format!("{who} {keeps}{and} {what}"));
        }
        let rest: BTreeSet<String> = self.used.difference(&kept.known).cloned().collect();
        let is_said = kept.count > 0 && self.used == kept.known;
        if !is_said && !rest.is_empty() {
            let who = Who {
                count: rest.len(),
                known: rest,
            };
            let lets = plural(who.count, "lets", "let");
            let lets = if who.count == servers.len() {
                "lets"
            } else {
                lets
            };
            lines.push(format!(
                "{} {lets} users in by {what}",
                whoever(servers, &who)
            ));
        }
        lines
    }

    fn json(&self, servers: &[Server]) -> Value {
        let used = names(servers, &self.used);
        let mut json = json!({
            "kept_by": who(servers, &self.kept),
            "used_by": used,
        });
        match &self.word {
            Ok(word) => {
                json["age"] = json!(word.age.map(Age::name));
                json["signed_by"] = json!(word.signer.name());
                json["issuer"] = json!(word.issuer);
                json["name"] = json!(word.name);
                json["issued_at"] = json!(word.issued_at);
                json["expires"] = json!(word.expires);
                json["expired"] = json!(word.expired);
                json["ahead"] = json!(word.ahead);
                json["elsewhere"] = json!(word.elsewhere);
                json["changes"] = changes(&word.changes);
            }
            Err(reason) => json["unreadable"] = json!(reason),
        }
        json
    }
}

impl Beside {
    /// What it is.
    fn sentence(&self) -> String {
        let signed = absolute(self.issued_at);
        let mut text = match self.age {
            None => format!("one signed {signed}"),
            Some(Age::Same) => format!("the same, signed {signed}"),
            Some(Age::Older) if self.elsewhere => {
                format!("one that was changed elsewhere, signed {signed}, before what is here")
            }
            Some(Age::Older) => format!("an older one, signed {signed}"),
            Some(Age::Newer) => format!("a newer one, signed {signed}"),
            Some(Age::Twin) => format!("another one that was signed in the same second, {signed}"),
        };
        match self.signer {
            Signer::Operator => {}
            Signer::Former => text.push_str(&format!(
                " by {}, a retired key, which signs for the operator no more",
                self.issuer
            )),
            Signer::Later => text.push_str(&format!(
                " by {}, which a later token of the operator names",
                self.issuer
            )),
            Signer::Foreign => {
                text.push_str(&format!(" by {}, which is another's", self.issuer));
            }
        }
        if self.ahead {
            text.push_str(", by a clock that was ahead");
        }
        if self.expired {
            text.push_str(&format!(", and expired {}", absolute(self.expires)));
        }
        text
    }
}

/// Servers, and that they have something.
pub(super) fn has(servers: &[Server], who: &Who) -> String {
    let has = if who.is_one(servers) { "has" } else { "have" };
    format!("{} {has}", whoever(servers, who))
}

pub(super) fn who(servers: &[Server], who: &Who) -> Value {
    json!({ "count": who.count, "servers": names(servers, &who.known) })
}
