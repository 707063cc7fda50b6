//! Who opens the store, where one takes the place of another: both are sealed to in between, and the new one is let alone only when it
//! was shown that somebody has its identity.

use std::collections::BTreeMap;

use super::phase::Proof;
use super::work::Work;
use super::{Kind, Result, Rotation, RotationError};
use crate::store::age::{self, Identity, Recipient};
use crate::store::class::Class;
use crate::store::keyring::Keyring;
use crate::store::recipients::{Member, RecipientSet};
use crate::store::record::{KeyRecord, StoredIdentity};
use crate::store::reseal::{opened_by, reseal};
use crate::store::sealed::unseal;
use crate::store::{Changes, Records, StoreError};
use crate::text::{counted, noted, quoted, shell_word};

/// Under what a rotation keeps the classes that the old recipient opens.
const CLASSES: &str = "classes";
/// The same for what it is called.
const LABEL: &str = "label";

/// Who is to take the place.
#[derive(Clone, Debug)]
pub struct Newcomer {
    /// Whom to seal to.
    pub recipient: Recipient,
    /// What to call them; else what the old one is called, with a number.
    pub label: Option<String>,
    /// The identity, sealed with a passphrase, where it is kept inside.
    pub stored: Option<StoredIdentity>,
}

/// That somebody has the identity of the new recipient, and that it opens what it is to open.
pub static OPENS: Proof = Proof {
    name: "new-identity-opens",
    says: "the new identity opens a key of every class that it is to open",
    shown: opens,
    help: with_new,
};

fn with_new(rotation: &Rotation) -> String {
    let id = &rotation.id;
    match rotation.kind {
        Kind::StorePassphrase => noted(
            format!("nkeep rotate next {id} --passphrase-fd 3 3< FILE"),
            "with the new passphrase",
        ),
        _ => noted(
            format!("nkeep rotate next {id} --identity FILE"),
            "with the new identity",
        ),
    }
}

/// Seals something new to the new recipient alone, and opens that and a key of each class with what is at hand. In words what that
/// showed; nothing where no identity at hand is the new one.
fn opens(
    changes: &dyn Changes,
    keyring: &dyn Keyring,
    rotation: &Rotation,
) -> Result<Option<String>> {
    let new = recipient(&rotation.new)?;
    let failed = |source| StoreError::Age {
        what: format!("cannot seal to {new}"),
        source,
    };
    let mut challenge = [0; 32];
    getrandom::fill(&mut challenge).map_err(|_| failed(age::AgeError::Randomness))?;
    let sealed = age::seal(&challenge, std::slice::from_ref(&new), changes.plugins());
    let sealed = sealed.map_err(failed)?;
    let is_new = |identity: &&Identity| {
        identity.may_open(&new)
            && age::open(&sealed, std::slice::from_ref(identity))
                .is_ok_and(|opened| *opened == challenge)
    };
    let identities: Vec<Identity> = keyring
        .identities()
        .iter()
        .filter(is_new)
        .cloned()
        .collect();
    if identities.is_empty() {
        return Ok(None);
    }
    let mut samples: BTreeMap<Class, KeyRecord> = BTreeMap::new();
    let classes = classes_of(changes.recipients(), &new);
    changes.each_key(&mut |record| {
        let is_opened = record.class == Class::Journal || classes.contains(&record.class);
        if is_opened && record.sealed.is_some() {
            samples.entry(record.class).or_insert(record);
        }
        Ok(())
    })?;
    for record in samples.values() {
        unseal(record, &identities, changes.store_id())?;
    }
    let opened: Vec<&str> = samples.keys().map(|class| class.name()).collect();
    Ok(Some(format!(
        "the identity of {new} opened a key of each of these classes: {}",
        opened.join(", ")
    )))
}

/// A recipient by its text.
fn recipient(text: &str) -> Result<Recipient> {
    text.parse().map_err(|_| {
        RotationError::refused(
            format!("{} is no recipient", quoted(text)),
            "nkeep store recipients list",
        )
    })
}

fn classes_of(set: &RecipientSet, recipient: &Recipient) -> Vec<Class> {
    let members = set.members.iter();
    members
        .filter(|member| member.recipient == *recipient)
        .map(|member| member.class)
        .collect()
}

/// The classes that the old recipient of a rotation opened when it was last looked at.
#[must_use]
pub fn classes_of_old(rotation: &Rotation) -> Vec<Class> {
    let kept = rotation.kept.get(CLASSES).map_or("", String::as_str);
    kept.split(' ')
        .filter_map(|class| class.parse().ok())
        .collect()
}

/// How many keys of each class a recipient opens, in words; nothing where it opens none.
pub fn could_open(records: &dyn Records, who: &str) -> Result<Vec<String>> {
    let mut counts: BTreeMap<Class, usize> = BTreeMap::new();
    for record in opened_by(records, &recipient(who)?)? {
        *counts.entry(record.class).or_default() += 1;
    }
    let each = counts.into_iter();
    Ok(each
        .map(|(class, count)| counted(count, &format!("{class} key")))
        .collect())
}

