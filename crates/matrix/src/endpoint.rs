//! From the protocol's request types to routes: every path that an endpoint has had, one handler.

use std::{
    future::{Future, ready},
    sync::Arc,
};

use bytes::Bytes;
use futures_util::{FutureExt, future::Either};
use hearth_http::{Access, Call, Rate, Reply, Route};
use hearth_kernel::{Error, Result};
use http::Method;
use ruma::api::{
    IncomingRequest, IncomingRequestExt, Metadata, OutgoingResponse, OutgoingResponseExt,
    error::{DeserializationError, FromHttpRequestError},
    path_builder::PathBuilder,
};

/// An endpoint whose answer is one of the protocol's types.
pub(crate) fn endpoint<R, S, F, Fut>(service: &Arc<S>, access: Access, rate: Rate, handler: F) -> Vec<Route>
where
    R: IncomingRequest + Send + 'static,
    R::OutgoingResponse: Send,
    S: Send + Sync + 'static,
    F: Fn(Arc<S>, Call, R) -> Fut + Copy + Send + Sync + 'static,
    Fut: Future<Output = Result<R::OutgoingResponse>> + Send + 'static,
{
    raw_endpoint(service, access, rate, move |service, call, request| {
        handler(service, call, request).map(|answered| answered.and_then(reply))
    })
}

/// An endpoint that writes its answer's bytes itself: events are spliced, not parsed again.
pub(crate) fn raw_endpoint<R, S, F, Fut>(service: &Arc<S>, access: Access, rate: Rate, handler: F) -> Vec<Route>
where
    R: IncomingRequest + Send + 'static,
    S: Send + Sync + 'static,
    F: Fn(Arc<S>, Call, R) -> Fut + Copy + Send + Sync + 'static,
    Fut: Future<Output = Result<Reply>> + Send + 'static,
{
    let route = |path: &'static str| {
        let service = service.clone();
        Route::new(R::METHOD, path, access, rate, move |call: Call| {
            // Parsed before there is a future, which so holds the request once.
            match parse::<R>(&call) {
                Ok(request) => Either::Left(handler(service.clone(), call, request)),
                Err(error) => Either::Right(ready(Err(error))),
            }
        })
    };
    R::PATH_BUILDER.all_paths().map(route).collect()
}

/// Where an endpoint stands that no type of the protocol describes.
pub(crate) const PREFIXES: [&str; 2] = ["/_matrix/client/v3", "/_matrix/client/r0"];

/// All paths that an endpoint of the protocol has had, for a handler that reads the request itself: where it holds a
/// password, which may not come back in an error, or where the protocol's type is stricter than its clients are.
pub(crate) fn paths<R, S, F, Fut>(service: &Arc<S>, access: Access, rate: Rate, handler: F) -> Vec<Route>
where
    R: Metadata,
    S: Send + Sync + 'static,
    F: Fn(Arc<S>, Call) -> Fut + Copy + Send + Sync + 'static,
    Fut: Future<Output = Result<Reply>> + Send + 'static,
{
    R::PATH_BUILDER.all_paths().map(|path| Route::of(service, R::METHOD, path, access, rate, handler)).collect()
}

/// A request from what came.
pub(crate) fn parse<R: IncomingRequest>(call: &Call) -> Result<R> {
    // Nothing is the same as an object with nothing in it, for every endpoint that takes one.
    let body: &[u8] = if call.body.is_empty() && R::METHOD == Method::POST { b"{}" } else { &call.body };
    let mut request = http::Request::new(body);
    request.method_mut().clone_from(&call.method);
    request.uri_mut().clone_from(&call.uri);
    request.headers_mut().clone_from(&call.headers);
    let path: Vec<&str> = call.path.iter().map(String::as_str).collect();
    if path.iter().any(|part| part.contains('\0')) {
        return Err(Error::invalid_param("No part of a path holds NUL."));
    }
    // serde takes a list for an object of which everything may be missing.
    if call.body.trim_ascii_start().starts_with(b"[") && is_json(&call.body) {
        return Err(Error::bad_json("The body is a list, and must be an object."));
    }
    R::try_from_http_request(request, &path).map_err(|error| refused(error, &call.body))
}

/// Which of the protocol's codes a malformed request gets.
fn refused(error: FromHttpRequestError, body: &[u8]) -> Error {
    let FromHttpRequestError::Deserialization(error) = error else {
        return Error::unrecognized("There is no such method for this path.");
    };
    match error {
        DeserializationError::Json(error) if is_json(body) => {
            Error::bad_json(format!("The body is not what this endpoint takes: {error}"))
        }
        DeserializationError::Json(_) | DeserializationError::Utf8(_) => Error::not_json("The body is not JSON."),
        DeserializationError::Query(error) => Error::invalid_param(format!("A query parameter is wrong: {error}")),
        DeserializationError::Ident(error) => Error::invalid_param(format!("An id in the path is wrong: {error}")),
        other => Error::invalid_param(format!("The request is wrong: {other}")),
    }
}

fn is_json(body: &[u8]) -> bool {
    // What is skipped is not looked at, so that bytes that are no text would pass.
    let text = std::str::from_utf8(body);
    body.is_empty() || text.is_ok_and(|text| serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok())
}

fn reply<R: OutgoingResponse>(response: R) -> Result<Reply> {
    let unserialisable =
        |error: ruma::api::error::IntoHttpError| Error::internal("an answer could not be written").caused_by(error);
    let response = response.try_into_http_response::<Vec<u8>>().map_err(unserialisable)?;
    Ok(response.map(|body| Bytes::from(body).into()))
}
