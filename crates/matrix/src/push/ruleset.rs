//! A member's rules as they are stored and shown, and every change that a member can make to them.
//! Pure: what is read and written is the content of account data.

use hearth_kernel::{Error, Kind, Result, limits};
use ruma::{
    RoomId, UserId,
    push::{
        Action, AnyPushRuleRef, EventMatchConditionData, InsertPushRuleError, NewConditionalPushRule, NewPushRule,
        NewSimplePushRule, PushCondition, RemovePushRuleError, RuleKind, Ruleset,
    },
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{model::patterns_fit, pattern::PIECES};

/// The server's default rules, completed by what the member made of them. Stored rules come from this
/// module, perhaps of an older version, whose default rules are brought up to date.
pub(super) fn read(stored: Option<&str>, owner: &UserId) -> Result<Ruleset> {
    #[derive(Deserialize)]
    struct Content {
        global: Ruleset,
    }
    let default = Ruleset::server_default(owner);
    let Some(stored) = stored else { return Ok(default) };
    let unreadable = |error| Error::internal("a member's push rules cannot be read").caused_by(error);
    let Content { global: mut ruleset } = serde_json::from_str(stored).map_err(unreadable)?;
    ruleset.update_with_server_default(default);
    Ok(ruleset)
}

/// The content of the account data.
pub(super) fn content(ruleset: &Ruleset) -> String {
    json!({ "global": global(ruleset) }).to_string()
}

/// All five kinds, the empty ones too: clients look into each.
pub(super) fn global(ruleset: &Ruleset) -> Value {
    json!({
        "override": ruleset.override_,
        "content": ruleset.content,
        "room": ruleset.room,
        "sender": ruleset.sender,
        "underride": ruleset.underride,
    })
}

pub(super) fn get<'a>(ruleset: &'a Ruleset, kind: RuleKind, rule_id: &str) -> Result<AnyPushRuleRef<'a>> {
    ruleset.get(kind, rule_id).ok_or_else(not_found)
}

/// Where a new or changed rule goes among those of its kind.
#[derive(Debug, Default)]
pub(super) struct Place {
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
}

/// Adds a rule, or changes it in all but whether it is enabled. Without a place a new rule goes on
/// top of the member's own, and a changed one stays.
pub(super) fn put(ruleset: &mut Ruleset, owner: &UserId, rule: NewPushRule, place: &Place) -> Result<()> {
    check(&rule, owner)?;
    let names_itself = |other: &Option<String>| other.as_deref() == Some(rule.rule_id());
    if names_itself(&place.before) || names_itself(&place.after) {
        return Err(not_inserted(&InsertPushRuleError::UnknownRuleId));
    }
    let (kind, rule_id) = (rule.kind(), rule.rule_id().to_owned());
    let was_enabled = ruleset.get(kind.clone(), &rule_id).map(AnyPushRuleRef::enabled);
    // ruma 0.20 moves a rule that is there off by one, or past the end of its list, which panics.
    let moves = place.before.is_some() || place.after.is_some();
    if moves && was_enabled.is_some() {
        remove(ruleset, kind.clone(), &rule_id)?;
    }
    // With both, `before` decides (protocol).
    let after = place.after.as_deref().filter(|_| place.before.is_none());
    ruleset.insert(rule, after, place.before.as_deref()).map_err(|error| not_inserted(&error))?;
    set_enabled(ruleset, kind, &rule_id, was_enabled.unwrap_or(true))?;
    let own = ruleset.iter().filter(|rule| !rule.is_server_default()).count();
    if own > limits::PUSH_RULES {
        return Err(Error::too_large(format!("There can be {} push rules at most.", limits::PUSH_RULES)));
    }
    Ok(())
}

pub(super) fn remove(ruleset: &mut Ruleset, kind: RuleKind, rule_id: &str) -> Result<()> {
    ruleset.remove(kind, rule_id).map_err(|error| match error {
        RemovePushRuleError::ServerDefault => Error::invalid_param("A default rule can be disabled, not deleted."),
        _ => not_found(),
    })
}

