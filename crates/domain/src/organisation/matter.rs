//! Matter: a subject of talks, such as marker upkeep or gate hours; levels have authority matter by matter
//! (VI nội dung, ZH 事项).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Decision, Grade, Header, Noun, Right, Setting, Stamp, Wing, Words};

/// The noun.
pub struct Matter;

/// A matter as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct MatterState {
    /// What the matter is called.
    pub name: Words,
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum MatterCommand {
    /// Register a matter.
    Register {
        /// What the matter is called.
        name: Words,
    },
    /// Correct its name.
    Correct {
        /// What the matter is called.
        name: Words,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum MatterFact {
    /// The matter was registered.
    Registered {
        /// What the matter is called.
        name: Words,
    },
    /// Its name was corrected.
    Corrected {
        /// What the matter is called.
        name: Words,
    },
}

/// Why an act on a matter is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum MatterRefusal {
    /// The matter is registered already, or not yet.
    NotNow,
    /// The name is blank in every language.
    NoName,
}

impl Noun for Matter {
    const NAME: &'static str = "matter";
    const WING: Wing = Wing::Organisation;
    const GRADE: Grade = Grade::Open;
    type State = MatterState;
    type Command = MatterCommand;
    type Fact = MatterFact;
    type Refusal = MatterRefusal;

    fn decide(
        state: Option<&MatterState>,
        command: MatterCommand,
        _: &Setting<'_>,
    ) -> Result<Decision<MatterFact>, MatterRefusal> {
        let (name, fact): (Words, fn(Words) -> MatterFact) = match (state, command) {
            (None, MatterCommand::Register { name }) => (name.tidied(), |name| MatterFact::Registered { name }),
            (Some(_), MatterCommand::Correct { name }) => (name.tidied(), |name| MatterFact::Corrected { name }),
            _ => return Err(MatterRefusal::NotNow),
        };
        if name.is_empty() { Err(MatterRefusal::NoName) } else { Ok(Decision::fact(fact(name))) }
    }

    fn apply(_: Option<MatterState>, fact: MatterFact, _: &Stamp) -> MatterState {
        match fact {
            MatterFact::Registered { name } | MatterFact::Corrected { name } => MatterState { name },
        }
    }

    fn header(matter: &MatterState) -> Header {
        Header { status: "registered", title: matter.name.clone(), ..Header::default() }
    }

    fn offers(state: Option<&MatterState>) -> Vec<&'static str> {
        if state.is_none() { vec!["register"] } else { vec!["correct"] }
    }

    fn right(_: &str) -> Right {
        Right::Administer
    }
}
