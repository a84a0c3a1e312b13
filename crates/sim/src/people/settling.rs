//! The end of a run: everybody asks again for what was not acknowledged, then listens until all is told.

use std::time::Duration;

use super::Person;
use crate::network::Network;

/// Rounds after which something will never be settled.
const ROUNDS: usize = 500;

impl Person {
    /// Until nothing waits for an acknowledgement.
    pub(crate) async fn finish(&self, network: &Network) {
        self.sign_in(network).await;
        let line = self.line(network, &self.acting);
        for _ in 0..ROUNDS {
            let (message, note) = {
                let memory = self.memory.lock();
                (memory.outbox.first().cloned(), memory.notes.first().cloned())
            };
            match (message, note) {
                (Some(message), _) => self.say(network, &line, &message).await,
                (None, Some(note)) => self.write_to_a_device(network, &line, &note).await,
                (None, None) => return,
            }
        }
        network.ledger.lock().fault(format!("{}: something is never acknowledged", self.device));
    }

    /// Until there is nothing new and no gap.
    pub(crate) async fn catch_up(&self, network: &Network) {
        let line = self.line(network, &self.listening);
        for _ in 0..ROUNDS {
            let is_new = self.sync(network, &line, 0).await.unwrap_or(true);
            let had_gap = self.page(network, &line).await;
            if !is_new && !had_gap {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        network.ledger.lock().fault(format!("{}: there is always something new", self.device));
    }
}
