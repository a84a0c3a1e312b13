//! Doing things: one after the other, with pauses, and asking again for what was not acknowledged.

use std::{collections::BTreeSet, time::Duration};

use hearth_http::testing::Answer;
use serde_json::{Value, json};

use super::{Message, Note, Person, pick};
use crate::{
    ledger::{Read, Said},
    network::{Line, Network, escaped},
};

pub(super) const V3: &str = "/_matrix/client/v3";
const VERSIONS: [&str; 3] = ["10", "11", "12"];
const VISIBILITIES: [&str; 4] = ["shared", "joined", "invited", "world_readable"];
const PRESETS: [&str; 3] = ["private_chat", "public_chat", "trusted_private_chat"];
/// Rooms of the whole community: with more of them nobody would meet.
const ROOMS: usize = 5;

impl Person {
    pub(super) async fn act(&self, network: &Network) {
        self.sign_in(network).await;
        loop {
            tokio::time::sleep(Duration::from_millis(self.acting.below(2_500))).await;
            let line = self.line(network, &self.acting);
            Box::pin(self.act_once(network, &line)).await;
        }
    }

    async fn act_once(&self, network: &Network, line: &Line) {
        let rng = &self.acting;
        let waiting = self.memory.lock().outbox.first().cloned();
        if let Some(waiting) = waiting.filter(|_| rng.one_in(2)) {
            return self.say(network, line, &waiting).await;
        }
        let note = self.memory.lock().notes.first().cloned();
        if let Some(note) = note.filter(|_| rng.one_in(2)) {
            return self.write_to_a_device(network, line, &note).await;
        }
        let joined = self.memory.lock().joined();
        let room = pick(rng, &joined).map(String::as_str);
        match (rng.below(182), room) {
            (0..4, _) => self.make_room(network, line).await,
            (4..14, _) => self.join(network, line).await,
            (14..18, Some(room)) => self.invite(line, room).await,
            (18..21, Some(room)) => self.leave(network, line, room).await,
            (21..23, Some(room)) => self.remove_somebody(network, line, room).await,
            (23..26, Some(room)) => self.set_state(line, room).await,
            (26..36, Some(room)) => self.read(network, line, room).await,
            (36..42, Some(room)) => self.type_something(line, room).await,
            (42..47, room) => self.keep(network, line, room).await,
            (47..49, _) => self.rename(line).await,
            (49..55, _) => self.redact(network, line).await,
            (55..58, _) => self.say_again(network, line).await,
            (58..70, Some(room)) => self.relate(network, line, room).await,
            (70..78, _) => self.think_of_a_device(network, line).await,
            (78..82, _) => self.give_keys(line).await,
            (82..87, _) => self.take_a_key(network, line).await,
            (87..89, Some(room)) => self.name_room(network, line, room).await,
            (89..91, Some(room)) => self.tag(network, line, room).await,
            (91..99, room) => self.look_around(line, room).await,
            (99..102, _) => self.share(network, line).await,
            (102..104, _) => self.fetch(network, line).await,
            (104..107, _) => self.knock(network, line).await,
            (107..108, Some(room)) => {
                let version = pick(rng, &VERSIONS).copied().unwrap_or("12");
                self.upgrade(network, line, room, version).await;
            }
            (108..110, _) => self.say_whether_here(line).await,
            (110..112, _) => self.leave_the_server(network).await,
            (112..115, _) => self.set_a_rule(network, line).await,
            (115..118, _) => self.back_a_key_up(network, line).await,
            (118..121, _) => self.renew_tokens(network).await,
            (121..123, _) => self.set_a_signing_key(network, line).await,
            (123..126, _) => self.forget(network, line).await,
            (126..128, Some(room)) => self.report(line, room).await,
            (128..131, _) => self.set_a_pusher(network, line).await,
            (131..133, _) => self.leave_a_device_asleep(network, line).await,
            (133..136, _) => self.sign_the_key(network, line).await,
            (136..138, _) => self.change_password(network, line).await,
            (138..140, Some(room)) => self.list_a_room(network, line, room).await,
            (140..142, _) => self.get_a_voucher(network, line).await,
            (_, Some(room)) => self.talk(network, line, room).await,
            _ => {}
        }
    }

