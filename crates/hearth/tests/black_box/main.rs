//! The built binary from outside: started, loaded, cut off, starved and asked to stop.

mod admin;
mod backup;
mod churn;
mod command;
mod discretion;
mod engine;
mod events;
mod full;
mod insight;
mod killed;
mod mission;
mod postgres;
mod secrets;
mod support;
mod upgrade;
mod uploads;
