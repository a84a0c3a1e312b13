//! A member who sends one thing after another, repeats what got no answer, and remembers what was acknowledged.

use std::{collections::BTreeSet, io::ErrorKind};

use serde_json::{Value, json};

use super::{
    http::Answer,
    member::{Member, Request, ids, text},
};

const STATE: &str = "org.hearth.test.count";
/// One change of state after so many messages, and one receipt.
const STATE_EVERY: usize = 5;
const RECEIPT_EVERY: usize = 3;
/// Every other receipt comes with the line up to which all is read.
const MARKERS_EVERY: usize = 2 * RECEIPT_EVERY;

/// What became of one request.
pub(crate) enum Outcome {
    Acknowledged,
    /// The server says that nothing was stored.
    Refused(Answer),
    /// The connection broke: nobody knows.
    Lost,
    /// Nobody was there to ask.
    Unreached,
}

impl Outcome {
    /// What a request answers that succeeded.
    pub(crate) fn of(answer: std::io::Result<Answer>) -> Result<Value, Self> {
        match answer {
            Ok(answer) if answer.status == 200 => Ok(answer.body),
            Ok(answer) => Err(Self::Refused(answer)),
            Err(error) if error.kind() == ErrorKind::ConnectionRefused => Err(Self::Unreached),
            Err(_) => Err(Self::Lost),
        }
    }

    /// Whether something that is asked for until it is acknowledged may be done already; `was` says so of the times before.
    pub(crate) fn is_unsure(outcome: &Result<(), Self>, was: bool) -> bool {
        match outcome {
            Ok(()) => false,
            Err(Self::Unreached) => was,
            Err(_) => true,
        }
    }
}

/// One sender in one room.
pub(crate) struct Talker {
    member: Member,
    room: String,
    /// The ids of acknowledged messages. The number of a message is its place here and its transaction's name,
    /// so a message without an answer is the next one to be sent again.
    messages: Vec<String>,
    /// The ids of everything acknowledged, in order.
    acknowledged: Vec<String>,
    /// Changes of state that were tried, with or without an answer.
    changes: usize,
    lost_changes: usize,
    read: Option<String>,
    /// The line up to which all is read.
    marked: Option<String>,
    /// Messages before this one have been repeated already.
    repeated: usize,
}

impl Talker {
    pub(crate) fn new(member: Member, room: &str) -> Self {
        Self {
            member,
            room: room.to_owned(),
            messages: Vec::new(),
            acknowledged: Vec::new(),
            changes: 0,
            lost_changes: 0,
            read: None,
            marked: None,
            repeated: 0,
        }
    }

    /// Sends the next message, now and then followed by a change of state or a receipt.
    pub(crate) async fn talk(&mut self) -> Outcome {
        let number = self.messages.len();
        match self.say(number).await {
            Ok(event_id) => self.messages.push(event_id),
            Err(outcome) => return outcome,
        }
        if number.is_multiple_of(STATE_EVERY) {
            return self.change_state().await;
        }
        if number.is_multiple_of(RECEIPT_EVERY) {
            return self.mark_as_read(number.is_multiple_of(MARKERS_EVERY)).await;
        }
        Outcome::Acknowledged
    }

    async fn say(&mut self, number: usize) -> Result<String, Outcome> {
        let request = self.message(number);
        let event_id = text(&self.request(&request).await?, "event_id");
        if number == self.messages.len() {
            self.acknowledged.push(event_id.clone());
        }
        Ok(event_id)
    }

    fn message(&self, number: usize) -> Request {
        Request::message(&self.room, &format!("t{number}"), &format!("message {number}"))
    }

    async fn change_state(&mut self) -> Outcome {
        self.changes += 1;
        let request = Request::state(&self.room, STATE, &self.member.user_id, json!({ "count": self.changes }));
        match self.request(&request).await {
            Ok(body) => self.acknowledged.push(text(&body, "event_id")),
            Err(outcome) => {
                self.lost_changes += usize::from(matches!(outcome, Outcome::Lost));
                return outcome;
            }
        }
        Outcome::Acknowledged
    }

    async fn mark_as_read(&mut self, is_to_the_end: bool) -> Outcome {
        let Some(event_id) = self.messages.last().cloned() else { return Outcome::Acknowledged };
        let request = if is_to_the_end { Request::markers } else { Request::receipt };
        if let Err(outcome) = self.request(&request(&self.room, &event_id)).await {
            return outcome;
        }
        if is_to_the_end {
            self.marked = Some(event_id.clone());
        }
        self.read = Some(event_id);
        Outcome::Acknowledged
    }

