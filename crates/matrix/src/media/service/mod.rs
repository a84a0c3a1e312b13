//! The use cases, one file a subject.

mod download;
mod thumbnail;
mod upload;
