//! A walk through nsc's folders: `stores/OPERATOR/accounts/ACCOUNT/users/USER.jwt`, `keys/keys/X/YY/KEY.nk` and
//! `keys/creds/OPERATOR/ACCOUNT/USER.creds`.

use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::folder::{self, Entry, EntryKind, Unread};
use super::found::{Found, FoundAccount, FoundOperator, Selected, Sheet};
use super::loose_files::loose;
use super::usual::Usual;
use super::{Code, Finding};
use crate::jwt::MAX_TOKEN_LEN;
use crate::jwt::claims::{Body, ClaimType};
use crate::jwt::decode::{Token, Unverified};
use crate::text::{noted, shell_word};

/// A token and its line end.
pub const MAX_TOKEN_FILE: u64 = MAX_TOKEN_LEN as u64 + 2;
/// `.nsc` and `nsc.json` are a few fields.
const MAX_INFO: u64 = 64 << 10;
/// The folders of keys are two deep; who has more put them there.
const DEEPEST: usize = 4;

/// Where the parts of an nsc store are.
#[derive(Clone, Debug)]
pub struct Places {
    /// What shown names begin under.
    root: PathBuf,
    data: PathBuf,
    keystore: Option<PathBuf>,
    config: Option<PathBuf>,
    /// Whether nsc looks there by itself.
    usual: bool,
}

impl Places {
    /// Finds them in a folder: as nsc keeps them by default, as its `--all-dirs` does, or where it is said.
    pub fn find(root: &Path, data: Option<&Path>, keystore: Option<&Path>) -> io::Result<Self> {
        let is_folder = |path: &Path| path.is_dir();
        let has_operator = |path: &Path| {
            folder::entries_of(path)
                .is_ok_and(|inner| inner.iter().any(|entry| is_operator(&entry.path)))
        };
        let stores = root.join("stores");
        let data = match data {
            Some(data) => data.to_owned(),
            None if is_folder(&stores) => stores,
            None if has_operator(root) => root.to_owned(),
            None => {
                // Read, so that a folder that is not there is what the error speaks of.
                std::fs::read_dir(root)?;
                return Err(io::Error::other(
                    "it is no nsc store: there is no folder `stores` in it, and none with a file `.nsc`",
                ));
            }
        };
        let keys = root.join("keys");
        let keystore = keystore.map(Path::to_owned).or_else(|| {
            let nested = ["keys", "creds"].map(|name| is_folder(&keys.join(name)));
            if nested.contains(&true) {
                Some(keys.clone())
            } else {
                // Of one that lost its keys there may be the creds still.
                let creds = root.join("creds");
                let is_there = is_folder(&keys) || (is_folder(&creds) && !is_operator(&creds));
                is_there.then(|| root.to_owned())
            }
        });
        let mut configs = [root.join("config").join("nsc.json"), root.join("nsc.json")].into_iter();
        Ok(Self {
            root: root.to_owned(),
            data,
            keystore,
            config: configs.find(|path| path.exists()),
            usual: false,
        })
    }

    /// Where nsc has them by itself, but for a folder of keys that is named.
    pub fn usual(usual: Usual, keystore: Option<&Path>) -> io::Result<Self> {
        let root = usual.root();
        // Read, so that a folder that is not there is what the error speaks of.
        std::fs::read_dir(&usual.data)?;
        let own = usual.keystore.exists().then_some(usual.keystore);
        Ok(Self {
            root,
            data: usual.data,
            usual: keystore.is_none(),
            keystore: keystore.map(Path::to_owned).or(own),
            config: Some(usual.config).filter(|path| path.exists()),
        })
    }

    /// The flags by which nsc finds all of it, where it would look elsewhere. Its settings are not touched by that: nsc
    /// remembers what it was told.
    fn flags(&self) -> String {
        if self.usual {
            return String::new();
        }
        let word = |path: &Path| shell_word(&path.to_string_lossy());
        let config = self.config.as_deref().and_then(Path::parent);
        let config = config.unwrap_or(&self.root);
        let keystore = self.keystore.as_deref().unwrap_or(&self.root);
        if [config, keystore].map(|folder| folder == self.data) == [true; 2] {
            return format!(" --all-dirs {}", word(&self.data));
        }
        format!(
            " --data-dir {} --keystore-dir {} --config-dir {}",
            word(&self.data),
            word(keystore),
            word(config)
        )
    }

    /// Whether there is a folder of keys.
    #[must_use]
    pub const fn has_keys(&self) -> bool {
        self.keystore.is_some()
    }

    /// Whether it is a folder of keys among the operators, as `--all-dirs` has it.
    fn is_keystore(&self, path: &Path) -> bool {
        self.keystore.as_deref() == path.parent()
            && !is_operator(path)
            && ["keys", "creds"]
                .map(Some)
                .contains(&path.file_name().and_then(|name| name.to_str()))
    }

    /// The folders that tokens and keys are read from.
    pub fn read_from(&self) -> impl Iterator<Item = &Path> {
        let keystore = self.keystore.as_deref();
        let keystore = keystore.filter(|keystore| *keystore != self.data);
        std::iter::once(self.data.as_path()).chain(keystore)
    }

