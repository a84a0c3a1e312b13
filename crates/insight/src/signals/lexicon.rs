//! The lexicon as a page for people: docs/signals.md.

use std::fmt::Write as _;

use super::{
    kind::{SUBJECT, SignalKind, Words},
    kinds::KINDS,
};

const HEAD: &str = "\
# Signals

What Hearth counts of what members do, kind by kind: all that is ever learnt from. There is no other, and none has a
place for what somebody wrote. It is generated from the declarations in
[kinds.rs](../crates/insight/src/signals/kinds.rs); how signals are kept is told in [the module's page](modules/signals.md).

Every signal says when it was (to the millisecond), of which kind, and about which member. A kind with the basis *consent* is
kept of members who had agreed to its purpose at that moment, and names another member only if they had too. *Feeds* are the
groups of [features](modules/churn.md) that are computed from it; what happens to a member without their doing is no activity.
";

/// The page.
pub fn reference() -> String {
    let mut page = HEAD.to_owned();
    page.push_str(
        "\n| signal | what happened | is activity | purpose, basis | kept | feeds |\n|---|---|---|---|---|---|\n",
    );
    for kind in KINDS {
        let feeds: Vec<String> = kind.feeds.iter().map(|group| format!("{group:?}").to_lowercase()).collect();
        let feeds = if feeds.is_empty() { "—".to_owned() } else { feeds.join(", ") };
        let activity = if kind.is_activity { "yes" } else { "no" };
        let (purpose, basis) = (kind.purpose.word(), kind.purpose.basis().word());
        let SignalKind { name, doc, kept_days, .. } = kind;
        writeln!(page, "| `{name}` | {doc} | {activity} | {purpose}, {basis} | {kept_days} days | {feeds} |").ok();
    }
    page.push_str("\n## Fields\n\n| signal | made of | member | peer | room | variant | place | amount |\n|---|---|---|---|---|---|---|---|\n");
    for kind in KINDS {
        let said = |said: Option<&str>| said.unwrap_or("—").to_owned();
        let (fact, member) = match &kind.source {
            Some(source) if source.member == SUBJECT => (format!("`{}`", source.fact), "its subject".to_owned()),
            Some(source) => (format!("`{}`", source.fact), format!("its `{}`", source.member)),
            None => ("the collection interface".to_owned(), "who is named".to_owned()),
        };
        let (peer, room, amount) = (said(kind.peer), said(kind.room), said(kind.amount));
        let (variants, places) = (words(kind.variants), words(kind.places));
        writeln!(page, "| `{}` | {fact} | {member} | {peer} | {room} | {variants} | {places} | {amount} |", kind.name)
            .ok();
    }
    page
}

fn words(words: Words) -> String {
    match words {
        Words::None => "—".to_owned(),
        Words::Closed(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "),
        Words::OfWorkspace => "those that the workspace has named".to_owned(),
    }
}
