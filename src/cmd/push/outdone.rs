//! `push --force` where servers have what was signed later: it would come back with the next server that has it (F4). What goes
//! there is signed anew, and the store has that before any server does.

use std::collections::BTreeMap;

use super::Asked;
use crate::cmd::Ctx;
use crate::store::Store as _;
use crate::store::sqlite::SqliteStore;
use crate::text::{counted, quoted, shell_word, some};
use crate::trust::outdone::{Latest, Left, Outdone, separate, sign_past};
use crate::ui::Failure;

/// What became of accounts of which servers have what is later, by their names.
#[derive(Default)]
pub struct Names {
    /// They are later now.
    pub signed: Vec<String>,
    /// What is there comes back with the next server that has it.
    pub left: Vec<String>,
}

/// Signs anew what servers have later, puts that in the place of what was asked for, and says which accounts these are.
pub fn outdo(
    ctx: &Ctx,
    store: &mut SqliteStore,
    asked: &mut Asked,
    latest: Latest,
) -> Result<Names, Failure> {
    if latest.is_empty() {
        return Ok(Names::default());
    }
    let Outdone { signed, left } = signed(ctx, store, asked, latest)?;
    let tokens: BTreeMap<String, &String> = signed
        .iter()
        .map(|account| (account.key.to_string(), &account.token))
        .collect();
    for (account, token) in &mut asked.accounts {
        if let Some(later) = tokens.get(&account.key) {
            token.clone_from(later);
        }
    }
    let names: Vec<String> = signed.iter().map(|one| one.name.to_string()).collect();
    if !names.is_empty() {
        let titles: Vec<String> = names.iter().map(quoted).collect();
        let (were, they, have) = match (names.len(), ctx.made.is_trial()) {
            (1, true) => ("would be", "it is", "what is"),
            (_, true) => ("would be", "they are", "what is"),
            (1, false) => ("was", "it is", "what was"),
            (_, false) => ("were", "they are", "what was"),
        };
        ctx.ui.note(&format!(
            "{} {were} signed anew, so that {they} later than {have} there: {}",
            counted(names.len(), "account"),
            some(&titles)
        ));
    }
    let comes_back = left.iter().map(|(name, _)| name.clone()).collect();
    warn(ctx, left);
    Ok(Names {
        signed: names,
        left: comes_back,
    })
}

fn signed(
    ctx: &Ctx,
    store: &mut SqliteStore,
    asked: &Asked,
    mut latest: Latest,
) -> Result<Outdone, Failure> {
    // Whoever pushes with a creds file need not be able to open the store.
    let Ok(keyring) = ctx.keyring(store) else {
        let reason = Left::NoKey("the store cannot be opened here".to_owned());
        let accounts = asked.accounts.iter();
        let is_later = |key: &str| key.parse().is_ok_and(|key| latest.contains_key(&key));
        let later = accounts.filter(|(one, _)| is_later(&one.key));
        return Ok(Outdone {
            signed: Vec::new(),
            left: later
                .map(|(one, _)| (one.name.clone(), reason.clone()))
                .collect(),
        });
    };
    let (operator, now) = (&asked.operator, ctx.clock.now());
    let left = store.read(|records| separate(records, &*keyring, operator, &mut latest, now))?;
    let mut outdone = Outdone::default();
    if !latest.is_empty() {
        let accounts = counted(latest.len(), "account");
        let note = ctx.note(
            "push",
            format!("signed {accounts} anew, past what servers have"),
        );
        outdone = store.transact(note, &*keyring, |changes| {
            sign_past(changes, &*keyring, operator, &latest)
        })?;
    }
    outdone.left.extend(left);
    Ok(outdone)
}

/// What is only written over comes back.
fn warn(ctx: &Ctx, left: Vec<(String, Left)>) {
    let mut by_reason: BTreeMap<Left, Vec<String>> = BTreeMap::new();
    for (name, reason) in left {
        by_reason.entry(reason).or_default().push(name);
    }
    for (reason, names) in by_reason {
        let titles: Vec<String> = names.iter().map(quoted).collect();
        let which = match titles.len() {
            1 => "account",
            _ => "accounts",
        };
        let (account, shown) = (shell_word(&names[0]), some(&titles));
        let back = "a server that comes back with it brings it to all others";
        ctx.ui.warning(&match reason {
            Left::Ahead => format!(
                "{which} {shown}: what is there was signed by a clock that is ahead, and stays the latest: {back}; what shows \
                 whether it did: {}",
                ctx.command(&format!("nkeep diff -a {account}"))
            ),
            Left::NoKey(why) => format!(
                "{which} {shown}: what is there is later, and {back}, as none could be signed past it: {why}; what helps \
                 where the key is: {}",
                ctx.command(&format!("nkeep push -a {account} --force"))
            ),
            Left::Unsigned(why) => format!(
                "{which} {shown}: what is there is later, and {back}, as none could be signed past it: {why}; what helps: {}",
                ctx.command(&format!("nkeep validate --account {account}"))
            ),
        });
    }
}
