//! What nsc left in the clear.

use std::path::{Path, PathBuf};

use crate::ceremony::airgap::Finding;
use crate::nsc::Usual;
use crate::text::{counted, noted, shell_word};

const CHECK: &str = "nsc";

/// A folder of nsc's with seeds in the clear.
pub struct Plain {
    folder: PathBuf,
    count: usize,
    /// What takes them into a store.
    import: String,
}

impl Plain {
    /// Each folder with any, where nsc keeps them.
    pub fn all() -> Vec<Self> {
        let variable = |name: &str| {
            let value = std::env::var_os(name).filter(|value| !value.is_empty());
            value.map(PathBuf::from)
        };
        let Some(usual) = Usual::of(variable) else {
            return Vec::new();
        };
        let Usual { home, data, .. } = &usual;
        let has_tokens = data.is_dir();
        let own = home.join("keys");
        let import = match *data == home.join("stores") {
            true => format!("nkeep import nsc {}", word(home)),
            false => format!("nkeep import nsc --keystore-dir {}", word(&own)),
        };
        let mut found = Vec::new();
        found.extend(Self::in_folder(own.clone(), import));
        let mut apart = vec![usual.keystore];
        apart.extend(variable("HOME").map(|home| home.join(".nkeys")));
        apart.dedup();
        apart.retain(|folder| *folder != own);
        for folder in apart {
            // Without the tokens they are keys, and no more.
            let import = match has_tokens {
                true => format!("nkeep import nsc --keystore-dir {}", word(&folder)),
                false => format!("nkeep import files {} --creds", word(&folder)),
            };
            found.extend(Self::in_folder(folder, import));
        }
        found
    }

    fn in_folder(folder: PathBuf, import: String) -> Option<Self> {
        let count = files_with_seeds(&folder, 6);
        (count > 0).then_some(Self {
            folder,
            count,
            import,
        })
    }

    /// What makes a store where there is none: one for what nsc has, where it has anything.
    pub fn first_store(all: &[Self]) -> String {
        match all.first() {
            None => "nkeep init -n NAME".to_owned(),
            Some(plain) => noted(
                "nkeep store init --new-identity identity.txt",
                format!("makes one for what nsc has; then {}", plain.import()),
            ),
        }
    }

    /// What takes them.
    pub fn import(&self) -> &str {
        &self.import
    }

    fn finding(&self) -> Finding {
        let says = format!(
            "seeds in the clear in {}: {}",
            self.folder.display(),
            counted(self.count, "file")
        );
        let then = match self.import.starts_with("nkeep import nsc") {
            true => "takes them without --dry-run; with --shred-source they are removed",
            false => "takes them without --dry-run; then remove the files",
        };
        Finding::look(
            CHECK,
            says,
            noted(format!("{} --dry-run", self.import), then),
        )
    }
}

/// What is said of all of them.
pub fn findings(plain: &[Plain]) -> Vec<Finding> {
    match plain {
        [] => vec![Finding::fine(
            CHECK,
            "no seeds in the clear where nsc keeps them",
        )],
        plain => plain.iter().map(Plain::finding).collect(),
    }
}

fn word(path: &Path) -> String {
    shell_word(&path.to_string_lossy())
}

/// How many files there are as nsc names those with seeds: keys, and creds.
fn files_with_seeds(folder: &Path, deep: usize) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| {
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let path = entry.path();
            let ending = path.extension().and_then(|ending| ending.to_str());
            match is_folder {
                true if deep > 0 => files_with_seeds(&path, deep - 1),
                true => 0,
                false => usize::from(matches!(ending, Some("nk" | "creds"))),
            }
        })
        .sum()
}
