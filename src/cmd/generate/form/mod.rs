//! The form in which a Secret is written: as it is, sealed for a controller, encrypted by SOPS, or as what says where it
//! is. The flags of all commands that write Secrets.

mod ready;

pub use ready::{Document, Ready};

use clap::ValueEnum;

use crate::cmd::Ctx;
use crate::cmd::files::input::Source;
use crate::cmd::words::duration::duration;
use crate::emit::manifest::external::{Refresh, Remote, RemoteKey, StoreKind};
use crate::emit::manifest::name::ObjectName;
use crate::emit::manifest::sealed::{Certificate, CertificateError, Scope};
use crate::store::age::Recipient;
use crate::store::age::plugin::Plugins;
use crate::ui::{Failure, Hinted as _, called_with};

/// Certificates are small; a file with more of them than this is something else.
const MAX_CERTIFICATE: u64 = 1 << 20;

/// In what form Secrets are written
#[derive(clap::Args, Clone, Debug)]
#[command(next_help_heading = "Form of Secrets")]
pub struct Form {
    /// What is written
    #[arg(long = "as", value_name = "FORM", value_enum, default_value_t = Written::Secret)]
    written: Written,
    #[command(flatten)]
    takes: Takes,
}

/// What forms of Secrets take.
#[derive(clap::Args, Clone, Debug)]
pub struct Takes {
    /// Write data as text (stringData), for people to read
    #[arg(long)]
    string_data: bool,
    /// Certificate of the SealedSecrets controller (kubeseal --fetch-cert); - is stdin
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    cert: Option<Source>,
    /// Where the controller may open it: strict (this name and namespace), namespace-wide or cluster-wide [default: strict]
    #[arg(long)]
    scope: Option<Scope>,
    /// Who can decrypt a SOPS file (age1...); repeatable
    #[arg(long, value_name = "RECIPIENT")]
    age: Vec<Recipient>,
    /// Store of the External Secrets Operator
    #[arg(long, value_name = "NAME")]
    secret_store: Option<ObjectName>,
    /// Whose that store is [default: SecretStore]
    #[arg(long, value_name = "KIND", value_enum, ignore_case = true)]
    secret_store_kind: Option<Whose>,
    /// Where in that store it is; {name} stands for the name of the Secret
    #[arg(long, value_name = "PATH")]
    remote_key: Option<RemoteKey>,
    /// How often the operator looks; 0s for once [default: 1h]
    #[arg(long, value_name = "LENGTH", value_parser = refresh)]
    refresh: Option<Refresh>,
}

/// How a Secret is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Written {
    /// As Kubernetes keeps it: whoever reads it has the keys
    Secret,
    /// A SealedSecret, which only the controller in the cluster opens
    Sealed,
    /// A Secret whose data SOPS decrypts, for age recipients
    Sops,
    /// An ExternalSecret: takes the Secret from a store of secrets
    ExternalSecret,
    /// A PushSecret: takes the Secret to a store of secrets
    PushSecret,
}

impl Written {
    const EXTERNAL: &'static [Self] = &[Self::ExternalSecret, Self::PushSecret];

