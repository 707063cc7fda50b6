//! `nkeep rotate emergency`.

use std::fmt::Write as _;

use clap::ValueEnum as _;
use serde_json::json;

use super::matter::{Rotated, Whose};
use super::{Which, document, follow, hand, is_about, keyring_for, opened_otherwise, words};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
#[cfg(feature = "net")]
use crate::cmd::servers::ServerArgs;
use crate::cmd::words::argument::open_text;
use crate::cmd::words::signer::{NamedKey, SignWith, named_key};
use crate::nkey::PublicKey;
use crate::rotation::emergency::{broken, instructions};
use crate::rotation::engine::{self, Begin, Done, Emergency};
use crate::rotation::given::Given;
use crate::rotation::phase::Asked;
use crate::rotation::{self, Inventory, Kind, Rotation, RotationError, Terms, plans};
use crate::store::record::Entity;
use crate::store::sqlite::SqliteStore;
use crate::store::{Records, Store as _};
use crate::text::noted;
use crate::trust::KeySource;
use crate::ui::{Failure, Hinted as _, called_with, shown};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "The operator's signing key is in other hands: it is replaced and distrusted at once",
    line: "nkeep rotate emergency operator-signing-key --reason 'laptop stolen' --yes",
}];

/// Replace a key that is in other hands: nothing is waited for, and nothing is kept of it
///
/// In one change of the store: a new key is made, everything that the old one signed is signed anew, and the old one is trusted no more.
/// There is no way back. What servers still have of it breaks when they are started again, which is said before it is done. Prints a page
/// of what people do now, in this order: the store alone shuts nobody out.
///
/// With --compare nothing is changed: the accounts that servers have are held against the store. Named are those that the store does not
/// know, those that were not made here and what they say otherwise, those that the old key signed, and those that are later than here. Exit
/// code 3 when there are any, 1 when servers do not say all, or one that is known does not answer.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// What is replaced, as `nkeep rotate start` names it, or a rotation that has begun
    #[arg(value_name = "KIND|ROTATION", value_parser = open_text)]
    what: String,
    #[command(flatten)]
    whose: Whose,
    /// What has happened, in words, which the store keeps
    #[arg(long, value_name = "WORDS", value_parser = words)]
    #[arg(required_unless_present = "compare")]
    reason: Option<String>,
    /// Do it without asking
    #[arg(long)]
    yes: bool,
    /// The new key: a public key, or a file with a seed, which the store keeps; else one is made
    #[arg(long, value_name = "KEY", value_parser = named_key)]
    new: Option<NamedKey>,
    #[command(flatten)]
    signer: SignWith,
    /// Compare what servers have with the store, once the rotation has begun; name it, or its kind
    #[cfg(feature = "net")]
    #[arg(long, conflicts_with_all = ["reason", "yes", "new", "private_key"])]
    compare: bool,
    /// Not in this build, which has no network code
    #[cfg(not(feature = "net"))]
    #[arg(long, hide = true)]
    compare: bool,
    #[cfg(feature = "net")]
    #[command(flatten)]
    servers: ServerArgs,
    /// How many servers there are, whose evidence is needed before the old seed is wiped
    #[cfg(not(feature = "net"))]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..))]
    servers: Option<u16>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    #[cfg(not(feature = "net"))]
    if args.compare {
        return Err(crate::cmd::of_the_other_build(
            "--compare",
            "asks live servers",
            None,
        ));
    }
    #[cfg(feature = "net")]
    if args.compare {
        return super::compare::run(
            ctx,
            &args.what,
            args.kind(),
            args.whose.key(),
            &args.servers,
        );
    }
    let choice = args.signer.choice(ctx)?;
    let mut store = ctx.open_store()?;
    let given = match args.kind() {
        Some(wanted) => args.whose.given(ctx, wanted)?,
        None => Given::default(),
    };
    let danger = store.read(|records| args.danger(ctx, records, &given))?;
    confirmed(ctx, args, &danger)?;
    let (source, waiting) = args.brought_in(ctx, &mut store, &given)?;
    let keyring = match args.kind() {
        Some(_) => ctx.keyring(&mut store)?,
        None => {
            let rotation = Some(args.what.clone());
            keyring_for(ctx, &mut store, &Which { rotation })?
        }
    };
    let note = ctx.note("rotate emergency", "replaced a key that is in other hands");
    let hand = hand(&note.actor, choice, args.reason.clone());
    let done = store.transact(note, &*keyring, |changes| {
        let begun = match args.kind() {
            Some(wanted) => {
                let asked = Asked {
                    given,
                    waiting,
                    ..args.whose.asked(ctx, changes, wanted)?
                };
                Emergency::New(Box::new(Begin {
                    kind: wanted.kind(changes, &asked)?,
                    asked,
                    source,
                    terms: args.terms(),
                }))
            }
            None => Emergency::Of(Box::new(args.begun(ctx, changes)?)),
        };
        engine::emergency(changes, &*keyring, begun, &hand)
    })?;
    follow(ctx, &mut store, &done.rotation);
    opened_otherwise(ctx, &mut store, &done.rotation);
    store.read(|records| is_about(ctx, records, &done.rotation))?;
    say(ctx, &args.tried(ctx, done), &danger)
}

