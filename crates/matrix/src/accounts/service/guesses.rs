//! How often a password may be guessed, so that neither guessing nor locking somebody out is cheap.
//!
//! Three budgets, each spent by wrong passwords alone:
//! - One address (a /64 of IPv6) against one account: a few, then one now and then. This stops the
//!   single guesser, and who is refused here spends nothing of the next budget: so a single address
//!   cannot use up what belongs to everybody.
//! - All unfamiliar addresses together against one account: more, but bounded, which stops a guesser
//!   with many addresses. To keep it empty takes ten addresses that guess all the time, and even then it
//!   holds off strangers only: an address where the member has a device that is signed in is familiar
//!   and does not ask this budget.
//! - One device that is signed in, when it is asked for the password again: its own few. Strangers
//!   cannot spend them, and who stole the device's token cannot guess on.
//!
//! A name that nobody has is counted like any other, so that a refusal does not tell who exists. All of
//! it is in memory: a restart forgives.

use std::{collections::BTreeMap, net::IpAddr};

use hearth_kernel::{Error, Result, limits};
use parking_lot::Mutex;

/// Who tries a password.
#[derive(Clone, Copy)]
pub(in crate::accounts) enum Guesser<'a> {
    /// Somebody without a token, from here.
    Address(IpAddr),
    /// The member's own device of this id, whose token was shown.
    Device(&'a str),
}

/// The budgets that are not whole, each as the time at which it will be.
pub(in crate::accounts) struct Guesses {
    are_limited: bool,
    held: Mutex<BTreeMap<Key, i64>>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Account(String),
    Address(String, IpAddr),
    Device(String, String),
}

/// So many at once, and one more after each period.
struct Budget {
    at_once: i64,
    period_ms: i64,
}

const OF_ONE: Budget = Budget { at_once: limits::GUESSES_OF_ONE, period_ms: limits::GUESSES_OF_ONE_PERIOD_MS };
const OF_ALL: Budget = Budget { at_once: limits::GUESSES_OF_ALL, period_ms: limits::GUESSES_OF_ALL_PERIOD_MS };

/// A guess that was let through; it is given back when it was right.
pub(in crate::accounts) struct Guess(Vec<(Key, i64)>);

impl Guesses {
    pub(in crate::accounts) fn new(are_limited: bool) -> Self {
        Self { are_limited, held: Mutex::default() }
    }

    /// Spends a guess before the password is checked, so that many at once do not get past.
    /// `is_familiar` says that the address is one of the member's own.
    pub(in crate::accounts) fn spend(
        &self,
        user_id: &str,
        guesser: Guesser<'_>,
        is_familiar: bool,
        now_ms: i64,
    ) -> Result<Guess> {
        if !self.are_limited {
            return Ok(Guess(Vec::new()));
        }
        let user = user_id.to_owned();
        let mut wanted = Vec::new();
        match guesser {
            Guesser::Device(device_id) => wanted.push((Key::Device(user, device_id.to_owned()), OF_ONE)),
            Guesser::Address(address) => {
                wanted.push((Key::Address(user.clone(), network(address)), OF_ONE));
                if !is_familiar {
                    wanted.push((Key::Account(user), OF_ALL));
                }
            }
        }
        let mut held = self.held.lock();
        for (key, budget) in &wanted {
            let whole_at = held.get(key).copied().unwrap_or(now_ms);
            let wait = whole_at - now_ms - (budget.at_once - 1) * budget.period_ms;
            if wait > 0 {
                return Err(Error::limited(wait as u64));
            }
        }
        let mut spent = Vec::new();
        for (key, budget) in wanted {
            if held.len() >= limits::GUESSES_KEPT {
                forget_some(&mut held, now_ms);
            }
            let whole_at = held.entry(key.clone()).or_insert(now_ms);
            *whole_at = (*whole_at).max(now_ms) + budget.period_ms;
            spent.push((key, budget.period_ms));
        }
        Ok(Guess(spent))
    }

    pub(in crate::accounts) fn give_back(&self, guess: Guess) {
        let mut held = self.held.lock();
        for (key, period_ms) in guess.0 {
            if let Some(whole_at) = held.get_mut(&key) {
                *whole_at -= period_ms;
            }
        }
    }

