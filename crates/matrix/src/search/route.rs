//! The ways in: messages, and members.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use hearth_http::{Access, Call, Rate, Reply, Route, json, json_bytes};
use hearth_kernel::{Result, limits};
use http::StatusCode;
use ruma::{
    UInt,
    api::client::{
        search::search_events::v3::{Criteria, EventContext, GroupingKey, OrderBy, Request, SearchKeys},
        user_directory::search_users,
    },
};
use serde_json::{Map, Value, json};

use super::{
    Search,
    model::{FIELDS, Order, Place},
    service::{Asked, Match, Matches, Person},
};
use crate::{
    endpoint::raw_endpoint,
    rooms::{
        PageAsked, RoomEvent,
        render::{Reader, push_array, push_event},
    },
    token::gap,
};

pub(super) fn routes(search: &Arc<Search>) -> Vec<Route> {
    [
        raw_endpoint::<Request, _, _, _>(search, Access::Member, Rate::Reading, messages),
        raw_endpoint::<search_users::v3::Request, _, _, _>(search, Access::Member, Rate::Reading, people),
    ]
    .concat()
}

const RESULTS_DEFAULT: usize = 10;

/// POST /_matrix/client/v3/search
async fn messages(search: Arc<Search>, call: Call, request: Request) -> Result<Reply> {
    let Some(criteria) = request.search_categories.room_events else {
        return Ok(json(&json!({ "search_categories": {} })));
    };
    let fields = fields(&criteria);
    let asked = Asked {
        text: &criteria.search_term,
        fields: &fields,
        filter: &criteria.filter,
        order: if criteria.order_by == Some(OrderBy::Recent) { Order::Recent } else { Order::Rank },
        place: request.next_batch.as_deref().map(Place::parse).transpose()?,
        limit: criteria.filter.limit.map_or(RESULTS_DEFAULT, size).clamp(1, limits::SEARCH_RESULTS),
    };
    let caller = call.member()?;
    let found = search.messages(&caller.user_id, &asked).await?;
    let now_ms = search.context.now_ms();
    let reader = Reader { user_id: &caller.user_id, device_id: &caller.device_id, now_ms, with_room_id: true };
    let mut out = String::from("{\"search_categories\":{\"room_events\":{\"results\":[");
    let context = wants_context(&call.body).then_some(&criteria.event_context);
    for (at, one) in found.page.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        push_match(&search, &mut out, one, context, &asked, reader).await?;
    }
    out.push(']');
    push_rest(&mut out, &found, &criteria);
    if criteria.include_state == Some(true) {
        push_state(&search, &mut out, &found, reader).await?;
    }
    out.push_str("}}}");
    Ok(json_bytes(StatusCode::OK, out))
}

fn size(number: UInt) -> usize {
    usize::try_from(u64::from(number)).unwrap_or(usize::MAX)
}

/// What is searched: everything, where the caller does not say.
fn fields(criteria: &Criteria) -> Vec<&'static str> {
    let Some(keys) = &criteria.keys else { return FIELDS.to_vec() };
    let field = |key: &SearchKeys| match key {
        SearchKeys::ContentBody => Some(FIELDS[0]),
        SearchKeys::ContentName => Some(FIELDS[1]),
        SearchKeys::ContentTopic => Some(FIELDS[2]),
        _ => None,
    };
    keys.iter().filter_map(field).collect()
}

/// Who leaves the wish for context out gets none; the protocol's type does not tell that from its defaults.
fn wants_context(body: &[u8]) -> bool {
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    body["search_categories"]["room_events"]["event_context"].is_object()
}

async fn push_match(
    search: &Search,
    out: &mut String,
    one: &Match,
    context: Option<&EventContext>,
    asked: &Asked<'_>,
    reader: Reader<'_>,
) -> Result<()> {
    let attached = search.rooms.bundled(&one.room, std::slice::from_ref(&one.event), reader.user_id).await?;
    out.push_str(&format!("{{\"rank\":{},\"result\":", one.rank as f64 / 1e6));
    push_event(out, &one.event, reader, Some(one.sight.membership_at(one.event.seq)), &attached);
    if let Some(context) = context {
        push_context(search, out, one, context, asked, reader).await?;
    }
    out.push('}');
    Ok(())
}

/// What was said before and after, and by whom.
async fn push_context(
    search: &Search,
    out: &mut String,
    one: &Match,
    context: &EventContext,
    asked: &Asked<'_>,
    reader: Reader<'_>,
) -> Result<()> {
    let seq = one.event.seq;
    let before = around(search, one, asked, true, size(context.before_limit)).await?;
    let after = around(search, one, asked, false, size(context.after_limit)).await?;
    let first = before.last().map_or(seq, |event| event.seq);
    let last = after.last().map_or(seq, |event| event.seq);
    out.push_str(&format!(",\"context\":{{\"start\":\"{}\",\"end\":\"{}\"", gap(first - 1), gap(last)));
    for (name, events) in [("events_before", &before), ("events_after", &after)] {
        let attached = search.rooms.bundled(&one.room, events, reader.user_id).await?;
        out.push_str(&format!(",\"{name}\":"));
        push_array(out, events, |out, event| {
            push_event(out, event, reader, Some(one.sight.membership_at(event.seq)), &attached);
        });
    }
    if context.include_profile {
        let all = before.iter().chain([&one.event]).chain(&after);
        out.push_str(",\"profile_info\":");
        out.push_str(&Value::from(profiles(search, one, all, last).await?).to_string());
    }
    out.push('}');
    Ok(())
}

