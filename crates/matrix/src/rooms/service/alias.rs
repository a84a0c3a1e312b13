//! Addresses of rooms. Each is one room's alone; who is first is decided in the commit.

use hearth_kernel::{Error, Kind, Result, limits};
use hearth_store::Entry;
use ruma::{CanonicalJsonObject, OwnedRoomId, RoomAliasId, RoomOrAliasId};
use serde_json::{Value, json};

use super::{
    super::{Rooms, build::Draft, event::Membership, room::Room, store, user_id},
    append::{Append, conflict},
};

pub(super) const CANONICAL: &str = "m.room.canonical_alias";

impl Rooms {
    /// The whole address for a local name.
    pub(crate) fn alias_id(&self, name: &str) -> Result<String> {
        let alias = format!("#{name}:{}", self.signer.server_name);
        let is_valid = !name.is_empty() && !name.contains([':', ' ', '\0']) && alias.len() <= limits::ID_BYTES;
        if is_valid && RoomAliasId::parse(&alias).is_ok() {
            return Ok(alias);
        }
        Err(Error::invalid_param("This cannot be a room's address."))
    }

    pub(crate) async fn resolve(&self, id_or_alias: &RoomOrAliasId) -> Result<OwnedRoomId> {
        if let Ok(room_id) = OwnedRoomId::try_from(id_or_alias.to_owned()) {
            return Ok(room_id);
        }
        self.aliased(id_or_alias.as_str()).await.map(|(room_id, _)| room_id)
    }

    pub(crate) async fn aliased(&self, alias: &str) -> Result<(OwnedRoomId, String)> {
        let unknown = || Error::not_found("There is no room with this address.");
        let (room_id, creator) = store::alias(&self.store, alias).await?.ok_or_else(unknown)?;
        let room_id = OwnedRoomId::try_from(room_id)
            .map_err(|error| Error::internal("a stored room id is damaged").caused_by(error))?;
        Ok((room_id, creator))
    }

    pub(crate) async fn add_alias(&self, by: &str, alias: &RoomAliasId, room_id: &OwnedRoomId) -> Result<()> {
        if alias.server_name() != self.signer.server_name {
            return Err(Error::invalid_param("Addresses are given by the server that they end with."));
        }
        let room = self.room(room_id).await?;
        if room.state().membership(by) != Some(Membership::Join) {
            return Err(Error::forbidden("You are not in this room."));
        }
        let mut entry = Entry::new();
        entry.statement(store::insert_alias(alias.as_str(), room_id, by));
        entry.statement(store::bound_aliases(room_id));
        let refused = |error: Error| match (error.kind, error.code) {
            (Kind::Conflict, store::TOO_MANY_ALIASES) => {
                Error::forbidden(format!("A room has at most {} addresses.", limits::ROOM_ALIASES))
            }
            (Kind::Conflict, _) => Error::new(Kind::Conflict, "M_UNKNOWN", "This address is already taken."),
            _ => conflict(error, "M_ROOM_IN_USE", "This address is already taken."),
        };
        self.store.write(entry).await.map(drop).map_err(refused)
    }

    /// For who gave the address, and for who may say what the room's address is: for these alone once the room says that
    /// it can be found there and who gave it is gone. The room no longer says so, where the caller may say so.
    pub(crate) async fn remove_alias(&self, by: &str, alias: &RoomAliasId) -> Result<()> {
        let (room_id, creator) = self.aliased(alias.as_str()).await?;
        let room = self.room(&room_id).await?;
        let may = self.may_address(&room, by)?;
        let without = room.state().get(CANONICAL, "").and_then(|event| without(event.content.get(), alias.as_str()));
        let is_in = room.state().membership(by) == Some(Membership::Join);
        if !may && (creator != by || without.is_some() && !is_in) {
            return Err(Error::forbidden("Only who gave the address, or a moderator of the room, can take it away."));
        }
        let mut entry = Entry::new();
        entry.statement(store::delete_alias(alias.as_str()));
        self.store.write(entry).await?;
        if let (true, Some(content)) = (may, without) {
            let draft = Draft::state_json(CANONICAL, "", content);
            let told = self.append(&room, Append::new(user_id(by)?, self.context.now_ms(), draft)).await;
            if let Err(error) = told {
                tracing::warn!(%error, "a room still names an address that it has no more");
            }
        }
        Ok(())
    }

    /// An address that a room claims anew must lead to it. What it claimed before may stay, so that one
    /// that went away does not keep the others from being changed.
    pub(crate) async fn check_claimed(&self, room: &Room, content: &CanonicalJsonObject) -> Result<()> {
        let content = Value::from(ruma::CanonicalJsonValue::from(content.clone()));
        let before = room.state().get(CANONICAL, "").map(|event| event.content.get().to_owned());
        let before: Value = before.and_then(|before| serde_json::from_str(&before).ok()).unwrap_or_default();
        let before = claimed(&before).unwrap_or_default();
        let mut new = claimed(&content)?;
        new.retain(|alias| !before.contains(alias));
        if new.is_empty() {
            return Ok(());
        }
        let here = store::aliases(&self.store, &room.id).await?;
        for alias in new {
            RoomAliasId::parse(alias).map_err(|_| Error::invalid_param(format!("{alias} is not a room's address.")))?;
            if !here.iter().any(|known| known == alias) {
                return Err(leads_elsewhere(alias));
            }
        }
        Ok(())
    }
}

/// A room that is being made can claim the one address that it gets.
pub(super) fn check_first_claim(content: &CanonicalJsonObject, own: Option<&str>) -> Result<()> {
    let content = Value::from(ruma::CanonicalJsonValue::from(content.clone()));
    claimed(&content)?.into_iter().find(|alias| Some(*alias) != own).map_or(Ok(()), |alias| Err(leads_elsewhere(alias)))
}

fn leads_elsewhere(alias: &str) -> Error {
    Error::new(Kind::Invalid, "M_BAD_ALIAS", format!("The address {alias} does not lead to this room."))
}

/// The addresses that a room says it can be found at.
fn claimed(content: &Value) -> Result<Vec<&str>> {
    let wrong = || Error::invalid_param("alias is a text, and alt_aliases are a list of texts.");
    let main = match &content["alias"] {
        Value::Null => None,
        alias => Some(alias.as_str().ok_or_else(wrong)?),
    };
    let others = match &content["alt_aliases"] {
        Value::Null => [].as_slice(),
        aliases => aliases.as_array().ok_or_else(wrong)?,
    };
    let others = others.iter().map(|alias| alias.as_str().ok_or_else(wrong)).collect::<Result<Vec<_>>>()?;
    Ok(main.filter(|alias| !alias.is_empty()).into_iter().chain(others).collect())
}

/// The content without an address; None where it does not name it.
fn without(content: &str, alias: &str) -> Option<Value> {
    let mut content: Value = serde_json::from_str(content).ok()?;
    let before = content.clone();
    if content["alias"] == alias {
        content.as_object_mut()?.remove("alias");
    }
    if let Some(others) = content.get_mut("alt_aliases").and_then(Value::as_array_mut) {
        others.retain(|other| other != alias);
    }
    if content.get("alt_aliases") == Some(&json!([])) {
        content.as_object_mut()?.remove("alt_aliases");
    }
    (content != before).then_some(content)
}
