//! Members who share pictures: each is uploaded and its thumbnail fetched. No two pictures are the same.

use std::net::SocketAddr;

use anyhow::{Result, ensure};
use jpeg_encoder::{ColorType, Encoder};
use tokio::task::JoinSet;
use tokio::time::Instant;

use super::people::{next_number, register};
use super::{Timing, micros_each};
use crate::matrix::{Client, Session};
use crate::quantile::Durations;
use crate::report::Figures;
use crate::servers::Server;

const MEMBERS: usize = 4;
const WIDTH: u16 = 1600;
const HEIGHT: u16 = 1200;
const QUALITY: u8 = 85;

pub async fn run(server: &mut Server, timing: Timing) -> Result<Figures> {
    let members = register(server.address, MEMBERS).await?;
    let picture = picture()?;
    let meter = server.meter()?;
    let before = meter.cpu()?;
    let start = Instant::now();
    let mut sharing = JoinSet::new();
    for member in members {
        sharing.spawn(share_until(server.address, member, picture.clone(), start + timing.window));
    }
    let mut pictures = Durations::default();
    while let Some(times) = sharing.join_next().await {
        times??.into_iter().for_each(|time| pictures.push(time));
    }
    let seconds = start.elapsed().as_secs_f64();
    let cpu = meter.cpu()?.since(&before);
    let mut figures = Figures::from([
        ("pictures_per_s".to_owned(), pictures.len() as f64 / seconds),
        ("cpu_per_picture_us".to_owned(), micros_each(cpu.server, pictures.len() as f64)),
        ("picture_kib".to_owned(), picture.len() as f64 / 1024.0),
    ]);
    pictures.into_figures("picture", &mut figures);
    Ok(figures)
}

/// Times of a picture, from its first byte sent to its thumbnail's last byte received.
async fn share_until(
    server: SocketAddr,
    member: Session,
    mut picture: Vec<u8>,
    end: Instant,
) -> Result<Vec<std::time::Duration>> {
    let mut client = Client::new(server, member);
    let mut times = Vec::new();
    let length = picture.len();
    while Instant::now() < end {
        // What follows the end of a JPEG is ignored, and makes it a file of its own.
        picture.truncate(length);
        picture.extend_from_slice(&next_number().to_le_bytes());
        let start = Instant::now();
        let media = client.upload("image/jpeg", &picture).await?;
        let thumbnail = client.thumbnail(&media).await?;
        times.push(start.elapsed());
        ensure!((1..length).contains(&thumbnail.len()), "a thumbnail of {} bytes", thumbnail.len());
    }
    Ok(times)
}

/// Slopes and ripples: detail enough that a decoder has work to do.
fn picture() -> Result<Vec<u8>> {
    let mut points = Vec::with_capacity(usize::from(WIDTH) * usize::from(HEIGHT) * 3);
    for y in 0..u32::from(HEIGHT) {
        for x in 0..u32::from(WIDTH) {
            points.extend([(x * 255 / u32::from(WIDTH)) as u8, (y / 5) as u8, ((x * y) >> 6) as u8]);
        }
    }
    let mut bytes = Vec::new();
    Encoder::new(&mut bytes, QUALITY).encode(&points, WIDTH, HEIGHT, ColorType::Rgb)?;
    Ok(bytes)
}
