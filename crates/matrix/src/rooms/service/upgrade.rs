//! A room that goes on in another version: a new room is made and filled, then the old one says so.
//!
//! Each step is a commit of its own, and the first names the new room. So an upgrade that was cut off, or that is asked for
//! twice at once, goes on with the same new room, if it is the same member's and asks for the same; another begins anew,
//! since whoever made the new room has all powers in it. The last step is done once.

use std::{collections::BTreeSet, sync::Arc};

use hearth_kernel::{Error, Kind, Result, limits};
use ruma::{OwnedRoomId, OwnedUserId, RoomVersionId, room_version_rules::RoomVersionRules};
use serde_json::{Value, json};

use super::{
    super::{
        Rooms,
        build::{Draft, Said, object, parse_content},
        event::{Membership, RoomEvent},
        room::Room,
        state::State,
        store,
        store::upgrade,
        user_id,
    },
    append::Append,
    create::Founding,
    load::rules,
};

/// The state that goes over, as the protocol recommends it, and the room's addresses. Power levels follow
/// last, since they may leave the one who makes the room without the power to set the rest.
const TRANSFERRED: [&str; 9] = [
    "m.room.server_acl",
    "m.room.encryption",
    "m.room.name",
    "m.room.avatar",
    "m.room.topic",
    "m.room.guest_access",
    "m.room.history_visibility",
    "m.room.join_rules",
    "m.room.canonical_alias",
];
const LEVELS: &str = "m.room.power_levels";
pub(crate) const TOMBSTONE: &str = "m.room.tombstone";

/// What somebody asks for.
pub(crate) struct Upgrade {
    pub(crate) version: RoomVersionId,
    pub(crate) additional_creators: Vec<OwnedUserId>,
}

impl Rooms {
    /// The room that takes this one's place. Its members are told, and not moved.
    pub(crate) async fn upgrade(&self, room: &Arc<Room>, by: &str, asked: Upgrade) -> Result<OwnedRoomId> {
        rules(&asked.version)?;
        if asked.additional_creators.len() > limits::ADDITIONAL_CREATORS {
            let most = limits::ADDITIONAL_CREATORS;
            return Err(Error::invalid_param(format!("A room has at most {most} additional creators.")));
        }
        let _turn = self.upgrading.lock().await;
        let (by, state) = (user_id(by)?, room.state());
        let is_in = state.membership(by.as_str()) == Some(Membership::Join);
        if !is_in || !state.power_levels(&room.rules).user_can_send_state(&by, TOMBSTONE.into()) {
            return Err(Error::forbidden("You may not upgrade this room."));
        }
        if asked.additional_creators.iter().any(|creator| state.membership(creator.as_str()) == Some(Membership::Ban)) {
            return Err(Error::forbidden("Who is banned from this room cannot be a creator of the next."));
        }
        if let Some(done) = self.done_before(room, &asked.version).await? {
            self.close(room, &by).await;
            return Ok(done);
        }
        let new_room_id = self.replacement(room, &by, asked).await?;
        let new_room = self.room(&new_room_id).await?;
        self.fill(room, &new_room).await?;
        let said = json!({ "body": "This room has been replaced.", "replacement_room": new_room_id });
        let mut close = Append::new(by.clone(), self.context.now_ms(), Draft::state_json(TOMBSTONE, "", said));
        close.statements = upgrade::finish(&room.id, &new_room_id).into();
        match self.append(room, close).await {
            Ok(_) => self.close(room, &by).await,
            Err(error) if error.code == upgrade::DONE => {}
            Err(error) => return Err(error),
        }
        Ok(new_room_id)
    }

    /// What comes behind the tombstone. Done twice it changes nothing, so that it is made good where it was cut off.
    async fn close(&self, room: &Arc<Room>, by: &OwnedUserId) {
        self.quieten(room, by).await;
        self.followed(room).await;
    }

    /// Who is in both rooms already has what they keep for the old one in the new one, too.
    pub(crate) async fn followed(&self, room: &Room) {
        if let Err(error) = self.carry_all_over(room).await {
            tracing::warn!(%error, "what members kept for a room stays with the old one");
        }
    }

