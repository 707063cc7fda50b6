//! Shamir's scheme over GF(256), by vsss-rs, for 32 bytes. It takes any shares and gives some bytes back: that they are the ones that
//! were split, whoever asks has to see.

use std::convert::Infallible;

use rand_core::{TryCryptoRng, TryRng};
use vsss_rs::Gf256;
use zeroize::Zeroizing;

use crate::ceremony::{CeremonyError, Result};
use crate::nkey::NkeyError;

/// Bytes of what is split, and of each share.
pub const LENGTH: usize = 32;

/// What is split, and each share of it.
pub type Bytes = Zeroizing<[u8; LENGTH]>;

/// The operating system's randomness. Where there is none, it says so afterwards, and nothing of what was made is used.
#[derive(Default)]
struct System {
    failed: bool,
}

impl TryRng for System {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        let mut bytes = [0; 4];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let mut bytes = [0; 8];
        self.try_fill_bytes(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        self.failed |= getrandom::fill(bytes).is_err();
        Ok(())
    }
}

impl TryCryptoRng for System {}

/// As many shares, of which any `threshold` give the bytes back. They are counted from 1.
pub fn split(secret: &Bytes, threshold: u8, count: u8) -> Result<Vec<Bytes>> {
    let mut system = System::default();
    let (threshold, count) = (usize::from(threshold), usize::from(count));
    let made = Gf256::split_bytes(threshold, count, secret.as_slice(), &mut system);
    let made = Zeroizing::new(made.map_err(refused)?);
    if system.failed {
        return Err(NkeyError::Randomness.into());
    }
    let shares = (1..).zip(made.iter());
    shares
        .map(|(number, share)| match share.split_first() {
            Some((first, rest)) if *first == number && rest.len() == LENGTH => {
                let mut bytes = Bytes::default();
                bytes.copy_from_slice(rest);
                Ok(bytes)
            }
            _ => Err(refused("a share is not as it should be")),
        })
        .collect()
}

/// What shares come to, each with its number.
pub fn combine(shares: &[(u8, &Bytes)]) -> Result<Bytes> {
    let written = |(number, bytes): &(u8, &Bytes)| {
        let mut share = Vec::with_capacity(1 + LENGTH);
        share.push(*number);
        share.extend_from_slice(bytes.as_slice());
        share
    };
    let shares: Zeroizing<Vec<Vec<u8>>> = Zeroizing::new(shares.iter().map(written).collect());
    let combined = Zeroizing::new(Gf256::combine_bytes(shares.as_slice()).map_err(refused)?);
    let mut bytes = Bytes::default();
    if combined.len() != LENGTH {
        return Err(refused("they come to something else than a key"));
    }
    bytes.copy_from_slice(&combined);
    Ok(bytes)
}

fn refused(why: impl std::fmt::Display) -> CeremonyError {
    CeremonyError::refused(
        format!("the shares cannot be used: {why}"),
        "nkeep ceremony drill --help",
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{Bytes, combine, split};
    use crate::ceremony::shares::subsets;

    fn secret() -> Bytes {
        let mut bytes = Bytes::default();
        getrandom::fill(bytes.as_mut_slice()).unwrap();
        bytes
    }

    #[test]
    fn any_k_of_n_give_it_back_up_to_six() {
        for count in 2..=6 {
            for threshold in 2..=count {
                let secret = secret();
                let shares = split(&secret, threshold, count).unwrap();
                let mut tried = 0;
                for subset in subsets(count, threshold) {
                    let chosen: Vec<(u8, &Bytes)> = subset
                        .iter()
                        .map(|number| (*number, &shares[usize::from(*number) - 1]))
                        .collect();
                    assert_eq!(*combine(&chosen).unwrap(), *secret);
                    tried += 1;
                }
                assert!(tried >= 1);
            }
        }
    }

    /// A vector that is worked out by hand: f(x) = 0x42 + 0x01 x, so that f(2) is 0x40 and f(3) is 0x41, in any field of this kind.
    #[test]
    fn it_is_the_scheme_that_it_is_said_to_be() {
        let at = |byte: u8| Bytes::new([byte; 32]);
        let (one, two) = (at(0x43), at(0x40));
        assert_eq!(*combine(&[(1, &one), (2, &two)]).unwrap(), [0x42; 32]);
        let three = at(0x41);
        assert_eq!(*combine(&[(3, &three), (1, &one)]).unwrap(), [0x42; 32]);
    }

    /// For each first byte there is one k-th share, whatever the others are.
    #[test]
    fn every_secret_has_a_last_share() {
        let shares = split(&secret(), 3, 5).unwrap();
        let mut seen = [false; 256];
        for guess in 0..=255 {
            let mut third = Bytes::new([0; 32]);
            third[0] = guess;
            let came = combine(&[(1, &shares[0]), (4, &shares[3]), (5, &third)]).unwrap();
            seen[usize::from(came[0])] = true;
        }
        assert!(seen.iter().all(|seen| *seen));
        // And one more than there have to be says no less.
        let chosen: Vec<(u8, &Bytes)> = (1..).zip(&shares).collect();
        assert_eq!(*combine(&chosen).unwrap(), *combine(&chosen[..3]).unwrap());
    }

    /// The first byte of a share of one secret is spread as that of another: a bias of the highest coefficient would show.
    #[test]
    fn shares_of_one_secret_are_spread_evenly() {
        const TIMES: usize = 4096;
        let secret = Bytes::new([0; 32]);
        let mut counts = [0_usize; 256];
        for _ in 0..TIMES {
            for byte in split(&secret, 2, 2).unwrap()[0].iter() {
                counts[usize::from(*byte)] += 1;
            }
        }
        // 512 are expected of each, give or take 23; seven times that happens to nobody.
        let (least, most) = (counts.iter().min().unwrap(), counts.iter().max().unwrap());
        assert!(*least > 350 && *most < 680, "{least} {most}");
    }

    /// Where three bring a secret back, two of them are any two bytes, each pair as often as any other: they say nothing of it.
    #[test]
    fn one_share_too_few_says_nothing() {
        const EACH: usize = 4;
        let secret = secret();
        let mut counts = vec![0_usize; 1 << 16];
        for _ in 0..EACH * (1 << 16) / 32 {
            let shares = split(&secret, 3, 3).unwrap();
            for (one, other) in shares[0].iter().zip(shares[2].iter()) {
                counts[usize::from(*one) << 8 | usize::from(*other)] += 1;
            }
        }
        // How far they are from what is expected of each: 65,535 give or take 362; seven times that happens to nobody.
        let squares: usize = counts.iter().map(|count| count.abs_diff(EACH).pow(2)).sum();
        let far = (squares / EACH).abs_diff((1 << 16) - 1);
        assert!(far < 7 * 362, "{far}");
    }

    #[test]
    fn a_share_twice_or_numbered_zero_is_refused() {
        let shares = split(&secret(), 2, 3).unwrap();
        assert!(combine(&[(1, &shares[0]), (1, &shares[1])]).is_err());
        assert!(combine(&[(0, &shares[0]), (1, &shares[1])]).is_err());
        assert!(combine(&[(1, &shares[0])]).is_err());
    }
}
