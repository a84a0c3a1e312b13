//! Whether the server lives, and whether it is ready to serve.

use std::sync::Arc;

use hearth_http::{Access::Public, Module, Rate, Route, json};
use hearth_kernel::Error;
use hearth_store::Store;
use http::Method;
use serde_json::json;

pub(crate) fn module(store: &Arc<Store>) -> Module {
    let alive =
        Route::new(Method::GET, "/_hearth/health", Public, Rate::Free, async |_| Ok(json(&json!({ "alive": true }))));
    let store = store.clone();
    let ready = Route::new(Method::GET, "/_hearth/ready", Public, Rate::Free, move |_| {
        let store = store.clone();
        async move {
            let answers = store.query("SELECT 1", &[]).await;
            answers.map_err(|error| Error::unavailable("The database does not answer.").caused_by(error))?;
            Ok(json(&json!({ "ready": true, "position": store.position() })))
        }
    });
    Module { name: "health", routes: vec![alive, ready], ..Module::default() }
}