pub(super) fn set_enabled(ruleset: &mut Ruleset, kind: RuleKind, rule_id: &str, enabled: bool) -> Result<()> {
    ruleset.set_enabled(kind, rule_id, enabled).map_err(|_| not_found())
}

pub(super) fn set_actions(ruleset: &mut Ruleset, kind: RuleKind, rule_id: &str, actions: Vec<Action>) -> Result<()> {
    ruleset.set_actions(kind, rule_id, actions).map_err(|_| not_found())
}

/// Says of a room what is said of another: by the room's own rule, and by an override with its id, as clients silence rooms.
pub(super) fn take_along(ruleset: &mut Ruleset, owner: &UserId, from: &RoomId, to: &RoomId) -> Result<()> {
    let own = ruleset.get(RuleKind::Room, from).filter(|_| ruleset.get(RuleKind::Room, to).is_none());
    if let Some(AnyPushRuleRef::Room(rule)) = own {
        let (rule, enabled) = (NewSimplePushRule::new(to.to_owned(), rule.actions.clone()), rule.enabled);
        put(ruleset, owner, NewPushRule::Room(rule), &Place::default())?;
        set_enabled(ruleset, RuleKind::Room, to.as_str(), enabled)?;
    }
    let silencing = ruleset.get(RuleKind::Override, from).filter(|_| ruleset.get(RuleKind::Override, to).is_none());
    if let Some(AnyPushRuleRef::Override(rule)) = silencing {
        let (mut conditions, actions, enabled) = (rule.conditions.clone(), rule.actions.clone(), rule.enabled);
        for condition in &mut conditions {
            if let PushCondition::EventMatch(EventMatchConditionData { key, pattern, .. }) = condition
                && key == "room_id"
                && pattern == from.as_str()
            {
                *pattern = to.to_string();
            }
        }
        let rule = NewConditionalPushRule::new(to.to_string(), conditions, actions);
        put(ruleset, owner, NewPushRule::Override(rule), &Place::default())?;
        set_enabled(ruleset, RuleKind::Override, to.as_str(), enabled)?;
    }
    Ok(())
}

fn check(rule: &NewPushRule, owner: &UserId) -> Result<()> {
    if rule.rule_id().starts_with('.') {
        return Err(not_inserted(&InsertPushRuleError::ServerDefaultRuleId));
    }
    if rule.rule_id().len() > limits::ID_BYTES {
        return Err(Error::invalid_param(format!("A rule's id can have {} bytes at most.", limits::ID_BYTES)));
    }
    let fit = match rule {
        NewPushRule::Override(rule) | NewPushRule::Underride(rule) => patterns_fit(None, &rule.conditions, owner),
        NewPushRule::Content(rule) => patterns_fit(Some(&rule.pattern), &[], owner),
        _ => true,
    };
    if fit {
        return Ok(());
    }
    Err(Error::invalid_param(format!("A pattern can have {PIECES} characters at most.")))
}

fn not_found() -> Error {
    Error::not_found("There is no such push rule.")
}

fn not_inserted(error: &InsertPushRuleError) -> Error {
    match error {
        InsertPushRuleError::UnknownRuleId => {
            Error::new(Kind::Invalid, "M_UNKNOWN", "The rule that is named by before or after was not found.")
        }
        InsertPushRuleError::ServerDefaultRuleId => {
            Error::invalid_param("Rule ids with a leading dot are the server's.")
        }
        InsertPushRuleError::RelativeToServerDefaultRule => {
            Error::invalid_param("A rule cannot be placed relative to one of the server's.")
        }
        _ => Error::invalid_param("A rule's id holds neither slashes nor backslashes."),
    }
}

#[cfg(test)]
mod tests {
    use hearth_kernel::limits;
    use ruma::{
        UserId,
        push::{AnyPushRuleRef, NewPatternedPushRule, NewPushRule, RuleKind, Ruleset},
        user_id,
    };

    use super::{Place, content, put, read, remove, set_enabled};

