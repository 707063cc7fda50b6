//! Shares that people brought together: whether they are of one set and each is what it must be, who is missing, and the key.

use super::HELP;
use super::page::{Told, mark};
use super::scheme::{self, Bytes};
use super::set::SharesSet;
use super::subsets;
use crate::ceremony::{CeremonyError, Result};
use crate::nkey::{Kind, PublicKey, Seed};
use crate::text::{noted, quoted};

/// A share that somebody brought, open.
pub struct Brought {
    /// What it is called where it is refused: a file.
    pub from: String,
    /// What its words say.
    pub told: Told,
    /// The set that came with it; words alone have none.
    pub set: Option<SharesSet>,
}

/// Against what shares are held: the set where it is known, and the key that is expected.
#[derive(Default)]
pub struct Measure {
    set: Option<(String, SharesSet)>,
    expected: Option<PublicKey>,
    /// What words said that came first, where no set is known: threshold, count, set and key.
    first: Option<(String, [u8; 10])>,
}

impl Measure {
    /// With the key that is expected.
    #[must_use]
    pub fn expecting(expected: Option<PublicKey>) -> Self {
        Self {
            expected,
            ..Self::default()
        }
    }

    /// Says whose key it is to be, where nothing else does.
    pub const fn expect(&mut self, key: PublicKey) {
        self.expected = Some(key);
    }

    /// The set, where it is known.
    #[must_use]
    pub fn set(&self) -> Option<&SharesSet> {
        self.set.as_ref().map(|(_, set)| set)
    }

    /// Takes the set of a file: the first is the one that the others must be of.
    pub fn take_set(&mut self, from: &str, set: &SharesSet) -> Result<()> {
        let key = set.key()?;
        if let Some(expected) = self.expected.filter(|expected| *expected != key) {
            return Err(foreign(format!(
                "{} is of the key {key}, and {expected} is expected",
                quoted(from)
            )));
        }
        match &self.set {
            None => self.set = Some((from.to_owned(), set.clone())),
            Some((_, known)) if known == set => {}
            Some((first, known)) => {
                let why = match known.key()? == key {
                    true => format!(
                        "sets do not mix: {} is of set {}, and {} of set {}",
                        quoted(from),
                        set.id(),
                        quoted(first),
                        known.id()
                    ),
                    false => format!(
                        "{} is of the key {key}, and {} of the key {}",
                        quoted(from),
                        quoted(first),
                        known.key()?
                    ),
                };
                return Err(mixed(why));
            }
        }
        Ok(())
    }

    /// Refuses a share that is not of this set, or not what it must be.
    pub fn check(&mut self, brought: &Brought) -> Result<()> {
        let Brought { from, told, .. } = brought;
        let other = |of: &str| {
            mixed(format!(
                "sets do not mix: {} is of another set than {}",
                quoted(from),
                quoted(of)
            ))
        };
        if let Some(expected) = self.expected.filter(|expected| mark(expected) != told.key) {
            return Err(foreign(format!(
                "{} is of another key than {expected}, which is expected",
                quoted(from)
            )));
        }
        if let Some((of, set)) = &self.set {
            return match (told.is_of(set), set.is_share(told.number, &told.share)) {
                (false, _) => Err(other(of)),
                (true, true) => Ok(()),
                (true, false) => Err(foreign(format!(
                    "{} is not share {} of the set: it was changed, or made by somebody else",
                    quoted(from),
                    told.number
                ))),
            };
        }
        let mut own = [told.threshold, told.count, 0, 0, 0, 0, 0, 0, 0, 0];
        own[2..6].copy_from_slice(&told.set);
        own[6..].copy_from_slice(&told.key);
        let (of, first) = self.first.get_or_insert_with(|| (from.clone(), own));
        match *first == own {
            true => Ok(()),
            false => Err(other(of)),
        }
    }

    /// Whether it says whose key there has to be; words say it of none.
    #[must_use]
    pub const fn says_whose(&self) -> bool {
        self.set.is_some() || self.expected.is_some()
    }

    fn needs(&self) -> Option<(u8, u8)> {
        let told = self.first.as_ref().map(|(_, own)| (own[0], own[1]));
        self.set().map(|set| (set.threshold, set.count())).or(told)
    }

    fn key_is(&self, key: &PublicKey) -> Result<bool> {
        if let Some(expected) = self.expected {
            return Ok(expected == *key);
        }
        match self.set() {
            Some(set) => Ok(set.key()? == *key),
            None => Ok(self
                .first
                .as_ref()
                .is_some_and(|(_, own)| own[6..] == mark(key))),
        }
    }
}

