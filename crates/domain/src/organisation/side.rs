//! Side: a sovereign service that keeps its own records on its own machines (VI bên, ZH 方).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Decision, Grade, Header, Noun, Right, Setting, SideId, Stamp, Wing, Words};

/// The noun.
pub struct Side;

/// A side as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct SideState {
    /// What the side is called.
    pub name: Words,
    /// The letter that stands for it on screens and prints.
    pub letter: String,
    /// Its time zone, by the name of the tz database.
    pub zone: String,
    /// The languages it writes.
    pub languages: Vec<String>,
    /// The side itself, as its permanent code.
    pub code: SideId,
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum SideCommand {
    /// Register a side.
    Register {
        /// What the side is called.
        name: Words,
        /// The letter that stands for it on screens and prints.
        #[schemars(length(min = 1, max = 2))]
        letter: String,
        /// Its time zone, by the name of the tz database.
        #[schemars(length(min = 1, max = 64))]
        zone: String,
        /// The languages it writes.
        languages: Vec<String>,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum SideFact {
    /// The side was registered.
    Registered {
        /// What the side is called.
        name: Words,
        /// Its letter.
        letter: String,
        /// Its time zone.
        zone: String,
        /// The languages it writes.
        languages: Vec<String>,
    },
}

/// Why an act on a side is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum SideRefusal {
    /// The side is registered already.
    AlreadyRegistered,
    /// No zone of that name is known.
    NoZone {
        /// The name that was given.
        zone: String,
    },
}

impl Noun for Side {
    const NAME: &'static str = "side";
    const WING: Wing = Wing::Organisation;
    const GRADE: Grade = Grade::Open;
    type State = SideState;
    type Command = SideCommand;
    type Fact = SideFact;
    type Refusal = SideRefusal;

    fn decide(
        state: Option<&SideState>,
        command: SideCommand,
        _: &Setting<'_>,
    ) -> Result<Decision<SideFact>, SideRefusal> {
        let SideCommand::Register { name, letter, zone, languages } = command;
        if state.is_some() {
            return Err(SideRefusal::AlreadyRegistered);
        }
        if jiff::tz::TimeZone::get(&zone).is_err() {
            return Err(SideRefusal::NoZone { zone });
        }
        Ok(Decision::fact(SideFact::Registered { name: name.tidied(), letter, zone, languages }))
    }

    fn apply(_: Option<SideState>, fact: SideFact, stamp: &Stamp) -> SideState {
        let SideFact::Registered { name, letter, zone, languages } = fact;
        SideState { name, letter, zone, languages, code: SideId(stamp.record.clone()) }
    }

    fn header(side: &SideState) -> Header {
        Header {
            status: "registered",
            title: side.name.clone(),
            number: Some(side.letter.clone()),
            side: Some(side.code.clone()),
            ..Header::default()
        }
    }

    fn offers(state: Option<&SideState>) -> Vec<&'static str> {
        if state.is_none() { vec!["register"] } else { vec![] }
    }

    fn right(_: &str) -> Right {
        Right::Administer
    }
}