/// The recipient that is called so, or is that one; the only one where none is named.
pub fn member(records: &dyn Records, named: Option<&str>, kind: Kind) -> Result<Member> {
    let members = &records.recipients().members;
    let mut each: Vec<&Member> = Vec::new();
    for member in members {
        if each.iter().all(|known| known.recipient != member.recipient) {
            each.push(member);
        }
    }
    let Some(named) = named else {
        return match &*each {
            [only] => Ok((*only).clone()),
            several => {
                let labels: Vec<String> = several.iter().map(|one| quoted(&one.label)).collect();
                let first = several.first().map_or("LABEL", |one| &one.label);
                Err(RotationError::refused(
                    format!(
                        "several open the store, and none is named: {}",
                        labels.join(", ")
                    ),
                    format!("nkeep rotate plan {kind} --key {}", shell_word(first)),
                ))
            }
        };
    };
    let wanted: Option<Recipient> = named.parse().ok();
    let found = each
        .into_iter()
        .find(|member| Some(&member.recipient) == wanted.as_ref() || member.label == named);
    found.cloned().ok_or_else(|| {
        RotationError::refused(
            format!("there is no recipient {}", quoted(named)),
            "nkeep store recipients list",
        )
    })
}

/// Has the new recipient open what the old one opens.
pub fn let_new_in(work: &mut Work<'_>) -> Result<()> {
    let kind = work.rotation.kind;
    let newcomer = *work.asked.newcomer.take().ok_or_else(|| {
        RotationError::refused(
            format!("who takes the place of {} is not said", work.rotation.old),
            match kind {
                Kind::StorePassphrase => {
                    format!("nkeep rotate start {kind} --new-passphrase-fd 3 3< FILE")
                }
                _ => format!("nkeep rotate start {kind} --new-identity NEW-FILE"),
            },
        )
    })?;
    let old = recipient(&work.rotation.old)?;
    let new = newcomer.recipient;
    let set = work.changes.recipients();
    if let Some(known) = set.members.iter().find(|member| member.recipient == new) {
        return Err(RotationError::refused(
            format!(
                "{new} opens keys of the store already, as {}",
                quoted(&known.label)
            ),
            "nkeep store recipients list",
        ));
    }
    let classes = classes_of(set, &old);
    let is_old = |member: &&Member| member.recipient == old;
    let called = set.members.iter().find(is_old);
    let called = called.map_or_else(|| "first".to_owned(), |member| member.label.clone());
    let label = match newcomer.label {
        Some(label) if is_taken(&set.members, &label) => {
            return Err(StoreError::Taken {
                what: "a recipient",
                name: label,
            }
            .into());
        }
        Some(label) => label,
        None => numbered(&set.members, &called),
    };
    keep_classes(work.rotation, &classes);
    work.rotation.kept.insert(LABEL.to_owned(), called);
    work.rotation.new = new.to_string();
    add(work, &classes, &new, &label)?;
    if let Some(stored) = newcomer.stored {
        work.changes
            .put_identity(&StoredIdentity { label, ..stored })?;
    }
    work.tell("the next step is taken with the new identity, which shows that somebody has it");
    Ok(())
}

fn keep_classes(rotation: &mut Rotation, classes: &[Class]) {
    let names: Vec<&str> = classes.iter().map(|class| class.name()).collect();
    rotation.kept.insert(CLASSES.to_owned(), names.join(" "));
}

fn is_taken(members: &[Member], label: &str) -> bool {
    let folded = label.to_lowercase();
    members
        .iter()
        .any(|member| member.label.to_lowercase() == folded)
}

/// The same label with the next number that nobody has: `ci-2` after `ci`.
fn numbered(members: &[Member], label: &str) -> String {
    let (name, number) = match label.rsplit_once('-') {
        Some((name, number)) if !name.is_empty() => match number.parse::<u32>() {
            Ok(number) if number < u32::MAX => (name, number),
            _ => (label, 1),
        },
        _ => (label, 1),
    };
    let mut labels = (number + 1..).map(|number| format!("{name}-{number}"));
    let free = labels.find(|label| !is_taken(members, label));
    free.unwrap_or_else(|| label.to_owned())
}

/// Has the new recipient open nothing any more.
pub fn put_new_out(work: &mut Work<'_>) -> Result<()> {
    let new = recipient(&work.rotation.new)?;
    put_out(work, &new)?;
    forget(work, &new)
}

