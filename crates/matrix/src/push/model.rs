//! From a member's rules to what an event does to that member: rules are compiled once, then asked
//! for each event.
//!
//! Results are those of ruma's own evaluation, which a test compares, but for this: no
//! pattern is compiled twice or can make the evaluation slow or deep; `*` stands for line breaks too;
//! ids in room and sender rules, the owner's id and the owner's name are neither patterns nor, the
//! ids, without their case.

use std::sync::{Arc, LazyLock};

use ruma::{
    OwnedRoomId, OwnedUserId, UInt, UserId,
    events::room::power_levels::RoomPowerLevels,
    power_levels::NotificationPowerLevelsKey,
    push::{
        Action, AnyPushRuleRef, EventMatchConditionData, FlattenedJsonValue, PushCondition,
        PushConditionPowerLevelsCtx, RoomMemberCountIs, Ruleset, ScalarJsonValue,
    },
    user_id,
};

use super::{
    event::{BODY, FlattenedEvent},
    pattern::Pattern,
};

/// What an event does to a reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// It counts as unread, and a device may be woken for it.
    pub notify: bool,
    /// It asks for this reader by name. Never without `notify`.
    pub highlight: bool,
}

/// A member's rules, compiled.
#[derive(Debug)]
pub struct Rules {
    /// They do what the server's default rules do.
    pub is_default: bool,
    /// Two that are equal name the same rules; 0 names the default ones. Not kept over a restart.
    pub version: u64,
    rules: Vec<Rule>,
}

/// Nothing in the compiled default rules names their owner, so that all members share one copy.
static DEFAULT: LazyLock<Arc<Rules>> = LazyLock::new(|| {
    let anybody = user_id!("@anybody:hearth.invalid");
    let rules = compile(&Ruleset::server_default(anybody), anybody);
    Arc::new(Rules { is_default: true, version: 0, rules })
});

impl Rules {
    /// The rules of whoever has not changed them.
    pub fn server_default() -> Arc<Self> {
        DEFAULT.clone()
    }

    pub(super) fn compile(ruleset: &Ruleset, owner: &UserId, version: u64) -> Arc<Self> {
        Arc::new(Self { is_default: false, version, rules: compile(ruleset, owner) })
    }
}

/// What rules ask of a room, the same for all of its readers.
#[derive(Debug)]
pub struct RoomShape {
    room_id: OwnedRoomId,
    member_count: UInt,
    power_levels: Option<PushConditionPowerLevelsCtx>,
}

impl RoomShape {
    /// The power levels carry what the room's version says of them. Without any, nobody may notify
    /// the whole room.
    pub fn new(room_id: OwnedRoomId, joined_members: u64, power_levels: Option<RoomPowerLevels>) -> Self {
        let member_count = UInt::new_saturating(joined_members);
        Self { room_id, member_count, power_levels: power_levels.map(Into::into) }
    }
}

/// A room as one of its readers is in it.
#[derive(Clone, Debug)]
pub struct RoomContext {
    shape: Arc<RoomShape>,
    user_id: OwnedUserId,
    display_name: String,
}

impl RoomContext {
    /// The display name is the reader's own in this room; empty if there is none.
    pub fn new(shape: Arc<RoomShape>, user_id: OwnedUserId, display_name: String) -> Self {
        Self { shape, user_id, display_name }
    }
}

/// What the first rule that applies says. A reader's own events do nothing to the reader.
pub fn effect(rules: &Rules, event: &FlattenedEvent, room: &RoomContext) -> Effect {
    first(rules, event, room).map_or(Effect::default(), |rule| rule.effect)
}

/// What the first rule that applies asks for, in the protocol's words.
pub fn actions<'a>(rules: &'a Rules, event: &FlattenedEvent, room: &RoomContext) -> &'a [Action] {
    first(rules, event, room).map_or(&[], |rule| &rule.actions)
}

fn first<'a>(rules: &'a Rules, event: &FlattenedEvent, room: &RoomContext) -> Option<&'a Rule> {
    if event.text("sender") == Some(room.user_id.as_str()) {
        return None;
    }
    rules.rules.iter().find(|rule| rule.conditions.iter().all(|condition| condition.holds(event, room)))
}

#[derive(Debug)]
struct Rule {
    conditions: Vec<Condition>,
    effect: Effect,
    actions: Box<[Action]>,
}

