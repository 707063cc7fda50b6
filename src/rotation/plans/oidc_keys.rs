//! The keys of an OIDC issuer that a callout service trusts. They are the issuer's, and public: what is replaced
//! is the set that services have pinned. The new key is known to all of them before the issuer signs by it, and the old one goes
//! when no token of it is left. Who looks after the services says what they have loaded; no NATS server knows.

use crate::emit::manifest::oidc::Pins;
use crate::rotation::issuer::{Change, Pinned, listed, must_be_alone, pin};
use crate::rotation::phase::{Asked, Attestation, Deploy, Gate, Phase, Picked, Plan, Undo};
use crate::rotation::work::{Work, touches_nothing};
use crate::rotation::{Kind, Result};
use crate::store::Records;

static PINS_LOADED: Attestation = Attestation {
    name: "issuer-pins-loaded",
    says: "every callout service reports the digest of the set with both keys, and lets a token of each in",
};
static ISSUER_SIGNS_NEW: Attestation = Attestation {
    name: "issuer-signs-new",
    says: "the issuer signs by the new key: a token that it gives now names it",
};
static OLD_UNSEEN: Attestation = Attestation {
    name: "old-kid-unseen",
    says: "no service saw a token that names the old key for as long as a token can live",
};
static NEW_UNSEEN: Attestation = Attestation {
    name: "new-kid-unseen",
    says: "the issuer signs by the old key again, and no token that names the new one can still live",
};
static FINAL_LOADED: Attestation = Attestation {
    name: "issuer-final-loaded",
    says: "every callout service reports the digest of the set without the old key",
};

const GIVE_PRESENT: Deploy = Deploy::HandOut("every callout service gets the set of this phase");

pub static PLAN: Plan = Plan {
    kind: Kind::OidcKeys,
    pick,
    touches: touches_nothing,
    warns: &[
        "no server knows of it: people say what services have loaded, and what tokens were seen",
        "--soak has to be longer than the longest life of a token, with what clocks differ by and how long services and clients keep what they fetched",
        "a service that takes one key alone (active.jwk.b64) has the new one at once: it is switched when the issuer is, and lets nobody in between",
        "users that a service let in may stay for longer than the token that they showed: as long as the service says",
    ],
    phases: &[
        Phase {
            name: "stage",
            does: "pins the new key beside the old one, the newest first",
            gates: &[],
            enter: &[pin_both],
            then: GIVE_PRESENT,
            undo: Some(Undo {
                acts: &[pin_before],
                gates: &[Gate::Attested(&NEW_UNSEEN)],
                then: GIVE_PRESENT,
            }),
        },
        Phase {
            name: "activate",
            does: "lets the issuer switch, which people do there",
            gates: &[Gate::Attested(&PINS_LOADED)],
            enter: &[switch_on],
            then: Deploy::HandOut("at the issuer the new key is made the one that signs"),
            undo: Some(Undo {
                acts: &[switch_back],
                gates: &[Gate::Attested(&PINS_LOADED)],
                then: Deploy::HandOut("at the issuer the old key is made the one that signs"),
            }),
        },
        Phase {
            name: "soak",
            does: "waits until the tokens that the old key signed have ended",
            gates: &[Gate::Attested(&ISSUER_SIGNS_NEW)],
            enter: &[],
            then: Deploy::Nothing,
            undo: Some(Undo::NOTHING),
        },
        Phase {
            name: "retire",
            does: "takes the old key out of the set",
            gates: &[Gate::Soaked, Gate::Attested(&OLD_UNSEEN)],
            enter: &[pin_last],
            then: GIVE_PRESENT,
            undo: Some(Undo {
                acts: &[pin_both_again],
                gates: &[],
                then: GIVE_PRESENT,
            }),
        },
        Phase {
            name: "destroy",
            does: "ends it: nothing of it was secret, and nothing is wiped",
            gates: &[Gate::Attested(&FINAL_LOADED)],
            enter: &[end],
            then: Deploy::Nothing,
            undo: None,
        },
    ],
    emergency: "retire",
    breaks: &[
        "tokens that the old key signed let nobody in any more: whoever has one gets another from the issuer",
        "while the issuer still signs by the old key, nobody who is asked about gets in",
    ],
    instructions: &[
        "At the issuer: make the new key the one that signs, and take the old one away.",
        "nkeep rotate artefacts {rotation} --as config-map -n NAMESPACE  # the set without the old key: every callout service gets it, and what does not read it anew is started again",
        "Have each service report the digest of what it has loaded.",
        "Who came in by a token of the old key stays until its connection ends. The next has everybody of an account asked about again, the service's own users too, which then need new tokens.",
        "nkeep revocations add-user '*' -a ACCOUNT  # where nobody of them may stay",
        "nkeep push -A",
        "Look in the issuer's log for tokens that it did not give.",
    ],
};

fn pick(records: &dyn Records, asked: &Asked) -> Result<Picked> {
    let operator = asked.operator()?;
    let change = Change::of(records, asked)?;
    let old = listed(&change.old);
    Ok(Picked {
        what: format!("pinned key {old} of issuer {}", change.issuer),
        operator,
        account: None,
        user: None,
        old,
    })
}

fn pin_both(work: &mut Work<'_>) -> Result<()> {
    let change = Change::of(work.changes, &work.asked)?;
    must_be_alone(work.changes, &change.issuer)?;
    work.rotation.new = listed(&change.new);
    change.keep(work.rotation);
    work.warn(change.notes);
    let pinned = Pinned::of(work.rotation)?;
    put(work, &pinned, &pinned.dual)
}

fn pin_both_again(work: &mut Work<'_>) -> Result<()> {
    let pinned = Pinned::of(work.rotation)?;
    put(work, &pinned, &pinned.dual)
}

fn pin_before(work: &mut Work<'_>) -> Result<()> {
    let pinned = Pinned::of(work.rotation)?;
    put(work, &pinned, &pinned.before)
}

fn pin_last(work: &mut Work<'_>) -> Result<()> {
    let pinned = Pinned::of(work.rotation)?;
    put(work, &pinned, &pinned.last)
}

fn put(work: &mut Work<'_>, pinned: &Pinned, pins: &Pins) -> Result<()> {
    pin(work.changes, &pinned.issuer, pins)?;
    work.tell(format!(
        "of {} these are pinned: {}; SHA-256 of jwks.json is {}",
        pinned.issuer,
        listed(pins),
        pins.digest()
    ));
    Ok(())
}

fn switch_on(work: &mut Work<'_>) -> Result<()> {
    work.tell(format!(
        "the issuer may sign by {} from now on",
        work.rotation.new
    ));
    Ok(())
}

fn switch_back(work: &mut Work<'_>) -> Result<()> {
    work.tell(format!(
        "the issuer has to sign by {} again",
        work.rotation.old
    ));
    Ok(())
}

fn end(work: &mut Work<'_>) -> Result<()> {
    work.tell(format!("{} is pinned nowhere any more", work.rotation.old));
    Ok(())
}
