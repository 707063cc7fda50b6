//! How each artefact is made: as the commands make it that write it alone, with the operator's token of the phase.

use zeroize::Zeroizing;

use super::bundle::{File, Going, Left};
use super::wanted::{Wanted, What};
use super::{Args, Step};
use crate::clock::UnixSeconds;
use crate::cmd::generate::config::{config, resolver};
use crate::cmd::generate::form::Ready;
use crate::cmd::generate::manifest::{About, Draft, digest, parsed};
use crate::cmd::generate::nauth::{address, server_url};
use crate::cmd::generate::secret::{Keys, operator_signing_key, refused, sys_creds};
use crate::emit::artefact::open;
use crate::emit::config::{Config, Delete, Resolver};
use crate::emit::estate::Estate;
use crate::emit::manifest::helm::{FILE, Keeping, inline};
use crate::emit::manifest::name::ObjectName;
use crate::emit::manifest::nauth::{KEY, VERSION, cluster_spec};
use crate::emit::manifest::object::resource;
use crate::emit::manifest::{Naming, Object};
use crate::emit::yaml::{Node, stream};
use crate::nkey::PublicKey;
use crate::rotation::Rotation;
use crate::rotation::artefacts::{Artefact, Set, Which};
use crate::rotation::phase::Deploy;
use crate::store::Records;
use crate::store::keyring::Keyring;
use crate::store::record::Entity;
use crate::text::noted;
use crate::trust::TrustError;
use crate::trust::served::Served;
use crate::ui::Failure;

/// What artefacts are made from.
pub struct Maker<'a> {
    pub args: &'a Args,
    pub wanted: &'a Wanted,
    pub form: Option<&'a Ready>,
    pub rotation: &'a Rotation,
    pub records: &'a dyn Records,
    pub keyring: &'a dyn Keyring,
    pub now: UnixSeconds,
}

impl Maker<'_> {
    /// Everything of a set that is wanted, its files in a folder that begins so.
    pub fn made(&self, set: &Set, folder: &'static str) -> Result<Going, Failure> {
        let served = |operator: &Entity| Served::of(operator.clone());
        let making = Making {
            of: self,
            estate: Estate {
                records: self.records,
                keyring: self.keyring,
                operator: Served::of(self.rotation.operator(self.records)?)?,
                now: self.now,
            },
            operators: set.operators.iter().map(served).collect::<Result<_, _>>()?,
            set,
            folder,
        };
        let mut going = Going::none();
        for artefact in set.artefacts {
            making.make(*artefact, &mut going)?;
        }
        if folder.is_empty() {
            going.steps.push(Step::with(
                "go on, when nothing is missing",
                format!("nkeep rotate next {}", self.rotation.id),
            ));
        } else {
            going.steps.extend(self.gone_back(set));
        }
        Ok(going)
    }

    /// What else is done to go back: the store does, too.
    fn gone_back(&self, set: &Set) -> Vec<Step> {
        let id = &self.rotation.id;
        let mut steps = vec![match set.phase {
            Some(_) => Step::with(
                "have the store go back as well",
                format!("nkeep rotate rollback {id}"),
            ),
            None => Step::with(
                "have the store go back as well, which ends the rotation",
                format!("nkeep rotate abort {id}"),
            ),
        }];
        match set.then {
            Deploy::Push => steps.push(Step::with(
                "push the accounts that this signed anew",
                "nkeep push -A",
            )),
            _ => steps.push(Step::with(
                "start servers from then on with the operator's token that this signed",
                format!("nkeep rotate artefacts {id} --as config"),
            )),
        }
        steps
    }
}

/// One set in the making.
struct Making<'a> {
    of: &'a Maker<'a>,
    /// As it is now: it has the keys.
    estate: Estate<'a>,
    /// Whom servers trust.
    operators: Vec<Served>,
    set: &'a Set,
    folder: &'static str,
}

