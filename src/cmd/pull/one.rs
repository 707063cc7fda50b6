//! What was taken, and what is not the operator's word, one by one.

use serde_json::{Value, json};

use crate::clock::absolute;
use crate::cmd::Ctx;
use crate::text::quoted;
use crate::trust::beside::{Signer, Word};

/// An account that was taken.
pub struct Taken {
    /// What it is called.
    pub name: String,
    /// Its key.
    pub key: String,
    /// How it stood to what was here.
    pub outcome: &'static str,
    /// Whether it was not here.
    pub is_new: bool,
    /// When it was signed.
    pub issued_at: i64,
    /// What is other than it was, in words.
    pub told: Vec<String>,
    /// The same for documents.
    pub changes: Value,
    /// Who is let in again, and the command that shuts out.
    pub let_in: Vec<(String, Option<String>)>,
    /// How many of its keys are not here.
    pub keys_missing: usize,
}

/// A token that is not the operator's word.
pub struct Other {
    /// What the account is called.
    pub name: String,
    /// Its key.
    pub key: String,
    /// Whether the store has the account.
    pub is_ours: bool,
    /// Whose word it is; nothing where it cannot be read.
    pub signer: Option<Signer>,
    /// The key that signed it.
    pub issuer: String,
    /// Why it is not taken.
    pub reason: String,
}

impl Taken {
    /// Says it; `several` is how many tokens of it servers have, where they have several.
    pub fn text(&self, ctx: &Ctx, several: Option<usize>) {
        let signed = absolute(self.issued_at);
        let which = match (self.outcome, several) {
            (_, Some(count)) => format!("the newest of {count} on servers, signed {signed}"),
            ("overwritten", None) => format!("signed {signed}, in place of a newer one"),
            (_, None) => format!("signed {signed}"),
        };
        ctx.ui.note(&format!(
            "pulled account {} {}, {which}",
            quoted(&self.name),
            self.key
        ));
        if self.is_new && self.keys_missing > 0 {
            let keys = self.keys_missing;
            let are = if keys == 1 { "is" } else { "are" };
            ctx.ui.note(&format!(
                "  it was not here, and {keys} of its keys {are} not"
            ));
        }
        for line in &self.told {
            ctx.ui.note(&format!("  {line}"));
        }
        for (who, out) in &self.let_in {
            let out = match out {
                Some(out) => format!("; what shuts out: {}", ctx.command(out)),
                None => String::new(),
            };
            ctx.ui.warning(&format!("lets in again {who}{out}"));
        }
    }

    /// As documents have it.
    pub fn json(&self, ctx: &Ctx) -> Value {
        let let_in = self.let_in.iter().map(|(who, out)| {
            let out = out.as_ref().map(|out| ctx.command(out));
            json!({ "who": who, "shuts_out": out })
        });
        json!({
            "name": self.name,
            "public_key": self.key,
            "outcome": self.outcome,
            "issued_at": self.issued_at,
            "changes": self.changes,
            "lets_in_again": let_in.collect::<Vec<_>>(),
            "keys_missing": self.keys_missing,
        })
    }
}

impl Other {
    /// A token of the account with that key, which the store may have under a name.
    pub fn of(key: &str, ours: Option<&str>, word: Result<Word, String>) -> Self {
        let (name, signer, issuer, reason) = match word {
            Ok(word) => {
                let claims = word.token.claims();
                let reason = match word.signer {
                    Signer::Former => format!(
                        "signed by {}, a retired key, which signs for the operator no more",
                        claims.issuer
                    ),
                    Signer::Later => format!(
                        "signed by {}, which a later token of the operator names: the store is behind",
                        claims.issuer
                    ),
                    _ => format!("signed by {}, which is another's", claims.issuer),
                };
                (
                    claims.name.clone(),
                    Some(word.signer),
                    claims.issuer.clone(),
                    reason,
                )
            }
            Err(reason) => {
                let reason = format!("which cannot be read: {reason}");
                (String::new(), None, String::new(), reason)
            }
        };
        Self {
            name: ours.map_or(name, str::to_owned),
            key: key.to_owned(),
            is_ours: ours.is_some(),
            signer,
            issuer,
            reason,
        }
    }

    /// The account, as it is listed.
    pub fn shown(&self) -> String {
        format!("{} {}", quoted(&self.name), self.key)
    }
}
