//! The one way into sync.

use std::{
    future::Future,
    sync::{Arc, LazyLock},
    time::Duration,
};

use hearth_http::{Access::Member, Call, Rate, Reply, Route, Shown, json_bytes};
use hearth_kernel::{Error, Result, limits};
use http::StatusCode;
use ruma::api::client::{
    filter::FilterDefinition,
    presence::{get_presence, set_presence},
    push::get_notifications,
    sync::sync_events::v3::{Filter, Request},
};

use super::{
    Sync,
    notifications::{Wanted, parse_token},
    presence::State,
};
use crate::{
    endpoint::{endpoint, raw_endpoint},
    token::SyncToken,
};

/// Most ask for everything: they share the one that lets it through.
static NO_FILTER: LazyLock<Arc<FilterDefinition>> = LazyLock::new(Arc::default);

/// A sync as it was asked for.
pub(super) struct Asked {
    pub(super) user_id: Arc<str>,
    pub(super) device_id: Arc<str>,
    /// What lets them in, and from where: it may have ended while they waited.
    pub(super) shown: Option<Arc<Shown>>,
    pub(super) filter: Arc<FilterDefinition>,
    /// None: from the beginning.
    pub(super) since: Option<SyncToken>,
    /// Whether the device knows something all the same: its token was of another life of the database.
    pub(super) begins_anew: bool,
    pub(super) full_state: bool,
    /// How the member is shown to others while this waits.
    pub(super) presence: State,
    /// The name under which the state at the end of the timeline was asked for, if it was.
    pub(super) state_after: Option<&'static str>,
}

pub(super) fn routes(sync: &Arc<Sync>) -> Vec<Route> {
    [
        raw_endpoint(sync, Member, Rate::Free, sync_events),
        raw_endpoint(sync, Member, Rate::Reading, notifications),
        raw_endpoint(sync, Member, Rate::Reading, presence),
        endpoint(sync, Member, Rate::Writing, set_presence),
    ]
    .concat()
}

/// `GET /_matrix/client/v3/presence/{userId}/status`
async fn presence(sync: Arc<Sync>, call: Call, request: get_presence::v3::Request) -> Result<Reply> {
    let content = sync.presence_of(&call.member()?.user_id, request.user_id.as_str()).await?;
    Ok(json_bytes(StatusCode::OK, content.to_string()))
}

/// `PUT /_matrix/client/v3/presence/{userId}/status`
async fn set_presence(
    sync: Arc<Sync>,
    call: Call,
    request: set_presence::v3::Request,
) -> Result<set_presence::v3::Response> {
    let member = &call.member()?.user_id;
    if request.user_id != **member {
        return Err(Error::forbidden("You can only say how you yourself are here."));
    }
    sync.set_presence(member, State::parse(&request.presence)?, request.status_msg).await?;
    Ok(set_presence::v3::Response::new())
}

/// `GET /_matrix/client/v3/notifications`
async fn notifications(sync: Arc<Sync>, call: Call, request: get_notifications::v3::Request) -> Result<Reply> {
    let before = match request.from.as_deref().filter(|from| !from.is_empty()) {
        Some(from) => parse_token(from).ok_or_else(|| Error::invalid_param("This is not a token of this list."))?,
        None => i64::MAX,
    };
    let limit = request.limit.map(|limit| usize::try_from(u64::from(limit)).unwrap_or(usize::MAX));
    let limit = limit.unwrap_or(limits::NOTIFICATIONS_DEFAULT).clamp(1, limits::NOTIFICATIONS);
    let only_highlights = request.only.as_deref() == Some("highlight");
    let body = sync.notifications(call.member()?, &Wanted { before, limit, only_highlights }).await?;
    Ok(json_bytes(StatusCode::OK, body))
}

/// `GET /_matrix/client/v3/sync`
///
/// What is read here is dropped before anybody waits.
fn sync_events(sync: Arc<Sync>, call: Call, request: Request) -> impl Future<Output = Result<Reply>> + Send {
    let wait = request.timeout.unwrap_or_default().min(Duration::from_millis(limits::SYNC_WAIT_MS));
    let asked = asked(&sync, &call, request);
    let mut stopping = call.stopping;
    async move {
        let (mut asked, filter_id) = asked?;
        if let Some(id) = filter_id {
            asked.filter = Box::pin(sync.accounts.filter(&asked.user_id, &id)).await?;
        }
        let body = sync.answer_or_wait(asked, wait, &mut stopping).await?;
        Ok(json_bytes(StatusCode::OK, body))
    }
}

/// What is asked, and the id of the stored filter if one is named.
fn asked(sync: &Sync, call: &Call, request: Request) -> Result<(Box<Asked>, Option<String>)> {
    let caller = call.member()?;
    let (filter, filter_id) = match request.filter {
        Some(Filter::FilterDefinition(filter)) => (Arc::new(filter), None),
        Some(Filter::FilterId(id)) if id.starts_with('{') => {
            return Err(Error::invalid_param("The filter is neither one nor the id of one."));
        }
        Some(Filter::FilterId(id)) => (NO_FILTER.clone(), Some(id)),
        None | Some(_) => (NO_FILTER.clone(), None),
    };
    let since = request.since.as_deref().filter(|since| !since.is_empty()).map(SyncToken::parse).transpose()?;
    // Another epoch's positions mean nothing here, and a position that is not reached yet is not ours.
    let is_ours = |since: &SyncToken| since.epoch == sync.store.epoch() && since.position <= sync.store.position();
    let asked = Asked {
        user_id: caller.user_id.clone(),
        device_id: caller.device_id.clone(),
        shown: call.shown.clone(),
        filter,
        begins_anew: since.as_ref().is_some_and(|since| !is_ours(since)),
        since: since.filter(is_ours),
        full_state: request.full_state,
        presence: State::parse(&request.set_presence)?,
        state_after: match (request.use_state_after, call.query("org.matrix.msc4222.use_state_after").as_deref()) {
            (true, _) => Some("state_after"),
            (false, Some("true")) => Some("org.matrix.msc4222.state_after"),
            _ => None,
        },
    };
    Ok((Box::new(asked), filter_id))
}
