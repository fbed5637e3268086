//! What a side has said of a document, how a joint one stands after it, and what was signed on paper.

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::content::TextIn;
use crate::{Attached, OfficerId, SideId};

/// What a side can say of a document (`docs/formats/evidence.md`, section 3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "said-kind"))]
pub enum SaidKind {
    /// A text that is being worked on.
    Draft,
    /// Signed as a firm offer, open until its time.
    Propose,
    /// Signed, as the other side did.
    Sign,
    /// Not signed, with the reason in words.
    Refuse,
    /// The own offer is asked back.
    Withdraw,
    /// The offer of the other side, asked back by it, is let go.
    LetGo,
    /// What binds is contested, with the reason in words.
    Contest,
    /// What binds is to end.
    Terminate,
    /// A document of one side is given out.
    Issue,
    /// A document of the other side has come and is acknowledged.
    Acknowledge,
}

impl SaidKind {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Draft,
        Self::Propose,
        Self::Sign,
        Self::Refuse,
        Self::Withdraw,
        Self::LetGo,
        Self::Contest,
        Self::Terminate,
        Self::Issue,
        Self::Acknowledge,
    ];

    /// True where an officer says it of a document that is out; the others are said by giving one out.
    pub const fn is_said_by_hand(self) -> bool {
        !matches!(self, Self::Draft | Self::Propose | Self::Issue)
    }

    /// True where the reason has to be said in words.
    pub const fn needs_words(self) -> bool {
        matches!(self, Self::Refuse | Self::Contest)
    }

    /// The kind as it stands in a statement.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Propose => "propose",
            Self::Sign => "sign",
            Self::Refuse => "refuse",
            Self::Withdraw => "withdraw",
            Self::LetGo => "let-go",
            Self::Contest => "contest",
            Self::Terminate => "terminate",
            Self::Issue => "issue",
            Self::Acknowledge => "acknowledge",
        }
    }

    /// True for what answers an offer: one answer of a side counts, the first.
    pub const fn is_answer(self) -> bool {
        matches!(self, Self::Sign | Self::Refuse | Self::LetGo)
    }
}

/// One statement about a document, as the post read it out of a log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Utterance {
    /// Who says it.
    pub side: SideId,
    /// What is said.
    pub kind: SaidKind,
    /// The officer: an opaque identity, never a name.
    pub officer: String,
    /// The office, as certified.
    pub office: String,
    /// The code of the unit, as certified.
    #[schemars(regex(pattern = "^[a-z0-9-]{1,64}$"))]
    pub unit: String,
    /// When, by the clock of the one who says it.
    pub at: Timestamp,
    /// The words that go with it.
    #[serde(default)]
    pub words: Vec<TextIn>,
    /// True where the words are longer than a record takes in; the post keeps them whole.
    #[serde(default)]
    pub cut: bool,
    /// The log in which it stands.
    pub origin: String,
    /// Its place in that log, from 0.
    #[serde(rename = "log_place")]
    pub place: u64,
    /// Until when an offer is open or an answer asked for.
    pub until: Option<Timestamp>,
    /// Since when the other side provably has it.
    pub held: Option<Timestamp>,
    /// True once it has left for the other side.
    #[serde(default)]
    pub sent: bool,
}

impl Utterance {
    /// True for the same place in the same log.
    pub fn stands_at(&self, origin: &str, place: u64) -> bool {
        self.origin == origin && self.place == place
    }

    /// True at a place of a log or after it.
    pub fn stands_from(&self, origin: &str, from: u64) -> bool {
        self.origin == origin && self.place >= from
    }

    /// True when a log of this size has it.
    pub fn is_within(&self, origin: &str, size: u64) -> bool {
        self.origin == origin && self.place < size
    }
}

/// How a joint document stands (`docs/formats/evidence.md`, section 6); the post finds it from the statements.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "document-standing"))]
pub enum Standing {
    /// Nobody has proposed it.
    Draft,
    /// One side has signed it as a firm offer.
    Proposed,
    /// Both sides signed, and it is not proven of each that the other held it in time.
    Signed,
    /// It binds.
    Bound,
    /// A side refused to sign.
    Refused,
    /// It was asked back, and the other side let it go.
    Withdrawn,
    /// The sides signed different documents in the same place: neither can bind.
    Crossed,
    /// It was binding and ended by agreement of both.
    Terminated,
    /// It was binding, and another document stands in its place.
    Superseded,
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Draft,
        Self::Proposed,
        Self::Signed,
        Self::Bound,
        Self::Refused,
        Self::Withdrawn,
        Self::Crossed,
        Self::Terminated,
        Self::Superseded,
    ];

    /// The word as evidence writes it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Proposed => "proposed",
            Self::Signed => "signed",
            Self::Bound => "bound",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
            Self::Crossed => "crossed",
            Self::Terminated => "terminated",
            Self::Superseded => "superseded",
        }
    }

    /// The standing with this word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.code() == code)
    }
}

/// A signature of the other side on paper, seen by an own officer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PaperSignature {
    /// Which side signed.
    pub side: SideId,
    /// Who, as it stands under the signature.
    pub name: String,
    /// In which office.
    pub office: String,
    /// The day.
    pub signed_on: Date,
    /// The own officer who saw it.
    pub seen_by: OfficerId,
    /// The picture of the signed paper.
    pub scan: Attached,
}
