//! Making a room: its first events are one entry, so that there is a whole room or none.

use std::sync::Arc;

use hearth_kernel::{Error, Kind, Result, limits, ports::Basis};
use hearth_store::{Lane, Statement};
use ruma::{
    EventId, OwnedRoomId, OwnedUserId, RoomId, RoomVersionId,
    api::client::room::{
        Visibility,
        create_room::v3::{Request, RoomPreset},
    },
};
use serde_json::{Value, json};

use super::{
    super::{
        DEFAULT_VERSION, RoomChange, Rooms,
        build::{Draft, Place, Said, build, parse_content},
        event::RoomEvent,
        room::{Head, Room, View},
        state::State,
        store, user_id,
    },
    alias::{CANONICAL, check_first_claim},
    append::{advance, conflict, entry},
    load::rules,
    state_facts::Scene,
};
use crate::stream::Change;

/// What a preset sets before anything else is said.
struct Preset {
    join_rule: &'static str,
    history_visibility: &'static str,
    guest_access: &'static str,
    /// Whoever is invited gets the creator's power.
    trusts_invited: bool,
}

fn preset(request: &Request) -> Result<Preset> {
    let is_public = request.visibility == Visibility::Public;
    let named =
        request.preset.clone().unwrap_or(if is_public { RoomPreset::PublicChat } else { RoomPreset::PrivateChat });
    let (join_rule, guest_access) = match named {
        RoomPreset::PublicChat => ("public", "forbidden"),
        RoomPreset::PrivateChat | RoomPreset::TrustedPrivateChat => ("invite", "can_join"),
        other => return Err(Error::invalid_param(format!("There is no preset {:?}.", other.as_str()))),
    };
    let trusts_invited = named == RoomPreset::TrustedPrivateChat;
    Ok(Preset { join_rule, history_visibility: "shared", guest_access, trusts_invited })
}

impl Rooms {
    pub(crate) async fn create(&self, creator: &str, request: Request) -> Result<OwnedRoomId> {
        let creator = user_id(creator)?;
        check(&request)?;
        self.check_invited(&request.invite).await?;
        let version = request
            .room_version
            .clone()
            .unwrap_or_else(|| RoomVersionId::try_from(DEFAULT_VERSION).unwrap_or(RoomVersionId::V12));
        let drafts = self.drafts(&creator, &version, &request).await?;
        let alias = request.room_alias_name.as_deref().map(|name| self.alias_id(name)).transpose()?;
        let founding = Founding { alias, listed: request.visibility == Visibility::Public, ..Founding::default() };
        let mut at_ms = self.context.now_ms();
        loop {
            let by_creator = |draft: &Draft| Said { sender: creator.clone(), at_ms, draft: draft.clone() };
            let said = drafts.iter().map(by_creator).collect();
            match self.found(&version, said, founding.clone()).await {
                // A room named by its first event's hash is the same room when all is the same, the
                // millisecond too.
                Err(error) if error.code == store::ROOM_EXISTS => at_ms += 1,
                outcome => return outcome,
            }
        }
    }

    /// Builds the first events of a room, each on the state that the one before it left, and stores
    /// them as one entry. The room is known before it can be seen, so that nobody loads it twice.
    pub(crate) async fn found(
        &self,
        version: &RoomVersionId,
        said: Vec<Said>,
        founding: Founding,
    ) -> Result<OwnedRoomId> {
        let rules = rules(version)?;
        let mut head = Head::default();
        let mut room_id = match rules.authorization.room_create_event_id_as_room_id {
            true => None,
            false => Some(self.new_room_id()?),
        };
        let mut events: Vec<Arc<RoomEvent>> = Vec::with_capacity(said.len());
        for said in said {
            let place = Place { rules: &rules, room_id: room_id.as_deref(), state: &head.state, tip: &head.tip };
            let event = Arc::new(build(&place, &self.signer, said).map_err(invalid_state)?);
            room_id.get_or_insert_with(|| event.room_id.clone());
            advance(&mut head, &event);
            events.push(event);
        }
        let (Some(room_id), Some(first)) = (room_id, events.first()) else {
            return Err(Error::internal("a room begins with events"));
        };
        let Founding { alias, listed, imported_from, basis, lane, with_room } = founding;
        let before = State::default();
        let author =
            |target: &EventId| events.iter().find(|event| event.event_id == target).map(|event| event.sender.clone());
        let historical = imported_from.is_some();
        let (before, after) = (&before, &head.state);
        let scene = Scene { before, after, author: &author, historical, basis, is_made_up: historical };
        let mut entry = entry(&scene, &events);
        entry.statement(store::insert_room(&room_id, version.as_str(), listed, imported_from.as_deref()));
        entry.statements(alias.map(|alias| store::insert_alias(&alias, &room_id, first.sender.as_str())));
        entry.statements(with_room.map(|statements| statements(&room_id)).unwrap_or_default());
        let room = Arc::new(Room::new(room_id.clone(), version.clone(), rules, View::default()));
        *room.head.lock() = head;
        // The event rows would be refused before the guard of the room could say so in words.
        let exists = store::room_version(&self.store, &room_id).await?.is_some();
        if exists || !self.insert_loaded(&room) {
            return Err(Error::new(Kind::Conflict, store::ROOM_EXISTS, "There is such a room."));
        }
        entry.note(Change::Room(RoomChange { room, events, removed: Vec::new(), hidden: Vec::new() }).note());
        let mut unmade = Unmade { rooms: self, room_id: Some(room_id.clone()) };
        self.store
            .write_in(lane, entry)
            .await
            .map_err(|error| conflict(error, "M_ROOM_IN_USE", "This address is already taken."))?;
        unmade.room_id = None;
        Ok(room_id)
    }

