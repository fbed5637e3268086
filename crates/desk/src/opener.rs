//! Tokens for programs and addresses for calendars: an officer makes them for himself, sees the secret once, and can
//! end them at any time. They give nothing of their own: each use is asked under the officer's roles of that moment.

use domain::{OfficerId, RecordId, Right};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};
use store::{Failure, Filter, Opener, OpenerKind};

use crate::authority::Who;
use crate::{Desk, Token};

/// What every token of a program begins with, so that one that was lost somewhere is known for what it is.
pub const TOKEN_PREFIX: &str = "tp_";
/// The longest a token or a calendar address stands, in days.
pub const OPENER_DAYS: i32 = 366;
/// How many tokens, and how many calendar addresses, an officer has at once.
pub const OPENERS: u32 = 20;
/// The longest name of one, in characters.
pub const OPENER_NAME: usize = 60;

/// How far a token goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TokenScope {
    /// Reads what the officer reads.
    Read,
    /// Reads, and records what the officer may record; never decides, never keeps the directory.
    Record,
}

/// What a token opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenReach {
    /// How far it goes.
    pub scope: TokenScope,
    /// Only these nouns; none is every noun.
    #[serde(default)]
    pub nouns: Vec<String>,
}

/// What a calendar holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", content = "record", rename_all = "kebab-case")]
pub enum FeedAbout {
    /// What the officer's own unit keeps or has to act on.
    Officer,
    /// What a unit keeps or has to act on.
    Unit(RecordId),
    /// What is done with a counterpart.
    Counterpart(RecordId),
}

/// A token or calendar address as its officer sees it, without the secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OpenerView<R> {
    /// By which it is revoked.
    pub id: String,
    /// What the officer calls it.
    pub name: String,
    /// What it opens.
    #[serde(flatten)]
    pub reach: R,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// The day it was last used.
    pub used_on: Option<Date>,
}

/// Why none was made.
#[derive(Debug, thiserror::Error)]
pub enum OpenerError {
    /// The name is blank or too long.
    #[error("a name has 1 to {OPENER_NAME} characters")]
    Name,
    /// The last day lies in the past or too far ahead.
    #[error("the last day is today or later, at most {OPENER_DAYS} days ahead")]
    Until,
    /// A noun is not known.
    #[error("there is no kind of record called {0}")]
    Noun(String),
    /// The unit or the counterpart does not exist, or the officer may not read it.
    #[error("there is no such unit or counterpart, or none that you may read")]
    About,
    /// The officer has as many as can stand.
    #[error("an officer has at most {OPENERS} at once: revoke one first")]
    TooMany,
    /// None of the officer's own has this name.
    #[error("there is none of this name")]
    NotFound,
    /// Something broke.
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// A program that came in with a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pass {
    /// The officer in whose name it acts.
    pub officer: OfficerId,
    /// Which token.
    pub id: String,
    /// What it opens.
    pub reach: TokenReach,
}

impl Pass {
    /// True when the token lets the program use this right on this noun. What the officer may is asked besides.
    pub fn allows(&self, right: Right, noun: &str) -> bool {
        self.goes_so_far(right) && self.knows(noun)
    }

    /// True when the token lets the program use this right on some noun.
    pub fn goes_so_far(&self, right: Right) -> bool {
        match right {
            Right::Read => true,
            Right::Record => self.reach.scope == TokenScope::Record,
            Right::Decide | Right::Administer | Right::Audit | Right::Post => false,
        }
    }

    /// True when the token is not narrowed to other nouns.
    pub fn knows(&self, noun: &str) -> bool {
        self.reach.nouns.is_empty() || self.reach.nouns.iter().any(|known| known == noun)
    }
}

impl Desk {
    /// Makes a token for the officer himself; the token is shown once.
    pub fn make_token(
        &self,
        officer: &OfficerId,
        name: &str,
        reach: &TokenReach,
        until_on: Date,
    ) -> Result<(Token, OpenerView<TokenReach>), OpenerError> {
        if let Some(unknown) = reach.nouns.iter().find(|noun| domain::noun(noun).is_none()) {
            return Err(OpenerError::Noun(unknown.clone()));
        }
        let token = Token::from_text(&format!("{TOKEN_PREFIX}{}", self.secret()));
        self.add(OpenerKind::Token, officer, &token, (name, until_on), reach).map(|view| (token, view))
    }

    /// The tokens of the officer that stand, the latest first.
    pub fn tokens(&self, officer: &OfficerId) -> Result<Vec<OpenerView<TokenReach>>, Failure> {
        self.views(OpenerKind::Token, officer)
    }