    /// The folders of tokens, keys and creds.
    pub fn folders(&self) -> impl Iterator<Item = PathBuf> {
        let keystore = self.keystore.iter();
        let keystore = keystore.flat_map(|folder| ["keys", "creds"].map(|name| folder.join(name)));
        keystore.chain([self.data.clone()])
    }

    /// Those around them, where keys are put aside.
    pub(super) fn around(&self) -> impl Iterator<Item = PathBuf> {
        let config = self.config.as_deref().and_then(Path::parent);
        let around = [self.keystore.as_deref(), Some(&self.root), config];
        around.into_iter().flatten().map(Path::to_owned)
    }

    /// A path as it is shown: below the folder that was named.
    #[must_use]
    pub fn shown(&self, path: &Path) -> String {
        path.strip_prefix(&self.root)
            .unwrap_or(path)
            .to_string_lossy()
            .into_owned()
    }
}

/// Whether a folder is an operator's.
fn is_operator(folder: &Path) -> bool {
    folder.join(".nsc").exists()
}

/// Everything that is there.
pub fn gather(places: &Places) -> Result<Found, Unread> {
    let mut walk = Walk {
        places,
        found: Found {
            data: [places.data.clone(), places.shown(&places.data).into()],
            flags: places.flags(),
            ..Found::default()
        },
    };
    for entry in folder::entries_of(&places.data)? {
        if !places.is_keystore(&entry.path) {
            walk.operator(&entry);
        }
    }
    if let Some(keystore) = &places.keystore {
        walk.keys(&keystore.join("keys"));
        walk.creds(&keystore.join("creds"));
    }
    if let Some(config) = &places.config {
        walk.found.selected = selected(config, places.shown(config));
    }
    Ok(walk.found)
}

struct Walk<'a> {
    places: &'a Places,
    found: Found,
}

/// What nsc writes about an operator.
#[derive(Deserialize)]
struct Info {
    #[serde(default)]
    kind: String,
}

