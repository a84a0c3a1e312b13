//! ZNC's log module, one file a day, and the qTox export, which is the same with the
//! date before each line.

use jiff::civil::Date;

use super::{Content, action, message, nick, nick_change, notice, reason, take_date_time, time, words};
use crate::archive::local_time::When;
use crate::archive::model::{Entry, Fault, Ignored, What};

/// What ZNC says of itself when it logs a window of its own.
const OF_ITSELF: [&str; 3] = ["Connected to IRC", "Disconnected from IRC", "Broadcast: "];

/// Reads `2016-06-01 10:44:14 <nick> text`.
pub(in crate::archive) fn read_dated(line: &str) -> Result<Entry, Fault> {
    let (local, rest) = take_date_time(line).ok_or(Fault::Time)?;
    let body = rest.strip_prefix(' ').ok_or(Fault::Layout)?;
    Ok(content(body)?.at(When::Local(local)))
}

/// Reads `[10:44:14] <nick> text` of that day.
pub(in crate::archive) fn read_daily(line: &str, day: Date) -> Result<Entry, Fault> {
    let (clock, body) = line.strip_prefix('[').and_then(|line| line.split_once("] ")).ok_or(Fault::Time)?;
    let local = day.to_datetime(time(clock).ok_or(Fault::Time)?);
    Ok(content(body)?.at(When::Local(local)))
}

fn content(body: &str) -> Result<Content, Fault> {
    if let Some(event) = body.strip_prefix("*** ") {
        return channel_event(event);
    }
    if let Some(rest) = body.strip_prefix("* ") {
        let (author, text) = rest.split_once(' ').unwrap_or((rest, ""));
        return words(author, text, action);
    }
    if let Some(rest) = body.strip_prefix('<') {
        let (author, text) = split_name(rest, '>')?;
        return words(author, text, message);
    }
    if let Some(rest) = body.strip_prefix('-') {
        let (author, text) = split_name(rest, '-')?;
        return words(author, text, notice);
    }
    if OF_ITSELF.iter().any(|saying| body.starts_with(saying)) {
        return Ok(Content::Ignored(Ignored::ClientEvent));
    }
    Err(Fault::Layout)
}

/// Splits `nick> text` or `nick- text`. The nick ends at the first space, since it
/// may hold the closing mark itself: `-qtox-git-spam- text`.
fn split_name(rest: &str, close: char) -> Result<(&str, &str), Fault> {
    let (name, text) = rest.split_once(' ').unwrap_or((rest, ""));
    Ok((name.strip_suffix(close).ok_or(Fault::Layout)?, text))
}

fn channel_event(event: &str) -> Result<Content, Fault> {
    if let Some(rest) = event.strip_prefix("Joins: ") {
        let (author, _) = who_and_why(rest);
        return Ok(Content::Said(What::Join { author: nick(author)? }));
    }
    if let Some(rest) = event.strip_prefix("Parts: ") {
        let (author, reason) = who_and_why(rest);
        return Ok(Content::Said(What::Part { author: nick(author)?, reason }));
    }
    if let Some(rest) = event.strip_prefix("Quits: ") {
        let (author, reason) = who_and_why(rest);
        return Ok(Content::Said(What::Quit { author: nick(author)?, reason }));
    }
    if let Some(change) = nick_change(event) {
        return change;
    }
    deed(event)
}

