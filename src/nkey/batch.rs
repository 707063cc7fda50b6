//! Many signatures at once, in less than half the time that one after the other takes (docs/decisions/020).
//!
//! A signature is a point R and a number s, and holds under a key A where sB = R + kA; k is hashed from R, A and the message.
//! Here the sum of all these equations has to hold, each multiplied by a weight that nobody could foresee. That says what the
//! check of each one says, provided that all points are in the group of prime order: with parts of small order, what is wrong
//! with one may be undone by its weight, or by another. Batches that have any are not for here.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use curve25519_dalek::constants::ED25519_BASEPOINT_POINT;
use curve25519_dalek::edwards::CompressedEdwardsY;
use curve25519_dalek::traits::{Identity as _, IsIdentity as _, VartimeMultiscalarMul as _};
use curve25519_dalek::{EdwardsPoint, Scalar};
use sha2::{Digest as _, Sha512};

use super::{PublicKey, RAW_LEN, SIGNATURE_LEN};

/// Larger batches gain little more.
pub const BATCH: usize = 1024;
/// So few are checked sooner one by one.
const FEW: usize = 256;
/// Bytes of a weight. One wrong equation in 2^128 is not seen.
const WEIGHT_LEN: usize = 16;
/// Bytes of lots that are drawn for a point. One part of small order in 2^64 is not seen.
const LOTS_LEN: usize = 8;

/// A key, what it signed, and the signature.
type Signed<'a> = (&'a PublicKey, &'a [u8], &'a [u8; SIGNATURE_LEN]);

/// Whether every one of those keys signed its message. Where that cannot be said, each has to say alone.
pub fn all_signed<'a>(signed: impl Iterator<Item = Signed<'a>>) -> bool {
    let signed: Vec<Signed<'_>> = signed.collect();
    if signed.len() <= FEW {
        let mut each = signed.iter();
        return each.all(|(key, message, signature)| key.verify(message, *signature).is_ok());
    }
    Sum::of(&signed).is_some_and(|sum| sum.is_of_prime_order() && sum.is_zero())
}

/// What the equations come to: each point, and how many times it is in there.
struct Sum {
    points: Vec<EdwardsPoint>,
    times: Vec<Scalar>,
    /// How many times the base point is.
    base: Scalar,
}

