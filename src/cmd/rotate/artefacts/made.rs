//! How each artefact is made: as the commands make it that write it alone, with the operator's token of the phase.

use zeroize::Zeroizing;

use super::bundle::{File, Going, Left};
use super::wanted::{Wanted, What};
use super::{Args, Step};
use crate::clock::UnixSeconds;
use crate::cmd::generate::config::{config, resolver};
use crate::cmd::generate::form::Ready;
use crate::cmd::generate::manifest::{About, Called, Draft, digest, parsed};
use crate::cmd::generate::nauth::{address, server_url};
use crate::cmd::generate::secret::{
    Keys, account_keys, operator_signing_key, refused, sys_creds, user_creds,
};
use crate::emit::artefact::open;
use crate::emit::config::{Config, Delete, Resolver};
use crate::emit::estate::Estate;
use crate::emit::manifest::helm::{FILE, Keeping, inline};
use crate::emit::manifest::name::{Namespace, ObjectName};
use crate::emit::manifest::nauth::{KEY, VERSION, cluster_spec};
use crate::emit::manifest::object::resource;
use crate::emit::manifest::{Naming, Object};
use crate::emit::yaml::{Node, stream};
use crate::jwt::claims::User;
use crate::nkey::PublicKey;
use crate::rotation::artefacts::{Artefact, Of, Set, Which};
use crate::rotation::phase::Deploy;
use crate::rotation::{Kind, Rotation, sets};
use crate::store::Records;
use crate::store::keyring::Keyring;
use crate::store::recipients::may_leave;
use crate::store::record::{Entity, EntityKind};
use crate::text::{noted, quoted};
use crate::trust::served::Served;
use crate::trust::{TrustError, claims};
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
        let is_back = self.args.rollback || !folder.is_empty();
        let served = |operator: &Entity| Served::of(operator.clone());
        let making = Making {
            of: self,
            estate: Estate {
                records: self.records,
                keyring: self.keyring,
                operator: Served::of(self.rotation.operator(self.records)?)?,
                operators: vec![Served::of(self.rotation.operator(self.records)?)?],
                now: self.now,
            },
            operators: set.operators.iter().map(served).collect::<Result<_, _>>()?,
            set,
            folder,
            is_back,
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
        steps.extend(match set.then {
            Deploy::Nothing => None,
            Deploy::Push => Some(Step::with(
                "push the accounts that this signed anew",
                "nkeep push -A",
            )),
            Deploy::HandOut(what) => Some(Step::with(what, format!("nkeep rotate status {id}"))),
            _ => Some(Step::with(
                "start servers from then on with the operator's token that this signed",
                format!("nkeep rotate artefacts {id} --as config"),
            )),
        });
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
    /// Whether it is what goes back.
    is_back: bool,
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
                (What::ConfigMap, Artefact::Pins) => self.pins(),
                (What::ConfigMap, _) => self.config_map(),
                (What::HelmValues, _) => self.helm_values(),
                (What::Nauth, Artefact::NatsCluster(which)) => self.nats_cluster(which),
                (_, Artefact::Removal(of, which)) => self.removal(of, which),
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
        match (artefact, self.of.form, wanted.secrets()) {
            (Artefact::Push, ..) => {
                let push = Step::with("push every account", "nkeep push -A");
                going.steps.push(push);
            }
            (Artefact::Key(of, which), Some(form), Some(what)) => {
                going.add(self.secret((of, which), form, what)?);
            }
            (Artefact::Keys, Some(form), Some(what)) => {
                going.add(self.keys(form, what)?);
            }
            (Artefact::Users, Some(form), Some(what)) => self.users(form, what, going)?,
            (Artefact::Key(..) | Artefact::Keys | Artefact::Users, ..) if wanted.is_all() => {
                let why = match artefact {
                    Artefact::Key(_, which) => format!("what has {} in it", self.key(which)),
                    Artefact::Keys => "what has the keys of readers in it".to_owned(),
                    _ => "creds of users that the new key signed".to_owned(),
                };
                going.left_out.push(Left {
                    what: What::Secret.name(),
                    why: format!(
                        "{why} goes out with --reveal, or in a form that only some can open"
                    ),
                });
            }
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
        use Deploy::{HandOut, Nothing, Push};
        !matches!(self.set.then, Nothing | Push | HandOut(_))
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

    /// The Secret with a key, named as generate secret names it.
    fn object_of(&self, of: Of, which: Which) -> Result<Object, Failure> {
        let key: PublicKey = self.key(which).parse()?;
        let (estate, keys) = (&self.estate, Keys::default());
        let draft = match of {
            Of::Operator => {
                let naming = Naming::Addressed(operator_signing_key::BASE.to_owned());
                let seed = estate.seed(&key)?;
                operator_signing_key::of_seed(estate, naming, &keys, (&seed, Some(&key)))?
            }
            Of::Account => {
                let account = self.account()?;
                let naming = Naming::Addressed(account_keys::base(&account));
                account_keys::of_seed(&account, naming, &estate.seed(&key)?)?
            }
            Of::SystemUser => {
                let user = self.of.rotation.entity(self.of.records, self.key(which))?;
                let creds = estate.creds(&self.account()?, &user)?;
                let naming = Naming::Addressed(sys_creds::BASE.to_owned());
                sys_creds::of_creds(estate, naming, &keys, (&user, &creds))?
            }
            Of::User => {
                let user = self.of.rotation.entity(self.of.records, self.key(which))?;
                user_creds::draft(estate, &Called::default(), &keys, &self.account()?, &user)?
            }
        };
        self.object(draft)
    }

    fn account(&self) -> Result<Entity, Failure> {
        Ok(self.of.rotation.account(self.of.records)?)
    }

    fn secret(
        &self,
        (of, which): (Of, Which),
        form: &Ready,
        what: What,
    ) -> Result<(File, Step), Failure> {
        let object = self.object_of(of, which)?;
        let path = format!("kubernetes/{}.yaml", self.of.rotation.kind);
        let text = stream(&[form.node(&object)?]);
        let step = Step::with(
            format!("apply the Secret with {}", self.key(which)),
            self.applied(&path),
        );
        Ok(self.file(what, &path, text, step))
    }

    /// The keys that readers get, in their order.
    fn read(&self, component: &'static str, base: &str) -> Result<Object, Failure> {
        let (records, rotation) = (self.of.records, self.of.rotation);
        let mut then = rotation.clone();
        if let Some(phase) = &self.of.args.phase {
            then.phase.clone_from(phase);
        }
        let which = match self.is_back {
            false => sets::Which::Present,
            true => sets::Which::Rollback,
        };
        let set = sets::set(records, self.of.keyring, &then, which)?;
        for key in &set.keys {
            let record = match key.parse() {
                Ok(key) => records.key(&key)?,
                Err(_) => None,
            };
            if let Some(record) = record {
                may_leave(records, record.class)?;
            }
        }
        let mut draft = Draft::new(component, Naming::Addressed(base.to_owned()));
        draft.about = set.about(&then, which);
        for part in set.parts {
            draft.data.add(part).map_err(refused)?;
        }
        self.object(draft)
    }

    fn keys(&self, form: &Ready, what: What) -> Result<(File, Step), Failure> {
        let object = match self.of.rotation.kind {
            Kind::CalloutCurveKey => self.read("xkey", "nats-xkey")?,
            _ => self.read("key-set", "keys")?,
        };
        let path = format!("kubernetes/{}.yaml", self.of.rotation.kind);
        let text = stream(&[form.node(&object)?]);
        let step = Step::with(
            "have every reader get the keys of this phase, in their order",
            self.applied(&path),
        );
        Ok(self.file(what, &path, text, step))
    }

    fn pins(&self) -> Result<(File, Step), Failure> {
        const PATH: &str = "kubernetes/oidc-trust.yaml";
        let object = self.read("oidc-trust", "nats-oidc-trust")?;
        let text = stream(&[object.config_map()?]);
        let step = Step::with(
            "have every reader get the keys of the issuer, the newest first",
            self.applied(PATH),
        );
        Ok(self.file(What::ConfigMap, PATH, text, step))
    }

    /// Secrets with the creds of users that the new key signed, each in a file of its own.
    fn users(&self, form: &Ready, what: What, going: &mut Going) -> Result<(), Failure> {
        let account = self.account()?;
        let mut users = Vec::new();
        (self.of.records).each_entity(EntityKind::User, Some(&account.key), &mut |user| {
            users.push(user);
            Ok(())
        })?;
        users.sort_by_key(|user| user.key.to_string());
        for user in users {
            if claims::<User>(&user)?.claims().issuer != self.of.rotation.new {
                continue;
            }
            let called = Called::default();
            let keys = Keys::default();
            match user_creds::draft(&self.estate, &called, &keys, &account, &user) {
                Ok(draft) => {
                    let object = self.object(draft)?;
                    let path = format!("kubernetes/{}.yaml", object.metadata.name);
                    let text = stream(&[form.node(&object)?]);
                    let does = format!("hand out the creds of user {}", quoted(&user.name));
                    let step = Step::with(does, self.applied(&path));
                    going.add(self.file(what, &path, text, step));
                }
                // Whose seed is elsewhere gets the token, and has the creds made there.
                Err(error) => going.left_out.push(Left {
                    what: what.name(),
                    why: format!("user {}: {error}", quoted(&user.name)),
                }),
            }
        }
        Ok(())
    }

    fn nats_cluster(&self, which: Which) -> Result<(File, Step), Failure> {
        const PATH: &str = "kubernetes/nats-cluster.yaml";
        let args = self.of.args;
        args.place.must_be_said()?;
        let url = address(&self.estate, args.url.as_deref())?;
        server_url(&url)?;
        let sign = self.object_of(Of::Operator, which)?;
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
    fn removal(&self, of: Of, which: Which) -> Result<(File, Step), Failure> {
        let path = format!("delete/{}.yaml", self.of.rotation.kind);
        let Object { metadata, .. } = self.object_of(of, which)?;
        let namespace = metadata.namespace.as_ref().map(Namespace::as_str);
        let named =
            Node::texts([("name", metadata.name.as_str())]).with_some("namespace", namespace);
        let node = Node::texts([("apiVersion", "v1"), ("kind", "Secret")]).with("metadata", named);
        let step = Step::with(
            format!(
                "remove the Secret with {}, which signs no more",
                self.key(which)
            ),
            noted(
                format!("kubectl delete --ignore-not-found -f {}", self.path(&path)),
                "when nothing names it any more",
            ),
        );
        Ok(self.file(What::Delete, &path, stream(&[node]), step))
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
