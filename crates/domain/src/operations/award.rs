//! Award: a vote, a selection or a recognition that honours a unit or an office, and a model that others take up.
//! This is the smallest noun there is: a newcomer who adds one copies this file.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Basis, CounterpartId, Decision, Figure, Header, Noun, Setting, Stamp, StandingProgrammeId, Wing, Words, deed,
};

/// The noun.
pub struct Award;

/// An award as it stands. A noun with more than one state adds a field `stage`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AwardState {
    /// What kind of award.
    pub kind: AwardKind,
    /// Its title, as published.
    #[schemars(length(min = 1, max = 300))]
    pub title: String,
    /// Who gave it: a unit or an office.
    #[schemars(length(min = 1, max = 200))]
    pub given_by: String,
    /// The day.
    pub given_on: Date,
    /// Who received it: a unit or an office.
    #[schemars(length(min = 1, max = 200))]
    pub recipient: String,
    /// The person in that office, only where the name was officially published.
    #[schemars(length(max = 200))]
    pub person: Option<String>,
    /// Where it was published.
    #[schemars(length(max = 300))]
    pub source: Option<String>,
    /// With whom it was given; none for an award of the own side alone.
    pub counterpart: Option<CounterpartId>,
    /// The standing programme to which it belongs.
    pub programme: Option<StandingProgrammeId>,
}

