//! What an agreement looks like: its state and versions, the commands on it, what can happen, why an act may be refused.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{AgreementId, UnitId, Words};

/// An agreement as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct AgreementState {
    /// What kind of text it is.
    pub kind: AgreementKind,
    /// What it is called.
    pub name: Words,
    /// The units that it binds, of both sides.
    pub parties: Vec<UnitId>,
    /// The higher text under which it was concluded.
    pub parent: Option<AgreementId>,
    /// The public source of what is known of it.
    pub source: Option<String>,
    /// Its versions, in the order in which they were added.
    pub versions: Vec<Version>,
    /// The times in which it did not rule, the oldest first.
    pub suspensions: Vec<Suspension>,
    /// How far it has come.
    pub stage: AgreementStage,
}

/// What kind of text binds, from the highest to the lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "agreement-kind"))]
pub enum AgreementKind {
    /// Between states.
    Treaty,
    /// Between ministries.
    InterMinistry,
    /// Between commands.
    CommandProtocol,
    /// Between provinces.
    ProvincialArrangement,
    /// Between stations.
    StationArrangement,
    /// Between communes.
    CommuneMemorandum,
    /// Rules of a twinning.
    TwinningRegulation,
}

/// One version of the text. It rules from its entry into force, never from its signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Version {
    /// Its number, unique within the agreement.
    pub number: u32,
    /// The day of signature.
    pub signed_on: Option<Date>,
    /// The first day on which it rules.
    pub in_force_on: Option<Date>,
    /// What its entry into force rests on, as the second notification.
    pub in_force_basis: Option<String>,
    /// What is to be known of it.
    pub note: Option<Words>,
    /// The public source.
    pub source: Option<String>,
}

/// A time in which the agreement did not rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Suspension {
    /// The first day without it.
    pub from: Date,
    /// The first day on which it rules again.
    pub until: Option<Date>,
    /// Why.
    pub reason: String,
}

/// How far an agreement has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum AgreementStage {
    /// No version is signed.
    Drafting,
    /// A version is signed, none has entered into force.
    Signed,
    /// A version rules from its day on; each version names that day.
    InForce,
    /// It does not rule for a time.
    Suspended {
        /// Since when.
        from: Date,
        /// Why.
        reason: String,
    },
    /// A party ended it.
    Denounced {
        /// The first day it no longer rules.
        on: Date,
        /// Why.
        reason: String,
    },
    /// It came to its end.
    Expired {
        /// The first day it no longer rules.
        on: Date,
        /// Why.
        reason: String,
    },
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum AgreementCommand {
    /// Register an agreement.
    Register {
        /// What kind of text it is.
        kind: AgreementKind,
        /// What it is called.
        name: Words,
        /// The units that it binds, at least two.
        parties: Vec<UnitId>,
        /// The higher text under which it was concluded.
        parent: Option<AgreementId>,
        /// The public source.
        #[schemars(length(max = 300))]
        source: Option<String>,
    },
    /// Add a version: a draft, or signed where its day of signature is named.
    AddVersion {
        /// Its number, unique within the agreement.
        #[schemars(range(min = 1))]
        number: u32,
        /// The day of signature.
        signed_on: Option<Date>,
        /// What is to be known of it.
        note: Option<Words>,
        /// The public source.
        #[schemars(length(max = 300))]
        source: Option<String>,
    },
    /// Record that a version was signed.
    RecordSignature {
        /// The number of the version.
        number: u32,
        /// The day of signature.
        signed_on: Date,
    },
    /// Record when a version enters into force; the day may lie ahead once it is fixed.
    RecordEntryIntoForce {
        /// The number of the version.
        number: u32,
        /// The first day on which it rules.
        on: Date,
        /// What that rests on, as the second notification.
        #[schemars(length(max = 300))]
        basis: Option<String>,
    },
    /// Record that the agreement does not rule for a time.
    Suspend {
        /// The first day without it.
        on: Date,
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
    /// Record that it rules again.
    Resume {
        /// The first day on which it rules again.
        on: Date,
    },
    /// Record that a party ended it.
    Denounce {
        /// The first day it no longer rules.
        on: Date,
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
    /// Record that it came to its end, or was given up before it ruled.
    Close {
        /// The first day it no longer rules.
        on: Date,
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        reason: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum AgreementFact {
    /// The agreement was registered.
    Registered {
        /// What kind of text it is.
        kind: AgreementKind,
        /// What it is called.
        name: Words,
        /// The units that it binds.
        parties: Vec<UnitId>,
        /// The higher text.
        parent: Option<AgreementId>,
        /// The public source.
        source: Option<String>,
    },
    /// A version was added.
    VersionAdded {
        /// Its number.
        number: u32,
        /// The day of signature.
        signed_on: Option<Date>,
        /// What is to be known of it.
        note: Option<Words>,
        /// The public source.
        source: Option<String>,
    },
    /// A version was signed.
    VersionSigned {
        /// Its number.
        number: u32,
        /// The day.
        signed_on: Date,
    },
    /// The day was recorded on which a version enters into force.
    EntryIntoForceRecorded {
        /// Its number.
        number: u32,
        /// The first day on which it rules.
        on: Date,
        /// What that rests on.
        basis: Option<String>,
    },
    /// The agreement does not rule for a time.
    Suspended {
        /// The first day without it.
        on: Date,
        /// Why.
        reason: String,
    },
    /// It rules again.
    Resumed {
        /// The first day on which it rules again.
        on: Date,
    },
    /// A party ended it.
    Denounced {
        /// The first day it no longer rules.
        on: Date,
        /// Why.
        reason: String,
    },
    /// It came to its end.
    Closed {
        /// The first day it no longer rules.
        on: Date,
        /// Why.
        reason: String,
    },
}

/// Why an act on an agreement is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum AgreementRefusal {
    /// The agreement is not in a state for this.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// The name is blank in every language.
    NoName,
    /// An agreement binds at least two units.
    FewParties,
    /// There is no such unit.
    NoUnit {
        /// The identity that was given.
        unit: String,
    },
    /// There is no such higher text.
    NoParent {
        /// The identity that was given.
        parent: String,
    },
    /// The agreement has a version with this number.
    VersionExists {
        /// The number.
        number: u32,
    },
    /// The agreement has no version with this number.
    NoVersion {
        /// The number.
        number: u32,
    },
    /// The version was signed before.
    AlreadySigned {
        /// The number.
        number: u32,
        /// The day.
        signed_on: Date,
    },
    /// The version is not signed; what is not signed does not enter into force.
    NotSigned {
        /// The number.
        number: u32,
    },
    /// A version cannot enter into force before it is signed.
    BeforeSignature {
        /// The number.
        number: u32,
        /// The day of signature.
        signed_on: Date,
    },
    /// The entry into force of this version is recorded already.
    AlreadyInForce {
        /// The number.
        number: u32,
        /// The day.
        in_force_on: Date,
    },
    /// It cannot rule again before it was suspended.
    BeforeSuspension {
        /// The first day of the suspension.
        from: Date,
    },
    /// A signature is recorded only once it was given.
    InTheFuture,
}
