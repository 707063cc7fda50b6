//! Typed nkeys: public keys, seeds and key pairs, one type per role.
//!
//! The codec is strict where Go's is lax: exact length, known prefix, CRC, canonical base32, a point that
//! decompresses and is not of small order. Seeds live in zeroizing memory, have no `Debug`, `Display` or serde,
//! and leave only through [`Seed::expose`]. JSON, files and the command line are other rooms.

use std::fmt;
use std::hash::Hash;
use std::marker::PhantomData;
use std::str::FromStr;

use curve25519_dalek::montgomery::MontgomeryPoint;
use data_encoding::BASE32_NOPAD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use zeroize::Zeroizing;

mod curve;

pub use curve::CurvePair;

/// Bytes of a raw key or seed.
pub const RAW_LEN: usize = 32;
/// Characters of a public key.
pub const PUBLIC_TEXT_LEN: usize = 56;
/// Characters of a seed.
pub const SEED_TEXT_LEN: usize = 58;
/// Bytes of an Ed25519 signature.
pub const SIGNATURE_LEN: usize = 64;

const SEED_PREFIX: u8 = 18 << 3;
const PRIVATE_PREFIX: u8 = 15 << 3;
const UNKNOWN_PREFIX: u8 = 25 << 3;
/// `wasmCloud`'s additions to the scheme, which Go does not have.
const MODULE_PREFIX: u8 = 12 << 3;
const SERVICE_PREFIX: u8 = 21 << 3;

/// Why a text is not the key it should be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NkeyError {
    /// Not as long as every key of its sort is.
    #[error("{what} has {expected} characters, this has {found}")]
    Length {
        /// "a public key" or "a seed"
        what: &'static str,
        /// what it should have
        expected: usize,
        /// what it has
        found: usize,
    },
    /// Not base32 as the encoder writes it.
    #[error("it is not canonical base32 (upper-case A-Z and 2-7, no padding, no spare bits)")]
    Encoding,
    /// The CRC does not match.
    #[error("its checksum does not match: a character is wrong or missing")]
    Checksum,
    /// A prefix that is no public key or seed of Go's library.
    #[error("it is {0}, which is not used here")]
    Prefix(&'static str),
    /// A seed where a public key belongs.
    #[error("it is a seed, and a public key is wanted")]
    SeedNotPublic,
    /// A public key where a seed belongs.
    #[error("it is a public key, and a seed is wanted")]
    PublicNotSeed,
    /// Another role than the one asked for.
    #[error("it is {found} key, and {expected} key is wanted")]
    Role {
        /// what is wanted, with its article
        expected: &'static str,
        /// what was given, with its article
        found: &'static str,
    },
    /// The 32 bytes are no point of the curve.
    #[error("it is not a point on the curve")]
    NotOnCurve,
    /// The point has small order: signatures or boxes under it prove nothing.
    #[error("it is a point of small order, under which anyone could sign")]
    SmallOrder,
    /// A curve key asked to sign.
    #[error("a curve key cannot sign; it seals and opens")]
    CurveCannotSign,
    /// A signing key asked to seal or open.
    #[error("only a curve key (SX...) seals and opens")]
    NotCurve,
    /// A signature that does not fit the key and the message.
    #[error("the signature does not match the key and the data")]
    Signature,
    /// A sealed box that is not in the xkv1 format.
    #[error("it is not a box in the xkv1 format")]
    BoxFormat,
    /// A sealed box for another recipient, from another sender, or altered.
    #[error("the box does not open: wrong recipient, wrong sender, or altered")]
    BoxOpen,
    /// The operating system gave no randomness.
    #[error("the operating system gave no random bytes")]
    Randomness,
}

/// What a key is for: the letter it begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `O`: the root of an estate.
    Operator,
    /// `A`: a tenant.
    Account,
    /// `U`: a client.
    User,
    /// `N`: a server.
    Server,
    /// `C`: a cluster.
    Cluster,
    /// `X`: an X25519 key that seals and opens, and never signs.
    Curve,
}

impl Kind {
    /// Every kind there is.
    pub const ALL: [Self; 6] = [
        Self::Operator,
        Self::Account,
        Self::User,
        Self::Server,
        Self::Cluster,
        Self::Curve,
    ];

    const fn prefix(self) -> u8 {
        match self {
            Self::Operator => 14 << 3,
            Self::Account => 0,
            Self::User => 20 << 3,
            Self::Server => 13 << 3,
            Self::Cluster => 2 << 3,
            Self::Curve => 23 << 3,
        }
    }

    /// Whether it is the kind that is wanted.
    pub const fn expect(self, wanted: Self) -> Result<(), NkeyError> {
        if self as u8 == wanted as u8 {
            Ok(())
        } else {
            Err(NkeyError::Role {
                expected: wanted.with_article(),
                found: self.with_article(),
            })
        }
    }

    /// What a public key is for, by its text alone: the point is not worked out, which takes ten times as long.
    pub fn of_public_text(text: &str) -> Result<Self, NkeyError> {
        decode_public(text).map(|(kind, _)| kind)
    }