/// Some events on one side of what was found, the nearest first.
async fn around(
    search: &Search,
    one: &Match,
    asked: &Asked<'_>,
    backwards: bool,
    limit: usize,
) -> Result<Vec<Arc<RoomEvent>>> {
    if limit == 0 {
        return Ok(Vec::new());
    }
    let from = if backwards { one.event.seq - 1 } else { one.event.seq };
    let limit = limit.min(limits::SEARCH_CONTEXT_EVENTS);
    let page = PageAsked { from, to: None, backwards, limit, filter: asked.filter };
    Ok(search.rooms.page(&one.room, &one.sight, &page).await?.events)
}

/// How those who speak were shown in the room then.
async fn profiles(
    search: &Search,
    one: &Match,
    events: impl Iterator<Item = &Arc<RoomEvent>>,
    at: i64,
) -> Result<Map<String, Value>> {
    let senders: BTreeSet<&str> = events.map(|event| event.sender.as_str()).collect();
    let mut profiles = Map::new();
    for sender in senders {
        let Some(member) = search.rooms.state_event_at(&one.room, "m.room.member", sender, at).await? else { continue };
        let shown = ["displayname", "avatar_url"].map(|key| Some((key.to_owned(), member.content_str(key)?.into())));
        profiles.insert(sender.to_owned(), Value::Object(shown.into_iter().flatten().collect()));
    }
    Ok(profiles)
}

/// How many there are, what to mark, where to go on, and what belongs together.
fn push_rest(out: &mut String, found: &Matches, criteria: &Criteria) {
    let mut groups = Map::new();
    for grouping in criteria.groupings.group_by.iter().filter_map(|grouping| grouping.key.as_ref()) {
        let key: fn(&Match) -> String = match grouping {
            GroupingKey::RoomId => |one| one.event.room_id.to_string(),
            GroupingKey::Sender => |one| one.event.sender.to_string(),
            _ => continue,
        };
        groups.insert(grouping.to_string(), group(found, key));
    }
    let mut rest = Map::new();
    rest.insert("count".to_owned(), found.count.into());
    rest.insert("highlights".to_owned(), found.highlights.clone().into());
    rest.insert("groups".to_owned(), groups.into());
    if let Some(next) = found.next {
        rest.insert("next_batch".to_owned(), next.write().into());
    }
    for (key, value) in rest {
        out.push_str(&format!(",\"{key}\":{value}"));
    }
}

fn group(found: &Matches, key: fn(&Match) -> String) -> Value {
    let mut groups: BTreeMap<String, (usize, Vec<&str>)> = BTreeMap::new();
    for (at, one) in found.page.iter().enumerate() {
        groups.entry(key(one)).or_insert((at, Vec::new())).1.push(one.event.event_id.as_str());
    }
    let group = |(name, (order, results))| (name, json!({ "order": order, "results": results }));
    Value::Object(groups.into_iter().map(group).collect())
}

/// The state of the rooms that something was found in, as the reader may see it.
async fn push_state(search: &Search, out: &mut String, found: &Matches, reader: Reader<'_>) -> Result<()> {
    let rooms: BTreeMap<&str, &Match> = found.page.iter().map(|one| (one.room.id.as_str(), one)).collect();
    out.push_str(",\"state\":{");
    for (at, (room_id, one)) in rooms.into_iter().enumerate() {
        let state = search.rooms.visible_state(&one.room, reader.user_id).await?;
        if at > 0 {
            out.push(',');
        }
        out.push_str(&Value::from(room_id).to_string());
        out.push(':');
        push_array(out, state.iter(), |out, event| push_event(out, event, reader, None, &Default::default()));
    }
    out.push('}');
    Ok(())
}

/// POST /_matrix/client/v3/user_directory/search
async fn people(search: Arc<Search>, call: Call, request: search_users::v3::Request) -> Result<Reply> {
    let limit = size(request.limit).min(limits::PEOPLE_FOUND);
    let (people, limited) = search.people(&call.member()?.user_id, &request.search_term, limit).await?;
    let person = |person: Person| {
        let mut shown = json!({ "user_id": person.user_id });
        for (key, value) in [("display_name", person.display_name), ("avatar_url", person.avatar_url)] {
            if let Some(value) = value {
                shown[key] = value.into();
            }
        }
        shown
    };
    let results: Vec<Value> = people.into_iter().map(person).collect();
    Ok(json(&json!({ "results": results, "limited": limited })))
}
