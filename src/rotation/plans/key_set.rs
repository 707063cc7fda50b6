//! Keys of other systems: 32 letters and digits, PKCS#8, or curve keys, for services that read one or two of
//! them. Where two are read the new one is known before anything is written by it, and the old one goes when nothing is left that
//! it alone opens. Where one is read nothing overlaps: everything stands still, or there are two of everything for a while.

use crate::nkey::{Kind as KeyKind, PublicKey, Seed};
use crate::rotation::phase::{Asked, Attestation, Deploy, Gate, Phase, Picked, Plan, Undo};
use crate::rotation::sets::{Form, must_be_free, of_no_other_system};
use crate::rotation::work::{Work, destroy_new, destroy_old, touches_nothing};
use crate::rotation::{Kind, Result, RotationError};
use crate::store::Records;
use crate::store::class::{Origin, Role};
use crate::store::document::KeyState;
use crate::store::record::KeyRecord;
use crate::text::{noted, quoted};
use crate::trust::KeySource;

static BOTH_READ: Attestation = Attestation {
    name: "every-reader-has-both",
    says: "every reader has both keys, and was started with them",
};
static ALL_REWRITTEN: Attestation = Attestation {
    name: "all-rewritten",
    says: "nothing is left that needs the old key: what it wrote is written anew and opens by the new key alone, what it signed has ended",
};
static NONE_BY_NEW: Attestation = Attestation {
    name: "none-by-new",
    says: "nothing is left that needs the new key: the old one alone opens everything",
};
static DROPPED_OLD: Attestation = Attestation {
    name: "readers-dropped-old",
    says: "no reader has the old key any more, and everything opens",
};
static STANDS_STILL: Attestation = Attestation {
    name: "readers-stopped",
    says: "nothing reads or writes by the key while it is switched, or there is a second set of readers with a copy by the other key",
};

const GIVE_PRESENT: Deploy =
    Deploy::HandOut("every reader gets the keys of this phase, in their order");
const OPENS_NO_MORE: &str = "what was written by the old key and is not written anew, such as backups, opens no more once it is wiped";

