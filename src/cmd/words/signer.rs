//! The key that is to sign, as nsc's `-K` names it; and keys that somebody is to have, as its `--sk`.
//!
//! What names no key is an error: nsc signs with the identity key then, and nobody notices.

use std::path::PathBuf;
use std::rc::Rc;

use zeroize::Zeroizing;

use crate::cmd::files::input::Source;
use crate::cmd::{Ctx, help_command};
use crate::nkey::{Kind, PUBLIC_TEXT_LEN, PublicKey, Seed};
use crate::trust::{KeyChoice, KeySource};
use crate::ui::{Failure, Hinted as _};

/// Which key signs.
#[derive(clap::Args, Clone, Debug, Default, PartialEq)]
pub struct SignWith {
    /// Key that signs: a public key, the role of a scoped key, a file with a seed, or - for stdin
    #[arg(long, short = 'K', value_name = "KEY", value_parser = named_key)]
    private_key: Option<NamedKey>,
}

impl SignWith {
    /// The key, its seed read where it is in a file.
    pub fn choice(&self, ctx: &Ctx) -> Result<KeyChoice, Failure> {
        Ok(match &self.private_key {
            None => KeyChoice::Best,
            Some(NamedKey::Public(key)) => KeyChoice::Key(*key),
            Some(NamedKey::Seed(source)) => {
                let pair = source.seed(ctx.ui)?.signing_pair();
                KeyChoice::Given(Rc::new(pair.context(format!("{source} cannot sign"))?))
            }
            Some(NamedKey::Bare(bare)) => {
                let pair = bare.seed(ctx)?.signing_pair();
                KeyChoice::Given(Rc::new(pair.context("the seed cannot sign")?))
            }
            Some(NamedKey::Word(word)) => KeyChoice::Role(word.clone()),
        })
    }
}

/// Which key an operator is to be known by.
#[derive(clap::Args, Clone, Debug)]
pub struct IdentityKey {
    /// Identity key: a public key whose seed is in the store, a file with a seed, or - for stdin; else one is made
    #[arg(long, short = 'K', value_name = "KEY", value_parser = named_key)]
    private_key: Option<NamedKey>,
}

impl IdentityKey {
    /// The key, made here where none is named.
    pub fn source(&self, ctx: &Ctx) -> Result<KeySource, Failure> {
        ctx.identity_in_ceremony(self.private_key.as_ref())
    }
}

/// Says that an account was given a signing key by the way.
pub fn first_signing_key(ctx: &Ctx, made: Option<PublicKey>) {
    if let Some(key) = made {
        ctx.ui.notice(&format!(
            "the account had no signing key and has {key} now, as its operator demands; servers need it anew"
        ));
    }
}

/// A key by whatever it is named.
#[derive(Clone, Debug, PartialEq)]
pub enum NamedKey {
    /// By its public half.
    Public(PublicKey),
    /// By its seed, which is in a file or comes on stdin.
    Seed(Source),
    /// By its seed, in the open.
    Bare(Bare),
    /// By a word: a role, or `generate`.
    Word(String),
}

impl NamedKey {
    /// The key as something that somebody is to have.
    pub fn source(&self, ctx: &Ctx) -> Result<KeySource, Failure> {
        match self {
            Self::Public(key) => Ok(KeySource::Public(*key)),
            Self::Seed(source) => Ok(KeySource::Seed(source.seed(ctx.ui)?)),
            Self::Bare(bare) => Ok(KeySource::Seed(bare.seed(ctx)?)),
            Self::Word(_) if self.is_to_be_made() => Ok(KeySource::Generate),
            Self::Word(word) => Err(no_key(word)),
        }
    }

    /// One that is made here.
    pub fn to_be_made() -> Self {
        Self::Word("generate".to_owned())
    }

    /// Whether it is one that is made here.
    pub fn is_to_be_made(&self) -> bool {
        matches!(self, Self::Word(word) if word == "generate")
    }
}

