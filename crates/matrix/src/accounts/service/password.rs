//! Hashing and checking passwords: argon2id, a few at a time, a bounded number waiting.

use argon2::{
    Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version,
    password_hash::phc::ParamsString,
};
use hearth_kernel::{Error, Result, Rng, limits};

use crate::{
    accounts::model::{Argon2Settings, SALT_BYTES},
    queue::Queue,
};

pub(in crate::accounts) struct Passwords {
    params: Params,
    queue: Queue,
}

impl Passwords {
    pub(in crate::accounts) fn new(settings: &Argon2Settings) -> Self {
        let lanes = settings.lanes.clamp(1, Params::MAX_P_COST);
        let memory = settings.memory_kib.max(lanes.saturating_mul(Params::MIN_M_COST));
        let params = Params::new(memory, settings.iterations.max(1), lanes, None);
        Self {
            params: params.expect("what is raised to argon2's least is allowed"),
            queue: Queue::new(limits::PASSWORD_CHECKS, limits::PASSWORD_CHECKS_WAITING, limits::PASSWORD_RETRY_MS),
        }
    }

    /// The text to keep of a new password.
    pub(in crate::accounts) async fn hash(&self, rng: &Rng, password: &str) -> Result<String> {
        let mut salt = [0; SALT_BYTES];
        rng.fill(&mut salt);
        let (argon2, password) = (self.argon2(), password.to_owned());
        let hash = move || argon2.hash_password_with_salt(password.as_bytes(), &salt);
        let hashed = self.queue.turn().await?.run(hash).await?;
        let failed = |error| Error::internal("a password could not be hashed").caused_by(error);
        hashed.map(|hash: PasswordHash| hash.to_string()).map_err(failed)
    }

    /// Whether a password is right. Where nothing is kept it is wrong, after the same work.
    pub(in crate::accounts) async fn check(&self, password: &str, kept: Option<&str>) -> Result<bool> {
        if password.len() > limits::PASSWORD_BYTES {
            return Ok(false);
        }
        let (argon2, password, kept) = (self.argon2(), password.to_owned(), kept.map(str::to_owned));
        let check = move || match kept {
            Some(kept) => PasswordVerifier::<str>::verify_password(&argon2, password.as_bytes(), &kept).is_ok(),
            None => {
                let nobodys: Result<PasswordHash, _> =
                    argon2.hash_password_with_salt(password.as_bytes(), &[0; SALT_BYTES]);
                drop(nobodys);
                false
            }
        };
        self.queue.turn().await?.run(check).await
    }

    /// Whether a kept hash was made as one would be made today.
    pub(in crate::accounts) fn is_current(&self, kept: &str) -> bool {
        let Ok(hash) = PasswordHash::new(kept) else { return false };
        ParamsString::try_from(&self.params).is_ok_and(|params| hash.params == params)
    }

    fn argon2(&self) -> Argon2<'static> {
        Argon2::new(Algorithm::Argon2id, Version::V0x13, self.params.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::queue::testing::holds;

    const CHEAP: Argon2Settings = Argon2Settings { memory_kib: 8, iterations: 1, lanes: 1 };

    #[tokio::test]
    async fn a_hash_knows_its_password_and_how_it_was_made() {
        let passwords = Passwords::new(&CHEAP);
        let kept = passwords.hash(&Rng::from_number(1), "correct horse").await.unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{kept}");
        assert!(passwords.check("correct horse", Some(&kept)).await.unwrap());
        assert!(!passwords.check("wrong horse", Some(&kept)).await.unwrap());
        assert!(!passwords.check("correct horse", None).await.unwrap());
        assert!(!passwords.check("correct horse", Some("nonsense")).await.unwrap());
        assert!(passwords.is_current(&kept));
        let dearer = Passwords::new(&Argon2Settings { iterations: 2, ..CHEAP });
        assert!(!dearer.is_current(&kept) && dearer.check("correct horse", Some(&kept)).await.unwrap());
    }

    #[tokio::test]
    async fn settings_below_argon2s_least_are_raised() {
        let passwords = Passwords::new(&Argon2Settings { memory_kib: 0, iterations: 0, lanes: 0 });
        assert!(passwords.hash(&Rng::from_number(1), "x").await.unwrap().contains("m=8,t=1,p=1"));
    }

    #[tokio::test]
    async fn password_checks_run_and_password_checks_waiting_wait() {
        let queue = Passwords::new(&CHEAP).queue;
        // Who finds it full comes again after PASSWORD_RETRY_MS.
        holds(&queue, limits::PASSWORD_CHECKS, limits::PASSWORD_CHECKS_WAITING).await;
    }
}
