//! Making accounts: by their owners, by an administrator, or from another system's people.

use hearth_kernel::{Error, Fact, Kind, Result, id, limits};
use hearth_store::{Entry, Lane};
use ruma::OwnedUserId;
use serde_json::Value;

use super::{
    interactive::{Flow, Stage},
    session::{NewDevice, Session},
};
use crate::accounts::{
    Accounts, REGISTERED,
    model::{self, DISPLAY_NAME, GENERATED_LETTERS, KEEPER, Registration},
    store,
};

/// An account to be made.
pub(in crate::accounts) struct NewAccount<'a> {
    pub(in crate::accounts) user_id: OwnedUserId,
    pub(in crate::accounts) password: &'a str,
    pub(in crate::accounts) display_name: Option<&'a str>,
    pub(in crate::accounts) is_administrator: bool,
    /// How it came to be, for the fact.
    pub(in crate::accounts) by: &'static str,
    /// The invitation that is spent by it.
    pub(in crate::accounts) registration_token: Option<&'a str>,
    /// The version of the terms that its owner agreed to.
    pub(in crate::accounts) terms_version: Option<&'a str>,
}

impl<'a> NewAccount<'a> {
    pub(in crate::accounts) fn new(user_id: OwnedUserId, password: &'a str, by: &'static str) -> Self {
        Self {
            user_id,
            password,
            by,
            display_name: None,
            is_administrator: false,
            registration_token: None,
            terms_version: None,
        }
    }
}

