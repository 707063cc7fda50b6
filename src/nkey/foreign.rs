//! The same 32 bytes as systems write them that know nothing of nkeys: 32 letters and digits, and PKCS#8 of Ed25519
//! (RFC 8410, with the public key of RFC 5958 or without). Bytes of a key that are an operator's have no way out here.

use data_encoding::BASE64;
use ed25519_dalek::SigningKey;
use zeroize::Zeroizing;

use super::{Kind, NkeyError, RAW_LEN, Seed};

const LETTERS: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// What stands before the seed: a length, the version, Ed25519 and the lengths around the seed.
const HEAD: usize = 16;
const ED25519_SEED: [u8; 11] = [0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
const ED25519: &[u8] = &[0x2b, 0x65, 0x70];
/// What stands before the public key of the second version, and how some write it.
const PUBLIC: [&[u8]; 2] = [&[0x81, 0x21, 0], &[0xa1, 0x23, 3, 0x21, 0]];

const BEGIN: &str = "-----BEGIN ";
const DASHES: &str = "-----";
const PRIVATE_KEY: &str = "PRIVATE KEY";

impl Seed {
    /// A new seed of a curve key, whose bytes are letters and digits.
    pub fn generate_text_key() -> Result<Self, NkeyError> {
        // As many of each letter as of any other: what is left over above the last whole 62 is drawn again.
        const EVEN: u8 = 248;
        let mut raw = Zeroizing::new([0; RAW_LEN]);
        let mut drawn = Zeroizing::new([0; 2 * RAW_LEN]);
        let mut filled = 0;
        while filled < RAW_LEN {
            getrandom::fill(drawn.as_mut_slice()).map_err(|_| NkeyError::Randomness)?;
            let even = drawn.iter().filter(|byte| **byte < EVEN);
            for (place, byte) in raw[filled..].iter_mut().zip(even) {
                *place = LETTERS[usize::from(byte % 62)];
                filled += 1;
            }
        }
        Ok(Self::from_raw(Kind::Curve, raw))
    }

    /// A curve key out of 32 letters and digits.
    pub fn from_text_key(text: &[u8]) -> Result<Self, NkeyError> {
        let raw: &[u8; RAW_LEN] = text.try_into().map_err(|_| NkeyError::Length {
            what: "a text key",
            expected: RAW_LEN,
            found: text.len(),
        })?;
        if !raw.iter().all(u8::is_ascii_alphanumeric) {
            return Err(NkeyError::NotLetters);
        }
        Ok(Self::from_raw(Kind::Curve, Zeroizing::new(*raw)))
    }

    /// The letters and digits of a curve key that is made of them.
    pub fn expose_text_key(&self) -> Result<Zeroizing<String>, NkeyError> {
        self.kind.expect(Kind::Curve)?;
        match std::str::from_utf8(self.raw.as_slice()) {
            Ok(text) if self.raw.iter().all(u8::is_ascii_alphanumeric) => {
                Ok(Zeroizing::new(text.to_owned()))
            }
            _ => Err(NkeyError::NotLetters),
        }
    }

    /// The private key of a signature key as RFC 8410 has it, in DER.
    pub fn expose_pkcs8(&self) -> Result<Zeroizing<Vec<u8>>, NkeyError> {
        match self.kind {
            Kind::Operator => return Err(NkeyError::OperatorStays),
            Kind::Curve => return Err(NkeyError::CurveCannotSign),
            _ => {}
        }
        let mut der = Zeroizing::new(Vec::with_capacity(HEAD + RAW_LEN));
        der.extend_from_slice(&[0x30, 0x2e, 2, 1, 0]);
        der.extend_from_slice(&ED25519_SEED);
        der.extend_from_slice(self.raw.as_slice());
        Ok(der)
    }

    /// A key of that kind out of a private key of Ed25519: PKCS#8 in PEM, one block and nothing beside it.
    pub fn from_pkcs8(kind: Kind, pem: &str) -> Result<Self, NkeyError> {
        if kind == Kind::Curve {
            return Err(NkeyError::CurveCannotSign);
        }
        let der = block(pem)?;
        let (version, raw, rest) = parts(&der).ok_or(NkeyError::Pkcs8(
            match der.windows(ED25519.len()).any(|window| window == ED25519) {
                true => "it is not a seed of 32 bytes, alone or with its public key",
                false => "it is a key of another algorithm",
            },
        ))?;
        let fits = if version == 0 {
            rest.is_empty()
        } else {
            let public = SigningKey::from_bytes(raw).verifying_key().to_bytes();
            let mut stated = PUBLIC
                .iter()
                .filter_map(|before| rest.strip_prefix(*before));
            stated.any(|stated| stated == public)
        };
        if !fits {
            return Err(NkeyError::Pkcs8(
                "what follows the seed is not its public key",
            ));
        }
        Ok(Self::from_raw(kind, Zeroizing::new(*raw)))
    }
}

/// The version, the seed, and what follows it, in a structure that is as long as it says.
fn parts(der: &[u8]) -> Option<(u8, &[u8; RAW_LEN], &[u8])> {
    let (head, rest) = der.split_first_chunk::<HEAD>()?;
    let [0x30, length, 2, 1, version @ 0..=1, algorithm @ ..] = head else {
        return None;
    };
    let (raw, rest) = rest.split_first_chunk::<RAW_LEN>()?;
    let fits = *algorithm == ED25519_SEED && der.len() == 2 + usize::from(*length);
    fits.then_some((*version, raw, rest))
}

/// What is between the lines of dashes.
fn block(pem: &str) -> Result<Zeroizing<Vec<u8>>, NkeyError> {
    let refused = |reason| Err(NkeyError::Pkcs8(reason));
    let mut lines = pem.trim_ascii().lines().map(str::trim_ascii_end);
    let label = lines
        .next()
        .and_then(|line| line.strip_prefix(BEGIN)?.strip_suffix(DASHES));
    match label {
        Some(PRIVATE_KEY) => {}
        Some("ENCRYPTED PRIVATE KEY") => return refused("it is under a passphrase"),
        Some(other) if other.ends_with(PRIVATE_KEY) => {
            return refused("it is in another form than PKCS#8 (BEGIN PRIVATE KEY)");
        }
        _ => return refused("it does not begin with a private key"),
    }
    // Of the right size at once: growing would leave a copy behind.
    let mut text = Zeroizing::new(String::with_capacity(pem.len()));
    for line in lines.by_ref() {
        if line.starts_with(DASHES) {
            if line != "-----END PRIVATE KEY-----" {
                return refused("its end is missing");
            }
            if lines.next().is_some() {
                return refused("something follows the key");
            }
            return decoded(&text);
        }
        text.push_str(line);
    }
    refused("its end is missing")
}

/// In memory that is wiped, also where it is no base64 from some place on.
fn decoded(text: &str) -> Result<Zeroizing<Vec<u8>>, NkeyError> {
    let refused = NkeyError::Pkcs8("it is no base64");
    let Ok(length) = BASE64.decode_len(text.len()) else {
        return Err(refused);
    };
    let mut der = Zeroizing::new(vec![0; length]);
    match BASE64.decode_mut(text.as_bytes(), &mut der) {
        Ok(length) => {
            der.truncate(length);
            Ok(der)
        }
        Err(_) => Err(refused),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::super::{Kind, NkeyError, Seed};
    use super::LETTERS;

    /// RFC 8410, section 10.3: a key, and the same with an attribute and the public key.
    const OF_THE_RFC: &str = "-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
-----END PRIVATE KEY-----
";
    const WITH_ATTRIBUTE: &str = "-----BEGIN PRIVATE KEY-----
MHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
oB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUgQ2hhaXJzgSEAGb9ECWmEzf6FQbrB
Z9w7lshQhqowtrbLDFw4rXAxZuE=
-----END PRIVATE KEY-----
";

    fn reason(pem: &str) -> String {
        match Seed::from_pkcs8(Kind::Server, pem) {
            Ok(_) => panic!("it was taken"),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn every_letter_is_drawn_as_often_as_any_other() {
        let mut counts = [0_u32; 256];
        for _ in 0..2000 {
            let text = Seed::generate_text_key()
                .unwrap()
                .expose_text_key()
                .unwrap();
            assert_eq!(text.len(), 32);
            text.bytes().for_each(|byte| counts[usize::from(byte)] += 1);
        }
        let expected = 2000 * 32 / 62;
        for letter in LETTERS {
            let count = counts[usize::from(*letter)];
            // Seven deviations on either side: once in a hundred thousand million runs it is chance.
            assert!(
                count.abs_diff(expected) < 230,
                "{}: {count}",
                char::from(*letter)
            );
        }
        assert_eq!(counts.iter().sum::<u32>(), 2000 * 32);
    }

    #[test]
    fn a_text_key_is_32_letters_and_digits_and_comes_back() {
        let text = "abcdefghijklmnopqrstuvwxyzABC012";
        let seed = Seed::from_text_key(text.as_bytes()).unwrap();
        assert_eq!(seed.kind(), Kind::Curve);
        assert_eq!(*seed.expose_text_key().unwrap(), text);
        assert_eq!(
            *Seed::parse(&seed.expose())
                .unwrap()
                .expose_text_key()
                .unwrap(),
            text
        );
        for bad in ["", &text[1..], &format!("{text}x"), &format!("{text}\n")] {
            let error = Seed::from_text_key(bad.as_bytes()).map(drop).unwrap_err();
            assert!(
                matches!(error, NkeyError::Length { expected: 32, .. }),
                "{bad:?}"
            );
        }
        for bad in [
            "abcdefghijklmnopqrstuvwxyzABC01+",
            "abcdefghijklmnopqrstuvwxyzABC01\n",
            "äabcdefghijklmnopqrstuvwxyzABC0",
        ] {
            let error = Seed::from_text_key(bad.as_bytes()).map(drop).unwrap_err();
            assert_eq!(error, NkeyError::NotLetters, "{bad:?}");
        }
        let random = Seed::generate(Kind::Curve).unwrap();
        assert!(random.expose_text_key().is_err());
        assert!(
            Seed::generate(Kind::Server)
                .unwrap()
                .expose_text_key()
                .is_err()
        );
    }

    #[test]
    fn pkcs8_comes_and_goes_as_rfc_8410_has_it() {
        let seed = Seed::from_pkcs8(Kind::Server, OF_THE_RFC).unwrap();
        let hex = data_encoding::HEXLOWER.encode(seed.public().raw());
        assert_eq!(
            hex,
            "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1"
        );
        let der = data_encoding::BASE64.encode(&seed.expose_pkcs8().unwrap());
        assert!(OF_THE_RFC.contains(&der));
        // Line ends of other systems are no other key.
        let other = OF_THE_RFC.replace('\n', "\r\n");
        assert!(Seed::from_pkcs8(Kind::Server, &other).unwrap().public() == seed.public());
    }

    #[test]
    fn a_public_key_beside_the_seed_is_its_own() {
        let seed = Seed::from_pkcs8(Kind::Server, OF_THE_RFC).unwrap();
        let raw = [&seed.expose_pkcs8().unwrap()[16..], &[]].concat();
        for public in [&[0x81, 0x21, 0][..], &[0xa1, 0x23, 3, 0x21, 0]] {
            let length = 0x2e + u8::try_from(public.len()).unwrap() + 32;
            let before = [
                0x30, length, 2, 1, 1, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20,
            ];
            let der = [&before[..], &raw, public, seed.public().raw()].concat();
            let pem = |der: &[u8]| {
                let text = data_encoding::BASE64.encode(der);
                format!("-----BEGIN PRIVATE KEY-----\n{text}\n-----END PRIVATE KEY-----\n")
            };
            assert!(Seed::from_pkcs8(Kind::Server, &pem(&der)).unwrap().public() == seed.public());
            let mut other = der.clone();
            *other.last_mut().unwrap() ^= 1;
            assert!(reason(&pem(&other)).contains("not its public key"));
            assert!(reason(&pem(&der[..der.len() - 1])).contains("not a seed of 32 bytes"));
        }
    }

    #[test]
    fn what_is_no_such_key_is_refused_for_what_it_is() {
        let inner = OF_THE_RFC.lines().nth(1).unwrap();
        for (pem, expected) in [
            (String::new(), "does not begin with a private key"),
            (inner.to_owned(), "does not begin with a private key"),
            (
                OF_THE_RFC.replace("PRIVATE", "ENCRYPTED PRIVATE"),
                "under a passphrase",
            ),
            (
                OF_THE_RFC.replace("PRIVATE", "EC PRIVATE"),
                "another form than PKCS#8",
            ),
            (
                OF_THE_RFC.replace("PRIVATE", "OPENSSH PRIVATE"),
                "another form than PKCS#8",
            ),
            (
                OF_THE_RFC.replace("PRIVATE", "PUBLIC"),
                "does not begin with a private key",
            ),
            (OF_THE_RFC.repeat(2), "something follows the key"),
            (
                OF_THE_RFC.replace("-----END PRIVATE KEY-----", ""),
                "its end is missing",
            ),
            (
                OF_THE_RFC.replace("END PRIVATE", "END PUBLIC"),
                "its end is missing",
            ),
            (OF_THE_RFC.replace("MC4C", "M*4C"), "no base64"),
            (
                OF_THE_RFC.replace("VhC\n", "Vg=\n"),
                "not a seed of 32 bytes, alone",
            ),
            // X25519, by the last byte of its name.
            (
                OF_THE_RFC.replace("K2VwBC", "K2VuBC"),
                "a key of another algorithm",
            ),
            (WITH_ATTRIBUTE.to_owned(), "not its public key"),
        ] {
            assert!(reason(&pem).contains(expected), "{pem}: {}", reason(&pem));
        }
        assert!(Seed::from_pkcs8(Kind::Curve, OF_THE_RFC).is_err());
    }

    #[test]
    fn no_bit_around_the_seed_can_be_another() {
        let seed = Seed::from_pkcs8(Kind::Server, OF_THE_RFC).unwrap();
        let der = seed.expose_pkcs8().unwrap();
        for bit in 0..8 * (der.len() - 32) {
            let mut other = der.clone();
            other[bit / 8] ^= 1 << (bit % 8);
            let text = data_encoding::BASE64.encode(&other);
            reason(&OF_THE_RFC.replace(OF_THE_RFC.lines().nth(1).unwrap(), &text));
        }
    }

    #[test]
    fn keys_of_operators_stay() {
        let operator = Seed::generate(Kind::Operator).unwrap();
        assert_eq!(
            operator.expose_pkcs8().map(drop),
            Err(NkeyError::OperatorStays)
        );
        let curve = Seed::generate(Kind::Curve).unwrap();
        assert_eq!(
            curve.expose_pkcs8().map(drop),
            Err(NkeyError::CurveCannotSign)
        );
    }
}
