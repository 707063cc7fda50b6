//! `nkeep generate secret oidc-trust`.

use super::refused;
use crate::cmd::Ctx;
use crate::cmd::example::Example;
use crate::cmd::files::input::Source;
use crate::cmd::generate::form::Form;
use crate::cmd::generate::manifest::{About, Called, Draft, Going, Place, pruned};
use crate::emit::manifest::oidc::{self, Issuer, Pins};
use crate::ui::{Failure, Hinted as _};

pub const EXAMPLES: &[Example] = &[Example {
    purpose: "The keys of an issuer, old and new, as they are pinned while one replaces the other",
    line: "nkeep generate secret oidc-trust --jwks new.json --jwks old.json --issuer https://id.example.com/realms/acme -n nats-auth --config-map",
}];

/// Generate a Secret or ConfigMap with the keys of an OIDC issuer that a callout service trusts
///
/// Of each JWKS the keys that sign, those of the first file first: the newest. jwks.json has all of them, each stands alone
/// under its kid and .pem, active.jwk.b64 is the newest for services that take one, and manifest.json says what is there. No key
/// is opened, and a JWKS that holds private keys is refused.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// File with a JWKS, as the issuer publishes it; - is stdin. Repeated, the newest first
    #[arg(long, required = true, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    jwks: Vec<Source>,
    /// What tokens say of who issued them
    #[arg(long, value_name = "URL")]
    issuer: Issuer,
    /// Keep the certificates beside the keys (x5c)
    #[arg(long)]
    x5c: bool,
    /// Write a ConfigMap: there is no secret in it
    #[arg(long)]
    config_map: bool,
    #[command(flatten)]
    called: Called,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    going: Going,
    #[command(flatten)]
    form: Form,
    #[command(flatten)]
    about: About,
}

pub fn run(ctx: &Ctx, args: &Args) -> Result<(), Failure> {
    args.place.must_be_said()?;
    let form = args.form.ready(ctx)?;
    if args.config_map && !args.form.is_secret() {
        return Err(Failure::usage(
            "--as is for Secrets, and a ConfigMap is none",
        ))
        .hint("leave --config-map out");
    }
    let texts = args.jwks.iter().map(|file| file.text(oidc::LARGEST));
    let texts = texts.collect::<Result<Vec<_>, _>>()?;
    let newest_first: Vec<&str> = texts.iter().map(|text| text.as_str()).collect();
    let pins = Pins::read(&newest_first, args.x5c)?;
    for note in pins.notes() {
        ctx.ui.notice(note);
    }
    let mut draft = Draft::new("oidc-trust", args.called.naming("nats-oidc-trust"));
    for part in pins.parts(&args.issuer)? {
        draft.data.add(part).map_err(refused)?;
    }
    draft.about = pins.annotations(&args.issuer).into();
    draft.lineage = vec![args.issuer.to_string()];
    let kind = if args.config_map {
        "configmap"
    } else {
        args.form.kind()
    };
    let object = draft.object(&args.place, &args.about)?;
    let node = if args.config_map {
        object.config_map()?
    } else {
        form.node(&object)?
    };
    args.going.write(ctx, &[node])?;
    pruned(ctx, &args.place, kind, [&object]);
    Ok(())
}
