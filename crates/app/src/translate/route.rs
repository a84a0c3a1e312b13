//! The endpoint of this module.

use std::{collections::HashMap, sync::Arc};

use hearth_http::{Access, Call, Rate, Reply, Route, json};
use hearth_kernel::{Clock, Error, Result, limits};
use http::Method;
use parking_lot::Mutex;
use serde::Deserialize;
use serde_json::json;
use tokio::sync::Semaphore;

use super::provider::Provider;

pub(super) struct Translate {
    provider: Provider,
    clock: Arc<dyn Clock>,
    at_once: Semaphore,
    asked: Mutex<Asked>,
}

/// How often each member has asked in a minute; forgotten with it.
#[derive(Default)]
struct Asked {
    minute: i64,
    by: HashMap<Arc<str>, u32>,
}

const MINUTE_MS: i64 = 60_000;

pub(super) fn routes(translate: &Arc<Translate>) -> Vec<Route> {
    let translate = translate.clone();
    vec![Route::new(Method::POST, "/_hearth/translate", Access::Member, Rate::Writing, move |call| {
        self::translate(translate.clone(), call)
    })]
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
    let Wanted { text, to } = serde_json::from_slice(&call.body)
        .map_err(|_| Error::bad_json("The body must be an object with text and to, both strings."))?;
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
    translate.count(&call.member()?.user_id)?;
    let _turn = translate.at_once.try_acquire().map_err(|_| Error::limited(limits::TRANSLATION_RETRY_MS))?;
    let translation = translate.provider.translate(&text, &to).await?;
    Ok(json(&json!({ "text": translation.text, "from": translation.from })))
}

impl Translate {
    pub(super) fn new(provider: Provider, clock: Arc<dyn Clock>) -> Self {
        let at_once = Semaphore::new(limits::TRANSLATIONS_AT_ONCE);
        Self { provider, clock, at_once, asked: Mutex::default() }
    }

    fn count(&self, user_id: &Arc<str>) -> Result<()> {
        let now_ms = self.clock.now_ms();
        let minute = now_ms.div_euclid(MINUTE_MS);
        let mut asked = self.asked.lock();
        if asked.minute != minute {
            *asked = Asked { minute, by: HashMap::new() };
        }
        let count = asked.by.entry(user_id.clone()).or_default();
        if *count >= limits::TRANSLATIONS_PER_MINUTE {
            let wait_ms = (minute + 1) * MINUTE_MS - now_ms;
            return Err(Error::limited(wait_ms.unsigned_abs()));
        }
        *count += 1;
        Ok(())
    }
}
