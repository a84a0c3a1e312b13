//! Rules that are written well and badly.

use hearth_kernel::limits::{SEGMENT_DEPTH, SEGMENT_TEXT_BYTES};
use proptest::prelude::*;

use super::*;

const NONE: f64 = f64::NAN;

/// Rows: a current one, one at risk, a dormant one, and one of whom little is known.
fn people() -> People {
    People::plain(&[
        ("lifecycle", &[1.0, 4.0, 6.0, 4.0]),
        ("value", &[3.0, 8.0, 0.0, 1.5]),
        ("value-level", &[2.0, 3.0, 0.0, 1.0]),
        ("days-30d", &[20.0, 3.0, 0.0, NONE]),
        ("rooms", &[2.0, 12.0, 4.0, 1.0]),
        ("risk", &[0.1, 0.7, 0.95, NONE]),
        ("likely-gone-within(14)", &[0.2, 0.6, 0.97, NONE]),
        ("reason", &[NONE, 1.0, 2.0, NONE]),
    ])
}

fn rows(text: &str) -> Vec<usize> {
    let rule = Rule::parse(text).unwrap_or_else(|faults| panic!("{text}: {faults:?}"));
    let people = people();
    let bound = rule.bind(&people);
    (0..4).filter(|row| bound.holds(*row)).collect()
}