    fn from_prefix(prefix: u8) -> Result<Self, NkeyError> {
        if let Some(kind) = Self::ALL.into_iter().find(|kind| kind.prefix() == prefix) {
            return Ok(kind);
        }
        Err(NkeyError::Prefix(match prefix {
            PRIVATE_PREFIX => "a private key (P...)",
            UNKNOWN_PREFIX => "a key of unknown kind (Z...)",
            MODULE_PREFIX => "a module key (M...)",
            SERVICE_PREFIX => "a service key (V...)",
            _ => "a key with a prefix that no kind has",
        }))
    }

    /// The word for it, as nsc writes it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Account => "account",
            Self::User => "user",
            Self::Server => "server",
            Self::Cluster => "cluster",
            Self::Curve => "curve",
        }
    }

    /// The letter its public keys begin with.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Operator => 'O',
            Self::Account => 'A',
            Self::User => 'U',
            Self::Server => 'N',
            Self::Cluster => 'C',
            Self::Curve => 'X',
        }
    }

    /// The word for it after its article.
    #[must_use]
    pub const fn with_article(self) -> &'static str {
        match self {
            Self::Operator => "an operator",
            Self::Account => "an account",
            Self::User => "a user",
            Self::Server => "a server",
            Self::Cluster => "a cluster",
            Self::Curve => "a curve",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

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

/// A public key of any kind, checked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey {
    kind: Kind,
    raw: [u8; RAW_LEN],
}

impl PublicKey {
    /// A key from its kind and raw bytes, refused when they are no usable point.
    pub fn from_raw(kind: Kind, raw: [u8; RAW_LEN]) -> Result<Self, NkeyError> {
        if kind == Kind::Curve {
            // Montgomery form accepts every string of bytes, so only small order can be wrong with it: the
            // product with a clamped scalar, a multiple of the cofactor, is then zero.
            if MontgomeryPoint(raw).mul_clamped([1; RAW_LEN]).0 == [0; RAW_LEN] {
                return Err(NkeyError::SmallOrder);
            }
        } else {
            verifying_key(&raw)?;
        }
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
    pub(crate) fn verifying_key(&self) -> Result<VerifyingKey, NkeyError> {
        if self.kind == Kind::Curve {
            return Err(NkeyError::CurveCannotSign);
        }
        verifying_key(&self.raw)
    }
}

fn verifying_key(raw: &[u8; RAW_LEN]) -> Result<VerifyingKey, NkeyError> {
    let key = VerifyingKey::from_bytes(raw).map_err(|_| NkeyError::NotOnCurve)?;
    if key.is_weak() {
        return Err(NkeyError::SmallOrder);
    }
    Ok(key)
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
        Ok(AnyKeyPair {
            kind: self.kind,
            signing: SigningKey::from_bytes(&self.raw),
        })
    }

    /// The pair that signs, when the seed has the role.
    pub fn key_pair<R: SigningRole>(&self) -> Result<KeyPair<R>, NkeyError> {
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

/// Kind and bytes of a public key, whose point is not checked.
fn decode_public(text: &str) -> Result<(Kind, [u8; RAW_LEN]), NkeyError> {
    if text.len() == SEED_TEXT_LEN && text.starts_with('S') {
        return Err(NkeyError::SeedNotPublic);
    }
    let decoded: [u8; 1 + RAW_LEN + 2] = decode("a public key", text, PUBLIC_TEXT_LEN)?;
    let mut raw = [0; RAW_LEN];
    raw.copy_from_slice(&decoded[1..=RAW_LEN]);
    Ok((Kind::from_prefix(decoded[0])?, raw))
}

/// Decodes base32 of an exact length and checks the CRC at its end.
fn decode<const N: usize>(
    what: &'static str,
    text: &str,
    expected: usize,
) -> Result<[u8; N], NkeyError> {
    if text.len() != expected {
        return Err(NkeyError::Length {
            what,
            expected,
            found: text.chars().count(),
        });
    }
    let mut bytes = [0; N];
    // The decoder refuses spare bits, lower case and line breaks, so what it takes is canonical.
    match BASE32_NOPAD.decode_mut(text.as_bytes(), &mut bytes) {
        Ok(length) if length == N => {}
        _ => return Err(NkeyError::Encoding),
    }
    let (body, checksum) = bytes.split_at(N - 2);
    if crc16(body).to_le_bytes() != checksum {
        return Err(NkeyError::Checksum);
    }
    Ok(bytes)
}

/// Writes the CRC of all but the last two bytes into the last two.
fn with_checksum(bytes: &mut [u8]) -> &[u8] {
    let body = bytes.len() - 2;
    let checksum = crc16(&bytes[..body]).to_le_bytes();
    bytes[body..].copy_from_slice(&checksum);
    bytes
}

/// CRC-16/XMODEM: polynomial 0x1021, start 0, not reflected.
fn crc16(bytes: &[u8]) -> u16 {
    const TABLE: [u16; 256] = {
        let mut table = [0; 256];
        let mut index = 0;
        while index < 256 {
            #[allow(clippy::cast_possible_truncation, reason = "the index is below 256")]
            let mut crc = (index as u16) << 8;
            let mut bit = 0;
            while bit < 8 {
                crc = if crc & 0x8000 == 0 {
                    crc << 1
                } else {
                    crc << 1 ^ 0x1021
                };
                bit += 1;
            }
            table[index] = crc;
            index += 1;
        }
        table
    };
    bytes.iter().fold(0, |crc, byte| {
        crc << 8 ^ TABLE[usize::from(crc.to_be_bytes()[0] ^ byte)]
    })
}
