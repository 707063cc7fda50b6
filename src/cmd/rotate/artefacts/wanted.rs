//! What somebody wants of the artefacts of a phase, and in which form Secrets.

use clap::ValueEnum;

use crate::cmd::generate::form::Written;
use crate::rotation::artefacts::{Artefact, Set, WayBack};
use crate::text::noted;
use crate::ui::{Failure, Hinted as _, called_with};

/// A file that there can be, or a form of Secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// Part of a server's configuration
    Config,
    /// ConfigMap with that in it
    ConfigMap,
    /// Values of the official NATS chart
    HelmValues,
    /// NatsCluster, which tells nauth which Secret it signs with
    Nauth,
    /// What kubectl delete takes: Secrets that go
    Delete,
    /// Secrets as they are, with --reveal
    Secret,
    /// Secrets that only the controller in the cluster opens
    Sealed,
    /// Secrets whose data SOPS decrypts
    Sops,
    /// What takes Secrets from a store of secrets
    ExternalSecret,
    /// What takes Secrets to a store of secrets
    PushSecret,
}

impl What {
    /// As it is written.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Config => "config",
            Self::ConfigMap => "config-map",
            Self::HelmValues => "helm-values",
            Self::Nauth => "nauth",
            Self::Delete => "delete",
            Self::Secret => "secret",
            Self::Sealed => "sealed",
            Self::Sops => "sops",
            Self::ExternalSecret => "external-secret",
            Self::PushSecret => "push-secret",
        }
    }

    /// The form of Secrets that it is.
    const fn form(self) -> Option<Written> {
        match self {
            Self::Secret => Some(Written::Secret),
            Self::Sealed => Some(Written::Sealed),
            Self::Sops => Some(Written::Sops),
            Self::ExternalSecret => Some(Written::ExternalSecret),
            Self::PushSecret => Some(Written::PushSecret),
            _ => None,
        }
    }

    /// What there is of an artefact that is no secret.
    pub const fn open(artefact: Artefact) -> &'static [Self] {
        match artefact {
            Artefact::ServerTrust | Artefact::TrustOf(_) => {
                &[Self::Config, Self::ConfigMap, Self::HelmValues]
            }
            Artefact::NatsCluster(_) => &[Self::Nauth],
            Artefact::Removal(..) => &[Self::Delete],
            Artefact::Pins => &[Self::ConfigMap],
            Artefact::Key(..) | Artefact::Keys | Artefact::Users | Artefact::Push => &[],
        }
    }
}

/// Whether it is made of Secrets.
const fn is_secret(artefact: Artefact) -> bool {
    matches!(
        artefact,
        Artefact::Key(..) | Artefact::Keys | Artefact::Users
    )
}

/// What somebody wants.
pub struct Wanted {
    named: Vec<What>,
    secrets: Option<What>,
    all: bool,
}

impl Wanted {
    /// Checked as far as it can be before the store is opened.
    pub fn of(given: &[What], in_folder: bool, reveal: bool) -> Result<Self, Failure> {
        let mut given = given.to_vec();
        given.dedup();
        if !in_folder && given.len() != 1 {
            return Err(Failure::usage(
                "stdout takes one thing, and several are named",
            ))
            .hint(called_with("-o FOLDER"));
        }
        let (mut forms, named): (Vec<_>, Vec<_>) =
            given.into_iter().partition(|what| what.form().is_some());
        if forms.len() > 1 {
            return Err(Failure::usage(
                "Secrets are written in one form, and several are named",
            ))
            .hint("nkeep rotate artefacts --help");
        }
        let mut secrets = forms.pop();
        let all = in_folder && named.is_empty();
        if secrets == Some(What::Secret) && !reveal {
            return Err(Failure::usage(
                "a Secret is written as it is, with a seed in it, only with --reveal",
            ))
            .hint(called_with("--reveal"))
            .hint("nkeep rotate artefacts --as sealed --cert controller.pem");
        }
        if secrets.is_none() && all && reveal {
            secrets = Some(What::Secret);
        }
        Ok(Self {
            named,
            secrets,
            all,
        })
    }

    /// Whether all that there is.
    pub const fn is_all(&self) -> bool {
        self.all
    }

    /// How Secrets are called in the form in which they are wanted.
    pub const fn secrets(&self) -> Option<What> {
        self.secrets
    }

    /// In which form Secrets are wanted, when they are.
    pub fn form(&self) -> Option<Written> {
        self.secrets.and_then(What::form)
    }

    /// Whether that is wanted.
    pub fn has(&self, what: What) -> bool {
        self.all || self.named.contains(&what)
    }

    /// Whether some of it stands in a namespace.
    pub fn is_manifest(&self) -> bool {
        let is_manifest =
            |what: &What| matches!(what, What::ConfigMap | What::Nauth | What::Delete);
        self.secrets.is_some() || self.named.iter().any(is_manifest)
    }

    /// Whether a key is opened for it: a Secret is named by what is in it.
    pub fn opens(&self, set: &Set, back: &WayBack) -> bool {
        let back = match back {
            WayBack::Set(set) => set.artefacts,
            WayBack::None(_) => &[],
        };
        set.artefacts
            .iter()
            .chain(back)
            .any(|artefact| match artefact {
                Artefact::NatsCluster(_) => self.has(What::Nauth),
                Artefact::Removal(..) => self.has(What::Delete),
                artefact => is_secret(*artefact) && self.secrets.is_some(),
            })
    }

    /// Whether there are Secrets that nobody asked for.
    pub fn lacks_secrets(&self, set: &Set) -> bool {
        self.all && self.secrets.is_none() && set.artefacts.iter().any(|one| is_secret(*one))
    }

    /// That nothing of it is there.
    pub fn nothing(&self, set: &Set) -> Failure {
        let open = set.artefacts.iter().flat_map(|one| What::open(*one));
        let mut there: Vec<&str> = open.map(|what| what.name()).collect();
        if set.artefacts.iter().any(|one| is_secret(*one)) {
            there.extend(["sealed", "sops", "external-secret", "push-secret", "secret"]);
        }
        let first = there.first().copied().unwrap_or("config");
        let lacks_secrets = self.lacks_secrets(set);
        let failure = Failure::usage(format!(
            "nothing of that is applied {}: there is {}",
            set.phase
                .map_or_else(|| "here".to_owned(), |phase| format!("in {phase}")),
            there.join(", ")
        ))
        .hint(noted(
            format!("nkeep rotate artefacts --as {first}"),
            "for one",
        ));
        match lacks_secrets {
            true => failure.hint(called_with("--reveal")),
            false => failure,
        }
    }
}