/// Has the old recipient open nothing any more. Whoever is left must be somebody.
pub fn put_old_out(work: &mut Work<'_>) -> Result<()> {
    let (old, new) = (
        recipient(&work.rotation.old)?,
        recipient(&work.rotation.new)?,
    );
    let set = work.changes.recipients();
    let classes = classes_of(set, &old);
    must_follow(set, work.rotation, &new, &classes)?;
    let is_other = |member: &&Member| member.recipient != old && member.recipient != new;
    let others: Vec<Class> = (set.members.iter().filter(is_other))
        .map(|member| member.class)
        .collect();
    let would_be_alone = classes.iter().find(|class| !others.contains(class));
    if let Some(class) = would_be_alone
        && !was_shown(work)?
    {
        return Err(RotationError::refused(
            format!(
                "{new} alone would open {class} keys, and nobody has shown that anybody has its identity"
            ),
            noted(
                "nkeep rotate next --identity FILE",
                "with both identities in the file",
            ),
        ));
    }
    let could_open = could_open(work.changes, &work.rotation.old)?;
    keep_classes(work.rotation, &classes);
    put_out(work, &old)?;
    if !could_open.is_empty() {
        work.tell(format!(
            "{old} could open {}, and may have copied them",
            could_open.join(", ")
        ));
    }
    Ok(())
}

/// Refuses to let the old one go while the new one opens less.
fn must_follow(
    set: &RecipientSet,
    rotation: &Rotation,
    new: &Recipient,
    classes: &[Class],
) -> Result<()> {
    let opened = classes_of(set, new);
    let Some(class) = classes.iter().find(|class| !opened.contains(class)) else {
        return Ok(());
    };
    let is_new = |member: &&Member| member.recipient == *new;
    let label = set.members.iter().find(is_new).map(|new| new.label.clone());
    let label = label.unwrap_or_else(|| numbered(&set.members, &old_label(rotation)));
    Err(RotationError::refused(
        format!("{} opens {class} keys, and {new} does not", rotation.old),
        format!(
            "nkeep store recipients add {} --label {} --class {class}",
            shell_word(&new.to_string()),
            shell_word(&label)
        ),
    ))
}

/// Whether it was shown on the way, or is now, that somebody has the new identity.
fn was_shown(work: &Work<'_>) -> Result<bool> {
    let mut stated = work.rotation.steps.iter().flat_map(|step| &step.stated);
    if stated.any(|stated| stated.name == OPENS.name) {
        return Ok(true);
    }
    Ok(opens(work.changes, work.keyring, work.rotation)?.is_some())
}

fn old_label(rotation: &Rotation) -> String {
    let kept = rotation.kept.get(LABEL);
    kept.map_or_else(|| "first".to_owned(), Clone::clone)
}

/// Has the old recipient open again what it opened.
pub fn let_old_in_again(work: &mut Work<'_>) -> Result<()> {
    let old = recipient(&work.rotation.old)?;
    let classes = classes_of_old(work.rotation);
    let members = &work.changes.recipients().members;
    let label = match old_label(work.rotation) {
        label if is_taken(members, &label) => numbered(members, &label),
        label => label,
    };
    add(work, &classes, &old, &label)
}

/// Forgets the old identity, where it is inside.
pub fn forget_old(work: &mut Work<'_>) -> Result<()> {
    let old = recipient(&work.rotation.old)?;
    forget(work, &old)
}

fn forget(work: &mut Work<'_>, who: &Recipient) -> Result<()> {
    let stored = work.changes.identities()?;
    let stored = stored.into_iter().find(|stored| stored.recipient == *who);
    if let Some(stored) = &stored {
        work.changes.remove_identity(stored)?;
    }
    work.tell(match stored {
        Some(_) => format!("the identity of {who} is wiped from the store"),
        None => format!("the store has no identity of {who}: whoever has it wipes it"),
    });
    Ok(())
}

fn add(work: &mut Work<'_>, classes: &[Class], recipient: &Recipient, label: &str) -> Result<()> {
    let mut members = work.changes.recipients().members.clone();
    members.extend(classes.iter().map(|class| Member {
        class: *class,
        recipient: recipient.clone(),
        label: label.to_owned(),
    }));
    let sealed = sealed_to(work, members)?;
    work.tell(format!(
        "{} {recipient} opens {}; {sealed}",
        quoted(label),
        named(classes)
    ));
    Ok(())
}

fn named(classes: &[Class]) -> String {
    if classes.len() == Class::GRANTED.len() {
        return "keys of every class".to_owned();
    }
    let names: Vec<&str> = classes.iter().map(|class| class.name()).collect();
    format!("keys of these classes: {}", names.join(", "))
}

fn put_out(work: &mut Work<'_>, who: &Recipient) -> Result<()> {
    let mut members = work.changes.recipients().members.clone();
    let before = members.len();
    members.retain(|member| member.recipient != *who);
    if members.len() == before {
        work.tell(format!("{who} opens nothing of the store any more"));
        return Ok(());
    }
    let sealed = sealed_to(work, members)?;
    work.tell(format!(
        "{who} opens nothing of the store any more; {sealed}"
    ));
    Ok(())
}

/// Makes those the recipients. It takes an identity itself: no agent gives out what it would need.
fn sealed_to(work: &mut Work<'_>, members: Vec<Member>) -> Result<String> {
    let done = reseal(work.changes, work.keyring.identities(), members)?;
    for key in &done.dropped {
        work.tell(format!(
            "{key} belonged to nobody, and nothing opened it: it was taken out"
        ));
    }
    Ok(format!(
        "{} sealed anew, recipients version {}",
        counted(done.keys, "key"),
        done.version
    ))
}
