//! Who answers whom, and where: what a trace says about the member it was for.

use super::{event::NOBODY, sketch::Few};

/// Contacts that are remembered one by one; the one that was silent longest makes room.
pub const PARTNERS: usize = 12;
/// Rooms that are remembered one by one.
pub const PLACES: usize = 4;
/// Days after which a contact weighs 1/e.
pub const SCALES: [f64; 3] = [3.0, 10.0, 40.0];

const DAY: f64 = 86_400.0;

/// A count that fades with age.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Fading {
    sums: [f32; SCALES.len()],
    at: u32,
}

impl Fading {
    pub fn add(&mut self, at: i64) {
        self.sums = self.as_of(at).map(|sum| sum + 1.0);
        self.at = at as u32;
    }

    pub fn as_of(&self, at: i64) -> [f32; SCALES.len()] {
        let age = ((at - i64::from(self.at)).max(0) as f64 / DAY) as f32;
        std::array::from_fn(|index| self.sums[index] * (-age / SCALES[index] as f32).exp())
    }
}

/// One contact of a member.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Partner {
    pub member: u32,
    pub sent: u16,
    pub received: u16,
    pub sent_at: u32,
    pub received_at: u32,
}

impl Partner {
    pub fn last(&self) -> u32 {
        self.sent_at.max(self.received_at)
    }

    /// Traces to and fro.
    pub fn traces(&self) -> u32 {
        u32::from(self.sent) + u32::from(self.received)
    }
}

/// One room of a member.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub room: u32,
    pub at: u32,
    weight: f32,
}

impl Place {
    /// Traces here, fading over 30 days.
    pub fn weight(&self, at: i64) -> f64 {
        f64::from(self.weight) * (-((at - i64::from(self.at)) as f64) / (30.0 * DAY)).exp()
    }
}

/// A mean of logarithms of seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Latency {
    sum: f32,
    pub count: u32,
}

impl Latency {
    fn add(&mut self, seconds: i64) {
        self.sum += (1.0 + seconds.max(0) as f32).ln();
        self.count += 1;
    }

    pub fn mean(&self) -> f64 {
        if self.count == 0 { f64::NAN } else { f64::from(self.sum) / f64::from(self.count) }
    }
}

/// A member among others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Social {
    pub sent: Fading,
    pub received: Fading,
    /// What failed for this member, and what was done to them.
    pub friction: Fading,
    pub moderated: Fading,
    /// Rooms that this member came into, and that they left.
    pub joined: Fading,
    pub left: Fading,
    /// Of what was received, replies to what this member had said.
    pub answered: Fading,
    pub sent_total: u32,
    pub received_total: u32,
    pub received_at: u32,
    /// Since the member's own last trace.
    pub received_since: u32,
    pub my_latency: Latency,
    pub their_latency: Latency,
    /// Conversations begun by this member, and by others.
    pub begun: u32,
    pub met: u32,
    pub partners: Vec<Partner>,
    pub places: Vec<Place>,
    pub rooms: Few,
}

impl Social {
    fn partner(&mut self, member: u32) -> &mut Partner {
        if let Some(index) = self.partners.iter().position(|partner| partner.member == member) {
            return &mut self.partners[index];
        }
        let new = Partner { member, sent: 0, received: 0, sent_at: 0, received_at: 0 };
        if self.partners.len() < PARTNERS {
            self.partners.push(new);
            return self.partners.last_mut().expect("just put there");
        }
        let (oldest, _) = self
            .partners
            .iter()
            .enumerate()
            .min_by_key(|(_, partner)| (partner.last(), partner.traces()))
            .expect("the list is full");
        self.partners[oldest] = new;
        &mut self.partners[oldest]
    }

    /// Bytes that lie elsewhere.
    pub fn bytes_elsewhere(&self) -> usize {
        self.partners.capacity() * size_of::<Partner>() + self.places.capacity() * size_of::<Place>()
    }

    /// This member turned to another.
    pub fn sends(&mut self, peer: u32, at: i64) {
        self.sent.add(at);
        self.sent_total += 1;
        let partner = self.partner(peer);
        let answers = partner.received_at > partner.sent_at;
        let (waited, new) = (at - i64::from(partner.received_at), partner.sent == 0 && partner.received == 0);
        partner.sent = partner.sent.saturating_add(1);
        partner.sent_at = at as u32;
        if answers {
            self.my_latency.add(waited);
        }
        self.begun += u32::from(new);
    }

    /// Another turned to this member.
    pub fn receives(&mut self, sender: u32, at: i64) {
        self.received.add(at);
        self.received_total += 1;
        self.received_since += 1;
        self.received_at = at as u32;
        let partner = self.partner(sender);
        let answers = partner.sent_at > partner.received_at;
        let (waited, new) = (at - i64::from(partner.sent_at), partner.sent == 0 && partner.received == 0);
        partner.received = partner.received.saturating_add(1);
        partner.received_at = at as u32;
        if answers {
            self.their_latency.add(waited);
            self.answered.add(at);
        }
        self.met += u32::from(new);
    }

    /// This member was in a room.
    pub fn visits(&mut self, room: u32, at: i64) {
        debug_assert_ne!(room, NOBODY, "a room has a number");
        self.rooms.add(room);
        if let Some(place) = self.places.iter_mut().find(|place| place.room == room) {
            place.weight = place.weight(at) as f32 + 1.0;
            place.at = at as u32;
            return;
        }
        let new = Place { room, at: at as u32, weight: 1.0 };
        if self.places.len() < PLACES {
            self.places.push(new);
            return;
        }
        let weakest = (0..PLACES)
            .min_by(|&a, &b| self.places[a].weight(at).total_cmp(&self.places[b].weight(at)))
            .expect("the list is full");
        self.places[weakest] = new;
    }
}

/// A room as its members feel it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Room {
    pub traffic: Fading,
    pub last_at: i64,
}
