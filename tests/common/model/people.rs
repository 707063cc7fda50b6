//! What people do: what helps on, as the product says what is missing, and whatever else occurs to them.

use nkeep::rotation::gate::{Missing, missing};
use nkeep::rotation::{Kind, Rotation, Terms};

use super::chance::Chance;
use super::others::LIFE;
use super::world::{Step, World};

/// Something that happens.
#[derive(Clone, Debug)]
pub enum Event {
    Start(Kind, &'static str),
    Take(String, Step),
    Collect { without: Option<usize> },
    Push(usize),
    PushToAll,
    Restart { server: usize, anew: bool },
    RestartAll,
    HandOut(usize),
    HandOutToAll,
    Connect(usize, usize),
    Say(String, String),
    GiveSet(Kind, usize),
    SwitchIssuer,
    IssueToken,
    Write,
    Rewrite,
    BringNewcomer,
    Wait(i64),
    EditAccount(usize),
    EditUser(usize),
}

/// What can be rotated, with how many of a hundred sequences are about it.
const MATTERS: [(usize, Kind, &[&str]); 9] = [
    (20, Kind::OperatorSigningKey, &["operator"]),
    (14, Kind::OperatorIdentity, &["identity"]),
    (
        20,
        Kind::AccountSigningKey,
        &["ORDERS/plain", "ORDERS/reader", "SHOP/signing"],
    ),
    (
        18,
        Kind::UserKey,
        &["ORDERS/clerk", "ORDERS/amy", "ORDERS/tim", "SHOP/svc"],
    ),
    (8, Kind::SystemUser, &["SYS/sys"]),
    (7, Kind::CalloutCurveKey, &["callout"]),
    (6, Kind::KeySet, &["set"]),
    (5, Kind::OidcKeys, &["issuer"]),
    (2, Kind::StoreRecipient, &["store"]),
];

fn matter(chance: &mut Chance) -> Event {
    let mut number = chance.below(100);
    for (weight, kind, roles) in MATTERS {
        match number.checked_sub(weight) {
            Some(rest) => number = rest,
            None => return Event::Start(kind, chance.of(roles)),
        }
    }
    unreachable!("the weights are a hundred")
}

pub fn terms(chance: &mut Chance) -> Terms {
    use nkeep::rotation::Inventory;
    Terms {
        servers: match chance.percent(50) {
            true => Inventory::Count(2),
            false => Inventory::Names(vec!["n0".to_owned(), "n1".to_owned()]),
        },
        soak: chance.of(&[0, 60, 3600, 3600]),
        evidence_age: chance.of(&[120, 900, 900]),
    }
}

/// What a sequence is about: one rotation or two, of which each is gone through to its end, or given up at some point.
pub struct Plan {
    pub begin: Vec<Event>,
    /// After how many events it is wanted back, where it is.
    turns: Option<usize>,
    /// How much of what is done helps on, of a hundred.
    sense: usize,
    /// Whether the old key turns out to be in other hands.
    pub alarm: bool,
    /// How many events there are at most.
    pub most: usize,
    /// What is begun again whenever it has ended.
    again: Option<Event>,
}

impl Plan {
    pub fn of(chance: &mut Chance) -> Self {
        let mut begin = vec![matter(chance)];
        if chance.percent(25) {
            begin.push(matter(chance));
        }
        Self {
            begin,
            turns: chance.percent(30).then(|| chance.below(14)),
            sense: chance.of(&[60, 75, 85]),
            alarm: chance.percent(6),
            most: 8 + chance.below(23),
            again: None,
        }
    }

    /// One rotation of a kind after the other, for so many events.
    pub fn again_and_again(kind: Kind, role: &'static str, most: usize) -> Self {
        Self {
            begin: Vec::new(),
            turns: None,
            sense: 50,
            alarm: false,
            most,
            again: Some(Event::Start(kind, role)),
        }
    }

    /// Whether nothing of it is left to do.
    pub fn is_over(&self, world: &World) -> bool {
        self.begin.is_empty() && self.again.is_none() && world.open().is_empty()
    }