    const fn name(self) -> &'static str {
        match self {
            Self::Secret => "secret",
            Self::Sealed => "sealed",
            Self::Sops => "sops",
            Self::ExternalSecret => "external-secret",
            Self::PushSecret => "push-secret",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Whose {
    /// Of the namespace
    #[value(name = "SecretStore")]
    Namespace,
    /// Of the cluster
    #[value(name = "ClusterSecretStore")]
    Cluster,
}

impl Whose {
    const fn kind(self) -> StoreKind {
        match self {
            Self::Namespace => StoreKind::Namespace,
            Self::Cluster => StoreKind::Cluster,
        }
    }
}

fn refresh(text: &str) -> Result<Refresh, String> {
    Refresh::every(duration(text)?).ok_or_else(|| "it is not in whole seconds".to_owned())
}

impl Form {
    /// A form that was named in another way than by --as.
    pub const fn of(written: Written, takes: Takes) -> Self {
        Self { written, takes }
    }

    /// Whether what comes out holds seeds in the clear.
    pub fn is_secret(&self) -> bool {
        self.written == Written::Secret
    }

    /// What kubectl calls what comes out.
    pub const fn kind(&self) -> &'static str {
        match self.written {
            Written::Secret | Written::Sops => "secret",
            Written::Sealed => "sealedsecret",
            Written::ExternalSecret => "externalsecret",
            Written::PushSecret => "pushsecret",
        }
    }

    /// Reads and checks all that the form takes, so that a key is opened only for what can be written.
    pub fn ready(&self, ctx: &Ctx) -> Result<Ready, Failure> {
        self.check()?;
        let as_text = self.takes.string_data;
        Ok(match self.written {
            Written::Secret => Ready::Secret { as_text },
            Written::Sealed => {
                Ready::Sealed(self.certificate(ctx)?, self.takes.scope.unwrap_or_default())
            }
            Written::Sops => {
                let plugins = ctx.plugins()?;
                Ready::Sops {
                    recipients: self.recipients(&plugins)?,
                    plugins,
                    as_text,
                    now: ctx.clock.now(),
                }
            }
            Written::ExternalSecret => Ready::External(self.remote()?),
            Written::PushSecret => Ready::Push(self.remote()?),
        })
    }

    /// Refuses flags of other forms.
    fn check(&self) -> Result<(), Failure> {
        const SEALED: &[Written] = &[Written::Sealed];
        const SOPS: &[Written] = &[Written::Sops];
        let given = [
            (
                self.takes.string_data,
                "--string-data",
                &[Written::Secret, Written::Sops][..],
            ),
            (self.takes.cert.is_some(), "--cert", SEALED),
            (self.takes.scope.is_some(), "--scope", SEALED),
            (!self.takes.age.is_empty(), "--age", SOPS),
            (
                self.takes.secret_store.is_some(),
                "--secret-store",
                Written::EXTERNAL,
            ),
            (
                self.takes.secret_store_kind.is_some(),
                "--secret-store-kind",
                Written::EXTERNAL,
            ),
            (
                self.takes.remote_key.is_some(),
                "--remote-key",
                Written::EXTERNAL,
            ),
            (self.takes.refresh.is_some(), "--refresh", Written::EXTERNAL),
        ];
        for (is_given, flag, forms) in given {
            if is_given && !forms.contains(&self.written) {
                return Err(self.foreign(flag, forms));
            }
        }
        Ok(())
    }

    fn foreign(&self, flag: &str, forms: &[Written]) -> Failure {
        let names: Vec<String> = forms
            .iter()
            .map(|form| format!("--as {}", form.name()))
            .collect();
        let failure = Failure::usage(format!(
            "{flag} is for {}, and this is --as {}",
            names.join(" and "),
            self.written.name()
        ));
        // A form that was named cannot be named again.
        match self.written {
            Written::Secret => names
                .iter()
                .fold(failure, |failure, name| failure.hint(called_with(name))),
            _ => failure,
        }
    }

    fn missing(&self, flag: &str, why: &str) -> Failure {
        let name = self.written.name();
        Failure::usage(format!("--as {name} takes {flag}: {why}")).hint(called_with(flag))
    }

    fn certificate(&self, ctx: &Ctx) -> Result<Certificate, Failure> {
        const FETCH: &str = "kubeseal --fetch-cert >controller.pem";
        let Some(source) = &self.takes.cert else {
            let why = "only the controller that it is of opens what is sealed";
            return Err(self.missing("--cert controller.pem", why).hint(FETCH));
        };
        let pem = source
            .at_most(MAX_CERTIFICATE)?
            .ok_or(CertificateError::None);
        pem.and_then(|pem| Certificate::read(&pem, ctx.clock.now()))
            .context(format!("nothing can be sealed with {source}"))
            .hint(FETCH)
    }

    fn recipients(&self, plugins: &Plugins) -> Result<Vec<Recipient>, Failure> {
        if self.takes.age.is_empty() {
            return Err(self.missing("--age age1...", "who can decrypt it"));
        }
        for recipient in &self.takes.age {
            let what = format!("nothing can be encrypted for {recipient}");
            recipient.usable(plugins).context(what)?;
        }
        Ok(self.takes.age.clone())
    }

    fn remote(&self) -> Result<Remote, Failure> {
        let Some(store) = self.takes.secret_store.clone() else {
            let why = "what the SecretStore or ClusterSecretStore is called";
            return Err(self.missing("--secret-store NAME", why));
        };
        let Some(key) = self.takes.remote_key.clone() else {
            return Err(self.missing("--remote-key PATH", "where in the store it is"));
        };
        Ok(Remote {
            store,
            key,
            kind: self
                .takes
                .secret_store_kind
                .map_or_else(StoreKind::default, Whose::kind),
            refresh: self.takes.refresh.unwrap_or(Refresh::HOURLY),
        })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests;