impl Sum {
    /// The sum, unless a signature or a key is none.
    fn of(signed: &[Signed<'_>]) -> Option<Self> {
        let mut sum = Self {
            points: Vec::with_capacity(2 * signed.len()),
            times: Vec::with_capacity(2 * signed.len()),
            base: Scalar::ZERO,
        };
        // Most keys signed more than once, and multiplying a point is what takes time.
        let mut keys: HashMap<&[u8; RAW_LEN], usize> = HashMap::new();
        let weights = random::<WEIGHT_LEN>(signed.len())?;
        for ((key, message, signature), weight) in signed.iter().zip(&weights) {
            let weight = Scalar::from(u128::from_le_bytes(*weight));
            let (point, scalar) = halves(signature)?;
            sum.base -= weight * scalar;
            sum.push(point, weight);
            let at = match keys.entry(key.raw()) {
                Entry::Occupied(known) => *known.get(),
                Entry::Vacant(new) => {
                    sum.push(key.verifying_key().ok()?.to_edwards(), Scalar::ZERO);
                    *new.insert(sum.points.len() - 1)
                }
            };
            let hash = Sha512::new()
                .chain_update(&signature[..RAW_LEN])
                .chain_update(key.raw())
                .chain_update(message)
                .finalize();
            sum.times[at] += weight * Scalar::from_bytes_mod_order_wide(&hash.into());
        }
        Some(sum)
    }

    fn push(&mut self, point: EdwardsPoint, times: Scalar) {
        self.points.push(point);
        self.times.push(times);
    }

    fn is_zero(&self) -> bool {
        let times = self.times.iter().chain([&self.base]);
        let points = self.points.iter().chain([&ED25519_BASEPOINT_POINT]);
        EdwardsPoint::vartime_multiscalar_mul(times, points).is_identity()
    }

    /// Whether no point has a part of small order. By lot, each is in half of 64 other sums: such a part is in a sum as often
    /// as not, whatever else is in there.
    fn is_of_prime_order(&self) -> bool {
        let Some(lots) = random::<LOTS_LEN>(self.points.len()) else {
            return false;
        };
        // What takes an eighth of a point in the group of prime order.
        let eighth = Scalar::from(8_u8).invert();
        (0..LOTS_LEN).all(|at| {
            // Eight sums at once: points with the same lots are added up first.
            let mut parts = vec![EdwardsPoint::identity(); 1 << u8::BITS];
            for (point, lots) in self.points.iter().zip(&lots) {
                parts[usize::from(lots[at])] += point;
            }
            // Those with the highest bit make a sum, and then join those that differ in it alone.
            while parts.len() > 1 {
                let upper = parts.split_off(parts.len() / 2);
                if !has_prime_order(&upper.iter().sum(), &eighth) {
                    return false;
                }
                for (part, other) in parts.iter_mut().zip(&upper) {
                    *part += other;
                }
            }
            true
        })
    }
}

/// Whether a point is in the group of prime order: eight times its eighth is the point again, less its part of small order.
fn has_prime_order(point: &EdwardsPoint, eighth: &Scalar) -> bool {
    EdwardsPoint::vartime_double_scalar_mul_basepoint(eighth, point, &Scalar::ZERO)
        .mul_by_cofactor()
        == *point
}

/// R and s, where the check of one takes them: both in the one way that they are written, and R not of small order.
fn halves(signature: &[u8; SIGNATURE_LEN]) -> Option<(EdwardsPoint, Scalar)> {
    let (mut first, mut second) = ([0; RAW_LEN], [0; RAW_LEN]);
    first.copy_from_slice(&signature[..RAW_LEN]);
    second.copy_from_slice(&signature[RAW_LEN..]);
    let scalar = Option::from(Scalar::from_canonical_bytes(second))?;
    let point = CompressedEdwardsY(first).decompress()?;
    (!is_too_large(&first) && !point.is_small_order()).then_some((point, scalar))
}

/// Whether a coordinate is written as p = 2^255 - 19 or more. Apart from that and from two points of small order, there is one
/// way to write a point.
fn is_too_large(point: &[u8; RAW_LEN]) -> bool {
    point[0] >= 0xed
        && point[1..RAW_LEN - 1].iter().all(|byte| *byte == 0xff)
        && point[RAW_LEN - 1] & 0x7f == 0x7f
}

/// Random bytes for each of so many.
fn random<const N: usize>(count: usize) -> Option<Vec<[u8; N]>> {
    let mut random = vec![[0; N]; count];
    getrandom::fill(random.as_flattened_mut()).ok()?;
    Some(random)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use std::sync::LazyLock;

    use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT, EIGHT_TORSION};
    use curve25519_dalek::edwards::CompressedEdwardsY;
    use curve25519_dalek::traits::Identity as _;
    use curve25519_dalek::{EdwardsPoint, Scalar};
    use sha2::{Digest as _, Sha512};

    use super::{FEW, RAW_LEN, all_signed, is_too_large};
    use crate::nkey::{Kind, PublicKey, SIGNATURE_LEN};

