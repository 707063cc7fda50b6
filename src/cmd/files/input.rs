//! Files, stdin and keys that commands read: one place that knows how big they may be and how they are refused.

use std::fs::File;
use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use zeroize::Zeroizing;

use crate::jwt::creds::{self, Part};
use crate::nkey::{PUBLIC_TEXT_LEN, PublicKey, Seed};
use crate::ui::prompt::Prompt;
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
    /// What is at an address, where commands fetch anything.
    #[cfg(feature = "net")]
    Url(String),
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
        if is_url(text) {
            return Err(
                "nkeep does not fetch such files: save it, or pipe it to - for stdin".to_owned(),
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
            #[cfg(feature = "net")]
            Self::Url(url) => formatter.write_str(url),
        }
    }
}

/// Whether it is an address that could be fetched.
pub fn is_url(text: &str) -> bool {
    let scheme = text.split_once("://").map_or("", |(scheme, _)| scheme);
    ["http", "https"].contains(&scheme.to_lowercase().as_str())
}

/// A file, `-` for stdin, or the address of something that is fetched.
#[cfg(feature = "net")]
pub fn source_or_url(text: &str) -> Result<Source, String> {
    if is_url(text) {
        return Ok(Source::Url(text.to_owned()));
    }
    text.parse()
}

/// A file, or `-` for stdin.
#[cfg(not(feature = "net"))]
pub fn source_or_url(text: &str) -> Result<Source, String> {
    if is_url(text) {
        return Err("this build has no network code: save it, and name the file".to_owned());
    }
    text.parse()
}

impl Source {
    /// All of it, when it has at most so many bytes.
    pub fn at_most(&self, limit: u64) -> Result<Option<Zeroizing<Vec<u8>>>, Failure> {
        match self {
            Self::Stdin => unbuffered_stdin().and_then(|stdin| limited(stdin, limit)),
            Self::File(path) => open(path).and_then(|file| limited(file, limit)),
            #[cfg(feature = "net")]
            Self::Url(url) => return crate::cmd::files::fetched::at_most(url, limit).map(Some),
        }
        .context(format!("cannot read {self}"))
    }

    /// All of it, up to so many bytes.
    fn bytes(&self, limit: u64) -> Result<Zeroizing<Vec<u8>>, Failure> {
        self.at_most(limit)?
            .ok_or_else(|| too_large(limit))
            .context(format!("cannot read {self}"))
    }

    /// Whether it is that file, by whatever name.
    pub fn is_file(&self, path: &Path) -> bool {
        match self {
            #[cfg(feature = "net")]
            Self::Url(_) => false,
            Self::Stdin => false,
            Self::File(own) => match (own.canonicalize(), path.canonicalize()) {
                (Ok(own), Ok(path)) => own == path,
                _ => false,
            },
        }
    }

    /// Says so where what is fetched may be read and changed on the way.
    pub fn warn_if_clear(&self, ctx: &crate::cmd::Ctx) {
        #[cfg(feature = "net")]
        if let Self::Url(url) = self
            && let Ok(address) = url.parse()
        {
            crate::cmd::servers::warn_if_clear(ctx, &address);
        }
        #[cfg(not(feature = "net"))]
        let _ = ctx;
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
        let text = self.key_text()?;
        let seed = seed_in(&text).context(format!("{self} holds no seed that can be used"))?;
        self.warn_if_loose(ui);
        Ok(seed)
    }

    /// Text that may be a secret: nobody sees it typed.
    fn key_text(&self) -> Result<Zeroizing<String>, Failure> {
        if *self != Self::Stdin || !io::stdin().is_terminal() {
            return self.text(MAX_KEY_FILE);
        }
        let mut prompt = Prompt::open()
            .ok_or_else(|| Failure::usage("there is no terminal to type a seed at"))
            .hint("name a file that holds it, in place of -")?;
        prompt.secret_lines("Seed (it is not shown)", |text| {
            let mut lines = text.lines().filter(|line| !line.trim().is_empty());
            let first = lines.next();
            first.is_some_and(|first| !first.starts_with("---"))
                || lines.any(|line| {
                    line.starts_with("---") && line.contains("END") && line.contains("SEED")
                })
        })
    }

