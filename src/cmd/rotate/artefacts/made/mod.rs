//! How each artefact is made: as the commands make it that write it alone, with the operator's token of the phase.

mod secrets;
mod servers;

use zeroize::Zeroizing;

use super::bundle::{File, Going, Left};
use super::wanted::{Wanted, What};
use super::{Args, Step};
use crate::clock::UnixSeconds;
use crate::cmd::generate::form::Ready;
use crate::cmd::generate::manifest::{About, Draft};
use crate::emit::estate::Estate;
use crate::emit::manifest::Object;
use crate::rotation::Rotation;
use crate::rotation::artefacts::{Artefact, Set, Which};
use crate::rotation::phase::Deploy;
use crate::store::Records;
use crate::store::keyring::Keyring;
use crate::store::record::Entity;
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

    fn key(&self, which: Which) -> &str {
        match which {
            Which::Old => &self.of.rotation.old,
            Which::New => &self.of.rotation.new,
        }
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
