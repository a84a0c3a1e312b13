//! Taking files in, and what the server takes.

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, empty, json};
use hearth_kernel::{Error, Result};
use ruma::api::client::{
    authenticated_media::{get_media_config, get_media_preview},
    media::{create_content, create_content_async, create_mxc_uri},
};
use serde_json::json;

use super::old;
use crate::{
    endpoint::raw_endpoint,
    media::{
        Media,
        model::{Description, nothing_there},
    },
};

pub(super) fn routes(media: &Arc<Media>) -> Vec<Route> {
    let member = Access::Member;
    let streamed = [
        raw_endpoint::<create_content::v3::Request, _, _, _>(media, member, Rate::Writing, upload),
        raw_endpoint::<create_content_async::v3::Request, _, _, _>(media, member, Rate::Writing, upload_created),
    ];
    let create = raw_endpoint::<create_mxc_uri::v1::Request, _, _, _>(media, member, Rate::Writing, create);
    let config = raw_endpoint::<get_media_config::v1::Request, _, _, _>(media, member, Rate::Reading, config);
    let preview = raw_endpoint::<get_media_preview::v1::Request, _, _, _>(media, member, Rate::Reading, preview);
    let before = [old(&config, "/config", member), old(&preview, "/preview_url", member)];
    let plain = [create, config, preview, before.concat()];
    streamed.concat().into_iter().map(Route::streamed).chain(plain.concat()).collect()
}

/// POST /_matrix/media/v3/upload
async fn upload(media: Arc<Media>, call: Call, request: create_content::v3::Request) -> Result<Reply> {
    let description = Description::new(request.content_type.as_deref(), request.filename.as_deref());
    let media_id = take_in(&media, call, None, description).await?;
    Ok(json(&json!({ "content_uri": media.address(&media_id) })))
}

/// PUT /_matrix/media/v3/upload/{serverName}/{mediaId}
async fn upload_created(media: Arc<Media>, call: Call, request: create_content_async::v3::Request) -> Result<Reply> {
    if request.server_name != media.server_name {
        return Err(nothing_there());
    }
    let description = Description::new(request.content_type.as_deref(), request.filename.as_deref());
    take_in(&media, call, Some(request.media_id), description).await?;
    Ok(empty())
}

async fn take_in(
    media: &Arc<Media>,
    mut call: Call,
    created: Option<String>,
    description: Description,
) -> Result<String> {
    let user_id = call.member()?.user_id.clone();
    let upload = call.upload.take().ok_or_else(|| Error::internal("an upload without a stream"))?;
    media.upload(user_id, created, description, upload).await
}

/// POST /_matrix/media/v1/create
async fn create(media: Arc<Media>, call: Call, _: create_mxc_uri::v1::Request) -> Result<Reply> {
    let (media_id, expires_at_ms) = media.create(&call.member()?.user_id).await?;
    Ok(json(&json!({ "content_uri": media.address(&media_id), "unused_expires_at": expires_at_ms })))
}

/// GET /_matrix/client/v1/media/config
async fn config(media: Arc<Media>, _: Call, _: get_media_config::v1::Request) -> Result<Reply> {
    Ok(json(&json!({ "m.upload.size": media.settings.upload_bytes })))
}

/// GET /_matrix/client/v1/media/preview_url
///
/// The server fetches nothing for its members, so there is never anything to show of a page.
async fn preview(_: Arc<Media>, _: Call, _: get_media_preview::v1::Request) -> Result<Reply> {
    Ok(empty())
}

impl Media {
    /// The address by which clients know a file.
    fn address(&self, media_id: &str) -> String {
        format!("mxc://{}/{media_id}", self.server_name)
    }
}