    async fn make_room(&self, network: &Network, line: &Line) {
        if network.ledger.lock().noticeboard.len() >= ROOMS {
            return;
        }
        let rng = &self.acting;
        let preset = *pick(rng, &PRESETS).unwrap_or(&"public_chat");
        let mut request = json!({
            "preset": preset,
            "room_version": pick(rng, &VERSIONS),
            "initial_state": [{
                "type": "m.room.history_visibility",
                "content": { "history_visibility": pick(rng, &VISIBILITIES) },
            }],
        });
        if rng.one_in(4) {
            let rule = json!({ "type": "m.room.join_rules", "content": { "join_rule": "knock" } });
            request["initial_state"].as_array_mut().expect("an array").push(rule);
        }
        if rng.one_in(2) {
            request["name"] = format!("room {}", self.memory.lock().count()).into();
        }
        let Some(answer) = line.post(&format!("{V3}/createRoom"), request).await else { return };
        if let Some(room) = answer.json["room_id"].as_str() {
            // The others hear of private rooms too: being refused is part of it.
            network.ledger.lock().noticeboard.push(room.to_owned());
        }
    }

    async fn join(&self, network: &Network, line: &Line) {
        let known: BTreeSet<String> = {
            let memory = self.memory.lock();
            let ledger = network.ledger.lock();
            let known = memory.invitations.iter().chain(&ledger.noticeboard);
            known.filter(|room| !memory.rooms.get(*room).is_some_and(|view| view.is_joined)).cloned().collect()
        };
        let known: Vec<String> = known.into_iter().collect();
        let Some(room) = pick(&self.acting, &known) else { return };
        if self.memory.lock().invitations.contains(room) && self.acting.one_in(8) {
            line.post(&format!("{V3}/rooms/{}/leave", escaped(room)), json!({})).await;
            return;
        }
        line.post(&format!("{V3}/join/{}", escaped(room)), json!({})).await;
    }

    async fn invite(&self, line: &Line, room: &str) {
        let whom = self.somebody();
        line.post(&format!("{V3}/rooms/{}/invite", escaped(room)), json!({ "user_id": whom })).await;
    }

    /// Whoever has made a room stays in it: as its witness, that member sees all of it.
    async fn leave(&self, network: &Network, line: &Line, room: &str) {
        let user_id = self.memory.lock().user_id.clone();
        if self.is_creator(room) != Some(false) {
            return;
        }
        network.ledger.lock().departed.insert((user_id, room.to_owned()));
        line.post(&format!("{V3}/rooms/{}/leave", escaped(room)), json!({})).await;
    }

    async fn remove_somebody(&self, network: &Network, line: &Line, room: &str) {
        let whom = self.somebody();
        if self.is_creator(room) != Some(true) || whom == self.memory.lock().user_id {
            return;
        }
        network.ledger.lock().departed.insert((whom.clone(), room.to_owned()));
        // Whoever is banned comes back when the ban is lifted.
        let how = *pick(&self.acting, &["kick", "kick", "ban", "unban", "unban"]).unwrap_or(&"kick");
        line.post(&format!("{V3}/rooms/{}/{how}", escaped(room)), json!({ "user_id": whom })).await;
    }

    /// Not known until the room's first event was paged.
    pub(super) fn is_creator(&self, room: &str) -> Option<bool> {
        let memory = self.memory.lock();
        let first = memory.rooms.get(room)?.events.iter().find(|event| event.kind == "m.room.create")?;
        Some(first.sender == memory.user_id)
    }

    fn somebody(&self) -> String {
        let name = pick(&self.acting, &super::NAMES).copied().unwrap_or("ada");
        let user_id = self.memory.lock().user_id.clone();
        let server = user_id.split_once(':').map_or("", |(_, server)| server);
        format!("@{name}:{server}")
    }

    /// Refused for who has no power; the topic is new each time, the visibility often is not.
    async fn set_state(&self, line: &Line, room: &str) {
        let number = self.memory.lock().count();
        let (kind, content) = match self.acting.one_in(2) {
            true => ("m.room.topic", json!({ "topic": format!("topic {} {number}", self.device) })),
            false => {
                let setting = pick(&self.acting, &VISIBILITIES);
                ("m.room.history_visibility", json!({ "history_visibility": setting }))
            }
        };
        line.put(&format!("{V3}/rooms/{}/state/{kind}/", escaped(room)), content).await;
    }

