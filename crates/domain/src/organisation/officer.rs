//! Officer: a person of the own side who works in the system, with dated roles in units (VI cán bộ, ZH 人员).
//! Kept as little as possible: a name for papers, a rank, a login; what the person did stands in the entries.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::organisation::unit::Unit;
use crate::{Decision, Grade, Header, Link, Noun, Reach, Right, Role, Setting, Stamp, UnitId, Wing, Words};

/// The noun.
pub struct Officer;

/// An officer as known.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
pub struct OfficerState {
    /// The name by which the officer logs in.
    pub login: String,
    /// The name as it stands on papers.
    pub name: String,
    /// The rank.
    pub rank: Option<String>,
    /// The unit the officer serves in.
    pub unit: UnitId,
    /// The roles held, past ones included.
    pub assignments: Vec<Assignment>,
    /// The signing keys certified for the officer, ended ones included.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<CertifiedKey>,
    /// Whether the officer still serves.
    pub stage: OfficerStage,
}

/// A signing key that the post has certified for an officer: the public half and the days, never the secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CertifiedKey {
    /// SHA-256 over the public key, in 64 hexadecimal digits.
    pub key: String,
    /// The first day.
    pub from: Date,
    /// The first day on which it no longer holds.
    pub until: Date,
    /// Why it ended before its time.
    pub ended: Option<String>,
}

/// A role in a unit for a time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Assignment {
    /// The role.
    pub role: Role,
    /// The unit.
    pub unit: UnitId,
    /// Over the unit alone or over those below it as well.
    pub reach: Reach,
    /// The highest grade of record it reaches.
    pub ceiling: Grade,
    /// The first day.
    pub from: Date,
    /// The first day on which it no longer holds.
    pub until: Option<Date>,
}

/// Whether an officer serves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "status", rename_all = "kebab-case")]
pub enum OfficerStage {
    /// Serves.
    Active,
    /// No longer serves; every role has ended.
    Left {
        /// The first day without any role.
        on: Date,
    },
}

/// What an officer can ask for.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "command", rename_all = "kebab-case", deny_unknown_fields)]
pub enum OfficerCommand {
    /// Register an officer.
    Register {
        /// The name by which the officer logs in: letters, digits, `.`, `-`.
        #[schemars(length(min = 2, max = 40))]
        login: String,
        /// The name as it stands on papers.
        #[schemars(length(min = 1, max = 120))]
        name: String,
        /// The rank.
        #[schemars(length(max = 80))]
        rank: Option<String>,
        /// The unit the officer serves in.
        unit: UnitId,
    },
    /// Give the officer a role.
    Assign {
        /// The role.
        role: Role,
        /// The unit.
        unit: UnitId,
        /// Over the unit alone or over those below it as well.
        reach: Reach,
        /// The highest grade of record it reaches.
        ceiling: Grade,
        /// The first day.
        from: Date,
        /// The first day on which it no longer holds.
        until: Option<Date>,
    },
    /// End a role.
    EndRole {
        /// The role.
        role: Role,
        /// The unit.
        unit: UnitId,
        /// The first day on which it no longer holds.
        until: Date,
    },
    /// Correct name or rank.
    Correct {
        /// The name as it stands on papers.
        #[schemars(length(min = 1, max = 120))]
        name: String,
        /// The rank.
        #[schemars(length(max = 80))]
        rank: Option<String>,
    },
    /// Record that the officer left the service; every role ends.
    RecordLeaving {
        /// The first day without any role.
        on: Date,
    },
}

/// What happened. Stored for ever: only add.
#[derive(Clone, Debug, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "fact", rename_all = "kebab-case")]
pub enum OfficerFact {
    /// The officer was registered.
    Registered {
        /// The login.
        login: String,
        /// The name.
        name: String,
        /// The rank.
        rank: Option<String>,
        /// The unit.
        unit: UnitId,
    },
    /// A role was given.
    Assigned {
        /// The role in its unit.
        assignment: Assignment,
    },
    /// A role ends.
    RoleEnded {
        /// The role.
        role: Role,
        /// The unit.
        unit: UnitId,
        /// The first day on which it no longer holds.
        until: Date,
    },
    /// Name or rank was corrected.
    Corrected {
        /// The name.
        name: String,
        /// The rank.
        rank: Option<String>,
    },
    /// The officer left the service.
    Left {
        /// The first day without any role.
        on: Date,
    },
    /// The post certified a signing key of the officer. No command asks for it: it follows from making the key.
    KeyCertified {
        /// SHA-256 over the public key, in 64 hexadecimal digits.
        key: String,
        /// The first day.
        from: Date,
        /// The first day on which it no longer holds.
        until: Date,
    },
    /// A signing key of the officer was ended before its time. No command asks for it: it follows from ending the key.
    KeyEnded {
        /// SHA-256 over the public key, in 64 hexadecimal digits.
        key: String,
        /// Why.
        reason: String,
    },
}

