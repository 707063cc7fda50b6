//! What servers have that a key signed which is in other hands: every account is held against the store.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::cmd::Ctx;
use crate::cmd::had::{self, Ours, SUBJECTS};
use crate::cmd::servers::ServerArgs;
use crate::jwt::claims::Account;
use crate::jwt::decode::{Unverified, decode};
use crate::net::spread::Spread;
use crate::rotation::emergency::old_keys;
use crate::rotation::{self, RotationError};
use crate::store::Store as _;
use crate::text::{noted, quoted, shell_word};
use crate::trust::resign::counted;
use crate::ui::{ExitCode, Failure, Hinted as _, shown};

/// Something that servers have, and should not.
struct Odd {
    key: String,
    name: String,
    codes: BTreeSet<&'static str>,
    what: Vec<String>,
    help: String,
}

/// Who signs, and who should not.
struct Keys {
    /// In other hands.
    bad: BTreeSet<String>,
    /// The operator's.
    own: BTreeSet<String>,
    /// Of other operators whom servers trust.
    others: BTreeSet<String>,
}

pub fn run(ctx: &Ctx, wanted: &str, servers: &ServerArgs) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let (ours, bad) = store.read(|records| {
        let rotation = rotation::found(records, Some(wanted))?;
        let operator = rotation.operator(records)?;
        ctx.is_about(records, &operator)?;
        let ours = Ours::under(records, operator, None)?;
        Ok::<_, RotationError>((ours, old_keys(&rotation)))
    })?;
    let reached = servers.reach(ctx, &mut store, &ours.operator, &SUBJECTS)?;
    let claims = ours.operator.trusted.claims();
    let own = claims.body.signing_keys.iter().chain([&claims.subject]);
    let own: BTreeSet<String> = own.filter(|key| !bad.contains(*key)).cloned().collect();
    let trusted = reached.cluster.servers.iter();
    let trusted = trusted.flat_map(|server| server.issuers.iter().map(ToString::to_string));
    let others = trusted.filter(|key| !own.contains(key) && !bad.contains(key));
    let keys = Keys {
        others: others.collect(),
        bad,
        own,
    };
    let (mut odd, mut looked, mut hidden) = (Vec::new(), 0, 0);
    let asked = had::ask(ctx, &reached, &ours, "compared", &mut |spread| {
        looked += 1;
        hidden += usize::from(spread.hidden.count > 0);
        odd.extend(compared(&ours, &keys, spread));
    })?;
    odd.sort_by(|one, other| (&one.name, &one.key).cmp(&(&other.name, &other.key)));
    if hidden > 0 {
        ctx.ui.warning(&format!(
            "what some servers have of {} is not known, as nobody uses {} there",
            counted(hidden, "account"),
            if hidden == 1 { "it" } else { "them" }
        ));
    }
    said(ctx, &odd, looked, &asked.unknown)
}

/// What is odd about an account.
fn compared(ours: &Ours, keys: &Keys, spread: Spread) -> Option<Odd> {
    let own = ours.accounts.get(&spread.key);
    let signed_at = own.and_then(|(_, token)| Some(read(token)?.claims().issued_at));
    let (mut codes, mut what) = (BTreeSet::new(), Vec::new());
    let mut name = own.map(|(listed, _)| listed.name.clone());
    for copy in &spread.copies {
        let Some(token) = read(&copy.token) else {
            codes.insert("unreadable");
            what.push("servers have something that is no account's token".to_owned());
            continue;
        };
        let (claims, issuer) = (token.claims(), token.claims().issuer.clone());
        name.get_or_insert_with(|| claims.name.clone());
        if own.is_none() && !keys.others.contains(&issuer) {
            codes.insert("unknown");
            let whose = match keys.own.contains(&issuer) {
                true => "a key of the operator",
                false => "a key that it has not",
            };
            what.push(format!(
                "the store does not know it; {issuer} signed it, {whose}"
            ));
        }
        if keys.bad.contains(&issuer) {
            codes.insert("old-key");
            what.push(format!("{issuer} signed it, which is in other hands"));
        }
        if let Some(ours) = signed_at.filter(|ours| claims.issued_at > *ours) {
            codes.insert("later");
            what.push(format!(
                "it is later by {} than what the store has",
                counted(
                    usize::try_from(claims.issued_at - ours).unwrap_or_default(),
                    "second"
                )
            ));
        }
    }
    what.dedup();
    let help = match own {
        Some((listed, _)) => format!("nkeep push -a {} --force", shell_word(&listed.name)),
        None => noted(
            format!("nkeep push -R {}", spread.key),
            "has servers delete it: those that were started with --allow-delete",
        ),
    };
    (!codes.is_empty()).then(|| Odd {
        key: spread.key,
        name: name.unwrap_or_default(),
        codes,
        what,
        help,
    })
}

fn read(token: &str) -> Option<Unverified<Account>> {
    Unverified::try_from(decode(token).ok()?).ok()
}

fn said(ctx: &Ctx, odd: &[Odd], looked: usize, unknown: &[String]) -> Result<(), Failure> {
    if ctx.ui.json() {
        let each: Vec<Value> = odd
            .iter()
            .map(|one| {
                json!({
                    "public_key": one.key,
                    "name": one.name,
                    "codes": one.codes,
                    "what": one.what,
                    "hint": ctx.command(&one.help),
                })
            })
            .collect();
        ctx.ui.document(&json!({
            "kind": "emergency-comparison",
            "accounts": looked,
            "odd": each,
            "unknown": unknown,
        }))?;
    } else {
        let mut text = String::new();
        for one in odd {
            let title = format!("account {} {}", quoted(&one.name), one.key);
            text.push_str(&format!("{}\n", shown(&title)));
            for what in &one.what {
                text.push_str(&format!("  {}\n", shown(what)));
            }
            text.push_str(&format!("  hint: {}\n", ctx.command(&one.help)));
        }
        ctx.ui.text(&text)?;
    }
    for reason in unknown {
        ctx.ui.warning(reason);
    }
    if !odd.is_empty() {
        let reason = format!(
            "{} on servers {} not the operator's alone",
            counted(odd.len(), "account"),
            if odd.len() == 1 { "is" } else { "are" }
        );
        return Err(Failure::new(ExitCode::Problems, anyhow::Error::msg(reason)));
    }
    if let Some(reason) = unknown.first() {
        let reason = format!("nothing was found where servers say what they have: {reason}");
        return Err(Failure::new(ExitCode::Failed, anyhow::Error::msg(reason)))
            .hint("nkeep verify");
    }
    ctx.ui.note(&format!(
        "{} on servers {} the operator's, and none was signed by a key in other hands",
        counted(looked, "account"),
        if looked == 1 { "is" } else { "are" }
    ));
    Ok(())
}
