//! What a module contributes to the house. A crate lists its modules, the app lists the crates, and
//! nothing else knows them all.

use std::{future::Future, pin::Pin, sync::Arc};

use hearth_kernel::{FactKind, Result, limits, ports::Export};
use hearth_store::Migration;
use http::Method;

use crate::{Access, Call, Rate, Reply};

pub type Handler = Arc<dyn Fn(Call) -> Pin<Box<dyn Future<Output = Result<Reply>> + Send>> + Send + Sync>;

/// One way in.
#[derive(Clone)]
pub struct Route {
    pub method: Method,
    /// Variable parts stand in braces: `/rooms/{room_id}/send/{event_type}/{txn_id}`.
    pub path: String,
    pub access: Access,
    pub rate: Rate,
    pub body_bytes: usize,
    /// The body is handed over as it comes, and what it may hold is the handler's to say.
    pub is_streamed: bool,
    pub handler: Handler,
}

impl Route {
    pub fn new<F, Fut>(method: Method, path: impl Into<String>, access: Access, rate: Rate, handler: F) -> Self
    where
        F: Fn(Call) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Reply>> + Send + 'static,
    {
        let handler: Handler = Arc::new(move |call| Box::pin(handler(call)));
        Self { method, path: path.into(), access, rate, body_bytes: limits::BODY_BYTES, is_streamed: false, handler }
    }

    /// The same for a handler of a module's own kind.
    pub fn of<S, F, Fut>(
        module: &Arc<S>,
        method: Method,
        path: impl Into<String>,
        access: Access,
        rate: Rate,
        handler: F,
    ) -> Self
    where
        S: Send + Sync + 'static,
        F: Fn(Arc<S>, Call) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Reply>> + Send + 'static,
    {
        let module = module.clone();
        Self::new(method, path, access, rate, move |call| handler(module.clone(), call))
    }

    /// The same, with a body that is handed over as it comes.
    #[must_use]
    pub fn streamed(self) -> Self {
        Self { is_streamed: true, ..self }
    }
}

/// A module as one value: what the router, the migrations, the fact list and the reference pages are
/// derived from.
#[derive(Default)]
pub struct Module {
    pub name: &'static str,
    pub routes: Vec<Route>,
    pub migrations: &'static [Migration],
    /// The facts that it states.
    pub facts: &'static [&'static FactKind],
    /// The keys of the texts that it shows, each of which must stand in `en`.
    pub strings: &'static [&'static str],
    /// The keys of texts that say which personal data it keeps; the register is made of these.
    pub personal_data: &'static [&'static str],
    /// How a member has what it keeps of them.
    pub export: Option<Arc<dyn Export>>,
}
