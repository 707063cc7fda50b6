//! `nkeep delete mapping`.

use crate::cmd::Ctx;
use crate::cmd::asking::Asking;
use crate::cmd::asking::store::claims_of;
use crate::cmd::example::Example;
use crate::cmd::shares::{Called, Edit};
use crate::cmd::words::argument::open_text;
use crate::jwt::claims::Account;
use crate::trust::share::delete_mapping;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "Move no orders to the new version any more",
    line: "nkeep delete mapping -a ACME -f 'orders.*' -t 'orders.v2.$1'",
}];

/// Delete mappings of an account
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Subject whose messages are moved
    #[arg(long, short, value_name = "SUBJECT", value_parser = open_text)]
    from: String,
    /// Where they go; all mappings of the subject where this is not given
    #[arg(long, short, value_name = "SUBJECT", value_parser = open_text)]
    to: Option<String>,
    /// Cluster in which the mapping holds
    #[arg(long, value_name = "NAME", value_parser = open_text)]
    cluster: Option<String>,
    #[command(flatten)]
    edit: Edit,
}

/// What -i asks.
pub fn ask(asking: &mut Asking<'_>) -> Result<(), Failure> {
    let account = asking.account()?;
    let mappings = claims_of::<Account>(&account)?.body.mappings;
    let from: Vec<_> = mappings
        .keys()
        .map(|from| (from.clone(), Some(from.clone())))
        .collect();
    asking.choice("from", "Subject whose messages are moved", &from, 0)?;
    let from = asking.value("from").unwrap_or_default();
    let to = mappings.get(&from).map(Vec::as_slice).unwrap_or_default();
    if to.len() > 1 {
        let mut choices = vec![("all of them".to_owned(), None)];
        choices.extend(
            to.iter()
                .map(|to| (to.subject.clone(), Some(to.subject.clone()))),
        );
        asking.choice("to", "Where they go", &choices, 0)?;
    }
    asking.operator_key(&account)
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    let called = Called {
        command: "delete mapping",
        summary: format!("deleted mappings of {}", args.from),
    };
    args.edit.run(ctx, called, None, |_, _, claims| {
        let (to, cluster) = (args.to.as_deref(), args.cluster.as_deref());
        Ok(delete_mapping(claims, &args.from, to, cluster)?)
    })
}