    /// Whoever asks again for what was done is told of it.
    async fn done_before(&self, room: &Room, version: &RoomVersionId) -> Result<Option<OwnedRoomId>> {
        let Some(successor) = room.state().successor() else { return Ok(None) };
        let found = self.find(&successor).await?.filter(|new_room| {
            new_room.version == *version && new_room.state().predecessor().is_some_and(|before| before == room.id)
        });
        Ok(found.map(|new_room| new_room.id.clone()))
    }

    /// Whether a new room was begun by this member, to be what they ask for now.
    async fn is_so(&self, begun: &OwnedRoomId, by: &OwnedUserId, asked: &Upgrade) -> Result<bool> {
        let new_room = self.room(begun).await?;
        let wanted: BTreeSet<&str> =
            asked.additional_creators.iter().map(|id| id.as_str()).chain([by.as_str()]).collect();
        let creators = new_room.state().creators();
        let is_by = creators.first() == Some(by);
        let is_same = !new_room.rules.authorization.explicitly_privilege_room_creators
            || creators.iter().map(|id| id.as_str()).collect::<BTreeSet<_>>() == wanted;
        Ok(is_by && new_room.version == asked.version && is_same)
    }

    /// The new room: the one that was begun, or one with all that goes into its first commit.
    async fn replacement(&self, room: &Arc<Room>, by: &OwnedUserId, asked: Upgrade) -> Result<OwnedRoomId> {
        let mut at_ms = self.context.now_ms();
        let state = room.state();
        let member = self.member_content(by.as_str(), json!({ "membership": "join" })).await?;
        let mut drafts = vec![create(room, &state, by, &asked)?, Draft::membership(by.as_str(), member)];
        for event in TRANSFERRED.iter().filter_map(|kind| state.get(kind, "")) {
            drafts.push(again(event)?);
        }
        loop {
            let begun = upgrade::begun(&self.store, &room.id).await?;
            if let Some(begun) = &begun
                && self.is_so(begun, by, &asked).await?
            {
                return Ok(begun.clone());
            }
            let old_id = room.id.clone();
            let begin = move |new_id: &ruma::RoomId| vec![upgrade::begin(&old_id, new_id, begun.as_deref())];
            let founding = Founding { with_room: Some(Arc::new(begin)), ..Founding::default() };
            let said = drafts.iter().map(|draft| Said { sender: by.clone(), at_ms, draft: draft.clone() }).collect();
            match self.found(&asked.version, said, founding).await {
                Err(error) if error.code == store::ROOM_EXISTS => at_ms += 1,
                Err(error) if error.code == upgrade::BEGUN => {}
                outcome => return outcome,
            }
        }
    }

    /// What may be more than one commit holds: who is banned, the children of a space; then the powers.
    async fn fill(&self, room: &Room, new_room: &Arc<Room>) -> Result<()> {
        let (old, new) = (room.state(), new_room.state());
        if new.get(LEVELS, "").is_some() {
            return Ok(());
        }
        let create = new.get("m.room.create", "");
        let founder = create.map(|event| event.sender.clone());
        let founder = founder.ok_or_else(|| Error::internal("a room without a create event"))?;
        let banned = old.of_kind("m.room.member").filter(|event| event.membership() == Some(Membership::Ban));
        let children = old.of_kind("m.space.child").filter(|event| event.content.get() != "{}");
        let missing = |event: &&Arc<RoomEvent>| {
            new.get(&event.kind.to_string(), event.state_key.as_deref().unwrap_or_default()).is_none()
        };
        let mut drafts =
            banned.chain(children).filter(missing).map(|event| again(event)).collect::<Result<Vec<_>>>()?;
        drafts.push(Draft::state_json(LEVELS, "", levels((&old, &room.rules), (&new, &new_room.rules))));
        for some in drafts.chunks(limits::UPGRADE_STEP_EVENTS) {
            let at_ms = self.context.now_ms();
            let said = some.iter().map(|draft| Said { sender: founder.clone(), at_ms, draft: draft.clone() }).collect();
            // Who was banned was banned before; it is stated as such.
            let append = Append { historical: true, ..Append::of(said) };
            match self.append(new_room, append).await {
                // Somebody else was as far already, and gave the room its powers.
                Err(_) if new_room.state().get(LEVELS, "").is_some() => return Ok(()),
                outcome => outcome?,
            };
        }
        Ok(())
    }

