//! `nkeep add mapping`.

use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::example::Example;
use crate::cmd::shares::{Called, Edit};
use crate::cmd::words::argument::{open_text, subject, words};
use crate::jwt::subject::Subject;
use crate::jwt::subject::destination::Destination;
use crate::text::quoted;
use crate::trust::share::{NewMapping, add_mapping};
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[
    Example {
        purpose: "Move a tenth of the orders to the new version",
        line: "nkeep add mapping -a ACME --from 'orders.*' --to 'orders.v2.$1' --weight 10",
    },
    Example {
        purpose: "In one cluster all of them",
        line: "nkeep add mapping -a ACME --from 'orders.*' --to 'orders.eu.$1' --cluster eu-west",
    },
];

/// Add a mapping to an account, or change one: messages are moved from a subject to another
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Subject whose messages are moved
    #[arg(long, short, value_name = "SUBJECT", value_parser = subject)]
    from: Subject,
    /// Where they go; $1 is what the first wildcard matched
    #[arg(long, short, value_name = "SUBJECT", value_parser = open_text)]
    to: String,
    /// How many in a hundred; all where this is not given
    #[arg(long, value_name = "PERCENT", value_parser = weight)]
    weight: Option<u8>,
    /// Cluster in which this holds; everywhere where none is named
    #[arg(long, value_name = "NAME", value_parser = words)]
    cluster: Option<String>,
    #[command(flatten)]
    edit: Edit,
}

/// Reads how many in a hundred. That of a token cannot say none of them.
fn weight(text: &str) -> Result<u8, String> {
    match text.parse() {
        Ok(0) => Err(
            "servers read a weight of 0 as 100; where nothing is to go, delete the mapping (nkeep delete mapping)"
                .to_owned(),
        ),
        Ok(weight @ 1..=100) => Ok(weight),
        _ => Err("it is no number from 1 to 100".to_owned()),
    }
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = asking.account()?;
    asking.needed("from", "Subject whose messages are moved")?;
    asking.needed("to", "Where they go; $1 is what the first wildcard matched")?;
    asking.text_as("weight", "How many in a hundred", "100")?;
    asking.text_as(
        "cluster",
        "Cluster in which this holds, if not everywhere",
        "",
    )?;
    asking.operator_key(&account)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    Destination::parse(args.from.as_str(), &args.to)
        .map_err(|reason| {
            let (from, to) = (quoted(&args.from), quoted(&args.to));
            Failure::usage(format!("servers would not map {from} to {to}: {reason}"))
        })
        .hint("nkeep add mapping --help")?;
    let new = NewMapping {
        from: args.from.clone(),
        to: args.to.clone(),
        weight: args.weight.unwrap_or_default(),
        cluster: args.cluster.clone().unwrap_or_default(),
    };
    let called = Called {
        command: "add mapping",
        summary: format!("added a mapping of {}", args.from),
    };
    args.edit.run(ctx, called, None, |_, _, claims| {
        Ok(add_mapping(claims, new))
    })
}