    async fn read(&self, network: &Network, line: &Line, room: &str) {
        let recent: Vec<String> = {
            let memory = self.memory.lock();
            let Some(view) = memory.rooms.get(room) else { return };
            view.events.iter().rev().take(15).map(|event| event.event_id.clone()).collect()
        };
        let Some(event_id) = pick(&self.acting, &recent) else { return };
        let user_id = self.memory.lock().user_id.clone();
        let kinds: &[&'static str] = match self.acting.below(3) {
            0 => &["m.read"],
            1 => &["m.read.private"],
            _ => &["m.read", "m.fully_read"],
        };
        let answer = match kinds {
            [kind] => {
                let path = format!("{V3}/rooms/{}/receipt/{kind}/{}", escaped(room), escaped(event_id));
                line.post(&path, json!({})).await
            }
            kinds => {
                network.ledger.lock().data.insert((user_id.clone(), Some(room.to_owned()), "m.fully_read".to_owned()));
                let markers: serde_json::Map<String, Value> =
                    kinds.iter().map(|kind| ((*kind).to_owned(), event_id.as_str().into())).collect();
                line.post(&format!("{V3}/rooms/{}/read_markers", escaped(room)), markers.into()).await
            }
        };
        if answer.is_some_and(|answer| answer.status == http::StatusCode::OK) {
            let read = |kind| Read { reader: user_id.clone(), room: room.to_owned(), kind, event_id: event_id.clone() };
            let receipts = kinds.iter().filter(|kind| **kind != "m.fully_read").map(|kind| read(kind));
            network.ledger.lock().read.extend(receipts);
        }
    }

    async fn type_something(&self, line: &Line, room: &str) {
        let user_id = self.memory.lock().user_id.clone();
        let notice = match self.acting.one_in(4) {
            true => json!({ "typing": false }),
            false => json!({ "typing": true, "timeout": 1_000 + self.acting.below(29_000) }),
        };
        line.put(&format!("{V3}/rooms/{}/typing/{}", escaped(room), escaped(&user_id)), notice).await;
    }

    /// A piece of account data, of the account or of a room.
    async fn keep(&self, network: &Network, line: &Line, room: Option<&str>) {
        let room = room.filter(|_| self.acting.one_in(2));
        let (user_id, number) = {
            let mut memory = self.memory.lock();
            (memory.user_id.clone(), memory.count())
        };
        let kind = format!("org.example.{}", self.acting.below(3));
        network.ledger.lock().data.insert((user_id.clone(), room.map(str::to_owned), kind.clone()));
        let scope = room.map_or_else(String::new, |room| format!("/rooms/{}", escaped(room)));
        let path = format!("{V3}/user/{}{scope}/account_data/{kind}", escaped(&user_id));
        line.put(&path, json!({ "kept": format!("{} {number}", self.device) })).await;
    }

    /// Carried into all rooms by the server itself.
    async fn rename(&self, line: &Line) {
        let (user_id, number) = {
            let mut memory = self.memory.lock();
            (memory.user_id.clone(), memory.count())
        };
        let path = format!("{V3}/profile/{}/displayname", escaped(&user_id));
        line.put(&path, json!({ "displayname": format!("{} {number}", self.device) })).await;
    }

    async fn redact(&self, network: &Network, line: &Line) {
        let sent: Vec<Message> = {
            let memory = self.memory.lock();
            memory.sent.iter().filter(|message| message.removes.is_none()).cloned().collect()
        };
        let Some(target) = pick(&self.acting, &sent) else { return };
        let message = self.word(network, &target.room, target.event_id.clone(), Value::Null);
        self.say(network, line, &message).await;
    }

    /// What was acknowledged is asked for once more: the answer must be the same.
    async fn say_again(&self, network: &Network, line: &Line) {
        let sent = self.memory.lock().sent.clone();
        let Some(message) = pick(&self.acting, &sent) else { return };
        self.say(network, line, message).await;
    }