#[derive(Debug)]
enum Condition {
    InRoom(OwnedRoomId),
    SentBy(OwnedUserId),
    /// A property is this text, in upper or lower case.
    Is {
        key: Box<str>,
        lower_case: Box<str>,
    },
    IsOwnId {
        key: Box<str>,
    },
    Like {
        key: Box<str>,
        pattern: Pattern,
    },
    Says(Pattern),
    SaysDisplayName,
    Equals {
        key: Box<str>,
        value: ScalarJsonValue,
    },
    Contains {
        key: Box<str>,
        value: ScalarJsonValue,
    },
    ContainsOwnId {
        key: Box<str>,
    },
    MemberCount(RoomMemberCountIs),
    SenderMayNotify(NotificationPowerLevelsKey),
}

impl Condition {
    fn holds(&self, event: &FlattenedEvent, room: &RoomContext) -> bool {
        match self {
            Self::InRoom(room_id) => *room_id == room.shape.room_id,
            Self::SentBy(sender) => event.text("sender") == Some(sender.as_str()),
            Self::Is { key, lower_case } => text(event, room, key).is_some_and(|text| is_in_any_case(text, lower_case)),
            Self::IsOwnId { key } => text(event, room, key) == Some(room.user_id.as_str()),
            Self::Like { key, pattern } => text(event, room, key).is_some_and(|text| pattern.is(&text.to_lowercase())),
            Self::Says(pattern) => event.words().is_some_and(|words| pattern.is_said_in(words)),
            Self::SaysDisplayName => says_display_name(event, &room.display_name),
            Self::Equals { key, value } => event.get(key).is_some_and(|property| property == value),
            Self::Contains { key, value } => array(event, key).contains(value),
            Self::ContainsOwnId { key } => {
                array(event, key).iter().any(|item| item.as_str() == Some(room.user_id.as_str()))
            }
            Self::MemberCount(is) => std::ops::RangeBounds::contains(is, &room.shape.member_count),
            Self::SenderMayNotify(key) => sender_may_notify(event, room, key).unwrap_or(false),
        }
    }
}

/// Events as clients get them need not say in which room they are.
fn text<'a>(event: &'a FlattenedEvent, room: &'a RoomContext, key: &str) -> Option<&'a str> {
    if key == "room_id" { Some(room.shape.room_id.as_str()) } else { event.text(key) }
}

fn array<'a>(event: &'a FlattenedEvent, key: &str) -> &'a [ScalarJsonValue] {
    event.get(key).and_then(FlattenedJsonValue::as_array).unwrap_or_default()
}

fn is_in_any_case(text: &str, lower_case: &str) -> bool {
    if text.is_ascii() { text.eq_ignore_ascii_case(lower_case) } else { text.to_lowercase() == lower_case }
}

/// Names are no patterns. One that is longer than a pattern may be is not looked for.
fn says_display_name(event: &FlattenedEvent, display_name: &str) -> bool {
    let Some(words) = event.words().filter(|_| !display_name.is_empty()) else {
        return false;
    };
    Pattern::literal(display_name).is_some_and(|name| name.is_said_in(words))
}

fn sender_may_notify(event: &FlattenedEvent, room: &RoomContext, key: &NotificationPowerLevelsKey) -> Option<bool> {
    let sender = <&UserId>::try_from(event.text("sender")?).ok()?;
    Some(room.shape.power_levels.as_ref()?.has_sender_notification_permission(sender, key))
}

fn compile(ruleset: &Ruleset, owner: &UserId) -> Vec<Rule> {
    ruleset.iter().filter(|rule| rule.enabled()).filter_map(|rule| compile_rule(rule, owner)).collect()
}

/// None for a rule that can never apply, for one of its conditions is not known to us.
fn compile_rule(rule: AnyPushRuleRef<'_>, owner: &UserId) -> Option<Rule> {
    let conditions = match rule {
        AnyPushRuleRef::Override(rule) | AnyPushRuleRef::Underride(rule) => {
            rule.conditions.iter().map(|condition| compile_condition(condition, owner)).collect::<Option<_>>()?
        }
        AnyPushRuleRef::Content(rule) => vec![Condition::Says(Pattern::glob(&rule.pattern)?)],
        AnyPushRuleRef::Room(rule) => vec![Condition::InRoom(rule.rule_id.clone())],
        AnyPushRuleRef::Sender(rule) => vec![Condition::SentBy(rule.rule_id.clone())],
        _ => return None,
    };
    let notify = rule.actions().iter().any(Action::should_notify);
    let effect = Effect { notify, highlight: notify && rule.triggers_highlight() };
    Some(Rule { conditions, effect, actions: rule.actions().into() })
}

