//! The age file format, version 1, as far as the store needs it: small files, for X25519 recipients or a passphrase, and
//! for SSH keys and plugins where these features are built in.
//!
//! What is written here opens with stock `age -d`, and what stock age wrote opens here. Why this is not the crate `age`
//! is in docs/decisions/004. Nothing here knows what is in a file, or where files are kept.

pub mod armor;
mod encoding;
mod header;
mod identity;
mod passphrase;
mod payload;
pub mod plugin;
mod recipient;
mod ssh;
mod x25519;

use zeroize::Zeroizing;

pub use identity::Identity;
pub use passphrase::{DEFAULT_WORK_FACTOR, Passphrase};
pub use recipient::Recipient;
pub use ssh::{LockedSshKey, SshFile};

use header::{Header, Stanza};
use plugin::{PluginName, Plugins};

/// The key of one file, which every recipient gets wrapped.
type FileKey = Zeroizing<[u8; 16]>;

/// Why a file cannot be written or opened.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[non_exhaustive]
pub enum AgeError {
    /// Not an age file, or an altered one.
    #[error("it is no age file that can be read: {0}")]
    Format(&'static str),
    /// For none of the identities at hand.
    #[error("it is sealed to other recipients")]
    NoMatch,
    /// The wrong passphrase, or an altered file.
    #[error("the passphrase is wrong")]
    Passphrase,
    /// The header was altered.
    #[error("its header was altered")]
    Header,
    /// The contents were altered or cut.
    #[error("its contents were altered or cut")]
    Payload,
    /// More work than is done for a passphrase.
    #[error("its work factor {0} is above {max}", max = passphrase::MAX_WORK_FACTOR)]
    WorkFactor(u8),
    /// Not a recipient.
    #[error("it is no age recipient (age1...): {0}")]
    Recipient(&'static str),
    /// Not an identity.
    #[error("it is no age identity as age-keygen writes one: {0}")]
    Identity(&'static str),
    /// Not an SSH key, or one of a kind that is not taken.
    #[error("it is no SSH key that can be used: {0}")]
    SshKey(&'static str),
    /// This build is without.
    #[error("{what} takes an nkeep that is built with the feature {feature}")]
    Feature {
        /// what needs it
        what: &'static str,
        /// as Cargo.toml has it
        feature: &'static str,
    },
    /// Not a name that a plugin can have.
    #[error("it names no plugin that there can be: small letters, digits and dashes")]
    PluginName,
    /// A plugin that the user has not named.
    #[error("the plugin {0} is not among those that may be run")]
    PluginNotAllowed(PluginName),
    /// There is no such program.
    #[error("there is no program age-plugin-{0} in the folders of PATH")]
    NoPlugin(PluginName),
    /// A plugin failed.
    #[error("the plugin {name} {what}")]
    Plugin {
        /// which
        name: PluginName,
        /// what it did
        what: String,
    },
    /// An identity that only its plugin knows the recipient of.
    #[error(
        "whom to seal to for an identity of the plugin {0} is not known: \
         a comment in the line above it says so (# recipient: age1...)"
    )]
    Unstated(PluginName),
    /// Recipients of different rules.
    #[error("its recipients cannot stand in one file, by the rules of one of their plugins")]
    Labels,
    /// The user does not want to go on.
    #[error("interrupted")]
    Interrupted,
    /// Nobody could open it.
    #[error("there is no recipient to seal to")]
    NoRecipient,
    /// The system's randomness failed.
    #[error("the system gives no randomness")]
    Randomness,
}

/// Seals to every one of the recipients, with those plugins where they need one.
pub fn seal(
    plaintext: &[u8],
    recipients: &[Recipient],
    plugins: &Plugins,
) -> Result<Vec<u8>, AgeError> {
    let file_key = random()?;
    let mut stanzas = Vec::with_capacity(recipients.len());
    let mut shared = None;
    for recipient in recipients {
        let (more, labels) = recipient.wrap(&file_key, plugins)?;
        // Such as that all of them withstand a quantum computer: one that does not would undo it.
        if shared.get_or_insert_with(|| labels.clone()) != &labels {
            return Err(AgeError::Labels);
        }
        stanzas.extend(more);
    }
    if stanzas.is_empty() {
        return Err(AgeError::NoRecipient);
    }
    written(plaintext, stanzas, &file_key)
}

/// Seals with a passphrase.
pub fn seal_with_passphrase(
    plaintext: &[u8],
    passphrase: &Passphrase,
    work_factor: u8,
) -> Result<Vec<u8>, AgeError> {
    let file_key = random()?;
    let stanza = passphrase.wrap(&file_key, work_factor)?;
    written(plaintext, vec![stanza], &file_key)
}

/// Opens a file with whichever of the identities it is for.
pub fn open(file: &[u8], identities: &[Identity]) -> Result<Zeroizing<Vec<u8>>, AgeError> {
    let (header, rest) = Header::parse(file)?;
    header.check_kinds()?;
    // Whoever must be asked comes last.
    let (asking, silent): (Vec<_>, Vec<_>) =
        identities.iter().partition(|identity| identity.asks());
    let file_key = silent
        .into_iter()
        .chain(asking)
        .find_map(|identity| identity.unwrap(&header.stanzas).transpose())
        .ok_or(AgeError::NoMatch)??;
    header.check(&file_key)?;
    payload::opened(rest, &file_key)
}

/// Opens a file with a passphrase.
pub fn open_with_passphrase(
    file: &[u8],
    passphrase: &Passphrase,
) -> Result<Zeroizing<Vec<u8>>, AgeError> {
    let (header, rest) = Header::parse(file)?;
    let [stanza] = &*header.stanzas else {
        return Err(AgeError::Format("a passphrase must stand alone"));
    };
    let file_key = passphrase.unwrap(stanza)?;
    header.check(&file_key)?;
    payload::opened(rest, &file_key)
}

fn written(
    plaintext: &[u8],
    stanzas: Vec<Stanza>,
    file_key: &FileKey,
) -> Result<Vec<u8>, AgeError> {
    let header = Header { stanzas, mac: None };
    header.check_kinds()?;
    let mut file = header.written(file_key);
    payload::seal(plaintext, file_key, &mut file)?;
    Ok(file)
}

fn random<const N: usize>() -> Result<Zeroizing<[u8; N]>, AgeError> {
    let mut bytes = Zeroizing::new([0; N]);
    getrandom::fill(bytes.as_mut_slice()).map_err(|_| AgeError::Randomness)?;
    Ok(bytes)
}

/// HKDF with SHA-256, as every key of the format is derived.
fn derived(secret: &[u8], salt: &[u8], info: &[u8]) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0; 32]);
    hkdf::Hkdf::<sha2::Sha256>::new(Some(salt), secret)
        .expand(info, key.as_mut_slice())
        // Up to 8160 bytes can be had.
        .unwrap_or_else(|_| unreachable!("32 bytes can always be derived"));
    key
}