/// Whoever opens the store and must not any more is taken out of it by one command, and nobody has to be put in first.
fn must_be_of_no_store(kind: Kind) -> rotation::Result<()> {
    if !kind.is_of_store() {
        return Ok(());
    }
    Err(RotationError::refused(
        format!("{kind}: who opens the store is shut out at once, without another in their place"),
        noted(
            "nkeep store recipients remove RECIPIENT",
            "seals everything anew, and names what they could open; store recipients list says who there is",
        ),
    ))
}

/// What it would do.
struct Danger {
    what: String,
    breaks: Vec<String>,
}

impl Args {
    /// The kind that is named; else it is a rotation.
    fn kind(&self) -> Option<Rotated> {
        let mut all = Rotated::value_variants().iter();
        all.find(|one| one.name() == self.what).copied()
    }

    /// The key that comes in place of the old one.
    fn brought_in(
        &self,
        ctx: &Ctx,
        store: &mut SqliteStore,
        given: &Given,
    ) -> Result<(Option<KeySource>, Vec<PublicKey>), Failure> {
        let Some(wanted) = self.kind() else {
            return Ok((None, Vec::new()));
        };
        let (kind, asked) = store.read(|records| {
            let asked = Asked {
                given: given.clone(),
                ..self.whose.asked(ctx, records, wanted)?
            };
            Ok::<_, RotationError>((wanted.kind(records, &asked)?, asked))
        })?;
        ctx.brought_in(kind, self.new.as_ref(), &asked)
    }

    /// What a trial begins is called nothing: the page is about the one that will be there.
    fn tried(&self, ctx: &Ctx, mut done: Done) -> Done {
        if ctx.made.is_trial() && self.kind().is_some() {
            "ROTATION".clone_into(&mut done.rotation.id);
        }
        done
    }

    /// The rotation that is named, which can still be made an emergency.
    fn begun(&self, ctx: &Ctx, records: &dyn Records) -> rotation::Result<Rotation> {
        let rotation = rotation::found(records, Some(&self.what))?;
        if rotation.is_open() {
            is_about(ctx, records, &rotation)?;
        }
        Ok(rotation)
    }

    fn danger(&self, ctx: &Ctx, records: &dyn Records, given: &Given) -> rotation::Result<Danger> {
        let account = |key: &Option<String>, rotation: &Rotation| -> rotation::Result<_> {
            let account = key.as_ref().map(|key| rotation.entity(records, key));
            account.transpose()
        };
        let (plan, what, operator, account, old): (_, _, Entity, _, _) = match self.kind() {
            Some(wanted) => {
                let asked = Asked {
                    given: given.clone(),
                    ..self.whose.asked(ctx, records, wanted)?
                };
                let plan = plans::reading(wanted.kind(records, &asked)?, given.reads);
                must_be_of_no_store(plan.kind)?;
                not_begun(records, plan.kind, &asked)?;
                let picked = (plan.pick)(records, &asked)?;
                (
                    plan,
                    picked.what,
                    picked.operator,
                    picked.account,
                    picked.old,
                )
            }
            None => {
                let rotation = self.begun(ctx, records)?;
                if !rotation.is_open() {
                    return Err(engine::ended(&rotation));
                }
                let account = account(&rotation.account, &rotation)?;
                let operator = rotation.operator(records)?;
                let (what, old) = (rotation.what.clone(), rotation.old.clone());
                (rotation.plan(), what, operator, account, old)
            }
        };
        let mut breaks = broken(records, &operator, account.as_ref(), &old)?;
        breaks.extend(plan.breaks.iter().map(|line| (*line).to_owned()));
        Ok(Danger { what, breaks })
    }