fn compile_condition(condition: &PushCondition, owner: &UserId) -> Option<Condition> {
    let key = |key: &str| key.into();
    let is_owner = |value: &ScalarJsonValue| value.as_str() == Some(owner.as_str());
    Some(match condition {
        PushCondition::EventMatch(wanted) => compile_match(wanted, owner)?,
        PushCondition::EventPropertyIs(wanted) => {
            Condition::Equals { key: key(&wanted.key), value: wanted.value.clone() }
        }
        PushCondition::EventPropertyContains(wanted) if is_owner(&wanted.value) => {
            Condition::ContainsOwnId { key: key(&wanted.key) }
        }
        PushCondition::EventPropertyContains(wanted) => {
            Condition::Contains { key: key(&wanted.key), value: wanted.value.clone() }
        }
        PushCondition::RoomMemberCount(wanted) => Condition::MemberCount(wanted.is),
        PushCondition::SenderNotificationPermission(wanted) => Condition::SenderMayNotify(wanted.key.clone()),
        #[expect(deprecated, reason = "members may still have rules of their own with it")]
        PushCondition::ContainsDisplayName => Condition::SaysDisplayName,
        _ => return None,
    })
}

fn compile_match(wanted: &EventMatchConditionData, owner: &UserId) -> Option<Condition> {
    let EventMatchConditionData { key, pattern, .. } = wanted;
    let key: Box<str> = key.as_str().into();
    Some(match pattern {
        words if &*key == BODY => Condition::Says(Pattern::glob(words)?),
        own if own == owner.as_str() => Condition::IsOwnId { key },
        glob if glob.contains(['*', '?']) => Condition::Like { key, pattern: Pattern::glob(glob)? },
        exact => Condition::Is { key, lower_case: exact.to_lowercase().into() },
    })
}

