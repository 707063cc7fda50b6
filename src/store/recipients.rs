//! Who may open which class: a document, versioned and signed by the store's own key.
//!
//! Its public half is pinned outside the store, so that nobody who can write the file can add a recipient of their own.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::age::Recipient;
use super::class::Class;
use super::digest::{Digest, Digester};
use super::document::CEREMONIAL;
use super::record::StoredIdentity;
use super::{Records, StoreError};
use crate::nkey::{AnyKeyPair, PublicKey};
use data_encoding::HEXLOWER;

const TITLE: &str = "nkeep recipients 1";
/// Begins the line that a set has which forbids exports; no class is called that.
const KEPT: &str = "kept";

/// One line of the set.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Member {
    /// The class that it opens.
    pub class: Class,
    /// Who opens it.
    pub recipient: Recipient,
    /// What people call it.
    pub label: String,
}

/// The set as it stands in one version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecipientSet {
    /// Of which store.
    pub store: String,
    /// Counted from 1.
    pub version: i64,
    /// The digest of the version before.
    pub previous: Digest,
    /// The key that signs the journal while this version holds.
    pub journal: PublicKey,
    /// Classes whose seeds leave the store only sealed.
    pub kept: BTreeSet<Class>,
    /// Sorted, each line once.
    pub members: Vec<Member>,
}

impl RecipientSet {
    /// The recipients of a class. The journal's key is for everybody.
    #[must_use]
    pub fn of(&self, class: Class) -> Vec<Recipient> {
        let members = self.members.iter();
        if class == Class::Journal {
            let everybody: BTreeSet<&Recipient> = members.map(|member| &member.recipient).collect();
            return everybody.into_iter().cloned().collect();
        }
        members
            .filter(|member| member.class == class)
            .map(|member| member.recipient.clone())
            .collect()
    }

    /// Who opens a class, each once, as people write recipients.
    #[must_use]
    pub fn openers(&self, class: Class) -> Vec<String> {
        let members = self.members.iter().filter(|member| member.class == class);
        let each: BTreeSet<String> = members.map(|member| member.recipient.to_string()).collect();
        each.into_iter().collect()
    }

    /// Whether they open anything.
    #[must_use]
    pub fn has(&self, recipient: &Recipient) -> bool {
        let mut members = self.members.iter();
        members.any(|member| member.recipient == *recipient)
    }

    /// Whether one of those identities opens keys of that class.
    #[must_use]
    pub fn opens(&self, class: Class, identities: &[StoredIdentity]) -> bool {
        let mut members = self.members.iter().filter(|member| member.class == class);
        members.any(|member| {
            let mut identities = identities.iter();
            identities.any(|identity| identity.recipient == member.recipient)
        })
    }

    /// The next version, with other members, and perhaps another key for the journal.
    #[must_use]
    pub fn next(&self, mut members: Vec<Member>, journal: PublicKey) -> Self {
        members.sort();
        members.dedup();
        Self {
            store: self.store.clone(),
            version: self.version + 1,
            previous: self.digest(),
            journal,
            kept: self.kept.clone(),
            members,
        }
    }

    /// The next version, with other classes whose seeds leave the store only sealed.
    #[must_use]
    pub fn keeping(&self, kept: BTreeSet<Class>) -> Self {
        Self {
            kept,
            ..self.next(self.members.clone(), self.journal)
        }
    }

    /// Whether seeds of that class may leave the store in the clear.
    #[must_use]
    pub fn may_leave(&self, class: Class) -> bool {
        !self.kept.contains(&class)
    }

    /// As it is signed and kept.
    #[must_use]
    pub fn document(&self) -> String {
        let mut text = format!(
            "{TITLE}\nstore {}\nversion {}\nprevious {}\njournal {}\n",
            self.store,
            self.version,
            HEXLOWER.encode(&self.previous),
            self.journal
        );
        if !self.kept.is_empty() {
            text.push_str(KEPT);
            for class in &self.kept {
                let _ = write!(text, " {class}");
            }
            text.push('\n');
        }
        for member in &self.members {
            // Writing to a String cannot fail.
            let _ = writeln!(
                text,
                "{} {} {}",
                member.class, member.recipient, member.label
            );
        }
        text
    }

    /// What the next version names.
    #[must_use]
    pub fn digest(&self) -> Digest {
        Digester::of("recipients").text(&self.document()).finish()
    }

    /// The signature of the store's key.
    #[must_use]
    pub fn signed(&self, key: &AnyKeyPair) -> [u8; 64] {
        key.sign(self.document().as_bytes())
    }

    /// Reads a document whose signature holds; nothing otherwise.
    #[must_use]
    pub fn read(document: &str, signature: &[u8], key: &PublicKey) -> Option<Self> {
        key.verify(document.as_bytes(), signature).ok()?;
        let mut lines = document.lines();
        if lines.next()? != TITLE {
            return None;
        }
        let store = lines.next()?.strip_prefix("store ")?.to_owned();
        let version = lines.next()?.strip_prefix("version ")?.parse().ok()?;
        let previous = lines.next()?.strip_prefix("previous ")?;
        let previous = HEXLOWER.decode(previous.as_bytes()).ok()?.try_into().ok()?;
        let journal = lines.next()?.strip_prefix("journal ")?.parse().ok()?;
        let mut lines = lines.peekable();
        let kept = match lines.next_if(|line| line.starts_with(KEPT)) {
            Some(line) => kept(line)?,
            None => BTreeSet::new(),
        };
        let members = lines.map(member).collect::<Option<Vec<_>>>()?;
        let set = Self {
            store,
            version,
            previous,
            journal,
            kept,
            members,
        };
        (set.document() == document).then_some(set)
    }
}

