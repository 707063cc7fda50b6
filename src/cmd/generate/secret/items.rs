//! `nkeep generate secret items`.

use super::{Common, refused};
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::generate::manifest::Draft;
use crate::cmd::generate::started::say_in;
use crate::emit::artefact::Item;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "A Secret of another chart's shape, in a file that only you can read",
    line: "nkeep generate secret items my-app -n apps --item app.creds=creds:ACME/ACME --item account=account.public:ACME -o my-app.yaml",
}];

/// Generate a Secret of any shape
///
/// Each --item is a key of the Secret and what stands under it: operator.jwt, operator.public, operator.signing-seed[:KEY],
/// sys.jwt, sys.public, server.conf, account.jwt:NAME, account.public:NAME, account.seed:NAME,
/// account.signing-seed:NAME[/KEY-OR-ROLE], user.jwt:ACCOUNT/USER, user.public:ACCOUNT/USER, user.seed:ACCOUNT/USER,
/// creds:ACCOUNT/USER, xkey:KEY, text-key:KEY, pkcs8:KEY. The identity of an operator is refused.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// What the name begins with; the content says the rest, or --name all of it
    #[arg(value_name = "NAME")]
    base: crate::emit::manifest::name::ObjectName,
    /// Key, and what stands under it
    #[arg(long, required = true, value_name = "KEY=ARTEFACT")]
    item: Vec<Item>,
    #[command(flatten)]
    common: Common,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.common.written(ctx, |estate| {
        let naming = args.common.called.naming(args.base.as_str());
        let mut draft = Draft::new("items", naming);
        say_in(ctx, &args.item, &estate.operators);
        for item in &args.item {
            draft.data.add(estate.part(item)?).map_err(refused)?;
        }
        let operator = estate.operator.entity.key.to_string();
        draft.lineage = vec![operator.clone(), args.base.to_string()];
        draft.about = vec![("operator", operator)];
        Ok(draft)
    })
}
