//! The engine: one for every kind. A step is one change of the store, and what it was based on is kept with it.

mod back;

use data_encoding::BASE32_NOPAD;
use sha2::{Digest as _, Sha256};

pub use back::{abort, rollback};

use crate::rotation::evidence::{Stated, sha256};
use crate::rotation::gate::missing;
use crate::rotation::phase::{Act, Asked, Gate, Phase};
use crate::rotation::work::Work;
use crate::rotation::{
    Kind, Outcome, Result, Rotation, RotationError, Step, Terms, Way, all, artefacts, plans,
};
use crate::store::document::KeyState;
use crate::store::keyring::Keyring;
use crate::store::{Changes, Records, StoreError};
use crate::trust::{KeyChoice, KeySource};

/// What a rotation begins with.
pub struct Begin {
    /// Of what.
    pub kind: Kind,
    /// Whose.
    pub asked: Asked,
    /// Where the new key comes from.
    pub source: Option<KeySource>,
    /// By what it is measured.
    pub terms: Terms,
}

/// Who takes a step, and how.
#[derive(Default)]
pub struct Hand {
    /// Who.
    pub actor: String,
    /// Which key signs what the operator's identity has to sign.
    pub choice: KeyChoice,
    /// Why it is done though something is missing.
    pub reason: Option<String>,
}

/// What became of it.
pub struct Done {
    /// As it is now.
    pub rotation: Rotation,
    /// What was done.
    pub told: Vec<String>,
    /// What somebody should know of it.
    pub warnings: Vec<String>,
}

/// Begins a rotation.
pub fn start(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    begin: Begin,
    hand: &Hand,
) -> Result<Done> {
    let mut rotation = drafted(changes, &begin, RotationError::not_ended)?;
    let (told, warnings) = staged(changes, keyring, &mut rotation, begin, hand)?;
    step(changes, &mut rotation, Way::Onward, hand, &[], &told)?;
    Ok(Done {
        rotation,
        told,
        warnings,
    })
}

/// A rotation that has not begun, and what is said of another that stands in its way.
fn drafted(
    records: &dyn Records,
    begin: &Begin,
    refusal: fn(&Rotation) -> RotationError,
) -> Result<Rotation> {
    let reads = begin.asked.given.reads;
    let plan = plans::reading(begin.kind, reads);
    let picked = (plan.pick)(records, &begin.asked)?;
    let mut rotation = Rotation {
        id: String::new(),
        kind: begin.kind,
        what: picked.what,
        operator: picked.operator.key.to_string(),
        account: picked.account.map(|account| account.key.to_string()),
        user: picked.user.map(|user| user.key.to_string()),
        old: picked.old,
        new: String::new(),
        phase: plan.phases[0].name.to_owned(),
        outcome: None,
        compromised: false,
        terms: begin.terms.clone(),
        steps: Vec::new(),
        evidence: Vec::new(),
        stated: Vec::new(),
        quiet_since: None,
        kept: reads.to_keep(),
    };
    must_be_alone(records, &rotation, refusal)?;
    artefacts::keep_before(records, &mut rotation)?;
    Ok(rotation)
}

/// Does what the first phase does, and gives the rotation its name.
fn staged(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    rotation: &mut Rotation,
    begin: Begin,
    hand: &Hand,
) -> Result<(Vec<String>, Vec<String>)> {
    let acts = rotation.plan().phases[0].enter;
    let work = Work {
        source: begin.source,
        asked: begin.asked,
        ..at_work(changes, keyring, rotation, hand)
    };
    let said = each_done(work, acts)?;
    rotation.id = named(changes, rotation)?;
    Ok(said)
}

/// A name that is no other's, short enough to be typed.
fn named(changes: &dyn Changes, rotation: &Rotation) -> Result<String> {
    let digest = Sha256::digest(format!(
        "{} {} {} {}",
        rotation.kind,
        rotation.old,
        rotation.new,
        changes.now()
    ));
    let text = BASE32_NOPAD.encode(&digest).to_lowercase();
    let taken = all(changes)?;
    (6..text.len())
        .map(|length| format!("rot-{}", &text[..length]))
        .find(|name| taken.iter().all(|other| other.id != *name))
        .ok_or_else(|| StoreError::Refused("no name is left for the rotation".to_owned()).into())
}

/// Two rotations of one thing would take each other's ground away.
fn must_be_alone(
    records: &dyn Records,
    rotation: &Rotation,
    refusal: fn(&Rotation) -> RotationError,
) -> Result<()> {
    let other = all(records)?
        .into_iter()
        .find(|other| other.is_open() && rotation.stands_on(other));
    match other {
        None => Ok(()),
        Some(other) => Err(refusal(&other)),
    }
}

/// Takes the next step, when nothing is missing for it, or somebody insists and says why.
pub fn next(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    mut rotation: Rotation,
    hand: &Hand,
) -> Result<Done> {
    let phase = rotation.coming().ok_or_else(|| ended(&rotation))?;
    show(changes, keyring, &mut rotation, phase, hand)?;
    let missing = missing(changes, &rotation, phase.gates, changes.now())?;
    if !missing.is_empty() && hand.reason.is_none() {
        return Err(RotationError::Gate {
            id: rotation.id,
            way: format!("on to {}", phase.name),
            missing,
        });
    }
    let way = match missing.is_empty() {
        true => Way::Onward,
        false => Way::Forced,
    };
    let lacked: Vec<String> = missing.into_iter().map(|one| one.what).collect();
    let mut done = acted(changes, keyring, &mut rotation, phase.enter, hand)?;
    enter(&mut rotation, phase);
    step(changes, &mut rotation, way, hand, &lacked, &done.0)?;
    if way == Way::Forced {
        done.1.push(format!(
            "it was done though something was missing: {}",
            lacked.join("; ")
        ));
    }
    Ok(Done {
        rotation,
        told: done.0,
        warnings: done.1,
    })
}