/// Refuses to let a seed of that class out in the clear, where the recipients forbid it, or where it is a root that is kept for
/// ceremonies.
pub fn may_leave(records: &dyn Records, class: Class) -> Result<(), StoreError> {
    if class == Class::Root && records.document(CEREMONIAL)?.is_some() {
        return Err(StoreError::Offline);
    }
    may_be_printed(records, class)
}

/// Refuses the same to paper and shares, which somebody asked for who wants just that: the recipients alone forbid it.
pub fn may_be_printed(records: &dyn Records, class: Class) -> Result<(), StoreError> {
    match records.recipients().may_leave(class) {
        true => Ok(()),
        false => Err(StoreError::Kept { class }),
    }
}

fn kept(line: &str) -> Option<BTreeSet<Class>> {
    let classes = line.strip_prefix(KEPT)?.strip_prefix(' ')?.split(' ');
    classes.map(granted).collect()
}

fn granted(class: &str) -> Option<Class> {
    let class: Class = class.parse().ok()?;
    Class::GRANTED.contains(&class).then_some(class)
}

fn member(line: &str) -> Option<Member> {
    let (class, rest) = line.split_once(' ')?;
    let (recipient, label) = Recipient::at_start(rest)?;
    Some(Member {
        class: granted(class)?,
        recipient,
        label: label.to_owned(),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use std::collections::BTreeSet;

    use super::{Member, RecipientSet};
    use crate::nkey::{AnyKeyPair, Kind, Seed};
    use crate::store::class::Class;

    const AGE: &str = "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg";
    const SSH: &str =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILHZKfD3gvyoUFVbU6n3owKXAbDi+dIW3/j2FbztUfO7";

    const PLUGIN: &str = "age1yubikey1qgqqzqsrqszsvpcgpy9qkrqdpc83qygjzv2p29shrqv35xcur50p7wlqp0l";
    const NAMED: &str = "AGE-PLUGIN-BATCHPASS-1JCS0Q9";

    /// A recipient may be two words, and a label any number of them, and may look like a recipient.
    #[test]
    fn no_line_can_be_read_in_two_ways() {
        let pair = Seed::generate(Kind::Server)
            .unwrap()
            .signing_pair()
            .unwrap();
        let members = [AGE, SSH, PLUGIN, NAMED].into_iter().flat_map(|recipient| {
            ["ci", "two words", AGE, SSH, "ssh-ed25519", " "].map(|label| Member {
                class: Class::User,
                recipient: recipient.parse().unwrap(),
                label: label.to_owned(),
            })
        });
        let set = RecipientSet {
            store: "0".repeat(32),
            version: 1,
            previous: [0; 32],
            journal: pair.public(),
            kept: BTreeSet::new(),
            members: members.collect(),
        };
        let read = |set: &RecipientSet| {
            RecipientSet::read(&set.document(), &set.signed(&pair), &pair.public())
        };
        assert_eq!(read(&set).as_ref(), Some(&set));
        let keeping = set.keeping(BTreeSet::from([Class::User, Class::Root]));
        assert_eq!(read(&keeping).as_ref(), Some(&keeping));
    }

    /// A set that forbids nothing is written as it was before sets could.
    #[test]
    fn what_is_forbidden_is_one_line_or_none() {
        let (set, pair) = set();
        let plain = set.document();
        assert!(!plain.contains("kept"), "{plain}");
        let keeping = RecipientSet {
            kept: BTreeSet::from([Class::Other, Class::AccountIdentity]),
            ..set
        };
        let (head, tail) = plain.split_at(plain.find("user ").unwrap());
        assert_eq!(
            keeping.document(),
            format!("{head}kept account-identity other\n{tail}")
        );
        let read = |document: &str| {
            RecipientSet::read(document, &pair.sign(document.as_bytes()), &pair.public())
        };
        for line in [
            "kept",
            "kept ",
            "kept other account-identity",
            "kept other other",
            "kept  other",
            "kept other ",
            "kept journal",
            "kept nothing",
            "keptother",
            "kept other\nkept user",
        ] {
            assert_eq!(read(&format!("{head}{line}\n{tail}")), None, "{line}");
        }
        assert!(read(&format!("{head}kept other\n{tail}")).is_some());
    }

    fn set() -> (RecipientSet, AnyKeyPair) {
        let pair = Seed::generate(Kind::Server)
            .unwrap()
            .signing_pair()
            .unwrap();
        let set = RecipientSet {
            store: "0".repeat(32),
            version: 1,
            previous: [0; 32],
            journal: pair.public(),
            kept: BTreeSet::new(),
            members: vec![Member {
                class: Class::User,
                recipient: AGE.parse().unwrap(),
                label: "ci".to_owned(),
            }],
        };
        (set, pair)
    }
}
