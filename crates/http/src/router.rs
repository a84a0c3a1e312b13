//! From a module's routes to a running router: check who calls, how often and how much, then hand
//! over.

use std::{net::IpAddr, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::{RawPathParams, Request, rejection::RawPathParamsRejection},
    response::Response,
    routing::{MethodFilter, on},
};
use bytes::Bytes;
use hearth_kernel::{Context, Error, Kind, Result, limits};
use http::{HeaderMap, Method};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use tracing::Instrument;

use crate::{
    Access, Authenticator, Call, Module, RateLimits, Reply, Route, Stopping,
    call::token,
    reply::{allow_any_origin, empty, refuse},
};

/// What all routes share.
pub struct Server {
    pub context: Context,
    pub authenticator: Arc<dyn Authenticator>,
    pub rate_limits: RateLimits,
    pub stopping: Stopping,
    /// Behind a reverse proxy on this machine: the client's address is the last of X-Forwarded-For.
    pub trusts_proxy: bool,
}

/// Where a request came from; the listener puts it there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PeerAddress(pub(crate) IpAddr);

/// All routes of all modules, and the protocol's answers for what is not there.
pub fn router(server: &Arc<Server>, modules: &[Module]) -> Router {
    let mut router = Router::new();
    for route in modules.iter().flat_map(|module| &module.routes) {
        let filter = MethodFilter::try_from(route.method.clone()).expect("a method of HTTP");
        let (server, shared) = (server.clone(), Arc::new(route.clone()));
        let handler = move |path: Result<RawPathParams, RawPathParamsRejection>, request: Request| {
            let (server, route) = (server.clone(), shared.clone());
            async move { answer(&server, &route, path, request).await }
        };
        router = router.route(&numbered(&route.path), on(filter, handler));
    }
    router
        .method_not_allowed_fallback(async |method: Method| match method {
            Method::OPTIONS => finish(Ok(empty())),
            _ => finish(Err(Error::new(Kind::Method, "M_UNRECOGNIZED", "There is no such method for this path."))),
        })
        .fallback(async |method: Method| match method {
            Method::OPTIONS => finish(Ok(empty())),
            _ => finish(Err(Error::unrecognized("There is nothing at this path."))),
        })
}

/// The router wants one name per place in a path, whatever the endpoints call it.
fn numbered(path: &str) -> String {
    let mut parts = 0;
    let name = |part: &str| {
        parts += 1;
        if part.starts_with('{') { format!("{{p{parts}}}") } else { part.to_owned() }
    };
    path.split('/').map(name).collect::<Vec<_>>().join("/")
}

async fn answer(
    server: &Server,
    route: &Route,
    path: Result<RawPathParams, RawPathParamsRejection>,
    request: Request,
) -> Reply {
    let id = server.context.rng.next_u64();
    let span =
        tracing::info_span!("request", id = %format_args!("{id:016x}"), method = %route.method, path = %route.path);
    async move {
        let result = match path {
            Ok(path) => hand_over(server, route, &path, request).await,
            Err(_) => Err(Error::invalid_param("A part of the path is not text.")),
        };
        if let Err(error) = &result {
            match error.kind {
                Kind::Internal | Kind::Unavailable => tracing::error!(%error, "a request failed"),
                _ => tracing::debug!(%error, "a request was refused"),
            }
        }
        finish(result)
    }
    .instrument(span)
    .await
}

fn finish(result: Result<Reply>) -> Response {
    let mut reply = result.unwrap_or_else(|error| refuse(&error));
    allow_any_origin(&mut reply);
    reply
}

async fn hand_over(server: &Server, route: &Route, path: &RawPathParams, request: Request) -> Result<Reply> {
    let (parts, body) = request.into_parts();
    let address = address(server, &parts.headers, parts.extensions.get::<PeerAddress>());
    let caller = match (route.access, token(&parts.headers, &parts.uri)) {
        (Access::Public | Access::Secret, _) | (Access::PublicOrMember, None) => None,
        (Access::Member | Access::LockedMember, None) => {
            return Err(Error::missing_token("This needs an access token."));
        }
        (access, Some(token)) => Some(server.authenticator.caller(&token, access, address).await?),
    };
    server.rate_limits.check(route.rate, caller.as_ref().map(|caller| &caller.user_id), address)?;
    let body = read_body(body, route.body_bytes).await?;
    let path = path.iter().map(|(_, value)| value.to_owned()).collect();
    let stopping = server.stopping.clone();
    let call =
        Call { method: parts.method, uri: parts.uri, headers: parts.headers, path, body, caller, address, stopping };
    (route.handler)(call).await
}

async fn read_body(body: Body, most: usize) -> Result<Bytes> {
    let all = Limited::new(body, most).collect();
    let slow = |_| Error::new(Kind::Invalid, "M_UNKNOWN", "The request's body did not arrive in time.");
    let collected = tokio::time::timeout(Duration::from_millis(limits::BODY_TIME_MS), all).await.map_err(slow)?;
    match collected {
        Ok(body) => Ok(body.to_bytes()),
        Err(error) if error.downcast_ref::<LengthLimitError>().is_some() => {
            Err(Error::too_large(format!("The request's body is larger than {most} bytes.")))
        }
        Err(error) => Err(Error::not_json("The request's body could not be read.").caused_by(error)),
    }
}

fn address(server: &Server, headers: &HeaderMap, peer: Option<&PeerAddress>) -> IpAddr {
    let peer = peer.map_or(IpAddr::from([127, 0, 0, 1]), |peer| peer.0);
    if !server.trusts_proxy || !peer.is_loopback() {
        return peer;
    }
    let forwarded = headers.get("x-forwarded-for");
    let last = forwarded.and_then(|value| value.to_str().ok()).and_then(|value| value.rsplit(',').next());
    last.and_then(|address| address.trim().parse().ok()).unwrap_or(peer)
}
