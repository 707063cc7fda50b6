//! What servers have that a key signed which is in other hands: every account is held against the store.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::matter::Rotated;
use crate::cmd::Ctx;
use crate::cmd::changed::side_by_side;
use crate::cmd::servers::had::{self, Ours, SUBJECTS};
use crate::cmd::servers::{ServerArgs, unheard_of};
use crate::jwt::claims::Account;
use crate::jwt::decode::{Unverified, decode};
use crate::net::cluster::Cluster;
use crate::net::spread::Spread;
use crate::rotation::emergency::old_keys;
use crate::rotation::{self, Inventory, Rotation, RotationError};
use crate::store::{Records, Store as _};
use crate::text::{counted, noted, quoted, shell_word};
use crate::trust::TrustError;
use crate::trust::difference::differences;
use crate::trust::superseded::Mark;
use crate::ui::{ExitCode, Failure, Hinted as _, shown};

/// Something that servers have, and should not.
struct Odd {
    key: String,
    name: String,
    codes: BTreeSet<&'static str>,
    what: Vec<String>,
    changes: Vec<String>,
    help: String,
}

impl Odd {
    /// Whether it is what the store had, and is the old key's still.
    fn is_to_be_pushed(&self) -> bool {
        self.codes.iter().all(|code| *code == "old-key")
    }
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

pub fn run(
    ctx: &Ctx,
    wanted: &str,
    kind: Option<Rotated>,
    key: Option<&str>,
    servers: &ServerArgs,
) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let (ours, rotation) = store.read(|records| {
        let rotation = match kind {
            Some(kind) => begun(records, kind, key)?,
            None => rotation::found(records, Some(wanted))?,
        };
        let operator = rotation.operator(records)?;
        ctx.is_about(records, &operator)?;
        let ours = Ours::under(records, operator, None)?;
        Ok::<_, RotationError>((ours, rotation))
    })?;
    let bad = old_keys(&rotation);
    let mut reached = servers.reach(ctx, &mut store, &ours.operator, &SUBJECTS)?;
    if let (Inventory::Count(count), None) = (&rotation.terms.servers, servers.declared()) {
        reached.cluster.expected = reached.cluster.expected.max(*count);
    }
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
    let (mut found, mut looked, mut hidden) = (Vec::new(), 0, 0);
    let mut asked = had::ask(ctx, &reached, &ours, "compared", &mut |spread| {
        looked += 1;
        hidden += usize::from(spread.hidden.count > 0);
        if !spread.copies.is_empty() {
            found.push(spread);
        }
    })?;
    let mut odd: Vec<Odd> = store.read(|records| {
        let each = found.iter();
        let each = each.map(|spread| compared(records, &ours, &keys, spread).transpose());
        each.flatten().collect::<Result<_, TrustError>>()
    })?;
    let place = |one: &Odd| (one.is_to_be_pushed(), one.name.clone(), one.key.clone());
    odd.sort_by_key(place);
    let cluster = &reached.cluster;
    asked.unknown.extend(unnamed(&rotation, servers, cluster));
    let silent: Vec<String> = cluster.unheard.iter().map(unheard_of).collect();
    if hidden > 0 {
        ctx.ui.warning(&format!(
            "what some servers have of {} is not known, as nobody uses {} there",
            counted(hidden, "account"),
            if hidden == 1 { "it" } else { "them" }
        ));
    }
    said(ctx, &odd, looked, (&asked.unknown, &silent))
}

/// The rotation of a kind, and of an old key where one is named: of several, the one that has not ended, or else that ended last.
fn begun(records: &dyn Records, kind: Rotated, key: Option<&str>) -> rotation::Result<Rotation> {
    let kind = kind.name();
    let mut all = rotation::all(records)?;
    all.retain(|one| one.kind.name() == kind && key.is_none_or(|key| one.old == key));
    if all.iter().any(Rotation::is_open) {
        all.retain(Rotation::is_open);
    } else if let Some(last) = all.iter().map(Rotation::moved_on).max() {
        all.retain(|one| one.moved_on() == last);
    }
    match <[Rotation; 1]>::try_from(all) {
        Ok([only]) => Ok(only),
        Err(several) if several.is_empty() => Err(RotationError::refused(
            format!(
                "no rotation of the kind {kind} has begun: no key is known that is in other hands"
            ),
            noted(
                "nkeep diff",
                "says what servers have otherwise than the store, whoever signed it",
            ),
        )),
        Err(several) => {
            let names: Vec<&str> = several.iter().map(|one| &*one.id).collect();
            Err(RotationError::refused(
                format!(
                    "there are several rotations of the kind {kind}, and none is named: {}",
                    names.join(", ")
                ),
                "nkeep rotate list",
            ))
        }
    }
}

