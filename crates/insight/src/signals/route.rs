//! What an administrator sees of the log: how much of it there is, and never whose.

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, json};
use hearth_kernel::{Error, Result, limits};
use http::Method;

use super::service::Signals;

pub(super) fn routes(signals: &Arc<Signals>) -> Vec<Route> {
    let signals = signals.clone();
    let handler = move |call| overview(signals.clone(), call);
    vec![Route::new(Method::GET, "/_hearth/admin/signals", Access::Administrator, Rate::Reading, handler)]
}

const DAYS_DEFAULT: usize = 30;

/// GET /_hearth/admin/signals
///
/// `days` says of how many days of each workspace, the newest first.
async fn overview(signals: Arc<Signals>, call: Call) -> Result<Reply> {
    let days = match call.query("days") {
        None => DAYS_DEFAULT,
        Some(text) => {
            let most = limits::SIGNAL_DAYS_SHOWN;
            let wrong = || Error::invalid_param(format!("`days` is a number from 1 to {most}."));
            text.parse().ok().filter(|days| (1..=most).contains(days)).ok_or_else(wrong)?
        }
    };
    Ok(json(&signals.overview(days).await?))
}
