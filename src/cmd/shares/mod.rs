//! What the commands about exports, imports, mappings and activations have in common: the account that they change, how
//! the change is signed, and what helps when it is refused.

mod remedy;
mod shown;
mod successors;

use std::str::FromStr;

pub use remedy::{explained, import_from};
use shown::{Changed, changed};
pub use successors::{opens as successor_opens, warnings as successor_warnings};

use super::Ctx;
use super::suggested::{after_edit, to_servers};
use crate::cmd::words::naming::InAccount;
use crate::cmd::words::signer::SignWith;
use crate::jwt::claims::{Account, Claims, Sampling, ShareType};
use crate::store::record::Entity;
use crate::store::{Changes, Records, Store as _};
use crate::text::shell_word;
use crate::trust::share::{Done, ResponseType};
use crate::trust::{self, Place, TrustError, edit};
use crate::ui::Failure;

/// The account that is changed, and who signs it.
#[derive(clap::Args, Clone, Debug)]
pub struct Edit {
    #[command(flatten)]
    account: InAccount,
    #[command(flatten)]
    signer: SignWith,
}

/// What a change is called in the journal.
#[derive(Clone, Debug)]
pub struct Called {
    /// The command.
    pub command: &'static str,
    /// What it does, in a sentence.
    pub summary: String,
}

impl Edit {
    /// Changes the claims of the account in one step, shows what is other than before, and says what comes next: what comes
    /// after any edit, or that.
    pub fn run(
        &self,
        ctx: &Ctx,
        called: Called,
        next: Option<&dyn Fn(&Place) -> String>,
        change: impl FnOnce(&mut dyn Changes, &Entity, &mut Claims<Account>) -> trust::Result<Done>,
    ) -> Result<(), Failure> {
        let choice = self.signer.choice(ctx)?;
        let mut store = ctx.open_store()?;
        let keyring = ctx.keyring(&mut store)?;
        let note = ctx.note(called.command, called.summary);
        let (edited, done, place, usual, push) = store.transact(note, &*keyring, |changes| {
            let account = self.account.find(ctx, changes)?;
            let place = place_of(changes, &account)?;
            let mut done = Done::default();
            let edited = edit::account(changes, &*keyring, &account, &choice, |changes, claims| {
                done = change(changes, &account, claims)?;
                Ok(())
            });
            let mut edited = explained(&place, edited)?;
            let known = &done.warnings;
            edited.warnings.retain(|warning| !known.contains(warning));
            done.warnings.append(&mut edited.warnings);
            let usual = after_edit(changes, &edited)?;
            let push = to_servers(changes, &edited.entity, edited.signer)?;
            Ok::<_, Failure>((edited, done, place, usual, push))
        })?;
        let commands = match next {
            None => vec![usual],
            Some(next) => std::iter::once(next(&place)).chain(push).collect(),
        };
        changed(
            ctx,
            &Changed {
                edited: &edited,
                changes: &done.changes,
                warnings: &done.warnings,
                next: &commands,
            },
        )
    }
}

/// The account itself as a place, with its operator where there are several.
pub fn place_of(records: &dyn Records, account: &Entity) -> Result<Place, TrustError> {
    Place::under(records, Some(account))
}

/// The command that shows an account.
pub fn describe(place: &Place) -> String {
    let name = place.account.as_ref().map_or("", |name| name.as_str());
    let operator = operator_of(place).flags();
    format!("nkeep describe account {}{operator}", shell_word(name))
}

/// The operator alone.
fn operator_of(place: &Place) -> Place {
    Place {
        account: None,
        ..place.clone()
    }
}

/// Stream or service, by a switch.
pub const fn share_type(service: bool) -> ShareType {
    if service {
        ShareType::Service
    } else {
        ShareType::Stream
    }
}

/// How much of a service's latency is sampled, on the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sampled {
    /// None of it: `0`.
    Nothing,
    /// What a header asks for, or so many in a hundred.
    So(Sampling),
}

impl FromStr for Sampled {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.eq_ignore_ascii_case("header") || text.eq_ignore_ascii_case("headers") {
            return Ok(Self::So(Sampling::Headers));
        }
        match text.parse() {
            Ok(0) => Ok(Self::Nothing),
            Ok(percent @ 1..=100) => Ok(Self::So(Sampling::Percent(percent))),
            _ => Err("it is neither 1 to 100 nor `header`".to_owned()),
        }
    }
}

/// How a service answers, on the command line.
pub fn response_type(text: &str) -> Result<ResponseType, String> {
    ResponseType::ALL
        .into_iter()
        .find(|response| response.name() == text)
        .ok_or_else(|| "it is none of Singleton, Stream and Chunked".to_owned())
}