impl Walk<'_> {
    fn operator(&mut self, entry: &Entry) {
        // Files among the operators are nobody's.
        if entry.kind == EntryKind::File || !self.is_folder(entry) {
            return;
        }
        let info = entry.path.join(".nsc");
        let shown = self.places.shown(&entry.path);
        if std::fs::symlink_metadata(&info).is_err() {
            let message = "there is no file .nsc in it, so it is no operator of nsc's";
            let finding = Finding::skipped(Code::OperatorNoInfo, shown, message);
            return self.add(in_no_order(finding, entry));
        }
        let kind = folder::contents(&info, MAX_INFO)
            .map_err(|unread| unread.to_string())
            .and_then(|bytes| {
                serde_json::from_slice::<Info>(&bytes).map_err(|error| error.to_string())
            });
        let refused = match kind {
            Ok(info) if info.kind == "operator" => None,
            Ok(info) => Some(format!("it is about {:?}, and no operator", info.kind)),
            Err(reason) => Some(format!("it cannot be read: {reason}")),
        };
        if let Some(message) = refused {
            let info = self.places.shown(&info);
            let finding = Finding::skipped(Code::OperatorBadInfo, info, message);
            return self.add(in_no_order(finding, entry));
        }
        let mut operator = FoundOperator {
            sheets: self.own_sheet(entry).into_iter().collect(),
            folder: entry.name.clone(),
            accounts: Vec::new(),
        };
        for account in self.inner(&entry.path.join("accounts")) {
            if account.kind != EntryKind::File && self.is_folder(&account) {
                let account = self.account(&account);
                operator.accounts.push(account);
            }
        }
        self.found.operators.push(operator);
    }

    fn account(&mut self, entry: &Entry) -> FoundAccount {
        let mut account = FoundAccount {
            sheets: self.own_sheet(entry).into_iter().collect(),
            folder: entry.name.clone(),
            users: Vec::new(),
        };
        for user in self.inner(&entry.path.join("users")) {
            if let Some(stem) = user.stem("jwt") {
                account.users.extend(self.sheet(&user.path, stem));
            }
        }
        account
    }

    /// The token of a folder: it has the folder's name.
    fn own_sheet<B: Body>(&mut self, entry: &Entry) -> Option<Sheet<B>>
    where
        Unverified<B>: TryFrom<Token, Error = ClaimType>,
    {
        let path = entry.path.join(format!("{}.jwt", entry.name));
        if std::fs::symlink_metadata(&path).is_ok() {
            return self.sheet(&path, &entry.name);
        }
        let inner = folder::entries(&entry.path).unwrap_or_default();
        let mut tokens = inner
            .iter()
            .filter_map(|inner| Some((inner, inner.stem("jwt")?)));
        match (tokens.next(), tokens.next()) {
            (Some((only, stem)), None) => self.sheet(&only.path, stem),
            _ => {
                let message = format!("there is no token {}.jwt in it", entry.name);
                let shown = self.places.shown(&entry.path);
                self.add(Finding::skipped(Code::TokenMissing, shown, message));
                None
            }
        }
    }

    fn sheet<B: Body>(&mut self, path: &Path, stem: &str) -> Option<Sheet<B>>
    where
        Unverified<B>: TryFrom<Token, Error = ClaimType>,
    {
        let file = self.places.shown(path);
        match folder::text(path, MAX_TOKEN_FILE) {
            Ok(text) => self.found.sheet(&file, stem, &text),
            Err(unread) => {
                self.add(unread.finding(file));
                None
            }
        }
    }

    fn keys(&mut self, keys: &Path) {
        let mut folders = vec![(keys.to_owned(), 0)];
        while let Some((at, depth)) = folders.pop() {
            for entry in self.inner(&at) {
                match entry.stem("nk") {
                    Some(stem) => self.key(&entry, stem, keys),
                    None if entry.kind == EntryKind::File => {}
                    None if depth < DEEPEST && self.is_folder(&entry) => {
                        folders.push((entry.path, depth + 1));
                    }
                    None => {}
                }
            }
        }
        self.found
            .seeds
            .sort_by(|one, other| one.file.cmp(&other.file));
    }

    fn key(&mut self, entry: &Entry, stem: &str, keys: &Path) {
        let file = self.places.shown(&entry.path);
        self.found.add_key_file(&entry.path, &file, stem);
        let Some(seed) = self.found.seeds.last_mut() else {
            return;
        };
        let own = |stem: &str| Some(keys.join(stem.get(..1)?).join(stem.get(1..3)?));
        if seed.file == file && !seed.noted && own(stem).as_deref() != entry.path.parent() {
            seed.noted = true;
            let message = "nsc does not find the key in this folder";
            self.add(Finding::taken(Code::KeyMisplaced, file, message));
        }
    }

    fn creds(&mut self, creds: &Path) {
        for operator in self.inner_of_creds(creds, &[]) {
            if !self.is_folder_of_creds(&operator, &[&operator.name]) {
                continue;
            }
            for account in self.inner_of_creds(&operator.path, &[&operator.name]) {
                let place = [operator.name.as_str(), &account.name];
                if !self.is_folder_of_creds(&account, &place) {
                    continue;
                }
                for user in self.inner_of_creds(&account.path, &place) {
                    if let Some(stem) = user.stem("creds") {
                        let place = [&operator.name, &account.name, stem].map(str::to_owned);
                        let file = self.places.shown(&user.path);
                        self.found.add_creds_file(&user.path, &file, place);
                    }
                }
            }
        }
    }

    /// The same as [`Walk::inner`], and remembered where it cannot be read.
    fn inner_of_creds(&mut self, folder: &Path, place: &[&str]) -> Vec<Entry> {
        let before = self.found.findings.len();
        let inner = self.inner(folder);
        if self.found.findings.len() > before {
            let place = place.iter().map(|&name| name.to_owned()).collect();
            self.found.unread_creds.push(place);
        }
        inner
    }

    /// The same as [`Walk::is_folder`], and remembered where it is none.
    fn is_folder_of_creds(&mut self, entry: &Entry, place: &[&str]) -> bool {
        if matches!(entry.kind, EntryKind::Other(_)) {
            let place = place.iter().map(|&name| name.to_owned()).collect();
            self.found.unread_creds.push(place);
        }
        entry.kind != EntryKind::File && self.is_folder(entry)
    }

    /// What is in a folder; nothing where there is none.
    fn inner(&mut self, folder: &Path) -> Vec<Entry> {
        match folder::entries(folder) {
            Ok(entries) => entries,
            Err(Unread::System(error)) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(unread) => {
                let shown = self.places.shown(folder);
                self.add(unread.finding(shown));
                Vec::new()
            }
        }
    }

    /// Says so of what stands where a folder should.
    fn is_folder(&mut self, entry: &Entry) -> bool {
        if let EntryKind::Other(what) = entry.kind {
            let shown = self.places.shown(&entry.path);
            self.add(Unread::NotRegular(what).finding(shown));
        }
        entry.kind == EntryKind::Folder
    }

    fn add(&mut self, finding: Finding) {
        self.found.findings.push(finding);
    }
}

/// What helps where nsc would not find an operator in a folder.
fn in_no_order(finding: Finding, folder: &Entry) -> Finding {
    let holds =
        loose(std::slice::from_ref(&folder.path), true).is_ok_and(|loose| !loose.is_empty());
    if !holds {
        return finding;
    }
    let folder = shell_word(&folder.path.to_string_lossy());
    finding.hint(noted(
        format!("nkeep import files {folder}"),
        "what in it holds is taken all the same",
    ))
}

/// What is selected in nsc's settings. They are a convenience: where they cannot be read, nothing is.
fn selected(config: &Path, file: String) -> Option<Selected> {
    #[derive(Deserialize)]
    struct Settings {
        #[serde(default)]
        operator: String,
        #[serde(default)]
        account: String,
    }
    let bytes = folder::contents(config, MAX_INFO).ok()?;
    let settings: Settings = serde_json::from_slice(&bytes).ok()?;
    (!settings.operator.is_empty()).then_some(Selected {
        file,
        operator: settings.operator,
        account: settings.account,
    })
}
