//! Marker place: a numbered place on a line at which one, two or three markers stand
//! (VI vị trí mốc, ZH 界碑位置; domain vocabulary C.4, B.5). The place is not the marker: `97` has `97(1)` and `97(2)`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::territory::line::{Line, Medium, stretch};
use crate::{Decision, Grade, Header, LineId, Link, MarkerNumber, Noun, Right, Setting, Stamp, Wanted, Wing, Words};

/// The noun.
pub struct MarkerPlace;

/// A marker place as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct MarkerPlaceState {
    /// The line.
    pub line: LineId,
    /// Its number with the name of the line, for lists.
    pub title: Words,
    /// Its number: `N`, or `N/k` for one set later.
    pub number: MarkerNumber,
    /// Where it stands along the line: places are passed in this order. Never changes.
    pub along: u32,
    /// How many markers stand there.
    pub arrangement: Arrangement,
    /// On land or on water.
    pub medium: Medium,
    /// What else is to be known of it.
    #[schemars(extend("x-long" = true))]
    pub remarks: Option<String>,
    /// The document that says so, as last cited.
    pub document: Option<String>,
    /// Whether it is in the register.
    pub stage: MarkerPlaceStage,
}

/// How many markers stand at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "arrangement"))]
pub enum Arrangement {
    /// One.
    Single,
    /// Two, mostly one on each bank.
    Double,
    /// Three.
    Triple,
}