/// Why an act on an officer is not allowed now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum OfficerRefusal {
    /// The officer is registered already, or not yet, or has left.
    NotNow,
    /// A login has 2 to 40 letters, digits, dots or hyphens.
    LoginForm,
    /// Another officer has this login.
    LoginTaken,
    /// There is no such unit, or it belongs to the other side.
    NoUnit,
    /// Nobody gives a role to himself.
    OwnRole,
    /// The officer who acts does not reach that unit.
    OutOfReach,
    /// The officer holds no such role there.
    NoSuchRole,
    /// A role ends after it begins.
    EndsBeforeItBegins,
}

impl Noun for Officer {
    const NAME: &'static str = "officer";
    const WING: Wing = Wing::Organisation;
    const GRADE: Grade = Grade::Open;
    type State = OfficerState;
    type Command = OfficerCommand;
    type Fact = OfficerFact;
    type Refusal = OfficerRefusal;

    fn decide(
        state: Option<&OfficerState>,
        command: OfficerCommand,
        setting: &Setting<'_>,
    ) -> Result<Decision<OfficerFact>, OfficerRefusal> {
        use OfficerCommand as C;
        let serving = state.filter(|officer| officer.stage == OfficerStage::Active);
        match (state, serving, command) {
            (None, _, C::Register { login, name, rank, unit }) => {
                let login = checked_login(&login)?;
                if setting.around.last_ordinal(&login_series(&login)) > 0 {
                    return Err(OfficerRefusal::LoginTaken);
                }
                own_unit(setting, &unit)?;
                Ok(Decision::fact(OfficerFact::Registered { login, name, rank, unit }))
            }
            (_, Some(_), C::Assign { role, unit, reach, ceiling, from, until }) => {
                if setting.officer.0 == setting.record {
                    return Err(OfficerRefusal::OwnRole);
                }
                own_unit(setting, &unit)?;
                if until.is_some_and(|until| until <= from) {
                    return Err(OfficerRefusal::EndsBeforeItBegins);
                }
                let assignment = Assignment { role, unit, reach, ceiling, from, until };
                Ok(Decision::fact(OfficerFact::Assigned { assignment }))
            }
            (_, Some(officer), C::EndRole { role, unit, until }) => {
                let held = officer
                    .assignments
                    .iter()
                    .find(|held| held.role == role && held.unit == unit && held.until.is_none());
                let held = held.ok_or(OfficerRefusal::NoSuchRole)?;
                if until < held.from {
                    return Err(OfficerRefusal::EndsBeforeItBegins);
                }
                Ok(Decision::fact(OfficerFact::RoleEnded { role, unit, until }))
            }
            (_, Some(_), C::Correct { name, rank }) => Ok(Decision::fact(OfficerFact::Corrected { name, rank })),
            (_, Some(_), C::RecordLeaving { on }) => Ok(Decision::fact(OfficerFact::Left { on })),
            _ => Err(OfficerRefusal::NotNow),
        }
    }

    fn apply(state: Option<OfficerState>, fact: OfficerFact, stamp: &Stamp) -> OfficerState {
        let mut officer = state.unwrap_or_else(|| OfficerState {
            login: String::new(),
            name: String::new(),
            rank: None,
            unit: stamp.unit.clone(),
            assignments: Vec::new(),
            keys: Vec::new(),
            stage: OfficerStage::Active,
        });
        match fact {
            OfficerFact::Registered { login, name, rank, unit } => {
                officer = OfficerState { login, name, rank, unit, ..officer };
            }
            OfficerFact::Assigned { assignment } => officer.assignments.push(assignment),
            OfficerFact::RoleEnded { role, unit, until } => {
                let held = officer.assignments.iter_mut().filter(|held| held.role == role && held.unit == unit);
                held.filter(|held| held.until.is_none()).for_each(|held| held.until = Some(until));
            }
            OfficerFact::Corrected { name, rank } => (officer.name, officer.rank) = (name, rank),
            OfficerFact::Left { on } => {
                let open = officer.assignments.iter_mut().filter(|held| held.until.is_none_or(|until| until > on));
                open.for_each(|held| held.until = Some(on));
                officer.stage = OfficerStage::Left { on };
            }
            OfficerFact::KeyCertified { key, from, until } => {
                officer.keys.push(CertifiedKey { key, from, until, ended: None });
            }
            OfficerFact::KeyEnded { key, reason } => {
                let named = officer.keys.iter_mut().filter(|known| known.key == key && known.ended.is_none());
                named.for_each(|known| known.ended = Some(reason.clone()));
            }
        }
        officer
    }

