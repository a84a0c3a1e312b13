//! Makes the members and rooms that workloads need. None of this is measured.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::Result;
use futures_util::{StreamExt, TryStreamExt, stream};

use super::Shelf;
use crate::matrix::{Client, Session};

/// Enough at once to keep a server busy, few enough not to make it time out.
const AT_ONCE: usize = 8;

static NEXT: AtomicU64 = AtomicU64::new(1);

/// A number not given before in this process: for transactions and names.
pub fn next_number() -> u64 {
    NEXT.fetch_add(1, Ordering::Relaxed)
}

pub async fn register(server: SocketAddr, count: usize) -> Result<Vec<Session>> {
    let one = |_| async move { Client::register(server, &format!("member{}", next_number())).await };
    stream::iter(0..count).map(one).buffered(AT_ONCE).try_collect().await
}

/// Lets all members join all rooms.
pub async fn join(server: SocketAddr, members: &[Session], rooms: &[String]) -> Result<()> {
    // Owned, because a stream of closures over borrowed members is more than the compiler can follow.
    let work: Vec<_> = members.iter().map(|member| (member.clone(), rooms.to_vec())).collect();
    let one = |(member, rooms): (Session, Vec<String>)| async move {
        let mut client = Client::new(server, member);
        for room in &rooms {
            client.join(room).await?;
        }
        anyhow::Ok(())
    };
    stream::iter(work).map(one).buffer_unordered(AT_ONCE).try_collect().await
}

/// Makes `count` rooms, each with so many messages.
pub async fn create_rooms(server: SocketAddr, owner: &Session, count: usize, messages: usize) -> Result<Vec<String>> {
    let one = |_| async move {
        let mut client = Client::new(server, owner.clone());
        let room = client.create_room().await?;
        for _ in 0..messages {
            client.send(&room, next_number()).await?;
        }
        anyhow::Ok(room)
    };
    stream::iter(0..count).map(one).buffered(AT_ONCE).try_collect().await
}

impl Shelf {
    /// So many members from the shelf, new ones only as far as they are missing.
    pub async fn members(&mut self, server: SocketAddr, count: usize) -> Result<&[Session]> {
        let missing = count.saturating_sub(self.members.len());
        self.members.extend(register(server, missing).await?);
        Ok(&self.members[..count])
    }
}
