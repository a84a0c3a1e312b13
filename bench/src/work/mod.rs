//! The workloads.

mod fan_out;
mod history;
mod idle;
mod keys;
mod logins;
mod people;
mod receiver;
mod room_size;
mod syncing;
mod thumbnails;
mod to_device;
mod traffic;

use std::collections::HashMap;
use std::time::Duration;

use anyhow::Result;

use crate::matrix::Session;
use crate::report::Figures;
use crate::servers::{Kind, Server};

/// What one run of one workload on one server is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Members who wait for something to happen.
    Idle { connections: usize },
    /// Members who talk, in a closed loop, while two others read all of it.
    Send { senders: usize, rooms: usize },
    /// Few talk, many read.
    FanOut,
    /// One member talks in a room of many.
    RoomSize { members: usize },
    /// A member's client starts with nothing.
    InitialSync { rooms: usize },
    /// A member's client asks for news and there are none.
    EmptySync { rooms: usize },
    /// Members who page back through a room.
    History { messages: usize },
    /// Members who sign in while another one talks.
    Logins,
    /// A member's devices that upload and claim one-time keys.
    Keys,
    /// One device writes to so many others.
    ToDevice { devices: usize },
    /// Members who share pictures.
    Thumbnails,
}

/// How long to measure.
#[derive(Clone, Copy, Debug)]
pub struct Timing {
    /// Under load before that, unmeasured.
    pub warm_up: Duration,
    pub window: Duration,
    /// For receivers to see the last of what was sent.
    pub grace: Duration,
}

/// What earlier runs on a server have made and later ones use again.
#[derive(Default)]
pub struct Shelf {
    /// Members who are in no room, or in one of `large_rooms` only.
    members: Vec<Session>,
    /// Rooms by their number of members; the first of `members` made them.
    large_rooms: HashMap<usize, String>,
    /// Members by the number of their rooms.
    joiners: HashMap<usize, Session>,
    /// Rooms by their number of messages, and a member of each.
    histories: HashMap<usize, (String, Session)>,
}

impl Work {
    /// All workloads in the order they are run: those that measure memory first, large rooms late.
    pub fn all(full: bool) -> Vec<Self> {
        let mut all = vec![
            Self::Idle { connections: 500 },
            Self::Send { senders: 1, rooms: 1 },
            Self::Send { senders: 16, rooms: 1 },
            Self::Send { senders: 64, rooms: 1 },
            Self::Send { senders: 16, rooms: 16 },
            Self::FanOut,
            Self::InitialSync { rooms: 20 },
            Self::EmptySync { rooms: 20 },
            Self::History { messages: 400 },
            Self::Logins,
            Self::Keys,
            Self::ToDevice { devices: 1_000 },
            Self::Thumbnails,
            Self::RoomSize { members: 10 },
            Self::RoomSize { members: 1_000 },
        ];
        if full {
            all.insert(1, Self::Idle { connections: 10_000 });
            all.extend([
                Self::InitialSync { rooms: 500 },
                Self::EmptySync { rooms: 500 },
                Self::History { messages: 4_000 },
                Self::RoomSize { members: 10_000 },
            ]);
        }
        all
    }

    pub fn name(self) -> String {
        match self {
            Self::Idle { connections } => format!("idle-{connections}"),
            Self::Send { senders, rooms: 1 } => format!("send-{senders}"),
            Self::Send { senders, rooms } => format!("send-{senders}-in-{rooms}-rooms"),
            Self::FanOut => "fan-out".to_owned(),
            Self::RoomSize { members } => format!("room-{members}"),
            Self::InitialSync { rooms } => format!("initial-sync-{rooms}"),
            Self::EmptySync { rooms } => format!("empty-sync-{rooms}"),
            Self::History { messages } => format!("history-{messages}"),
            Self::Logins => "logins".to_owned(),
            Self::Keys => "keys".to_owned(),
            Self::ToDevice { devices } => format!("to-device-{devices}"),
            Self::Thumbnails => "thumbnails".to_owned(),
        }
    }

    /// The reference handler can only take sends; Hearth otherwise set is there for one comparison; and for
    /// Synapse ten thousand members take an hour to make, where the goals are Hearth's own.
    pub fn suits(self, kind: Kind) -> bool {
        match kind {
            Kind::Reference => matches!(self, Self::Send { rooms: 1, .. }),
            Kind::HearthSqliteNormal | Kind::HearthSqliteLearning | Kind::HearthSqliteWithoutEngine => {
                self == Self::Send { senders: 16, rooms: 1 }
            }
            Kind::SynapseSqlite | Kind::SynapsePostgres => {
                !matches!(self, Self::Idle { connections: 10_000 } | Self::RoomSize { members: 10_000 })
            }
            Kind::HearthSqlite | Kind::HearthPostgres => true,
        }
    }

    pub async fn run(self, server: &mut Server, timing: Timing) -> Result<Figures> {
        match self {
            Self::Idle { connections } => idle::run(server, connections).await,
            Self::Send { senders, rooms } => traffic::run(server, senders, rooms, timing).await,
            Self::FanOut => fan_out::run(server, timing).await,
            Self::RoomSize { members } => room_size::run(server, members, timing).await,
            Self::InitialSync { rooms } => syncing::initial(server, rooms, timing).await,
            Self::EmptySync { rooms } => syncing::empty(server, rooms, timing).await,
            Self::History { messages } => history::run(server, messages, timing).await,
            Self::Logins => logins::run(server, timing).await,
            Self::Keys => keys::run(server, timing).await,
            Self::ToDevice { devices } => to_device::run(server, devices, timing).await,
            Self::Thumbnails => thumbnails::run(server, timing).await,
        }
    }
}

/// CPU microseconds for each of `count` operations.
fn micros_each(cpu: Duration, count: f64) -> f64 {
    cpu.as_secs_f64() * 1e6 / count
}