    fn header(officer: &OfficerState) -> Header {
        let status = if officer.stage == OfficerStage::Active { "active" } else { "left" };
        let title =
            officer.rank.as_ref().map_or_else(|| officer.name.clone(), |rank| format!("{} {rank}", officer.name));
        Header {
            status,
            title: Words::plain(title),
            number: Some(officer.login.clone()),
            series: Some(login_series(&officer.login)),
            ordinal: Some(1),
            links: vec![Link { role: "serves-in", to: officer.unit.0.clone() }],
            ..Header::default()
        }
    }

    fn offers(state: Option<&OfficerState>) -> Vec<&'static str> {
        match state.map(|officer| &officer.stage) {
            None => vec!["register"],
            Some(OfficerStage::Active) => vec!["assign", "end-role", "correct", "record-leaving"],
            Some(OfficerStage::Left { .. }) => vec![],
        }
    }

    fn right(_: &str) -> Right {
        Right::Administer
    }
}

/// The series that makes a login unique.
pub fn login_series(login: &str) -> String {
    format!("login/{login}")
}

fn checked_login(login: &str) -> Result<String, OfficerRefusal> {
    let login = login.trim().to_ascii_lowercase();
    let fits = (2..=40).contains(&login.len())
        && login.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-');
    if fits { Ok(login) } else { Err(OfficerRefusal::LoginForm) }
}

fn own_unit(setting: &Setting<'_>, unit: &UnitId) -> Result<(), OfficerRefusal> {
    let known = setting.load::<Unit>(&unit.0).ok_or(OfficerRefusal::NoUnit)?;
    if known.side != setting.own {
        return Err(OfficerRefusal::NoUnit);
    }
    if setting.around.may(Right::Administer, unit) { Ok(()) } else { Err(OfficerRefusal::OutOfReach) }
}

impl OfficerState {
    /// The roles held on a day.
    pub fn roles_on(&self, day: Date) -> impl Iterator<Item = &Assignment> {
        self.assignments.iter().filter(move |held| held.from <= day && held.until.is_none_or(|until| day < until))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_login_is_lowered_and_checked() {
        assert_eq!(checked_login(" Batxat.Duty "), Ok("batxat.duty".to_owned()));
        for wrong in ["a", "a b", "đồn", "a/b", &"x".repeat(41)] {
            assert_eq!(checked_login(wrong), Err(OfficerRefusal::LoginForm), "{wrong}");
        }
    }

    #[test]
    fn a_role_ends_on_the_day_named_and_leaving_ends_all() {
        let (Ok(unit), Ok(side)) = (UnitId::parse("u"), crate::SideId::parse("v")) else { panic!("codes") };
        let Ok(me) = crate::OfficerId::parse("o") else { panic!("codes") };
        let instant = jiff::Timestamp::UNIX_EPOCH;
        let stamp =
            Stamp { record: me.0.clone(), side, unit: unit.clone(), officer: me, happened: instant, recorded: instant };
        let assignment = Assignment {
            role: Role::Officer,
            unit: unit.clone(),
            reach: Reach::Unit,
            ceiling: Grade::Internal,
            from: date(2026, 1, 1),
            until: None,
        };
        let officer = Officer::apply(None, OfficerFact::Assigned { assignment }, &stamp);
        assert_eq!(officer.roles_on(date(2026, 6, 1)).count(), 1);
        let left = Officer::apply(Some(officer), OfficerFact::Left { on: date(2026, 6, 1) }, &stamp);
        assert_eq!(left.roles_on(date(2026, 5, 31)).count(), 1);
        assert_eq!(left.roles_on(date(2026, 6, 1)).count(), 0);
    }

    #[test]
    fn a_key_stands_on_the_record_with_its_days_and_the_reason_of_its_end() {
        let (Ok(unit), Ok(side)) = (UnitId::parse("u"), crate::SideId::parse("v")) else { panic!("codes") };
        let Ok(me) = crate::OfficerId::parse("o") else { panic!("codes") };
        let instant = jiff::Timestamp::UNIX_EPOCH;
        let stamp = Stamp { record: me.0.clone(), side, unit, officer: me, happened: instant, recorded: instant };
        let certified = |key: &str| OfficerFact::KeyCertified {
            key: key.to_owned(),
            from: date(2026, 1, 1),
            until: date(2027, 1, 1),
        };
        let officer = Officer::apply(None, certified("aa"), &stamp);
        let officer = Officer::apply(Some(officer), certified("bb"), &stamp);
        let ended = OfficerFact::KeyEnded { key: "aa".to_owned(), reason: "lost".to_owned() };
        let officer = Officer::apply(Some(officer), ended, &stamp);
        let ends: Vec<_> = officer.keys.iter().map(|known| known.ended.as_deref()).collect();
        assert_eq!(ends, [Some("lost"), None]);
        assert!(
            Officer::offers(Some(&officer)).iter().all(|command| !command.contains("key")),
            "no command asks for it"
        );
    }
}
