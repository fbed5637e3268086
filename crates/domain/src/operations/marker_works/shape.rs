//! The commands on marker works, what can happen, and why an act may be refused.

use jiff::Timestamp;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::state::*;
use crate::territory::marker::{Position, SeenCondition};
use crate::{CounterpartId, LetterId, MarkerId, MarkerNumber, PatrolId, RecordId, SideId, Words};

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum MarkerWorksCommand {
    /// Record that something was found at a marker.
    RecordFinding {
        /// The marker.
        marker: MarkerId,
        /// With whom it is to be checked.
        counterpart: CounterpartId,
        /// What was found, in neutral words.
        #[schemars(length(min = 1, max = 200))]
        subject: String,
        /// When.
        found_at: Timestamp,
        /// The side that found it; the own side where none is named.
        found_by: Option<SideId>,
        /// The condition as seen, where the own side has looked already.
        condition: Option<SeenCondition>,
        /// What was seen.
        #[schemars(length(max = 2000), extend("x-long" = true))]
        text: Option<String>,
        /// Where the photos are kept.
        #[schemars(length(max = 300))]
        photo: Option<String>,
        /// The patrol that found it.
        patrol: Option<PatrolId>,
        /// Hours within which the written notice is due; 24 where nothing is said.
        #[schemars(range(min = 1, max = 720))]
        notify_hours: Option<u32>,
        /// Days from the delivery of a notice of works to the first day of works; 10 where nothing is said.
        #[schemars(range(min = 0, max = 120))]
        notice_days: Option<u32>,
    },
    /// Note what the own side saw at the marker.
    Note {
        /// The condition as seen.
        condition: SeenCondition,
        /// What was seen.
        #[schemars(length(max = 2000), extend("x-long" = true))]
        text: Option<String>,
        /// Where the photos are kept.
        #[schemars(length(max = 300))]
        photo: Option<String>,
    },
    /// Record that the other side was told of the finding, or told us.
    Notify {
        /// When.
        notified_at: Timestamp,
        /// The hotline call.
        call: Option<RecordId>,
        /// The letter.
        letter: Option<LetterId>,
        /// How else.
        #[schemars(length(max = 300))]
        remark: Option<String>,
    },
    /// Record the day for which both sides agreed to check together.
    AgreeJointCheck {
        /// The day.
        check_on: Date,
    },
    /// Record the joint check.
    RecordJointCheck {
        /// The day.
        held_on: Date,
        /// The position as surveyed.
        position: Option<Position>,
        /// How exact the survey is, in metres.
        #[schemars(length(max = 12))]
        accuracy_m: Option<String>,
        /// The instruments.
        #[schemars(length(max = 120))]
        device: Option<String>,
        /// Where the photos are kept.
        #[schemars(length(max = 300))]
        photo: Option<String>,
        /// What was found.
        #[schemars(length(max = 2000), extend("x-long" = true))]
        text: Option<String>,
    },
    /// Record that both sides agreed on the facts.
    AgreeFacts {
        /// The day of the record on it.
        signed_on: Date,
        /// The condition that both confirm.
        condition: ConfirmedCondition,
        /// The facts in the words of both.
        #[schemars(length(min = 1, max = 4000), extend("x-long" = true))]
        agreed_text: String,
        /// The cause, where both agree on it.
        #[schemars(length(max = 500))]
        cause: Option<String>,
        /// The side that carries out the works, where the register does not say it.
        responsible: Option<SideId>,
    },
    /// Record that the sides did not agree on the facts; the works do not wait for the cause.
    RecordDifferingFacts {
        /// The day of the record on it.
        signed_on: Date,
        /// The facts in the words of the own side.
        #[schemars(length(min = 1, max = 4000), extend("x-long" = true))]
        own_text: String,
        /// The facts in the words of the other side.
        #[schemars(length(min = 1, max = 4000), extend("x-long" = true))]
        other_text: String,
        /// The condition that both confirm all the same.
        condition: Option<ConfirmedCondition>,
        /// The side that carries out the works, where the register does not say it.
        responsible: Option<SideId>,
    },
    /// Record a notice of works; a new notice takes the place of the one before and restarts the count.
    AnnounceWorks {
        /// The side that works.
        side: SideId,
        /// The day on which the notice was delivered.
        delivered_on: Date,
        /// The first day of works.
        start_on: Date,
        /// The letter that carries the notice.
        letter: Option<LetterId>,
        /// The letter in which the other side agreed to an earlier start.
        earlier_start_letter: Option<LetterId>,
    },
    /// Name who is to be present for the side that does not work; a successor unit confirms by naming again.
    NameRepresentative {
        /// By office, not by name.
        #[schemars(length(min = 1, max = 200))]
        office: String,
    },
    /// Record that the works were carried out.
    RecordWorks {
        /// The first day.
        held_on: Date,
        /// The last day, where it is another.
        until_on: Option<Date>,
        /// Who was present for the side that does not work, by office.
        #[schemars(length(max = 200))]
        present: String,
        /// What was done.
        #[schemars(length(max = 2000), extend("x-long" = true))]
        text: Option<String>,
    },
    /// Record that both sides signed the record of the works, with photo and survey.
    SignRecord {
        /// The day.
        signed_on: Date,
        /// How many originals; 2 where nothing is said.
        #[schemars(range(min = 1, max = 12))]
        originals: Option<u32>,
        /// Where the photos are kept.
        #[schemars(length(min = 1, max = 300))]
        photo: String,
        /// The position as surveyed, with the height.
        position: Position,
        /// How exact the survey is, in metres.
        #[schemars(length(max = 12))]
        accuracy_m: Option<String>,
        /// The instruments.
        #[schemars(length(max = 120))]
        device: Option<String>,
    },
    /// Record that the marker cannot be restored at its place, and put it to the Joint Committee.
    ReferToCommittee {
        /// The day of the record with the reasons.
        referred_on: Date,
        /// Why it cannot be restored.
        #[schemars(length(min = 1, max = 2000), extend("x-long" = true))]
        reason: String,
    },
    /// Record what the Joint Committee decided.
    RecordDecision {
        /// The day.
        decided_on: Date,
        /// The document, as it is to be cited.
        #[schemars(length(min = 1, max = 300))]
        document: String,
        /// What was decided.
        #[schemars(length(max = 2000), extend("x-long" = true))]
        text: Option<String>,
        /// The marker is to be restored at its place after all.
        #[serde(default)]
        in_place: bool,
    },
    /// Close it without works.
    Close {
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum MarkerWorksFact {
    /// Something was found at a marker.
    Found {
        /// The marker.
        marker: MarkerId,
        /// Its number.
        number: MarkerNumber,
        /// Its number and what was found.
        title: Words,
        /// With whom it is to be checked.
        counterpart: CounterpartId,
        /// The other side.
        other_side: SideId,
        /// What was found.
        subject: String,
        /// The side that found it.
        found_by: SideId,
        /// When.
        found_at: Timestamp,
        /// The day of it.
        found_on: Date,
        /// The patrol that found it.
        patrol: Option<PatrolId>,
        /// Hours within which the written notice is due.
        notify_hours: u32,
        /// Days from the delivery of a notice of works to the first day of works.
        notice_days: u32,
        /// The side that maintains the marker, as the register says.
        responsible: Option<SideId>,
    },
    /// The own side looked and noted it.
    Noted {
        /// What was seen.
        noted: Noted,
    },
    /// The other side was told, or told us.
    Notified {
        /// When and how.
        #[serde(flatten)]
        notice: FindingNotice,
    },
    /// Both sides agreed on a day to check together.
    JointCheckAgreed {
        /// The day.
        check_on: Date,
    },
    /// Both sides looked together.
    JointlyChecked {
        /// What they measured.
        check: JointCheck,
    },
    /// Both sides agreed on the facts.
    FactsAgreed {
        /// The facts.
        facts: CheckedFacts,
        /// The side that carries out the works.
        responsible: Option<SideId>,
    },
    /// The sides did not agree on the facts.
    FactsNotAgreed {
        /// The texts of both.
        facts: CheckedFacts,
        /// The side that carries out the works.
        responsible: Option<SideId>,
    },
    /// A notice of works was delivered.
    WorksAnnounced {
        /// The notice.
        #[serde(flatten)]
        announcement: WorksNotice,
    },
    /// It was named who is to be present.
    RepresentativeNamed {
        /// Who, by office.
        representative: Representative,
    },
    /// The works were carried out.
    WorksCarriedOut {
        /// When, and who was present.
        carried_out: CarriedOut,
    },
    /// Both sides signed the record: restored at its place.
    Restored {
        /// The record.
        record: WorksRecord,
    },
    /// Both sides signed the record: set at the place that the Joint Committee fixed; the line is unchanged.
    ReSited {
        /// The record.
        record: WorksRecord,
    },
    /// The marker cannot be restored at its place; the Joint Committee is to decide.
    ReferredToCommittee {
        /// The day of the record with the reasons.
        referred_on: Date,
        /// Why.
        reason: String,
    },
    /// The Joint Committee decided.
    DecisionRecorded {
        /// What.
        decision: CommitteeDecision,
    },
    /// It was closed without works.
    Closed {
        /// When.
        on: Date,
        /// Why.
        reason: String,
    },
}

/// Why an act on marker works is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum MarkerWorksRefusal {
    /// The works are not in a state for this.
    NotNow {
        /// The state they are in.
        status: String,
    },
    /// There is no such marker, or it was withdrawn.
    NoMarker,
    /// Other works on the marker are under way.
    UnderWay {
        /// Those works.
        works: RecordId,
    },
    /// The counterpart relation does not exist or has ended.
    NoCounterpart,
    /// The side is not one of the two.
    NotASide {
        /// The side that was named.
        side: SideId,
    },
    /// What happened cannot lie in the future.
    InTheFuture,
    /// A day lies before the day that it follows.
    WrongOrder {
        /// The day that cannot lie later.
        earlier: Date,
        /// The day that cannot lie earlier.
        later: Date,
    },
    /// The day lies in the past.
    InThePast,
    /// There is no such patrol.
    NoPatrol,
    /// The finding is told before the own side noted what it saw.
    NotNoted,
    /// It is not said how the other side was told.
    NoNotice,
    /// There is no such hotline call.
    NoCall,
    /// There is no such letter.
    NoLetter {
        /// The letter.
        letter: LetterId,
    },
    /// The letter was neither sent nor received.
    LetterNotSent {
        /// The letter.
        letter: LetterId,
    },
    /// Agreement to an earlier start is given by the side that does not work.
    NotTheirAgreement {
        /// The letter that was named.
        letter: LetterId,
    },
    /// Nothing is a fact of both before the joint check.
    NoJointCheck,
    /// The works are for the side that maintains the marker.
    NotResponsible {
        /// The side that maintains it.
        side: SideId,
    },
    /// The notice is too short, and the other side did not agree to it in writing.
    TooShort {
        /// The days of the notice.
        days: i32,
        /// The days needed.
        needed: u32,
    },
    /// The works began before the day that was announced.
    BeforeStart {
        /// The day announced.
        start_on: Date,
    },
    /// No representative of the other side was present.
    NobodyPresent,
    /// The surveyed position differs from the registered position: not restored at its place.
    NotAtItsPlace {
        /// How far apart the two are, in metres.
        distance: String,
    },
    /// Coordinates are missing, or one of latitude and longitude is.
    NoCoordinates,
    /// The coordinates lie off the globe.
    OffTheGlobe,
    /// The coordinate system is not named.
    NoSystem,
    /// The text is no length in metres.
    NoLength {
        /// The text that was given.
        text: String,
    },
}
