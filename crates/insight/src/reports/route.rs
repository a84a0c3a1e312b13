//! What an administrator asks of the community: GET /_hearth/admin/insight/{report}

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, json};
use hearth_kernel::Result;
use http::Method;

use super::{asked::Asked, service::Reports};

pub(super) fn routes(reports: &Arc<Reports>) -> Vec<Route> {
    let path = "/_hearth/admin/insight/{report}";
    vec![Route::of(reports, Method::GET, path, Access::Administrator, Rate::Reading, told)]
}

/// GET /_hearth/admin/insight/{report}
///
/// The parameters are the options of `hearth insight`: `workspace`, `as_of`, `timezone`, `least`, `periods`, `by`, `unbounded`,
/// `value`, `members`, and, each as often as needed, `rule` and `class`.
async fn told(reports: Arc<Reports>, call: Call) -> Result<Reply> {
    let parameters = call.queries().into_iter().map(|(name, text)| (name.into_owned(), text.into_owned()));
    let asked = Asked::parse(&call.path[0], parameters.collect())?;
    Ok(json(&reports.ask(asked).await?.value))
}
