//! The keys of each phase in Secrets, what names those, and what goes with a key that signs no more.

use super::Making;
use crate::cmd::generate::form::Ready;
use crate::cmd::generate::manifest::{About, Called, Draft};
use crate::cmd::generate::nauth::{address, server_url};
use crate::cmd::generate::secret::{
    Keys, account_keys, operator_signing_key, refused, sys_creds, user_creds,
};
use crate::cmd::rotate::artefacts::Step;
use crate::cmd::rotate::artefacts::bundle::{File, Going, Left};
use crate::cmd::rotate::artefacts::wanted::What;
use crate::emit::manifest::name::{Namespace, ObjectName};
use crate::emit::manifest::nauth::{KEY, VERSION, cluster_spec};
use crate::emit::manifest::object::resource;
use crate::emit::manifest::{Naming, Object};
use crate::emit::yaml::{Node, stream};
use crate::jwt::claims::User;
use crate::nkey::PublicKey;
use crate::rotation::artefacts::{Of, Which};
use crate::rotation::{Kind, sets};
use crate::store::recipients::may_leave;
use crate::store::record::{Entity, EntityKind};
use crate::text::{noted, quoted};
use crate::trust::claims;
use crate::ui::Failure;

impl Making<'_> {
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

    pub(super) fn secret(
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

    pub(super) fn keys(&self, form: &Ready, what: What) -> Result<(File, Step), Failure> {
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

    pub(super) fn pins(&self) -> Result<(File, Step), Failure> {
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
    pub(super) fn users(&self, form: &Ready, what: What, going: &mut Going) -> Result<(), Failure> {
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

    /// The Secret with a key that signs no more, as kubectl delete takes it: what it is called, and nothing of what is in it.
    pub(super) fn removal(&self, of: Of, which: Which) -> Result<(File, Step), Failure> {
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

    pub(super) fn nats_cluster(&self, which: Which) -> Result<(File, Step), Failure> {
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
}
