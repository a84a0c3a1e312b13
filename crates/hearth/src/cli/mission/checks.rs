//! What can be tried of the promises. A check says what it looks at, and what was wrong.

use hearth_i18n::Folder;
use hearth_insight::{reports, segments};
use serde_json::{Value, json};

use super::{
    community::{DEFECT, HELPLESS, SPAMMED},
    scratch::Scratch,
};

pub(super) struct Check {
    pub says: &'static str,
    pub of: fn(&Scratch) -> Result<(), String>,
}

macro_rules! checks {
    ($($name:ident = $says:literal: $of:expr;)*) => {
        $(pub(super) const $name: Check = Check { says: $says, of: $of };)*
    };
}

checks! {
    FRICTION = "of a community in which a defect drives members away, the defect stands first, and not by chance": friction;
    FRICTION_REASON = "the engine names what failed among the reasons of those whom it met": friction_is_the_reason;
    WAVE = "a wave of spam is found with those it touched": wave;
    ADOPTION = "what members use, again or once, is counted": adoption;
    DEMAND = "what was looked for in vain is told with how often and by how many": demand;
    CONTACTS = "whoever lost a friend is found to leave more often": contacts;
    WEB = "the web app is in this binary and is served": web;
    COMMUNITY = "the app learns how to sign up before anybody has signed in": community;
    KEYS = "devices exchange keys, sign each other and keep backups of room keys": keys;
    REGISTER = "the register says what is kept of members, why and for how long": register;
    CONSENT = "a member allows and forbids a use of their data, and takes both decisions away as a file": consent;
    FILES = "a file comes back as it was sent": files;
    THREADS = "answers, reactions and threads come out with what they belong to": threads;
    REPORTS = "every report answers": every_report;
    ACTIVE = "as many members are active on the last day as were": active;
    SCORED = "everybody here has a chance to leave, and the endangered have higher ones": scored;
    REASONS = "a likely leaver has reasons in words": reasons;
    GRID = "the grid of value and activity holds everybody once": grid;
    SEGMENTS = "a segment is saved, counted, changed and held against what it was": saved_segments;
    LANGUAGES = "every language has every text": languages;
    CUSTOMS = "every culture says its direction and its customs": customs;
}

fn answer<T>(answer: hearth_kernel::Result<T>) -> Result<T, String> {
    answer.map_err(|error| error.message.into_owned())
}

fn expect(holds: bool, otherwise: impl FnOnce() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}

fn rows<'a>(value: &'a Value, field: &str) -> &'a [Value] {
    value[field].as_array().map_or(&[], Vec::as_slice)
}

/// An interval of members lost that does not hold zero.
fn is_lost(matched: &Value) -> bool {
    matched["low"].as_f64().is_some_and(|low| low > 0.0)
}

fn friction(scratch: &Scratch) -> Result<(), String> {
    let report = answer(scratch.report("friction", &[]))?;
    let first = &rows(&report, "kinds").first().cloned().unwrap_or_default();
    let is_first = first["kind"].as_str().is_some_and(|kind| kind.ends_with(DEFECT));
    expect(is_first && is_lost(&first["matched"]), || format!("first stands {first}"))
}

/// The members who met the defect in the last days, and the others, as the engine sees them.
fn endangered(scratch: &Scratch) -> Result<(Vec<Value>, Vec<Value>), String> {
    let said = scratch.scores.as_ref().map_err(|error| error.message.to_string())?;
    let has_failed = |row: &&Value| scratch.story.failed.iter().any(|name| row["member"] == name.as_str());
    let (failed, others): (Vec<&Value>, Vec<&Value>) = rows(said, "members").iter().partition(has_failed);
    expect(!failed.is_empty() && !others.is_empty(), || format!("there are no scores: {}", said["message"]))?;
    Ok((failed.into_iter().cloned().collect(), others.into_iter().cloned().collect()))
}

