//! What the two border services can do, and what follows from each act; pure rules without any input or output.
//!
//! An officer gives a command; [`Noun::decide`] answers with facts or with a refusal that names its reason;
//! the state of a record is the fold of its facts ([`Noun::apply`]), and folding cannot fail.
//! A noun is declared once, by one file in its wing and one line in the list below.

mod around;
mod attached;
mod declared;
mod deed;
mod grade;
mod header;
mod marker_number;
mod noun;
mod qualifier;
mod record;
#[cfg(test)]
mod rehearsal;
mod words;

pub use around::{Around, Counted, Found, Hindering, Setting, Undoing, Wanted};
pub use attached::Attached;
pub use declared::{BadCommand, Decided, Declared, Obstacle, Refused, Schemas, StateFault, refused};
pub use deed::Postponement;
pub use grade::{Grade, Reach, Right, Role};
pub use header::{Basis, Due, Figure, Header, Link};
pub use marker_number::{MarkerNumber, MarkerNumberFault};
pub use noun::{Consequence, Decision, Noun, Stamp, Wing};
pub use qualifier::Qualifier;
pub use record::{
    AgreementId, BorderRepresentativeId, CommunityId, CounterpartId, DelegationId, DocumentId, GateId, LetterId,
    LevelCode, LiaisonOfficerId, LineId, MarkerId, MarkerPlaceId, MarkerWorksId, MatterId, ObligationId, OccurrenceId,
    OfficerId, PatrolId, PeriodId, RecordId, RecordIdFault, ReferralId, SideId, StandingProgrammeId, TalksId,
    TreatySegmentId, TwinningId, UnitId, UnitSectionId,
};
pub use words::Words;

/// Declares the modules of the nouns, wing by wing, and the list [`NOUNS`] in the same order.
macro_rules! nouns {
    ($( $(#[$doc:meta])* $wing:ident { $( $file:ident :: $noun:ident ),+ $(,)? } )+) => {
        $( $(#[$doc])* pub mod $wing { $( pub mod $file; )+ } )+
        /// Every noun the program knows, in the order of the wings.
        pub static NOUNS: &[Declared] = &[ $( $( Declared::of::<$wing::$file::$noun>(), )+ )+ ];
    };
}

nouns! {
    /// Who acts: sides, units, levels, counterparts, officers; and persons in office who deal with the other side.
    organisation {
        side::Side, matter::Matter, level::Level, unit::Unit, counterpart::Counterpart, officer::Officer,
        border_representative::BorderRepresentative, liaison_officer::LiaisonOfficer, delegation::Delegation
    }
    /// What binds: agreements, obligations and their occurrences, standing programmes.
    basis {
        agreement::Agreement, obligation::Obligation, occurrence::Occurrence, standing_programme::StandingProgramme,
    }
    /// How the two sides speak: talks, meetings, letters, documents, calls, visits, and what remains to be followed up.
    contact {
        talks::Talks, meeting::Meeting, letter::Letter, document::Document, hotline_call::HotlineCall, visit::Visit,
        task::Task, referral::Referral,
    }
    /// Where it is done: the line, its segments and sections, marker places and markers, gates, communities, twinnings.
    territory {
        line::Line, marker_place::MarkerPlace, treaty_segment::TreatySegment, unit_section::UnitSection, marker::Marker,
        gate::Gate, community::Community, twinning::Twinning,
    }
    /// What is done on the line, and for and with the neighbours.
    operations {
        patrol::Patrol, marker_works::MarkerWorks, outreach::Outreach, aid::Aid, training::Training, award::Award,
    }
    /// What is counted and reported upward.
    reporting { period::Period, report::Report, figure::Figure, import::Import }
}

/// The noun of that name, if there is one.
pub fn noun(name: &str) -> Option<&'static Declared> {
    NOUNS.iter().find(|noun| noun.name == name)
}
