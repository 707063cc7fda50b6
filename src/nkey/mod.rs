//! Typed nkeys: public keys, seeds and key pairs, one type per role.
//!
//! The codec is strict where Go's is lax: exact length, known prefix, CRC, canonical base32, a point that
//! decompresses and is not of small order. Seeds live in zeroizing memory, have no `Debug`, `Display` or serde,
//! and leave only through [`Seed::expose`] and what `foreign` has of its kind, for systems that know nothing of nkeys.
//! JSON, files and the command line are other rooms.

use std::fmt;
use std::hash::Hash;
use std::marker::PhantomData;
use std::str::FromStr;

use curve25519_dalek::montgomery::MontgomeryPoint;
use data_encoding::BASE32_NOPAD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use zeroize::Zeroizing;

pub mod batch;
mod codec;
mod curve;
mod foreign;
mod kind;
mod known;

use codec::{decode, decode_public, with_checksum};
pub use curve::CurvePair;
pub(crate) use curve::is_of_small_order;
pub use kind::{Kind, NkeyError};
use known::verifying_key;

/// Bytes of a raw key or seed.
pub const RAW_LEN: usize = 32;
/// Characters of a public key.
pub const PUBLIC_TEXT_LEN: usize = 56;
/// Characters of a seed.
pub const SEED_TEXT_LEN: usize = 58;
/// Bytes of an Ed25519 signature.
pub const SIGNATURE_LEN: usize = 64;

const SEED_PREFIX: u8 = 18 << 3;

/// A role in the types: what tells a user key from an account key at compile time.
pub trait Role: Copy + fmt::Debug + Eq + Ord + Hash + Send + Sync + 'static {
    /// The kind that keys of this role have.
    const KIND: Kind;
}

/// A role whose keys sign.
pub trait SigningRole: Role {}

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident => $alias:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $role {}

        impl Role for $role {
            const KIND: Kind = Kind::$role;
        }

        #[doc = concat!("A public key of the role [`", stringify!($role), "`].")]
        pub type $alias = Public<$role>;
    )+};
}

roles! {
    /// The role of operator keys.
    Operator => OperatorKey,
    /// The role of account keys.
    Account => AccountKey,
    /// The role of user keys.
    User => UserKey,
    /// The role of server keys.
    Server => ServerKey,
    /// The role of cluster keys.
    Cluster => ClusterKey,
    /// The role of curve keys.
    Curve => CurveKey,
}

impl SigningRole for Operator {}
impl SigningRole for Account {}
impl SigningRole for User {}
impl SigningRole for Server {}
impl SigningRole for Cluster {}

/// A public key of any kind, checked: here, or when the store took it in (`kept`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey {
    kind: Kind,
    raw: [u8; RAW_LEN],
}

impl PublicKey {
    /// A key from its kind and raw bytes, refused when they are no usable point.
    pub fn from_raw(kind: Kind, raw: [u8; RAW_LEN]) -> Result<Self, NkeyError> {
        if kind == Kind::Curve {
            // Montgomery form accepts every string of bytes, so only small order can be wrong with it.
            if is_of_small_order(&MontgomeryPoint(raw)) {
                return Err(NkeyError::SmallOrder);
            }
        } else {
            verifying_key(&raw)?;
        }
        Ok(Self { kind, raw })
    }

    /// A key that a store took in, where it was found to be a usable point. That is not found out again, which takes ten times
    /// as long as to read it, unless something is to be verified with it. For rows whose token names the key, and nothing else.
    pub(crate) fn kept(text: &str) -> Result<Self, NkeyError> {
        let (kind, raw) = decode_public(text)?;
        Ok(Self { kind, raw })
    }

    /// What the key is for.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The 32 bytes of the point.
    #[must_use]
    pub const fn raw(&self) -> &[u8; RAW_LEN] {
        &self.raw
    }

    /// Checks a signature, strictly: nothing that Go's library refuses is taken.
    pub fn verify(&self, message: &[u8], signature: &[u8]) -> Result<(), NkeyError> {
        if self.kind == Kind::Curve {
            return Err(NkeyError::CurveCannotSign);
        }
        let signature = Signature::from_slice(signature).map_err(|_| NkeyError::Signature)?;
        verifying_key(&self.raw)?
            .verify_strict(message, &signature)
            .map_err(|_| NkeyError::Signature)
    }

    /// The same key with its role in the type, when it has that role.
    pub fn typed<R: Role>(self) -> Result<Public<R>, NkeyError> {
        self.kind.expect(R::KIND)?;
        Ok(Public(self, PhantomData))
    }

