//! `nkeep ceremony request`.

use std::path::Path;
use std::time::Duration;

use clap::error::ErrorKind;
use serde_json::json;

use super::files::Output;
use super::list::shortened;
use crate::ceremony::asked::{self as kept, Asked};
use crate::ceremony::asking::{self, Wish};
use crate::ceremony::canonical::Sheet;
use crate::ceremony::request::Request;
use crate::ceremony::stand_in::{Seen, StandIn};
use crate::ceremony::words;
use crate::cmd::asking::read;
use crate::cmd::example::Example;
use crate::cmd::words::argument::open_text;
use crate::cmd::words::duration::span;
use crate::cmd::{Cli, Command, Ctx, dispatched};
use crate::nkey::PublicKey;
use crate::store::sqlite::SqliteStore;
use crate::store::{Made, Store as _};
use crate::text::{noted, shell_word};
use crate::ui::{Failure, again, called_with};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Ask for another signing key, which is made now and waits in the store",
        line: "nkeep ceremony request --reason 'yearly rotation' edit operator --sk generate",
    },
    Example {
        purpose: "Ask for the first step of a rotation, and show the request as a code for a camera",
        line: "nkeep ceremony request --qr rotate start operator-signing-key --servers 3",
    },
];

/// Ask for what only the identity of an operator can sign
///
/// The command is worked out and not run: what the identity would sign goes into a request, and it is run when the answer is imported.
/// A key that is to be made is made now, and kept until then.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Why, in words, for who reviews it
    #[arg(long, value_name = "WORDS", default_value = "", value_parser = open_text)]
    reason: String,
    /// For how long it may be signed
    #[arg(long, value_name = "TIME", default_value = "30d", value_parser = open_for)]
    valid: Duration,
    #[command(flatten)]
    output: Output,
    /// The command, such as: edit operator --sk generate
    #[arg(
        value_name = "COMMAND",
        required = true,
        trailing_var_arg = true,
        allow_hyphen_values = true
    )]
    command: Vec<String>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    if let Err(error) = read(&args.command)
        && error.kind() == ErrorKind::DisplayHelp
    {
        return ctx.ui.text(&error.render().to_string());
    }
    let cli = inner(&args.command)?;
    if matches!(cli.command, Command::Ceremony(_)) {
        return Err(Failure::usage("a ceremony is not asked for by another"));
    }
    if cli.globals.dry_run {
        return Err(must_not_be_tried(&args.command));
    }
    args.output.must_fit(ctx)?;
    args.output.must_be_free(args.output.named())?;
    let mut store = ctx.open_store()?;
    let identities = store.read(asking::identities)?;
    // Before anything is kept for it, whether there can be one.
    seen(ctx, args, &cli, &StandIn::seeing(identities.clone(), false))
        .map_err(|failure| failure.with_commands(with_its_key))?;
    let stand_in = StandIn::seeing(identities, true);
    let outcome = asked(ctx, args, &cli, &stand_in, &mut store);
    let own = |sheet: &Sheet<Request>| {
        let hash = sheet.sha256();
        args.output.path(|| format!("request-{}.nreq", &hash[..8]))
    };
    let outcome = outcome.and_then(|(asked, sheet)| {
        let path = own(&sheet);
        args.output.must_be_free(path.as_deref())?;
        Ok((asked, sheet, path))
    });
    let (asked, sheet, path) = match outcome {
        Ok(asked) => asked,
        Err(failure) => {
            ctx.forget_made(&stand_in.fresh())?;
            return Err(failure);
        }
    };
    let keyring = ctx.keyring(&mut store)?;
    let now = ctx.clock.now();
    let others = store.read(|records| kept::others_that_wait(records, &sheet, now))?;
    let note = ctx.note(
        "ceremony request",
        format!("asked for {}", args.command.join(" ")),
    );
    store.transact(note, &*keyring, |changes| asked.keep(changes))?;
    let written = args.output.write(ctx, path.as_deref(), &sheet.text());
    if let Err(failure) = written {
        let note = ctx.note("ceremony request", "gave up a request that nobody has");
        let unwritten = Asked {
            dropped: Some(ctx.clock.now()),
            ..asked
        };
        store.transact(note, &*keyring, |changes| unwritten.keep(changes))?;
        drop(store);
        ctx.forget_made(&stand_in.fresh())?;
        return Err(failure.hint(noted(
            again(),
            "asks once more when that is mended: this request was dropped",
        )));
    }
    say(
        ctx,
        &asked,
        &sheet,
        path.as_deref(),
        &stand_in.fresh(),
        &others,
    )
}

