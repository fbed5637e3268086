//! What can be asked for on a border representative, what can happen, and why an act may be refused.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::state::{
    AbsenceReason, Credential, HandledEvent, Mandate, OutdatedCredential, PersonInOffice, RepresentativeRole,
};
use crate::{BorderRepresentativeId, LetterId, RecordId, SideId, TreatySegmentId, UnitId};

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum BorderRepresentativeCommand {
    /// Propose a person of the own side.
    Propose {
        /// The side across the line.
        #[schemars(extend("x-side" = "other"))]
        other_side: SideId,
        /// The treaty segment.
        segment: TreatySegmentId,
        /// Representative, deputy or assistant.
        role: RepresentativeRole,
        /// The name as it stands on papers.
        #[schemars(length(min = 1, max = 120))]
        name: String,
        /// The rank.
        #[schemars(length(max = 80))]
        rank: Option<String>,
        /// The office.
        #[schemars(length(min = 1, max = 200))]
        office: String,
        /// The unit in which the person serves.
        #[schemars(extend("x-side" = "own"))]
        unit: Option<UnitId>,
    },
    /// Record that the other side notified the appointment of its own person.
    RecordNotified {
        /// The side that appoints.
        #[schemars(extend("x-side" = "other"))]
        other_side: SideId,
        /// The treaty segment.
        segment: TreatySegmentId,
        /// Representative, deputy or assistant.
        role: RepresentativeRole,
        /// The name as it stands on papers.
        #[schemars(length(min = 1, max = 120))]
        name: String,
        /// The rank.
        #[schemars(length(max = 80))]
        rank: Option<String>,
        /// The office.
        #[schemars(length(min = 1, max = 200))]
        office: String,
        /// The unit in which the person serves.
        #[schemars(extend("x-side" = "other"))]
        unit: Option<UnitId>,
        /// The authority that appointed.
        #[schemars(length(min = 1, max = 200))]
        authority: String,
        /// The number of the letter of credence.
        #[schemars(length(min = 1, max = 80))]
        credential_number: String,
        /// Who signed it, by office.
        #[schemars(length(min = 1, max = 200))]
        signed_by: String,
        /// The day of that signature.
        signed_on: Date,
        /// The unit that it names.
        #[schemars(extend("x-side" = "other"))]
        credential_unit: UnitId,
        /// The first day in office.
        from: Date,
        /// The first day no longer in office, where a term is set.
        until: Option<Date>,
        /// The day on which the own side was told.
        notified_on: Date,
        /// The letter by which it was.
        letter: Option<LetterId>,
    },
    /// Record the appointment with its letter of credence.
    Appoint {
        /// The authority that appointed.
        #[schemars(length(min = 1, max = 200))]
        authority: String,
        /// The number of the letter of credence.
        #[schemars(length(min = 1, max = 80))]
        credential_number: String,
        /// Who signed it, by office.
        #[schemars(length(min = 1, max = 200))]
        signed_by: String,
        /// The day of that signature.
        signed_on: Date,
        /// The unit that it names.
        credential_unit: UnitId,
        /// The first day in office.
        from: Date,
        /// The first day no longer in office, where a term is set.
        until: Option<Date>,
    },
    /// Record that the other side was told of the appointment.
    Notify {
        /// The day.
        notified_on: Date,
        /// The letter by which it was.
        letter: Option<LetterId>,
    },
    /// Answer the other side's notification.
    Answer {
        /// Taken note of, without objection.
        #[serde(default)]
        accepts: bool,
        /// Why not.
        #[schemars(length(max = 500))]
        remark: Option<String>,
    },
    /// Record the other side's answer.
    RecordAnswer {
        /// Taken note of, without objection.
        #[serde(default)]
        accepts: bool,
        /// Why not.
        #[schemars(length(max = 500))]
        remark: Option<String>,
    },
    /// Record that the person took office.
    TakeOffice {
        /// The first day in office.
        from: Date,
        /// Whom the person follows in office.
        replaces: Option<BorderRepresentativeId>,
    },
    /// Give a deputy a mandate to act for the representative.
    GiveMandate {
        /// The representative who gives it.
        by: BorderRepresentativeId,
        /// The first day.
        mandate_from: Date,
        /// The first day on which it no longer holds.
        mandate_until: Date,
        /// Why the representative does not act.
        absence: AbsenceReason,
        /// The day on which the other side was told.
        told_on: Option<Date>,
    },
    /// Record that the other side was told of a mandate.
    RecordTold {
        /// The number of the mandate; may be left out where one alone is meant.
        number: Option<u32>,
        /// The day.
        told_on: Date,
    },
    /// End a mandate before its last day.
    EndMandate {
        /// The number of the mandate; may be left out where one alone is meant.
        number: Option<u32>,
        /// The first day on which it no longer holds.
        ended_on: Date,
    },
    /// Record a border event that the person handled.
    RecordHandled {
        /// The day.
        handled_on: Date,
        /// What was handled.
        #[schemars(length(min = 1, max = 500))]
        what: String,
        /// The record of it.
        record: Option<RecordId>,
    },
    /// Record that the representative confirmed what an assistant did.
    ConfirmHandled {
        /// The number of the event; may be left out where one alone is meant.
        number: Option<u32>,
        /// The representative.
        by: BorderRepresentativeId,
    },
    /// Record a new letter of credence.
    RenewCredential {
        /// The number of the letter of credence.
        #[schemars(length(min = 1, max = 80))]
        credential_number: String,
        /// Who signed it, by office.
        #[schemars(length(min = 1, max = 200))]
        signed_by: String,
        /// The day of that signature.
        signed_on: Date,
        /// The unit that it names.
        credential_unit: UnitId,
    },
    /// Note that the unit named in the letter of credence was dissolved; follows from that unit.
    FlagCredential {
        /// The unit.
        unit: UnitId,
        /// The first day on which it no longer acts.
        on: Date,
    },
    /// Record that the person no longer holds the office.
    Replace {
        /// The first day no longer in office.
        replaced_on: Date,
        /// Who follows.
        successor: Option<BorderRepresentativeId>,
        /// Why, where somebody says so.
        #[schemars(length(max = 500))]
        remark: Option<String>,
    },
    /// Give the appointment up before the person takes office.
    Withdraw {
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        remark: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum BorderRepresentativeFact {
    /// A person was proposed.
    Proposed {
        /// The side that appoints.
        side: SideId,
        /// The side across the line.
        other_side: SideId,
        /// The treaty segment.
        segment: TreatySegmentId,
        /// Representative, deputy or assistant.
        role: RepresentativeRole,
        /// The person in office.
        person: PersonInOffice,
        /// The unit in which the person serves.
        unit: Option<UnitId>,
    },
    /// The person was appointed.
    Appointed {
        /// The authority.
        authority: String,
        /// The letter of credence.
        credential: Credential,
        /// The first day in office.
        from: Date,
        /// The first day no longer in office.
        until: Option<Date>,
    },
    /// The side across the line was told.
    Notified {
        /// The day.
        notified_on: Date,
        /// The letter.
        letter: Option<LetterId>,
    },
    /// The side that was told took note.
    Accepted,
    /// The side that was told did not accept.
    Declined {
        /// Why.
        remark: String,
    },
    /// The person took office.
    OfficeTaken {
        /// The first day.
        from: Date,
    },
    /// A deputy got a mandate.
    MandateGiven {
        /// The mandate.
        mandate: Mandate,
    },
    /// The other side was told of a mandate.
    Told {
        /// The number of the mandate.
        number: u32,
        /// The day.
        told_on: Date,
    },
    /// A mandate ended before its last day.
    MandateEnded {
        /// The number of the mandate.
        number: u32,
        /// The first day on which it no longer holds.
        ended_on: Date,
    },
    /// The person handled a border event.
    EventHandled {
        /// The event.
        event: HandledEvent,
    },
    /// The representative confirmed what an assistant did.
    EventConfirmed {
        /// The number of the event.
        number: u32,
        /// The representative.
        by: BorderRepresentativeId,
    },
    /// There is a new letter of credence.
    CredentialRenewed {
        /// The letter of credence.
        credential: Credential,
    },
    /// The unit named in the letter of credence was dissolved.
    CredentialFlagged {
        /// The unit and the day.
        outdated: OutdatedCredential,
    },
    /// The person no longer holds the office.
    Replaced {
        /// The first day no longer in office.
        replaced_on: Date,
        /// Who follows.
        successor: Option<BorderRepresentativeId>,
        /// Why, where somebody said so.
        remark: Option<String>,
    },
    /// The appointment was given up.
    Withdrawn {
        /// Why.
        remark: String,
    },
}

/// Why an act on a border representative is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum BorderRepresentativeRefusal {
    /// The appointment is not in a state for this.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// The side across the line is not known, or is the own side.
    NoOtherSide,
    /// There is no such treaty segment.
    NoSegment,
    /// There is no such unit of the side that appoints.
    NoUnit,
    /// There is no such letter.
    NoLetter,
    /// There is no such record.
    NoRecord,
    /// The other side answers the notification of an own person, the own side that of the other side's.
    OtherSideAnswers,
    /// Who does not accept says why.
    NoRemark,
    /// The segment has a representative of this side in office already.
    AlreadyRepresented {
        /// Who is in office.
        representative: BorderRepresentativeId,
    },
    /// Not a representative of the same side and segment in office.
    NotTheRepresentative,
    /// Only a deputy needs a mandate.
    NotADeputy,
    /// A deputy acts only on a recorded mandate, and none holds on this day.
    NoMandate {
        /// The day.
        on: Date,
    },
    /// There is no such mandate or event, or there are several.
    WhichOne {
        /// How many there are that could be meant.
        count: u32,
    },
    /// Not in office on this day.
    NotInOffice {
        /// The day.
        on: Date,
    },
    /// What happened cannot lie in the future.
    InTheFuture,
    /// A day that cannot lie later lies later.
    WrongOrder {
        /// The day that cannot lie later.
        earlier: Date,
        /// The day that cannot lie earlier.
        later: Date,
    },
}
