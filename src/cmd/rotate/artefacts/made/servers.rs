//! What servers are started with in each phase: a configuration, a ConfigMap or Helm values.

use zeroize::Zeroizing;

use super::Making;
use crate::cmd::generate::manifest::{Draft, digest, parsed};
use crate::cmd::generate::secret::refused;
use crate::cmd::rotate::artefacts::Step;
use crate::cmd::rotate::artefacts::bundle::File;
use crate::cmd::rotate::artefacts::wanted::What;
use crate::emit::artefact::open;
use crate::emit::config::stored::config;
use crate::emit::config::{Config, Delete, Resolver};
use crate::emit::manifest::Naming;
use crate::emit::manifest::helm::{FILE, Keeping, inline};
use crate::emit::yaml::stream;
use crate::rotation::phase::Deploy;
use crate::trust::TrustError;
use crate::ui::Failure;

impl Making<'_> {
    pub(super) fn config(&self) -> Result<(File, Step), Failure> {
        const PATH: &str = "server/resolver.conf";
        let args = self.of.args;
        let resolver = match &args.resolver {
            Some(kind) => kind.resolver(&args.folder, &self.operators)?,
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

    pub(super) fn config_map(&self) -> Result<(File, Step), Failure> {
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

    pub(super) fn helm_values(&self) -> Result<(File, Step), Failure> {
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

    fn restarts(&self) -> bool {
        use Deploy::{HandOut, Nothing, Push};
        !matches!(self.set.then, Nothing | Push | HandOut(_))
    }
}
