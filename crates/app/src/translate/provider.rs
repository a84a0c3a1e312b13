//! The provider, spoken to as LibreTranslate's API is (<https://docs.libretranslate.com>): `GET /languages` and
//! `POST /translate`.

use hearth_http::Outgoing;
use hearth_kernel::{Error, Result, limits};
use http::{Method, StatusCode, Uri};
use serde::Deserialize;
use serde_json::json;
use tokio::sync::OnceCell;

pub(super) struct Provider {
    outgoing: Outgoing,
    url: Uri,
    key: String,
    /// The codes of languages that it translates into, asked for once.
    targets: OnceCell<Vec<String>>,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) struct Translation {
    pub text: String,
    /// The code of the language that it was translated from, where the provider has recognised it.
    pub from: Option<String>,
}

#[derive(Deserialize)]
struct Language {
    code: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    translated_text: String,
    detected_language: Option<Detected>,
}

#[derive(Deserialize)]
struct Detected {
    language: String,
}

/// Time and size of one exchange.
const MOST: (u64, usize) = (limits::TRANSLATION_TIME_MS, limits::TRANSLATION_ANSWER_BYTES);

impl Provider {
    pub(super) fn new(outgoing: Outgoing, url: Uri, key: String) -> Self {
        Self { outgoing, url, key, targets: OnceCell::new() }
    }

    pub(super) async fn translate(&self, text: &str, to: &str) -> Result<Translation> {
        let targets = self.targets.get_or_try_init(|| self.languages()).await?;
        let target = code(to, targets)
            .ok_or_else(|| Error::invalid_param(format!("The translation service does not translate into {to}.")))?;
        let mut body = json!({ "q": text, "source": "auto", "target": target, "format": "text" });
        if !self.key.is_empty() {
            body["api_key"] = self.key.as_str().into();
        }
        let answer = self.outgoing.ask(Method::POST, &self.at("/translate")?, Some(&body), MOST).await;
        let answer = answer.map_err(unreached)?;
        if answer.status != StatusCode::OK {
            return Err(refused(answer.status));
        }
        let Answer { translated_text, detected_language } =
            serde_json::from_slice(&answer.body).map_err(|_| strange())?;
        Ok(Translation { text: translated_text, from: detected_language.map(|detected| detected.language) })
    }

    async fn languages(&self) -> Result<Vec<String>> {
        let answer = self.outgoing.ask(Method::GET, &self.at("/languages")?, None, MOST).await.map_err(unreached)?;
        if answer.status != StatusCode::OK {
            return Err(refused(answer.status));
        }
        let languages: Vec<Language> = serde_json::from_slice(&answer.body).map_err(|_| strange())?;
        Ok(languages.into_iter().map(|language| language.code).collect())
    }

    fn at(&self, path: &str) -> Result<Uri> {
        let url = format!("{}{path}", self.url.to_string().trim_end_matches('/'));
        url.parse().map_err(|error| Error::internal("translation_url cannot be extended").caused_by(error))
    }
}

/// What the provider calls a culture's language. Older versions call traditional Chinese `zt` and leave out what is
/// usual: `zh`, `pt`.
fn code<'a>(tag: &str, known: &'a [String]) -> Option<&'a str> {
    let language = tag.split('-').next().unwrap_or(tag);
    let named = match tag {
        "zh-Hant" => [tag, "zt"],
        _ => [tag, language],
    };
    named.iter().find_map(|name| known.iter().find(|code| code.eq_ignore_ascii_case(name))).map(String::as_str)
}

fn unreached(cause: Error) -> Error {
    Error::unavailable("The translation service cannot be reached.").caused_by(cause)
}

/// The provider's own words may quote the text, so they go no further.
fn refused(status: StatusCode) -> Error {
    match status {
        StatusCode::TOO_MANY_REQUESTS => Error::limited(limits::TRANSLATION_RETRY_MS),
        _ => Error::unavailable(format!("The translation service refused with status {}.", status.as_u16())),
    }
}

fn strange() -> Error {
    Error::unavailable("The translation service answered with what is not its protocol.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_called_as_the_provider_calls_them() {
        let new = ["en", "zh-Hans", "zh-Hant", "pt-BR"].map(str::to_owned);
        let old = ["en", "zh", "zt", "pt"].map(str::to_owned);
        for (tag, in_new, in_old) in [
            ("zh-Hans", Some("zh-Hans"), Some("zh")),
            ("zh-Hant", Some("zh-Hant"), Some("zt")),
            ("pt-BR", Some("pt-BR"), Some("pt")),
            ("en", Some("en"), Some("en")),
            ("de", None, None),
        ] {
            assert_eq!((code(tag, &new), code(tag, &old)), (in_new, in_old), "{tag}");
        }
    }
}
