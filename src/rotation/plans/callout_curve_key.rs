//! The curve key that requests to an auth callout are sealed to. An account names one, so that the service has to
//! open with both keys before the account names the new one: else every login waits for the callout to time out.
//!
//! Measured: two services with a key each in one queue group lose logins; in different groups, or as one service with both keys,
//! none is lost.

use crate::jwt::claims::Account;
use crate::nkey::{Kind as KeyKind, PublicKey};
use crate::rotation::phase::{Asked, Attestation, Deploy, Gate, Phase, Picked, Plan, Undo};
use crate::rotation::work::{Work, account, destroy_new, destroy_old};
use crate::rotation::{Kind, Result, RotationError};
use crate::store::class::Role;
use crate::store::document::KeyState;
use crate::store::record::Entity;
use crate::store::{Records, StoreError};
use crate::text::{quoted, shell_word};
use crate::trust::{self, KeySource};

static OPENS_BOTH: Attestation = Attestation {
    name: "service-opens-both",
    says: "the callout service opens with both keys: it reports both, and somebody logged in through it",
};
static DROPPED_OLD: Attestation = Attestation {
    name: "service-dropped-old",
    says: "no callout service has the old key any more, and somebody logged in since",
};

pub static PLAN: Plan = Plan {
    kind: Kind::CalloutCurveKey,
    pick,
    touches,
    warns: &[
        "a service that takes one key is deployed twice, each with its own key, in different queue groups: in one group logins are lost",
        "--soak should be ten times the timeout of the callout or more",
        "whoever gets the old seed can read requests that were recorded, and there are passwords in them: when it is in other hands, the passwords have to change, too",
    ],
    phases: &[
        Phase {
            name: "stage",
            does: "makes the new key, which the service gets beside the old one",
            gates: &[],
            enter: &[make_new],
            then: Deploy::HandOut(
                "the service gets the new key beside the old one, and then says so",
            ),
            undo: Some(Undo {
                acts: &[destroy_new],
                gates: &[Gate::Holding(account)],
                then: Deploy::HandOut("the service can do without the new key again"),
            }),
        },
        Phase {
            name: "activate",
            does: "names the new key in the account: servers seal requests to it",
            gates: &[Gate::Attested(&OPENS_BOTH)],
            enter: &[seal_to_new],
            then: Deploy::Push,
            undo: Some(Undo {
                acts: &[seal_to_old],
                gates: &[Gate::Attested(&OPENS_BOTH)],
                then: Deploy::Push,
            }),
        },
        Phase {
            name: "soak",
            does: "watches: every server has the account with the new key",
            gates: &[Gate::Holding(account)],
            enter: &[],
            then: Deploy::Nothing,
            undo: Some(Undo::NOTHING),
        },
        Phase {
            name: "retire",
            does: "has the service give the old key up",
            gates: &[Gate::Soaked, Gate::Holding(account)],
            enter: &[give_old_up],
            then: Deploy::HandOut("the service gets the new key alone, and then says so"),
            undo: Some(Undo {
                acts: &[take_old_back],
                gates: &[],
                then: Deploy::HandOut("the service gets both keys again"),
            }),
        },
        Phase {
            name: "destroy",
            does: "wipes the old seed; what it is called stays",
            gates: &[Gate::Attested(&DROPPED_OLD)],
            enter: &[destroy_old],
            then: Deploy::Nothing,
            undo: None,
        },
    ],
    emergency: "retire",
    breaks: &[
        "until the service opens with the new key, nobody who is asked about gets in, and each waits for the callout to time out",
    ],
    instructions: &[
        "nkeep rotate artefacts {rotation} --reveal -o {rotation} -n NAMESPACE  # the new key alone: every callout service gets it, and is started with it",
        "nkeep push -A  # right after that: servers seal to the new key",
        "Let somebody log in through each server.",
        "Change every password that came in through the callout: recorded requests can be read with the old seed.",
    ],
};

