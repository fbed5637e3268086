//! Coming in: passwords (Argon2id), sessions, and the one-time links by which a password is set.
//!
//! There is no default password. A wrong login and a wrong password get the same answer after the same work; after
//! five wrong passwords each further try has to wait, up to a quarter of an hour, whether the login exists or not.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use domain::OfficerId;
use domain::organisation::officer::{OfficerStage, OfficerState};
use sha2::{Digest, Sha256};
use store::{Failure, Invitation, Preferences, SessionRow};

use crate::Desk;

/// How long a session lasts.
const SESSION_MS: i64 = 12 * 3_600_000;
/// How long an invitation opens.
const INVITATION_MS: i64 = 7 * 24 * 3_600_000;
/// Shortest password.
pub const PASSWORD_MIN: usize = 10;
const PASSWORD_MAX: usize = 256;
const FREE_TRIES: u32 = 5;
/// A hash of nothing anybody knows, checked when the login does not exist.
const NOBODY: &str = "$argon2id$v=19$m=65536,t=2,p=1$bm9ib2R5LW5vYm9keQ$3Tt5eoH4vL6mDn0QmSgqBvV5QhLpQ0dR8cYpR5m0w1Y";

/// A secret that opens something, shown once and kept only as its hash.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// The token with this text.
    pub fn from_text(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The text, to be shown once or put into a cookie.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    pub(crate) fn hash(&self) -> Vec<u8> {
        Sha256::digest(self.0.as_bytes()).to_vec()
    }
}

/// A login with its password.
pub struct Login<'a> {
    /// The login.
    pub login: &'a str,
    /// The password.
    pub password: &'a str,
}

/// A session that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The officer.
    pub officer: OfficerId,
    /// The token that forms carry, so that no other site can send them.
    pub csrf: String,
}

