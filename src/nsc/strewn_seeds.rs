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
/// What was put aside lies beside them or one folder down; whoever named a home by mistake does not wait for all of it.
const DEEPEST_AROUND: usize = 2;
const MOST_AROUND: usize = 20_000;

/// A seed, and the file that it is in, or that is called by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strewn {
    /// The file, as it is shown: never by a name that is a seed.
    pub file: String,
    /// Its public half.
    pub key: PublicKey,
    /// The file, where the seed is all that is in it.
    pub alone: Option<PathBuf>,
}

/// Those in files that are not known to hold one.
#[must_use]
pub fn strewn(places: &Places, known: &[PlainFile]) -> Vec<Strewn> {
    let known: HashSet<PathBuf> = known.iter().map(|file| whole(&file.path)).collect();
    let mut search = Search {
        places,
        known,
        seen: HashSet::new(),
        found: Vec::new(),
    };
    for folder in places.folders() {
        search.walk(folder, DEEPEST, usize::MAX);
    }
    for folder in places.around() {
        search.walk(folder, DEEPEST_AROUND, MOST_AROUND);
    }
    search.found.sort_by(|one, other| one.file.cmp(&other.file));
    search.found
}

struct Search<'a> {
    places: &'a Places,
    known: HashSet<PathBuf>,
    seen: HashSet<PathBuf>,
    found: Vec<Strewn>,
}

impl Search<'_> {
    /// Looks into a folder and those in it, so deep, and at so many files and folders at most.
    fn walk(&mut self, folder: PathBuf, deepest: usize, most: usize) {
        let mut left = most;
        let mut folders = vec![(folder, 0)];
        while let Some((at, depth)) = folders.pop() {
            // What is named in two ways is looked at once.
            if !self.seen.insert(whole(&at)) {
                continue;
            }
            let listed = match depth {
                0 => entries_of(&at).ok(),
                _ => entries(&at).ok(),
            };
            for entry in listed.unwrap_or_default() {
                if left == 0 {
                    return;
                }
                left -= 1;
                match entry.kind {
                    EntryKind::Folder if depth < deepest => folders.push((entry.path, depth + 1)),
                    EntryKind::File if !self.known.contains(&whole(&entry.path)) => {
                        let seed = seed_of(self.places, &entry.path, &entry.name);
                        self.found.extend(seed);
                    }
                    _ => {}
                }
            }
        }
    }
}

/// A path without links in it; as it is, where that cannot be told.
fn whole(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// The first seed in a file, or in its name.
fn seed_of(places: &Places, path: &Path, name: &str) -> Option<Strewn> {
    if let Some(key) = first_in(name.as_bytes()) {
        let folder = path.parent().map(|folder| places.shown(folder));
        let file = format!("{}/S….nk", folder.unwrap_or_default());
        return Some(Strewn {
            file,
            key,
            alone: None,
        });
    }
    let text = contents(path, MAX_FILE).ok()?;
    let key = first_in(&text)?;
    let is_alone = text.trim_ascii().len() == SEED_TEXT_LEN;
    Some(Strewn {
        file: places.shown(path),
        key,
        alone: is_alone.then(|| path.to_owned()),
    })
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
