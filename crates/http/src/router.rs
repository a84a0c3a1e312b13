//! From a module's routes to a running router: check who calls, how often and how much, then hand
//! over.

use std::{future::Future, net::IpAddr, sync::Arc, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::{RawPathParams, Request, rejection::RawPathParamsRejection},
    response::Response,
    routing::{MethodFilter, on},
};
use bytes::Bytes;
use hearth_kernel::{Context, Error, Kind, Result, limits};
use http::{Method, header};
use http_body_util::BodyExt;
use hyper::body::Body as _;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;
use tracing::Instrument;

use crate::{
    Access, Authenticator, Call, Meter, Module, RateLimits, Reply, Route, Seldom, Stopping, TrustedProxies, Upload,
    call::{Shown, token},
    meter::RouteMeter,
    reply::{JSON, allow_any_origin, empty, refuse},
};

/// What all routes share.
pub struct Server {
    pub context: Context,
    pub authenticator: Arc<dyn Authenticator>,
    pub rate_limits: RateLimits,
    pub stopping: Stopping,
    pub proxies: TrustedProxies,
    pub meter: Meter,
    /// Whatever is not there is missed by every request.
    pub unavailable: Seldom,
    /// Kibibytes of bodies that may come at once.
    pub arriving: Arc<Semaphore>,
    /// Kibibytes of large answers that clients may have yet to take.
    pub leaving: Arc<Semaphore>,
}

impl Server {
    /// Without proxies in front.
    pub fn new(
        context: Context,
        authenticator: Arc<dyn Authenticator>,
        rate_limits: RateLimits,
        stopping: Stopping,
    ) -> Self {
        let (proxies, meter, unavailable) = Default::default();
        let arriving = Arc::new(Semaphore::new(limits::BODIES_BYTES / 1_024));
        let leaving = Arc::new(Semaphore::new(limits::ANSWERS_BYTES / 1_024));
        Self { context, authenticator, rate_limits, stopping, proxies, meter, unavailable, arriving, leaving }
    }
}

/// Where a request came from; the listener puts it there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PeerAddress(pub(crate) IpAddr);

/// A route and the counters of its answers.
struct Metered {
    route: Route,
    meter: RouteMeter,
}

/// All routes of all modules, and the protocol's answers for what is not there.
pub fn router(server: &Arc<Server>, modules: &[Module]) -> Router {
    let mut router = Router::new();
    for route in modules.iter().flat_map(|module| &module.routes) {
        let filter = MethodFilter::try_from(route.method.clone()).expect("a method of HTTP");
        let metered = Metered { meter: server.meter.route(&route.method, &route.path), route: route.clone() };
        let (server, metered) = (server.clone(), Arc::new(metered));
        let handler = move |path: Result<RawPathParams, RawPathParamsRejection>, request: Request| {
            answer(server.clone(), metered.clone(), path, request)
        };
        router = router.route(&numbered(&route.path), on(filter, handler));
    }
    let (no_method, nothing) = (server.meter.clone(), server.meter.clone());
    router
        .method_not_allowed_fallback(async move |method: Method| {
            let refusal = || Error::new(Kind::Method, "M_UNRECOGNIZED", "There is no such method for this path.");
            unserved(&no_method, &method, refusal)
        })
        .fallback(async move |method: Method| {
            unserved(&nothing, &method, || Error::unrecognized("There is nothing at this path."))
        })
}

