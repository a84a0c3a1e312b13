//! Two devices: one writes to the other and takes its one-time keys, and both remember what was acknowledged.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{
    actor::Actor,
    member::{Member, Request, list, text},
    talker::Outcome,
};

const ALGORITHM: &str = "signed_curve25519";
const KEYS_AT_ONCE: usize = 2;

pub(crate) struct Pair {
    writer: Member,
    reader: Member,
    turn: usize,
    /// Messages that were acknowledged. The next one's number is its transaction's name, so one without an answer is sent again.
    written: usize,
    /// The numbers that the reader was told, in order.
    read: Vec<usize>,
    since: Option<String>,
    /// Uploads of keys that were acknowledged. One without an answer is sent again as it was, before any key is taken.
    uploads: usize,
    is_unsure: bool,
    /// The names of the keys that the writer was given.
    claimed: Vec<String>,
    /// Claims without a key, each of which may have taken one.
    lost_claims: usize,
}

impl Pair {
    pub(crate) fn new(writer: Member, reader: Member) -> Self {
        let (read, claimed) = (Vec::new(), Vec::new());
        Self {
            writer,
            reader,
            turn: 0,
            written: 0,
            read,
            since: None,
            uploads: 0,
            is_unsure: false,
            claimed,
            lost_claims: 0,
        }
    }

    fn note(&self, number: usize) -> Request {
        let messages = json!({ &self.reader.user_id: { &self.reader.device_id: { "number": number } } });
        Request::put(format!("/sendToDevice/org.hearth.test.note/n{number}"), json!({ "messages": messages }))
    }

    async fn write(&mut self) -> Result<(), Outcome> {
        Outcome::of(self.writer.call(&self.note(self.written)).await)?;
        self.written += 1;
        Ok(())
    }

    async fn give_keys(&mut self) -> Result<(), Outcome> {
        let first = self.uploads * KEYS_AT_ONCE;
        let key = |number: usize| {
            (format!("{ALGORITHM}:k{number}"), json!({ "key": format!("key {number}"), "signatures": {} }))
        };
        let keys: Map<String, Value> = (first..first + KEYS_AT_ONCE).map(key).collect();
        self.is_unsure = true;
        Outcome::of(self.reader.call(&Request::post("/keys/upload", json!({ "one_time_keys": keys }))).await)?;
        self.is_unsure = false;
        self.uploads += 1;
        Ok(())
    }

    async fn claim(&mut self) -> Result<(), Outcome> {
        let (member, device) = (&self.reader.user_id, &self.reader.device_id);
        let wanted = json!({ "one_time_keys": { member: { device: ALGORITHM } } });
        let answer = Outcome::of(self.writer.call(&Request::post("/keys/claim", wanted)).await)
            .inspect_err(|outcome| self.lost_claims += usize::from(!matches!(outcome, Outcome::Unreached)))?;
        let before = self.claimed.len();
        for (name, key) in answer["one_time_keys"][member][device].as_object().into_iter().flatten() {
            assert_eq!(key["key"], format!("key {}", name.trim_start_matches("signed_curve25519:k")), "{name}");
            self.claimed.push(name.clone());
        }
        let most = before + self.lost_claims;
        assert!(self.claimed.len() > before || most >= self.uploads * KEYS_AT_ONCE, "no key was given: {answer}");
        Ok(())
    }

    /// What the reader has yet to be told. Answers how many one-time keys are left.
    async fn listen(&mut self) -> Result<usize, Outcome> {
        let answer = Outcome::of(self.reader.sync(self.since.as_deref()).await)?;
        for event in list(&answer["to_device"]["events"]) {
            assert_eq!(event["sender"], self.writer.user_id.as_str());
            let number = event["content"]["number"].as_u64().and_then(|number| usize::try_from(number).ok());
            self.read.push(number.unwrap_or_else(|| panic!("{event} was never written")));
        }
        self.since = Some(text(&answer, "next_batch"));
        let left = answer["device_one_time_keys_count"][ALGORITHM].as_u64().expect("each sync says how many are left");
        Ok(usize::try_from(left).expect("a small number"))
    }

    /// Every message came once and in order; no key was given twice, and none is gone that nobody asked for.
    pub(crate) async fn check(&mut self) {
        self.repeat().await;
        let (mut before, mut left) = (usize::MAX, 0);
        while before != self.read.len() {
            before = self.read.len();
            left = self.listen().await.unwrap_or_else(|_| panic!("a sync of {}", self.reader.user_id));
        }
        assert_eq!(self.read, (0..self.written).collect::<Vec<_>>(), "what {} was told", self.reader.device_id);
        let unique: BTreeSet<&String> = self.claimed.iter().collect();
        assert_eq!(unique.len(), self.claimed.len(), "a one-time key was given twice");
        let most = self.uploads * KEYS_AT_ONCE - self.claimed.len();
        let fewest = most.saturating_sub(self.lost_claims);
        assert!((fewest..=most).contains(&left), "{left} one-time keys are left of {fewest} to {most}");
    }

    /// What had no answer is settled by asking again, and what had one is not done twice.
    async fn repeat(&mut self) {
        self.writer.connect_again().await;
        self.reader.connect_again().await;
        if let Some(newest) = self.written.checked_sub(1) {
            let newest = self.note(newest);
            self.writer.done(&newest).await;
        }
        let settled = self.write().await.is_ok() && self.give_keys().await.is_ok();
        assert!(settled, "nothing is refused to who asks again");
    }
}

impl Actor for Pair {
    async fn go_on(&mut self) -> Outcome {
        self.turn += 1;
        let outcome = match self.turn % 6 {
            _ if self.is_unsure => self.give_keys().await,
            0 => self.give_keys().await,
            1 | 2 => self.claim().await,
            3 => self.listen().await.map(drop),
            _ => self.write().await,
        };
        outcome.err().unwrap_or(Outcome::Acknowledged)
    }
}
