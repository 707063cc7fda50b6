//! The form in which a Secret is written: as it is, sealed for a controller, encrypted by SOPS, or as what says where it
//! is. The flags of all commands that write Secrets.

use std::collections::BTreeSet;

use clap::ValueEnum;

use crate::clock::UnixSeconds;
use crate::cmd::Ctx;
use crate::cmd::duration::duration;
use crate::cmd::input::Source;
use crate::emit::manifest::external::{
    Refresh, Remote, RemoteKey, StoreKind, external_secret, push_secret,
};
use crate::emit::manifest::name::ObjectName;
use crate::emit::manifest::sealed::{Certificate, CertificateError, Scope, sealed};
use crate::emit::manifest::{self, ManifestError, Object, sops};
use crate::emit::yaml::Node;
use crate::store::age::Recipient;
use crate::store::age::plugin::Plugins;
use crate::text::quoted;
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

/// A form with all that it takes, read and checked: any number of Secrets can be written in it.
pub enum Ready {
    /// As it is, or as text.
    Secret { as_text: bool },
    /// For the controller of that certificate.
    Sealed(Certificate, Scope),
    /// For those recipients.
    Sops {
        recipients: Vec<Recipient>,
        plugins: Plugins,
        as_text: bool,
        now: UnixSeconds,
    },
    /// Taken from there.
    External(Remote),
    /// Taken to there.
    Push(Remote),
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

/// A document among those that a command writes.
pub enum Document<'a> {
    /// A Secret, in whichever form.
    Secret(&'a Object),
    /// What is no secret, as it is.
    Open(Node),
}

impl Ready {
    /// One Secret.
    pub fn node(&self, object: &Object) -> Result<Node, Failure> {
        let mut nodes = self.nodes(vec![Document::Secret(object)])?;
        Ok(nodes.remove(0))
    }

    /// All documents that are written together: a SOPS file is encrypted as a whole, and no two Secrets can be in one place
    /// of a store.
    pub fn nodes(&self, documents: Vec<Document<'_>>) -> Result<Vec<Node>, Failure> {
        self.places_differ(&documents)?;
        documents
            .into_iter()
            .map(|document| match document {
                Document::Secret(object) => self.made(object),
                Document::Open(node) => Ok(node),
            })
            .collect::<manifest::Result<Vec<_>>>()
            .and_then(|nodes| match self {
                Self::Sops {
                    recipients,
                    plugins,
                    now,
                    ..
                } => sops::encrypted(&nodes, recipients, plugins, *now),
                _ => Ok(nodes),
            })
            .map_err(|error| match error {
                ManifestError::NoNamespace(_) => {
                    Failure::from(error).hint(called_with("--namespace NAME"))
                }
                error => error.into(),
            })
    }

