//! The use cases, one file a subject.

mod download;
mod thumbnail;
mod upload;

pub(super) use thumbnail::queue as thumbnails;
