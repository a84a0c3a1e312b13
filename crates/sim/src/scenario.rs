//! What a run is made of: how many people, how many lives of the server, and how bad the weather is.

use std::time::Duration;

/// Chances are "once in so many"; 0 is never.
#[derive(Clone, Copy, Debug)]
pub struct Weather {
    pub commit_fails: u64,
    pub commit_loses_its_answer: u64,
    pub commit_vanishes: u64,
    /// A commit that takes seconds, so that much gathers behind it.
    pub commit_is_slow: u64,
    pub client_hangs_up: u64,
    pub answer_is_lost: u64,
    /// The longest way of a request or an answer, in milliseconds.
    pub latency_ms: u64,
}

impl Weather {
    pub const CALM: Self = Self {
        commit_fails: 0,
        commit_loses_its_answer: 0,
        commit_vanishes: 0,
        commit_is_slow: 0,
        client_hangs_up: 0,
        answer_is_lost: 0,
        latency_ms: 5,
    };

    pub const STORMY: Self = Self {
        commit_fails: 25,
        commit_loses_its_answer: 25,
        commit_vanishes: 40,
        commit_is_slow: 40,
        client_hangs_up: 20,
        answer_is_lost: 30,
        latency_ms: 40,
    };
}

/// One run.
#[derive(Clone, Copy, Debug)]
pub struct Scenario {
    pub people: usize,
    /// People with a second device.
    pub second_devices: usize,
    /// Lives of the server that end by a cut, before the calm one in which all is settled.
    pub lives: usize,
    /// The longest that a life lasts.
    pub life: Duration,
    pub weather: Weather,
}

impl Scenario {
    /// Ten people and a server that is cut three times.
    pub const COMMUNITY: Self =
        Self { people: 10, second_devices: 2, lives: 3, life: Duration::from_secs(60), weather: Weather::STORMY };
}
