//! Chance: one seed, named streams. A stream's numbers depend on the seed and its name alone, so
//! that a new consumer of chance does not change what the others draw.

use parking_lot::Mutex;
use rand::{Rng as _, SeedableRng};
use rand_chacha::ChaCha12Rng;
use sha2::{Digest, Sha256};

/// A cryptographically strong generator that can be seeded and split by name.
pub struct Rng {
    seed: [u8; 32],
    state: Mutex<ChaCha12Rng>,
}

impl Rng {
    /// A generator seeded by the operating system.
    pub fn from_os() -> Self {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).expect("the operating system gives entropy at start");
        Self::from_seed(seed)
    }

    /// The same seed gives the same numbers in the same order.
    pub fn from_seed(seed: [u8; 32]) -> Self {
        Self { seed, state: Mutex::new(ChaCha12Rng::from_seed(seed)) }
    }

    /// A seed from a number, for tests and the simulator.
    pub fn from_number(number: u64) -> Self {
        Self::from_seed(Sha256::digest(number.to_be_bytes()).into())
    }

    /// An independent generator that is named by what draws from it.
    pub fn stream(&self, name: &str) -> Self {
        let mut hash = Sha256::new();
        hash.update(self.seed);
        hash.update(name.as_bytes());
        Self::from_seed(hash.finalize().into())
    }

    pub fn fill(&self, bytes: &mut [u8]) {
        self.state.lock().fill_bytes(bytes);
    }

    pub fn next_u64(&self) -> u64 {
        self.state.lock().next_u64()
    }

    /// A number below `bound`, which is at least 1. The bias is below 2⁻³² for the bounds in use.
    pub fn below(&self, bound: u64) -> u64 {
        self.next_u64() % bound.max(1)
    }

    /// True once in `one_in` draws.
    pub fn one_in(&self, one_in: u64) -> bool {
        self.below(one_in) == 0
    }
}

#[cfg(test)]
mod tests {
    use super::Rng;

    #[test]
    fn streams_are_independent_of_each_other() {
        let first = Rng::from_number(7);
        let second = Rng::from_number(7);
        second.stream("elsewhere").next_u64();
        assert_eq!(first.stream("ids").next_u64(), second.stream("ids").next_u64());
        assert_ne!(first.stream("ids").next_u64(), first.stream("tokens").next_u64());
    }
}