    fn terms(&self) -> Terms {
        #[cfg(feature = "net")]
        let count = self.servers.declared();
        #[cfg(not(feature = "net"))]
        let count = self.servers.map(usize::from);
        Terms {
            servers: count.map_or(Inventory::Undeclared, Inventory::Count),
            soak: 0,
            evidence_age: 900,
        }
    }
}

/// Refuses where such a rotation has begun: that one is to be brought to its end.
fn not_begun(records: &dyn Records, kind: Kind, asked: &Asked) -> rotation::Result<()> {
    let key = |entity: &Option<Entity>| entity.as_ref().map(|entity| entity.key.to_string());
    let (operator, account, user) = (key(&asked.operator), key(&asked.account), key(&asked.user));
    let is_it = |one: &Rotation| {
        let is_same = one.kind == kind && Some(&one.operator) == operator.as_ref();
        let is_whose = one.account == account && one.user == user;
        let is_asked = asked.key.as_ref().is_none_or(|key| *key == one.old);
        one.is_open() && is_same && is_whose && is_asked
    };
    match rotation::all(records)?.into_iter().find(is_it) {
        None => Ok(()),
        Some(begun) if begun.is_behind_emergency() => Err(RotationError::in_the_way(&begun)),
        Some(begun) => Err(RotationError::refused(
            format!(
                "rotation {} of the {} has begun already",
                begun.id, begun.what
            ),
            noted(
                format!("nkeep rotate emergency {} --reason 'WORDS'", begun.id),
                "makes it an emergency",
            ),
        )),
    }
}

/// Somebody says yes who has seen what it breaks.
fn confirmed(ctx: &Ctx, args: &Args, danger: &Danger) -> Result<(), Failure> {
    if args.yes || ctx.made.is_trial() {
        return Ok(());
    }
    let Some(mut prompt) = ctx.prompt() else {
        return Err(Failure::usage(format!(
            "the {} would be distrusted at once, and nobody is here to say yes",
            danger.what
        )))
        .hint(called_with("--yes"));
    };
    ctx.ui.note(&format!(
        "the {} is distrusted at once, with no way back:",
        danger.what
    ));
    for line in &danger.breaks {
        ctx.ui.note(&format!("  {line}"));
    }
    match prompt.line("Is it in other hands (yes or no)")?.as_str() {
        "yes" => Ok(()),
        _ => Err(Failure::usage("nothing was changed")).hint(called_with("--dry-run")),
    }
}

/// The page.
fn say(ctx: &Ctx, done: &Done, danger: &Danger) -> Result<(), Failure> {
    let rotation = &done.rotation;
    for warning in &done.warnings {
        ctx.ui.warning(warning);
    }
    let lines = instructions(rotation);
    let lines: Vec<String> = lines.iter().map(|line| ctx.command(line)).collect();
    if ctx.ui.json() {
        let mut document = document(rotation);
        document["did"] = json!(done.told);
        document["warnings"] = json!(done.warnings);
        document["breaks"] = json!(danger.breaks);
        document["instructions"] = json!(lines);
        return ctx.ui.document(&document);
    }
    ctx.ui.note(&format!(
        "rotation {} of the {}: the old key is in other hands",
        rotation.id, rotation.what
    ));
    for told in &done.told {
        ctx.ui.note(&format!("  {told}"));
    }
    let mut text = format!(
        "emergency, rotation {}: the {} is in other hands\n",
        rotation.id,
        shown(&rotation.what)
    );
    text.push_str("\nwhat breaks\n");
    for line in &danger.breaks {
        let _ = writeln!(text, "  - {}", shown(line));
    }
    text.push_str("\nwhat to do, in this order\n");
    for (number, line) in lines.iter().enumerate() {
        let _ = writeln!(text, "{:>3}. {line}", number + 1);
    }
    ctx.ui.text(&text)
}
