//! `nkeep ceremony drill`.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::brought::{Brought, Found, bytes_of, found_in, opened_if_theirs, with_their_identity};
use super::kept;
use crate::ceremony::shares::claimed::Claimed;
use crate::ceremony::shares::file::SealedShare;
use crate::ceremony::shares::gathered::Gathered;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::Source;
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
/// of enough shares the key is worked out. Nothing is stored. A share whose holder is not here, with their identity, is not opened, and
/// is no error. Where shares of several sets lie in one place, --set says which is meant; else it is the set of the first sealed one.
/// Exit code 0: those that were opened are right, and enough of them bring the key back. 6: they are right, and too few. 3: one is
/// damaged, or no share. 7: one was changed, is of another set or of another key than was expected. 1: a file cannot be read.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(flatten)]
    brought: Brought,
}

/// What was found of a file.
struct Finding {
    file: String,
    number: Option<u8>,
    /// What a broken one says of itself.
    claim: Option<String>,
    state: State,
}

/// How a share is.
enum State {
    Right,
    /// Nobody is here who opens it.
    NotOpened,
    Wrong(String),
}

/// A file, what it says that it is, and whether it can be that.
struct Look<'a> {
    source: &'a Source,
    claimed: Option<Claimed>,
    found: Result<Found, Failure>,
}

impl<'a> Look<'a> {
    fn at(ctx: &Ctx, source: &'a Source) -> Self {
        let bytes = bytes_of(ctx, source);
        let read = bytes.as_ref().map(|bytes| bytes.as_slice());
        Self {
            claimed: Claimed::of(&source.to_string(), read.unwrap_or_default()),
            found: bytes.and_then(|bytes| found_in(source, &bytes)),
            source,
        }
    }
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let brought = &args.brought;
    brought.must_be_some()?;
    let identities = brought.identities(ctx)?;
    let mut gathered = Gathered::new(brought.measure(ctx)?);
    let (mut findings, mut first) = (Vec::new(), None);
    let files = brought.files.iter();
    let looks: Vec<Look<'_>> = files.map(|file| Look::at(ctx, file)).collect();
    // What words must be, sealed shares beside them say; one that is of another set is found below.
    for look in &looks {
        if let Ok(Some(sealed)) = look.found.as_ref().map(|found| &found.sealed) {
            let from = look.source.to_string();
            let _ = gathered.measure.take_set(&from, sealed.set());
        }
    }
    for look in looks {
        let (finding, failure) = look.taken(&mut gathered, &identities);
        findings.push(finding);
        if let Some(failure) = failure {
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
    let not_opened = of(&findings, |state| matches!(state, State::NotOpened));
    let seed = match came {
        Err(error) if !not_opened.is_empty() => {
            return Err(Failure::from(error).hint(with_their_identity()));
        }
        came => came?,
    };
    let key = seed.public();
    kept::say(
        ctx,
        &key,
        "the shares bring",
        kept::Kept::Nowhere,
        document(&gathered, &findings),
    )?;
    if !not_opened.is_empty() && !ctx.ui.json() {
        let shares = not_opened.iter().map(|finding| {
            let holder = holder(&gathered, finding).unwrap_or_default();
            format!("{} ({holder})", finding.file)
        });
        ctx.ui.note(&format!(
            "not tried, as nobody opened them: {}",
            shares.collect::<Vec<_>>().join(", ")
        ));
    }
    Ok(())
}

impl Look<'_> {
    /// Whether it is what it must be; where it is, it is one of those that bring the key back.
    fn taken(self, gathered: &mut Gathered, identities: &[Identity]) -> (Finding, Option<Failure>) {
        let (number, looked_at) = look(self.source, self.found, gathered, identities);
        // What is of a set that is meant is known by its number; of any other it is only said.
        let own = self.claimed.as_ref().filter(|claimed| {
            let set = gathered.measure.set();
            set.is_some_and(|set| claimed.is_of(set))
        });
        let number = number.or(own.map(|claimed| claimed.number));
        let claim = self.claimed.filter(|_| number.is_none());
        let (state, failure) = match looked_at {
            Ok(true) => (State::Right, None),
            Ok(false) => (State::NotOpened, None),
            Err(failure) => (State::Wrong(failure.message()), Some(failure)),
        };
        let finding = Finding {
            file: self.source.to_string(),
            number,
            claim: claim.map(|claimed| claimed.said()),
            state,
        };
        (finding, failure)
    }
}

/// Which share it says it is, and whether it is that; not where nobody opens it.
fn look(
    source: &Source,
    found: Result<Found, Failure>,
    gathered: &mut Gathered,
    identities: &[Identity],
) -> (Option<u8>, Result<bool, Failure>) {
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
    match opened_if_theirs(source, found, &gathered.measure, identities) {
        Ok(Some(brought)) => {
            let is_own = gathered
                .measure
                .set()
                .is_none_or(|set| brought.told.is_of(set));
            let number = is_own.then_some(brought.told.number);
            let taken = gathered.take(brought).map_err(Into::into);
            (number, taken.map(|()| true))
        }
        Ok(None) => (number, Ok(false)),
        Err(failure) => (number, Err(failure)),
    }
}

/// Those that are so.
fn of(findings: &[Finding], is_so: impl Fn(&State) -> bool) -> Vec<&Finding> {
    let findings = findings.iter();
    findings.filter(|finding| is_so(&finding.state)).collect()
}

/// Who holds it.
fn holder<'a>(gathered: &'a Gathered, finding: &Finding) -> Option<&'a str> {
    gathered.measure.set()?.holder(finding.number?)
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
        let holder =
            holder(gathered, finding).map_or_else(String::new, |holder| format!("{holder}, "));
        let claim = finding
            .claim
            .as_ref()
            .map_or_else(String::new, |claim| format!(" ({claim})"));
        let state = match &finding.state {
            State::Right => "right",
            State::NotOpened => "not opened",
            State::Wrong(why) => why,
        };
        let file = &finding.file;
        let _ = writeln!(text, "Share {share}  {holder}{file}{claim}: {state}");
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
    let listed = |is_so: fn(&State) -> bool| -> Vec<Value> {
        let findings = of(findings, is_so).into_iter();
        let listed = findings.map(|finding| {
            let holder = holder(gathered, finding);
            json!({ "share": finding.number, "holder": holder, "file": finding.file })
        });
        listed.collect()
    };
    let absent: Vec<Value> = absent(gathered, findings)
        .map(|(number, holder)| json!({ "share": number, "holder": holder }))
        .collect();
    json!({
        "set": gathered.measure.set().map(|set| set.id()),
        "here": listed(|state| matches!(state, State::Right)),
        "not_opened": listed(|state| matches!(state, State::NotOpened)),
        "absent": absent,
    })
}