/// Servers that the rotation names, and that did not answer.
fn unnamed(rotation: &Rotation, servers: &ServerArgs, cluster: &Cluster) -> Vec<String> {
    let (Inventory::Names(names), None) = (&rotation.terms.servers, servers.declared()) else {
        return Vec::new();
    };
    let is_here = |name: &&String| {
        let mut servers = cluster.servers.iter();
        servers.any(|server| server.name == **name || server.id == **name)
    };
    let silent = names.iter().filter(|name| !is_here(name));
    silent
        .map(|name| format!("server {} did not answer", quoted(name)))
        .collect()
}

/// What is odd about an account.
fn compared(
    records: &dyn Records,
    ours: &Ours,
    keys: &Keys,
    spread: &Spread,
) -> Result<Option<Odd>, TrustError> {
    let own = ours.accounts.get(&spread.key);
    let here = own.and_then(|(_, token)| read(token));
    let signed_at = here.as_ref().map(|token| token.claims().issued_at);
    let (mut codes, mut what, mut changes) = (BTreeSet::new(), Vec::new(), Vec::new());
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
        let is_bad = keys.bad.contains(&issuer);
        let is_here = own.is_some_and(|(_, ours)| *ours == copy.token);
        if let Some(here) = here.as_ref().filter(|_| !is_here)
            && !Mark::of(&token).was_here(records)?
        {
            codes.insert("changed");
            what.push("it was not made here: no token of the store's was that one".to_owned());
            let other = differences(claims, here.claims())?;
            changes.extend(other.iter().filter_map(side_by_side));
        }
        if is_bad {
            codes.insert("old-key");
            what.push(match codes.contains("changed") || own.is_none() {
                true => format!("{issuer} signed it, which is in other hands"),
                false => format!(
                    "the store had it before: {issuer} signed it, which is in other hands, and what is here is to be pushed"
                ),
            });
        }
        let mut named = claims.body.signing_keys.0.keys();
        if let Some(key) = named.find(|key| !is_here && keys.bad.contains(*key)) {
            codes.insert("old-key");
            what.push(format!(
                "it names {key}, which is in other hands: whoever that signs is let in until what is here is pushed, and nobody can list them"
            ));
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
    changes.dedup();
    let help = match own {
        Some((listed, _)) => format!("nkeep push -a {} --force", shell_word(&listed.name)),
        None => noted(
            format!("nkeep push -R {}", spread.key),
            "has servers delete it: those that were started with --allow-delete",
        ),
    };
    Ok((!codes.is_empty()).then(|| Odd {
        key: spread.key.clone(),
        name: name.unwrap_or_default(),
        codes,
        what,
        changes,
        help,
    }))
}

fn read(token: &str) -> Option<Unverified<Account>> {
    Unverified::try_from(decode(token).ok()?).ok()
}

/// Says it. Of servers that are silent it was said already that they are.
fn said(
    ctx: &Ctx,
    odd: &[Odd],
    looked: usize,
    (unknown, silent): (&[String], &[String]),
) -> Result<(), Failure> {
    if ctx.ui.json() {
        let each: Vec<Value> = odd
            .iter()
            .map(|one| {
                json!({
                    "public_key": one.key,
                    "name": one.name,
                    "codes": one.codes,
                    "what": one.what,
                    "changes": one.changes,
                    "hint": ctx.command(&one.help),
                })
            })
            .collect();
        ctx.ui.document(&json!({
            "kind": "emergency_comparison",
            "accounts": looked,
            "odd": each,
            "unknown": unknown.iter().chain(silent).collect::<Vec<_>>(),
        }))?;
    } else {
        let mut text = String::new();
        for one in odd {
            let title = format!("account {} {}", quoted(&one.name), one.key);
            text.push_str(&format!("{}\n", shown(&title)));
            for what in &one.what {
                text.push_str(&format!("  {}\n", shown(what)));
            }
            for change in &one.changes {
                text.push_str(&format!("    {}\n", shown(change)));
            }
            text.push_str(&format!("  hint: {}\n", ctx.command(&one.help)));
        }
        ctx.ui.text(&text)?;
    }
    // The first is what it ends with.
    for reason in unknown.iter().skip(usize::from(odd.is_empty())) {
        ctx.ui.warning(reason);
    }
    if !odd.is_empty() {
        return Err(Failure::new(
            ExitCode::Problems,
            anyhow::Error::msg(verdict(odd)),
        ));
    }
    if let Some(reason) = unknown.first().or(silent.first()) {
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

/// How many there are of what somebody else made or changed, and of what is to be pushed.
fn verdict(odd: &[Odd]) -> String {
    let to_be_pushed = odd.iter().filter(|one| one.is_to_be_pushed()).count();
    let is = |count: usize| if count == 1 { "is" } else { "are" };
    let others = odd.len() - to_be_pushed;
    let other = format!(
        "{} on servers {} not as made here",
        counted(others, "account"),
        is(others)
    );
    let pushed = format!(
        "{} {} the old key's still, and to be pushed",
        counted(to_be_pushed, "account"),
        is(to_be_pushed)
    );
    match (others, to_be_pushed) {
        (_, 0) => other,
        (0, _) => pushed,
        _ => format!("{other}, {pushed}"),
    }
}
