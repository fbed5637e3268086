//! What a noun of the domain is: states, commands, facts and refusals, and the two functions that join them.

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{Grade, Header, OfficerId, RecordId, Right, Setting, SideId, UnitId};

/// The six wings in which the nouns live.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wing {
    /// Who acts.
    Organisation,
    /// What binds.
    Basis,
    /// How the sides speak.
    Contact,
    /// The line and its places.
    Territory,
    /// What is done on the line.
    Operations,
    /// What is counted and reported.
    Reporting,
}

/// One kind of record: the typed declaration from which form, list, API schema, export and search text come.
///
/// A command is a serde enum tagged by `command`, a fact one tagged by `fact`, a refusal one tagged by `reason`,
/// all in kebab case; their JSON Schemas list the variants.
pub trait Noun: 'static {
    /// The noun's one name: in tables, addresses, translations and on the command line.
    const NAME: &'static str;
    /// The wing it belongs to.
    const WING: Wing;
    /// The grade of a new record unless the officer chooses another.
    const GRADE: Grade = Grade::Internal;
    /// The folded state of a record.
    type State: Serialize + DeserializeOwned + JsonSchema;
    /// What an officer can ask for.
    type Command: Serialize + DeserializeOwned + JsonSchema;
    /// What happened. Stored for ever: variants and fields are only added, never renamed.
    type Fact: Serialize + DeserializeOwned + JsonSchema;
    /// Why an act is not allowed now.
    type Refusal: Serialize + JsonSchema;

    /// The facts that follow from the command in this state, or the reason why none do.
    fn decide(
        state: Option<&Self::State>,
        command: Self::Command,
        setting: &Setting<'_>,
    ) -> Result<Decision<Self::Fact>, Self::Refusal>;

    /// The state after the fact. Cannot fail: a fact that happened, happened.
    fn apply(state: Option<Self::State>, fact: Self::Fact, stamp: &Stamp) -> Self::State;

    /// The columns, links and figures of a record.
    fn header(state: &Self::State) -> Header;

    /// The names of the commands that make sense in this state, the likeliest first; `None` is a record not yet begun.
    fn offers(state: Option<&Self::State>) -> Vec<&'static str>;

    /// The right a command needs.
    fn right(_command: &str) -> Right {
        Right::Record
    }

    /// The act that a fact takes back, in 32 hex digits: every record then stands as if that act had not been.
    fn takes_back(_fact: &Self::Fact) -> Option<&str> {
        None
    }
}

/// Who did what when: the part of a journal entry that a fold may use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// The record.
    pub record: RecordId,
    /// The side that keeps the record.
    pub side: SideId,
    /// The unit that keeps the record.
    pub unit: UnitId,
    /// The officer who acted.
    pub officer: OfficerId,
    /// When it happened.
    pub happened: Timestamp,
    /// When it was recorded.
    pub recorded: Timestamp,
}

/// What a command leads to: facts on its own record, and commands on other records that follow in the same transaction.
#[derive(Debug)]
pub struct Decision<F> {
    /// Facts, in order.
    pub facts: Vec<F>,
    /// What follows for other records.
    pub consequences: Vec<Consequence>,
}

impl<F> Decision<F> {
    /// A decision of one fact.
    pub fn fact(fact: F) -> Self {
        Self { facts: vec![fact], consequences: Vec::new() }
    }

    /// The same decision with one more consequence.
    pub fn and(mut self, consequence: Consequence) -> Self {
        self.consequences.push(consequence);
        self
    }

    /// The same decision with more consequences.
    pub fn and_all(mut self, consequences: impl IntoIterator<Item = Consequence>) -> Self {
        self.consequences.extend(consequences);
        self
    }
}

/// A command on another record that follows from an act, under that act's authority.
#[derive(Debug)]
pub struct Consequence {
    /// The noun of the other record.
    pub noun: &'static str,
    /// The other record, new or existing.
    pub record: RecordId,
    /// The unit that keeps it, where it is new.
    pub unit: UnitId,
    /// The command with its fields, as [`Noun::Command`] writes it.
    pub command: Value,
}

impl Consequence {
    /// The command on that record.
    pub fn of<N: Noun>(record: RecordId, unit: UnitId, command: &N::Command) -> Self {
        Self { noun: N::NAME, record, unit, command: serde_json::to_value(command).unwrap_or(Value::Null) }
    }
}