impl Making<'_> {
    fn make(&self, artefact: Artefact, going: &mut Going) -> Result<(), Failure> {
        let wanted = self.of.wanted;
        for what in What::open(artefact) {
            if !wanted.has(*what) {
                continue;
            }
            let made = match (what, artefact) {
                (What::Config, _) => self.config(),
                (What::ConfigMap, _) => self.config_map(),
                (What::HelmValues, _) => self.helm_values(),
                (What::Nauth, Artefact::NatsCluster(which)) => self.nats_cluster(which),
                (_, Artefact::Removal(which)) => self.removal(which),
                _ => continue,
            };
            // What every server needs is there, or nothing is; of the rest, what there can be.
            let is_needed = !wanted.is_all() || matches!(what, What::Config);
            match made {
                Ok(made) => going.add(made),
                Err(failure) if is_needed => return Err(failure),
                Err(failure) => going.left_out.push(Left {
                    what: what.name(),
                    why: failure.message(),
                }),
            }
        }
        match artefact {
            Artefact::Push => going
                .steps
                .push(Step::with("push every account", "nkeep push -A")),
            Artefact::OperatorSigningKey(which) => match (self.of.form, wanted.secrets()) {
                (Some(form), Some(what)) => going.add(self.secret(which, form, what)?),
                _ if wanted.is_all() => going.left_out.push(Left {
                    what: What::Secret.name(),
                    why: format!(
                        "the Secret with the signing key {} holds a seed",
                        self.key(which)
                    ),
                }),
                _ => {}
            },
            _ => {}
        }
        Ok(())
    }

    /// A file, and what is done with it.
    fn file(&self, what: What, path: &str, text: Zeroizing<String>, does: Step) -> (File, Step) {
        let file = File {
            path: format!("{}{path}", self.folder),
            what,
            is_secret: what == What::Secret,
            text,
        };
        (file, does)
    }

    fn path(&self, path: &str) -> String {
        format!("{}{path}", self.folder)
    }

    fn restarts(&self) -> bool {
        self.set.then == Deploy::Restart
    }

    fn config(&self) -> Result<(File, Step), Failure> {
        const PATH: &str = "server/resolver.conf";
        let args = self.of.args;
        let resolver = match &args.resolver {
            Some(kind) => resolver(kind, &args.folder, &self.operators)?,
            None => args.folder.full(),
        };
        let in_memory = resolver == Resolver::Memory;
        let config = self.trust(resolver)?;
        let head = format!(
            "# Rotation {} of {}: {}\n",
            self.of.rotation.id,
            self.of.rotation.kind,
            self.set.phase.map_or_else(
                || "before it began".to_owned(),
                |phase| format!("phase {phase}")
            )
        );
        let text = Zeroizing::new(head + &config.text());
        let path = self.path(PATH);
        let what = match (self.restarts(), in_memory) {
            (true, _) => format!(
                "where servers have a configuration of their own: include {path} in it, and start one after the other again; a \
                 reload does not take it"
            ),
            (false, true) => format!(
                "where servers have a configuration of their own: include {path} in it, and reload each"
            ),
            (false, false) => format!(
                "where servers have a configuration of their own: include {path} in it, for when one starts with an empty \
                 folder; none has to start again now"
            ),
        };
        let step = Step {
            what,
            command: None,
        };
        Ok(self.file(What::Config, PATH, text, step))
    }

    /// What makes servers trust the operators of then, with the accounts of now.
    fn trust(&self, resolver: Resolver) -> Result<Config, Failure> {
        let (records, now) = (self.of.records, self.of.now);
        let made = config(records, resolver, None, &self.operators, now);
        made.map(|(config, _)| config)
            .map_err(|error| self.not_made(error))
    }

    /// What of then does not go with the accounts of now.
    fn not_made(&self, error: TrustError) -> Failure {
        let rotation = self.of.rotation;
        if self.set.phase == Some(&rotation.phase) {
            return error.into();
        }
        let then = self.set.phase.map_or_else(
            || "before the rotation began".to_owned(),
            |phase| format!("in {phase}"),
        );
        Failure::from(error)
            .context(format!("what servers had {then} cannot be made any more"))
            .hint(format!("nkeep rotate rollback {}", rotation.id))
    }

    fn config_map(&self) -> Result<(File, Step), Failure> {
        const PATH: &str = "kubernetes/config-map.yaml";
        let args = self.of.args;
        let config = self.trust(Resolver::Elsewhere)?;
        let name = args.config_map_name.clone();
        let mut draft = Draft::new("server-trust", Naming::Fixed(name));
        let part = open(parsed(FILE)?, &config.text());
        draft.data.add(part).map_err(refused)?;
        let object = self.object(draft)?;
        let command = self.applied(PATH);
        let step = match self.restarts() {
            true => Step::with(
                "where servers include a ConfigMap: apply it, and start one pod after the other again",
                format!(
                    "{command} && kubectl rollout restart statefulset/nats{}",
                    args.place.flag()
                ),
            ),
            false => Step::with(
                "where servers include a ConfigMap: apply it; none has to start again now",
                command,
            ),
        };
        let text = stream(&[object.config_map()?]);
        Ok(self.file(What::ConfigMap, PATH, text, step))
    }

    fn helm_values(&self) -> Result<(File, Step), Failure> {
        const PATH: &str = "helm/values.yaml";
        let config = self.trust(Resolver::Elsewhere)?;
        let folder = &self.of.args.folder;
        let keeping = Keeping {
            interval: folder.interval,
            timeout: folder.folder().timeout,
            allow_delete: folder.delete() != Delete::Refused,
        };
        let text = stream(&[inline(&config, &keeping, None, &digest(&config.text()))]);
        let step = Step::with(
            "where the NATS chart runs servers: it starts one pod after the other again",
            format!(
                "helm upgrade nats nats/nats -f values.yaml -f {}",
                self.path(PATH)
            ),
        );
        Ok(self.file(What::HelmValues, PATH, text, step))
    }

    fn key(&self, which: Which) -> &str {
        match which {
            Which::Old => &self.of.rotation.old,
            Which::New => &self.of.rotation.new,
        }
    }

    /// The Secret with a signing key, named as generate secret names it.
    fn signing_key(&self, which: Which) -> Result<Object, Failure> {
        let key: PublicKey = self.key(which).parse()?;
        let naming = Naming::Addressed(operator_signing_key::BASE.to_owned());
        let seed = self.estate.seed(&key)?;
        let keys = Keys::default();
        let draft =
            operator_signing_key::of_seed(&self.estate, naming, &keys, (&seed, Some(&key)))?;
        self.object(draft)
    }

    fn secret(&self, which: Which, form: &Ready, what: What) -> Result<(File, Step), Failure> {
        const PATH: &str = "kubernetes/operator-signing-key.yaml";
        let object = self.signing_key(which)?;
        let text = stream(&[form.node(&object)?]);
        let step = Step::with(
            format!("apply the Secret with the signing key {}", self.key(which)),
            self.applied(PATH),
        );
        Ok(self.file(what, PATH, text, step))
    }

    fn nats_cluster(&self, which: Which) -> Result<(File, Step), Failure> {
        const PATH: &str = "kubernetes/nats-cluster.yaml";
        let args = self.of.args;
        args.place.must_be_said()?;
        let url = address(&self.estate, args.url.as_deref())?;
        server_url(&url)?;
        let sign = self.signing_key(which)?;
        let system = self.system_creds()?;
        let mut draft = Draft::new("nats-cluster", Naming::Fixed(args.cluster.clone()));
        self.told(&mut draft);
        let own = draft.metadata(&args.place, &About::default())?;
        let spec = cluster_spec(&url, (&sign.metadata.name, KEY), (&system, KEY));
        let node = resource(VERSION, "NatsCluster", &own).with("spec", spec);
        let step = Step::with(
            format!(
                "where nauth signs accounts: have it sign with {}, whose Secret is there before",
                self.key(which)
            ),
            self.applied(PATH),
        );
        Ok(self.file(What::Nauth, PATH, stream(&[node]), step))
    }

    fn system_creds(&self) -> Result<ObjectName, Failure> {
        let args = self.of.args;
        if let Some(name) = &args.sys_creds {
            return Ok(name.clone());
        }
        let naming = Naming::Addressed(sys_creds::BASE.to_owned());
        let user = args.user.as_deref();
        let draft = sys_creds::draft(&self.estate, naming, &Keys::default(), user)?;
        Ok(draft.metadata(&args.place, &About::default())?.name)
    }

    /// The Secret with a key that signs no more, as kubectl delete takes it: what it is called, and nothing of what is in it.
    fn removal(&self, which: Which) -> Result<(File, Step), Failure> {
        const PATH: &str = "delete/operator-signing-key.yaml";
        let Object { metadata, .. } = self.signing_key(which)?;
        let named = Node::texts([("name", metadata.name.as_str())]).with_some(
            "namespace",
            metadata
                .namespace
                .as_ref()
                .map(|namespace| namespace.as_str()),
        );
        let node = Node::texts([("apiVersion", "v1"), ("kind", "Secret")]).with("metadata", named);
        let step = Step::with(
            format!(
                "remove the Secret with {}, which signs no more",
                self.key(which)
            ),
            noted(
                format!("kubectl delete --ignore-not-found -f {}", self.path(PATH)),
                "when nothing names it any more",
            ),
        );
        Ok(self.file(What::Delete, PATH, stream(&[node]), step))
    }

    fn applied(&self, path: &str) -> String {
        format!("kubectl apply --server-side -f {}", self.path(path))
    }

    /// Says of which rotation it is.
    fn told(&self, draft: &mut Draft) {
        let phase = self.set.phase.unwrap_or("before");
        draft.about.push(("rotation", self.of.rotation.id.clone()));
        draft.about.push(("phase", phase.to_owned()));
    }

    fn object(&self, mut draft: Draft) -> Result<Object, Failure> {
        let place = &self.of.args.place;
        place.must_be_said()?;
        self.told(&mut draft);
        draft.object(place, &About::default())
    }
}
