//! Files with identities and passphrases: which are read, and which are not to be trusted.

use std::path::Path;

use zeroize::Zeroizing;

use super::input::{Source, limited_file};
use crate::store::age::Identity;
use crate::text::shell_word;
use crate::ui::{Failure, Hinted as _};

/// More than any file with an identity has.
const MAX_FILE: u64 = 64 << 10;

/// The identities in a file that somebody named, or in stdin.
pub fn identities_in(path: &Path) -> Result<Vec<Identity>, Failure> {
    if path.as_os_str() == "-" {
        return parsed(&Source::Stdin.text(MAX_FILE)?, "stdin");
    }
    let metadata = std::fs::metadata(path).context(format!("cannot read {}", path.display()))?;
    let is_open = ["/dev/fd", "/dev/stdin", "/proc"]
        .iter()
        .any(|place| path.starts_with(place));
    // A FIFO waits for whoever writes into it, and a device has no end.
    if !metadata.is_file() && !metadata.is_dir() && !is_open {
        return Err(Failure::usage(format!(
            "{} is not a regular file",
            path.display()
        )))
        .hint(format!(
            "nkeep --identity-fd 3 ... 3< {}",
            shell_word(&path.to_string_lossy())
        ));
    }
    not_loose(path, &metadata)?;
    identities_of(path)
}

/// The identities in a file, as `age-keygen` writes it.
pub fn identities_of(path: &Path) -> Result<Vec<Identity>, Failure> {
    parsed(&text_of(path)?, &path.display().to_string())
}

fn parsed(text: &str, place: &str) -> Result<Vec<Identity>, Failure> {
    let lines = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    let identities = lines
        .map(str::parse)
        .collect::<Result<Vec<Identity>, _>>()
        .context(format!("{place} holds no identity that can be used"))?;
    if identities.is_empty() {
        return Err(Failure::usage(format!("{place} holds no identity")))
            .hint("nkeep store init --new-identity FILE");
    }
    Ok(identities)
}

/// A text that is short.
pub fn text_of(path: &Path) -> Result<Zeroizing<String>, Failure> {
    let bytes = limited_file(path, MAX_FILE).context(format!("cannot read {}", path.display()))?;
    let text = std::str::from_utf8(&bytes)
        .map_err(|_| Failure::usage(format!("{} is not valid UTF-8", path.display())))?;
    Ok(Zeroizing::new(text.to_owned()))
}

/// Refuses a file with a secret that others can read.
fn not_loose(path: &Path, metadata: &std::fs::Metadata) -> Result<(), Failure> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = metadata.permissions().mode() & 0o777;
        if metadata.is_file() && mode & 0o077 != 0 {
            return Err(Failure::usage(format!(
                "{} holds a secret, and others may read it (mode {mode:03o})",
                path.display()
            )))
            .hint(format!("chmod 600 {}", shell_word(&path.to_string_lossy())));
        }
    }
    #[cfg(not(unix))]
    let _ = (path, metadata);
    Ok(())
}