    /// Ends a token of the officer himself.
    pub fn revoke_token(&self, officer: &OfficerId, id: &str) -> Result<(), OpenerError> {
        self.end(OpenerKind::Token, officer, id)
    }

    /// The program that brings this token, while the token stands and its officer serves.
    pub fn pass(&self, token: &Token) -> Result<Option<Pass>, Failure> {
        let Some((kept, officer)) = self.opened(OpenerKind::Token, token)? else { return Ok(None) };
        Ok(Some(Pass { officer, reach: reach(&kept)?, id: kept.id }))
    }

    /// Makes a calendar address for the officer himself; the secret in it is shown once.
    pub fn make_feed(
        &self,
        officer: &OfficerId,
        name: &str,
        about: &FeedAbout,
        until_on: Date,
    ) -> Result<(Token, OpenerView<FeedAbout>), OpenerError> {
        if !self.may_follow(officer, about)? {
            return Err(OpenerError::About);
        }
        let secret = Token::from_text(&self.secret());
        self.add(OpenerKind::Feed, officer, &secret, (name, until_on), about).map(|view| (secret, view))
    }

    /// The calendar addresses of the officer that stand, the latest first.
    pub fn feeds(&self, officer: &OfficerId) -> Result<Vec<OpenerView<FeedAbout>>, Failure> {
        self.views(OpenerKind::Feed, officer)
    }

    /// Ends a calendar address of the officer himself.
    pub fn revoke_feed(&self, officer: &OfficerId, id: &str) -> Result<(), OpenerError> {
        self.end(OpenerKind::Feed, officer, id)
    }

    /// The officer and the content of a calendar address, while it stands and its officer serves.
    pub fn feed_of(&self, secret: &Token) -> Result<Option<(OfficerId, OpenerView<FeedAbout>)>, Failure> {
        let Some((kept, officer)) = self.opened(OpenerKind::Feed, secret)? else { return Ok(None) };
        Ok(Some((officer, view(kept)?)))
    }

    /// True when the officer may read records of the unit, or sees the counterpart.
    fn may_follow(&self, officer: &OfficerId, about: &FeedAbout) -> Result<bool, Failure> {
        self.store.read(|reads| {
            let who = Who::read(reads, officer, self.today())?;
            let seen = |id: &RecordId, noun: &str| -> Result<bool, Failure> {
                Ok(reads.record(id.as_str())?.is_some_and(|row| row.noun == noun && who.sees(&row)))
            };
            match about {
                FeedAbout::Officer => Ok(true),
                FeedAbout::Unit(id) => Ok(who.units_with(Right::Read).contains(id.as_str()) && seen(id, "unit")?),
                FeedAbout::Counterpart(id) => seen(id, "counterpart"),
            }
        })
    }

    fn add<R: Serialize + Clone>(
        &self,
        kind: OpenerKind,
        officer: &OfficerId,
        secret: &Token,
        (name, until_on): (&str, Date),
        reach: &R,
    ) -> Result<OpenerView<R>, OpenerError> {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > OPENER_NAME || name.chars().any(char::is_control) {
            return Err(OpenerError::Name);
        }
        let today = self.today();
        if until_on < today || until_on > today.saturating_add(OPENER_DAYS.days()) {
            return Err(OpenerError::Until);
        }
        let after = until_on.tomorrow().unwrap_or(until_on).to_zoned(self.zone().clone());
        let ends = after.map_err(|fault| Failure::Unfit(fault.to_string()))?.timestamp();
        let kept = Opener {
            id: self.fresh_id().to_string(),
            officer: officer.to_string(),
            name: name.to_owned(),
            reach: serde_json::to_string(reach).map_err(|fault| Failure::Unfit(fault.to_string()))?,
            made_ms: self.now_ms(),
            ends_ms: ends.as_millisecond(),
            used_on: None,
        };
        if !self.access.add_opener(kind, &secret.hash(), &kept, OPENERS)? {
            return Err(OpenerError::TooMany);
        }
        let made_at = instant(kept.made_ms)?;
        Ok(OpenerView { id: kept.id, name: kept.name, reach: reach.clone(), made_at, ends_at: ends, used_on: None })
    }

    fn views<R: for<'de> Deserialize<'de>>(
        &self,
        kind: OpenerKind,
        officer: &OfficerId,
    ) -> Result<Vec<OpenerView<R>>, Failure> {
        self.access.openers(kind, officer.as_str(), self.now_ms())?.into_iter().map(view).collect()
    }

    fn end(&self, kind: OpenerKind, officer: &OfficerId, id: &str) -> Result<(), OpenerError> {
        let ended = self.access.end_opener(kind, officer.as_str(), id, self.now_ms())?;
        if ended { Ok(()) } else { Err(OpenerError::NotFound) }
    }

