//! A member who gives a room addresses and takes it to another version, again and again, and remembers what was
//! acknowledged.

use std::time::Duration;

use serde_json::{Value, json};

use super::{
    PAUSE,
    actor::Actor,
    member::{Member, Request, text},
    talker::Outcome,
};

/// One upgrade after so many addresses.
const UPGRADE_EVERY: usize = 4;
const VERSION: &str = "12";

pub(crate) struct Mover {
    member: Member,
    /// Where the room has come to, from the first.
    rooms: Vec<String>,
    /// Those that were acknowledged.
    addresses: Vec<String>,
    tried: usize,
    /// An upgrade had no answer.
    is_unsure: bool,
}

impl Mover {
    pub(crate) async fn new(mut member: Member) -> Self {
        let rooms = vec![member.create_room().await];
        Self { member, rooms, addresses: Vec::new(), tried: 0, is_unsure: false }
    }

    fn room(&self) -> &str {
        self.rooms.last().expect("the first room")
    }

    async fn give_address(&mut self) -> Outcome {
        let address = format!("%23place{}%3A{}", self.tried, self.member.server_name());
        let request = Request::put(format!("/directory/room/{address}"), json!({ "room_id": self.room() }));
        match Outcome::of(self.member.call(&request).await) {
            Ok(_) => self.addresses.push(address),
            Err(outcome) => return outcome,
        }
        Outcome::Acknowledged
    }

    async fn upgrade(&mut self) -> Outcome {
        let request = Request::post(format!("/rooms/{}/upgrade", self.room()), json!({ "new_version": VERSION }));
        match Outcome::of(self.member.call(&request).await) {
            Ok(answer) => self.rooms.push(text(&answer, "replacement_room")),
            Err(outcome) => {
                self.is_unsure = matches!(outcome, Outcome::Lost);
                return outcome;
            }
        }
        Outcome::Acknowledged
    }

    /// An upgrade is done when the old room says where the new one is.
    async fn look_where_it_is(&mut self) -> Outcome {
        let path = format!("/rooms/{}/state/m.room.tombstone/", self.room());
        let Ok(answer) = self.member.get(&path).await else { return Outcome::Lost };
        self.is_unsure = false;
        if answer.status == 200 {
            self.rooms.push(text(&answer.body, "replacement_room"));
        }
        Outcome::Acknowledged
    }

    /// Each old room says where the next is, which says where it comes from; each address leads to one of them.
    pub(crate) async fn check(&mut self) {
        if self.is_unsure {
            self.look_where_it_is().await;
        }
        for at in 1..self.rooms.len() {
            let (old, new) = (self.rooms[at - 1].clone(), self.rooms[at].clone());
            let tombstone = self.state(&old, "m.room.tombstone").await;
            assert_eq!(tombstone["replacement_room"], new.as_str());
            assert_eq!(self.state(&new, "m.room.create").await["predecessor"]["room_id"], old.as_str());
        }
        for address in self.addresses.clone() {
            let found = text(&self.member.read(&format!("/directory/room/{address}")).await, "room_id");
            assert_eq!(found, self.room(), "{address} goes along");
        }
    }

    async fn state(&mut self, room: &str, kind: &str) -> Value {
        self.member.read(&format!("/rooms/{room}/state/{kind}/")).await
    }
}

impl Actor for Mover {
    const REST: Duration = PAUSE;

    async fn go_on(&mut self) -> Outcome {
        if self.is_unsure {
            return self.look_where_it_is().await;
        }
        self.tried += 1;
        if self.tried.is_multiple_of(UPGRADE_EVERY) { self.upgrade().await } else { self.give_address().await }
    }
}