    /// The verifying half, for batch verification.
    fn verifying_key(&self) -> Result<VerifyingKey, NkeyError> {
        if self.kind == Kind::Curve {
            return Err(NkeyError::CurveCannotSign);
        }
        verifying_key(&self.raw)
    }
}

impl FromStr for PublicKey {
    type Err = NkeyError;

    fn from_str(text: &str) -> Result<Self, NkeyError> {
        let (kind, raw) = decode_public(text)?;
        Self::from_raw(kind, raw)
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = [0; 1 + RAW_LEN + 2];
        bytes[0] = self.kind.prefix();
        bytes[1..=RAW_LEN].copy_from_slice(&self.raw);
        let text = BASE32_NOPAD.encode(with_checksum(&mut bytes));
        formatter.pad(&text)
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// A public key with its role in the type.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Public<R: Role>(PublicKey, PhantomData<R>);

impl<R: Role> Public<R> {
    /// The same key without its role in the type.
    #[must_use]
    pub const fn any(self) -> PublicKey {
        self.0
    }
}

impl<R: SigningRole> Public<R> {
    /// Checks a signature, strictly: nothing that Go's library refuses is taken.
    pub fn verify(&self, message: &[u8], signature: &[u8]) -> Result<(), NkeyError> {
        self.0.verify(message, signature)
    }
}

impl<R: Role> FromStr for Public<R> {
    type Err = NkeyError;

    fn from_str(text: &str) -> Result<Self, NkeyError> {
        text.parse::<PublicKey>()?.typed()
    }
}

impl<R: Role> fmt::Display for Public<R> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, formatter)
    }
}

impl<R: Role> fmt::Debug for Public<R> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, formatter)
    }
}

/// A secret seed of any kind. Wiped when dropped; no `Debug`, no `Display`, no serde.
#[derive(Clone)]
pub struct Seed {
    kind: Kind,
    raw: Zeroizing<[u8; RAW_LEN]>,
}

impl Seed {
    /// A new seed from the operating system's randomness.
    pub fn generate(kind: Kind) -> Result<Self, NkeyError> {
        let mut raw = Zeroizing::new([0; RAW_LEN]);
        getrandom::fill(raw.as_mut_slice()).map_err(|_| NkeyError::Randomness)?;
        Ok(Self { kind, raw })
    }

    /// A seed from its kind and raw bytes.
    #[must_use]
    pub const fn from_raw(kind: Kind, raw: Zeroizing<[u8; RAW_LEN]>) -> Self {
        Self { kind, raw }
    }

    /// Reads a seed, strictly. One line end after it, as files have, is the caller's to cut.
    pub fn parse(text: &str) -> Result<Self, NkeyError> {
        if text.len() == PUBLIC_TEXT_LEN && !text.starts_with('S') {
            return Err(NkeyError::PublicNotSeed);
        }
        let decoded: Zeroizing<[u8; 2 + RAW_LEN + 2]> =
            Zeroizing::new(decode("a seed", text, SEED_TEXT_LEN)?);
        // Two bytes hold the five bits of "seed", the five of the kind, and six that must be zero;
        // a kind whose low bits are set would not encode to the same text.
        if decoded[0] & 0b1111_1000 != SEED_PREFIX || decoded[1] & 0b0000_0111 != 0 {
            return Err(NkeyError::PublicNotSeed);
        }
        let kind = Kind::from_prefix((decoded[0] & 0b0000_0111) << 5 | decoded[1] >> 3)?;
        let mut raw = Zeroizing::new([0; RAW_LEN]);
        raw.copy_from_slice(&decoded[2..2 + RAW_LEN]);
        Ok(Self { kind, raw })
    }

    /// What the key is for.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// The seed as text. The one way out: whoever calls this is about to show it or to seal it.
    #[must_use]
    pub fn expose(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new([0; 2 + RAW_LEN + 2]);
        bytes[0] = SEED_PREFIX | self.kind.prefix() >> 5;
        bytes[1] = (self.kind.prefix() & 0b0001_1111) << 3;
        bytes[2..2 + RAW_LEN].copy_from_slice(self.raw.as_slice());
        Zeroizing::new(BASE32_NOPAD.encode(with_checksum(bytes.as_mut_slice())))
    }

    /// The seed's own bytes, for whoever is about to split them.
    #[must_use]
    pub const fn expose_raw(&self) -> &Zeroizing<[u8; RAW_LEN]> {
        &self.raw
    }