/// Whether a place is in the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum MarkerPlaceStage {
    /// It is in the register.
    Registered,
    /// It was taken out of the register, as after a mistake.
    Withdrawn {
        /// Why.
        reason: String,
    },
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum MarkerPlaceCommand {
    /// Register a place.
    Register {
        /// The line.
        line: LineId,
        /// Its number: `N`, or `N/k` for one set later.
        #[schemars(length(min = 1, max = 24))]
        number: String,
        /// Where it stands along the line, where that does not follow from the number.
        along: Option<u32>,
        /// How many markers stand there.
        arrangement: Arrangement,
        /// On land or on water.
        medium: Medium,
        /// What else is to be known of it.
        #[schemars(length(max = 1000), extend("x-long" = true))]
        remarks: Option<String>,
        /// The document that says so.
        #[schemars(length(max = 300))]
        document: Option<String>,
    },
    /// Amend what is known of it; what is left out stays as it is.
    Amend {
        /// The document that says so.
        #[schemars(length(min = 1, max = 300))]
        document: String,
        /// How many markers stand there.
        arrangement: Option<Arrangement>,
        /// On land or on water.
        medium: Option<Medium>,
        /// What else is to be known of it.
        #[schemars(length(max = 1000), extend("x-long" = true))]
        remarks: Option<String>,
    },
    /// Take it out of the register.
    Withdraw {
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum MarkerPlaceFact {
    /// The place was registered.
    Registered {
        /// The line.
        line: LineId,
        /// Number and name of the line.
        title: Words,
        /// Its number.
        number: MarkerNumber,
        /// Where it stands along the line.
        along: u32,
        /// How many markers stand there.
        arrangement: Arrangement,
        /// On land or on water.
        medium: Medium,
        /// What else is to be known of it.
        remarks: Option<String>,
        /// The document that says so.
        document: Option<String>,
    },
    /// What is known of it was amended; what is absent stayed as it was.
    Amended {
        /// The document that says so.
        document: String,
        /// How many markers stand there.
        arrangement: Option<Arrangement>,
        /// On land or on water.
        medium: Option<Medium>,
        /// What else is to be known of it.
        remarks: Option<String>,
    },
    /// It was taken out of the register.
    Withdrawn {
        /// Why.
        reason: String,
    },
}

/// Why an act on a marker place is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum MarkerPlaceRefusal {
    /// The place is registered already, or not yet, or was withdrawn.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// There is no such line.
    NoLine,
    /// The text has not the form of a marker number.
    NoNumber {
        /// The text that was given.
        number: String,
    },
    /// The number names one of several markers; the place has the number without it.
    NamesAMarker {
        /// The number of the place.
        number: String,
    },
    /// The line has a place with this number.
    NumberTaken {
        /// The number.
        number: String,
    },
}

impl Noun for MarkerPlace {
    const NAME: &'static str = "marker-place";
    const WING: Wing = Wing::Territory;
    const GRADE: Grade = Grade::Open;
    type State = MarkerPlaceState;
    type Command = MarkerPlaceCommand;
    type Fact = MarkerPlaceFact;
    type Refusal = MarkerPlaceRefusal;

    fn decide(
        state: Option<&MarkerPlaceState>,
        command: MarkerPlaceCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<MarkerPlaceFact>, MarkerPlaceRefusal> {
        use MarkerPlaceCommand as C;
        let standing = state.filter(|place| !place.is_withdrawn());
        match (state, standing, command) {
            (None, _, command @ C::Register { .. }) => register(setting, command),
            (_, Some(_), C::Amend { document, arrangement, medium, remarks }) => {
                Ok(Decision::fact(MarkerPlaceFact::Amended { document, arrangement, medium, remarks }))
            }
            (_, Some(_), C::Withdraw { reason }) => Ok(Decision::fact(MarkerPlaceFact::Withdrawn { reason })),
            _ => Err(not_now(state)),
        }
    }

    fn apply(state: Option<MarkerPlaceState>, fact: MarkerPlaceFact, stamp: &Stamp) -> MarkerPlaceState {
        let mut place = state.unwrap_or_else(|| MarkerPlaceState::blank(stamp));
        match fact {
            MarkerPlaceFact::Registered { line, title, number, along, arrangement, medium, remarks, document } => {
                let stage = MarkerPlaceStage::Registered;
                place = MarkerPlaceState { line, title, number, along, arrangement, medium, remarks, document, stage };
            }
            MarkerPlaceFact::Amended { document, arrangement, medium, remarks } => {
                place.document = Some(document);
                place.arrangement = arrangement.unwrap_or(place.arrangement);
                place.medium = medium.unwrap_or(place.medium);
                place.remarks = remarks.or(place.remarks);
            }
            MarkerPlaceFact::Withdrawn { reason } => place.stage = MarkerPlaceStage::Withdrawn { reason },
        }
        place
    }

    fn header(place: &MarkerPlaceState) -> Header {
        Header {
            status: place.status(),
            title: place.title.clone(),
            number: Some(place.number.to_string()),
            links: vec![Link { role: "on-line", to: place.line.0.clone() }],
            ..Header::default()
        }
    }

    fn offers(state: Option<&MarkerPlaceState>) -> Vec<&'static str> {
        match state.map(MarkerPlaceState::is_withdrawn) {
            None => vec!["register"],
            Some(false) => vec!["amend", "withdraw"],
            Some(true) => vec![],
        }
    }

    fn right(_: &str) -> Right {
        Right::Administer
    }
}

fn not_now(state: Option<&MarkerPlaceState>) -> MarkerPlaceRefusal {
    MarkerPlaceRefusal::NotNow { status: state.map_or("none", MarkerPlaceState::status).to_owned() }
}

fn register(
    setting: &Setting<'_>,
    command: MarkerPlaceCommand,
) -> Result<Decision<MarkerPlaceFact>, MarkerPlaceRefusal> {
    let MarkerPlaceCommand::Register { line, number, along, arrangement, medium, remarks, document } = command else {
        return Err(not_now(None));
    };
    let name = setting.load::<Line>(&line.0).ok_or(MarkerPlaceRefusal::NoLine)?.text.name;
    let number = MarkerNumber::parse(&number).ok_or(MarkerPlaceRefusal::NoNumber { number })?;
    if number.stone().is_some() {
        return Err(MarkerPlaceRefusal::NamesAMarker { number: number.place().to_string() });
    }
    let same =
        Wanted { linked: Some(("on-line", line.0.clone())), number: Some(number.to_string()), ..Wanted::default() };
    if setting.find::<MarkerPlace>(&same).iter().any(|(_, place)| !place.is_withdrawn()) {
        return Err(MarkerPlaceRefusal::NumberTaken { number: number.to_string() });
    }
    let title = stretch::on_line(number.as_str(), &name);
    let along = along.unwrap_or_else(|| number.along());
    let registered = MarkerPlaceFact::Registered { line, title, number, along, arrangement, medium, remarks, document };
    Ok(Decision::fact(registered))
}

impl MarkerPlaceState {
    /// True once it was taken out of the register.
    pub fn is_withdrawn(&self) -> bool {
        matches!(self.stage, MarkerPlaceStage::Withdrawn { .. })
    }

    fn status(&self) -> &'static str {
        match self.stage {
            MarkerPlaceStage::Registered => "registered",
            MarkerPlaceStage::Withdrawn { .. } => "withdrawn",
        }
    }

    /// What a fold starts from when the first fact is missing; never seen, because the first fact replaces it.
    fn blank(stamp: &Stamp) -> Self {
        Self {
            line: LineId(stamp.record.clone()),
            title: Words::default(),
            number: MarkerNumber::blank(),
            along: 0,
            arrangement: Arrangement::Single,
            medium: Medium::Land,
            remarks: None,
            document: None,
            stage: MarkerPlaceStage::Registered,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rehearsal::{Rehearsal, id};

    fn numbered(number: &str) -> MarkerPlaceCommand {
        MarkerPlaceCommand::Register {
            line: LineId(id("line-t")),
            number: number.into(),
            along: None,
            arrangement: Arrangement::Double,
            medium: Medium::River,
            remarks: None,
            document: None,
        }
    }

    #[test]
    fn places_stand_along_the_line_in_the_order_of_their_numbers() {
        let mut line = Rehearsal::surveyed();
        let names = ["p9", "p10", "p10-1", "p11"];
        for (name, number) in names.iter().zip(["T9", "T10", "T10/1", "T11"]) {
            line.act::<MarkerPlace>(name, numbered(number));
        }
        let along: Vec<u32> = names.iter().map(|name| line.state::<MarkerPlace>(name).along).collect();
        assert!(along.is_sorted_by(|earlier, later| earlier < later), "{along:?}");
        assert_eq!(line.header::<MarkerPlace>("p10-1").number.as_deref(), Some("T10/1"));
        assert_eq!(line.header::<MarkerPlace>("p10-1").title.pick("en").1, "T10/1 · Line T");
    }

    #[test]
    fn the_order_along_a_line_can_be_given_where_it_does_not_follow_from_the_number() {
        let mut line = Rehearsal::surveyed();
        let mut command = numbered("T0");
        if let MarkerPlaceCommand::Register { along, .. } = &mut command {
            *along = Some(99_000_000);
        }
        line.act::<MarkerPlace>("p0", command);
        assert_eq!(line.state::<MarkerPlace>("p0").along, 99_000_000);
    }

    #[test]
    fn a_number_stands_once_on_a_line_until_its_place_is_withdrawn() {
        let mut line = Rehearsal::surveyed();
        assert_eq!(line.refused::<MarkerPlace>("p44", numbered("T44")), "number-taken");
        line.act::<MarkerPlace>("t44", MarkerPlaceCommand::Withdraw { reason: "typed twice".into() });
        line.act::<MarkerPlace>("p44", numbered("T44"));
        let again = MarkerPlaceCommand::Withdraw { reason: "again".into() };
        assert_eq!(line.refused::<MarkerPlace>("t44", again), "not-now");
    }

    #[test]
    fn the_number_of_a_marker_is_not_the_number_of_a_place() {
        let mut line = Rehearsal::surveyed();
        assert_eq!(line.refused::<MarkerPlace>("p9", numbered("T9(1)")), "names-a-marker");
        assert_eq!(line.refused::<MarkerPlace>("p9", numbered("the bridge")), "no-number");
    }

    #[test]
    fn what_is_amended_cites_a_document_and_keeps_the_rest() {
        let mut line = Rehearsal::surveyed();
        let amend = MarkerPlaceCommand::Amend {
            document: "Protocol of 2019".into(),
            arrangement: Some(Arrangement::Triple),
            medium: None,
            remarks: None,
        };
        line.act::<MarkerPlace>("t44", amend);
        let place = line.state::<MarkerPlace>("t44");
        assert_eq!((place.arrangement, place.medium), (Arrangement::Triple, Medium::River));
        assert_eq!(place.document.as_deref(), Some("Protocol of 2019"));
    }
}
