//! `nkeep ceremony drill`.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::brought::{Brought, Found, found, opened};
use super::kept;
use crate::ceremony::shares::file::SealedShare;
use crate::ceremony::shares::gathered::Gathered;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::input::Source;
use crate::store::age::Identity;
use crate::text::sanitized_lines;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Look at the shares of everybody who is here",
    line: "nkeep ceremony drill ACME-1-of-3.words.txt ACME-2-of-3.words.txt --set ACME.nset",
}];

/// Look at every share that is here, and whether they bring the key back
///
/// Each share is looked at by itself, so that a wrong one is found before it is needed; who is missing is named, and from every choice
/// of enough shares the key is worked out. Nothing is stored. Where shares of several sets lie in one place, --set says which is meant;
/// else it is the set of the first sealed one. Exit code 6 when there are too few, 3 or 7 when one is wrong.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    brought: Brought,
}

/// What was found of a file.
struct Finding {
    file: String,
    number: Option<u8>,
    wrong: Option<String>,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let brought = &args.brought;
    brought.must_be_some()?;
    let identities = brought.identities(ctx)?;
    let mut gathered = Gathered::new(brought.measure(ctx)?);
    let (mut findings, mut first) = (Vec::new(), None);
    let found: Vec<Result<Found, Failure>> =
        brought.files.iter().map(|file| found(ctx, file)).collect();
    // What words must be, sealed shares beside them say; one that is of another set is found below.
    for (source, found) in brought.files.iter().zip(&found) {
        if let Ok(Some(sealed)) = found.as_ref().map(|found| &found.sealed) {
            let _ = gathered.measure.take_set(&source.to_string(), sealed.set());
        }
    }
    for (source, found) in brought.files.iter().zip(found) {
        let (number, looked_at) = look(source, found, &mut gathered, &identities);
        let wrong = looked_at.as_ref().err().map(Failure::message);
        findings.push(Finding {
            file: source.to_string(),
            number,
            wrong,
        });
        if let Err(failure) = looked_at {
            first.get_or_insert(failure);
        }
    }
    let came = gathered.key();
    if !ctx.ui.json() {
        ctx.ui
            .text(&sanitized_lines(&shown(&gathered, &findings)))?;
    }
    if let Some(failure) = first {
        return Err(failure);
    }
    let seed = came?;
    kept::say(
        ctx,
        &seed.public(),
        "the shares bring",
        kept::Kept::Nowhere,
        document(&gathered, &findings),
    )
}

/// Which share it says it is, and whether it is that.
fn look(
    source: &Source,
    found: Result<Found, Failure>,
    gathered: &mut Gathered,
    identities: &[Identity],
) -> (Option<u8>, Result<(), Failure>) {
    let found = match found {
        Ok(found) => found,
        Err(failure) => return (None, Err(failure)),
    };
    // One of another set is none of those that are looked for, whatever its number and whoever opens it.
    if let Some(sealed) = &found.sealed
        && let Err(error) = gathered.measure.take_set(&source.to_string(), sealed.set())
    {
        return (None, Err(error.into()));
    }
    let number = found.sealed.as_ref().map(SealedShare::number);
    match opened(source, found, &gathered.measure, identities) {
        Ok(brought) => {
            let is_own = gathered
                .measure
                .set()
                .is_none_or(|set| brought.told.is_of(set));
            let number = is_own.then_some(brought.told.number);
            (number, gathered.take(brought).map_err(Into::into))
        }
        Err(failure) => (number, Err(failure)),
    }
}

fn shown(gathered: &Gathered, findings: &[Finding]) -> String {
    let mut text = String::new();
    if let Some(set) = gathered.measure.set() {
        let _ = writeln!(text, "Set      {}", set.id());
    }
    for finding in findings {
        let share = finding
            .number
            .map_or_else(|| "?".to_owned(), |number| number.to_string());
        let holder = finding
            .number
            .and_then(|number| gathered.measure.set()?.holder(number))
            .map_or_else(String::new, |holder| format!("{holder}, "));
        let state = finding.wrong.as_deref().unwrap_or("right");
        let _ = writeln!(text, "Share {share}  {holder}{}: {state}", finding.file);
    }
    for (number, holder) in absent(gathered, findings) {
        let _ = writeln!(text, "Share {number}  {holder}: not here");
    }
    text
}

/// Whose shares nobody brought.
fn absent<'a>(
    gathered: &'a Gathered,
    findings: &'a [Finding],
) -> impl Iterator<Item = (u8, &'a str)> {
    let set = gathered.measure.set();
    let numbers = 1..=set.map_or(0, |set| set.count());
    numbers
        .filter(|number| {
            !findings
                .iter()
                .any(|finding| finding.number == Some(*number))
        })
        .filter_map(move |number| Some((number, set?.holder(number)?)))
}

fn document(gathered: &Gathered, findings: &[Finding]) -> Value {
    let holder = |number: Option<u8>| gathered.measure.set()?.holder(number?);
    let here: Vec<Value> = findings
        .iter()
        .map(|finding| {
            json!({ "share": finding.number, "holder": holder(finding.number), "file": finding.file })
        })
        .collect();
    let absent: Vec<Value> = absent(gathered, findings)
        .map(|(number, holder)| json!({ "share": number, "holder": holder }))
        .collect();
    json!({
        "set": gathered.measure.set().map(|set| set.id()),
        "here": here,
        "absent": absent,
    })
}
