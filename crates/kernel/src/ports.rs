//! Ports: what one module implements and others ask, declared here so that neither knows the other. Each has a
//! safe default for a server where nobody implements it.

use std::{future::Future, pin::Pin};

use crate::Result;

/// What a port answers, once it knows.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T>> + Send + 'a>>;

/// What personal data is used for. The list is closed: who uses data for anything else adds a purpose here, and the
/// register of privacy says so to every member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Purpose {
    /// Doing what members ask for: carrying their messages, keeping their rooms.
    Service,
    /// Keeping members and their accounts safe.
    Security,
    /// Learning from behaviour who is about to leave, and why.
    Retention,
    /// Learning how the app itself is used and where it gets in the way.
    Product,
    /// Acting on what was learnt of this one member: being written to, being shown something.
    Personal,
}

/// What makes a use of personal data lawful (GDPR, article 6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// What a member asked for cannot be done without it.
    Contract,
    /// An interest that the member's own does not outweigh.
    Interest,
    /// The member agreed, and may change their mind at any time.
    Consent,
}

impl Purpose {
    pub const ALL: [Self; 5] = [Self::Service, Self::Security, Self::Retention, Self::Product, Self::Personal];

    /// How it is written down: in tables, paths and facts. It never changes.
    pub fn word(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Security => "security",
            Self::Retention => "retention",
            Self::Product => "product",
            Self::Personal => "personal",
        }
    }

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.word() == word)
    }

    pub fn basis(self) -> Basis {
        match self {
            Self::Service => Basis::Contract,
            Self::Security => Basis::Interest,
            Self::Retention | Self::Product | Self::Personal => Basis::Consent,
        }
    }

    /// Whether it is the member's to decide.
    pub fn needs_consent(self) -> bool {
        self.basis() == Basis::Consent
    }
}

impl Basis {
    pub const ALL: [Self; 3] = [Self::Contract, Self::Interest, Self::Consent];

    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.word() == word)
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Contract => "contract",
            Self::Interest => "interest",
            Self::Consent => "consent",
        }
    }
}

/// Who agreed to what, and when.
pub trait Consent: Send + Sync {
    /// Whether each member had agreed to this at that moment, in the order asked. Pairs are a member's id and a
    /// time in milliseconds. What needs no consent is always allowed.
    fn allowed<'a>(&'a self, purpose: Purpose, asked: &'a [(&'a str, i64)]) -> Answer<'a, Vec<bool>>;
}

/// The safe default: nobody agreed to anything.
pub struct NoConsent;

impl Consent for NoConsent {
    fn allowed<'a>(&'a self, purpose: Purpose, asked: &'a [(&'a str, i64)]) -> Answer<'a, Vec<bool>> {
        Box::pin(std::future::ready(Ok(vec![!purpose.needs_consent(); asked.len()])))
    }
}

/// Hands a member what a module keeps of them.
pub trait Export: Send + Sync {
    /// Everything of this member, as they may read it.
    fn export<'a>(&'a self, member: &'a str) -> Answer<'a, serde_json::Value>;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_purpose_comes_back_from_its_word() {
        for purpose in Purpose::ALL {
            assert_eq!(Purpose::from_word(purpose.word()), Some(purpose));
        }
        for unknown in ["", "Retention", "marketing"] {
            assert_eq!(Purpose::from_word(unknown), None);
        }
    }

    #[test]
    fn without_a_module_for_it_nobody_agreed_to_anything() {
        let asked = [("@ada:hearth.example", 0), ("@bo:hearth.example", i64::MAX)];
        let answer = |purpose| {
            let mut answer = NoConsent.allowed(purpose, &asked);
            let mut waiting = std::task::Context::from_waker(std::task::Waker::noop());
            match answer.as_mut().poll(&mut waiting) {
                std::task::Poll::Ready(answer) => answer.expect("it cannot fail"),
                std::task::Poll::Pending => panic!("it waits for nothing"),
            }
        };
        assert_eq!(answer(Purpose::Retention), [false, false]);
        assert_eq!(answer(Purpose::Service), [true, true]);
    }
}
