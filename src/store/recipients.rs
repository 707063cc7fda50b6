//! Who may open which class: a document, versioned and signed by the store's own key.
//!
//! Its public half is pinned outside the store, so that nobody who can write the file can add a recipient of their own.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::age::Recipient;
use super::class::Class;
use super::digest::{Digest, Digester};
use crate::nkey::{AnyKeyPair, PublicKey};
use data_encoding::HEXLOWER;

const TITLE: &str = "nkeep recipients 1";

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
            members,
        }
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
        let members = lines.map(member).collect::<Option<Vec<_>>>()?;
        let set = Self {
            store,
            version,
            previous,
            journal,
            members,
        };
        (set.document() == document).then_some(set)
    }
}

fn member(line: &str) -> Option<Member> {
    let (class, rest) = line.split_once(' ')?;
    let (recipient, label) = Recipient::at_start(rest)?;
    Some(Member {
        class: class
            .parse()
            .ok()
            .filter(|class| Class::GRANTED.contains(class))?,
        recipient,
        label: label.to_owned(),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{Member, RecipientSet};
    use crate::nkey::{Kind, Seed};
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
            members: members.collect(),
        };
        let read = RecipientSet::read(&set.document(), &set.signed(&pair), &pair.public());
        assert_eq!(read, Some(set));
    }
}