    /// Some messages at once, and now and then each of them twice.
    async fn talk(&self, network: &Network, line: &Line, room: &str) {
        // What a device was told before is what it needs to read this.
        let needs = self.memory.lock().told.clone().filter(|_| self.acting.one_in(3));
        let needs =
            needs.map(|Note { to: (_, device), mark, .. }| json!({ "needs": { "device": device, "note": mark } }));
        let one = self.word(network, room, None, needs.unwrap_or_default());
        match self.acting.below(6) {
            0 => {
                let again = one.clone();
                let (one, two) = (Box::pin(self.say(network, line, &one)), Box::pin(self.say(network, line, &again)));
                tokio::join!(biased; one, two);
            }
            1 => {
                let others = [(); 2].map(|()| self.word(network, room, None, Value::Null));
                let (one, two) =
                    (Box::pin(self.say(network, line, &one)), Box::pin(self.say(network, line, &others[0])));
                tokio::join!(biased; one, two, Box::pin(self.say(network, line, &others[1])));
            }
            _ => self.say(network, line, &one).await,
        }
    }

    /// A new message, or a redaction, noted before it is asked for.
    pub(super) fn word(&self, network: &Network, room: &str, removes: Option<String>, more: Value) -> Message {
        let mut memory = self.memory.lock();
        let number = memory.count();
        let (txn, mark) = (format!("txn{number}"), format!("word-{}-{number}", self.device));
        let message = Message {
            room: room.to_owned(),
            txn: txn.clone(),
            mark: mark.clone(),
            removes: removes.clone(),
            more,
            event_id: None,
        };
        memory.outbox.push(message.clone());
        let mut ledger = network.ledger.lock();
        let said = Said {
            room: room.to_owned(),
            mark,
            removes,
            asked: ledger.step(),
            acknowledged: None,
            refused: false,
            under_way: 0,
            event_ids: BTreeSet::new(),
        };
        ledger.said.insert((self.device.clone(), txn), said);
        message
    }

    /// Asks once; what is not answered stays in the outbox.
    pub(super) async fn say(&self, network: &Network, line: &Line, message: &Message) {
        let Message { room, txn, mark, removes, more, .. } = message;
        let room = escaped(room);
        let key = (self.device.clone(), txn.clone());
        if let Some(said) = network.ledger.lock().said.get_mut(&key) {
            said.under_way += 1;
        }
        let answer = match removes {
            Some(event_id) => {
                let path = format!("{V3}/rooms/{room}/redact/{}/{txn}", escaped(event_id));
                line.put(&path, json!({ "reason": mark })).await
            }
            None => {
                let mut body = json!({ "msgtype": "m.text", "body": mark });
                more.as_object().into_iter().flatten().for_each(|(key, value)| body[key] = value.clone());
                let is_reaction = more["m.relates_to"]["rel_type"] == "m.annotation";
                let kind = if is_reaction { "m.reaction" } else { "m.room.message" };
                line.put(&format!("{V3}/rooms/{room}/send/{kind}/{txn}"), body).await
            }
        };
        if let Some(said) = network.ledger.lock().said.get_mut(&key) {
            said.under_way -= 1;
        }
        if let Some(answer) = answer {
            self.note(network, message, &answer);
        }
    }

    fn note(&self, network: &Network, message: &Message, answer: &Answer) {
        let mut memory = self.memory.lock();
        let mut ledger = network.ledger.lock();
        let step = ledger.step();
        let Some(said) = ledger.said.get_mut(&(self.device.clone(), message.txn.clone())) else { return };
        match (answer.status.as_u16(), answer.json["event_id"].as_str()) {
            (200, Some(event_id)) => {
                said.event_ids.insert(event_id.to_owned());
                said.acknowledged.get_or_insert(step);
            }
            // Nothing is known: to be asked again.
            (429 | 500.., _) => return,
            _ => said.refused |= said.under_way == 0,
        }
        memory.outbox.retain(|waiting| waiting.txn != message.txn);
        if let Some(event_id) = answer.json["event_id"].as_str()
            && !memory.sent.iter().any(|sent| sent.txn == message.txn)
        {
            memory.sent.push(Message { event_id: Some(event_id.to_owned()), ..message.clone() });
        }
    }
}
