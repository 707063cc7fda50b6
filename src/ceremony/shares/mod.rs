//! A key in shares: any `k` of `n` people bring it back, and fewer know nothing of it.
//!
//! [`scheme`] splits and combines bytes. A [`set`] says whose shares there are and what each must be, signed by the key itself; a
//! [`page`] is a share in words, and a [`mod@file`] such a page sealed to who holds it, under the set. [`gathered`] is what shares come to
//! that people bring together: who is missing, which one is wrong, and the key; what a broken one says of itself is [`claimed`].

pub mod claimed;
pub mod file;
pub mod gathered;
pub mod page;
pub mod scheme;
pub mod set;

use crate::ceremony::Result;
use crate::clock::UnixSeconds;
use crate::nkey::Seed;
use scheme::Bytes;
use set::{SharesSet, Terms};

/// The command that helps where a share or a set is not as nkeep writes it.
pub const HELP: &str = "nkeep ceremony drill --help  # looks at each share by itself";

/// A set that was just made: what is public of it, and the shares, which go to who holds them.
pub struct Made {
    /// What is public, signed by the key.
    pub set: set::Signed,
    /// The shares, from the first.
    pub shares: Vec<Bytes>,
    /// In how many ways enough of them come together; each was tried.
    pub ways: usize,
}

/// Splits a key. Each way in which enough shares come together was tried before this returns.
pub fn split(seed: &Seed, terms: Terms, now: UnixSeconds) -> Result<Made> {
    terms.check()?;
    let (threshold, count) = (terms.threshold, terms.count());
    let shares = scheme::split(seed.expose_raw(), threshold, count)?;
    let set = SharesSet::new(&seed.public(), terms, &shares, now);
    let mut ways = 0;
    for subset in subsets(count, threshold) {
        let chosen: Vec<(u8, &Bytes)> = subset
            .iter()
            .map(|number| (*number, &shares[usize::from(*number) - 1]))
            .collect();
        let came = Seed::from_raw(seed.kind(), scheme::combine(&chosen)?);
        if came.expose_raw() != seed.expose_raw() {
            return Err(crate::ceremony::CeremonyError::refused(
                "shares were made that do not bring the key back; nothing of them was kept",
                "nkeep ceremony split --help",
            ));
        }
        ways += 1;
    }
    Ok(Made {
        set: set::Signed::by(set, &seed.signing_pair()?)?,
        shares,
        ways,
    })
}

/// Every choice of so many numbers of 1 to `count`, each in order.
pub fn subsets(count: u8, chosen: u8) -> impl Iterator<Item = Vec<u8>> {
    let mut next: Option<Vec<u8>> = (chosen <= count).then(|| (1..=chosen).collect());
    std::iter::from_fn(move || {
        let present = next.clone()?;
        let places = (0..).zip(present.iter().rev());
        // The last that can still go up; those after it begin behind it.
        let place = places
            .take(present.len())
            .find(|(from_end, number)| **number < count - from_end)
            .map(|(from_end, _)| present.len() - 1 - usize::from(from_end));
        next = place.map(|place| {
            let mut following = present.clone();
            let mut number = following[place];
            for later in &mut following[place..] {
                number += 1;
                *later = number;
            }
            following
        });
        Some(present)
    })
}

#[cfg(test)]
mod tests {
    use super::subsets;

    #[test]
    fn every_choice_is_made_once() {
        let all: Vec<Vec<u8>> = subsets(4, 2).collect();
        let expected = [[1, 2], [1, 3], [1, 4], [2, 3], [2, 4], [3, 4]];
        assert_eq!(all, expected);
        for (count, chosen, ways) in [(2, 2, 1), (5, 3, 10), (16, 8, 12_870), (16, 16, 1)] {
            assert_eq!(subsets(count, chosen).count(), ways);
        }
        assert_eq!(subsets(2, 3).count(), 0);
    }
}
