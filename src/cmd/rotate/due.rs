//! `nkeep rotate due`.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::clock::{UnixSeconds, absolute};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::words::argument::granted_class;
use crate::cmd::words::when::When;
use crate::rotation::due::{Due, Periods, Wanted, due};
use crate::rotation::{self, RotationError};
use crate::store::Store as _;
use crate::store::class::{Class, Role};
use crate::ui::list::{self, Fit};
use crate::ui::{ExitCode, Failure, shown};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "What is due within a month, for a calendar or a job of CI",
        line: "nkeep rotate due --within 1M",
    },
    Example {
        purpose: "Users' keys are used for 90 days, and operators' signing keys for half a year",
        line: "nkeep rotate due --set user=90d,operator-signing=182d",
    },
];

/// List keys that have been in use for too long
///
/// Exit code 6 when any is due, for cron and CI. A key is in use from when it came into the store, or from when a rotation had it sign.
/// Below each stands what begins its rotation; a key that is being rotated is not due again. Nobody is reminded of keys that are
/// retired, destroyed or in other hands, nor of the store's own.
///
/// Keys are used for a year, but for those of three classes, which have no end until one is set: an account is known by its identity
/// for good, tokens of users say for themselves how long they are good, and the journal's key is replaced whenever a recipient leaves.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Class of keys; all of them when none is named
    #[arg(long, value_name = "CLASS", value_parser = granted_class)]
    class: Vec<Class>,
    /// List also what soon will be due: a day such as 2026-12-24, or a length from now such as 12h, 90d, 2w, 6M, 1y
    #[arg(long, value_name = "WHEN")]
    within: Option<When>,
    /// List what the old recipient of that rotation could open, and may have copied, until each was replaced
    #[arg(long, value_name = "ROTATION", conflicts_with = "within")]
    left: Option<String>,
    /// Set for how long keys of a class are used, such as 90d, 26w or 2y; never, or 0, for no end
    #[arg(
        long,
        value_name = "CLASS=PERIOD",
        value_delimiter = ',',
        value_parser = setting,
        conflicts_with_all = ["class", "within", "left"]
    )]
    set: Vec<Setting>,
    /// Show for how long keys of each class are used, and nothing else
    #[arg(long, conflicts_with_all = ["class", "within", "left"])]
    settings: bool,
}

/// For how long keys of a class are used.
type Setting = (Class, Option<i64>);

fn setting(text: &str) -> Result<Setting, String> {
    let (class, period) = text
        .split_once('=')
        .ok_or("it is no class and period such as user=90d")?;
    Ok((granted_class(class)?, period_of(period)?))
}

/// A length of time; nothing for one without end.
fn period_of(text: &str) -> Result<Option<i64>, String> {
    let wrong = || "it is no length such as 90d, 26w or 2y, nor never".to_owned();
    if text == "never" {
        return Ok(None);
    }
    let length = match text.parse::<When>()? {
        When::At(_) => return Err(wrong()),
        when => when.from(0).map_err(|_| wrong())?,
    };
    match length {
        ..0 => Err(wrong()),
        0 => Ok(None),
        length => Ok(Some(length)),
    }
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    if !args.set.is_empty() {
        return set(ctx, &args.set);
    }
    let now = ctx.clock.now();
    let by = match args.within {
        None => now,
        Some(within) => (within.from(now))
            .map_err(|_| Failure::usage("--within is later than the calendar goes"))?
            .max(now),
    };
    let (periods, found) = ctx.open_store()?.read(|records| {
        let periods = Periods::of(records)?;
        if args.settings {
            return Ok((periods, Vec::new()));
        }
        let rotation = match &args.left {
            None => None,
            some => Some(rotation::found(records, some.as_deref())?),
        };
        let wanted = match &rotation {
            None => Wanted::Aged(&periods, by),
            Some(rotation) => Wanted::Left(rotation),
        };
        let found = due(records, &wanted, &args.class)?;
        Ok::<_, RotationError>((periods, found))
    })?;
    if args.settings {
        return settled(ctx, &periods);
    }
    let count = found.iter().filter(|one| one.is_due(now)).count();
    if ctx.ui.json() {
        let keys: Vec<Value> = found.iter().map(|one| documented(ctx, one, now)).collect();
        ctx.ui.document(&json!({
            "kind": "keys_due", "due": count, "periods": documented_periods(&periods), "keys": keys,
        }))?;
    } else if !found.is_empty() {
        ctx.ui.text(&lines(ctx, &found, now))?;
    } else {
        ctx.ui.note("no key is due");
    }
    match count {
        0 => Ok(()),
        _ => Err(Failure::shown(ExitCode::Gate)),
    }
}

