//! What is left to people in a rotation, as commands.

use super::Rotation;
use super::phase::{Deploy, Phase};
use crate::text::{noted, shell_word};

/// Under which name a rotation keeps what is left to people.
pub(super) const LEFT_TO_PEOPLE: &str = "left to people";

impl Rotation {
    /// What is left to people, as commands.
    #[must_use]
    pub fn left_to_people(&self) -> Vec<&str> {
        let kept = self.kept.get(LEFT_TO_PEOPLE);
        kept.map_or_else(Vec::new, |text| text.lines().collect())
    }

    /// What looks at servers.
    #[must_use]
    pub fn collect(&self) -> String {
        match cfg!(feature = "net") {
            true => format!("nkeep rotate evidence collect {}", self.id),
            false => format!("nkeep rotate evidence import FILE --rotation {}", self.id),
        }
    }

    /// What servers are started with by now, as a command.
    #[must_use]
    pub fn configuration(&self) -> String {
        let phases = &self.plan().phases[..=self.at()];
        let restarts = |phase: &Phase| match phase.then {
            then @ (Deploy::Restart | Deploy::RestartWith(_)) => Some(then),
            _ => None,
        };
        let then = phases.iter().rev().find_map(restarts);
        self.done_by_hand(then.unwrap_or(Deploy::Restart))
            .unwrap_or_default()
    }

    /// What people do after a step, as a command.
    #[must_use]
    pub fn done_by_hand(&self, then: Deploy) -> Option<String> {
        const WHY: &str =
            "start every server again with it, one after the other: a reload does not take it";
        match then {
            Deploy::Nothing => None,
            Deploy::Restart => Some(noted("nkeep generate config --nats-resolver", WHY)),
            Deploy::RestartWith(names) => {
                let names = names.iter().filter_map(|name| self.kept.get(*name));
                let names: Vec<String> = names.map(|name| shell_word(name)).collect();
                let names = names.join(",");
                let config = format!("nkeep generate config --nats-resolver --operators {names}");
                Some(noted(config, WHY))
            }
            Deploy::Push => Some("nkeep push -A".to_owned()),
            Deploy::Replace => Some(noted(
                format!("nkeep rotate due --left {}", self.id),
                "what the old one could open, and how each is replaced",
            )),
            Deploy::HandOut(what) => Some(noted(format!("nkeep rotate status {}", self.id), what)),
        }
    }
}
