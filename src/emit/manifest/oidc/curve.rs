//! Points on the curves of NIST: whether one is, and no more. Nothing here is secret, and nothing is quick.

/// 576 bits, the smallest first: the widest field has 521.
type Number = [u64; 9];

/// A curve y² = x³ - 3x + b.
#[derive(Debug)]
pub struct Curve {
    /// What a JWK calls it.
    pub name: &'static str,
    /// The algorithm that signs on it.
    pub algorithm: &'static str,
    /// Its name in DER.
    pub object: &'static [u8],
    /// Bytes of a coordinate.
    pub length: usize,
    field: &'static str,
    b: &'static str,
}

pub const CURVES: [Curve; 3] = [
    Curve {
        name: "P-256",
        algorithm: "ES256",
        object: &[0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7],
        length: 32,
        field: "ffffffff00000001000000000000000000000000ffffffffffffffffffffffff",
        b: "5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b",
    },
    Curve {
        name: "P-384",
        algorithm: "ES384",
        object: &[0x2b, 0x81, 4, 0, 0x22],
        length: 48,
        field: "fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe\
            ffffffff0000000000000000ffffffff",
        b: "b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875a\
            c656398d8a2ed19d2a85c8edd3ec2aef",
    },
    Curve {
        name: "P-521",
        algorithm: "ES512",
        object: &[0x2b, 0x81, 4, 0, 0x23],
        length: 66,
        field: "01ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff\
            ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        b: "51953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109\
            e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00",
    },
];

impl Curve {
    /// Whether the point of two coordinates is on it. The point at infinity has none.
    pub fn has(&self, x: &[u8], y: &[u8]) -> bool {
        let field = Field(of_hex(self.field));
        let (Some(x), Some(y)) = (field.element(x), field.element(y)) else {
            return false;
        };
        let cube = field.product(&field.product(&x, &x), &x);
        let three = field.sum(&field.sum(&x, &x), &x);
        let right = field.sum(&cube, &of_hex(self.b));
        field.sum(&field.product(&y, &y), &three) == right
    }
}

/// The numbers below a prime.
struct Field(Number);

impl Field {
    fn element(&self, bytes: &[u8]) -> Option<Number> {
        let number = of_bytes(bytes.iter().copied());
        (bytes.len() <= 66 && less(&number, &self.0)).then_some(number)
    }

    fn sum(&self, one: &Number, other: &Number) -> Number {
        let mut sum = [0; 9];
        let mut carried = false;
        for (place, digit) in sum.iter_mut().enumerate() {
            let (first, one_more) = one[place].overflowing_add(other[place]);
            let (all, two_more) = first.overflowing_add(u64::from(carried));
            *digit = all;
            carried = one_more || two_more;
        }
        if less(&sum, &self.0) {
            sum
        } else {
            difference(&sum, &self.0)
        }
    }

    /// By doubling and adding.
    fn product(&self, one: &Number, other: &Number) -> Number {
        let mut product = [0; 9];
        for digit in other.iter().rev() {
            for bit in (0..64).rev() {
                product = self.sum(&product, &product);
                if digit >> bit & 1 == 1 {
                    product = self.sum(&product, one);
                }
            }
        }
        product
    }
}

fn less(one: &Number, other: &Number) -> bool {
    one.iter().rev().lt(other.iter().rev())
}

fn difference(one: &Number, other: &Number) -> Number {
    let mut difference = [0; 9];
    let mut borrowed = false;
    for (place, digit) in difference.iter_mut().enumerate() {
        let (first, one_less) = one[place].overflowing_sub(other[place]);
        let (rest, two_less) = first.overflowing_sub(u64::from(borrowed));
        *digit = rest;
        borrowed = one_less || two_less;
    }
    difference
}

/// The last bytes count least.
fn of_bytes(bytes: impl DoubleEndedIterator<Item = u8>) -> Number {
    let mut number = [0; 9];
    for (place, byte) in bytes.rev().take(72).enumerate() {
        number[place / 8] |= u64::from(byte) << (place % 8 * 8);
    }
    number
}

/// Out of a constant of this file.
fn of_hex(hex: &str) -> Number {
    let digit = |byte: &u8| match byte {
        b'a'..=b'f' => byte - b'a' + 10,
        _ => byte - b'0',
    };
    let bytes = hex.as_bytes().chunks_exact(2);
    of_bytes(bytes.map(|pair| digit(&pair[0]) << 4 | digit(&pair[1])))
}

#[cfg(test)]
mod tests {
    use super::{CURVES, of_hex};

    /// The points that the curves' orders are stated of (FIPS 186-4, D.1.2).
    const GENERATORS: [[&str; 2]; 3] = [
        [
            "6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296",
            "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5",
        ],
        [
            "aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7",
            "3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5f",
        ],
        [
            "00c6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3dbaa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66",
            "011839296a789a3bc0045c8a5fb42c7d1bd998f54449579b446817afbd17273e662c97ee72995ef42640c550b9013fad0761353c7086a272c24088be94769fd16650",
        ],
    ];

    fn bytes(hex: &str, length: usize) -> Vec<u8> {
        let number = of_hex(hex);
        (0..length)
            .rev()
            .map(|place| number[place / 8].to_le_bytes()[place % 8])
            .collect()
    }

    #[test]
    fn generators_are_on_their_curves_and_nothing_beside_them_is() {
        for (curve, [x, y]) in CURVES.iter().zip(GENERATORS) {
            let (x, y) = (bytes(x, curve.length), bytes(y, curve.length));
            assert!(curve.has(&x, &y), "{}", curve.name);
            assert!(!curve.has(&y, &x), "{}", curve.name);
            // Two other points at most have that y.
            for bit in 0..40 {
                let mut other = x.clone();
                other[bit / 8 + 1] ^= 1 << (bit % 8);
                assert!(!curve.has(&other, &y), "{} {bit}", curve.name);
            }
            let zeros = vec![0; curve.length];
            assert!(!curve.has(&zeros, &zeros), "{}", curve.name);
            // The same point, written as if the field had no end.
            let beyond = vec![0xFF; curve.length];
            assert!(!curve.has(&beyond, &y), "{}", curve.name);
        }
    }
}