    const MESSAGE: &[u8] = b"a message";
    /// The order of the group, from its lowest byte on.
    const ORDER: [u8; RAW_LEN] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde,
        0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];

    type Made = (PublicKey, [u8; SIGNATURE_LEN]);

    /// What the holder of a key can make: a key and a signature of `MESSAGE` by it, with something added to both points.
    fn made(secret: u64, nonce: u64, to_key: EdwardsPoint, to_first: EdwardsPoint) -> Made {
        let point = |times: u64, more: EdwardsPoint| {
            (EdwardsPoint::mul_base(&Scalar::from(times)) + more)
                .compress()
                .to_bytes()
        };
        let key = PublicKey::from_raw(Kind::User, point(secret, to_key)).unwrap();
        let first = point(nonce, to_first);
        let hash = Sha512::new()
            .chain_update(first)
            .chain_update(key.raw())
            .chain_update(MESSAGE)
            .finalize();
        let scalar = Scalar::from(nonce)
            + Scalar::from_bytes_mod_order_wide(&hash.into()) * Scalar::from(secret);
        let signature = [first, scalar.to_bytes()].concat();
        (key, signature.try_into().unwrap())
    }

    fn good(number: u64) -> Made {
        made(
            number % 50 + 2,
            number + 2,
            EdwardsPoint::identity(),
            EdwardsPoint::identity(),
        )
    }

    fn alone((key, signature): &Made) -> bool {
        key.verify(MESSAGE, signature).is_ok()
    }

    /// Among enough good ones to be added up.
    fn among_good(some: &[Made]) -> bool {
        static GOOD: LazyLock<Vec<Made>> = LazyLock::new(|| (0..).map(good).take(FEW).collect());
        let all: Vec<Made> = GOOD.iter().chain(some).copied().collect();
        all_signed(all.iter().map(|(key, signature)| (key, MESSAGE, signature)))
    }

    fn never_held(what: &str, some: &[Made]) {
        assert!(
            some.iter().any(|one| !alone(one)),
            "{what}: each holds alone"
        );
        // What is left to chance is tried often enough to be seen.
        for _ in 0..12 {
            assert!(!among_good(some), "{what}");
        }
    }

    #[test]
    fn good_ones_hold_however_many_there_are() {
        assert!(all_signed(std::iter::empty()));
        for count in [1, FEW, FEW + 1, 700] {
            let all: Vec<Made> = (0..).map(good).take(count).collect();
            assert!(all.iter().all(alone));
            assert!(all_signed(
                all.iter().map(|(key, signature)| (key, MESSAGE, signature))
            ));
        }
    }

    #[test]
    fn one_bad_bit_is_seen_wherever_it_is() {
        for bit in (0..SIGNATURE_LEN * 8).step_by(15) {
            let (key, mut signature) = good(7);
            signature[bit / 8] ^= 1 << (bit % 8);
            assert!(!alone(&(key, signature)));
            assert!(!among_good(&[(key, signature)]), "{bit}");
        }
        let (key, signature) = good(7);
        let other = good(8).0;
        never_held("another's", &[(other, signature)]);
        never_held("of none", &[(key, [0; SIGNATURE_LEN])]);
    }

    #[test]
    fn two_that_are_wrong_by_the_same_do_not_make_up_for_each_other() {
        let one = ED25519_BASEPOINT_POINT;
        let mut pair = [good(7), good(8)];
        for ((_, signature), more) in pair.iter_mut().zip([Scalar::ONE, -Scalar::ONE]) {
            let scalar =
                Scalar::from_canonical_bytes(signature[RAW_LEN..].try_into().unwrap()).unwrap();
            signature[RAW_LEN..].copy_from_slice((scalar + more).as_bytes());
        }
        never_held("numbers", &pair);
        never_held(
            "points",
            &[
                made(7, 7, EdwardsPoint::identity(), one),
                made(7, 7, EdwardsPoint::identity(), -one),
            ],
        );
    }

    #[test]
    fn a_number_is_written_in_one_way() {
        let (key, mut signature) = good(7);
        let mut carry = 0;
        for (byte, more) in signature[RAW_LEN..].iter_mut().zip(ORDER) {
            let sum = u16::from(*byte) + u16::from(more) + carry;
            [*byte, _] = sum.to_le_bytes();
            carry = sum >> 8;
        }
        never_held("the order added", &[(key, signature)]);
    }

    #[test]
    fn a_first_half_of_small_order_is_refused() {
        for torsion in EIGHT_TORSION {
            never_held(
                "small order",
                &[made(7, 0, EdwardsPoint::identity(), torsion)],
            );
        }
    }

    #[test]
    fn a_part_of_small_order_is_seen_alone_and_where_others_undo_it() {
        for torsion in &EIGHT_TORSION[1..] {
            let with =
                |nonce, torsion: &EdwardsPoint| made(7, nonce, EdwardsPoint::identity(), *torsion);
            never_held("alone", &[with(9, torsion)]);
            never_held(
                "undone by another",
                &[with(9, torsion), with(10, &-torsion)],
            );
            let eight: Vec<Made> = (9..17).map(|nonce| with(nonce, torsion)).collect();
            never_held("undone by seven", &eight);
        }
    }

    #[test]
    fn a_key_with_a_part_of_small_order_is_left_to_the_check_of_one() {
        let (mut holding, mut failing) = (0, 0);
        for torsion in &EIGHT_TORSION[1..] {
            for nonce in 2..10 {
                let one = made(7, nonce, *torsion, EdwardsPoint::identity());
                // Whether it holds alone is up to its hash.
                *if alone(&one) {
                    &mut holding
                } else {
                    &mut failing
                } += 1;
                assert!(!among_good(&[one]));
            }
        }
        assert!(holding > 0 && failing > 0, "{holding} {failing}");
    }

    #[test]
    fn a_point_is_written_in_one_way() {
        let mut read = 0;
        for low in 0..=u8::MAX {
            for [fill, high] in [[0xff, 0xff], [0xff, 0x7f], [0xfe, 0x7f], [0xff, 0x7e]] {
                let mut bytes = [fill; RAW_LEN];
                [bytes[0], bytes[RAW_LEN - 1]] = [low, high];
                let Some(point) = CompressedEdwardsY(bytes).decompress() else {
                    continue;
                };
                let is_as_written = point.compress().to_bytes() == bytes;
                assert!(
                    is_as_written != is_too_large(&bytes) || point.is_small_order(),
                    "{bytes:?}"
                );
                read += usize::from(!is_as_written);
            }
        }
        assert!(read > 10, "{read}");
    }
}
