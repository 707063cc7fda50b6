//! Files, stdin and keys that commands read: one place that knows how big they may be and how they are refused.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::builder::TypedValueParser;
use zeroize::Zeroizing;

use crate::jwt::creds;
use crate::nkey::{NkeyError, PUBLIC_TEXT_LEN, PublicKey, Seed};
use crate::ui::{Failure, Hinted as _, Ui};

/// A key file is a line or a creds file; whatever is bigger is none.
const MAX_KEY_FILE: u64 = 1 << 20;
/// What is signed or sealed is held in memory.
const MAX_MESSAGE: u64 = 64 << 20;

/// A file, or `-` for stdin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Stdin.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl FromStr for Source {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "-" {
            return Ok(Self::Stdin);
        }
        if Seed::parse(text).is_ok() {
            return Err(
                "a seed on the command line can be read by every process of this machine: \
                        give the name of a file that holds it, or - for stdin"
                    .to_owned(),
            );
        }
        if text.starts_with("http://") || text.starts_with("https://") {
            return Err(
                "nkeep does not fetch files: save it, or pipe it to - for stdin".to_owned(),
            );
        }
        if text.starts_with("eyJ") && text.matches('.').count() == 2 {
            return Err(
                "it is a token, and the name of a file is wanted: pipe the token to -".to_owned(),
            );
        }
        Ok(Self::File(PathBuf::from(text)))
    }
}

impl std::fmt::Display for Source {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Stdin => formatter.write_str("stdin"),
            Self::File(path) => write!(formatter, "{}", path.display()),
        }
    }
}

impl Source {
    /// All of it, up to so many bytes.
    pub fn bytes(&self, limit: u64) -> Result<Zeroizing<Vec<u8>>, Failure> {
        match self {
            Self::Stdin => unbuffered_stdin().and_then(|stdin| limited(stdin, limit)),
            Self::File(path) => open(path).and_then(|file| limited(file, limit)),
        }
        .context(format!("cannot read {self}"))
    }

    /// What is to be signed, verified, sealed or opened.
    pub fn message(&self) -> Result<Zeroizing<Vec<u8>>, Failure> {
        self.bytes(MAX_MESSAGE)
    }

    /// Text of at most so many bytes.
    pub fn text(&self, limit: u64) -> Result<Zeroizing<String>, Failure> {
        let bytes = self.bytes(limit)?;
        let text = std::str::from_utf8(&bytes)
            .map_err(|_| Failure::from(io::Error::other("it is not valid UTF-8")))
            .context(format!("cannot read {self}"))?;
        Ok(Zeroizing::new(text.to_owned()))
    }

    /// The seed in it: alone on a line, or in a creds file.
    pub fn seed(&self, ui: Ui) -> Result<Seed, Failure> {
        let text = self.text(MAX_KEY_FILE)?;
        let seed = seed_in(&text).context(format!("{self} holds no seed that can be used"))?;
        self.warn_if_loose(ui);
        Ok(seed)
    }

    /// The public key in it, or that of the seed in it.
    pub fn public_key(&self, ui: Ui) -> Result<PublicKey, Failure> {
        let text = self.text(MAX_KEY_FILE)?;
        match one_line(&text).parse::<PublicKey>() {
            Ok(public) => return Ok(public),
            // As long as a public key, so its own error says more than that it is no seed.
            Err(error) if one_line(&text).len() == PUBLIC_TEXT_LEN => {
                return Err(error).context(format!("{self} holds no key that can be used"));
            }
            Err(_) => {}
        }
        let seed = seed_in(&text).context(format!("{self} holds no key that can be used"))?;
        self.warn_if_loose(ui);
        Ok(seed.public())
    }

    /// Says so when others may read a file with a secret.
    fn warn_if_loose(&self, ui: Ui) {
        #[cfg(unix)]
        if let Self::File(path) = self {
            use std::os::unix::fs::PermissionsExt as _;
            let Ok(metadata) = std::fs::metadata(path) else {
                return;
            };
            let mode = metadata.permissions().mode();
            if metadata.is_file() && mode & 0o077 != 0 {
                let name = crate::text::sanitized(&path.to_string_lossy()).into_owned();
                ui.note(&format!(
                    "warning: {name} holds a secret and others may read it (mode {:03o}); \
                     run: chmod 600 {name}",
                    mode & 0o777
                ));
            }
        }
        #[cfg(not(unix))]
        let _ = ui;
    }
}

