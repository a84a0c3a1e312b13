//! Every way into this module, one file a group of verbs.

mod download;
mod upload;

use std::sync::Arc;

use hearth_http::{Access, Route};

use super::Media;

pub(super) fn routes(media: &Arc<Media>) -> Vec<Route> {
    [upload::routes(media), download::routes(media)].concat()
}

/// The paths that an endpoint had before files were asked for with a token.
fn old(routes: &[Route], path: &str, access: Access) -> Vec<Route> {
    let [route, ..] = routes else { return Vec::new() };
    let at = |version| Route { path: format!("/_matrix/media/{version}{path}"), access, ..route.clone() };
    ["r0", "v1", "v3"].map(at).into()
}
