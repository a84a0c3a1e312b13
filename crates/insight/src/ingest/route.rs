//! The endpoints, which are those of Segment and of PostHog, so that their SDKs work with this server as their host.
//!
//! - POST /v1/track, /v1/identify, /v1/page, /v1/screen, /v1/group, /v1/alias, and /v1/t, /v1/i, /v1/p, /v1/s, /v1/g, /v1/a
//! - POST /v1/batch, /v1/b, /v1/import
//! - POST /capture/, /e/, /i/v0/e/, /batch/ (PostHog), each with and without the slash at its end

use std::{future::Future, sync::Arc};

use base64::{Engine, engine::general_purpose::STANDARD};
use hearth_http::{Access, Call, Rate, Reply, Route, json};
use hearth_kernel::{Error, Result, limits};
use http::{HeaderMap, Method, header};
use serde_json::json;

use super::{
    Ingest, body,
    model::{Parsed, Refusal, Why},
    posthog,
    segment::{self, Verb},
};

const BATCHES: [&str; 3] = ["/v1/batch", "/v1/b", "/v1/import"];
const CAPTURES: [&str; 4] = ["/capture", "/e", "/i/v0/e", "/batch"];

pub(super) fn routes(ingest: &Arc<Ingest>) -> Vec<Route> {
    let mut routes = Vec::new();
    for verb in Verb::ALL {
        for path in [format!("/v1/{}", verb.word()), format!("/v1/{}", &verb.word()[..1])] {
            routes.push(way_in(ingest, path, limits::INGEST_BATCH_BYTES, move |ingest, call| async move {
                one(&ingest, &call, verb).await
            }));
        }
    }
    for path in BATCHES {
        routes.push(way_in(ingest, path.to_owned(), limits::INGEST_BATCH_BYTES, async |ingest, call| {
            batch(&ingest, &call).await
        }));
    }
    for path in CAPTURES.iter().flat_map(|path| [(*path).to_owned(), format!("{path}/")]) {
        routes.push(way_in(ingest, path, limits::CAPTURE_BATCH_BYTES, async |ingest, call| {
            capture(&ingest, &call).await
        }));
    }
    routes
}

fn way_in<F, Fut>(ingest: &Arc<Ingest>, path: String, body_bytes: usize, handler: F) -> Route
where
    F: Fn(Arc<Ingest>, Call) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Reply>> + Send + 'static,
{
    let ingest = ingest.clone();
    let handler = move |call| {
        let answer = handler(ingest.clone(), call);
        async { answer.await.map_err(in_their_words) }
    };
    Route { body_bytes, ..Route::new(Method::POST, path, Access::Secret, Rate::Ingesting, handler) }
}

/// POST /v1/track and its like
async fn one(ingest: &Ingest, call: &Call, verb: Verb) -> Result<Reply> {
    let bytes = body::unpack(&call.body, limits::INGEST_BATCH_BYTES)?;
    let request = segment::Request::one(verb, &bytes)?;
    let key = basic_user(&call.headers).or_else(|| request.write_key.clone());
    let (workspace, mapping) = ingest.opened_by(key.as_deref())?;
    let parsed = request.parse(&mapping, ingest.context.now_ms());
    taken(ingest, &workspace, parsed).await?;
    Ok(json(&json!({ "success": true })))
}

/// POST /v1/batch
///
/// What cannot be taken in is named and counted; the rest of the batch is taken.
async fn batch(ingest: &Ingest, call: &Call) -> Result<Reply> {
    let bytes = body::unpack(&call.body, limits::INGEST_BATCH_BYTES)?;
    let request = segment::Request::batch(&bytes)?;
    let key = basic_user(&call.headers).or_else(|| request.write_key.clone());
    let (workspace, mapping) = ingest.opened_by(key.as_deref())?;
    let parsed = request.parse(&mapping, ingest.context.now_ms());
    let parsed = taken(ingest, &workspace, parsed).await?;
    let mut answer = json!({ "success": true });
    if !parsed.refused.is_empty() {
        answer["refused"] = refused(&parsed);
    }
    Ok(json(&answer))
}

/// POST /batch/, /capture/ and their like
async fn capture(ingest: &Ingest, call: &Call) -> Result<Reply> {
    let bytes = body::unpack(&call.body, limits::CAPTURE_BATCH_BYTES)?;
    let request = posthog::Request::read(&bytes)?;
    let (workspace, mapping) = ingest.opened_by(request.api_key.clone().as_deref())?;
    let parsed = request.parse(&mapping, ingest.context.now_ms());
    let parsed = taken(ingest, &workspace, parsed).await?;
    let mut answer = json!({ "status": 1 });
    if !parsed.refused.is_empty() {
        answer["refused"] = refused(&parsed);
    }
    Ok(json(&answer))
}

/// Refused are requests of which nothing can be taken.
async fn taken(ingest: &Ingest, workspace: &str, parsed: Parsed) -> Result<Parsed> {
    let parsed = ingest.take(workspace, parsed).await?;
    match parsed.refused.first() {
        Some((_, Refusal { why, words })) if parsed.taken.is_empty() => {
            let words = format!("Nothing was taken in: {words}.");
            Err(if *why == Why::NoRoom { Error::invalid_param(words) } else { Error::bad_json(words) })
        }
        _ => Ok(parsed),
    }
}

fn refused(parsed: &Parsed) -> serde_json::Value {
    let named =
        |(at, refusal): &(usize, Refusal)| json!({ "index": at, "why": refusal.why.word(), "message": refusal.words });
    parsed.refused.iter().take(limits::REFUSALS_NAMED).map(named).collect()
}

/// The user's name of basic authentication: the write key, with no password.
fn basic_user(headers: &HeaderMap) -> Option<String> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, encoded) = value.split_once(' ')?;
    let pair = scheme.eq_ignore_ascii_case("basic").then(|| STANDARD.decode(encoded.trim()).ok())??;
    let pair = String::from_utf8(pair).ok()?;
    let user = pair.split_once(':').map_or(pair.as_str(), |(user, _)| user);
    Some(user.to_owned()).filter(|user| !user.is_empty())
}

/// The SDKs read other fields of a refusal than Matrix clients do.
fn in_their_words(error: Error) -> Error {
    let Error { code, ref message, .. } = error;
    let mut body = json!({
        "success": false, "errcode": code, "code": code, "error": message, "message": message, "detail": message,
    });
    if let hearth_kernel::Kind::Limited { retry_after_ms } = error.kind {
        body["retry_after_ms"] = retry_after_ms.into();
    }
    let hides = matches!(error.kind, hearth_kernel::Kind::Internal);
    if hides { error } else { error.with_body(body.to_string()) }
}
