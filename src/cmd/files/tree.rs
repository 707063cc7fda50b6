//! A tree of text in a folder: written so that a folder under git keeps what is not ours, read so that nothing is followed.

use std::path::{Path, PathBuf};

use crate::file::{self, Existing};
use crate::nkey::PublicKey;
use crate::store::age::Recipient;
use crate::store::journal::Head;
use crate::store::sqlite::{MARK, Tree};
use crate::ui::{ExitCode, Failure, Hinted as _};

/// The folders of a tree that are ours alone.
const OURS: [&str; 4] = ["claims", "identities", "keys", "tokens"];
/// One that is ours where this file is beside it: in other trees it is people's.
const DOCUMENTS: (&str, &str) = ("documents", "documents.jsonl");
/// What tells git how to keep a tree.
const ATTRIBUTES: &str = ".gitattributes";
/// More than any file of a tree has.
const MAX_FILE: u64 = 1 << 30;

/// What becomes of the files in a folder that a tree is written into.
pub struct Plan {
    /// Those that are not there, or hold something else.
    pub written: Vec<String>,
    /// Those of an older tree that this one does not have.
    pub removed: Vec<String>,
}

impl Plan {
    /// Looks at a folder: one that is there must be empty, or hold a tree.
    pub fn of(folder: &Path, tree: &Tree) -> Result<Self, Failure> {
        let occupied = folder.exists() && !folder.join(MARK).exists() && holds_others(folder)?;
        if occupied {
            return Err(Failure::new(
                ExitCode::Failed,
                anyhow::anyhow!("{} holds something else", folder.display()),
            ))
            .hint("nkeep export dir NEW-FOLDER");
        }
        let there = if folder.exists() {
            read(folder)?
        } else {
            Tree::new()
        };
        let differs = |path: &&String| there.get(*path) != tree.get(*path);
        let mut written: Vec<String> = tree.keys().filter(differs).cloned().collect();
        let stale = |path: &&String| !tree.contains_key(*path) && is_ours(path);
        let removed: Vec<String> = there.keys().filter(stale).cloned().collect();
        // git must give back every byte.
        if !folder.join(ATTRIBUTES).exists() {
            written.push(ATTRIBUTES.to_owned());
        }
        // What is written anew is no tree until all of it is there.
        let is_mark = |path: &String| path == MARK;
        let changes = !(written.is_empty() && removed.is_empty());
        if changes && !written.iter().any(is_mark) {
            written.push(MARK.to_owned());
        }
        written.sort_by_key(is_mark);
        Ok(Self { written, removed })
    }

    /// Writes what is to be written, the mark of a tree last.
    pub fn carry_out(&self, folder: &Path, tree: &Tree) -> Result<(), Failure> {
        let mark = folder.join(MARK);
        let changes = !(self.written.is_empty() && self.removed.is_empty());
        if changes && mark.exists() {
            std::fs::remove_file(&mark).context(format!("cannot change {}", mark.display()))?;
        }
        let (last, first): (Vec<_>, Vec<_>) = self.written.iter().partition(|path| *path == MARK);
        for path in first {
            put(
                folder,
                path,
                tree.get(path).map_or("* -text\n", |text| text),
            )?;
        }
        // The list of the documents goes after them: without it they are nobody's.
        for path in self.removed.iter().rev() {
            let stale = folder.join(path);
            std::fs::remove_file(&stale).context(format!("cannot remove {}", stale.display()))?;
        }
        for path in last {
            put(folder, path, tree.get(path).map_or("", |text| text))?;
        }
        Ok(())
    }
}

/// Whether something is in a folder that is no part of a tree, be it one that was not finished. A folder that was made for git
/// is as good as empty.
fn holds_others(folder: &Path) -> Result<bool, Failure> {
    let entries = std::fs::read_dir(folder).context(format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let name = name_of(&entry?.path())?;
        let is_ours = is_our_folder(folder, &name) || name.ends_with(".jsonl");
        if !is_ours && !name.starts_with('.') {
            return Ok(true);
        }
    }
    Ok(read(folder)?.keys().any(|path| !is_ours(path)))
}

