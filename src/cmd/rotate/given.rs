//! What is said besides whose key is replaced, where a kind needs more.

use crate::cmd::Ctx;
use crate::cmd::files::input::{Source, one_stdin, source_or_url};
use crate::emit::manifest::oidc;
use crate::emit::manifest::oidc::{Issuer, Pins};
use crate::rotation::Kind;
use crate::rotation::given::{Given, IssuerKeys, Reads, Thumbprint};
use crate::text::shell_word;
use crate::ui::{ExitCode, Failure, Hinted as _};

/// Keys of an issuer, and how many keys a reader takes.
#[derive(clap::Args, Clone, Debug)]
pub struct GivenArgs {
    /// For oidc-keys: what tokens say of who issued them
    #[arg(long, value_name = "URL")]
    issuer: Option<Issuer>,
    /// For oidc-keys: what the issuer publishes, with the new key in it: a file, an address, or - for stdin
    #[arg(long, value_name = "FILE", value_parser = source_or_url, value_hint = clap::ValueHint::FilePath)]
    jwks: Option<Source>,
    /// For oidc-keys: the JWKS that services have now, where the store does not know
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    from: Option<Source>,
    /// For oidc-keys: thumbprint of a new key, as you know it by another way (RFC 7638)
    #[arg(long, value_name = "THUMBPRINT", value_delimiter = ',')]
    expect: Vec<Thumbprint>,
    /// Of key-set: how many keys a reader takes, 1 or 2; with 1 nothing overlaps [default: 2]
    #[arg(long, value_name = "NUMBER")]
    reads: Option<Reads>,
}

impl GivenArgs {
    /// All of it, read and checked before the store is opened.
    pub fn read(&self, ctx: &Ctx, kind: Kind) -> Result<Given, Failure> {
        self.must_be_of(kind)?;
        let issuer = match kind {
            Kind::OidcKeys => Some(self.issuer_keys(ctx)?),
            _ => None,
        };
        Ok(Given {
            issuer,
            reads: self.reads.unwrap_or_default(),
        })
    }

    /// Refuses what another kind is told.
    fn must_be_of(&self, kind: Kind) -> Result<(), Failure> {
        let said = [
            ("--issuer", self.issuer.is_some(), Kind::OidcKeys),
            ("--jwks", self.jwks.is_some(), Kind::OidcKeys),
            ("--from", self.from.is_some(), Kind::OidcKeys),
            ("--expect", !self.expect.is_empty(), Kind::OidcKeys),
            ("--reads", self.reads.is_some(), Kind::KeySet),
        ];
        let strange = said.iter().find(|(_, is_said, of)| *is_said && *of != kind);
        match strange {
            None => Ok(()),
            Some((flag, _, of)) => Err(Failure::usage(format!(
                "{flag} is for {of}, and not for {kind}"
            )))
            .hint(format!("nkeep rotate plan {of} --help")),
        }
    }

    fn issuer_keys(&self, ctx: &Ctx) -> Result<IssuerKeys, Failure> {
        let (Some(issuer), Some(jwks)) = (&self.issuer, &self.jwks) else {
            return Err(Failure::usage(
                "--issuer says whose keys are pinned, and --jwks what it publishes",
            ))
            .hint("nkeep rotate plan oidc-keys --issuer URL --jwks FILE");
        };
        one_stdin([Some(jwks), self.from.as_ref()].into_iter().flatten())?;
        let published = pins(jwks)?;
        let from = self.from.as_ref().map(pins).transpose()?;
        if let Some(from) = &from {
            must_be_whole(from)?;
            from.notes().iter().for_each(|note| ctx.ui.notice(note));
        }
        Ok(IssuerKeys {
            issuer: issuer.clone(),
            published,
            from,
            expected: self.expect.clone(),
        })
    }

    /// The same on a command line.
    pub fn words(&self) -> String {
        let mut words = String::new();
        let mut say = |flag: &str, value: Option<String>| {
            if let Some(value) = value {
                words.push_str(&format!(" {flag} {}", shell_word(&value)));
            }
        };
        say("--issuer", self.issuer.as_ref().map(ToString::to_string));
        let file = |source: &Source| match source {
            Source::Stdin => "-".to_owned(),
            source => source.to_string(),
        };
        say("--jwks", self.jwks.as_ref().map(file));
        say("--from", self.from.as_ref().map(file));
        // One may begin with a dash.
        for thumbprint in &self.expect {
            words.push_str(&format!(" --expect={thumbprint}"));
        }
        if self.reads == Some(Reads::One) {
            words.push_str(" --reads 1");
        }
        words
    }
}

/// Refuses what services have where some of it would be trusted no more: whoever shows a token of that gets in now.
fn must_be_whole(from: &Pins) -> Result<(), Failure> {
    let Some(left_out) = from.unknown().first() else {
        return Ok(());
    };
    let message = format!(
        "--from is not all that services trust: {left_out}, and a token by it would let nobody in any more"
    );
    Err(Failure::new(ExitCode::Failed, anyhow::anyhow!(message)))
    .hint("if services verify by it, say so of it in the file (\"use\": \"sig\"); if not, take it out of the file")
}

/// The keys in a file, or at an address that nobody on the way can answer for.
fn pins(source: &Source) -> Result<Pins, Failure> {
    const HELP: &str = "nkeep rotate plan oidc-keys --help";
    let text = match source {
        #[cfg(feature = "net")]
        Source::Url(url) => crate::cmd::files::fetched::of_itself(url, oidc::LARGEST)?,
        source => source.text(oidc::LARGEST).hint(HELP)?,
    };
    Pins::read(&[&text], false)
        .context(format!("the keys in {source} cannot be pinned"))
        .hint(HELP)
}
