//! The whole server through its front door: the real router on a place of its own, on both databases. What tests one module
//! stands under that module's name, so that `make fast` finds it.

mod access;
mod accounts;
mod archive;
mod filters;
mod habits;
mod ingest;
mod insight;
mod keys;
mod leaps;
mod limits;
mod long_lists;
mod media;
mod metrics;
mod privacy;
mod push;
mod rates;
mod rooms;
mod scores;
mod search;
mod segments;
mod signals;
mod standing;
mod support;
mod sync;
mod translate;
mod web;