/// A browser that asks what it may do is told; everybody else that there is nothing.
fn unserved(meter: &Meter, method: &Method, refusal: impl FnOnce() -> Error) -> Reply {
    let reply = finish(if *method == Method::OPTIONS { Ok(empty()) } else { Err(refusal()) });
    meter.no_route(reply.status());
    reply
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

/// Not an `async fn`, what checks is boxed, and the handler runs outside of it: a poll that waits keeps room for neither.
fn answer(
    server: Arc<Server>,
    metered: Arc<Metered>,
    path: Result<RawPathParams, RawPathParamsRejection>,
    request: Request,
) -> impl Future<Output = Reply> {
    let id = server.context.rng.next_u64();
    let started = Instant::now();
    let route = &metered.route;
    let span =
        tracing::info_span!("request", id = %format_args!("{id:016x}"), method = %route.method, path = %route.path);
    let handled = async move {
        let route = &metered.route;
        let handled = match Box::pin(checked(&server, route, path, request)).await {
            Ok(call) => (route.handler)(call),
            Err(error) => Box::pin(std::future::ready(Err(error))),
        };
        let result = handled.await.and_then(|reply| hold(&server.leaving, &route.method, reply));
        if let Err(error) = &result {
            match error.kind {
                Kind::Internal => tracing::error!(%error, "a request failed"),
                Kind::Unavailable => {
                    if let Some(left_out) = server.unavailable.turn(server.context.now_ms()) {
                        tracing::error!(%error, left_out, "a request failed");
                    }
                }
                _ => tracing::debug!(%error, "a request was refused"),
            }
        }
        let reply = finish(result);
        metered.meter.answered(reply.status(), started.elapsed());
        reply
    };
    handled.instrument(span)
}

fn finish(result: Result<Reply>) -> Response {
    let mut reply = result.unwrap_or_else(|error| refuse(&error));
    allow_any_origin(&mut reply);
    reply
}

/// A large answer keeps its places until its client has taken it. Files need none: they are shared, or read as they go.
/// What was asked to be done is done by then, so its answer is given in any case.
fn hold(leaving: &Arc<Semaphore>, method: &Method, mut reply: Reply) -> Result<Reply> {
    if reply.headers().get(header::CONTENT_TYPE).is_none_or(|kind| kind != JSON) {
        return Ok(reply);
    }
    let Some(bytes) = reply.body().size_hint().exact().filter(|bytes| *bytes >= limits::LARGE_ANSWER_BYTES as u64)
    else {
        return Ok(reply);
    };
    let mut places = leaving.clone().try_acquire_many_owned(kibibytes(bytes)).ok();
    if places.is_none() && *method == Method::GET {
        return Err(Error::limited(limits::QUEUE_RETRY_MS));
    }
    // A body that knows its size is one piece; as it is handed on here it knows it no more.
    reply.headers_mut().insert(header::CONTENT_LENGTH, bytes.into());
    let mut held = move |bytes: Bytes| Bytes::from_owner(Held { bytes, _places: places.take() });
    Ok(reply.map(|body| Body::new(body.map_frame(move |frame| frame.map_data(&mut held)))))
}

struct Held {
    bytes: Bytes,
    _places: Option<OwnedSemaphorePermit>,
}

impl AsRef<[u8]> for Held {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

fn kibibytes(bytes: u64) -> u32 {
    u32::try_from(bytes.div_ceil(1_024)).unwrap_or(u32::MAX)
}

/// The call, once its caller, its rate and its body are known to be in order.
async fn checked(
    server: &Server,
    route: &Route,
    path: Result<RawPathParams, RawPathParamsRejection>,
    request: Request,
) -> Result<Call> {
    let path = path.map_err(|_| Error::invalid_param("A part of the path is not text."))?;
    let (parts, body) = request.into_parts();
    let peer = parts.extensions.get::<PeerAddress>().map_or(IpAddr::from([127, 0, 0, 1]), |peer| peer.0);
    let address = server.proxies.client(&parts.headers, peer);
    let token = match route.access {
        Access::Public | Access::Secret => None,
        _ => token(&parts.headers, &parts.uri)?,
    };
    let shown = match (route.access, token) {
        (Access::Public | Access::Secret | Access::PublicOrMember, None) => None,
        (_, None) => return Err(Error::missing_token("This needs an access token.")),
        (access, Some(token)) => {
            Some(Arc::new(Shown { authenticator: server.authenticator.clone(), token, access, address }))
        }
    };
    let caller = match &shown {
        Some(shown) => Some(shown.caller().await?),
        None => None,
    };
    if route.access == Access::Administrator && !caller.as_ref().is_some_and(|caller| caller.is_administrator) {
        return Err(Error::forbidden("Only an administrator may do this."));
    }
    server.rate_limits.check(route.rate, caller.as_ref().map(|caller| &caller.user_id), address)?;
    let (body, upload) = match route.is_streamed {
        true => (Bytes::new(), Some(Upload::new(&parts.headers, body, shown.clone()))),
        false => (read_body(server, body, route.body_bytes, shown.as_deref()).await?, None),
    };
    let path = path.iter().map(|(_, value)| value.to_owned()).collect();
    let stopping = server.stopping.clone();
    let (method, uri, headers) = (parts.method, parts.uri, parts.headers);
    Ok(Call { method, uri, headers, path, body, upload, caller, shown, address, stopping })
}

/// Who is cut off while sending never hears why, so what comes is taken and thrown away, up to a bound.
async fn throw_away(mut body: Body) {
    let mut taken = 0;
    while taken < limits::REFUSED_BODY_BYTES {
        let Some(Ok(frame)) = body.frame().await else { return };
        taken += frame.data_ref().map_or(0, Bytes::len);
    }
}

/// Why a body is not read to its end.
enum Unread {
    TooLarge,
    /// So much of others comes already.
    NoRoom,
    Broken(axum::Error),
}

/// The whole body, of who may still call when it has come.
async fn read_body(server: &Server, mut body: Body, most: usize, shown: Option<&Shown>) -> Result<Bytes> {
    let time = Duration::from_millis(limits::BODY_TIME_MS);
    let slow = |_| Error::new(Kind::Invalid, "M_UNKNOWN", "The request's body did not arrive in time.");
    let refused = match tokio::time::timeout(time, whole(&server.arriving, &mut body, most)).await.map_err(slow)? {
        Ok(bytes) => {
            if let Some(shown) = shown.filter(|_| !bytes.is_empty()) {
                shown.caller().await?;
            }
            return Ok(bytes);
        }
        Err(Unread::Broken(error)) => {
            return Err(Error::not_json("The request's body could not be read.").caused_by(error));
        }
        Err(Unread::TooLarge) => Error::too_large(format!("The request's body is larger than {most} bytes.")),
        Err(Unread::NoRoom) => Error::limited(limits::QUEUE_RETRY_MS),
    };
    tokio::time::timeout(time, throw_away(body)).await.ok();
    Err(refused)
}

/// What has come of a body counts among all that comes until it is whole.
async fn whole(arriving: &Arc<Semaphore>, body: &mut Body, most: usize) -> Result<Bytes, Unread> {
    let (mut parts, mut bytes, mut places) = (Vec::new(), 0, Vec::new());
    while let Some(frame) = body.frame().await {
        let Ok(part) = frame.map_err(Unread::Broken)?.into_data() else { continue };
        bytes += part.len();
        if bytes > most {
            return Err(Unread::TooLarge);
        }
        let places_of_part = arriving.clone().try_acquire_many_owned(kibibytes(part.len() as u64));
        places.push(places_of_part.map_err(|_| Unread::NoRoom)?);
        parts.push(part);
    }
    Ok(match <[Bytes; 1]>::try_from(parts) {
        Ok([whole]) => whole,
        Err(parts) => parts.concat().into(),
    })
}
