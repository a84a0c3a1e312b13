//! Answers: JSON, pages, and errors in the protocol's shape.

use axum::body::Body;
use bytes::Bytes;
use futures_util::Stream;
use hearth_kernel::{Error, Kind, Result};
use http::{HeaderValue, Response, StatusCode, header};
use serde::Deserialize;

pub type Reply = Response<Body>;

pub(crate) const JSON: &str = "application/json";

pub fn json_bytes(status: StatusCode, body: impl Into<Bytes>) -> Reply {
    let mut reply = Response::new(Body::from(body.into()));
    *reply.status_mut() = status;
    reply.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(JSON));
    reply
}

pub fn json(value: &serde_json::Value) -> Reply {
    json_bytes(StatusCode::OK, value.to_string())
}

/// `{}`, the protocol's way to say "done".
pub fn empty() -> Reply {
    json_bytes(StatusCode::OK, Bytes::from_static(b"{}"))
}

/// A page that loads nothing from anywhere; its own style and script have this nonce.
pub fn html(status: StatusCode, page: String, nonce: &str) -> Reply {
    let mut reply = Response::new(Body::from(page));
    *reply.status_mut() = status;
    let policy = format!(
        "default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    );
    let headers = reply.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    reply
}

/// Bytes that are sent as they are read. What the headers say is the caller's.
pub fn stream(status: StatusCode, bytes: impl Stream<Item = Result<Bytes>> + Send + 'static) -> Reply {
    let mut reply = Response::new(Body::from_stream(bytes));
    *reply.status_mut() = status;
    reply
}

/// Which of the protocol's codes a body gets that could not be read: what is no JSON, and JSON of another shape.
pub fn unreadable(error: &serde_json::Error) -> Error {
    let words = format!("The request's body cannot be read: {error}.");
    if error.is_data() { Error::bad_json(words) } else { Error::not_json(words) }
}

/// What stands in a body, which is an object of JSON.
pub fn object<'a, T: Deserialize<'a>>(body: &'a [u8]) -> Result<T> {
    let read = serde_json::from_slice(body).map_err(|error| unreadable(&error))?;
    // serde takes a list for an object.
    match body.trim_ascii_start().first() {
        Some(b'{') => Ok(read),
        _ => Err(Error::bad_json("The request's body must be a JSON object.")),
    }
}

/// An error as its answer. What went wrong inside the server stays in the log.
pub fn refuse(error: &Error) -> Reply {
    let status = status(error.kind);
    let message =
        if error.kind == Kind::Internal { "The server made a mistake. It has been logged." } else { &error.message };
    let mut body = serde_json::json!({ "errcode": error.code, "error": message });
    if let Kind::Limited { retry_after_ms } = error.kind {
        body["retry_after_ms"] = retry_after_ms.into();
    }
    let body = error.body.as_deref().map_or_else(|| body.to_string(), str::to_owned);
    let mut reply = json_bytes(status, body);
    if let Kind::Limited { retry_after_ms } = error.kind {
        reply.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(retry_after_ms.div_ceil(1000)));
    }
    reply
}

fn status(kind: Kind) -> StatusCode {
    match kind {
        Kind::Invalid => StatusCode::BAD_REQUEST,
        Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::Method => StatusCode::METHOD_NOT_ALLOWED,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Kind::Limited { .. } => StatusCode::TOO_MANY_REQUESTS,
        Kind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Kind::NotYet => StatusCode::GATEWAY_TIMEOUT,
        Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Lets web apps of any origin call the API, as the protocol asks; tokens travel in a header, so no
/// cookie can be misused.
pub(crate) fn allow_any_origin(reply: &mut Reply) {
    let headers = reply.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, POST, PUT, DELETE, OPTIONS"));
    headers.insert(
        header::ACCESS_CONTROL_ALLOW_HEADERS,
        HeaderValue::from_static("X-Requested-With, Content-Type, Authorization"),
    );
}
