//! The endpoint of this module.

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, json};
use hearth_kernel::{Error, Result, limits};
use http::Method;
use serde::Deserialize;
use serde_json::json;
use tokio::sync::Semaphore;

use super::provider::Provider;

pub(super) struct Translate {
    provider: Provider,
    at_once: Semaphore,
}

pub(super) fn routes(translate: &Arc<Translate>) -> Vec<Route> {
    let (access, rate) = (Access::Member, Rate::Translating);
    vec![Route::of(translate, Method::POST, "/_hearth/translate", access, rate, self::translate)]
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    text: String,
    /// A culture's tag.
    to: String,
}

/// POST /_hearth/translate
///
/// `{"text": "Guten Tag", "to": "en"}` is answered with `{"text": "Good day", "from": "de"}`; `from` is null where the
/// provider did not recognise the language.
async fn translate(translate: Arc<Translate>, call: Call) -> Result<Reply> {
    let Wanted { text, to } = call.json()?;
    if text.trim().is_empty() {
        return Err(Error::invalid_param("There is no text to translate."));
    }
    if text.len() > limits::TRANSLATION_TEXT_BYTES {
        let most = limits::TRANSLATION_TEXT_BYTES;
        return Err(Error::too_large(format!("A text of at most {most} bytes can be translated.")));
    }
    if to.len() > limits::TRANSLATION_TAG_BYTES || !to.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    {
        return Err(Error::invalid_param("to must be the tag of a language, such as pt-BR."));
    }
    let _turn = translate.at_once.try_acquire().map_err(|_| Error::limited(limits::TRANSLATION_RETRY_MS))?;
    let translation = translate.provider.translate(&text, &to).await?;
    Ok(json(&json!({ "text": translation.text, "from": translation.from })))
}

impl Translate {
    pub(super) fn new(provider: Provider) -> Self {
        Self { provider, at_once: Semaphore::new(limits::TRANSLATIONS_AT_ONCE) }
    }
}
