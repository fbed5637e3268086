//! Grades of records, roles of officers, and the rights that a role gives.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How closely a record is kept inside its own side. Nothing here makes a record releasable to the other side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "grade"))]
pub enum Grade {
    /// For every officer of the own side: the directory, agreements, places.
    Open,
    /// For the unit that keeps it and its superiors. The grade of every new record.
    #[default]
    Internal,
    /// Need to know: only where a role reaches this grade.
    Restricted,
    /// Protection only: persons in need of protection; never leaves the side.
    Protected,
}

impl Grade {
    /// The grade as it stands in tables and addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Internal => "internal",
            Self::Restricted => "restricted",
            Self::Protected => "protected",
        }
    }

    /// The grade with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Open, Self::Internal, Self::Restricted, Self::Protected].into_iter().find(|grade| grade.code() == code)
    }
}

/// What an officer does in a unit. The list is small and fixed; who holds which role where is data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "role"))]
pub enum Role {
    /// Reads.
    Observer,
    /// Reads and records.
    Officer,
    /// Reads and records, and leads a shift.
    ShiftLead,
    /// Reads, records and decides: signs, approves, accepts, waives.
    Commander,
    /// Reads and records up to the protected grade.
    ProtectionOfficer,
    /// Reads and records; speaks for the unit across the line.
    Liaison,
    /// Reads the traces of refused acts and of readings, no content.
    Auditor,
    /// Keeps the directory, the officers and their roles; no content.
    Keeper,
}

impl Role {
    /// All roles.
    pub const ALL: [Self; 8] = [
        Self::Observer,
        Self::Officer,
        Self::ShiftLead,
        Self::Commander,
        Self::ProtectionOfficer,
        Self::Liaison,
        Self::Auditor,
        Self::Keeper,
    ];

    /// True when the role gives the right.
    pub const fn gives(self, right: Right) -> bool {
        match (self, right) {
            (_, Right::Post) => false,
            (Self::Keeper, Right::Administer) | (Self::Auditor, Right::Audit) => true,
            (Self::Keeper | Self::Auditor, _) | (_, Right::Audit | Right::Administer) => false,
            (Self::Observer, right) => matches!(right, Right::Read),
            (Self::Commander, _) => true,
            (_, right) => matches!(right, Right::Read | Right::Record),
        }
    }
}

/// What a role may do with a record it reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Right {
    /// See the record.
    Read,
    /// Draft, propose, answer, record what happened.
    Record,
    /// Sign, approve, accept, return, waive: acts of a commander.
    Decide,
    /// Keep units, counterparts, officers and roles.
    Administer,
    /// See who tried what and was refused.
    Audit,
    /// What only the post itself does, on the word of a statement; no role gives it.
    Post,
}

/// Over which units a role reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend("x-options" = "reach"))]
pub enum Reach {
    /// The unit alone.
    Unit,
    /// The unit and every unit below it.
    Subtree,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeper_and_auditor_never_hold_content_rights() {
        for right in [Right::Read, Right::Record, Right::Decide] {
            assert!(!Role::Keeper.gives(right) && !Role::Auditor.gives(right));
        }
    }

    #[test]
    fn no_role_gives_what_only_the_post_does() {
        assert!(Role::ALL.into_iter().all(|role| !role.gives(Right::Post)));
    }

    #[test]
    fn only_a_commander_decides() {
        let deciding: Vec<_> = Role::ALL.into_iter().filter(|role| role.gives(Right::Decide)).collect();
        assert_eq!(deciding, [Role::Commander]);
    }

    #[test]
    fn a_grade_is_found_again_by_its_code() {
        for grade in [Grade::Open, Grade::Internal, Grade::Restricted, Grade::Protected] {
            assert_eq!(Grade::from_code(grade.code()), Some(grade));
        }
        assert_eq!(Grade::from_code("secret"), None);
    }
}
