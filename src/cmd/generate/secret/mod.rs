//! `nkeep generate secret`: Secrets for those who take keys and creds from Kubernetes.

pub(in crate::cmd) mod account_keys;
pub(in crate::cmd) mod items;
pub(in crate::cmd) mod nstance;
pub(in crate::cmd) mod oidc_trust;
pub(in crate::cmd) mod operator_signing_key;
pub(in crate::cmd) mod pkcs8;
pub(in crate::cmd) mod sys_creds;
pub(in crate::cmd) mod text_key;
pub(in crate::cmd) mod user_creds;
pub(in crate::cmd) mod wasmcloud;
pub(in crate::cmd) mod xkey;

use clap::Subcommand;
use zeroize::Zeroizing;

use super::form::Form;
use super::manifest::{About, Called, Draft, Going, Place, pruned};
use crate::cmd::Ctx;
use crate::emit::artefact::secret;
use crate::emit::estate::Estate;
use crate::emit::manifest::name::DataKey;
use crate::store::record::Entity;
use crate::trust::TrustError;
use crate::ui::{Failure, called_with};

/// Generate a Secret of Kubernetes with keys or creds, to be piped to kubectl
#[derive(Debug, Subcommand)]
pub enum Command {
    OperatorSigningKey(operator_signing_key::Args),
    SysCreds(sys_creds::Args),
    UserCreds(user_creds::Args),
    AccountKeys(account_keys::Args),
    Xkey(xkey::Args),
    TextKey(text_key::Args),
    Pkcs8(pkcs8::Args),
    OidcTrust(oidc_trust::Args),
    Wasmcloud(wasmcloud::Args),
    Nstance(nstance::Args),
    Items(items::Args),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    match command {
        Command::OperatorSigningKey(args) => operator_signing_key::run(ctx, args),
        Command::SysCreds(args) => sys_creds::run(ctx, args),
        Command::UserCreds(args) => user_creds::run(ctx, args),
        Command::AccountKeys(args) => account_keys::run(ctx, args),
        Command::Xkey(args) => xkey::run(ctx, args),
        Command::TextKey(args) => text_key::run(ctx, args),
        Command::Pkcs8(args) => pkcs8::run(ctx, args),
        Command::OidcTrust(args) => oidc_trust::run(ctx, args),
        Command::Wasmcloud(args) => wasmcloud::run(ctx, args),
        Command::Nstance(args) => nstance::run(ctx, args),
        Command::Items(args) => items::run(ctx, args),
    }
}

/// What every Secret has.
#[derive(clap::Args, Clone, Debug)]
pub struct Common {
    #[command(flatten)]
    pub called: Called,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    pub going: Going,
    #[command(flatten)]
    form: Form,
    #[command(flatten)]
    about: About,
}

impl Common {
    /// The account that is meant.
    fn account(
        &self,
        ctx: &Ctx,
        estate: &Estate<'_>,
        named: Option<&str>,
    ) -> Result<Entity, TrustError> {
        self.going.operator.account(ctx, estate.records, named)
    }

    /// Builds the Secret from what is opened, and writes it.
    pub fn written(
        &self,
        ctx: &Ctx,
        draft: impl FnOnce(&Estate<'_>) -> Result<Draft, TrustError>,
    ) -> Result<(), Failure> {
        self.place.must_be_said()?;
        self.going.may_go(ctx, self.form.is_secret())?;
        let form = self.form.ready(ctx)?;
        let draft = self.going.of_estate(ctx, true, draft)?;
        let object = draft.object(&self.place, &self.about)?;
        self.going.write(ctx, &[form.node(&object)?])?;
        pruned(ctx, &self.place, self.form.kind(), [&object]);
        Ok(())
    }
}

/// Under which keys the content stands.
#[derive(clap::Args, Clone, Debug, Default)]
pub struct Keys {
    /// Key that it stands under, in place of those that are usual
    #[arg(long, value_name = "KEY")]
    key: Vec<DataKey>,
}

impl Keys {
    /// Puts it there, under each of them.
    pub fn put(
        &self,
        draft: &mut Draft,
        usual: &[&'static str],
        text: &Zeroizing<String>,
    ) -> Result<(), TrustError> {
        let usual = usual.iter().copied().map(super::manifest::data_key);
        let keys = match &*self.key {
            [] => usual.collect::<Result<Vec<_>, _>>()?,
            keys => keys.to_vec(),
        };
        for key in keys {
            draft.data.add(secret(key, text.clone())).map_err(refused)?;
        }
        Ok(())
    }
}

/// A manifest that cannot be.
pub fn refused(error: crate::emit::manifest::ManifestError) -> TrustError {
    TrustError::refused(error.to_string(), "nkeep generate secret --help")
}

/// Of several keys each is named so: the command once more, for each of them.
pub fn each_named(flag: &str, error: TrustError) -> TrustError {
    match error {
        TrustError::Undecided { reason, keys, .. } => TrustError::Undecided {
            ways: keys
                .iter()
                .map(|key| called_with(format!("{flag} {key}").trim_start()))
                .collect(),
            reason,
            keys,
        },
        other => other,
    }
}