/// The key of a file, under a key that is used once.
fn wrapped(file_key: &FileKey, key: &[u8; 32]) -> Result<Zeroizing<Vec<u8>>, AgeError> {
    use chacha20poly1305::aead::Aead as _;
    use chacha20poly1305::{ChaCha20Poly1305, KeyInit as _};
    ChaCha20Poly1305::new(key.into())
        .encrypt(&[0; 12].into(), file_key.as_slice())
        .map(Zeroizing::new)
        .map_err(|_| AgeError::Format("a key cannot be wrapped"))
}

/// The other way round; nothing when the key is another.
fn unwrapped(body: &[u8], key: &[u8; 32]) -> Option<FileKey> {
    use chacha20poly1305::aead::Aead as _;
    use chacha20poly1305::{ChaCha20Poly1305, KeyInit as _};
    let opened = ChaCha20Poly1305::new(key.into())
        .decrypt(&[0; 12].into(), body)
        .map(Zeroizing::new)
        .ok()?;
    let mut file_key = FileKey::default();
    if opened.len() != file_key.len() {
        return None;
    }
    file_key.copy_from_slice(&opened);
    Some(file_key)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{
        AgeError, Identity, Passphrase, Plugins, Recipient, open, open_with_passphrase, seal,
        seal_with_passphrase,
    };

    #[test]
    fn what_is_sealed_opens_for_every_recipient_and_no_other() {
        let identities: Vec<Identity> = (0..3).map(|_| Identity::generate().unwrap()).collect();
        let recipients: Vec<Recipient> = identities[..2]
            .iter()
            .map(|identity| identity.recipient().unwrap())
            .collect();
        for length in [0, 1, 200, 65_535, 65_536, 65_537, 200_000] {
            let plaintext = vec![7; length];
            let file = seal(&plaintext, &recipients, &Plugins::none()).unwrap();
            for identity in &identities[..2] {
                let opened = open(&file, std::slice::from_ref(identity)).unwrap();
                assert_eq!(*opened, plaintext);
            }
            let other = open(&file, &identities[2..]);
            assert_eq!(other.err(), Some(AgeError::NoMatch));
        }
        assert_eq!(
            seal(b"", &[], &Plugins::none()).err(),
            Some(AgeError::NoRecipient)
        );
    }

    #[test]
    fn a_passphrase_opens_what_it_sealed() {
        let file = seal_with_passphrase(b"seed", &Passphrase::new("one"), 2).unwrap();
        let opened = open_with_passphrase(&file, &Passphrase::new("one")).unwrap();
        assert_eq!(*opened, b"seed");
        let wrong = open_with_passphrase(&file, &Passphrase::new("two"));
        assert_eq!(wrong.err(), Some(AgeError::Passphrase));
    }

    /// Every bit of a file counts.
    #[test]
    fn no_altered_file_opens() {
        let identity = Identity::generate().unwrap();
        let file = seal(
            b"a seed",
            &[identity.recipient().unwrap()],
            &Plugins::none(),
        )
        .unwrap();
        for at in 0..file.len() {
            for bit in 0..8 {
                let mut altered = file.clone();
                altered[at] ^= 1 << bit;
                let opened = open(&altered, std::slice::from_ref(&identity));
                assert!(opened.is_err(), "bit {bit} of byte {at}");
            }
            assert!(open(&file[..at], std::slice::from_ref(&identity)).is_err());
        }
        let longer = [&*file, b"x"].concat();
        assert!(open(&longer, std::slice::from_ref(&identity)).is_err());
    }

    /// A file of stock age 1.3.1 for a throw-away identity, and one with a throw-away passphrase.
    #[test]
    fn what_stock_age_wrote_opens() {
        let vectors = include_str!("../../../tests/vectors/age.txt");
        let mut parts = vectors.split("\n\n");
        let identity: Identity = parts
            .next()
            .unwrap()
            .lines()
            .last()
            .unwrap()
            .parse()
            .unwrap();
        let file = super::armor::decoded(parts.next().unwrap()).unwrap();
        let opened = open(&file, std::slice::from_ref(&identity)).unwrap();
        assert_eq!(*opened, b"sealed by age\n");
        let file = super::armor::decoded(parts.next().unwrap()).unwrap();
        let opened = open_with_passphrase(&file, &Passphrase::new("throw-away")).unwrap();
        assert_eq!(*opened, b"sealed by age\n");
    }
}
