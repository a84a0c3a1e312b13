//! Following the rooms and the names of members.

use std::sync::Arc;

use hearth_kernel::{Kind, Result, limits};
use hearth_store::{Entry, Lane, StoredFact};
use ruma::{OwnedRoomId, RoomId, UserId};

use crate::{
    kept::Kept,
    rooms::{Room, RoomEvent},
    search::{
        Search,
        model::{Text, text_of},
        store, words,
    },
};

/// How far the index is, as the listener remembers it.
pub(in crate::search) struct Progress {
    docid: Option<i64>,
    rooms: Kept<OwnedRoomId, Indexed>,
}

#[derive(Clone, Copy)]
struct Indexed {
    /// Up to this event.
    seq: i64,
    /// Facts up to here say nothing new of the room.
    position: i64,
}

impl Default for Progress {
    fn default() -> Self {
        Self { docid: None, rooms: Kept::new(limits::ROOMS_LOADED) }
    }
}

/// Texts of the index that are looked through in one commit.
const HIDDEN_AT_ONCE: i64 = 2_000;

impl Search {
    /// The facts of others that this module listens to.
    pub(in crate::search) const HEARS: &[&str] = &[
        "accounts.registered",
        "accounts.profile_changed",
        "accounts.deactivated",
        "rooms.created",
        "rooms.described",
        "rooms.message_sent",
        "rooms.edited",
    ];

    /// A room is indexed up to its end, whichever of its facts is heard: most say nothing new.
    pub(in crate::search) async fn hear(&self, fact: StoredFact) -> Result<()> {
        let fields = fact.fields();
        if fields["erases"] == 1 {
            self.keep_from_newcomers(&fact.subject).await?;
        }
        if fact.name.starts_with("accounts.") {
            return self.index_member(&fact.subject).await;
        }
        let Some(room_id) = fields["room"].as_str().and_then(|id| RoomId::parse(id).ok()) else { return Ok(()) };
        if self.progress.lock().rooms.get(&room_id).is_some_and(|indexed| fact.position <= indexed.position) {
            return Ok(());
        }
        match self.rooms.find_in_passing(&room_id).await? {
            Some(room) => self.index_room(&room).await,
            None => Ok(()),
        }
    }

    async fn index_room(&self, room: &Arc<Room>) -> Result<()> {
        // Taken out meanwhile: what fails on the way may be on disk or not, and is looked up again.
        let known = self.progress.lock().rooms.remove(&room.id);
        let mut indexed = match known {
            Some(indexed) => indexed.seq,
            None => store::indexed(&self.store, room.id.as_str()).await?,
        };
        let position = self.store.position();
        let last = room.last_seq();
        while indexed < last {
            let events = self.rooms.stretch(room, (indexed, last), false, limits::INDEXED_EVENTS).await?;
            let Some(end) = events.last().map(|event| event.seq) else { break };
            let mut entry = Entry::new();
            for event in &events {
                self.index_event(room, event, &mut entry).await?;
            }
            entry.statement(store::move_to(room.id.as_str(), end)).repeatable();
            self.store.write_in(Lane::Background, entry).await?;
            indexed = end;
        }
        self.progress.lock().rooms.insert(room.id.clone(), Indexed { seq: indexed, position });
        Ok(())
    }

    /// What an event adds to the index, or takes from it.
    async fn index_event(&self, room: &Arc<Room>, event: &RoomEvent, entry: &mut Entry) -> Result<()> {
        if let Some(redacted) = &event.redacts
            && let Some(redacted) = self.rooms.event_in(room, redacted).await?
        {
            self.forget_removed(room, event, &redacted).await?;
        }
        let Some((field, said)) = text_of(&event.kind.to_string(), event.content.get()) else { return Ok(()) };
        if self.rooms.is_removed(room, event).await? {
            return Ok(());
        }
        let words = words::words(&said);
        if words.is_empty() {
            return Ok(());
        }
        let text = Text {
            docid: self.next_docid().await?,
            origin_server_ts: event.origin_server_ts,
            room_id: room.id.to_string(),
            seq: event.seq,
            sender: event.sender.to_string(),
            visibility: event.visibility as i64,
            field,
        };
        entry.statements(store::insert(&self.store, &text, &words));
        Ok(())
    }

    /// What was said anew in place of an event goes with it, whoever said it: in steps, as it may be much.
    async fn forget_removed(&self, room: &Room, redaction: &RoomEvent, redacted: &RoomEvent) -> Result<()> {
        let mut gone = self.rooms.removed_by(room, redaction).await?;
        gone.extend(self.rooms.edits_of(redacted).await?);
        for removed in gone.chunks(limits::INDEXED_EVENTS) {
            let mut entry = Entry::new();
            for seq in removed {
                entry.statements(store::forget(&self.store, redaction.room_id.as_str(), *seq));
            }
            entry.repeatable();
            self.store.write_in(Lane::Background, entry).await?;
        }
        Ok(())
    }

    /// As rooms does with the messages themselves: what this member said is found by those who were there.
    async fn keep_from_newcomers(&self, user_id: &str) -> Result<()> {
        let newest = store::newest(&self.store).await?;
        let mut docid = 0;
        while docid < newest {
            let end = docid + HIDDEN_AT_ONCE;
            let mut entry = Entry::new();
            entry.statement(store::hide(user_id, (docid, end))).repeatable();
            self.store.write_in(Lane::Background, entry).await?;
            docid = end;
        }
        Ok(())
    }

    /// Numbers rise from the last one that is stored. There is one listener, so nobody else counts.
    async fn next_docid(&self) -> Result<i64> {
        let last = self.progress.lock().docid;
        let last = match last {
            Some(last) => last,
            None => store::newest(&self.store).await?,
        };
        self.progress.lock().docid = Some(last + 1);
        Ok(last + 1)
    }

    /// The parts of a member's names; none for who has no account any more.
    async fn index_member(&self, user_id: &str) -> Result<()> {
        let profile = match self.accounts.stored_profile(user_id).await {
            Err(error) if error.kind == Kind::Invalid => return Ok(()),
            profile => profile?,
        };
        let ends = profile.map(|profile| {
            let localpart = UserId::parse(user_id).map_or_else(|_| String::new(), |id| id.localpart().to_owned());
            words::ends(&format!("{localpart} {}", profile.display_name.unwrap_or_default()))
        });
        let mut entry = Entry::new();
        entry.statements(store::rename(user_id, ends.unwrap_or_default())).repeatable();
        self.store.write_in(Lane::Background, entry).await.map(drop)
    }
}
