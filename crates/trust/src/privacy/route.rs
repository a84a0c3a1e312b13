//! The endpoints of this module.

use std::sync::Arc;

use hearth_http::{Access, Call, Rate, Reply, Route, json};
use hearth_i18n::Tag;
use hearth_kernel::{Error, Result, ports::Purpose};
use http::Method;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    Privacy,
    model::{Decision, Region, Wanted, What},
    purposes, store, view,
};

pub(super) fn routes(privacy: &Arc<Privacy>) -> Vec<Route> {
    let (public, member, administrator) = (Access::Public, Access::Member, Access::Administrator);
    vec![
        Route::of(privacy, Method::GET, "/_hearth/privacy/register", public, Rate::Reading, register),
        Route::of(privacy, Method::GET, "/_hearth/privacy/consent", member, Rate::Reading, consent),
        Route::of(privacy, Method::PUT, "/_hearth/privacy/consent/{purpose}", member, Rate::Writing, decide),
        Route::of(privacy, Method::PUT, "/_hearth/privacy/notice/{purpose}", member, Rate::Writing, notice),
        Route::of(privacy, Method::GET, "/_hearth/privacy/export", member, Rate::Reading, export),
        Route::of(privacy, Method::GET, "/_hearth/privacy/overview", administrator, Rate::Reading, overview),
    ]
}

/// GET /_hearth/privacy/register
async fn register(privacy: Arc<Privacy>, call: Call) -> Result<Reply> {
    Ok(json(&privacy.register(&privacy.language(&call))))
}

/// GET /_hearth/privacy/consent
async fn consent(privacy: Arc<Privacy>, call: Call) -> Result<Reply> {
    let decisions = privacy.decisions(&call.member()?.user_id).await?;
    let language = privacy.language(&call);
    let asked = Purpose::ALL.into_iter().filter(|purpose| purpose.needs_consent());
    let purposes: Vec<Value> = asked.map(|purpose| privacy.standing(&language, &decisions, purpose)).collect();
    Ok(json(&json!({ "language": language.to_string(), "purposes": purposes })))
}

#[derive(Deserialize)]
struct DecisionBody {
    given: bool,
    version: Option<String>,
    language: Option<String>,
    region: Option<String>,
}

/// PUT /_hearth/privacy/consent/{purpose}
///
/// Who agrees says which version of the text they saw, in which language. Who withdraws need not.
async fn decide(privacy: Arc<Privacy>, call: Call) -> Result<Reply> {
    let purpose = purpose(&call)?;
    let DecisionBody { given, version, language, region } = call.json()?;
    let what = if given { What::Given } else { What::Withdrawn };
    let seen = Seen { version, language, region };
    privacy.write_down(&call, purpose, what, seen).await
}

#[derive(Deserialize)]
struct Seen {
    version: Option<String>,
    language: Option<String>,
    region: Option<String>,
}

/// PUT /_hearth/privacy/notice/{purpose}
///
/// A client says that it has shown its member the text. Where the default is the notice, the member agrees from here
/// on until they say otherwise; elsewhere it is written down and means nothing.
async fn notice(privacy: Arc<Privacy>, call: Call) -> Result<Reply> {
    let (purpose, seen) = (purpose(&call)?, call.json()?);
    privacy.write_down(&call, purpose, What::Noticed, seen).await
}

/// GET /_hearth/privacy/export
async fn export(privacy: Arc<Privacy>, call: Call) -> Result<Reply> {
    Ok(json(&privacy.export(&call.member()?.user_id).await?))
}

/// GET /_hearth/privacy/overview
async fn overview(privacy: Arc<Privacy>, _: Call) -> Result<Reply> {
    Ok(json(&view::overview(&privacy.settings, &store::counts(&privacy.store).await?)))
}

impl Privacy {
    /// The language that the caller reads.
    fn language(&self, call: &Call) -> Tag {
        self.cultures.negotiate(call.languages()).tag.clone()
    }

    fn standing(&self, language: &Tag, decisions: &[Decision], purpose: Purpose) -> Value {
        view::standing(&self.settings, &self.cultures, language, decisions, purpose)
    }

    async fn write_down(self: &Arc<Self>, call: &Call, purpose: Purpose, what: What, seen: Seen) -> Result<Reply> {
        let wanted = Wanted {
            purpose,
            what,
            version: seen_version(purpose, what, seen.version.as_deref())?,
            language: self.seen_language(what, seen.language)?,
            region: seen.region.as_deref().map(region).transpose()?,
        };
        let decisions = self.decide(&call.member()?.user_id, wanted).await?;
        Ok(json(&self.standing(&self.language(call), &decisions, purpose)))
    }

    /// The language that the text was shown in: one that the register speaks.
    fn seen_language(&self, what: What, language: Option<String>) -> Result<Option<String>> {
        let Some(language) = language else {
            return if what == What::Withdrawn {
                Ok(None)
            } else {
                Err(Error::missing_param("language: in which the member read the text."))
            };
        };
        if self.cultures.tags().any(|tag| *tag == language.as_str()) {
            return Ok(Some(language));
        }
        Err(Error::invalid_param("language must be that of an answer of the register, where the text was read."))
    }
}

/// The version of the text that was shown: the newest, unless it is to withdraw.
fn seen_version(purpose: Purpose, what: What, version: Option<&str>) -> Result<Option<i64>> {
    let newest = purposes::version(purpose);
    let Some(version) = version else {
        return if what == What::Withdrawn {
            Ok(None)
        } else {
            Err(Error::missing_param("version: of the text that the member read."))
        };
    };
    let known =
        version.parse().ok().filter(|number: &i64| (1..=newest).contains(number) && number.to_string() == version);
    match known {
        Some(number) if number == newest || what == What::Withdrawn => Ok(Some(number)),
        Some(_) => Err(Error::invalid_param(format!(
            "The text has changed: version {newest} is the one to show and to agree to."
        ))),
        None => Err(Error::invalid_param(format!("There is no such version of this text; the newest is {newest}."))),
    }
}

/// A purpose that a member can decide about.
fn purpose(call: &Call) -> Result<Purpose> {
    let word = call.path.first().map_or("", String::as_str);
    match Purpose::from_word(word) {
        Some(purpose) if purpose.needs_consent() => Ok(purpose),
        Some(_) => Err(Error::forbidden("This purpose does not rest on consent; the register says on what.")),
        None => Err(Error::not_found("There is no such purpose; the register lists them.")),
    }
}

fn region(text: &str) -> Result<Region> {
    Region::parse(text).ok_or_else(|| Error::invalid_param("region must be the two letters of a country, such as DE."))
}