fn seed_in(text: &str) -> Result<Seed, Failure> {
    // Which of two would sign is not for chance to decide.
    let seeds = text.lines().filter(|line| Seed::parse(line.trim()).is_ok());
    if seeds.count() > 1 {
        return Err(io::Error::other("it holds several seeds, and one is wanted").into());
    }
    match Seed::parse(one_line(text)) {
        Ok(seed) => Ok(seed),
        // A creds file, or seed between dashes. Of a single line, the reason is the line's own.
        Err(error) if one_line(text).lines().count() > 1 => match creds::seed_in(text) {
            Ok(seed) => Ok(seed),
            Err(creds::CredsError::NoSeed) => Err(error.into()),
            Err(other) => Err(other.into()),
        },
        Err(error) => Err(error.into()),
    }
}

/// The text without the line end that files have, and the spaces that copying adds.
fn one_line(text: &str) -> &str {
    text.trim_matches(|character: char| character.is_ascii_whitespace())
}

/// Stdin without the buffer that the standard library keeps for it, and does not wipe.
fn unbuffered_stdin() -> Result<File, Failure> {
    #[cfg(unix)]
    let owned = std::os::fd::AsFd::as_fd(&io::stdin()).try_clone_to_owned()?;
    #[cfg(windows)]
    let owned = std::os::windows::io::AsHandle::as_handle(&io::stdin()).try_clone_to_owned()?;
    Ok(File::from(owned))
}

fn open(path: &Path) -> Result<File, Failure> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory).into());
    }
    Ok(file)
}

/// All of a file, up to so many bytes.
pub fn limited_file(path: &Path, limit: u64) -> Result<Zeroizing<Vec<u8>>, Failure> {
    limited(open(path)?, limit)
}

/// Reads all there is, up to a limit, in memory that is wiped, what it outgrows as well.
fn limited(mut reader: impl io::Read, limit: u64) -> Result<Zeroizing<Vec<u8>>, Failure> {
    let mut bytes = Zeroizing::new(vec![0; 8192]);
    let mut filled = 0;
    loop {
        if filled == bytes.len() {
            let mut larger = Zeroizing::new(vec![0; 2 * bytes.len()]);
            larger[..filled].copy_from_slice(&bytes);
            bytes = larger;
        }
        match reader.read(&mut bytes[filled..]) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
        if filled as u64 > limit {
            return Err(io::Error::other(format!("it is larger than {limit} bytes")).into());
        }
    }
    bytes.truncate(filled);
    Ok(bytes)
}

/// The name of a file or folder where neither stdin nor stdout will do.
pub fn named_file() -> impl TypedValueParser<Value = PathBuf> {
    clap::builder::PathBufValueParser::new().try_map(|path| {
        if path.as_os_str() == "-" {
            return Err("- is stdin or stdout, and here a name is wanted");
        }
        Ok(path)
    })
}

/// A label of a token: not empty, and no secret.
pub fn tag(text: &str) -> Result<String, String> {
    if text.trim().is_empty() {
        return Err("it is empty".to_owned());
    }
    open_text(text)
}

/// Text that will stand in the clear: no secret.
pub fn open_text(text: &str) -> Result<String, String> {
    if crate::store::record::holds_secret(text) {
        return Err("it holds a seed or an identity, and would stand in the clear".to_owned());
    }
    Ok(text.to_owned())
}

/// Reads a public key in an argument; a seed there is refused for what it is.
pub fn public_key_argument<K: FromStr<Err = NkeyError>>(text: &str) -> Result<K, String> {
    if Seed::parse(text).is_ok() {
        return Err(
            "it is a seed: on the command line every process of this machine can read it; \
                    give the public key"
                .to_owned(),
        );
    }
    text.parse().map_err(|error: NkeyError| error.to_string())
}
