//! Where a rotation stands in its plan: what it has behind it, what comes next, and how far it can go back.

use super::phase::{Gate, Phase, Plan};
use super::{Outcome, Rotation, Step, Way, given, plans};
use crate::clock::UnixSeconds;

impl Rotation {
    /// Whether nothing is changed that servers may have: it can be ended as it stands.
    #[must_use]
    pub fn can_be_aborted(&self) -> bool {
        let phases = self.plan().phases;
        self.is_open() && !self.compromised && self.undone_first().name == phases[0].name
    }

    /// Whether the old key is trusted no more: it came to the end, or to before it.
    #[must_use]
    pub fn has_left_old(&self) -> bool {
        let retired = self
            .plan()
            .phases
            .iter()
            .position(|one| one.name == "retire");
        self.outcome != Some(Outcome::Aborted) && retired.is_some_and(|at| self.at() >= at)
    }

    /// Its plan.
    #[must_use]
    pub fn plan(&self) -> &'static Plan {
        plans::reading(self.kind, given::Reads::kept(&self.kept))
    }

    /// The number of the phase that it is in.
    #[must_use]
    pub fn at(&self) -> usize {
        let phases = self.plan().phases;
        let found = phases.iter().position(|phase| phase.name == self.phase);
        found.unwrap_or_default()
    }

    /// The phase that it is in.
    #[must_use]
    pub fn present(&self) -> &'static Phase {
        &self.plan().phases[self.at()]
    }

    /// The phase that comes next.
    #[must_use]
    pub fn coming(&self) -> Option<&'static Phase> {
        match self.is_open() {
            true => self.plan().phases.get(self.at() + 1),
            false => None,
        }
    }

    /// What has to be so before the phase that it is in is taken back: nothing, unless it had gone further.
    #[must_use]
    pub fn gates_back(&self) -> &'static [Gate] {
        let phases = self.plan().phases;
        let number = |step: &Step| phases.iter().position(|phase| phase.name == step.phase);
        let went_further =
            (self.steps.iter()).any(|step| step.way != Way::Back && number(step) > Some(self.at()));
        match (&self.undone_first().undo, went_further) {
            (Some(undo), true) => undo.gates,
            _ => &[],
        }
    }

    /// The phase that a way back begins with: the last one that changed anything.
    #[must_use]
    pub fn undone_first(&self) -> &'static Phase {
        let plan = self.plan();
        &plan.phases[plan.undone_first(self.at())]
    }

    /// When it came into the phase that it is in.
    #[must_use]
    pub fn since(&self) -> UnixSeconds {
        self.steps.last().map_or(0, |step| step.time)
    }
}