    /// The next event, after so many.
    pub fn event(&mut self, world: &mut World, chance: &mut Chance, so_far: usize) -> Event {
        let open = world.open();
        let is_time = so_far == 0 || open.is_empty() || chance.percent(12);
        if !self.begin.is_empty() && is_time {
            return self.begin.remove(0);
        }
        if let Some(again) = self.again.as_ref().filter(|_| open.is_empty()) {
            return again.clone();
        }
        if self.alarm && so_far > 3 && !open.is_empty() && chance.percent(25) {
            self.alarm = false;
            let id = open[chance.below(open.len())].id.clone();
            return Event::Take(id, Step::Emergency);
        }
        if open.is_empty() || !chance.percent(self.sense) {
            return anything(world, chance, &open);
        }
        let back = self.turns.is_some_and(|turn| so_far >= turn);
        let rotation = &open[chance.below(open.len())];
        sensible(world, chance, rotation, back)
    }
}

/// What helps on with a rotation, or back.
fn sensible(world: &mut World, chance: &mut Chance, rotation: &Rotation, back: bool) -> Event {
    let take = |step| Event::Take(rotation.id.clone(), step);
    let back = back && !rotation.compromised;
    let step = match back {
        true if rotation.can_be_aborted() => Step::Abort,
        true => Step::Rollback,
        false => Step::Next,
    };
    let now = world.now;
    let lacks = world.read(|records| {
        let onward = rotation.coming().map_or(&[][..], |phase| phase.gates);
        let gates = if back { rotation.gates_back() } else { onward };
        missing(records, rotation, gates, now)
    });
    if lacks.is_empty() {
        return take(step);
    }
    let lack = &lacks[chance.below(lacks.len())];
    let reader = chance.below(2);
    let unless = |is_done: bool, event: Event| match is_done {
        true => Event::Collect { without: None },
        false => event,
    };
    match lack.code {
        "server-silent" | "evidence-old" | "evidence-ahead" => Event::Collect { without: None },
        "server-behind" => match what_is_behind(lack) {
            Behind::Start => {
                let config = world.config();
                let all = world.servers.iter().all(|one| one.running == config);
                unless(all, Event::RestartAll)
            }
            Behind::Creds => {
                let is_new = world.people.iter().all(|one| {
                    let user = world.seen.user(&one.account, one.user);
                    user.is_none_or(|user| user.token == one.token)
                });
                unless(is_new, Event::HandOutToAll)
            }
            Behind::Push => unless(world.is_pushed(), Event::PushToAll),
        },
        // It has to be seen again then.
        "quiet" if chance.percent(50) => Event::Collect { without: None },
        "soak" | "quiet" => Event::Wait(rotation.terms.soak + 1),
        "user-out" => take(Step::Abort),
        "hanging" => take(Step::Rollback),
        "new-identity-opens" => match world.keyring.len() {
            1 => Event::BringNewcomer,
            _ => take(step),
        },
        "activations-replaced" => Event::Say(rotation.id.clone(), lack.code.to_owned()),
        said if world.is_so(rotation, said) => Event::Say(rotation.id.clone(), said.to_owned()),
        "issuer-signs-new" => Event::SwitchIssuer,
        "old-kid-unseen" | "new-kid-unseen" => match chance.percent(50) {
            true => Event::SwitchIssuer,
            false => Event::Wait(LIFE + 1),
        },
        "all-rewritten" | "none-by-new" => match chance.percent(50) {
            true => Event::GiveSet(rotation.kind, reader),
            false => Event::Rewrite,
        },
        _ => Event::GiveSet(rotation.kind, reader),
    }
}

enum Behind {
    Start,
    Creds,
    Push,
}

fn what_is_behind(lack: &Missing) -> Behind {
    let says = |words: &str| lack.what.contains(words);
    if says("started with") {
        return Behind::Start;
    }
    match says(" connection") {
        true => Behind::Creds,
        false => Behind::Push,
    }
}

/// Whatever occurs to somebody, at whatever time.
fn anything(world: &World, chance: &mut Chance, open: &[Rotation]) -> Event {
    let (server, person) = (chance.below(2), chance.below(world.people.len()));
    let step = |chance: &mut Chance| match chance.below(10) {
        0..=6 => Step::Next,
        7..=8 => Step::Rollback,
        _ => Step::Abort,
    };
    let kind = chance.of(&[Kind::CalloutCurveKey, Kind::OidcKeys, Kind::KeySet]);
    match chance.below(28) {
        0..=3 => Event::Restart { server, anew: true },
        4 => Event::Restart {
            server,
            anew: false,
        },
        5..=7 => Event::Push(server),
        8..=9 => Event::Collect { without: None },
        10 => Event::Collect {
            without: Some(server),
        },
        11..=13 => Event::HandOut(person),
        14 => Event::Connect(person, server),
        15 => Event::Wait(chance.of(&[30, 400, 3700])),
        16 => Event::EditAccount(chance.below(5)),
        17 => Event::EditUser(person),
        18 => Event::GiveSet(kind, server),
        19 => chance
            .of(&[Some(()), None])
            .map_or(Event::IssueToken, |()| Event::SwitchIssuer),
        20..=21 => chance
            .of(&[Some(()), None])
            .map_or(Event::Write, |()| Event::Rewrite),
        _ if open.is_empty() => matter(chance),
        _ => {
            let id = open[chance.below(open.len())].id.clone();
            Event::Take(id, step(chance))
        }
    }
}

/// Has it happen. Where whoever writes dies, it is tried for nothing before.
pub fn happens(world: &mut World, chance: &mut Chance, event: &Event, dies_after: Option<usize>) {
    world.now += chance.of(&[0, 1, 10, 10, 30]);
    match event {
        Event::Start(kind, role) => world.start(*kind, role, dies_after),
        Event::Take(id, step) => world.step(id, *step, dies_after),
        Event::Collect { without } => world.collect(*without),
        Event::Push(server) => world.push(*server),
        Event::PushToAll => (0..2).for_each(|server| world.push(server)),
        Event::Restart { server, anew } => world.restart(*server, *anew),
        Event::RestartAll => (0..2).for_each(|server| world.restart(server, true)),
        Event::HandOut(person) => world.hand_out(*person),
        Event::HandOutToAll => (0..world.people.len()).for_each(|one| world.hand_out(one)),
        Event::Connect(person, server) => world.people[*person].at = *server,
        Event::Say(id, name) => world.say(id, name, true),
        Event::GiveSet(kind, reader) => world.give_set(*kind, *reader),
        Event::SwitchIssuer => world.switch_issuer(),
        Event::IssueToken => world.issuer.give(world.now),
        Event::Write => world.key_set.write(chance),
        Event::Rewrite => world.key_set.rewrite(),
        Event::BringNewcomer => world.bring_newcomer(false),
        Event::Wait(seconds) => world.now += seconds,
        Event::EditAccount(account) => world.edit_account(*account, dies_after),
        Event::EditUser(person) => world.edit_user(*person, dies_after),
    }
    world.settle();
    world.tally.events += 1;
}