/// Notes what is shown by what is at hand, where the phase asks for that.
fn show(
    changes: &dyn Changes,
    keyring: &dyn Keyring,
    rotation: &mut Rotation,
    phase: &Phase,
    hand: &Hand,
) -> Result<()> {
    for gate in phase.gates {
        let Gate::Proven(proof) = gate else {
            continue;
        };
        if let Some(words) = (proof.shown)(changes, keyring, rotation)? {
            rotation.stated.push(Stated {
                name: proof.name.to_owned(),
                words,
                file_sha256: None,
                time: changes.now(),
                actor: hand.actor.clone(),
            });
        }
    }
    Ok(())
}

/// Comes into a phase; the last one ends the rotation.
fn enter(rotation: &mut Rotation, phase: &Phase) {
    rotation.phase = phase.name.to_owned();
    if rotation.at() + 1 == rotation.plan().phases.len() {
        rotation.outcome = Some(Outcome::Done);
    }
}

/// Has the old key distrusted at once: every phase up to the one that the plan names, in one change.
pub fn emergency(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    begun: Emergency,
    hand: &Hand,
) -> Result<Done> {
    let (mut rotation, mut told, mut warnings) = match begun {
        Emergency::Of(rotation) => (*rotation, Vec::new(), Vec::new()),
        Emergency::New(begin) => {
            let mut rotation = drafted(changes, &begin, RotationError::in_the_way)?;
            rotation.compromised = true;
            let (told, warnings) = staged(changes, keyring, &mut rotation, *begin, hand)?;
            (rotation, told, warnings)
        }
    };
    if !rotation.is_open() {
        return Err(ended(&rotation));
    }
    rotation.compromised = true;
    let phases = rotation.plan().phases;
    let last = phases
        .iter()
        .position(|phase| phase.name == rotation.plan().emergency);
    // Whoever is further has it behind already.
    let ahead = phases.get(rotation.at() + 1..=last.unwrap_or_default());
    for phase in ahead.unwrap_or_default() {
        let (more, doubts) = acted(changes, keyring, &mut rotation, phase.enter, hand)?;
        told.extend(more);
        warnings.extend(doubts);
        enter(&mut rotation, phase);
    }
    let old = rotation.old_key();
    if let Ok(old) = old
        && rotation.is_open()
    {
        changes.put_key_state(&old, KeyState::Compromised)?;
    }
    step(changes, &mut rotation, Way::Emergency, hand, &[], &told)?;
    Ok(Done {
        rotation,
        told,
        warnings,
    })
}

/// What an emergency is about.
pub enum Emergency {
    /// A rotation that has begun.
    Of(Box<Rotation>),
    /// One that begins with it.
    New(Box<Begin>),
}

/// Does what a phase does, or what takes it back: what was done, and what somebody should know of it.
fn acted(
    changes: &mut dyn Changes,
    keyring: &dyn Keyring,
    rotation: &mut Rotation,
    acts: &[Act],
    hand: &Hand,
) -> Result<(Vec<String>, Vec<String>)> {
    each_done(at_work(changes, keyring, rotation, hand), acts)
}

fn at_work<'a>(
    changes: &'a mut dyn Changes,
    keyring: &'a dyn Keyring,
    rotation: &'a mut Rotation,
    hand: &Hand,
) -> Work<'a> {
    Work {
        changes,
        keyring,
        rotation,
        source: None,
        asked: Asked::default(),
        choice: hand.choice.clone(),
        told: Vec::new(),
        warnings: Vec::new(),
    }
}

fn each_done(mut work: Work<'_>, acts: &[Act]) -> Result<(Vec<String>, Vec<String>)> {
    for act in acts {
        act(&mut work)?;
    }
    Ok((work.told, work.warnings))
}

/// Writes down that a step was taken, and what it was based on. That is no evidence for another.
fn step(
    changes: &mut dyn Changes,
    rotation: &mut Rotation,
    way: Way,
    hand: &Hand,
    missing: &[String],
    did: &[String],
) -> Result<()> {
    let (evidence, stated) = (
        std::mem::take(&mut rotation.evidence),
        std::mem::take(&mut rotation.stated),
    );
    rotation.quiet_since = None;
    let based_on = serde_json::to_vec(&(&evidence, &stated))
        .map_err(|error| StoreError::Refused(format!("evidence cannot be written: {error}")))?;
    let evidence_sha256 = sha256(&based_on);
    changes.summarize(format!(
        "rotation {} of the {}: {} {}; evidence {evidence_sha256}{}",
        rotation.id,
        rotation.what,
        match way {
            Way::Onward => "into",
            Way::Forced => "forced into",
            Way::Back => "back from",
            Way::Emergency => "emergency, into",
        },
        rotation.phase,
        match &hand.reason {
            Some(reason) => format!("; because: {reason}"),
            None => String::new(),
        }
    ));
    rotation.steps.push(Step {
        way,
        phase: rotation.phase.clone(),
        time: changes.now(),
        actor: hand.actor.clone(),
        reason: hand.reason.clone(),
        missing: missing.to_vec(),
        did: did.to_vec(),
        evidence,
        stated,
        evidence_sha256,
    });
    artefacts::keep(changes, rotation)?;
    rotation.keep(changes)
}

/// That there is nothing left of it to do.
#[must_use]
pub fn ended(rotation: &Rotation) -> RotationError {
    let how = match rotation.outcome {
        Some(Outcome::Aborted) => "was aborted",
        _ => "is done",
    };
    RotationError::refused(
        format!("rotation {} of the {} {how}", rotation.id, rotation.what),
        format!("nkeep rotate report {}", rotation.id),
    )
}
