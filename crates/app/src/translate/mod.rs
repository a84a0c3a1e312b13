//! Translates a message for a member who asks for it, by a provider that the operator has named. Off without one.
//!
//! The text passes through: it is neither kept nor logged, and no fact states that somebody asked. Whether the text of an
//! encrypted room may be given away is the member's to say, so their app asks them before it asks here.

mod provider;
mod route;

use std::sync::Arc;

use hearth_http::{Module, Outgoing, Reach};
use hearth_kernel::{Error, Result};

use provider::Provider;
use route::Translate;

use crate::config::Config;

/// The routes, and the provider's host for those who ask what this server can do.
pub(crate) fn module(config: &Config) -> Result<(Module, Option<String>)> {
    let none = Module { name: "translate", ..Module::default() };
    if config.translation_url.is_empty() {
        return Ok((none, None));
    }
    let reach = config.reach(config.translation_private);
    let says = |why: &str| Error::invalid_param(format!("translation_url {why}"));
    let url: http::Uri = config.translation_url.parse().map_err(|_| says("is not an address"))?;
    let host = url.host().ok_or_else(|| says("has no host"))?.to_owned();
    if url.scheme_str() != Some("https") && !(reach == Reach::Private && url.scheme_str() == Some("http")) {
        return Err(says("must begin with https://; with translation_private, http:// will do"));
    }
    let provider = Provider::new(Outgoing::new(reach, &config.extra_ca)?, url, config.translation_key.clone());
    let translate = Arc::new(Translate::new(provider));
    Ok((Module { routes: route::routes(&translate), ..none }, Some(host)))
}