/// The request as people name it to each other, and what else waits for an answer.
fn say(
    ctx: &Ctx,
    asked: &Asked,
    sheet: &Sheet<Request>,
    path: Option<&Path>,
    came: &[PublicKey],
    others: &[Sheet<Request>],
) -> Result<(), Failure> {
    let hash = sheet.sha256();
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "ceremony_request",
            "sha256": hash,
            "words": words::words(&sheet.digest()),
            "file": path,
            "operator": sheet.content.operator,
            "made": asked.made,
            "expires": sheet.content.expires,
            "waiting": others.iter().map(Sheet::sha256).collect::<Vec<_>>(),
        }));
    }
    let file = path.map_or_else(|| "FILE".to_owned(), |path| path.display().to_string());
    ctx.ui.note(&format!("request {hash}"));
    for row in words::rows(&sheet.digest(), 4) {
        ctx.ui.note(&format!("  {row}"));
    }
    for key in came {
        ctx.ui.note(&format!(
            "the key {key} came into the store for it, and waits there"
        ));
    }
    for other in others {
        say_that_it_waits(ctx, other);
    }
    let review = noted(
        format!("nkeep ceremony review {}", shell_word(&file)),
        "is what is to be read before the root signs",
    );
    ctx.ui.note(&format!("next: {review}"));
    Ok(())
}

/// Which key is meant is said in what is asked for, and not in a plan of it.
fn with_its_key(command: &str) -> String {
    let key = command
        .strip_prefix("nkeep rotate plan ")
        .and_then(|rest| rest.split_once(" --key "));
    match key {
        Some((_, key)) => called_with(&format!("--key {key}")),
        None => command.to_owned(),
    }
}

/// Reads for how long a request may be signed.
fn open_for(text: &str) -> Result<Duration, String> {
    match span(text)? {
        Duration::ZERO => Err("nobody could sign it in no time".to_owned()),
        time => Ok(time),
    }
}

/// One answer overtakes the other requests of an operator, and whoever asks should know that before people come together.
fn say_that_it_waits(ctx: &Ctx, other: &Sheet<Request>) {
    let hash = other.sha256();
    ctx.ui.warning(&format!(
        "request {}, of the same operator, waits too: nkeep {}",
        &hash[..12],
        shortened(&line(&other.content.command))
    ));
    ctx.ui.note(&format!(
        "the first answer that is taken overtakes the other: {}",
        noted(
            format!("nkeep ceremony drop {}", &hash[..12]),
            "gives that one up"
        )
    ));
}

/// The command, read as a command line of its own.
pub fn inner(command: &[String]) -> Result<Cli, Failure> {
    read(command).map_err(|error| {
        let text = error.to_string();
        let first = text.lines().next().unwrap_or_default();
        let why = first.strip_prefix("error: ").unwrap_or(first).to_owned();
        Failure::usage(format!("what is asked for is no command: {why}"))
            .hint("nkeep ceremony request --help")
    })
}

/// A command that is only tried would change nothing when its answer is there.
fn must_not_be_tried(command: &[String]) -> Failure {
    let words = command.iter().filter(|word| *word != "--dry-run");
    let words: Vec<String> = words.cloned().collect();
    Failure::usage(
        "--dry-run is no part of what is asked for: a request tries the command, and changes nothing but for keys that are made for it",
    )
    .hint(format!("nkeep ceremony request {}", line(&words)))
}

/// Works the command out, and says what the identities would sign.
fn seen(ctx: &Ctx, args: &Args, cli: &Cli, stand_in: &StandIn) -> Result<Vec<Seen>, Failure> {
    let trial = Ctx {
        made: Made::trial(),
        ui: ctx.ui.in_trial().silenced(stand_in.keeps()),
        stand_in: Some(stand_in.clone()),
        ..ctx.clone()
    };
    let outcome = dispatched(&trial, cli);
    let seen = stand_in.seen();
    match outcome {
        // What comes after a signature that is not there yet cannot be worked out.
        Err(failure) if seen.is_empty() || !failure.is_about_a_hollow_token() => Err(failure),
        Ok(()) if seen.is_empty() => Err(Failure::usage(
            "nothing of it has to be signed by an identity that is offline",
        )
        .hint(noted(
            format!("nkeep {}", line(&args.command)),
            "can be run as it is",
        ))),
        _ => Ok(seen),
    }
}

/// Makes a request of what the identity would sign, with the keys that it is for.
fn asked(
    ctx: &Ctx,
    args: &Args,
    cli: &Cli,
    stand_in: &StandIn,
    store: &mut SqliteStore,
) -> Result<(Asked, Sheet<Request>), Failure> {
    let seen = seen(ctx, args, cli, stand_in)?;
    let keyring = ctx.keyring(store)?;
    let made = stand_in.made();
    let now = ctx.clock.now();
    let wish = Wish {
        command: args.command.clone(),
        reason: args.reason.clone(),
        valid: i64::try_from(args.valid.as_secs()).unwrap_or(i64::MAX / 2),
    };
    let sheet = store.read(|records| wish.sheet(records, &*keyring, seen, now))?;
    let asked = Asked {
        request: sheet.text(),
        words: args.command.clone(),
        made: made.iter().map(ToString::to_string).collect(),
        operators: stand_in
            .operators()
            .into_iter()
            .map(|(name, key)| (name, key.to_string()))
            .collect(),
        taken: None,
        dropped: None,
    };
    Ok((asked, sheet))
}

fn line(command: &[String]) -> String {
    let words: Vec<String> = command.iter().map(|word| shell_word(word)).collect();
    words.join(" ")
}
