//! Giving files and thumbnails out: who asks shows a token, or asks on the old paths for what was uploaded while
//! these were open.

use std::{sync::Arc, time::Duration};

use hearth_http::{Access, Call, Rate, Reply, Route, json_bytes, stream};
use hearth_kernel::{Error, Result};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use ruma::{
    ServerName, UInt,
    api::client::authenticated_media::{get_content, get_content_as_filename, get_content_thumbnail},
    media::Method,
};

use super::old;
use crate::{
    endpoint::raw_endpoint,
    media::{
        Media,
        model::{self, File, Wanted},
        picture::{Fit, Variant},
    },
};

pub(super) fn routes(media: &Arc<Media>) -> Vec<Route> {
    let (member, reading) = (Access::Member, Rate::Reading);
    let whole = raw_endpoint::<get_content::v1::Request, _, _, _>(media, member, reading, download);
    let named = raw_endpoint::<get_content_as_filename::v1::Request, _, _, _>(media, member, reading, download_as);
    let small = raw_endpoint::<get_content_thumbnail::v1::Request, _, _, _>(media, member, reading, thumbnail);
    let without_token = [
        old(&whole, "/download/{server_name}/{media_id}", Access::Public),
        old(&named, "/download/{server_name}/{media_id}/{filename}", Access::Public),
        old(&small, "/thumbnail/{server_name}/{media_id}", Access::Public),
    ];
    [whole, named, small, without_token.concat()].concat()
}

/// GET /_matrix/client/v1/media/download/{serverName}/{mediaId}
async fn download(media: Arc<Media>, call: Call, request: get_content::v1::Request) -> Result<Reply> {
    let file = find(&media, &call, &request.server_name, &request.media_id, request.timeout_ms).await?;
    show_whole(&media, &call, file, None).await
}

/// GET /_matrix/client/v1/media/download/{serverName}/{mediaId}/{fileName}
async fn download_as(media: Arc<Media>, call: Call, request: get_content_as_filename::v1::Request) -> Result<Reply> {
    let file = find(&media, &call, &request.server_name, &request.media_id, request.timeout_ms).await?;
    show_whole(&media, &call, file, model::filename_of(&request.filename)).await
}

/// GET /_matrix/client/v1/media/thumbnail/{serverName}/{mediaId}
async fn thumbnail(media: Arc<Media>, call: Call, request: get_content_thumbnail::v1::Request) -> Result<Reply> {
    let points = |points: UInt| u32::try_from(u64::from(points)).unwrap_or(u32::MAX);
    let (width, height) = (points(request.width), points(request.height));
    if width == 0 || height == 0 {
        return Err(Error::invalid_param("A thumbnail is at least one point wide and high."));
    }
    let fit = if request.method == Some(Method::Crop) { Fit::Crop } else { Fit::Scale };
    let file = find(&media, &call, &request.server_name, &request.media_id, request.timeout_ms).await?;
    let small = media.thumbnail(&file, Variant::choose(width, height, fit)).await?;
    let name = small.content_type.replace("image/", "thumbnail.");
    let shown = Shown {
        disposition: model::disposition(&small.content_type, Some(&name)),
        blob: small.blob,
        content_type: small.content_type,
        bytes: small.bytes,
    };
    show(&media, &call, shown).await
}

/// The file, if who asks may have it.
async fn find(
    media: &Media,
    call: &Call,
    server_name: &ServerName,
    media_id: &str,
    patience: Duration,
) -> Result<File> {
    let file = media.find(server_name, media_id, patience, call.stopping.clone()).await?;
    match call.caller.is_some() || file.is_public {
        true => Ok(file),
        false => Err(Error::not_found("This file is given out with a token only.")),
    }
}

async fn show_whole(media: &Media, call: &Call, file: File, filename: Option<String>) -> Result<Reply> {
    let filename = filename.or(file.filename);
    let shown = Shown {
        disposition: model::disposition(&file.content_type, filename.as_deref()),
        blob: file.blob,
        content_type: file.content_type,
        bytes: file.bytes,
    };
    show(media, call, shown).await
}

/// What is sent.
struct Shown {
    blob: String,
    content_type: String,
    disposition: String,
    bytes: u64,
}

/// What a browser may do with a file that it opens in place (protocol).
const POLICY: &str = "sandbox; default-src 'none'; script-src 'none'; plugin-types application/pdf; style-src 'unsafe-inline'; object-src 'self';";

/// A file, a part of it, or that the caller has it already.
async fn show(media: &Media, call: &Call, shown: Shown) -> Result<Reply> {
    let tag = format!("\"{}\"", shown.blob);
    let header = |name: HeaderName| call.headers.get(name).and_then(|value| value.to_str().ok());
    let same = |tags: &str| {
        let mut tags = tags.split(',').map(|known| known.trim().trim_start_matches("W/"));
        tags.any(|known| known == "*" || known == tag)
    };
    if header(header::IF_NONE_MATCH).is_some_and(same) {
        let mut reply = stream(StatusCode::NOT_MODIFIED, futures_util::stream::empty());
        describe(reply.headers_mut(), call, &shown, &tag)?;
        return Ok(reply);
    }
    // A part of what has changed meanwhile would not fit what the caller has.
    let range = header(header::RANGE).filter(|_| header(header::IF_RANGE).is_none_or(|known| known == tag));
    let (status, range) = match model::wanted(range, shown.bytes) {
        Wanted::Whole => (StatusCode::OK, None),
        Wanted::Part(range) => (StatusCode::PARTIAL_CONTENT, Some(range)),
        Wanted::Nothing => return not_satisfiable(shown.bytes),
    };
    let length = range.as_ref().map_or(shown.bytes, |range| range.end - range.start);
    let content = range.as_ref().map(|range| format!("bytes {}-{}/{}", range.start, range.end - 1, shown.bytes));
    let mut reply = stream(status, media.bytes(&shown.blob, range).await?);
    let headers = reply.headers_mut();
    describe(headers, call, &shown, &tag)?;
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    if let Some(content) = content {
        headers.insert(header::CONTENT_RANGE, value(&content)?);
    }
    Ok(reply)
}

fn describe(headers: &mut HeaderMap, call: &Call, shown: &Shown, tag: &str) -> Result<()> {
    // What one is given by a token is not for whoever shares the cache.
    let cache = match call.caller.is_some() {
        true => "private, max-age=31536000, immutable",
        false => "public, max-age=31536000, immutable",
    };
    headers.insert(header::CONTENT_TYPE, value(&shown.content_type)?);
    headers.insert(header::CONTENT_DISPOSITION, value(&shown.disposition)?);
    headers.insert(header::ETAG, value(tag)?);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin"));
    Ok(())
}

fn not_satisfiable(bytes: u64) -> Result<Reply> {
    let refusal = serde_json::json!({ "errcode": "M_UNKNOWN", "error": "The file has no such part." });
    let mut reply = json_bytes(StatusCode::RANGE_NOT_SATISFIABLE, refusal.to_string());
    reply.headers_mut().insert(header::CONTENT_RANGE, value(&format!("bytes */{bytes}"))?);
    Ok(reply)
}

fn value(text: &str) -> Result<HeaderValue> {
    HeaderValue::from_str(text).map_err(|error| Error::internal("a header cannot be written").caused_by(error))
}
