//! What members show of themselves: a name, a picture and whatever fields their clients add.

use hearth_kernel::{Error, Result, limits};
use hearth_store::Entry;
use serde_json::{Map, Value};

use crate::accounts::{
    Accounts, PROFILE_CHANGED, Profile,
    cache::Stale,
    model::{self, AVATAR_URL, DISPLAY_NAME},
    store,
};

impl Accounts {
    /// The part of a member's profile that rooms show; nothing for somebody without an account here.
    pub async fn profile(&self, user_id: &str) -> Result<Option<Profile>> {
        if let Some(profile) = self.caches.profiles.get(user_id) {
            return Ok(Some(profile));
        }
        let generation = self.caches.profiles.generation();
        let Some(fields) = self.fields(user_id).await? else { return Ok(None) };
        let profile = store::shown(&fields);
        self.caches.profiles.put(generation, user_id.to_owned(), profile.clone());
        Ok(Some(profile))
    }

    /// The same as it is stored now. Who hears of a commit may come before the cache has forgotten.
    pub async fn stored_profile(&self, user_id: &str) -> Result<Option<Profile>> {
        self.caches.profiles.forget(user_id);
        self.profile(user_id).await
    }

    /// The whole profile as JSON.
    pub(in crate::accounts) async fn whole_profile(&self, user_id: &str) -> Result<Map<String, Value>> {
        let fields = self.fields(user_id).await?.ok_or_else(nobody)?;
        fields.into_iter().map(|(field, value)| Ok((field, parse(&value)?))).collect()
    }

    /// One field; nothing where an account has none.
    pub(in crate::accounts) async fn profile_field(&self, user_id: &str, field: &str) -> Result<Option<Value>> {
        let fields = self.fields(user_id).await?.ok_or_else(nobody)?;
        let found = fields.into_iter().find(|(known, _)| known == field);
        found.map(|(_, value)| parse(&value)).transpose()
    }

    /// Sets a field to its JSON text, or takes it away. What is so already is not written again, so
    /// that rooms do not hear of it.
    pub(in crate::accounts) async fn set_profile_field(
        &self,
        user_id: &str,
        field: &str,
        value: Option<String>,
    ) -> Result<()> {
        let fields = self.fields(user_id).await?.ok_or_else(nobody)?;
        let now = fields.iter().find(|(known, _)| known == field).map(|(_, value)| value);
        if now == value.as_ref() {
            return Ok(());
        }
        let kind = match field {
            DISPLAY_NAME => "display_name",
            AVATAR_URL => "avatar",
            _ => "extended",
        };
        let mut entry = Entry::new();
        entry
            .statement(store::set_field(user_id, field, value.as_deref()))
            .fact(self.fact(&PROFILE_CHANGED, user_id).kind("kind", kind));
        self.commit_and_forget(entry, Stale::Profile(user_id.to_owned())).await
    }

    async fn fields(&self, user_id: &str) -> Result<Option<Vec<(String, String)>>> {
        if model::check_text("user's id", user_id, limits::USER_ID_BYTES).is_err() {
            return Ok(None);
        }
        store::fields(&self.store, user_id).await
    }
}

fn parse(value: &str) -> Result<Value> {
    serde_json::from_str(value).map_err(|error| Error::internal("a profile's field is not JSON").caused_by(error))
}

fn nobody() -> Error {
    Error::not_found("There is no such user here.")
}