fn pick(_: &dyn Records, asked: &Asked) -> Result<Picked> {
    let operator = asked.operator()?;
    let account = asked.account()?;
    let (name, word) = (quoted(&account.name), shell_word(account.name.as_str()));
    let old = curve_key(&account)?;
    if old.is_empty() {
        return Err(RotationError::refused(
            format!("the auth callout of account {name} names no curve key"),
            format!("nkeep edit authcallout -a {word} --curve generate"),
        ));
    }
    if let Some(wanted) = asked.key.as_ref().filter(|wanted| **wanted != old) {
        return Err(RotationError::refused(
            format!("the auth callout of account {name} names {old}, and not {wanted}"),
            format!("nkeep describe account {word}"),
        ));
    }
    let parsed: PublicKey = old.parse().map_err(StoreError::from)?;
    parsed
        .kind()
        .expect(KeyKind::Curve)
        .map_err(StoreError::from)?;
    Ok(Picked {
        what: format!("curve key {old} of the auth callout of account {name}"),
        operator,
        account: Some(account),
        user: None,
        old,
    })
}

fn touches(_: &dyn Records, picked: &Picked) -> Result<Vec<String>> {
    let account = picked.account.iter();
    Ok(account
        .map(|account| format!("account {}", quoted(&account.name)))
        .collect())
}

/// The curve key that an account's callout names.
fn curve_key(account: &Entity) -> Result<String> {
    let claims = trust::claims::<Account>(account)?.into_claims();
    Ok(claims.body.authorization.xkey)
}

fn make_new(work: &mut Work<'_>) -> Result<()> {
    let source = work.source.take().unwrap_or(KeySource::Generate);
    let account = work.account()?;
    let key = source.give(work.changes, KeyKind::Curve, Role::Curve, &account)?;
    work.named_new(key.to_string(), KeyKind::Curve)?;
    work.state_of_new(KeyState::Published)?;
    work.tell(format!(
        "{key} is made for the service to open with beside {}; servers do not know it yet",
        work.rotation.old
    ));
    work.tell(format!(
        "where each key has a service of its own: nkeep generate secret xkey {key} -n NAMESPACE"
    ));
    Ok(())
}

fn seal_to_new(work: &mut Work<'_>) -> Result<()> {
    let (old, new) = (work.rotation.old.clone(), work.rotation.new.clone());
    sealed_to(work, &old, &new)?;
    work.state_of_new(KeyState::Active)?;
    work.state_of_old(KeyState::Retiring)
}

fn seal_to_old(work: &mut Work<'_>) -> Result<()> {
    let (old, new) = (work.rotation.old.clone(), work.rotation.new.clone());
    sealed_to(work, &new, &old)?;
    work.state_of_old(KeyState::Active)?;
    work.state_of_new(KeyState::Published)
}

/// Has the account name another key than it does. The one that it named stays the account's until it is wiped.
fn sealed_to(work: &mut Work<'_>, from: &str, to: &str) -> Result<()> {
    let account = work.account()?;
    let named = curve_key(&account)?;
    if named != from {
        let word = shell_word(account.name.as_str());
        let named = match &*named {
            "" => "no curve key",
            named => named,
        };
        return Err(RotationError::refused(
            format!(
                "somebody else changed the auth callout of account {}: it names {named}, and not {from}",
                quoted(&account.name)
            ),
            format!("nkeep edit authcallout -a {word} --curve {from}"),
        ));
    }
    work.edit_account(|_, claims| {
        claims.body.authorization.xkey = to.to_owned();
        Ok(())
    })?;
    work.tell(format!(
        "account {} names {to} in place of {from}",
        quoted(&account.name)
    ));
    Ok(())
}

fn give_old_up(work: &mut Work<'_>) -> Result<()> {
    work.state_of_old(KeyState::Retired)?;
    work.tell(format!("{} is for no request any more", work.rotation.old));
    Ok(())
}

fn take_old_back(work: &mut Work<'_>) -> Result<()> {
    work.state_of_old(KeyState::Retiring)?;
    work.tell(format!(
        "the service has to open with {} again, too",
        work.rotation.old
    ));
    Ok(())
}
