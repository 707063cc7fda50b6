//! Who is to open the store, where that is rotated.

use std::path::PathBuf;

use crate::cmd::Ctx;
use crate::cmd::opening::chosen;
use crate::cmd::opening::fresh::Fresh;
use crate::cmd::store::init::label;
use crate::cmd::words::argument::named_file;
use crate::rotation::Kind;
use crate::rotation::opening::Newcomer;
use crate::store::Store as _;
use crate::store::age::{Identity, Recipient};
use crate::store::founding::{self, kept};
use crate::store::sqlite::SqliteStore;
use crate::ui::{Failure, Hinted as _};

/// Who takes the place of whom the store is sealed to.
#[derive(clap::Args, Clone, Debug)]
pub struct NewcomerArgs {
    /// For store-recipient: the new age recipient (age1...), whose identity somebody has already
    #[arg(long, value_name = "RECIPIENT", conflicts_with = "new_identity")]
    recipient: Option<Recipient>,
    /// For store-recipient: write a new identity to a new file with mode 0600
    #[arg(long, value_name = "FILE", value_parser = named_file())]
    new_identity: Option<PathBuf>,
    /// For store-recipient and store-passphrase: what to call the new one; else as the old one, with a number
    #[arg(long, value_name = "NAME", value_parser = label)]
    label: Option<String>,
    /// For store-passphrase: make a passphrase, and show it once
    #[arg(long)]
    generate_passphrase: bool,
    /// For store-passphrase: open file with the new passphrase on its next line
    #[arg(long, value_name = "N", conflicts_with = "generate_passphrase")]
    new_passphrase_fd: Option<u32>,
}

impl NewcomerArgs {
    /// Refuses what another kind is told.
    pub fn must_be_of(&self, kind: Kind) -> Result<(), Failure> {
        let (recipient, passphrase) = (Kind::StoreRecipient, Kind::StorePassphrase);
        let said = [
            ("--recipient", self.recipient.is_some(), recipient),
            ("--new-identity", self.new_identity.is_some(), recipient),
            (
                "--generate-passphrase",
                self.generate_passphrase,
                passphrase,
            ),
            (
                "--new-passphrase-fd",
                self.new_passphrase_fd.is_some(),
                passphrase,
            ),
            (
                "--label",
                self.label.is_some() && !kind.is_of_store(),
                recipient,
            ),
        ];
        let mut said = said.into_iter();
        let strange = said.find(|(_, is_said, of)| *is_said && *of != kind);
        if let Some((flag, _, of)) = strange {
            return Err(Failure::usage(format!(
                "{flag} is for {of}, and not for {kind}"
            )))
            .hint("nkeep rotate start --help");
        }
        if kind == recipient && self.recipient.is_none() && self.new_identity.is_none() {
            return Err(Failure::usage(
                "--recipient says who opens the store from then on, or --new-identity where their new identity goes",
            ))
            .hint("nkeep rotate start store-recipient --new-identity NEW-FILE");
        }
        Ok(())
    }

    /// Whoever it is, with the identity that is written to a file once the store is sealed to it.
    pub fn read(
        &self,
        ctx: &Ctx,
        store: &mut SqliteStore,
        kind: Kind,
    ) -> Result<(Option<Newcomer>, Option<Fresh>), Failure> {
        let newcomer = |recipient| Newcomer {
            recipient,
            label: self.label.clone(),
            stored: None,
        };
        if kind == Kind::StorePassphrase {
            return Ok((self.inside(ctx, store)?, None));
        }
        if let Some(path) = &self.new_identity {
            let other_way = "nkeep rotate start store-recipient --new-identity NEW-FILE";
            let fresh = Fresh::at(path, other_way)?;
            let recipient = fresh.identity().recipient()?;
            return Ok((Some(newcomer(recipient)), Some(fresh)));
        }
        Ok((self.recipient.clone().map(newcomer), None))
    }

    /// An identity that is kept inside, sealed with another passphrase; nothing where no passphrase opens the store.
    fn inside(&self, ctx: &Ctx, store: &mut SqliteStore) -> Result<Option<Newcomer>, Failure> {
        let stored = store.read(founding::inside)?;
        if stored.is_empty() {
            return Ok(None);
        }
        let mut new = ctx.clone();
        new.opening.passphrase_fd = self.new_passphrase_fd;
        let other_way = "nkeep rotate start store-passphrase --new-passphrase-fd 3 3< FILE";
        let passphrase = chosen::passphrase(&new, self.generate_passphrase, other_way)?;
        if founding::opened(&stored, &passphrase).is_ok() {
            return Err(Failure::usage(
                "the new passphrase is the old one; nothing was changed",
            ));
        }
        let identity = Identity::generate()?;
        // What it is called is known once it is put in.
        let (label, now) = ("", ctx.clock.now());
        let stored = kept(&identity, &passphrase, ctx.work_factor(), label, now)?;
        Ok(Some(Newcomer {
            recipient: stored.recipient.clone(),
            label: self.label.clone(),
            stored: Some(stored),
        }))
    }
}
