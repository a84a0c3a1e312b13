//! What a member's app tells, and what an administrator sees of the log: how much of it there is, and never whose.

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, json};
use hearth_kernel::{Result, limits, ports::Purpose};
use http::Method;
use serde_json::json;

use super::{service::Signals, tell::Told};

pub(super) fn routes(signals: &Arc<Signals>) -> Vec<Route> {
    let tell = Route::of(signals, Method::POST, "/_hearth/signals", Access::Member, Rate::Telling, tell);
    vec![
        Route { body_bytes: limits::TOLD_BYTES, ..tell },
        Route::of(signals, Method::GET, "/_hearth/admin/signals", Access::Administrator, Rate::Reading, overview),
    ]
}

/// POST /_hearth/signals
///
/// `{"id": "…", "signals": [{"signal": "send_failed", "variant": "server", "ago_ms": 1200}]}`: what an app tells of its
/// use. Of what the member has not agreed to nothing is kept. A batch is taken in once, by the id that the app made for
/// it. The answer says which purposes are `wanted`: those that the member agrees to, so that the app can be silent.
async fn tell(signals: Arc<Signals>, call: Call) -> Result<Reply> {
    let told = Told::read(&call.body)?;
    let wanted = signals.tell(&call.member()?.user_id, &told).await?;
    let wanted: Vec<&str> = wanted.into_iter().map(Purpose::word).collect();
    Ok(json(&json!({ "wanted": wanted })))
}

const DAYS_DEFAULT: usize = 30;

/// GET /_hearth/admin/signals
///
/// `days` says of how many days of each workspace, the newest first.
async fn overview(signals: Arc<Signals>, call: Call) -> Result<Reply> {
    let days = call.count("days", DAYS_DEFAULT, limits::SIGNAL_DAYS_SHOWN)?;
    Ok(json(&signals.overview(days).await?))
}