/// Why nobody came in.
#[derive(Debug, thiserror::Error)]
pub enum EntranceError {
    /// Login or password is wrong; which one is not said.
    #[error("login or password is wrong")]
    Wrong,
    /// Too many wrong passwords.
    #[error("too many wrong passwords; wait {seconds} seconds")]
    Wait {
        /// How long.
        seconds: i64,
    },
    /// The link was used or is too old.
    #[error("this link was used or is too old; ask the keeper for a new one")]
    LinkClosed,
    /// The password is too short or too long.
    #[error("a password has at least {PASSWORD_MIN} characters")]
    PasswordForm,
    /// Something broke.
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl Desk {
    /// Lets an officer in who knows the password, and begins a session.
    pub fn log_in(&self, given: &Login<'_>) -> Result<(Token, Session), EntranceError> {
        let login = given.login.trim().to_ascii_lowercase();
        let now = self.now_ms();
        let kept = self.access.credential(&login)?;
        // One password at a time: each costs 64 MiB, and a crowd of them must not take the machine's memory.
        let mut strangers = self.hashing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let locked_until_ms =
            kept.as_ref().map_or_else(|| strangers.locked_until_ms(&login), |kept| kept.locked_until_ms);
        if locked_until_ms > now {
            return Err(EntranceError::Wait { seconds: (locked_until_ms - now + 999) / 1000 });
        }
        let hash = kept.as_ref().map_or(NOBODY, |kept| kept.phc.as_str());
        let right = given.password.len() <= PASSWORD_MAX && matches(hash, given.password);
        let Some(kept) = kept else {
            strangers.note(&login, now, wait_ms);
            return Err(EntranceError::Wrong);
        };
        if !right {
            let failures = kept.failures.saturating_add(1);
            self.access.note_login(&login, failures, now + wait_ms(failures))?;
            return Err(EntranceError::Wrong);
        }
        self.access.note_login(&login, 0, 0)?;
        let officer = OfficerId::parse(&kept.officer).map_err(|_| EntranceError::Wrong)?;
        if !self.serves(&officer)? {
            return Err(EntranceError::Wrong);
        }
        let session = Session { officer: officer.clone(), csrf: self.fresh_token().0 };
        let token = self.fresh_token();
        let row = SessionRow {
            officer: officer.to_string(),
            csrf: session.csrf.clone(),
            seen_ms: now,
            ends_ms: now + SESSION_MS,
        };
        self.access.begin_session(&token.hash(), &row, now)?;
        Ok((token, session))
    }

    /// The session of a token, while it stands and the officer serves.
    pub fn session(&self, token: &Token) -> Result<Option<Session>, Failure> {
        let Some(row) = self.access.session(&token.hash(), self.now_ms())? else { return Ok(None) };
        let Ok(officer) = OfficerId::parse(&row.officer) else { return Ok(None) };
        Ok(self.serves(&officer)?.then_some(Session { officer, csrf: row.csrf }))
    }

    /// Ends a session.
    pub fn log_out(&self, token: &Token) -> Result<(), Failure> {
        self.access.end_session(&token.hash())
    }

    /// Makes a one-time link for an officer; the token is shown once.
    pub fn invite(&self, officer: &OfficerId) -> Result<Token, EntranceError> {
        let state = self.officer(officer)?.ok_or(EntranceError::Wrong)?;
        let token = self.fresh_token();
        let invitation = Invitation { officer: officer.to_string(), login: state.login };
        self.access.invite(&token.hash(), &invitation, self.now_ms() + INVITATION_MS)?;
        Ok(token)
    }

    /// The login for which a link sets the password.
    pub fn invited(&self, token: &Token) -> Result<String, EntranceError> {
        let invitation = self.access.invitation(&token.hash(), self.now_ms())?;
        invitation.map(|invitation| invitation.login).ok_or(EntranceError::LinkClosed)
    }

    /// Sets the password by a one-time link, which then no longer opens.
    pub fn accept_invitation(&self, token: &Token, password: &str) -> Result<String, EntranceError> {
        let phc = self.hashed(password)?;
        let invitation = self.access.invitation(&token.hash(), self.now_ms())?.ok_or(EntranceError::LinkClosed)?;
        if !self.access.use_invitation(&token.hash())? {
            return Err(EntranceError::LinkClosed);
        }
        self.access.set_credential(&invitation.login, &invitation.officer, &phc, self.now_ms())?;
        Ok(invitation.login)
    }

    /// Sets an officer's password, for the demonstration and the console.
    pub fn set_password(&self, officer: &OfficerId, password: &str) -> Result<(), EntranceError> {
        let state = self.officer(officer)?.ok_or(EntranceError::Wrong)?;
        let phc = self.hashed(password)?;
        Ok(self.access.set_credential(&state.login, officer.as_str(), &phc, self.now_ms())?)
    }

    /// The officer with this login.
    pub fn officer_with_login(&self, login: &str) -> Result<Option<OfficerId>, Failure> {
        let kept = self.access.credential(&login.trim().to_ascii_lowercase())?;
        Ok(kept.and_then(|kept| OfficerId::parse(&kept.officer).ok()))
    }

    /// An officer as known.
    pub fn officer(&self, officer: &OfficerId) -> Result<Option<OfficerState>, Failure> {
        let row = self.store.read(|view| view.record(officer.as_str()))?.filter(|row| row.noun == "officer");
        let state = row.map(|row| serde_json::from_value(row.state)).transpose();
        state.map_err(|fault| Failure::Unreadable(fault.to_string()))
    }

    /// How an officer likes the pages.
    pub fn preferences(&self, officer: &OfficerId) -> Result<Option<Preferences>, Failure> {
        self.access.preferences(officer.as_str())
    }

    /// Keeps how an officer likes the pages.
    pub fn set_preferences(&self, officer: &OfficerId, liked: &Preferences) -> Result<(), Failure> {
        self.access.set_preferences(officer.as_str(), liked)
    }

    /// Keeps what an officer has typed into a form.
    pub fn save_draft(&self, officer: &OfficerId, form: &str, content: &str) -> Result<(), Failure> {
        self.access.save_draft(officer.as_str(), form, content, self.now_ms())
    }

    /// What an officer typed into a form and did not send.
    pub fn draft(&self, officer: &OfficerId, form: &str) -> Result<Option<(String, i64)>, Failure> {
        self.access.draft(officer.as_str(), form)
    }

    /// Forgets a draft.
    pub fn drop_draft(&self, officer: &OfficerId, form: &str) -> Result<(), Failure> {
        self.access.drop_draft(officer.as_str(), form)
    }

    /// True while the officer is in service.
    pub(crate) fn serves(&self, officer: &OfficerId) -> Result<bool, Failure> {
        Ok(self.officer(officer)?.is_some_and(|state| state.stage == OfficerStage::Active))
    }

    fn hashed(&self, password: &str) -> Result<String, EntranceError> {
        if password.chars().count() < PASSWORD_MIN || password.len() > PASSWORD_MAX {
            return Err(EntranceError::PasswordForm);
        }
        let mut salt = [0; 16];
        self.chance.fill(&mut salt);
        let hash = hasher().hash_password_with_salt(password.as_bytes(), &salt);
        Ok(hash.map_err(|fault| Failure::Unfit(fault.to_string()))?.to_string())
    }

    /// A new secret of 256 bits.
    pub(crate) fn fresh_token(&self) -> Token {
        let mut bytes = [0; 32];
        self.chance.fill(&mut bytes);
        Token(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

/// How long to wait after so many wrong passwords in a row.
pub(crate) fn wait_ms(failures: u32) -> i64 {
    let over = failures.saturating_sub(FREE_TRIES).min(10);
    if over == 0 { 0 } else { (1000i64 << over).min(900_000) }
}

/// 64 MiB, two passes: what a stolen disk makes dear (RFC 9106 names 64 MiB as the lower choice).
fn hasher() -> Argon2<'static> {
    let params = Params::new(65_536, 2, 1, None).unwrap_or(Params::DEFAULT);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn matches(phc: &str, password: &str) -> bool {
    PasswordHash::new(phc).is_ok_and(|hash| hasher().verify_password(password.as_bytes(), &hash).is_ok())
}