/// Of readers of two keys.
pub static PLAN: Plan = Plan {
    kind: Kind::KeySet,
    pick,
    touches: touches_nothing,
    warns: &[
        "no server knows of it: people say what readers have, and what was written anew",
        "readers write by the first key and read by any: who reads one alone has no overlap, which is --reads 1",
        OPENS_NO_MORE,
    ],
    phases: &[
        Phase {
            name: "stage",
            does: "makes the new key in the form of the old one, which still leads",
            gates: &[],
            enter: &[make_new],
            then: GIVE_PRESENT,
            undo: Some(Undo {
                acts: &[destroy_new],
                gates: &[Gate::Attested(&NONE_BY_NEW)],
                then: GIVE_PRESENT,
            }),
        },
        Phase {
            name: "activate",
            does: "has the new key lead: readers write by it, and read by both",
            gates: &[Gate::Attested(&BOTH_READ)],
            enter: &[new_leads],
            then: GIVE_PRESENT,
            undo: Some(Undo {
                acts: &[old_leads],
                gates: &[Gate::Attested(&BOTH_READ)],
                then: GIVE_PRESENT,
            }),
        },
        Phase {
            name: "retire",
            does: "takes the old key out of the set",
            gates: &[Gate::Attested(&ALL_REWRITTEN)],
            enter: &[give_old_up],
            then: GIVE_PRESENT,
            undo: Some(Undo {
                acts: &[take_old_back],
                gates: &[],
                then: GIVE_PRESENT,
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
    // Not further: what only the old key opens would be lost.
    emergency: "activate",
    breaks: &[
        "readers that have not got the new key do not open what others write from now on",
        "what the old key opens stays open to whoever has it, until it is written anew",
    ],
    instructions: &[
        "nkeep rotate artefacts {rotation} --reveal -o {rotation} -n NAMESPACE  # the keys in their new order: every reader gets them, and is started again",
        "Write everything anew that the old key opens, what matters most first.",
        "Where that are secrets, change them: who has the old key and a copy has read them.",
        "nkeep rotate next {rotation}  # then: says what is missing before the old key is taken away",
    ],
};

/// Of readers of one.
pub static SWITCH: Plan = Plan {
    kind: Kind::KeySet,
    pick,
    touches: touches_nothing,
    warns: &[
        "readers take one key alone, and nothing overlaps: stop all of them and write everything anew while they stand, or start a second set of readers on a copy that is written by the new key, and then lead everybody there",
        "what readers write in between by the other key is lost to them: after the switch the way back is the same again",
        OPENS_NO_MORE,
    ],
    phases: &[
        Phase {
            name: "stage",
            does: "makes the new key in the form of the old one; no reader gets it yet",
            gates: &[],
            enter: &[make_new],
            then: Deploy::Nothing,
            undo: Some(Undo {
                acts: &[destroy_new],
                gates: &[Gate::Attested(&NONE_BY_NEW)],
                then: Deploy::Nothing,
            }),
        },
        Phase {
            name: "activate",
            does: "switches: readers get the new key in place of the old one",
            gates: &[Gate::Attested(&STANDS_STILL)],
            enter: &[new_leads],
            then: GIVE_PRESENT,
            undo: Some(Undo {
                acts: &[old_leads],
                gates: &[Gate::Attested(&STANDS_STILL)],
                then: GIVE_PRESENT,
            }),
        },
        Phase {
            name: "retire",
            does: "gives the old key up: nothing is left that it opens",
            gates: &[Gate::Soaked, Gate::Attested(&ALL_REWRITTEN)],
            enter: &[give_old_up],
            then: Deploy::Nothing,
            undo: Some(Undo {
                acts: &[take_old_back],
                gates: &[],
                then: Deploy::Nothing,
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
    emergency: "activate",
    breaks: &["readers open nothing that was written by the old key, until it is written anew"],
    instructions: &[
        "Stop every reader.",
        "nkeep rotate artefacts {rotation} --reveal -o {rotation} -n NAMESPACE  # the new key: everything is written anew by it",
        "Start the readers with the new key.",
        "Where that are secrets, change them: who has the old key and a copy has read them.",
        "nkeep rotate next {rotation}  # then: says what is missing before the old key is wiped",
    ],
};

fn pick(records: &dyn Records, asked: &Asked) -> Result<Picked> {
    let operator = asked.operator()?;
    let wanted = asked.key.as_ref().ok_or_else(|| {
        RotationError::refused(
            "no key is named: --key KEY says which one is replaced",
            "nkeep list keys",
        )
    })?;
    let old: PublicKey = wanted.parse().map_err(|error| {
        RotationError::refused(
            format!("{} is no public key: {error}", quoted(wanted)),
            "nkeep list keys",
        )
    })?;
    if !matches!(old.kind(), KeyKind::Curve | KeyKind::Server) {
        return Err(of_no_other_system(&old));
    }
    must_be_free(records, &old)?;
    let is_here = records.key(&old)?.is_some_and(|key| key.sealed.is_some());
    if !is_here {
        return Err(RotationError::refused(
            format!("the store has no seed of {old}, and readers need both keys"),
            noted("nkeep import keys --file FILE", "takes it in"),
        ));
    }
    Ok(Picked {
        what: format!("key {old} of another system"),
        operator,
        account: None,
        user: None,
        old: old.to_string(),
    })
}

fn make_new(work: &mut Work<'_>) -> Result<()> {
    let old = work.rotation.old_key()?;
    let form = Form::of(&opened(work, &old)?)?;
    let new = match work.source.take().unwrap_or(KeySource::Generate) {
        KeySource::Generate => keep(work, form.generate()?, Origin::Generated)?,
        KeySource::Public(public) => {
            must_be_free(work.changes, &public)?;
            must_be_so(form, &opened(work, &public)?)?;
            public
        }
        KeySource::Seed(seed) => {
            must_be_free(work.changes, &seed.public())?;
            must_be_so(form, &seed)?;
            match work.changes.key(&seed.public())? {
                Some(kept) if kept.sealed.is_some() => seed.public(),
                _ => keep(work, seed, Origin::Imported)?,
            }
        }
    };
    work.named_new(new.to_string(), old.kind())?;
    work.state_of_new(KeyState::Published)?;
    work.tell(format!(
        "{new} is made in the form of {old}: {}",
        form.title()
    ));
    Ok(())
}

/// The seed of a key that the store has.
fn opened(work: &Work<'_>, key: &PublicKey) -> Result<Seed> {
    let record = work.changes.key(key)?.filter(|key| key.sealed.is_some());
    let record = record.ok_or_else(|| {
        RotationError::refused(
            format!("the store has no seed of {key}"),
            noted("nkeep import keys --file FILE", "takes it in"),
        )
    })?;
    Ok(work.keyring.unseal(&record, work.changes.store_id())?)
}

/// Keeps a key of nobody's in the estate.
fn keep(work: &mut Work<'_>, seed: Seed, origin: Origin) -> Result<PublicKey> {
    let public = seed.public();
    let record = KeyRecord {
        origin,
        ..KeyRecord::of(public, Role::Identity, work.changes.now())
    };
    work.changes.seal_key(record, seed)?;
    Ok(public)
}

fn must_be_so(form: Form, seed: &Seed) -> Result<()> {
    match Form::of(seed)? {
        other if other == form => Ok(()),
        other => Err(RotationError::refused(
            format!(
                "{} is {}, and what it replaces is {}",
                seed.public(),
                other.title(),
                form.title()
            ),
            noted(
                "nkeep rotate start key-set --help",
                "without --new one is made",
            ),
        )),
    }
}

fn new_leads(work: &mut Work<'_>) -> Result<()> {
    work.state_of_new(KeyState::Active)?;
    work.state_of_old(KeyState::Retiring)?;
    work.tell(format!("{} is written by from now on", work.rotation.new));
    Ok(())
}

fn old_leads(work: &mut Work<'_>) -> Result<()> {
    work.state_of_old(KeyState::Active)?;
    work.state_of_new(KeyState::Published)?;
    work.tell(format!("{} is written by again", work.rotation.old));
    Ok(())
}

fn give_old_up(work: &mut Work<'_>) -> Result<()> {
    work.state_of_old(KeyState::Retired)?;
    work.tell(format!("{} is read by nobody any more", work.rotation.old));
    Ok(())
}

fn take_old_back(work: &mut Work<'_>) -> Result<()> {
    work.state_of_old(KeyState::Retiring)?;
    work.tell(format!("{} has to be read again, too", work.rotation.old));
    Ok(())
}