    fn places_differ(&self, documents: &[Document<'_>]) -> Result<(), Failure> {
        let (Self::External(remote) | Self::Push(remote)) = self else {
            return Ok(());
        };
        let mut places = BTreeSet::new();
        for document in documents {
            let Document::Secret(object) = document else {
                continue;
            };
            let place = remote.key.of(object);
            if places.contains(&place) {
                return Err(Failure::usage(format!(
                    "two Secrets would be at {} in the store; in --remote-key, {{name}} stands for the name of each",
                    quoted(&place)
                )));
            }
            places.insert(place);
        }
        Ok(())
    }

    fn made(&self, object: &Object) -> manifest::Result<Node> {
        let plain = |as_text: bool| {
            if as_text {
                object.readable_secret()
            } else {
                object.secret()
            }
        };
        match self {
            Self::Secret { as_text } | Self::Sops { as_text, .. } => plain(*as_text),
            Self::Sealed(certificate, scope) => sealed(object, certificate, *scope),
            Self::External(remote) => external_secret(object, remote),
            Self::Push(remote) => push_secret(object, remote),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use std::collections::BTreeMap;

    use clap::Parser;
    use zeroize::Zeroizing;

    use super::{Document, Form};
    use crate::clock::Clock;
    use crate::cmd::{Ctx, Opening, suggested};
    use crate::emit::manifest::data::Part;
    use crate::emit::manifest::{Data, Metadata, Object};
    use crate::emit::yaml::{Node, stream};
    use crate::store::Made;
    use crate::ui::{ExitCode, Failure, Ui};

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        form: Form,
    }

    const AGE: &str = "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg";

    fn form(flags: &str) -> Form {
        let words = flags.split_whitespace();
        Line::try_parse_from(std::iter::once("nkeep").chain(words))
            .unwrap()
            .form
    }

    fn ctx() -> Ctx {
        Ctx {
            ui: Ui::new(false, false),
            clock: Clock::Fixed(1_795_200_000),
            opening: Opening::default(),
            made: Made::default(),
            stand_in: None,
            changed_at: None,
            doing: crate::cmd::ceremony::recording::Doing::default(),
            whereabouts: suggested::Whereabouts::default(),
        }
    }

    fn object(name: &str) -> Object {
        let mut data = Data::default();
        data.add(Part {
            key: "default".parse().unwrap(),
            bytes: Zeroizing::new(b"SO-throw-away".to_vec()),
            secret: true,
        })
        .unwrap();
        Object {
            metadata: Metadata {
                name: name.parse().unwrap(),
                namespace: Some("nats".parse().unwrap()),
                labels: BTreeMap::new(),
                annotations: BTreeMap::new(),
            },
            data,
            immutable: false,
        }
    }

    fn written(flags: &str) -> Result<String, Failure> {
        let node = form(flags).ready(&ctx())?.node(&object("sign"))?;
        Ok(stream(&[node]).to_string())
    }

    fn refused(flags: &str) -> (String, String) {
        let failure = written(flags).err().unwrap();
        assert_eq!(failure.code(), ExitCode::Usage, "{flags}");
        (failure.message(), format!("{failure:?}"))
    }

    #[test]
    fn only_what_stands_for_itself_is_a_secret() {
        let sops = format!("--as sops --age {AGE}");
        let store = "--secret-store vault --remote-key nats/sign";
        let (external, push) = (
            format!("--as external-secret {store}"),
            format!("--as push-secret {store}"),
        );
        for (flags, kind, is_secret) in [
            ("", "Secret", true),
            ("--as secret", "Secret", true),
            ("--string-data", "Secret", true),
            (&*sops, "Secret", false),
            (&*external, "ExternalSecret", false),
            (&*push, "PushSecret", false),
        ] {
            assert_eq!(form(flags).is_secret(), is_secret, "{flags}");
            let text = written(flags).unwrap();
            assert!(text.contains(&format!("kind: {kind}\n")), "{text}");
            let shown = text.contains("SO-throw-away") || text.contains("U08tdGhyb3ctYXdheQ==");
            assert_eq!(shown, is_secret, "{flags}");
        }
    }

    #[test]
    fn a_flag_of_another_form_is_refused() {
        for (flags, flag, belongs) in [
            ("--cert x", "--cert", "--as sealed"),
            ("--scope strict", "--scope", "--as sealed"),
            ("--as sealed --cert x --age AGE", "--age", "--as sops"),
            ("--as sops --age AGE --cert x", "--cert", "--as sealed"),
            (
                "--as sealed --string-data",
                "--string-data",
                "--as secret and --as sops",
            ),
            (
                "--refresh 1h",
                "--refresh",
                "--as external-secret and --as push-secret",
            ),
            ("--remote-key x", "--remote-key", "--as external-secret"),
            ("--secret-store x", "--secret-store", "--as external-secret"),
            (
                "--secret-store-kind ClusterSecretStore",
                "--secret-store-kind",
                "--as external-secret",
            ),
        ] {
            let (message, _) = refused(&flags.replace("AGE", AGE));
            assert!(
                message.starts_with(&format!("{flag} is for {belongs}")),
                "{message}"
            );
        }
    }

    #[test]
    fn what_a_form_takes_is_named() {
        for (flags, missing) in [
            ("--as sealed", "--cert controller.pem"),
            ("--as sops", "--age age1..."),
            ("--as external-secret", "--secret-store NAME"),
            ("--as push-secret --remote-key x", "--secret-store NAME"),
            ("--as push-secret --secret-store x", "--remote-key PATH"),
        ] {
            let (message, hints) = refused(flags);
            assert!(message.contains(&format!("takes {missing}: ")), "{message}");
            assert!(hints.contains(missing), "{hints}");
        }
    }

    #[test]
    fn a_file_that_is_no_certificate_is_refused() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let flags = format!("--as sealed --cert {}", file.path().display());
        let message = written(&flags).err().unwrap().message();
        assert!(
            message.starts_with("nothing can be sealed with "),
            "{message}"
        );
        assert!(
            message.contains("there is no certificate in it"),
            "{message}"
        );
    }

    /// What is written beside Secrets stays what it is, but that SOPS encrypts a file as a whole.
    #[test]
    fn what_is_no_secret_is_written_as_it_is() {
        let object = object("sign");
        let written = |flags: &str| {
            let open = Node::texts([("kind", "NatsCluster")]);
            let documents = vec![Document::Secret(&object), Document::Open(open)];
            let nodes = form(flags).ready(&ctx()).unwrap().nodes(documents).unwrap();
            stream(&nodes).to_string()
        };
        assert!(written("").ends_with("\n---\nkind: NatsCluster\n"));
        let text = written(&format!("--as sops --age {AGE}"));
        assert!(text.contains("\n---\nkind: NatsCluster\nsops:\n"), "{text}");
        assert_eq!(text.matches("  mac: \"ENC[").count(), 2, "{text}");
    }

    #[test]
    fn two_secrets_are_not_taken_to_one_place() {
        let objects = [object("sign"), object("sys")];
        let nodes = |key: &str| {
            let flags = format!("--as push-secret --secret-store vault --remote-key {key}");
            let secrets = objects.iter().map(Document::Secret).collect();
            form(&flags).ready(&ctx()).unwrap().nodes(secrets)
        };
        let text = stream(&nodes("nats/{name}").unwrap()).to_string();
        assert!(
            text.contains("nats/sign") && text.contains("nats/sys"),
            "{text}"
        );
        let message = nodes("nats/keys").err().unwrap().message();
        assert!(message.starts_with("two Secrets would be at "), "{message}");
    }
}
