//! What a document looks like: its state, the commands on it, and what can happen.

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::content::{Content, DocumentKind};
use super::round::Round;
use super::statement::{PaperSignature, Standing, Utterance};
use crate::{Attached, CounterpartId, DocumentId, MatterId, RecordId, SideId, UnitId};

/// A document as it stands. Only its `content` ever leaves; the rest is the own side's.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct DocumentState {
    /// What it is.
    pub kind: DocumentKind,
    /// With whom: the counterpart relation.
    pub counterpart: CounterpartId,
    /// The own side.
    pub own_side: SideId,
    /// The other side.
    pub other_side: SideId,
    /// Which side wrote it.
    pub begun_by: SideId,
    /// The unit that keeps it; its level says what it may agree to.
    pub unit: UnitId,
    /// The own record it comes from: talks, a patrol, an agreement. Never leaves.
    pub about: Option<RecordId>,
    /// The subject matters that it settles. Never leaves.
    pub matters: Vec<MatterId>,
    /// An internal note. Never leaves.
    pub remark: Option<String>,
    /// What it says. Of a document of the other side only languages and titles; the post keeps the words.
    pub content: Content,
    /// What was written here when the other side offered its own words in the same place; none where nothing was.
    #[serde(default)]
    pub own_text: Option<Content>,
    /// The series of a joint document, in 32 hexadecimal digits.
    pub series: Option<String>,
    /// The revision in that series, from 1.
    pub revision: Option<u64>,
    /// Its digest, in 64 hexadecimal digits, once it was given out.
    pub document: Option<String>,
    /// The post of the other side, as `cn.hekou`.
    pub post: Option<String>,
    /// Until when the offer is open or an answer asked for.
    pub until: Option<Timestamp>,
    /// The document of the other side that it answers.
    pub answers: Option<DocumentId>,
    /// The document in whose place it stands.
    pub supersedes: Option<DocumentId>,
    /// The document to which it adds.
    pub supplements: Option<DocumentId>,
    /// The drafts that went to and fro, in the order in which the post came to know.
    #[serde(default)]
    pub rounds: Vec<Round>,
    /// All that was said of it, in the order in which the post came to know.
    pub said: Vec<Utterance>,
    /// How it stands, where both sides sign it.
    pub standing: Option<Standing>,
    /// True once the time of the offer passed without an answer.
    #[serde(default)]
    pub lapsed: bool,
    /// What the other side signed on paper.
    pub paper: Vec<PaperSignature>,
    /// How far it has come.
    pub stage: DocumentStage,
}

/// How far a document has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum DocumentStage {
    /// Being written.
    Draft,
    /// Given out and waiting to leave.
    Queued,
    /// It has left.
    Sent,
    /// The other side provably has it.
    Received,
    /// It came from the other side.
    Arrived,
    /// The side to which it was sent acknowledged it.
    Acknowledged,
    /// Another document answers it.
    Answered {
        /// The document that answers.
        by: DocumentId,
    },
    /// Nothing more is to be done.
    Closed {
        /// Why, where it was not answered.
        reason: Option<String>,
    },
    /// A draft that goes nowhere.
    GivenUp {
        /// Why.
        reason: String,
    },
    /// One side signed it as a firm offer.
    Proposed,
    /// Both sides signed; it is not proven yet that each was held in time.
    Signed,
    /// It binds.
    Bound,
    /// It binds, and a side contests it.
    Contested,
    /// A side refused to sign.
    Refused,
    /// It was asked back, and the other side let it go.
    Withdrawn,
    /// The sides signed different documents in the same place.
    Crossed,
    /// It was binding and ended by agreement of both.
    Terminated,
    /// It was binding, and another document stands in its place.
    Superseded,
    /// The time of the offer passed without an answer.
    Lapsed,
    /// The other side signed it on paper.
    SignedOnPaper,
}

