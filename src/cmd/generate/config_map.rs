//! `nkeep generate config-map`.

use super::manifest::{About, Called, Draft, Going, Place, pruned};
use super::secret::refused;
use super::started::say_in;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::emit::artefact::Item;
use crate::emit::manifest::name::ObjectName;
use crate::ui::Failure;

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "What makes servers trust the operator, for a chart that includes it",
    line: "nkeep generate config-map nats-auth -n nats --name nats-auth --item resolver.conf=server.conf",
}];

/// Generate a ConfigMap with tokens and public keys
///
/// As generate secret items, without secrets: no key is opened.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// What the name begins with; the content says the rest, or --name all of it
    #[arg(value_name = "NAME")]
    base: ObjectName,
    /// Key, and what stands under it
    #[arg(long, required = true, value_name = "KEY=ARTEFACT")]
    item: Vec<Item>,
    #[command(flatten)]
    called: Called,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    going: Going,
    #[command(flatten)]
    about: About,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.place.must_be_said()?;
    if let Some(secret) = args.item.iter().find(|item| item.artefact.is_secret()) {
        return Err(crate::emit::manifest::ManifestError::SecretInConfigMap(
            secret.key.to_string(),
        )
        .into());
    }
    let draft = args.going.of_estate(ctx, false, |estate| {
        let mut draft = Draft::new("items", args.called.naming(args.base.as_str()));
        say_in(ctx, &args.item, &estate.operators);
        for item in &args.item {
            draft.data.add(estate.part(item)?).map_err(refused)?;
        }
        let operator = estate.operator.entity.key.to_string();
        draft.lineage = vec![operator.clone(), args.base.to_string()];
        draft.about = vec![("operator", operator)];
        Ok(draft)
    })?;
    let object = draft.object(&args.place, &args.about)?;
    args.going.write(ctx, &[object.config_map()?])?;
    pruned(ctx, &args.place, "configmap", [&object]);
    Ok(())
}