    /// In the old room only moderators speak and invite from now on, as far as the caller can see to it.
    async fn quieten(&self, room: &Arc<Room>, by: &OwnedUserId) {
        let state = room.state();
        let mut drafts = Vec::new();
        if state.get("m.room.canonical_alias", "").is_some_and(|event| event.content.get() != "{}") {
            drafts.push(Draft::state_json("m.room.canonical_alias", "", json!({})));
        }
        drafts
            .extend(state.get(LEVELS, "").and_then(quiet_levels).map(|content| Draft::state_json(LEVELS, "", content)));
        for draft in drafts {
            match self.append(room, Append::new(by.clone(), self.context.now_ms(), draft)).await {
                Ok(_) => {}
                Err(error) if error.kind == Kind::Forbidden => {}
                Err(error) => tracing::warn!(%error, "an upgraded room stays as loud as it was"),
            }
        }
    }
}

/// A state event of the old room, said anew.
fn again(event: &RoomEvent) -> Result<Draft> {
    let state_key = event.state_key.clone().unwrap_or_default();
    Ok(Draft::state(event.kind.clone(), state_key, parse_content(event.content.get())?))
}

/// What the room is stays; who made it does not.
fn create(room: &Room, state: &State, by: &OwnedUserId, asked: &Upgrade) -> Result<Draft> {
    let authorization = rules(&asked.version)?.authorization;
    let old = state.get("m.room.create", "").ok_or_else(|| Error::internal("a room without a create event"))?;
    let mut content = parse_content(old.content.get())?;
    for of_the_old in ["creator", "additional_creators", "predecessor"] {
        content.remove(of_the_old);
    }
    content.insert("room_version".to_owned(), asked.version.as_str().to_owned().into());
    if !authorization.use_room_create_sender {
        content.insert("creator".to_owned(), by.as_str().to_owned().into());
    }
    let mut more = json!({ "predecessor": { "room_id": room.id } });
    let last = room.view.read().tip.event_id.clone();
    if let (false, Some(last)) = (authorization.room_create_event_id_as_room_id, last) {
        more["predecessor"]["event_id"] = last.as_str().into();
    }
    let others: Vec<_> = asked.additional_creators.iter().filter(|user_id| *user_id != by).collect();
    if authorization.explicitly_privilege_room_creators && !others.is_empty() {
        more["additional_creators"] = json!(others);
    }
    content.extend(object(more));
    Ok(Draft::state(old.kind.clone(), "", content))
}

/// The old room's powers under the new room's rules: where creators stand above all levels they have
/// none, and where they do not, those of the old room get the highest usual one.
fn levels((old, old_rules): (&State, &RoomVersionRules), (new, new_rules): (&State, &RoomVersionRules)) -> Value {
    let content = old.get(LEVELS, "").and_then(|event| serde_json::from_str(event.content.get()).ok());
    let had_levels = content.is_some();
    let mut content: Value = content.unwrap_or_else(|| json!({}));
    for key in ["users", "events"] {
        if !content[key].is_object() {
            content[key] = json!({});
        }
    }
    let creators_stand_above = |rules: &RoomVersionRules| rules.authorization.explicitly_privilege_room_creators;
    if creators_stand_above(new_rules) {
        if let Some(users) = content["users"].as_object_mut() {
            users.retain(|user_id, _| new.creators().iter().all(|creator| creator != user_id));
        }
        let tombstone = content["events"][TOMBSTONE].as_i64().unwrap_or(0);
        content["events"][TOMBSTONE] = tombstone.max(150).into();
    } else if creators_stand_above(old_rules) || !had_levels {
        for creator in old.creators() {
            content["users"][creator.as_str()] = 100.into();
        }
        // Nobody there could reach more.
        if content["events"][TOMBSTONE].as_i64().is_some_and(|level| level > 100) {
            content["events"][TOMBSTONE] = 100.into();
        }
    }
    content
}

/// Powers under which only who has more than everybody speaks and invites; None where that is so.
fn quiet_levels(event: &Arc<RoomEvent>) -> Option<Value> {
    let mut content: Value = serde_json::from_str(event.content.get()).ok()?;
    let before = content.clone();
    let least = content["users_default"].as_i64().unwrap_or(0).saturating_add(1).max(50);
    for key in ["events_default", "invite"] {
        let level = content[key].as_i64().unwrap_or(0);
        content[key] = level.max(least).into();
    }
    (content != before).then_some(content)
}