    /// The public key in it, or that of the seed in it.
    pub fn public_key(&self, ui: Ui) -> Result<PublicKey, Failure> {
        let text = self.key_text()?;
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
                ui.warning(&format!(
                    "{name} holds a secret and others may read it (mode {:03o}); \
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
    let error = match Seed::parse(one_line(text)) {
        Ok(seed) => return Ok(seed),
        Err(error) => error,
    };
    let parts = creds::parts(text.as_bytes());
    let between_dashes = creds::is_decorated(text.as_bytes());
    let seed = parts.iter().find_map(|(_, part)| match part {
        Part::Seed(seed) => Some(*seed),
        _ => None,
    });
    let is_token = |text: &str| text.starts_with("eyJ") && text.contains('.');
    let token = parts
        .iter()
        .any(|(_, part)| matches!(part, Part::Token(_, text) if is_token(text)));
    let reason = match seed {
        Some(seed) => match Seed::parse(seed) {
            Ok(seed) => return Ok(seed),
            Err(error) => format!("its seed cannot be read: {error}"),
        },
        None if token => "it holds a token, and no seed: it is no creds file, or the end of it is \
                          missing"
            .to_owned(),
        None if between_dashes => {
            "it is a part of a creds file, and the seed is missing".to_owned()
        }
        // Lines of which one may be a seed. Of a single line, the reason is the line's own.
        None if parts.len() > 1 => match creds::seed_in(text) {
            Ok(seed) => return Ok(seed),
            Err(creds::CredsError::NoSeed) => return Err(error.into()),
            Err(other) => return Err(other.into()),
        },
        None => return Err(error.into()),
    };
    Err(io::Error::other(reason).into())
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

/// Opens a file, and no pipe that has a name: nobody may ever write to that. What the shell or the system calls by a name
/// below /dev or /proc, such as stdin, is open already.
fn open(path: &Path) -> Result<File, Failure> {
    let mut options = File::options();
    options.read(true);
    #[cfg(unix)]
    let is_open = path.starts_with("/dev") || path.starts_with("/proc");
    #[cfg(unix)]
    if !is_open {
        use std::os::unix::fs::OpenOptionsExt as _;
        let flags = rustix::fs::OFlags::NONBLOCK.bits();
        options.custom_flags(i32::try_from(flags).unwrap_or_default());
    }
    let file = options.open(path)?;
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory).into());
    }
    #[cfg(unix)]
    if !is_open && std::os::unix::fs::FileTypeExt::is_fifo(&metadata.file_type()) {
        let why = "it is a named pipe, and no file: pipe into - in its place";
        return Err(io::Error::other(why).into());
    }
    Ok(file)
}

/// All of a file, up to so many bytes.
pub fn limited_file(path: &Path, limit: u64) -> Result<Zeroizing<Vec<u8>>, Failure> {
    all_of(open(path)?, limit)
}

/// Reads a file that is open, of at most so many bytes, in memory that is wiped.
pub fn all_of(file: File, limit: u64) -> Result<Zeroizing<Vec<u8>>, Failure> {
    limited(file, limit)?.ok_or_else(|| too_large(limit))
}

/// Reads to the end of the line and no further, in memory that is wiped.
pub fn first_line(mut file: File, limit: usize) -> Result<Zeroizing<Vec<u8>>, Failure> {
    use std::io::Read as _;
    let mut line = Zeroizing::new(Vec::with_capacity(limit));
    let mut byte = Zeroizing::new([0]);
    while line.last() != Some(&b'\n') && file.read(byte.as_mut_slice())? == 1 {
        if line.len() == limit {
            return Err(io::Error::other("its line is too long").into());
        }
        line.push(byte[0]);
    }
    Ok(line)
}

/// Stdin can be read once.
pub fn one_stdin<'a>(sources: impl IntoIterator<Item = &'a Source>) -> Result<(), Failure> {
    let stdin = |source: &&Source| **source == Source::Stdin;
    if sources.into_iter().filter(stdin).count() > 1 {
        return Err(Failure::usage("only one of them can be standard input"))
            .hint("name a file in place of the other -");
    }
    Ok(())
}

/// Reads all there is, up to a limit, in memory that is wiped, what it outgrows as well.
fn limited(mut reader: impl io::Read, limit: u64) -> Result<Option<Zeroizing<Vec<u8>>>, Failure> {
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
            return Ok(None);
        }
    }
    bytes.truncate(filled);
    Ok(Some(bytes))
}

fn too_large(limit: u64) -> Failure {
    io::Error::other(format!("it is larger than {limit} bytes")).into()
}