fn friction_is_the_reason(scratch: &Scratch) -> Result<(), String> {
    let (failed, _) = endangered(scratch)?;
    let names = |row: &&Value| rows(row, "reasons").iter().any(|reason| reason["group"] == "friction");
    let found = failed.iter().filter(names).count();
    expect(found * 2 > failed.len(), || format!("for {found} of {}", failed.len()))
}

fn scored(scratch: &Scratch) -> Result<(), String> {
    let (failed, others) = endangered(scratch)?;
    let mean = |rows: &[Value]| rows.iter().filter_map(|row| row["p"].as_f64()).sum::<f64>() / rows.len() as f64;
    let (failed, others) = (mean(&failed), mean(&others));
    expect(failed > 1.5 * others, || format!("{failed:.2} on average against {others:.2}"))
}

fn reasons(scratch: &Scratch) -> Result<(), String> {
    let said = scratch.scores.as_ref().map_err(|error| error.message.to_string())?;
    let first = &rows(said, "members").first().cloned().unwrap_or_default();
    let has_words =
        |reason: &Value| ["text", "cause_text", "feature_text"].iter().all(|text| reason[*text].is_string());
    let told = rows(first, "reasons");
    expect(!told.is_empty() && told.iter().all(has_words), || format!("the likeliest leaver has {}", first["reasons"]))
}

fn wave(scratch: &Scratch) -> Result<(), String> {
    let report = answer(scratch.report("incidents", &[("members", "true")]))?;
    let by_spammer = |row: &&Value| rows(row, "accused").iter().any(|name| name == "spammer");
    let found = rows(&report, "incidents").iter().find(by_spammer);
    let touched = found.and_then(|row| row["touched"].as_u64());
    expect(touched == Some(SPAMMED as u64), || format!("touched are {touched:?}, not {SPAMMED}"))
}

fn adoption(scratch: &Scratch) -> Result<(), String> {
    let report = answer(scratch.report("adoption", &[]))?;
    let searched = rows(&report, "kinds").iter().find(|row| row["kind"] == "help_search_empty");
    let adopters = searched.and_then(|row| row["adopters"].as_u64());
    expect(adopters == Some(HELPLESS as u64), || format!("{adopters:?} searched, not {HELPLESS}"))
}

fn demand(scratch: &Scratch) -> Result<(), String> {
    let report = answer(scratch.report("demand", &[]))?;
    let need = rows(&report, "needs").first().cloned().unwrap_or_default();
    let counts = ["times", "members"].map(|field| need[field].as_u64());
    expect(counts == [Some(2 * HELPLESS as u64), Some(HELPLESS as u64)], || format!("the first need is {need}"))
}

fn contacts(scratch: &Scratch) -> Result<(), String> {
    let report = answer(scratch.report("contacts", &[]))?;
    let lost = rows(&report, "lost_contacts").first().cloned().unwrap_or_default();
    expect(is_lost(&lost["matched"]), || format!("it says {lost}"))
}

/// A path that answers an administrator.
fn answers(scratch: &Scratch, method: &str, path: &str, body: &str) -> Result<String, String> {
    let (status, body) = answer(scratch.call(method, path, body))?;
    if (200..300).contains(&status) { Ok(body) } else { Err(format!("{method} {path} answers {status}")) }
}

fn web(scratch: &Scratch) -> Result<(), String> {
    let page = answers(scratch, "GET", "/", "")?;
    expect(page.contains("<script"), || "the page says that it was built without the app".to_owned())
}

fn community(scratch: &Scratch) -> Result<(), String> {
    answers(scratch, "GET", "/_hearth/community", "")?;
    answers(scratch, "GET", "/_matrix/client/v3/login", "").map(drop)
}

