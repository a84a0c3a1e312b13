//! The fold: traces in, states of all members out.

use super::{
    activity::{Activity, Moment},
    clock::{DAY, DayWeights},
    event::{Class, Event, NOBODY},
    list::List,
    social::{Room, Social},
};

/// Traces that are grouped at a time: their copy takes 100 MB.
const TOGETHER: usize = 1 << 22;
/// Members whose states fit the nearer caches together.
const NEAR: usize = 1024;

/// What is known of all members at a moment.
#[derive(Clone, Default)]
pub struct Fold {
    pub(super) members: List<Activity>,
    pub(super) social: List<Social>,
    pub(super) rooms: List<Room>,
    /// The time of the newest trace.
    pub now: i64,
    /// What each kind of trace says; kinds beyond the list are acts.
    classes: Vec<Class>,
    /// Second of the day of UTC at which windows end.
    phase: i64,
    weights: DayWeights,
}

/// Traces by where their members' states lie, otherwise in their order.
fn grouped(events: &[Event]) -> Vec<Event> {
    let page = |event: &Event| event.member as usize / NEAR;
    let mut places = vec![0; events.iter().map(page).max().map_or(0, |last| last + 2)];
    events.iter().for_each(|event| places[page(event) + 1] += 1);
    for index in 1..places.len() {
        places[index] += places[index - 1];
    }
    let mut grouped = events.to_vec();
    for event in events {
        let place = &mut places[page(event)];
        grouped[*place] = *event;
        *place += 1;
    }
    grouped
}

impl Fold {
    /// Windows of days are exact where they are read at this second of the day.
    pub fn read_at_second(phase: i64) -> Self {
        Self { phase: phase.rem_euclid(DAY), ..Self::default() }
    }

    /// Kinds that are more than acts.
    #[must_use]
    pub fn with_classes(self, classes: &[Class]) -> Self {
        Self { classes: classes.to_vec(), ..self }
    }

    pub fn class(&self, kind: u16) -> Class {
        self.classes.get(usize::from(kind)).copied().unwrap_or_default()
    }

    pub fn members(&self) -> usize {
        self.members.len()
    }

    /// The end of the ring's newest day that a reading at this time may see.
    pub fn ring_end(&self, at: i64) -> i32 {
        (at - self.phase + DAY - 1).div_euclid(DAY) as i32
    }

    fn moment(&self, at: i64) -> Moment {
        let (day, second) = (at.div_euclid(DAY), at.rem_euclid(DAY) as u32);
        let ring_day = (at - self.phase).div_euclid(DAY) as i32;
        Moment { at, day: day as i32, second, ring_day, weights: self.weights.within_day(second) }
    }

    /// Many traces, in the order of time: the states are the same as after one trace after another.
    pub fn apply_all(&mut self, events: &[Event]) {
        for events in events.chunks(TOGETHER) {
            let of_life: Vec<Event> = events.iter().filter(|event| self.tell_others(event)).copied().collect();
            self.act_all(&of_life);
        }
    }

    /// Traces come in the order of time.
    pub fn apply(&mut self, event: &Event) {
        if self.tell_others(event) {
            self.act(event);
        }
    }

    /// What a trace says beside what its member did. Says whether it shows that the member was there.
    fn tell_others(&mut self, event: &Event) -> bool {
        debug_assert!(event.at >= self.now, "traces come in the order of time");
        self.now = event.at;
        let class = self.class(event.kind);
        match class {
            Class::Act | Class::Met => {}
            Class::Joined => self.social.entry(event.member).joined.add(event.at),
            Class::Left => self.social.entry(event.member).left.add(event.at),
            Class::Friction | Class::Hindrance => self.social.entry(event.member).friction.add(event.at),
            Class::Moderation => self.social.entry(event.member).moderated.add(event.at),
        }
        if class.is_life() {
            self.meet(event);
        }
        class.is_life()
    }

    /// What traces say of their members alone, many at a time: those of members whose states lie together come together, each
    /// member's in their order, so that the memory is walked through and not jumped about in. The states are the same.
    pub fn act_all(&mut self, events: &[Event]) {
        for events in events.chunks(TOGETHER) {
            grouped(events).iter().for_each(|event| self.act(event));
        }
    }

    /// What a trace says of its member alone.
    pub fn act(&mut self, event: &Event) {
        let moment = self.moment(event.at);
        let member = self.members.entry(event.member);
        member.apply(&moment, event.kind, &self.weights);
        if event.peer != NOBODY && event.peer != event.member {
            member.peers.add(event.peer);
        }
    }

    /// What it says of those around.
    fn meet(&mut self, event: &Event) {
        let Event { at, member, peer, room, .. } = *event;
        let social = self.social.entry(member);
        social.received_since = 0;
        if room != NOBODY {
            social.visits(room, at);
            let room = self.rooms.entry(room);
            room.traffic.add(at);
            room.last_at = at;
        }
        if peer == NOBODY || peer == member {
            return;
        }
        self.social.entry(member).sends(peer, at);
        self.social.entry(peer).receives(member, at);
    }

    /// Bytes that the states of members take.
    pub fn bytes(&self) -> usize {
        let members = (0..self.social.len() as u32).filter_map(|member| self.social.get(member));
        self.members.bytes() + self.social.bytes() + members.map(Social::bytes_elsewhere).sum::<usize>()
    }

    pub fn activity(&self, member: u32) -> Option<&Activity> {
        self.members.get(member).filter(|activity| activity.events > 0)
    }

    pub fn social(&self, member: u32) -> Option<&Social> {
        self.social.get(member)
    }
}

#[cfg(test)]
mod tests {
    use hearth_kernel::Rng;

    use super::*;

    #[test]
    fn many_traces_at_a_time_leave_the_states_that_one_after_another_do() {
        let rng = Rng::from_number(1);
        let event = |at: i64| {
            let (member, peer) = (rng.below(5_000) as u32, rng.below(5_000) as u32);
            Event { at: at * 600, member, peer, room: NOBODY, kind: rng.below(9) as u16 }
        };
        let events: Vec<Event> = (0..20_000).map(event).collect();
        let classes = [Class::Act, Class::Friction, Class::Moderation, Class::Joined, Class::Left];
        let (mut one, mut all) = (Fold::read_at_second(7), Fold::read_at_second(7));
        for fold in [&mut one, &mut all] {
            fold.classes = classes.to_vec();
        }
        events.iter().for_each(|event| one.apply(event));
        all.apply_all(&events);
        let same = |member| one.activity(member) == all.activity(member) && one.social(member) == all.social(member);
        assert!((0..5_000).all(same));
        assert!((0..5_000).any(|member| one.activity(member).is_some_and(|own| own.events > 3)));
    }
}
