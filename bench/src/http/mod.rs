//! A small HTTP/1.1 client: one connection, one request at a time, as little work as possible, so that what is
//! measured is the server and not the generator.

mod connection;
mod decoder;

pub use connection::{Body, Connection, Method};
pub use decoder::Response;
