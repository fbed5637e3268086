//! What a community looks like: its names and counts with their days, the commands on it, what can happen, and why an
//! act may be refused. Only counts of the whole: nothing here is about a person.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::organisation::unit::DatedName;
use crate::{CommunityId, LineId, MarkerPlaceId, Qualifier, SideId, UnitId, Words};

/// A village or residential group as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct CommunityState {
    /// The side it belongs to.
    pub side: SideId,
    /// Its names, the oldest first.
    pub names: Vec<DatedName>,
    /// The line it lies near.
    pub line: Option<LineId>,
    /// The numbered place of markers nearest to it.
    pub near: Option<MarkerPlaceId>,
    /// The unit in whose area it lies.
    pub area_of: Option<UnitId>,
    /// What is known of it, each with its day and source, the oldest first.
    pub versions: Vec<CommunityVersion>,
    /// How far it has come.
    pub stage: CommunityStage,
}

/// What is known of a community as of a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CommunityVersion {
    /// The day for which it holds.
    pub as_of: Date,
    /// The administrative unit it belongs to, as it was called then.
    pub administrative_unit: String,
    /// Households.
    pub households: Option<CommunityCount>,
    /// People.
    pub people: Option<CommunityCount>,
    /// The languages spoken in it.
    pub languages: Vec<String>,
    /// True when it lies on the line itself.
    pub on_line: bool,
    /// The public source.
    pub source: String,
}

/// A community as it was on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CommunityDay<'c> {
    /// Its name.
    pub name: Words,
    /// What was known of it.
    #[serde(flatten)]
    pub version: &'c CommunityVersion,
}

/// A count of the whole with its qualifier: "more than" and "nearly" are part of the value (domain rule C.0-7).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CommunityCount {
    /// How many.
    pub count: u32,
    /// How exact the source is.
    pub qualifier: Qualifier,
}

/// How far a community has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum CommunityStage {
    /// It is there.
    Active,
    /// It became part of another one.
    Merged {
        /// The community that follows it.
        into: CommunityId,
        /// The first day on which it was part of that one.
        on: Date,
    },
    /// It is no longer there, and none follows it.
    Dissolved {
        /// The first day on which it was not.
        on: Date,
        /// Why.
        remark: String,
    },
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum CommunityCommand {
    /// Register a community with what is known of it.
    Register {
        /// The side it belongs to.
        side: SideId,
        /// Its name.
        name: Words,
        /// The line it lies near.
        line: Option<LineId>,
        /// The numbered place of markers nearest to it.
        near: Option<MarkerPlaceId>,
        /// The unit in whose area it lies.
        area_of: Option<UnitId>,
        /// The day for which the counts hold.
        as_of: Date,
        /// The administrative unit it belongs to.
        #[schemars(length(min = 1, max = 200))]
        administrative_unit: String,
        /// Households.
        households: Option<CommunityCount>,
        /// People.
        people: Option<CommunityCount>,
        /// The languages spoken in it.
        #[serde(default)]
        languages: Vec<String>,
        /// On the line itself.
        #[serde(default)]
        on_line: bool,
        /// The public source.
        #[schemars(length(min = 1, max = 500))]
        source: String,
    },
    /// Record what is known of it as of another day.
    RecordVersion {
        /// The day for which it holds.
        as_of: Date,
        /// The administrative unit it belongs to.
        #[schemars(length(min = 1, max = 200))]
        administrative_unit: String,
        /// Households.
        households: Option<CommunityCount>,
        /// People.
        people: Option<CommunityCount>,
        /// The languages spoken in it.
        #[serde(default)]
        languages: Vec<String>,
        /// On the line itself.
        #[serde(default)]
        on_line: bool,
        /// The public source.
        #[schemars(length(min = 1, max = 500))]
        source: String,
    },
    /// Give it another name from a day on.
    Rename {
        /// The name.
        name: Words,
        /// The first day.
        from: Date,
        /// The decision it rests on.
        #[schemars(length(max = 300))]
        basis: Option<String>,
    },
    /// Record that it became part of another community.
    Merge {
        /// The community that follows it.
        into: CommunityId,
        /// The first day on which it is part of that one.
        merged_on: Date,
        /// The decision it rests on.
        #[schemars(length(max = 300))]
        basis: Option<String>,
    },
    /// Record that it is no longer there and none follows it.
    Dissolve {
        /// The first day on which it is not.
        dissolved_on: Date,
        /// Why.
        #[schemars(length(min = 1, max = 500))]
        remark: String,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum CommunityFact {
    /// A community was registered.
    Registered {
        /// The side it belongs to.
        side: SideId,
        /// Its name.
        name: DatedName,
        /// The line it lies near.
        line: Option<LineId>,
        /// The place of markers nearest to it.
        near: Option<MarkerPlaceId>,
        /// The unit in whose area it lies.
        area_of: Option<UnitId>,
        /// What is known of it.
        version: CommunityVersion,
    },
    /// What is known of it as of another day was recorded.
    VersionRecorded {
        /// What is known of it.
        version: CommunityVersion,
    },
    /// It got another name.
    Renamed {
        /// The name.
        name: DatedName,
    },
    /// It became part of another community.
    Merged {
        /// The community that follows it.
        into: CommunityId,
        /// The first day on which it is part of that one.
        merged_on: Date,
        /// The decision it rests on.
        basis: Option<String>,
    },
    /// It is no longer there.
    Dissolved {
        /// The first day on which it is not.
        dissolved_on: Date,
        /// Why.
        remark: String,
    },
}

/// Why an act on a community is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum CommunityRefusal {
    /// The community is registered already, or not yet, or no longer there.
    NotNow {
        /// The state it is in.
        status: String,
    },
    /// The name is blank in every language.
    NoName,
    /// There is no such side.
    NoSide,
    /// There is no such line.
    NoLine,
    /// There is no such place of markers.
    NoMarkerPlace,
    /// There is no such unit of the same side.
    NoUnit,
    /// What is known of a day cannot be known before that day.
    InTheFuture,
    /// A household has at least one person.
    FewerPeopleThanHouseholds,
    /// The community that follows is not there, belongs to another side, or is the same.
    NoSuccessor,
}