impl NamedKey {
    /// The public half, of a key of that kind.
    pub fn public(&self, ctx: &Ctx, kind: Kind) -> Result<PublicKey, Failure> {
        Ok(self.own(ctx, kind)?.0)
    }

    /// The key that something new is to have: its public half, and the seed where that is given.
    pub fn own(&self, ctx: &Ctx, kind: Kind) -> Result<(PublicKey, Option<Seed>), Failure> {
        let (public, seed) = match self {
            Self::Public(key) => (*key, None),
            Self::Word(word) => {
                let why = format!("\"{word}\" is no key: give a public key, or a file with a seed");
                return Err(Failure::usage(why)).hint(help_command());
            }
            Self::Seed(source) => with_public(source.seed(ctx.ui)?),
            Self::Bare(bare) => with_public(bare.seed(ctx)?),
        };
        match public.kind().expect(kind) {
            Ok(()) => Ok((public, seed)),
            Err(error) => {
                let why = format!("the key {public} cannot be used: {error}");
                Err(Failure::usage(why)).hint(help_command())
            }
        }
    }
}

fn with_public(seed: Seed) -> (PublicKey, Option<Seed>) {
    (seed.public(), Some(seed))
}

/// A seed that stands on the command line. Scripts written for nsc have such; it is used only where that is asked for.
#[derive(Clone, PartialEq)]
pub struct Bare(Zeroizing<String>);

impl std::fmt::Debug for Bare {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Bare(..)")
    }
}

impl Bare {
    fn seed(&self, ctx: &Ctx) -> Result<Seed, Failure> {
        if !ctx.opening.insecure_argv {
            return Err(Failure::usage(
                "it is a seed: on the command line every process of this machine can read it; \
                 name a file that holds it, or - for stdin; or add --insecure-argv where nobody else can see it",
            ))
            .hint(help_command());
        }
        Ok(Seed::parse(&self.0)?)
    }
}

fn no_key(word: &str) -> Failure {
    Failure::usage(format!(
        "\"{word}\" is no key: give a public key, a file with a seed, or \"generate\" (a file is named as ./{word})"
    ))
    .hint("nkeep list keys")
}

/// Reads a key in an argument. A file is told from a word by a slash, or by how its name ends.
pub fn named_key(text: &str) -> Result<NamedKey, String> {
    if text.is_empty() {
        return Err("it is empty".to_owned());
    }
    // On paper it stands in groups.
    let bare: Zeroizing<String> = Zeroizing::new(text.split_whitespace().collect());
    let is_key = bare.parse::<PublicKey>().is_ok() || Seed::parse(&bare).is_ok();
    let text = if is_key { &bare } else { text };
    if text.len() == PUBLIC_TEXT_LEN && Seed::parse(text).is_err() {
        match text.parse::<PublicKey>() {
            Ok(key) => return Ok(NamedKey::Public(key)),
            // A word of just that length is a key with a mistake in it.
            Err(error)
                if text
                    .chars()
                    .all(|character| character.is_ascii_alphanumeric()) =>
            {
                return Err(error.to_string());
            }
            Err(_) => {}
        }
    }
    let named = PathBuf::from(text);
    let ending = named.extension().and_then(|ending| ending.to_str());
    let is_file = text == "-"
        || text.contains(['/', '\\'])
        || matches!(ending, Some("nk" | "creds" | "seed" | "txt"));
    if Seed::parse(text).is_ok() {
        return Ok(NamedKey::Bare(Bare(Zeroizing::new(text.to_owned()))));
    }
    if crate::masking::holds_secret(text) {
        return Err(
            "it is a seed: on the command line every process of this machine can read it; \
             name a file that holds it, or - for stdin"
                .to_owned(),
        );
    }
    if is_file {
        return text.parse().map(NamedKey::Seed);
    }
    Ok(NamedKey::Word(text.to_owned()))
}
