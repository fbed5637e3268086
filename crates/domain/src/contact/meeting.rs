//! Meeting: a working contact on the line or at a gate; own notes, and a joint record only if something was agreed
//! (VI gặp gỡ, ZH 会晤; domain vocabulary C.3).

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::contact::talks::TaskGiven;
use crate::contact::task;
use crate::organisation::counterpart::Counterpart;
use crate::{Basis, CounterpartId, Decision, Figure, Header, Link, Noun, Right, Setting, Stamp, Wing, Words};

/// The noun.
pub struct Meeting;

/// A meeting as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct MeetingState {
    /// With whom: the counterpart relation.
    pub counterpart: CounterpartId,
    /// The day.
    pub held_on: Date,
    /// Where.
    pub place: String,
    /// What it was about.
    pub subject: String,
    /// Own participants.
    pub own_participants: u32,
    /// Participants of the other side.
    pub other_participants: u32,
    /// What was agreed, in words.
    pub agreed: Option<String>,
    /// How far it has come.
    pub stage: MeetingStage,
}

/// How far a meeting has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum MeetingStage {
    /// It took place; these are the own side's notes.
    Recorded,
    /// Both sides signed what was agreed.
    Signed {
        /// The day of the signatures.
        on: Date,
    },
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum MeetingCommand {
    /// Record a meeting that took place.
    Record {
        /// With whom.
        counterpart: CounterpartId,
        /// The day.
        held_on: Date,
        /// Where.
        #[schemars(length(min = 1, max = 200))]
        place: String,
        /// What it was about.
        #[schemars(length(min = 1, max = 500))]
        subject: String,
        /// Own participants.
        own_participants: u32,
        /// Participants of the other side.
        other_participants: u32,
        /// What was agreed, in words.
        #[schemars(length(max = 4000), extend("x-long" = true))]
        agreed: Option<String>,
        /// What was given to each side to do.
        #[serde(default)]
        tasks: Vec<TaskGiven>,
    },
    /// Correct the own notes; what is left out stays as it is.
    Correct {
        /// The day.
        held_on: Option<Date>,
        /// Where.
        #[schemars(length(min = 1, max = 200))]
        place: Option<String>,
        /// What it was about.
        #[schemars(length(min = 1, max = 500))]
        subject: Option<String>,
        /// Own participants.
        own_participants: Option<u32>,
        /// Participants of the other side.
        other_participants: Option<u32>,
        /// What was agreed, in words.
        #[schemars(length(max = 4000), extend("x-long" = true))]
        agreed: Option<String>,
    },
    /// Record that both sides signed what was agreed.
    SignRecord {
        /// The day of the signatures.
        signed_on: Date,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum MeetingFact {
    /// The meeting was recorded.
    Recorded {
        /// With whom.
        counterpart: CounterpartId,
        /// The day.
        held_on: Date,
        /// Where.
        place: String,
        /// What it was about.
        subject: String,
        /// Own participants.
        own_participants: u32,
        /// Participants of the other side.
        other_participants: u32,
        /// What was agreed.
        agreed: Option<String>,
    },
    /// The own notes were corrected; what is absent stayed as it was.
    Corrected {
        /// The day.
        held_on: Option<Date>,
        /// Where.
        place: Option<String>,
        /// What it was about.
        subject: Option<String>,
        /// Own participants.
        own_participants: Option<u32>,
        /// Participants of the other side.
        other_participants: Option<u32>,
        /// What was agreed.
        agreed: Option<String>,
    },
    /// Both sides signed.
    RecordSigned {
        /// The day.
        on: Date,
    },
}

/// Why an act on a meeting is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum MeetingRefusal {
    /// The meeting is recorded already, or not yet.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// There is no such counterpart relation.
    NoCounterpart,
    /// The day lies in the future.
    InTheFuture,
    /// The correction names nothing.
    NothingToCorrect,
    /// Nothing signed is changed (domain rule C.0-4).
    SignedAlready {
        /// The day of the signatures.
        on: Date,
    },
    /// A joint record is signed only if something was agreed.
    NothingAgreed,
    /// A record cannot be signed before the meeting.
    NotHeld {
        /// The day of the meeting.
        held_on: Date,
    },
}

impl Noun for Meeting {
    const NAME: &'static str = "meeting";
    const WING: Wing = Wing::Contact;
    type State = MeetingState;
    type Command = MeetingCommand;
    type Fact = MeetingFact;
    type Refusal = MeetingRefusal;

    fn decide(
        state: Option<&MeetingState>,
        command: MeetingCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<MeetingFact>, MeetingRefusal> {
        use MeetingCommand as C;
        match (state, command) {
            (
                None,
                C::Record { counterpart, held_on, place, subject, own_participants, other_participants, agreed, tasks },
            ) => {
                setting.load::<Counterpart>(&counterpart.0).ok_or(MeetingRefusal::NoCounterpart)?;
                not_ahead(setting, held_on)?;
                let tasks: Vec<_> = tasks.into_iter().map(|task| task::given(setting, &counterpart, task)).collect();
                let agreed = agreed.and_then(written);
                let fact = MeetingFact::Recorded {
                    counterpart,
                    held_on,
                    place,
                    subject,
                    own_participants,
                    other_participants,
                    agreed,
                };
                Ok(Decision::fact(fact).and_all(tasks))
            }
            (Some(meeting), C::Correct { held_on, place, subject, own_participants, other_participants, agreed }) => {
                meeting.unsigned()?;
                let agreed = agreed.and_then(written);
                let texts = [&place, &subject, &agreed].into_iter().any(Option::is_some);
                if !texts && held_on.is_none() && own_participants.or(other_participants).is_none() {
                    return Err(MeetingRefusal::NothingToCorrect);
                }
                not_ahead(setting, held_on.unwrap_or(meeting.held_on))?;
                Ok(Decision::fact(MeetingFact::Corrected {
                    held_on,
                    place,
                    subject,
                    own_participants,
                    other_participants,
                    agreed,
                }))
            }
            (Some(meeting), C::SignRecord { signed_on }) => sign(meeting, setting, signed_on),
            (state, _) => {
                Err(MeetingRefusal::NotNow { status: state.map_or("none", |meeting| meeting.status()).to_owned() })
            }
        }
    }

    fn apply(state: Option<MeetingState>, fact: MeetingFact, stamp: &Stamp) -> MeetingState {
        let mut meeting = state.unwrap_or_else(|| MeetingState::blank(stamp));
        match fact {
            MeetingFact::Recorded {
                counterpart,
                held_on,
                place,
                subject,
                own_participants,
                other_participants,
                agreed,
            } => {
                let stage = MeetingStage::Recorded;
                meeting = MeetingState {
                    counterpart,
                    held_on,
                    place,
                    subject,
                    own_participants,
                    other_participants,
                    agreed,
                    stage,
                };
            }
            MeetingFact::Corrected { held_on, place, subject, own_participants, other_participants, agreed } => {
                meeting.held_on = held_on.unwrap_or(meeting.held_on);
                meeting.place = place.unwrap_or(meeting.place);
                meeting.subject = subject.unwrap_or(meeting.subject);
                meeting.own_participants = own_participants.unwrap_or(meeting.own_participants);
                meeting.other_participants = other_participants.unwrap_or(meeting.other_participants);
                meeting.agreed = agreed.or(meeting.agreed);
            }
            MeetingFact::RecordSigned { on } => meeting.stage = MeetingStage::Signed { on },
        }
        meeting
    }

    fn header(meeting: &MeetingState) -> Header {
        Header {
            status: meeting.status(),
            title: Words::plain(&meeting.subject),
            open: meeting.stage == MeetingStage::Recorded && meeting.agreed.is_some(),
            counterpart: Some(meeting.counterpart.clone()),
            held_on: Some(meeting.held_on),
            links: vec![Link { role: "with", to: meeting.counterpart.0.clone() }],
            figures: meeting.figures(),
            ..Header::default()
        }
    }

    fn offers(state: Option<&MeetingState>) -> Vec<&'static str> {
        match state.map(|meeting| (&meeting.stage, &meeting.agreed)) {
            None => vec!["record"],
            Some((MeetingStage::Recorded, Some(_))) => vec!["sign-record", "correct"],
            Some((MeetingStage::Recorded, None)) => vec!["correct"],
            Some((MeetingStage::Signed { .. }, _)) => vec![],
        }
    }

    fn right(command: &str) -> Right {
        if command == "sign-record" { Right::Decide } else { Right::Record }
    }
}

/// The text, unless it is blank.
fn written(text: String) -> Option<String> {
    (!text.trim().is_empty()).then_some(text)
}

fn not_ahead(setting: &Setting<'_>, day: Date) -> Result<(), MeetingRefusal> {
    if day > setting.today { Err(MeetingRefusal::InTheFuture) } else { Ok(()) }
}

fn sign(meeting: &MeetingState, setting: &Setting<'_>, on: Date) -> Result<Decision<MeetingFact>, MeetingRefusal> {
    meeting.unsigned()?;
    if meeting.agreed.is_none() {
        return Err(MeetingRefusal::NothingAgreed);
    }
    if on < meeting.held_on {
        return Err(MeetingRefusal::NotHeld { held_on: meeting.held_on });
    }
    not_ahead(setting, on)?;
    Ok(Decision::fact(MeetingFact::RecordSigned { on }))
}

impl MeetingState {
    fn blank(stamp: &Stamp) -> Self {
        Self {
            counterpart: CounterpartId(stamp.record.clone()),
            held_on: Date::ZERO,
            place: String::new(),
            subject: String::new(),
            own_participants: 0,
            other_participants: 0,
            agreed: None,
            stage: MeetingStage::Recorded,
        }
    }

    fn status(&self) -> &'static str {
        match self.stage {
            MeetingStage::Recorded => "recorded",
            MeetingStage::Signed { .. } => "signed",
        }
    }

    fn unsigned(&self) -> Result<(), MeetingRefusal> {
        match self.stage {
            MeetingStage::Recorded => Ok(()),
            MeetingStage::Signed { on } => Err(MeetingRefusal::SignedAlready { on }),
        }
    }

    fn figures(&self) -> Vec<Figure> {
        let figure = |code, quantity, basis| Figure { code, on: self.held_on, quantity, basis };
        let mut figures = vec![
            figure("meetings-held", 1, Basis::Own),
            figure("meeting-participants", i64::from(self.own_participants), Basis::Own),
        ];
        if matches!(self.stage, MeetingStage::Signed { .. }) {
            figures.push(figure("meetings-held", 1, Basis::Joint));
        }
        figures
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::contact::task::Task;
    use crate::rehearsal::{Rehearsal, id, side};

    fn recorded(agreed: Option<&str>, tasks: Vec<TaskGiven>) -> MeetingCommand {
        MeetingCommand::Record {
            counterpart: CounterpartId(id("vs1-nt1")),
            held_on: date(2026, 2, 2),
            place: "Gate at T11".into(),
            subject: "Cattle across the line".into(),
            own_participants: 3,
            other_participants: 2,
            agreed: agreed.map(Into::into),
            tasks,
        }
    }

    fn corrected(subject: Option<&str>, held_on: Option<Date>) -> MeetingCommand {
        MeetingCommand::Correct {
            held_on,
            place: None,
            subject: subject.map(Into::into),
            own_participants: None,
            other_participants: None,
            agreed: None,
        }
    }

    #[test]
    fn a_meeting_without_an_agreed_point_waits_for_nobody_and_is_not_signed() {
        let mut line = Rehearsal::new();
        line.act::<Meeting>("m1", recorded(Some("  "), vec![]));
        assert!(!line.header::<Meeting>("m1").open);
        let sign = MeetingCommand::SignRecord { signed_on: date(2026, 2, 2) };
        assert_eq!(line.refused::<Meeting>("m1", sign), "nothing-agreed");
    }

    #[test]
    fn a_signed_record_counts_as_joint_and_is_never_corrected() {
        let mut line = Rehearsal::new();
        line.act::<Meeting>("m1", recorded(Some("Six cattle are returned"), vec![]));
        line.act::<Meeting>("m1", MeetingCommand::SignRecord { signed_on: date(2026, 2, 2) });
        let counted = [("meetings-held", "own", 1), ("meeting-participants", "own", 3), ("meetings-held", "joint", 1)];
        assert_eq!(line.figures::<Meeting>("m1"), counted);
        assert_eq!(line.refused::<Meeting>("m1", corrected(Some("Goats"), None)), "signed-already");
    }

    #[test]
    fn a_record_cannot_be_signed_before_the_meeting() {
        let mut line = Rehearsal::new();
        line.act::<Meeting>("m1", recorded(Some("Six cattle are returned"), vec![]));
        let sign = |signed_on| MeetingCommand::SignRecord { signed_on };
        assert_eq!(line.refused::<Meeting>("m1", sign(date(2026, 2, 1))), "not-held");
        assert_eq!(line.refused::<Meeting>("m1", sign(date(2026, 2, 3))), "in-the-future");
    }

    #[test]
    fn a_correction_changes_only_what_it_names() {
        let mut line = Rehearsal::new();
        line.act::<Meeting>("m1", recorded(None, vec![]));
        assert_eq!(line.refused::<Meeting>("m1", corrected(None, None)), "nothing-to-correct");
        line.act::<Meeting>("m1", corrected(Some("Goats across the line"), None));
        let meeting = line.state::<Meeting>("m1");
        assert_eq!((meeting.subject.as_str(), meeting.place.as_str()), ("Goats across the line", "Gate at T11"));
        assert_eq!(line.refused::<Meeting>("m1", corrected(None, Some(date(2026, 2, 3)))), "in-the-future");
    }

    #[test]
    fn a_meeting_opens_the_tasks_it_gave() {
        let mut line = Rehearsal::new();
        let task = TaskGiven { title: "Mend the fence".into(), side: side("n"), due_on: date(2026, 3, 1) };
        line.act::<Meeting>("m1", recorded(None, vec![task]));
        let tasks = line.all::<Task>();
        assert_eq!(tasks.len(), 1);
        assert!(tasks.iter().all(|task| task.opened_by == id("m1") && task.title == "Mend the fence"));
    }
}
