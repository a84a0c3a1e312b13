//! How a member sorts their rooms: tags, kept as the room's account data `m.tag`. Two devices that tag at the same moment both
//! succeed.

use hearth_kernel::{Result, limits};
use serde_json::{Map, Value, json};

use crate::accounts::{Accounts, model, store};

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
        self.change_account_data(user_id, Some(room_id), TAGS, |stored| {
            let mut tags = stored.map(read).unwrap_or_default();
            let before = match content {
                Some(content) => tags.insert(tag.to_owned(), Value::Object(content.clone())),
                None => tags.remove(tag),
            };
            let is_so = before.as_ref().and_then(Value::as_object) == content;
            Ok((!is_so).then(|| json!({ "tags": tags }).to_string()))
        })
        .await
    }
}

/// The tags; none where a client has put something else in their place.
fn read(content: &str) -> Map<String, Value> {
    let content: Value = serde_json::from_str(content).unwrap_or_default();
    content["tags"].as_object().cloned().unwrap_or_default()
}