/// What an officer can ask for, and, with the right of the post, what the post records of statements.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum DocumentCommand {
    /// Draft a document for the other side.
    Draft {
        /// What it is.
        kind: DocumentKind,
        /// For whom.
        counterpart: CounterpartId,
        /// What it says.
        content: Content,
        /// The subject matters that it settles; needed where both sides sign.
        #[serde(default)]
        matters: Vec<MatterId>,
        /// The own record it comes from.
        about: Option<RecordId>,
        /// The document of the other side that it answers.
        answers: Option<DocumentId>,
        /// The document in whose place it is to stand.
        supersedes: Option<DocumentId>,
        /// The document to which it adds.
        supplements: Option<DocumentId>,
        /// An internal note.
        #[schemars(length(max = 2000), extend("x-long" = true))]
        remark: Option<String>,
    },
    /// Write the draft anew.
    Amend {
        /// What it says now.
        content: Content,
        /// The subject matters; what is left out stays.
        matters: Option<Vec<MatterId>>,
    },
    /// Give the draft up.
    GiveUp {
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
    /// Record that the other side signed on paper.
    RecordPaperSignature {
        /// Who, as it stands under the signature.
        #[schemars(length(min = 1, max = 200))]
        name: String,
        /// In which office.
        #[schemars(length(min = 1, max = 200))]
        office: String,
        /// The day.
        signed_on: Date,
        /// The picture of the signed paper.
        scan: Attached,
    },
    /// Put an internal note to it; it takes the place of the earlier one.
    Note {
        /// The note.
        #[schemars(length(max = 2000), extend("x-long" = true))]
        remark: String,
    },
    /// Close the document.
    Close {
        /// Why; needed while an answer is still awaited.
        #[schemars(length(max = 500))]
        reason: Option<String>,
    },
    /// Take a draft of the other side over into the own one.
    TakeOver {
        /// The digest of the draft that came.
        document: String,
        /// What the own draft says now.
        content: Content,
    },
    /// The post gives the draft as it stands to the other side; it binds nobody.
    Share {
        /// Its digest.
        document: String,
        /// The series.
        series: String,
        /// The revision.
        revision: u64,
        /// The post of the other side.
        post: String,
        /// The digests of the drafts from which it was made.
        parents: Vec<String>,
        /// The signed statement.
        statement: Utterance,
    },
    /// A draft of the other side arrives: the first of a document, or a further one.
    TakeInDraft {
        /// What it is.
        kind: DocumentKind,
        /// The relation for which it came.
        counterpart: CounterpartId,
        /// Its languages and titles.
        content: Content,
        /// Its digest.
        document: String,
        /// The series.
        series: String,
        /// The revision.
        revision: u64,
        /// The post of the other side.
        post: String,
        /// The document in whose place it is to stand, where it is known.
        supersedes: Option<DocumentId>,
        /// The document to which it adds, where it is known.
        supplements: Option<DocumentId>,
        /// The digests of the drafts from which it was made.
        parents: Vec<String>,
        /// The signed statement.
        statement: Utterance,
    },
    /// The post gives the signed document out.
    Release {
        /// Its digest.
        document: String,
        /// The series, where both sides sign.
        series: Option<String>,
        /// The revision, where both sides sign.
        revision: Option<u64>,
        /// The post of the other side.
        post: String,
        /// Until when the offer is open or an answer asked for.
        until: Option<Timestamp>,
        /// The signed statement.
        statement: Utterance,
    },
    /// The post puts an own statement into its log.
    Say {
        /// The signed statement.
        statement: Utterance,
    },
    /// A document of the other side arrives: a new one, or an offer of what both drafted.
    Arrive {
        /// What it is.
        kind: DocumentKind,
        /// The relation for which it came.
        counterpart: CounterpartId,
        /// Its languages and titles.
        content: Content,
        /// Its digest.
        document: String,
        /// The series, where both sides sign.
        series: Option<String>,
        /// The revision, where both sides sign.
        revision: Option<u64>,
        /// The post of the other side.
        post: String,
        /// The own document that it answers.
        answers: Option<DocumentId>,
        /// The document in whose place it is to stand, where it is known.
        supersedes: Option<DocumentId>,
        /// The document to which it adds, where it is known.
        supplements: Option<DocumentId>,
        /// The statement by which it was given out.
        statement: Utterance,
    },
    /// The other side is heard to say something of it.
    Hear {
        /// The statement.
        statement: Utterance,
    },
    /// An own document or draft that this post had forgotten comes back from the other one.
    Regain {
        /// What it is.
        kind: DocumentKind,
        /// The relation.
        counterpart: CounterpartId,
        /// What it says.
        content: Content,
        /// Its digest.
        document: String,
        /// The series, where both sides sign.
        series: Option<String>,
        /// The revision, where both sides sign.
        revision: Option<u64>,
        /// The post of the other side.
        post: String,
        /// The document of the other side that it answers.
        answers: Option<DocumentId>,
        /// The document in whose place it is to stand, where it is known.
        supersedes: Option<DocumentId>,
        /// The document to which it adds, where it is known.
        supplements: Option<DocumentId>,
        /// Of a draft: the digests of the drafts from which it was made.
        parents: Vec<String>,
        /// The statement by which it was given out.
        statement: Utterance,
    },
    /// What the own side had said of it, and this post had forgotten, comes back from the other post.
    RegainWord {
        /// The statement.
        statement: Utterance,
    },
    /// Own statements stand in no log: another history of this post had gone on in their place.
    Unsay {
        /// The log.
        origin: String,
        /// From which place on.
        from: u64,
    },
    /// Own statements have left for the other side.
    Send {
        /// The log.
        origin: String,
        /// How many entries of the log have left.
        size: u64,
    },
    /// A receipt shows that the other side has statements.
    Hold {
        /// The log.
        origin: String,
        /// How many entries of the log it has.
        size: u64,
        /// Since when.
        at: Timestamp,
    },
    /// The post finds from the statements how it stands.
    Stand {
        /// How.
        standing: Standing,
        /// Until when the offer is open.
        until: Option<Timestamp>,
    },
    /// The time of the offer passed without an answer.
    Lapse,
    /// Another document answers it; follows from that document.
    RecordAnswered {
        /// The document that answers.
        by: DocumentId,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum DocumentFact {
    /// A document was drafted.
    Drafted {
        /// What it is.
        kind: DocumentKind,
        /// For whom.
        counterpart: CounterpartId,
        /// The other side.
        other_side: SideId,
        /// What it says.
        content: Content,
        /// The subject matters.
        matters: Vec<MatterId>,
        /// The own record it comes from.
        about: Option<RecordId>,
        /// What it answers.
        answers: Option<DocumentId>,
        /// In whose place it is to stand.
        supersedes: Option<DocumentId>,
        /// To what it adds.
        supplements: Option<DocumentId>,
        /// An internal note.
        remark: Option<String>,
    },
    /// The draft was written anew; matters that are absent stayed.
    Amended {
        /// What it says.
        content: Content,
        /// The subject matters.
        matters: Option<Vec<MatterId>>,
    },
    /// The draft was given up.
    GivenUp {
        /// Why.
        reason: String,
    },
    /// The other side signed on paper.
    PaperSignatureRecorded {
        /// The signature.
        signature: PaperSignature,
    },
    /// An internal note was put to it.
    Noted {
        /// The note; nothing takes it away.
        remark: Option<String>,
    },
    /// The document was closed.
    Closed {
        /// Why.
        reason: Option<String>,
    },
    /// A draft of the other side was taken over into the own one.
    TakenOver {
        /// The digest of the draft that came.
        document: String,
        /// What the own draft says now.
        content: Content,
    },
    /// The draft as it stood was given to the other side.
    Shared {
        /// The series.
        series: String,
        /// The revision.
        revision: u64,
        /// The post of the other side.
        post: String,
        /// The draft as it left.
        round: Round,
        /// The signed statement.
        statement: Utterance,
    },
    /// A document of the other side arrived as a draft.
    DraftArrived {
        /// What it is.
        kind: DocumentKind,
        /// The relation.
        counterpart: CounterpartId,
        /// The side that wrote it.
        other_side: SideId,
        /// Its languages and titles.
        content: Content,
        /// The series.
        series: String,
        /// The revision.
        revision: u64,
        /// The post of the other side.
        post: String,
        /// In whose place it is to stand.
        supersedes: Option<DocumentId>,
        /// To what it adds.
        supplements: Option<DocumentId>,
        /// The draft as it came.
        round: Round,
        /// The signed statement.
        statement: Utterance,
    },
    /// A further draft of the other side came.
    DraftHeard {
        /// Its languages and titles, where the record had no words of its own yet.
        #[serde(default)]
        content: Option<Content>,
        /// The draft as it came.
        round: Round,
        /// The signed statement.
        statement: Utterance,
    },
    /// The other side offered what both had drafted, signed.
    Offered {
        /// Its languages and titles.
        content: Content,
        /// Its digest.
        document: String,
        /// The document in whose place the offer is to stand, where it is known: not always that of the drafts.
        #[serde(default)]
        supersedes: Option<DocumentId>,
        /// The document to which the offer adds, where it is known.
        #[serde(default)]
        supplements: Option<DocumentId>,
        /// The signed statement.
        statement: Utterance,
    },
    /// The post gave it out.
    Released {
        /// Its digest.
        document: String,
        /// The series.
        series: Option<String>,
        /// The revision.
        revision: Option<u64>,
        /// The post of the other side.
        post: String,
        /// Until when the offer is open or an answer asked for.
        until: Option<Timestamp>,
        /// The signed statement.
        statement: Utterance,
    },
    /// The own side said something of it.
    Said {
        /// The statement.
        statement: Utterance,
    },
    /// It arrived from the other side.
    Arrived {
        /// What it is.
        kind: DocumentKind,
        /// The relation.
        counterpart: CounterpartId,
        /// The side that wrote it.
        other_side: SideId,
        /// Its languages and titles.
        content: Content,
        /// Its digest.
        document: String,
        /// The series.
        series: Option<String>,
        /// The revision.
        revision: Option<u64>,
        /// The post of the other side.
        post: String,
        /// What it answers.
        answers: Option<DocumentId>,
        /// In whose place it is to stand.
        supersedes: Option<DocumentId>,
        /// To what it adds.
        supplements: Option<DocumentId>,
        /// The statement by which it was given out.
        statement: Utterance,
    },
    /// The other side said something of it.
    Heard {
        /// The statement.
        statement: Utterance,
    },
    /// Own statements left for the other side.
    Sent {
        /// The log.
        origin: String,
        /// How many entries of it left.
        size: u64,
    },
    /// A receipt showed that the other side has statements.
    Held {
        /// The log.
        origin: String,
        /// How many entries of it.
        size: u64,
        /// Since when.
        at: Timestamp,
    },
    /// How it stands was found from the statements.
    Stood {
        /// How.
        standing: Standing,
        /// Until when the offer is open.
        until: Option<Timestamp>,
    },
    /// The time of the offer passed without an answer.
    Lapsed,
    /// Another document answered it.
    Answered {
        /// The document that answers.
        by: DocumentId,
    },
    /// Own statements stood in no log any more.
    Unsaid {
        /// The log.
        origin: String,
        /// From which place on.
        from: u64,
    },
}
