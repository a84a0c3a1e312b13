//! The use cases, one file a subject.

mod index;
mod messages;
mod people;

pub(super) use self::{
    index::Progress,
    messages::{Asked, Match, Matches},
    people::Person,
};
