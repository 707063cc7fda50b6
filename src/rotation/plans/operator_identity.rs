//! The identity of an operator: a second operator beside it, whom servers trust as well; everything signed by that
//! one; then the first goes. Accounts stay what they are, and users keep their creds.
//!
//! Servers take a list of operators when they start (F7). The first of it alone decides who may delete accounts, and whether
//! identities may sign (measured), so the order is turned in a step of its own.

use crate::jwt::claims::Operator;
use crate::nkey::{Kind as KeyKind, PublicKey};
use crate::rotation::emergency::OLD_KEYS;
use crate::rotation::phase::{Asked, Deploy, Gate, Phase, Picked, Plan, Undo};
use crate::rotation::work::{Work, accounts, accounts_under};
use crate::rotation::{Kind, Result, Rotation, RotationError, all};
use crate::store::Records;
use crate::store::document::KeyState;
use crate::store::record::{Beside, Entity, EntityKind};
use crate::text::{counted, quoted, shell_word};
use crate::trust::new::OperatorDesk;
use crate::trust::resign;
use crate::trust::served::naming_system_account;
use crate::trust::{self, KeyChoice, KeySource, root, statement, successor};

/// What the old one is called in the store by now.
const OLD_NAME: &str = "old-name";
/// What the new one is called in the store by now.
const NEW_NAME: &str = "new-name";
/// What both say of each other.
pub const STATEMENT: &str = "statement";

pub static PLAN: Plan = Plan {
    kind: Kind::OperatorIdentity,
    pick,
    touches,
    warns: &[
        "the configuration of every server has to take a list of operators, and is written anew three times",
        "it has to say itself where accounts come from: of several operators servers take no account server",
        "it has to name the system account, and to have it in resolver_preload, as nkeep generate config writes it",
        "whatever pins the operator elsewhere has to be changed, too: CI, auth callouts, controllers, documents",
    ],
    phases: &[
        Phase {
            name: "stage",
            does: "makes the new operator, which says what the old one says, and stands beside it",
            gates: &[],
            enter: &[stand_beside],
            then: Deploy::RestartWith(&[OLD_NAME, NEW_NAME]),
            undo: Some(Undo {
                acts: &[dismiss],
                gates: &[Gate::Holding(accounts)],
                then: Deploy::Restart,
            }),
        },
        Phase {
            name: "activate",
            does: "signs every account anew by the new operator, under which it stands then, by the old one's name",
            gates: &[Gate::Started(old_and_new)],
            enter: &[sign_by_new],
            then: Deploy::Push,
            undo: Some(Undo {
                acts: &[sign_by_old],
                gates: &[Gate::Started(old)],
                then: Deploy::Push,
            }),
        },
        Phase {
            name: "swap",
            does: "has the new operator stand first, which decides who may delete accounts",
            gates: &[Gate::Started(old_and_new), Gate::Holding(accounts)],
            enter: &[],
            then: Deploy::RestartWith(&[NEW_NAME, OLD_NAME]),
            undo: Some(Undo::NOTHING),
        },
        Phase {
            name: "retire",
            does: "leaves the old operator out of what servers are started with",
            gates: &[
                Gate::Started(new_and_old),
                Gate::Soaked,
                Gate::Holding(accounts),
                Gate::NoStrangers,
                Gate::Unhung(accounts_under_old),
            ],
            enter: &[withdraw],
            then: Deploy::RestartWith(&[NEW_NAME]),
            undo: Some(Undo {
                acts: &[trust_old],
                gates: &[],
                then: Deploy::RestartWith(&[NEW_NAME, OLD_NAME]),
            }),
        },
        Phase {
            name: "destroy",
            does: "takes the old operator out of the store, and wipes its seeds; what its keys are called stays",
            gates: &[Gate::StartedAlone(new), Gate::Unhung(accounts_under_old)],
            enter: &[destroy_old],
            then: Deploy::Nothing,
            undo: None,
        },
    ],
    emergency: "retire",
    breaks: &[
        "until every server is started without the old operator, whoever has its key can have any account served",
        "a server that is started with the new operator alone, before accounts are pushed to it, lets nobody in until they are",
        "commands and files that name the old operator by its key find nothing: CI, auth callouts, controllers",
    ],
    instructions: &[
        "nkeep rotate emergency {rotation} --compare  # first, as it takes seconds and changes nothing: names the accounts that somebody else made or changed, before what is pushed takes their place",
        "nkeep generate config --nats-resolver --operators {new-name},{old-name} --allow-delete  # start every server again with it, all at once: only then do they take what the new operator signed",
        "nkeep push -A --force  # as soon as they have: what servers have is the old operator's, and not trusted for much longer; takes back what was changed",
        "nkeep push --prune --foreign --dry-run  # without --dry-run servers delete what the store has not, whoever signed it: the new operator stands first, and may have that done",
        "nkeep generate config --nats-resolver --operators {new-name}  # start every server again with it, as soon as accounts are there",
        "nkeep verify  # nothing may be otherwise",
        "nkeep rotate next {rotation}  # wipes the old seeds, when every server shows that it trusts the new operator alone",
    ],
};