    async fn request(&mut self, request: &Request) -> Result<Value, Outcome> {
        Outcome::of(self.member.call(request).await)
    }

    /// The words, the sender and the id of the last message.
    pub(crate) fn newest(&self) -> Option<(String, String, String)> {
        let number = self.messages.len().checked_sub(1)?;
        Some((format!("message {number}"), self.member.user_id.clone(), self.messages[number].clone()))
    }

    /// Every transaction since the last time, sent once more, answers with the event that it has made.
    pub(crate) async fn repeat_all(&mut self) {
        for number in self.repeated..self.messages.len() {
            let answer = self.member.done(&self.message(number)).await;
            assert_eq!(text(&answer, "event_id"), self.messages[number], "{} repeated", self.message(number).path);
        }
        self.repeated = self.messages.len();
    }

    /// What this sender was told is in the room: once, whole, and in the order in which it was told.
    pub(crate) fn check(&self, room: &str, history: &[Value]) {
        if room != self.room {
            return;
        }
        let own: Vec<Value> =
            history.iter().filter(|event| event["sender"] == self.member.user_id.as_str()).cloned().collect();
        self.check_messages(&own);
        self.check_changes(&own);
        self.check_order(&own);
    }

    fn check_messages(&self, own: &[Value]) {
        let (found, texts) = of_kind(own, "m.room.message", "body");
        let sent: Vec<Value> =
            (0..self.messages.len()).map(|number| self.message(number).body["body"].clone()).collect();
        assert_eq!(texts, sent, "the messages of {}", self.member.user_id);
        assert_eq!(found, self.messages, "the ids of the messages of {}", self.member.user_id);
    }

    /// A change without an answer may be there, but no change is there twice.
    fn check_changes(&self, own: &[Value]) {
        let (found, counts) = of_kind(own, STATE, "count");
        let told: BTreeSet<_> = self.acknowledged.iter().collect();
        let untold = found.iter().filter(|id| !told.contains(id)).count();
        assert!(untold <= self.lost_changes, "{untold} changes of {} were refused and made", self.member.user_id);
        assert!(counts.is_sorted_by_key(Value::as_u64), "the changes of {}: {counts:?}", self.member.user_id);
        assert_eq!(counts.len(), counts.iter().map(Value::as_u64).collect::<BTreeSet<_>>().len(), "a change twice");
    }

    fn check_order(&self, own: &[Value]) {
        let told: BTreeSet<_> = self.acknowledged.iter().collect();
        let found: Vec<String> = ids(own).into_iter().filter(|id| told.contains(id)).collect();
        assert_eq!(found, self.acknowledged, "what {} was told, in order", self.member.user_id);
    }

    /// The receipt that was acknowledged, or one that came after it, is what others are told.
    pub(crate) fn check_receipt(&self, room: &str, history: &[Value], receipts: &Value) {
        let Some(read) = self.read.as_ref().filter(|_| room == self.room) else { return };
        let told = receipts.as_object().and_then(|events| {
            events.iter().find(|(_, kinds)| kinds["m.read"].get(&self.member.user_id).is_some()).map(|(id, _)| id)
        });
        let told = told.unwrap_or_else(|| panic!("the receipt of {} is gone", self.member.user_id));
        assert!(place(history, told) >= place(history, read), "the receipt of {} went back", self.member.user_id);
    }

    /// The line that was acknowledged, or one after it, is where the sender goes on reading.
    pub(crate) async fn check_marker(&mut self, room: &str, history: &[Value]) {
        let Some(marked) = self.marked.as_ref().filter(|_| room == self.room) else { return };
        let path = format!("/user/{}/rooms/{room}/account_data/m.fully_read", self.member.user_id);
        let found = text(&self.member.read(&path).await, "event_id");
        assert!(place(history, &found) >= place(history, marked), "the marker of {} went back", self.member.user_id);
    }
}

/// Where an event stands in its room, if it does.
fn place(history: &[Value], event_id: &str) -> Option<usize> {
    history.iter().position(|event| event["event_id"] == event_id)
}

/// The ids of events of one type, and one part of the content of each.
fn of_kind(events: &[Value], kind: &str, part: &str) -> (Vec<String>, Vec<Value>) {
    let events: Vec<Value> = events.iter().filter(|event| event["type"] == kind).cloned().collect();
    let parts = events.iter().map(|event| event["content"][part].clone()).collect();
    (ids(&events), parts)
}
