//! A member who syncs, fills gaps with pages, and keeps every token with what was known at it.

use std::{collections::BTreeMap, io::Result};

use hearth_kernel::Rng;
use serde_json::Value;

use super::{
    http::Answer,
    member::{Member, ids, list, text},
};

/// `{"room":{"timeline":{"limit":5}}}`: so short that gaps are usual.
const FILTER: &str = "%7B%22room%22:%7B%22timeline%22:%7B%22limit%22:5%7D%7D%7D";
const PAGE: usize = 50;

/// Event ids by room, oldest first.
type Story = BTreeMap<String, Vec<String>>;

/// What came of one sync.
pub(crate) enum Heard {
    Something,
    Nothing,
    Refused(Answer),
    Lost,
}

/// One receiver.
pub(crate) struct Listener {
    pub(crate) member: Member,
    since: Option<String>,
    story: Story,
    /// Tokens, each with the number of events by room that were known when it came.
    tokens: Vec<(String, BTreeMap<String, usize>)>,
}

impl Listener {
    pub(crate) fn new(member: Member) -> Self {
        Self { member, since: None, story: Story::new(), tokens: Vec::new() }
    }

    /// One sync. Its token is kept only when all of it was read.
    pub(crate) async fn listen(&mut self, wait_ms: u64) -> Heard {
        let since = self.since.clone();
        let answer = match self.sync(since.as_deref(), wait_ms).await {
            Ok(answer) if answer.status == 200 => answer.body,
            Ok(answer) => return Heard::Refused(answer),
            Err(_) => return Heard::Lost,
        };
        let news = match self.news(&answer, since.as_deref()).await {
            Ok(news) => news,
            Err(heard) => return heard,
        };
        let nothing = news.values().all(Vec::is_empty);
        for (room, events) in news {
            self.story.entry(room).or_default().extend(events);
        }
        let token = text(&answer, "next_batch");
        let known = self.story.iter().map(|(room, events)| (room.clone(), events.len())).collect();
        self.tokens.push((token.clone(), known));
        self.since = Some(token);
        if nothing { Heard::Nothing } else { Heard::Something }
    }

    async fn sync(&mut self, since: Option<&str>, wait_ms: u64) -> Result<Answer> {
        let since = since.map_or_else(String::new, |since| format!("&since={since}"));
        self.member.get(&format!("/sync?timeout={wait_ms}&filter={FILTER}{since}")).await
    }

    /// The new events of each room: the timeline, and what stands in the gap before it.
    async fn news(&mut self, answer: &Value, since: Option<&str>) -> std::result::Result<Story, Heard> {
        let mut news = Story::new();
        for (room, part) in answer["rooms"]["join"].as_object().into_iter().flatten() {
            let timeline = &part["timeline"];
            let mut events = match timeline["limited"] == true {
                true => self.gap(room, &text(timeline, "prev_batch"), since).await?,
                false => Vec::new(),
            };
            events.extend(ids(list(&timeline["events"])));
            news.insert(room.clone(), events);
        }
        Ok(news)
    }

    /// Refused or lost like a sync, where the database is gone meanwhile.
    async fn gap(&mut self, room: &str, before: &str, after: Option<&str>) -> std::result::Result<Vec<String>, Heard> {
        let after = after.map_or_else(String::new, |after| format!("&to={after}"));
        let mut events = Vec::new();
        let mut from = before.to_owned();
        loop {
            let path = format!("/rooms/{room}/messages?dir=b&limit={PAGE}&from={from}{after}");
            let answer = self.member.get(&path).await.map_err(|_| Heard::Lost)?;
            if answer.status != 200 {
                return Err(Heard::Refused(answer));
            }
            events.extend(ids(list(&answer.body["chunk"])));
            let Some(end) = answer.body["end"].as_str() else { break };
            end.clone_into(&mut from);
        }
        events.reverse();
        Ok(events)
    }

    /// Syncs until there is nothing new.
    pub(crate) async fn catch_up(&mut self) {
        loop {
            match self.listen(0).await {
                Heard::Something => {}
                Heard::Nothing => return,
                Heard::Refused(answer) => panic!("a sync was refused: {answer:?}"),
                Heard::Lost => panic!("a sync was lost"),
            }
        }
    }

    /// Nothing was missed and nothing came twice.
    pub(crate) fn check(&self, room: &str, history: &[Value]) {
        let heard = self.story.get(room).map_or(&[][..], Vec::as_slice);
        assert_eq!(heard, ids(history), "what {} heard of {room}", self.member.user_id);
    }

    /// Goes on from one of the older tokens, and hears again all that came after it.
    pub(crate) async fn go_back(&mut self, rng: &Rng) {
        let chosen = usize::try_from(rng.below(self.tokens.len() as u64)).expect("a small number");
        let (token, known) = self.tokens[chosen].clone();
        let answer = self.sync(Some(&token), 0).await.expect("the server answers");
        assert_eq!(answer.status, 200, "an older token: {}", answer.body);
        let news = self.news(&answer.body, Some(&token)).await;
        let news = news.unwrap_or_else(|_| panic!("the pages after an older token are refused"));
        for (room, story) in &self.story {
            let again = news.get(room).cloned().unwrap_or_default();
            let after = &story[known.get(room).copied().unwrap_or(0)..];
            assert_eq!(again, after, "what {} hears of {room} since {token}", self.member.user_id);
        }
    }

    /// The receipts that somebody is told who begins anew.
    pub(crate) async fn receipts(&mut self, room: &str) -> Value {
        let answer = self.sync(None, 0).await.expect("the server answers");
        let events = list(&answer.body["rooms"]["join"][room]["ephemeral"]["events"]).to_vec();
        events
            .into_iter()
            .find(|event| event["type"] == "m.receipt")
            .map_or(Value::Null, |event| event["content"].clone())
    }
}
