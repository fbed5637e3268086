//! Why bytes are refused: a code that both implementations of the format give, and the place of the fault.

/// The reason of a refusal, in the order in which `docs/formats/evidence.md` checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "each is described in docs/formats/evidence.md under its code")]
pub enum Code {
    Size,
    Encoding,
    Shape,
    Format,
    Order,
    Envelope,
    Key,
    Signature,
    Commitment,
    RootSide,
    RootNumber,
    RootKeys,
    RootThreshold,
    RootUnknown,
    RootNext,
    RootSigner,
    RootTooFew,
    PostSide,
    PostKeys,
    PostSigner,
    PostTooFew,
    OfficerSide,
    OfficerPost,
    OfficerSigner,
    Dates,
    OriginPost,
    Note,
    NoteSeal,
    NoteCosigner,
    NoteCosignature,
    NoteConsistency,
    StatementIndex,
    StatementInclusion,
    StatementOrigin,
    StatementSigner,
    StatementUnit,
    StatementDates,
    StatementRight,
    StatementDocument,
    StatementCover,
    Head,
    HeadSides,
    HeadText,
    Words,
    Unused,
    NothingSigned,
}

impl Code {
    /// Every code.
    pub const ALL: [Self; 46] = [
        Self::Size,
        Self::Encoding,
        Self::Shape,
        Self::Format,
        Self::Order,
        Self::Envelope,
        Self::Key,
        Self::Signature,
        Self::Commitment,
        Self::RootSide,
        Self::RootNumber,
        Self::RootKeys,
        Self::RootThreshold,
        Self::RootUnknown,
        Self::RootNext,
        Self::RootSigner,
        Self::RootTooFew,
        Self::PostSide,
        Self::PostKeys,
        Self::PostSigner,
        Self::PostTooFew,
        Self::OfficerSide,
        Self::OfficerPost,
        Self::OfficerSigner,
        Self::Dates,
        Self::OriginPost,
        Self::Note,
        Self::NoteSeal,
        Self::NoteCosigner,
        Self::NoteCosignature,
        Self::NoteConsistency,
        Self::StatementIndex,
        Self::StatementInclusion,
        Self::StatementOrigin,
        Self::StatementSigner,
        Self::StatementUnit,
        Self::StatementDates,
        Self::StatementRight,
        Self::StatementDocument,
        Self::StatementCover,
        Self::Head,
        Self::HeadSides,
        Self::HeadText,
        Self::Words,
        Self::Unused,
        Self::NothingSigned,
    ];

    /// The code as it is written.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Size => "size",
            Self::Encoding => "encoding",
            Self::Shape => "shape",
            Self::Format => "format",
            Self::Order => "order",
            Self::Envelope => "envelope",
            Self::Key => "key",
            Self::Signature => "signature",
            Self::Commitment => "commitment",
            Self::RootSide => "root-side",
            Self::RootNumber => "root-number",
            Self::RootKeys => "root-keys",
            Self::RootThreshold => "root-threshold",
            Self::RootUnknown => "root-unknown",
            Self::RootNext => "root-next",
            Self::RootSigner => "root-signer",
            Self::RootTooFew => "root-too-few",
            Self::PostSide => "post-side",
            Self::PostKeys => "post-keys",
            Self::PostSigner => "post-signer",
            Self::PostTooFew => "post-too-few",
            Self::OfficerSide => "officer-side",
            Self::OfficerPost => "officer-post",
            Self::OfficerSigner => "officer-signer",
            Self::Dates => "dates",
            Self::OriginPost => "origin-post",
            Self::Note => "note",
            Self::NoteSeal => "note-seal",
            Self::NoteCosigner => "note-cosigner",
            Self::NoteCosignature => "note-cosignature",
            Self::NoteConsistency => "note-consistency",
            Self::StatementIndex => "statement-index",
            Self::StatementInclusion => "statement-inclusion",
            Self::StatementOrigin => "statement-origin",
            Self::StatementSigner => "statement-signer",
            Self::StatementUnit => "statement-unit",
            Self::StatementDates => "statement-dates",
            Self::StatementRight => "statement-right",
            Self::StatementDocument => "statement-document",
            Self::StatementCover => "statement-cover",
            Self::Head => "head",
            Self::HeadSides => "head-sides",
            Self::HeadText => "head-text",
            Self::Words => "words",
            Self::Unused => "unused",
            Self::NothingSigned => "nothing-signed",
        }
    }
}

/// A refusal: why, and where in the bytes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} at {place}", code.as_str())]
pub struct Fault {
    /// Why.
    pub code: Code,
    /// Where: a path such as `logs[0].statements[1].entry`.
    pub place: String,
}

impl Fault {
    /// A fault at a place.
    pub fn new(code: Code, place: impl Into<String>) -> Self {
        Self { code, place: place.into() }
    }
}
