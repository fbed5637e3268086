//! Visit: one unit called on its counterpart without an agenda, for courtesy or a holiday.
//! This is the smallest noun there is: a newcomer who adds one copies this file.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::organisation::counterpart::Counterpart;
use crate::{Basis, CounterpartId, Decision, Figure, Header, Link, Noun, Setting, Stamp, Wing, Words};

/// The noun.
pub struct Visit;

/// A visit as it stands. A noun with more than one state adds a field `stage`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct VisitState {
    /// With whom: the counterpart relation.
    pub counterpart: CounterpartId,
    /// The day.
    pub held_on: Date,
    /// What for.
    pub purpose: String,
    /// Own participants.
    pub own_participants: u32,
    /// Participants of the other side.
    pub other_participants: u32,
    /// Where.
    pub place: String,
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum VisitCommand {
    /// Record a visit that took place.
    Record {
        /// With whom.
        counterpart: CounterpartId,
        /// The day.
        held_on: Date,
        /// What for.
        #[schemars(length(min = 1, max = 500))]
        purpose: String,
        /// Own participants.
        own_participants: u32,
        /// Participants of the other side.
        other_participants: u32,
        /// Where.
        #[schemars(length(min = 1, max = 200))]
        place: String,
    },
    /// Correct what the visit was for.
    Correct {
        /// What for.
        #[schemars(length(min = 1, max = 500))]
        purpose: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum VisitFact {
    /// The visit was recorded.
    Recorded {
        /// The visit.
        visit: VisitState,
    },
    /// What it was for was corrected.
    Corrected {
        /// What for.
        purpose: String,
    },
}

/// Why an act on a visit is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum VisitRefusal {
    /// The visit is recorded already, or not yet.
    NotNow,
    /// There is no such counterpart relation.
    NoCounterpart,
    /// The day lies in the future.
    InTheFuture,
}

impl Noun for Visit {
    const NAME: &'static str = "visit";
    const WING: Wing = Wing::Contact;
    type State = VisitState;
    type Command = VisitCommand;
    type Fact = VisitFact;
    type Refusal = VisitRefusal;

    fn decide(
        state: Option<&VisitState>,
        command: VisitCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<VisitFact>, VisitRefusal> {
        use VisitCommand as C;
        match (state, command) {
            (None, C::Record { counterpart, held_on, purpose, own_participants, other_participants, place }) => {
                setting.load::<Counterpart>(&counterpart.0).ok_or(VisitRefusal::NoCounterpart)?;
                if held_on > setting.today {
                    return Err(VisitRefusal::InTheFuture);
                }
                let visit = VisitState { counterpart, held_on, purpose, own_participants, other_participants, place };
                Ok(Decision::fact(VisitFact::Recorded { visit }))
            }
            (Some(_), C::Correct { purpose }) => Ok(Decision::fact(VisitFact::Corrected { purpose })),
            _ => Err(VisitRefusal::NotNow),
        }
    }

    fn apply(state: Option<VisitState>, fact: VisitFact, stamp: &Stamp) -> VisitState {
        match fact {
            VisitFact::Recorded { visit } => visit,
            VisitFact::Corrected { purpose } => {
                VisitState { purpose, ..state.unwrap_or_else(|| VisitState::blank(stamp)) }
            }
        }
    }

    fn header(visit: &VisitState) -> Header {
        let figure = |code, quantity| Figure { code, on: visit.held_on, quantity, basis: Basis::Own };
        Header {
            status: "recorded",
            title: Words::plain(&visit.purpose),
            counterpart: Some(visit.counterpart.clone()),
            held_on: Some(visit.held_on),
            links: vec![Link { role: "with", to: visit.counterpart.0.clone() }],
            figures: vec![figure("visits", 1), figure("visit-participants", i64::from(visit.own_participants))],
            ..Header::default()
        }
    }

    fn offers(state: Option<&VisitState>) -> Vec<&'static str> {
        if state.is_none() { vec!["record"] } else { vec!["correct"] }
    }
}

impl VisitState {
    /// What a fold starts from when the first fact is missing; never seen, because the first fact replaces it.
    fn blank(stamp: &Stamp) -> Self {
        Self {
            counterpart: CounterpartId(stamp.record.clone()),
            held_on: Date::ZERO,
            purpose: String::new(),
            own_participants: 0,
            other_participants: 0,
            place: String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::rehearsal::{Rehearsal, id};

    fn on(held_on: Date) -> VisitCommand {
        VisitCommand::Record {
            counterpart: CounterpartId(id("vs1-nt1")),
            held_on,
            purpose: "New Year greetings".into(),
            own_participants: 4,
            other_participants: 5,
            place: "Meeting house at T10".into(),
        }
    }

    #[test]
    fn a_visit_counts_once_with_its_own_participants() {
        let mut line = Rehearsal::new();
        line.act::<Visit>("v1", on(date(2026, 2, 2)));
        assert_eq!(line.figures::<Visit>("v1"), [("visits", "own", 1), ("visit-participants", "own", 4)]);
    }

    #[test]
    fn a_visit_cannot_be_recorded_before_it_took_place() {
        let mut line = Rehearsal::new();
        assert_eq!(line.refused::<Visit>("v1", on(date(2026, 2, 3))), "in-the-future");
    }

    #[test]
    fn a_correction_changes_the_purpose_and_nothing_else() {
        let mut line = Rehearsal::new();
        line.act::<Visit>("v1", on(date(2026, 2, 1)));
        line.act::<Visit>("v1", VisitCommand::Correct { purpose: "Border guard day".into() });
        let visit = line.state::<Visit>("v1");
        assert_eq!((visit.purpose.as_str(), visit.held_on), ("Border guard day", date(2026, 2, 1)));
    }
}
