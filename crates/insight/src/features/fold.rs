//! The fold: traces in, states of all members out.

use super::{
    activity::{Activity, Moment},
    clock::{DAY, DayWeights},
    event::{Class, Event, NOBODY},
    social::{Room, Social},
};

/// What is known of all members at a moment.
#[derive(Clone, Default)]
pub struct Fold {
    pub(super) members: Vec<Activity>,
    pub(super) social: Vec<Social>,
    pub(super) rooms: Vec<Room>,
    /// The time of the newest trace.
    pub now: i64,
    /// What each kind of trace says; kinds beyond the list are acts.
    classes: Vec<Class>,
    /// Second of the day of UTC at which windows end.
    phase: i64,
    weights: DayWeights,
}

/// The place of a number in a list that grows with the numbers given out.
fn place<T: Default + Clone>(list: &mut Vec<T>, number: u32) -> &mut T {
    let index = number as usize;
    if index >= list.len() {
        list.resize(index + 1, T::default());
    }
    &mut list[index]
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
    pub(super) fn ring_end(&self, at: i64) -> i32 {
        (at - self.phase + DAY - 1).div_euclid(DAY) as i32
    }

    fn moment(&self, at: i64) -> Moment {
        let (day, second) = (at.div_euclid(DAY), at.rem_euclid(DAY) as u32);
        let ring_day = (at - self.phase).div_euclid(DAY) as i32;
        Moment { at, day: day as i32, second, ring_day, weights: self.weights.within_day(second) }
    }

    /// Traces come in the order of time.
    pub fn apply(&mut self, event: &Event) {
        debug_assert!(event.at >= self.now, "traces come in the order of time");
        self.now = event.at;
        let class = self.class(event.kind);
        match class {
            Class::Act | Class::Met => {}
            Class::Friction | Class::Hindrance => place(&mut self.social, event.member).friction.add(event.at),
            Class::Moderation => place(&mut self.social, event.member).moderated.add(event.at),
        }
        if class.is_life() {
            self.act(event);
            self.meet(event);
        }
    }

    /// What a trace says of its member alone.
    pub fn act(&mut self, event: &Event) {
        let moment = self.moment(event.at);
        let member = place(&mut self.members, event.member);
        member.apply(&moment, event.kind, &self.weights);
        if event.peer != NOBODY {
            member.peers.add(event.peer);
        }
    }

    /// What it says of those around.
    fn meet(&mut self, event: &Event) {
        let Event { at, member, peer, room, .. } = *event;
        let social = place(&mut self.social, member);
        social.received_since = 0;
        if room != NOBODY {
            social.visits(room, at);
            let room = place(&mut self.rooms, room);
            room.traffic.add(at);
            room.last_at = at;
        }
        if peer == NOBODY || peer == member {
            place(&mut self.social, member).posts += 1;
            return;
        }
        place(&mut self.social, member).sends(peer, at);
        place(&mut self.social, peer).receives(member, at);
    }

    pub fn activity(&self, member: u32) -> Option<&Activity> {
        self.members.get(member as usize).filter(|activity| activity.events > 0)
    }

    pub fn social(&self, member: u32) -> Option<&Social> {
        self.social.get(member as usize)
    }
}
