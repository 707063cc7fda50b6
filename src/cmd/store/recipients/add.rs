//! `nkeep store recipients add`.

use std::path::PathBuf;

use serde_json::json;

use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::opening::fresh::Fresh;
use crate::cmd::store::init::label;
use crate::cmd::store::recipients::{dropped, note_dropped};
use crate::cmd::words::argument::{granted_class, named_file};
use crate::store::age::Recipient;
use crate::store::class::Class;
use crate::store::recipients::Member;
use crate::store::record::EntityKind;
use crate::store::reseal::reseal;
use crate::store::{Records, Store as _, StoreError};
use crate::text::quoted;
use crate::trust::{self, TrustError};
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Let CI open the keys that sign users, and nothing above them",
        line: "nkeep store recipients add $(nkeep ceremony holder --out ci.txt) --label ci --class account-signing --class user",
    },
    Example {
        purpose: "A spare identity, for the day on which the first is lost; its file goes elsewhere",
        line: "nkeep store recipients add --new-identity spare.txt --label spare",
    },
];

/// Let someone else open keys
///
/// Every key of the classes is sealed anew, to the newcomer too, in one change. It takes an identity that opens them, and
/// root keys: the key that signs the set of recipients is one.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Their age recipient (age1...; a plugin's, with the feature plugins), or SSH key in quotes ('ssh-ed25519 AAAA...',
    /// with the feature ssh)
    #[arg(required_unless_present = "new_identity")]
    recipient: Option<Recipient>,
    /// Make an age identity, write it to a new file with mode 0600, and let that one open keys
    #[arg(long, value_name = "FILE", value_parser = named_file(), conflicts_with = "recipient")]
    new_identity: Option<PathBuf>,
    /// What to call them
    #[arg(long, value_name = "NAME", value_parser = label)]
    label: String,
    /// Class of keys; all of them when none is named
    #[arg(long, value_parser = granted_class)]
    class: Vec<Class>,
}

impl Args {
    /// Those that there are, and the newcomer, under one label that nobody else has.
    fn members(&self, there: &[Member], newcomer: &Recipient) -> Result<Vec<Member>, StoreError> {
        let mut members = there.to_vec();
        for member in &mut members {
            if member.recipient == *newcomer {
                member.label.clone_from(&self.label);
            } else if member.label.to_lowercase() == self.label.to_lowercase() {
                return Err(StoreError::Taken {
                    what: "a recipient",
                    name: member.label.clone(),
                });
            }
        }
        for class in super::classes(&self.class) {
            members.push(Member {
                class,
                recipient: newcomer.clone(),
                label: self.label.clone(),
            });
        }
        Ok(members)
    }
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let identities = ctx.identities(&mut store)?;
    let fresh = match &args.new_identity {
        Some(path) => Some(Fresh::at(
            path,
            "nkeep store recipients add --new-identity NEW-FILE --label NAME",
        )?),
        None => None,
    };
    let newcomer = match (&fresh, &args.recipient) {
        (Some(fresh), _) => fresh.recipient().clone(),
        (None, Some(recipient)) => recipient.clone(),
        // Clap asks for one of both.
        (None, None) => return Err(Failure::usage("no recipient is named")),
    };
    let there = store.read(|records| {
        let set = records.recipients();
        let wanted = set.next(args.members(&set.members, &newcomer)?, set.journal);
        Ok::<_, StoreError>((wanted.members == set.members).then_some(set.version))
    })?;
    if let Some(version) = there {
        if ctx.ui.json() {
            return ctx
                .ui
                .document(&json!({ "kind": "recipients", "version": version, "sealed": 0 }));
        }
        ctx.ui.note(&format!(
            "{} may open these keys already; nothing was changed",
            args.label
        ));
        return Ok(());
    }
    let note = ctx.note(
        "store recipients add",
        format!("{} {newcomer} may open keys", args.label),
    );
    let done = store.transact(note, &identities, |changes| {
        let members = args.members(&changes.recipients().members, &newcomer)?;
        let done = reseal(changes, &identities, members)?;
        let written = fresh.as_ref().filter(|_| !ctx.made.is_trial());
        written.map_or(Ok(()), Fresh::write)?;
        Ok::<_, StoreError>(done)
    });
    let (mut store, done) = Fresh::settled(fresh.as_ref(), ctx, store, done)?;
    let warnings = if args.class.contains(&Class::User) && !args.class.contains(&Class::Root) {
        store.read(|records| opens_system(records))?
    } else {
        Vec::new()
    };
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "recipients", "version": done.version, "sealed": done.keys,
            "dropped": dropped(&done), "warnings": warnings,
            "recipient": newcomer.to_string(), "identity": args.new_identity,
        }));
    }
    ctx.ui.note(&format!(
        "recipients version {}: {} keys were sealed anew",
        done.version, done.keys
    ));
    note_dropped(ctx, &done);
    if let Some(path) = &args.new_identity {
        ctx.ui.note(&format!(
            "{newcomer} opens them, too: keep {} apart from the store, and from what else opens it",
            path.display()
        ));
    }
    for warning in &warnings {
        ctx.ui.warning(warning);
    }
    Ok(())
}

/// Users of system accounts whose keys are opened with those of all other users: they see, and have a say in, every account.
fn opens_system(records: &dyn Records) -> Result<Vec<String>, TrustError> {
    let mut warnings = Vec::new();
    for operator in records.listed(EntityKind::Operator, None)? {
        let operator = trust::operator(records, Some(&operator.key))?;
        let Ok(system) = trust::system_account(records, &operator) else {
            continue;
        };
        let users = records.listed(EntityKind::User, Some(&system.key))?;
        if !users.is_empty() {
            let names: Vec<String> = users.iter().map(|user| quoted(&user.name)).collect();
            warnings.push(format!(
                "keys of class user are also those of the users of the system account {}, who see what every account does and \
                 may give servers accounts: {}",
                quoted(&system.name),
                names.join(", ")
            ));
        }
    }
    Ok(warnings)
}
