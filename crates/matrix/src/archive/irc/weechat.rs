//! WeeChat's logger: a stamp, a prefix and a text, separated by tabs.
//!
//! The prefix is a nick, or a mark: `-->` somebody came, `<--` somebody went, `--`
//! anything else of the network, ` *` an action, `=!=` or none the client itself.

use jiff::civil::DateTime;
use jiff::tz::Offset;

use super::{Content, action, message, nick, nick_change, notice, reason, take_date_time, words};
use crate::archive::local_time::When;
use crate::archive::model::{Entry, Fault, Ignored, What};

/// Reads one line. A stamp that ends in `Z` is UTC, as newer versions can write it.
pub(in crate::archive) fn read(line: &str) -> Result<Entry, Fault> {
    let mut fields = line.splitn(3, '\t');
    let when = fields.next().and_then(stamp).ok_or(Fault::Time)?;
    let (Some(prefix), Some(text)) = (fields.next(), fields.next()) else {
        return Err(Fault::Layout);
    };
    Ok(content(prefix.trim(), text)?.at(when))
}

fn stamp(text: &str) -> Option<When> {
    let (civil, rest) = take_date_time(text)?;
    let (fraction, is_utc) = match rest.strip_suffix('Z') {
        Some(fraction) => (fraction, true),
        None => (rest, false),
    };
    let civil = with_fraction(civil, fraction)?;
    if is_utc {
        Some(When::UnixMs(Offset::UTC.to_timestamp(civil).ok()?.as_millisecond()))
    } else {
        Some(When::Local(civil))
    }
}

/// Adds `.123456` to a time, of which Matrix keeps the milliseconds.
fn with_fraction(civil: DateTime, fraction: &str) -> Option<DateTime> {
    if fraction.is_empty() {
        return Some(civil);
    }
    let digits = fraction.strip_prefix('.')?;
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let milliseconds: i16 = format!("{digits:0<3.3}").parse().ok()?;
    civil.with().millisecond(milliseconds).build().ok()
}

fn content(prefix: &str, text: &str) -> Result<Content, Fault> {
    match prefix {
        "-->" => came(text),
        "<--" => went(text),
        "--" => network(text),
        "*" => {
            let (author, text) = text.split_once(' ').unwrap_or((text, ""));
            words(author, text, action)
        }
        "" | "=!=" => Ok(Content::Ignored(Ignored::ClientEvent)),
        author => words(author, text, message),
    }
}

/// `nick (user@host) has joined #channel`.
fn came(text: &str) -> Result<Content, Fault> {
    match text.split_once(' ') {
        Some((author, rest)) if rest.contains("has joined ") => Ok(Content::Said(What::Join { author: nick(author)? })),
        _ => Ok(Content::Ignored(Ignored::ChannelEvent)),
    }
}

/// `nick (user@host) has quit (why)`, `… has left #channel (why)`, `nick has kicked nick (why)`.
fn went(text: &str) -> Result<Content, Fault> {
    let Some((author, did)) = who_did(text) else {
        return Ok(Content::Ignored(Ignored::ChannelEvent));
    };
    let (verb, rest) = did.split_once(' ').unwrap_or((did, ""));
    let (object, why) = rest.split_once(' ').unwrap_or((rest, ""));
    match verb {
        "quit" => Ok(Content::Said(What::Quit { author: nick(author)?, reason: reason(rest) })),
        "left" => Ok(Content::Said(What::Part { author: nick(author)?, reason: reason(why) })),
        "kicked" => Ok(Content::Said(What::Kick { author: nick(author)?, target: nick(object)?, reason: reason(why) })),
        _ => Ok(Content::Ignored(Ignored::ChannelEvent)),
    }
}

/// Splits `nick has …` and `nick (user@host) has …`.
fn who_did(text: &str) -> Option<(&str, &str)> {
    let (author, rest) = text.split_once(' ')?;
    let did = match rest.strip_prefix('(') {
        Some(address) => address.split_once(") has ")?.1,
        None => rest.strip_prefix("has ")?,
    };
    Some((author, did))
}

/// All else that the network says. `You are now known as …` does not say who changed
/// the nick and is left out like the rest; the new one then joins when it first speaks.
fn network(text: &str) -> Result<Content, Fault> {
    if let Some((author, text)) = noticed(text) {
        return words(author, text, notice);
    }
    if let Some(change) = nick_change(text) {
        return change;
    }
    if text.starts_with("Mode ") {
        return Ok(Content::Ignored(Ignored::Mode));
    }
    match new_topic(text) {
        Some((author, topic)) => Ok(Content::Said(What::Topic { author: nick(author)?, topic: topic.to_owned() })),
        None => Ok(Content::Ignored(Ignored::ChannelEvent)),
    }
}

/// `Notice(nick): text` and `Notice(nick) -> #channel: text`.
fn noticed(text: &str) -> Option<(&str, &str)> {
    let (author, rest) = text.strip_prefix("Notice(")?.split_once(')')?;
    Some((author, rest.split_once(": ")?.1))
}