    /// Forgets the budgets that are whole again.
    pub(in crate::accounts) fn forget_whole(&self, now_ms: i64) {
        self.held.lock().retain(|_, whole_at| *whole_at > now_ms);
    }
}

/// The whole ones, and if there is none, the one that will be first.
fn forget_some(held: &mut BTreeMap<Key, i64>, now_ms: i64) {
    held.retain(|_, whole_at| *whole_at > now_ms);
    if held.len() >= limits::GUESSES_KEPT {
        let first = held.iter().min_by_key(|(_, whole_at)| **whole_at).map(|(key, _)| key.clone());
        first.and_then(|key| held.remove(&key));
    }
}

/// Whoever has one address of IPv6 has its whole /64.
pub(super) fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => IpAddr::V6((u128::from(address) & !u128::from(u64::MAX)).into()),
        four => four,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADA: &str = "@ada:test.example";

    fn at(last: u8) -> Guesser<'static> {
        Guesser::Address([192, 0, 2, last].into())
    }

    fn wait(refused: Result<Guess>) -> u64 {
        match refused.err().map(|error| error.kind) {
            Some(hearth_kernel::Kind::Limited { retry_after_ms }) => retry_after_ms,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn one_address_has_a_few_guesses_at_one_account() {
        let guesses = Guesses::new(true);
        for _ in 0..limits::GUESSES_OF_ONE {
            guesses.spend(ADA, at(1), false, 0).unwrap();
        }
        assert_eq!(wait(guesses.spend(ADA, at(1), false, 0)), limits::GUESSES_OF_ONE_PERIOD_MS as u64);
        guesses.spend(ADA, at(2), false, 0).unwrap();
        guesses.spend("@eve:test.example", at(1), false, 0).unwrap();
        guesses.spend(ADA, Guesser::Device("PHONE"), false, 0).unwrap();
        guesses.spend(ADA, at(1), false, limits::GUESSES_OF_ONE_PERIOD_MS).unwrap();
        assert!(guesses.spend(ADA, at(1), false, limits::GUESSES_OF_ONE_PERIOD_MS).is_err());
    }

    #[test]
    fn one_address_cannot_use_up_what_strangers_share() {
        let guesses = Guesses::new(true);
        for minute in 0..24 * 60 {
            guesses.spend(ADA, at(1), false, minute * 60_000).ok();
        }
        guesses.spend(ADA, at(2), false, 24 * 60 * 60_000).unwrap();
    }

    #[test]
    fn many_addresses_share_a_budget_that_a_familiar_one_does_not_ask() {
        let guesses = Guesses::new(true);
        let addresses = (0..=255).map(at);
        let through = addresses.filter(|address| guesses.spend(ADA, *address, false, 0).is_ok()).count();
        assert_eq!(through as i64, limits::GUESSES_OF_ALL);
        guesses.spend(ADA, at(77), true, 0).unwrap();
        guesses.spend(ADA, at(200), false, limits::GUESSES_OF_ALL_PERIOD_MS).unwrap();
    }

    #[test]
    fn a_right_password_spends_nothing() {
        let guesses = Guesses::new(true);
        for _ in 0..100 {
            let guess = guesses.spend(ADA, at(1), false, 0).unwrap();
            guesses.give_back(guess);
        }
        guesses.forget_whole(0);
        assert!(guesses.held.lock().is_empty());
    }

    #[test]
    fn a_network_of_ipv6_is_one_guesser() {
        let guesses = Guesses::new(true);
        let from = |last: u16| Guesser::Address(format!("2001:db8::{last:x}").parse().unwrap());
        let through = (0..20).filter(|last| guesses.spend(ADA, from(*last), true, 0).is_ok()).count();
        assert_eq!(through as i64, limits::GUESSES_OF_ONE);
    }

    #[test]
    fn no_more_are_kept_than_the_bound() {
        let guesses = Guesses::new(true);
        {
            let mut held = guesses.held.lock();
            held.extend((0..limits::GUESSES_KEPT as i64).map(|at| (Key::Account(at.to_string()), 1_000 + at)));
        }
        guesses.spend(ADA, Guesser::Device("PHONE"), false, 0).unwrap();
        assert_eq!(guesses.held.lock().len(), limits::GUESSES_KEPT);
        assert!(!guesses.held.lock().contains_key(&Key::Account("0".into())));
    }
}
