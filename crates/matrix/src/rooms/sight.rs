//! Who may see what: the one function that every read path asks.

use std::sync::Arc;

use super::{
    event::{Membership, RoomEvent, Visibility},
    ignored::Ignored,
    store::Interval,
};

/// What one reader may see of one room.
#[derive(Clone, Debug)]
pub struct Sight {
    user_id: String,
    intervals: Vec<Interval>,
    ignored: Arc<Ignored>,
}

impl Sight {
    pub(crate) fn new(user_id: &str, intervals: Vec<Interval>) -> Self {
        Self { user_id: user_id.to_owned(), intervals, ignored: Arc::default() }
    }

    /// The same reader, without what those say whom they ignore.
    #[must_use]
    pub(crate) fn ignoring(self, ignored: Arc<Ignored>) -> Self {
        Self { ignored, ..self }
    }

    /// Whether the reader is shown an event unasked: what they may see, but of members whom they ignore
    /// only what the room's state is made of.
    pub(crate) fn shows(&self, event: &RoomEvent) -> bool {
        (event.is_state() || !self.ignored.contains(event.sender.as_str())) && self.can_see(event)
    }

    /// Somebody who has been in the room since `from_seq`; nothing older is asked.
    pub(crate) fn joined_since(user_id: &str, from_seq: i64) -> Self {
        let whole = Interval { from_seq, until_seq: i64::MAX, membership: Membership::Join, position: 0 };
        Self::new(user_id, vec![whole])
    }

    /// Whether the reader may see an event: by the history visibility in force at it and what the
    /// reader was to the room then. Of the reader's own membership events the side that shows more
    /// counts, so that one sees how one came and how one left.
    pub fn can_see(&self, event: &RoomEvent) -> bool {
        let own = event.state_key.as_deref() == Some(&self.user_id) && event.membership().is_some();
        self.sees(event.seq, event.visibility, own)
    }

    /// Whether the reader could see what somebody else does there: their own membership opens no more than itself.
    pub(crate) fn can_see_around(&self, event: &RoomEvent) -> bool {
        self.sees(event.seq, event.visibility, false)
    }

    /// The same of an event that is nobody's membership, by what an index keeps of it: `visibility` is
    /// the number of the event's.
    pub(crate) fn can_see_at(&self, seq: i64, visibility: i64) -> bool {
        self.sees(seq, Visibility::from_stored(visibility), false)
    }

    fn sees(&self, seq: i64, visibility: Visibility, own: bool) -> bool {
        let at = |wanted: &[Membership]| {
            self.intervals.iter().any(|interval| {
                let before = interval.from_seq < seq && seq <= interval.until_seq;
                let after = own && interval.from_seq <= seq && seq < interval.until_seq;
                (before || after) && wanted.contains(&interval.membership)
            })
        };
        match visibility {
            Visibility::WorldReadable => true,
            _ if own => !self.intervals.is_empty(),
            Visibility::Shared => self.joins_after(seq),
            Visibility::Invited => at(&[Membership::Join, Membership::Invite]),
            Visibility::Joined => at(&[Membership::Join]),
        }
    }

    /// Shared history is everybody's who was in the room at or after it.
    fn joins_after(&self, seq: i64) -> bool {
        self.intervals.iter().any(|interval| interval.membership == Membership::Join && interval.until_seq >= seq)
    }

    /// What the reader was to the room at an event, with what the event itself made of them.
    pub(crate) fn membership_at(&self, seq: i64) -> Membership {
        let at = self.intervals.iter().find(|interval| interval.from_seq <= seq && seq < interval.until_seq);
        at.map_or(Membership::Leave, |interval| interval.membership)
    }

    pub(crate) fn intervals(&self) -> &[Interval] {
        &self.intervals
    }

    /// Whether the reader was in the room at a position.
    pub(crate) fn was_in_at(&self, position: i64) -> bool {
        let at = self.intervals.iter().rev().find(|interval| interval.position <= position);
        at.is_some_and(|interval| interval.membership == Membership::Join)
    }

    /// Whether the reader came into the room after one position and not after another.
    pub(crate) fn joined_between(&self, after: i64, upto: i64) -> bool {
        let joined = |interval: &&Interval| interval.membership == Membership::Join;
        self.intervals.iter().filter(joined).any(|interval| interval.position > after && interval.position <= upto)
    }

    /// Since when the reader is in the room without a break: a new name begins nothing anew.
    pub(crate) fn joined_seq(&self) -> Option<i64> {
        let joined = self.intervals.iter().rev().take_while(|interval| interval.membership == Membership::Join);
        joined.last().map(|interval| interval.from_seq)
    }

    /// Where the reader was in the room: there, or when they last were before, or when they came first.
    pub(crate) fn joined_near(&self, seq: i64) -> Option<i64> {
        let joined = || self.intervals.iter().filter(|interval| interval.membership == Membership::Join);
        let before = joined().rev().find(|interval| interval.from_seq <= seq);
        before.map(|interval| seq.min(interval.until_seq)).or_else(|| joined().next().map(|first| first.from_seq))
    }

    /// The last sequence that the reader was in the room for: the end, for who still is.
    pub(crate) fn last_joined_seq(&self) -> Option<i64> {
        let joined = self.intervals.iter().filter(|interval| interval.membership == Membership::Join);
        joined.map(|interval| interval.until_seq).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rooms::event::example as event;

    fn interval(from_seq: i64, until_seq: i64, membership: Membership) -> Interval {
        Interval { from_seq, until_seq, membership, position: 0 }
    }

    /// Invited at 5, joined at 10, left at 20.
    fn visitor() -> Sight {
        let stretches = [(5, 10, Membership::Invite), (10, 20, Membership::Join), (20, i64::MAX, Membership::Leave)];
        Sight::new("@me:test", stretches.map(|(from, until, what)| interval(from, until, what)).to_vec())
    }

    #[test]
    fn each_setting_opens_its_own_stretch() {
        let seen =
            |visibility| -> Vec<i64> { (1..=25).filter(|seq| visitor().can_see(&event(*seq, visibility))).collect() };
        assert_eq!(seen(Visibility::WorldReadable), (1..=25).collect::<Vec<_>>());
        assert_eq!(seen(Visibility::Shared), (1..=20).collect::<Vec<_>>());
        assert_eq!(seen(Visibility::Invited), (6..=20).collect::<Vec<_>>());
        assert_eq!(seen(Visibility::Joined), (11..=20).collect::<Vec<_>>());
    }

    #[test]
    fn who_is_ignored_is_seen_when_asked_for_and_not_shown() {
        let ignored = Arc::new(Ignored::from(["@other:test".to_owned()]));
        let reader = Sight::joined_since("@me:test", 0).ignoring(ignored);
        let said = event(1, Visibility::Shared);
        assert!(reader.can_see(&said) && !reader.shows(&said));
        assert!(reader.shows(&RoomEvent { state_key: Some(String::new()), ..said }), "state is the room's");
        assert!(Sight::joined_since("@me:test", 0).shows(&event(1, Visibility::Shared)));
    }

    #[test]
    fn a_stranger_sees_what_the_world_may_read() {
        let stranger = Sight::new("@me:test", Vec::new());
        assert!(stranger.can_see(&event(1, Visibility::WorldReadable)));
        assert!(!stranger.can_see(&event(1, Visibility::Shared)));
    }
}