/// What kind of award.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "award-kind"))]
pub enum AwardKind {
    /// Participants voted.
    Vote,
    /// Somebody selected.
    Selection,
    /// Superiors recognised work well done.
    Recognition,
    /// A way of working was recognised and others took it up.
    Model,
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum AwardCommand {
    /// Record an award.
    Record(AwardState),
    /// Correct the title.
    Correct {
        /// Its title, as published.
        #[schemars(length(min = 1, max = 300))]
        title: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum AwardFact {
    /// The award was recorded.
    Recorded(AwardState),
    /// The title was corrected.
    Corrected {
        /// Its title, as published.
        title: String,
    },
}

/// Why an act on an award is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum AwardRefusal {
    /// The award is recorded already, or not yet.
    NotNow,
    /// The counterpart relation does not exist or has ended.
    NoCounterpart,
    /// The standing programme does not exist or was closed before that day.
    NoProgramme,
    /// The day lies in the future.
    InTheFuture,
    /// A person is named only as officially published.
    NotPublished,
}

impl Noun for Award {
    const NAME: &'static str = "award";
    const WING: Wing = Wing::Operations;
    type State = AwardState;
    type Command = AwardCommand;
    type Fact = AwardFact;
    type Refusal = AwardRefusal;

    fn decide(
        state: Option<&AwardState>,
        command: AwardCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<AwardFact>, AwardRefusal> {
        match (state, command) {
            (None, AwardCommand::Record(award)) => {
                if award.counterpart.as_ref().is_some_and(|with| deed::relation(setting, with).is_none()) {
                    return Err(AwardRefusal::NoCounterpart);
                }
                if !deed::takes_part(setting, award.programme.as_ref(), award.given_on) {
                    return Err(AwardRefusal::NoProgramme);
                }
                if deed::is_ahead(setting, award.given_on) {
                    return Err(AwardRefusal::InTheFuture);
                }
                if award.person.is_some() && award.source.is_none() {
                    return Err(AwardRefusal::NotPublished);
                }
                Ok(Decision::fact(AwardFact::Recorded(award)))
            }
            (Some(_), AwardCommand::Correct { title }) => Ok(Decision::fact(AwardFact::Corrected { title })),
            _ => Err(AwardRefusal::NotNow),
        }
    }

    fn apply(state: Option<AwardState>, fact: AwardFact, stamp: &Stamp) -> AwardState {
        match fact {
            AwardFact::Recorded(award) => award,
            AwardFact::Corrected { title } => AwardState { title, ..state.unwrap_or_else(|| AwardState::blank(stamp)) },
        }
    }

    fn header(award: &AwardState) -> Header {
        Header {
            status: "recorded",
            title: Words::plain(format!("{} · {}", award.title, award.recipient)),
            counterpart: award.counterpart.clone(),
            held_on: Some(award.given_on),
            links: deed::links(award.counterpart.as_ref(), award.programme.as_ref(), None, &[]),
            figures: vec![Figure { code: "awards", on: award.given_on, quantity: 1, basis: Basis::Own }],
            ..Header::default()
        }
    }

    fn offers(state: Option<&AwardState>) -> Vec<&'static str> {
        if state.is_none() { vec!["record"] } else { vec!["correct"] }
    }
}

impl AwardState {
    /// What a fold starts from when the first fact is missing; never seen, because the first fact replaces it.
    fn blank(stamp: &Stamp) -> Self {
        Self {
            kind: AwardKind::Recognition,
            title: String::new(),
            given_by: stamp.unit.to_string(),
            given_on: Date::ZERO,
            recipient: String::new(),
            person: None,
            source: None,
            counterpart: None,
            programme: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::rehearsal::{Rehearsal, id};

    fn voted() -> AwardState {
        AwardState {
            kind: AwardKind::Vote,
            title: "Friendship ambassadors".into(),
            given_by: "Participants of the exchange".into(),
            given_on: date(2026, 2, 2),
            recipient: "Gate station VS1".into(),
            person: None,
            source: None,
            counterpart: Some(CounterpartId(id("vs1-nt1"))),
            programme: None,
        }
    }

    #[test]
    fn an_award_counts_once_on_the_day_it_was_given() {
        let mut line = Rehearsal::new();
        line.act::<Award>("a1", AwardCommand::Record(voted()));
        assert_eq!(line.figures::<Award>("a1"), [("awards", "own", 1)]);
        assert_eq!(line.header::<Award>("a1").held_on, Some(date(2026, 2, 2)));
    }

    #[test]
    fn an_award_cannot_be_recorded_before_it_was_given() {
        let mut line = Rehearsal::new();
        let tomorrow = AwardState { given_on: date(2026, 2, 3), ..voted() };
        assert_eq!(line.refused::<Award>("a1", AwardCommand::Record(tomorrow)), "in-the-future");
    }

    #[test]
    fn a_person_is_named_only_with_the_place_where_the_name_was_published() {
        let mut line = Rehearsal::new();
        let named = AwardState { person: Some("The head of station".into()), ..voted() };
        assert_eq!(line.refused::<Award>("a1", AwardCommand::Record(named.clone())), "not-published");
        let source = Some("The paper of the service, 3 February".into());
        line.act::<Award>("a1", AwardCommand::Record(AwardState { source, ..named }));
    }

    #[test]
    fn an_award_names_only_partners_and_programmes_that_exist() {
        let mut line = Rehearsal::new();
        let stranger = AwardState { counterpart: Some(CounterpartId(id("nobody"))), ..voted() };
        assert_eq!(line.refused::<Award>("a1", AwardCommand::Record(stranger)), "no-counterpart");
        let programme = Some(StandingProgrammeId(id("nothing")));
        let lost = AwardState { programme, ..voted() };
        assert_eq!(line.refused::<Award>("a1", AwardCommand::Record(lost)), "no-programme");
    }

    #[test]
    fn a_correction_changes_the_title_and_nothing_else() {
        let mut line = Rehearsal::new();
        line.act::<Award>("a1", AwardCommand::Record(voted()));
        line.act::<Award>("a1", AwardCommand::Correct { title: "Ambassadors of friendship".into() });
        let title = "Ambassadors of friendship".into();
        assert_eq!(line.state::<Award>("a1"), AwardState { title, ..voted() });
        assert_eq!(line.refused::<Award>("a1", AwardCommand::Record(voted())), "not-now");
    }
}
