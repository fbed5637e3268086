//! Level: a rank in a scheme, such as station in the scheme of talks, and what it may agree to on its own
//! (VI cấp, ZH 级别). There is no one scheme for everything: exchanges have four levels, talks three.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::organisation::unit::Unit;
use crate::{Decision, Grade, Header, LevelCode, MatterId, Noun, Right, Setting, Stamp, UnitId, Wing, Words};

/// The scheme by which authority over the matters of talks is given.
pub const TALKS_SCHEME: &str = "talks";

/// The noun.
pub struct Level;

/// A level as it stands. Its identity is `<scheme>-<code>`, as `talks-station`.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct LevelState {
    /// The scheme it belongs to.
    pub scheme: String,
    /// Its code in the scheme.
    pub code: String,
    /// Its rank, 1 the highest.
    pub rank: u32,
    /// What it is called.
    pub name: Words,
    /// The matters to which a unit of this level may agree on its own; beyond them it notes and refers upward.
    pub may_agree: Vec<MatterId>,
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum LevelCommand {
    /// Register a level.
    Register {
        /// The scheme it belongs to.
        #[schemars(length(min = 1, max = 30))]
        scheme: String,
        /// Its code in the scheme.
        #[schemars(length(min = 1, max = 30))]
        code: String,
        /// Its rank, 1 the highest.
        rank: u32,
        /// What it is called.
        name: Words,
        /// The matters to which it may agree on its own.
        #[serde(default)]
        may_agree: Vec<MatterId>,
    },
    /// Set anew what the level may agree to.
    Amend {
        /// The matters to which it may agree on its own.
        may_agree: Vec<MatterId>,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum LevelFact {
    /// The level was registered.
    Registered {
        /// The scheme it belongs to.
        scheme: String,
        /// Its code in the scheme.
        code: String,
        /// Its rank.
        rank: u32,
        /// What it is called.
        name: Words,
        /// What it may agree to.
        may_agree: Vec<MatterId>,
    },
    /// What it may agree to was set anew.
    Amended {
        /// What it may agree to.
        may_agree: Vec<MatterId>,
    },
}

/// Why an act on a level is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum LevelRefusal {
    /// The level is registered already, or not yet.
    NotNow,
}

impl Noun for Level {
    const NAME: &'static str = "level";
    const WING: Wing = Wing::Organisation;
    const GRADE: Grade = Grade::Open;
    type State = LevelState;
    type Command = LevelCommand;
    type Fact = LevelFact;
    type Refusal = LevelRefusal;

    fn decide(
        state: Option<&LevelState>,
        command: LevelCommand,
        _: &Setting<'_>,
    ) -> Result<Decision<LevelFact>, LevelRefusal> {
        match (state, command) {
            (None, LevelCommand::Register { scheme, code, rank, name, may_agree }) => {
                Ok(Decision::fact(LevelFact::Registered { scheme, code, rank, name: name.tidied(), may_agree }))
            }
            (Some(_), LevelCommand::Amend { may_agree }) => Ok(Decision::fact(LevelFact::Amended { may_agree })),
            _ => Err(LevelRefusal::NotNow),
        }
    }

    fn apply(state: Option<LevelState>, fact: LevelFact, _: &Stamp) -> LevelState {
        match (state, fact) {
            (_, LevelFact::Registered { scheme, code, rank, name, may_agree }) => {
                LevelState { scheme, code, rank, name, may_agree }
            }
            (Some(level), LevelFact::Amended { may_agree }) => LevelState { may_agree, ..level },
            (None, LevelFact::Amended { may_agree }) => {
                LevelState { scheme: String::new(), code: String::new(), rank: 0, name: Words::default(), may_agree }
            }
        }
    }

    fn header(level: &LevelState) -> Header {
        Header {
            status: "registered",
            title: level.name.clone(),
            number: Some(format!("{}/{}", level.scheme, level.code)),
            ..Header::default()
        }
    }

    fn offers(state: Option<&LevelState>) -> Vec<&'static str> {
        if state.is_none() { vec!["register"] } else { vec!["amend"] }
    }

    fn right(_: &str) -> Right {
        Right::Administer
    }
}

/// True when the acting unit's level in the scheme of talks may agree to the matter on its own.
/// A unit without a level there may agree to nothing.
pub fn may_agree(setting: &Setting<'_>, matter: &MatterId) -> bool {
    may_unit_agree(setting, &setting.unit, matter)
}

/// The same of any unit.
pub fn may_unit_agree(setting: &Setting<'_>, unit: &UnitId, matter: &MatterId) -> bool {
    let Some(code) = level_of(setting, unit) else { return false };
    let Ok(level) = LevelCode::parse(&format!("{TALKS_SCHEME}-{code}")) else { return false };
    setting.load::<Level>(&level.0).is_some_and(|level| level.may_agree.contains(matter))
}

/// The code of the unit's level in the scheme of talks.
pub fn level_of(setting: &Setting<'_>, unit: &UnitId) -> Option<String> {
    setting.load::<Unit>(&unit.0)?.levels.get(TALKS_SCHEME).cloned()
}
