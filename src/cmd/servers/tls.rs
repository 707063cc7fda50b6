//! What is shown over TLS, whoever connects: flags, and the variables that NATS clients have for the same.

use std::path::PathBuf;
use std::time::Duration;

use crate::cmd::suggested::Said;
use crate::net::http::Manner;
use crate::net::link::Place;
use crate::ui::{Failure, Hinted as _};

/// How a connection is secured.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Server options")]
pub struct TlsArgs {
    /// Certificates that vouch for servers, in place of the system's [env: NATS_CA]
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    ca_cert: Option<PathBuf>,
    /// Certificate that vouches for us [env: NATS_CERT]
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath, requires = "client_key")]
    client_cert: Option<PathBuf>,
    /// Its key [env: NATS_KEY]
    #[arg(long, value_name = "FILE", value_hint = clap::ValueHint::FilePath, requires = "client_cert")]
    client_key: Option<PathBuf>,
    /// Begin with TLS, before the server says anything
    #[arg(long)]
    tls_first: bool,
}

impl TlsArgs {
    /// Whether it is said whose certificates are believed.
    pub const fn names_authority(&self) -> bool {
        self.ca_cert.is_some()
    }

    /// Whether it is said which certificate vouches for us.
    pub const fn vouches_for_us(&self) -> bool {
        self.client_cert.is_some()
    }

    /// Whether TLS comes first.
    pub const fn comes_first(&self) -> bool {
        self.tls_first
    }

    /// What was said of it, for whatever is suggested.
    pub fn said(&self) -> impl Iterator<Item = Said> {
        let files = [
            ("ca-cert", &self.ca_cert),
            ("client-cert", &self.client_cert),
            ("client-key", &self.client_key),
        ];
        let value = |file: &PathBuf| file.to_string_lossy().into_owned();
        let files = files.map(|(flag, file)| Some((flag, None, Some(value(file.as_ref()?)))));
        let first = self.tls_first.then_some(("tls-first", None, None));
        files.into_iter().flatten().chain(first)
    }

    /// Servers at these addresses.
    pub fn place(&self, urls: Vec<String>) -> Result<Place, Failure> {
        urls.iter().try_for_each(|url| without_secrets(url))?;
        let (authorities, own) = (self.authorities(), self.own()?);
        let ours = own.iter().flat_map(|(certificate, key)| [certificate, key]);
        for file in authorities.iter().chain(ours) {
            std::fs::File::open(file).context(format!("cannot read {}", file.display()))?;
        }
        Ok(Place {
            urls,
            authorities,
            own,
            tls_first: self.tls_first,
        })
    }

    /// How an address over HTTP is asked.
    pub fn manner(&self, patience: Duration) -> Result<Manner, Failure> {
        Ok(Manner {
            authorities: self.authorities(),
            own: self.own()?,
            patience,
        })
    }

    fn authorities(&self) -> Vec<PathBuf> {
        file(self.ca_cert.as_ref(), "NATS_CA").into_iter().collect()
    }

    /// Certificate and key that vouch for us.
    fn own(&self) -> Result<Option<(PathBuf, PathBuf)>, Failure> {
        let certificate = file(self.client_cert.as_ref(), "NATS_CERT");
        match (certificate, file(self.client_key.as_ref(), "NATS_KEY")) {
            (Some(certificate), Some(key)) => Ok(Some((certificate, key))),
            (None, None) => Ok(None),
            (Some(_), None) => Err(half("NATS_CERT", "NATS_KEY")),
            (None, Some(_)) => Err(half("NATS_KEY", "NATS_CERT")),
        }
    }
}

/// Refuses an address with a user or a password: said here, where the address is not said with it.
pub fn without_secrets(url: &str) -> Result<(), Failure> {
    if url.contains('@') {
        return Err(Failure::usage(
            "the address of a server holds a user or a password, which every process of this machine could read",
        ));
    }
    Ok(())
}

/// A file that is given, or that the environment names.
pub fn file(given: Option<&PathBuf>, variable: &str) -> Option<PathBuf> {
    let named = || std::env::var_os(variable).filter(|value| !value.is_empty());
    given.cloned().or_else(|| named().map(PathBuf::from))
}

/// Flags come in pairs; variables are not looked at before.
fn half(there: &str, missing: &str) -> Failure {
    Failure::usage(format!(
        "{there} is set, and {missing} is not: a certificate and its key go together"
    ))
    .hint(format!("export {missing}=FILE"))
}