impl Accounts {
    /// What somebody must show who registers.
    pub(in crate::accounts) fn registration_flows(&self) -> Result<Vec<Flow<'_>>> {
        self.require_open_registration()?;
        let mut flow: Flow<'_> = self.settings.terms.iter().map(|terms| Stage::Terms { terms }).collect();
        if self.settings.registration == Registration::Token {
            flow.insert(0, Stage::RegistrationToken);
        } else if flow.is_empty() {
            flow.push(Stage::Dummy);
        }
        Ok(vec![flow])
    }

    pub(in crate::accounts) fn require_open_registration(&self) -> Result<()> {
        match self.settings.registration {
            Registration::Open | Registration::Token => Ok(()),
            Registration::Closed => Err(Error::forbidden("This server does not let people register by themselves.")),
        }
    }

    /// The id that a name would get. Capitals are taken for small letters.
    pub(in crate::accounts) fn new_user_id(&self, name: &str) -> Result<OwnedUserId> {
        model::new_user_id(&name.to_ascii_lowercase(), &self.server_name)
    }

    /// An id for somebody who chose none.
    pub(in crate::accounts) fn generated_user_id(&self) -> Result<OwnedUserId> {
        self.new_user_id(&id::letters(&self.context.rng, GENERATED_LETTERS))
    }

    /// Refuses a taken name early. The commit decides.
    pub(in crate::accounts) async fn require_free(&self, user_id: &OwnedUserId) -> Result<()> {
        let is_taken = user_id.localpart() == KEEPER || store::is_taken(&self.store, user_id.as_str()).await?;
        if is_taken { Err(store::name_taken()) } else { Ok(()) }
    }

    /// Makes an account and signs it in on a first device.
    pub(in crate::accounts) async fn register_with_device(
        &self,
        account: NewAccount<'_>,
        device: NewDevice<'_>,
    ) -> Result<Session> {
        device.check()?;
        let mut entry = self.new_account(&account).await?;
        let session = self.open_session(&mut entry, account.user_id, device).await?;
        self.commit(entry).await?;
        Ok(session)
    }

    /// Makes an account that signs in later.
    pub(in crate::accounts) async fn register(&self, account: NewAccount<'_>) -> Result<OwnedUserId> {
        let entry = self.new_account(&account).await?;
        self.commit(entry).await?;
        Ok(account.user_id)
    }

    /// The entry that makes an account; the caller may add to it.
    pub(super) async fn new_account(&self, account: &NewAccount<'_>) -> Result<Entry> {
        if account.user_id.localpart() == KEEPER {
            return Err(store::name_taken());
        }
        model::check_new_password(account.password)?;
        let display_name = model::profile_value(DISPLAY_NAME, account.display_name.map(Value::from).as_ref())?;
        let hash = self.passwords.hash(&self.context.rng, account.password).await?;
        let user_id = account.user_id.as_str();
        let mut entry = Entry::new();
        let (is_administrator, terms) = (account.is_administrator, account.terms_version);
        let now_ms = self.context.now_ms();
        entry.statement(store::insert_user(user_id, Some(&hash), is_administrator, now_ms, terms));
        if let Some(token) = account.registration_token {
            entry.statement(store::use_registration_token(token, now_ms));
        }
        if let Some(display_name) = display_name {
            entry.statement(store::set_field(user_id, DISPLAY_NAME, Some(&display_name)));
        }
        entry.fact(self.fact(&REGISTERED, user_id).kind("by", account.by));
        Ok(entry)
    }

    /// Makes an account from the command line or another module. The password keeps to the same rules
    /// as everybody's. Refused with `M_USER_IN_USE`, `M_INVALID_USERNAME` or `M_WEAK_PASSWORD`.
    pub async fn create(&self, localpart: &str, password: &str, is_administrator: bool) -> Result<OwnedUserId> {
        let user_id = self.new_user_id(localpart)?;
        self.require_free(&user_id).await?;
        self.register(NewAccount { is_administrator, ..NewAccount::new(user_id, password, "administrator") }).await
    }

    /// Moves a person in from elsewhere: an account without a password, which cannot sign in until an
    /// administrator gives it one. `at_ms` is when they came there first. Done twice it changes
    /// nothing. Refused with `M_INVALID_USERNAME`, or with `M_INVALID_PARAM` when the name is that of a
    /// member who can sign in and so is somebody else, or the display name is too long or holds a NUL.
    pub async fn import_member(&self, localpart: &str, display_name: &str, at_ms: i64) -> Result<OwnedUserId> {
        let user_id = model::new_user_id(localpart, &self.server_name)?;
        let display_name = model::profile_value(DISPLAY_NAME, Some(&display_name.into()))?;
        if let Some(found) = store::credentials(&self.store, user_id.as_str()).await? {
            if found.password.is_none() && !found.is_deactivated {
                return Ok(user_id);
            }
            return Err(Error::invalid_param(format!(
                "{user_id} is a member here already; put a prefix before the log's names, so that nobody is taken for somebody else"
            )));
        }
        let mut entry = Entry::new();
        entry.statement(store::insert_user(user_id.as_str(), None, false, at_ms, None));
        if let Some(display_name) = display_name {
            entry.statement(store::set_field(user_id.as_str(), DISPLAY_NAME, Some(&display_name)));
        }
        // It is the import's doing, and nothing is learnt of the person from it.
        entry.fact(Fact::new(&REGISTERED, user_id.as_str(), at_ms).historical(true).kind("by", "import"));
        match self.store.write_in(Lane::Background, entry).await {
            // Another import was first.
            Err(error) if error.kind == Kind::Conflict => Ok(user_id),
            outcome => outcome.map(|_| user_id),
        }
    }

    /// The id that this name has here, whether or not there is an account.
    pub fn id_of(&self, localpart: &str) -> Result<OwnedUserId> {
        model::new_user_id(localpart, &self.server_name)
    }

    /// Whether there is an account of this id.
    pub async fn exists(&self, user_id: &str) -> Result<bool> {
        if user_id.len() > limits::USER_ID_BYTES || user_id.contains('\0') {
            return Ok(false);
        }
        if self.caches.profiles.get(user_id).is_some() {
            return Ok(true);
        }
        store::exists(&self.store, user_id).await
    }
}
