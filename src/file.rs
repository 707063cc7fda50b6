//! Files that are whole or not there, and that only their owner can read, from their first moment, unless they are for all.
//!
//! A file is written without a name where the system can do that, and gets one when all of it is on disk: a process that is killed
//! leaves nothing. Where it takes the place of another it has a hidden name for a moment, and elsewhere from its beginning: what is
//! left under one is found by [`left_in`].

use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// How the names begin that files have until they have their own.
pub const HIDDEN: &str = ".nkeep-";

/// What to do where a file of that name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Existing {
    /// Leave it and fail.
    Keep,
    /// Put the new one in its place.
    Replace,
}

impl Existing {
    /// As `--force` has it.
    #[must_use]
    pub const fn with_force(force: bool) -> Self {
        if force { Self::Replace } else { Self::Keep }
    }
}

/// Who may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Its owner alone.
    Owner,
    /// Everybody who can see its folder: a server runs as another user than who configures it.
    Everybody,
}

/// Who else may do what with a file of that mode; nothing where it is its owner's alone.
#[must_use]
pub fn open_to(mode: u32) -> Option<String> {
    let (group, others) = (mode >> 3 & 0o7, mode & 0o7);
    let (who, may) = match (group, others) {
        (0, 0) => return None,
        (group, 0) => ("its group", group),
        (group, others) => ("others", group | others),
    };
    let what = match (may & 0o4 != 0, may & 0o2 != 0) {
        (true, true) => "read and write",
        (true, false) => "read",
        (false, true) => "write",
        (false, false) => "run",
    };
    Some(format!("{who} may {what} it (mode {:03o})", mode & 0o777))
}

/// The folder that a file is in.
#[must_use]
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Writes a file with mode 0600: all of it is on disk before it has its name, and its name before this returns.
pub fn write(path: &Path, contents: &[u8], existing: Existing) -> io::Result<()> {
    write_for(Audience::Owner, path, contents, existing)
}

/// The same for that audience.
pub fn write_for(
    audience: Audience,
    path: &Path,
    contents: &[u8],
    existing: Existing,
) -> io::Result<()> {
    if let Ok(metadata) = std::fs::symlink_metadata(path) {
        if existing == Existing::Keep {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        if !metadata.is_file() {
            return Err(io::Error::other("it is not a regular file"));
        }
    }
    let folder = folder_of(path);
    // Opened first, so that a folder that is not there is what the error speaks of.
    #[cfg(unix)]
    let opened_folder = File::open(folder)?;
    match nameless(folder)? {
        Some(mut file) => {
            file.write_all(contents)?;
            show_to(audience, &file)?;
            file.sync_all()?;
            name(&file, path, existing)?;
        }
        None => {
            let mut file = tempfile::Builder::new()
                .prefix(HIDDEN)
                .tempfile_in(folder)?;
            file.write_all(contents)?;
            show_to(audience, file.as_file())?;
            file.as_file().sync_all()?;
            match existing {
                // Linked, not renamed: another file that came meanwhile is not lost.
                Existing::Keep => file.persist_noclobber(path),
                Existing::Replace => file.persist(path),
            }
            .map_err(|error| error.error)?;
        }
    }
    #[cfg(unix)]
    opened_folder.sync_all()?;
    Ok(())
}

fn show_to(audience: Audience, file: &File) -> io::Result<()> {
    #[cfg(unix)]
    if audience == Audience::Everybody {
        use std::os::unix::fs::PermissionsExt as _;
        file.set_permissions(std::fs::Permissions::from_mode(0o644))?;
    }
    #[cfg(not(unix))]
    let _ = (audience, file);
    Ok(())
}

/// A file without a name, where the file system can make one.
#[cfg(target_os = "linux")]
fn nameless(folder: &Path) -> io::Result<Option<File>> {
    use rustix::fs::{Mode, OFlags};
    use rustix::io::Errno;
    let flags = OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC;
    match rustix::fs::open(folder, flags, Mode::RUSR | Mode::WUSR) {
        Ok(file) => Ok(Some(file.into())),
        // What file systems and kernels without it say.
        Err(Errno::OPNOTSUPP | Errno::ISDIR | Errno::NOENT | Errno::INVAL) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(target_os = "linux"))]
fn nameless(_folder: &Path) -> io::Result<Option<File>> {
    Ok(None)
}

/// Gives a nameless file its name.
#[cfg(target_os = "linux")]
fn name(file: &File, path: &Path, existing: Existing) -> io::Result<()> {
    use rustix::fs::{AtFlags, CWD};
    use std::os::fd::AsRawFd as _;
    let nameless = format!("/proc/self/fd/{}", file.as_raw_fd());
    let link = |to: &Path| rustix::fs::linkat(CWD, &*nameless, CWD, to, AtFlags::SYMLINK_FOLLOW);
    if existing == Existing::Keep {
        return Ok(link(path)?);
    }
    let beside = beside(path)?;
    link(&beside)?;
    std::fs::rename(&beside, path).inspect_err(|_| {
        let _ = std::fs::remove_file(&beside);
    })
}

#[cfg(not(target_os = "linux"))]
fn name(_file: &File, _path: &Path, _existing: Existing) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// A name in the same folder that nobody else has.
#[cfg(target_os = "linux")]
fn beside(path: &Path) -> io::Result<PathBuf> {
    let mut random = [0; 8];
    getrandom::fill(&mut random).map_err(io::Error::other)?;
    let suffix = data_encoding::HEXLOWER.encode(&random);
    Ok(folder_of(path).join(format!("{HIDDEN}{suffix}")))
}

/// Files of this user's in a folder that have no name of their own: what processes left that were killed, or are about to finish.
#[must_use]
pub fn left_in(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut left: Vec<PathBuf> = entries
        .filter(|entry| {
            let name = entry.file_name();
            let rest = name.to_str().and_then(|name| name.strip_prefix(HIDDEN));
            rest.is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_alphanumeric()))
        })
        .map(|entry| entry.path())
        .filter(|path| {
            let about = std::fs::symlink_metadata(path);
            about.is_ok_and(|about| about.is_file() && is_own(&about))
        })
        .collect();
    left.sort();
    left
}

