//! `nkeep rotate list`.

use serde_json::{Value, json};

use super::document;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::nkey::PublicKey;
use crate::rotation::given::Thumbprint;
use crate::rotation::{self, Outcome};
use crate::store::Store as _;
use crate::ui::Failure;
use crate::ui::list::{self, Fit};
use crate::ui::time::moment;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Every rotation, also those that ended",
    line: "nkeep rotate list",
}];

/// List rotations, also those that ended
#[derive(clap::Args, Debug)]
pub struct Args {}

pub fn run(ctx: &Ctx, _args: &Args) -> Result<(), Failure> {
    let now = ctx.clock.now();
    let found = ctx.open_store()?.read(|records| rotation::all(records))?;
    if ctx.ui.json() {
        let each: Vec<Value> = found.iter().map(document).collect();
        return ctx
            .ui
            .document(&json!({ "kind": "rotations", "rotations": each }));
    }
    let header = [
        ("ROTATION", Fit::Own),
        ("KIND", Fit::Own),
        ("WHAT", Fit::Name),
        ("PHASE", Fit::Own),
        ("SINCE", Fit::Time),
    ];
    let columns = ctx.ui.columns();
    let text = list::fitted(header, columns, &found, |one| {
        let phase = match one.outcome {
            None => &*one.phase,
            Some(Outcome::Done) => "done",
            Some(Outcome::Aborted) => "aborted",
        };
        [
            (&one.id).into(),
            one.kind.name().into(),
            match columns {
                Some(_) => by_their_ends(&one.what).into(),
                None => (&one.what).into(),
            },
            phase.into(),
            moment(one.since(), now).into(),
        ]
    });
    ctx.ui.text(&text)
}

/// Keys in words, as short as people tell them apart.
fn by_their_ends(what: &str) -> String {
    let shortened = |word: &str| {
        let key = word.trim_matches(['(', ')', ',']);
        let is_key = key.parse::<PublicKey>().is_ok() || key.parse::<Thumbprint>().is_ok();
        match is_key {
            true => word.replace(key, &format!("{}..{}", &key[..4], &key[key.len() - 4..])),
            false => word.to_owned(),
        }
    };
    let words: Vec<String> = what.split(' ').map(shortened).collect();
    words.join(" ")
}
