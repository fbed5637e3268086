//! Why an act on a document may be refused.

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::{DocumentId, MatterId, RecordId, SideId};

/// Why an act on a document is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum DocumentRefusal {
    /// The document is not in a state for this.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// The counterpart relation does not exist or is not in force.
    NoCounterpart,
    /// There is no such record to be about.
    NoRecord {
        /// The record that was named.
        record: RecordId,
    },
    /// It has no text.
    NoText,
    /// A text has no title or no words.
    EmptyText {
        /// The language.
        language: String,
    },
    /// This is no code of a language.
    NotALanguage {
        /// What stands there.
        language: String,
    },
    /// Two texts are in one language.
    LanguageTwice {
        /// The language.
        language: String,
    },
    /// The texts are compared paragraph by paragraph, and one has more or fewer.
    TextsDiffer {
        /// The language.
        language: String,
        /// How many paragraphs it has.
        paragraphs: u32,
        /// How many the first text has.
        expected: u32,
    },
    /// Words of both sides stand beside one another: the sides have not agreed on them.
    OpenAlternatives,
    /// Nobody is named who signs for a side.
    NoSigner {
        /// The side.
        side: SideId,
    },
    /// Somebody is named for a side that has no part in it.
    NotAParty {
        /// The side that was named.
        side: SideId,
    },
    /// An attachment or a scan has no digest.
    NoDigest {
        /// The name of the file.
        name: String,
    },
    /// Where both sides sign, it has to say which matters it settles.
    NoMatter,
    /// The unit's level may not agree to this matter.
    BeyondAuthority {
        /// The matter.
        matter: MatterId,
        /// The level of the unit in the scheme of talks; blank where it has none.
        level: String,
    },
    /// A supplement or correction names the document to which it adds, and no other document does.
    NotASupplement,
    /// The document named does not bind.
    NotBound {
        /// The document that was named.
        document: DocumentId,
    },
    /// The document named is with another side.
    OtherSide {
        /// The document that was named.
        document: DocumentId,
    },
    /// Only a document of one side that came from the other side is answered.
    NotAnswerable {
        /// The document that was named.
        document: DocumentId,
    },
    /// A document for both to sign stands in a series with a revision and a time until which it can be signed; one of
    /// one side does not.
    NoPlaceInSeries,
    /// A side has given as many drafts of the document as are taken in.
    TooManyDrafts {
        /// The side.
        side: SideId,
        /// How many that are.
        most: u32,
    },
    /// This statement does not belong to a document of this kind, or here.
    NotThisStatement,
    /// The statement is of another side.
    NotTheirWord {
        /// The side that says it.
        side: SideId,
    },
    /// No draft with this digest came from the other side.
    NoSuchDraft {
        /// The digest that was named.
        draft: String,
    },
    /// The side has said this already, or given its answer.
    SaidBefore,
    /// The statement at this place of the log is known.
    HeardBefore,
    /// The reason has to be said in words.
    NeedsWords,
    /// The other side has not asked its offer back.
    NotWithdrawn,
    /// Another offer in the same series may still come to bind.
    OfferOpen {
        /// Its place in the series.
        revision: u64,
    },
    /// The time of the offer is over.
    TooLate {
        /// Until when it was open.
        until: Timestamp,
    },
    /// The time of the offer would be over before it begins.
    OverBefore {
        /// Until when it would be open.
        until: Timestamp,
    },
    /// The time of the offer is not over yet.
    NotYetOver {
        /// Until when it is open.
        until: Timestamp,
    },
    /// Nothing would change.
    NothingNew,
    /// The day lies in the future.
    InTheFuture,
    /// A paper cannot be signed before it was given out.
    BeforeOffer {
        /// The day it was given out.
        offered_on: Date,
    },
    /// An answer is still awaited: say why the document is closed without it.
    NeedsReason {
        /// Until when the answer is asked for.
        until: Timestamp,
    },
}