    fn new_room_id(&self) -> Result<OwnedRoomId> {
        let id = format!("!{}:{}", hearth_kernel::id::letters(&self.context.rng, 18), self.signer.server_name);
        OwnedRoomId::try_from(id).map_err(|error| Error::internal("a room id is not one").caused_by(error))
    }

    async fn check_invited(&self, invited: &[OwnedUserId]) -> Result<()> {
        for user_id in invited {
            self.check_local(user_id).await?;
            self.check_takes_invitations(user_id).await?;
        }
        Ok(())
    }

    /// The first events, in the protocol's order.
    async fn drafts(&self, creator: &OwnedUserId, version: &RoomVersionId, request: &Request) -> Result<Vec<Draft>> {
        let preset = preset(request)?;
        let rules = rules(version)?;
        let has_creators = rules.authorization.explicitly_privilege_room_creators;
        let mut drafts = vec![create_event(creator, version, request, preset.trusts_invited && has_creators)?];
        let member = self.member_content(creator.as_str(), json!({ "membership": "join" })).await?;
        drafts.push(Draft::membership(creator.as_str(), member));
        drafts.push(power_levels(creator, request, &preset, has_creators)?);
        let alias = request.room_alias_name.as_deref().map(|name| self.alias_id(name)).transpose()?;
        if let Some(alias) = &alias {
            drafts.push(Draft::state_json(CANONICAL, "", json!({ "alias": alias })));
        }
        let given = initial_state(request)?;
        for claim in given.iter().filter(|draft| draft.kind.to_string() == CANONICAL) {
            check_first_claim(&claim.content, alias.as_deref())?;
        }
        let is_given = |kind: &str| {
            given.iter().any(|draft| draft.kind.to_string() == kind && draft.state_key.as_deref() == Some(""))
        };
        for (kind, content) in [
            ("m.room.join_rules", json!({ "join_rule": preset.join_rule })),
            ("m.room.history_visibility", json!({ "history_visibility": preset.history_visibility })),
            ("m.room.guest_access", json!({ "guest_access": preset.guest_access })),
        ] {
            if !is_given(kind) {
                drafts.push(Draft::state_json(kind, "", content));
            }
        }
        drafts.extend(given);
        if let Some(name) = &request.name {
            drafts.push(Draft::state_json("m.room.name", "", json!({ "name": name })));
        }
        if let Some(topic) = &request.topic {
            let blocks = json!({ "m.text": [{ "body": topic }] });
            drafts.push(Draft::state_json("m.room.topic", "", json!({ "topic": topic, "m.topic": blocks })));
        }
        for user_id in &request.invite {
            let mut content = json!({ "membership": "invite" });
            if request.is_direct {
                content["is_direct"] = true.into();
            }
            drafts.push(Draft::membership(user_id.as_str(), self.member_content(user_id.as_str(), content).await?));
        }
        Ok(drafts)
    }
}

/// A room that nobody may find in memory once its making was refused, or whoever asked for it has hung up. If it is made after
/// all, it is loaded.
struct Unmade<'a> {
    rooms: &'a Rooms,
    room_id: Option<OwnedRoomId>,
}

impl Drop for Unmade<'_> {
    fn drop(&mut self) {
        if let Some(room_id) = &self.room_id {
            self.rooms.forget(room_id);
        }
    }
}

/// What else a room begins with.
#[derive(Clone)]
pub(crate) struct Founding {
    pub(crate) alias: Option<String>,
    pub(crate) listed: bool,
    pub(crate) imported_from: Option<String>,
    pub(crate) basis: Option<Basis>,
    pub(crate) lane: Lane,
    /// Stored with the room, whose id is known only when it is built: the progress of an import.
    pub(crate) with_room: Option<WithRoom>,
}

type WithRoom = Arc<dyn Fn(&RoomId) -> Vec<Statement> + Send + Sync>;

impl Default for Founding {
    fn default() -> Self {
        Self { alias: None, listed: false, imported_from: None, basis: None, lane: Lane::Live, with_room: None }
    }
}

