//! Whether a send takes longer where more people are members.

use std::net::SocketAddr;

use anyhow::Result;

use super::people::join;
use super::traffic::{Stage, traffic};
use super::{Shelf, Timing};
use crate::matrix::Client;
use crate::report::Figures;
use crate::servers::Server;

pub async fn run(server: &mut Server, members: usize, timing: Timing) -> Result<Figures> {
    let room = server.shelf.large_room(server.address, members).await?;
    let sender = server.shelf.members[0].clone();
    let stage = Stage { rooms: vec![room], senders: vec![sender], receivers: Vec::new() };
    Ok(traffic(server.address, &server.meter()?, &stage, timing).await?.figures)
}

impl Shelf {
    async fn large_room(&mut self, server: SocketAddr, size: usize) -> Result<String> {
        let members = self.members(server, size).await?.to_vec();
        if let Some(room) = self.large_rooms.get(&size) {
            return Ok(room.clone());
        }
        let room = Client::new(server, members[0].clone()).create_room().await?;
        join(server, &members[1..], std::slice::from_ref(&room)).await?;
        self.large_rooms.insert(size, room.clone());
        Ok(room)
    }
}
