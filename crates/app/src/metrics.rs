//! What Prometheus reads: counters of the router and the store, and how full things are at the moment.
//! On a listener of its own, so that the open internet never sees it.

use std::{fmt, sync::Arc};

use axum::{Router, body::Body, routing::get};
use hearth_http::{Server, refuse};
use hearth_insight::Insight;
use hearth_kernel::Error;
use hearth_matrix::Matrix;
use hearth_store::Store;
use http::{Response, header};
use prometheus_client::{
    collector::Collector,
    encoding::{DescriptorEncoder, EncodeMetric, text::encode},
    metrics::{counter::ConstCounter, gauge::ConstGauge, info::Info},
    registry::Registry,
};

use crate::process;

const TEXT: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// One page, `/metrics`.
pub(crate) fn router(store: &Arc<Store>, matrix: &Arc<Matrix>, insight: &Arc<Insight>, server: &Arc<Server>) -> Router {
    let mut all = Registry::default();
    all.register_collector(Box::new(Process));
    let registry = all.sub_registry_with_prefix("hearth");
    registry.register("build", "The version that runs", Info::new([("version", env!("CARGO_PKG_VERSION"))]));
    server.meter.register(registry);
    store.meter().register(registry);
    registry.register_collector(Box::new(Now {
        store: store.clone(),
        matrix: matrix.clone(),
        insight: insight.clone(),
    }));
    let all = Arc::new(all);
    let page = move || {
        let all = all.clone();
        async move { answer(&all) }
    };
    Router::new().route("/metrics", get(page))
}

fn answer(registry: &Registry) -> Response<Body> {
    let mut text = String::new();
    if let Err(error) = encode(&mut text, registry) {
        return refuse(&Error::internal("the metrics cannot be written").caused_by(error));
    }
    let mut reply = Response::new(Body::from(text));
    reply.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static(TEXT));
    reply
}

/// What is looked at when somebody asks.
struct Now {
    store: Arc<Store>,
    matrix: Arc<Matrix>,
    insight: Arc<Insight>,
}

impl fmt::Debug for Now {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Now")
    }
}

impl Collector for Now {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let position = self.store.position();
        gauge(&mut encoder, "store_position", "The newest position that is on disk", position)?;
        let waiting = ConstGauge::new(0_i64);
        let mut family = encoder.encode_descriptor(
            "store_queue_entries",
            "Writes that wait for the disk, by lane",
            None,
            waiting.metric_type(),
        )?;
        for (lane, entries) in ["live", "background"].iter().zip(self.store.waiting()) {
            ConstGauge::new(entries as i64).encode(family.encode_family(&[("lane", *lane)])?)?;
        }
        let mut family = encoder.encode_descriptor(
            "store_outbox_lag",
            "Positions that a listener of facts has not heard of yet",
            None,
            waiting.metric_type(),
        )?;
        for (listener, heard) in self.store.meter().heard() {
            ConstGauge::new((position - heard).max(0)).encode(family.encode_family(&[("listener", listener)])?)?;
        }
        for (name, help, number) in self.matrix.load().into_iter().chain(self.insight.load()) {
            gauge(&mut encoder, name, help, number)?;
        }
        Ok(())
    }
}

/// The process as the operating system sees it, under the names that Prometheus' own libraries use.
#[derive(Debug)]
struct Process;

impl Collector for Process {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let Some(usage) = process::usage() else { return Ok(()) };
        let cpu = ConstCounter::new(usage.cpu_seconds);
        let help = "Processor time that the process took";
        cpu.encode(encoder.encode_descriptor("process_cpu_seconds", help, None, cpu.metric_type())?)?;
        gauge(&mut encoder, "process_resident_memory_bytes", "Memory that the process holds", usage.resident_bytes)?;
        gauge(&mut encoder, "process_threads", "Threads of the process", usage.threads)?;
        gauge(&mut encoder, "process_open_fds", "Files and sockets that the process has open", usage.open_files)
    }
}

fn gauge(encoder: &mut DescriptorEncoder<'_>, name: &str, help: &str, number: i64) -> fmt::Result {
    let gauge = ConstGauge::new(number);
    gauge.encode(encoder.encode_descriptor(name, help, None, gauge.metric_type())?)
}
