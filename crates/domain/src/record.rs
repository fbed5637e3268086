//! Permanent identities of records, and typed references from one record to another.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

/// The permanent identity of a record: 1 to 64 characters of `a-z`, `0-9` and `-`, never reused.
///
/// Records that a profile brings carry the profile's code (`gate-station-3`); all others carry 26 characters
/// made from the instant and chance by whoever calls the domain.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RecordId(String);

/// Why a text is not a record identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordIdFault;

impl fmt::Display for RecordIdFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an identity has 1 to 64 characters of a-z, 0-9 and -")
    }
}

impl RecordId {
    /// The identity with this text, if the text has the form of one.
    pub fn parse(text: &str) -> Result<Self, RecordIdFault> {
        let fits = (1..=64).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if fits { Ok(Self(text.to_owned())) } else { Err(RecordIdFault) }
    }

    /// The identity made from 48 bits of milliseconds and 80 bits of chance, in the order of time (as a ULID).
    pub fn from_parts(unix_ms: u64, chance: [u8; 10]) -> Self {
        const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let mut low = [0u8; 16];
        low[6..].copy_from_slice(&chance);
        let bits = (u128::from(unix_ms & 0xffff_ffff_ffff) << 80) | u128::from_be_bytes(low);
        let text = (0..26).rev().map(|i| char::from(ALPHABET[((bits >> (5 * i)) & 31) as usize]));
        Self(text.collect())
    }

    /// The identity as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for RecordId {
    type Error = RecordIdFault;
    fn try_from(text: String) -> Result<Self, RecordIdFault> {
        Self::parse(&text)
    }
}

impl From<RecordId> for String {
    fn from(id: RecordId) -> Self {
        id.0
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

impl JsonSchema for RecordId {
    fn schema_name() -> Cow<'static, str> {
        "RecordId".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[a-z0-9-]{1,64}$", "x-ref": "" })
    }
}

/// A typed reference: the identity of a record of one noun. Its JSON Schema says which noun (`x-ref`).
macro_rules! reference {
    ($( $(#[$doc:meta])* $name:ident => $noun:literal ),+ $(,)?) => { $(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub RecordId);

        impl $name {
            /// The reference with this text, if the text has the form of an identity.
            pub fn parse(text: &str) -> Result<Self, RecordIdFault> {
                RecordId::parse(text).map(Self)
            }
            /// The identity as text.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn inline_schema() -> bool {
                true
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "pattern": "^[a-z0-9-]{1,64}$", "x-ref": $noun })
            }
        }
    )+ };
}

reference! {
    /// A side: a sovereign service.
    SideId => "side",
    /// A unit: an organisation of one side.
    UnitId => "unit",
    /// A level of a scheme.
    LevelCode => "level",
    /// A subject matter of talks.
    MatterId => "matter",
    /// A dated relation of an own unit with a unit of the other side.
    CounterpartId => "counterpart",
    /// An officer of the own side.
    OfficerId => "officer",
    /// A text that binds both sides.
    AgreementId => "agreement",
    /// A duty that follows from a clause.
    ObligationId => "obligation",
    /// One dated duty of an obligation.
    OccurrenceId => "occurrence",
    /// Talks.
    TalksId => "talks",
    /// A letter.
    LetterId => "letter",
    /// A document that crosses the border.
    DocumentId => "document",
    /// A patrol.
    PatrolId => "patrol",
    /// A matter referred to a superior unit.
    ReferralId => "referral",
    /// A reporting period.
    PeriodId => "period",
    /// A person appointed for a treaty segment.
    BorderRepresentativeId => "border-representative",
    /// An officer named to the other side.
    LiaisonOfficerId => "liaison-officer",
    /// A group named for one activity.
    DelegationId => "delegation",
    /// A long-running programme.
    StandingProgrammeId => "standing-programme",
    /// A line between neighbours.
    LineId => "line",
    /// A stretch of a line that a treaty names.
    TreatySegmentId => "treaty-segment",
    /// A stretch of a line that a unit holds.
    UnitSectionId => "unit-section",
    /// A numbered place of markers.
    MarkerPlaceId => "marker-place",
    /// A marker: one object at a numbered place.
    MarkerId => "marker",
    /// What is done about one finding at a marker.
    MarkerWorksId => "marker-works",
    /// A gate or an opening.
    GateId => "gate",
    /// A village or residential group, as an aggregate.
    CommunityId => "community",
    /// A signed, lasting pairing.
    TwinningId => "twinning",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identities_are_ordered_by_time() {
        let early = RecordId::from_parts(1_770_000_000_000, [0xff; 10]);
        let late = RecordId::from_parts(1_770_000_000_001, [0; 10]);
        assert!(early < late);
        assert_eq!(early.as_str().len(), 26);
        assert_eq!(RecordId::parse(early.as_str()), Ok(early));
    }

    #[test]
    fn an_identity_cannot_hold_a_path_or_a_capital() {
        for text in ["", "A", "../x", "a b", "đ", &"a".repeat(65)] {
            assert_eq!(RecordId::parse(text), Err(RecordIdFault), "{text}");
        }
    }
}