    /// What a secret opens, with the day noted on which it did.
    fn opened(&self, kind: OpenerKind, secret: &Token) -> Result<Option<(Opener, OfficerId)>, Failure> {
        let Some(kept) = self.access.opener(kind, &secret.hash(), self.now_ms())? else { return Ok(None) };
        let Ok(officer) = OfficerId::parse(&kept.officer) else { return Ok(None) };
        if !self.serves(&officer)? {
            return Ok(None);
        }
        let today = self.today().to_string();
        if kept.used_on.as_ref() != Some(&today) {
            self.access.note_opener(&kept.id, &today)?;
        }
        Ok(Some((kept, officer)))
    }

    /// 256 bits of chance in 43 letters and digits.
    fn secret(&self) -> String {
        let mut bytes = [0; 32];
        self.chance.fill(&mut bytes);
        base62(bytes)
    }
}

impl FeedAbout {
    /// The records that a calendar asks for, of a noun or nouns still to be named.
    pub(crate) fn filter(&self, who: &Who) -> Filter {
        match self {
            Self::Officer => {
                Filter { acting: Some(who.unit.iter().map(ToString::to_string).collect()), ..Filter::default() }
            }
            Self::Unit(unit) => Filter { acting: Some(vec![unit.to_string()]), ..Filter::default() },
            Self::Counterpart(with) => Filter { counterpart: Some(with.to_string()), ..Filter::default() },
        }
    }
}

fn reach<R: for<'de> Deserialize<'de>>(kept: &Opener) -> Result<R, Failure> {
    serde_json::from_str(&kept.reach).map_err(|fault| Failure::Unreadable(fault.to_string()))
}

fn view<R: for<'de> Deserialize<'de>>(kept: Opener) -> Result<OpenerView<R>, Failure> {
    Ok(OpenerView {
        reach: reach(&kept)?,
        made_at: instant(kept.made_ms)?,
        ends_at: instant(kept.ends_ms)?,
        used_on: kept.used_on.as_deref().and_then(|day| day.parse().ok()),
        id: kept.id,
        name: kept.name,
    })
}

fn instant(ms: i64) -> Result<Timestamp, Failure> {
    Timestamp::from_millisecond(ms).map_err(|fault| Failure::Unreadable(fault.to_string()))
}

/// The number that the bytes are, in digits, capitals and small letters, always 43 of them.
fn base62(bytes: [u8; 32]) -> String {
    const LETTERS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    let mut number = bytes;
    let mut text = [b'0'; 43];
    for place in text.iter_mut().rev() {
        let mut rest = 0u32;
        for byte in &mut number {
            let part = (rest << 8) | u32::from(*byte);
            // A quotient of less than 256, because the rest before was less than 62.
            *byte = u8::try_from(part / 62).unwrap_or(u8::MAX);
            rest = part % 62;
        }
        *place = LETTERS[rest as usize % 62];
    }
    text.iter().copied().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_holds_all_its_bits() {
        assert_eq!(base62([0; 32]), "0".repeat(43));
        let mut one = [0; 32];
        one[31] = 61;
        assert_eq!(base62(one), format!("{}z", "0".repeat(42)));
        one[31] = 62;
        assert_eq!(base62(one), format!("{}10", "0".repeat(41)));
        assert_eq!(base62([255; 32]), all_ones());
    }

    /// 2^256 - 1 by doubling and adding in base 62.
    fn all_ones() -> String {
        const LETTERS: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        let mut digits = vec![0usize; 43];
        for _ in 0..256 {
            let mut carry = 1;
            for digit in digits.iter_mut().rev() {
                let sum = *digit * 2 + carry;
                (*digit, carry) = (sum % 62, sum / 62);
            }
        }
        digits.into_iter().map(|digit| char::from(LETTERS[digit])).collect()
    }

    #[test]
    fn a_token_records_only_with_that_scope_and_never_decides() {
        let pass = |scope, nouns: &[&str]| Pass {
            officer: OfficerId::parse("o1").unwrap(),
            id: "t1".into(),
            reach: TokenReach { scope, nouns: nouns.iter().map(|noun| (*noun).to_owned()).collect() },
        };
        let (reads, records) = (pass(TokenScope::Read, &[]), pass(TokenScope::Record, &["meeting"]));
        assert!(reads.allows(Right::Read, "talks") && !reads.allows(Right::Record, "talks"));
        assert!(records.allows(Right::Record, "meeting") && !records.allows(Right::Read, "talks"));
        for right in [Right::Decide, Right::Administer, Right::Audit, Right::Post] {
            assert!(!records.allows(right, "meeting"));
        }
    }
}
