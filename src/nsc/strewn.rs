//! Seeds in the clear that lie in nsc's folders under names that nsc does not use: copies, notes, what an editor left. Nobody
//! takes them, and nobody removes them but whoever looked.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::folder::{EntryKind, contents, entries, entries_of};
use super::gather::Places;
use super::plan::PlainFile;
use crate::nkey::{PublicKey, SEED_TEXT_LEN, Seed};

/// Who has more than that in one file keeps no keys in it.
const MAX_FILE: u64 = 2 << 20;
/// Folders of users are five deep.
const DEEPEST: usize = 8;

/// A seed, and the file that it is in, or that is called by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strewn {
    /// The file, as it is shown: never by a name that is a seed.
    pub file: String,
    /// Its public half.
    pub key: PublicKey,
}

/// Those in files that are not known to hold one.
#[must_use]
pub fn strewn(places: &Places, known: &[PlainFile]) -> Vec<Strewn> {
    let known: HashSet<&Path> = known.iter().map(|file| file.path.as_path()).collect();
    let mut found = Vec::new();
    let mut seen: HashSet<PathBuf> = HashSet::new();
    let mut folders: Vec<_> = places.folders().map(|folder| (folder, 0)).collect();
    while let Some((at, depth)) = folders.pop() {
        if !seen.insert(at.clone()) {
            continue;
        }
        let listed = match depth {
            0 => entries_of(&at).ok(),
            _ => entries(&at).ok(),
        };
        for entry in listed.unwrap_or_default() {
            match entry.kind {
                EntryKind::Folder if depth < DEEPEST => folders.push((entry.path, depth + 1)),
                EntryKind::File if !known.contains(entry.path.as_path()) => {
                    found.extend(seed_of(places, &entry.path, &entry.name));
                }
                _ => {}
            }
        }
    }
    found.sort_by(|one, other| one.file.cmp(&other.file));
    found
}

/// The first seed in a file, or in its name.
fn seed_of(places: &Places, path: &Path, name: &str) -> Option<Strewn> {
    if let Some(key) = first_in(name.as_bytes()) {
        let folder = path.parent().map(|folder| places.shown(folder));
        let file = format!("{}/S….nk", folder.unwrap_or_default());
        return Some(Strewn { file, key });
    }
    let key = first_in(&contents(path, MAX_FILE).ok()?)?;
    let file = places.shown(path);
    Some(Strewn { file, key })
}

fn first_in(text: &[u8]) -> Option<PublicKey> {
    // A token is one word, in which nothing is a seed.
    let ends = |byte: &u8| !byte.is_ascii_alphanumeric() && !b"-_".contains(byte);
    let mut words = text
        .split(ends)
        .filter(|word| word.len() == SEED_TEXT_LEN && word.starts_with(b"S"));
    words.find_map(|word| {
        let seed = Seed::parse(std::str::from_utf8(word).ok()?).ok()?;
        Some(seed.public())
    })
}