fn check(request: &Request) -> Result<()> {
    if request.invite.len() > limits::CREATE_INVITES {
        let message = format!(
            "At most {} people can be invited while a room is made. Invite the others afterwards.",
            limits::CREATE_INVITES
        );
        return Err(Error::invalid_param(message));
    }
    if !matches!(request.visibility, Visibility::Public | Visibility::Private) {
        return Err(Error::invalid_param(format!("A room is not {:?}: it is public or private.", request.visibility)));
    }
    if !request.invite_3pid.is_empty() {
        return Err(Error::invalid_param("Nobody can be invited by an address of another kind here."));
    }
    if request.initial_state.len() > limits::CREATE_STATE_EVENTS {
        return Err(Error::invalid_param(format!(
            "At most {} events of state can be given.",
            limits::CREATE_STATE_EVENTS
        )));
    }
    Ok(())
}

fn create_event(
    creator: &OwnedUserId,
    version: &RoomVersionId,
    request: &Request,
    adds_invited: bool,
) -> Result<Draft> {
    let given = request.creation_content.as_ref().map_or("{}", |content| content.json().get());
    let mut content = parse_content(given)?;
    if content.get("type").is_some_and(|kind| kind.as_str().is_none()) {
        return Err(Error::bad_json("creation_content.type is the name of a kind of room, such as m.space."));
    }
    content.insert("room_version".to_owned(), version.as_str().to_owned().into());
    if !rules(version)?.authorization.use_room_create_sender {
        content.insert("creator".to_owned(), creator.as_str().to_owned().into());
    } else {
        content.remove("creator");
    }
    if adds_invited && !request.invite.is_empty() {
        let mut creators: Vec<Value> = content
            .get("additional_creators")
            .cloned()
            .map_or(Vec::new(), |value| Value::from(value).as_array().cloned().unwrap_or_default());
        for user_id in &request.invite {
            if !creators.iter().any(|known| known == user_id.as_str()) {
                creators.push(user_id.as_str().into());
            }
        }
        let creators =
            super::super::build::object(json!({ "creators": creators })).remove("creators").unwrap_or_default();
        content.insert("additional_creators".to_owned(), creators);
    }
    Ok(Draft::state("m.room.create".into(), "", content))
}

fn power_levels(creator: &OwnedUserId, request: &Request, preset: &Preset, has_creators: bool) -> Result<Draft> {
    let mut users = serde_json::Map::new();
    if !has_creators {
        users.insert(creator.to_string(), 100.into());
        if preset.trusts_invited {
            users.extend(request.invite.iter().map(|user_id| (user_id.to_string(), 100.into())));
        }
    }
    let mut content = json!({
        "users": users,
        "users_default": 0,
        "events": {
            "m.room.name": 50,
            "m.room.power_levels": 100,
            "m.room.history_visibility": 100,
            "m.room.canonical_alias": 50,
            "m.room.avatar": 50,
            "m.room.tombstone": if has_creators { 150 } else { 100 },
            "m.room.server_acl": 100,
            "m.room.encryption": 100,
        },
        "events_default": 0,
        "state_default": 50,
        "ban": 50,
        "kick": 50,
        "redact": 50,
        "invite": 0,
        "historical": 100,
    });
    if let Some(given) = &request.power_level_content_override {
        let given: Value = serde_json::from_str(given.json().get())
            .map_err(|error| Error::bad_json(format!("power_level_content_override is not an object: {error}")))?;
        let given =
            given.as_object().ok_or_else(|| Error::bad_json("power_level_content_override is not an object."))?;
        for (key, value) in given {
            content[key] = value.clone();
        }
    }
    let content = parse_content(&content.to_string())?;
    Ok(Draft::state("m.room.power_levels".into(), "", content))
}

fn initial_state(request: &Request) -> Result<Vec<Draft>> {
    let draft = |raw: &ruma::serde::Raw<ruma::events::AnyInitialStateEvent>| {
        let value: Value = serde_json::from_str(raw.json().get())
            .map_err(|error| Error::bad_json(format!("initial_state: {error}")))?;
        let kind = value["type"].as_str().ok_or_else(|| Error::bad_json("An event of initial_state has no type."))?;
        if !value["content"].is_object() {
            return Err(Error::bad_json("An event of initial_state has no content."));
        }
        if matches!(kind, "m.room.create" | "m.room.member") {
            return Err(Error::new(
                Kind::Invalid,
                "M_INVALID_ROOM_STATE",
                format!("initial_state cannot hold {kind}."),
            ));
        }
        let content = parse_content(&value["content"].to_string())?;
        Ok(Draft::state(kind.into(), value["state_key"].as_str().unwrap_or(""), content))
    };
    request.initial_state.iter().map(draft).collect()
}

/// What a room's rules refuse of what it is to begin with is wrong with the request, not with who makes it.
fn invalid_state(error: Error) -> Error {
    match error.kind {
        Kind::Forbidden => Error::new(Kind::Invalid, "M_INVALID_ROOM_STATE", error.message),
        _ => error,
    }
}