/// Whether a file or folder is this user's; where files are nobody's, it is.
#[must_use]
pub fn is_own(metadata: &std::fs::Metadata) -> bool {
    #[cfg(unix)]
    return std::os::unix::fs::MetadataExt::uid(metadata) == rustix::process::geteuid().as_raw();
    #[cfg(not(unix))]
    {
        let _ = metadata;
        true
    }
}

/// What an open file is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To read from.
    Read,
    /// To write to.
    Write,
}

/// A file that whoever started this process left open. It is read on from where they left it, and it may be a socket:
/// opened once more by its name it would begin anew, or not open at all.
pub fn inherited(number: u32, access: Access) -> io::Result<File> {
    #[cfg(target_os = "linux")]
    if let Some(file) = duplicated(number)? {
        return Ok(file);
    }
    let mut options = File::options();
    match access {
        Access::Read => options.read(true),
        Access::Write => options.write(true),
    };
    options.open(format!("/dev/fd/{number}"))
}

/// A duplicate, where the system gives one out to the process itself; nothing where it refuses, as in some containers.
#[cfg(target_os = "linux")]
fn duplicated(number: u32) -> io::Result<Option<File>> {
    use rustix::io::Errno;
    use rustix::process::{PidfdFlags, PidfdGetfdFlags, getpid, pidfd_getfd, pidfd_open};
    let number = i32::try_from(number).map_err(|_| Errno::BADF)?;
    let itself = match pidfd_open(getpid(), PidfdFlags::empty()) {
        Ok(itself) => itself,
        Err(_) => return Ok(None),
    };
    match pidfd_getfd(&itself, number, PidfdGetfdFlags::empty()) {
        Ok(file) => Ok(Some(file.into())),
        Err(Errno::BADF) => Err(Errno::BADF.into()),
        Err(_) => Ok(None),
    }
}

/// Makes a folder that only its owner can enter, and those above it that are not there.
pub fn private_folder(path: &Path) -> io::Result<()> {
    #[cfg_attr(not(unix), allow(unused_mut, reason = "modes are of Unix"))]
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    let mut missing: Vec<PathBuf> = Vec::new();
    let mut at = path;
    while !at.exists() {
        missing.push(at.to_owned());
        at = folder_of(at);
    }
    for folder in missing.iter().rev() {
        match builder.create(folder) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            other => other?,
        }
        #[cfg(unix)]
        File::open(folder_of(folder))?.sync_all()?;
    }
    Ok(())
}