fn pick(records: &dyn Records, asked: &Asked) -> Result<Picked> {
    let operator = asked.operator()?;
    let name = quoted(&operator.name);
    let describe = format!(
        "nkeep describe operator {}",
        shell_word(operator.name.as_str())
    );
    let old = operator.key.to_string();
    if let Some(wanted) = asked.key.as_ref().filter(|wanted| **wanted != old) {
        return Err(RotationError::refused(
            format!("{} is not the identity of operator {name}", quoted(wanted)),
            describe,
        ));
    }
    let body = trust::claims::<Operator>(&operator)?.into_claims().body;
    if body.system_account.is_empty() {
        return Err(RotationError::refused(
            format!(
                "operator {name} names no system account: servers of two operators would make one of their own, and let nobody in \
                 who was in the old one"
            ),
            naming_system_account(records, &operator)?,
        ));
    }
    if !body.account_server_url.is_empty() && nothing_here(records, &operator, &body)? {
        return Err(RotationError::refused(
            format!(
                "operator {name} is managed elsewhere, at {}: none of its keys is in the store, and who has them rotates them",
                body.account_server_url
            ),
            describe,
        ));
    }
    Ok(Picked {
        what: format!("identity {old} of operator {name}"),
        operator,
        account: None,
        user: None,
        old,
    })
}