/// Shares that fit together, each once.
#[derive(Default)]
pub struct Gathered {
    /// Against what they are held.
    pub measure: Measure,
    shares: Vec<(u8, Bytes, String)>,
}

impl Gathered {
    /// None yet.
    #[must_use]
    pub fn new(measure: Measure) -> Self {
        Self {
            measure,
            shares: Vec::new(),
        }
    }

    /// Takes one more, where it is what it must be and not there yet.
    pub fn take(&mut self, brought: Brought) -> Result<()> {
        if let Some(set) = &brought.set {
            self.measure.take_set(&brought.from, set)?;
        }
        self.measure.check(&brought)?;
        let Told { number, share, .. } = brought.told;
        if let Some((_, _, first)) = self.shares.iter().find(|(known, ..)| *known == number) {
            return Err(CeremonyError::problem(
                brought.from,
                format!("is share {number} once more, as {} is", quoted(first)),
                HELP,
            ));
        }
        self.shares.push((number, share, brought.from));
        Ok(())
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.shares.len()
    }

    /// Whether that one is there.
    #[must_use]
    pub fn has(&self, number: u8) -> bool {
        self.shares.iter().any(|(known, ..)| *known == number)
    }

    /// How many more there have to be; nothing where no share says so yet.
    #[must_use]
    pub fn missing(&self) -> Option<usize> {
        let (threshold, _) = self.measure.needs()?;
        Some(usize::from(threshold).saturating_sub(self.shares.len()))
    }

    /// The key, where enough are there: from every choice of enough of them it is the same one. Whether it is the right one, the set says
    /// or whoever expects one: without either, words of whatever key would do.
    pub fn key(&self) -> Result<Seed> {
        let Some((threshold, count)) = self.measure.needs() else {
            return Err(CeremonyError::refused(
                "there are no shares",
                "nkeep ceremony combine --help",
            ));
        };
        if self.missing() != Some(0) {
            return Err(self.too_few(threshold, count));
        }
        if !self.measure.says_whose() {
            return Err(CeremonyError::refused(
                "words alone do not say whose key they are to bring back: name it, or the file of their set",
                noted("nkeep ceremony combine --help", "--expect-operator, --set"),
            ));
        }
        let mut found: Option<Seed> = None;
        let here: u8 = self.shares.len().try_into().unwrap_or(u8::MAX);
        for subset in subsets(here, threshold) {
            let chosen: Vec<(u8, &Bytes)> = subset
                .iter()
                .map(|at| &self.shares[usize::from(*at) - 1])
                .map(|(number, share, _)| (*number, share))
                .collect();
            let seed = Seed::from_raw(Kind::Operator, scheme::combine(&chosen)?);
            let is_same = match &found {
                Some(first) => first.expose_raw() == seed.expose_raw(),
                None => self.measure.key_is(&seed.public())?,
            };
            if !is_same {
                return Err(self.another_key());
            }
            found.get_or_insert(seed);
        }
        found.ok_or_else(|| self.another_key())
    }

    /// Where no set says what each must be, one that is wrong may be any of them.
    fn another_key(&self) -> CeremonyError {
        let from: Vec<String> = self.shares.iter().map(|(.., from)| quoted(from)).collect();
        foreign(format!(
            "the shares come to another key than theirs: one of {} is wrong",
            from.join(", ")
        ))
    }

    fn too_few(&self, threshold: u8, count: u8) -> CeremonyError {
        let absent: Vec<String> = (1..=count)
            .filter(|number| !self.has(*number))
            .map(
                |number| match self.measure.set().and_then(|set| set.holder(number)) {
                    Some(holder) => format!("{number} ({holder})"),
                    None => number.to_string(),
                },
            )
            .collect();
        let more = usize::from(threshold) - self.shares.len();
        CeremonyError::gate(
            format!(
                "{} of the {threshold} shares are here that bring the key back: {more} more of {}",
                self.shares.len(),
                absent.join(", ")
            ),
            noted(
                "nkeep ceremony drill --help",
                "with the shares of more holders",
            ),
        )
    }
}

/// Of shares of several sets in one place: which of them is meant, somebody has to say.
fn mixed(why: String) -> CeremonyError {
    CeremonyError::tampered(
        why,
        noted(
            "nkeep ceremony drill FILE --set SET.nset",
            "looks at the shares of the set that is meant, and names those of others",
        ),
    )
}

fn foreign(why: String) -> CeremonyError {
    CeremonyError::tampered(
        why,
        noted(
            "nkeep ceremony drill --help",
            "looks at each share by itself",
        ),
    )
}
