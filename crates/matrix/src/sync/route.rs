//! The one way into sync.

use std::{sync::Arc, time::Duration};

use hearth_http::{Access::Member, Call, Rate, Reply, Route, json_bytes};
use hearth_kernel::{Result, limits};
use http::StatusCode;
use ruma::api::client::{
    filter::FilterDefinition,
    sync::sync_events::v3::{Filter, Request},
};

use super::Sync;
use crate::{endpoint::raw_endpoint, token::SyncToken};

/// A sync as it was asked for.
pub(super) struct Asked {
    pub(super) user_id: Arc<str>,
    pub(super) device_id: Arc<str>,
    pub(super) filter: Arc<FilterDefinition>,
    /// None: from the beginning.
    pub(super) since: Option<SyncToken>,
    pub(super) full_state: bool,
    /// The name under which the state at the end of the timeline was asked for, if it was.
    pub(super) state_after: Option<&'static str>,
}

pub(super) fn routes(sync: &Arc<Sync>) -> Vec<Route> {
    raw_endpoint(sync, Member, Rate::Free, sync_events)
}

/// `GET /_matrix/client/v3/sync`
async fn sync_events(sync: Arc<Sync>, call: Call, request: Request) -> Result<Reply> {
    let caller = call.member()?.clone();
    let filter = match request.filter {
        None => Arc::default(),
        Some(Filter::FilterDefinition(filter)) => Arc::new(filter),
        Some(Filter::FilterId(id)) => sync.accounts.filter(&caller.user_id, &id).await?,
        Some(_) => Arc::default(),
    };
    let since = request.since.as_deref().filter(|since| !since.is_empty()).map(SyncToken::parse).transpose()?;
    let asked = Asked {
        user_id: caller.user_id.clone(),
        device_id: caller.device_id.clone(),
        filter,
        // Another epoch's positions mean nothing here, and a position that is not reached yet is not ours.
        since: since.filter(|since| since.epoch == sync.store.epoch() && since.position <= sync.store.position()),
        full_state: request.full_state,
        state_after: match (request.use_state_after, call.query("org.matrix.msc4222.use_state_after").as_deref()) {
            (true, _) => Some("state_after"),
            (false, Some("true")) => Some("org.matrix.msc4222.state_after"),
            _ => None,
        },
    };
    let wait = request.timeout.unwrap_or_default().min(Duration::from_millis(limits::SYNC_WAIT_MS));
    let mut stopping = call.stopping.clone();
    drop(call);
    let body = sync.answer_or_wait(asked, wait, &mut stopping).await?;
    Ok(json_bytes(StatusCode::OK, body))
}