    fn owner() -> &'static UserId {
        user_id!("@ada:test.example")
    }

    fn keyword(id: &str) -> NewPushRule {
        NewPushRule::Content(NewPatternedPushRule::new(id.to_owned(), id.to_owned(), vec![]))
    }

    fn before(id: &str) -> Place {
        Place { before: Some(id.to_owned()), after: None }
    }

    fn after(id: &str) -> Place {
        Place { before: None, after: Some(id.to_owned()) }
    }

    fn with_keywords(ids: &[&str]) -> Ruleset {
        let mut ruleset = Ruleset::server_default(owner());
        ids.iter().rev().for_each(|id| put(&mut ruleset, owner(), keyword(id), &Place::default()).expect("fits"));
        ruleset
    }

    fn order(ruleset: &Ruleset) -> String {
        ruleset.content.iter().map(|rule| rule.rule_id.as_str()).collect()
    }

    #[test]
    fn a_rule_goes_where_it_is_told() {
        let moved = |id: &str, place: Place| {
            let mut ruleset = with_keywords(&["a", "b", "c"]);
            put(&mut ruleset, owner(), keyword(id), &place).map(|()| order(&ruleset)).map_err(|error| error.code)
        };
        let both = Place { before: Some("a".to_owned()), after: Some("b".to_owned()) };
        assert_eq!(moved("d", Place::default()).as_deref(), Ok("dabc"));
        assert_eq!(moved("b", Place::default()).as_deref(), Ok("abc"));
        assert_eq!(moved("d", before("c")).as_deref(), Ok("abdc"));
        assert_eq!(moved("d", after("c")).as_deref(), Ok("abcd"));
        assert_eq!(moved("a", after("c")).as_deref(), Ok("bca"));
        assert_eq!(moved("a", before("c")).as_deref(), Ok("bac"));
        assert_eq!(moved("c", before("a")).as_deref(), Ok("cab"));
        assert_eq!(moved("d", both).as_deref(), Ok("dabc"));
        assert_eq!(moved("a", after("a")), Err("M_UNKNOWN"));
        assert_eq!(moved("d", after("d")), Err("M_UNKNOWN"));
        assert_eq!(moved("d", before("d")), Err("M_UNKNOWN"));
        assert_eq!(moved("d", after("e")), Err("M_UNKNOWN"));
        assert_eq!(moved("d", before(".m.rule.master")), Err("M_INVALID_PARAM"));
    }

    #[test]
    fn a_changed_rule_stays_disabled() {
        let mut ruleset = with_keywords(&["a", "b"]);
        set_enabled(&mut ruleset, RuleKind::Content, "a", false).expect("it is there");
        put(&mut ruleset, owner(), keyword("a"), &after("b")).expect("fits");
        assert_eq!(ruleset.get(RuleKind::Content, "a").map(AnyPushRuleRef::enabled), Some(false));
    }

    #[test]
    fn what_is_stored_is_read_back_with_new_defaults() {
        let mut ruleset = with_keywords(&["a"]);
        set_enabled(&mut ruleset, RuleKind::Override, ".m.rule.master", true).expect("it is there");
        let stored = content(&ruleset);
        assert_eq!(content(&read(Some(&stored), owner()).expect("readable")), stored);

        ruleset.underride.clear();
        let completed = content(&read(Some(&content(&ruleset)), owner()).expect("readable"));
        assert_eq!(completed, stored);
    }

    #[test]
    fn push_rules_are_limited() {
        let mut ruleset = Ruleset::server_default(owner());
        let mut add = |number: usize| put(&mut ruleset, owner(), keyword(&number.to_string()), &Place::default());
        (0..limits::PUSH_RULES).for_each(|number| add(number).expect("fits"));
        assert_eq!(add(limits::PUSH_RULES).expect_err("one too many").code, "M_TOO_LARGE");
        assert!(add(0).is_err(), "the refused one was put; whoever changes a ruleset drops it on an error");
        remove(&mut ruleset, RuleKind::Content, "0").expect("it is there");
    }
}