/// `nick has changed topic for #channel to "new"`, or `… from "old" to "new"`, or
/// `nick has unset topic for #channel`.
fn new_topic(text: &str) -> Option<(&str, &str)> {
    let (author, did) = who_did(text)?;
    if did.starts_with("unset topic for ") {
        return Some((author, ""));
    }
    let (_channel, change) = did.strip_prefix("changed topic for ")?.split_once(' ')?;
    let topic = match change.strip_prefix("to \"") {
        Some(topic) => topic,
        None => change.strip_prefix("from \"")?.rsplit_once("\" to \"")?.1,
    };
    Some((author, topic.strip_suffix('"').unwrap_or(topic)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(prefix: &str, text: &str) -> What {
        match content(prefix, text) {
            Ok(Content::Said(what)) => what,
            other => panic!("{prefix} {text:?} was read as {other:?}"),
        }
    }

    fn own(text: &str) -> String {
        text.to_owned()
    }

    #[test]
    fn words_have_three_forms() {
        assert_eq!(said("@tux3", "a\tb"), What::Message { author: own("tux3"), text: own("a\tb") });
        assert_eq!(said("*", "zetok feels lost"), What::Action { author: own("zetok"), text: own("feels lost") });
        assert_eq!(said("--", "Notice(bot): a: b"), What::Notice { author: own("bot"), text: own("a: b") });
        assert_eq!(said("--", "Notice(bot) -> #qtox: a: b"), What::Notice { author: own("bot"), text: own("a: b") });
        assert_eq!(said("tux3", ""), What::Message { author: own("tux3"), text: own("") });
    }

    #[test]
    fn people_come_and_go() {
        assert_eq!(said("-->", "f10 (~f10@example.org) has joined #qtox"), What::Join { author: own("f10") });
        assert_eq!(
            said("-->", "f10 [f10] (F. Ten) (~f10@example.org) has joined #qtox"),
            What::Join { author: own("f10") }
        );
        assert_eq!(
            said("<--", "f10 (~f10@example.org) has quit (Quit: (bye))"),
            What::Quit { author: own("f10"), reason: Some(own("Quit: (bye)")) }
        );
        assert_eq!(said("<--", "f10 has quit"), What::Quit { author: own("f10"), reason: None });
        assert_eq!(
            said("<--", "f10 (u@h) has left #qtox (\"so long\")"),
            What::Part { author: own("f10"), reason: Some(own("\"so long\"")) }
        );
        assert_eq!(said("<--", "f10 (u@h) has left #qtox"), What::Part { author: own("f10"), reason: None });
        assert_eq!(
            said("<--", "ada has kicked bob (be nice)"),
            What::Kick { author: own("ada"), target: own("bob"), reason: Some(own("be nice")) }
        );
        assert_eq!(said("--", "a_ is now known as a"), What::Nick { from: own("a_"), to: own("a") });
    }

    #[test]
    fn topics_change() {
        assert_eq!(
            said("--", "ada has changed topic for #q to \"new\""),
            What::Topic { author: own("ada"), topic: own("new") }
        );
        assert_eq!(
            said("--", "ada has changed topic for #q from \"old\" to \"new \"one\"\""),
            What::Topic { author: own("ada"), topic: own("new \"one\"") }
        );
        assert_eq!(
            said("--", "ada has unset topic for #q (old topic: \"old\")"),
            What::Topic { author: own("ada"), topic: own("") }
        );
    }

    #[test]
    fn the_rest_is_left_out_by_kind() {
        assert_eq!(content("--", "Mode #qtox [+o tux3] by ChanServ"), Ok(Content::Ignored(Ignored::Mode)));
        for (prefix, text) in [
            ("--", "Topic for #qtox is \"qTox\""),
            ("--", "Channel #qtox: 41 nicks (1 op, 0 voices, 40 normals)"),
            ("--", "You are now known as ada"),
            ("--", ""),
            ("-->", "something new"),
            ("<--", "You were killed by oper (spam)"),
        ] {
            assert_eq!(content(prefix, text), Ok(Content::Ignored(Ignored::ChannelEvent)), "{text}");
        }
        assert_eq!(content("=!=", "irc: disconnected"), Ok(Content::Ignored(Ignored::ClientEvent)));
        assert_eq!(content("", "irc: disconnected"), Ok(Content::Ignored(Ignored::ClientEvent)));
    }

    #[test]
    fn a_stamp_may_have_a_fraction_and_be_utc() {
        let local = |text: &str| Some(When::Local(text.parse().expect("a civil time")));
        assert_eq!(stamp("2016-06-01 10:44:14"), local("2016-06-01T10:44:14"));
        assert_eq!(stamp("2016-06-01 10:44:14.5"), local("2016-06-01T10:44:14.5"));
        assert_eq!(stamp("2016-06-01T10:44:14.123456Z"), Some(When::UnixMs(1_464_777_854_123)));
        for bad in ["2016-06-01", "2016-06-01 10:44:14.", "2016-06-01 10:44:14 +0100", "2016-06-01 10:44:14.1x"] {
            assert_eq!(stamp(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_line_has_three_fields() {
        assert!(matches!(read("2016-06-01 10:44:14\t@tux3\ta\tb"), Ok(Entry::Said { .. })));
        assert_eq!(read("2016-06-01 10:44:14\ttux3"), Err(Fault::Layout));
        assert_eq!(read("10:44:14\ttux3\ta"), Err(Fault::Time));
        assert_eq!(read("2016-06-01 10:44:14\ttwo words\ta"), Err(Fault::Name));
    }
}