fn keys(scratch: &Scratch) -> Result<(), String> {
    let user = "@mission:mission.localhost";
    answers(scratch, "POST", "/_matrix/client/v3/keys/query", &format!(r#"{{"device_keys":{{"{user}":[]}}}}"#))?;
    answers(scratch, "POST", "/_matrix/client/v3/keys/upload", "{}")?;
    let backup =
        r#"{"algorithm":"m.megolm_backup.v1.curve25519-aes-sha2","auth_data":{"public_key":"AAAA","signatures":{}}}"#;
    answers(scratch, "POST", "/_matrix/client/v3/room_keys/version", backup)?;
    answers(scratch, "GET", "/_matrix/client/v3/room_keys/version", "").map(drop)
}

fn told(scratch: &Scratch, method: &str, path: &str, body: &str) -> Result<Value, String> {
    let body = answers(scratch, method, path, body)?;
    serde_json::from_str(&body).map_err(|error| format!("{method} {path} answers what is no JSON: {error}"))
}

fn register(scratch: &Scratch) -> Result<(), String> {
    let register = told(scratch, "GET", "/_hearth/privacy/register", "")?;
    let (purposes, modules) = (rows(&register, "purposes"), rows(&register, "modules"));
    let is_told = |purpose: &Value| ["what", "why", "data", "kept"].iter().all(|field| purpose[*field].is_string());
    expect(!purposes.is_empty() && purposes.iter().all(is_told), || format!("it says of purposes {purposes:?}"))?;
    let is_named = |module: &Value| !rows(module, "personal_data").is_empty();
    expect(!modules.is_empty() && modules.iter().all(is_named), || format!("it says of modules {modules:?}"))
}

fn consent(scratch: &Scratch) -> Result<(), String> {
    let standing = told(scratch, "GET", "/_hearth/privacy/consent", "")?;
    let first = rows(&standing, "purposes").first().cloned().unwrap_or_default();
    let (Some(purpose), Some(version)) = (first["purpose"].as_str(), first["version"].as_str()) else {
        return Err(format!("nothing is asked for: {standing}"));
    };
    let path = format!("/_hearth/privacy/consent/{purpose}");
    for given in [true, false] {
        let body = json!({ "given": given, "version": version, "language": "en" });
        let stands = told(scratch, "PUT", &path, &body.to_string())?;
        expect(stands["allowed"] == given, || format!("it stands as {stands}"))?;
    }
    let export = told(scratch, "GET", "/_hearth/privacy/export", "")?;
    let text = export.to_string();
    let has_both = [r#""what":"given""#, r#""what":"withdrawn""#].iter().all(|what| text.contains(what));
    expect(has_both && text.contains(purpose), || format!("the file has {export}"))
}

fn files(scratch: &Scratch) -> Result<(), String> {
    let sent = "By the fire";
    let uri = told(scratch, "POST", "/_matrix/media/v3/upload?filename=fire.txt", sent)?;
    let Some(place) = uri["content_uri"].as_str().and_then(|uri| uri.strip_prefix("mxc://")) else {
        return Err(format!("it is kept at {uri}"));
    };
    let back = answers(scratch, "GET", &format!("/_matrix/client/v1/media/download/{place}"), "")?;
    expect(back == sent, || format!("{back:?} came back"))
}

fn threads(scratch: &Scratch) -> Result<(), String> {
    let made = told(scratch, "POST", "/_matrix/client/v3/createRoom", "{}")?;
    let room = format!("/_matrix/client/v3/rooms/{}", made["room_id"].as_str().unwrap_or_default());
    let send = |kind: &str, number: &str, content: Value| {
        let sent = told(scratch, "PUT", &format!("{room}/send/{kind}/{number}"), &content.to_string())?;
        Ok::<_, String>(sent["event_id"].as_str().unwrap_or_default().to_owned())
    };
    let root = send("m.room.message", "1", json!({ "msgtype": "m.text", "body": "Who is here?" }))?;
    let relates = json!({ "rel_type": "m.thread", "event_id": root });
    let answer = json!({ "msgtype": "m.text", "body": "I am", "m.relates_to": relates });
    let answer = send("m.room.message", "2", answer)?;
    let relates = json!({ "rel_type": "m.annotation", "event_id": answer, "key": "+" });
    send("m.reaction", "3", json!({ "m.relates_to": relates }))?;
    let thread = &told(scratch, "GET", &format!("{room}/event/{root}"), "")?["unsigned"]["m.relations"]["m.thread"];
    let reactions = format!("{}/relations/{answer}/m.annotation", room.replace("/v3/", "/v1/"));
    let reactions = told(scratch, "GET", &reactions, "")?;
    let fits = thread["count"] == 1 && thread["latest_event"]["event_id"] == answer.as_str();
    expect(fits && rows(&reactions, "chunk").len() == 1, || format!("the thread is {thread}, reactions {reactions}"))
}

fn every_report(scratch: &Scratch) -> Result<(), String> {
    for (name, ..) in reports::REPORTS {
        answers(scratch, "GET", &format!("/_hearth/admin/insight/{name}?workspace=import&rule=a%3A+value+%3E+0"), "")?;
    }
    Ok(())
}

fn active(scratch: &Scratch) -> Result<(), String> {
    let report = answer(scratch.report("lifecycle", &[]))?;
    let day = rows(&report, "days").last().cloned().unwrap_or_default();
    let of = |state: &str| day[state].as_u64().unwrap_or_default();
    let active: u64 = ["new", "current", "returned", "revived"].into_iter().map(of).sum();
    let was = scratch.story.active as u64;
    expect(active == was, || format!("{active} of {was}: {day}"))
}

fn grid(scratch: &Scratch) -> Result<(), String> {
    let report = answer(scratch.report("grid", &[]))?;
    let held: u64 = rows(&report, "cells").iter().filter_map(|cell| cell["members"].as_u64()).sum();
    let all = answer(scratch.report("rules", &[("rule", "all: silence >= 0")]))?["members"].as_u64();
    expect(Some(held) == all, || format!("{held} members are in it, of {all:?}"))
}

fn saved_segments(scratch: &Scratch) -> Result<(), String> {
    let name = || "drifting".to_owned();
    let set = |rule: &str| {
        let rule = rule.to_owned();
        answer(scratch.segment(|workspace| segments::Command::SetSegment { workspace, name: name(), rule }))
    };
    set("silence between 3 and 20")?;
    set("silence between 3 and 60")?;
    let (from, to, least) = (None, None, 1);
    let diff = answer(scratch.segment(|workspace| segments::Command::DiffSegment {
        workspace,
        name: name(),
        from,
        to,
        least,
    }))?;
    let of = |field: &str| diff[field].as_u64();
    let is_wider = of("gone") == Some(0) && of("stay") > Some(0) && of("entered") > Some(0);
    let fits = is_wider && diff["to"]["version"] == 2;
    expect(fits, || format!("the change is told as {diff}"))?;
    let list = answer(scratch.segment(|workspace| segments::Command::ListSegments { workspace, least }))?;
    let found = rows(&list, "segments").iter().find(|row| row["name"] == "drifting").cloned().unwrap_or_default();
    expect(found["members"] == diff["to"]["members"], || format!("it is listed as {found}"))
}

fn languages(_: &Scratch) -> Result<(), String> {
    let folders = Folder::built_in()?;
    let english = folders.iter().find(|folder| folder.tag == "en").ok_or("there is no English")?;
    expect(folders.len() > 1, || "there is English alone".to_owned())?;
    for folder in &folders {
        let report = folder.report(english)?;
        let missing = report.missing.first();
        expect(missing.is_none(), || {
            format!("{} lacks {} texts, such as {missing:?}", report.tag, report.missing.len())
        })?;
    }
    Ok(())
}

fn customs(scratch: &Scratch) -> Result<(), String> {
    let cultures = &scratch.cultures;
    for tag in cultures.tags() {
        let culture = cultures.culture(tag);
        let is_whole = culture.tag == *tag && !culture.name.is_empty();
        expect(is_whole, || format!("{tag} does not say all"))?;
    }
    let is_rtl = |tag: &hearth_i18n::Tag| cultures.direction(tag).as_str() == "rtl";
    expect(cultures.tags().any(is_rtl), || "nothing is written from right to left".to_owned())
}