#[test]
fn a_rule_holds_for_those_whom_it_means() {
    let means: [(&str, &[usize]); 25] = [
        (r#"lifecycle = "at-risk-week""#, &[1, 3]),
        (r#"lifecycle != "at-risk-week""#, &[0, 2]),
        (r#"lifecycle in ("current", "dormant")"#, &[0, 2]),
        (r#"lifecycle = "at-risk-week" and days-30d < 4"#, &[1]),
        (r#"lifecycle = "at-risk-week" and not days-30d < 4"#, &[3]),
        ("value > 1 and value < 8 or rooms = 4", &[0, 2, 3]),
        ("value > 1 and (value < 8 or rooms = 4)", &[0, 3]),
        ("not (value > 1 and value < 8)", &[1, 2]),
        ("not not value > 1", &[0, 1, 3]),
        ("value between 1.5 and 3", &[0, 3]),
        (r#"value-level >= "middle""#, &[0, 1]),
        (r#"value-level between "low" and "middle""#, &[0, 3]),
        ("risk >= 70%", &[1, 2]),
        ("risk is known", &[0, 1, 2]),
        ("risk is not known or risk < 0.2", &[0, 3]),
        // Nothing is said of who is not known, not even that it is another.
        ("risk != 0.1", &[1, 2]),
        ("likely-gone-within(14) > 0.5", &[1, 2]),
        ("likely_gone_within( 14 ) is known and days_30d < 5", &[1, 2]),
        (r#"reason = "trust" or reason in ("product")"#, &[1, 2]),
        ("value >= top(50%)", &[0, 1]),
        ("value >= top(26 %)", &[1]),
        ("value >= top(20%)", &[]),
        ("value <= bottom(25%)", &[2]),
        ("NOT value > 1 # a comment\n  OR\trooms\n>\n10", &[1, 2]),
        ("rooms in (1, 2,3 , -4e1)", &[0, 3]),
    ];
    for (text, expected) in means {
        assert_eq!(rows(text), expected, "{text}");
    }
    let rule = Rule::parse("value > 1 and rooms > 2 or value = 0").unwrap();
    assert_eq!(rule.fields(), ["value", "rooms"]);
}

fn faults(text: &str) -> Vec<String> {
    Rule::parse(text).unwrap_err().iter().map(Fault::to_string).collect()
}

#[test]
fn a_fault_has_a_place_and_says_what_is_meant() {
    let says: [(&str, &str); 30] = [
        ("", "line 1, column 1: expected a field, `not` or `(`, found the end"),
        ("room-count > 10", "line 1, column 1: there is no field `room-count`; the nearest is `rooms`"),
        ("value >", "line 1, column 8: expected a number, a text in quotes, top(…%) or bottom(…%), found the end"),
        ("value > and", "line 1, column 9: expected a number, a text in quotes, top(…%) or bottom(…%), found `and`"),
        (
            "value == 3",
            "line 1, column 8: expected a number, a text in quotes, top(…%) or bottom(…%), found `=`; write =",
        ),
        ("value", "line 1, column 6: expected =, !=, <, <=, >, >=, `between`, `in` or `is`, found the end"),
        (
            "likely-gone-within(10) > 0.5",
            "line 1, column 1: there is no field `likely-gone-within(10)`; the nearest is `likely-gone-within(14)`",
        ),
        ("value(soon) > 1", "line 1, column 7: expected a number of days and `)`, found `soon`"),
        (
            "reason = \"boredom\"",
            "line 1, column 10: `reason` is never \"boredom\"; it is \"experience\", \"trust\", \"product\", \"elsewhere\"",
        ),
        ("value is nice", "line 1, column 10: expected `known`, found `nice`"),
        ("value > 3 && rooms > 2", "line 1, column 11: expected `and`, `or` or the end, found `&&`; write and"),
        ("value > 3 rooms > 2", "line 1, column 11: expected `and`, `or` or the end, found `rooms`"),
        ("value > 3 and", "line 1, column 14: expected a field, `not` or `(`, found the end"),
        ("value > 3 and or", "line 1, column 15: expected a field, `not` or `(`, found `or`"),
        ("!value > 3", "line 1, column 1: expected a field, `not` or `(`, found `!value`; write not"),
        ("(value > 3", "line 1, column 11: expected `)`, `and` or `or`, found the end"),
        ("value > 3)", "line 1, column 10: expected `and`, `or` or the end, found `)`"),
        ("value >= top(20)", "line 1, column 16: expected a share of the active members, such as (20%), found `)`"),
        (
            "value >= top(120%)",
            "line 1, column 14: expected a share of the active members, such as (20%), found `120%`",
        ),
        ("value between 1 or 2", "line 1, column 17: expected `and`, found `or`"),
        (
            "lifecycle = 'new'",
            "line 1, column 13: expected a number, a text in quotes, top(…%) or bottom(…%), found `'new'`; write \" around texts",
        ),
        ("lifecycle = \"new", "line 1, column 17: expected `\"` at the end of the text, found the end"),
        (
            "lifecycle = \"at-risk\"",
            "line 1, column 13: `lifecycle` is never \"at-risk\"; it is \"new\", \"current\", \"returned\", \"revived\", \"at-risk-week\", \"at-risk-month\", \"dormant\"",
        ),
        (
            "value-level = 3",
            "line 1, column 15: `value-level` is a word, not a number; it is \"none\", \"low\", \"middle\", \"high\"",
        ),
        (
            "lifecycle > \"new\"",
            "line 1, column 11: `lifecycle` is a word and has no order; compare it with =, != or `in`",
        ),
        ("value = \"3\"", "line 1, column 9: `value` is a number, not a text; write 3 without quotes"),
        ("risk > 60", "line 1, column 8: `risk` is a chance, from 0 to 1; write 0.6"),
        (
            "likely-gone-within(7) > 160%",
            "line 1, column 25: `likely-gone-within(7)` is a chance, from 0 to 1; write 0.016",
        ),
        ("value between 5 and 1", "line 1, column 15: nothing is between 5 and 1; between 1 and 5"),
        ("value >\n  3 and\n  ärger = 1", "line 3, column 3: expected a field, `not` or `(`, found `ärger`"),
    ];
    for (text, expected) in says {
        assert_eq!(faults(text), [expected], "{text}");
    }
    // All at once.
    let all = faults("vlue > 3 and\nlifecycle = \"young\" or days-30 < 4");
    assert_eq!(all.len(), 3);
    assert!(all[0].starts_with("line 1, column 1") && all[1].starts_with("line 2, column 13"), "{all:?}");
    assert!(all[2].ends_with("there is no field `days-30`; the nearest is `days-30d`"), "{all:?}");
}

#[test]
fn segment_depth_bounds_what_stands_in_what() {
    let deep = |depth: usize| format!("{}value > 1{}", "(".repeat(depth), ")".repeat(depth));
    assert!(Rule::parse(&deep(SEGMENT_DEPTH - 1)).is_ok());
    assert!(faults(&deep(SEGMENT_DEPTH))[0].contains("expected fewer parentheses"));
    assert!(faults(&format!("{}value > 1", "not ".repeat(1_000)))[0].contains("fewer"), "no deep stack");
}

#[test]
fn segment_text_bytes_bounds_a_rule() {
    let text = |bytes: usize| format!("{:<bytes$}", "value > 1");
    assert!(Rule::parse(&text(SEGMENT_TEXT_BYTES)).is_ok());
    assert!(faults(&text(SEGMENT_TEXT_BYTES + 1))[0].contains("at most"));
}

#[test]
fn the_top_is_never_larger_than_asked() {
    let sorted = [0.0, 0.0, 0.0, 1.0, 2.0, 2.0, 2.0, 5.0, 6.0, 9.0];
    let of = |share: f64| sorted.iter().filter(|number| **number >= top(&sorted, share)).count();
    assert_eq!([0.0, 0.05, 0.1, 0.3, 0.5, 0.6, 0.9, 1.0].map(of), [0, 0, 1, 3, 3, 6, 7, 10]);
    let of = |share: f64| sorted.iter().filter(|number| **number <= bottom(&sorted, share)).count();
    assert_eq!([0.0, 0.1, 0.3, 0.5, 0.8, 1.0].map(of), [0, 0, 3, 4, 8, 10]);
    assert_eq!((top(&[], 0.5), bottom(&[], 0.5)), (f64::INFINITY, f64::NEG_INFINITY));
}

proptest! {
    /// Whatever is written, there is an answer, and its place lies in the text.
    #[test]
    fn nothing_breaks_the_parser(text in r#"(value|rooms|lifecycle|and|or|not|in|between|is|known|top|\(|\)|%|"|=|!=|<|>|[0-9]|é|#|,| |\n){0,30}"#) {
        if let Err(faults) = Rule::parse(&text) {
            prop_assert!(!faults.is_empty());
            for fault in faults {
                prop_assert!(fault.line <= text.matches('\n').count() + 1);
                prop_assert!(fault.column <= text.chars().count() + 1);
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,60}") {
        _ = Rule::parse(&text);
    }
}