/// `nick (user@host) (why)`, of which the parts in parentheses may be missing.
fn who_and_why(rest: &str) -> (&str, Option<String>) {
    let (author, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let why = rest.split_once(") ").and_then(|(_, why)| reason(why));
    (author, why)
}

/// An event that begins with whom it concerns and then says what happened.
fn deed(event: &str) -> Result<Content, Fault> {
    let (name, did) = event.split_once(' ').unwrap_or((event, ""));
    if did.starts_with("sets mode: ") {
        return Ok(Content::Ignored(Ignored::Mode));
    }
    if let Some(topic) = did.strip_prefix("changes topic to '") {
        let topic = topic.strip_suffix('\'').unwrap_or(topic).to_owned();
        return Ok(Content::Said(What::Topic { author: nick(name)?, topic }));
    }
    if let Some(rest) = did.strip_prefix("was kicked by ") {
        let (author, why) = rest.split_once(' ').unwrap_or((rest, ""));
        return Ok(Content::Said(What::Kick { author: nick(author)?, target: nick(name)?, reason: reason(why) }));
    }
    Ok(Content::Ignored(Ignored::ChannelEvent))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(body: &str) -> What {
        match content(body) {
            Ok(Content::Said(what)) => what,
            other => panic!("{body:?} was read as {other:?}"),
        }
    }

    fn own(text: &str) -> String {
        text.to_owned()
    }

    #[test]
    fn words_have_three_forms() {
        assert_eq!(said("<tux3> a > b <c>"), What::Message { author: own("tux3"), text: own("a > b <c>") });
        assert_eq!(said("-git-spam- [qTox] - x"), What::Notice { author: own("git-spam"), text: own("[qTox] - x") });
        assert_eq!(said("* zetok feels lost"), What::Action { author: own("zetok"), text: own("feels lost") });
        assert_eq!(said("<a>  two spaces "), What::Message { author: own("a"), text: own(" two spaces ") });
    }

    #[test]
    fn words_may_be_blank() {
        for (body, text) in [("<a> ", ""), ("<a>", ""), ("<a>   ", "  ")] {
            assert_eq!(said(body), What::Message { author: own("a"), text: own(text) }, "{body}");
        }
        assert_eq!(said("* a"), What::Action { author: own("a"), text: own("") });
        assert_eq!(said("-a-"), What::Notice { author: own("a"), text: own("") });
    }

    #[test]
    fn people_come_and_go() {
        assert_eq!(said("*** Joins: f10 ()"), What::Join { author: own("f10") });
        assert_eq!(said("*** Joins: f10 (~f10@example.org)"), What::Join { author: own("f10") });
        assert_eq!(
            said("*** Parts: a (u@h) (\"bye (now)\")"),
            What::Part { author: own("a"), reason: Some(own("\"bye (now)\"")) }
        );
        assert_eq!(said("*** Parts: a () ()"), What::Part { author: own("a"), reason: None });
        assert_eq!(said("*** Parts: a (u@h)"), What::Part { author: own("a"), reason: None });
        assert_eq!(
            said("*** Quits: f10 () (Ping timeout: 240 seconds)"),
            What::Quit { author: own("f10"), reason: Some(own("Ping timeout: 240 seconds")) }
        );
    }

    #[test]
    fn other_deeds() {
        assert_eq!(said("*** a_ is now known as a"), What::Nick { from: own("a_"), to: own("a") });
        assert_eq!(
            said("*** bob was kicked by ada (be (nice))"),
            What::Kick { author: own("ada"), target: own("bob"), reason: Some(own("be (nice)")) }
        );
        assert_eq!(
            said("*** ada changes topic to 'it's | x is now known as y'"),
            What::Topic { author: own("ada"), topic: own("it's | x is now known as y") }
        );
        assert_eq!(content("*** ChanServ sets mode: +o tux3"), Ok(Content::Ignored(Ignored::Mode)));
        assert_eq!(content("*** Wallops"), Ok(Content::Ignored(Ignored::ChannelEvent)));
        assert_eq!(
            content("Disconnected from IRC (irc.example.org +6697)"),
            Ok(Content::Ignored(Ignored::ClientEvent))
        );
    }

    #[test]
    fn what_is_none_of_these_is_refused() {
        assert_eq!(content("tux3: hello"), Err(Fault::Layout));
        assert_eq!(content("<two words> x"), Err(Fault::Layout));
        assert_eq!(content("<> x"), Err(Fault::Name));
        assert_eq!(content("*** Joins: "), Err(Fault::Name));
        assert_eq!(content("*** a is now known as b c"), Err(Fault::Name));
    }

    #[test]
    fn stamps_come_with_and_without_a_date() {
        let dated = read_dated("2016-06-01 10:44:14 <a> b");
        assert_eq!(dated, read_daily("[10:44:14] <a> b", Date::constant(2016, 6, 1)));
        assert!(matches!(dated, Ok(Entry::Said { .. })));
        assert_eq!(read_dated("2016-06-31 10:44:14 <a> b"), Err(Fault::Time));
        assert_eq!(read_dated("2016-06-01 10:44:14"), Err(Fault::Layout));
        assert_eq!(read_daily("10:44:14 <a> b", Date::constant(2016, 6, 1)), Err(Fault::Time));
        assert_eq!(read_daily("[10:44] <a> b", Date::constant(2016, 6, 1)), Err(Fault::Time));
    }
}
