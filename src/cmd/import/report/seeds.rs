//! The files with seeds in the clear that a report speaks of: which are removed, which stay and why, and which nobody takes.

use std::path::{Path, PathBuf};

use super::Report;
use crate::cmd::Ctx;
use crate::cmd::import::ways::{called_with, opened};
use crate::nsc::shred::{Fate, Kept, foreseen, shred};
use crate::nsc::{Places, PlainFile, Plan, Strewn, strewn};
use crate::store::sqlite::SqliteStore;
use crate::store::{Records, Store as _, StoreError};
use crate::text::{counted, noted, shell_word};
use crate::ui::Failure;

impl Report {
    /// Counts what lies below those folders together.
    pub fn counts_together<'a>(&mut self, folders: impl IntoIterator<Item = &'a PathBuf>) {
        let shown = |folder: &PathBuf| (folder.clone(), folder.display().to_string());
        self.folders = folders.into_iter().map(shown).collect();
    }

    /// The same for the folders of a store of nsc's.
    pub fn counts_together_in(&mut self, places: &Places) {
        let folders = places.folders();
        self.folders = folders
            .map(|folder| {
                let shown = places.shown(&folder);
                (folder, shown)
            })
            .collect();
    }

    /// Which keys the store has or would have, so that it can be said what would become of their files.
    pub(super) fn foresee_keys(
        &mut self,
        plan: &Plan,
        records: Option<&dyn Records>,
    ) -> Result<(), StoreError> {
        for planned in &plan.keys {
            let there = match records {
                Some(records) => records.key(&planned.public)?,
                None => None,
            };
            let has_owner = there.is_some_and(|record| record.owner.is_some());
            let is_owned = has_owner || planned.owner.is_some();
            self.foreseen.insert(planned.public, is_owned);
        }
        Ok(())
    }

    /// Removes the files with seeds in the clear, as far as the store gives their seeds back, and looks for others.
    pub fn shred(
        &mut self,
        ctx: &Ctx,
        store: &mut Option<SqliteStore>,
        places: &Places,
    ) -> Result<(), Failure> {
        // Opened once more: what counts is what the file has.
        *store = None;
        let mut store = ctx.open_store()?;
        let keyring = ctx.keyring(&mut store)?;
        let (plain, skipped) = (&self.plain, self.skips);
        self.fates = store.read(|records| {
            plain
                .iter()
                .map(|file| shred(records, &*keyring, file, skipped).map(Some))
                .collect::<Result<Vec<_>, StoreError>>()
        })?;
        self.look_around(Some(&mut store), places)?;
        self.say_what_went();
        Ok(())
    }

    /// Says which would be removed.
    pub fn foresee_removal(&mut self) {
        let skipped = self.skips;
        let fate = |file: &PlainFile| {
            let is_owned = self.foreseen.get(&file.key).copied();
            Some(foreseen(file, is_owned, skipped))
        };
        self.fates = self.plain.iter().map(fate).collect();
        if self.conflicts.is_empty() {
            self.say_what_went();
        }
    }

    fn say_what_went(&mut self) {
        self.shreds = true;
        let stays = |(file, _): (&PlainFile, &Kept)| file.taken;
        self.skips |= self.kept().any(stays) || !self.strewn.is_empty();
        let is_removed = |fate: &&Option<Fate>| matches!(fate, Some(Fate::Removed));
        let removed = self.fates.iter().filter(is_removed).count();
        let kept = self.kept().count();
        let remove = if self.dry_run {
            "would remove"
        } else {
            "removed"
        };
        self.next.push(match (removed, kept) {
            (0, 0) => "no file with a seed in the clear was found, so none is removed".to_owned(),
            (0, _) => format!(
                "{remove} none of {} with seeds in the clear: {}",
                counted(kept, "file"),
                self.reasons()
            ),
            (_, 0) => format!(
                "{remove} {} with seeds in the clear",
                counted(removed, "file")
            ),
            _ => format!(
                "{remove} {} with seeds in the clear; kept {kept}: {}",
                counted(removed, "file"),
                self.reasons()
            ),
        });
    }

    /// The files that stay, and why.
    pub(super) fn kept(&self) -> impl Iterator<Item = (&PlainFile, &Kept)> {
        let fates = self.plain.iter().zip(&self.fates);
        fates.filter_map(|(file, fate)| match fate {
            Some(Fate::Kept(why)) => Some((file, why)),
            _ => None,
        })
    }

    /// Why files stay, each reason once, and of how many.
    fn reasons(&self) -> String {
        let mut reasons: Vec<(String, usize)> = Vec::new();
        for (_, why) in self.kept() {
            let why = why.to_string();
            match reasons.iter_mut().find(|(known, _)| *known == why) {
                Some((_, count)) => *count += 1,
                None => reasons.push((why, 1)),
            }
        }
        match &reasons[..] {
            [(why, _)] => why.clone(),
            _ => {
                let said = reasons
                    .iter()
                    .map(|(why, count)| format!("of {count}, {why}"));
                said.collect::<Vec<_>>().join("; ")
            }
        }
    }

    /// How much stays, which is why the command is no success.
    pub(super) fn what_stays(&self) -> Vec<String> {
        let kept = self.kept().filter(|(file, _)| file.taken).count();
        let mut stays = Vec::new();
        if kept > 0 {
            stays.push(format!(
                "{} kept, with a seed that the store has",
                counted(kept, "file")
            ));
        }
        if !self.strewn.is_empty() {
            let left = counted(self.strewn.len(), "file");
            stays.push(format!("{left} with a seed left under another name"));
        }
        stays
    }

    /// What has a file that stays removed after all.
    pub(super) fn removing(&self, ctx: &Ctx, file: &PlainFile, why: &Kept) -> Option<String> {
        let path = shell_word(&file.path.to_string_lossy());
        let command = match why {
            Kept::Partly if self.dry_run => return None,
            Kept::Partly => noted(
                called_with(self.command, "--dry-run"),
                "says what is wrong with it",
            ),
            Kept::Missing => format!("nkeep import keys --file {path}"),
            Kept::OfNobody => noted(
                called_with(self.command, "").trim_end(),
                "once more, when what was skipped is mended",
            ),
            Kept::Unopened(_) => noted("nkeep store recipients list", "says who opens it"),
            Kept::Linked => noted(
                format!("find . -samefile {path}"),
                "shows its other names, as far as they are below this folder",
            ),
            Kept::Unremoved(_) => noted(format!("ls -l {path}"), "shows what it is by now"),
        };
        Some(opened(ctx, &command))
    }

    /// What has the seed of a file taken that nobody takes.
    pub(super) fn taking(&self, ctx: &Ctx, left: &Strewn, is_there: bool) -> Option<String> {
        let command = match &left.alone {
            _ if is_there => return None,
            Some(path) => format!(
                "nkeep import keys --file {}",
                shell_word(&path.to_string_lossy())
            ),
            None => noted(
                "nkeep import keys --file SEED.nk",
                "with that seed alone in a file of its own",
            ),
        };
        Some(opened(ctx, &command))
    }

    /// Looks for seeds under names that nsc does not use, and whether the store has them, or in a dry run would.
    pub fn look_around(
        &mut self,
        store: Option<&mut SqliteStore>,
        places: &Places,
    ) -> Result<(), Failure> {
        let foreseen = &self.foreseen;
        let with_store = |records: Option<&dyn Records>| {
            let found = strewn(places, &self.plain).into_iter();
            let found = found.map(|one| {
                let there = match records {
                    Some(records) => records.key(&one.key)?,
                    None => None,
                };
                let is_there = there.is_some_and(|record| record.sealed.is_some());
                let would_be = foreseen.contains_key(&one.key);
                Ok((one, is_there || would_be))
            });
            found.collect::<Result<Vec<_>, StoreError>>()
        };
        self.strewn = match store {
            Some(store) => store.read(|records| with_store(Some(records)))?,
            None => with_store(None)?,
        };
        Ok(())
    }

    /// Says that files with seeds are left behind.
    pub fn name_plain_seeds(&mut self, ctx: &Ctx) {
        if self.plain.is_empty() || self.dry_run {
            return;
        }
        self.next.push(left_behind(self.plain.len()));
        if self.skips {
            self.next
                .push("keep them until what was skipped is mended and taken".to_owned());
            return;
        }
        let backup = noted("nkeep store backup nsc.backup", "they are the other copy");
        let shred = called_with(self.command, "--shred-source");
        for next in [backup, shred] {
            let next = opened(ctx, &next);
            self.next.push(format!("next: {next}"));
        }
    }

    /// Says the same where no command of nkeep's removes them.
    pub fn name_files(&mut self) {
        if !self.plain.is_empty() && !self.dry_run {
            self.next.push(left_behind(self.plain.len()));
        }
    }

    /// Where a file with a seed lies: the folder that it is counted in, or the one that it is in.
    pub(super) fn folder_of(&self, file: &PlainFile) -> String {
        let within = |(folder, _): &&(PathBuf, String)| file.path.starts_with(folder);
        if let Some((_, shown)) = self.folders.iter().find(within) {
            return shown.clone();
        }
        let parent = Path::new(&file.file).parent();
        parent.map_or_else(String::new, |parent| parent.display().to_string())
    }
}

fn left_behind(count: usize) -> String {
    let are = if count == 1 { "is" } else { "are" };
    let files = counted(count, "file");
    format!("{files} with seeds in the clear {are} still there")
}