/// Whether what has that name in the folder of a tree is a folder of ours.
fn is_our_folder(tree: &Path, name: &str) -> bool {
    let (documents, listed) = DOCUMENTS;
    OURS.contains(&name) || (name == documents && tree.join(listed).exists())
}

/// Whether a file can only be one of a tree's: what people put beside them is theirs.
fn is_ours(path: &str) -> bool {
    let (inside, name) = path.split_once('/').unwrap_or(("", path));
    // What a process that was killed had not yet given its name.
    if name.starts_with(crate::file::HIDDEN) {
        return true;
    }
    let ending = match inside {
        "" => return name == MARK || name.ends_with(".jsonl"),
        "claims" => return name.ends_with(".yaml"),
        "documents" => return name.ends_with(".json"),
        "tokens" => ".jwt",
        _ => ".age",
    };
    let named = name.strip_suffix(ending).unwrap_or_default();
    named.parse::<PublicKey>().is_ok() || named.parse::<Recipient>().is_ok()
}

/// Whose tree a folder holds, and how far its journal had come; nothing where it holds none.
pub fn head_in(folder: &Path) -> Result<Option<(String, Head)>, Failure> {
    if !folder.join(MARK).exists() {
        return Ok(None);
    }
    let tree = read(folder)?;
    let json = |text: Option<&str>| -> serde_json::Value {
        text.and_then(|text| serde_json::from_str(text).ok())
            .unwrap_or_default()
    };
    let mark = json(tree.get(MARK).map(String::as_str));
    let last = json(
        tree.get("journal.jsonl")
            .and_then(|text| text.lines().last()),
    );
    let store = mark["store"].as_str().unwrap_or_default().to_owned();
    let digest = last["digest"]["hex"].as_str().unwrap_or_default();
    let head = format!("{}:{digest}", last["sequence"]).parse();
    Ok(Some((store, head.unwrap_or_default())))
}

fn put(folder: &Path, path: &str, text: &str) -> Result<(), Failure> {
    let to = folder.join(path);
    file::private_folder(file::folder_of(&to))
        .and_then(|()| file::write(&to, text.as_bytes(), Existing::Replace))
        .context(format!("cannot write {}", to.display()))
}

/// Reads a tree: our folders, and the files of ours beside them.
pub fn read(folder: &Path) -> Result<Tree, Failure> {
    let mut tree = Tree::new();
    let entries = std::fs::read_dir(folder).context(format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        let name = name_of(&path)?;
        if name == MARK || name.ends_with(".jsonl") {
            take(&path, name, &mut tree)?;
        } else if is_our_folder(folder, &name) {
            gather(&path, &name, &mut tree)?;
        }
    }
    Ok(tree)
}

fn gather(folder: &PathBuf, name: &str, tree: &mut Tree) -> Result<(), Failure> {
    let entries = std::fs::read_dir(folder).context(format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let path = entry.path();
        let name = format!("{name}/{}", name_of(&path)?);
        if entry.file_type()?.is_dir() {
            gather(&path, &name, tree)?;
        } else {
            take(&path, name, tree)?;
        }
    }
    Ok(())
}

fn take(path: &Path, name: String, tree: &mut Tree) -> Result<(), Failure> {
    if !std::fs::symlink_metadata(path)?.is_file() {
        return Err(Failure::new(
            ExitCode::Failed,
            anyhow::anyhow!("{} is not a regular file", path.display()),
        ));
    }
    let bytes = crate::cmd::files::input::limited_file(path, MAX_FILE)
        .context(format!("cannot read {}", path.display()))?;
    let text = std::str::from_utf8(&bytes)
        .context(format!("{} is no text", path.display()))?
        .to_owned();
    tree.insert(name, text);
    Ok(())
}

fn name_of(path: &Path) -> Result<String, Failure> {
    path.file_name()
        .and_then(|name| name.to_str())
        .map(str::to_owned)
        .ok_or_else(|| {
            Failure::new(
                ExitCode::Failed,
                anyhow::anyhow!("the name of {} is no text", path.display()),
            )
        })
}
