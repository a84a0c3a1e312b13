//! What the router counts: requests by route and status, and how long they took. A route is counted
//! by its template, so that no label names a room or a member.

use std::{
    sync::{Arc, OnceLock},
    time::Duration,
};

use http::{Method, StatusCode};
use prometheus_client::{
    encoding::EncodeLabelSet,
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram},
    registry::Registry,
};

/// From an answer out of memory to a long poll that found nothing.
const SECONDS: [f64; 9] = [0.001, 0.0025, 0.01, 0.05, 0.25, 1.0, 5.0, 30.0, 120.0];

/// What stands for the method and the path of a request that no route serves.
const NO_ROUTE: &str = "(none)";

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RouteLabels {
    method: String,
    route: Arc<str>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RequestLabels {
    method: String,
    route: Arc<str>,
    status: u16,
}

/// Counters of one process's requests and connections.
#[derive(Clone)]
pub struct Meter {
    requests: Family<RequestLabels, Counter>,
    seconds: Family<RouteLabels, Histogram, fn() -> Histogram>,
    connections: Gauge,
}

impl Default for Meter {
    fn default() -> Self {
        let seconds = Family::new_with_constructor((|| Histogram::new(SECONDS)) as fn() -> Histogram);
        Self { requests: Family::default(), seconds, connections: Gauge::default() }
    }
}

impl Meter {
    /// Adds what is counted to the metrics of the process.
    pub fn register(&self, registry: &mut Registry) {
        let Self { requests, seconds, connections } = self;
        registry.register("http_requests", "Requests that were answered", requests.clone());
        let took = "How long requests took, long polls with their waiting";
        registry.register("http_request_seconds", took, seconds.clone());
        registry.register("http_connections", "Connections that clients hold open", connections.clone());
    }

    pub(crate) fn route(&self, method: &Method, path: &str) -> RouteMeter {
        let labels = RouteLabels { method: method.to_string(), route: path.into() };
        RouteMeter { meter: self.clone(), labels, usual: OnceLock::new() }
    }

    /// A request for what is not there.
    pub(crate) fn no_route(&self, status: StatusCode) {
        let labels = RequestLabels { method: NO_ROUTE.to_owned(), route: NO_ROUTE.into(), status: status.as_u16() };
        self.requests.get_or_create(&labels).inc();
    }

    /// Counts a connection for as long as it is held.
    pub(crate) fn connection(&self) -> OpenConnection {
        self.connections.inc();
        OpenConnection(self.connections.clone())
    }
}

pub(crate) struct OpenConnection(Gauge);

impl Drop for OpenConnection {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// The counters of one route. What every request needs is looked up once.
pub(crate) struct RouteMeter {
    meter: Meter,
    labels: RouteLabels,
    usual: OnceLock<(Counter, Histogram)>,
}

impl RouteMeter {
    pub(crate) fn answered(&self, status: StatusCode, took: Duration) {
        let (ok, seconds) = self
            .usual
            .get_or_init(|| (self.count(StatusCode::OK), self.meter.seconds.get_or_create_owned(&self.labels)));
        seconds.observe(took.as_secs_f64());
        match status {
            StatusCode::OK => ok.inc(),
            other => self.count(other).inc(),
        };
    }

    fn count(&self, status: StatusCode) -> Counter {
        let RouteLabels { method, route } = self.labels.clone();
        self.meter.requests.get_or_create_owned(&RequestLabels { method, route, status: status.as_u16() })
    }
}
