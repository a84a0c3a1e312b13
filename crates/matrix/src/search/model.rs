//! Plain data and pure rules: what is indexed of an event, what is looked for, and where a page goes on.

use hearth_kernel::{Error, Result, limits};
use ruma::OwnedRoomId;

use super::words::Term;

/// A text of a room.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) docid: i64,
    pub(super) room_id: String,
    pub(super) seq: i64,
    pub(super) sender: String,
    pub(super) origin_server_ts: i64,
    pub(super) visibility: i64,
    pub(super) field: &'static str,
}

/// The fields that are indexed.
pub(super) const FIELDS: [&str; 3] = ["body", "name", "topic"];

/// The field and the text of an event that can be found by what it says; nothing for all others, encrypted ones
/// among them. An edit is found by what it says anew.
pub(super) fn text_of(kind: &str, content: &str) -> Option<(&'static str, String)> {
    let field = match kind {
        "m.room.message" => FIELDS[0],
        "m.room.name" => FIELDS[1],
        "m.room.topic" => FIELDS[2],
        _ => return None,
    };
    let content: serde_json::Value = serde_json::from_str(content).ok()?;
    let is_edit = content["m.relates_to"]["rel_type"] == "m.replace";
    let content = if is_edit { &content["m.new_content"] } else { &content };
    Some((field, content[field].as_str()?.to_owned()))
}

/// In which order what was found is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Rank,
    Recent,
}

/// What is looked for, and where.
pub(super) struct Wanted<'a> {
    pub(super) terms: &'a [Term],
    pub(super) order: Order,
    pub(super) rooms: &'a [&'a str],
    /// Everybody, where it is empty.
    pub(super) senders: &'a [&'a str],
    pub(super) not_senders: &'a [&'a str],
    /// What they say is left out, and what they call a room is not.
    pub(super) ignored: &'a [&'a str],
    pub(super) fields: &'a [&'a str],
    /// The newest text that is looked at.
    pub(super) upto: i64,
}

/// A text that holds what is looked for.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) room_id: OwnedRoomId,
    pub(super) seq: i64,
    pub(super) visibility: i64,
    /// How well it fits, in millionths; more is better.
    pub(super) rank: i64,
}

/// Where a page goes on: so many in, in the index as it was at the first page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) upto: i64,
    pub(super) skip: usize,
}

impl Place {
    pub(super) fn write(self) -> String {
        format!("f{}_{}", self.upto, self.skip)
    }

    pub(super) fn parse(text: &str) -> Result<Self> {
        let refused = || Error::invalid_param("This is not a token of this search. Leave it out to begin anew.");
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let parts = text.strip_prefix('f').and_then(|rest| rest.split_once('_'));
        let (upto, skip) = parts.filter(|(upto, skip)| is_number(upto) && is_number(skip)).ok_or_else(refused)?;
        let skip = skip.parse().ok().filter(|skip| *skip <= limits::SEARCH_MATCHES).ok_or_else(refused)?;
        Ok(Self { upto: upto.parse().map_err(|_| refused())?, skip })
    }
}

/// How well a member's names fit what is looked for: less is better.
pub(super) fn fit(wanted: &str, localpart: &str, display_name: &str) -> u8 {
    let names = [localpart, display_name];
    match () {
        () if names.contains(&wanted) => 0,
        () if names.iter().any(|name| name.starts_with(wanted)) => 1,
        () if names.iter().any(|name| name.split_whitespace().any(|word| word.starts_with(wanted))) => 2,
        () => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_found_of_an_event() {
        let found = |kind, content: serde_json::Value| text_of(kind, &content.to_string());
        let body = |text: &str| Some(("body", text.to_owned()));
        assert_eq!(found("m.room.message", serde_json::json!({ "body": "hello" })), body("hello"));
        let edit = serde_json::json!({
            "body": "* new", "m.new_content": { "body": "new" }, "m.relates_to": { "rel_type": "m.replace" } });
        assert_eq!(found("m.room.message", edit), body("new"));
        assert_eq!(found("m.room.topic", serde_json::json!({ "topic": "cats" })), Some(("topic", "cats".to_owned())));
        assert_eq!(found("m.room.message", serde_json::json!({ "body": 5 })), None);
        assert_eq!(found("m.room.message", serde_json::json!({})), None);
        assert_eq!(found("m.room.encrypted", serde_json::json!({ "body": "secret" })), None);
    }

    #[test]
    fn a_place_comes_back_as_it_was_written_and_forged_ones_do_not() {
        let place = Place { upto: 71, skip: 20 };
        assert_eq!(Place::parse(&place.write()).unwrap(), place);
        for forged in
            ["", "f", "f1", "f1_", "f_1", "f-1_1", "f1_99999999999", "f99999999999999999999_1", "t1_1", "f1_1_1"]
        {
            assert!(Place::parse(forged).is_err(), "{forged}");
        }
    }

    #[test]
    fn the_nearest_name_comes_first() {
        let fits = ["ada", "ad", "love", "lace"].map(|wanted| fit(wanted, "ada", "ada lovelace"));
        assert_eq!(fits, [0, 1, 2, 3]);
    }
}