/// Whether a rule of these parts can be compiled: its patterns are not too long.
pub(super) fn patterns_fit(pattern: Option<&str>, conditions: &[PushCondition], owner: &UserId) -> bool {
    let fits = |condition: &PushCondition| match condition {
        PushCondition::EventMatch(wanted) => compile_match(wanted, owner).is_some(),
        _ => true,
    };
    pattern.is_none_or(|pattern| Pattern::glob(pattern).is_some()) && conditions.iter().all(fits)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use futures_util::FutureExt;
    use proptest::prelude::*;
    use ruma::{
        UInt,
        events::room::power_levels::{RoomPowerLevels, RoomPowerLevelsSource},
        owned_room_id, owned_user_id,
        push::{PushConditionRoomCtx, Ruleset},
        room_version_rules::RoomVersionRules,
        serde::Raw,
        user_id,
    };
    use serde_json::{Value, json};

    use super::{Effect, FlattenedEvent, RoomContext, RoomShape, Rules, effect};

    const QUIET: Effect = Effect { notify: false, highlight: false };
    const NOTIFY: Effect = Effect { notify: true, highlight: false };
    const HIGHLIGHT: Effect = Effect { notify: true, highlight: true };

    fn power_levels() -> RoomPowerLevels {
        let creators = [owned_user_id!("@founder:test.example")];
        RoomPowerLevels::new(RoomPowerLevelsSource::None, &RoomVersionRules::V11.authorization, creators)
    }

    fn room(members: u64) -> RoomContext {
        let shape = RoomShape::new(owned_room_id!("!room:test.example"), members, Some(power_levels()));
        RoomContext::new(Arc::new(shape), owned_user_id!("@ada:test.example"), "Ada L".to_owned())
    }

    fn event(sender: &str, kind: &str, content: &Value) -> FlattenedEvent {
        FlattenedEvent::new(&json!({ "type": kind, "sender": sender, "content": content }).to_string())
    }

    #[track_caller]
    fn assert_default(sender: &str, kind: &str, content: &Value, members: u64, expected: Effect) {
        let event = event(sender, kind, content);
        assert_eq!(effect(&Rules::server_default(), &event, &room(members)), expected, "{kind} {content}");
    }

    #[test]
    fn default_rules_say_what_the_protocol_says() {
        let (bob, founder, message) = ("@bob:test.example", "@founder:test.example", "m.room.message");
        assert_default(bob, message, &json!({ "msgtype": "m.text", "body": "hello" }), 3, NOTIFY);
        assert_default(bob, message, &json!({ "msgtype": "m.notice", "body": "hello" }), 3, QUIET);
        assert_default(bob, message, &json!({ "m.relates_to": { "rel_type": "m.replace" } }), 3, QUIET);
        assert_default(bob, "m.reaction", &json!({}), 3, QUIET);
        assert_default(bob, "m.room.encrypted", &json!({}), 2, NOTIFY);
        assert_default(bob, "org.matrix.msc3381.poll.start", &json!({}), 3, NOTIFY);
        assert_default(bob, "m.room.topic", &json!({ "topic": "hello" }), 3, QUIET);
        assert_default("@ada:test.example", message, &json!({ "body": "hello" }), 3, QUIET);
        let me = json!({ "body": "hello", "m.mentions": { "user_ids": ["@ada:test.example"] } });
        assert_default(bob, message, &me, 3, HIGHLIGHT);
        assert_default("@ada:test.example", message, &me, 3, QUIET);
        let somebody = json!({ "body": "Ada L", "m.mentions": { "user_ids": ["@anybody:hearth.invalid"] } });
        assert_default(bob, message, &somebody, 3, NOTIFY);
        let all = json!({ "body": "hello", "m.mentions": { "room": true } });
        assert_default(bob, message, &all, 3, NOTIFY);
        assert_default(founder, message, &all, 3, HIGHLIGHT);
    }

    #[test]
    fn an_invitation_notifies_who_is_invited() {
        let invite = |invited: &str| {
            let json = json!({
                "type": "m.room.member", "sender": "@bob:test.example", "state_key": invited,
                "content": { "membership": "invite" },
            });
            effect(&Rules::server_default(), &FlattenedEvent::new(&json.to_string()), &room(3))
        };
        assert_eq!(invite("@ada:test.example"), NOTIFY);
        assert_eq!(invite("@eve:test.example"), QUIET);
    }

    #[test]
    fn ids_in_rules_are_neither_patterns_nor_without_case() {
        let mute = |id: &str| json!({ "actions": [], "default": false, "enabled": true, "rule_id": id });
        let told = |kind: &str, id: &str| {
            let mut ruleset =
                serde_json::to_value(Ruleset::server_default(user_id!("@ada:test.example"))).expect("JSON");
            ruleset[kind] = json!([mute(id)]);
            let ruleset = serde_json::from_value(ruleset).expect("a ruleset");
            let rules = Rules::compile(&ruleset, user_id!("@ada:test.example"), 1);
            effect(&rules, &event("@bob:test.example", "m.room.message", &json!({ "body": "hello" })), &room(3)).notify
        };
        assert!(!told("room", "!room:test.example"));
        assert!(told("room", "!ROOM:test.example"));
        assert!(told("room", "!r?om:test.example"));
        assert!(!told("sender", "@bob:test.example"));
        assert!(told("sender", "@b*:test.example"));
    }

    fn words() -> impl Strategy<Value = String> {
        prop::sample::select(vec![
            "cake",
            "Cakes",
            "a cake",
            "ada l",
            "Ada L!",
            "xcake cake",
            "ä",
            "Ünder ünder",
            "",
            "_cake_",
            "cake-cake",
        ])
        .prop_map(str::to_owned)
    }

    // Patterns begin with a letter or a wildcard: ruma overlooks some that begin with anything else.
    fn patterns() -> impl Strategy<Value = String> {
        prop::sample::select(vec![
            "cake", "CAKE", "c?ke", "c*e", "*cake", "cake*", "a cake", "ünder", "?", "*", "", "m.*",
        ])
        .prop_map(str::to_owned)
    }

    fn keys() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "type",
            "content.body",
            "content.msgtype",
            "content.n",
            "sender",
            "room_id",
            "missing",
        ])
    }

    fn values() -> impl Strategy<Value = Value> {
        prop_oneof![
            words().prop_map(Value::from),
            (0..3).prop_map(Value::from),
            any::<bool>().prop_map(Value::from),
            Just(Value::Null),
            Just(json!("@ada:test.example")),
        ]
    }

    fn conditions() -> impl Strategy<Value = Value> {
        let count = prop::sample::select(vec!["2", "==3", "<3", ">2", ">=3", "<=2"]);
        let property = prop::sample::select(vec!["content.n", "content.list", "type", r"content.m\.mentions.room"]);
        prop_oneof![
            (keys(), patterns())
                .prop_map(|(key, pattern)| json!({ "kind": "event_match", "key": key, "pattern": pattern })),
            (property.clone(), values())
                .prop_map(|(key, value)| json!({ "kind": "event_property_is", "key": key, "value": value })),
            (property, values())
                .prop_map(|(key, value)| json!({ "kind": "event_property_contains", "key": key, "value": value })),
            count.prop_map(|is| json!({ "kind": "room_member_count", "is": is })),
            prop::sample::select(vec!["room", "other"])
                .prop_map(|key| json!({ "kind": "sender_notification_permission", "key": key })),
            Just(json!({ "kind": "contains_display_name" })),
            Just(json!({ "kind": "org.example.unknown" })),
        ]
    }

    fn actions() -> impl Strategy<Value = Value> {
        prop::sample::select(vec![
            json!([]),
            json!(["notify"]),
            json!(["notify", { "set_tweak": "highlight" }]),
            json!(["notify", { "set_tweak": "highlight", "value": false }]),
            json!(["dont_notify"]),
        ])
    }

    fn conditional() -> impl Strategy<Value = Vec<Value>> {
        let rule = (prop::collection::vec(conditions(), 0..3), actions(), any::<bool>());
        let rules = prop::collection::vec(rule, 0..4);
        rules.prop_map(|rules| {
            let numbered = rules.into_iter().enumerate();
            let json = |(number, (conditions, actions, enabled)): (usize, (Vec<Value>, Value, bool))| {
                json!({ "rule_id": number.to_string(), "default": false, "enabled": enabled, "actions": actions, "conditions": conditions })
            };
            numbered.map(json).collect()
        })
    }

    fn rulesets() -> impl Strategy<Value = Ruleset> {
        let content = prop::collection::vec((patterns(), actions()), 0..3);
        (conditional(), content, conditional(), any::<bool>()).prop_map(|(over, content, under, muted)| {
            let rule = |id: &str, pattern: &str, actions: &Value| {
                json!({ "rule_id": id, "default": false, "enabled": true, "actions": actions, "pattern": pattern })
            };
            let content: Vec<_> = content.iter().map(|(pattern, actions)| rule(pattern, pattern, actions)).collect();
            let room = if muted { vec![rule("!room:test.example", "", &json!([]))] } else { vec![] };
            let json = json!({ "override": over, "content": content, "room": room, "underride": under });
            let mut ruleset: Ruleset = serde_json::from_value(json).expect("a ruleset");
            ruleset.update_with_server_default(Ruleset::server_default(user_id!("@ada:test.example")));
            ruleset
        })
    }

    fn events() -> impl Strategy<Value = Value> {
        let kind = prop::sample::select(vec!["m.room.message", "m.room.encrypted", "m.reaction", "cake"]);
        let sender =
            prop::sample::select(vec!["@bob:test.example", "@founder:test.example", "@ada:test.example", "not an id"]);
        (kind, sender, prop::option::of(words()), values(), prop::collection::vec(values(), 0..3), any::<bool>())
            .prop_map(|(kind, sender, body, n, list, mentions)| {
                let mut content = json!({ "msgtype": "m.text", "n": n, "list": list });
                if let Some(body) = body {
                    content["body"] = body.into();
                }
                if mentions {
                    content["m.mentions"] = json!({ "room": true, "user_ids": list });
                }
                json!({ "type": kind, "sender": sender, "content": content })
            })
    }

    proptest! {
        #[test]
        fn evaluation_agrees_with_ruma(ruleset in rulesets(), event in events(), members in 1..5_u64) {
            let context = PushConditionRoomCtx::new(
                owned_room_id!("!room:test.example"), UInt::new_saturating(members),
                owned_user_id!("@ada:test.example"), "Ada L".to_owned(),
            );
            let context = context.with_power_levels(power_levels().into());
            let raw: Raw<Value> = Raw::new(&event).expect("JSON");
            let matched = ruleset.get_match(&raw, &context).now_or_never().expect("nothing waits");
            let notify = matched.is_some_and(|rule| rule.triggers_notification());
            let expected = Effect { notify, highlight: notify && matched.is_some_and(|rule| rule.triggers_highlight()) };

            let rules = Rules::compile(&ruleset, user_id!("@ada:test.example"), 1);
            let flattened = FlattenedEvent::new(&event.to_string());
            prop_assert_eq!(effect(&rules, &flattened, &room(members)), expected, "{}", event);
        }
    }
}