/// Whether the store has none of an operator's seeds.
fn nothing_here(records: &dyn Records, operator: &Entity, body: &Operator) -> Result<bool> {
    let keys = body.signing_keys.iter().filter_map(|key| key.parse().ok());
    for key in keys.chain([operator.key]) {
        if is_here(records, &key)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn is_here(records: &dyn Records, key: &PublicKey) -> Result<bool> {
    Ok(records.key(key)?.is_some_and(|key| key.sealed.is_some()))
}

fn touches(records: &dyn Records, picked: &Picked) -> Result<Vec<String>> {
    let accounts = accounts_under(records, &picked.operator.key)?;
    Ok(vec![format!(
        "{}: {}",
        counted(accounts.len(), "account"),
        resign::names(&accounts)
    )])
}

fn tokens(records: &dyn Records, rotation: &Rotation, keys: &[&str]) -> Result<Vec<String>> {
    let token = |key: &&str| Ok(rotation.entity(records, key)?.token);
    keys.iter().map(token).collect()
}

fn old(records: &dyn Records, rotation: &Rotation) -> Result<Vec<String>> {
    tokens(records, rotation, &[&rotation.old])
}

fn new(records: &dyn Records, rotation: &Rotation) -> Result<Vec<String>> {
    tokens(records, rotation, &[&rotation.new])
}

fn old_and_new(records: &dyn Records, rotation: &Rotation) -> Result<Vec<String>> {
    tokens(records, rotation, &[&rotation.old, &rotation.new])
}

fn new_and_old(records: &dyn Records, rotation: &Rotation) -> Result<Vec<String>> {
    tokens(records, rotation, &[&rotation.new, &rotation.old])
}

fn accounts_under_old(records: &dyn Records, rotation: &Rotation) -> Result<Vec<String>> {
    let accounts = accounts_under(records, &rotation.old_key()?)?.into_iter();
    Ok(accounts
        .map(|account| format!("account {}", quoted(&account.name)))
        .collect())
}

fn stand_beside(work: &mut Work<'_>) -> Result<()> {
    let source = work.source.take().unwrap_or(KeySource::Generate);
    let operator = work.operator()?;
    // What somebody else may sign, too, says nothing, and there is no way back to it.
    let by_old = match work.rotation.compromised {
        true => None,
        false => Some(identity(work, &operator)?),
    };
    if by_old.is_some() {
        let choice = signs_accounts(work, &operator)?;
        OperatorDesk::open(work.changes, work.keyring, &operator, &choice)?;
    }
    let waiting = std::mem::take(&mut work.asked.waiting);
    let made = successor::make(work.changes, work.keyring, &operator, source, &waiting)?;
    // Before anything is read that nobody signed yet, where it is asked for.
    if let Some(by_old) = by_old {
        let text = statement::signed(&*by_old, &*made.identity, &made.operator)?;
        work.changes.signed_by(&operator.key);
        work.rotation.kept.insert(STATEMENT.to_owned(), text);
        work.tell("each of the two operators has signed that the new one comes after the old one");
    }
    work.named_new(made.operator.key.to_string(), KeyKind::Operator)?;
    stand(work, &made.operator, KeyState::Published)?;
    named(work, &operator, &made.operator);
    let keys: Vec<String> = signing_keys(&operator)?
        .iter()
        .map(ToString::to_string)
        .collect();
    work.rotation
        .kept
        .insert(OLD_KEYS.to_owned(), keys.join(" "));
    work.tell(format!(
        "operator {} {} stands beside operator {}, and signs nothing yet",
        made.operator.name, made.operator.key, operator.name
    ));
    Ok(())
}

/// What signs as the operator itself.
fn identity(work: &Work<'_>, operator: &Entity) -> Result<Box<dyn crate::jwt::sign::Signer>> {
    Ok(root(work.changes, work.keyring, operator, &work.choice)?)
}

/// Which key signs accounts of an operator: a signing key where one is here, as whoever keeps the identity away has it. A key that
/// was brought may be there for what the identity has to sign alone.
fn signs_accounts(work: &Work<'_>, operator: &Entity) -> Result<KeyChoice> {
    let body = trust::claims::<Operator>(operator)?.into_claims().body;
    let brought = work.choice.key();
    let signing = signing_keys(operator)?;
    if brought.is_some_and(|key| signing.contains(&key)) {
        return Ok(work.choice.clone());
    }
    for key in signing {
        if is_here(work.changes, &key)? {
            return Ok(KeyChoice::Key(key));
        }
    }
    match brought == Some(operator.key) && !body.strict_signing_key_usage {
        true => Ok(work.choice.clone()),
        false => Ok(KeyChoice::Best),
    }
}

fn signing_keys(operator: &Entity) -> Result<Vec<PublicKey>> {
    let body = trust::claims::<Operator>(operator)?.into_claims().body;
    let keys = body.signing_keys.iter();
    Ok(keys.filter_map(|key| key.parse().ok()).collect())
}

/// Says how an operator's keys stand.
fn stand(work: &mut Work<'_>, operator: &Entity, state: KeyState) -> Result<()> {
    for key in signing_keys(operator)? {
        work.changes.put_key_state(&key, state)?;
    }
    match operator.key == work.rotation.old_key()? {
        true => work.state_of_old(state),
        false => work.state_of_new(state),
    }
}

/// Keeps what the two are called by now.
fn named(work: &mut Work<'_>, old: &Entity, new: &Entity) {
    let kept = &mut work.rotation.kept;
    kept.insert(OLD_NAME.to_owned(), old.name.to_string());
    kept.insert(NEW_NAME.to_owned(), new.name.to_string());
}

fn both(work: &Work<'_>) -> Result<(Entity, Entity)> {
    let rotation = &work.rotation;
    let old = rotation.entity(work.changes, &rotation.old)?;
    Ok((old, rotation.entity(work.changes, &rotation.new)?))
}

fn dismiss(work: &mut Work<'_>) -> Result<()> {
    let (_, new) = both(work)?;
    remove(work, &new)
}

fn sign_by_new(work: &mut Work<'_>) -> Result<()> {
    let (mut old, mut new) = both(work)?;
    let doubt = edited_since(&old, &new)?;
    work.warn(doubt);
    stand(work, &new, KeyState::Active)?;
    stand(work, &old, KeyState::Retiring)?;
    successor::takes_place(work.changes, &mut old, &mut new, Beside::Before)?;
    named(work, &old, &new);
    go_under(work, &old, &new)
}

/// What was changed of the old one while the new one stood beside it.
fn edited_since(old: &Entity, new: &Entity) -> Result<Option<String>> {
    let says = |operator: &Entity| -> Result<Operator> {
        let mut body = trust::claims::<Operator>(operator)?.into_claims().body;
        body.signing_keys.clear();
        Ok(body)
    };
    Ok((says(old)? != says(new)?).then(|| {
        format!(
            "operator {} was edited since the new one was made, which does not say so: nkeep edit operator has it say that, too, \
             and servers take it when they are started again",
            quoted(&old.name)
        )
    }))
}

fn sign_by_old(work: &mut Work<'_>) -> Result<()> {
    let (mut old, mut new) = both(work)?;
    stand(work, &old, KeyState::Active)?;
    stand(work, &new, KeyState::Published)?;
    successor::takes_place(work.changes, &mut new, &mut old, Beside::Next)?;
    named(work, &old, &new);
    go_under(work, &new, &old)
}

/// Signs every account of one operator anew by the other, under which it stands then. Other rotations go along.
fn go_under(work: &mut Work<'_>, from: &Entity, to: &Entity) -> Result<()> {
    let choice = signs_accounts(work, to)?;
    let all_of_them = resign::signed(
        work.changes,
        EntityKind::Account,
        Some(&from.key),
        |_| true,
        |_, _| true,
    )?;
    let count = all_of_them.len();
    let signed = resign::accounts(work.changes, work.keyring, (from, to), &choice, all_of_them)?;
    work.warn(signed.broken);
    let (was, now) = (from.key.to_string(), to.key.to_string());
    work.rotation.operator.clone_from(&now);
    for mut other in all(work.changes)? {
        if other.is_open() && other.operator == was && other.id != work.rotation.id {
            other.operator.clone_from(&now);
            other.keep(work.changes)?;
        }
    }
    work.tell(format!(
        "{} signed anew by operator {} {}",
        counted(count, "account"),
        to.name,
        to.key
    ));
    work.tell(format!(
        "operator {} {} stands beside it",
        from.name, from.key
    ));
    Ok(())
}

fn withdraw(work: &mut Work<'_>) -> Result<()> {
    let (old, _) = both(work)?;
    stand(work, &old, KeyState::Withdrawn)?;
    work.tell(format!(
        "servers are to be started without operator {} {}",
        old.name, old.key
    ));
    Ok(())
}

fn trust_old(work: &mut Work<'_>) -> Result<()> {
    let (old, _) = both(work)?;
    stand(work, &old, KeyState::Retiring)?;
    work.tell(format!(
        "servers are to be started with operator {} {} again",
        old.name, old.key
    ));
    Ok(())
}

fn destroy_old(work: &mut Work<'_>) -> Result<()> {
    let (old, _) = both(work)?;
    remove(work, &old)
}

/// Takes an operator out of the store, and wipes the seeds of its keys.
fn remove(work: &mut Work<'_>, operator: &Entity) -> Result<()> {
    let left = accounts_under(work.changes, &operator.key)?;
    if !left.is_empty() {
        return Err(RotationError::refused(
            format!(
                "operator {} has accounts still: {}",
                quoted(&operator.name),
                resign::names(&left)
            ),
            format!(
                "nkeep list accounts --operator {}",
                shell_word(operator.name.as_str())
            ),
        ));
    }
    let mut keys = signing_keys(operator)?;
    let owned = work.changes.keys_of(&operator.key)?.into_iter();
    keys.extend(owned.map(|record| record.public));
    keys.push(operator.key);
    keys.sort_unstable_by_key(ToString::to_string);
    keys.dedup();
    for key in keys {
        work.destroy(&key)?;
    }
    work.changes.remove_entity(operator)?;
    work.tell(format!(
        "operator {} {} is no longer in the store",
        operator.name, operator.key
    ));
    Ok(())
}
