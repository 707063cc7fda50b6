//! A store as nsc has one: the same folders, files and modes. What is not opened is not in it.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use zeroize::Zeroizing;

use crate::file::{self, Existing};
use crate::jwt::creds::user_config;
use crate::nkey::{Kind, PublicKey, Seed};
use crate::nsc::half_made::HalfMade;
use crate::store::class::Role;
use crate::store::keyring::Keyring;
use crate::store::recipients::may_leave;
use crate::store::record::{Entity, EntityKind};
use crate::store::{Records, Result, StoreError};

/// What keeps git from taking seeds, as nsc writes it.
const IGNORED: &str = "**/*.nk\n**/*.creds\n";

/// Files of an nsc store, their names below its folder.
#[derive(Default)]
pub struct NscStore {
    files: Vec<(PathBuf, Zeroizing<Vec<u8>>)>,
    /// How many of them are written: for whoever waits.
    pub written: Arc<AtomicU64>,
    /// How many tokens there are.
    pub tokens: usize,
    /// How many seeds.
    pub seeds: usize,
    /// How many creds files.
    pub creds: usize,
    /// Keys whose seeds the keyring does not open.
    pub sealed_to_others: usize,
}

impl NscStore {
    /// The tokens of a store.
    pub fn tokens(records: &dyn Records) -> Result<Self> {
        let mut made = Self::default();
        made.each_token(records, &mut |_, _| Ok(()))?;
        Ok(made)
    }

    /// The tokens, and every seed that the keyring opens, alone and in a creds file.
    pub fn with_seeds(records: &dyn Records, keyring: &dyn Keyring) -> Result<Self> {
        let mut made = Self::default();
        let mut users: Vec<(PathBuf, Entity)> = Vec::new();
        made.each_token(records, &mut |folder, user| {
            users.push((folder.to_owned(), user.clone()));
            Ok(())
        })?;
        made.add("keys/.gitignore".into(), IGNORED.as_bytes());
        let mut of_users: HashMap<PublicKey, Seed> = HashMap::new();
        records.each_key(&mut |record| {
            let own = matches!(record.role, Role::Store | Role::Journal);
            // nsc has no place for the rest.
            let known = matches!(
                record.public.kind(),
                Kind::Operator | Kind::Account | Kind::User | Kind::Curve
            );
            if own || !known || record.sealed.is_none() {
                return Ok(());
            }
            match keyring.unseal(&record, records.store_id()) {
                Ok(seed) => {
                    may_leave(records, record.class)?;
                    made.add(key_file(&record.public), seed.expose().as_bytes());
                    made.seeds += 1;
                    if record.public.kind() == Kind::User {
                        of_users.insert(record.public, seed);
                    }
                }
                Err(StoreError::Locked { .. }) => made.sealed_to_others += 1,
                Err(error) => return Err(error),
            }
            Ok(())
        })?;
        for (folder, user) in users {
            if let Some(seed) = of_users.get(&user.key) {
                made.add_creds(&folder, &user, seed)?;
            }
        }
        Ok(made)
    }

    fn add_creds(&mut self, folder: &Path, user: &Entity, seed: &Seed) -> Result<()> {
        let text = user_config(&user.token, seed)
            .map_err(|error| StoreError::Refused(error.to_string()))?;
        let path = Path::new("keys/creds").join(folder);
        self.add(path.join(format!("{}.creds", user.name)), text.as_bytes());
        self.creds += 1;
        Ok(())
    }

    /// Adds every token, and shows users with the folders of their operator and account.
    fn each_token(
        &mut self,
        records: &dyn Records,
        user: &mut dyn FnMut(&Path, &Entity) -> Result<()>,
    ) -> Result<()> {
        for operator in children(records, EntityKind::Operator, None)? {
            let folder = Path::new("stores").join(operator.name.as_str());
            let info = serde_json::json!({
                "managed": false,
                "name": operator.name.as_str(),
                "kind": "operator",
                "version": "1",
            });
            self.add(folder.join(".nsc"), info_text(&info).as_bytes());
            self.add_token(&folder, &operator);
            for account in children(records, EntityKind::Account, Some(&operator.key))? {
                let inner = folder.join("accounts").join(account.name.as_str());
                self.add_token(&inner, &account);
                let place = Path::new(operator.name.as_str()).join(account.name.as_str());
                for one in children(records, EntityKind::User, Some(&account.key))? {
                    self.add_token(&inner.join("users"), &one);
                    user(&place, &one)?;
                }
            }
        }
        Ok(())
    }

    fn add_token(&mut self, folder: &Path, entity: &Entity) {
        let path = folder.join(format!("{}.jwt", entity.name));
        self.add(path, entity.token.as_bytes());
        self.tokens += 1;
    }

    fn add(&mut self, path: PathBuf, contents: &[u8]) {
        self.files.push((path, Zeroizing::new(contents.to_vec())));
    }

    /// The files, as they are called below its folder.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(|(path, _)| path.as_path())
    }

    /// Refuses a folder that it cannot be written into: one must not be there, or be empty.
    pub fn fits(&self, folder: &Path) -> io::Result<()> {
        if let Ok(mut entries) = std::fs::read_dir(folder) {
            if entries.next().is_some() {
                return Err(io::Error::other("it holds something already"));
            }
        } else if std::fs::symlink_metadata(folder).is_ok() {
            return Err(io::Error::other("it is no folder"));
        }
        Ok(())
    }

    /// Writes it into a folder that it fits: all of it is there when it has that name. What exports to it that were killed left beside
    /// it is taken away, and returned.
    pub fn write(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.fits(folder)?;
        let (made, left) = HalfMade::begin(folder)?;
        for (path, contents) in &self.files {
            let to = made.path().join(path);
            made.step(|| {
                file::private_folder(file::folder_of(&to))?;
                file::write(&to, contents, Existing::Keep)
            })?;
            self.written.fetch_add(1, Ordering::Relaxed);
        }
        made.finish(folder)?;
        Ok(left)
    }
}

/// Where nsc looks for the seed of a key.
#[must_use]
pub fn key_file(key: &PublicKey) -> PathBuf {
    let text = key.to_string();
    Path::new("keys/keys")
        .join(&text[..1])
        .join(&text[1..3])
        .join(format!("{text}.nk"))
}

/// As Go writes it, field by field in nsc's order.
fn info_text(info: &serde_json::Value) -> String {
    let fields = ["managed", "name", "kind", "version"].map(|name| {
        let value = &info[name];
        format!("\"{name}\":{value}")
    });
    format!("{{{}}}", fields.join(","))
}

fn children(
    records: &dyn Records,
    kind: EntityKind,
    parent: Option<&PublicKey>,
) -> Result<Vec<Entity>> {
    let mut found = Vec::new();
    records.each_entity(kind, parent, &mut |entity| {
        found.push(entity);
        Ok(())
    })?;
    Ok(found)
}
