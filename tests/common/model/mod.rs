//! A model of an estate whose keys are rotated: random plans, people who do things in whatever order, a writer that dies at any
//! write, and what has to hold after each event.

pub mod chance;
pub mod dying;
pub mod invariants;
pub mod others;
pub mod people;
pub mod servers;
pub mod template;
pub mod tokens;
pub mod world;

use chance::Chance;
use people::{Plan, happens};
use template::template;
use world::{Tally, World};

/// How many sequences there are in an estate, one after the other.
const IN_AN_ESTATE: u64 = 8;

/// A sequence is a rotation or two, each gone through to its end or given up, by at most 30 events, of which the people who take
/// them choose the most by what is said to be missing, and the rest at random. Those that have the same estate find it as the
/// sequence before left it, rotations that had not ended included. What there was of what; else what is not so, and what led to it.
pub fn sequences_of_estate(number: u64, most: u64) -> Result<Tally, String> {
    let first = number * IN_AN_ESTATE;
    let mut tally = Tally::default();
    let mut world: Option<World> = None;
    for number in first..(first + IN_AN_ESTATE).min(most) {
        let mut chance = Chance::of_run(number << 20);
        let terms = people::terms(&mut chance);
        // Where a key was in other hands, what that broke stays so.
        let mut here = match world.take().filter(|one| !one.is_broken) {
            Some(world) => world,
            None => World::of(template(), terms.clone()),
        };
        here.terms = terms;
        here.tally = Tally::default();
        let plan = Plan::of(&mut chance);
        walk(&mut here, &mut chance, plan)
            .map_err(|why| format!("sequence {number} (seed {}): {why}", crate::common::seed()))?;
        here.tally.sequences = 1;
        tally.add(&here.tally);
        world = Some(here);
    }
    tokens::forget();
    Ok(tally)
}

/// Goes on until the plan is over.
pub fn walk(world: &mut World, chance: &mut Chance, mut plan: Plan) -> Result<(), String> {
    let mut trail: Vec<String> = Vec::new();
    for so_far in 0..plan.most {
        let event = plan.event(world, chance, so_far);
        let dies_after = chance.percent(20).then(|| chance.below(14));
        trail.push(format!("{event:?}"));
        happens(world, chance, &event, dies_after);
        if let Some(what) = invariants::broken(world) {
            let last = &trail[trail.len().saturating_sub(30)..];
            return Err(format!("{what}\nafter:\n  {}", last.join("\n  ")));
        }
        if plan.is_over(world) {
            break;
        }
    }
    Ok(())
}
