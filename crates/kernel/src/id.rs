//! New ids and secrets, drawn from the context's generator.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::Rng;

const LETTERS: &[u8; 26] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const MIXED: &[u8; 52] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A secret of 256 bits, safe in a URL and in a header.
pub fn secret(rng: &Rng) -> String {
    let mut bytes = [0; 32];
    rng.fill(&mut bytes);
    URL_SAFE_NO_PAD.encode(bytes)
}

/// A word of capital letters, such as a device id.
pub fn capitals(rng: &Rng, length: usize) -> String {
    word(rng, LETTERS, length)
}

/// A word of letters of both cases, such as the local part of a room id.
pub fn letters(rng: &Rng, length: usize) -> String {
    word(rng, MIXED, length)
}

fn word(rng: &Rng, alphabet: &[u8], length: usize) -> String {
    (0..length).map(|_| alphabet[rng.below(alphabet.len() as u64) as usize] as char).collect()
}
