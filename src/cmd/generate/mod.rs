//! `nkeep generate`.

pub(super) mod activation;
pub(super) mod config;
pub(super) mod config_map;
pub(super) mod context;
pub(super) mod creds;
pub(super) mod diagram;
pub(super) mod form;
pub(super) mod helm_values;
pub(super) mod kustomization;
pub(super) mod manifest;
pub(super) mod nack;
pub(super) mod nauth;
pub(super) mod nkey;
pub(super) mod profile;
pub(super) mod secret;
mod started;

use clap::Subcommand;

use super::Ctx;
use crate::ui::Failure;

/// Generate keys, creds files, activations, server configuration, diagrams and what other tools read
#[derive(Debug, Subcommand)]
pub enum Command {
    Activation(activation::Args),
    Config(config::Args),
    ConfigMap(config_map::Args),
    Context(context::Args),
    Creds(creds::Args),
    #[command(subcommand)]
    Diagram(diagram::Command),
    HelmValues(helm_values::Args),
    Kustomization(kustomization::Args),
    Nack(nack::Args),
    Nauth(nauth::Args),
    Nkey(nkey::Args),
    Profile(profile::Args),
    #[command(subcommand)]
    Secret(secret::Command),
}

pub fn run(ctx: &Ctx, command: &Command) -> Result<(), Failure> {
    let done = match command {
        Command::Activation(args) => activation::run(ctx, args),
        Command::Config(args) => config::run(ctx, args),
        Command::Creds(args) => creds::run(ctx, args),
        Command::Context(args) => context::run(ctx, args),
        Command::Diagram(command) => diagram::run(ctx, command),
        Command::HelmValues(args) => helm_values::run(ctx, args),
        Command::Kustomization(args) => kustomization::run(ctx, args),
        Command::Nack(args) => nack::run(ctx, args),
        Command::Nauth(args) => nauth::run(ctx, args),
        Command::Nkey(args) => nkey::run(ctx, args),
        Command::Profile(args) => profile::run(ctx, args),
        Command::ConfigMap(args) => config_map::run(ctx, args),
        Command::Secret(command) => secret::run(ctx, command),
    };
    // What goes to another than it was made for is found out late.
    if done.is_ok() {
        ctx.say_selected();
    }
    done
}
