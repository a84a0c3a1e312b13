//! Moving in: reading the log of a community that lived elsewhere.
//!
//! This half is pure. [`parse`] turns the bytes of one file into typed lines in
//! order of time; [`plan`] turns the lines into steps that are valid in a Matrix room,
//! provided that the room grants its members to kick and to set the topic.
//! The same bytes and options always give the same lines and steps, so an import
//! that was cut off can be run again: (digest of the file, line, ordinal) names
//! each step for ever.
//!
//! # What is read
//!
//! | [`Format`] | a line |
//! |---|---|
//! | `qtox` | `2016-06-01 10:44:14 <nick> text`: ZNC's lines with the date in front |
//! | `weechat` | `2016-06-01 10:44:14`, tab, prefix, tab, text: WeeChat's logger |
//! | `znc` | `[10:44:14] <nick> text`: ZNC's log module, the date being the file's name |
//! | `edges` | `from to unixtime`: who wrote to whom and when, without text |
//!
//! Clocks of IRC logs are local. In the hour that occurs twice when summer time ends,
//! lines are read in the order of the file: as the first pass until the clock visibly
//! goes back, then as the second. A time in the gap when summer time begins, which
//! never existed, moves forward by the length of the gap.
//!
//! Nothing is repaired by guessing: a line that does not fit is reported as a
//! [`BadLine`], a line that has no place in Matrix is counted as [`Ignored`].
//!
//! # What becomes what
//!
//! | in the log | in the room |
//! |---|---|
//! | message | `m.room.message`, `m.text` |
//! | action (`/me`) | `m.room.message`, `m.emote` |
//! | notice | `m.room.message`, `m.notice` |
//! | join | `m.room.member`, join |
//! | part, quit | `m.room.member`, leave, with the reason |
//! | kick | `m.room.member`, leave, sent by the kicker, with the reason |
//! | topic | `m.room.topic` |
//! | nick change to a name that is ever somebody's own | leave of the old, join of the new |
//! | nick change to a name that is only ever changed into | display name of the same person |
//! | a word, topic or kick by somebody who is not in | a join just before it |
//! | join of somebody who is in, leave of somebody who is out | nothing |
//! | modes and other events of the channel or the client | counted and left out |
//!
//! Why nick changes are read so: a name is somebody's *own* when somebody once
//! joined under it, or spoke under it without having changed into it. People who
//! reconnect come back as `ada_` and change to `ada` once the ghost has timed out;
//! both names join, so both are people, and `ada` stays one account throughout. A
//! name like `ada|away` never joins, so each time it is seen the log itself says
//! whose it is, and it goes back when that person leaves. What this costs is an extra
//! account for `ada_`; to bind both for good would cost more, since a stranger who
//! takes a name that was given up would speak as somebody else. Own names need no
//! memory: they give the same account whatever else is imported, before or after.
//!
//! A difference of letter case is no nick change, and a display name is the nick as
//! it was first written. [`plan`] sees one channel; the files of a channel that is
//! logged by the day go to [`plan_files`] together.

mod edges;
mod import;
mod irc;
pub mod limits;
mod local_time;
mod model;
mod moderators;
mod names;
mod parse;
mod plan;
mod store;
mod text;

#[cfg(test)]
mod tests;

use hearth_http::Module;
use hearth_store::Migration;

pub use import::{Importer, Request, Summary};
pub use irc::{date_in_name, day};
pub use local_time::time_zone;
pub use model::{BadLine, Fault, Format, Ignored, Line, Options, Parsed, Refusal, Source, What};
pub use names::{Casemapping, Person};
pub use parse::parse;
pub use plan::{Step, StepKind, plan, plan_files};

use crate::Matrix;

pub const MIGRATIONS: &[Migration] =
    &[Migration { module: "archive", number: 1, sql: include_str!("migrations/0001_archive.sql"), postgres: None }];

/// What this module contributes.
pub fn module() -> Module {
    Module { name: "archive", migrations: MIGRATIONS, personal_data: &["archive-keeps-pairs"], ..Module::default() }
}

impl Importer {
    /// Moves in by the same write path as everybody's.
    pub fn new(matrix: &Matrix, context: hearth_kernel::Context) -> Self {
        let (store, accounts, rooms) = (matrix.store.clone(), matrix.accounts.clone(), matrix.rooms.clone());
        Self { store, context, accounts, rooms }
    }
}
