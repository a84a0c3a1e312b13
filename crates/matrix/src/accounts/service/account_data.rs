//! What a member's clients keep here for each other, of the account or of a room.

use hearth_kernel::{Error, Fact, Result, limits};
use hearth_store::Entry;

use crate::{
    accounts::{AccountData, Accounts, IGNORED, SETTING_CHANGED, model, store},
    stream::Change,
};

impl Accounts {
    /// The content of one piece, a JSON object.
    pub async fn account_data(&self, user_id: &str, room_id: Option<&str>, kind: &str) -> Result<Option<String>> {
        check_key(room_id, kind)?;
        store::data(&self.store, user_id, room_id, kind).await
    }

    /// What changed after `since` and up to `upto`, each piece in its newest form, oldest change first.
    pub async fn account_data_between(&self, user_id: &str, since: i64, upto: i64) -> Result<Vec<AccountData>> {
        let mut all: Vec<AccountData> = Vec::new();
        let mut since = since;
        loop {
            let mut page = store::data_between(&self.store, user_id, since, upto).await?;
            let Some(last) = page.last().map(|piece| piece.position) else { return Ok(all) };
            if page.len() < limits::ACCOUNT_DATA_PAGE {
                all.append(&mut page);
                return Ok(all);
            }
            // The page may end within one commit; that commit is read again with the next page. An
            // entry is smaller than a page, so this goes on.
            page.retain(|piece| piece.position < last);
            all.append(&mut page);
            since = last - 1;
        }
    }

    /// The position of the newest change of any piece; 0 where there is none.
    pub async fn account_data_position(&self, user_id: &str) -> Result<i64> {
        store::data_position(&self.store, user_id).await
    }

    /// Sets a piece to a JSON object and wakes the member's other devices.
    pub async fn set_account_data(
        &self,
        user_id: &str,
        room_id: Option<&str>,
        kind: &str,
        content: &str,
    ) -> Result<()> {
        check_key(room_id, kind)?;
        check_size(content)?;
        model::json_object(content.as_bytes())?;
        let mut entry = Entry::new();
        entry
            .statement(store::set_data(user_id, room_id, kind, content))
            .note(Change::Member { user_id: user_id.into() }.note());
        if let Some(fact) = self.setting_fact(user_id, kind, content) {
            entry.fact(fact);
        }
        self.commit(entry).await
    }

    /// Changes a piece from what it is, or from nothing; `change` says what it becomes, or that it stays. It is written only over
    /// what it was made from, and made anew otherwise, so that what a device writes meanwhile is kept.
    pub(crate) async fn change_account_data(
        &self,
        user_id: &str,
        room_id: Option<&str>,
        kind: &str,
        change: impl Fn(Option<&str>) -> Result<Option<String>>,
    ) -> Result<()> {
        for _ in 0..limits::ACCOUNT_DATA_TRIES {
            let stored = store::data_at(&self.store, user_id, room_id, kind).await?;
            let (before, position) = stored.map_or((None, 0), |(content, position)| (Some(content), position));
            let Some(content) = change(before.as_deref())? else { return Ok(()) };
            check_size(&content)?;
            let mut entry = Entry::new();
            entry
                .statement(store::move_data(user_id, room_id, kind, &content, position))
                .note(Change::Member { user_id: user_id.into() }.note());
            let refused = match self.commit(entry).await {
                Ok(()) => return Ok(()),
                Err(error) => error,
            };
            let now = store::data_at(&self.store, user_id, room_id, kind).await?;
            if now.map_or(0, |(_, position)| position) == position {
                return Err(refused);
            }
        }
        Err(Error::limited(limits::QUEUE_RETRY_MS))
    }

    /// What a piece of account data states. Most of it is an app's own business.
    fn setting_fact(&self, user_id: &str, kind: &str, content: &str) -> Option<Fact> {
        let setting = match kind {
            "m.ignored_user_list" => {
                let list: serde_json::Value = serde_json::from_str(content).ok()?;
                let ignored = list["ignored_users"].as_object().map_or(0, serde_json::Map::len);
                return Some(self.fact(&IGNORED, user_id).count("count", ignored as i64));
            }
            model::PUSH_RULES => "notifications",
            "m.direct" => "direct",
            "m.tag" => "tags",
            _ => return None,
        };
        Some(self.fact(&SETTING_CHANGED, user_id).kind("kind", setting))
    }
}

fn check_key(room_id: Option<&str>, kind: &str) -> Result<()> {
    model::check_text("type", kind, limits::ID_BYTES)?;
    room_id.map_or(Ok(()), |room_id| model::check_text("room's id", room_id, limits::ID_BYTES))
}

fn check_size(content: &str) -> Result<()> {
    let why = || format!("A piece of account data is at most {} bytes.", limits::ACCOUNT_DATA_BYTES);
    if content.len() > limits::ACCOUNT_DATA_BYTES { Err(Error::too_large(why())) } else { Ok(()) }
}