/// Settles periods, and says which hold now.
fn set(ctx: &Ctx, settings: &[Setting]) -> Result<(), Failure> {
    let mut store = ctx.open_store()?;
    let keyring = ctx.keyring(&mut store)?;
    let said: Vec<String> = settings
        .iter()
        .map(|(class, period)| format!("{class} keys {}", period.map_or_else(never, length)))
        .collect();
    let note = ctx.note(
        "rotate due",
        format!("keys are used for: {}", said.join(", ")),
    );
    let periods = store.transact(note, &*keyring, |changes| {
        let mut periods = Periods::of(changes)?;
        for (class, period) in settings {
            periods.set(*class, *period);
        }
        periods.keep(changes)?;
        Ok::<_, RotationError>(periods)
    })?;
    settled(ctx, &periods)
}

fn settled(ctx: &Ctx, periods: &Periods) -> Result<(), Failure> {
    if ctx.ui.json() {
        return ctx.ui.document(&json!({
            "kind": "periods", "periods": documented_periods(periods),
        }));
    }
    let each: Vec<Setting> = periods.each().collect();
    ctx.ui
        .text(&list::columns(["CLASS", "PERIOD"], &each, |setting| {
            let period = setting.1.map_or_else(never, length);
            [setting.0.name().into(), period.into()]
        }))
}

fn documented_periods(periods: &Periods) -> Map<String, Value> {
    periods
        .each()
        .map(|(class, period)| (class.name().to_owned(), json!(period)))
        .collect()
}

fn documented(ctx: &Ctx, one: &Due, now: UnixSeconds) -> Value {
    json!({
        "public_key": one.key.public,
        "owner": one.owner(),
        "owner_key": one.key.owner.as_ref().map(|owner| &owner.key),
        "class": one.key.class.name(),
        "role": one.key.role.name(),
        "in_use_since": one.since,
        "age": now - one.since,
        "period": one.period,
        "due_since": one.due,
        "due": one.is_due(now),
        "rotation": one.rotation.as_ref().map(|(id, _)| id),
        "phase": one.rotation.as_ref().map(|(_, phase)| phase),
        "command": ctx.in_store(&one.command),
    })
}

/// Two lines for each: which key it is, and what is done about it. The second is whole, since it is to be copied.
fn lines(ctx: &Ctx, found: &[Due], now: UnixSeconds) -> String {
    let header = [
        ("OWNER", Fit::Name),
        ("CLASS", Fit::Own),
        ("KEY", Fit::Key),
        ("AGE", Fit::Own),
        ("PERIOD", Fit::Own),
        ("DUE", Fit::Own),
    ];
    let table = list::fitted(header, ctx.ui.columns(), found, |one| {
        [
            one.owner().into(),
            class(one).into(),
            (&one.key.public).into(),
            length((now - one.since).max(0)).into(),
            one.period.map_or_else(String::new, length).into(),
            day(one.due).into(),
        ]
    });
    let mut text = String::with_capacity(table.len() * 2);
    let mut lines = table.lines();
    let _ = writeln!(text, "{}", lines.next().unwrap_or_default());
    for (line, one) in lines.zip(found) {
        let about = match &one.rotation {
            None => ctx.in_store(&one.command),
            Some((id, phase)) => format!("is being rotated: {id}, in the phase {phase}"),
        };
        let _ = writeln!(text, "{line}\n  {}", shown(&about));
    }
    text
}

/// The class, and the role where the class does not say it.
fn class(one: &Due) -> String {
    let name = one.key.class.name();
    match (one.key.class, one.key.role) {
        (Class::AccountSigning | Class::Other, Role::Curve) => format!("{name} (curve)"),
        _ => name.to_owned(),
    }
}

fn day(at: UnixSeconds) -> String {
    let text = absolute(at);
    text.split_once(' ')
        .map_or_else(|| text.clone(), |(day, _)| day.to_owned())
}

fn never() -> String {
    "never".to_owned()
}

/// A length in the largest unit that says enough of it.
fn length(seconds: i64) -> String {
    const UNITS: [(i64, &str); 3] = [(86_400, "d"), (3_600, "h"), (60, "m")];
    let unit = UNITS.into_iter().find(|(length, _)| seconds >= *length);
    let (length, unit) = unit.unwrap_or((1, "s"));
    format!("{}{unit}", seconds / length)
}
