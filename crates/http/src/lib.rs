//! HTTP: what a module contributes, who calls, how often, and how an error becomes an answer.
//!
//! Invariants: this crate knows no domain and no protocol type. A route names who may call it, and
//! nothing is reachable without such a name. Every answer, errors too, carries the CORS headers.

mod call;
mod listen;
mod meter;
mod module;
mod outgoing;
mod proxy;
mod rate_limit;
mod reply;
mod router;
mod seldom;
pub mod testing;
mod tls;
mod upload;

pub use call::{Access, Authenticator, Call, Caller, Shown, languages};
pub use listen::{Listener, Stopping};
pub use meter::Meter;
pub use module::{Handler, Module, Route};
pub use outgoing::{Answer, Outgoing, Reach};
pub use proxy::TrustedProxies;
pub use rate_limit::{Quota, Rate, RateLimits};
pub use reply::{Reply, empty, html, json, json_bytes, object, refuse, stream, unreadable};
pub use router::{Server, router};
pub use seldom::Seldom;
pub use tls::Certificate;
pub use upload::Upload;
