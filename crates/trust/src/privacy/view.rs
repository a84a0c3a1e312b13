//! Decisions as members and administrators see them.

use hearth_i18n::{Cultures, Tag};
use hearth_kernel::ports::Purpose;
use serde_json::{Map, Value, json};

use super::{
    model::{ConsentDefault, Decision, Region, Settings, What},
    purposes,
    store::Count,
};

/// A member's decisions in the order of their commits, as plain data.
pub(super) fn history(decisions: &[Decision]) -> Value {
    let mut decisions: Vec<&Decision> = decisions.iter().collect();
    decisions.sort_by_key(|decision| decision.position);
    let told = |decision: &&Decision| {
        let Decision { purpose, what, at_ms, version, language, region, .. } = decision;
        json!({
            "purpose": purpose.word(),
            "what": what.word(),
            "at_ms": at_ms,
            "version": version.map(|version| version.to_string()),
            "language": language,
            "region": region.as_ref().map(Region::as_str),
        })
    };
    decisions.iter().map(told).collect()
}

/// Where a member stands with one purpose.
pub(super) fn standing(
    settings: &Settings,
    cultures: &Cultures,
    language: &Tag,
    decisions: &[Decision],
    purpose: Purpose,
) -> Value {
    let own: Vec<Decision> = decisions.iter().filter(|decision| decision.purpose == purpose).cloned().collect();
    let last = own.last();
    let default = settings.default_in(region(decisions));
    let mut told = purposes::describe(cultures, language, purpose);
    told["allowed"] = last.is_some_and(|last| last.agrees(settings)).into();
    told["state"] = last.map_or("undecided", |last| last.what.word()).into();
    told["since_ms"] = last.map(|last| last.at_ms).into();
    // There are other words than those that the member saw.
    let is_newer = |seen| seen < purposes::version(purpose);
    told["has_newer_text"] = last.and_then(|last| last.version).is_some_and(is_newer).into();
    told["default"] = default.word().into();
    told["default_text"] = purposes::default_text(cultures, language, default).into();
    told["history"] = history(&own);
    told
}

/// Where a member is, as far as they ever said.
fn region(decisions: &[Decision]) -> Option<Region> {
    let known = decisions.iter().filter(|decision| decision.region.is_some());
    known.max_by_key(|decision| decision.position)?.region
}

/// What holds for whom as long as they have decided nothing.
pub(super) fn defaults(settings: &Settings, cultures: &Cultures, language: &Tag) -> Value {
    let regions = settings.regions.iter().map(|(region, default)| (region.as_str().to_owned(), default.word().into()));
    let text = |default| purposes::default_text(cultures, language, default);
    json!({
        "regions": regions.collect::<Map<String, Value>>(),
        "elsewhere": settings.default.word(),
        "unknown": settings.default_in(None).word(),
        "texts": { "opt-in": text(ConsentDefault::OptIn), "notice": text(ConsentDefault::Notice) },
    })
}

/// How many stand where, by purpose and without names.
pub(super) fn overview(settings: &Settings, counts: &[Count]) -> Value {
    let of = |purpose: Purpose| {
        let own = || counts.iter().filter(move |count| count.purpose == purpose);
        let sum = |what: What| own().filter(|count| count.what == what).map(|count| count.members).sum::<i64>();
        let told = own().filter(|count| count.what == What::Noticed);
        let on = told.filter(|count| settings.default_in(count.region) == ConsentDefault::Notice);
        let mut versions: Map<String, Value> = Map::new();
        for count in own().filter(|count| count.what == What::Given) {
            let version = count.version.map_or_else(String::new, |version| version.to_string());
            let before = versions.get(&version).and_then(Value::as_i64).unwrap_or(0);
            versions.insert(version, (before + count.members).into());
        }
        json!({
            "purpose": purpose.word(),
            "given": sum(What::Given),
            "given_by_version": versions,
            "withdrawn": sum(What::Withdrawn),
            "noticed": sum(What::Noticed),
            "noticed_and_on": on.map(|count| count.members).sum::<i64>(),
        })
    };
    let purposes = Purpose::ALL.into_iter().filter(|purpose| purpose.needs_consent()).map(of);
    json!({ "purposes": purposes.collect::<Vec<Value>>() })
}