    /// The public key that belongs to it.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        let raw = if self.kind == Kind::Curve {
            MontgomeryPoint::mul_base_clamped(*self.raw).0
        } else {
            SigningKey::from_bytes(&self.raw).verifying_key().to_bytes()
        };
        PublicKey {
            kind: self.kind,
            raw,
        }
    }

    /// The pair that signs, when a key of this kind signs.
    pub fn signing_pair(&self) -> Result<AnyKeyPair, NkeyError> {
        if self.kind == Kind::Curve {
            return Err(NkeyError::CurveCannotSign);
        }
        let signing = SigningKey::from_bytes(&self.raw);
        known::made(signing.verifying_key());
        Ok(AnyKeyPair {
            kind: self.kind,
            signing,
        })
    }

    /// The pair that signs, when the seed has the role.
    fn key_pair<R: SigningRole>(&self) -> Result<KeyPair<R>, NkeyError> {
        self.kind.expect(R::KIND)?;
        Ok(KeyPair(self.signing_pair()?, PhantomData))
    }

    /// The pair that seals and opens, when the seed is a curve key's.
    pub fn curve_pair(&self) -> Result<CurvePair, NkeyError> {
        if self.kind != Kind::Curve {
            return Err(NkeyError::NotCurve);
        }
        Ok(CurvePair::from_raw(&self.raw))
    }
}

/// A pair that signs, its role known only at run time. Wiped when dropped.
pub struct AnyKeyPair {
    kind: Kind,
    signing: SigningKey,
}

impl AnyKeyPair {
    /// The public half.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey {
            kind: self.kind,
            raw: self.signing.verifying_key().to_bytes(),
        }
    }

    /// An Ed25519 signature of the message.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> [u8; SIGNATURE_LEN] {
        self.signing.sign(message).to_bytes()
    }
}

/// A pair that signs, with its role in the type. Wiped when dropped.
pub struct KeyPair<R: SigningRole>(AnyKeyPair, PhantomData<R>);

impl<R: SigningRole> KeyPair<R> {
    /// A new pair and its seed.
    pub fn generate() -> Result<(Self, Seed), NkeyError> {
        let seed = Seed::generate(R::KIND)?;
        Ok((seed.key_pair()?, seed))
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> Public<R> {
        Public(self.0.public(), PhantomData)
    }

    /// An Ed25519 signature of the message.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> [u8; SIGNATURE_LEN] {
        self.0.sign(message)
    }

    /// The same pair without its role in the type.
    #[must_use]
    pub const fn any(&self) -> &AnyKeyPair {
        &self.0
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use curve25519_dalek::constants::EIGHT_TORSION;

    use super::batch::{BATCH, all_signed};
    use super::{Kind, PublicKey, SIGNATURE_LEN, Seed};

    /// It holds for everything under a point of small order, for whoever does not look at the key.
    const FOR_ANYTHING: [u8; SIGNATURE_LEN] = {
        let mut signature = [0; SIGNATURE_LEN];
        signature[0] = 1;
        signature
    };

    #[test]
    fn what_is_shown_of_a_key_is_the_key() {
        let seed = Seed::generate(Kind::Account).unwrap();
        let key = seed.signing_pair().unwrap().public();
        assert_eq!(format!("{key:?}"), key.to_string());
        assert_eq!(key.to_string().parse::<PublicKey>().unwrap(), key);
    }

    #[test]
    fn a_kept_key_that_is_no_point_verifies_nothing() {
        let of_small_order = EIGHT_TORSION.map(|point| point.compress().to_bytes());
        let pair = Seed::generate(Kind::User).unwrap().signing_pair().unwrap();
        let (good, signature) = (pair.public(), pair.sign(b"anything"));
        for raw in of_small_order.into_iter().chain([[2; 32]]) {
            let kind = Kind::Operator;
            let text = PublicKey { kind, raw }.to_string();
            assert!(text.parse::<PublicKey>().is_err());
            let kept = PublicKey::kept(&text).unwrap();
            assert!(kept.verify(b"anything", &FOR_ANYTHING).is_err());
            let mut signed = vec![(&good, b"anything".as_slice(), &signature); BATCH];
            assert!(all_signed(signed.iter().copied()));
            signed.push((&kept, b"anything", &FOR_ANYTHING));
            assert!(!all_signed(signed.into_iter()));
            // That it was kept helps nobody who brings it from elsewhere.
            assert!(text.parse::<PublicKey>().is_err());
        }
    }

    #[test]
    fn a_kept_key_is_the_key_that_it_was() {
        let key = Seed::generate(Kind::Account).unwrap().public();
        assert_eq!(PublicKey::kept(&key.to_string()), Ok(key));
        let mut mistyped = key.to_string().replace('A', "B");
        assert!(PublicKey::kept(&mistyped).is_err());
        mistyped.pop();
        assert!(PublicKey::kept(&mistyped).is_err());
    }
}
