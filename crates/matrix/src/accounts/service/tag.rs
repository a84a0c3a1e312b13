//! How a member sorts their rooms: tags, kept as the room's account data `m.tag`.
//!
//! Two devices that tag at the same moment both succeed: a change is written only over what it was made
//! from, and made anew otherwise.

use hearth_kernel::{Error, Result, limits};
use hearth_store::Entry;
use serde_json::{Map, Value, json};

use crate::{
    accounts::{Accounts, model, store},
    stream::Change,
};

pub(in crate::accounts) const TAGS: &str = "m.tag";

impl Accounts {
    pub(in crate::accounts) async fn tags(&self, user_id: &str, room_id: &str) -> Result<Map<String, Value>> {
        let stored = store::data_at(&self.store, user_id, Some(room_id), TAGS).await?;
        Ok(stored.map_or_else(Map::new, |(content, _)| read(&content)))
    }

    /// Sets a tag to its content, or takes it away. What is so already is not written again.
    pub(in crate::accounts) async fn set_tag(
        &self,
        user_id: &str,
        room_id: &str,
        tag: &str,
        content: Option<&Map<String, Value>>,
    ) -> Result<()> {
        model::check_text("tag", tag, limits::ID_BYTES)?;
        for _ in 0..limits::TAG_TRIES {
            let stored = store::data_at(&self.store, user_id, Some(room_id), TAGS).await?;
            let (mut tags, position) = stored.map_or((Map::new(), 0), |(content, position)| (read(&content), position));
            let before = match content {
                Some(content) => tags.insert(tag.to_owned(), Value::Object(content.clone())),
                None => tags.remove(tag),
            };
            if before.as_ref().and_then(Value::as_object) == content {
                return Ok(());
            }
            let text = json!({ "tags": tags }).to_string();
            if text.len() > limits::ACCOUNT_DATA_BYTES {
                let why = format!("The tags of a room are at most {} bytes.", limits::ACCOUNT_DATA_BYTES);
                return Err(Error::too_large(why));
            }
            let mut entry = Entry::new();
            entry
                .statement(store::move_data(user_id, Some(room_id), TAGS, &text, position))
                .note(Change::Member { user_id: user_id.into() }.note());
            let refused = match self.commit(entry).await {
                Ok(()) => return Ok(()),
                Err(error) => error,
            };
            let now = store::data_at(&self.store, user_id, Some(room_id), TAGS).await?;
            if now.map_or(0, |(_, position)| position) == position {
                return Err(refused);
            }
        }
        Err(Error::limited(limits::QUEUE_RETRY_MS))
    }
}

/// The tags; none where a client has put something else in their place.
fn read(content: &str) -> Map<String, Value> {
    let content: Value = serde_json::from_str(content).unwrap_or_default();
    content["tags"].as_object().cloned().unwrap_or_default()
}
